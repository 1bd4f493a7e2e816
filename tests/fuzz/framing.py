"""Streams of frames: however one is cut, it gives the same datagrams, or is too long at the same place."""

import struct
from collections.abc import Hashable

from app.media.framing import FrameReader, FrameTooLong, frame

BYTES_MAX = 200
SEEDS = (
    frame(b"a check") + frame(b"and its answer"),
    frame(b"") * 3 + frame(b"x") + frame(bytes(BYTES_MAX)),
    frame(bytes(BYTES_MAX + 1)),
    frame(b"whole") + b"\x00\x09in part",
)


def check(data: bytes) -> Hashable:
    """Give how many datagrams there were, and whether the stream was given up."""
    expected, too_long = _expected(data)
    for step in (len(data) or 1, 1, 7):
        found: list[bytes] = []
        reader, gave_up = FrameReader(BYTES_MAX), False
        try:
            for at in range(0, len(data), step):
                found += reader.feed(data[at : at + step])
        except FrameTooLong:
            gave_up = True
        assert gave_up == too_long
        assert found == (expected if step == 1 or not too_long else expected[: len(found)])
    return len(expected), too_long


def _expected(data: bytes) -> tuple[list[bytes], bool]:
    """The same from the definition."""
    found: list[bytes] = []
    while len(data) >= 2:
        [length] = struct.unpack_from("!H", data)
        if length > BYTES_MAX:
            return found, True
        if len(data) < 2 + length:
            break
        found += [data[2 : 2 + length]] if length else []
        data = data[2 + length :]
    return found, False
