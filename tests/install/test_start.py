"""How everything is started, and what of it may fail without holding up the rest."""

from pathlib import Path

from tests.install.beside import put_script, put_shipped, typed_in

DONE = 'echo "$*" >> {}'


def machine(folder: Path, **does: str) -> None:
    """One where systemd runs, each command does this, and the server answers."""
    for path in ("etc", "run/systemd/system"):
        (folder / path).mkdir(parents=True)
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
