"""Who may ask what, and when. The one place: `decide` obeys it and every view draws its buttons from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from app.circle import commands as c
from app.circle.phases import PHASES, Role
from app.circle.state import Circle, Paused

STEP_MINUTES_MAX = 120
"""The most minutes one step can be given, however often it is extended."""


class Reason(StrEnum):
    """Why the circle says no. Stable codes; the words live in the page's dictionary."""

    ENDED = "ended"
    NOT_HERE = "not_here"
    NOT_YOURS = "not_yours"
    STALE = "stale"
    NO_SUCH_STEP = "no_such_step"
    NO_PRESENTER = "no_presenter"
    OUT_OF_BOUNDS = "out_of_bounds"
    ALREADY = "already"
    NO_SUCH_PERSON = "no_such_person"
    NO_CONSENT = "no_consent"
    CASE_HAS_BEGUN = "case_has_begun"
    SITTING_BACK = "sitting_back"
    SILENCED = "silenced"
    NOT_KEPT = "not_kept"
    """The store could not keep it, so it did not happen."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected no, told to the asker alone. Nothing has changed."""

    reason: Reason


_LEADING = frozenset({Role.FACILITATOR})
_SHARING = frozenset({Role.MEMBER})
_PRESENTING = frozenset({Role.MEMBER, Role.PRESENTER})
_SPEAKING = frozenset({Role.FACILITATOR, Role.MEMBER, Role.PRESENTER})
_ANYBODY = frozenset(Role)

WHO_MAY: Mapping[type[c.Command], frozenset[Role]] = {
    c.NextStep: _LEADING,
    c.GoBack: _LEADING,
    c.SkipTo: _LEADING,
    c.ChangeTime: _LEADING,
    c.PauseClock: _LEADING,
    c.ResumeClock: _LEADING,
    c.EndCircle: _LEADING,
    c.AskToPresent: _LEADING,
    c.NamePresenter: _LEADING,
    c.SilencePerson: _LEADING,
    c.LiftSilence: _LEADING,
    c.OfferCase: _SHARING,
    c.WithdrawOffer: _PRESENTING,
    c.AcceptToPresent: _SHARING,
    c.DeclineToPresent: _SHARING,
    c.OpenMicrophone: _SPEAKING,
    c.CloseMicrophone: _SPEAKING,
    c.Leave: _ANYBODY,
}


def refusal(circle: Circle, command: c.Command, by: int) -> Reason | None:
    """Why this seat may not do this now, or None where it may."""
    if not circle.seat(by).here:
        return Reason.NOT_HERE
    if circle.ended and not isinstance(command, c.Leave):
        return Reason.ENDED
    if circle.role_of(by) not in WHO_MAY[type(command)]:
        return Reason.NOT_YOURS
    match command:
        case c.NextStep(seen=seen) | c.GoBack(seen=seen) | c.SkipTo(seen=seen):
            return Reason.STALE if seen != circle.step else _cannot_move(circle, command)
        case c.ChangeTime(seen=seen) | c.PauseClock(seen=seen) | c.ResumeClock(seen=seen):
            return Reason.STALE if seen != circle.step else _cannot_set_clock(circle, command)
        case c.EndCircle(seen=seen):
            return Reason.STALE if seen != circle.step else None
        case c.OfferCase() | c.WithdrawOffer() | c.AcceptToPresent() | c.DeclineToPresent():
            return _cannot_offer(circle, command, by)
        case c.AskToPresent() | c.NamePresenter():
            return _cannot_name(circle, command)
        case c.SilencePerson() | c.LiftSilence():
            return _cannot_silence(circle, command, by)
        case c.OpenMicrophone() | c.CloseMicrophone():
            return _cannot_switch(circle, command, by)
        case c.Leave():
            return None
        case _:
            assert_never(command)


def allowed(circle: Circle, by: int) -> Iterator[c.Command]:
    """Every command this seat could give now, spelled out against the step the circle is at."""
    return (command for command in _conceivable(circle) if refusal(circle, command, by) is None)


def target_step(circle: Circle, command: c.NextStep | c.GoBack | c.SkipTo) -> int:
    """The index of the step a move leads to; it may lie outside the plan."""
    match command:
        case c.NextStep():
            return circle.step + 1
        case c.GoBack():
            return circle.step - 1
        case c.SkipTo(step=step):
            return step


def _conceivable(circle: Circle) -> Iterator[c.Command]:
    seen = circle.step
    yield from (c.NextStep(seen=seen), c.GoBack(seen=seen), c.EndCircle(seen=seen))
    yield from (c.ChangeTime(minutes=1, seen=seen), c.PauseClock(seen=seen), c.ResumeClock(seen=seen))
    yield from (c.OfferCase(), c.WithdrawOffer(), c.AcceptToPresent(), c.DeclineToPresent())
    yield from (c.OpenMicrophone(), c.CloseMicrophone(), c.Leave())
    for step in range(len(circle.plan)):
        yield c.SkipTo(step=step, seen=seen)
    for seat in circle.seats:
        if seat.taken:
            yield from (c.AskToPresent(seat=seat.number), c.NamePresenter(seat=seat.number))
            yield from (c.SilencePerson(seat=seat.number), c.LiftSilence(seat=seat.number))


def _cannot_move(circle: Circle, command: c.NextStep | c.GoBack | c.SkipTo) -> Reason | None:
    step = target_step(circle, command)
    if not 0 <= step < len(circle.plan) or step == circle.step:
        return Reason.NO_SUCH_STEP
    if PHASES[circle.plan[step].phase].belongs_to_case and circle.presenter is None:
        return Reason.NO_PRESENTER
    return None


def _cannot_set_clock(circle: Circle, command: c.ChangeTime | c.PauseClock | c.ResumeClock) -> Reason | None:
    match command:
        case c.ChangeTime(minutes=minutes):
            fits = minutes != 0 and 0 <= circle.minutes + minutes <= STEP_MINUTES_MAX
            return None if fits else Reason.OUT_OF_BOUNDS
        case c.PauseClock():
            return Reason.ALREADY if isinstance(circle.clock, Paused) else None
        case c.ResumeClock():
            return None if isinstance(circle.clock, Paused) else Reason.ALREADY


def _cannot_offer(
    circle: Circle, command: c.OfferCase | c.WithdrawOffer | c.AcceptToPresent | c.DeclineToPresent, by: int
) -> Reason | None:
    seat = circle.seat(by)
    match command:
        case c.OfferCase():
            return Reason.ALREADY if seat.offers_case else None
        case c.WithdrawOffer() if by == circle.presenter:
            return Reason.CASE_HAS_BEGUN if circle.row.belongs_to_case else None
        case c.WithdrawOffer():
            return None if seat.offers_case else Reason.ALREADY
        case c.AcceptToPresent() if circle.row.belongs_to_case:
            return Reason.CASE_HAS_BEGUN
        case c.AcceptToPresent() | c.DeclineToPresent():
            return None if seat.asked else Reason.ALREADY


def _cannot_name(circle: Circle, command: c.AskToPresent | c.NamePresenter) -> Reason | None:
    if circle.row.belongs_to_case:
        return Reason.CASE_HAS_BEGUN
    if not circle.has_seat(command.seat):
        return Reason.NO_SUCH_PERSON
    seat = circle.seat(command.seat)
    if not seat.here or circle.role_of(command.seat) is not Role.MEMBER:
        return Reason.ALREADY if command.seat == circle.presenter else Reason.NO_SUCH_PERSON
    match command:
        case c.AskToPresent():
            return Reason.ALREADY if seat.asked or seat.offers_case else None
        case c.NamePresenter():
            return None if seat.offers_case else Reason.NO_CONSENT


def _cannot_silence(circle: Circle, command: c.SilencePerson | c.LiftSilence, by: int) -> Reason | None:
    if not circle.has_seat(command.seat):
        return Reason.NO_SUCH_PERSON
    seat = circle.seat(command.seat)
    match command:
        case c.SilencePerson():
            if not seat.taken or seat.role is Role.OBSERVER or command.seat == by:
                return Reason.NO_SUCH_PERSON
            return Reason.ALREADY if seat.silenced else None
        case c.LiftSilence():
            return None if seat.silenced else Reason.ALREADY


def _cannot_switch(circle: Circle, command: c.OpenMicrophone | c.CloseMicrophone, by: int) -> Reason | None:
    seat = circle.seat(by)
    match command:
        case c.OpenMicrophone():
            if circle.sits_back(by):
                return Reason.SITTING_BACK
            if seat.silenced:
                return Reason.SILENCED
            return Reason.ALREADY if seat.microphone_open else None
        case c.CloseMicrophone():
            return None if seat.microphone_open else Reason.ALREADY
