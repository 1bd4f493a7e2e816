"""deploy/single/compose.yaml: what it tells each part is what that part takes, and none has a right that it needs not.

There is no Docker here: what is checked is the file, not that Docker runs it.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import Settings
from tests.install.test_settings import SINGLE, hsts_by, needs
from tests.support.process import PATIENCE_S, ROOT

TEXT = (SINGLE / "compose.yaml").read_text()
GIVEN = {"DOMAIN": "circle.example", "ADDRESS": "203.0.113.7", "OPENING_KEY": "sesame"}


def filled(inner: str = "") -> dict[str, Any]:
    """The file as Compose reads it with the three variables, and perhaps with the fourth."""
    text = re.sub(r"(?<!\$)\$\{(\w+):\?\}", lambda name: GIVEN[name[1]], TEXT)
    text = text.replace("${INNER_ADDRESS:+,${INNER_ADDRESS}}", inner and f",{inner}")
    text = re.sub(r"\$\{INNER_ADDRESS:-(.*?)\}", inner or r"\1", text)
    return dict(yaml.safe_load(text.replace("$$", "$")))


def test_it_takes_three_variables_and_says_which() -> None:
    assert set(re.findall(r"(?<!\$)\$\{(\w+):\?\}", TEXT)) == GIVEN.keys()


def test_the_line_at_its_head_writes_all_three(tmp_path: Path) -> None:
    """As it is typed, with a key that nobody else has."""
    [line] = re.findall(r"^#     (printf .*)$", TEXT, re.MULTILINE)
    keys = set()
    for _ in range(2):
        subprocess.run(["bash", "-ec", line], cwd=tmp_path, check=True)
        written = dict(pair.split("=") for pair in (tmp_path / ".env").read_text().splitlines())
        assert written == GIVEN | {"OPENING_KEY": written["OPENING_KEY"]}
        keys.add(written["OPENING_KEY"])
    assert (len(keys), {len(key) for key in keys}) == (2, {48})


def test_the_app_starts_with_what_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {name: value for name, value in filled()["services"]["app"]["environment"].items() if value is not None}
    (tmp_path / "turn").write_text("0123456789abcdef" * 3)
    for name, value in told.items():
        monkeypatch.setenv(name, str(value).replace("/secrets", str(tmp_path)))
    settings = Settings()
    assert settings.turn_secret
    assert settings.addresses == ("203.0.113.7",)
    ports = filled()["services"]["app"]["ports"]
    assert ports == [f"{settings.media_port}:{settings.media_port}/udp", f"{settings.media_tcp_port}:8001/tcp"]
    assert f"app:{settings.port}" in filled()["configs"]["Caddyfile"]["content"]


def test_whoever_opens_a_firewall_is_told_of_every_port() -> None:
    """What is published, and what the relay, which is on the machine's own network, is reached by."""
    services = filled()["services"]
    published = {port.partition(":")[2] for service in services.values() for port in service.get("ports", [])}
    relayed = re.findall(r":(\d+)\?transport=(\w+)", services["app"]["environment"]["BALINT_TURN_URLS"])
    with_docker = (ROOT / "docs" / "OPERATIONS.md").read_text().partition("## With Docker")[2]
    told = re.search(r"open: TCP ([\d, and]+); UDP and TCP ([\d, and]+)\.", " ".join(with_docker.split()))
    assert told
    tcp, both = (re.findall(r"\d+", ports) for ports in told.groups())
    needed = {port if "/" in port else f"{port}/tcp" for port in published} | {f"{port}/{by}" for port, by in relayed}
    assert needed == {f"{port}/tcp" for port in tcp + both} | {f"{port}/udp" for port in both}


def test_behind_a_router_browsers_and_the_relay_are_told_of_its_own_address_too() -> None:
    services, configs = (filled("10.0.0.5")[name] for name in ("services", "configs"))
    assert services["app"]["environment"]["BALINT_MEDIA_ADVERTISE"] == "203.0.113.7,10.0.0.5"
    allowed = re.findall("^allowed-peer-ip=(.*)$", configs["turnserver.conf"]["content"], re.MULTILINE)
    assert allowed == ["203.0.113.7", "10.0.0.5"]


@pytest.mark.parametrize(
    ("address", "inner", "family"),
    [("203.0.113.7", "", "ipv4"), ("2001:db8::7", "", "ipv6"), ("2001:db8::7", "10.0.0.5", "ipv4")],
)
def test_the_relay_gives_browsers_an_address_of_ipv6_where_there_is_no_other(
    tmp_path: Path, address: str, inner: str, family: str
) -> None:
    """As `make install` does (`tests/install/test_settings.py`), by what its container runs."""
    said = begun_relay(tmp_path, filled(inner)["services"]["turn"]["command"][-1].replace(GIVEN["ADDRESS"], address))
    assert f"--allocation-default-address-family={family} " in said


def test_the_relay_has_the_certificate_of_a_name_typed_with_capital_letters(tmp_path: Path) -> None:
    """Caddy keeps it under the name as browsers say it."""
    script = filled()["services"]["turn"]["command"][-1].replace(GIVEN["DOMAIN"], GIVEN["DOMAIN"].title())
    assert f"/{GIVEN['DOMAIN']}.crt " in begun_relay(tmp_path, script)


def begun_relay(folder: Path, script: str) -> str:
    """With what the relay is begun by what its container runs, once Caddy has a certificate."""
    certificates = folder / "caddy/certificates/authority" / GIVEN["DOMAIN"]
    certificates.mkdir(parents=True)
    (certificates / f"{GIVEN['DOMAIN']}.crt").touch()
    (folder / "turn").write_text("0123456789abcdef" * 3)
    for name, does in {"turnserver": 'echo "$@"', "sleep": "false"}.items():
        (folder / name).write_text(f"#!/bin/sh\n{does}\n")
        (folder / name).chmod(0o755)
    script = script.replace("/caddy/caddy/", f"{folder}/caddy/").replace("/secrets/", f"{folder}/")
    path = os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-euc", script], env=path, capture_output=True, text=True, timeout=10, check=True)
    return done.stdout


def test_no_part_has_a_right_that_it_does_not_need() -> None:
    for name, service in filled()["services"].items():
        assert service.get("read_only", False) is ("configs" not in service), name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
    assert {name: it["cap_add"] for name, it in filled()["services"].items() if "cap_add" in it} == {
        "caddy": ["NET_BIND_SERVICE"],
        "turn": ["NET_BIND_SERVICE"],
    }


def test_the_relay_is_told_what_it_is_told_without_docker() -> None:
    """But for where its secret and its certificate are."""
    elsewhere = {"static-auth-secret", "cert", "pkey", "pidfile", "allowed-peer-ip"}
    with_docker = settings_of(filled()["configs"]["turnserver.conf"]["content"])
    without = settings_of((SINGLE / "turnserver.conf").read_text().replace("@DOMAIN@", GIVEN["DOMAIN"]))
    assert with_docker - without == {"allowed-peer-ip=203.0.113.7", "pidfile=/tmp/turnserver.pid"}
    assert {line.partition("=")[0] for line in without - with_docker} <= elsewhere


def settings_of(text: str) -> set[str]:
    return {line for line in text.splitlines() if line and not line.startswith("#")}


def test_the_relay_keeps_no_words() -> None:
    """What it says of a connection that breaks off names its address."""
    several = yaml.safe_load((ROOT / "compose.yaml").read_text())
    for services in (filled()["services"], several["services"]):
        assert services["turn"]["logging"] == {"driver": "none"}
    assert "StandardOutput=null" in (SINGLE / "coturn.conf").read_text().splitlines()


@needs("caddy", "caddy")
def test_caddy_takes_its_file(tmp_path: Path) -> None:
    (tmp_path / "Caddyfile").write_text(filled()["configs"]["Caddyfile"]["content"])
    command = ["caddy", "adapt", "--config", str(tmp_path / "Caddyfile"), "--adapter", "caddyfile"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert '"dial":"app:8000"' in done.stdout, done.stderr
    assert hsts_by(tmp_path / "Caddyfile") == {":443": {"max-age=31536000"}}


@pytest.mark.parametrize("service", ["secrets", "turn"])
def test_what_a_part_runs_first_is_read_without_a_mistake(service: str) -> None:
    script = filled()["services"][service]["command"][-1]
    shell = shutil.which("dash") or "sh"
    subprocess.run([shell, "-n", "-c", script], check=True, timeout=PATIENCE_S)
