"""A page's commands while the store is slow: a ping overtakes them, nothing else does, and their number is bounded."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.store.sqlite import SqliteStore
from app.store.store import NodeId
from app.web import asking
from app.web.asking import ASKED_MAX
from app.web.closing import CloseCode
from tests.support.client import Client, client
from tests.support.peer import until
from tests.support.server import Server, running


class Stall:
    """Holds up every append of this server's store, from `begin` to `end`."""

    def __init__(self, server: Server) -> None:
        self._store = server.services.hub._store
        self._goes_on = asyncio.Event()
        self._append = self._store.append

    def begin(self) -> None:
        self._store.append = self._slow  # type: ignore[method-assign]

    def end(self) -> None:
        self._goes_on.set()

    async def _slow(self, *what: Any) -> None:
        await self._goes_on.wait()
        await self._append(*what)


@asynccontextmanager
async def frida_and_a_stalled_store(folder: Path) -> AsyncIterator[tuple[Server, Client, Stall]]:
    async with running(folder) as server, client(server.socket_url) as frida:
        await frida.enter((await server.open_circle())[0], "Frida")
        stall = Stall(server)
        stall.begin()
        try:
            yield server, frida, stall
        finally:
            stall.end()


async def asks(page: Client, number: int, kind: str, **fields: Any) -> None:
    await page.send({"type": "ask", "id": number, "command": {"type": kind, **fields}})


def test_a_ping_does_not_wait_behind_a_command(tmp_path: Path) -> None:
    """W5, N16: a page that hears nothing for five seconds takes its server for dead."""

    async def run() -> None:
        async with frida_and_a_stalled_store(tmp_path) as (_, frida, stall):
            await asks(frida, 1, "open_microphone")
            await frida.send({"type": "ping", "sent_ms": 7})
            await frida.until(lambda: frida.pongs)
            assert frida.pongs[0]["sent_ms"] == 7
            assert frida.view["you"]["microphone_open"] is False
            stall.end()
            await frida.until(lambda: frida.view["you"]["microphone_open"])

    asyncio.run(run())


def test_each_command_is_answered_once_by_its_id_after_the_view_that_shows_it(tmp_path: Path) -> None:
    """W17: also where nothing that is shown changes, and to whoever asked alone."""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as anna:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await anna.enter(tokens[1], "Anna")
            await asks(frida, 7, "open_microphone")
            await asks(frida, 8, "open_microphone")
            await asks(frida, 9, "show_card")
            await asks(frida, 10, "show_card")
            await frida.until(lambda: len(frida.done) == 3)
            assert (frida.done, frida.refusals) == ([7, 9, 10], {8: "already"})
            kinds = [json.loads(text)["type"] for text in frida.heard_texts]
            assert kinds.index("done") > kinds.index("view")
            opened = next(i for i, text in enumerate(frida.heard_texts) if '"microphone_open":true' in text)
            assert opened < kinds.index("done")
            assert anna.done == []
            assert frida.offer["confirms"] is True

    asyncio.run(run())


def test_commands_are_done_in_the_order_they_came(tmp_path: Path) -> None:
    """W5"""

    async def run() -> None:
        async with frida_and_a_stalled_store(tmp_path) as (_, frida, stall):
            for number in range(1, 10, 2):
                await asks(frida, number, "open_microphone")
                await asks(frida, number + 1, "close_microphone")
            await asks(frida, 11, "next_step", seen=99)
            stall.end()
            await frida.until(lambda: frida.refusals)
            assert frida.refusals == {11: "stale"}
            assert frida.view["you"]["microphone_open"] is False

    asyncio.run(run())


def test_no_more_wait_than_a_person_can_mean(tmp_path: Path) -> None:
    """W3, N16: one too many is refused at once, in words."""

    async def run() -> None:
        async with frida_and_a_stalled_store(tmp_path) as (_, frida, stall):
            await asks(frida, 0, "open_microphone")
            await frida.send({"type": "ping", "sent_ms": 1})
            await frida.until(lambda: frida.pongs)
            for number in range(1, ASKED_MAX + 2):
                await asks(frida, number, "close_microphone" if number % 2 else "open_microphone")
            await frida.until(lambda: frida.refusals)
            assert frida.refusals == {ASKED_MAX + 1: "not_kept"}
            stall.end()
            async with asyncio.timeout(5):
                while await frida.ask("show_card") == "not_kept":
                    await asyncio.sleep(0.01)

    asyncio.run(run())


def test_what_was_asked_before_a_page_goes_is_done(tmp_path: Path) -> None:
    """S1: `leave`, and the page is closed."""

    async def run() -> None:
        async with frida_and_a_stalled_store(tmp_path) as (server, frida, stall):
            await asks(frida, 1, "open_microphone")
            await asks(frida, 2, "leave")
            await frida.hang_up()
            stall.end()
            await until_presence(server, "left")

    asyncio.run(run())


def test_a_page_that_has_gone_is_not_obeyed_for_ever(tmp_path: Path, monkeypatch: Any) -> None:
    """S3, W3: the store stalls, and the seat is there for the next page all the same."""
    monkeypatch.setattr(asking, "FINISH_WITHIN_S", 0.05)

    async def run() -> None:
        async with frida_and_a_stalled_store(tmp_path) as (server, frida, stall):
            await asks(frida, 1, "open_microphone")
            await asks(frida, 2, "leave")
            await frida.hang_up()
            await until_lost(server)
            stall.end()
            await until_presence(server, "coming_back")

    asyncio.run(run())


@pytest.mark.parametrize(("end_in_store", "code"), [("finish", CloseCode.ENDED), ("release", CloseCode.MOVED)])
@pytest.mark.parametrize("here", [True, False], ids=["asks", "enters"])
def test_whose_turn_never_comes_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end_in_store: str, code: CloseCode, here: bool
) -> None:
    """E1, N10: the meeting ends, or moves, while somebody waits; no seat is kept in one that is over."""
    begun, goes_on = asyncio.Event(), asyncio.Event()
    real = getattr(SqliteStore, end_in_store)

    async def slow(self: SqliteStore, *what: Any) -> None:
        begun.set()
        await goes_on.wait()
        await real(self, *what)

    monkeypatch.setattr(SqliteStore, end_in_store, slow)

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as mia:
            token = (await server.open_circle())[3]
            [actor] = server.services.hub._actors.values()
            if here:
                await mia.enter(token, "Mia")
            ends = actor.end() if end_in_store == "finish" else actor.hand_over(NodeId("another"))
            ending = asyncio.ensure_future(ends)
            await begun.wait()
            if here:
                await asks(mia, 1, "open_microphone")
            else:
                await mia.send({"type": "enter", "token": token, "name": "Mia"})
            await until(lambda: actor._mailbox.filled)
            goes_on.set()
            assert await mia.closed() == code
            await ending

    asyncio.run(run())


async def until_presence(server: Server, wanted: str) -> None:
    [actor] = server.services.hub._actors.values()
    async with asyncio.timeout(5):
        while actor.circle.seat(1).presence != wanted:
            await asyncio.sleep(0.005)


async def until_lost(server: Server) -> None:
    [actor] = server.services.hub._actors.values()
    async with asyncio.timeout(5):
        while not actor._participants._outboxes[1].abandoned:
            await asyncio.sleep(0.005)
