"""Our client comes back slowly and for ever, by its own way, and says why where it cannot."""

import asyncio
import itertools
import json
import random
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection

from app.client import client as ours
from app.client.asked import Gone
from app.client.client import Client
from app.client.link import PersonalLink
from app.web.closing import CloseCode
from tests.client.test_hello import meets

HELLO = json.dumps({"type": "hello", "protocol": 1, "knows": ["hello", "ask"]})
VIEW = json.dumps({"type": "view", "phase": "gathering"})
OFFER = json.dumps({"type": "offer", "sealed": False, "line": "1", "resume": "x", "sdp": "", "ice_servers": []})


async def lets_in(socket: ServerConnection) -> None:
    await socket.send(HELLO)
    await socket.send(VIEW)
    await socket.wait_closed()


async def nothing(_: Client) -> None:
    """It is in, and that is all."""


async def never(_: Client) -> None:
    pytest.fail("it is in")


def test_a_server_that_is_away_for_hours_is_still_come_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the longest wait that are more than a thousand tries."""
    tries = itertools.count()

    def refused_at_first(*where: Any, **how: Any) -> connect:
        if next(tries) < 1100:
            raise ConnectionRefusedError
        return connect(*where, **how)

    monkeypatch.setattr(ours, "connect", refused_at_first)
    monkeypatch.setattr(ours, "_AGAIN_S", (0.0, 0.0))
    meets(lets_in, nothing)
    assert next(tries) == 1101


@pytest.mark.parametrize(
    ("code", "pauses"), [(CloseCode.FULL, [0.2, 0.4, 0.8, 1.6]), (CloseCode.MOVED, [0.4, 0.8, 1.6])]
)
def test_whoever_is_sent_away_at_each_door_comes_back_later_each_time(
    monkeypatch: pytest.MonkeyPatch, code: CloseCode, pauses: list[float]
) -> None:
    """Servers that say hello before they say no make no storm, nor do two that send somebody to one another."""
    paused: list[float] = []
    times = itertools.count()
    pause_s = ours._pause_s

    def noted(tries: int) -> float:
        paused.append(pause_s(tries))
        return 0

    async def sends_away(socket: ServerConnection) -> None:
        if next(times) == 4:
            await lets_in(socket)
            return
        await socket.recv()
        await socket.send(HELLO)
        await socket.recv()
        await socket.close(code)

    async def look(_: Client) -> None:
        assert paused == pauses

    monkeypatch.setattr(random, "uniform", lambda *_: 1.0)
    monkeypatch.setattr(ours, "_pause_s", noted)
    meets(sends_away, look)


def test_whoever_is_sent_away_before_they_have_said_a_word_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(connect):
        """By the time it is used the line has ended."""

        async def __aenter__(self) -> ClientConnection:
            socket = await super().__aenter__()
            await socket.wait_closed()
            return socket

    async def sends_away(socket: ServerConnection) -> None:
        await socket.close(CloseCode.NO_CIRCLE)

    monkeypatch.setattr(ours, "connect", Slow)
    with pytest.raises(Gone, match="closed with 4004"):
        meets(sends_away, never)


def test_what_is_asked_before_the_seat_is_taken_up_again_is_not_sent() -> None:
    """It would be out of turn, and the end for good (4000)."""
    times = itertools.count()
    entered, asked = asyncio.Event(), asyncio.Event()

    async def takes_its_time(socket: ServerConnection) -> None:
        if next(times) == 0:
            await lets_in(socket)
            return
        await socket.recv()
        await socket.send(HELLO)
        await socket.recv()
        entered.set()
        await asked.wait()
        await socket.send(VIEW)
        await socket.send(json.dumps({"type": "done", "id": json.loads(await socket.recv())["id"]}))
        await socket.wait_closed()

    async def asks_too_early(client: Client) -> None:
        client.drop_line()
        await entered.wait()
        client.view.clear()
        with pytest.raises(ConnectionError, match="the line is away"):
            await client.ask("ask")
        asked.set()
        await client.until(lambda: client.view)
        await client.ask("ask")

    meets(takes_its_time, asks_too_early)


def test_its_socket_goes_where_its_questions_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """By no proxy: what this machine has for its browsers may lead nowhere, least of all to this machine itself."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    meets(lets_in, nothing)


class Broken:
    """A sound that does not come."""

    closed = False

    async def answer(self, offer: dict[str, Any]) -> str:
        """See `Sounds`."""
        raise RuntimeError("no sound card")

    async def close(self) -> None:
        """See `Sounds`."""
        self.closed = True


def test_a_sound_that_fails_ends_the_wait_and_is_closed() -> None:
    """Also a wait without an end."""
    sound = Broken()

    async def offers(socket: ServerConnection) -> None:
        await socket.send(HELLO)
        await socket.send(VIEW)
        await socket.recv()
        await socket.send(OFFER)
        await socket.wait_closed()

    async def waits(client: Client) -> None:
        await client.until(lambda: False, None)

    with pytest.raises(RuntimeError, match="no sound card"):
        meets(offers, waits, sound)
    assert sound.closed


def test_a_link_that_begins_with_a_capital_leads_there_too() -> None:
    read = PersonalLink.read("Https://Circle.Example/#WyJ0.c2ln")
    assert (read.socket, read.token) == ("wss://circle.example/ws", "WyJ0.c2ln")
