"""The echo: whoever checks their line hears themselves, nobody else, and is heard by nobody else."""

import asyncio

import pytest

from app.media import echo, rtcp
from app.media.echo import ECHO
from app.media.srtp import Keys
from tests.media.scene import Scene, scene
from tests.support.peer import Peer, until
from tests.support.tcp_peer import TcpPeer


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def checks(at: Scene, kind: type[Peer] = Peer) -> Peer:
    """Somebody whose line is being checked."""
    transport = at.server.echo()
    assert transport
    peer = kind(transport.offer)
    at.peers.append(peer)
    transport.answer(peer.answer)
    return await peer.arrive()


@pytest.mark.parametrize("kind", [Peer, TcpPeer])
def test_what_is_sent_comes_back(kind: type[Peer]) -> None:
    """W16: as it was sent, to the very browser that sent it, by UDP and by TCP."""

    async def run() -> None:
        async with scene(tcp=True) as at:
            peer = await checks(at, kind)
            peer.speak(5, b"\xf8 one two")
            came = await peer.hears(ECHO, 5)
            assert [packet.sequence for packet in came] == [(peer.sequence - 4 + n) & 0xFFFF for n in range(5)]
            assert {packet.payload for packet in came} == {b"\xf8 one two"}
            assert peer.strangers == []

    asyncio.run(run())


def test_whoever_checks_hears_nobody_and_is_heard_by_nobody() -> None:
    """W16: neither a circle, in which all are heard, nor somebody else who checks."""

    async def run() -> None:
        async with scene() as at:
            mia, max_ = await at.sit(1), await at.sit(2)
            at.heard(1, 2, 3, 4)
            first, second = await checks(at), await checks(at)
            for speaker in (first, second, mia):
                speaker.speak(10)
            await first.hears(ECHO, 10)
            await second.hears(ECHO, 10)
            await max_.hears(1, 10)
            assert {seat for peer in (first, second) for seat in peer.heard} == {ECHO}
            assert (len(first.heard[ECHO]), len(second.heard[ECHO])) == (10, 10)
            assert set(mia.heard) <= {2} and set(max_.heard) == {1} and len(max_.heard[1]) == 10
            assert not any(peer.strangers for peer in at.peers)

    asyncio.run(run())


def test_nothing_forged_or_repeated_comes_back() -> None:
    """W16: so nobody is sent more than they have sent themselves."""

    async def run() -> None:
        async with scene() as at:
            peer = await checks(at)
            peer.speak(1)
            await peer.hears(ECHO, 1)
            peer.transmit(peer.sent[-1])
            peer.transmit(b"\x80\x6f" + bytes(50))
            peer.speak(1)
            await peer.hears(ECHO, 2)
            assert len(peer.heard[ECHO]) == 2

    asyncio.run(run())


def test_reports_are_left_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """W16: whoever checks is a stranger, and each source of reports that is read would take memory."""
    read: list[bytes] = []
    monkeypatch.setattr(Keys, "unprotect_rtcp", lambda _, datagram: read.append(datagram))

    async def run() -> None:
        async with scene() as at:
            peer = await checks(at)
            for ssrc in range(100):
                peer.report(rtcp.receiver_report(ssrc, None))
            peer.speak(1)
            await peer.hears(ECHO, 1)
            assert read == []

    asyncio.run(run())


def test_an_echo_ends_by_itself() -> None:
    """W16."""

    async def run() -> None:
        time = Time()
        async with scene(clock=time) as at:
            transport = at.server.echo()
            assert transport
            time.now += echo.ECHO_S + 0.1
            await until(lambda: transport.closed)
            assert at.server.counters.connections == 0

    asyncio.run(run())


def test_so_many_echoes_last_at_once_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """W16: whoever has ended theirs leaves the place to another."""
    monkeypatch.setattr(echo, "ECHOES_MAX", 2)

    async def run() -> None:
        async with scene() as at:
            first, second = at.server.echo(), at.server.echo()
            assert first and second and at.server.echo() is None
            first.close()
            assert at.server.echo() is not None and at.server.echo() is None

    asyncio.run(run())


def test_a_closed_server_gives_no_echo() -> None:
    async def run() -> None:
        async with scene() as at:
            transport = at.server.echo()
            await at.server.close()
            assert transport and transport.closed and at.server.echo() is None

    asyncio.run(run())
