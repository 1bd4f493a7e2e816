"""The sound of one circle: its seats, who is heard, and the one gate every voice passes.

The gate is a set of seats, replaced whole. It stands behind the lock, so that what is counted and numbered is
authentic, and before everything that could be heard. Nobody is heard until told.
"""

import secrets
from collections.abc import Callable, Sequence

from app.media import rtcp, sdp, srtp
from app.media.connection import CONSENT_S, CloseReason, Connection
from app.media.counters import RoomCounters
from app.media.microphone import Voice
from app.media.outbox import Listener
from app.media.plane import Plane
from app.media.rtp import HEADER, HEADER_BYTES, MARKER, OPUS, SILENCE, VERSION
from app.media.stream import SeatStream

SEATS_MAX = 24
"""As many as the reports about all of them fit into one datagram."""

SILENCE_FRAMES = 3
"""How many frames of silence end a voice that is cut off, so that listeners do not try to guess how it went on."""

REPORT_S = 3.0
"""How often each browser is told how its microphone fares and what time the voices it hears have."""

RECENT_S = 30.0
"""How long after its last packet a voice is still reported on."""

_SERVER_SSRC = 0x0BA11700
"""The server's own source; a seat's is this plus its number."""


class Room:
    """Made by `Forwarder.room`; `join`, `let_be_heard`, `close` and `counters` are for whoever runs the circle.

    Every method is synchronous and in force when it returns. The rest is between room, connections and forwarder.
    """

    def __init__(self, plane: Plane, seats: int, closed: Callable[["Room"], None]) -> None:
        if not 2 <= seats <= SEATS_MAX:
            raise ValueError(f"A room has 2 to {SEATS_MAX} seats, not {seats}.")
        self.seats = range(1, seats + 1)
        self.counters = RoomCounters()
        self.closed = False
        self._plane = plane
        self._on_closed = closed
        self._certificate = srtp.new_certificate()
        self._heard: frozenset[int] = frozenset()
        self._connections: dict[int, Connection] = {}
        self._listeners: dict[int, tuple[Listener, ...]] = dict.fromkeys(self.seats, ())
        self._streams = {seat: _new_stream(seat, plane.clock()) for seat in self.seats}
        self._reports_at: dict[int, float] = {}

    def join(self, seat: int) -> Connection:
        """Make a way in for the browser of a seat; one the seat had before is closed."""
        if self.closed:
            raise RuntimeError("The room is closed.")
        if seat not in self.seats:
            raise ValueError(f"There is no seat {seat}.")
        if seat in self._connections:
            self._connections[seat].give_up(CloseReason.REPLACED)
        self._connections[seat] = connection = Connection(self, self._plane, seat, self._certificate)
        return connection

    def let_be_heard(self, seats: frozenset[int]) -> None:
        """Let exactly these seats be heard.

        When this returns nothing more of any other seat goes out, and nothing a seat said before it was let be heard
        ever will.
        """
        if self.closed:
            return
        if not seats <= set(self.seats):
            raise ValueError(f"There are no seats {sorted(seats - set(self.seats))}.")
        opened, silenced = seats - self._heard, self._heard - seats
        self._heard &= seats
        if opened:
            self._plane.receive_waiting()
        self._heard = seats
        for seat in silenced:
            self._end_voice(seat)
        for seat in opened:
            self._begin_voice(seat)

    def close(self) -> None:
        """Close every connection. Nobody is heard, nobody can join. Idempotent."""
        if self.closed:
            return
        self.let_be_heard(frozenset())
        self.closed = True
        for connection in list(self._connections.values()):
            connection.close()
        self._on_closed(self)

    def voices_for(self, seat: int) -> list[tuple[int, int]]:
        """List (seat, SSRC) of every voice a seat may ever hear: all but its own."""
        return [(other, stream.ssrc) for other, stream in self._streams.items() if other != seat]

    def arrived(self, connection: Connection) -> None:
        """A connection can now be heard and hear."""
        self._begin_voice(connection.seat)
        share = connection.seat / len(self.seats)  # so that not all reports are due in the same turn
        self._reports_at[connection.seat] = self._plane.clock() + share * REPORT_S
        self.rewire()

    def left(self, connection: Connection) -> None:
        """A connection has ended."""
        del self._connections[connection.seat]
        self.rewire()
        self._end_voice(connection.seat)

    def rewire(self) -> None:
        """Note anew who receives whom, after anybody came, went or moved to another address."""
        lines = [(c.seat, (c.keys.outbound, c.address)) for c in self._connections.values() if c.keys and c.address]
        for seat in self.seats:
            self._listeners[seat] = tuple(listener for other, listener in lines if other != seat)

    def take_voice(self, connection: Connection, slot: int, length: int, now: float) -> None:
        """Take the datagram in a slot of the inbox and pass it on to all other seats, if its seat may be heard."""
        microphone = connection.microphone
        if microphone is None:
            return
        unlocked = microphone.accept(slot, length, now)
        if not unlocked:
            return
        if connection.seat not in self._heard:
            self.counters.gated += 1
            return
        self._forward(connection.seat, microphone.voice, slot, unlocked, now)

    def tick(self, now: float) -> None:
        """Do what is due: part with who has been silent for too long, report to everybody else."""
        for seat, connection in list(self._connections.items()):
            if now - connection.seen_at > CONSENT_S:
                self._plane.counters.timeouts += 1
                connection.give_up(CloseReason.SILENT)
            elif connection.keys and now >= self._reports_at[seat]:
                self._reports_at[seat] = now + REPORT_S
                connection.send(connection.keys.lock_report(self._reports_for(connection, now)))

    def _forward(self, seat: int, voice: Voice, slot: int, length: int, now: float) -> None:
        stream = self._streams[seat]
        numbers = stream.number(voice.index, voice.timestamp, now)
        if numbers is None:
            self.counters.late += 1
            return
        sequence, timestamp, begins = numbers
        kind = voice.kind | MARKER if begins else voice.kind
        inbox = self._plane.port.inbox
        start = inbox.starts[slot]
        HEADER.pack_into(inbox.data, start, voice.flags, kind, sequence, timestamp, stream.ssrc)
        self.counters.forwarded += 1
        self._send(stream, inbox.data[start : start + length], self._listeners[seat])

    def _send(self, stream: SeatStream, packet: bytes | bytearray, listeners: Sequence[Listener]) -> None:
        stream.count(len(packet) - HEADER_BYTES)
        self.counters.sent += self._plane.outbox.fan_out(packet, listeners)

    def _begin_voice(self, seat: int) -> None:
        connection = self._connections.get(seat)
        if connection and connection.microphone:
            self._streams[seat].begin(connection.microphone.reception.newest + 1)

    def _end_voice(self, seat: int) -> None:
        stream = self._streams[seat]
        if not stream.flowing:
            return
        for sequence, timestamp in stream.silence(SILENCE_FRAMES, self._plane.clock()):
            packet = HEADER.pack(VERSION, OPUS, sequence, timestamp, stream.ssrc) + SILENCE
            self._send(stream, packet, self._listeners[seat])
        self._plane.outbox.flush()

    def _reports_for(self, connection: Connection, now: float) -> bytes:
        reports = [self._report_about(connection, now), rtcp.source_description(_SERVER_SSRC, "circle")]
        for seat, stream in self._streams.items():
            if seat != connection.seat and stream.packets and now - stream.heard_at < RECENT_S:
                unix_s, timestamp = now + self._plane.unix_offset_s, stream.timestamp_at(now)
                reports.append(rtcp.sender_report(stream.ssrc, unix_s, timestamp, stream.packets, stream.octets))
                reports.append(rtcp.source_description(stream.ssrc, sdp.cname(seat)))
        return b"".join(reports)

    def _report_about(self, connection: Connection, now: float) -> bytes:
        microphone = connection.microphone
        if microphone is None or microphone.ssrc is None:
            return rtcp.receiver_report(_SERVER_SSRC, None)
        ssrc = self._streams[connection.seat].ssrc
        worst = max((other.losses.get(ssrc, 0) for other in self._connections.values()), default=0)
        return rtcp.receiver_report(_SERVER_SSRC, microphone.reception.report(microphone.ssrc, worst, now))


def _new_stream(seat: int, now: float) -> SeatStream:
    return SeatStream(_SERVER_SSRC + seat, secrets.randbits(15), secrets.randbits(32), now)
