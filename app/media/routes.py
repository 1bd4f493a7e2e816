"""Who receives whom: everybody the voices of their own side but their own, worked out before a packet comes.

The seats in a breakout hear only each other; all other seats hear only each other. Without a breakout all hear all.
"""

from collections.abc import Iterable, Mapping

from app.media.numbering import Numbering
from app.media.send_batch import Listener


class Routes:
    """The listeners of every seat, kept for the hot path."""

    def __init__(self, seats: Iterable[int]) -> None:
        self.breakout: frozenset[int] = frozenset()
        self.listeners = {seat: Numbering() for seat in seats}
        """By seat, those who receive its voice."""

    def together(self, one: int, other: int) -> bool:
        """Whether two seats are on the same side."""
        return (one in self.breakout) == (other in self.breakout)

    def rewire(self, lines: Mapping[int, Listener], newest: Mapping[int, int]) -> None:
        """Work out all listeners anew, of what comes after the `newest` sequence numbers.

        `lines` are those who can be reached; both are by seat.
        """
        for seat, numbering in self.listeners.items():
            hears = (line for other, line in lines.items() if other != seat and self.together(seat, other))
            numbering.change(hears, newest[seat])
