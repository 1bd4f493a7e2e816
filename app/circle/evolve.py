"""The circle after each event and after each transient change. What has happened is never refused."""

from collections.abc import Iterable
from typing import assert_never

from app.circle import events as e
from app.circle.frame import SitBack
from app.circle.names import clean, same
from app.circle.phases import PHASES, Phase, Role
from app.circle.plan import case_of, coming_case, meeting_minutes
from app.circle.record import record_of
from app.circle.replacing import replace
from app.circle.seats import CaseOffer, Presence, Seat
from app.circle.state import Circle, Paused, PhaseTime, Running, StepClock
from app.circle.timing import GOODBYE_MS, TRIED_MS, left_ms
from app.circle.transient import after_change, after_event, another_person
from app.circle.transient_changes import TransientChange
from app.circle.units import MINUTE_MS

Change = e.Event | TransientChange
"""Whatever happens to a circle: an event is kept, a transient change is not."""


def replay(events: Iterable[e.Event]) -> Circle:
    """The circle its events add up to. The first is `CircleOpened`; raises ValueError where it is not.

    What earlier releases kept of names and texts is cleaned as it is read (S6).
    """
    rest = iter(events)
    first = next(rest, None)
    if not isinstance(first, e.CircleOpened):
        raise ValueError("a circle's log begins with CircleOpened")
    circle = _circle_opened(first)
    for event in rest:
        circle = evolve(circle, event)
    return circle


def evolve(circle: Circle, event: e.Event) -> Circle:
    """The circle after one more event. Its version is one higher."""
    transient = after_event(circle.transient, event, circle.plan)
    then = _after(circle, event)
    if isinstance(event, e.Entered | e.Admitted) and then.seat(event.seat).person != circle.seat(event.seat).person:
        transient = another_person(transient, event.seat, presents=event.seat == circle.presenter)
    return replace(then, version=circle.version + 1, latest_ms=event.at_ms, transient=transient)


def apply_change(circle: Circle, change: Change) -> Circle:
    """The circle after one more change. One that is not kept leaves the version as it is."""
    if isinstance(change, TransientChange):
        return replace(circle, transient=after_change(circle.transient, change))
    return evolve(circle, change)


def _circle_opened(event: e.CircleOpened) -> Circle:
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
        plan=event.plan,
        length_minutes=meeting_minutes(event.plan),
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
            return _person_came(circle, event)
        case e.Dropped() | e.WentAway() | e.SentToDoor() | e.InvitationEnded():
            return _person_went(circle, event)
        case e.InvitationRenewed(seat=number, renewals=renewals, at_ms=at_ms):
            if circle.seat(number).connected:
                circle = _person_went(circle, e.Dropped(at_ms=at_ms, seat=number))
            return _with_seat(circle, number, renewals=renewals)
        case e.StepBegun():
            return _outer_closed(_step_begun(circle, event))
        case e.TimeChanged() | e.ClockPaused() | e.ClockResumed() | e.CircleHeld() | e.CircleReleased():
            return _clock_set(circle, event)
        case e.StepShortened(step=step, minutes=minutes):
            plan = list(circle.plan)
            plan[step] = replace(plan[step], minutes=minutes)
            return replace(circle, plan=tuple(plan))
        case e.CaseOffered() | e.OfferWithdrawn() | e.AskedToPresent() | e.AskingDeclined() | e.PresenterNamed():
            return _case_arranged(circle, event)
        case e.PresenterRestored(seat=number):
            return replace(circle, named=number, outer=circle.outer - {number})
        case e.PlacesChanged(outer=outer):
            return _outer_closed(replace(circle, outer=frozenset(outer)))
        case e.PresenterLetSpeak():
            return replace(circle, let_speak=True)
        case e.PersonSilenced(seat=number):
            return _with_seat(circle, number, silenced=True, microphone_open=False)
        case e.SilenceLifted(seat=number):
            return _with_seat(circle, number, silenced=False)
        case e.MicrophoneOpened(seat=number):
            return _with_seat(circle, number, microphone_open=True)
        case e.MicrophoneClosed(seat=number):
            return _with_seat(circle, number, microphone_open=False)
        case e.DoorClosed() | e.DoorOpened():
            return replace(circle, door_closed=isinstance(event, e.DoorClosed))
        case e.DebriefEntered(seat=number) | e.DebriefLeft(seat=number):
            return _with_seat(circle, number, in_debrief=isinstance(event, e.DebriefEntered))
        case e.LingeringBounded(bounded=bounded, at_ms=at_ms):
            too_soon = bounded and left_ms(circle.clock, at_ms) < GOODBYE_MS
            return replace(_time_anew(circle, at_ms) if too_soon else circle, lingering_bounded=bounded)
        case e.CircleEnded(at_ms=at_ms):
            circle = replace(circle, seats=_nobody_in_debrief(circle), phase_times=_phase_ended(circle, at_ms))
            return replace(circle, ended=True, named=None, seats=_nobody_asked(circle))
        case _:
            assert_never(event)


def _with_seat(circle: Circle, number: int, **changes: object) -> Circle:
    return replace(circle, seats=_seats_with(circle, number, **changes))


def _seats_with(circle: Circle, number: int, **changes: object) -> tuple[Seat, ...]:
    seats = list(circle.seats)
    seats[number - 1] = replace(seats[number - 1], **changes)  # type: ignore[arg-type]
    return tuple(seats)


def _person_came(circle: Circle, event: e.Knocked | e.Entered | e.Admitted | e.Returned) -> Circle:
    seat, at_ms = circle.seat(event.seat), event.at_ms
    match event:
        case e.Knocked(name=name):
            knocking = {"presence": Presence.KNOCKING, "knocks_as": clean(name) or "?", "microphone_open": False}
            return _with_seat(circle, event.seat, stays=seat.stays_after_going(at_ms), **knocking)
        case e.Entered(name=name):
            came = _taken(seat, clean(name) or "?") | {"microphone_open": False, "entered_ms": at_ms}
        case e.Admitted():
            came = _taken(seat, seat.knocks_as) | {"must_knock": False}
        case e.Returned():
            came = {"name": seat.name}
    stays = seat.stays_after_coming(str(came["name"]), at_ms)
    seats = _seats_with(circle, event.seat, presence=Presence.HERE, gone_ms=None, stays=stays, **came)
    then = replace(circle, seats=seats, empty_since_ms=None)
    return then if then.seat(event.seat).person == seat.person else _another_presents(then, event.seat)


def _taken(seat: Seat, name: str) -> dict[str, object]:
    """What is new of a seat that is taken under this name. A person keeps it as they first gave it (E8); another one
    inherits being silenced (D9).
    """
    if seat.person and same(name, seat.name):
        return {"name": seat.name, "knocks_as": ""}
    fresh = {"offer": CaseOffer.NONE, "asked": False, "in_debrief": False}
    return {"name": name, "knocks_as": "", "formerly": seat.name, "person": seat.person + 1} | fresh


def _another_presents(circle: Circle, number: int) -> Circle:
    """Whoever a seat has become another person's inherits, in a case, presenting it, and its silence; no leave to speak
    and no other case, which is nobody's from then on (D9).
    """
    running = case_of(circle.plan, circle.step)
    presenters = {case: None if of == number and case != running else of for case, of in circle.presenters.items()}
    named = circle.named if running is not None or circle.named != number else None
    let_speak = circle.let_speak and circle.named != number
    return replace(circle, named=named, presenters=presenters, let_speak=let_speak)


def _person_went(circle: Circle, event: e.Dropped | e.WentAway | e.SentToDoor | e.InvitationEnded) -> Circle:
    seat, at_ms = circle.seat(event.seat), event.at_ms
    stays = seat.stays_after_going(at_ms)
    gone = {"microphone_open": False, "offer": CaseOffer.NONE, "asked": False, "in_debrief": False}
    gone |= {"gone_ms": at_ms if seat.here else seat.gone_ms, "stays": stays}
    match event:
        case e.Dropped() if seat.presence is Presence.KNOCKING:
            return _with_seat(circle, event.seat, presence=Presence.VACANT, knocks_as="")
        case e.Dropped(seen_ms=seen_ms):
            stays = seat.stays_after_going(at_ms if seen_ms is None else seen_ms)
            gone = {"presence": Presence.COMING_BACK, "gone_ms": at_ms, "stays": stays}
        case e.WentAway():
            gone |= {"presence": Presence.LEFT}
        case e.SentToDoor():
            gone |= {"presence": Presence.KNOCKING, "must_knock": True, "knocks_as": seat.name}
        case e.InvitationEnded():
            gone |= {"presence": Presence.UNINVITED}
            named = None if circle.named == event.seat else circle.named
            circle = replace(circle, named=named, outer=circle.outer - {event.seat})
    seats = _seats_with(circle, event.seat, **gone)
    empty = circle.empty_since_ms is None and not any(s.here for s in seats)
    return replace(circle, seats=seats, empty_since_ms=at_ms if empty else circle.empty_since_ms)


def _case_arranged(
    circle: Circle,
    event: e.CaseOffered | e.OfferWithdrawn | e.AskedToPresent | e.AskingDeclined | e.PresenterNamed,
) -> Circle:
    number, coming = event.seat, coming_case(circle.plan, circle.step)
    match event:
        case e.CaseOffered():
            return _with_seat(circle, number, offer=CaseOffer.STANDING, asked=False)
        case e.OfferWithdrawn():
            circle = _with_seat(circle, number, offer=CaseOffer.NONE)
            begun = circle.cases_begun - {coming}
            kept = {case: seat for case, seat in circle.presenters.items() if seat != number or case in begun}
            named = None if circle.named == number else circle.named
            return replace(circle, named=named, presenters=kept)
        case e.AskedToPresent():
            return _with_seat(circle, number, asked=True)
        case e.AskingDeclined():
            return _with_seat(circle, number, asked=False)
        case e.PresenterNamed():
            for seat in circle.seats:
                stood = circle.offer_of(seat.number) is CaseOffer.STANDING or seat.number == circle.presenter
                offer = CaseOffer.NEXT_TIME if stood else seat.offer
                circle = _with_seat(circle, seat.number, offer=offer, asked=False)
            circle = _with_seat(circle, number, offer=CaseOffer.NONE)
            return replace(
                circle,
                named=number,
                outer=circle.outer - {number},
                presenters=circle.presenters if coming is None else {**circle.presenters, coming: number},
                cases_begun=circle.cases_begun - {coming},
            )


def _step_begun(circle: Circle, event: e.StepBegun) -> Circle:
    step, was_in_case = circle.plan[event.step], circle.row.belongs_to_case
    row = PHASES[step.phase]
    circle = replace(
        circle,
        step=event.step,
        minutes=step.minutes,
        clock=Running(ends_at_ms=event.at_ms + step.minutes * MINUTE_MS),
        phase_times=_phase_begun(circle, step.phase, event.at_ms),
        let_speak=False,
        held=False,
        lingering_bounded=False,
        seats=_nobody_in_debrief(circle),
    )
    if row.belongs_to_case or coming_case(circle.plan, event.step) is None:
        circle = replace(circle, seats=_nobody_asked(circle))
    if was_in_case and not row.belongs_to_case:
        return replace(circle, named=None)
    circle = replace(circle, outer=circle.outer - {circle.presenter})
    case = case_of(circle.plan, event.step)
    if case is not None and circle.presenter is not None:
        presenters = {**circle.presenters, case: circle.presenter}
        circle = replace(circle, presenters=presenters, cases_begun=circle.cases_begun | {case})
    if row.sits_back and circle.presenter is not None and circle.frame.sit_back is not SitBack.OFF:
        return _with_seat(circle, circle.presenter, microphone_open=False)
    return circle


def _outer_closed(circle: Circle) -> Circle:
    """The circle with the switch closed of everybody who only listens in the outer circle now (H9)."""
    for number in circle.outer:
        if circle.sits_outside(number) and circle.seat(number).microphone_open:
            circle = _with_seat(circle, number, microphone_open=False)
    return circle


def _nobody_in_debrief(circle: Circle) -> tuple[Seat, ...]:
    """The seats once the leaders' debrief is over. Nobody has meant everybody to hear what they say in it (E6)."""
    return tuple(
        replace(seat, in_debrief=False, microphone_open=False) if seat.in_debrief else seat for seat in circle.seats
    )


def _nobody_asked(circle: Circle) -> tuple[Seat, ...]:
    """The seats once there is no case any more that somebody could be asked to present (C3)."""
    return tuple(replace(seat, asked=False) if seat.asked else seat for seat in circle.seats)


def _phase_begun(circle: Circle, phase: Phase, at_ms: int) -> tuple[PhaseTime, ...]:
    """The stretches once this phase begins. Going back to the gathering undoes what was only tried, and with it whose
    minutes count (E4).
    """
    if phase is Phase.GATHERING and _only_tried(circle, at_ms):
        return (replace(circle.phase_times[0], ended_ms=None),)
    return (*_phase_ended(circle, at_ms), PhaseTime(phase=phase, began_ms=at_ms))


def _only_tried(circle: Circle, at_ms: int) -> bool:
    """Whether somebody has but looked at what "next" does: there was no case, and no member for long."""
    had_a_case = any(PHASES[time.phase].belongs_to_case for time in circle.phase_times)
    members = (each for each in record_of(circle, at_ms).attendance if each.role is Role.MEMBER)
    return not had_a_case and all((member.meeting_ms or 0) < TRIED_MS for member in members)


def _phase_ended(circle: Circle, at_ms: int) -> tuple[PhaseTime, ...]:
    *earlier, running = circle.phase_times
    return (*earlier, replace(running, ended_ms=at_ms))


def _clock_set(
    circle: Circle, event: e.TimeChanged | e.ClockPaused | e.ClockResumed | e.CircleHeld | e.CircleReleased
) -> Circle:
    left = left_ms(circle.clock, event.at_ms)
    match event:
        case e.TimeChanged(minutes=minutes):
            by_ms = minutes * MINUTE_MS
            if circle.lingering_bounded:
                by_ms = max(by_ms, min(0, GOODBYE_MS - left))
            clock = _clock_moved(circle.clock, by_ms)
            return replace(circle, minutes=circle.minutes + minutes, clock=clock)
        case e.ClockPaused() | e.CircleHeld():
            return replace(circle, clock=Paused(left_ms=left), held=isinstance(event, e.CircleHeld))
        case e.ClockResumed(at_ms=at_ms) | e.CircleReleased(at_ms=at_ms):
            return replace(circle, clock=Running(ends_at_ms=at_ms + left), held=False)


def _time_anew(circle: Circle, at_ms: int) -> Circle:
    """The circle with the running step's planned minutes again: no bound closes a room as it is chosen."""
    minutes = circle.plan[circle.step].minutes
    clock = _clock_moved(circle.clock, minutes * MINUTE_MS - left_ms(circle.clock, at_ms))
    return replace(circle, minutes=minutes, clock=clock)


def _clock_moved(clock: StepClock, by_ms: int) -> StepClock:
    if isinstance(clock, Running):
        return Running(ends_at_ms=clock.ends_at_ms + by_ms)
    return Paused(left_ms=clock.left_ms + by_ms)
