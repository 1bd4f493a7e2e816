"""Nobody is ever left on another roll-over counter, with real libsrtp at both ends."""

import asyncio
import gc
import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pylibsrtp import Error, Policy, Session

from app.media.limits import VOICE_PACKETS_PER_S
from app.media.numbering import STEP, Numbering
from app.media.routes import Routes
from app.media.rtp import HEADER, OPUS, VERSION
from app.media.stream import LEAP_MAX, SeatStream
from tests.media.scene import scene
from tests.media.test_breakout import Context
from tests.media.test_gate import assert_one_stream, voices
from tests.support.peer import until

SSRC = 7
WRAP = 1 << 16
MISSED_MAX = (1 << 15) - 2
"""So many numbers in a row may be missed, and not one more (RFC 3711, section 3.3.1)."""


def packet(number: int, said: int) -> bytes:
    return HEADER.pack(VERSION, OPUS, number & 0xFFFF, 0, SSRC) + said.to_bytes(8, "big")


@dataclass(eq=False)
class Line:
    """The server's and the browser's end of one listener's line; `context` stands for the server's."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(44))
    heard: list[int] = field(default_factory=list)
    deaf: bool = False
    context: "Line" = field(init=False)

    def __post_init__(self) -> None:
        self.context = self
        self._protect = self._session(Policy.SSRC_ANY_OUTBOUND).protect
        self._unprotect = self._session(Policy.SSRC_ANY_INBOUND).unprotect

    def send(self, number: int, said: int) -> None:
        """Raises if the number has been used, or if the browser hears the packet and cannot decrypt it."""
        datagram = self._protect(packet(number, said))
        if not self.deaf:
            assert self._unprotect(datagram) == packet(number, said)
            self.heard.append(said)

    def _session(self, kind: int) -> Session:
        policy = Policy(key=self.key, ssrc_type=kind, srtp_profile=Policy.SRTP_PROFILE_AEAD_AES_256_GCM)
        policy.window_size = 1024
        return Session(policy)


def test_a_listener_who_missed_all_before_the_wrap_hears_all_after_it() -> None:
    """On the wire: joined six numbers before the wrap, and missed as many packets."""

    async def scenario() -> None:
        async with scene() as circle:
            circle.room._streams[1] = SeatStream(SSRC, WRAP - 6, 0, circle.server._clock())
            circle.heard(1)
            mia, max_ = await circle.sit(1), await circle.sit(2)
            max_.seats = {SSRC: 1}
            max_.deaf = True
            mia.speak(10)
            await until(lambda: circle.room.counters.sent == 10)
            await asyncio.sleep(0.05)
            max_.deaf = False
            for n in range(1, 11):
                mia.speak(50)
                await max_.hears(1, 50 * n)
            assert len(voices(max_.heard[1])) == 500
            assert_one_stream(max_.heard[1])

    asyncio.run(scenario())


def starts(step: int) -> Iterator[tuple[Numbering, Line, int]]:
    for newest in range(0, WRAP, step):
        numbering, line = Numbering(), Line()
        numbering.change([(line, b"")], newest)
        yield numbering, line, newest


def test_wherever_a_seat_is_a_count_begins_low() -> None:
    for newest in range(2 * WRAP):
        numbering, line = Numbering(), (Context(), b"")
        numbering.change([line], newest)
        ((offset, _),) = numbering.groups
        assert 1 <= newest + 1 - offset <= STEP


@pytest.mark.parametrize("missed", [0, 6, 1190, MISSED_MAX, WRAP - STEP - 2])
def test_wherever_a_listener_joins_and_whatever_it_misses_at_first_it_hears_the_rest(missed: int) -> None:
    """Every seventh number; the sender's end sees all that is missed, in leaps it can follow."""
    for numbering, line, newest in starts(step=7):
        ((offset, _),) = numbering.groups
        first = newest + 1 - offset
        line.deaf = True
        for number in range(first, first + missed, MISSED_MAX):
            line.send(number, 0)
        line.deaf = False
        for number in range(first + missed, first + missed + 2 * WRAP, MISSED_MAX):
            line.send(number, number)
        assert len(line.heard) >= 2 * WRAP // MISSED_MAX


def test_one_more_would_be_too_many() -> None:
    """Without a low beginning a listener is lost, or the tests here would prove nothing."""
    line = Line()
    line.deaf = True
    line.send(WRAP - 1, 0)
    line.deaf = False
    with pytest.raises(Error):
        line.send(WRAP, 0)


def test_all_who_come_within_some_minutes_share_their_numbers() -> None:
    numbering, lines = Numbering(), [Line() for _ in range(4)]
    for count, newest in ((1, 0), (2, 5000), (3, STEP - 1)):
        numbering.change([(line, b"") for line in lines[:count]], newest)
        assert len(numbering.groups) == 1
    numbering.change([(line, b"") for line in lines], STEP)
    assert [(offset, len(group)) for offset, group in numbering.groups] == [(0, 3), (STEP, 1)]


def test_a_count_goes_on_where_it_stopped_and_ends_with_its_keys() -> None:
    numbering, line = Numbering(), Line()
    numbering.change([(line, b"here")], 100)
    numbering.change([(line, b"there")], 150)
    assert numbering.groups == ((0, ((line, b"there"),)),)
    numbering.change([], 150)
    assert numbering.groups == ()
    numbering.change([(line, b"there")], 90_000)
    assert numbering.groups == ((90_000 - 150, ((line, b"there"),)),)
    numbering.change([], 90_000)
    del line
    gc.collect()
    assert not numbering._reached


class Seat:
    """One seat's voice and three others who may hear it, as a room has them, but for sockets and the clock."""

    def __init__(self, start: int) -> None:
        self.now = 1000.0
        self.stream = SeatStream(SSRC, start, 0, self.now)
        self.routes = Routes(range(1, 5))
        self.lines: dict[int, Line] = {}
        self.away: set[int] = set()
        self.index = 40_000
        self.said = itertools.count(1)
        self.passed: set[int] = set()
        self.missed: dict[Line, int] = {}
        self.stream.begin(0)

    def rebuild_routes(self) -> None:
        reached = {seat: (line, b"") for seat, line in self.lines.items() if seat not in self.away}
        self.routes.rebuild(reached, dict.fromkeys(range(1, 5), self.stream.settle()))

    def join(self, seat: int) -> None:
        self.lines[seat] = Line()
        self.missed[self.lines[seat]] = 0
        self.rebuild_routes()

    def leave(self, seat: int) -> None:
        """Its keys are gone; whoever comes back to the seat has others."""
        self.routes.leave(seat)
        self.lines.pop(seat, None)

    def toggle(self, seat: int) -> None:
        """Lose sight of a listener's address, or find it again, in the middle of a spurt."""
        self.away ^= {seat}
        self.rebuild_routes()

    def sides(self, breakout: frozenset[int]) -> None:
        self.end()
        self.routes.breakout = breakout
        self.rebuild_routes()
        self.stream.begin(self.index + 1)

    def end(self) -> None:
        if self.stream.flowing:
            for number, _ in self.stream.silence(3, self.now):
                self.fan_out(number)

    def speak(self, packets: int, leap: int, wait_s: float) -> None:
        for _ in range(packets):
            self.now += wait_s
            self.index += 1 + leap
            self.arrive(self.index)

    def late(self, ago: int) -> None:
        if self.index - ago not in self.passed:
            self.arrive(self.index - ago)

    def arrive(self, index: int) -> None:
        self.passed.add(index)
        numbered = self.stream.number(index, 0, self.now)
        if numbered is not None:
            self.fan_out(numbered[0])

    def fan_out(self, number: int) -> None:
        said = next(self.said)
        for offset, listeners in self.routes.listeners[1].groups:
            for line, _ in listeners:
                missed = self.missed[line] + LEAP_MAX + 1
                line.deaf = line.deaf and missed < MISSED_MAX
                line.send(number - offset, said)
                self.missed[line] = missed if line.deaf else 0


others = st.sampled_from([2, 3])
spurts = st.tuples(st.just("speak"), st.integers(1, 120), st.sampled_from([0, 1, 2, 256, 257, 9000]), st.floats(0, 3))
happenings = st.lists(
    st.one_of(
        spurts,
        spurts,
        st.tuples(st.just("late"), st.integers(1, 8)),
        st.tuples(st.just("end")),
        st.tuples(st.just("sides"), st.frozensets(st.integers(1, 4))),
        st.tuples(st.just("join"), others),
        st.tuples(st.just("leave"), others),
        st.tuples(st.just("toggle"), others),
        st.tuples(st.just("deaf"), others),
        st.tuples(st.just("hears"), others),
    ),
    min_size=20,
    max_size=80,
)
beginnings = st.integers(0, 3 * WRAP) | st.builds(
    lambda wraps, ago: wraps * WRAP - ago, st.integers(1, 3), st.integers(0, 300)
)


@settings(max_examples=150, deadline=None)
@given(beginnings, happenings)
@example(0, [("speak", 5, 0, 0.02), ("toggle", 2), ("speak", 5, 1, 0.02), ("toggle", 2), ("late", 1)])
def test_whatever_happens_everything_that_arrives_can_be_decrypted(start: int, script: list) -> None:
    """Late packets, leaps, silences, sides, lines new and gone, addresses lost and found: no number is used twice."""
    seat = Seat(start)
    for other in (2, 3, 4):
        seat.join(other)
    for what, *how in script:
        if what in {"deaf", "hears"}:
            if line := seat.lines.get(how[0]):
                line.deaf = what == "deaf"
        else:
            getattr(seat, what)(*how)
    seat.sides(frozenset())
    seat.away = set()
    seat.rebuild_routes()
    for line in seat.lines.values():
        line.deaf = False
        line.heard.clear()
    seat.speak(3, 0, 0.02)
    assert all(len(line.heard) == 3 for line in seat.lines.values())


def test_no_line_that_lives_can_miss_too_many() -> None:
    """At the fastest a voice may be numbered, a browser's consent ends long before (RFC 7675: 30 s)."""
    seconds = MISSED_MAX / (2 * VOICE_PACKETS_PER_S)
    assert seconds > 4 * 30
