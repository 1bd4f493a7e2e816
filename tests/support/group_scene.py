"""Scenes of a standing group: Frida and Finn lead, Piet, Mia, Max and Ada are its members. Its clocks are Berlin's."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.cases import with_cases
from app.group.command_bases import Given
from app.group.commands import GroupCommand
from app.group.commands_dates import PlanDates
from app.group.commands_frame import AcceptFrame
from app.group.decide import decide_in_group, open_group
from app.group.group import Edit, Group
from app.group.meeting import Held, Meeting, Mode, Present
from app.group.reasons import GroupReason, GroupRefused
from app.group.retention import with_forgotten
from app.group.series import DateRule, Unit
from app.group.terms import Terms
from app.group.today import MeetingLock, entering_refused, todays_meeting
from app.group.view import GroupView, view_of_group
from app.live.zones import zones_of
from app.words.languages import LANGUAGES

FRIDA, FINN, PIET, MIA, MAX, ADA = 1, 2, 3, 4, 5, 6
LEADERS, MEMBERS = ("Frida", "Finn"), ("Piet", "Mia", "Max", "Ada")
ZONES = ("Europe/Berlin", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe")
MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS


def utc_ms(text: str) -> int:
    """Milliseconds since 1970 of "2027-01-12 17:00" by UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


class GroupScene:
    """A group and its time. Commands are accepted unless `refuses` is asked."""

    sends_mail = False
    zones: tuple[str, ...] = ZONES

    def __init__(self, at: str = "2027-01-04 12:00", zone: str = "Europe/Berlin", **terms: Any) -> None:
        self.now_ms = utc_ms(at)
        self._randoms = 0
        people = [(name, Role.FACILITATOR) for name in LEADERS] + [(name, Role.MEMBER) for name in MEMBERS]
        opened = open_group("Tuesday group", zone, Terms(**terms), tuple(people), self.given)
        assert isinstance(opened, Group), opened
        self.group = opened
        for person in self.group.members:
            self.asks(person.number, AcceptFrame(number=1))

    @property
    def given(self) -> Given:
        self._randoms += 1
        return Given(
            now_ms=self.now_ms,
            zones=zones_of(self.zones, self.now_ms),
            fresh=f"u{self._randoms:05}k{self._randoms:05}",
            code=f"{self._randoms:06}",
            sends_mail=self.sends_mail,
            languages=frozenset(LANGUAGES),
        )

    def at(self, text: str) -> "GroupScene":
        """It is so late, by UTC."""
        self.now_ms = utc_ms(text)
        return self

    def after(self, *, days: float = 0, minutes: float = 0) -> "GroupScene":
        self.now_ms += int(days * DAY_MS + minutes * MINUTE_MS)
        return self

    def asks(self, by: int, command: GroupCommand, seen: int | None = None) -> "GroupScene":
        outcome = decide_in_group(self.group, command, by, self.given, seen)
        assert isinstance(outcome, Group), outcome
        self.group = outcome
        return self

    def refuses(self, by: int, command: GroupCommand, reason: GroupReason, seen: int | None = None) -> tuple[Edit, ...]:
        before = self.group
        outcome = decide_in_group(self.group, command, by, self.given, seen)
        assert isinstance(outcome, GroupRefused), "it was done"
        assert outcome.reason is reason
        assert self.group is before
        return outcome.edits

    def shut_out(self, number: int) -> GroupReason | None:
        """Why this person, or guest, cannot enter a meeting now."""
        if (meeting := todays_meeting(self.group, self.now_ms)) is None:
            return GroupReason.NOT_TODAY
        refused = entering_refused(self.group, meeting, number, MeetingLock())
        return refused.reason if refused else None

    def plans(
        self, first: str, at: str = "18:00", *, every: int = 2, unit: str = "weeks", count: int = 1
    ) -> "GroupScene":
        return self.asks(FRIDA, dates(first, at, every=every, unit=unit, count=count))

    def forgets(self) -> "GroupScene":
        self.group = with_forgotten(self.group, self.now_ms)
        return self

    def holds(self, number: int, minutes: Sequence[tuple[int, float]], cases: int = 1) -> "GroupScene":
        """What a circle's record would have brought: these people were there for so many minutes."""
        meeting = self.meeting(number)
        self.now_ms = max(self.now_ms, meeting.ends_ms)
        roles = {person.number: person.role for person in self.group.members}
        present = tuple(Present(person=who, role=roles[who], present_ms=int(m * MINUTE_MS)) for who, m in minutes)
        began_ms, ended_ms = meeting.starts_ms, meeting.ends_ms
        held = Held(
            mode=Mode.LIVE_ONLINE,
            began_ms=began_ms,
            ended_ms=ended_ms,
            cases=cases,
            present=present,
            noted_ms=ended_ms,
        )
        self.group = with_cases(self.group, replace(meeting, held=held))
        return self

    def meeting(self, number: int) -> Meeting:
        found = self.group.meeting(number)
        assert found is not None
        return found

    def first(self) -> int:
        return self.group.meetings[0].number

    def view(self, number: int) -> GroupView:
        return view_of_group(self.group, number, self.now_ms)


def dates(first: str, at: str = "18:00", *, every: int = 2, unit: str = "weeks", count: int = 1) -> PlanDates:
    rule = DateRule(every=every, unit=Unit(unit), count=count)
    return PlanDates(first=date.fromisoformat(first), at=time.fromisoformat(at), rule=rule)
