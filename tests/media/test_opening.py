"""What a speaker's line has held: nobody hears what was said before an opening, all hear what was said since."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aioice import stun as oracle

from app.media.opening import EVEN_S, TOLD_S, Opening
from app.media.receiver_stats import ReceiverStats
from app.media.rtp import CLOCK_HZ, FRAME, FRAME_S
from tests.media.scene import Scene, scene
from tests.media.test_gate import voices
from tests.media.test_transport import HandMovedClock
from tests.support.peer import Peer, until

STALL = 75
"""Packets that come together when the line goes on: a second and a half."""


@contextmanager
def standing_still(peer: Peer, *, checks_pass: bool) -> Iterator[None]:
    """What a peer sends meanwhile comes in the end and at once. Where checks pass it is the page that is late."""
    held: list[bytes] = []

    def hold(datagram: bytes) -> None:
        if datagram[0] < 4 and checks_pass:
            Peer.transmit(peer, datagram)
        else:
            held.append(datagram)

    peer.transmit = peer.path.out = hold  # type: ignore[method-assign]
    yield
    del peer.transmit
    peer.path.out = peer.transmit
    for datagram in held:
        peer.transmit(datagram)


async def sit(circle: Scene, seat: int) -> Peer:
    """Somebody whose timestamps go by the scene's clock."""
    peer = await circle.sit(seat)
    peer.keeps_time = False
    return peer


async def talk(circle: Scene, clock: HandMovedClock, peer: Peer, packets: int, payload: bytes) -> None:
    """Speak at the pace of speech; each packet has been read before the next one is sent."""
    for _ in range(packets):
        clock.now += FRAME_S
        received = circle.server.counters.received
        peer.speak(1, payload=payload)
        await until(lambda before=received: circle.server.counters.received > before)


async def answers(circle: Scene, clock: HandMovedClock, checks_pass: bool) -> None:
    if checks_pass:
        await until(lambda: circle.transports[1].ice.answers_since == clock.now)


def speak_in_time(clock: HandMovedClock, peer: Peer, packets: int, payload: bytes) -> None:
    for _ in range(packets):
        clock.now += FRAME_S
        peer.speak(1, payload=payload)


@pytest.mark.parametrize("checks_pass", [True, False], ids=["late-page", "late-line"])
@pytest.mark.anyio
async def test_what_the_line_of_somebody_unheard_has_held_is_never_heard(checks_pass: bool) -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_ = await sit(circle, 1), await sit(circle, 2)
        await talk(circle, clock, mia, 20, b"too early")
        with standing_still(mia, checks_pass=checks_pass):
            speak_in_time(clock, mia, STALL, b"too early")
            clock.now += FRAME_S / 2
            circle.heard(1)
            await answers(circle, clock, checks_pass)
        await until(lambda: circle.room.counters.gated == 20 + STALL)
        await talk(circle, clock, mia, 3, b"in time")
        assert voices(await max_.hears(1, 3)) == [b"in time"] * 3


@pytest.mark.parametrize("checks_pass", [True, False], ids=["late-page", "late-line"])
@pytest.mark.anyio
async def test_what_was_said_apart_is_heard_by_nobody_else_however_late_it_comes(checks_pass: bool) -> None:
    """E6, H8."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        frida, piet, mia = [await sit(circle, seat) for seat in (1, 2, 3)]
        circle.heard(1, 2, breakout=(1, 2))
        await talk(circle, clock, frida, 20, b"debrief")
        await piet.hears(1, 20)
        with standing_still(frida, checks_pass=checks_pass):
            speak_in_time(clock, frida, STALL, b"debrief")
            clock.now += FRAME_S / 2
            circle.heard(1, 2, 3)
            await answers(circle, clock, checks_pass)
        await until(lambda: circle.room.counters.gated == STALL)
        await talk(circle, clock, frida, 3, b"open")
        assert voices(await mia.hears(1, 3)) == [b"open"] * 3


@pytest.mark.anyio
async def test_what_was_said_while_a_node_had_to_be_silent_is_never_heard() -> None:
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_ = await sit(circle, 1), await sit(circle, 2)
        circle.heard(1)
        await talk(circle, clock, mia, 3, b"before")
        circle.server.sound_until(clock.now)
        await talk(circle, clock, mia, 5, b"meanwhile")
        with standing_still(mia, checks_pass=True):
            speak_in_time(clock, mia, 1, b"meanwhile")
            clock.now += 1.0
        await until(lambda: circle.room.counters.gated == 6)
        circle.server.sound_until(clock.now + 60)
        mia.timestamp += CLOCK_HZ
        await talk(circle, clock, mia, 3, b"after")
        heard = await max_.hears(1, 6)
        assert voices(heard) == [b"before"] * 3 + [b"after"] * 3


@pytest.mark.anyio
@pytest.mark.parametrize("pauses", [True, False])
async def test_a_page_whose_timestamps_stand_still_in_a_pause_is_heard_at_once(pauses: bool) -> None:
    """As those of browsers do: they are a minute late for good, and yet it is of now.

    Of a page that has sent while it was not heard it takes a second packet to know.
    """
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_ = await sit(circle, 1), await sit(circle, 2)
        circle.heard(1)
        await talk(circle, clock, mia, 20, b"before")
        circle.heard()
        if not pauses:
            clock.now += TOLD_S
            mia.timestamp += round(TOLD_S * CLOCK_HZ)
            await talk(circle, clock, mia, 1, b"unheard")
        for _ in range(60):
            clock.now += 1.0
            for peer in (mia, max_):
                peer.check()
            received = circle.server.counters.received
            await until(lambda before=received: circle.server.counters.received > before)
        asked = mia.checked
        circle.heard(1)
        await until(lambda: mia.checked > asked)  # asked at once: it need not wait for its turn
        await talk(circle, clock, mia, 4, b"after")
        await until(lambda: voices(max_.heard[1]).count(b"after") == (4 if pauses else 3))
        assert circle.room.counters.gated == (0 if pauses else 2)


@pytest.mark.parametrize("lost", [1, 2, 3])
@pytest.mark.anyio
async def test_a_line_that_loses_questions_takes_little_of_a_voice(lost: int) -> None:
    """The question goes twice, and once more with what waits for its answer."""
    clock = HandMovedClock()
    async with scene(clock=clock) as circle:
        mia, max_ = await sit(circle, 1), await sit(circle, 2)
        circle.heard(1)
        await talk(circle, clock, mia, 20, b"before")
        circle.heard()
        clock.now += 1.0
        await asyncio.sleep(0.3)  # what is asked now and then is asked, and answered
        clock.now += FRAME_S
        questions, take_check = [], mia._take_check

        def lose(message: oracle.Message) -> None:
            questions.append(message)
            if len(questions) > lost:
                take_check(message)

        mia._take_check = lose  # type: ignore[method-assign]
        circle.heard(1)
        await until(lambda: len(questions) >= min(2, lost))
        await talk(circle, clock, mia, 12, b"after")
        await until(lambda: voices(max_.heard[1]).count(b"after") >= (12 if lost == 1 else 4))


class Line:
    """Packets said every 20 ms on a line that takes as long as it is told, and when an answer has come."""

    def __init__(self) -> None:
        self.stats, self.said, self.at, self.reached_at = ReceiverStats(), 0, 0.0, 0.0

    def deliver(self, delay_s: float) -> float:
        """Deliver the next packet, after the one before; returns when."""
        self.at = max(self.at, self.said * FRAME_S + delay_s)
        self.stats.arrive(self.said & 0xFFFF, self.said * FRAME & 0xFFFFFFFF, self.at)
        self.said += 1
        return self.at

    def begins(self, opening: Opening, delay_s: float) -> bool:
        now = self.deliver(delay_s)
        return opening.begins(self.stats, self.reached_at, now)


def test_jitter_takes_no_syllable_that_was_said_after_the_opening() -> None:
    """However uneven a line is: what counts is when something was said, not when it came."""
    line = Line()
    for n in range(100):
        line.deliver(0.05 + 0.1 * (n % 3 == 0))
    opening = Opening(line.said * FRAME_S + 0.04)
    assert line.begins(opening, 0.15), "late by 100 ms, said at the time of the opening"


def test_before_anything_has_come_on_a_line_nothing_is_late() -> None:
    line = Line()
    assert line.begins(Opening(0.0), 0.05)


def test_a_page_that_counts_a_little_slower_is_not_late_in_the_end() -> None:
    """Quartz differs by some 50 millionths: over an hour by 0.2 s."""
    stats = ReceiverStats()
    for n in range(180_000):
        stats.arrive(n & 0xFFFF, n * FRAME & 0xFFFFFFFF, n * FRAME_S * 1.0001)
    assert stats.late < 0.01 * CLOCK_HZ


@pytest.mark.parametrize("pace", [1.0, 2.0, 5.0, 75.0])
def test_what_was_held_is_not_taken_for_a_page_that_counts_otherwise(pace: float) -> None:
    """Nor where an answer passes it; and somebody is heard again as soon as all of it has come."""
    line = Line()
    for _ in range(50):
        line.deliver(0.05)
    line.reached_at = opened_at = 2.5
    opening = Opening(opened_at)
    at, said, began = opened_at, 0, False
    while not began and said < 400:
        at += FRAME_S / pace
        said += 1
        line.at = max(at, (50 + said) * FRAME_S + 0.05)
        began = line.begins(opening, 0.0)
    assert began
    assert pace == 1.0 or (50 + said) * FRAME_S + 0.05 >= opened_at


def test_while_no_answer_has_come_even_speech_at_its_own_pace_may_be_old() -> None:
    """A line through which everything comes late, and evenly."""
    line = Line()
    for _ in range(50):
        line.deliver(0.05)
    opening = Opening(1.5)
    assert not any(line.begins(opening, 1.5) for _ in range(20))
    line.reached_at = 1.5
    assert line.begins(opening, 1.5), "what follows the answer was said after the question"


def test_a_little_unevenness_is_still_the_pace_of_speech() -> None:
    line = Line()
    for _ in range(50):
        line.deliver(0.05)
    line.reached_at = 61.0
    opening = Opening(61.0)
    assert not line.begins(opening, 61.0)
    assert line.begins(opening, 61.0 - EVEN_S / 2)
    assert line.stats.late == 0, "and from now on that is in time"
