"""Connections to a server without a balancer: how many of one source, and how long each may take."""

import asyncio
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
import uvloop

from app import connections
from app.web import body
from tests.support.client import client
from tests.support.server import Server, running

PATIENCE_S = 10
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def line_to(server: Server) -> AsyncIterator[Line]:
    host, _, port = server.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        yield reader, writer
    finally:
        writer.close()


async def ended(line: Line) -> bytes:
    """What came until the server ended it."""
    async with asyncio.timeout(PATIENCE_S):
        try:
            return await line[0].read()
        except ConnectionResetError:
            return b""


async def asks(line: Line, sent: bytes) -> bytes:
    """The head of the answer to this."""
    line[1].write(sent)
    async with asyncio.timeout(PATIENCE_S):
        return await line[0].readuntil(b"\r\n\r\n")


async def drips(line: Line, drop: bytes) -> bytes:
    """Send this again and again until the server ends it."""

    async def drip() -> None:
        while True:
            line[1].write(drop)
            await asyncio.sleep(0.01)

    dripping = asyncio.ensure_future(drip())
    try:
        return await ended(line)
    finally:
        dripping.cancel()


@pytest.mark.parametrize(
    ("first", "drop"),
    [(b"", b""), (b"GET / HTTP/1.1\r\n", b"A: b\r\n"), (b"G", b""), (b"", b"\r\n")],
)
def test_headers_that_do_not_come_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bytes, drop: bytes
) -> None:
    """W8: neither at first, nor after an answer on the same line."""
    monkeypatch.setattr(connections, "REQUEST_WITHIN_S", 0.2)

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as new, line_to(server) as used:
            assert b"200" in await asks(used, b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            for line in (new, used):
                line[1].write(first)
            assert await asyncio.gather(drips(new, drop), drips(used, drop)) == [b"", b""]

    asyncio.run(run())


def test_a_body_that_does_not_come_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W8"""
    monkeypatch.setattr(body, "BODY_WITHIN_S", 0.2)
    head = b"Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n"

    async def run() -> None:
        async with running(tmp_path) as server:
            for path in (b"/api/circles", b"/api/door"):
                async with line_to(server) as silent, line_to(server) as slow:
                    for line in (silent, slow):
                        line[1].write(b"POST " + path + b" HTTP/1.1\r\n" + head)
                    answer = await ended(silent)
                    assert answer.startswith(b"HTTP/1.1 408")
                    assert b"Try again" in answer
                    await drips(slow, b" ")  # what it is told may be lost behind what it has still sent

    asyncio.run(run())


def test_an_answer_that_is_not_taken_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W8"""
    monkeypatch.setattr(connections, "ANSWER_WITHIN_S", 0.2)
    asked = b"POST /api/door HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as line:
            line[1].write(asked)
            assert await ended(line) == b""

    asyncio.run(run())


def test_whoever_goes_in_the_middle_of_a_body_leaves_no_trace(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """W8"""
    asked = b"POST /api/door HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as other:
            async with line_to(server) as line:
                line[1].write(asked)
            assert b"200" in await asks(other, b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n")

    asyncio.run(run())
    assert not caplog.records


WHOLE = b"POST /api/door HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"GET /%23token HTTP/1.0\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
        WHOLE * (connections.PIPELINED_MAX + 2),
    ],
)
def test_what_strangers_send_fills_no_log(tmp_path: Path, caplog: pytest.LogCaptureFixture, sent: bytes) -> None:
    """W8: on the loop of a real server, which raises where something is still sent by what has ended."""

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as line:
            assert (await asks(line, sent)).startswith(b"HTTP/1.1 ")

    uvloop.run(run())
    assert not caplog.records


def test_headers_without_end_are_not_kept(tmp_path: Path) -> None:
    """W8"""

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as line:
            line[1].write(b"GET / HTTP/1.1\r\n")
            assert await drips(line, b"A: " + b"b" * 10_000 + b"\r\n") == b""

    asyncio.run(run())


def test_requests_without_end_are_not_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """W8: one after the other, without waiting for an answer. Of all that come the first few are answered at most."""
    head = b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n"

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as few, line_to(server) as many:
            few[1].write(head * connections.PIPELINED_MAX)
            for _ in range(connections.PIPELINED_MAX):
                assert b" 200 " in await few[0].readuntil(b"\r\n\r\n")
            many[1].write(head * 3000)
            assert (await ended(many)).count(b" 200 ") <= connections.PIPELINED_MAX + 1

    asyncio.run(run())
    assert not caplog.records


def test_headers_are_bounded_also_where_they_come_at_once(tmp_path: Path) -> None:
    """W8"""
    head = b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n"

    async def run() -> None:
        async with running(tmp_path) as server:
            for many in (b"A: " + b"b" * 100_000 + b"\r\n", b"A: bcd\r\n" * 15_000):
                async with line_to(server) as line:
                    line[1].write(head + many + b"\r\n")
                    assert b" 200 " not in await ended(line)
            async with line_to(server) as line:
                assert b" 200 " in await asks(line, head + b"A: " + b"b" * 50_000 + b"\r\n\r\n")

    asyncio.run(run())


@pytest.mark.parametrize("drop", [b"A: b\r\n" * 1000, b"b" * 10_000], ids=["many", "long"])
def test_trailers_without_end_are_not_kept(tmp_path: Path, drop: bytes) -> None:
    """W8: what follows a body in pieces, after the request has been answered (RFC 9112, section 7.1.2)."""
    asked = b"GET /health HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\nC: "

    async def run() -> None:
        async with running(tmp_path) as server, line_to(server) as line:
            assert b" 200 " in await asks(line, asked)
            tracemalloc.start()
            try:
                await drips(line, drop)
                assert tracemalloc.get_traced_memory()[1] < 8_000_000
            finally:
                tracemalloc.stop()

    asyncio.run(run())


KEY = (
    b"Upgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n"
)


@pytest.mark.parametrize(
    ("path", "more"),
    [
        (b"/ws", b"A: b\r\n" * 300),
        (b"/ws", b"A: " + b"b" * 20_000 + b"\r\n"),
        (b"/ws?" + b"a" * 20_000, b""),
        (b"/ws", b"Content-Length: 5\r\n"),
        (b"/ws", b"Transfer-Encoding: chunked\r\n"),
    ],
    ids=["many headers", "a long header", "a long path", "a body", "a body in pieces"],
)
def test_a_handshake_that_cannot_be_read_holds_no_connection(tmp_path: Path, path: bytes, more: bytes) -> None:
    """W8: it is answered and ended at once, and its source has its connection back."""

    async def run() -> None:
        async with running(tmp_path, source_connections_max=1) as server:
            for _ in range(3):
                async with line_to(server) as line:
                    line[1].write(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n" + KEY + more + b"\r\n")
                    answer = await ended(line)
                    assert answer.startswith(b"HTTP/1.1 4")
                    assert b"content-security-policy" in answer.lower()
                await asyncio.sleep(0.05)
            async with line_to(server) as line:
                assert b" 200 " in await asks(line, b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n")

    asyncio.run(run())


def test_one_source_has_so_many_connections_and_gets_them_back(tmp_path: Path) -> None:
    """W8: pages and sockets alike; whoever is behind a trusted proxy is counted for themselves."""
    health = b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n"

    async def run() -> None:
        async with running(tmp_path, source_connections_max=3) as server, AsyncExitStack() as opened:
            line = await opened.enter_async_context(line_to(server))
            assert b" 200 " in await asks(line, health + b"\r\n")
            async with client(server.socket_url), line_to(server) as third:
                assert b" 200 " in await asks(third, health + b"\r\n")
                async with line_to(server) as fourth:
                    assert await ended(fourth) == b""
                for proxied in range(3):
                    assert b" 200 " in await asks(third, health + b"X-Forwarded-For: 192.0.2.%d\r\n\r\n" % proxied)
                    filler = await opened.enter_async_context(line_to(server))
                    assert b" 200 " in await asks(filler, health + b"X-Forwarded-For: 192.0.2.9\r\n\r\n")
                polish = health.replace(b"HEAD", b"GET") + b"Accept-Language: pl\r\n"
                refused = await asks(third, polish + b"X-Forwarded-For: 192.0.2.9\r\n\r\n")
                assert b" 429 " in refused
                assert "zbyt wiele połączeń" in (await ended(third)).decode()
                assert b"content-security-policy" in refused
            line[1].close()
            await until_free(server, health)

    async def until_free(server: Server, health: bytes) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                async with line_to(server) as one, line_to(server) as two, line_to(server) as three:
                    try:
                        for it in (one, two, three):
                            assert b" 200 " in await asks(it, health + b"\r\n")
                        return
                    except (asyncio.IncompleteReadError, ConnectionResetError):
                        await asyncio.sleep(0.01)

    asyncio.run(run())


def test_a_server_has_so_many_connections_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """W8: it says so once, and names nobody."""
    monkeypatch.setattr(connections, "HTTP_CONNECTIONS_MAX", 1)

    async def run() -> None:
        async with running(tmp_path, sockets_max=1) as server, client(server.socket_url), line_to(server) as line:
            assert b" 200 " in await asks(line, b"HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            for _ in range(3):
                async with line_to(server) as refused:
                    assert await ended(refused) == b""

    asyncio.run(run())
    [said] = caplog.messages
    assert "as many as they may" in said
