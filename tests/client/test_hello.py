"""Our client says hello first, and makes do with servers of earlier and of later releases."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from app.client.asked import Gone, NotKnown, OtherProtocol
from app.client.client import Client, joined
from app.client.link import create_circle
from app.client.sound import Sounds
from app.web.closing import CloseCode
from tests.client.test_client import FRIDA, SIX
from tests.support.server import running

Messages = list[dict[str, object]]


def test_it_asks_for_nothing_that_the_server_does_not_know(tmp_path: Path) -> None:
    """W3: an unknown command would have ended the line."""

    async def run() -> None:
        async with running(tmp_path) as server:
            created = await create_circle(server.url, SIX)
            async with joined(created["invitations"][FRIDA - 1]["link"], "Frida") as frida:
                with pytest.raises(NotKnown, match="does not know dim_the_lights"):
                    await frida.ask("dim_the_lights")
                await frida.ask("next_step", seen=frida.view["step"])
                assert {"hello", "ask", "next_step"} <= frida.knows

    asyncio.run(run())


def test_a_server_of_an_earlier_release_is_entered_without_a_hello() -> None:
    """It closes with 4000 at a message that it does not know."""
    came: Messages = []

    async def earlier(socket: ServerConnection) -> None:
        came.append(json.loads(await socket.recv()))
        if came[-1]["type"] == "hello":
            await socket.close(CloseCode.BAD_MESSAGE)
        else:
            await socket.send(json.dumps({"type": "view", "phase": "gathering"}))
            await socket.wait_closed()

    async def look(client: Client) -> None:
        assert (client.view["phase"], client.knows) == ("gathering", frozenset())

    meets(earlier, look)
    assert [message["type"] for message in came] == ["hello", "enter"]


def test_a_server_of_another_protocol_is_not_entered_and_that_is_said() -> None:
    came: Messages = []

    async def later(socket: ServerConnection) -> None:
        await socket.send(json.dumps({"type": "hello", "protocol": None, "knows": []}))
        with suppress(ConnectionClosed):
            while True:
                came.append(json.loads(await socket.recv()))

    async def never(_: Client) -> None:
        pytest.fail("it is in")

    with pytest.raises(OtherProtocol, match="another protocol"):
        meets(later, never)
    assert came == [{"type": "hello", "protocols": [1]}]


def test_what_a_server_that_said_hello_calls_wrong_is_not_tried_again() -> None:
    came: Messages = []

    async def strict(socket: ServerConnection) -> None:
        came.append(json.loads(await socket.recv()))
        await socket.send(json.dumps({"type": "hello", "protocol": 1, "knows": ["hello"]}))
        came.append(json.loads(await socket.recv()))
        await socket.close(CloseCode.BAD_MESSAGE)

    async def never(_: Client) -> None:
        pytest.fail("it is in")

    with pytest.raises(Gone, match="closed with 4000"):
        meets(strict, never)
    assert [message["type"] for message in came] == ["hello", "enter"]


def meets(
    server: Callable[[ServerConnection], Awaitable[None]],
    looks: Callable[[Client], Awaitable[None]],
    sound: Sounds | None = None,
) -> None:
    async def run() -> None:
        async with serve(server, "127.0.0.1", 0) as listening:
            port = listening.sockets[0].getsockname()[1]
            async with joined(f"http://127.0.0.1:{port}/#WyJ0.c2ln", "Mia", sound) as client:
                await looks(client)

    asyncio.run(run())
