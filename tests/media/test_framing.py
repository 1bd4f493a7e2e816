"""Datagrams in a stream (RFC 4571)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.framing import BadFrame, FrameReader, frame

DATAGRAMS = st.lists(st.binary(max_size=0) | st.binary(min_size=4, max_size=40), max_size=8)


def test_a_frame_begins_with_its_length() -> None:
    assert frame(b"abc") == b"\x00\x03abc"
    assert frame(bytes(300))[:2] == b"\x01\x2c"


@given(DATAGRAMS, st.lists(st.integers(1, 9)))
def test_what_was_framed_comes_out_however_it_arrives(datagrams: list[bytes], cuts: list[int]) -> None:
    """Empty ones keep a line open and are nothing else."""
    reader, stream, found = FrameReader(range(4, 41)), b"".join(map(frame, datagrams)), list[bytes]()
    for cut in cuts:
        found += reader.feed(stream[:cut])
        stream = stream[cut:]
    assert found + reader.feed(stream) == [datagram for datagram in datagrams if datagram]


@given(DATAGRAMS, st.integers(1, 3) | st.integers(41, 0xFFFF))
def test_a_length_that_cannot_be_ends_the_stream_before_anything_is_kept(datagrams: list[bytes], length: int) -> None:
    reader = FrameReader(range(4, 41))
    assert reader.feed(b"".join(map(frame, datagrams)) + b"\x00") == [each for each in datagrams if each]
    with pytest.raises(BadFrame):
        reader.feed(length.to_bytes(2, "big")[1:] if length < 256 else b"\xff")
