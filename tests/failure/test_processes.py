"""Several processes behind one port: killed, replaced, ended."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.support.installation import QUICK
from tests.support.meeting import Table, seated
from tests.support.peer import until
from tests.support.process import ROOT
from tests.support.processes import Processes, environment_of, state_of
from tests.support.scene import PIET
from tests.web.test_metrics import numbers_in


def test_one_that_is_killed_comes_back_and_its_circle_goes_on_at_another(tmp_path: Path) -> None:
    """N9, N15, H6, S3"""

    async def play() -> None:
        async with two_processes(tmp_path) as server, at_table(server) as table:
            since = await table.reflects()
            minutes = table.frida.view["clock"]["minutes"]
            killed, before = server.owner(), set(server.children)
            server.kill_owner()
            await until(lambda: len(set(server.children) - {killed}) == 2, 20)
            await table.settled(time.monotonic())
            assert before - set(server.children) == {killed}, server.log
            assert table.frida.view["phase"] == "reflection"
            assert table.frida.view["clock"]["minutes"] == minutes
            assert table.hears(PIET, since) == []

    asyncio.run(play())


def test_all_are_replaced_one_after_the_other_and_the_circle_goes_on(tmp_path: Path) -> None:
    """N10, H6: a new release comes in while people meet. The next one goes only when the last one's heir is ready."""

    async def play() -> None:
        async with two_processes(tmp_path) as server, at_table(server) as table:
            since = await table.reflects()
            before = set(server.children)
            server.tell(signal.SIGHUP)
            await until(lambda: len(set(server.children) - before) == 2, 30)
            await table.settled(time.monotonic())
            print(f"the longest silence anybody had: {table.longest_silence_s(since):.2f} s")
            assert not before & set(server.children)
            assert not any(4010 in person.codes for person in table.people.values())
            assert table.frida.view["phase"] == "reflection"
            assert await table.frida.ask("change_time", minutes=1) is None
            assert table.hears(PIET, since) == []

            children = server.children
            server.tell(signal.SIGTERM)
            assert await asyncio.to_thread(server.ended) == 0
            assert not [child for child in children if Path(f"/proc/{child}").exists()]

    asyncio.run(play())


def test_a_second_hangup_while_one_drains_costs_nobody_their_line(tmp_path: Path) -> None:
    """N10, H6: all are replaced once more afterwards, and each hands its circle over in its own time."""

    async def play() -> None:
        async with two_processes(tmp_path, drain_within_s=1) as server, at_table(server) as table:
            since = await table.reflects()
            before = set(server.children)
            server.tell(signal.SIGHUP)
            await until(server.owner_leaves, 30)
            for _ in range(3):
                server.tell(signal.SIGHUP)
            await until(lambda: len(set(server.children) - before) == 2, 30)
            first_heirs = set(server.children)
            await until(lambda: len(set(server.children) - before - first_heirs) == 2, 30)
            await table.settled(time.monotonic())
            assert not any(4010 in person.codes for person in table.people.values())
            assert "is started again" not in server.log
            assert table.frida.view["phase"] == "reflection"
            assert table.hears(PIET, since) == []

    asyncio.run(play())


@pytest.mark.parametrize("after_s", [0, 0.02, 0.2, 1])
def test_stopping_while_they_begin_leaves_none_behind(tmp_path: Path, after_s: float) -> None:
    """N10: whatever the processes are at."""

    async def play() -> None:
        server = Processes(tmp_path, 2, **QUICK)
        try:
            server.launch()
            await until(lambda: server.children)
            await asyncio.sleep(after_s)
            server.tell(signal.SIGTERM)
            assert await asyncio.to_thread(server.ended) == 0
            assert "Traceback" not in server.log
            await until(lambda: not with_port(server.port))
        finally:
            await asyncio.to_thread(server.end)

    asyncio.run(play())


def with_port(port: int) -> list[int]:
    """The processes that were told to listen on this port."""
    sought = f"BALINT_PORT={port}".encode()
    return [int(path.name) for path in Path("/proc").glob("[0-9]*") if sought in environment_of(int(path.name))]


def test_without_redis_it_says_what_is_missing(tmp_path: Path) -> None:
    """N16"""
    command = [sys.executable, "-m", "app", "serve", "--processes", "2"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert ended.returncode == 1
    assert "need Redis" in ended.stderr
    assert "Traceback" not in ended.stderr


async def answered(http: httpx.AsyncClient, way: str) -> httpx.Response:
    """Once it is there to answer."""
    async with asyncio.timeout(20):
        while True:
            with contextlib.suppress(httpx.ConnectError):
                return await http.get(way)
            await asyncio.sleep(0.05)


@asynccontextmanager
async def two_processes(folder: Path, drain_within_s: float = 0.3) -> AsyncIterator[Processes]:
    server = Processes(folder, 2, **QUICK, BALINT_DRAIN_WITHIN_S=str(drain_within_s))
    try:
        await asyncio.to_thread(server.start)
        await until(lambda: len(server.children) == 2)
        yield server
    finally:
        await asyncio.to_thread(server.end)


@asynccontextmanager
async def at_table(server: Processes) -> AsyncIterator[Table]:
    async with seated([server.socket_url], await asyncio.to_thread(server.open_circle)) as table:
        yield table


def test_each_process_shows_its_own_numbers(tmp_path: Path) -> None:
    """N7: the one circle there is lives at one of them."""

    async def play() -> None:
        async with two_processes(tmp_path) as server:
            first = int(server.environment["BALINT_NODE_PORT"])
            ways = [f"http://127.0.0.1:{first + index}/metrics" for index in range(2)]
            await asyncio.to_thread(server.open_circle)
            async with httpx.AsyncClient() as http:
                both = [numbers_in((await answered(http, way)).text) for way in ways]
            assert sorted(numbers["balint_circles", ""] for numbers in both) == [0, 1]

    asyncio.run(play())


def test_a_parent_that_is_killed_leaves_nobody_behind_and_its_ports_free(tmp_path: Path) -> None:
    """N10"""
    server = Processes(tmp_path).start()
    try:
        children = server.children
        assert len(children) == 2
        server.kill()
        asyncio.run(until(lambda: not any(map(runs, children)), 20))
        server.start()
    finally:
        server.end()


def test_what_a_terminal_sends_to_all_comes_to_the_parent_alone(tmp_path: Path) -> None:
    """N10: otherwise a SIGHUP to the whole group would end them all at once instead of one after the other."""
    server = Processes(tmp_path).start()
    try:
        assert len(server.children) == 2
        assert {os.getsid(child) for child in server.children}.isdisjoint({os.getsid(server.pid)})
    finally:
        server.end()


def runs(pid: int) -> bool:
    """Whether there is such a process, and not only what is left of it until somebody looks."""
    try:
        return state_of(pid) != "Z"
    except OSError:
        return False
