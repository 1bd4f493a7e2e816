"""What passes for a sealed frame, and what can be seen of one: pure."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.media.rtp import HEADER, OPUS, SILENCE, VERSION
from app.media.sealed import SPEAKS, SealedVoice, frame_bytes
from app.media.speech import COMFORT_NOISE
from tests.support import sframe
from tests.support.peer import FRAME
from tests.support.sframe import CircleKey, header_of, seal

KEY = CircleKey(bytes(range(16)))


def rtp(payload: bytes, flags: int = VERSION) -> bytes:
    return HEADER.pack(flags, OPUS, 1, 2, 3) + payload


@given(st.binary(min_size=1, max_size=1275), st.integers(0, 2**64 - 1), st.integers(0, 2**39 - 1))
def test_whatever_is_sealed_passes_and_shows_its_length(frame: bytes, counter: int, key_id: int) -> None:
    """V2"""
    key_id = (key_id | 1 << 39) & ~1
    assert frame_bytes(rtp(seal(KEY.base(3, key_id), key_id, counter, frame))) == len(frame)


@given(st.integers(0, 255), st.binary(max_size=1275))
def test_no_packet_of_a_browsers_opus_passes(configuration: int, rest: bytes) -> None:
    """V2: frames of 10 ms of voice or more (`minptime`; RFC 6716, table 2) never begin as a sealed one does."""
    first = bytes([configuration])
    config = configuration >> 3
    too_short_for_a_browser = config >= 16 and config % 4 < 2
    passes = frame_bytes(rtp(first + rest)) is not None
    assert not passes or too_short_for_a_browser or first + rest == SILENCE


@given(st.integers(0, 255), st.binary(max_size=60), st.integers(0, 1300))
def test_any_bytes_pass_only_in_the_form_of_a_sealed_frame(flags: int, payload: bytes, longer: int) -> None:
    """V2: written a second time, by the parser of the tests."""
    payload = payload and payload + bytes(longer)
    packet = rtp(payload, flags)
    found = frame_bytes(packet)
    assert frame_bytes(bytearray(packet)) == found
    if flags != VERSION:
        assert found is None
    else:
        assert found == inside(payload)


def inside(payload: bytes) -> int | None:
    """How many bytes are under the seal, as the parser of the tests reads it; None where there is none."""
    if payload in (b"", SILENCE):
        return len(payload)
    try:
        key_id, _, header = header_of(payload)
    except ValueError:
        return None
    formed = payload[0] >> 4 == 0xC and key_id >> 39 and len(payload) - header > sframe.TAG_BYTES
    return len(payload) - header - sframe.TAG_BYTES if formed else None


@pytest.mark.parametrize("cut", range(12))
def test_what_is_shorter_than_a_header_is_nothing(cut: int) -> None:
    """V2"""
    assert frame_bytes(rtp(b"")[:cut]) is None


def sealed_stream(*sizes: tuple[int, int]) -> Iterator[int | None]:
    """How loud frames of this many bytes are that come so many frames after the one before."""
    seen, own, timestamp = SealedVoice(), sframe.SealedVoice(KEY, 3), 2**32 - 3 * FRAME
    for size, later in sizes:
        timestamp = (timestamp + later * FRAME) & 0xFFFFFFFF
        yield seen.loudness(rtp(own.seal(bytes(size))), timestamp)


def test_noise_is_what_is_short_or_comes_when_opus_sends_it_anew() -> None:
    """V4: as Chromium 156 and Firefox 153 send it (docs/decisions/0028)."""
    speech, end, refresh, begins = (80, 1), (1, 1), (80, 20), (80, 17)
    stream = [speech, speech, end, refresh, end, refresh, end, begins, speech]
    speaks = [SPEAKS, SPEAKS, *[COMFORT_NOISE] * 5, SPEAKS, SPEAKS]
    assert list(sealed_stream(*stream)) == speaks
