"""What the server owes every browser, and what it makes of what browsers report."""

import asyncio

from aiortc.rtp import RtcpPacket, RtcpRrPacket, RtcpSdesPacket, RtcpSrPacket

from app.media import rtcp
from app.media.losses import Loss
from app.media.room import SEATS_MAX
from app.media.rtcp import ReportBlock
from app.media.rtcp_nack import FEEDBACK
from app.media.sdp import cname
from tests.media.scene import Scene, scene
from tests.media.test_transport import HandMovedClock
from tests.support.peer import Peer, until


def reports_of(peer: Peer) -> list[bytes]:
    """All but what asks for packets again."""
    return [report for report in peer.reports if report[1] != FEEDBACK]


def read(peer: Peer) -> tuple[list[RtcpRrPacket], list[RtcpSrPacket], list[RtcpSdesPacket]]:
    """The newest compound, sorted by kind."""
    packets = RtcpPacket.parse(reports_of(peer)[-1])
    assert isinstance(packets[0], RtcpRrPacket | RtcpSrPacket)
    kinds = (RtcpRrPacket, RtcpSrPacket, RtcpSdesPacket)
    return tuple([packet for packet in packets if isinstance(packet, kind)] for kind in kinds)


async def next_report(peer: Peer, clock: HandMovedClock) -> None:
    count = len(reports_of(peer))
    clock.now += 3
    await until(lambda: len(reports_of(peer)) > count)


def test_the_reports_about_all_seats_fit_into_one_datagram() -> None:
    everybody = rtcp.receiver_report(0, ReportBlock(0, 0, 0, 0, 0, 0, 0)) + rtcp.source_description(0, "circle")
    for seat in range(1, SEATS_MAX + 1):
        everybody += rtcp.sender_report(seat, 0.0, 0, 0, 0) + rtcp.source_description(seat, cname(seat))
    assert len(everybody) < 1280, "with SRTCP, UDP and IP headers no path has to break it up"


def test_a_speaker_learns_how_it_fares_and_listeners_what_time_it_is() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(9)
            mia.sequence += 1
            mia.speak(2)
            heard = await max_.hears(1, 11)
            mia.report(rtcp.sender_report(mia.ssrc, 1_700_000_000.5, 0, 0, 0))
            await until(lambda: circle.server.counters.received and circle.room.counters.forwarded == 11)
            await next_report(mia, clock)
            await next_report(max_, clock)
            await next_report(mia, clock)
            (about_mia,), sent, _ = read(mia)
            assert not sent, "a speaker is told nothing about its own stream"
            assert about_mia.reports[0].ssrc == mia.ssrc
            assert about_mia.reports[0].packets_lost == 1
            assert about_mia.reports[0].lsr == (1_700_000_000 + 2_208_988_800 & 0xFFFF) << 16 | 0x8000
            assert 0 < about_mia.reports[0].dlsr <= 65536 * 9
            _, (stream,), names = read(max_)
            assert stream.ssrc == heard[0].ssrc
            assert stream.sender_info.packet_count == 11
            assert stream.sender_info.octet_count == 11 * len(b"\xf8voice")
            assert b"seat1" in [chunk.items[0][1] for packet in names for chunk in packet.chunks]

    asyncio.run(scenario())


def test_a_speaker_learns_the_loss_of_its_listeners() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(9)
            seat = (await max_.hears(1, 9))[0].ssrc
            lossy = ReportBlock(seat, 51, 9, 0, 0, 0, 0)
            max_.report(rtcp.receiver_report(5, lossy))
            await until(lambda: circle.room._rtcp[2].losses == {seat: Loss(51, clock.now)})
            await next_report(mia, clock)
            await until(lambda: read(mia)[0][0].reports[0].fraction_lost == 51)

    asyncio.run(scenario())


def fraction(peer: Peer) -> int:
    return read(peer)[0][0].reports[0].fraction_lost


async def report_loss(
    circle: Scene, clock: HandMovedClock, peers: dict[int, Peer], ssrc: int, shares: dict[int, int]
) -> None:
    """Let the peers on some seats report that they lose so much of a voice now."""
    for seat, share in shares.items():
        peers[seat].report(rtcp.receiver_report(5, ReportBlock(ssrc, share, 9, 0, 0, 0, 0)))
        now = Loss(share, clock.now)
        await until(lambda seat=seat, now=now: circle.room._rtcp[seat].losses.get(ssrc) == now)


def test_one_liar_among_three_changes_nothing() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            peers = {seat: await circle.sit(seat) for seat in (1, 2, 3, 4)}
            peers[1].speak(9)
            ssrc = (await peers[2].hears(1, 9))[0].ssrc
            await report_loss(circle, clock, peers, ssrc, {2: 255, 3: 0, 4: 0})
            await next_report(peers[1], clock)
            assert fraction(peers[1]) == 0
            await report_loss(circle, clock, peers, ssrc, {2: 255, 3: 20, 4: 0})
            await next_report(peers[1], clock)
            assert fraction(peers[1]) == 20

    asyncio.run(scenario())


def test_a_loss_is_forgotten_when_its_listener_reports_no_more_or_goes() -> None:
    async def scenario() -> None:
        clock = HandMovedClock()
        async with scene(clock=clock) as circle:
            circle.heard(1)
            peers = {seat: await circle.sit(seat) for seat in (1, 2)}
            peers[1].speak(9)
            ssrc = (await peers[2].hears(1, 9))[0].ssrc
            for seconds, told in ((3, 51), (14, 51), (16, 0)):
                await report_loss(circle, clock, peers, ssrc, {2: 51})
                clock.now += seconds - 3
                peers[1].check()
                peers[2].check()
                await next_report(peers[1], clock)
                assert fraction(peers[1]) == told
            await report_loss(circle, clock, peers, ssrc, {2: 51})
            await peers[2].leave()
            await until(lambda: circle.transports[2].closed)
            await next_report(peers[1], clock)
            assert fraction(peers[1]) == 0

    asyncio.run(scenario())


def test_reports_of_ever_new_sources_are_bounded() -> None:
    """libsrtp keeps something for every source: it must not be given thousands."""

    async def scenario() -> None:
        async with scene() as circle:
            mia = await circle.sit(1)
            for ssrc in range(1000):
                block = ReportBlock(ssrc, 1, 1, 0, 0, 0, 0)
                mia.report(rtcp.receiver_report(ssrc, block))
            mia.report(b"\x81\xcb\x00\x01" + bytes(4))
            mia.speak(1)
            await until(lambda: circle.room.counters.gated == 1)
            assert len(circle.room._rtcp[1]._reporters) == 64
            assert circle.room._rtcp[1].losses == {}

    asyncio.run(scenario())


def test_a_goodbye_and_rubbish_in_a_report_are_harmless() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            mia.speak(1)
            await max_.hears(1, 1)
            mia.report(b"\x81\xcb\x00\x01" + mia.ssrc.to_bytes(4, "big"))
            mia.report(b"\x9f\xc8\xff\xff" + bytes(4))
            mia.transmit(b"\x80\xc8\x00\x06" + bytes(40))
            mia.speak(1)
            await max_.hears(1, 2)
            assert circle.room.counters.bad == 1

    asyncio.run(scenario())
