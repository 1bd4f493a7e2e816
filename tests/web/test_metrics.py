"""What a server shows to whoever watches it."""

import asyncio
import re
import socket
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from app import __version__
from app.circle.reasons import Reason
from app.cluster.key import node_key
from app.data_folder import CIRCLES
from app.media.counters import PortCounters, RoomCounters
from app.store.groups import GroupsRefused
from app.store.store import NotReadable, StoreFailed
from app.store.timing import CALLS, GROUP_CALLS, timed
from app.web.closing import CloseCode
from app.web.metrics import Metrics
from tests.support.client import client
from tests.support.group_client import GroupClient
from tests.support.peer import until
from tests.support.person import Person
from tests.support.ports import free_port
from tests.support.process import ServerProcess
from tests.support.redis import RedisProcess
from tests.support.server import Server, running

LABELS = {
    "reason": set(Reason),
    "code": {code.name.lower() for code in CloseCode} | {"other"},
    "call": {*CALLS.values(), *GROUP_CALLS.values()},
    "version": {__version__},
    "commit": {"unknown"},
}
"""Every label there is, and all it may say; bounds and the version of Python are numbers."""

FAILURES = "balint_store_failures_total"
Numbers = Mapping[tuple[str, str], float]
"""Values by name and by what their one label says."""


def shown_by(server: Server) -> Numbers:
    return numbers_in(server.services.metrics.text().decode())


def numbers_in(text: str) -> Numbers:
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    for sample in samples:
        for label, value in sample.labels.items():
            assert value in LABELS[label] if label in LABELS else re.fullmatch(r"[\d.]+|\+Inf", value), sample
    return {(s.name, " ".join(v for k, v in s.labels.items() if k != "le")): s.value for s in samples}


def test_every_number_of_the_sound_is_shown_by_its_name(tmp_path: Path) -> None:
    async def play() -> None:
        async with running(tmp_path) as server:
            names = {name for name, _ in shown_by(server)}
            for prefix, numbers in (("voice", RoomCounters()), ("media", PortCounters())):
                for field in fields(numbers):
                    ending = "" if field.metadata else "_total"
                    ending = ending if isinstance(getattr(numbers, field.name), int) else "_bucket"
                    assert f"balint_{prefix}_{field.name}{ending}" in names

    asyncio.run(play())


def test_what_happens_in_a_meeting_is_counted_and_stays_counted_when_it_has_ended(tmp_path: Path) -> None:
    async def play() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as page, client(server.socket_url) as eve:
            tokens = await server.open_circle()
            frida = await Person.enter(page, tokens[0], "Frida")
            await page.ask("open_microphone")
            frida.peer.speak(5)
            await until(lambda: shown_by(server)["balint_voice_gated_total", ""] + forwarded(server) == 5)
            assert await page.ask("name_presenter", seat=3) is not None
            await eve.send({"type": "enter", "token": "x" + tokens[1], "name": "Eve"})
            await eve.closed()
            now = shown_by(server)
            assert (now["balint_circles", ""], now["balint_people", ""], now["balint_sockets", ""]) == (1, 1, 1)
            assert sum(value for (name, _), value in now.items() if name == "balint_refusals_total") == 1
            assert now["balint_closings_total", "not_invited"] == 1
            assert now["balint_store_seconds_count", "append"] >= 2
            assert now["balint_media_connections", ""] == 1
            await page.ask("end_circle", seen=0)
            await page.closed()
            await until(lambda: not server.services.hub.circles)
            after = shown_by(server)
            assert after["balint_voice_gated_total", ""] + forwarded(server) == 5
            assert after["balint_closings_total", "ended"] == 1
            assert after["balint_store_seconds_count", "finish"] == 1
            await frida.peer.leave()

    asyncio.run(play())


def forwarded(server: Server) -> float:
    return shown_by(server)["balint_voice_forwarded_total", ""]


def test_a_single_server_shows_its_numbers_on_the_loopback_alone(tmp_path: Path) -> None:
    port = free_port()
    server = ServerProcess(
        tmp_path, BALINT_METRICS_PORT=str(port), BALINT_HOST="0.0.0.0", BALINT_OPEN_TO_ALL="1"
    ).start()
    try:
        assert ("balint_circles", "") in numbers_in(httpx.get(f"http://127.0.0.1:{port}/metrics").text)
        assert "balint_" not in httpx.get(f"{server.url}/metrics").text
        listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines() if " 0A " in line]
        assert [at for at in listening if at.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]
    finally:
        server.stop()


def test_a_taken_port_stops_no_meeting(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        server = ServerProcess(tmp_path, BALINT_METRICS_PORT=port).start()
        try:
            assert server.open_circle()
            assert "no numbers are shown" in server.log
            assert "BALINT_METRICS_PORT" in server.log
        finally:
            server.stop()


def test_a_node_shows_its_numbers_on_its_inner_address_to_whoever_is_there(tmp_path: Path) -> None:
    async def play() -> None:
        with RedisProcess(tmp_path / "redis") as redis:
            also = SecretStr("the secret that is on its way in or out")
            async with (
                running(tmp_path / "a", redis_url=redis.url, secret_also=also) as node,
                httpx.AsyncClient() as http,
            ):
                assert node.services.node
                inner = f"http://{node.services.node.address}"
                now = numbers_in((await http.get(f"{inner}/metrics")).text)
                assert now["balint_store_reached", ""] == 1
                assert now["balint_draining", ""] == 0
                assert now["balint_store_seconds_count", "show"] >= 1
                asked = {"json": {"circle": "any"}}
                assert (await http.post(f"{inner}/node/holds", **asked)).status_code == 403
                for secret, answered in (("another secret", 403), (also.get_secret_value(), 200)):
                    key = {"Authorization": f"Bearer {node_key(secret)}"}
                    assert (await http.post(f"{inner}/node/holds", headers=key, **asked)).status_code == answered
                for way in (inner, node.url):
                    assert (await http.get(f"{way}/node/circles")).status_code in {403, 404}
                    ended = await http.post(f"{way}/node/circles/end", json={"number": "00000-00000"})
                    assert ended.status_code in {403, 404, 405}
                assert (await http.get(f"{inner}/node/circles")).status_code == 403
                assert (await http.get(f"{node.url}/metrics")).status_code == 404

    asyncio.run(play())


def test_a_store_that_fails_is_counted_and_its_answers_are_passed_on() -> None:
    class Half:
        async def read(self, circle: str) -> str:
            return circle

        async def record(self, circle: str) -> str:
            raise StoreFailed

    async def play() -> None:
        noted: list[tuple[str, bool]] = []
        store = timed(Half(), lambda call, seconds, failed: noted.append((call, failed)))
        assert await store.read("circle") == "circle"
        with pytest.raises(StoreFailed):
            await store.record(circle="circle")
        assert noted == [("read", False), ("record", True)]

    asyncio.run(play())


def test_a_store_that_keeps_no_groups_any_more_is_counted(tmp_path: Path) -> None:
    async def play() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient() as http:
            group = await GroupClient.open(server, http)
            assert shown_by(server)["balint_store_seconds_count", "group_write"] == 1
            with closing(sqlite3.connect(tmp_path / CIRCLES)) as database:
                database.execute("DROP TABLE groups")
            assert (await group.post("", "Mia")).status_code == 503
            failed = {call: count for (name, call), count in shown_by(server).items() if name == FAILURES and count}
            assert failed == {"group_read": 1}

    asyncio.run(play())


@pytest.mark.parametrize("refusal", [GroupsRefused(), NotReadable("a newer release keeps it")])
def test_a_store_that_keeps_none_or_what_a_newer_release_has_kept_has_not_failed(
    refusal: StoreFailed,
) -> None:
    class Refusing:
        async def read(self, group: str) -> str:
            raise refusal

    noted: list[tuple[str, bool]] = []
    store = timed(SimpleNamespace(groups=Refusing()), lambda call, seconds, failed: noted.append((call, failed)))
    with pytest.raises(type(refusal)):
        asyncio.run(store.groups.read("group"))
    assert noted == [("group_read", False)]


def test_a_first_failure_of_the_store_is_seen_to_come() -> None:
    """A count that begins with its first failure never rises for Prometheus, which alerts on what rises."""
    before = numbers_in(Metrics(__version__, "unknown").text().decode())
    assert {before[FAILURES, call] for call in ("append", "read", "show", "group_write")} == {0}
