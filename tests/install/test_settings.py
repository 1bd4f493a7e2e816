"""What the installation writes is what Debian's systemd, Caddy and coturn understand, and what a server starts with."""

import asyncio
import json
import os
import re
import shutil
import stat
import subprocess
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest

from app.doctor.relay import relay_answers
from app.settings import Settings
from tests.support.coturn import coturn_by, needs_coturn
from tests.support.namespaces import needs_networks, networks
from tests.support.process import PATIENCE_S, ROOT

SINGLE = ROOT / "deploy" / "single"
DOMAIN, RELAY_DOMAIN = "circle.example", "turn.circle.example"
UNITS = "etc/systemd/system"
EXPOSURE_MAX = 2.0
SECRETS = {"etc/balint/opening-key", "etc/balint/turn-secret", "etc/balint/server.env", "etc/balint/own.env"} | {
    "etc/balint/installed",
    "etc/turnserver.conf",
}


def needs(command: str, package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(command) is None, reason=f"needs Debian's {package}")


def written(root: Path, *addresses: str, domain: str = DOMAIN, relay_domain: str = "", fails: bool = False) -> str:
    """What `settings` says that has written its files below this root."""
    command = [SINGLE / "settings", domain, *(addresses or ("203.0.113.7", "2001:db8::7"))]
    environment = os.environ | {"DESTDIR": str(root), "RELAY_DOMAIN": relay_domain}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert (done.returncode != 0) == fails, done.stderr
    return done.stderr


def files_in(root: Path) -> dict[str, str]:
    return {str(file.relative_to(root)): file.read_text() for file in root.rglob("*") if file.is_file()}


def told(root: Path) -> dict[str, str]:
    """The server's environment, as systemd reads it."""
    lines = re.findall(r"^(\w+)=(.*)$", (root / "etc/balint/server.env").read_text(), re.MULTILINE)
    return {name: value.strip('"') for name, value in lines}


def test_a_server_starts_with_what_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    for name, value in told(tmp_path).items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert settings.addresses == ("203.0.113.7", "2001:db8::7")
    assert settings.public_url == f"https://{DOMAIN}"
    assert len(settings.turn_urls) == 3
    key = (tmp_path / "etc/balint/opening-key").read_text().strip()
    assert len(key) == 48
    assert settings.opening_key
    assert settings.opening_key.get_secret_value() == key


def test_typed_again_it_changes_nothing_and_another_name_changes_no_secret(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "etc/balint/own.env").write_text("BALINT_VOICES_MAX=6\n")
    first = files_in(tmp_path)
    written(tmp_path)
    assert files_in(tmp_path) == first
    written(tmp_path, domain="other.example")
    second = files_in(tmp_path)
    assert "other.example" in second["etc/caddy/Caddyfile"]
    kept = {"etc/balint/opening-key", "etc/balint/turn-secret", "etc/balint/own.env"}
    assert {name: second[name] for name in kept} == {name: first[name] for name in kept}


def test_caddy_leads_to_the_port_that_the_server_is_told(tmp_path: Path) -> None:
    """Where another program has 8080, that one is not shown to the world."""
    written(tmp_path)
    assert "reverse_proxy 127.0.0.1:8080\n" in files_in(tmp_path)["etc/caddy/Caddyfile"]
    (tmp_path / "etc/balint/own.env").write_text("# BALINT_PORT=1\nBALINT_PORT=8090\n")
    written(tmp_path)
    assert "reverse_proxy 127.0.0.1:8090\n" in files_in(tmp_path)["etc/caddy/Caddyfile"]


def test_a_key_that_is_written_into_its_file_is_the_servers_at_the_next_upgrade(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "etc/balint/opening-key").write_text("another-key\n")
    written(tmp_path)
    assert told(tmp_path)["BALINT_OPENING_KEY"] == "another-key"


def test_only_root_reads_what_is_secret(tmp_path: Path) -> None:
    written(tmp_path)
    secrets = {name.strip() for name in (told(tmp_path)["BALINT_TURN_SECRET"], told(tmp_path)["BALINT_OPENING_KEY"])}
    holding = {name for name, text in files_in(tmp_path).items() if any(secret in text for secret in secrets)}
    assert holding <= SECRETS
    for name in SECRETS:
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) & 0o037 == 0, name


def test_a_file_that_somebody_else_wrote_is_not_lost(tmp_path: Path) -> None:
    theirs = tmp_path / "etc/caddy/Caddyfile"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs.example { respond hello }\n")
    assert "not Debian's own any more" in written(tmp_path, fails=True)
    assert "theirs.example" in theirs.read_text()
    assert not (tmp_path / "etc/balint").exists()


@pytest.mark.parametrize(("domain", "relay_domain"), [("kölner-kreis.example", ""), (DOMAIN, "tür.circle.example")])
def test_a_name_that_browsers_write_otherwise_is_not_taken(tmp_path: Path, domain: str, relay_domain: str) -> None:
    said = written(tmp_path, domain=domain, relay_domain=relay_domain, fails=True)
    assert (relay_domain or domain) in said
    assert "xn--" in said
    assert not (tmp_path / "etc").exists()


OURS, CADDYS, RELAYS = "balint.service", "caddy.service.d/balint.conf", "coturn.service.d/balint.conf"


@pytest.mark.parametrize("unit", [OURS, CADDYS, RELAYS, "balint-relay-certificate.service"])
def test_no_unit_is_given_up_however_often_it_is_started(tmp_path: Path, unit: str) -> None:
    """systemd starts others five times in ten seconds; `start` asks each second for the first certificates."""
    written(tmp_path)
    assert unit_of(tmp_path, unit)["Unit"]["StartLimitIntervalSec"] == "0"


@pytest.mark.parametrize("unit", [OURS, CADDYS, RELAYS])
def test_whatever_ends_is_started_again(tmp_path: Path, unit: str) -> None:
    written(tmp_path)
    assert unit_of(tmp_path, unit)["Service"]["Restart"] == "always"
    assert int(unit_of(tmp_path, unit)["Service"]["RestartSec"]) > 0, "or it would take the machine's core"


@pytest.mark.parametrize("unit", [OURS, RELAYS])
def test_whatever_has_to_know_its_address_waits_for_one(tmp_path: Path, unit: str) -> None:
    """Debian's Caddy does so by itself. Where a machine has no address yet, coturn ends."""
    written(tmp_path)
    for word in ("Wants", "After"):
        assert unit_of(tmp_path, unit)["Unit"][word] == "network-online.target"


def unit_of(root: Path, name: str) -> ConfigParser:
    """What is written of it."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.read(root / UNITS / name)
    return unit


@needs("systemd-analyze", "systemd")
def test_the_service_may_do_little_besides_its_work(tmp_path: Path) -> None:
    written(tmp_path)
    unit = tmp_path / UNITS / "balint.service"
    asked = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE_S, check=True).stdout
    assert exposure_of(said) < EXPOSURE_MAX


def exposure_of(said: str) -> float:
    """The level in what systemd-analyze says of a unit: 0 is the safest, 10 the most exposed."""
    [exposure] = re.findall(r"Overall exposure level .*: ([\d.]+) ", said)
    return float(exposure)


@needs("caddy", "caddy")
def test_caddy_takes_its_file(tmp_path: Path) -> None:
    written(tmp_path)
    command = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(tmp_path / "etc/caddy/Caddyfile")]
    home = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(command, env=home, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert "Valid configuration" in done.stdout, done.stderr


@needs("caddy", "caddy")
def test_caddy_tells_browsers_to_come_by_https_alone(tmp_path: Path) -> None:
    """W8: HSTS (RFC 6797), in each answer of the one site that is served."""
    written(tmp_path)
    assert hsts_by(tmp_path / "etc/caddy/Caddyfile") == {":443": {"max-age=31536000"}}


def hsts_by(caddyfile: Path) -> dict[str, set[str]]:
    """What Caddy understands of a file: where it listens, and which HSTS goes before every answer there."""
    command = ["caddy", "adapt", "--adapter", "caddyfile", "--config", str(caddyfile)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    servers = json.loads(done.stdout)["apps"]["http"]["servers"].values()
    return {listened: first_hsts(server["routes"]) for server in servers for listened in server["listen"]}


def first_hsts(sites: list[dict[str, Any]]) -> set[str]:
    """Of each site, the header that its first route sets for whatever is asked."""
    found = set()
    for site in sites:
        [inside] = [handler["routes"] for handler in site["handle"] if handler["handler"] == "subroute"]
        first = inside[0]
        assert "match" not in first
        sets = [handler["response"]["set"] for handler in first["handle"] if handler["handler"] == "headers"]
        found |= {told for each in sets for told in each["Strict-Transport-Security"]}
    return found


@needs_coturn
def test_coturn_takes_its_file_and_leads_to_our_own_addresses_alone(tmp_path: Path) -> None:
    written(tmp_path)
    file = tmp_path / "etc/turnserver.conf"
    allowed = re.findall(r"^allowed-peer-ip=(.*)$", file.read_text(), re.MULTILINE)
    assert allowed == ["203.0.113.7", "2001:db8::7"]
    with coturn_by(file, "--listening-ip=127.0.0.1", "--listening-port=0", "--tls-listening-port=0") as log:
        said = log.read_text()
    assert not re.search(r"unknown|bad config", said, re.IGNORECASE)


@needs_networks
@needs_coturn
@pytest.mark.parametrize("families", [{}, {"ipv6": False}, {"ipv4": False}], ids=["both", "IPv4", "IPv6"])
def test_the_relay_passes_on_to_a_machine_of_either_family(tmp_path: Path, families: dict[str, bool]) -> None:
    """As browsers ask it, which name no family: they would be given one of IPv4, which reaches no IPv6."""
    with networks() as net:
        at = net.host(**families)
        addresses = [*[at.ipv4] * families.get("ipv4", True), *[at.ipv6] * families.get("ipv6", True)]
        written(tmp_path, *addresses)
        secret = (tmp_path / "etc/balint/turn-secret").read_text().strip()
        urls = [f"turn:{with_brackets(address)}:3478?transport=udp" for address in addresses]
        told = {"turn_urls": urls, "turn_secret": secret, "media_advertise": addresses}
        with at.entered(), coturn_by(tmp_path / "etc/turnserver.conf"):
            answers = asyncio.run(relay_answers(Settings.model_validate(told))) or ()
        assert [answer.failed for answer in answers] == [""] * len(addresses)


def with_brackets(address: str) -> str:
    return f"[{address}]" if ":" in address else address


@pytest.mark.parametrize("script", sorted(file.name for file in SINGLE.iterdir() if os.access(file, os.X_OK)))
def test_a_script_is_read_without_a_mistake(script: str) -> None:
    shell = (SINGLE / script).read_text().splitlines()[0].rpartition("/")[2].split()[-1]
    subprocess.run([shell, "-n", str(SINGLE / script)], check=True, timeout=PATIENCE_S)
