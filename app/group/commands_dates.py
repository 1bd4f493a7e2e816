"""Commands about the group's dates, and who comes to one of them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from app.circle.names import clean
from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.bases import EVERY_MEMBER, LEADERS, Given, OfMeeting, Subject, wrong_names
from app.group.dates import moved, wrong_dates, wrong_time
from app.group.group import Group
from app.group.meeting import CONFIRM_WITHIN_MS, MINUTES_MAX, MINUTES_MIN, Absence, Assigned, Meeting
from app.group.person import PEOPLE_MAX, Guest
from app.group.reasons import GroupReason
from app.group.series import DATES_MAX, EVERY_MAX, DateRule, wall_times
from app.group.terms import minutes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDates:
    """Add dates: the first one, at this time on the group's clock, and those that the rule spells out.

    `minutes` is how long each is planned to be; None: as long as the group's plan.
    """

    first: date
    at: time
    rule: DateRule = field(default_factory=DateRule)
    minutes: int | None = None
    type: Literal["plan_dates"] = "plan_dates"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if wrong := wrong_time(self.at):
            return wrong
        if self.rule.count > DATES_MAX:
            return GroupReason.TOO_MANY_DATES
        bounds = (1 <= self.rule.every <= EVERY_MAX, self.rule.count >= 1, self.first.year < 9000)
        if not all(bounds) or not MINUTES_MIN <= self._minutes(group) <= MINUTES_MAX:
            return GroupReason.OUT_OF_BOUNDS
        return wrong_dates(group, self._meetings(group, given), given.now_ms)

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        meetings = self._meetings(group, given)
        for meeting in meetings:
            group = group.with_meeting(meeting)
        return replace(group, numbers=group.numbers + len(meetings))

    def _minutes(self, group: Group) -> int:
        return minutes_of(group.terms) if self.minutes is None else self.minutes

    def _meetings(self, group: Group, given: Given) -> tuple[Meeting, ...]:
        zone, minutes = given.zones[group.zone], self._minutes(group)
        found = []
        for number, wall in enumerate(wall_times(self.first, self.at, self.rule), start=group.numbers + 1):
            starts_ms, odd = zone.instant(wall)
            found.append(Meeting(number=number, starts_ms=starts_ms, odd=odd, minutes=minutes, changed_ms=given.now_ms))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting(OfMeeting):
    """Move one date to another day and time on the group's clock. No other date is moved with it."""

    on: date
    at: time
    type: Literal["move_meeting"] = "move_meeting"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if not _may_change(meeting, given):
            return GroupReason.OVER
        if wrong := wrong_time(self.at):
            return wrong
        if self.on.year >= 9000:
            return GroupReason.TOO_FAR
        new = self._moved(group, given)
        return GroupReason.ALREADY_SO if new is meeting else wrong_dates(group, (new,), given.now_ms)

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        return group.with_meeting(self._moved(group, given))

    def _moved(self, group: Group, given: Given) -> Meeting:
        wall = datetime.combine(self.on, self.at)
        return moved(self.found(group), wall, given.zones[group.zone], given.now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMeeting(OfMeeting):
    """Cancel one date. The others stay."""

    type: Literal["cancel_meeting"] = "cancel_meeting"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        return None if _may_change(self.found(group), given) else GroupReason.OVER

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        meeting = self.found(group)
        sequence = meeting.sequence + 1
        cancelled = replace(meeting, cancelled=True, sequence=sequence, changed_ms=given.now_ms, absences=(), guests=())
        return group.with_meeting(cancelled)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayComing(OfMeeting):
    """Say that you cannot come (`coming` false), or that you can after all, until the meeting begins."""

    coming: bool
    type: Literal["say_coming"] = "say_coming"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if not meeting.is_coming(given.now_ms):
            return GroupReason.OVER
        says_absent = any(absence.person == by for absence in meeting.absences)
        return None if says_absent is self.coming else GroupReason.ALREADY_SO

    def effect(self, group: Group, by: int, given: Given) -> Group:
        meeting = self.found(group)
        others = tuple(absence for absence in meeting.absences if absence.person != by)
        own = () if self.coming else (Absence(person=by, said_ms=given.now_ms),)
        return group.with_meeting(replace(meeting, absences=(*others, *own)))


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteGuest(OfMeeting):
    """Announce a guest (a member for once) or an observer of one meeting. The group's people agree, or do not."""

    name: str
    observes: bool = False
    type: Literal["invite_guest"] = "invite_guest"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if not meeting.is_coming(given.now_ms) or meeting.circle is not None:
            return GroupReason.OVER
        if len(group.members) + len(meeting.guests) >= PEOPLE_MAX:
            return GroupReason.FULL
        taken = [person.name for person in group.members] + [guest.name for guest in meeting.guests]
        return wrong_names([self.name], taken)

    def effect(self, group: Group, by: int, given: Given) -> Group:
        meeting, number = self.found(group), group.numbers + 1
        role = Role.OBSERVER if self.observes else Role.MEMBER
        guest = Guest(number=number, name=clean(self.name), role=role, link=given.fresh, agreed=(by,))
        return replace(group, numbers=number).with_meeting(replace(meeting, guests=(*meeting.guests, guest)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeToGuest(OfMeeting):
    """Agree to a guest, or take it back, until the meeting is opened. A guest comes in once all who come agree."""

    guest: int
    agrees: bool
    type: Literal["agree_to_guest"] = "agree_to_guest"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if not meeting.is_coming(given.now_ms) or meeting.circle is not None:
            return GroupReason.OVER
        meant = next((guest for guest in meeting.guests if guest.number == self.guest), None)
        if meant is None:
            return GroupReason.NO_SUCH_PERSON
        return GroupReason.ALREADY_SO if (by in meant.agreed) is self.agrees else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        meeting = self.found(group)
        guests = tuple(
            replace(guest, agreed=(*(n for n in guest.agreed if n != by), *((by,) if self.agrees else ())))
            if guest.number == self.guest
            else guest
            for guest in meeting.guests
        )
        return group.with_meeting(replace(meeting, guests=guests))


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignParts(OfMeeting):
    """Say what each leader does in this meeting, or in one case of it, or afterwards what they did.

    `parts` are all of them anew.
    """

    parts: tuple[Assigned, ...]
    type: Literal["assign_parts"] = "assign_parts"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if meeting.cancelled or (meeting.circle is not None and meeting.held is None):
            return GroupReason.OVER
        if meeting.held is not None and given.now_ms > meeting.held.ended_ms + CONFIRM_WITHIN_MS:
            return GroupReason.TOO_LATE
        if len(self.parts) > 4 * PEOPLE_MAX or any(p.case is not None and not 1 <= p.case <= 4 for p in self.parts):
            return GroupReason.OUT_OF_BOUNDS
        leaders = {person.number for person in group.leaders}
        return None if all(part.person in leaders for part in self.parts) else GroupReason.NO_SUCH_PERSON

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        return group.with_meeting(replace(self.found(group), parts=self.parts))


DateCommand = PlanDates | MoveMeeting | CancelMeeting | SayComing | InviteGuest | AgreeToGuest | AssignParts


def _may_change(meeting: Meeting, given: Given) -> bool:
    """Whether its date can be changed: it has not begun, and nobody has entered it."""
    return meeting.is_coming(given.now_ms) and meeting.circle is None
