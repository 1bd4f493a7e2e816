"""The times that people were there, as far as they count in the record."""

from collections.abc import Iterable

from app.circle.state import Circle
from app.circle.units import MINUTE_MS

Span = tuple[int, int]
"""From when until when, in milliseconds since 1970."""
Times = dict[tuple[int, str], list[Span]]
"""Of each person, by the number of their seat and their name."""

AWAY_LONG_MS = 15 * MINUTE_MS
"""Nobody has left whose line, or whose server, is back sooner."""


def times_there(circle: Circle, now_ms: int) -> Times:
    """When everybody was there, until now, in the order in which they first came. No times of one seat overlap.

    Of a group's meeting without what began when it was over: it had gone for as long as it was planned, its date was
    over, and all but one had left (G25). Its circle waits for hours, and a page may wake next morning.
    """
    times: Times = {}
    planned_ms = _planned_end_ms(circle)
    stays = ((seat.number, stay) for seat in circle.seats for stay in seat.stays_after_going(now_ms))
    for number, stay in sorted(stays, key=lambda each: each[1].came_ms):
        person = number, stay.name
        alone_ms = left_alone_ms(spans[-1][1] for spans in times.values()) + (AWAY_LONG_MS if person in times else 0)
        if stay.came_ms < max(planned_ms, alone_ms):
            times.setdefault(person, []).append((stay.came_ms, stay.left_ms or now_ms))
    return times


def left_alone_ms(left_ms: Iterable[int]) -> int:
    """When all but one had left, of people who left at these times; of one alone, when they did. 0 of nobody."""
    return next(iter(sorted(left_ms)[-2:]), 0)


def _planned_end_ms(circle: Circle) -> float:
    """When a group's meeting had gone for as long as planned, and its date was over; of others it is not asked."""
    if not circle.notes_presence or circle.began_ms is None:
        return float("inf")
    return max(circle.planned_until_ms or 0, circle.began_ms + circle.length_minutes * MINUTE_MS)
