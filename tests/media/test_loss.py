"""Lost packets, on the wire: what is sent again and to whom, and what never is."""

import asyncio
import itertools
import random
from collections import defaultdict
from math import inf

import pytest
from aiortc.rtp import RtcpPacket, RtcpRtpfbPacket

from app.media import rtcp
from app.media.doubling import RESENT_LASTS_S, RESENT_WORTH, WORTH
from app.media.ice import IceTransport
from app.media.limits import REPORTS_PER_S
from app.media.nack import LOSSES, OVERDUE_S
from app.media.nack_sender import REQUESTS
from app.media.retransmission import KEPT, RESENT_PER_S
from app.media.rtcp import ReportBlock
from app.media.rtcp_nack import nack
from app.media.rtp import FRAME_S, HEADER
from tests.media.scene import Scene, scene
from tests.media.test_gate import SILENCE, assert_one_stream, voices
from tests.media.test_reports import fraction, next_report, reports_of
from tests.media.test_transport import HandMovedClock
from tests.support.elsewhere import Elsewhere
from tests.support.losing import LosingLine
from tests.support.peer import FRAME, Peer, until

pytestmark = pytest.mark.anyio


def ssrc_of(peer: Peer, seat: int) -> int:
    return next(ssrc for ssrc, other in peer.seats.items() if other == seat)


async def two(circle: Scene) -> tuple[Peer, Peer, LosingLine]:
    """Mia speaks; to Max every packet is lost, once."""
    circle.heard(1)
    mia, max_ = await circle.sit(1), await circle.sit(2)
    return mia, max_, LosingLine(max_, lambda ssrc, sequence: True)


async def speaks_with_one_overtaken(mia: Peer, line: LosingLine) -> tuple[int, int]:
    """Six packets that are all lost to Max; number and time of one before the last, which is still on its way."""
    mia.speak(5)
    mia.sequence, mia.timestamp = mia.sequence + 1, mia.timestamp + FRAME
    overtaken = mia.sequence, mia.timestamp
    mia.speak(1)
    await until(lambda: len(line.lost) == 6)
    return overtaken


def ask(peer: Peer, lost: list[tuple[int, int]]) -> None:
    for ssrc, packets in itertools.groupby(sorted(lost), key=lambda packet: packet[0]):
        peer.report(nack(5, ssrc, [sequence for _, sequence in packets]))


async def answered(circle: Scene, requests: int) -> None:
    """Wait until so many packets that were asked for are dealt with."""
    counters = circle.room.counters

    def dealt_with() -> int:
        refused = counters.resend_gated + counters.resend_not_kept
        return counters.resent + refused + counters.resend_repeated + counters.resend_excess

    await until(lambda: dealt_with() == requests)


async def test_whoever_lost_a_packet_gets_it_again() -> None:
    async with scene() as circle:
        mia, max_, line = await two(circle)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        ask(max_, list(line.lost))
        heard = await max_.hears(1, 5)
        assert [packet.marker for packet in heard] == [True] + [False] * 4
        assert_one_stream(heard)
        assert circle.room.counters.resent == 5


async def test_only_whoever_asks_gets_it_under_their_own_number() -> None:
    async with scene() as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        to_max = LosingLine(max_)
        mia.speak(20)
        await max_.hears(1, 20)
        piet = await circle.sit(3)
        to_piet = LosingLine(piet, lambda ssrc, sequence: True)
        mia.speak(3)
        await max_.hears(1, 23)
        await until(lambda: len(to_piet.lost) == 3)
        ask(piet, list(to_piet.lost))
        assert [packet.timestamp for packet in await piet.hears(1, 3)] == [p.timestamp for p in max_.heard[1][20:]]
        assert to_max.repeated == []


async def test_what_is_on_its_way_is_not_sent_again_at_once() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        mia.speak(1)
        await until(lambda: line.lost)
        lost = list(line.lost)
        ask(max_, lost)
        ask(max_, lost)
        await answered(circle, 2)
        assert (circle.room.counters.resent, circle.room.counters.resend_repeated) == (1, 1)
        clock.now += 0.1
        ask(max_, lost)
        await answered(circle, 3)
        assert circle.room.counters.resent == 2


async def test_on_a_long_line_it_is_on_its_way_for_as_long_as_a_check_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        monkeypatch.setattr(IceTransport, "round_trip_s", 0.2)
        mia.speak(1)
        await until(lambda: line.lost)
        lost = list(line.lost)
        ask(max_, lost)
        await answered(circle, 1)
        clock.now += 0.1
        ask(max_, lost)
        await answered(circle, 2)
        assert (circle.room.counters.resent, circle.room.counters.resend_repeated) == (1, 1)


async def test_what_was_said_before_a_gate_closed_is_not_sent_after_it() -> None:
    """Neither while it is closed nor when it is open again (H8)."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        mia.speak(5, payload=b"then")
        await until(lambda: len(line.lost) == 5)
        lost = list(line.lost)
        circle.heard()
        ask(max_, lost)
        await answered(circle, 5)
        circle.heard(1)
        ask(max_, lost)
        await answered(circle, 10)
        assert (circle.room.counters.resend_gated, circle.room.counters.resend_not_kept) == (5, 5)
        assert set(lost) <= line.lost.keys()


async def test_a_request_that_waits_while_the_gate_closes_comes_too_late() -> None:
    """It lies in the server's socket, and is read under the new rule (H8)."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        ask(max_, list(line.lost))
        circle.heard(3)
        await answered(circle, 5)
        assert circle.room.counters.resend_gated == 5


@pytest.mark.parametrize("change", ["joins", "breaks out"])
async def test_what_was_said_before_other_people_listened_is_not_sent_again(change: str) -> None:
    """H8."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        await circle.sit(3)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        lost = list(line.lost)
        if change == "joins":
            await circle.sit(4)
        else:
            circle.heard(1, breakout=(3,))
        ask(max_, lost)
        await answered(circle, 5)
        assert circle.room.counters.resend_not_kept == 5


async def test_whoever_goes_takes_nothing_from_the_others() -> None:
    """Neither what they still miss, nor what was overtaken on its way to the server: nobody else came to hear it."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        piet = await circle.sit(3)
        sequence, timestamp = await speaks_with_one_overtaken(mia, line)
        await piet.leave()
        await until(lambda: circle.transports[3].closed)
        mia.send(sequence=sequence, timestamp=timestamp)
        await until(lambda: len(line.lost) == 7)
        ask(max_, list(line.lost))
        assert_one_stream(await max_.hears(1, 7))


async def test_the_last_words_of_whoever_goes_are_not_sent_again() -> None:
    """H8: their voice has closed."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        lost = list(line.lost)
        await mia.leave()
        await until(lambda: circle.transports[1].closed)
        ask(max_, lost)
        await answered(circle, 5)
        assert circle.room.counters.resent == 0


async def test_whoever_changes_their_address_takes_nothing_from_the_others() -> None:
    """Neither what they still miss, nor what was overtaken on its way to the server."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        piet = await circle.sit(3)
        sequence, timestamp = await speaks_with_one_overtaken(mia, line)
        mobile = Elsewhere(piet)
        mobile.check(nominate=True)
        await until(lambda: circle.server.counters.moved == 1)
        ask(max_, list(line.lost))
        await max_.hears(1, 6)
        mia.send(sequence=sequence, timestamp=timestamp)
        await until(lambda: len(mobile.media) == 1)
        mobile.close()


async def test_whoever_opens_connection_after_connection_takes_nothing_from_the_others() -> None:
    """And hears on: the numbers of what was said meanwhile are theirs too, and none of them comes twice."""
    async with scene(tcp=True) as circle:
        mia, max_, line = await two(circle)
        piet = await circle.sit_by_tcp(3)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        await piet.hears(1, 5)
        for _ in range(3):
            piet.hang_up()
            await until(lambda: circle.transports[3].ice.address is None)
            unsent = circle.server.counters.unsent
            mia.speak(1)
            await until(lambda before=unsent: circle.server.counters.unsent == before + 1)
            piet.connect()
            piet.check()
            await until(lambda: circle.transports[3].ice.address is not None)
        ask(max_, list(line.lost))
        await max_.hears(1, 8)
        mia.speak(1)
        heard = await piet.hears(1, 6)
        assert (heard[-1].sequence - heard[0].sequence) & 0xFFFF == 8


async def test_whoever_has_changed_their_address_gets_it_where_they_are() -> None:
    async with scene() as circle:
        mia, max_, _ = await two(circle)
        mobile = Elsewhere(max_)
        mobile.check(nominate=True)
        await until(lambda: circle.server.counters.moved == 1)
        mia.speak(1)
        await until(lambda: len(mobile.media) == 1)
        [packet] = mobile.media
        _, _, sequence, _, ssrc = HEADER.unpack_from(packet)
        ask(max_, [(ssrc, sequence)])
        await until(lambda: mobile.media == [packet, packet])
        mobile.close()


@pytest.mark.parametrize("comes_to", ["an address", "its end"])
async def test_whoever_has_not_connected_yet_takes_nothing_from_the_others(comes_to: str) -> None:
    """A page whose network lets no sound through tries again and again: nobody hears it, and it hears nobody."""
    async with scene() as circle:
        mia, max_, line = await two(circle)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        piet = circle.peer(3)
        circle.transports[3].answer(piet.answer)
        if comes_to == "an address":
            await piet.be_found()
            await until(lambda: circle.transports[3].ice.address)
        else:
            circle.transports[3].close()
        ask(max_, list(line.lost))
        await max_.hears(1, 5)
        assert circle.room.counters.resend_not_kept == 0


async def test_nothing_is_sent_again_to_who_may_not_hear_it() -> None:
    async with scene() as circle:
        circle.heard(1, breakout=(2,))
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(5)
        await until(lambda: circle.room.counters.forwarded == 5)
        max_.report(nack(5, ssrc_of(max_, 1), list(range(10))))
        mia.report(nack(5, ssrc_of(max_, 1), list(range(10))))
        await answered(circle, 10)
        assert circle.room.counters.resend_gated == 10
        assert not max_.heard
        assert not mia.heard


async def test_where_no_circle_is_alive_nothing_is_sent_again() -> None:
    """H7."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        mia.speak(1)
        await until(lambda: line.lost)
        circle.server.sound_until(clock.now)
        clock.now += 1
        ask(max_, list(line.lost))
        await answered(circle, 1)
        assert circle.room.counters.resend_gated == 1


async def test_what_came_while_no_circle_was_alive_is_missed_by_nobody() -> None:
    """H7, H8: nor is the browser asked for what was lost meanwhile."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(1)
        await max_.hears(1, 1)
        circle.server.sound_until(clock.now)
        clock.now += 3 * FRAME_S
        mia.speak(2)
        mia.sequence += 1
        mia.speak(1)
        await until(lambda: circle.room.counters.gated == 3)
        circle.server.sound_until(inf)
        mia.speak(2)
        heard = await max_.hears(1, 3)
        assert [packet.marker for packet in heard] == [True, True, False]
        assert_one_stream(heard)
        assert circle.room.counters.asked == 0


async def test_a_flood_of_requests_multiplies_nothing() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, _line = await two(circle)
        ssrc = ssrc_of(max_, 1)
        for second in range(3):
            mia.speak(KEPT)
            await until(lambda second=second: circle.room.counters.forwarded == KEPT * (second + 1))
            for _ in range(REPORTS_PER_S):
                max_.report(nack(5, ssrc, list(range(1 + KEPT * second, 1 + KEPT * (second + 1)))) * 2)
                clock.now += 1 / REPORTS_PER_S
                await asyncio.sleep(0)
        counters = circle.room.counters
        await answered(circle, 3 * REPORTS_PER_S * KEPT)
        assert RESENT_PER_S < counters.resent <= KEPT + 1 + 3 * RESENT_PER_S
        assert counters.resend_excess > counters.resent


async def test_what_is_asked_for_over_and_over_while_nobody_speaks_is_not_saved_up() -> None:
    """Each packet that was sent again goes once more with the next that is said, and no more than that."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        mia.speak(5)
        await until(lambda: len(line.lost) == 5)
        lost = list(line.lost)
        for n in range(20):
            clock.now += 0.3
            ask(max_, lost)
            await answered(circle, 5 * (n + 1))
        assert circle.room.counters.resent == 5 * 20
        mia.speak(1)
        await until(lambda: circle.room.counters.forwarded == 6)
        assert circle.room.counters.doubled == 5


@pytest.mark.parametrize("seed", range(8))
async def test_whatever_the_order_nothing_is_sent_again_that_may_not_be(seed: int) -> None:
    """Each packet says how often its seat's listeners had changed when it was said; none comes after the next (H8)."""
    chance = random.Random(seed)
    async with scene() as circle:
        peers = {seat: await circle.sit(seat) for seat in (1, 2, 3, 4)}
        lines = {seat: LosingLine(peer, lambda ssrc, sequence: chance.random() < 0.4) for seat, peer in peers.items()}
        breakout, epoch = frozenset[int](), defaultdict[int, int](int)
        checked: dict[tuple[int, int], int] = defaultdict(int)
        lost: dict[int, set[tuple[int, int]]] = defaultdict(set)

        def receive() -> None:
            for listener, peer in peers.items():
                peer._receive()
                lost[listener] |= lines[listener].lost.keys()
                for speaker, packets in peer.heard.items():
                    for payload in voices(packets[checked[listener, speaker] :]):
                        assert int(payload) == epoch[speaker]
                    checked[listener, speaker] = len(packets)

        for _ in range(250):
            receive()
            if chance.random() < 0.15:
                apart = breakout if chance.random() < 0.7 else frozenset(chance.sample(range(1, 5), 2))
                now = frozenset(chance.sample(range(1, 5), 3))
                circle.room.let_be_heard(now, apart)
                for seat in range(1, 5):
                    epoch[seat] += apart != breakout or seat not in now
                breakout = apart
            for seat, peer in peers.items():
                peer.speak(chance.randrange(3), payload=b"%d" % epoch[seat])
                if chance.random() < 0.5:
                    ask(peer, chance.sample(sorted(lost[seat]), min(len(lost[seat]), 20)))
            if chance.random() < 0.7:
                await asyncio.sleep(0)
        counters = circle.room.counters
        assert counters.resent > 50
        assert counters.resend_not_kept + counters.resend_gated > 50


async def test_a_microphone_is_asked_for_what_is_missing_and_it_is_passed_on_in_its_place() -> None:
    async with scene(clock=HandMovedClock()) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(2)
        await max_.hears(1, 2)
        withheld = hold_back(mia, 2)
        mia.speak(1)
        await until(lambda: requests(mia))
        lost = [(mia.sequence - 2) & 0xFFFF, (mia.sequence - 1) & 0xFFFF]
        await until(lambda: requests(mia) == [(mia.ssrc, lost)] * REQUESTS)
        for datagram in withheld:
            mia.transmit(datagram)
        heard = await max_.hears(1, 5)
        assert_one_stream(sorted(heard, key=lambda packet: packet.sequence))
        assert circle.room.counters.asked == 2


async def test_what_its_speakers_line_has_lost_is_no_loss_of_its_listeners() -> None:
    """They ask for it before it is there, and get it again; but nobody is sent each packet twice for that."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        mia.speak(1)
        for late in range(RESENT_WORTH):
            withheld = hold_back(mia, 1)
            mia.speak(1)
            await until(lambda late=late: len(line.lost) == late + 2)
            before = set(line.lost)
            mia.transmit(withheld[0])
            await until(lambda late=late: len(line.lost) == late + 3)
            ask(max_, list(set(line.lost) - before))
            await answered(circle, late + 1)
            await until(lambda late=late: len(line.lost) == late + 2)
        assert circle.room.counters.resent == RESENT_WORTH
        assert not circle.room._rtcp[2].doubling.apart(None, clock.now)


@pytest.mark.parametrize(("own", "doubled"), [(0, 0), (2, 1)])
async def test_nor_of_listeners_who_cannot_ask(own: int, doubled: int) -> None:
    """Their browsers report what they were never sent, and nothing tells them that it was not their line."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(1)
        [first] = await max_.hears(1, 1)
        for _ in range(10):
            hold_back(mia, 1)
            mia.speak(9)
        await max_.hears(1, 91)
        for highest, lost in ((first.sequence, 0), (first.sequence + 100, 10 + own)):
            block = ReportBlock(first.ssrc, 256 * lost // 100, lost, highest, 0, 0, 0)
            max_.report(rtcp.receiver_report(5, block))
        await until(lambda: sum(circle.server.counters.loss_ratio.counts) == 2)
        assert circle.room._rtcp[2].doubling.apart(None, clock.now) == doubled


async def test_on_a_bad_line_a_microphone_is_asked_for_what_is_overdue_too() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(1)
        for _ in range(LOSSES):
            withheld = hold_back(mia, 1)
            mia.speak(1)
            mia.transmit(withheld[0])
        await max_.hears(1, 1 + 2 * LOSSES)
        asked = circle.room.counters.asked
        hold_back(mia, 1)
        assert circle.room.counters.asked == asked
        clock.now += FRAME_S + OVERDUE_S + 0.1
        await until(lambda: any(mia.sequence in lost for _, lost in requests(mia)))
        circle.heard()
        asked = circle.room.counters.asked
        clock.now += 1
        await asyncio.sleep(4 * FRAME_S)
        assert circle.room.counters.asked == asked


async def test_who_hears_a_voice_is_told_how_late_it_comes_what_its_speakers_line_has_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And nobody else, nor of a voice that is not heard, nor of a good line."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        circle.heard(1, 2, breakout=(3,))
        mia, max_, _ = [await circle.sit(seat) for seat in (1, 2, 3)]
        mia.speak(1)
        assert circle.room.late_ms(2) == {}
        for _ in range(LOSSES):
            hold_back(mia, 1)
            mia.speak(1)
        await max_.hears(1, 1 + LOSSES)
        monkeypatch.setattr(IceTransport, "round_trip_s", 0.081)
        assert [circle.room.late_ms(seat) for seat in (1, 2, 3)] == [{}, {1: 90}, {}]
        circle.heard(2)
        assert circle.room.late_ms(2) == {}


async def test_a_microphone_that_is_not_heard_is_asked_for_nothing() -> None:
    """Nor for what was lost before it was let be heard (H8)."""
    async with scene() as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(2)
        await max_.hears(1, 2)
        circle.heard()
        hold_back(mia, 2)
        mia.speak(2)
        await until(lambda: circle.room.counters.gated == 2)
        hold_back(mia, 2)
        circle.heard(1)
        mia.speak(2)
        await until(lambda: circle.room.counters.forwarded == 4)
        assert circle.room.counters.asked == 0


async def test_a_speaker_is_told_the_loss_before_anything_was_sent_again() -> None:
    """Or its browser would stop sending what makes up for a packet that is lost twice."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        circle.heard(1)
        mia, max_ = await circle.sit(1), await circle.sit(2)
        mia.speak(20)
        await max_.hears(1, 20)
        await next_report(mia, clock)
        for _ in range(5):
            withheld = hold_back(mia, 1)
            mia.speak(3)
            mia.transmit(withheld[0])
        await max_.hears(1, 40)
        await next_report(mia, clock)
        assert fraction(mia) == 256 // 4
        (packet,) = [p for p in RtcpPacket.parse(reports_of(mia)[-1]) if getattr(p, "reports", None)]
        assert packet.reports[0].packets_lost == 0


async def test_a_speaker_is_told_what_its_listeners_lost_before_it_was_sent_again() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        line.loses = lambda ssrc, sequence: sequence % 10 == 0
        ssrc = ssrc_of(max_, 1)
        for highest in (50, 100):
            mia.speak(50)
            await until(lambda highest=highest: len(max_.heard[1]) + len(line.lost) == highest)
            ask(max_, list(line.lost))
            ask(max_, list(line.lost))
            max_.report(rtcp.receiver_report(5, ReportBlock(ssrc, 0, 0, highest, 0, 0, 0)))
            await max_.hears(1, highest)
            clock.now += 0.5
        await until(lambda: circle.room._rtcp[2].losses[ssrc].share)
        await next_report(mia, clock)
        assert fraction(mia) == 256 // 10


async def test_whoever_loses_some_and_cannot_ask_gets_each_packet_twice_while_it_lasts() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        mia.speak(1)
        await until(lambda: line.lost)
        max_.report(rtcp.receiver_report(5, ReportBlock(ssrc_of(max_, 1), round(256 * WORTH), 0, 1, 0, 0, 0)))
        await until(lambda: circle.room._rtcp[2].doubling.apart(None, clock.now))
        circle.room.tick(clock.now)
        mia.speak(9)
        heard = await max_.hears(1, 9)
        assert_one_stream(heard)
        assert len(line.lost) == 1, "of the newest there is no second yet"
        assert circle.room.counters.doubled == 9
        clock.now += 16
        max_.check()
        circle.room.tick(clock.now)
        mia.speak(5)
        await until(lambda: circle.room.counters.forwarded == 15)
        assert circle.room.counters.doubled == 9


@pytest.mark.parametrize(("round_trip_s", "apart"), [(0.02, 1), (0.06, 3)])
async def test_whoever_has_to_ask_for_very_many_gets_each_packet_twice_while_it_lasts(
    monkeypatch: pytest.MonkeyPatch, round_trip_s: float, apart: int
) -> None:
    """The second comes as much later as what is asked for."""
    monkeypatch.setattr(IceTransport, "round_trip_s", round_trip_s)
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_, line = await two(circle)
        mia.speak(RESENT_WORTH)
        await until(lambda: len(line.lost) == RESENT_WORTH)
        ask(max_, list(line.lost))
        await max_.hears(1, RESENT_WORTH)
        circle.room.tick(clock.now)
        mia.speak(9)
        assert_one_stream(await max_.hears(1, RESENT_WORTH + 9 - apart))
        assert len(line.lost) == apart, "of the newest there is no second yet"
        clock.now += RESENT_LASTS_S
        max_.check()
        circle.room.tick(clock.now)
        doubled = circle.room.counters.doubled
        mia.speak(5)
        await until(lambda: circle.room.counters.forwarded == RESENT_WORTH + 14)
        assert circle.room.counters.doubled == doubled


async def test_a_voice_that_is_not_sent_for_a_while_looks_like_no_loss() -> None:
    """One voice too many, the noise of the silent and a closed gate leave no number out that anybody would ask for."""
    async with scene(seats=7) as circle:
        everybody = range(1, 7)
        peers = {seat: await circle.sit(seat) for seat in everybody}
        listener = await circle.sit(7)
        circle.heard(*everybody)
        sent = 0
        for turn in range(12):
            for seat, peer in peers.items():
                noise = (seat + turn) % 4 == 0
                peer.speak(2, SILENCE if noise else bytes(80), level=127 if noise else 10 + 10 * ((seat + turn) % 6))
                sent += 2
            await until(
                lambda sent=sent: circle.room.counters.forwarded + circle.room.counters.held_back + late(circle) == sent
            )
        assert circle.room.counters.held_back > 20
        await until(lambda: sum(map(len, listener.heard.values())) >= circle.room.counters.forwarded)
        for packets in listener.heard.values():
            assert_one_stream(packets)
        assert circle.room.counters.asked == 0


def late(circle: Scene) -> int:
    return circle.room.counters.late


def hold_back(peer: Peer, packets: int) -> list[bytes]:
    """Let a peer speak, and all of it be lost; gives what may still be transmitted."""
    sends, peer.transmit = peer.transmit, lambda datagram: None
    peer.speak(packets)
    peer.transmit = sends
    return peer.sent[-packets:]


def requests(peer: Peer) -> list[tuple[int, list[int]]]:
    """What a peer was asked for: its SSRC and sequence numbers."""
    packets = [packet for report in peer.reports for packet in RtcpPacket.parse(report)]
    return [(p.media_ssrc, [n & 0xFFFF for n in p.lost]) for p in packets if isinstance(p, RtcpRtpfbPacket)]
