"""What `make install` does to a machine before there is a server, in this order."""

from pathlib import Path

from tests.install.beside import put_script, put_shipped, typed_in
from tests.install.test_settings import DOMAIN

DONE = 'echo "${{0##*/}} $*" >> {}'
MASKED, PACKAGES, CHANGED = "systemctl mask --quiet coturn", "apt-get install", f"change {DOMAIN} 203.0.113.7"


def machine(folder: Path) -> None:
    """A Debian 12 on which each command writes down that it was given, and the name leads to an address."""
    for script in ("etc", "usr/bin"):
        (folder / script).mkdir(parents=True)
    (folder / "etc/os-release").write_text('ID=debian\nVERSION_ID="12"\n')
    for name in ("apt-get", "systemctl", "change", "hints"):
        put_script(folder / name, DONE.format(folder / "done"))
    put_script(folder / "id", "echo 0")
    put_script(folder / "addresses", "echo 203.0.113.7")
    put_shipped(folder, "install", "common")


def done(folder: Path) -> list[str]:
    file = folder / "done"
    return file.read_text().splitlines() if file.exists() else []


def test_the_relay_does_not_run_before_it_is_told_whom_it_serves(tmp_path: Path) -> None:
    """As Debian starts it, it relays for anybody. It stays masked where the installation fails."""
    machine(tmp_path)
    assert typed_in(tmp_path, "install", DOMAIN).returncode == 0
    order = [next(i for i, line in enumerate(done(tmp_path)) if step in line) for step in (MASKED, PACKAGES, CHANGED)]
    assert order == sorted(order)


def test_a_relay_that_was_there_before_goes_on(tmp_path: Path) -> None:
    """Ours, whose sound would stop, or one of whoever keeps the machine."""
    machine(tmp_path)
    (tmp_path / "usr/bin/turnserver").touch()
    assert typed_in(tmp_path, "install", DOMAIN).returncode == 0
    assert not [line for line in done(tmp_path) if "mask" in line]


def test_a_name_that_leads_nowhere_is_told_before_anything_is_changed(tmp_path: Path) -> None:
    machine(tmp_path)
    put_script(tmp_path / "addresses", "echo leads nowhere >&2; exit 1")
    said = typed_in(tmp_path, "install", DOMAIN)
    assert (said.returncode, said.stderr, done(tmp_path)) == (1, "leads nowhere\n", [])
