"""Caddy gets the certificates of a server by ACME (RFC 8555), as the installation tells it, from Pebble.

Pebble is Let's Encrypt's authority for tests: its protocol, and its look at what answers under a name. Where the relay
has a name of its own nothing of Caddy's is at 443: HAProxy is.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.install.test_settings import DOMAIN, RELAY_DOMAIN, needs, written
from tests.support.authority import issued
from tests.support.namespaces import Host, needs_networks, networks
from tests.support.process import PATIENCE_S

pytestmark = [needs_networks, needs("caddy", "caddy"), needs("pebble", "pebble")]
CERTIFICATES = ".local/share/caddy/certificates"


@pytest.mark.parametrize("relay_domain", ["", RELAY_DOMAIN])
def test_caddy_gets_a_certificate_for_each_name(tmp_path: Path, relay_domain: str) -> None:
    written(tmp_path / "machine", relay_domain=relay_domain)
    names = [DOMAIN, *filter(None, [relay_domain])]
    with networks() as net, ExitStack() as opened:
        at = net.host()
        at.knows({"localhost": "127.0.0.1"} | dict.fromkeys(names, at.ipv4))
        runs(opened, at, tmp_path, ["pebble", "-config", str(authority(tmp_path))], PEBBLE_VA_NOSLEEP="1")
        until(lambda: "Listening on" in (tmp_path / "pebble.log").read_text())
        file = tmp_path / "Caddyfile"
        told = f"{{\n\tacme_ca https://localhost:14000/dir\n\tacme_ca_root {tmp_path}/authority.pem\n"
        file.write_text((tmp_path / "machine/etc/caddy/Caddyfile").read_text().replace("{\n", told, 1))
        runs(opened, at, tmp_path, ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)])
        until(lambda: got(tmp_path) == set(names))


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def got(home: Path) -> set[str]:
    return {file.stem for file in (home / CERTIFICATES).rglob("*.crt")}


def authority(folder: Path) -> Path:
    """How Pebble is told to look at what really answers at the ports of the web."""
    trusted, own = issued("localhost")
    (folder / "authority.pem").write_bytes(trusted)
    (folder / "pebble.pem").write_bytes(own)
    own_certificate = dict.fromkeys(("certificate", "privateKey"), str(folder / "pebble.pem"))
    at = {"listenAddress": "127.0.0.1:14000", "managementListenAddress": "127.0.0.1:15000"}
    (folder / "pebble.json").write_text(json.dumps({"pebble": at | own_certificate | {"httpPort": 80, "tlsPort": 443}}))
    return folder / "pebble.json"


def runs(opened: ExitStack, at: Host, folder: Path, command: list[str], **environment: str) -> None:
    """There, until all is over."""
    script = at.command(folder, command[0])
    home = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder / ".local/share")} | environment
    assert shutil.which(script)
    with (folder / f"{command[0]}.log").open("wb") as log:
        process = subprocess.Popen([script, *command[1:]], env=home, stdout=log, stderr=log)
    opened.callback(process.wait)
    opened.callback(process.terminate)
