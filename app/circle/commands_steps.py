"""Commands that move the meeting to another step of its plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from app.circle import events as e
from app.circle.command_bases import FACILITATORS, Stepped
from app.circle.phases import PHASES
from app.circle.plan import step_after_case
from app.circle.reasons import Reason
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep(Stepped):
    """Move the meeting to the next step of its plan."""

    type: Literal["next_step"] = "next_step"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return _why_not_to(circle, circle.step + 1)

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.StepBegun:
        return e.StepBegun(at_ms=now_ms, step=circle.step + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoBack(Stepped):
    """Go back to the step before; it is given its planned minutes again."""

    type: Literal["go_back"] = "go_back"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return _why_not_to(circle, circle.step - 1)

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.StepBegun:
        return e.StepBegun(at_ms=now_ms, step=circle.step - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipTo(Stepped):
    """Go straight to a step of the plan, forwards or back."""

    step: int
    type: Literal["skip_to"] = "skip_to"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return _why_not_to(circle, self.step)

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.StepBegun:
        return e.StepBegun(at_ms=now_ms, step=self.step)

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """One for each step of the plan."""
        return (cls(seen=circle.step, step=step) for step in range(len(circle.plan)))


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPresenterBack(Stepped):
    """Go straight to the return of the presenter, who sits back."""

    type: Literal["bring_presenter_back"] = "bring_presenter_back"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if circle.row.sits_back else Reason.NOT_NOW

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.StepBegun:
        returns = step_after_case(circle.plan, circle.step) - 1  # every case ends with it (P5)
        return e.StepBegun(at_ms=now_ms, step=returns)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCase(Stepped):
    """End the case with care: go straight to what comes after it."""

    type: Literal["end_case"] = "end_case"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if circle.row.belongs_to_case else Reason.NOT_NOW

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.StepBegun:
        return e.StepBegun(at_ms=now_ms, step=step_after_case(circle.plan, circle.step))


StepCommand = NextStep | GoBack | SkipTo | BringPresenterBack | EndCase


def _why_not_to(circle: Circle, step: int) -> Reason | None:
    """Why the meeting cannot move to this step, an index that may lie outside the plan (P2, C4)."""
    if not 0 <= step < len(circle.plan) or step == circle.step:
        return Reason.NO_SUCH_STEP
    if PHASES[circle.plan[step].phase].belongs_to_case and circle.presenter_at(step) is None:
        return Reason.NO_PRESENTER
    return None
