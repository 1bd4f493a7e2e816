"""The circle after its meeting has moved to another step, and what that closes."""

from app.circle import events as e
from app.circle.evolve_case import nobody_asked
from app.circle.frame import SitBack
from app.circle.phases import PHASES, Phase, Role
from app.circle.plan import case_of
from app.circle.record import record_of
from app.circle.replacing import replace
from app.circle.seats import Seat
from app.circle.state import Circle, Paused, PhaseTime, Running
from app.circle.timing import TRIED_MS
from app.circle.units import MINUTE_MS


def step_begun(circle: Circle, event: e.StepBegun) -> Circle:
    """The circle in this step. The switches of an outer circle are still as they were (`outer_closed`)."""
    step, was_in_case = circle.plan[event.step], circle.row.belongs_to_case
    row = PHASES[step.phase]
    circle = replace(
        circle,
        step=event.step,
        minutes=step.minutes,
        clock=Running(ends_at_ms=event.at_ms + step.minutes * MINUTE_MS),
        phase_times=(*phase_ended(circle, event.at_ms), PhaseTime(phase=step.phase, began_ms=event.at_ms)),
        let_speak=False,
        held=False,
        lingering_bounded=False,
        seats=nobody_in_debrief(circle),
    )
    if step.phase is Phase.GATHERING and _only_tried(circle, event.at_ms):
        circle = _trial_undone(circle)
    if row.belongs_to_case or circle.coming_case is None:
        circle = replace(circle, seats=nobody_asked(circle))
    if was_in_case and not row.belongs_to_case:
        circle = replace(circle, named=None)
    circle = replace(circle, outer=circle.outer - {circle.presenter})
    case = case_of(circle.plan, event.step)
    if case is not None and circle.presenter is not None:
        presenters = {**circle.presenters, case: circle.presenter}
        circle = replace(circle, presenters=presenters, cases_begun=circle.cases_begun | {case})
    if row.sits_back and circle.presenter is not None and circle.frame.sit_back is not SitBack.OFF:
        return circle.with_seat(circle.presenter, microphone_open=False)
    return circle


def outer_closed(circle: Circle) -> Circle:
    """The circle with the switch closed of everybody who only listens in the outer circle now (H9)."""
    for number in circle.outer:
        if circle.sits_outside(number) and circle.seat(number).microphone_open:
            circle = circle.with_seat(number, microphone_open=False)
    return circle


def nobody_in_debrief(circle: Circle) -> tuple[Seat, ...]:
    """The seats once the leaders' debrief is over. Nobody has meant everybody to hear what they say in it (E6)."""
    return tuple(
        replace(seat, in_debrief=False, microphone_open=False) if seat.in_debrief else seat for seat in circle.seats
    )


def phase_ended(circle: Circle, at_ms: int) -> tuple[PhaseTime, ...]:
    """The stretches once the running one is over."""
    *earlier, running = circle.phase_times
    return (*earlier, replace(running, ended_ms=at_ms))


def _trial_undone(circle: Circle) -> Circle:
    """The circle back in its gathering as if no step had been tried: nobody's minutes count, no step has fewer, and its
    clock stands (E4, T4).
    """
    clock, gathering = Paused(left_ms=circle.minutes * MINUTE_MS), replace(circle.phase_times[0], ended_ms=None)
    return replace(circle, plan=circle.planned, clock=clock, phase_times=(gathering,))


def _only_tried(circle: Circle, at_ms: int) -> bool:
    """Whether somebody has but looked at what "next" does: there was no case, and no member for long."""
    members = (each for each in record_of(circle, at_ms).attendance if each.role is Role.MEMBER)
    return not circle.had_a_case and all((member.meeting_ms or 0) < TRIED_MS for member in members)
