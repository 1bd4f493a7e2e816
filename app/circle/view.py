"""What one person sees of the circle. These are wire types: a browser receives them as they stand here.

A view is whole, never a difference, and holds only what its seat may know: offers of a case and requests to present
are shown to the facilitators and to the person concerned alone (C2).
"""

from dataclasses import dataclass
from typing import Literal

from app.circle import commands as c
from app.circle.hearing import Voice, voice_of
from app.circle.permission import allowed
from app.circle.phases import Guidance, Phase, Role
from app.circle.seats import Presence, Seat
from app.circle.state import Circle, Running


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """The running step's time, in milliseconds. Exactly one of `ends_at_ms` (running) and `left_ms` (paused) is set.

    Signed: past its end, time counts on. `minutes` is what the step has been given.
    """

    minutes: int
    ends_at_ms: int | None
    left_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step of the plan; `can_skip_to` is whether this seat may go straight to it now."""

    phase: Phase
    minutes: int
    can_skip_to: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """A seat somebody has taken. `can` names the commands this view's owner may aim at it."""

    number: int
    name: str
    role: Role
    presence: Presence
    voice: Voice
    sits_back: bool
    offers_case: bool
    asked: bool
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """The seat this view is for. `can` names the commands that are open to it and aimed at nobody.

    `microphone_open` is the position of the person's own switch; whether it is heard says `voice`.
    """

    number: int
    role: Role
    voice: Voice
    microphone_open: bool
    sits_back: bool
    guidance: Guidance
    can: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole circle as one seat may know it, after the event that made it `version`."""

    version: int
    title: str
    phase: Phase
    step: int
    plan: tuple[StepView, ...]
    clock: ClockView
    seats: tuple[SeatView, ...]
    you: You
    type: Literal["view"] = "view"


def view_for(circle: Circle, number: int) -> View:
    """The circle as the person on this seat sees it. Permission in it is exactly permission in `decide` (W1)."""
    mine: list[str] = []
    aimed: dict[int, list[str]] = {}
    reachable: set[int] = set()
    for command in allowed(circle, number):
        match command:
            case c.SkipTo(step=step):
                reachable.add(step)
            case c.AskToPresent() | c.NamePresenter() | c.SilencePerson() | c.LiftSilence():
                aimed.setdefault(command.seat, []).append(command.type)
            case _:
                mine.append(command.type)
    return View(
        version=circle.version,
        title=circle.title,
        phase=circle.phase,
        step=circle.step,
        plan=tuple(
            StepView(phase=step.phase, minutes=step.minutes, can_skip_to=i in reachable)
            for i, step in enumerate(circle.plan)
        ),
        clock=_clock_view(circle),
        seats=tuple(
            _seat_view(circle, seat, number, tuple(aimed.get(seat.number, ()))) for seat in circle.seats if seat.taken
        ),
        you=_you(circle, number, tuple(mine)),
    )


def _clock_view(circle: Circle) -> ClockView:
    if isinstance(circle.clock, Running):
        return ClockView(minutes=circle.minutes, ends_at_ms=circle.clock.ends_at_ms, left_ms=None)
    return ClockView(minutes=circle.minutes, ends_at_ms=None, left_ms=circle.clock.left_ms)


def _seat_view(circle: Circle, seat: Seat, viewer: int, can: tuple[str, ...]) -> SeatView:
    may_know = viewer == seat.number or circle.role_of(viewer) is Role.FACILITATOR
    return SeatView(
        number=seat.number,
        name=seat.name,
        role=circle.role_of(seat.number),
        presence=seat.presence,
        voice=voice_of(circle, seat.number),
        sits_back=circle.sits_back(seat.number),
        offers_case=seat.offers_case and may_know,
        asked=seat.asked and may_know,
        can=can,
    )


def _you(circle: Circle, number: int, can: tuple[str, ...]) -> You:
    role = circle.role_of(number)
    return You(
        number=number,
        role=role,
        voice=voice_of(circle, number),
        microphone_open=circle.seat(number).microphone_open,
        sits_back=circle.sits_back(number),
        guidance=circle.row.guidance[role],
        can=can,
    )
