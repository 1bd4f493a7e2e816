"""A seat's outgoing RTP stream, as all listeners receive it.

However often the seat's transport is replaced or the seat is silenced and heard again, listeners see one SSRC whose
sequence numbers have no gap and whose timestamps follow the clock. Time is an argument, in seconds.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator

from app.media.limits import VOICE_BURST_S, VOICE_PACKETS_PER_S, RateLimit
from app.media.rtp import CLOCK_HZ, FRAME_S

LEAP_MAX = 256
"""So many packets at most may be lost between two; after more a new talk spurt begins, without a gap."""

LOST_MAX = 1024
"""So many lost packets are remembered: SRTP takes none that comes later than that (`srtp`)."""


class SeatStream:
    """The numbering of one seat's outgoing stream, from the opening of the room to its end.

    Incoming packets are known by their *index*, the sequence number extended past its 16 bits by `ReceiverStats`.
    """

    def __init__(self, ssrc: int, sequence: int, timestamp: int, now: float) -> None:
        self.ssrc = ssrc
        self.packets = 0
        self.octets = 0
        self.heard_at = now
        """The time of the newest timestamp; a little ahead of now while silence frames last."""

        self.flowing = False
        """Whether a packet has passed since the last `begin`."""

        self._newest = sequence
        self._lost: deque[int] = deque(maxlen=LOST_MAX)
        """The numbers, extended past 16 bits, that were passed over, lowest first. A packet that comes late takes
        out its own.

        No other is given below the newest, whatever a page claims its own to be: two packets of one number would share
        a key stream (RFC 3711, section 9.1).
        """

        self._timestamp = timestamp
        self._losses = RateLimit(VOICE_BURST_S)
        self._min_index = 0
        self._seq_offset = 0
        self._ts_offset = 0

    def begin(self, min_index: int) -> None:
        """Let the next packet begin a talk spurt; nothing with an index below `min_index` will ever pass."""
        self.flowing = False
        self._min_index = min_index

    def pause(self, index: int) -> None:
        """End the talk spurt with a packet that is not sent; nothing older than it passes, nor what never could."""
        self.flowing = False
        self._min_index = max(self._min_index, index)

    def settle(self) -> int:
        """Let no packet pass any more that the newest one has overtaken.

        Returns the sequence number of the newest packet, extended past 16 bits.
        """
        if self.flowing:
            self._min_index = max(self._min_index, self._newest + 1 - self._seq_offset)
        return self._newest

    def number(self, index: int, timestamp: int, now: float) -> tuple[int, int, bool] | None:
        """Give a packet its outgoing sequence number (16 bits), its timestamp (32 bits), and whether it begins a spurt.

        `None` means that the packet must not pass: it is older than the talk spurt, or its number is given already.
        """
        if index < self._min_index:
            return None
        lost = index + self._seq_offset - self._newest - 1
        begins = not self.flowing or (lost > 0 and not self._may_lose(lost, now))
        if begins:
            now = self._next_moment(now)
            self._splice(index, timestamp, now)
        index += self._seq_offset
        timestamp = (timestamp + self._ts_offset) & 0xFFFFFFFF
        if index > self._newest:
            self._lost.extend(range(self._newest + 1, index))
            self._advance(index, timestamp, now)
        elif index in self._lost:
            self._lost.remove(index)
        else:
            return None
        return index & 0xFFFF, timestamp, begins

    def passed_over(self, until: int, packets: int) -> int:
        """How many of so many packets up to this number of ours (its last 16 bits count) no listener was ever sent."""
        until = self._newest - ((self._newest - until) & 0xFFFF)
        return bisect_right(self._lost, until) - bisect_right(self._lost, until - packets)

    def silence(self, frames: int, now: float) -> Iterator[tuple[int, int]]:
        """End the talk spurt: yields the sequence numbers and timestamps under which the caller sends Opus silence."""
        self.flowing = False
        for _ in range(frames):
            moment = self._next_moment(now)
            self._advance(self._newest + 1, self.timestamp_at(moment), moment)
            yield self._newest & 0xFFFF, self._timestamp

    def count(self, payload_bytes: int) -> None:
        """Count a packet as sent, for the sender reports (RFC 3550, section 6.4.1)."""
        self.packets += 1
        self.octets += payload_bytes

    def timestamp_at(self, now: float) -> int:
        """The RTP timestamp of a time of the clock."""
        return (self._timestamp + round((now - self.heard_at) * CLOCK_HZ)) & 0xFFFFFFFF

    def _may_lose(self, packets: int, now: float) -> bool:
        """Whether so many packets may count as lost by now: sequence numbers never advance faster than a voice can."""
        if packets > LEAP_MAX or self._losses.exceeded(now):
            return False
        self._losses.charge(now, packets / VOICE_PACKETS_PER_S)
        return True

    def _next_moment(self, now: float) -> float:
        """Now, or if that is too soon after the newest packet, one frame after it."""
        return max(now, self.heard_at + FRAME_S)

    def _splice(self, index: int, timestamp: int, now: float) -> None:
        self.flowing = True
        self._min_index = index
        self._seq_offset = self._newest + 1 - index
        self._ts_offset = self.timestamp_at(now) - timestamp

    def _advance(self, index: int, timestamp: int, now: float) -> None:
        self._newest = index
        self._timestamp = timestamp
        self.heard_at = max(now, self.heard_at)
