"""The server's one UDP socket, which takes and gives datagrams by the batch: two system calls instead of hundreds.

Linux has `recvmmsg` and `sendmmsg`; where they are missing the same batches go one by one. A socket that is bound to
`::` takes both families; what comes to it over IPv4 has mapped addresses (RFC 4291, section 2.5.5.2).

Connections of TCP have addresses too, of a family that no kernel knows. It refuses to send there, and only then are
`streams` asked: so they cost nothing where everybody is reached by UDP.
"""

import logging
import socket
from collections.abc import Mapping
from typing import Any, Protocol

from app.media.address import is_stream, pack_address, sockaddr
from app.media.batch import NAME_BYTES, Batch, ffi
from app.media.dscp import expedite

logger = logging.getLogger(__name__)

BUFFER_BYTES = 4 << 20
"""What the kernel is asked to hold each way, or the bursts of a circle gathering are lost."""


class Stream(Protocol):
    """A TCP connection, as far as sending goes."""

    def send(self, datagram: bytes | bytearray) -> bool:
        """Send a datagram now. Returns whether it was taken."""
        ...


class UdpPort:
    """A bound, non-blocking socket with its receive batch `rx` and its send batch `tx`."""

    def __init__(self, host: str, port: int, rx: Batch, tx: Batch, *, one_by_one: bool = False) -> None:
        self._socket = _bound_socket(host, port)
        self.number: int = self._socket.getsockname()[1]
        self.rx = rx
        self.tx = tx
        self.unsent = 0
        """Datagrams the kernel would not take."""

        self.streams: Mapping[bytes, Stream] = {}
        """Where datagrams go whose address is that of a stream."""

        mover = _OneByOne if one_by_one or _libc is None else _ManyAtOnce
        self._mover: _Mover = mover(self._socket, rx, tx)

    def fileno(self) -> int:
        """Give the descriptor, for the event loop to watch."""
        return self._socket.fileno()

    def close(self) -> None:
        """Give the port back. Idempotent."""
        self._socket.close()

    def receive(self) -> int:
        """Fill the receive batch from its first slot on. Returns how many slots were filled."""
        return max(self._mover.receive(), 0)

    def flush(self, count: int) -> None:
        """Send the first `count` slots of the send batch. What the kernel refuses is lost, the rest still goes."""
        done = 0
        while done < count:
            sent = self._mover.send(done, count)
            if sent <= 0:
                self._send_refused(done)
                sent = 1
            done += sent

    def send(self, datagram: bytes, address: bytes) -> None:
        """Send one datagram now; what the kernel refuses is lost, and counted."""
        if is_stream(address):
            self._send_to_stream(datagram, address)
            return
        try:
            self._socket.sendto(datagram, sockaddr(address))
        except OSError:
            self.unsent += 1

    def _send_refused(self, slot: int) -> None:
        """Send a slot that the kernel has not taken to its stream, if it has one."""
        start, name = self.tx.starts[slot], slot * NAME_BYTES
        address = bytes(self.tx.names[name : name + NAME_BYTES])
        self._send_to_stream(self.tx.data[start : start + self.tx.lengths[slot]], address)

    def _send_to_stream(self, datagram: bytes | bytearray, address: bytes) -> None:
        stream = self.streams.get(address)
        if stream is None or not stream.send(datagram):
            self.unsent += 1


class _Mover(Protocol):
    def receive(self) -> int:
        """Fill the receive batch. Returns how many slots, 0 or less for none."""

    def send(self, done: int, count: int) -> int:
        """Send slots `done` to `count` of the send batch. Returns how many went, 0 or less if the first did not."""


class _ManyAtOnce:
    def __init__(self, udp: socket.socket, rx: Batch, tx: Batch) -> None:
        self._descriptor = udp.fileno()
        self._rx = rx
        self._tx = tx

    def receive(self) -> int:
        received: int = _libc.recvmmsg(self._descriptor, self._rx.headers, self._rx.slots, 0, ffi.NULL)
        return received

    def send(self, done: int, count: int) -> int:
        sent: int = _libc.sendmmsg(self._descriptor, self._tx.headers + done, count - done, 0)
        return sent


class _OneByOne:
    def __init__(self, udp: socket.socket, rx: Batch, tx: Batch) -> None:
        self._socket = udp
        self._rx = rx
        self._tx = tx

    def receive(self) -> int:
        rx = self._rx
        for slot, start in enumerate(rx.starts):
            place = memoryview(rx.data)[start : start + rx.slot_bytes]
            try:
                rx.filled[slot], sender = self._socket.recvfrom_into(place)
            except OSError:
                return slot
            name = slot * NAME_BYTES
            rx.names[name : name + NAME_BYTES] = pack_address(*sender)
        return rx.slots

    def send(self, done: int, count: int) -> int:
        tx = self._tx
        start, name = tx.starts[done], done * NAME_BYTES
        address = bytes(tx.names[name : name + NAME_BYTES])
        if is_stream(address):
            return 0
        try:
            self._socket.sendto(tx.data[start : start + tx.lengths[done]], sockaddr(address))
        except OSError:
            return 0
        return 1


def _bound_socket(host: str, port: int) -> socket.socket:
    udp = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
    try:
        udp.setblocking(False)
        if udp.family == socket.AF_INET6:
            udp.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
            udp.setsockopt(socket.SOL_SOCKET, option, BUFFER_BYTES)
        expedite(udp)
        udp.bind((host, port))
    except OSError:
        udp.close()
        raise
    if udp.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) < BUFFER_BYTES:
        logger.info("The kernel grants smaller socket buffers than %d bytes: see net.core.rmem_max.", BUFFER_BYTES)
    return udp


def _batch_calls() -> Any:
    libc = ffi.dlopen(None)
    return libc if hasattr(libc, "recvmmsg") and hasattr(libc, "sendmmsg") else None


_libc = _batch_calls()
