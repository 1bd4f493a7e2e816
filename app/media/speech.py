"""Whether somebody speaks in a packet, and how much each seat has spoken. For comfort only: no limit depends on it."""

import asyncio
import struct
from collections.abc import Callable, Iterable

from app.media.rtp import EXTENSION, FRAME_S, HEADER_BYTES, LEVEL, QUIET

NOTED_S = 2.0
"""How much audible speech is worth a note: more than a cough, less than a contribution."""

_NOTED_FRAMES = round(NOTED_S / FRAME_S)
DTX_BYTES_MAX = 10
"""More than any piece of voice that Opus has left out as silent."""

SOFTEST = 127
"""The level of silence (RFC 6464, section 3)."""

NOT_AUDIBLE = SOFTEST - QUIET
"""The loudness of a room in which nobody speaks, or less."""

COMFORT_NOISE = 0
"""The loudness of what Opus sends now and then while its microphone is silent (RFC 6716, section 2.1.9).

That is a faint packet in which its sender finds no voice (RFC 6464), or a quiet one that is too short for any. Chromium
sends both every 400 ms: one of some 70 bytes, as long as voice is, and one of a few.
"""

FAINT = 60
"""The level of a room that nobody misses when it goes quite silent: 40 dB below a voice (docs/decisions/0026)."""

_VOICE = 0x80
"""The bit that says whether the sender finds voice in a packet (RFC 6464, section 3)."""

_EXTENSION_HEADER = struct.Struct("!HH")
"""Kind and length, in words of 4 bytes, of a header extension (RFC 3550, section 5.3.1)."""

_ELEMENTS = HEADER_BYTES + _EXTENSION_HEADER.size
_ONE_BYTE_ELEMENTS = 0xBEDE
_PADDING = 0
_NO_MORE_ELEMENTS = 15


class SpeechCounter:
    """Counts the audible frames of every seat. `note` is called soon, with the seat, after every `NOTED_S` seconds."""

    def __init__(self, seats: Iterable[int], note: Callable[[int], object]) -> None:
        self._frames = dict.fromkeys(seats, 0)
        self._note = note

    def begin(self, seat: int) -> None:
        """Count a seat from zero."""
        self._frames[seat] = 0

    def count(self, seat: int, loud: int) -> None:
        """Count a packet of a seat that is so `loud` (`loudness`) as one frame of 20 ms, if it is audible."""
        if loud <= NOT_AUDIBLE:
            return
        frames = self._frames[seat] + 1
        if frames == _NOTED_FRAMES:
            frames = 0
            asyncio.get_running_loop().call_soon(self._note, seat)
        self._frames[seat] = frames


def loudness(packet: bytes | bytearray) -> int:
    """How loud a packet is, in decibels above the softest level there is (1 to 127), or `COMFORT_NOISE`.

    By the level its sender claims; where it claims none, by its size. Reads any bytes whatever, contributing sources
    apart.
    """
    payload, level = HEADER_BYTES, None
    if len(packet) >= _ELEMENTS and packet[0] & EXTENSION:
        kind, words = _EXTENSION_HEADER.unpack_from(packet, HEADER_BYTES)
        payload = _ELEMENTS + 4 * words
        if kind == _ONE_BYTE_ELEMENTS:
            level = _level(packet, _ELEMENTS, min(payload, len(packet)))
    longer = len(packet) - payload - DTX_BYTES_MAX
    if level is None:
        return max(1, min(NOT_AUDIBLE + longer, SOFTEST))
    voice, level = level & _VOICE, level & ~_VOICE
    noise = level >= QUIET if longer <= 0 else level >= FAINT and not voice
    return COMFORT_NOISE if noise else max(1, SOFTEST - level)


def _level(packet: bytes | bytearray, at: int, end: int) -> int | None:
    """Find the level, with its bit of voice, among one-byte elements (RFC 8285, sections 4.1.2 and 4.2).

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
            return packet[at + 1]
        at = after
    return None
