"""What stands in front of every piece of voice (RFC 3550, section 5), and what a silent piece looks like."""

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

_DTX_BYTES_MAX = 10
"""More than any piece of voice that Opus has left out as silent."""

_EXTENSION_HEADER = struct.Struct("!HH")
"""Kind and length, in words, of a header extension."""

_ELEMENTS = HEADER_BYTES + _EXTENSION_HEADER.size
_ONE_BYTE_ELEMENTS = 0xBEDE
_PADDING = 0
_NO_MORE_ELEMENTS = 15


def is_rtcp(second_byte: int) -> bool:
    """Tell RTCP from RTP on a shared port (RFC 5761, section 4)."""
    return 192 <= second_byte <= 223


def is_audible(packet: bytes | bytearray) -> bool:
    """Whether somebody speaks in a packet: by the level its sender claims, or where it claims none, by its size.

    Reads any bytes whatever, contributing sources apart.
    """
    payload = HEADER_BYTES
    if len(packet) >= _ELEMENTS and packet[0] & EXTENSION:
        kind, words = _EXTENSION_HEADER.unpack_from(packet, HEADER_BYTES)
        payload = _ELEMENTS + 4 * words
        if kind == _ONE_BYTE_ELEMENTS:
            level = _level(packet, _ELEMENTS, min(payload, len(packet)))
            if level is not None:
                return level < QUIET
    return len(packet) > payload + _DTX_BYTES_MAX


def _level(packet: bytes | bytearray, at: int, end: int) -> int | None:
    """Find the level among one-byte elements (RFC 8285, sections 4.1.2 and 4.2).

    Nothing is read behind padding that claims a length, behind the reserved element 15, or of an element cut off.
    """
    while at < end:
        element = packet[at]
        if element == _PADDING:
            at += 1
            continue
        kind, after = element >> 4, at + 2 + (element & 0x0F)
        if kind in (_PADDING, _NO_MORE_ELEMENTS) or after > end:
            return None
        if kind == LEVEL:
            return packet[at + 1] & 0x7F
        at = after
    return None
