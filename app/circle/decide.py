"""What follows from a person's command or from what the server noticed: changes, or an expected no.

Pure: `now_ms` (milliseconds since 1970) is an argument, and the next moment the circle wants to be woken at is an
answer (`timing.wake_at_ms`). Nothing here changes a circle; `evolve` does, once what is to be kept is kept.
"""

from dataclasses import replace
from typing import assert_never

from app.circle import commands as c
from app.circle import events as e
from app.circle import fleeting as f
from app.circle import notices as n
from app.circle.cannot import target_step
from app.circle.evolve import evolve
from app.circle.frame import SENTENCE_MAX, Frame
from app.circle.names import clean
from app.circle.permission import refusal
from app.circle.phases import Role
from app.circle.plan import Plan
from app.circle.reasons import Reason, Refused
from app.circle.seats import NAME_MAX, SEATS_MAX, SEATS_MIN, Presence, Seat
from app.circle.state import TITLE_MAX, Circle, Running
from app.circle.timing import coming_reflection, ends_by_itself_ms

Change = e.Event | f.Fleeting


FleetingCommand = (
    c.WishToSpeak
    | c.TakeBackWish
    | c.GiveSignal
    | c.HandClock
    | c.ShowCard
    | c.SwitchHint
    | c.NeedPause
    | c.AnswerPause
    | c.AskToSpeak
    | c.GoOnWithout
    | c.AgreeToObserver
)
"""What is asked for now and kept nowhere."""


def open_circle(
    title: str, plan: Plan, roles: tuple[Role, ...], now_ms: int, frame: Frame | None = None
) -> e.CircleOpened:
    """The first event of a new circle. Raises ValueError, in words for people, for what cannot be a circle."""
    title, frame = clean(title), frame or Frame()
    frame = replace(frame, sentence=clean(frame.sentence))
    if not 1 <= len(title) <= TITLE_MAX:
        raise ValueError(f"A circle's title has 1 to {TITLE_MAX} characters.")
    if len(frame.sentence) > SENTENCE_MAX:
        raise ValueError(f"A circle's sentence has at most {SENTENCE_MAX} characters.")
    if not SEATS_MIN <= len(roles) <= SEATS_MAX:
        raise ValueError(f"A circle has {SEATS_MIN} to {SEATS_MAX} seats.")
    if Role.FACILITATOR not in roles or Role.MEMBER not in roles:
        raise ValueError("A circle needs at least one facilitator and one member.")
    return e.CircleOpened(at_ms=now_ms, title=title, plan=plan, roles=roles, frame=frame)


def decide(circle: Circle, command: c.Command, by: int, now_ms: int) -> Refused | tuple[Change, ...]:
    """What follows when the person on seat `by` asks this. A refusal changes nothing and is told to them alone."""
    reason = refusal(circle, command, by)
    if reason:
        return Refused(reason)
    follows = _follows(circle, command, by, now_ms)
    return (*_restoring(circle, follows), follows, *_holding(circle, follows, now_ms))


def react(circle: Circle, notice: n.Notice, now_ms: int) -> Refused | tuple[Change, ...]:
    """What follows from what the server noticed. What is no news (a stale wake-up, a second loss) has no events."""
    match notice:
        case n.Arrived(seat=number, name=name):
            return _arrives(circle, circle.seat(number), clean(name), now_ms)
        case n.CameBack(seat=number):
            return _comes_back(circle, circle.seat(number), now_ms)
        case n.LineLost(seat=number, seen_ms=seen_ms):
            if circle.seat(number).presence not in {Presence.HERE, Presence.KNOCKING}:
                return ()
            dropped = e.Dropped(at_ms=now_ms, seat=number, seen_ms=seen_ms)
            return (dropped, *_holding(circle, dropped, now_ms))
        case n.Spoke(seat=number):
            news = number not in circle.moment.heard or number in circle.moment.wishes
            return (f.VoiceNoted(seat=number),) if news else ()
        case n.ToldToEnd():
            return () if circle.ended else (e.CircleEnded(at_ms=now_ms),)
        case n.TimeUp():
            end_ms = ends_by_itself_ms(circle)
            due = end_ms is not None and now_ms >= end_ms
            return (e.CircleEnded(at_ms=now_ms),) if due else _fading(circle, now_ms)
        case _:
            assert_never(notice)


def lost_lines(circle: Circle, seen_ms: int | None = None) -> tuple[n.LineLost, ...]:
    """What is to be noticed of everybody whose line no longer stands, seen until then.

    When a circle is taken up from its log no line has survived the server (S4), and nobody knows when it stopped: what
    was kept last is all that is known of anybody (E8).
    """
    lost = {Presence.HERE, Presence.KNOCKING}
    return tuple(n.LineLost(seat=s.number, seen_ms=seen_ms) for s in circle.seats if s.presence in lost)


def _arrives(circle: Circle, seat: Seat, name: str, now_ms: int) -> Refused | tuple[Change, ...]:
    if seat.presence is Presence.UNINVITED:
        return Refused(Reason.UNINVITED)
    if not 1 <= len(name) <= NAME_MAX:
        return Refused(Reason.OUT_OF_BOUNDS)
    if has_to_knock(circle, seat):
        return (e.Knocked(at_ms=now_ms, seat=seat.number, name=name),)
    entered = e.Entered(at_ms=now_ms, seat=seat.number, name=name)
    return (entered, *_holding(circle, entered, now_ms))


def has_to_knock(circle: Circle, seat: Seat) -> bool:
    """Whether whoever comes by this seat's invitation waits at the door until a facilitator admits them (D1)."""
    if seat.role is Role.FACILITATOR or seat.seated:
        return False
    at_door = circle.frame.knocking or circle.door_closed or seat.must_knock
    return at_door or seat.role is Role.OBSERVER or seat.presence is Presence.KNOCKING


def _comes_back(circle: Circle, seat: Seat, now_ms: int) -> Refused | tuple[Change, ...]:
    if seat.presence is Presence.UNINVITED:
        return Refused(Reason.UNINVITED)
    if seat.presence is Presence.VACANT and not seat.must_knock:
        return Refused(Reason.NO_SUCH_PERSON)
    if seat.presence is Presence.VACANT:
        return (e.Knocked(at_ms=now_ms, seat=seat.number, name=seat.name),)
    if not seat.seated or seat.here:
        return ()
    returned = e.Returned(at_ms=now_ms, seat=seat.number)
    return (returned, *_holding(circle, returned, now_ms))


def _fading(circle: Circle, now_ms: int) -> tuple[Change, ...]:
    fades_ms = circle.moment.fades_at_ms
    return (f.TimePassed(at_ms=now_ms),) if fades_ms is not None and now_ms >= fades_ms else ()


def _restoring(circle: Circle, change: Change) -> tuple[Change, ...]:
    """Whether the step that is to begin belongs to a case of somebody else's than who presents now (C4)."""
    if not isinstance(change, e.StepBegun):
        return ()
    presenter = circle.presenter_at(change.step)
    if presenter is None or presenter == circle.presenter:
        return ()
    return (e.PresenterRestored(at_ms=change.at_ms, seat=presenter),)


def _holding(circle: Circle, change: Change, now_ms: int) -> tuple[Change, ...]:
    """Whether, once this has happened, the clock has to stand for want of a leader, or may run on again (S8)."""
    if not isinstance(change, e.Entered | e.Returned | e.Dropped | e.WentAway):
        return ()
    then = evolve(circle, change)
    if then.held and then.led:
        return (e.CircleReleased(at_ms=now_ms),)
    if not then.led and then.row.timed and isinstance(then.clock, Running):
        return (e.CircleHeld(at_ms=now_ms),)
    return ()


def _follows(circle: Circle, command: c.Command, by: int, now_ms: int) -> Change:
    match command:
        case c.NextStep() | c.GoBack() | c.SkipTo() | c.BringPresenterBack() | c.EndCase():
            return e.StepBegun(at_ms=now_ms, step=target_step(circle, command))
        case c.ChangeTime(minutes=minutes):
            return e.TimeChanged(at_ms=now_ms, minutes=minutes)
        case c.PauseClock():
            return e.ClockPaused(at_ms=now_ms)
        case c.ResumeClock():
            return e.ClockResumed(at_ms=now_ms)
        case c.TakeFromReflection(minutes=minutes):
            return _shortened(circle, minutes, now_ms)
        case c.BoundLingering(bounded=bounded):
            return e.LingeringBounded(at_ms=now_ms, bounded=bounded)
        case c.EndCircle():
            return e.CircleEnded(at_ms=now_ms)
        case c.OfferCase():
            return e.CaseOffered(at_ms=now_ms, seat=by)
        case c.WithdrawOffer():
            return e.OfferWithdrawn(at_ms=now_ms, seat=by)
        case c.AskToPresent(seat=seat):
            return e.AskedToPresent(at_ms=now_ms, seat=seat)
        case c.AcceptToPresent():
            return e.PresenterNamed(at_ms=now_ms, seat=by)
        case c.DeclineToPresent():
            return e.AskingDeclined(at_ms=now_ms, seat=by)
        case c.NamePresenter(seat=seat):
            return e.PresenterNamed(at_ms=now_ms, seat=seat)
        case c.SilencePerson(seat=seat):
            return e.PersonSilenced(at_ms=now_ms, seat=seat)
        case c.LiftSilence(seat=seat):
            return e.SilenceLifted(at_ms=now_ms, seat=seat)
        case c.OpenMicrophone():
            return e.MicrophoneOpened(at_ms=now_ms, seat=by)
        case c.CloseMicrophone():
            return e.MicrophoneClosed(at_ms=now_ms, seat=by)
        case c.Admit(seat=seat):
            return e.Admitted(at_ms=now_ms, seat=seat)
        case c.SendToDoor(seat=seat):
            return e.SentToDoor(at_ms=now_ms, seat=seat)
        case c.EndInvitation(seat=seat):
            return e.InvitationEnded(at_ms=now_ms, seat=seat)
        case c.CloseDoor():
            return e.DoorClosed(at_ms=now_ms)
        case c.OpenDoor():
            return e.DoorOpened(at_ms=now_ms)
        case c.LetPresenterSpeak():
            assert circle.presenter is not None  # noqa: S101  (or it would have been refused)
            return e.PresenterLetSpeak(at_ms=now_ms, seat=circle.presenter)
        case c.EnterDebrief():
            return e.DebriefEntered(at_ms=now_ms, seat=by)
        case c.LeaveDebrief():
            return e.DebriefLeft(at_ms=now_ms, seat=by)
        case c.Leave():
            return e.WentAway(at_ms=now_ms, seat=by)
        case _:
            return _passes(command, by, now_ms)


def _passes(command: FleetingCommand, by: int, now_ms: int) -> f.Fleeting:
    match command:
        case c.WishToSpeak():
            return f.WishMade(seat=by)
        case c.TakeBackWish():
            return f.WishGone(seat=by)
        case c.GiveSignal(signal=signal):
            return f.SignalGiven(at_ms=now_ms, by=by, signal=signal)
        case c.HandClock(seat=seat):
            return f.ClockHanded(seat=seat)
        case c.ShowCard():
            return f.CardShown(at_ms=now_ms)
        case c.SwitchHint(on=on):
            return f.HintSwitched(on=on)
        case c.NeedPause():
            return f.PauseNeeded()
        case c.AnswerPause():
            return f.PauseAnswered()
        case c.AskToSpeak():
            return f.WordAsked()
        case c.GoOnWithout(seat=seat):
            return f.WentOnWithout(seat=seat)
        case c.AgreeToObserver(seat=seat):
            return f.ObserverAgreedTo(seat=seat, by=by)
        case _:
            assert_never(command)


def _shortened(circle: Circle, minutes: int, now_ms: int) -> e.StepShortened:
    step = coming_reflection(circle)
    assert step is not None  # noqa: S101  (or it would have been refused)
    return e.StepShortened(at_ms=now_ms, step=step, minutes=circle.plan[step].minutes - minutes)
