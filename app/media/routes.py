"""Who receives whom in a room, worked out before a packet comes.

The seats in a breakout hear only each other; all other seats hear only each other. Nobody hears their own voice.
"""

from collections.abc import Iterable, Mapping

from app.media.numbering import Numbering
from app.media.send_batch import Listener


class Routes:
    """The listeners of every seat."""

    def __init__(self, seats: Iterable[int]) -> None:
        self.breakout: frozenset[int] = frozenset()
        """The seats of the breakout; in force from the next `rebuild` on."""

        self.listeners = {seat: Numbering() for seat in seats}
        """By seat, those who receive its voice."""

        self._connected: Mapping[int, Listener] = {}

    def same_side(self, one: int, other: int) -> bool:
        """Whether two seats hear each other: both are in the breakout, or neither is."""
        return (one in self.breakout) == (other in self.breakout)

    def rebuild(self, connected: Mapping[int, Listener], newest: Mapping[int, int]) -> None:
        """Recompute all listeners of what comes after the `newest` sequence numbers, which are extended past 16 bits.

        `connected` are those who have keys, and where they are. Both are by seat.
        """
        self._connected = connected
        for seat, numbering in self.listeners.items():
            hears = (listener for other, listener in connected.items() if other != seat and self.same_side(seat, other))
            numbering.change(hears, newest[seat])

    def move(self, seat: int, to: Listener) -> None:
        """Reach a seat that is connected, under these keys, at another address from now on."""
        self._connected = {**self._connected, seat: to}
        for numbering in self.listeners.values():
            numbering.move(to)

    def leave(self, seat: int) -> None:
        """Reach a seat no more: its keys are gone. Nobody else comes to hear anything by that."""
        if gone := self._connected.get(seat):
            self._connected = {other: listener for other, listener in self._connected.items() if other != seat}
            for numbering in self.listeners.values():
                numbering.leave(gone[0])

    def to(self, seat: int, listener: int) -> tuple[int, Listener] | None:
        """How one listener receives a seat's voice: how far its numbers are below the seat's own, and where it is.

        `None` if it does not receive that voice, or there are no such seats.
        """
        reached, numbering = self._connected.get(listener), self.listeners.get(seat)
        offset = numbering.offset(reached[0]) if reached and numbering else None
        return None if reached is None or offset is None else (offset, reached)
