"""The sound of one circle: its seats, who is heard, and the one gate every voice passes.

The gate is a set of seats, replaced whole. It stands behind the lock, so that what is counted and numbered is
authentic, and before everything that could be heard. Nobody is heard until told. Behind it some may sit apart: the
voices of each side reach that side alone.
"""

import secrets
from collections.abc import Callable

from app.media import dtls
from app.media.context import MediaContext
from app.media.counters import RoomCounters
from app.media.limits import VOICE_BURST_S, RateLimit
from app.media.microphone import RtpHeader
from app.media.paths import CONSENT_S
from app.media.reports import REPORT_S, SERVER_SSRC, Reports
from app.media.routes import Routes
from app.media.rtp import HEADER, HEADER_BYTES, MARKER, OPUS, SILENCE, VERSION, is_audible
from app.media.speech import SpeechCounter
from app.media.stream import SeatStream
from app.media.transport import CloseReason, Transport

SEATS_MAX = 24
"""As many as the reports about all of them fit into one datagram."""

SILENCE_FRAMES = 3
"""How many frames of silence end a voice that is cut off, so that listeners do not try to guess how it went on."""


class Room:
    """Made by `MediaServer.room`; `join`, `let_be_heard`, `close` and `counters` are for whoever runs the circle.

    So is `on_voice`, a comfort and never a limit: it is called from the event loop, and never from inside a call of
    yours, with a seat that is heard, each time it has spoken for another `NOTED_S` seconds since it was let be heard.
    Every method is synchronous and in force when it returns. The rest is between room, transports and forwarder.
    """

    on_voice: Callable[[int], object] | None = None

    def __init__(self, context: MediaContext[Transport], seats: int, closed: Callable[["Room"], None]) -> None:
        if not 2 <= seats <= SEATS_MAX:
            raise ValueError(f"A room has 2 to {SEATS_MAX} seats, not {seats}.")
        self.seats = range(1, seats + 1)
        self.counters = RoomCounters()
        self.closed = False
        self.limits = {seat: RateLimit(VOICE_BURST_S) for seat in self.seats}
        """By seat, what may come of its voice: whoever comes again and again does not get more."""

        self._context = context
        self._on_closed = closed
        self._certificate = dtls.Certificate()
        self._heard: frozenset[int] = frozenset()
        self._transports: dict[int, Transport] = {}
        self._routes = Routes(self.seats)
        self._speech = SpeechCounter(self.seats, self._note)
        self._streams = {seat: _new_stream(seat, context.clock()) for seat in self.seats}
        self._reports = Reports(self._streams, self._routes, context.unix_offset_s)
        self._reports_at: dict[int, float] = {}

    def join(self, seat: int) -> Transport:
        """Make a way in for the browser of a seat; one the seat had before is closed."""
        if self.closed:
            raise RuntimeError("The room is closed.")
        if seat not in self.seats:
            raise ValueError(f"There is no seat {seat}.")
        if seat in self._transports:
            self._transports[seat].fail(CloseReason.REPLACED)
        self._transports[seat] = transport = Transport(self, self._context, seat, self._certificate)
        return transport

    def let_be_heard(self, seats: frozenset[int], breakout: frozenset[int] = frozenset()) -> None:
        """Let exactly these seats be heard; those in the breakout by one another alone, all others by all others.

        When this returns nothing more of any other seat goes out, and nothing a seat said before it was let be heard
        ever will. When anybody changes sides every voice has other listeners, so all end, and begin anew.
        """
        if self.closed:
            return
        if not seats | breakout <= set(self.seats):
            raise ValueError(f"There are no seats {sorted((seats | breakout) - set(self.seats))}.")
        same_sides = breakout == self._routes.breakout
        going_on = self._heard & seats if same_sides else frozenset()
        silenced, opened = self._heard - going_on, seats - going_on
        self._heard = going_on
        if opened:
            self._context.receive_waiting()
        for seat in silenced:
            self._end_voice(seat)
        if not same_sides:
            self._routes.breakout = breakout
            self.rewire()
        self._heard = seats
        for seat in opened:
            self._begin_voice(seat)
            self._speech.begin(seat)

    def close(self) -> None:
        """Close every transport. Nobody is heard, nobody can join. Idempotent."""
        if self.closed:
            return
        self.let_be_heard(frozenset())
        self.closed = True
        for transport in list(self._transports.values()):
            transport.close()
        self._on_closed(self)

    def voices_for(self, seat: int) -> list[tuple[int, int]]:
        """List (seat, SSRC) of every voice a seat may ever hear: all but its own."""
        return [(other, stream.ssrc) for other, stream in self._streams.items() if other != seat]

    def arrived(self, transport: Transport) -> None:
        """A transport can now be heard and hear."""
        self._begin_voice(transport.seat)
        share = transport.seat / len(self.seats)  # so that not all reports are due in the same turn
        self._reports_at[transport.seat] = self._context.clock() + share * REPORT_S
        self.rewire()

    def left(self, transport: Transport) -> None:
        """A transport has ended; told again, or after the seat has another, it changes nothing."""
        if self._transports.get(transport.seat) is not transport:
            return
        del self._transports[transport.seat]
        self.rewire()
        self._end_voice(transport.seat)

    def rewire(self) -> None:
        """Note anew who receives whom, after anybody came, went, changed sides or moved to another address."""
        lines = {c.seat: (c.keys.outbound, a) for c in self._transports.values() if c.keys and (a := c.ice.address)}
        self._routes.rewire(lines, {seat: stream.settle() for seat, stream in self._streams.items()})

    def take_voice(self, transport: Transport, slot: int, length: int, now: float) -> bool:
        """Take the datagram in a slot of the rx and pass it on to its listeners, if its seat may be heard.

        Whether it was authentic.
        """
        microphone = transport.microphone
        unlocked = microphone.accept(slot, length, now) if microphone else 0
        if microphone is None or not unlocked:
            return False
        if transport.seat not in self._heard or now > self._context.sounds_until:
            self.counters.gated += 1
        else:
            self._forward(transport.seat, microphone.voice, slot, unlocked, now)
        return True

    def tick(self, now: float) -> None:
        """Do what is due: part with who has been silent for too long, report to everybody else."""
        for transport in list(self._transports.values()):
            transport.ice.tick(now)
        for seat, transport in list(self._transports.items()):
            transport.look()
            if now - transport.seen_at > CONSENT_S:
                self._context.counters.timeouts += 1
                transport.fail(CloseReason.SILENT)
            elif not transport.keys:
                transport.go_on(now)
            elif now >= self._reports_at[seat]:
                self._reports_at[seat] = now + REPORT_S
                reports = self._reports.write(transport, self._transports.values(), now)
                transport.ice.send(transport.keys.protect_rtcp(reports))

    def _forward(self, seat: int, voice: RtpHeader, slot: int, length: int, now: float) -> None:
        stream = self._streams[seat]
        numbers = stream.number(voice.index, voice.timestamp, now)
        if numbers is None:
            self.counters.late += 1
            return
        sequence, timestamp, begins = numbers
        kind = voice.kind | MARKER if begins else voice.kind
        rx = self._context.port.rx
        start = rx.starts[slot]
        packet = rx.data[start : start + length]
        self.counters.forwarded += 1
        self._fan_out(seat, packet, voice.flags, kind, sequence, timestamp)
        if is_audible(packet):
            self._speech.count(seat)

    def _fan_out(self, seat: int, packet: bytearray, flags: int, kind: int, sequence: int, timestamp: int) -> None:
        """Put a packet with a header of its own into the tx for all who hear a seat, each under its own numbers."""
        stream = self._streams[seat]
        stream.count(len(packet) - HEADER_BYTES)
        for offset, listeners in self._routes.listeners[seat].groups:
            HEADER.pack_into(packet, 0, flags, kind, (sequence - offset) & 0xFFFF, timestamp, stream.ssrc)
            self.counters.sent += self._context.send_batch.fan_out(packet, listeners)

    def _begin_voice(self, seat: int) -> None:
        transport = self._transports.get(seat)
        if transport and transport.microphone:
            self._streams[seat].begin(transport.microphone.stats.newest + 1)

    def _end_voice(self, seat: int) -> None:
        stream = self._streams[seat]
        if not stream.flowing:
            return
        for sequence, timestamp in stream.silence(SILENCE_FRAMES, self._context.clock()):
            self._fan_out(seat, bytearray(HEADER_BYTES) + SILENCE, VERSION, OPUS, sequence, timestamp)
        self._context.send_batch.flush()

    def _note(self, seat: int) -> None:
        if seat in self._heard and self.on_voice is not None:
            self.on_voice(seat)


def _new_stream(seat: int, now: float) -> SeatStream:
    return SeatStream(SERVER_SSRC + seat, 0, secrets.randbits(32), now)
