"""Commands about the group's dates."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from app.circle.replacing import replace
from app.group.command_bases import LEADERS, Given, OfMeeting, Subject
from app.group.dates import moved, wrong_dates, wrong_time
from app.group.group import Group
from app.group.meeting import MINUTES_MAX, MINUTES_MIN, Meeting
from app.group.reasons import GroupReason
from app.group.series import DATES_MAX, EVERY_MAX, MEETINGS_MAX, YEARS_END, DateRule, wall_times
from app.group.terms import minutes_of
from app.group.zones import OddTime, Zone


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
        if self.rule.count > DATES_MAX or len(group.meetings) + self.rule.count > MEETINGS_MAX:
            return GroupReason.TOO_MANY_DATES
        bounds = (1 <= self.rule.every <= EVERY_MAX, self.rule.count >= 1, self.first.year < YEARS_END)
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
    """Move one date to another day and time on the group's clock, or plan it longer or shorter.

    No other date is changed with it. `minutes` is how long it is planned to be. What is None is as it was: without `on`
    and `at` it stays at its moment, also where the clock shows two such times.
    """

    on: date | None = None
    at: time | None = None
    minutes: int | None = None
    type: Literal["move_meeting"] = "move_meeting"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if over := self.over(group, given.now_ms):
            return over
        if self.at is not None and (wrong := wrong_time(self.at)):
            return wrong
        if self.on is not None and self.on.year >= YEARS_END:
            return GroupReason.TOO_FAR
        if self.minutes is not None and not MINUTES_MIN <= self.minutes <= MINUTES_MAX:
            return GroupReason.OUT_OF_BOUNDS
        new = self._moved(group, given)
        if new == self.found(group):
            return GroupReason.ALREADY_SO
        return wrong_dates(group, (new,), given.now_ms) or self.in_use(group, given.now_ms)

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        return group.with_meeting(self._moved(group, given))

    def _moved(self, group: Group, given: Given) -> Meeting:
        meeting = self.found(group)
        return moved(meeting, self._starts(meeting, given.zones[group.zone]), given.now_ms, self.minutes)

    def _starts(self, meeting: Meeting, zone: Zone) -> tuple[int, OddTime | None]:
        if self.on is None and self.at is None:
            return meeting.starts_ms, meeting.odd
        shown = zone.wall(meeting.starts_ms)
        return zone.instant(datetime.combine(self.on or shown.date(), shown.time() if self.at is None else self.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMeeting(OfMeeting):
    """Cancel one date. The others stay."""

    type: Literal["cancel_meeting"] = "cancel_meeting"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        return self.over(group, given.now_ms) or self.in_use(group, given.now_ms)

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        meeting = self.found(group)
        sequence = meeting.sequence + 1
        cancelled = replace(meeting, cancelled=True, sequence=sequence, changed_ms=given.now_ms)
        return group.with_meeting(replace(cancelled, absences=(), asked_again=(), guests=(), parts=()))


DateCommand = PlanDates | MoveMeeting | CancelMeeting
