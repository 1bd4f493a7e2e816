"""What each event makes of the circle. Total and silent: an event has happened, so nothing is refused here."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from app.circle import events as e
from app.circle.phases import PHASES
from app.circle.seats import Presence, Seat
from app.circle.state import Circle, Clock, Paused, PhaseTime, Running

MINUTE_MS = 60_000


def replay(events: Iterable[e.Event]) -> Circle:
    """The circle its events add up to. The first is `CircleOpened`; raises ValueError where it is not."""
    rest = iter(events)
    first = next(rest, None)
    if not isinstance(first, e.CircleOpened):
        raise ValueError("a circle's log begins with CircleOpened")
    circle = _opened(first)
    for event in rest:
        circle = evolve(circle, event)
    return circle


def evolve(circle: Circle, event: e.Event) -> Circle:
    """The circle after one more event. Its version is one higher."""
    return replace(_apply(circle, event), version=circle.version + 1)


def _opened(event: e.CircleOpened) -> Circle:
    first = event.plan[0]
    return Circle(
        version=1,
        opened_ms=event.at_ms,
        title=event.title,
        plan=event.plan,
        seats=tuple(Seat(number=n, role=role) for n, role in enumerate(event.roles, start=1)),
        step=0,
        minutes=first.minutes,
        clock=Paused(left_ms=first.minutes * MINUTE_MS),
        presenter=None,
        phase_times=(PhaseTime(phase=first.phase, began_ms=event.at_ms),),
        empty_since_ms=event.at_ms,
    )


def _apply(circle: Circle, event: e.Event) -> Circle:
    match event:
        case e.CircleOpened():
            return circle
        case e.Entered() | e.Returned() | e.Dropped() | e.WentAway():
            return _presence(circle, event)
        case e.StepBegun():
            return _step_begun(circle, event)
        case e.TimeChanged() | e.ClockPaused() | e.ClockResumed():
            return _clock(circle, event)
        case e.CaseOffered(seat=number):
            return _with_seat(circle, number, offers_case=True, asked=False)
        case e.OfferWithdrawn(seat=number):
            circle = _with_seat(circle, number, offers_case=False)
            return replace(circle, presenter=None) if circle.presenter == number else circle
        case e.AskedToPresent(seat=number):
            return _with_seat(circle, number, asked=True)
        case e.AskingDeclined(seat=number):
            return _with_seat(circle, number, asked=False)
        case e.PresenterNamed(seat=number):
            circle = _with_seat(circle, number, offers_case=False, asked=False)
            return replace(circle, presenter=number)
        case e.PersonSilenced(seat=number):
            return _with_seat(circle, number, silenced=True, microphone_open=False)
        case e.SilenceLifted(seat=number):
            return _with_seat(circle, number, silenced=False)
        case e.MicrophoneOpened(seat=number):
            return _with_seat(circle, number, microphone_open=True)
        case e.MicrophoneClosed(seat=number):
            return _with_seat(circle, number, microphone_open=False)
        case e.CircleEnded(at_ms=at_ms):
            return replace(circle, ended=True, presenter=None, phase_times=_closed(circle, at_ms))
        case _:
            assert_never(event)


def _with_seat(circle: Circle, number: int, **changes: object) -> Circle:
    seats = list(circle.seats)
    seats[number - 1] = replace(seats[number - 1], **changes)  # type: ignore[arg-type]
    return replace(circle, seats=tuple(seats))


def _presence(circle: Circle, event: e.Entered | e.Returned | e.Dropped | e.WentAway) -> Circle:
    seat, at_ms = circle.seat(event.seat), event.at_ms
    match event:
        case e.Entered(name=name):
            came_ms = at_ms if seat.came_ms is None else seat.came_ms
            changes = {"name": name, "microphone_open": False, "came_ms": came_ms}
            circle = _with_seat(circle, event.seat, presence=Presence.HERE, gone_ms=None, **changes)
        case e.Returned():
            circle = _with_seat(circle, event.seat, presence=Presence.HERE, gone_ms=None)
        case e.Dropped():
            circle = _with_seat(circle, event.seat, presence=Presence.COMING_BACK, gone_ms=at_ms)
        case e.WentAway():
            gone = {"microphone_open": False, "offers_case": False, "asked": False}
            circle = _with_seat(circle, event.seat, presence=Presence.LEFT, gone_ms=at_ms, **gone)
    anybody = any(s.here for s in circle.seats)
    return replace(circle, empty_since_ms=None if anybody else at_ms)


def _step_begun(circle: Circle, event: e.StepBegun) -> Circle:
    step, was_in_case = circle.plan[event.step], circle.row.belongs_to_case
    row = PHASES[step.phase]
    circle = replace(
        circle,
        step=event.step,
        minutes=step.minutes,
        clock=Running(ends_at_ms=event.at_ms + step.minutes * MINUTE_MS),
        phase_times=(*_closed(circle, event.at_ms), PhaseTime(phase=step.phase, began_ms=event.at_ms)),
    )
    if was_in_case and not row.belongs_to_case:
        return replace(circle, presenter=None)
    if row.sits_back and circle.presenter is not None:
        return _with_seat(circle, circle.presenter, microphone_open=False)
    return circle


def _closed(circle: Circle, at_ms: int) -> tuple[PhaseTime, ...]:
    *earlier, running = circle.phase_times
    return (*earlier, replace(running, ended_ms=at_ms))


def _clock(circle: Circle, event: e.TimeChanged | e.ClockPaused | e.ClockResumed) -> Circle:
    match event:
        case e.TimeChanged(minutes=minutes):
            clock = _moved(circle.clock, minutes * MINUTE_MS)
            return replace(circle, minutes=circle.minutes + minutes, clock=clock)
        case e.ClockPaused(at_ms=at_ms):
            return replace(circle, clock=Paused(left_ms=_left_ms(circle.clock, at_ms)))
        case e.ClockResumed(at_ms=at_ms):
            return replace(circle, clock=Running(ends_at_ms=at_ms + _left_ms(circle.clock, at_ms)))


def _left_ms(clock: Clock, at_ms: int) -> int:
    return clock.ends_at_ms - at_ms if isinstance(clock, Running) else clock.left_ms


def _moved(clock: Clock, by_ms: int) -> Clock:
    if isinstance(clock, Running):
        return Running(ends_at_ms=clock.ends_at_ms + by_ms)
    return Paused(left_ms=clock.left_ms + by_ms)
