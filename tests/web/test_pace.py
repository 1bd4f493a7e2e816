"""How fast one page may speak."""

from app.web.pace import BURST_MAX, PER_S, Pace


def test_a_burst_is_allowed_and_one_more_is_not() -> None:
    """W3"""
    pace = Pace(0)
    assert all(pace.allows(0) for _ in range(BURST_MAX))
    assert not pace.allows(0)


def test_time_makes_room_again() -> None:
    """W3"""
    pace = Pace(0)
    while pace.allows(0):
        pass
    assert pace.allows(2 * 1000 // PER_S)


def test_a_steady_pace_never_ends() -> None:
    """W3"""
    pace = Pace(0)
    assert all(pace.allows(i * 1000 // PER_S) for i in range(10_000))
