"""A series of dates: wall time and a rule, spelled out date by date. What is kept is the dates, never the rule."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

DATES_MAX = 60
"""Dates to come in one group."""
MEETINGS_MAX = 400
"""Meetings of one group in all, also those that were cancelled or held: one a week for the six years that are kept at
most, and those to come. Whatever reads a group reads them all."""
EVERY_MAX = 12
YEARS_END = 9000
"""A date is before this year, so that no series, of sixty years at most, runs past the last one that Python has."""


class Unit(StrEnum):
    """What a rule counts in."""

    WEEKS = "weeks"
    MONTHS = "months"
    """The same weekday of the month as the first date's: its second Tuesday; a fifth one means the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """Every two weeks, every month, ... `count` is how many dates there are, the first one too."""

    every: int = 1
    unit: Unit = Unit.WEEKS
    count: int = 1


def wall_times(first: date, at: time, rule: DateRule) -> tuple[datetime, ...]:
    """What the clocks show at each date."""
    on_day = _every_weeks if rule.unit is Unit.WEEKS else _every_months
    return tuple(datetime.combine(on_day(first, rule.every * i), at) for i in range(rule.count))


def _every_weeks(first: date, weeks: int) -> date:
    return first + timedelta(weeks=weeks)


def _every_months(first: date, months: int) -> date:
    """The same weekday of a later month."""
    nth = (first.day - 1) // 7
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    begins_on, days = monthrange(year, month + 1)
    day = 1 + (first.weekday() - begins_on) % 7 + 7 * nth
    while day > days:
        day -= 7
    return date(year, month + 1, day)
