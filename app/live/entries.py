"""How often the seats of a circle may be entered: each arrival makes a new line, and shows everybody another view.

It is counted by each token apart: a leaked link keeps no page from its seat, an ended one nobody. Tokens are signed, so
there are no more than people and invitations that the circle has had.
"""

from typing import NamedTuple

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
