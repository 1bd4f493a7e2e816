"""The media server of this process: one UDP port, and one of TCP where that is wanted, through which the sound of all
its circles comes and goes.

    server = await MediaServer.open(port=50000, advertise=("192.0.2.1",))
    room = server.room(seats=12)
    transport = room.join(3)                # transport.offer goes to the browser,
    transport.answer(sdp)                   # and its answer comes back
    room.let_be_heard(frozenset({1, 3}))    # the gate, replaced as a whole

It demultiplexes what comes by the first byte (RFC 7983) and the source address. STUN binds an address to a transport
(`checks`); DTLS, RTP and RTCP are looked at only if they come from such an address. Media is sent only to addresses the
browser has answered from (`paths`). Nothing is queued: a packet is forwarded in the same turn of the event loop it came
in.
"""

import asyncio
import logging
import socket
import time
from collections.abc import Callable, Sequence
from typing import Self

from app.media.answer import BadAnswer
from app.media.batch import NAME_BYTES, Batch
from app.media.checks import Checks
from app.media.context import MediaContext
from app.media.counters import PortCounters, RoomCounters, total
from app.media.demux_table import DemuxTable
from app.media.echo import Echoes
from app.media.room import Room
from app.media.rtp import RTCP_TYPES
from app.media.selection import VOICES_MAX
from app.media.send_batch import SendBatch
from app.media.tcp import TcpPort
from app.media.transport import CloseReason, Transport
from app.media.udp import UdpPort

__all__ = ["BadAnswer", "CloseReason", "MediaServer", "Room", "Transport"]

logger = logging.getLogger(__name__)

RX_SLOTS = 64
"""Datagrams received with one system call."""

TX_SLOTS = 1024
"""Datagrams sent together at most."""

SLOT_BYTES = 1536
"""An Ethernet frame and a little more; longer datagrams are cut, and so never authentic."""

ROUNDS_PER_TURN = 16
"""Receive batches processed in one turn of the event loop at most, before anything else gets its turn."""

ROUNDS_MAX = 512
"""Receive batches processed at most when everything waiting is asked for: more than the kernel's buffer holds."""

TICK_S = 0.25
"""How often the deadlines of rooms and transports are looked at."""


class MediaServer:
    """Owns the port and the rooms. Made by `open`, in a running event loop, where all methods must be called too."""

    def __init__(
        self,
        port: UdpPort,
        advertise: tuple[str, ...],
        clock: Callable[[], float],
        voices_max: int,
        tcp: socket.socket | None,
    ) -> None:
        counters = PortCounters()
        self._tcp = TcpPort(tcp, self, counters, clock) if tcp else None
        self._context = MediaContext(
            port=port,
            hosts=advertise,
            clock=clock,
            unix_offset_s=time.time() - clock(),
            receive_waiting=self._receive_waiting,
            send_batch=SendBatch(port),
            voices_max=voices_max,
            counters=counters,
            tcp_port=self._tcp.number if self._tcp else None,
        )
        if self._tcp:
            port.streams = self._tcp.connections
        self._table: DemuxTable[Transport] = DemuxTable()
        self._checks = Checks(self._context, self._table)
        self._echoes = Echoes(self._context, self._table)
        self._port = port
        self._clock = clock
        self._rooms: set[Room] = set()
        self._closed_rooms = RoomCounters()
        self._closed = False
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(port.fileno(), self._receive, ROUNDS_PER_TURN)
        self._ticking = self._loop.create_task(self._tick_all())

    @classmethod
    async def open(
        cls,
        bind: str = "0.0.0.0",  # noqa: S104 - the advertised addresses are the ones people come to
        port: int = 0,
        advertise: tuple[str, ...] = ("127.0.0.1",),
        clock: Callable[[], float] = time.monotonic,
        voices_max: int = VOICES_MAX,
        tcp: socket.socket | None = None,
    ) -> Self:
        """Take a UDP port (0: any free one) and begin to serve it.

        `bind` is an address of either family, or `::` for both. `advertise` are the addresses browsers are told to come
        to, best first. `clock` counts seconds from anywhere and never goes back. `voices_max` bounds the voices that
        are sent at once (`selection`). `tcp` is a listening socket for those who are not reached by UDP; it is closed
        with the server. Raises `OSError` if the port cannot be had.
        """
        rx, tx = Batch(RX_SLOTS, SLOT_BYTES), Batch(TX_SLOTS, SLOT_BYTES)
        return cls(UdpPort(bind, port, rx, tx), advertise, clock, voices_max, tcp)

    @property
    def port(self) -> int:
        """The number of the UDP port."""
        return self._port.number

    @property
    def counters(self) -> PortCounters:
        """The counters of the port, as of now."""
        counters = self._context.counters
        counters.connections, counters.addresses = len(self._table), len(self._table.by_address)
        counters.unsent = self._port.unsent
        counters.tcp_connections = len(self._tcp.connections) if self._tcp else 0
        return counters

    @property
    def voices(self) -> RoomCounters:
        """The sums of the counters of all rooms, also of those that are closed."""
        return total([self._closed_rooms, *(room.counters for room in self._rooms)])

    def room(self, seats: int, sealed: bool = False) -> Room:
        """Make the room of one circle, with seats 1 to `seats`, whose voices are `sealed` or not (`sealed.py`).

        At first nobody is heard.

        Raises `RuntimeError` after `close`, and `ValueError` if there cannot be so many seats.
        """
        if self._closed:
            raise RuntimeError("The media server is closed.")
        room = Room(self._context, self._table, seats, self._forget, sealed=sealed)
        self._rooms.add(room)
        return room

    def echo(self) -> Transport | None:
        """Make a transport that gives back what it is sent, so that somebody can check their line; None if too many do.

        It belongs to no room, hears nobody else, and ends by itself after `echo.ECHO_S` seconds.
        """
        return None if self._closed else self._echoes.begin()

    def sound_until(self, at: float) -> None:
        """Forward voices until this time of the clock and not after it, unless called again; at first without an end.

        It needs no timer, so a late event loop changes nothing: every packet is compared with it.
        """
        self._context.media_until = at

    async def close(self) -> None:
        """Close all rooms, tell the browsers, and close the port. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self._loop.remove_reader(self._port.fileno())
        self._ticking.cancel()
        self._echoes.close()
        for room in list(self._rooms):
            room.close()
        await asyncio.gather(self._ticking, return_exceptions=True)
        self._port.close()
        if self._tcp:
            self._tcp.close()

    def is_known(self, address: bytes) -> bool:
        """See `TcpEvents`."""
        return address in self._table.by_address

    def on_datagrams(self, datagrams: Sequence[bytes], address: bytes) -> None:
        """See `TcpEvents`."""
        now = self._clock()
        self._context.counters.received += len(datagrams)
        for datagram in datagrams:
            self._port.rx.put(0, datagram, address)
            self._demultiplex(0, now)
            self._port.rx.take_out(0)
        self._context.send_batch.flush()

    def on_disconnected(self, address: bytes) -> None:
        """See `TcpEvents`."""
        transport = self._table.by_address.get(address)
        if transport is not None:
            transport.ice.on_disconnected(address, self._clock())
            transport.check_alive()

    def _forget(self, room: Room) -> None:
        self._rooms.discard(room)
        self._closed_rooms = total([self._closed_rooms, room.counters])
        for batch in (self._port.rx, self._port.tx):
            batch.overwrite()

    def _receive_waiting(self) -> None:
        self._receive(ROUNDS_MAX)
        if self._tcp:
            self._tcp.receive_waiting()

    def _receive(self, rounds: int) -> None:
        for _ in range(rounds):
            now = self._clock()
            count = self._port.receive()
            self._context.counters.received += count
            for slot in range(count):
                self._demultiplex(slot, now)
            self._context.send_batch.flush()
            if count < RX_SLOTS:
                return

    def _demultiplex(self, slot: int, now: float) -> None:
        rx = self._port.rx
        start, length, name = rx.starts[slot], rx.filled[slot], slot * NAME_BYTES
        address = bytes(rx.names[name : name + NAME_BYTES])
        first = rx.data[start] if length > 1 else 0xFF
        if first < 4:
            self._checks.on_datagram(bytes(rx.data[start : start + length]), address, now)
            return
        transport = self._table.by_address.get(address)
        if transport is None or not (20 <= first < 64 or 128 <= first < 192):
            self._context.counters.strays += 1
        elif first < 64:
            transport.ice.on_dtls(address, length, now)
            transport.on_dtls(bytes(rx.data[start : start + length]), now)
        elif rx.data[start + 1] in RTCP_TYPES:
            if transport.events.on_rtcp(transport, bytes(rx.data[start : start + length]), now):
                transport.ice.on_media(address, length, now)
        elif transport.events.on_rtp(transport, slot, length, now):
            if address == transport.ice.address:
                transport.ice.media_at = now
            else:
                transport.ice.on_media(address, length, now)

    async def _tick_all(self) -> None:
        """Tick all there is, evenly over `TICK_S`: what comes meanwhile waits for one room, not for all of them."""
        while True:
            began, turns = self._loop.time(), max(1, len(self._rooms))
            ticked: list[Room | Echoes | TcpPort] = [*self._rooms, self._echoes]
            ticked += [self._tcp] if self._tcp else []
            for turn in range(turns):
                due = began + TICK_S * (turn + 1) / turns
                await asyncio.sleep(due - self._loop.time())
                self._context.counters.loop_lag_seconds.note(max(0.0, self._loop.time() - due))
                for each in ticked[turn::turns]:
                    self._tick(each)

    def _tick(self, each: Room | Echoes | TcpPort) -> None:
        try:
            each.tick(self._clock())
        except Exception:
            logger.exception("The housekeeping of one room, or of the TCP port, failed; the others go on.")
