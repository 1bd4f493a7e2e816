"""When a person's line is called weak: one table, and a judgement that does not flicker.

A line is judged by what is heard of it, after all repair. Time is an argument, in milliseconds.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What is measured of a line, again and again."""

    VOICE_LOST = "voice_lost"
    """The share of this person's own voice that does not reach the server."""
    HEARING_LOST = "hearing_lost"
    """The share of what the others say that does not reach this person."""
    ROUND_TRIP_MS = "round_trip_ms"
    """To the server and back."""
    JITTER_MS = "jitter_ms"
    """How unevenly their voice arrives (RFC 3550, section 6.4.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """From `weak` on a line is weak; below `good` it is good again. In between it stays what it was."""

    weak: float
    good: float


LIMITS: Mapping[Measure, Limit] = {
    # In-band redundancy hides most single losses. With 5 % lost after repair words begin to go (docs/PERFORMANCE.md).
    Measure.VOICE_LOST: Limit(weak=0.05, good=0.02),
    Measure.HEARING_LOST: Limit(weak=0.05, good=0.02),
    # Two such lines make half a second from mouth to ear: people begin to speak at the same time (ITU-T G.114).
    Measure.ROUND_TRIP_MS: Limit(weak=500, good=350),
    # More than three packets of 20 ms: listeners have to wait for so much, or lose it.
    Measure.JITTER_MS: Limit(weak=60, good=40),
}

WEAK_OF = 4
WEAK_AFTER = 3
"""So many of the latest `WEAK_OF` reports have to be over the limit: one bad moment makes no weak line."""
GOOD_AFTER = 7
"""So many reports in a row have to be below the lower limit, or all that still count."""
COUNTS_MS = 120_000
"""How long a report counts: who says little is reported on seldom, and while the circle is silent nobody is."""


class WeakLine(StrEnum):
    """What a weak line does to its person."""

    HEARD = "heard"
    """Others lose what they say."""
    HEARS = "hears"
    """They lose what others say."""
    BOTH = "both"
    SLOW = "slow"
    """Everything arrives, but late."""


class LineJudge:
    """Judges the line of one person, report by report."""

    def __init__(self) -> None:
        self._reports: dict[Measure, deque[tuple[int, float]]] = {
            measure: deque(maxlen=GOOD_AFTER) for measure in Measure
        }
        self._weak: set[Measure] = set()

    def report(self, measured: Mapping[Measure, float], now_ms: int) -> WeakLine | None:
        """Take what has been measured just now, as far as it has. Tell what the line does; None where it is good."""
        for measure, reports in self._reports.items():
            while reports and reports[0][0] <= now_ms - COUNTS_MS:
                reports.popleft()
            if measure in measured:
                reports.append((now_ms, measured[measure]))
            self._judge(measure, [value for _, value in reports])
        return effect_of(self._weak)

    def _judge(self, measure: Measure, values: list[float]) -> None:
        limit = LIMITS[measure]
        if sum(value >= limit.weak for value in values[-WEAK_OF:]) >= WEAK_AFTER:
            self._weak.add(measure)
        elif all(value < limit.good for value in values):
            self._weak.discard(measure)


def effect_of(weak: Iterable[Measure]) -> WeakLine | None:
    """What these measures do together to whoever has them. What is lost counts before what is late."""
    found = set(weak)
    heard, hears = bool(found & {Measure.VOICE_LOST, Measure.JITTER_MS}), Measure.HEARING_LOST in found
    if heard or hears:
        return WeakLine.BOTH if heard and hears else WeakLine.HEARD if heard else WeakLine.HEARS
    return WeakLine.SLOW if found else None
