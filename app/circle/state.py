"""The state of one circle: what its events add up to, and its transient part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.circle.frame import Frame, SitBack
from app.circle.phases import PHASES, Phase, PhaseRow, Role
from app.circle.plan import Plan, case_of, coming_case, meeting_minutes
from app.circle.replacing import replace
from app.circle.seats import Announced, CaseOffer, Seat
from app.circle.transient import Transient

TITLE_MAX = 80
"""Characters in a circle's title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The step's clock runs and reaches zero then; past it, time counts on (T1)."""

    ends_at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The step's clock stands with this much left; negative when it had run over."""

    left_ms: int


StepClock = Running | Paused


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseTime:
    """A stretch of the meeting for its record. `ended_ms` is None while it lasts."""

    phase: Phase
    began_ms: int
    ended_ms: int | None = None


def began_ms_in(times: Iterable[PhaseTime]) -> int | None:
    """When the meeting moved out of its gathering, in ms; None where it has not."""
    return next((time.began_ms for time in times if time.phase is not Phase.GATHERING), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """One meeting.

    `version` counts its events, the newest of which was at `latest_ms`. `step` is an index of `plan`; `minutes` is what
    that step has been given so far; `planned` is the plan before any step was shortened. `named` is who
    presents, or was named last to, until a case is left; `presenters` says whose each case is (`plan.case_of`), also
    after that: nobody's (None) where the seat has become another person's. `cases_begun` are those that have begun with
    them. `let_speak` is whether a facilitator has let the presenter speak while sitting back softly. `held` is whether
    the clock stands because no leader is there. `lock` tells which key its voices are sealed with, None where they are
    not (V1).
    `outer` are the seats in the outer circle of a fishbowl; the presenter's is never among them.
    `notes_presence` is whether it is noted each minute that people are still here, as it is in a group's meeting.
    `announced` are observers who were agreed to beforehand, `planned_until_ms` is when a group's meeting is planned to
    end. `empty_since_ms` is None while anybody is here. `transient` is not part of what makes two circles equal: it is
    kept nowhere.
    """

    version: int
    latest_ms: int
    opened_ms: int
    title: str
    frame: Frame
    plan: Plan
    planned: Plan
    seats: tuple[Seat, ...]
    step: int
    minutes: int
    clock: StepClock
    named: int | None
    presenters: Mapping[int, int | None]
    phase_times: tuple[PhaseTime, ...]
    empty_since_ms: int | None
    cases_begun: frozenset[int] = frozenset()
    let_speak: bool = False
    outer: frozenset[int] = frozenset()
    held: bool = False
    lock: str | None = None
    notes_presence: bool = False
    announced: tuple[Announced, ...] = ()
    planned_until_ms: int | None = None
    door_closed: bool = False
    lingering_bounded: bool = False
    ended: bool = False
    transient: Transient = field(default=Transient(), compare=False)

    @property
    def phase(self) -> Phase:
        """The phase the meeting is in."""
        return Phase.ENDED if self.ended else self.plan[self.step].phase

    @property
    def row(self) -> PhaseRow:
        """The row of the table of phases that holds now."""
        return PHASES[self.phase]

    @property
    def sealed(self) -> bool:
        """Whether voices are sealed in the browsers, so that the server passes on what it cannot listen to (V1)."""
        return self.lock is not None

    @property
    def began_ms(self) -> int | None:
        """When the meeting moved out of its gathering (`began_ms_in`)."""
        return began_ms_in(self.phase_times)

    @property
    def begun(self) -> bool:
        """Whether the meeting has moved out of its gathering for good."""
        return self.began_ms is not None

    @property
    def had_a_case(self) -> bool:
        """Whether a case has begun, whatever has become of it."""
        return any(PHASES[time.phase].belongs_to_case for time in self.phase_times)

    @property
    def length_minutes(self) -> int:
        """What the whole meeting was planned for."""
        return meeting_minutes(self.planned)

    @property
    def used(self) -> bool:
        """Whether anybody has ever entered."""
        return any(seat.stays for seat in self.seats)

    @property
    def leaders_here(self) -> tuple[int, ...]:
        """The facilitators who are here, by their seats."""
        return tuple(seat.number for seat in self.seats if seat.here and seat.role is Role.FACILITATOR)

    @property
    def led(self) -> bool:
        """Whether a facilitator is here."""
        return bool(self.leaders_here)

    def led_beside(self, number: int) -> bool:
        """Whether a facilitator is here who is not this person."""
        return any(leader != number for leader in self.leaders_here)

    @property
    def keeper(self) -> int | None:
        """Who keeps the clock: whoever was handed it, or while they are away the first facilitator here (L3)."""
        here = self.leaders_here
        return self.transient.keeper if self.transient.keeper in here else next(iter(here), None)

    @property
    def coming_case(self) -> int | None:
        """The first case that begins after the running step (`plan.coming_case`)."""
        return coming_case(self.plan, self.step)

    @property
    def presenter(self) -> int | None:
        """Who presents the running case, or is named for the coming one where that has not begun with them yet."""
        if self.row.belongs_to_case:
            return self.named
        coming = self.coming_case
        return None if coming is None or coming in self.cases_begun else self.presenter_at(coming)

    def has_seat(self, number: int) -> bool:
        """Whether there is a seat of this number."""
        return 1 <= number <= len(self.seats)

    def seat(self, number: int) -> Seat:
        """The seat of this number (1 and up). The caller has made sure that it exists."""
        return self.seats[number - 1]

    def with_seat(self, number: int, **changes: object) -> "Circle":
        """The circle with these fields of this seat changed. The caller has made sure that it exists."""
        seats = list(self.seats)
        seats[number - 1] = replace(seats[number - 1], **changes)  # type: ignore[arg-type]
        return replace(self, seats=tuple(seats))

    def presents_now(self, number: int) -> bool:
        """Whether this seat presents the running case."""
        return number == self.presenter and self.row.belongs_to_case

    def presenter_at(self, step: int) -> int | None:
        """Who would present in this step, if any: the presenter of its case, or who is named for the next one (C4)."""
        case, now = case_of(self.plan, step), case_of(self.plan, self.step)
        if case is None:
            return None
        if case == now:
            return self.presenter
        known = self.presenters.get(case, self.named if now is None else None)
        return known if known is not None and self.seat(known).seated else None

    def offer_of(self, number: int) -> CaseOffer:
        """What this seat offers; nothing where no case is to come.

        Whoever presents a coming case that was gone back from offers it again meanwhile.
        """
        coming = self.coming_case
        if coming is None:
            return CaseOffer.NONE
        called_anew = self.presenter is None and not self.row.belongs_to_case
        return CaseOffer.STANDING if called_anew and number == self.presenter_at(coming) else self.seat(number).offer

    def role_of(self, number: int) -> Role:
        """What this seat is now: its invitation's role, or presenter."""
        return Role.PRESENTER if number == self.presenter else self.seat(number).role

    def sits_back(self, number: int) -> bool:
        """Whether this seat is the presenter's and its chair is outside the ring."""
        return number == self.presenter and self.row.sits_back

    def sits_outside(self, number: int) -> bool:
        """Whether this seat only listens now: in the outer circle of a fishbowl, while a case runs (H9)."""
        return number in self.outer and self.row.belongs_to_case

    def kept_silent(self, number: int) -> bool:
        """Whether a facilitator has silenced this seat. It keeps nobody silent who leads alone (H4)."""
        seat = self.seat(number)
        if not seat.silenced:
            return False
        return seat.role is not Role.FACILITATOR or self.led_beside(number)

    def held_silent(self, number: int) -> bool:
        """Whether sitting back silences this seat: not where the frame has it off, nor once they are let speak (M6)."""
        return self.sits_back(number) and self.frame.sit_back is not SitBack.OFF and not self.let_speak
