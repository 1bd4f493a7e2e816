"""The certificates that Caddy has come to the relay, and to HAProxy where it stands before both; and no older ones."""

import os
from pathlib import Path

from tests.install.beside import put_script, put_shipped, typed_in
from tests.install.test_settings import DOMAIN, RELAY_DOMAIN

OF_CADDY = "var/lib/caddy/.local/share/caddy/certificates"
INSTALL = 'exec /usr/bin/install $(sed "s/-o root -g [a-z]*//" <<< "$*")'
"""Without the groups, for the packages may be missing here."""


def machine(folder: Path) -> None:
    """Caddy has had certificates of two authorities for both names, of `new` later."""
    for when, authority in enumerate(("old", "new")):
        for name in (DOMAIN, RELAY_DOMAIN):
            at = folder / OF_CADDY / authority / name
            at.mkdir(parents=True)
            (at / f"{name}.key").write_text(f"key of {name} by {authority}\n")
            (at / f"{name}.crt").write_text(f"{name} by {authority}\n")
            os.utime(at / f"{name}.crt", (when, when))
    for file, text in {"installed": f"{DOMAIN} 203.0.113.7\n", "names": f"{DOMAIN} {RELAY_DOMAIN}\n"}.items():
        (folder / "etc/balint").mkdir(parents=True, exist_ok=True)
        (folder / "etc/balint" / file).write_text(text)
    put_script(folder / "systemctl", f'echo "$*" >> {folder}/done')
    put_script(folder / "install", INSTALL)
    put_shipped(folder, "relay-certificate", "name-certificates", "newest-certificate")


def done(folder: Path) -> list[str]:
    return (folder / "done").read_text().splitlines()


def test_the_relay_has_the_newest_and_reads_a_newer_one_while_it_runs(tmp_path: Path) -> None:
    machine(tmp_path)
    for _ in range(2):
        assert typed_in(tmp_path, "relay-certificate").returncode == 0
    to = tmp_path / "var/lib/balint-relay"
    assert (to / "certificate.pem").read_text() == f"{DOMAIN} by new\n"
    assert (to / "key.pem").read_text() == f"key of {DOMAIN} by new\n"
    assert done(tmp_path) == ["restart coturn"]
    os.utime(tmp_path / OF_CADDY / "old" / DOMAIN / f"{DOMAIN}.crt")
    typed_in(tmp_path, "relay-certificate")
    assert (to / "key.pem").read_text() == f"key of {DOMAIN} by old\n"
    assert done(tmp_path)[1:] == ["kill --signal=SIGUSR2 coturn"]


def test_haproxy_has_the_newest_of_both_names(tmp_path: Path) -> None:
    machine(tmp_path)
    for _ in range(2):
        assert typed_in(tmp_path, "name-certificates").returncode == 0
    for name in (DOMAIN, RELAY_DOMAIN):
        held = (tmp_path / "var/lib/balint-names" / f"{name}.pem").read_text()
        assert held == f"{name} by new\nkey of {name} by new\n"
    assert done(tmp_path) == ["reload-or-restart haproxy"]


def test_while_caddy_has_none_nothing_is_changed(tmp_path: Path) -> None:
    machine(tmp_path)
    for file in (tmp_path / OF_CADDY).rglob("*.crt"):
        file.unlink()
    for script in ("relay-certificate", "name-certificates"):
        assert typed_in(tmp_path, script).returncode == 0
    assert not (tmp_path / "done").exists()
