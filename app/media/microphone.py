"""One browser's microphone: which of the packets that claim to be its voice really are."""

from dataclasses import dataclass

from app.media import srtp
from app.media.batch import Batch
from app.media.counters import RoomCounters
from app.media.limits import RateLimit, voice_cost_s
from app.media.receiver_stats import ReceiverStats
from app.media.rtp import HEADER, HEADER_BYTES, OPUS, SOURCES
from app.media.send_batch import PACKET_BYTES_MAX


@dataclass(slots=True)
class RtpHeader:
    """The header of the packet accepted last. One object, written anew for every packet."""

    flags: int = 0
    kind: int = 0
    """Marker and payload type."""

    index: int = 0
    timestamp: int = 0


class Microphone:
    """Judges packets where they lie in the rx, cheapest question first.

    Payload type and source are asked before the lock is tried, although they are not yet authentic: libsrtp keeps
    something for every source it has unlocked a packet of, so it must only ever see one. So is the rate, which only
    authentic packets use up; what is too much is spread evenly, so the lock never loses count of the rest.
    """

    def __init__(self, inbound: srtp.Pointer, rx: Batch, counters: RoomCounters, limit: RateLimit) -> None:
        self.ssrc: int | None = None
        """The source of the first voice packet; there is no other until the connection ends."""

        self.stats = ReceiverStats()
        self.voice = RtpHeader()
        self._inbound = inbound
        self._rx = rx
        self._counters = counters
        self._limit = limit
        self._length = srtp.new_length()

    def accept(self, slot: int, length: int, now: float) -> int:
        """Unlock the voice packet in a slot and note its header in `voice`; its length, or 0 if it is none."""
        data, start = self._rx.data, self._rx.starts[slot]
        if not HEADER_BYTES <= length <= PACKET_BYTES_MAX:
            self._counters.bad += 1
            return 0
        flags, kind, sequence, timestamp, ssrc = HEADER.unpack_from(data, start)
        if kind & 0x7F != OPUS or flags & SOURCES or self.ssrc not in (None, ssrc):
            self._counters.foreign += 1
            return 0
        limit = self._limit
        if limit.exceeded(now):
            self._counters.excess += 1
            return 0
        self._length[0] = length
        if srtp.unprotect(self._inbound, self._rx.pointers[slot], self._length):
            self._counters.bad += 1
            return 0
        limit.pay(now, voice_cost_s(length))
        self.ssrc = ssrc
        voice = self.voice
        voice.flags, voice.kind, voice.timestamp = flags, kind, timestamp
        voice.index = self.stats.arrive(sequence, timestamp, now)
        unlocked: int = self._length[0]
        return unlocked
