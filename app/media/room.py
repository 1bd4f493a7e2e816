"""The sound of one circle: it owns the transports, the gate, the routes and the reports.

The gate is the set of seats that are heard, replaced as a whole. It comes after SRTP, so that only authentic packets
are counted and numbered, and before anything is sent. At first nobody is heard. Behind the gate a breakout may separate
the seats into two sides that do not hear each other.
"""

import secrets
from collections.abc import Callable, Mapping
from functools import partial
from math import ceil, inf

from app.media import dtls, srtp
from app.media.address import NOWHERE
from app.media.context import MediaContext
from app.media.counters import RoomCounters
from app.media.demux_table import DemuxTable
from app.media.limits import VOICE_BURST_S, RateLimit
from app.media.line_meter import VoiceMeter
from app.media.nack_sender import NackSender
from app.media.opening import TOLD_S, Opening
from app.media.reports import REPORT_S, SERVER_SSRC, Reports
from app.media.retransmission import Retransmitter
from app.media.routes import Routes
from app.media.rtcp_receiver import RtcpReceiver
from app.media.rtp import HEADER, HEADER_BYTES, MARKER, OPUS, SILENCE, VERSION
from app.media.rtp_receiver import RtpReceiver
from app.media.sealed import SealedVoice
from app.media.selection import VoiceSelection
from app.media.send_batch import Listener
from app.media.speech import COMFORT_NOISE, SpeechCounter, loudness
from app.media.stream import SeatStream
from app.media.transport import CloseReason, Transport

SEATS_MAX = 24
"""As many as the reports about all of them fit into one datagram."""

SILENCE_FRAMES = 3
"""How many frames of silence end a voice that is cut off, so that listeners do not try to guess how it went on."""


class Room:
    """Made by `MediaServer.room`. `join`, `let_be_heard`, `late_ms`, `close` and `counters` are for whoever runs the
    circle.

    So is `on_voice`, for comfort only, no limit depends on it: it is called from the event loop, never during a call of
    yours, with a seat that is heard, each time the seat has spoken for another `NOTED_S` seconds. Every method is
    synchronous and in force when it returns. The `on_` methods are the room's `TransportEvents`.
    """

    on_voice: Callable[[int], object] | None = None
    on_line: Callable[[int, Mapping[str, float]], object] | None = None
    """Called as `on_voice` is, every few seconds, with a seat whose sound stands and what its line has been like."""

    def __init__(
        self,
        context: MediaContext,
        table: DemuxTable[Transport],
        seats: int,
        closed: Callable[["Room"], None],
        *,
        sealed: bool = False,
    ) -> None:
        """Make a room with seats 1 to `seats`, whose voices are `sealed` or not. `closed` is called once, by `close`.

        Raises `ValueError` if there are fewer than 2 seats or more than `SEATS_MAX`.
        """
        if not 2 <= seats <= SEATS_MAX:
            raise ValueError(f"A room has 2 to {SEATS_MAX} seats, not {seats}.")
        self.seats = range(1, seats + 1)
        self.counters = RoomCounters()
        self.closed = False
        self._context = context
        self._table = table
        self._rx = context.port.rx
        self._send_batch = context.send_batch
        self._tell_closed = closed
        self._certificate = dtls.Certificate()
        self._heard: frozenset[int] = frozenset()
        self._openings: dict[int, Opening] = {}
        """Of those of them who are connected and have not been heard since they may be."""

        self._closed_at: dict[int, float] = {}
        """When the gate of a seat was last closed."""

        self._transports: dict[int, Transport] = {}
        self._rtp: dict[int, RtpReceiver] = {}
        self._rtcp: dict[int, RtcpReceiver] = {}
        self._nacks: dict[int, NackSender] = {}
        self._voice_meters: dict[int, VoiceMeter] = {}
        """All by seat, from the end of a transport's handshake until the transport is closed."""

        self._limits = {seat: RateLimit(VOICE_BURST_S) for seat in self.seats}
        """Of a seat's voice, through all its transports: joining again and again gives nobody more."""

        self._sealed = {seat: SealedVoice() for seat in self.seats} if sealed else None
        self._streams = {seat: _new_stream(seat, context.clock()) for seat in self.seats}
        self._routes = Routes(self.seats)
        self._retransmitter = Retransmitter(self.seats, self._routes, self._send_batch, self.counters)
        self._speech = SpeechCounter(self.seats, self._tell_voice)
        self._selections = VoiceSelection(context.voices_max), VoiceSelection(context.voices_max)
        """Of those who are in no breakout, and of those who are in it."""

        self._reports = Reports(self._streams, self._routes, context.unix_offset_s)
        self._reports_at: dict[int, float] = {}

    def join(self, seat: int) -> Transport:
        """Make a transport for the browser of a seat; one the seat had before is closed as `REPLACED`.

        Raises `RuntimeError` if the room is closed and `ValueError` if there is no such seat.
        """
        if self.closed:
            raise RuntimeError("The room is closed.")
        if seat not in self.seats:
            raise ValueError(f"There is no seat {seat}.")
        if seat in self._transports:
            self._transports[seat].fail(CloseReason.REPLACED)
        voices, sealed = self._voices_for(seat), self._sealed is not None
        transport = Transport(seat, voices, self, self._context, self._table, self._certificate, sealed=sealed)
        self._transports[seat] = transport
        return transport

    def let_be_heard(self, seats: frozenset[int], breakout: frozenset[int] = frozenset()) -> None:
        """Forward the voices of exactly these seats. Seats in `breakout` hear only each other, and so do all others.

        When this returns nothing more of any other seat is sent, and nothing a seat said before it was let be heard
        ever will be. When `breakout` changes every voice has other listeners, so all voices end and begin anew. Raises
        `ValueError` if there is no such seat.
        """
        if self.closed:
            return
        if not seats | breakout <= set(self.seats):
            raise ValueError(f"There are no seats {sorted((seats | breakout) - set(self.seats))}.")
        same_sides = breakout == self._routes.breakout
        going_on = self._heard & seats if same_sides else frozenset()
        silenced, opened = self._heard - going_on, seats - going_on
        self._heard = going_on
        for seat in silenced:
            self._openings.pop(seat, None)
            self._selection_of(seat).drop(seat)
            self._retransmitter.clear(seat)
        if opened:
            self._context.receive_waiting()
        for seat in silenced:
            self._end_voice(seat)
        if not same_sides:
            self._routes.breakout = breakout
            self._rebuild_routes()
        self._heard = seats
        now = self._context.clock()
        for seat in opened:
            self._speech.begin(seat)
            if seat in self._rtp:
                self._open(seat, now, pauses=self._pauses(seat))
                self._transports[seat].ice.ask_anew(now)
        self._closed_at.update(dict.fromkeys(silenced, now))

    def late_ms(self, seat: int) -> dict[int, int]:
        """Tell, by seat, of which voices that this seat hears some packets come so many ms later than their turn.

        Those are the packets that the line of whoever speaks has lost; a good line has none, and is left out.
        """
        return {
            other: ceil(100 * late_s) * 10
            for other, nacks in self._nacks.items()
            if other in self._heard and other != seat and self._routes.same_side(seat, other)
            if (late_s := nacks.late_s)
        }

    def close(self) -> None:
        """Close all transports. Nobody is heard any more, and nobody can join. Idempotent."""
        if self.closed:
            return
        self.let_be_heard(frozenset())
        self.closed = True
        for transport in list(self._transports.values()):
            transport.close()
        self._tell_closed(self)

    def on_connected(self, transport: Transport, keys: srtp.Keys) -> None:
        """Begin to receive from a transport and to send to it."""
        seat = transport.seat
        hears = [ssrc for _, ssrc in self._voices_for(seat)]
        microphone = RtpReceiver(keys.inbound, self._rx, self.counters, self._limits[seat])
        self._rtp[seat] = microphone
        is_heard = partial(self._is_heard, seat)
        self._nacks[seat] = NackSender(transport, microphone, self.counters, self._context.clock, is_heard)
        resend = partial(self._resend, seat)
        never_sent = partial(self._never_sent, seat)
        self._rtcp[seat] = RtcpReceiver(keys, microphone, hears, self._context, self.counters, resend, never_sent)
        self._voice_meters[seat] = VoiceMeter(microphone.stats)
        self._openings.pop(seat, None)  # whatever comes under these keys has been said since
        self._begin_voice(seat)
        share = seat / len(self.seats)  # so that not all reports are due in the same turn
        self._reports_at[seat] = self._context.clock() + share * REPORT_S
        self._rebuild_routes()

    def on_address_changed(self, transport: Transport) -> None:
        """Send to the transport's new address, or nowhere. Nobody else notices: what is kept for them stays.

        Whoever has no address for a moment keeps their numbers, or each time they came back all numbers would be
        reckoned anew, and what is kept for the others be forgotten.
        """
        if listener := _listener(transport):
            self._routes.move(transport.seat, listener)

    def on_closed(self, transport: Transport) -> None:
        """Forget a transport. Does nothing when repeated, or after the seat has another."""
        seat = transport.seat
        if self._transports.get(seat) is not transport:
            return
        del self._transports[seat]
        if self._rtp.pop(seat, None) is None:
            return  # it was never connected: nobody heard it, and it heard nobody
        del self._rtcp[seat], self._voice_meters[seat]
        self._nacks.pop(seat).close()
        self._routes.leave(seat)
        self._retransmitter.clear(seat)
        self._selection_of(seat).drop(seat)
        self._end_voice(seat)

    def on_rtp(self, transport: Transport, slot: int, length: int, now: float) -> bool:
        """Forward the packet in a slot of the receive batch, if its seat is heard. Returns whether it was authentic."""
        seat = transport.seat
        receiver = self._rtp.get(seat)
        if receiver is None:
            return False
        length = receiver.accept(slot, length, now)
        if not length:
            return False
        if not self._is_heard(seat, now) or (seat in self._openings and not self._begins(transport, now)):
            self.counters.gated += 1
            if seat in self._heard and now > self._context.media_until:  # the time to sound is over
                self._open(seat, now, pauses=False)  # what comes after it begins anew
            return True
        self._forward(seat, receiver, slot, length, now)
        self._nacks[seat].arrive(receiver.header.index, now)
        return True

    def on_rtcp(self, transport: Transport, datagram: bytes, now: float) -> bool:
        """Read a browser's reports. Returns whether they were authentic."""
        receiver = self._rtcp.get(transport.seat)
        if receiver is None:
            self.counters.bad += 1
            return False
        return receiver.accept(datagram, now)

    def tick(self, now: float) -> None:
        """Do what is due, several times a second: the transports' deadlines, then the reports."""
        for transport in list(self._transports.values()):
            transport.tick(now)
        doubled = {seat: each.doubling.apart(self._round_trip_s(seat), now) for seat, each in self._rtcp.items()}
        self._retransmitter.doubled = {seat: apart for seat, apart in doubled.items() if apart}
        for seat, transport in self._transports.items():
            if transport.keys and now >= self._reports_at[seat]:
                self._reports_at[seat] = now + REPORT_S
                alive = {each.seat: self._rtcp[each.seat] for each in self._transports.values() if each.alive}
                reports = self._reports.write(seat, self._rtp[seat], alive, now)
                transport.ice.send(transport.keys.protect_rtcp(reports))
                if self.on_line is not None:
                    self.on_line(seat, self._voice_meters[seat].measure() | self._rtcp[seat].hearing.measure())

    def _voices_for(self, seat: int) -> list[tuple[int, int]]:
        """List (seat, SSRC) of every voice a seat may ever hear: all but its own."""
        return [(other, stream.ssrc) for other, stream in self._streams.items() if other != seat]

    def _rebuild_routes(self) -> None:
        """Recompute who receives whom, after anybody joined or changed sides: others come to hear these voices (H8)."""
        connected = {
            seat: listener for seat, transport in self._transports.items() if (listener := _listener(transport))
        }
        self._retransmitter.clear(*self.seats)
        self._routes.rebuild(connected, {seat: stream.settle() for seat, stream in self._streams.items()})

    def _is_heard(self, seat: int, now: float) -> bool:
        return seat in self._heard and now <= self._context.media_until

    def _resend(self, listener: int, ssrc: int, sequence: int, now: float) -> bool:
        """Send a packet again to a listener who has lost it, if its voice is still heard. See `Retransmitter`."""
        seat = ssrc - SERVER_SSRC
        if not self._is_heard(seat, now):
            self.counters.resend_gated += 1
            return False
        return self._retransmitter.resend(seat, listener, sequence, self._round_trip_s(listener), now)

    def _never_sent(self, listener: int, ssrc: int, until: int, packets: int) -> int:
        """How many of so many packets of a voice, up to this number as a listener has it, the speaker's line has lost.

        Of who does not hear this voice any more it is not known.
        """
        seat = ssrc - SERVER_SSRC
        route = self._routes.to(seat, listener)
        return self._streams[seat].passed_over(until + route[0], packets) if route else 0

    def _round_trip_s(self, seat: int) -> float | None:
        return self._transports[seat].ice.round_trip_s

    def _selection_of(self, seat: int) -> VoiceSelection:
        return self._selections[seat in self._routes.breakout]

    def _forward(self, seat: int, receiver: RtpReceiver, slot: int, length: int, now: float) -> None:
        header, start = receiver.header, self._rx.starts[slot]
        packet = self._rx.data[start : start + length]
        loud = loudness(packet) if self._sealed is None else self._sealed[seat].loudness(packet, header.timestamp)
        if loud is None:
            self.counters.unsealed += 1
            self._streams[seat].pause(header.index)
            return
        if not self._selection_of(seat).select(seat, loud, now):
            self._hold_back(seat, header.index, loud)
            return
        numbers = self._streams[seat].number(header.index, header.timestamp, now)
        if numbers is None:
            self.counters.late += 1
            return
        sequence, timestamp, begins = numbers
        self.counters.forwarded += 1
        if header.index < receiver.stats.newest:
            self._retransmitter.came_late(seat, sequence)
        self._retransmitter.repeat(seat, sequence)
        self._fan_out(seat, packet, header.flags, header.kind | MARKER if begins else header.kind, sequence, timestamp)
        self._speech.count(seat, loud)

    def _hold_back(self, seat: int, index: int, loud: int) -> None:
        """Do not send a packet: of noise, with which listeners go on by themselves, or of one voice too many."""
        self.counters.held_back += 1
        if loud == COMFORT_NOISE:
            self._streams[seat].pause(index)
        else:
            self._end_voice(seat)

    def _fan_out(self, seat: int, packet: bytearray, flags: int, kind: int, sequence: int, timestamp: int) -> None:
        """Put a packet into the send batch for everybody who hears the seat, each under its own sequence number."""
        stream = self._streams[seat]
        stream.count(len(packet) - HEADER_BYTES)
        for offset, listeners in self._routes.listeners[seat].groups:
            HEADER.pack_into(packet, 0, flags, kind, (sequence - offset) & 0xFFFF, timestamp, stream.ssrc)
            self.counters.sent += self._send_batch.fan_out(packet, listeners)
        self._retransmitter.keep(seat, sequence, packet)

    def _open(self, seat: int, now: float, *, pauses: bool) -> None:
        """Let a voice begin with what is said from now on."""
        self._openings[seat] = Opening(now, pauses=pauses)
        self._begin_voice(seat)

    def _pauses(self, seat: int) -> bool:
        """Whether the page of a seat has sent nothing since it could know that it is not heard."""
        return self._rtp[seat].stats.newest_at <= self._closed_at.get(seat, -inf) + TOLD_S

    def _begins(self, transport: Transport, now: float) -> bool:
        """Whether a voice that has not begun yet does so with the packet that was accepted last."""
        seat, receiver = transport.seat, self._rtp[transport.seat]
        overtaken = receiver.header.index < receiver.stats.newest
        if overtaken or not self._openings[seat].begins(receiver.stats, transport.ice.answers_since, now):
            transport.ice.ask_again(now)
            return False
        del self._openings[seat]
        self._begin_voice(seat)
        return True

    def _begin_voice(self, seat: int) -> None:
        """Let nothing pass that is older than the newest packet of a seat's microphone."""
        self._streams[seat].begin(self._rtp[seat].stats.newest)
        self._nacks[seat].begin()

    def _end_voice(self, seat: int) -> None:
        stream = self._streams[seat]
        if not stream.flowing:
            return
        for sequence, timestamp in stream.silence(SILENCE_FRAMES, self._context.clock()):
            self._fan_out(seat, bytearray(HEADER_BYTES) + SILENCE, VERSION, OPUS, sequence, timestamp)
        self._send_batch.flush()

    def _tell_voice(self, seat: int) -> None:
        if seat in self._heard and self.on_voice is not None:
            self.on_voice(seat)


def _new_stream(seat: int, now: float) -> SeatStream:
    return SeatStream(SERVER_SSRC + seat, 0, secrets.randbits(32), now)


def _listener(transport: Transport) -> Listener | None:
    """How a transport is sent to, which may be nowhere for a moment. Until it is connected it is in no route."""
    keys = transport.keys
    return (keys.outbound, transport.ice.address or NOWHERE) if keys else None
