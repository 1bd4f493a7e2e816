"""Who is sent each packet twice: who loses some and cannot ask, or asks for very many; while the line is bad."""

import pytest

from app.media.doubling import LASTS_S, RESENT_LASTS_S, RESENT_WITHIN_S, RESENT_WORTH, WORTH, Doubling


def test_a_good_line_gets_nothing_twice() -> None:
    doubling = Doubling()
    doubling.reported(WORTH - 0.001, 1.0)
    assert not doubling.apart(0.1, 1.0)


def test_a_bad_line_does_for_as_long_as_anything_is_lost() -> None:
    doubling = Doubling()
    doubling.reported(WORTH, 0.0)
    assert doubling.apart(0.1, LASTS_S - 0.1)
    doubling.reported(1 / 256, LASTS_S - 0.1)
    assert doubling.apart(0.1, 2 * LASTS_S - 0.2)
    assert not doubling.apart(0.1, 2 * LASTS_S)
    doubling.reported(1 / 256, 2 * LASTS_S)
    assert not doubling.apart(0.1, 2 * LASTS_S)


def test_who_can_ask_asks() -> None:
    doubling = Doubling()
    doubling.reported(0.99, 0.0)
    doubling.asked()
    assert not doubling.apart(0.1, 0.0)
    doubling.reported(0.99, 1.0)
    assert not doubling.apart(0.1, 1.0)


def test_who_is_sent_very_many_again_gets_each_twice_while_that_is_so() -> None:
    doubling = Doubling()
    doubling.asked()
    for n in range(RESENT_WORTH):
        assert not doubling.apart(0.1, RESENT_WITHIN_S)
        doubling.resent(RESENT_WITHIN_S * n / (RESENT_WORTH - 1))
    assert doubling.apart(0.1, RESENT_WITHIN_S)
    doubling.asked()
    assert doubling.apart(0.1, RESENT_WITHIN_S + RESENT_LASTS_S - 0.1)
    assert not doubling.apart(0.1, RESENT_WITHIN_S + RESENT_LASTS_S)


def test_a_few_sent_again_now_and_then_are_not_many() -> None:
    doubling = Doubling()
    doubling.asked()
    for n in range(100):
        doubling.resent(n * RESENT_WITHIN_S / (RESENT_WORTH - 1.5))
        assert not doubling.apart(0.1, n * RESENT_WITHIN_S / (RESENT_WORTH - 1.5))


@pytest.mark.parametrize(("round_trip_s", "apart"), [(None, 1), (0.001, 1), (0.02, 1), (0.04, 2), (0.08, 4), (9.0, 4)])
def test_who_waits_longer_gets_the_second_later(round_trip_s: float | None, apart: int) -> None:
    doubling = Doubling()
    doubling.asked()
    for _ in range(RESENT_WORTH):
        doubling.resent(0.0)
    assert doubling.apart(round_trip_s, 0.0) == apart
    cannot_ask = Doubling()
    cannot_ask.reported(0.99, 0.0)
    assert cannot_ask.apart(round_trip_s, 0.0) == 1
