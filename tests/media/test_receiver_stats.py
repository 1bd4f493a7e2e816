"""What is counted of a microphone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.receiver_stats import ReceiverStats
from app.media.rtp import CLOCK_HZ


def test_a_clean_line_reports_no_loss() -> None:
    stats = ReceiverStats()
    for n in range(100):
        stats.arrive((65_500 + n) & 0xFFFF, n * 960, n * 0.02)
    block = stats.report(5, listeners_loss=0, now=2.0)
    assert (block.ssrc, block.fraction_lost, block.lost, block.jitter) == (5, 0, 0, 0)
    assert block.highest == 65_500 + 99, "the roll-over is counted"


def test_loss_is_of_the_interval_and_of_the_whole() -> None:
    stats = ReceiverStats()
    for n in range(0, 100, 2):
        stats.arrive(n, n * 960, n * 0.02)
    first = stats.report(5, 0, 2.0)
    assert (first.fraction_lost, first.lost) == (49 * 256 // 99, 49)
    for n in range(99, 199):
        stats.arrive(n, n * 960, n * 0.02)
    second = stats.report(5, 0, 4.0)
    assert (second.fraction_lost, second.lost) == (0, 49)


def test_the_listeners_loss_counts_if_it_is_worse() -> None:
    stats = ReceiverStats()
    for n in range(50):
        stats.arrive(n, n * 960, n * 0.02)
    assert stats.report(5, listeners_loss=25, now=1.0).fraction_lost == 25


def test_what_was_sent_again_is_lost_in_the_interval_and_found_in_the_whole() -> None:
    """Nor does it count as jitter: it is late because it was asked for."""
    stats = ReceiverStats()
    for n in range(100):
        if n % 10 != 5:
            stats.arrive(n, n * 960, n * 0.02)
        if n % 10 == 9:
            stats.arrive(n - 4, (n - 4) * 960, n * 0.02)
    block = stats.report(5, 0, 2.0)
    assert (block.fraction_lost, block.lost, block.jitter) == (256 // 10, 0, 0)


def test_jitter_is_seen() -> None:
    stats = ReceiverStats()
    for n in range(200):
        stats.arrive(n, n * 960, n * 0.02 + (n % 2) * 0.01)
    assert 400 < stats.report(5, 0, 4.0).jitter < 500, "every packet is 480 units early or late"


@pytest.mark.parametrize(("stands_still_s", "jitter_ms"), [(0.5, 31), (2, 0), (60, 0), (3600, 0)])
def test_a_pause_in_which_timestamps_stand_still_is_no_jitter(stands_still_s: float, jitter_ms: float) -> None:
    """As those of browsers do while no microphone is sent. What a line may take counts."""
    stats = ReceiverStats()
    for n in range(50):
        stats.arrive(n, n * 960, n * 0.02)
    stats.arrive(50, 50 * 960, 1.0 + stands_still_s)
    assert stats.report(5, 0, 4000.0).jitter * 1000 // CLOCK_HZ == jitter_ms


def test_a_sender_gets_its_own_time_back() -> None:
    stats = ReceiverStats()
    stats.arrive(1, 0, 1.0)
    assert stats.report(5, 0, 1.0)[-2:] == (0, 0)
    stats.sender_reported(0xABCD1234, 2.0)
    assert stats.report(5, 0, 2.5)[-2:] == (0xABCD1234, 32768)


@given(st.integers(0, 0xFFFF), st.lists(st.integers(-100, 1000), max_size=200))
def test_the_index_is_the_sequence_number_carried_on(first: int, steps: list[int]) -> None:
    stats = ReceiverStats()
    index = stats.arrive(first, 0, 0.0)
    newest = index
    for step in steps:
        true = newest + step
        assert stats.arrive(true & 0xFFFF, 0, 0.0) == true
        newest = max(newest, true)
        assert stats.newest == newest


@given(st.lists(st.tuples(st.integers(0, 0xFFFF), st.integers(0, 0xFFFFFFFF)), min_size=1), st.floats(0, 1e6))
def test_every_report_fits_its_fields(packets: list[tuple[int, int]], now: float) -> None:
    stats = ReceiverStats()
    for sequence, timestamp in packets:
        stats.arrive(sequence, timestamp, now)
    block = stats.report(1, 0, now)
    assert 0 <= block.fraction_lost <= 255
    assert 0 <= block.lost <= 0x7FFFFF
    assert all(0 <= value <= 0xFFFFFFFF for value in block)
