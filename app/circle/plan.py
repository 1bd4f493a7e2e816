"""The meeting's plan: its steps, and the named templates a facilitator chooses from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.circle.phases import PHASES, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the plan: a phase, and the whole minutes it is given."""

    phase: Phase
    minutes: int


Plan = tuple[Step, ...]


class Template(StrEnum):
    """The named plans. The number is the meeting's minutes; gathering comes before they are counted."""

    ONE_CASE_60 = "one_case_60"
    TWO_CASES_90 = "two_cases_90"
    ONE_CASE_90 = "one_case_90"


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
    )


TEMPLATES: Mapping[Template, Plan] = {
    Template.ONE_CASE_60: _meeting(3, 3, _case(2, 7, 4, 30, 7), 4),
    Template.TWO_CASES_90: _meeting(3, 2, 2 * _case(1, 6, 4, 22, 8), 3),
    Template.ONE_CASE_90: _meeting(5, 5, _case(3, 12, 10, 40, 10), 5),
}
