"""Voices in Opus, frame by frame, as a browser would send them."""

import math
import struct
import time
from array import array

from aiortc.codecs.opus import OpusEncoder
from av import AudioFrame

RATE = 48_000
FRAME_S = 0.02
FRAME = round(RATE * FRAME_S)
TONE_HZ = 220
BITS_PER_S = 32_000

LEVEL = 20
"""How far below full scale a speaker says to be, in decibels."""

NOISE = b"\xf8\xff\xfe"
NOISE_LEVEL = 70
"""What an open microphone sends now and then in a quiet room, and how loud its browser says that it is."""

NOISE_S = 0.4

_STAMP = struct.Struct("!Q4s")
_MARK = b"LOAD"
_SEVERAL_FRAMES, _ONE_PADDED = 0x03, 0x41
"""A packet that counts its frames, and how it says: one, and padding (RFC 6716, section 3.2.5)."""


def tone() -> list[bytes]:
    """A second of a tone, a packet a frame."""
    encoder, packets = OpusEncoder(), []
    encoder.codec.bit_rate = BITS_PER_S
    for start in range(0, RATE, FRAME):
        samples = array("h")
        for n in range(start, start + FRAME):
            samples.extend([int(8000 * math.sin(2 * math.pi * TONE_HZ * n / RATE))] * 2)
        frame = AudioFrame(format="s16", layout="stereo", samples=FRAME)
        frame.sample_rate, frame.pts = RATE, start
        frame.planes[0].update(samples.tobytes())
        packets += encoder.encode(frame)[0]
    return packets


def stamped(packet: bytes) -> bytes:
    """The same sound, with padding that says when it is sent; decoders skip it. The packet holds one frame."""
    head = bytes((packet[0] | _SEVERAL_FRAMES, _ONE_PADDED, _STAMP.size))
    return head + packet[1:] + _STAMP.pack(time.time_ns(), _MARK)


def stamp_of(packet: bytes) -> int | None:
    """When a packet was sent, in nanoseconds since 1970; None of one that was not stamped."""
    if len(packet) < _STAMP.size:
        return None
    sent_ns, mark = _STAMP.unpack(packet[-_STAMP.size :])
    return int(sent_ns) if mark == _MARK else None
