"""Commands that set how much time the running step, or a coming one, has."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from app.circle import events as e
from app.circle.command_bases import FACILITATORS, Stepped
from app.circle.reasons import Reason
from app.circle.state import Circle, Paused
from app.circle.timing import coming_reflection, reflection_minutes, takeable_minutes

STEP_MINUTES_MAX = 120
"""The most minutes one step can be given, however often it is extended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTime(Stepped):
    """Give the running step more minutes, or (negative) fewer. Whole minutes."""

    minutes: int
    type: Literal["change_time"] = "change_time"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        fits = self.minutes != 0 and 0 <= circle.minutes + self.minutes <= STEP_MINUTES_MAX
        return None if fits else Reason.OUT_OF_BOUNDS

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.TimeChanged:
        return e.TimeChanged(at_ms=now_ms, minutes=self.minutes)

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """One minute more, for any number of minutes; one fewer where the step has the most."""
        return (cls(seen=circle.step, minutes=1 if circle.minutes < STEP_MINUTES_MAX else -1),)


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock(Stepped):
    """Stop the clock of the running step; who may speak stays as it is."""

    type: Literal["pause_clock"] = "pause_clock"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return Reason.ALREADY if isinstance(circle.clock, Paused) else None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.ClockPaused:
        return e.ClockPaused(at_ms=now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeClock(Stepped):
    """Let the clock run on from where it was stopped."""

    type: Literal["resume_clock"] = "resume_clock"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return None if isinstance(circle.clock, Paused) else Reason.ALREADY

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.ClockResumed:
        return e.ClockResumed(at_ms=now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFromReflection(Stepped):
    """Make up for lost time: shorten the coming reflection by whole minutes.

    `of` is how many it had when it was asked, if that is said: where somebody has taken from it since, it is refused as
    stale (P2).
    """

    minutes: int
    of: int | None = None
    type: Literal["take_from_reflection"] = "take_from_reflection"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        if self.of is not None and self.of != reflection_minutes(circle):
            return Reason.STALE
        return None if 1 <= self.minutes <= takeable_minutes(circle) else Reason.OUT_OF_BOUNDS

    def effect(self, circle: Circle, _by: int, now_ms: int) -> e.StepShortened:
        step = coming_reflection(circle)
        assert step is not None  # noqa: S101  (or no minute could be taken from it)
        return e.StepShortened(at_ms=now_ms, step=step, minutes=circle.plan[step].minutes - self.minutes)

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """One minute, for any number of minutes."""
        return (cls(seen=circle.step, minutes=1),)


TimeCommand = ChangeTime | PauseClock | ResumeClock | TakeFromReflection
