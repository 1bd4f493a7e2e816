"""Commands about what is kept of meetings that have been held."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from app.circle.names import clean
from app.circle.phases import Role
from app.circle.replacing import replace
from app.circle.units import MINUTE_MS
from app.group.cases import CASES_MAX, with_cases
from app.group.command_bases import LEADERS, Given, OfMeeting, Subject
from app.group.dates import clash, wrong_time
from app.group.group import Group
from app.group.meeting import MINUTES_MAX, MINUTES_MIN, Held, Meeting, Mode, Present, held_of
from app.group.person import PEOPLE_MAX, Person
from app.group.reasons import GroupReason
from app.group.series import MEETINGS_MAX, YEARS_END

VNR_MAX = 30
NOTED_MAX = 2 * PEOPLE_MAX
"""People of one meeting of whom it is noted how long they were there: all its seats, and as many corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMinutes:
    """How many whole minutes this person was there."""

    person: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMeeting(OfMeeting):
    """Say how long people were there, or how many cases there were, where what was noted is wrong. It is marked so."""

    minutes: tuple[PersonMinutes, ...] = ()
    cases: int | None = None
    type: Literal["correct_meeting"] = "correct_meeting"
    roles = LEADERS
    about = Subject.ATTENDANCE

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if late := _late(meeting, given):
            return late
        if self.cases is not None and not 0 <= self.cases <= CASES_MAX:
            return GroupReason.OUT_OF_BOUNDS
        return _wrong_minutes(group, meeting, self.minutes, MINUTES_MAX)

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        meeting = self.found(group)
        held = held_of(meeting)
        told = {each.person: each.minutes for each in self.minutes}
        roles = _roles(group, meeting) | {each.person: each.role for each in held.present}
        present = {each.person: each for each in held.present} | {
            person: Present(person=person, role=roles[person], present_ms=minutes * MINUTE_MS, corrected=True)
            for person, minutes in told.items()
        }
        changed = replace(held, present=tuple(present.values()))
        if self.cases is not None and self.cases != held.cases:
            changed = replace(changed, cases=self.cases, corrected=True)
        return with_cases(group, replace(meeting, held=changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmMeeting(OfMeeting):
    """Confirm what was noted of a meeting. Only then it stands on certificates. `vnr` is its number with a chamber."""

    vnr: str = ""
    type: Literal["confirm_meeting"] = "confirm_meeting"
    roles = LEADERS
    about = Subject.ATTENDANCE

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if late := _late(meeting, given):
            return late
        if len(clean(self.vnr)) > VNR_MAX:
            return GroupReason.OUT_OF_BOUNDS
        held = held_of(meeting)
        again = held.confirmed_ms is not None and held.vnr == clean(self.vnr)
        return GroupReason.ALREADY_SO if again else None

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        meeting = self.found(group)
        held = replace(held_of(meeting), confirmed_ms=given.now_ms, vnr=clean(self.vnr))
        return group.with_meeting(replace(meeting, held=held))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInPerson:
    """Add a meeting that was held in person, on this day and at this time of the group's clock. It is marked so.

    `led` are those of them who facilitated, by number; null: whoever led the group then.
    """

    on: date
    at: time
    minutes: int
    cases: int
    present: tuple[PersonMinutes, ...]
    led: tuple[int, ...] | None = None
    vnr: str = ""
    type: Literal["add_in_person"] = "add_in_person"
    roles = LEADERS
    about = Subject.ATTENDANCE

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if wrong := wrong_time(self.at):
            return wrong
        bounds = (
            MINUTES_MIN <= self.minutes <= MINUTES_MAX,
            0 <= self.cases <= CASES_MAX,
            1970 < self.on.year < YEARS_END,
        )
        if not all(bounds) or len(clean(self.vnr)) > VNR_MAX:
            return GroupReason.OUT_OF_BOUNDS
        meeting = self._meeting(group, given)
        if meeting.ends_ms > given.now_ms:
            return GroupReason.TOO_SOON
        if len(group.meetings) >= MEETINGS_MAX:
            return GroupReason.TOO_MANY_DATES
        if late := _late(meeting, given):
            return late
        if wrong := _wrong_minutes(group, meeting, self.present, self.minutes):
            return wrong
        if not {*(self.led or ())} <= {each.person for each in self.present}:
            return GroupReason.NO_SUCH_PERSON
        return _clash_with_entered(group, meeting)

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        meeting = self._meeting(group, given)
        roles = _roles(group, meeting)
        if self.led is not None:
            roles = {number: Role.FACILITATOR if number in self.led else Role.MEMBER for number in roles}
        present = tuple(
            Present(person=each.person, role=roles[each.person], present_ms=each.minutes * MINUTE_MS)
            for each in self.present
        )
        held = replace(held_of(meeting), present=present, confirmed_ms=given.now_ms)
        return with_cases(replace(group, numbers=meeting.number), replace(meeting, held=held))

    def _meeting(self, group: Group, given: Given) -> Meeting:
        starts_ms, odd = given.zones[group.zone].instant(datetime.combine(self.on, self.at))
        held = Held(
            mode=Mode.IN_PERSON,
            began_ms=starts_ms,
            ended_ms=starts_ms + self.minutes * MINUTE_MS,
            cases=self.cases,
            present=(),
            vnr=clean(self.vnr),
        )
        number = group.numbers + 1
        return Meeting(
            number=number, starts_ms=starts_ms, odd=odd, minutes=self.minutes, changed_ms=given.now_ms, held=held
        )


AttendanceCommand = CorrectMeeting | ConfirmMeeting | AddInPerson


def _late(meeting: Meeting, given: Given) -> GroupReason | None:
    if meeting.held is None:
        return GroupReason.NOT_HELD
    return None if meeting.held.may_be_corrected(given.now_ms) else GroupReason.TOO_LATE


def _clash_with_entered(group: Group, meeting: Meeting) -> GroupReason | None:
    """Whether it would be at the time of one that was held, or of a circle that people may have only looked in to.

    At a date that nobody entered the group may as well have met in a room.
    """
    held = tuple(each for each in group.meetings if each.held)
    at_once = clash(replace(group, meetings=held), (meeting,))
    looked_in = clash(replace(group, meetings=group.awaiting), (meeting,))
    return at_once or (GroupReason.IN_A_MEETING if looked_in else None)


def _roles(group: Group, meeting: Meeting) -> dict[int, Role]:
    """Whose presence can be noted, and as what."""
    guests = {guest.number: guest.role for guest in meeting.guests}
    began_ms = held_of(meeting).began_ms
    return guests | {person.number: _role_at(group, person, began_ms) for person in group.members}


def _role_at(group: Group, person: Person, at_ms: int) -> Role:
    """What this person was in the group then, as far as its leaders' edits are still kept: it may have been handed over
    since.
    """
    edits = (edit for edit in group.edits if edit.at_ms > at_ms)
    changes = sum((edit.what, edit.number) == ("change_role", person.number) for edit in edits)
    return Role.FACILITATOR if person.leads is (changes % 2 == 0) else Role.MEMBER


def _wrong_minutes(
    group: Group, meeting: Meeting, told: tuple[PersonMinutes, ...], minutes_max: int
) -> GroupReason | None:
    """Whoever has left keeps their minutes: these too can be corrected."""
    present = {each.person for each in held_of(meeting).present}
    if any(each.person not in _roles(group, meeting).keys() | present for each in told):
        return GroupReason.NO_SUCH_PERSON
    more = {each.person for each in told} - present
    if more and len(present) + len(more) > NOTED_MAX:
        return GroupReason.FULL
    twice = len({each.person for each in told}) < len(told)
    return GroupReason.OUT_OF_BOUNDS if twice or any(not 0 <= e.minutes <= minutes_max for e in told) else None
