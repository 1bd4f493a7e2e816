"""The sound of all circles of this process: one UDP port through which every voice comes and goes.

    forwarder = await MediaServer.open(port=50000, advertise=("192.0.2.1",))
    room = forwarder.room(seats=12)
    transport = room.join(3)               # transport.offer goes to the browser,
    transport.answer(sdp)                  # and its answer comes back
    room.let_be_heard(frozenset({1, 3}))    # the gate, replaced whole

The port sorts what comes by its first byte (RFC 7983): connectivity checks tell who is at an address, DTLS makes the
line safe, and of the rest only what comes from such an address is looked at. Sound is sent only where the browser has
answered from (`paths`). Nothing waits in a queue: a voice goes out in the same turn of the event loop it came in. IPv4
only for now.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Self

from app.media.answer import BadAnswer
from app.media.batch import NAME_BYTES, Batch
from app.media.checks import Checks
from app.media.context import MediaContext
from app.media.counters import PortCounters, RoomCounters, total
from app.media.room import Room
from app.media.rtp import is_rtcp
from app.media.send_batch import SendBatch
from app.media.transport import CloseReason, Transport
from app.media.udp import ADDRESS_BYTES, UdpPort

__all__ = ["BadAnswer", "CloseReason", "MediaServer", "Room", "Transport"]

logger = logging.getLogger(__name__)

RX_SLOTS = 64
TX_SLOTS = 1024
SLOT_BYTES = 1536
"""An Ethernet frame and a little more; longer datagrams are cut, and so never authentic."""

ROUNDS_PER_TURN = 16
"""Inboxes emptied in one turn of the event loop, before anything else has its turn."""

ROUNDS_MAX = 512
"""Inboxes emptied at most when everything waiting is asked for: more than the kernel's buffer holds."""

HOUSEKEEPING_S = 0.25


class MediaServer:
    """Made by `open`, inside a running event loop, where everything else must be called too."""

    def __init__(self, port: UdpPort, advertise: tuple[str, ...], clock: Callable[[], float]) -> None:
        unix_offset_s = time.time() - clock()
        self._context = MediaContext[Transport](
            port, advertise, clock, unix_offset_s, self._receive_waiting, SendBatch(port)
        )
        self._checks = Checks(self._context)
        self._port = port
        self._clock = clock
        self._rooms: set[Room] = set()
        self._closed_rooms = RoomCounters()
        self._closed = False
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(port.fileno(), self._receive, ROUNDS_PER_TURN)
        self._housekeeping = self._loop.create_task(self._keep_house())

    @classmethod
    async def open(
        cls,
        bind: str = "0.0.0.0",  # noqa: S104 - the advertised addresses are the ones people come to
        port: int = 0,
        advertise: tuple[str, ...] = ("127.0.0.1",),
        clock: Callable[[], float] = time.monotonic,
    ) -> Self:
        """Take a UDP port (0: any free one) and begin to serve it.

        `advertise` are the IPv4 addresses browsers are told to come to, best first. `clock` counts seconds from
        anywhere and never goes back. Raises `OSError` if the port cannot be had.
        """
        rx, tx = Batch(RX_SLOTS, SLOT_BYTES), Batch(TX_SLOTS, SLOT_BYTES)
        return cls(UdpPort(bind, port, rx, tx), advertise, clock)

    @property
    def port(self) -> int:
        """The number of the UDP port."""
        return self._port.number

    @property
    def counters(self) -> PortCounters:
        """Plain numbers of the port, as of now."""
        counters, table = self._context.counters, self._context.table
        counters.connections, counters.addresses = len(table), table.addresses
        counters.unsent = self._port.unsent
        return counters

    @property
    def voices(self) -> RoomCounters:
        """Plain numbers of all rooms together, those that are closed too."""
        return total([self._closed_rooms, *(room.counters for room in self._rooms)])

    def room(self, seats: int) -> Room:
        """Begin the sound of one circle, with seats 1 to `seats`. Nobody is heard until told."""
        if self._closed:
            raise RuntimeError("The forwarder is closed.")
        room = Room(self._context, seats, self._forget)
        self._rooms.add(room)
        return room

    def sound_until(self, at: float) -> None:
        """Pass voices on until this moment of the clock and not after it, unless told anew before; at first for ever.

        In force however late the event loop comes to it: the moment is looked at before a voice is.
        """
        self._context.sounds_until = at

    async def close(self) -> None:
        """Close every room, tell the browsers, give the port back. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self._loop.remove_reader(self._port.fileno())
        self._housekeeping.cancel()
        for room in list(self._rooms):
            room.close()
        await asyncio.gather(self._housekeeping, return_exceptions=True)
        self._port.close()

    def _forget(self, room: Room) -> None:
        self._rooms.discard(room)
        self._closed_rooms = total([self._closed_rooms, room.counters])

    def _receive_waiting(self) -> None:
        self._receive(ROUNDS_MAX)

    def _receive(self, rounds: int) -> None:
        for _ in range(rounds):
            now = self._clock()
            count = self._port.receive()
            self._context.counters.received += count
            for slot in range(count):
                self._take(slot, now)
            self._context.send_batch.flush()
            if count < RX_SLOTS:
                return

    def _take(self, slot: int, now: float) -> None:
        rx = self._port.rx
        start, length, name = rx.starts[slot], rx.filled[slot], slot * NAME_BYTES
        address = bytes(rx.names[name : name + ADDRESS_BYTES])
        first = rx.data[start] if length > 1 else 0xFF
        if first < 4:
            self._checks.take(bytes(rx.data[start : start + length]), address, now)
            return
        transport = self._context.table.by_address(address)
        if transport is None or not (20 <= first < 64 or 128 <= first < 192):
            self._context.counters.strays += 1
        elif first < 64:
            transport.ice.on_dtls(address, length, now)
            transport.take_handshake(bytes(rx.data[start : start + length]), now)
        elif is_rtcp(rx.data[start + 1]):
            if transport.take_report(bytes(rx.data[start : start + length]), now):
                transport.ice.on_media(address, length, now)
        elif transport.room.take_voice(transport, slot, length, now):
            if address == transport.ice.address:
                transport.ice.media_at = now
            else:
                transport.ice.on_media(address, length, now)

    async def _keep_house(self) -> None:
        while True:
            due = self._loop.time() + HOUSEKEEPING_S
            await asyncio.sleep(HOUSEKEEPING_S)
            self._context.counters.loop_lag_seconds.note(max(0.0, self._loop.time() - due))
            for room in list(self._rooms):
                self._tick(room)

    def _tick(self, room: Room) -> None:
        try:
            room.tick(self._clock())
        except Exception:
            logger.exception("The housekeeping of one room failed; the others go on.")
