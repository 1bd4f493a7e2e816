"""How much one seat may ask of its circle, by however many connections: a new one begins nothing anew."""

from functools import reduce
from typing import NamedTuple, TypeGuard

from app.circle.commands import CloseMicrophone, Command, EndCircle, Leave, SilencePerson
from app.circle.events import Event
from app.circle.evolve import Change, apply_change
from app.circle.hearing import may_be_heard
from app.circle.notices import Arrived, CameBack
from app.circle.reasons import Refused
from app.circle.state import Circle
from app.live.leaky_bucket import LeakyBuckets, Pace

Outcome = Refused | tuple[Change, ...]

KEPT_PACE = Pace(60, 1 / 3)
"""Of one seat's commands that are kept. Nobody who leads a circle, or holds a key to speak, presses so much in a row.
Each makes the circle's log longer for as long as it lasts."""
ENTRY_PACE = Pace(10, 0.5)
"""Of entries by one token, as a page does that is loaded anew, or whose network comes and goes. Each makes a new line,
and shows everybody another view."""
COMING_PACE = Pace(60, 1 / 10)
"""Of comings to one seat that are kept: on a line that is gone half of the time for ten minutes and more. Each makes
the circle's log longer by two: whoever comes also goes."""
OFFER_PACE = Pace(10, 0.5)
"""A page on a line that comes and goes asks for another offer in some seconds."""


class EnteredBy(NamedTuple):
    """What somebody enters a seat by: its invitation, or (`resumes`) the token of this person's page."""

    seat: int
    resumes: bool
    person: int | None
    renewals: int


class SeatBounds:
    """Those of the seats of one circle.

    Entries are counted by each token apart: a leaked link keeps no page from its seat, an ended one nobody. Tokens are
    signed, so there are no more than people and invitations that the circle has had. What is kept of comings is counted
    for the whole seat, by its link and by its pages apart: it can become one person's after the other, each with a
    token of their own.
    """

    def __init__(self) -> None:
        self.entries = LeakyBuckets[EnteredBy](ENTRY_PACE)
        self.offers = LeakyBuckets[int](OFFER_PACE)
        self._kept = LeakyBuckets[int](KEPT_PACE)
        self._comings = LeakyBuckets[tuple[int, bool]](COMING_PACE)

    def allow_coming(self, notice: Arrived | CameBack, outcome: Outcome, now_ms: int) -> bool:
        """Count what somebody's coming brings about, where it is kept; False where it is too much.

        Whoever goes after that is not counted: nobody goes more often than they have come.
        """
        return not _is_kept(outcome) or self._comings.allows((notice.seat, isinstance(notice, CameBack)), now_ms)

    def allow(self, circle: Circle, by: int, command: Command, outcome: Outcome, now_ms: int) -> bool:
        """Count what a seat's command brings about, where it is kept; False where it is too much.

        What silences anybody, now or later, is always allowed: it can only undo what let them be heard, and that is
        counted. So it is to leave, for to come is counted, and to end the meeting.
        """
        if not _is_kept(outcome):
            return True
        if isinstance(command, CloseMicrophone | SilencePerson | Leave | EndCircle):
            return True
        silences = may_be_heard(circle) - may_be_heard(reduce(apply_change, outcome, circle))
        return bool(silences) or self._kept.allows(by, now_ms)


def _is_kept(outcome: Outcome) -> TypeGuard[tuple[Change, ...]]:
    return not isinstance(outcome, Refused) and any(isinstance(change, Event) for change in outcome)
