"""Streams of frames: however one is cut, it gives the same datagrams, or is given up at the same place."""

import struct
from collections.abc import Hashable

from app.media.framing import BadFrame, FrameReader, frame

BYTES = range(2, 201)
SEEDS = (
    frame(b"a check") + frame(b"and its answer"),
    frame(b"") * 3 + frame(b"xy") + frame(bytes(BYTES[-1])),
    frame(bytes(BYTES.stop)),
    frame(b"x"),
    frame(b"whole") + b"\x00\x09in part",
)


def check(data: bytes) -> Hashable:
    """Give how many datagrams there were, and whether the stream was given up."""
    expected, is_bad = _expected(data)
    for step in (len(data) or 1, 1, 7):
        found: list[bytes] = []
        reader, gave_up = FrameReader(BYTES), False
        try:
            for at in range(0, len(data), step):
                found += reader.feed(data[at : at + step])
        except BadFrame:
            gave_up = True
        assert gave_up == is_bad
        assert found == (expected if step == 1 or not is_bad else expected[: len(found)])
    return len(expected), is_bad


def _expected(data: bytes) -> tuple[list[bytes], bool]:
    """The same from the definition."""
    found: list[bytes] = []
    while len(data) >= 2:
        [length] = struct.unpack_from("!H", data)
        if length and length not in BYTES:
            return found, True
        if len(data) < 2 + length:
            break
        found += [data[2 : 2 + length]] if length else []
        data = data[2 + length :]
    return found, False
