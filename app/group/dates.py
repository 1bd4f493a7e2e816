"""What a new, or another, time of a meeting is, and why it cannot be."""

from datetime import time
from itertools import combinations

from app.circle.replacing import replace
from app.circle.units import DAY_MS
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.reasons import GroupReason
from app.group.series import DATES_MAX
from app.group.zones import OddTime, Zone

AHEAD_MAX_MS = 6 * 366 * DAY_MS


def moved(meeting: Meeting, starts: tuple[int, OddTime | None], now_ms: int, minutes: int | None = None) -> Meeting:
    """The meeting at this moment, with what is odd about its time, so long (None: as long as it was).

    It is the same date for calendars, in its next version. Whoever could not come at its earlier time has not said so
    of this one, and is asked again (as when an event is rescheduled: RFC 5546, 3.2.2.1).
    """
    starts_ms, odd = starts
    minutes = meeting.minutes if minutes is None else minutes
    if (starts_ms, minutes) == (meeting.starts_ms, meeting.minutes):
        return replace(meeting, odd=odd)
    if starts_ms != meeting.starts_ms:
        again = tuple(sorted({*meeting.absent, *meeting.asked_again}))
        meeting = replace(meeting, absences=(), asked_again=again, few_told=False)
    sequence = meeting.sequence + 1
    return replace(meeting, starts_ms=starts_ms, minutes=minutes, odd=odd, sequence=sequence, changed_ms=now_ms)


def odd_at(starts_ms: int, zone: Zone) -> OddTime | None:
    """What is odd about the time that the clocks of this zone show then. Nothing of the second of two: "the first
    is meant" would not be true of it.
    """
    found_ms, odd = zone.instant(zone.wall(starts_ms))
    return odd if found_ms == starts_ms else None


def wrong_time(at: time) -> GroupReason | None:
    """Why this is no time on a group's clock."""
    whole = at.second == 0 and at.microsecond == 0
    return None if at.tzinfo is None and whole else GroupReason.NO_SUCH_TIME


def wrong_dates(group: Group, new: tuple[Meeting, ...], now_ms: int) -> GroupReason | None:
    """Why these cannot be dates to come, in place of those of the same numbers and beside the others."""
    if any(meeting.starts_ms <= now_ms for meeting in new):
        return GroupReason.IN_THE_PAST
    if any(meeting.starts_ms > now_ms + AHEAD_MAX_MS for meeting in new):
        return GroupReason.TOO_FAR
    numbers = {meeting.number for meeting in new}
    staying = [meeting for meeting in group.coming(now_ms) if meeting.number not in numbers]
    if len(staying) + len(new) > DATES_MAX:
        return GroupReason.TOO_MANY_DATES
    return clash(group, new)


def clash(group: Group, new: tuple[Meeting, ...]) -> GroupReason | None:
    """Whether a new meeting would be at the time of another one, new or standing.

    Two that stand may be at once: a date that nobody entered, and the meeting in a room that was held then.
    """
    numbers = {meeting.number for meeting in new}
    standing = [m for m in group.meetings if not m.cancelled and m.number not in numbers]
    at_once = any(one.overlaps(other) for one in new for other in standing)
    among_new = any(one.overlaps(other) for one, other in combinations(new, 2))
    return GroupReason.TWO_AT_ONCE if at_once or among_new else None
