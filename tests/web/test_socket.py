"""One browser's socket: entering, asking, and everything a server must not be disturbed by."""

import asyncio
import json
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi import WebSocket

from app.web.closing import CloseCode, Closed
from app.web.crowded import VALUES_MAX
from app.web.incoming import MESSAGE_PACE, Incoming
from app.web.protocol import MESSAGE_BYTES_MAX, read
from tests.support.client import client
from tests.support.clock import HandMovedClock
from tests.support.server import Server, running


def test_people_enter_and_see_each_other(tmp_path: Path) -> None:
    """S1, W2"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as mia:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await mia.enter(tokens[3], "Mia")
            await frida.until(lambda: len(frida.view["seats"]) == 2)
            assert [(s["number"], s["name"], s["role"]) for s in frida.view["seats"]] == [
                (1, "Frida", "facilitator"),
                (4, "Mia", "member"),
            ]
            you = mia.view["you"]
            assert (you["number"], you["role"], you["voice"]) == (4, "member", "closed_by_person")
            assert (you["guidance"], mia.view["leading"]) == ("arrive", None)

    asyncio.run(run())


def test_the_offer_comes_first_and_brings_the_seat_back(tmp_path: Path) -> None:
    """S3: the resume token leads to the same seat, without a name."""

    async def run() -> None:
        async with running(tmp_path) as server:
            tokens = await server.open_circle()
            async with client(server.socket_url) as mia:
                await mia.enter(tokens[3], "Mia")
                assert json.loads(mia.heard_texts[0])["type"] == "offer"
                assert await mia.ask("open_microphone") is None
                resume = mia.offer["resume"]
            async with client(server.socket_url) as again:
                await again.enter(resume, None)
                assert again.view["you"]["number"] == 4
                assert again.view["you"]["microphone_open"] is True
                assert again.view["you"]["voice"] == "unconnected"
                assert again.view["seats"][0]["name"] == "Mia"

    asyncio.run(run())


def test_a_second_connection_of_the_same_page_takes_the_seat(tmp_path: Path) -> None:
    """S3"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as first, client(server.socket_url) as second:
            tokens = await server.open_circle()
            await first.enter(tokens[2], "Piet")
            await second.enter(first.offer["resume"], None)
            assert await first.closed() == CloseCode.REPLACED
            assert [s["presence"] for s in second.view["seats"]] == ["here"]

    asyncio.run(run())


def test_commands_are_obeyed_and_refused(tmp_path: Path) -> None:
    """P1, P2"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as mia:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await mia.enter(tokens[3], "Mia")
            assert await mia.refused("next_step") == "not_yours"
            assert await frida.ask("next_step") is None
            assert await frida.refused("next_step", seen=0) == "stale"
            await mia.until(lambda: mia.view["phase"] == "opening")

    asyncio.run(run())


@pytest.mark.parametrize("begun", [True, False])
def test_leaving_and_ending_close_in_words(tmp_path: Path, begun: bool) -> None:
    """E1, E4: whoever comes later is told that a meeting is over only where there was one."""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as mia:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await mia.enter(tokens[3], "Mia")
            await mia.send({"type": "ask", "id": 1, "command": {"type": "leave"}})
            assert await mia.closed() == CloseCode.GOODBYE
            if begun:
                assert await frida.ask("next_step") is None
            assert await frida.ask("end_circle") is None
            assert await frida.closed() == CloseCode.ENDED
            assert frida.view["phase"] == "ended"
            for token in (tokens[0], frida.offer["resume"]):
                async with client(server.socket_url) as late:
                    await late.send({"type": "enter", "token": token, "name": "Frida"})
                    assert await late.closed() == (CloseCode.ENDED if begun else CloseCode.NO_CIRCLE)

    asyncio.run(run())


def test_the_clock_can_be_asked(tmp_path: Path) -> None:
    """T1: a ping answers with the server's time and the page's own stamp, untouched."""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as mia:
            await mia.enter((await server.open_circle())[3])
            await mia.send({"type": "ping", "sent_ms": 12.5})
            await mia.until(lambda: mia.pongs)
            assert mia.pongs[0]["sent_ms"] == 12.5
            assert abs(mia.pongs[0]["now_ms"] - server.services.hub.clock.now_ms()) < 60_000

    asyncio.run(run())


FIRST_MESSAGES = {
    "no JSON": ("hello", CloseCode.BAD_MESSAGE),
    "no object": ("[]", CloseCode.BAD_MESSAGE),
    "empty": ("", CloseCode.BAD_MESSAGE),
    "bytes": (b"\x00\xff", CloseCode.BAD_MESSAGE),
    "unknown type": ('{"type":"chat","text":"hi"}', CloseCode.BAD_MESSAGE),
    "a field too many": ('{"type":"enter","token":"x","name":"y","admin":true}', CloseCode.BAD_MESSAGE),
    "a command before entering": ('{"type":"ask","id":1,"command":{"type":"leave"}}', CloseCode.BAD_MESSAGE),
    "a forged invitation": ('{"type":"enter","token":"WyJ4IiwxXQ.AAAA","name":"Eve"}', CloseCode.NOT_INVITED),
    "a token too long": (json.dumps({"type": "enter", "token": "x" * 600}), CloseCode.BAD_MESSAGE),
    "deep nesting": ("[" * 30_000, CloseCode.BAD_MESSAGE),
}


@pytest.mark.parametrize(("text", "code"), FIRST_MESSAGES.values(), ids=FIRST_MESSAGES)
def test_who_does_not_enter_properly_is_told_why(tmp_path: Path, text: str | bytes, code: CloseCode) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as stranger:
            await stranger.send(text)
            assert await stranger.closed() == code

    asyncio.run(run())


LATER_MESSAGES: dict[str, Any] = {
    "no JSON": "}{",
    "an unknown command": {"type": "ask", "id": 1, "command": {"type": "unmute_everybody"}},
    "a notice": {"type": "ask", "id": 1, "command": {"type": "arrived", "seat": 1, "name": "Eve"}},
    "time up": {"type": "ask", "id": 1, "command": {"type": "time_up"}},
    "an event": {"type": "ask", "id": 1, "command": {"type": "step_begun", "step": 8, "at_ms": 0}},
    "a view": {"type": "view", "version": 99},
    "words for a number": {"type": "ask", "id": 1, "command": {"type": "next_step", "seen": "0"}},
    "a truth for a number": {"type": "ask", "id": True, "command": {"type": "leave"}},
    "entering twice": {"type": "enter", "token": "x", "name": "Eve"},
    "an answer that is none": {"type": "answer", "sdp": "v=0\r\nnothing"},
    "no number": '{"type":"ping","sent_ms":NaN}',
    "infinity": '{"type":"ping","sent_ms":1e999}',
}


@pytest.mark.parametrize("message", LATER_MESSAGES.values(), ids=LATER_MESSAGES)
def test_what_is_not_understood_ends_its_own_connection_alone(tmp_path: Path, message: Any) -> None:
    """W3, W4: the circle is not disturbed, and the seat waits."""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as eve:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await eve.enter(tokens[3], "Eve")
            await eve.send(message)
            assert await eve.closed() == CloseCode.BAD_MESSAGE
            await frida.until(lambda: frida.view["seats"][1]["presence"] == "coming_back")
            assert (frida.view["phase"], frida.close_code) == ("gathering", None)
            assert await frida.ask("next_step") is None

    asyncio.run(run())


def test_an_oversized_message_is_not_read(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as eve:
            await eve.enter((await server.open_circle())[3])
            await eve.send(json.dumps({"type": "answer", "sdp": "x" * MESSAGE_BYTES_MAX}))
            assert await eve.closed() == 1009

    asyncio.run(run())


def test_a_message_of_many_values_is_not_read() -> None:
    """W3: each that is wrong would be complained of, for a tenth of a second in all, while all voices wait."""

    async def run() -> None:
        many = Said({"type": "hand", "boxes": [{}] * VALUES_MAX})
        await Incoming(cast(WebSocket, many), HandMovedClock()).next(lambda text: pytest.fail("it is read"))

    with pytest.raises(Closed) as closed:
        asyncio.run(run())
    assert closed.value.code == CloseCode.BAD_MESSAGE


def test_who_says_nothing_is_not_waited_for(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path, enter_within_s=0.05) as server, client(server.socket_url) as silent:
            assert await silent.closed() == CloseCode.TOO_SLOW

    asyncio.run(run())


def test_a_flood_ends_its_own_connection_alone(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as eve:
            tokens = await server.open_circle()
            await frida.enter(tokens[0], "Frida")
            await eve.enter(tokens[3], "Eve")
            for _ in range(200):
                eve.socket.protocol.send_text(b'{"type": "ping", "sent_ms": 1}')
            eve.socket.transport.write(b"".join(eve.socket.protocol.data_to_send()))
            assert await eve.closed() == CloseCode.TOO_MANY, "and not as one who is too slow: such a page comes back"
            assert await frida.ask("next_step") is None

    asyncio.run(run())


class Said:
    """A socket by which this message comes again and again."""

    def __init__(self, message: dict[str, Any]) -> None:
        self._text = json.dumps(message)

    async def receive(self) -> dict[str, Any]:
        return {"type": "websocket.receive", "text": self._text}


PING = {"type": "ping", "sent_ms": 1}
COMMAND = {"type": "ask", "id": 1, "command": {"type": "open_microphone"}}


@pytest.mark.parametrize(("message", "per_s", "stays"), [(PING, 20, True), (PING, 40, False), (COMMAND, 20, False)])
def test_a_page_may_ask_for_the_time_more_often_than_anybody_can_mean(
    message: dict[str, Any], per_s: int, stays: bool
) -> None:
    """W3: those of earlier releases do as long as all comes in clumps; their people are sent away for nothing else."""
    clock = HandMovedClock()

    async def run() -> None:
        incoming = Incoming(cast(WebSocket, Said(message)), clock)
        for _ in range(60 * per_s):
            clock.move(ms=1000 // per_s)
            await incoming.next(read)

    if stays:
        asyncio.run(run())
    else:
        with pytest.raises(Closed) as closed:
            asyncio.run(run())
        assert closed.value.code == CloseCode.TOO_MANY


def test_who_has_asked_for_the_time_as_often_as_they_may_can_still_say_what_they_mean(tmp_path: Path) -> None:
    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as mia:
            await mia.enter((await server.open_circle())[3])
            for _ in range(MESSAGE_PACE.at_once):
                await mia.send(PING)
            await mia.until(lambda: len(mia.pongs) == MESSAGE_PACE.at_once)
            assert await mia.ask("open_microphone") is None

    asyncio.run(run())


@pytest.mark.parametrize(("messages", "code"), [(2, None), (3, CloseCode.TOO_MANY), (30, CloseCode.TOO_MANY)])
def test_messages_that_are_small_only_as_they_are_sent_end_their_connection(
    tmp_path: Path, messages: int, code: CloseCode | None
) -> None:
    """W3: some hundred bytes are 64 kB once they are unpacked. No page sends many of such a size at once."""
    large = b'{"type": "ping", "sent_ms": 1}'.ljust(MESSAGE_BYTES_MAX - 500)

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as eve:
            await eve.enter((await server.open_circle())[3])
            for _ in range(messages):
                eve.socket.protocol.send_text(large)
            sent = b"".join(eve.socket.protocol.data_to_send())
            assert len(sent) < messages * 500, "they are compressed"
            eve.socket.transport.write(sent)
            if code is None:
                assert await eve.ask("open_microphone") is None
            else:
                assert await eve.closed() == code

    asyncio.run(run())


@pytest.mark.parametrize("name", ["", "   ", None, "x" * 41])
def test_entering_by_invitation_takes_a_name(tmp_path: Path, name: str | None) -> None:
    """S5"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as nameless:
            token = (await server.open_circle())[3]
            await nameless.send({"type": "enter", "token": token, "name": name})
            assert await nameless.closed() == CloseCode.NAME_NEEDED

    asyncio.run(run())


def test_a_circle_of_another_server_is_not_here(tmp_path: Path) -> None:
    """S2: the signature is right, the circle is gone."""

    async def run() -> None:
        async with running(tmp_path / "a") as server:
            token = server.services.invites.invitation("gone", 1)  # type: ignore[arg-type]
            async with client(server.socket_url) as lost:
                await lost.send({"type": "enter", "token": token, "name": "Mia"})
                assert await lost.closed() == CloseCode.NO_CIRCLE

    asyncio.run(run())


def test_a_server_with_all_its_sockets_says_so(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path, sockets_max=1) as server, client(server.socket_url) as first:
            await first.enter((await server.open_circle())[0], "Frida")
            async with client(server.socket_url) as second:
                assert await second.closed() == CloseCode.FULL
            assert first.close_code is None

    asyncio.run(run())


def test_a_server_that_stops_lets_pages_come_back(tmp_path: Path) -> None:
    """S4: 1012 or a bare end, after which the page tries again."""

    async def run() -> None:
        server: Server
        async with running(tmp_path) as server:
            token = (await server.open_circle())[0]
            page = client(server.socket_url)
            frida = await page.__aenter__()
            await frida.enter(token, "Frida")
        code = await frida.closed()
        assert code in {1001, 1006, 1012, CloseCode.CIRCLE_FAILED}, code
        await page.__aexit__(None, None, None)

    asyncio.run(run())
