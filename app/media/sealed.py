"""What the server sees of a sealed voice: that it is sealed, and whether anybody speaks. It has no key.

A sealed frame is one of SFrame (RFC 9605) as pages write it (`docs/PROTOCOL.md`, "Sealed voices"): its key's number
takes five bytes and begins with a 1. Nothing else is sent on in a sealed circle, but for Opus's own silence, so that a
voice which leaves a page in the clear by mistake ends here. Whether a frame is authentic only who has the key can tell.

Voices come at a constant bit rate and claim no level, so all frames of speech look alike. What can be seen is when
there is none: then Opus sends a short packet, and once in a while one that is as long as those of speech
(docs/decisions/0028).
"""

from app.media.rtp import FRAME, HEADER_BYTES, SILENCE, VERSION
from app.media.speech import COMFORT_NOISE, DTX_BYTES_MAX

SPEAKS = 1
"""The loudness (`speech.loudness`) of every sealed voice: all are alike, and none is counted as speech."""

KEY_ID_BYTES = 5
TAG_BYTES = 16

_FIVE_BYTES = 0x80 | (KEY_ID_BYTES - 1) << 4
"""The high half of a frame's first byte: its key's number follows, in so many bytes (RFC 9605, section 4.3)."""

_COUNTER_APART = 0x08
"""The bit of the low half that says that the counter follows too, in one byte more than the other three bits say."""

_HIGHEST = 0x80
_REFRESH = 20 * FRAME
"""How long after a short packet Opus sends its noise anew (`MAX_CONSECUTIVE_DTX` of libopus), by the timestamps."""


def frame_bytes(packet: bytes | bytearray) -> int | None:
    """How many bytes of Opus are under the seal of a packet; None if it has not the form of a sealed one.

    A packet that says nothing is not sealed and passes. One with padding, an extension or sources does not: no page
    sends them, and they could carry anything.
    """
    length = len(packet) - HEADER_BYTES
    if length < 0 or packet[0] != VERSION:
        return None
    if length <= len(SILENCE):
        return length if not length or packet[HEADER_BYTES:] == SILENCE else None
    first = packet[HEADER_BYTES]
    counter = (first & 0x07) + 1 if first & _COUNTER_APART else 0
    inside = length - 1 - KEY_ID_BYTES - counter - TAG_BYTES
    formed = first & 0xF0 == _FIVE_BYTES and inside > 0 and packet[HEADER_BYTES + 1] & _HIGHEST
    return inside if formed else None


class SealedVoice:
    """What is seen of one seat's voice, packet by packet."""

    def __init__(self) -> None:
        self._timestamp = 0

    def loudness(self, packet: bytes | bytearray, timestamp: int) -> int | None:
        """`SPEAKS` or `COMFORT_NOISE`; None if the packet is not sealed. `timestamp` is its own (32 bits)."""
        size = frame_bytes(packet)
        if size is None:
            return None
        since, self._timestamp = (timestamp - self._timestamp) & 0xFFFFFFFF, timestamp
        return COMFORT_NOISE if size <= DTX_BYTES_MAX or since == _REFRESH else SPEAKS
