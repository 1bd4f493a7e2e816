"""A group as it is kept: one document, whole, with a version."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.meeting import AnswerCard, Meeting
from app.group.person import Guest, Person
from app.group.terms import Terms

GROUP_NAME_MAX = 80
EDITS_MAX = 60
"""Edits that a second leader can still be told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMark:
    """A case that was told: its number in the group and its date. It does not say whose it was."""

    number: int
    on_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A leader's change: what (the command's type), about what (`Subject`), by whom; `version` is the one it made.

    `number` is that of the one meeting or person that it was about, null where there is none. `by` is 0 where it is not
    to be known.
    """

    version: int
    at_ms: int
    by: int
    what: str
    about: str
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterCard:
    """The quarterly item of one quarter: `quarter` is "2027-Q1"."""

    quarter: str
    card: AnswerCard = field(default_factory=AnswerCard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """A leader has asked to erase the group. It is done at `due_ms`, which is there once a second one has agreed, or
    nobody else is left in it.
    """

    asked_by: int
    asked_ms: int
    due_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The same people, who meet again.

    `version` counts its changes. `uid` names it in calendars, and leads nowhere. `terms_number` counts its frames.
    `numbers` is the last number given to a person, a guest or a meeting. `lock` is there for a group whose circles
    are sealed. `named_ms` is when its name was last changed. `meetings` are in the order of time. `language` (BCP 47)
    is that of whoever has none of their own.
    """

    version: int
    opened_ms: int
    uid: str
    name: str
    zone: str
    terms: Terms
    terms_number: int = 1
    numbers: int = 0
    lock: str | None = None
    named_ms: int = 0
    language: str = "en"
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    cases: tuple[CaseMark, ...] = ()
    cases_told: int = 0
    quarters: tuple[QuarterCard, ...] = ()
    edits: tuple[Edit, ...] = ()
    erasure: Erasure | None = None

    @property
    def members(self) -> tuple[Person, ...]:
        """Everybody who belongs to it now, leaders too."""
        return tuple(person for person in self.people if person.belongs)

    @property
    def leaders(self) -> tuple[Person, ...]:
        """Its leaders."""
        return tuple(person for person in self.members if person.leads)

    def person(self, number: int) -> Person | None:
        """Who has this number and belongs to it."""
        return next((person for person in self.members if person.number == number), None)

    def one(self, number: int) -> Person:
        """Who has this number; the caller knows that somebody has. Raises KeyError."""
        if (person := self.person(number)) is None:
            raise KeyError(number)
        return person

    def name_of(self, number: int) -> str:
        """What this person is called; empty for somebody who has left."""
        return next((person.name for person in self.people if person.number == number), "")

    def meeting(self, number: int) -> Meeting | None:
        """The meeting of this number."""
        return next((meeting for meeting in self.meetings if meeting.number == number), None)

    def coming(self, now_ms: int) -> tuple[Meeting, ...]:
        """The dates that are to begin yet, without those that are cancelled."""
        return tuple(meeting for meeting in self.meetings if meeting.is_coming(now_ms))

    @property
    def awaiting(self) -> tuple[Meeting, ...]:
        """The meetings whose circles it waits for: what was there is not noted yet."""
        return tuple(meeting for meeting in self.meetings if meeting.awaited_circle is not None)

    def guests(self) -> Iterator[tuple[Meeting, Guest]]:
        """Every guest, with the meeting they come to."""
        yield from ((meeting, guest) for meeting in self.meetings for guest in meeting.guests)

    def with_person(self, person: Person) -> "Group":
        """The group with this person in place of who had the number."""
        return replace(self, people=tuple(person if p.number == person.number else p for p in self.people))

    def with_meeting(self, meeting: Meeting) -> "Group":
        """The group with this meeting in place of the one that had the number, or as one more."""
        others = (other for other in self.meetings if other.number != meeting.number)
        return replace(self, meetings=tuple(sorted((*others, meeting), key=lambda m: (m.starts_ms, m.number))))

    def with_people(self, names: tuple[tuple[str, Role], ...], fresh: str, now_ms: int) -> "Group":
        """The group with these people as well; `fresh` is random, and each link is made of it."""
        new = tuple(
            Person(number=number, name=name, role=role, link=f"{fresh}{number}", joined_ms=now_ms)
            for number, (name, role) in enumerate(names, start=self.numbers + 1)
        )
        return replace(self, people=(*self.people, *new), numbers=self.numbers + len(new))
