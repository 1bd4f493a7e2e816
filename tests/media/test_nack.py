"""What the server asks a speaker's browser for again: what is missing, at once, not too often, and nothing older."""

from collections import Counter
from math import inf, isclose

from hypothesis import given
from hypothesis import strategies as st

from app.media.nack import (
    ASKED_MAX,
    GAP_MAX,
    JITTERS,
    LOSSES,
    MISSING_MAX,
    OVERDUE_MAX,
    OVERDUE_S,
    ROUND_TRIP_S,
    UNEVEN_MAX_S,
    WAITS_S,
    WITHIN_PACKETS,
    WITHIN_S,
    NackGenerator,
)

FRAME_S = 0.02


def speak(nacks: NackGenerator, indexes: range, now: float = 0.0) -> list[int]:
    """Let packets come, 20 ms after one another; all that is asked for."""
    return [asked for n, index in enumerate(indexes) for asked in nacks.arrive(index, now + n * FRAME_S)]


def test_what_comes_in_order_is_asked_for_by_nobody() -> None:
    assert speak(NackGenerator(lambda: None), range(70_000)) == []


def test_a_gap_is_asked_for_at_once_with_the_next_packet_and_after_a_round_trip() -> None:
    nacks = NackGenerator(lambda: 0.1)
    speak(nacks, range(65530, 65534))
    assert nacks.arrive(65538, 1.0) == [65534, 65535, 0, 1]
    assert nacks.arrive(65539, 1.01) == []
    assert nacks.arrive(65540, 1.02) == [65534, 65535, 0, 1]
    assert nacks.arrive(65535, 1.1) == []
    again = 0.1 * 1.2 + 0.01
    assert nacks.arrive(65541, 0.99 + again) == []
    assert nacks.arrive(65542, 1.001 + again) == [65534, 0, 1]
    assert speak(nacks, range(65543, 65600), 1.3) == []


def test_a_line_that_was_down_is_not_asked_about() -> None:
    nacks = NackGenerator(lambda: None)
    speak(nacks, range(3))
    assert speak(nacks, range(4 + GAP_MAX, 200)) == []


def test_nothing_from_before_the_beginning_is_asked_for() -> None:
    """What was lost before somebody was let be heard stays lost (H8)."""
    nacks = NackGenerator(lambda: None)
    speak(nacks, range(3))
    assert nacks.arrive(4, 1.0) == [3]
    nacks.begin()
    assert speak(nacks, range(7, 100), 2.0) == []


@given(st.lists(st.tuples(st.integers(-5, GAP_MAX + 5), st.floats(0, 0.3)), max_size=300))
def test_whatever_comes_little_is_asked_for_and_only_what_is_missing(steps: list[tuple[int, float]]) -> None:
    nacks = NackGenerator(lambda: None)
    index, now = 1000, 0.0
    come, seen_at, asked = set[int](), dict[int, float](), Counter[int]()
    newest = None
    for ahead, later in steps:
        index, now = max(index + ahead, 0), now + later
        if newest is not None:
            seen_at.update(dict.fromkeys(range(newest + 1, index), now))
        come.add(index)
        newest = index if newest is None else max(newest, index)
        due = nacks.arrive(index, now)
        assert len(due) <= MISSING_MAX
        for missing in due:
            assert missing not in come
            assert now - seen_at[missing] <= WAITS_S
        asked.update(due)
    assert all(times <= ASKED_MAX for times in asked.values())


def on_a_bad_line(now: float, round_trip_s: float | None = 0.1) -> NackGenerator:
    """Packets 0 to 8 come, of which each second one is lost, the last at this time."""
    nacks = NackGenerator(lambda: round_trip_s)
    for index in range(0, 2 * LOSSES + 1, 2):
        nacks.arrive(index, now - (2 * LOSSES - index) * FRAME_S)
    for index in range(1, 2 * LOSSES, 2):
        nacks.arrive(index, now)
    assert not nacks.arrive(2 * LOSSES + 1, now)
    return nacks


def test_on_a_good_line_nobody_looks_at_the_clock() -> None:
    nacks = NackGenerator(lambda: None)
    speak(nacks, range(100))
    assert nacks.look_at(0.0, 2.0) == inf
    for lost in range(LOSSES - 1):
        nacks.arrive(101 + 2 * lost, 2.0)
    assert nacks.look_at(0.0, 2.0) == inf


def test_on_a_bad_line_what_is_overdue_is_asked_for_before_a_younger_one_has_come() -> None:
    nacks = on_a_bad_line(1.0)
    first = nacks.look_at(0.0, 1.0)
    assert isclose(first, 1.0 + FRAME_S + OVERDUE_S)
    assert nacks.look(0.0, first - 0.001) == []
    assert nacks.look(0.0, first) == [10]
    second = nacks.look_at(0.0, first)
    assert isclose(second, first + FRAME_S)
    assert nacks.look(0.0, second) == [10, 11]
    assert nacks.arrive(12, second + 0.01) == [10, 11]
    assert isclose(nacks.look_at(0.0, second + 0.01), second + 0.01 + FRAME_S + OVERDUE_S)


def test_where_packets_come_unevenly_the_clock_is_more_patient() -> None:
    nacks = on_a_bad_line(1.0)
    assert isclose(nacks.look_at(0.007, 1.0), 1.0 + FRAME_S + OVERDUE_S + JITTERS * 0.007)
    assert isclose(nacks.look_at(30.0, 1.0), 1.0 + FRAME_S + OVERDUE_S + UNEVEN_MAX_S), "and not for ever"


def test_a_line_that_is_good_again_is_looked_at_no_longer() -> None:
    nacks = on_a_bad_line(1.0)
    nacks.arrive(10, 1.0 + WITHIN_S + 0.001)
    assert nacks.look_at(0.0, 1.0 + WITHIN_S + 0.001) == inf


def test_a_speaker_who_stops_is_asked_for_a_few_and_then_for_nothing() -> None:
    nacks = on_a_bad_line(1.0)
    asked = Counter[int]()
    looks = 0
    now = nacks.look_at(0.0, 1.0)
    while now < inf:
        asked.update(nacks.look(0.0, now))
        looks, now = looks + 1, nacks.look_at(0.0, now)
    assert looks == OVERDUE_MAX
    assert asked.keys() == set(range(10, 10 + OVERDUE_MAX))
    assert max(asked.values()) <= ASKED_MAX
    assert not nacks.arrive(10, 3.0)
    assert nacks.arrive(12, 3.02) == [11]


def test_of_a_bad_line_it_is_known_how_late_comes_what_is_sent_again_also_after_a_pause() -> None:
    """And no more once as many packets have come as five seconds of a voice have."""
    nacks = on_a_bad_line(1.0)
    assert nacks.late_s == 0.1
    assert not nacks.arrive(10, 60.0)
    assert nacks.late_s == 0.1
    speak(nacks, range(11, 1 + WITHIN_PACKETS), 60.02)
    assert nacks.late_s == 0.1
    speak(nacks, range(1 + WITHIN_PACKETS, 3 + WITHIN_PACKETS), 65.0)
    assert nacks.late_s == 0.0


def test_a_good_line_is_late_with_nothing() -> None:
    nacks = NackGenerator(lambda: 0.1)
    assert nacks.late_s == 0.0
    speak(nacks, range(100))
    for lost in range(LOSSES - 1):
        nacks.arrive(101 + 2 * lost, 2.0)
    assert nacks.late_s == 0.0


def test_a_line_that_is_good_again_is_late_with_nothing_where_a_voice_begins_anew() -> None:
    nacks = on_a_bad_line(1.0)
    speak(nacks, range(10, 20 + WITHIN_PACKETS), 1.02)
    nacks.begin()
    assert nacks.late_s == 0.0
    speak(nacks, range(40 + WITHIN_PACKETS, 50 + WITHIN_PACKETS), 60.0)
    assert nacks.late_s == 0.0


def test_until_a_round_trip_is_known_a_long_one_is_supposed() -> None:
    assert on_a_bad_line(1.0, None).late_s == ROUND_TRIP_S


def test_before_the_first_packet_nothing_is_overdue() -> None:
    nacks = on_a_bad_line(1.0)
    nacks.begin()
    assert nacks.look_at(0.0, 1.0) == inf
    assert nacks.look(0.0, 1.2) == []
    assert not nacks.arrive(20, 1.3)
    assert nacks.look(0.0, 1.3 + FRAME_S + OVERDUE_S + 0.001) == [21]


@given(st.lists(st.tuples(st.integers(-5, GAP_MAX + 5), st.floats(0, 0.1), st.booleans()), max_size=300))
def test_whoever_looks_at_the_clock_always_comes_to_an_end(steps: list[tuple[int, float, bool]]) -> None:
    """What is asked for has not come, is not far ahead, and of what is waited for there is never too much."""
    nacks = NackGenerator(lambda: None)
    newest, now = 1000, 0.0
    come = set[int]()
    for ahead, later, looks in steps:
        now += later
        if looks:
            due = nacks.look(0.0, now)
            assert nacks.look_at(0.0, now) > now
        else:
            index = newest + ahead
            newest = max(newest, index)
            come.add(index)
            due = nacks.arrive(index, now)
        assert not come & set(due)
        assert len(due) <= MISSING_MAX
        assert all(missing <= newest + OVERDUE_MAX for missing in due)
