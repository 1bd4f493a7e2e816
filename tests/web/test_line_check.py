"""The line check over real sockets: what is sent comes back, it ends in time, and it takes nothing of a circle."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from app.media import echo
from app.media.echo import ECHO
from app.web import line_check
from app.web.closing import CloseCode
from app.web.line_check import WAYS_MAX
from app.web.services import WAYS_OF_SOURCE_MAX
from tests.support.peer import Peer, until
from tests.support.server import Server, running

WAY = {"type": "check_way"}


@asynccontextmanager
async def checking(server: Server, **more: Any) -> AsyncIterator[ClientConnection]:
    async with connect(server.socket_url + "/check", **more) as socket:
        yield socket


async def says(socket: ClientConnection, message: dict[str, Any]) -> Any:
    """What this is answered with."""
    await socket.send(json.dumps(message))
    async with asyncio.timeout(10):
        return json.loads(await socket.recv())


async def closed_with(socket: ClientConnection, *messages: dict[str, Any]) -> int | None:
    """The code with which the server closes the socket."""
    try:
        for message in messages:
            await socket.send(json.dumps(message))
        async with asyncio.timeout(10):
            while True:
                await socket.recv()
    except ConnectionClosed:
        return socket.close_code


async def connected(socket: ClientConnection) -> Peer:
    """A browser that has answered an offer and sends sound."""
    offer = await says(socket, WAY)
    assert (offer["type"], offer["ice_servers"]) == ("check_offer", [])
    peer = Peer(offer["sdp"])
    await socket.send(json.dumps({"type": "answer", "line": offer["line"], "sdp": peer.answer}))
    return await peer.arrive()


@pytest.mark.anyio
async def test_what_is_sent_comes_back_and_the_socket_answers(tmp_path: Path) -> None:
    """W16"""
    async with running(tmp_path) as server, checking(server) as socket:
        pong = await says(socket, {"type": "ping", "sent_ms": 3.5})
        assert (pong["type"], pong["sent_ms"]) == ("pong", 3.5)
        peer = await connected(socket)
        peer.speak(20)
        await peer.hears(ECHO, 20)
        assert peer.strangers == []
        peer.vanish()


@pytest.mark.anyio
async def test_the_relay_is_told_where_there_is_one(tmp_path: Path) -> None:
    """W16: under a name that all checks of one source have, and nobody else, which does not tell which; and none where
    there is none.
    """
    turn = {"turn_urls": ("turns:turn.example:443?transport=tcp",), "turn_secret": SecretStr("s" * 32)}
    async with running(tmp_path, **turn) as server:

        async def named(source: str) -> set[str]:
            async with checking(server, additional_headers={"X-Forwarded-For": source}) as socket:
                relays = [(await says(socket, WAY))["ice_servers"][0] for _ in range(2)]
            assert {url for relay in relays for url in relay["urls"]} == set(turn["turn_urls"])
            return {relay["username"].partition(":")[2] for relay in relays}

        [first] = await named("192.0.2.1")
        assert await named("192.0.2.1") == {first}
        [other] = await named("192.0.2.2")
        assert other != first
        assert "192.0.2" not in first


@pytest.mark.anyio
async def test_it_ends_with_its_socket(tmp_path: Path) -> None:
    """W16: whoever closes the page leaves nothing behind."""
    async with running(tmp_path) as server:
        async with checking(server) as socket:
            peer = await connected(socket)
        await until(lambda: peer.farewelled)
        peer.vanish()
        assert server.services.sockets == 0


@pytest.mark.anyio
async def test_it_has_a_deadline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W16: whatever is sent meanwhile."""
    monkeypatch.setattr(line_check, "CHECK_S", 0.2)
    async with running(tmp_path) as server, checking(server) as socket:
        await says(socket, WAY)
        assert await closed_with(socket) == CloseCode.TOO_SLOW


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ([WAY] * 4, CloseCode.TOO_MANY),
        ([{"type": "answer", "line": "1", "sdp": "v=0"}], CloseCode.BAD_MESSAGE),
        ([WAY, {"type": "answer", "line": "1", "sdp": "v=0"}], CloseCode.BAD_MESSAGE),
        ([{"type": "enter", "token": "x"}], CloseCode.BAD_MESSAGE),
        ([{"type": "ask", "id": 1, "command": {"type": "leave"}}], CloseCode.BAD_MESSAGE),
    ],
)
async def test_what_it_does_not_take_ends_it(tmp_path: Path, messages: list[dict[str, Any]], code: int) -> None:
    """W3, W16: nothing of a circle can be asked here, and no fourth way."""
    async with running(tmp_path) as server, checking(server) as socket:
        assert await closed_with(socket, *messages) == code


@pytest.mark.anyio
async def test_so_many_are_checked_at_once_and_in_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W16: more are refused by a code of their own, and a circle is entered all the same."""
    monkeypatch.setattr(echo, "ECHOES_MAX", 1)
    async with running(tmp_path) as server:
        async with checking(server) as first, checking(server) as second:
            await says(first, WAY)
            assert await closed_with(second, WAY) == CloseCode.FULL
            assert server.services.ways._all == 1, "whoever had none takes no place"
        for _ in range(server.services.rates.checks.burst_max - 2):
            async with checking(server) as socket:
                await says(socket, {"type": "ping", "sent_ms": 0})
        async with checking(server) as socket:
            assert await closed_with(socket) == CloseCode.BUSY
        async with connect(server.socket_url) as page:
            [token, *_] = await server.open_circle()
            assert (await says(page, {"type": "enter", "token": token, "name": "Frida"}))["type"] == "offer"


@pytest.mark.anyio
async def test_the_page_of_another_site_checks_nothing(tmp_path: Path) -> None:
    """W7"""
    async with running(tmp_path) as server:
        with pytest.raises(Exception, match="403"):
            async with checking(server, origin="https://evil.example"):
                pass


@pytest.mark.anyio
async def test_whoever_comes_by_a_proxy_is_counted_for_themselves(tmp_path: Path) -> None:
    """W16: or the checks of one hospital would use up those of all others."""
    async with running(tmp_path) as server:

        async def closed_of(source: str) -> int | None:
            async with checking(server, additional_headers={"X-Forwarded-For": source}) as socket:
                return await closed_with(socket, {"type": "enter", "token": "x"})

        codes = [await closed_of("192.0.2.1") for _ in range(server.services.rates.checks.burst_max)]
        assert set(codes) == {CloseCode.BAD_MESSAGE}
        assert await closed_of("192.0.2.1") == CloseCode.BUSY
        assert await closed_of("192.0.2.2") == CloseCode.BAD_MESSAGE


@pytest.mark.anyio
async def test_no_source_has_all_echoes(tmp_path: Path) -> None:
    """W16: who checks from everywhere else still can, and a check that is over leaves room for the next."""
    async with running(tmp_path) as server, AsyncExitStack() as open_ones:

        async def checks(source: str) -> Any:
            return await open_ones.enter_async_context(checking(server, additional_headers={"X-Forwarded-For": source}))

        first = await checks("192.0.2.1")
        sockets = [first, *[await checks("192.0.2.1") for _ in range(WAYS_OF_SOURCE_MAX - 1)]]
        for socket in sockets:
            assert (await says(socket, WAY))["type"] == "check_offer"
        assert await closed_with(await checks("192.0.2.1"), WAY) == CloseCode.BUSY, "it is not the server that is full"
        assert (await says(await checks("192.0.2.2"), WAY))["type"] == "check_offer"
        await first.close()
        await until(lambda: server.services.ways._all == WAYS_OF_SOURCE_MAX)
        assert (await says(await checks("192.0.2.1"), WAY))["type"] == "check_offer"


@pytest.mark.anyio
async def test_no_household_has_all_echoes(tmp_path: Path) -> None:
    """W16: it is one source by IPv4 and another by IPv6, and two people elsewhere still check all three ways."""
    async with running(tmp_path) as server, AsyncExitStack() as open_ones:

        async def offered(source: str) -> str:
            by = checking(server, additional_headers={"X-Forwarded-For": source})
            return str((await says(await open_ones.enter_async_context(by), WAY))["type"])

        for source in ("192.0.2.1", "2001:db8::1"):
            for _ in range(WAYS_OF_SOURCE_MAX):
                assert await offered(source) == "check_offer"
        for source in ("192.0.2.2", "192.0.2.3"):
            for _ in range(WAYS_MAX):
                assert await offered(source) == "check_offer"
