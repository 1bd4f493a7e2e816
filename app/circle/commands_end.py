"""Commands of the meeting's end: the leaders' debrief, the lingering room, leaving, and ending for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from app.circle import events as e
from app.circle.command_bases import EVERYBODY, FACILITATORS, Plain, Stepped
from app.circle.phases import Phase
from app.circle.reasons import Reason
from app.circle.state import Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterDebrief(Plain):
    """Go to the leaders' debrief, which the others can neither hear nor enter."""

    type: Literal["enter_debrief"] = "enter_debrief"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return _why_not_in_lingering(circle, already=circle.seat(by).in_debrief)

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.DebriefEntered:
        return e.DebriefEntered(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDebrief(Plain):
    """Come back from the debrief to those who linger."""

    type: Literal["leave_debrief"] = "leave_debrief"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, by: int) -> Reason | None:
        return _why_not_in_lingering(circle, already=not circle.seat(by).in_debrief)

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.DebriefLeft:
        return e.DebriefLeft(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundLingering(Stepped):
    """Whether the lingering room closes when its time is up."""

    bounded: bool
    type: Literal["bound_lingering"] = "bound_lingering"
    roles = FACILITATORS

    def unmet_precondition(self, circle: Circle, _by: int) -> Reason | None:
        return _why_not_in_lingering(circle, already=circle.lingering_bounded is self.bounded)

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.LingeringBounded:
        return e.LingeringBounded(at_ms=now_ms, bounded=self.bounded)

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """The other way than it is."""
        return (cls(seen=circle.step, bounded=not circle.lingering_bounded),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(Plain):
    """Leave the circle. The seat is kept; the same invitation leads back to it."""

    type: Literal["leave"] = "leave"
    roles = EVERYBODY

    def unmet_precondition(self, _circle: Circle, _by: int) -> Reason | None:
        return None

    def effect(self, _circle: Circle, by: int, now_ms: int) -> e.WentAway:
        return e.WentAway(at_ms=now_ms, seat=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCircle(Stepped):
    """End the meeting for everybody and erase all but attendance and phase times."""

    type: Literal["end_circle"] = "end_circle"
    roles = FACILITATORS

    def unmet_precondition(self, _circle: Circle, _by: int) -> Reason | None:
        return None

    def effect(self, _circle: Circle, _by: int, now_ms: int) -> e.CircleEnded:
        return e.CircleEnded(at_ms=now_ms)


EndCommand = EnterDebrief | LeaveDebrief | BoundLingering | Leave | EndCircle


def _why_not_in_lingering(circle: Circle, *, already: bool) -> Reason | None:
    """Why what belongs to the lingering room cannot be asked now: the circle does not linger, or it is so `already`."""
    if circle.phase is not Phase.LINGERING:
        return Reason.NOT_NOW
    return Reason.ALREADY if already else None
