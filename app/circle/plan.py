"""The meeting's plan: its steps, and the named templates a facilitator chooses from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.circle.frame import Frame
from app.circle.phases import PHASES, Phase
from app.circle.replacing import replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the plan: a phase, and the whole minutes it is given."""

    phase: Phase
    minutes: int


Plan = tuple[Step, ...]


class Template(StrEnum):
    """The named plans. The number is the meeting's minutes; gathering and lingering are not counted."""

    ONE_CASE_60 = "one_case_60"
    TWO_CASES_90 = "two_cases_90"
    ONE_CASE_90 = "one_case_90"
    FISHBOWL_90 = "fishbowl_90"
    """One case, with an outer circle that changes places with the inner one in the reflection."""


def _usual(phase: Phase) -> Step:
    return Step(phase=phase, minutes=PHASES[phase].usual_minutes)


def _case(call: int, presentation: int, questions: int, reflection: int, returns: int) -> Plan:
    """The steps of one case, in minutes. Sitting back takes its minute out of the reflection's."""
    sit_back = _usual(Phase.SIT_BACK)
    return (
        Step(phase=Phase.CALL_FOR_CASE, minutes=call),
        Step(phase=Phase.PRESENTATION, minutes=presentation),
        Step(phase=Phase.CLARIFYING_QUESTIONS, minutes=questions),
        sit_back,
        Step(phase=Phase.REFLECTION, minutes=reflection - sit_back.minutes),
        Step(phase=Phase.PRESENTER_RETURNS, minutes=returns),
    )


def _meeting(opening: int, follow_up: int, cases: Plan, closing: int) -> Plan:
    return (
        _usual(Phase.GATHERING),
        Step(phase=Phase.OPENING, minutes=opening),
        Step(phase=Phase.FOLLOW_UP, minutes=follow_up),
        *cases,
        Step(phase=Phase.CLOSING, minutes=closing),
        _usual(Phase.LINGERING),
    )


TEMPLATES: Mapping[Template, Plan] = {
    Template.ONE_CASE_60: _meeting(3, 3, _case(2, 7, 4, 30, 7), 4),
    Template.TWO_CASES_90: _meeting(3, 2, 2 * _case(1, 6, 4, 22, 8), 3),
    Template.ONE_CASE_90: _meeting(5, 5, _case(3, 12, 10, 40, 10), 5),
    Template.FISHBOWL_90: _meeting(10, 3, _case(2, 10, 10, 40, 10), 5),
}


def frame_of(template: Template, frame: Frame) -> Frame:
    """This frame for a circle of this template: whether it is a fishbowl is the template's to say."""
    return replace(frame, fishbowl=template is Template.FISHBOWL_90)


def case_of(plan: Plan, step: int) -> int | None:
    """The case this step belongs to, named by the index of its first step; None outside the cases."""
    if not _in_case(plan[step]):
        return None
    while step > 0 and _in_case(plan[step - 1]):
        step -= 1
    return step


def coming_case(plan: Plan, step: int) -> int | None:
    """The first case that begins after this step; None where there is no more."""
    return next((i for i in range(step + 1, len(plan)) if _in_case(plan[i]) and not _in_case(plan[i - 1])), None)


def step_after_case(plan: Plan, step: int) -> int:
    """The first step after this one that belongs to no case. There is one: lingering ends every plan."""
    return next(i for i in range(step + 1, len(plan)) if not _in_case(plan[i]))


def takes_news(plan: Plan, step: int) -> bool:
    """Whether news of earlier cases has its place in this step, or in a later one."""
    return any(PHASES[later.phase].takes_news for later in plan[step:])


def _in_case(step: Step) -> bool:
    return PHASES[step.phase].belongs_to_case


STEPS_MAX = 30
PLAN_MINUTES_MAX = 180


class NoPlan(ValueError):
    """These steps make no meeting (P5): which of them not, in words for people."""


def meeting_minutes(plan: Plan) -> int:
    """How long these steps take that are timed: without gathering and lingering."""
    return sum(step.minutes for step in plan if PHASES[step.phase].timed)


def custom(steps: Plan) -> Plan:
    """A plan of one's own (P5), with gathering before and lingering after it. Raises `NoPlan`."""
    plan = (_usual(Phase.GATHERING), *steps, _usual(Phase.LINGERING))
    if not 2 <= len(steps) <= STEPS_MAX:
        raise NoPlan(f"A plan has 2 to {STEPS_MAX} steps.")
    for step in steps:
        least, _, most = PHASES[step.phase].minutes
        if not PHASES[step.phase].timed:
            raise NoPlan(f"A plan leaves {named(step.phase)} to the circle.")
        if not least <= step.minutes <= most:
            raise NoPlan(f"The step {named(step.phase)} has {least} to {most} minutes.")
    if meeting_minutes(plan) > PLAN_MINUTES_MAX:
        raise NoPlan(f"A plan has at most {PLAN_MINUTES_MAX} minutes.")
    _check_cases(steps)
    return plan


def named(phase: Phase) -> str:
    """The phase as people read it in a refusal: in quotation marks, and as the page calls the steps of a case."""
    return f"“{phase.replace('_', ' ').capitalize()}”"


def _check_cases(steps: Plan) -> None:
    """A case is called for, told, sat back from and returned from, in this order; questions may be left out."""
    order: list[Phase | None] = [phase for phase, row in PHASES.items() if row.belongs_to_case]
    before: Phase | None = None
    for phase in (*(step.phase for step in steps), None):
        inside = phase in order
        if phase and before and inside and before in order:
            if phase is before:
                raise NoPlan(f"In a case {named(phase)} comes once.")
            if order.index(phase) < order.index(before):
                raise NoPlan(f"In a case {named(phase)} comes before {named(before)}.")
        if inside and before not in order and phase is not Phase.PRESENTATION:
            raise NoPlan("A case begins with its presentation.")
        if not inside and before in order and before is not Phase.PRESENTER_RETURNS:
            raise NoPlan("A case ends with the presenter's return.")
        if phase is Phase.REFLECTION and before is not Phase.SIT_BACK:
            raise NoPlan("Before the reflection the presenter sits back.")
        before = phase
