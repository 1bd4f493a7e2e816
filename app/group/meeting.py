"""One date of a group: when, who cannot come, who comes as a guest, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.circle.phases import Role
from app.circle.replacing import replace
from app.circle.units import DAY_MS, MINUTE_MS
from app.group.person import Guest
from app.group.zones import OddTime

MINUTES_MIN, MINUTES_MAX = 15, 240
ENTER_BEFORE_MS = 30 * MINUTE_MS
"""How long before its time people may enter a meeting."""
ENTER_AFTER_MS = 90 * MINUTE_MS
"""How long after its planned end they still may."""
CONFIRM_WITHIN_MS = 14 * DAY_MS
"""How long what is kept of a meeting can be confirmed and corrected, once it is kept."""


class Mode(StrEnum):
    """How a meeting was held."""

    LIVE_ONLINE = "live_online"
    IN_PERSON = "in_person"


class LeaderPart(StrEnum):
    """What a leader does in one meeting."""

    LEAD = "lead"
    CO_LEAD = "co_lead"
    OBSERVE = "observe"
    """Watches the leading, without a voice, as in training and supervision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """This person cannot come. No reason is asked for."""

    person: int
    said_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """This leader has this part in the meeting, or in one case of it (1 and up; None: in all of it)."""

    person: int
    part: LeaderPart
    case: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """This person, or guest, was there for so long, without lingering and debrief. `corrected`: a leader says so."""

    person: int
    role: Role
    present_ms: int
    corrected: bool = False

    @property
    def there(self) -> bool:
        """Whether they were there at all: with no whole minute, they were not."""
        return self.present_ms >= MINUTE_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervision:
    """What a leader has noted about the supervision of their leading. Their own, for their log."""

    person: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is kept of a meeting that has been held. It counts once a leader has confirmed it.

    `began_ms` and `ended_ms` are its opening and the end of its closing, or when one was left alone before that.
    `noted_ms` is when its circle had ended, so that the group could know of it; None of one in person.
    `corrected`: a leader has changed the cases. `vnr` is an event's number with a medical chamber. `confirmed_by`
    stands in documents of earlier releases alone.
    """

    mode: Mode
    began_ms: int
    ended_ms: int
    cases: int
    present: tuple[Present, ...]
    noted_ms: int | None = None
    corrected: bool = False
    confirmed_ms: int | None = None
    confirmed_by: int | None = None
    vnr: str = ""
    supervision: tuple[Supervision, ...] = ()

    @property
    def known_ms(self) -> int:
        """Since when the group knows of it."""
        return self.noted_ms or self.ended_ms

    @property
    def confirm_until_ms(self) -> int:
        """Until then it can be confirmed and corrected."""
        return self.known_ms + CONFIRM_WITHIN_MS

    def may_be_corrected(self, now_ms: int) -> bool:
        """Whether it can be confirmed and corrected now."""
        return now_ms <= self.confirm_until_ms

    @property
    def there(self) -> tuple[Present, ...]:
        """Who was there."""
        return tuple(each for each in self.present if each.there)

    def presence_of(self, number: int) -> Present | None:
        """How this person was there, if they were."""
        noted = self.noted_of(number)
        return noted if noted and noted.there else None

    def supervision_of(self, number: int) -> str:
        """What this person has noted of their supervision; empty: nothing."""
        return next((note.words for note in self.supervision if note.person == number), "")

    def noted_of(self, number: int) -> Present | None:
        """What is noted of this person, also that they were not there after all."""
        return next((each for each in self.present if each.person == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """Anonymous answers. `counts[i]` is how often answer `i` was given; `answered` only keeps anybody from two.

    Once it is closed `answered` is empty, and so are the counts of a card with too few answers.
    """

    counts: tuple[int, ...] = ()
    answered: tuple[int, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One date. `number` and, with it, the calendar's UID stay when it is moved or cancelled; `sequence` rises by one.

    `minutes` is how long it is planned to be, `changed_ms` when its date was last changed. `circle` is the name of the
    circle that was opened for it, `seats[i]` who sits on seat `i + 1` of it (`Person.number`), `entered` who has been
    let in to it until it has ended, `lock` the lock of a sealed one. `renewals[i]` is how often since then that
    person's link was renewed; empty while none was. `asked_again` are those who could not come at its earlier time and
    have not said anything of this one. `few_told`: the leaders have been told that fewer come than the group meets
    with. `unconfirmed_told`: or that nobody has confirmed it.
    """

    number: int
    starts_ms: int
    minutes: int
    changed_ms: int
    sequence: int = 0
    cancelled: bool = False
    odd: OddTime | None = None
    absences: tuple[Absence, ...] = ()
    asked_again: tuple[int, ...] = ()
    few_told: bool = False
    guests: tuple[Guest, ...] = ()
    parts: tuple[Assigned, ...] = ()
    circle: str | None = None
    seats: tuple[int, ...] = ()
    entered: tuple[int, ...] = ()
    lock: str | None = None
    renewals: tuple[int, ...] = ()
    held: Held | None = None
    unconfirmed_told: bool = False
    card: AnswerCard = field(default_factory=AnswerCard)

    @property
    def ends_ms(self) -> int:
        """When it is planned to end."""
        return self.starts_ms + self.minutes * MINUTE_MS

    @property
    def taken_until_ms(self) -> int:
        """When the group is free again: the planned end, or that of a meeting that has been held, early or late."""
        return self.held.ended_ms if self.held else self.ends_ms

    @property
    def may_be_entered_until_ms(self) -> int:
        """From then on it is over for whoever has not come."""
        return self.ends_ms + ENTER_AFTER_MS

    @property
    def unopened(self) -> "Meeting":
        """It as it was before a circle was opened for it."""
        return replace(self, circle=None, seats=(), entered=(), lock=None, renewals=())

    @property
    def absent(self) -> tuple[int, ...]:
        """Who has said that they cannot come, by number."""
        return tuple(absence.person for absence in self.absences)

    def role_of(self, person: int, role: Role) -> Role:
        """What somebody of this role is in it: a leader whose part is to observe all of it is an observer.

        Parts are leaders': one that a member still has from earlier makes no observer of them.
        """
        observes = role is Role.FACILITATOR and Assigned(person=person, part=LeaderPart.OBSERVE) in self.parts
        return Role.OBSERVER if observes else role

    @property
    def leaders(self) -> tuple[int, ...]:
        """Who led it, by number: whoever was there as a leader then, whatever they are in the group since."""
        there = self.held.there if self.held else ()
        return tuple(each.person for each in there if self.role_of(each.person, each.role) is Role.FACILITATOR)

    @property
    def awaited_circle(self) -> str | None:
        """Its circle, until what was there is noted as held."""
        return self.circle if self.held is None else None

    def guest(self, number: int) -> Guest | None:
        """The guest, or observer, of this number who is announced for it."""
        return next((guest for guest in self.guests if guest.number == number), None)

    def is_coming(self, now_ms: int) -> bool:
        """Whether it is to begin yet."""
        return not self.cancelled and self.held is None and now_ms < self.starts_ms

    def may_be_entered(self, now_ms: int) -> bool:
        """Whether people may enter it now."""
        at_its_time = self.starts_ms - ENTER_BEFORE_MS <= now_ms < self.may_be_entered_until_ms
        return at_its_time and not self.cancelled and self.held is None

    def is_open(self, now_ms: int) -> bool:
        """Whether people may be in its circle now."""
        return self.awaited_circle is not None and now_ms < self.may_be_entered_until_ms

    def renewals_of(self, number: int) -> int:
        """How often the link of this person, who has a seat in its circle, was renewed since that was opened."""
        return self.renewals[self.seats.index(number)] if self.renewals else 0

    def overlaps(self, other: "Meeting") -> bool:
        """Whether both would be held at the same time."""
        return self.starts_ms < other.taken_until_ms and other.starts_ms < self.taken_until_ms


def held_of(meeting: Meeting) -> Held:
    """What is kept of a meeting that is known to have been held. Raises ValueError."""
    if meeting.held is None:
        raise ValueError("This meeting has not been held.")
    return meeting.held
