"""How often the seats of a circle may be entered: each arrival makes a new line, and shows everybody another view."""

from typing import NamedTuple

from app.live.clock import Clock
from app.live.leaky_bucket import LeakyBucket

ENTRIES_AT_ONCE = 10
"""How often in a row one token may be used, as a page does that is loaded anew, or whose network comes and goes."""
ENTRIES_PER_S = 0.5
"""The same in the long run."""


class EnteredBy(NamedTuple):
    """What somebody enters a seat by: its invitation, or (`resumes`) the token of this person's page."""

    seat: int
    resumes: bool
    person: int | None
    renewals: int


class Entries:
    """Those of one circle, by each token apart: a leaked link keeps no page from its seat, an ended one nobody.

    Tokens are signed, so there are no more than people and invitations that the circle has had.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counts: dict[EnteredBy, LeakyBucket] = {}

    def allow(self, by: EnteredBy) -> bool:
        """Count one more; False where it is too many."""
        now_ms = self._clock.now_ms()
        return self._counts.setdefault(by, LeakyBucket(now_ms, ENTRIES_AT_ONCE, ENTRIES_PER_S)).allows(now_ms)
