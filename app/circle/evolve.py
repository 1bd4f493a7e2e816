"""The circle after each event and after each transient change. What has happened is never refused."""

from collections.abc import Iterable
from typing import assert_never

from app.circle import events as e
from app.circle.evolve_case import case_arranged, nobody_asked
from app.circle.evolve_people import person_came, person_went
from app.circle.evolve_steps import nobody_in_debrief, outer_closed, phase_ended, step_begun
from app.circle.evolve_time import clock_set, time_anew
from app.circle.names import clean
from app.circle.replacing import replace
from app.circle.seats import Seat
from app.circle.state import Circle, Paused, PhaseTime
from app.circle.timing import GOODBYE_MS, left_ms
from app.circle.transient import after_change, after_event, another_person
from app.circle.transient_changes import TransientChange
from app.circle.units import MINUTE_MS

Change = e.Event | TransientChange
"""Whatever happens to a circle: an event is kept, a transient change is not."""


def replay(events: Iterable[e.Event], before: Circle | None = None) -> Circle:
    """The circle its events add up to, on from `before` if that has been replayed already.

    The first of all is `CircleOpened`; raises ValueError where it is not.

    What earlier releases kept of names and texts is cleaned as it is read (S6). Who has been heard in a case is kept
    nowhere, so of nobody it is said that they have not been; and nobody has just declined to present.
    """
    rest = iter(events)
    circle = before or _circle_opened(next(rest, None))
    for event in rest:
        circle = evolve(circle, event)
    everybody = frozenset(seat.number for seat in circle.seats)
    heard = everybody if circle.transient.heard_in is not None else frozenset()
    return replace(circle, transient=replace(circle.transient, heard=heard, declined={}))


def evolve(circle: Circle, event: e.Event) -> Circle:
    """The circle after one more event. Its version is one higher."""
    transient = after_event(circle.transient, event, circle.plan)
    then = _after(circle, event)
    if isinstance(event, e.PlacesChanged):
        transient = replace(transient, wishes=frozenset(n for n in transient.wishes if not then.sits_outside(n)))
    if isinstance(event, e.Entered | e.Admitted) and then.seat(event.seat).person != circle.seat(event.seat).person:
        transient = another_person(transient, event.seat, presents=event.seat == circle.presenter)
    return replace(then, version=circle.version + 1, latest_ms=event.at_ms, transient=transient)


def apply_change(circle: Circle, change: Change) -> Circle:
    """The circle after one more change. One that is not kept leaves the version as it is."""
    if isinstance(change, TransientChange):
        return replace(circle, transient=after_change(circle.transient, change))
    return evolve(circle, change)


def _circle_opened(event: e.Event | None) -> Circle:
    if not isinstance(event, e.CircleOpened):
        raise ValueError("a circle's log begins with CircleOpened")
    first = event.plan[0]
    return Circle(
        version=1,
        latest_ms=event.at_ms,
        opened_ms=event.at_ms,
        title=clean(event.title) or "?",
        frame=replace(event.frame, sentence=clean(event.frame.sentence)),
        lock=event.lock,
        notes_presence=event.notes_presence,
        announced=event.announced,
        planned_until_ms=event.planned_until_ms,
        plan=event.plan,
        planned=event.plan,
        seats=tuple(Seat(number=n, role=role) for n, role in enumerate(event.roles, start=1)),
        step=0,
        minutes=first.minutes,
        clock=Paused(left_ms=first.minutes * MINUTE_MS),
        named=None,
        presenters={},
        phase_times=(PhaseTime(phase=first.phase, began_ms=event.at_ms),),
        empty_since_ms=event.at_ms,
    )


def _after(circle: Circle, event: e.Event) -> Circle:
    match event:
        case e.CircleOpened() | e.PresenceNoted():
            return circle
        case e.Knocked() | e.Entered() | e.Admitted() | e.Returned():
            return person_came(circle, event)
        case e.Dropped() | e.WentAway() | e.SentToDoor() | e.InvitationEnded():
            return person_went(circle, event)
        case e.InvitationRenewed(seat=number, renewals=renewals, at_ms=at_ms):
            if circle.seat(number).connected:
                circle = person_went(circle, e.Dropped(at_ms=at_ms, seat=number))
            return circle.with_seat(number, renewals=renewals)
        case e.StepBegun():
            return outer_closed(step_begun(circle, event))
        case e.TimeChanged() | e.ClockPaused() | e.ClockResumed() | e.CircleHeld() | e.CircleReleased():
            return clock_set(circle, event)
        case e.StepShortened(step=step, minutes=minutes):
            plan = list(circle.plan)
            plan[step] = replace(plan[step], minutes=minutes)
            return replace(circle, plan=tuple(plan))
        case e.CaseOffered() | e.OfferWithdrawn() | e.AskedToPresent() | e.AskingDeclined() | e.PresenterNamed():
            return case_arranged(circle, event)
        case e.PresenterRestored(seat=number):
            return replace(circle, named=number, outer=circle.outer - {number})
        case e.PlacesChanged(outer=outer):
            return outer_closed(replace(circle, outer=frozenset(outer)))
        case e.PresenterLetSpeak():
            return replace(circle, let_speak=True)
        case e.PersonSilenced(seat=number):
            return circle.with_seat(number, silenced=True, microphone_open=False)
        case e.SilenceLifted(seat=number):
            return circle.with_seat(number, silenced=False)
        case e.MicrophoneOpened(seat=number):
            return circle.with_seat(number, microphone_open=True)
        case e.MicrophoneClosed(seat=number):
            return circle.with_seat(number, microphone_open=False)
        case e.DoorClosed() | e.DoorOpened():
            return replace(circle, door_closed=isinstance(event, e.DoorClosed))
        case e.DebriefEntered(seat=number) | e.DebriefLeft(seat=number):
            return circle.with_seat(number, in_debrief=isinstance(event, e.DebriefEntered))
        case e.LingeringBounded(bounded=bounded, at_ms=at_ms):
            too_soon = bounded and left_ms(circle.clock, at_ms) < GOODBYE_MS
            return replace(time_anew(circle, at_ms) if too_soon else circle, lingering_bounded=bounded)
        case e.CircleEnded(at_ms=at_ms):
            circle = replace(circle, seats=nobody_in_debrief(circle), phase_times=phase_ended(circle, at_ms))
            return replace(circle, ended=True, named=None, seats=nobody_asked(circle))
        case _:
            assert_never(event)
