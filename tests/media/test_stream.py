"""The numbering of a seat's outgoing stream: whatever happens to the speaker, one source that runs on."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from app.media.limits import VOICE_BURST_S, VOICE_PACKETS_PER_S
from app.media.receiver_stats import ReceiverStats
from app.media.rtp import CLOCK_HZ, FRAME
from app.media.stream import LEAP_MAX, SeatStream


def stream(sequence: int = 65530, timestamp: int = 0xFFFFFF00) -> SeatStream:
    return SeatStream(7, sequence, timestamp, now=0.0)


def after(new: int, old: int, bits: int) -> int:
    """How far a wrapping number has come: negative if it went back."""
    half = 1 << (bits - 1)
    return ((new - old + half) & ((1 << bits) - 1)) - half


def test_the_first_packet_follows_the_first_numbers() -> None:
    voice = stream(100, 5000)
    voice.begin(0)
    assert voice.number(40_000, 123, 1.0) == (101, 5000 + CLOCK_HZ, True)
    assert voice.number(40_001, 123 + FRAME, 1.02) == (102, 5000 + CLOCK_HZ + FRAME, False)


def test_what_begins_begins_though_it_follows_without_a_gap() -> None:
    voice = stream(99, 0)
    assert voice.number(100, 0, 1.0) == (100, CLOCK_HZ, True)
    voice.begin(101)
    assert voice.number(101, FRAME, 1.02) == (101, CLOCK_HZ + FRAME, True)


def test_after_a_pause_a_spurt_begins_and_listeners_miss_nothing() -> None:
    voice = stream(99, 0)
    voice.number(100, 0, 1.0)
    voice.pause(101)
    assert not voice.flowing
    sequence, _, begins = voice.number(102, 2 * FRAME, 1.04) or (0, 0, False)
    assert (sequence, begins) == (101, True)


def test_a_lost_packet_stays_lost() -> None:
    """Listeners must see the gap, or they could not conceal it."""
    voice = stream(100, 0)
    voice.begin(0)
    assert voice.number(10, 0, 1.0) == (101, CLOCK_HZ, True)
    assert voice.number(12, 2 * FRAME, 1.04) == (103, CLOCK_HZ + 2 * FRAME, False)
    assert voice.number(11, FRAME, 1.05) == (102, CLOCK_HZ + FRAME, False)


def test_what_was_lost_before_it_came_is_counted_up_to_any_number_of_16_bits() -> None:
    voice = stream(65_530)
    for index in (10, 13, 14, 17):  # numbers 65531, 65534, 65535, and 2
        assert voice.number(index, index * FRAME, index / 50)
    asked = ((2, 4), (2, 7), (0xFFFF, 4), (0xFFFF, 1), (0, 1), (0, 3))
    assert [voice.passed_over(until, packets) for until, packets in asked] == [2, 4, 2, 0, 1, 1]
    assert voice.number(12, 12 * FRAME, 0.4)
    assert voice.passed_over(0xFFFF, 4) == 1


def test_a_packet_that_was_given_its_number_is_given_none_again() -> None:
    """Whoever claims to be far ahead for one packet is at an earlier index once more, and its numbers are used."""
    voice = stream(100, 0)
    for index in (10, 11, 14):
        assert voice.number(index, index * FRAME, 1.0)
    assert [voice.number(index, index * FRAME, 1.1) is None for index in (10, 11, 12, 12, 13, 13, 14)] == [
        *(True, True),
        *(False, True),
        *(False, True),
        True,
    ]


def test_nothing_older_than_the_opening_passes() -> None:
    voice = stream()
    voice.begin(50)
    assert voice.number(49, 0, 1.0) is None
    assert voice.number(55, 0, 1.0) is not None
    assert voice.number(54, 0, 1.0) is None, "the first packet of the spurt is the min_index"
    assert voice.number(56, 0, 1.0) is not None


def test_time_passes_while_nobody_speaks() -> None:
    voice = stream(0, 0)
    voice.begin(0)
    voice.number(1, 77, 10.0)
    voice.begin(0)
    numbered = voice.number(1, 9999, 12.5)
    assert numbered == (2, int(12.5 * CLOCK_HZ), True)


def test_silence_ends_a_spurt_and_is_counted_as_time() -> None:
    voice = SeatStream(7, 0, 0, now=10.0 - 0.02)
    voice.begin(0)
    assert voice.number(1, 0, 10.0) == (1, FRAME, True)
    assert list(voice.silence(3, 10.0)) == [(2, 2 * FRAME), (3, 3 * FRAME), (4, 4 * FRAME)]
    voice.begin(0)
    assert voice.number(2, 0, 10.001) == (5, 5 * FRAME, True), "never before the silence"
    voice.begin(0)
    assert voice.number(3, 0, 11.08) == (6, 5 * FRAME + CLOCK_HZ, True), "and then by the clock again"


@dataclass
class Speaker:
    """A source as a browser is one: arbitrary beginnings, packets lost, late or wrapped."""

    sequence: int
    timestamp: int
    stats: ReceiverStats = field(default_factory=ReceiverStats)

    def packet(self, ago: int) -> tuple[int, int]:
        return (self.sequence - ago) & 0xFFFF, (self.timestamp - ago * FRAME) & 0xFFFFFFFF


sources = st.tuples(st.integers(0, 0xFFFF), st.integers(0, 0xFFFFFFFF))
speakers = st.builds(lambda source: Speaker(*source), sources)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("speak"), st.integers(0, 3)),
        st.tuples(st.just("late"), st.integers(1, 40)),
        st.tuples(st.just("open"), st.none()),
        st.tuples(st.just("close"), st.none()),
        st.tuples(st.just("wait"), st.floats(0, 100)),
        st.tuples(st.just("reconnect"), sources),
    ),
    max_size=80,
)


class Listener:
    """Checks every packet against those before it, in and out."""

    def __init__(self) -> None:
        self.newest: tuple[int, int] | None = None
        self._first = (0, 0, 0, 0)

    def hear(self, incoming: tuple[int, int], outgoing: tuple[int, int], begins: bool) -> None:
        if begins:
            self.follow(*outgoing)
            self._first = (*incoming, *outgoing)
        index, stamp, sequence, timestamp = self._first
        assert incoming[0] >= index, "the first packet of a spurt is its oldest"
        assert after(outgoing[0], sequence, 16) == incoming[0] - index
        assert after(outgoing[1], timestamp, 32) == after(incoming[1], stamp, 32)
        if self.newest is None or after(outgoing[0], self.newest[0], 16) > 0:
            self.newest = outgoing

    def follow(self, sequence: int, timestamp: int) -> None:
        if self.newest is not None:
            assert after(sequence, self.newest[0], 16) == 1
            assert after(timestamp, self.newest[1], 32) >= FRAME
        self.newest = (sequence, timestamp)


@settings(max_examples=300)
@given(speakers, steps, st.integers(0, 0xFFFF), st.integers(0, 0xFFFFFFFF))
def test_one_stream_whatever_happens(speaker: Speaker, script: list, first: int, timestamp: int) -> None:
    """Spurts follow each other without a gap in number and forward in time; within one, nothing is changed."""
    voice, listener = SeatStream(1, first, timestamp, now=1000.0), Listener()
    now, is_open, min_index = 1000.0, False, 0

    def arrive(ago: int) -> None:
        sequence, stamp = speaker.packet(ago)
        index = speaker.stats.arrive(sequence, stamp, now)
        numbered = voice.number(index, stamp, now) if is_open else None
        if numbered is not None:
            assert index >= min_index, "nothing older than the opening passes"
            listener.hear((index, stamp), numbered[:2], numbered[2])

    for what, value in script:
        now += 0.02
        if what == "speak":
            speaker.sequence = (speaker.sequence + 1 + value) & 0xFFFF
            speaker.timestamp = (speaker.timestamp + (1 + value) * FRAME) & 0xFFFFFFFF
            arrive(0)
        elif what == "late":
            arrive(value)
        elif what == "wait":
            now += value
        elif what == "close":
            is_open = False
            if voice.flowing:
                for numbers in voice.silence(3, now):
                    listener.follow(*numbers)
        elif what == "reconnect":
            speaker = Speaker(*value)
        if what == "open" or (what == "reconnect" and is_open):
            is_open = True
            min_index = speaker.stats.newest + 1
            voice.begin(min_index)


def test_nothing_overtaken_passes_once_it_is_settled() -> None:
    voice = stream(100, 0)
    assert voice.settle() == 100
    voice.begin(0)
    voice.number(10, 0, 1.0)
    voice.number(13, 3 * FRAME, 1.06)
    assert voice.settle() == 104
    assert voice.number(12, 2 * FRAME, 1.07) is None
    assert voice.number(14, 4 * FRAME, 1.08) == (105, CLOCK_HZ + 4 * FRAME, False)


def test_a_voice_settled_while_it_is_silent_begins_where_it_was_told_to() -> None:
    voice = stream(70_000, 0)
    voice.begin(0)
    voice.number(50_000, 0, 1.0)
    voice.begin(7)
    assert voice.settle() == 70_001
    assert voice.number(6, 0, 2.0) is None
    assert voice.number(7, 0, 2.0) == (70_002 & 0xFFFF, 2 * CLOCK_HZ, True)


def test_a_gap_no_line_can_tear_is_none() -> None:
    """Whoever leaps in numbers would carry listeners past a roll-over (RFC 3711, section 3.3.1)."""
    voice = stream(100, 0)
    voice.begin(0)
    voice.number(10, 0, 1.0)
    assert voice.number(10 + LEAP_MAX + 1, CLOCK_HZ, 2.0) == (101 + LEAP_MAX + 1, CLOCK_HZ * 2, False)
    assert voice.number(10 + 2 * LEAP_MAX + 3, 0, 3.0) == (103 + LEAP_MAX, CLOCK_HZ * 3, True)


@given(st.lists(st.tuples(st.floats(0, 0.5), st.integers(1, 0x7FFF)), max_size=200))
def test_numbers_never_run_faster_than_voices_do(leaps: list[tuple[float, int]]) -> None:
    voice, now, index = stream(0, 0), 1000.0, 0
    voice.begin(0)
    for wait, leap in leaps:
        now += wait
        index += leap
        assert voice.number(index, 0, now) is not None
    most = len(leaps) + VOICE_PACKETS_PER_S * (now - 1000.0 + VOICE_BURST_S) + LEAP_MAX
    assert voice.settle() <= most
