"""The RTP packets of one browser's microphone: which of them are really its voice."""

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
    """The header of the packet accepted last. One object, overwritten for every packet."""

    flags: int = 0
    """Version, padding, extension and the count of contributing sources: the first byte (RFC 3550, section 5.1)."""

    kind: int = 0
    """Marker and payload type: the second byte."""

    index: int = 0
    """The sequence number, extended past 16 bits."""

    timestamp: int = 0


class RtpReceiver:
    """Checks packets in place in the receive batch, the cheapest check first.

    Payload type and SSRC are checked before SRTP has authenticated them, because libsrtp keeps state for every source
    it has unprotected a packet of: it must only ever see one. So is the rate, but only authentic packets count towards
    it. What is above the rate is dropped evenly, so the roll-over counter of the rest is never lost.
    """

    def __init__(self, inbound: srtp.Pointer, rx: Batch, counters: RoomCounters, limit: RateLimit) -> None:
        self.ssrc: int | None = None
        """The source of the first voice packet; there is no other until the transport ends."""

        self.stats = ReceiverStats()
        self.header = RtpHeader()
        self._inbound = inbound
        self._rx = rx
        self._counters = counters
        self._limit = limit
        self._length = srtp.new_length()

    def accept(self, slot: int, length: int, now: float) -> int:
        """Unprotect the voice packet of `length` bytes in a slot, in place, and write its header to `header`.

        Returns the length in bytes without protection, or 0 if the packet is not this microphone's voice.
        """
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
        limit.charge(now, voice_cost_s(length))
        self.ssrc = ssrc
        header = self.header
        header.flags, header.kind, header.timestamp = flags, kind, timestamp
        header.index = self.stats.arrive(sequence, timestamp, now)
        plain_length: int = self._length[0]
        return plain_length
