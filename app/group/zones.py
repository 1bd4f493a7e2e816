"""A time zone as data: from when on its clocks are how far ahead of UTC. Whoever gives it has read the IANA database.

Wall time is a `datetime` without a zone. What it means where clocks change is PEP 495's `fold=0`: a time that comes
twice means the first; one that does not come means as much after the change, so 02:30 is read as 03:30.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from app.circle.units import HOUR_MS

_EPOCH = datetime(1970, 1, 1)
_MS = timedelta(milliseconds=1)
_MOST_AHEAD_MS = 26 * HOUR_MS
"""No two clocks on earth are further apart."""


class OddTime(StrEnum):
    """What is odd about a wall time on the day that the clocks change."""

    SKIPPED = "skipped"
    """The clocks are set forward over it; it is read as much later."""
    TWICE = "twice"
    """The clocks are set back over it; the first one is meant."""


@dataclass(frozen=True)
class Zone:
    """One zone of the IANA database. `changes`: (from when, milliseconds since 1970; ahead of UTC, seconds), ascending.

    The first of them holds for all time before as well.
    """

    name: str
    changes: tuple[tuple[int, int], ...]

    @cached_property
    def _from_ms(self) -> tuple[int, ...]:
        return tuple(from_ms for from_ms, _ in self.changes)

    def ahead_ms(self, at_ms: int) -> int:
        """How far its clocks are ahead of UTC at this moment."""
        return 1000 * self.changes[max(0, bisect_right(self._from_ms, at_ms) - 1)][1]

    def wall(self, at_ms: int) -> datetime:
        """What its clocks show at this moment."""
        return _EPOCH + (at_ms + self.ahead_ms(at_ms)) * _MS

    def instant(self, wall: datetime) -> tuple[int, OddTime | None]:
        """The moment at which its clocks show this, and what is odd about it, if anything is."""
        shown_ms = (wall - _EPOCH) // _MS
        before_ms = self.ahead_ms(shown_ms - _MOST_AHEAD_MS)
        around = {before_ms, self.ahead_ms(shown_ms), self.ahead_ms(shown_ms + _MOST_AHEAD_MS)}
        found = sorted(shown_ms - ahead_ms for ahead_ms in around if self.ahead_ms(shown_ms - ahead_ms) == ahead_ms)
        if not found:
            return shown_ms - before_ms, OddTime.SKIPPED
        return found[0], OddTime.TWICE if len(found) > 1 else None
