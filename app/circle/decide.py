"""What follows from a person's command or from what the server noticed: new events, or an expected no.

Pure: `now_ms` (milliseconds since 1970) is an argument, and the next moment the circle wants to be woken at is an
answer. Nothing here changes a circle; `evolve` does, once the events are kept.
"""

from typing import assert_never

from app.circle import commands as c
from app.circle import events as e
from app.circle import notices as n
from app.circle.permission import Reason, Refused, refusal, target_step
from app.circle.phases import Role
from app.circle.plan import Plan
from app.circle.seats import NAME_MAX, SEATS_MAX, SEATS_MIN, Presence
from app.circle.state import TITLE_MAX, Circle

HOUR_MS = 3_600_000
ABANDONED_AFTER_MS = 12 * HOUR_MS
"""A meeting that has begun and that everybody has left ends by itself then, so that nothing lingers on disk (E4)."""
UNUSED_AFTER_MS = 90 * 24 * HOUR_MS
"""The same for a circle whose meeting never began: invitations are sent weeks ahead."""


def open_circle(title: str, plan: Plan, roles: tuple[Role, ...], now_ms: int) -> e.CircleOpened:
    """The first event of a new circle. Raises ValueError, in words for people, for what cannot be a circle."""
    title = " ".join(title.split())
    if not 1 <= len(title) <= TITLE_MAX:
        raise ValueError(f"A circle's title has 1 to {TITLE_MAX} characters.")
    if not SEATS_MIN <= len(roles) <= SEATS_MAX:
        raise ValueError(f"A circle has {SEATS_MIN} to {SEATS_MAX} seats.")
    if Role.FACILITATOR not in roles or Role.MEMBER not in roles:
        raise ValueError("A circle needs at least one facilitator and one member.")
    return e.CircleOpened(at_ms=now_ms, title=title, plan=plan, roles=roles)


def decide(circle: Circle, command: c.Command, by: int, now_ms: int) -> Refused | tuple[e.Event, ...]:
    """What follows when the person on seat `by` asks this. A refusal changes nothing and is told to them alone."""
    reason = refusal(circle, command, by)
    return Refused(reason) if reason else _follows(circle, command, by, now_ms)


def react(circle: Circle, notice: n.Notice, now_ms: int) -> Refused | tuple[e.Event, ...]:
    """What follows from what the server noticed. What is no news (a stale wake-up, a second loss) has no events."""
    match notice:
        case n.Arrived(seat=seat, name=name):
            name = " ".join(name.split())
            if not 1 <= len(name) <= NAME_MAX:
                return Refused(Reason.OUT_OF_BOUNDS)
            return (e.Entered(at_ms=now_ms, seat=seat, name=name),)
        case n.CameBack(seat=seat):
            if not circle.seat(seat).taken:
                return Refused(Reason.NO_SUCH_PERSON)
            return () if circle.seat(seat).here else (e.Returned(at_ms=now_ms, seat=seat),)
        case n.LineLost(seat=seat):
            return (e.Dropped(at_ms=now_ms, seat=seat),) if circle.seat(seat).here else ()
        case n.TimeUp():
            wake_ms = wake_at_ms(circle)
            return () if wake_ms is None or now_ms < wake_ms else (e.CircleEnded(at_ms=now_ms),)
        case _:
            assert_never(notice)


def wake_at_ms(circle: Circle) -> int | None:
    """When the circle wants a `TimeUp`; None while it needs none. A step's clock never asks for one (T1)."""
    if circle.ended or circle.empty_since_ms is None:
        return None
    return circle.empty_since_ms + (ABANDONED_AFTER_MS if circle.begun else UNUSED_AFTER_MS)


def lost_lines(circle: Circle) -> tuple[n.LineLost, ...]:
    """What is to be noticed when a circle is taken up from its log: no line survived the server (S4)."""
    return tuple(n.LineLost(seat=s.number) for s in circle.seats if s.presence is Presence.HERE)


def _follows(circle: Circle, command: c.Command, by: int, now_ms: int) -> tuple[e.Event, ...]:
    match command:
        case c.NextStep() | c.GoBack() | c.SkipTo():
            return (e.StepBegun(at_ms=now_ms, step=target_step(circle, command)),)
        case c.ChangeTime(minutes=minutes):
            return (e.TimeChanged(at_ms=now_ms, minutes=minutes),)
        case c.PauseClock():
            return (e.ClockPaused(at_ms=now_ms),)
        case c.ResumeClock():
            return (e.ClockResumed(at_ms=now_ms),)
        case c.OfferCase():
            return (e.CaseOffered(at_ms=now_ms, seat=by),)
        case c.WithdrawOffer():
            return (e.OfferWithdrawn(at_ms=now_ms, seat=by),)
        case c.AskToPresent(seat=seat):
            return (e.AskedToPresent(at_ms=now_ms, seat=seat),)
        case c.AcceptToPresent():
            return (e.PresenterNamed(at_ms=now_ms, seat=by),)
        case c.DeclineToPresent():
            return (e.AskingDeclined(at_ms=now_ms, seat=by),)
        case c.NamePresenter(seat=seat):
            return (e.PresenterNamed(at_ms=now_ms, seat=seat),)
        case c.SilencePerson(seat=seat):
            return (e.PersonSilenced(at_ms=now_ms, seat=seat),)
        case c.LiftSilence(seat=seat):
            return (e.SilenceLifted(at_ms=now_ms, seat=seat),)
        case c.OpenMicrophone():
            return (e.MicrophoneOpened(at_ms=now_ms, seat=by),)
        case c.CloseMicrophone():
            return (e.MicrophoneClosed(at_ms=now_ms, seat=by),)
        case c.Leave():
            return (e.WentAway(at_ms=now_ms, seat=by),)
        case c.EndCircle():
            return (e.CircleEnded(at_ms=now_ms),)
        case _:
            assert_never(command)
