"""The relay at 443 beside the page, by a name of its own: what the installation writes, and that it can be undone."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.settings import Settings
from tests.install.test_settings import DOMAIN, RELAY_DOMAIN, UNITS, files_in, needs, told, written
from tests.support.authority import issued
from tests.support.process import PATIENCE_S, ROOT

BALANCER = f"{UNITS}/haproxy.service.d/balint.conf"
BOUND = "BALINT_SOURCE_CONNECTIONS_MAX"


def test_browsers_are_told_of_the_relay_at_443(tmp_path: Path) -> None:
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    assert told(tmp_path)["BALINT_TURN_URLS"].endswith(f",turns:{RELAY_DOMAIN}:443?transport=tcp")
    assert (tmp_path / "etc/balint/names").read_text().split() == [DOMAIN, RELAY_DOMAIN]


def test_typed_again_without_it_nothing_of_it_is_left_to_start(tmp_path: Path) -> None:
    plain, changed = tmp_path / "plain", tmp_path / "changed"
    written(plain)
    shutil.copytree(plain, changed)
    written(changed, relay_domain=RELAY_DOMAIN)
    written(changed)
    left = files_in(changed)
    assert left.pop("etc/haproxy/haproxy.cfg").startswith("# Written by the installation")
    assert left == files_in(plain)


@pytest.mark.parametrize("same", [DOMAIN, DOMAIN.upper()])
def test_the_relay_has_to_have_another_name(tmp_path: Path, same: str) -> None:
    assert "another name than DOMAIN" in written(tmp_path, relay_domain=same, fails=True)
    assert files_in(tmp_path) == {}


def test_names_typed_with_capital_letters_are_written_as_their_certificates_are(tmp_path: Path) -> None:
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    first = files_in(tmp_path)
    written(tmp_path, domain=DOMAIN.title(), relay_domain=RELAY_DOMAIN.title())
    assert files_in(tmp_path) == first


def test_a_balancer_that_somebody_else_has_set_up_is_not_lost(tmp_path: Path) -> None:
    theirs = tmp_path / "etc/haproxy/haproxy.cfg"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("global\n")
    assert "not Debian's own any more" in written(tmp_path, relay_domain=RELAY_DOMAIN, fails=True)
    written(tmp_path)
    assert theirs.read_text() == "global\n"


@needs("haproxy", "haproxy")
def test_haproxy_takes_its_file(tmp_path: Path) -> None:
    """With what systemd gives it."""
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    given = given_by(tmp_path)
    _, certificate = issued(DOMAIN, RELAY_DOMAIN)
    (tmp_path / f"{DOMAIN}.pem").write_bytes(certificate)
    command = ["haproxy", "-c", "-f", str(tmp_path / "etc/haproxy/haproxy.cfg")]
    environment = os.environ | given | {"CERTIFICATES": str(tmp_path / f"{DOMAIN}.pem")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert "Configuration file is valid" in done.stdout, done.stderr
    assert "NODE_2" not in (tmp_path / "etc/haproxy/haproxy.cfg").read_text()


def test_haproxy_reaches_the_relay_by_the_last_address(tmp_path: Path) -> None:
    """The machine's own: many routers lead nobody back in by the public one (NAT)."""
    written(tmp_path, "203.0.113.7", "10.0.0.5", relay_domain=RELAY_DOMAIN)
    assert given_by(tmp_path)["TURN"] == "10.0.0.5:3478"


def test_haproxy_bounds_a_source_as_the_server_does(tmp_path: Path) -> None:
    """By the last line of own.env that says so, as systemd reads it; where none does, by the server's own figure."""
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    assert BOUND not in given_by(tmp_path)
    own = f'#{BOUND}=1\n{BOUND}=512\n {BOUND} = "600" \nMY_{BOUND}=7\n'
    (tmp_path / "etc/balint/own.env").write_text(own)
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    assert given_by(tmp_path)[BOUND] == "600"
    assert re.findall(rf"presetenv {BOUND} +(\d+)$", (ROOT / "deploy/haproxy.cfg").read_text(), re.MULTILINE) == [
        str(Settings.model_fields["source_connections_max"].default)
    ]


def test_haproxy_leads_to_the_servers_own_port(tmp_path: Path) -> None:
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    assert given_by(tmp_path)["NODE_1"] == "127.0.0.1:8080"
    (tmp_path / "etc/balint/own.env").write_text("BALINT_PORT=8090\n")
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    assert given_by(tmp_path)["NODE_1"] == "127.0.0.1:8090"


def given_by(root: Path) -> dict[str, str]:
    """What systemd gives HAProxy."""
    lines = re.findall("^Environment=(.*)$", (root / BALANCER).read_text(), re.MULTILINE)
    return dict(re.findall(r"(\w+)=(\S*)", "\n".join(lines)))


@needs("caddy", "caddy")
def test_caddy_takes_its_file(tmp_path: Path) -> None:
    written(tmp_path, relay_domain=RELAY_DOMAIN)
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(tmp_path / "etc/caddy/Caddyfile")]
    home = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert "Valid configuration" in done.stdout, done.stderr
