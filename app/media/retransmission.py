"""What was sent last, to be sent again to a listener who lost it, as long as that listener may hear it.

A listener gets the very packet it should have had: the same bytes under the same number, so that under its keys the
result is the same as the first time. What is kept is forgotten whenever a gate closes or other people come to hear a
voice (H8). Time is an argument, in seconds.
"""

from collections.abc import Iterable, Mapping

from app.media.counters import RoomCounters
from app.media.limits import RateLimit
from app.media.routes import Routes
from app.media.send_batch import SendBatch

KEPT = 64
"""Packets of each voice: more than a second. Later nobody can use them any more."""

RESENT_PER_S = 100
"""Packets sent again, each at most twice, to one listener: enough for four voices on a line that loses a third."""

RESENT_BURST_S = KEPT / RESENT_PER_S

REPEAT_S = (0.02, 0.2)
"""The least and the most time before a packet is sent to the same listener once more."""

ROUND_TRIP_S = 0.06
"""A listener's, until it is known."""

_REMEMBERED = 256


class RetransmissionBuffer:
    """The last `KEPT` packets of one voice, by the seat's own sequence numbers (16 bits)."""

    _sequences: list[int]
    _packets: list[bytearray]

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget all."""
        self._last = 0
        self._sequences = [-1] * KEPT
        self._packets = [bytearray()] * KEPT

    def keep(self, sequence: int, packet: bytearray) -> None:
        """Keep a packet, unprotected, in the place of the one `KEPT` before it."""
        place = sequence % KEPT
        self._last = self._sequences[place] = sequence
        self._packets[place] = packet

    def find(self, sequence: int) -> bytearray | None:
        """Find a packet, unless it is too old, or was forgotten, or never there."""
        place = sequence % KEPT
        if self._sequences[place] != sequence:
            return None
        behind = ((self._last - sequence + 0x8000) & 0xFFFF) - 0x8000
        return self._packets[place] if abs(behind) < KEPT else None  # its place was never needed: numbers were left out


class RetransmissionLimit:
    """How much is sent again to one listener: nothing twice within its round trip, and no more than can be of use."""

    def __init__(self) -> None:
        self._rate = RateLimit(RESENT_BURST_S, 1 / RESENT_PER_S)
        self._sent_at: dict[tuple[int, int], float] = {}

    def repeats(self, packet: tuple[int, int], round_trip_s: float | None, now: float) -> bool:
        """Whether this packet is still on its way since it was sent again last."""
        least_s, most_s = REPEAT_S
        within_s = min(max(least_s, 0.9 * (round_trip_s or ROUND_TRIP_S)), most_s)
        return now - self._sent_at.get(packet, float("-inf")) < within_s

    def exceeded(self, now: float) -> bool:
        """Whether nothing more is sent again now."""
        return self._rate.exceeded(now)

    def charge(self, packet: tuple[int, int], now: float) -> bool:
        """Note that a packet is sent again. Returns whether that is for the first time, and it was not late."""
        self._rate.charge(now)
        first = self._sent_at.pop(packet, None) is None
        self._remember(packet, now)
        return first

    def late(self, packet: tuple[int, int]) -> None:
        """Note that a packet was lost before it came here: it is sent again to whoever asks, but counts as no loss."""
        self._remember(packet, float("-inf"))

    def _remember(self, packet: tuple[int, int], sent_at: float) -> None:
        self._sent_at[packet] = sent_at
        if len(self._sent_at) > _REMEMBERED:
            del self._sent_at[next(iter(self._sent_at))]


class Retransmitter:
    """Keeps what a room sends, and sends it again. It asks nobody whether a seat is heard: the room does."""

    def __init__(self, seats: Iterable[int], routes: Routes, send_batch: SendBatch, counters: RoomCounters) -> None:
        self.doubled: Mapping[int, int] = {}
        """The seats that are sent each packet twice, and by how many packets the second follows the first."""

        self._routes = routes
        self._send_batch = send_batch
        self._counters = counters
        self._buffers = {seat: RetransmissionBuffer() for seat in seats}
        self._limits = {seat: RetransmissionLimit() for seat in self._buffers}
        """Of a seat's requests, through all its transports."""

        self._resent: dict[int, set[tuple[int, int]]] = {seat: set() for seat in self._buffers}
        """By seat, what was sent again since its newest packet: to whom, and under which number of the seat's own."""

    def keep(self, seat: int, sequence: int, packet: bytearray) -> None:
        """Keep a packet that was sent to whoever hears a seat, by the seat's own sequence number (16 bits)."""
        self._buffers[seat].keep(sequence, packet)

    def came_late(self, seat: int, sequence: int) -> None:
        """Note that a packet was lost on its speaker's line, and goes to all only now."""
        for limit in self._limits.values():
            limit.late((seat, sequence))

    def clear(self, *seats: int) -> None:
        """Forget the voices of these seats: a gate closes, or other people will hear them."""
        for seat in seats:
            self._buffers[seat].clear()
            self._resent[seat].clear()

    def resend(self, seat: int, listener: int, sequence: int, round_trip_s: float | None, now: float) -> bool:
        """Send a packet of a seat to a listener who asks for it by its own number, if it is there and is due.

        Returns whether it is sent again for the first time.
        """
        route = self._routes.to(seat, listener)
        limit, counters = self._limits[listener], self._counters
        if route is None:
            counters.resend_gated += 1
            return False
        number = (sequence + route[0]) & 0xFFFF
        if self._buffers[seat].find(number) is None:
            counters.resend_not_kept += 1
        elif limit.repeats((seat, number), round_trip_s, now):
            counters.resend_repeated += 1
        elif limit.exceeded(now):
            counters.resend_excess += 1
        else:
            counters.resent += self._send(seat, listener, number)
            self._resent[seat].add((listener, number))
            return limit.charge((seat, number), now)
        return False

    def repeat(self, seat: int, sequence: int) -> None:
        """Just before a new packet of a seat: send what was sent again a second time, because such a line loses that
        too; and to whom each packet is sent twice, one of those before this.
        """
        if resent := self._resent[seat]:
            for listener, number in resent:
                self._counters.doubled += self._send(seat, listener, number)
            resent.clear()
        for listener, apart in self.doubled.items():
            self._counters.doubled += self._send(seat, listener, (sequence - apart) & 0xFFFF)

    def _send(self, seat: int, listener: int, number: int) -> int:
        """Send a packet once more, by the seat's own number, if it is there. Returns how many were sent."""
        route, packet = self._routes.to(seat, listener), self._buffers[seat].find(number)
        if route is None or packet is None:
            return 0
        offset, line = route
        packet[2:4] = ((number - offset) & 0xFFFF).to_bytes(2, "big")
        return self._send_batch.fan_out(packet, (line,))
