"""One accepted connection of the TCP port. Nothing waits for it: what it does not take is lost, as datagrams are.

A stream that stalls would deliver old voices later, and the new ones behind them. So a connection is *behind* as soon
as the kernel has not been able to send for a while, and takes nothing more until it is not.
"""

import fcntl
import socket
import sys
from collections.abc import Callable

from app.media.dscp import expedite
from app.media.framing import FrameReader, frame

DATAGRAM_BYTES = range(13, 1501)
"""From the head of a record of DTLS on. Whoever sent less could make us read ten times as many as by UDP."""

READ_BYTES = 4096
"""Read at once, before others get their turn."""

BUFFER_BYTES = 64 << 10
"""What the kernel is asked to hold each way."""

BEHIND_S = 0.1
"""How long the oldest unsent bytes may have waited; what is sent meanwhile waits as well, so 0.2 s of sound at most."""

GIVEN_UP_MS = 10_000
"""How long the kernel tries to bring bytes to somebody who does not confirm them."""

_SIOCOUTQNSD = 0x894B
"""Linux: how many bytes of a stream have never been sent."""


class TcpConnection:
    """What comes is read by the datagram, and what is sent goes by the datagram. `address` is its name everywhere."""

    def __init__(self, stream: socket.socket, address: bytes, clock: Callable[[], float]) -> None:
        self.address = address
        self.known_at = clock()
        """When its address last was somebody's; at first, when it was accepted."""

        self.unknown_bytes = 0
        """Bytes that came while its address was nobody's."""

        self._stream = stream
        self._clock = clock
        self._frames = FrameReader(DATAGRAM_BYTES)
        self._unfinished = b""
        """The end of a frame of which the kernel has taken the beginning."""

        self._sent_bytes = self._mark_bytes = 0
        self._mark_at = self.known_at
        """A place in the stream that was its end at that time, and has not been sent for all that is known."""

        stream.setblocking(False)
        stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
            stream.setsockopt(socket.SOL_SOCKET, option, BUFFER_BYTES)
        expedite(stream)
        if sys.platform == "linux":
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GIVEN_UP_MS)

    def fileno(self) -> int:
        """Give the descriptor, for the event loop to watch."""
        return self._stream.fileno()

    def close(self) -> None:
        """Close it. Idempotent."""
        self._stream.close()

    def receive(self) -> tuple[int, list[bytes]] | None:
        """Read once: how many bytes came, and the datagrams that are whole now. `None`: nothing is waiting.

        Raises `EOFError` at its end or if it is broken, and `BadFrame`.
        """
        try:
            data = self._stream.recv(READ_BYTES)
        except BlockingIOError:
            return None
        except OSError as error:
            raise EOFError from error
        if not data:
            raise EOFError
        return len(data), self._frames.feed(data)

    def send(self, datagram: bytes | bytearray) -> bool:
        """Send a datagram now. Returns whether the kernel has taken it, at least its beginning."""
        if self._is_behind():
            return False
        data = self._unfinished + frame(datagram)
        try:
            sent = self._stream.send(data)
        except OSError:
            return False  # if it is broken, reading will tell
        self._sent_bytes += sent
        if sent <= len(self._unfinished):
            self._unfinished = self._unfinished[sent:]
            return False
        self._unfinished = data[sent:]
        return True

    def _is_behind(self) -> bool:
        now = self._clock()
        if self._sent_bytes - self._unsent_bytes() >= self._mark_bytes:
            self._mark_bytes, self._mark_at = self._sent_bytes, now
        return now - self._mark_at > BEHIND_S

    def _unsent_bytes(self) -> int:
        if sys.platform != "linux":
            return 0  # then the buffers alone bound what waits
        try:
            unsent = fcntl.ioctl(self._stream, _SIOCOUTQNSD, bytes(4))
        except OSError:
            return 0
        return int.from_bytes(unsent, sys.byteorder)
