"""A circle on real sockets at 127.0.0.1: a server, one room, and peers on its seats."""

import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from time import monotonic

from app.media.server import CloseReason, MediaServer, Transport
from tests.support.peer import Peer
from tests.support.tcp_peer import TcpPeer


class Scene:
    """What a test needs at hand; made by `scene`."""

    def __init__(self, server: MediaServer, seats: int) -> None:
        self.server = server
        self.room = server.room(seats)
        self.transports: dict[int, Transport] = {}
        """The newest of every seat."""

        self.ends: list[tuple[int, CloseReason]] = []
        """What `on_close` was called with, and for which seat."""

        self.peers: list[Peer] = []

    def join(self, seat: int) -> Transport:
        transport = self.transports[seat] = self.room.join(seat)
        transport.on_close = lambda reason: self.ends.append((seat, reason))
        return transport

    def peer(self, seat: int, *, waits: bool = False) -> Peer:
        """A peer with an offer, which has not answered yet; one that `waits` leaves the handshake to the server."""
        peer = Peer(self.join(seat).offer, waits=waits)
        self.peers.append(peer)
        return peer

    async def sit(self, seat: int) -> Peer:
        """A peer that hears and could be heard."""
        peer = self.peer(seat)
        self.transports[seat].answer(peer.answer)
        return await peer.arrive()

    async def sit_by_tcp(self, seat: int) -> TcpPeer:
        """A peer that does the same where no UDP passes."""
        peer = TcpPeer(self.join(seat).offer)
        self.peers.append(peer)
        self.transports[seat].answer(peer.answer)
        await peer.arrive()
        return peer

    def heard(self, *seats: int, breakout: Iterable[int] = ()) -> None:
        self.room.let_be_heard(frozenset(seats), frozenset(breakout))


@asynccontextmanager
async def scene(seats: int = 4, clock: Callable[[], float] = monotonic, *, tcp: bool = False) -> AsyncIterator[Scene]:
    listening = socket.create_server(("127.0.0.1", 0)) if tcp else None
    server = await MediaServer.open(bind="127.0.0.1", clock=clock, tcp=listening)
    made = Scene(server, seats)
    try:
        yield made
    finally:
        await server.close()
        for peer in made.peers:
            peer.vanish()
