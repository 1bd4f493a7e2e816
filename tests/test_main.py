"""Starting a server: what it says when it cannot, and what it prints for a newcomer."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.checks import with_port
from app.circle.decide import open_circle
from app.circle.plan import TEMPLATES, Template
from app.circle.units import HOUR_MS
from app.listening import bound
from app.ready import PRINTED_BEFORE, show_ready_circle
from app.web.link_key import LinkKey, link_key_of
from tests.support.command import run_to_end
from tests.support.ports import free_port
from tests.support.process import ROOT, ServerProcess
from tests.support.scene import ROLES
from tests.support.server import running


def started(folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """A server that is expected to end by itself."""
    settings = {"BALINT_PORT": "0", "BALINT_MEDIA_PORT": "0", "BALINT_DATA_DIR": str(folder)} | changes
    return run_to_end(os.environ | settings, "serve", *arguments)


@pytest.mark.parametrize(
    ("setting", "kind", "word"),
    [
        ("BALINT_PORT", socket.SOCK_STREAM, "TCP port"),
        ("BALINT_MEDIA_PORT", socket.SOCK_DGRAM, "UDP port"),
        ("BALINT_MEDIA_TCP_PORT", socket.SOCK_STREAM, "TCP port"),
    ],
)
def test_a_port_that_is_taken(tmp_path: Path, setting: str, kind: socket.SocketKind, word: str) -> None:
    with socket.socket(socket.AF_INET, kind) as taken:
        taken.bind(("127.0.0.1", 0))
        if kind is socket.SOCK_STREAM:
            taken.listen()
        ended = started(tmp_path, **{setting: str(taken.getsockname()[1]), "BALINT_MEDIA_HOST": "127.0.0.1"})
    assert ended.returncode == 1
    assert word in ended.stderr
    assert setting in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("setting", "value"), [("BALINT_PORT", "eight"), ("BALINT_SECRET", "short"), ("BALINT_CIRCLES_MAX", "0")]
)
def test_a_setting_that_makes_no_sense(tmp_path: Path, setting: str, value: str) -> None:
    ended = started(tmp_path, **{setting: value})
    assert ended.returncode == 1
    assert ended.stderr.startswith("The server did not start.")
    assert "Traceback" not in ended.stderr
    assert value not in ended.stderr or setting == "BALINT_CIRCLES_MAX"


@pytest.mark.parametrize("wrong", [{"BALINT_PORT": "eight"}, {"BALINT_HOST": "192.0.2.7", "BALINT_OPENING_KEY": "key"}])
def test_a_log_of_json_also_says_in_json_why_it_did_not_start(tmp_path: Path, wrong: dict[str, str]) -> None:
    ended = started(tmp_path, BALINT_LOG_JSON="1", **wrong)
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert json.loads(line)["message"].startswith("The server did not start. ")
    assert set(wrong) & set(line.replace(":", " ").split())


@pytest.mark.parametrize(
    "url", ["https://circle.example/balint", "https://circle.example/?a", "http://localhost/#", "circle.example"]
)
def test_a_public_url_that_is_more_or_less_than_a_host(tmp_path: Path, url: str) -> None:
    ended = started(tmp_path, BALINT_PUBLIC_URL=url, BALINT_OPENING_KEY="sesame")
    assert ended.returncode == 1
    assert "BALINT_PUBLIC_URL is to be a host alone" in ended.stderr


FROM_OUTSIDE = [
    {"BALINT_HOST": "0.0.0.0"},
    {"BALINT_HOST": "::"},
    {"BALINT_HOST": ""},
    {"BALINT_PUBLIC_URL": "https://circle.example"},
    {"BALINT_HOST": "0.0.0.0", "BALINT_PUBLIC_URL": "http://localhost:8000"},
    {"BALINT_PUBLIC_URL": "https://circle.example", "BALINT_OPENING_KEY": " "},
]


@pytest.mark.parametrize("settings", FROM_OUTSIDE)
@pytest.mark.parametrize("processes", [1, 2])
def test_a_server_that_strangers_reach_takes_a_key(tmp_path: Path, settings: dict[str, str], processes: int) -> None:
    """W6: one process, or the parent of several."""
    redis = {"REDIS_URL": "redis://127.0.0.1:1"} if processes > 1 else {}
    ended = started(tmp_path, "--processes", str(processes), **settings, **redis)
    assert ended.returncode == 1
    for word in ("BALINT_OPENING_KEY", "BALINT_OPEN_TO_ALL=1"):
        assert word in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [({"BALINT_OPEN_TO_ALL": "1"}, True), ({"BALINT_OPENING_KEY": "sesame"}, False)],
)
def test_it_starts_with_a_key_or_when_told_to_be_open(tmp_path: Path, settings: dict[str, str], said: bool) -> None:
    """W6"""
    server = ServerProcess(tmp_path, BALINT_PUBLIC_URL="https://circle.example", **settings).start()
    server.stop()
    assert ("anybody who reaches the page can open circles" in server.log) is said


def test_a_store_of_another_server(tmp_path: Path) -> None:
    running = ServerProcess(tmp_path).start()
    try:
        ended = started(tmp_path / "data")
        assert ended.returncode == 1
        assert "another server" in ended.stderr
    finally:
        running.stop()


def test_the_ready_circle_is_sealed_and_its_links_are_printed_once(tmp_path: Path) -> None:
    """S4, V1: a newcomer's links stay good, but no server has their key, so it cannot print them again."""
    links = ready_links(tmp_path)
    keys = {link.partition("~")[2] for link in links}
    assert (len(links), len(keys)) == (12, 1)
    assert re.fullmatch(r"[a-z2-7]{28}", *keys)
    assert ready_links(tmp_path) == []
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b'"lock"' in kept, "it is still there"
    assert not any(key.encode() in kept for key in keys)


def test_a_groups_meeting_is_no_ready_circle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """G14: its people enter by their own links, once they have accepted its frame; nobody is given a seat's."""

    async def run() -> None:
        async with running(tmp_path) as server:
            hub, plan = server.services.hub, TEMPLATES[Template.ONE_CASE_60]
            now_ms = hub.clock.now_ms()
            await hub.open(open_circle("Tuesday group", plan, ROLES, now_ms, planned_until_ms=now_ms + HOUR_MS))
            await show_ready_circle(server.services)
            await show_ready_circle(server.services)

    asyncio.run(run())
    printed = capsys.readouterr().out
    assert "Tuesday group" not in printed
    assert (printed.count("Our Balint circle is ready."), printed.count(PRINTED_BEFORE)) == (1, 1)


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_ready_circle_is_for_a_server_by_itself(tmp_path: Path, processes: str) -> None:
    """Of several nodes each would open one at each of its starts, and print its links into a log."""
    ended = started(tmp_path, "--ready-circle", "--processes", processes, REDIS_URL="redis://127.0.0.1:1")
    assert ended.returncode == 1
    assert "--ready-circle" in ended.stderr


def test_the_key_of_a_link_and_its_lock_follow_from_16_bytes() -> None:
    """V1: as the page makes them (`link-key.test.ts`)."""
    assert link_key_of(bytes(range(16))) == LinkKey(key="aaaqeayeaudaocajbifqydiob67e", lock="3be2e08bdfdf9c68")


def ready_links(folder: Path) -> list[str]:
    """What `make run` prints, as far as it is links."""
    settings = {
        "BALINT_PORT": "0",
        "BALINT_MEDIA_PORT": str(free_port(socket.SOCK_DGRAM)),
        "BALINT_DATA_DIR": str(folder),
    }
    settings |= {"BALINT_MEDIA_HOST": "127.0.0.1", "BALINT_PUBLIC_URL": "http://localhost:8000"}
    command = [sys.executable, "-m", "app", "serve", "--ready-circle"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        links = []
        while "Stop:" not in (line := server.stdout.readline()):
            links += [word for word in line.split() if "/#" in word]
        server.terminate()
        assert server.wait(20) in {0, -15}
    return links


@pytest.mark.parametrize(
    ("host", "reached"), [("::1", ["::1"]), ("::", ["::1", "127.0.0.1"]), ("127.0.0.1", ["127.0.0.1"])]
)
def test_a_port_is_reached_by_the_families_of_its_address(host: str, reached: list[str]) -> None:
    with bound(host, 0, "BALINT_PORT") as port:
        for address in reached:
            socket.create_connection((address, port.getsockname()[1]), timeout=2).close()


def test_an_address_of_ipv6_stands_in_brackets_before_a_port() -> None:
    assert with_port("fd00::1", 8900) == "[fd00::1]:8900"
    assert with_port("node-1", 8900) == "node-1:8900"
