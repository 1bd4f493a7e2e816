"""The header of an RTP packet (RFC 3550, section 5), and the numbers that offer and packets have in common."""

import struct

HEADER = struct.Struct("!BBHII")
"""Flags, marker and payload type, sequence number, timestamp, SSRC."""

HEADER_BYTES = HEADER.size
VERSION = 0x80
"""The flags of a packet that has neither padding, nor extension, nor contributing sources."""

SOURCES = 0x0F
"""The bits of the flags that count contributing sources."""

EXTENSION = 0x10
"""The bit of the flags that announces a header extension."""

MARKER = 0x80
OPUS = 111
"""The payload type of Opus: the same number for everybody, so that packets pass without being rewritten."""

CLOCK_HZ = 48_000
FRAME = 960
"""Timestamp units in one Opus frame of 20 ms."""

FRAME_S = FRAME / CLOCK_HZ
SILENCE = b"\xf8\xff\xfe"
"""One Opus frame of 20 ms of digital silence."""

LEVEL = 1
"""The number of the level in the header extension (RFC 6464), as the offer has it."""

QUIET = 50
"""A level, in decibels below the loudest, that a room has when nobody in it speaks."""

RTCP_TYPES = range(192, 224)
"""The second byte of an RTCP packet, by which it is told from RTP on the same port (RFC 5761, section 4)."""
