"""How often the seats of a circle may be entered: each arrival makes a new line, and shows everybody another view."""

from app.live.clock import Clock
from app.live.leaky_bucket import LeakyBucket

ENTRIES_AT_ONCE = 10
"""How often one seat may be entered in a row, as a page does that is loaded anew, or whose network comes and goes."""
ENTRIES_PER_S = 0.5
"""The same in the long run."""


class Entries:
    """Those of one circle, by resume token and by invitation apart: a leaked link keeps no page from its seat."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counts: dict[tuple[int, bool], LeakyBucket] = {}

    def allow(self, seat: int, *, resumes: bool) -> bool:
        """Count one more; False where it is too many."""
        now_ms = self._clock.now_ms()
        count = self._counts.setdefault((seat, resumes), LeakyBucket(now_ms, ENTRIES_AT_ONCE, ENTRIES_PER_S))
        return count.allows(now_ms)
