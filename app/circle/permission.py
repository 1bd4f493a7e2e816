"""Who may ask what, and when. The one place: `decide` obeys it and every view draws its buttons from it."""

from collections.abc import Iterator, Mapping
from typing import assert_never, get_args

from app.circle import cannot
from app.circle import commands as c
from app.circle.cannot import Aimed
from app.circle.cards import Signal
from app.circle.door import asks_person
from app.circle.phases import Phase, Role
from app.circle.reasons import Reason
from app.circle.state import Circle

_LEADING = frozenset({Role.FACILITATOR})
_SHARING = frozenset({Role.MEMBER})
_THE_PRESENTER = frozenset({Role.PRESENTER})
_PRESENTING = frozenset({Role.MEMBER, Role.PRESENTER})
_SPEAKING = frozenset({Role.FACILITATOR, Role.MEMBER, Role.PRESENTER})
_ANYBODY = frozenset(Role)

WHO_MAY: Mapping[type[c.Command], frozenset[Role]] = {
    c.NextStep: _LEADING,
    c.GoBack: _LEADING,
    c.SkipTo: _LEADING,
    c.BringPresenterBack: _LEADING,
    c.EndCase: _LEADING,
    c.ChangeTime: _LEADING,
    c.PauseClock: _LEADING,
    c.ResumeClock: _LEADING,
    c.TakeFromReflection: _LEADING,
    c.BoundLingering: _LEADING,
    c.EndCircle: _LEADING,
    c.HandClock: _LEADING,
    c.GiveSignal: _LEADING,
    c.ShowCard: _LEADING,
    c.SwitchHint: _LEADING,
    c.AnswerPause: _LEADING,
    c.LetPresenterSpeak: _LEADING,
    c.GoOnWithout: _LEADING,
    c.AskToPresent: _LEADING,
    c.NamePresenter: _LEADING,
    c.SilencePerson: _LEADING,
    c.LiftSilence: _LEADING,
    c.Admit: _LEADING,
    c.TurnAway: _LEADING,
    c.SendToDoor: _LEADING,
    c.EndInvitation: _LEADING,
    c.CloseDoor: _LEADING,
    c.OpenDoor: _LEADING,
    c.EnterDebrief: _LEADING,
    c.LeaveDebrief: _LEADING,
    c.OfferCase: _SHARING,
    c.WithdrawOffer: _PRESENTING,
    c.AcceptToPresent: _SHARING,
    c.DeclineToPresent: _SHARING,
    c.NeedPause: _THE_PRESENTER,
    c.AskToSpeak: _THE_PRESENTER,
    c.OpenMicrophone: _SPEAKING,
    c.CloseMicrophone: _SPEAKING,
    c.WishToSpeak: _SPEAKING,
    c.TakeBackWish: _SPEAKING,
    c.AgreeToObserver: _SPEAKING,
    c.AllowOtherDevice: _ANYBODY,
    c.RefuseOtherDevice: _ANYBODY,
    c.Leave: _ANYBODY,
}

_KINDS_OF = {role: frozenset(kind for kind, roles in WHO_MAY.items() if role in roles) for role in Role}
"""The same table by role, so that a member's view need not ask about everything that is the leaders'."""


def refusal(circle: Circle, command: c.Command, by: int) -> Reason | None:
    """Why this seat may not do this now, or None where it may."""
    if not circle.seat(by).here:
        return Reason.NOT_HERE
    if circle.ended and not isinstance(command, c.Leave):
        return Reason.ENDED
    if circle.role_of(by) not in WHO_MAY[type(command)]:
        return Reason.NOT_YOURS
    if getattr(command, "seen", circle.step) != circle.step:
        return Reason.STALE
    if isinstance(command, Aimed):
        return cannot.aim(circle, command, by)
    match command:
        case c.NextStep() | c.GoBack() | c.SkipTo() | c.BringPresenterBack() | c.EndCase():
            return cannot.move(circle, command)
        case c.ChangeTime() | c.PauseClock() | c.ResumeClock() | c.TakeFromReflection() | c.BoundLingering():
            return cannot.set_time(circle, command)
        case c.OfferCase() | c.WithdrawOffer() | c.AcceptToPresent() | c.DeclineToPresent():
            return cannot.offer(circle, command, by)
        case c.OpenMicrophone() | c.CloseMicrophone():
            return cannot.switch(circle, command, by)
        case c.WishToSpeak() | c.TakeBackWish():
            return cannot.wish(circle, command, by)
        case c.NeedPause() | c.AnswerPause() | c.AskToSpeak() | c.LetPresenterSpeak():
            return cannot.care(circle, command)
        case c.AllowOtherDevice() | c.RefuseOtherDevice():
            return None if asks_person(circle, by) else Reason.NOT_NOW
        case c.CloseDoor() | c.OpenDoor():
            return Reason.ALREADY if circle.door_closed is isinstance(command, c.CloseDoor) else None
        case c.SwitchHint(on=on):
            return Reason.ALREADY if circle.moment.hints is on else None
        case c.EnterDebrief() | c.LeaveDebrief():
            if circle.phase is not Phase.LINGERING:
                return Reason.NOT_NOW
            return Reason.ALREADY if circle.seat(by).in_debrief is isinstance(command, c.EnterDebrief) else None
        case c.GiveSignal() | c.ShowCard() | c.EndCircle() | c.Leave():
            return None
        case _:
            assert_never(command)


def allowed(circle: Circle, by: int) -> Iterator[c.Command]:
    """Every command this seat could give now, spelled out against the step the circle is at."""
    conceivable = _conceivable(circle, _KINDS_OF[circle.role_of(by)])
    return (command for command in conceivable if refusal(circle, command, by) is None)


def _conceivable(circle: Circle, kinds: frozenset[type[c.Command]]) -> Iterator[c.Command]:
    """One of each of these kinds: for kinds that mean a step or a person, one for each step or seat."""
    seen = circle.step
    plain: tuple[c.Command, ...] = (
        *(c.NextStep(seen=seen), c.GoBack(seen=seen), c.EndCircle(seen=seen)),
        *(c.BringPresenterBack(seen=seen), c.EndCase(seen=seen), c.TakeFromReflection(minutes=1, seen=seen)),
        *(c.ChangeTime(minutes=1, seen=seen), c.PauseClock(seen=seen), c.ResumeClock(seen=seen)),
        *(c.OfferCase(), c.WithdrawOffer(), c.AcceptToPresent(), c.DeclineToPresent()),
        *(c.OpenMicrophone(), c.CloseMicrophone(), c.WishToSpeak(), c.TakeBackWish(), c.Leave()),
        *(c.NeedPause(), c.AnswerPause(), c.AskToSpeak(), c.LetPresenterSpeak()),
        *(c.GiveSignal(signal=Signal.YES), c.ShowCard(), c.CloseDoor(), c.OpenDoor()),
        *(c.AllowOtherDevice(), c.RefuseOtherDevice()),
        *(c.EnterDebrief(), c.LeaveDebrief(), c.SwitchHint(on=not circle.moment.hints)),
        c.BoundLingering(bounded=not circle.lingering_bounded, seen=seen),
    )
    yield from (command for command in plain if type(command) in kinds)
    if c.SkipTo in kinds:
        yield from (c.SkipTo(step=step, seen=seen) for step in range(len(circle.plan)))
    for aimed in get_args(Aimed):
        if aimed in kinds:
            yield from (aimed(seat=seat.number) for seat in circle.seats)
