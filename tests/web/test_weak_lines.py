"""From lost packets to the words: a real server, real sound, and the views of those who are there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.circle.line_quality import WEAK_AFTER
from app.media import room as media_room
from app.media.nack import LOSSES
from app.media.rtp import FRAME
from tests.support.client import Client, client
from tests.support.peer import Peer
from tests.support.server import Server, running

SPEECH = 60
"""Packets in a second of speech, and some."""


@asynccontextmanager
async def three_pages(folder: Path) -> AsyncIterator[tuple[Server, Client, Client, Client]]:
    async with (
        running(folder) as server,
        client(server.socket_url) as one,
        client(server.socket_url) as another,
        client(server.socket_url) as third,
    ):
        yield server, one, another, third


async def seated(server: Server, page: Client, token: str, name: str) -> Peer:
    """Somebody whose sound stands and whose microphone is open."""
    await page.enter(token, name)
    peer = Peer(page.offer["sdp"])
    await page.send({"type": "answer", "sdp": peer.answer, "line": page.offer["line"]})
    await peer.arrive()
    await page.until(lambda: page.view["you"]["sound"] == "connected")
    await page.ask("open_microphone")
    return peer


def speaks(peer: Peer, *, loses: int) -> None:
    """A second of speech, of which so many packets are lost on their way."""
    peer.sequence, peer.timestamp = (peer.sequence + loses) & 0xFFFF, (peer.timestamp + loses * FRAME) & 0xFFFFFFFF
    peer.speak(SPEECH - loses)


@pytest.mark.anyio
async def test_who_loses_sound_is_told_and_the_leaders_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S11: and nobody else; when the line is good again it is said no more."""
    monkeypatch.setattr(media_room, "REPORT_S", 0.25)
    async with three_pages(tmp_path) as (server, frida, mia, max_):
        tokens = await server.open_circle()
        peers = [
            await seated(server, frida, tokens[0], "Frida"),
            await seated(server, mia, tokens[3], "Mia"),
            await seated(server, max_, tokens[4], "Max"),
        ]
        assert (mia.view["you"]["weak_line"], frida.view["leading"]["weak_lines"]) == (None, [])

        async def speak_until(weak: str | None, loses: int) -> int:
            seconds = 0
            while mia.view["you"]["weak_line"] != weak:
                seconds += 1
                assert seconds < 60
                speaks(peers[1], loses=loses)
                await asyncio.sleep(0.3)  # the next report of the server, which nothing else announces
            return seconds

        assert await speak_until("heard", loses=6) >= WEAK_AFTER
        await frida.until(lambda: frida.view["leading"]["weak_lines"] == [4])
        assert max_.view["you"]["weak_line"] is None
        assert all("weak" not in str(seat) for seat in max_.view["seats"])
        await speak_until(None, loses=0)
        await frida.until(lambda: frida.view["leading"]["weak_lines"] == [])
        for peer in peers:
            peer.vanish()


@pytest.mark.anyio
async def test_whoever_hears_a_voice_is_answered_with_how_long_to_wait_for_it(tmp_path: Path) -> None:
    """By the page alone, with the server's time; not its own person, and nobody at the door, who hears nothing."""
    async with three_pages(tmp_path) as (server, frida, mia, knocking):
        tokens = await server.open_circle()
        peers = [await seated(server, frida, tokens[0], "Frida"), await seated(server, mia, tokens[3], "Mia")]
        await frida.ask("close_door")
        await knocking.send({"type": "enter", "token": tokens[4], "name": "Max"})
        await knocking.until(lambda: knocking.waiting)
        assert await answered(frida) == []
        speaks(peers[1], loses=0)
        speaks(peers[1], loses=LOSSES)
        async with asyncio.timeout(10):
            while not (late := await answered(frida)):
                await asyncio.sleep(0.01)
        assert [each["seat"] for each in late] == [4]
        assert 0 < late[0]["late_ms"] <= 1000
        assert [await answered(page) for page in (mia, knocking)] == [[], []]
        for peer in peers:
            peer.vanish()


async def answered(page: Client) -> list[dict[str, int]]:
    """Which voices are late, as this page is told."""
    before = len(page.pongs)
    await page.send({"type": "ping", "sent_ms": 1})
    await page.until(lambda: len(page.pongs) > before)
    return page.pongs[-1]["late"]
