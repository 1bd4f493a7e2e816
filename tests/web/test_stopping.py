"""A server that is told to stop has stopped before long, whatever is going on and whatever does not want to."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.live import ending
from app.live.hub import Hub
from app.main import open_services
from app.media.server import MediaServer
from app.serving import Server
from app.store.sqlite import SqliteStore
from tests.support.client import client
from tests.support.line import Line
from tests.support.peer import Peer, until
from tests.support.process import ServerProcess
from tests.support.scene import NAMES, SPEAKERS
from tests.support.server import settings_for

STOPS_WITHIN_S = 5.0
"""Connections have five seconds to end and each part five more (docs/OPERATIONS.md). Nothing needs them here."""

ENDS = {Hub: "stop", SqliteStore: "close", MediaServer: "close"}


def test_a_server_stops_with_handshakes_that_stall_everywhere(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path).start()
    try:
        tokens = server.open_circle()

        async def scenario() -> float:
            async with AsyncExitStack() as opened:
                for step, seat in enumerate(SPEAKERS):
                    page = await opened.enter_async_context(client(server.socket_url))
                    await page.enter(tokens[seat - 1], NAMES[seat])
                    await page.until(lambda page=page: page.offer)
                    peer = Peer(page.offer["sdp"], waits=seat % 2 == 0)
                    opened.callback(peer.vanish)
                    line = Line(peer, passes=step)
                    await page.send({"type": "answer", "sdp": peer.answer})
                    await peer.be_found()
                    shaking = asyncio.ensure_future(peer.shake_hands())
                    opened.callback(shaking.cancel)
                    await until(lambda line=line, shaking=shaking: line.stopped or shaking.done())
                begun = time.monotonic()
                await asyncio.to_thread(server.stop)
                return time.monotonic() - begun

        assert asyncio.run(scenario()) < STOPS_WITHIN_S
        assert "left behind" not in server.log
        assert "Traceback" not in server.log
    finally:
        server.kill()


@pytest.mark.parametrize(
    ("shares_port", "then", "ends"),
    [(True, signal.SIGTERM, False), (True, signal.SIGINT, True), (False, signal.SIGTERM, True)],
)
def test_what_is_told_by_its_parent_too_drains_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shares_port: bool, then: signal.Signals, ends: bool
) -> None:
    """N10: systemd sends SIGTERM to every process of a service. Its parent ends a child at once by SIGINT."""

    async def run() -> None:
        drains = asyncio.Event()
        monkeypatch.setattr(Server, "servers", [], raising=False)
        server = Server(FastAPI(), settings_for(tmp_path), {}, drains.wait, shares_port=shares_port)
        for how in (signal.SIGTERM, then):
            server.handle_exit(how, None)
            await asyncio.sleep(0.01)
        assert server.should_exit is ends
        drains.set()
        await until(lambda: server.should_exit)

    asyncio.run(run())


@pytest.mark.parametrize("hangs", [Hub, SqliteStore, MediaServer], ids=lambda kind: kind.__name__)
def test_a_part_that_does_not_end_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hangs: type, caplog: pytest.LogCaptureFixture
) -> None:
    ended = []

    def end_of(kind: type, name: str) -> Callable[[object], Awaitable[None]]:
        end = getattr(kind, name)

        async def ends(self: object) -> None:
            ended.append(kind)
            await (asyncio.sleep(3600) if kind is hangs else end(self))

        return ends

    for kind, name in ENDS.items():
        monkeypatch.setattr(kind, name, end_of(kind, name))

    async def scenario() -> None:
        async with asyncio.timeout(5):
            async with open_services(settings_for(tmp_path), "http://localhost"):
                monkeypatch.setattr(ending, "ENDS_WITHIN_S", 0.1)

    asyncio.run(scenario())
    assert ended == list(ENDS)
    assert "left behind" in caplog.text
