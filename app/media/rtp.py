"""The twelve bytes in front of every piece of voice (RFC 3550, section 5.1), and what a silent piece looks like."""

import struct

HEADER = struct.Struct("!BBHII")
"""Flags, marker and payload type, sequence number, timestamp, SSRC."""

HEADER_BYTES = HEADER.size
VERSION = 0x80
"""The flags of a packet that has neither padding, nor extension, nor contributing sources."""

SOURCES = 0x0F
"""The bits of the flags that count contributing sources."""

MARKER = 0x80
OPUS = 111
"""The payload type of Opus: the same number for everybody, so that packets pass without being rewritten."""

CLOCK_HZ = 48_000
FRAME = 960
"""Timestamp units in one Opus frame of 20 ms."""

FRAME_S = FRAME / CLOCK_HZ
SILENCE = b"\xf8\xff\xfe"
"""One Opus frame of 20 ms of digital silence."""


def is_rtcp(second_byte: int) -> bool:
    """Tell RTCP from RTP on a shared port (RFC 5761, section 4)."""
    return 192 <= second_byte <= 223
