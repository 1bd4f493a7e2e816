"""Who receives whom: everybody the voices of their own side but their own, worked out before a packet comes.

Seats that sit apart are one side, all others the other. As long as nobody is apart there is one side.
"""

from collections.abc import Iterable, Mapping

from app.media.outbox import Listener


class Audience:
    """The listeners of every seat, kept for the hot path."""

    def __init__(self, seats: Iterable[int]) -> None:
        self.apart: frozenset[int] = frozenset()
        self.near: dict[int, tuple[Listener, ...]] = dict.fromkeys(seats, ())
        """By seat, those who receive its voice."""

        self.beyond = dict(self.near)
        """By seat, those who do not: everybody on the other side."""

    def together(self, one: int, other: int) -> bool:
        """Whether two seats are on the same side."""
        return (one in self.apart) == (other in self.apart)

    def rewire(self, lines: Mapping[int, Listener]) -> None:
        """Work out all listeners anew; `lines` are those who can be reached, by seat."""
        for seat in self.near:
            others = [(self.together(seat, other), line) for other, line in lines.items() if other != seat]
            self.near[seat] = tuple(line for is_near, line in others if is_near)
            self.beyond[seat] = tuple(line for is_near, line in others if not is_near)
