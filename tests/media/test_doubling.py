"""Who is sent each packet twice: who loses some and cannot ask, and only while the line is bad."""

from app.media.doubling import LASTS_S, WORTH, Doubling


def test_a_good_line_gets_nothing_twice() -> None:
    doubling = Doubling()
    doubling.reported(WORTH - 1, 1.0)
    assert not doubling.active(1.0)


def test_a_bad_line_does_for_as_long_as_anything_is_lost() -> None:
    doubling = Doubling()
    doubling.reported(WORTH, 0.0)
    assert doubling.active(LASTS_S - 0.1)
    doubling.reported(1, LASTS_S - 0.1)
    assert doubling.active(2 * LASTS_S - 0.2)
    assert not doubling.active(2 * LASTS_S)
    doubling.reported(1, 2 * LASTS_S)
    assert not doubling.active(2 * LASTS_S)


def test_who_can_ask_asks() -> None:
    doubling = Doubling()
    doubling.reported(255, 0.0)
    doubling.asked()
    assert not doubling.active(0.0)
    doubling.reported(255, 1.0)
    assert not doubling.active(1.0)
