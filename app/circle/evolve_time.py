"""The circle after its step's clock was set."""

from app.circle import events as e
from app.circle.replacing import replace
from app.circle.state import Circle, Paused, Running, StepClock
from app.circle.timing import GOODBYE_MS, left_ms
from app.circle.units import MINUTE_MS


def clock_set(
    circle: Circle, event: e.TimeChanged | e.ClockPaused | e.ClockResumed | e.CircleHeld | e.CircleReleased
) -> Circle:
    """The circle with more or fewer minutes, or with its clock stopped or started."""
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


def time_anew(circle: Circle, at_ms: int) -> Circle:
    """The circle with the running step's planned minutes again: no bound closes a room as it is chosen."""
    minutes = circle.plan[circle.step].minutes
    clock = _clock_moved(circle.clock, minutes * MINUTE_MS - left_ms(circle.clock, at_ms))
    return replace(circle, minutes=minutes, clock=clock)


def _clock_moved(clock: StepClock, by_ms: int) -> StepClock:
    if isinstance(clock, Running):
        return Running(ends_at_ms=clock.ends_at_ms + by_ms)
    return Paused(left_ms=clock.left_ms + by_ms)
