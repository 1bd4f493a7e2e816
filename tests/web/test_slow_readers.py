"""A browser that does not take what it is sent, or sends what is no message: its connection ends, in bounded time."""

import asyncio
import logging
import os
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app import connections
from app.web.closing import COMES_BACK, FINAL_BY_RFC, CloseCode
from tests.support.client import Client, client
from tests.support.server import Server, running

TEXT, CLOSE = 1, 8
HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)


class RawSocket:
    """RFC 6455 by hand: it answers no ping, and reads when it is told to."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    def send(self, payload: bytes, opcode: int = TEXT, *, masked: bool = True, length: int | None = None) -> None:
        size = len(payload) if length is None else length
        mask = os.urandom(4) if masked else b""
        bit = 0x80 if masked else 0
        head = bytes([bit | size]) if size < 126 else bytes([bit | 127]) + struct.pack("!Q", size)
        body = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)) if masked else payload
        self._writer.write(bytes([0x80 | opcode]) + head + mask + body)

    def send_at_once(self, frames: bytes) -> None:
        self._writer.write(frames)

    async def until_closed(self) -> int:
        """Read everything; the close code at its end, 1006 where there is none."""
        code = 1006
        try:
            while True:
                first, second = await self._reader.readexactly(2)
                size = second & 0x7F
                if size > 125:
                    size = int.from_bytes(await self._reader.readexactly(2 if size == 126 else 8))
                payload = await self._reader.readexactly(size)
                if first & 0x0F == CLOSE:
                    code = int.from_bytes(payload[:2])
        except (asyncio.IncompleteReadError, ConnectionError):
            return code


@asynccontextmanager
async def raw(server: Server) -> AsyncIterator[RawSocket]:
    host, port = server.url.removeprefix("http://").split(":")
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.setblocking(False)
    await asyncio.get_running_loop().sock_connect(narrow, (host, int(port)))
    reader, writer = await asyncio.open_connection(sock=narrow, limit=2048)
    try:
        writer.write(HANDSHAKE)
        await reader.readuntil(b"\r\n\r\n")
        yield RawSocket(reader, writer)
    finally:
        writer.transport.abort()


async def enters(page: RawSocket, token: str) -> None:
    page.send(b'{"type":"enter","token":"%s","name":"Eve"}' % token.encode())


async def gone(server: Server, sockets: int) -> None:
    async with asyncio.timeout(10):
        while server.services.sockets > sockets:
            await asyncio.sleep(0.01)


async def does_not_read(server: Server, frida: Client, eve: RawSocket) -> None:
    """Eve enters and reads nothing of all that she is shown."""
    tokens = await server.open_circle()
    await frida.enter(tokens[0], "Frida")
    await enters(eve, tokens[3])
    await frida.until(lambda: len(frida.view["seats"]) == 2)
    for _ in range(15):
        await frida.ask("open_microphone")
        await frida.ask("close_microphone")


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's side of each connection holds little, so that a reader who does not read is noticed at once."""
    made = connections.SocketConnection.connection_made

    def connection_made(self: Any, transport: asyncio.Transport) -> None:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        transport.set_write_buffer_limits(high=8192)
        made(self, transport)

    monkeypatch.setattr(connections.SocketConnection, "connection_made", connection_made)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pings come, and are to be answered, within moments."""
    start = connections.SocketConnection.start_keepalive

    def start_keepalive(self: Any) -> None:
        self.ping_interval, self.ping_timeout = 0.05, 0.4
        start(self)

    monkeypatch.setattr(connections.SocketConnection, "start_keepalive", start_keepalive)


def test_a_reader_who_is_too_slow_is_told_so(tmp_path: Path, narrow: None) -> None:
    """W3: by the code of the wire's own page, behind everything that still waits."""

    async def run() -> None:
        async with (
            running(tmp_path, send_within_s=0.2) as server,
            client(server.socket_url) as frida,
            raw(server) as eve,
        ):
            await does_not_read(server, frida, eve)
            await gone(server, 1)
            assert await eve.until_closed() == CloseCode.TOO_SLOW
            assert await frida.ask("next_step") is None

    asyncio.run(run())


def test_a_reader_who_never_reads_is_not_waited_for(
    tmp_path: Path, narrow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """W3: the connection itself ends too."""
    monkeypatch.setattr(connections, "CLOSE_WITHIN_S", 0.1)
    ended: list[object] = []
    lost = connections.SocketConnection.connection_lost

    def connection_lost(self: Any, error: Exception | None) -> None:
        ended.append(self)
        lost(self, error)

    monkeypatch.setattr(connections.SocketConnection, "connection_lost", connection_lost)

    async def run() -> None:
        async with (
            running(tmp_path, send_within_s=0.1) as server,
            client(server.socket_url) as frida,
            raw(server) as eve,
        ):
            await does_not_read(server, frida, eve)
            async with asyncio.timeout(10):
                while not ended:
                    await asyncio.sleep(0.01)

    asyncio.run(run())


def test_who_answers_no_ping_is_too_slow(tmp_path: Path, hurried: None) -> None:
    """W3: before entering and after it; the seat waits for its person."""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, raw(server) as eve:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await enters(eve, tokens[3])
            await frida.until(lambda: len(frida.view["seats"]) == 2)
            assert await eve.until_closed() == CloseCode.TOO_SLOW
            await frida.until(lambda: frida.view["seats"][-1]["presence"] != "here")
            async with raw(server) as silent:
                assert await silent.until_closed() == CloseCode.TOO_SLOW

    asyncio.run(run())


def test_what_breaks_the_rules_of_sockets_ends_them_without_a_word_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """W3: invalid UTF-8 again and again, more than a message may have, frames without a mask."""
    caplog.set_level(logging.INFO)

    async def run() -> None:
        async with running(tmp_path) as server:
            async with raw(server) as page:
                for _ in range(50):
                    page.send(b'{"type":"\xff\xfe"}')
                assert await page.until_closed() == 1007
            async with raw(server) as page:
                page.send(b"x", length=1 << 40)
                assert await page.until_closed() == 1009
            async with raw(server) as page:
                page.send(b"{}", masked=False)
                assert await page.until_closed() == 1002
            await gone(server, 0)

    asyncio.run(run())
    assert not [record for record in caplog.records if record.name.startswith(("uvicorn", "asyncio", "websockets"))]


@pytest.mark.parametrize("first", [b"", b"\x01\x80\0\0\0\0"], ids=["pings", "pieces"])
def test_frames_without_end_are_not_read(tmp_path: Path, first: bytes) -> None:
    """W3: they would hold up every voice; a message in pieces, with a ping among them, is one message."""
    frame = b"\x00\x80\0\0\0\0" if first else b"\x89\x80\0\0\0\0"

    async def run() -> None:
        async with running(tmp_path) as server:
            async with raw(server) as page:
                page.send_at_once(first + frame * 2 * connections.FRAME_PACE.at_once)
                assert await page.until_closed() == CloseCode.TOO_MANY
            async with raw(server) as page:
                page.send_at_once(first + frame * (connections.FRAME_PACE.at_once // 2))
                page.send_at_once(b"\x80\x80\0\0\0\0" if first else b"")
                page.send(b"{}")
                assert await page.until_closed() == CloseCode.BAD_MESSAGE
            await gone(server, 0)

    asyncio.run(run())


@pytest.mark.parametrize("early", [b"\x81\x02{}", b"\x81\x81\0\0\0\0\xff", b"\x89\x80\0\0\0\0"])
def test_what_comes_before_the_handshake_is_answered_ends_it_without_a_word_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, early: bytes
) -> None:
    """W3: by RFC 6455, section 4.1, a browser has to wait for the answer."""
    upgrade = connections.HttpConnection.handle_websocket_upgrade

    def handle_websocket_upgrade(self: Any) -> None:
        upgrade(self)
        self.transport.get_protocol().data_received(early)

    monkeypatch.setattr(connections.HttpConnection, "handle_websocket_upgrade", handle_websocket_upgrade)

    async def run() -> None:
        async with running(tmp_path) as server:
            with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
                async with asyncio.timeout(10), raw(server):
                    pytest.fail("It was answered.")
            await gone(server, 0)

    asyncio.run(run())
    assert not caplog.records


def test_the_page_stays_away_after_its_own_mistakes() -> None:
    """W3: it would only make them again."""
    assert {1002, 1003, 1007, 1009, 1010} <= set(FINAL_BY_RFC)
    assert not COMES_BACK[CloseCode.BAD_MESSAGE]
    assert COMES_BACK[CloseCode.TOO_SLOW]
