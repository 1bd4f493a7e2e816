"""What the server asks a speaker's browser for again: what is missing, at once, not too often, and nothing older."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.media.nack import ASKED_MAX, GAP_MAX, MISSING_MAX, WAITS_S, NackGenerator

FRAME_S = 0.02


def speak(nacks: NackGenerator, indexes: range, now: float = 0.0) -> list[int]:
    """Let packets come, 20 ms after one another; all that is asked for."""
    return [asked for n, index in enumerate(indexes) for asked in nacks.arrive(index, now + n * FRAME_S)]


def test_what_comes_in_order_is_asked_for_by_nobody() -> None:
    assert speak(NackGenerator(), range(70_000)) == []


def test_a_gap_is_asked_for_at_once_with_the_next_packet_and_after_a_round_trip() -> None:
    nacks = NackGenerator()
    nacks.round_trip_s = 0.1
    speak(nacks, range(65530, 65534))
    assert nacks.arrive(65538, 1.0) == [65534, 65535, 0, 1]
    assert nacks.arrive(65539, 1.01) == []
    assert nacks.arrive(65540, 1.02) == [65534, 65535, 0, 1]
    assert nacks.arrive(65535, 1.1) == []
    again = nacks.round_trip_s * 1.2 + 0.01
    assert nacks.arrive(65541, 0.99 + again) == []
    assert nacks.arrive(65542, 1.001 + again) == [65534, 0, 1]
    assert speak(nacks, range(65543, 65600), 1.3) == []


def test_the_wait_before_asking_again_is_learned_from_what_was_answered_at_once() -> None:
    nacks = NackGenerator()
    for gap in range(10, 400, 10):
        speak(nacks, range(gap - 7, gap), gap)
        assert nacks.arrive(gap + 1, gap + 0.5) == [gap]
        assert nacks.arrive(gap + 2, gap + 0.52) == [gap]
        nacks.arrive(gap, gap + 0.53)
    assert 0.03 <= nacks.round_trip_s < 0.031


def test_what_was_asked_for_again_teaches_nothing() -> None:
    nacks = NackGenerator()
    nacks.round_trip_s = 0.1
    speak(nacks, range(3))
    assert nacks.arrive(4, 1.0) == [3]
    assert nacks.arrive(5, 1.1) == [3]
    assert nacks.arrive(6, 1.2) == [3]
    nacks.arrive(3, 1.201)
    assert nacks.round_trip_s == 0.1


def test_a_line_that_was_down_is_not_asked_about() -> None:
    nacks = NackGenerator()
    speak(nacks, range(3))
    assert speak(nacks, range(4 + GAP_MAX, 200)) == []


def test_nothing_from_before_the_beginning_is_asked_for() -> None:
    """What was lost before somebody was let be heard stays lost (H8)."""
    nacks = NackGenerator()
    speak(nacks, range(3))
    assert nacks.arrive(4, 1.0) == [3]
    nacks.begin()
    assert speak(nacks, range(7, 100), 2.0) == []


@given(st.lists(st.tuples(st.integers(-5, GAP_MAX + 5), st.floats(0, 0.3)), max_size=300))
def test_whatever_comes_little_is_asked_for_and_only_what_is_missing(steps: list[tuple[int, float]]) -> None:
    nacks = NackGenerator()
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
