"""How everything is started, and what of it may fail without holding up the rest."""

from pathlib import Path

from tests.install.beside import put_script, put_shipped, typed_in

DONE = 'echo "$*" >> {}'


def machine(folder: Path, **does: str) -> None:
    """One where systemd runs, each command does this, and the server answers."""
    for path in ("etc/balint", "run/systemd/system"):
        (folder / path).mkdir(parents=True)
    (folder / "etc/balint/own.env").touch()
    for name, lines in {"systemctl": DONE.format(folder / "done"), "id": "echo 0", "python3": "true"}.items():
        put_script(folder / name, lines)
    for name, lines in does.items():
        put_script(folder / name, lines)
    put_shipped(folder, "start", "common")


def test_the_relay_starts_by_our_file_and_with_the_machine(tmp_path: Path) -> None:
    """It was masked until then."""
    machine(tmp_path, sysctl="true")
    assert typed_in(tmp_path, "start").returncode == 0
    first, second, *_ = (tmp_path / "done").read_text().splitlines()
    assert first == "unmask --quiet coturn"
    assert second.startswith("enable --quiet caddy coturn ")


def test_what_a_kernel_refuses_holds_up_no_server(tmp_path: Path) -> None:
    """A container may set nothing of it. Only our own file is read: what another says is not ours to judge."""
    machine(
        tmp_path,
        sysctl=f'[ "$*" = "--quiet --load={tmp_path}/etc/sysctl.d/60-balint.conf" ] || echo wrong; exit 1',
    )
    said = typed_in(tmp_path, "start")
    assert said.returncode == 0
    assert "wrong" not in said.stdout
    assert "balint doctor" in said.stdout
    assert (tmp_path / "done").read_text().splitlines()[-1] == "restart balint"


def test_the_server_is_asked_at_the_port_that_it_is_told(tmp_path: Path) -> None:
    """At another one another program may answer."""
    machine(tmp_path, sysctl="true", python3=f'echo "${{!#}}" >> {tmp_path}/asked')
    typed_in(tmp_path, "start")
    (tmp_path / "etc/balint/own.env").write_text('BALINT_PORT="8090"\n')
    typed_in(tmp_path, "start")
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked == ["http://127.0.0.1:8080/health", "http://127.0.0.1:8090/health"]
