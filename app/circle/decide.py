"""What follows from a person's command or from what the server noticed: changes, or a refusal.

Pure: `now_ms` (milliseconds since 1970) is an argument, and `timing.wake_at_ms` says when the circle is to be woken.
Nothing here changes a circle: `evolve` makes the next state, and whoever runs the circle takes it once the events are
kept.
"""

import re
from functools import reduce
from typing import assert_never

from app.circle import commands as c
from app.circle import events as e
from app.circle import notices as n
from app.circle import transient_changes as t
from app.circle.door import (
    admitted_unasked,
    claim_ended,
    claim_of,
    entered,
    enters,
    knocks,
    tells_that_it_enters,
    will_enter_unasked,
)
from app.circle.evolve import Change, apply_change
from app.circle.frame import SENTENCE_MAX, Frame
from app.circle.invitations import has_ended, invitation_changed
from app.circle.names import clean, same
from app.circle.permission import refusal
from app.circle.phases import Role
from app.circle.plan import Plan
from app.circle.reasons import Reason, Refused
from app.circle.replacing import replace
from app.circle.seats import NAME_MAX, SEATS_MAX, SEATS_MIN, Announced, Presence, Seat
from app.circle.state import TITLE_MAX, Circle, Running
from app.circle.timing import ends_by_itself_ms, may_be_called_off, note_presence_ms
from app.circle.transient import SeatClaim

LOCK = re.compile(r"[0-9a-f]{16}")


class NoTitle(ValueError):
    """What a circle is to be called is too long, or nobody sees anything of it."""


class NoMember(ValueError):
    """Of a circle's seats none is a facilitator's, or none a member's."""


def open_circle(
    title: str,
    plan: Plan,
    roles: tuple[Role, ...],
    now_ms: int,
    frame: Frame | None = None,
    lock: str | None = None,
    *,
    announced: tuple[Announced, ...] = (),
    planned_until_ms: int | None = None,
) -> e.CircleOpened:
    """The first event of a new circle.

    Raises ValueError in words for people, also as `NoTitle` and `NoMember`, for what cannot be a circle.

    With a `lock` the circle is sealed (V1). One that says until when it is planned is a group's meeting (G25).
    """
    title, frame = clean(title), frame or Frame()
    frame = replace(frame, sentence=clean(frame.sentence))
    if not 1 <= len(title) <= TITLE_MAX:
        raise NoTitle(f"A circle's title has 1 to {TITLE_MAX} characters that can be seen.")
    if len(frame.sentence) > SENTENCE_MAX:
        raise ValueError(f"A circle's sentence has at most {SENTENCE_MAX} characters.")
    if not SEATS_MIN <= len(roles) <= SEATS_MAX:
        raise ValueError(f"A circle has {SEATS_MIN} to {SEATS_MAX} seats.")
    if Role.FACILITATOR not in roles or Role.MEMBER not in roles:
        raise NoMember("A circle needs at least one facilitator and one member.")
    if lock is not None and not LOCK.fullmatch(lock):
        raise ValueError("A circle's lock has 16 characters of 0-9 and a-f.")
    return e.CircleOpened(
        at_ms=now_ms,
        title=title,
        plan=plan,
        roles=roles,
        frame=frame,
        lock=lock,
        notes_presence=planned_until_ms is not None,
        announced=announced,
        planned_until_ms=planned_until_ms,
    )


def decide(circle: Circle, command: c.Command, by: int, now_ms: int) -> Refused | tuple[Change, ...]:
    """What follows when the person on seat `by` asks this: its effect, with what comes before and after it.

    A refusal changes nothing and is told to the asker alone.
    """
    reason = refusal(circle, command, by)
    if reason:
        return Refused(reason)
    effect = command.effect(circle, by, now_ms)
    before = (
        *_silence_lifted(circle, effect),
        *_presenter_restored(circle, effect),
        *_claim_answered(circle, effect, now_ms),
    )
    return _with_consequences(circle, (*before, effect, *_not_at_door(circle, effect)), now_ms)


def react(circle: Circle, notice: n.Notice, now_ms: int) -> Refused | tuple[Change, ...]:
    """What follows from what the server noticed. Nothing does where it is no news: a stale wake-up, a second loss."""
    match notice:
        case n.Arrived(seat=number, renewals=renewals) | n.CameBack(seat=number, renewals=renewals):
            if has_ended(circle.seat(number), renewals):
                return Refused(Reason.UNINVITED)
            return _comes(circle, notice, now_ms)
        case n.WentFromDoor(seat=number):
            return (claim_ended(number, t.ClaimOutcome.WITHDRAWN, now_ms),) if claim_of(circle, number) else ()
        case n.ConnectionLost(seat=number, seen_ms=seen_ms):
            if not circle.seat(number).connected:
                return ()
            return _with_consequences(circle, (e.Dropped(at_ms=now_ms, seat=number, seen_ms=seen_ms),), now_ms)
        case n.Spoke(seat=number):
            news = number not in circle.transient.heard or number in circle.transient.wishes
            return (t.VoiceNoted(seat=number),) if news else ()
        case n.InvitationsChanged(renewals=renewals):
            return () if circle.ended else _invitations_changed(circle, renewals, now_ms)
        case n.ToldToEnd():
            return () if circle.ended else (e.CircleEnded(at_ms=now_ms),)
        case n.CalledOff(unless=role):
            return (e.CircleEnded(at_ms=now_ms),) if may_be_called_off(circle, role, now_ms) else ()
        case n.SoundChanged(seat=number, stands=stands):
            news = circle.seat(number).here and stands is (number in circle.transient.soundless)
            return (t.SoundNoted(at_ms=now_ms, seat=number, stands=stands),) if news else ()
        case n.LineJudged(seat=number, weak=weak):
            stands = circle.seat(number).here and number not in circle.transient.soundless
            news = stands and weak is not circle.transient.weak.get(number)
            return (t.LineNoted(seat=number, weak=weak),) if news else ()
        case n.TimeUp():
            return _time_up(circle, now_ms)
        case _:
            assert_never(notice)


def lost_connections(circle: Circle, seen_ms: int | None = None) -> tuple[n.ConnectionLost, ...]:
    """A notice for each person who counts as connected, to say that they are not: `seen_ms` is when they last were.

    For a circle that is replayed from its log: no connection has survived the server (S4), and nobody knows when it
    stopped. What was kept last is all that is known of anybody (E8).
    """
    return tuple(n.ConnectionLost(seat=s.number, seen_ms=seen_ms) for s in circle.seats if s.connected)


def _comes(circle: Circle, notice: n.Arrived | n.CameBack, now_ms: int) -> Refused | tuple[Change, ...]:
    """They come by the newest invitation; where the circle has not heard yet that it was renewed, it has now (D11)."""
    renewed = _invitation_changed(circle, circle.seat(notice.seat), notice.renewals, now_ms)
    then = reduce(apply_change, renewed, circle)
    if isinstance(notice, n.Arrived):
        follows = _arrives(then, then.seat(notice.seat), clean(notice.name), now_ms)
    else:
        follows = _comes_back(then, then.seat(notice.seat), notice.person, now_ms)
    return follows if isinstance(follows, Refused) else (*renewed, *follows)


def _invitations_changed(circle: Circle, renewals: tuple[int | None, ...], now_ms: int) -> tuple[Change, ...]:
    then, all_of_it = circle, list[Change]()
    for number, renewed in enumerate(renewals, start=1):
        follows = _invitation_changed(then, then.seat(number), renewed, now_ms)
        then = reduce(apply_change, follows, then)
        all_of_it += follows
    return tuple(all_of_it)


def _invitation_changed(circle: Circle, seat: Seat, renewals: int | None, now_ms: int) -> tuple[Change, ...]:
    changes = invitation_changed(circle, seat, renewals, now_ms)
    return _with_consequences(circle, changes, now_ms) if changes else ()


def _arrives(circle: Circle, seat: Seat, name: str, now_ms: int) -> Refused | tuple[Change, ...]:
    if not 1 <= len(name) <= NAME_MAX:
        return Refused(Reason.OUT_OF_BOUNDS)
    if enters(circle, seat, name, now_ms) if seat.seated else not knocks(circle, seat, name, now_ms):
        return _with_consequences(circle, (entered(seat, name, now_ms),), now_ms)
    claim = claim_of(circle, seat.number)
    waits = claim.name if claim else seat.knocks_as
    if waits and not same(waits, name):
        return Refused(Reason.NOT_NOW)  # one at a time: a leader must not let in another than the one they saw
    if seat.seated:
        return _with_consequences(circle, (t.SeatClaimed(at_ms=now_ms, seat=seat.number, name=name),), now_ms)
    return (e.Knocked(at_ms=now_ms, seat=seat.number, name=name),)


def _comes_back(circle: Circle, seat: Seat, person: int | None, now_ms: int) -> Refused | tuple[Change, ...]:
    if person is not None and person != seat.person:
        return Refused(Reason.NO_SUCH_PERSON)
    if seat.presence is Presence.VACANT and not seat.must_knock:
        return Refused(Reason.NO_SUCH_PERSON)
    if seat.knocks_as and not same(seat.knocks_as, seat.name):
        return Refused(Reason.NOT_NOW)  # somebody else waits there, whom the leaders have seen
    if seat.presence is Presence.VACANT:
        return (e.Knocked(at_ms=now_ms, seat=seat.number, name=seat.name),)
    if not seat.seated or seat.here:
        return ()
    return _with_consequences(circle, (e.Returned(at_ms=now_ms, seat=seat.number),), now_ms)


def _with_consequences(circle: Circle, changes: tuple[Change, ...], now_ms: int) -> tuple[Change, ...]:
    """These changes and what they bring about: the clock is held or released, and who waited may come in."""
    then, all_of_it = circle, list[Change]()
    for change in changes:
        then = apply_change(then, change)
        follows = _clock_held_or_released(then, now_ms)
        then = reduce(apply_change, follows, then)
        all_of_it += (change, *follows)
    for claim in then.transient.claims.values():
        if claim.waits and (follows := _claim_followed(then, claim, now_ms)):
            return (*all_of_it, *_with_consequences(then, follows, now_ms))
    for seat in then.seats:
        if admitted_unasked(then, seat, now_ms):
            return (*all_of_it, *_with_consequences(then, (e.Admitted(at_ms=now_ms, seat=seat.number),), now_ms))
    return tuple(all_of_it)


def _claim_answered(circle: Circle, change: Change, now_ms: int) -> tuple[Change, ...]:
    """The end of a claim whose seat is about to be entered: whoever made it is let in."""
    if not isinstance(change, e.Entered) or claim_of(circle, change.seat) is None:
        return ()
    return (claim_ended(change.seat, t.ClaimOutcome.ADMITTED, now_ms),)


def _claim_followed(circle: Circle, claim: SeatClaim, now_ms: int) -> tuple[Change, ...]:
    """What follows for a claim without an answer: the person on its seat is told from now on that it goes without one,
    or is told so no more; it may come in now; or the seat is nobody's any more.
    """
    seat = circle.seat(claim.seat)
    if not seat.seated:
        uninvited = seat.presence is Presence.UNINVITED
        return (claim_ended(claim.seat, t.ClaimOutcome.UNINVITED if uninvited else t.ClaimOutcome.TURNED_AWAY, now_ms),)
    if claim.enters is not tells_that_it_enters(circle, claim, now_ms):
        return (t.ClaimTurned(at_ms=now_ms, seat=claim.seat, enters=not claim.enters),)
    unasked = claim.waited and will_enter_unasked(circle, claim, now_ms)
    if not unasked and not enters(circle, seat, claim.name, now_ms):
        return ()
    return (claim_ended(claim.seat, t.ClaimOutcome.ADMITTED, now_ms), entered(seat, claim.name, now_ms))


def _time_up(circle: Circle, now_ms: int) -> tuple[Change, ...]:
    end_ms, expires_ms, note_ms = ends_by_itself_ms(circle), circle.transient.expires_at_ms, note_presence_ms(circle)
    if end_ms is not None and now_ms >= end_ms:
        return (e.CircleEnded(at_ms=now_ms),)
    passed = (t.TimePassed(at_ms=now_ms),) if expires_ms is not None and now_ms >= expires_ms else ()
    noted = (e.PresenceNoted(at_ms=now_ms),) if note_ms is not None and now_ms >= note_ms else ()
    return _with_consequences(circle, (*passed, *noted), now_ms)


def _silence_lifted(circle: Circle, change: Change) -> tuple[Change, ...]:
    """Whoever may open their microphone though they were silenced is silenced no more (H4)."""
    if not isinstance(change, e.MicrophoneOpened) or not circle.seat(change.seat).silenced:
        return ()
    return (e.SilenceLifted(at_ms=change.at_ms, seat=change.seat),)


def _presenter_restored(circle: Circle, change: Change) -> tuple[Change, ...]:
    """Another presenter, where the step that is to begin belongs to a case of whoever is not named any more (C4)."""
    if not isinstance(change, e.StepBegun):
        return ()
    presenter = circle.presenter_at(change.step)
    if presenter is None or presenter == circle.named:
        return ()
    return (e.PresenterRestored(at_ms=change.at_ms, seat=presenter),)


def _not_at_door(circle: Circle, change: Change) -> tuple[Change, ...]:
    """Whoever is sent to the door while they are not here has to knock, but does not stand there yet (D4)."""
    if not isinstance(change, e.SentToDoor) or circle.seat(change.seat).here:
        return ()
    return (e.Dropped(at_ms=change.at_ms, seat=change.seat),)


def _clock_held_or_released(then: Circle, now_ms: int) -> tuple[Change, ...]:
    """The clock is held once no leader is here any more, and released once one is again (S8)."""
    if then.held and then.led:
        return (e.CircleReleased(at_ms=now_ms),)
    if not then.led and then.row.timed and isinstance(then.clock, Running):
        return (e.CircleHeld(at_ms=now_ms),)
    return ()
