"""A circle on real sockets at 127.0.0.1: a forwarder, one room, and peers on its seats."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from time import monotonic

from app.media.forwarder import CloseReason, Connection, Forwarder
from tests.support.peer import Peer


class Scene:
    """What a test needs at hand; made by `scene`."""

    def __init__(self, forwarder: Forwarder, seats: int) -> None:
        self.forwarder = forwarder
        self.room = forwarder.room(seats)
        self.connections: dict[int, Connection] = {}
        """The newest of every seat."""

        self.ends: list[tuple[int, CloseReason]] = []
        """What `on_close` was called with, and for which seat."""

        self.peers: list[Peer] = []

    def join(self, seat: int) -> Connection:
        connection = self.connections[seat] = self.room.join(seat)
        connection.on_close = lambda reason: self.ends.append((seat, reason))
        return connection

    def peer(self, seat: int, *, waits: bool = False) -> Peer:
        """A peer with an offer, which has not answered yet; one that `waits` leaves the handshake to the server."""
        peer = Peer(self.join(seat).offer, waits=waits)
        self.peers.append(peer)
        return peer

    async def sit(self, seat: int) -> Peer:
        """A peer that hears and could be heard."""
        peer = self.peer(seat)
        self.connections[seat].answer(peer.answer)
        return await peer.arrive()

    def heard(self, *seats: int, breakout: Iterable[int] = ()) -> None:
        self.room.let_be_heard(frozenset(seats), frozenset(breakout))


@asynccontextmanager
async def scene(seats: int = 4, clock: Callable[[], float] = monotonic) -> AsyncIterator[Scene]:
    forwarder = await Forwarder.open(bind="127.0.0.1", clock=clock)
    made = Scene(forwarder, seats)
    try:
        yield made
    finally:
        await forwarder.close()
        for peer in made.peers:
            peer.vanish()
