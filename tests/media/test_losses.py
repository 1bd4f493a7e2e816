"""What a speaker is told of its listeners' loss: recent, bounded, and never by one alone where others listen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.losses import COUNTS_S, TOLD_MAX, ListenerLoss, Loss, agreed
from app.media.rtcp import ReportBlock

NOW = 1000.0
shares = st.integers(0, 255)


def lost(*shares: int | None) -> list[Loss | None]:
    return [None if share is None else Loss(share, NOW - 1) for share in shares]


@pytest.mark.parametrize(
    ("reported", "told"),
    [
        (lost(), 0),
        (lost(None), 0),
        (lost(20), 20),
        (lost(255), TOLD_MAX),
        (lost(20, 5), 5),
        (lost(255, None), 0),
        (lost(255, 0, 0), 0),
        (lost(255, None, None), 0),
        (lost(30, 20, 5), 20),
        (lost(30, 30, 0, 0, 0), 30),
        (lost(255, 255, 0), TOLD_MAX),
        ([Loss(20, NOW - COUNTS_S)], 20),
        ([Loss(20, NOW - COUNTS_S - 0.1)], 0),
        ([Loss(30, NOW), Loss(20, NOW - COUNTS_S - 0.1), Loss(10, NOW)], 10),
    ],
)
def test_what_two_lose_counts_or_what_the_only_one_does(reported: list, told: int) -> None:
    assert agreed(reported, NOW) == told


@given(st.lists(shares, min_size=2), shares)
def test_a_liar_can_do_no_more_than_the_worst_true_report(honest: list[int], lie: int) -> None:
    told = agreed(lost(*honest, lie), NOW)
    assert min(sorted(honest)[-2], TOLD_MAX) <= told <= min(max(honest), TOLD_MAX)


@given(st.lists(st.none() | st.builds(Loss, shares, st.floats(0, 2000))))
def test_whatever_is_reported_the_loss_told_is_bounded(reported: list) -> None:
    assert 0 <= agreed(reported, NOW) <= TOLD_MAX


def block(fraction_lost: int, highest: int) -> ReportBlock:
    return ReportBlock(1, fraction_lost, 0, highest, 0, 0, 0)


def test_what_was_asked_for_counts_as_lost_though_it_came_then() -> None:
    loss = ListenerLoss()
    assert loss.report(block(0, 65_500), NOW) == Loss(0, NOW)
    for sequence in (65_510, 65_510, 65_511, 3):
        loss.asked(sequence)
    assert loss.report(block(0, 65_564), NOW) == Loss(12, NOW)
    assert loss.report(block(7, 65_600), NOW) == Loss(7, NOW)


@given(st.lists(st.integers(0, 0xFFFF)), st.lists(st.tuples(shares, st.integers(0, 0xFFFFFFFF))))
def test_whatever_is_asked_for_and_reported_is_a_share(asked: list[int], reports: list[tuple[int, int]]) -> None:
    loss = ListenerLoss()
    for fraction_lost, highest in reports:
        for sequence in asked:
            loss.asked(sequence)
        assert fraction_lost <= loss.report(block(fraction_lost, highest), NOW).share <= 255
