"""The server's TCP port, for networks that drop UDP: the passive end of ICE over TCP (RFC 6544), framed by RFC 4571.

A connection is one more address that datagrams come from and go to, and all that holds for addresses (`paths`) holds
for it. A connection whose address is nobody's, because no authentic check has come from it or its transport has given
it up, is closed soon.
"""

import asyncio
import socket
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol

from app.media.address import host_and_port, stream_address
from app.media.counters import PortCounters
from app.media.framing import BadFrame
from app.media.tcp_connection import BUFFER_BYTES, READ_BYTES, TcpConnection

CONNECTIONS_MAX = 2000
SOURCE_CONNECTIONS_MAX = 256
"""Of one IPv4 address or IPv6 network of 64 bits: a hospital behind one address must fit in."""

UNKNOWN_S = 5.0
"""How long a connection may stand while its address is nobody's."""

UNKNOWN_BYTES_MAX = 8192
"""What may come from it meanwhile: some twenty checks, and a handshake that begins before one is answered."""

READS_MAX = 2 * BUFFER_BYTES // READ_BYTES
"""Reads that empty what the kernel holds of one connection: it takes twice what it is asked to."""


class TcpEvents(Protocol):
    """What the port tells the server: called synchronously, in the turn of the event loop in which it happens."""

    def is_known(self, address: bytes) -> bool:
        """Whether this address is somebody's."""
        ...

    def on_datagrams(self, datagrams: Sequence[bytes], address: bytes) -> None:
        """Handle what has come from an address, in its order."""
        ...

    def on_disconnected(self, address: bytes) -> None:
        """Nothing comes from this address or can be sent there any more."""
        ...


class TcpPort:
    """A listening socket and its connections, of which there are never more than `CONNECTIONS_MAX`."""

    def __init__(
        self, listening: socket.socket, events: TcpEvents, counters: PortCounters, clock: Callable[[], float]
    ) -> None:
        """Begin to accept in the running event loop."""
        self._listening = listening
        self._listening.setblocking(False)
        self.number: int = self._listening.getsockname()[1]
        self.connections: dict[bytes, TcpConnection] = {}
        """By address, the oldest first. For reading only."""

        self._of_source: Counter[bytes] = Counter()
        self._events = events
        self._counters = counters
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._accept_soon()

    def receive_waiting(self) -> None:
        """Handle all that has already come."""
        for connection in list(self.connections.values()):
            self._receive(connection, READS_MAX)

    def tick(self, now: float) -> None:
        """Close connections that have been nobody's for too long; called several times a second."""
        for connection in list(self.connections.values()):
            if self._events.is_known(connection.address):
                connection.known_at = now
            elif now - connection.known_at > UNKNOWN_S:
                self._refuse(connection)
        self._accept_soon()

    def close(self) -> None:
        """Close all connections, and listen no more. Idempotent."""
        self._loop.remove_reader(self._listening)
        self._listening.close()
        for connection in list(self.connections.values()):
            self._drop(connection)

    def _accept_soon(self) -> None:
        self._loop.add_reader(self._listening, self._accept)

    def _accept(self) -> None:
        try:
            stream, peer = self._listening.accept()
        except BlockingIOError:
            return
        except OSError:  # no descriptors are left: the next tick tries again
            self._loop.remove_reader(self._listening)
            return
        address = stream_address(*peer)
        if address in self.connections:  # the one before has ended, and nobody has read its end yet
            self._drop(self.connections[address])
        if not self._has_room_for(_source(address)):
            self._counters.tcp_refused += 1
            stream.close()
            return
        connection = TcpConnection(stream, address, self._clock)
        self.connections[address] = connection
        self._of_source[_source(address)] += 1
        self._loop.add_reader(connection, self._receive, connection, 1)

    def _has_room_for(self, source: bytes) -> bool:
        """Whether one more may come; where all places are taken the oldest that is nobody's makes room."""
        if self._of_source[source] >= SOURCE_CONNECTIONS_MAX:
            return False
        if len(self.connections) >= CONNECTIONS_MAX:
            unknown = (each for each in self.connections.values() if not self._events.is_known(each.address))
            oldest = next(unknown, None)
            if oldest is None:
                return False
            self._refuse(oldest)
        return True

    def _receive(self, connection: TcpConnection, reads: int) -> None:
        try:
            for _ in range(reads):
                received = connection.receive()
                if received is None:
                    return
                byte_count, datagrams = received
                self._events.on_datagrams(datagrams, connection.address)
                if not self._events.is_known(connection.address):
                    connection.unknown_bytes += byte_count
                    if connection.unknown_bytes > UNKNOWN_BYTES_MAX:
                        self._refuse(connection)
                        return
        except EOFError:
            self._drop(connection)
        except BadFrame:
            self._refuse(connection)

    def _refuse(self, connection: TcpConnection) -> None:
        self._counters.tcp_refused += 1
        self._drop(connection)

    def _drop(self, connection: TcpConnection) -> None:
        self._loop.remove_reader(connection)
        connection.close()
        del self.connections[connection.address]
        source = _source(connection.address)
        self._of_source[source] -= 1
        if not self._of_source[source]:
            del self._of_source[source]
        self._events.on_disconnected(connection.address)


def _source(address: bytes) -> bytes:
    """Whom an address belongs to: a whole IPv4 address, or the first 64 bits of one of IPv6."""
    return host_and_port(address)[0][:8]
