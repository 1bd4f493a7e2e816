"""A page whose connection or sound alone is lost: the wire of it, with real sound and through another node too."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect

import app.cluster.connector
from app.live.seat_bounds import OFFER_PACE
from app.web.closing import CloseCode
from tests.support.client import Client, client
from tests.support.peer import Peer, until
from tests.support.person import Person
from tests.support.scene import MIA
from tests.support.server import Server, running
from tests.web.test_relay import circle_of, played

PINGS = 35
"""More than the checks of ten seconds that come in any case."""

Play = Callable[[Server, Server, list[str]], Awaitable[None]]


def at_one_server(play: Play, folder: Path) -> None:
    async def run() -> None:
        async with running(folder) as server:
            await play(server, server, await server.open_circle())

    asyncio.run(run())


def through_another_node(play: Play, folder: Path) -> None:
    async def run(owner: Server, other: Server) -> None:
        await play(owner, other, await circle_of(owner))

    played(run, folder)


async def comes_back(page: Client, offer: dict[str, Any], **changed: Any) -> None:
    enter = {"type": "enter", "token": offer["resume"], "line": offer["line"]} | changed
    await page.send(enter)
    await page.until(lambda: page.view)


async def hears(listener: Person, speaker: Person) -> None:
    before = listener.count_from(speaker.seat)
    speaker.peer.speak()
    await until(lambda: listener.count_from(speaker.seat) > before)


@pytest.mark.parametrize("played_at", [at_one_server, through_another_node])
def test_a_lost_connection_comes_back_to_its_line(played_at: Callable[[Play, Path], None], tmp_path: Path) -> None:
    """S10, N15: no second offer, the sound goes on meanwhile, and nobody is shown anything."""

    async def play(owner: Server, door: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as frida:
            listener = await Person.enter(frida, tokens[0], "Frida")
            async with client(door.socket_url) as page:
                mia = await Person.enter(page, tokens[3], "Mia")
                assert await page.ask("open_microphone") is None
                await frida.until(lambda: any(s["voice"] == "heard" for s in frida.view["seats"]))
            views = len(frida.heard_texts)
            await hears(listener, mia)
            async with client(door.socket_url) as page:
                await comes_back(page, mia.page.offer)
                assert page.offer == {}
                assert page.view["you"]["voice"] == "heard"
                assert '"kept"' in page.heard_texts[0]
                await hears(listener, mia)
                assert len(frida.heard_texts) == views
            await mia.peer.leave()
            await listener.peer.leave()

    played_at(play, tmp_path)


@pytest.mark.parametrize("played_at", [at_one_server, through_another_node])
def test_a_ping_is_answered_by_the_way_of_the_sound_too(
    played_at: Callable[[Play, Path], None], tmp_path: Path
) -> None:
    """S10: so whoever is answered by the socket alone knows that their sound has lost its way."""

    async def play(owner: Server, door: Server, tokens: list[str]) -> None:
        async with client(door.socket_url) as page:
            mia = await Person.enter(page, tokens[3], "Mia")
            before = mia.peer.checked
            for _ in range(PINGS):
                await page.send({"type": "ping", "sent_ms": 0})
            await until(lambda: mia.peer.checked >= before + PINGS)
            await mia.peer.leave()

    played_at(play, tmp_path)


def test_a_line_is_kept_when_the_way_between_two_nodes_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S10, N15: the page is told 4010, for its node cannot know more, and its sound has gone on meanwhile."""
    ways: list[ClientConnection] = []

    async def noted(*where: Any, **how: Any) -> ClientConnection:
        ways.append(await connect(*where, **how))
        return ways[-1]

    monkeypatch.setattr(app.cluster.connector, "connect", noted)

    async def play(owner: Server, door: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as frida:
            listener = await Person.enter(frida, tokens[0], "Frida")
            async with client(door.socket_url) as page:
                mia = await Person.enter(page, tokens[3], "Mia")
                assert await page.ask("open_microphone") is None
                [way] = ways
                way.transport.abort()
                assert await page.closed() == CloseCode.CIRCLE_FAILED
            await hears(listener, mia)
            async with client(door.socket_url) as page:
                await comes_back(page, mia.page.offer)
                assert page.offer == {}
                assert page.view["you"]["voice"] == "heard"
            await mia.peer.leave()
            await listener.peer.leave()

    through_another_node(play, tmp_path)


@pytest.mark.parametrize("line", ["", "another", "\u00e9\u00e9", None])
def test_a_line_that_is_not_the_pages_own_is_not_kept(tmp_path: Path, line: str | None) -> None:
    """S10, W3"""

    async def play(owner: Server, _: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as page:
            mia = await Person.enter(page, tokens[3], "Mia")
        async with client(owner.socket_url) as page:
            await comes_back(page, mia.page.offer, line=line)
            assert page.offer["line"] != mia.page.offer["line"]
        await mia.peer.leave()

    at_one_server(play, tmp_path)


def test_lost_sound_alone_is_renewed_on_the_same_connection(tmp_path: Path) -> None:
    """S10"""

    async def play(owner: Server, _: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as page:
            mia = await Person.enter(page, tokens[3], "Mia")
            first = page.offer
            await page.send({"type": "renew_sound", "line": first["line"]})
            await page.until(lambda: page.offer["line"] != first["line"])
            second = Peer(page.offer["sdp"])
            await page.send({"type": "answer", "sdp": second.answer})
            await second.arrive()
            await page.until(lambda: page.view["you"]["sound"] == "connected")
            await page.send({"type": "renew_sound", "line": first["line"]})
            assert await page.ask("open_microphone") is None
            assert page.view["you"]["sound"] == "connected"
            await second.leave()
            await mia.peer.leave()

    at_one_server(play, tmp_path)


def test_offers_are_not_given_faster_than_a_page_can_need_them(tmp_path: Path) -> None:
    """W3, S10"""

    async def play(owner: Server, _: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as page:
            await page.enter(tokens[3], "Mia")
            for _ in range(10):
                line = page.offer["line"]
                await page.send({"type": "renew_sound", "line": line})
                await page.until(lambda line=line: page.offer["line"] != line or page.close_code)
            assert await page.closed() == CloseCode.BUSY

    at_one_server(play, tmp_path)


def test_whoever_enters_again_is_given_no_more_offers_for_it(tmp_path: Path) -> None:
    """W3, S10: each offer is a handshake. Somebody else in the circle has theirs all the same."""

    async def play(owner: Server, _: Server, tokens: list[str]) -> None:
        offers, token, name = 0, tokens[3], "Mia"
        for _ in range(4):
            async with client(owner.socket_url) as page:
                await page.send({"type": "enter", "token": token} | ({"name": name} if token == tokens[3] else {}))
                line = ""
                while await renewed(page, line):
                    offers, line, token = offers + 1, page.offer["line"], page.offer["resume"]
                    await page.send({"type": "renew_sound", "line": line})
                assert page.close_code == CloseCode.BUSY
        assert offers < 2 * OFFER_PACE.at_once
        async with client(owner.socket_url) as max_:
            await max_.enter(tokens[4], "Max")
            assert max_.offer

    at_one_server(play, tmp_path)


async def renewed(page: Client, line: str) -> bool:
    """Whether another offer than this one comes, before the page is sent away."""
    await page.until(lambda: page.offer.get("line", "") != line or page.close_code)
    return page.close_code is None


@pytest.mark.parametrize("overtaken_by", ["door", "renewal"])
def test_an_answer_that_another_offer_has_overtaken_is_no_answer_to_it(tmp_path: Path, overtaken_by: str) -> None:
    """W3, S10: neither is its page turned away, nor has it answered for the line that is newer."""

    async def play(owner: Server, _: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as frida, client(owner.socket_url) as page:
            await frida.enter(tokens[0], "Frida")
            await page.enter(tokens[3], "Mia")
            late = page.offer
            if overtaken_by == "door":
                assert await frida.ask("send_to_door", seat=MIA) is None
                assert await frida.ask("admit", seat=MIA) is None
            else:
                await page.send({"type": "renew_sound", "line": late["line"]})
            await page.until(lambda: page.offer["line"] != late["line"] and page.view)
            overtaken, peer = Peer(late["sdp"]), Peer(page.offer["sdp"])
            await page.send({"type": "answer", "sdp": overtaken.answer, "line": late["line"]})
            await page.send({"type": "answer", "sdp": peer.answer, "line": page.offer["line"]})
            await peer.arrive()
            await page.until(lambda: page.view["you"]["sound"] == "connected")
            overtaken.vanish()
            await peer.leave()

    at_one_server(play, tmp_path)


def test_leaving_before_the_sound_stands(tmp_path: Path) -> None:
    """S1"""

    async def play(owner: Server, _: Server, tokens: list[str]) -> None:
        async with client(owner.socket_url) as frida, client(owner.socket_url) as page:
            await frida.enter(tokens[0], "Frida")
            await page.enter(tokens[3], "Mia")
            await page.send({"type": "ask", "id": 1, "command": {"type": "leave"}})
            assert await page.closed() == CloseCode.GOODBYE
            await frida.until(lambda: frida.view["seats"][1]["presence"] == "left")

    at_one_server(play, tmp_path)
