"""What a group forgets by itself: attendance, and when somebody presented last, after the months it has chosen;
absences after thirty days, and an address that was not proved after a day.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import datetime, timedelta

from app.circle.replacing import replace
from app.circle.units import DAY_MS
from app.group.cards import with_cards_closed
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.person import Person, nameless

ABSENCES_KEPT_MS = 30 * DAY_MS
NOT_HELD_KEPT_MS = 60 * DAY_MS
"""A date on which nothing was held, or that was cancelled: so long calendars still learn of it."""
EDITS_KEPT_MS = 90 * DAY_MS


def with_forgotten(group: Group, now_ms: int) -> Group:
    """The group without what is not kept any longer, in its next version; the same object where nothing has to go."""
    kept_from_ms = _months_before(now_ms, group.terms.kept_months)
    meetings = tuple(_less_of_meeting(m, now_ms) for m in group.meetings if _is_kept(m, kept_from_ms, now_ms))
    there = {number for meeting in meetings for number in _noted_or_seated(meeting)}
    people = tuple(_less(p, kept_from_ms, now_ms) for p in group.people if p.belongs or p.number in there)
    cases = tuple(case for case in group.cases if case.on_ms >= kept_from_ms)
    edits = tuple(edit for edit in group.edits if edit.at_ms >= now_ms - EDITS_KEPT_MS)
    forgotten = replace(group, meetings=meetings, people=people, cases=cases, edits=edits)
    forgotten = with_cards_closed(forgotten, now_ms)
    return group if forgotten == group else replace(forgotten, version=group.version + 1)


def _is_kept(meeting: Meeting, kept_from_ms: int, now_ms: int) -> bool:
    if meeting.held is not None:
        return meeting.held.ended_ms >= kept_from_ms
    return meeting.ends_ms >= now_ms - NOT_HELD_KEPT_MS


def _noted_or_seated(meeting: Meeting) -> Iterable[int]:
    """Who was there, or may have been where that is not known yet, by number."""
    return meeting.seats if meeting.held is None else (each.person for each in meeting.held.present)


def _less(person: Person, kept_from_ms: int, now_ms: int) -> Person:
    """Without an address that was not proved in time, and when they presented, if that is too long ago.

    Earlier releases kept more of whoever has left.
    """
    if person.left_ms:
        return nameless(person.number)
    if person.proof is not None and now_ms >= person.proof.until_ms:
        person = replace(person, proof=None)
    if person.presented_ms is not None and person.presented_ms < kept_from_ms:
        person = replace(person, presented_ms=None)
    return person


def _less_of_meeting(meeting: Meeting, now_ms: int) -> Meeting:
    """Absences go, and what guests were called goes with them: a guest was there for one meeting.

    Earlier releases kept who had confirmed it.
    """
    if meeting.held is not None and meeting.held.confirmed_by is not None:
        meeting = replace(meeting, held=replace(meeting.held, confirmed_by=None))
    if now_ms < meeting.ends_ms + ABSENCES_KEPT_MS or not (meeting.absences or meeting.asked_again or meeting.guests):
        return meeting
    return replace(meeting, absences=(), asked_again=(), guests=())


def _months_before(now_ms: int, months: int) -> int:
    """The same moment so many months ago, by UTC; of a shorter month its last day."""
    epoch = datetime(1970, 1, 1)
    now = epoch + timedelta(milliseconds=now_ms)
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    day = min(now.day, monthrange(year, month + 1)[1])
    return (now.replace(year=year, month=month + 1, day=day) - epoch) // timedelta(milliseconds=1)
