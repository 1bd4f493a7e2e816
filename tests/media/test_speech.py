"""Who has spoken for a while is noted; who is silent, or silenced, never."""

import asyncio
import itertools

import pytest
from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from aiortc.rtp import HeaderExtensions, HeaderExtensionsMap, RtpPacket, pack_header_extensions
from aiortc.rtp import unpack_header_extensions as unpack
from hypothesis import example, given
from hypothesis import strategies as st

from app.media.rtp import EXTENSION, HEADER, HEADER_BYTES, LEVEL, OPUS, QUIET, SILENCE, VERSION
from app.media.speech import COMFORT_NOISE, NOT_AUDIBLE, NOTED_S, SpeechCounter, loudness
from tests.media.scene import Scene, scene
from tests.support.peer import Peer, until

SPOKEN = loudness(bytes(HEADER_BYTES + 11))
PACKETS = 100
"""Two seconds."""

VOICE = bytes(80)
AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"


def rtp(payload: bytes, flags: int = VERSION) -> bytes:
    return HEADER.pack(flags, OPUS, 1, 2, 3) + payload


def is_audible(packet: bytes | bytearray) -> bool:
    return loudness(packet) > NOT_AUDIBLE


def extended(kind: int, elements: bytes, payload: bytes = b"") -> bytes:
    """A packet whose elements are padded to whole words."""
    words = -(-len(elements) // 4)
    head = kind.to_bytes(2, "big") + words.to_bytes(2, "big")
    return rtp(head + elements.ljust(4 * words, b"\0") + payload, VERSION | EXTENSION)


@pytest.mark.parametrize(
    ("packet", "audible"),
    [
        (rtp(VOICE), True),
        (rtp(bytes(11)), True),
        (rtp(bytes(10)), False),
        (rtp(SILENCE), False),
        (rtp(b""), False),
        (extended(0xBEDE, b"\x10\x00"), True),
        (extended(0xBEDE, b"\x10\x31"), True),
        (extended(0xBEDE, b"\x10\x32", VOICE), False),
        (extended(0xBEDE, b"\x10\x7f", VOICE), False),
        (extended(0xBEDE, b"\x10\xff", VOICE), False),
        (extended(0xBEDE, b"\x10\xb1"), True),
        (extended(0xBEDE, b"\x22abc\x00\x00\x10\x7f", VOICE), False),
        (extended(0xBEDE, b"\xf0\x00\x10\x7f", VOICE), True),
        (extended(0xBEDE, b"\x01\x00\x00\x10\x7f", VOICE), True),
        (extended(0xBEDE, b"\x22abc", VOICE), True),
        (extended(0xBEDE, b"\x22abc\x13\x7f\x00\x00", VOICE), True),
        (extended(0xBEDE, b"", VOICE), True),
        (extended(0xBEDE, b"\x22abc", SILENCE), False),
        (extended(0x1000, b"\x01\x01\x7f", VOICE), True),
        (extended(0xBEDE, b"\x10\x7f")[:17], False),
        (rtp(b"\xbe\xde\xff\xff\x10", VERSION | EXTENSION), False),
        (rtp(b"\xbe\xde\x00\x00\x10\x7f" + VOICE, VERSION | EXTENSION), True),
        (b"", False),
    ],
)
def test_audible_is_what_is_loud_or_else_what_is_long(packet: bytes, audible: bool) -> None:
    assert is_audible(packet) is audible


@given(st.binary(max_size=80))
def test_any_bytes_are_audible_or_not(noise: bytes) -> None:
    for packet in (noise, rtp(noise), rtp(noise, VERSION | EXTENSION), rtp(b"\xbe\xde" + noise, VERSION | EXTENSION)):
        assert is_audible(packet) in (True, False)
        assert is_audible(bytearray(packet)) is is_audible(packet)


def understood(words: bytes) -> list[tuple[int, bytes]]:
    """The elements that count (RFC 8285): none behind an element 15, or behind an element 0 that claims a length.

    aiortc reads on behind both, so only what it finds before them is asked.
    """
    counted = itertools.takewhile(lambda element: element[0] not in (0, 15), unpack(0xBEDE, words))
    return list(counted)


elements_of_any_kind = st.lists(
    st.one_of(
        st.binary(max_size=4),
        st.builds(
            lambda kind, data: bytes([kind << 4 | len(data) - 1]) + data,
            st.integers(0, 15),
            st.binary(min_size=1, max_size=16),
        ),
    ),
    max_size=6,
).map(b"".join)


@given(elements_of_any_kind, st.binary(max_size=30))
@example(b"\x00\x00\x00\x00\x00\x01\x00\x00\x10", b"")  # padding that claims a length ends it all
@example(b"\xf0\x00\x10\x00", b"")  # and so does the reserved element
def test_any_elements_are_understood_as_aiortc_does(elements: bytes, payload: bytes) -> None:
    packet = extended(0xBEDE, elements, payload)
    words = packet[HEADER_BYTES + 4 : len(packet) - len(payload)]
    try:
        found = dict(reversed(understood(words)))
    except ValueError:
        return
    level = found.get(LEVEL)
    assert is_audible(packet) is (level[0] & 0x7F < QUIET if level else len(payload) > 10)


@given(st.booleans(), st.integers(0, 127), st.lists(st.tuples(st.integers(2, 14), st.binary(min_size=1, max_size=16))))
def test_the_level_is_found_wherever_it_stands(vad: bool, level: int, others: list[tuple[int, bytes]]) -> None:
    ids = HeaderExtensionsMap()
    ids.configure(RTCRtpParameters(headerExtensions=[RTCRtpHeaderExtensionParameters(LEVEL, AUDIO_LEVEL)]))
    _, alone = ids.set(HeaderExtensions(audio_level=(vad, level)))
    kind, elements = pack_header_extensions([*others, *unpack(0xBEDE, alone)])
    packet = extended(kind, elements, VOICE)
    assert RtpPacket.parse(packet, ids).extensions.audio_level == (vad, level)
    assert is_audible(packet) is (level < QUIET)


def test_two_seconds_are_a_note_and_two_more_another() -> None:
    async def scenario() -> None:
        noted: list[int] = []
        speech = SpeechCounter((1, 2), noted.append)
        for _ in range(2 * PACKETS + PACKETS // 2):
            speech.count(1, SPOKEN)
        assert noted == [], "never from inside"
        await asyncio.sleep(0)
        assert noted == [1, 1]
        speech.begin(1)
        for _ in range(PACKETS - 1):
            speech.count(1, SPOKEN)
            speech.count(2, SPOKEN)
        await asyncio.sleep(0)
        assert noted == [1, 1]
        speech.count(2, SPOKEN)
        await asyncio.sleep(0)
        assert noted == [1, 1, 2]

    assert PACKETS * 0.02 == NOTED_S
    asyncio.run(scenario())


async def speaker(circle: Scene, noted: list[int]) -> Peer:
    circle.room.on_voice = noted.append
    mia = await circle.sit(1)
    circle.heard(1)
    return mia


async def settle(circle: Scene, packets: int) -> None:
    """Let so many packets in all come in, and what follows from them happen."""
    counters = circle.room.counters
    await until(lambda: counters.forwarded + counters.gated == packets)
    await asyncio.sleep(0)


def test_a_voice_is_noted_once_for_two_seconds_of_speech() -> None:
    async def scenario() -> None:
        noted: list[int] = []
        async with scene() as circle:
            mia = await speaker(circle, noted)
            for said, times in ((99, 0), (100, 1), (199, 1), (200, 2), (300, 3)):
                mia.speak(said - circle.room.counters.forwarded, VOICE, level=0x80 | 30)
                await settle(circle, said)
                assert noted == [1] * times

    asyncio.run(scenario())


def test_a_voice_without_a_level_is_known_by_its_size() -> None:
    async def scenario() -> None:
        noted: list[int] = []
        async with scene() as circle:
            mia = await speaker(circle, noted)
            mia.speak(PACKETS, VOICE)
            await settle(circle, PACKETS)
            assert noted == [1]

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("payload", "level"), [(SILENCE, None), (b"\xf8", None), (VOICE, 0x80 | 127), (VOICE, 0x80 | 50)]
)
def test_silence_is_never_noted(payload: bytes, level: int | None) -> None:
    async def scenario() -> None:
        noted: list[int] = []
        async with scene() as circle:
            mia = await speaker(circle, noted)
            mia.speak(3 * PACKETS, payload, level)
            await settle(circle, 3 * PACKETS)
            assert noted == []

    asyncio.run(scenario())


def test_whoever_is_silenced_is_never_noted() -> None:
    async def scenario() -> None:
        noted: list[int] = []
        async with scene() as circle:
            mia = await speaker(circle, noted)
            circle.heard(2)
            mia.speak(3 * PACKETS, VOICE, level=10)
            await settle(circle, 3 * PACKETS)
            assert circle.room.counters.gated == 3 * PACKETS
            assert noted == []

    asyncio.run(scenario())


def test_not_even_if_silenced_before_the_note_could_be_given() -> None:
    async def scenario() -> None:
        noted: list[int] = []
        async with scene() as circle:
            mia = await speaker(circle, noted)
            mia.speak(PACKETS, VOICE)
            circle.heard(1, 2)  # takes in what lies in the socket
            assert circle.room.counters.forwarded == PACKETS
            assert noted == [], "never from inside a call"
            circle.heard(2)
            await settle(circle, PACKETS)
            assert noted == []

    asyncio.run(scenario())


def test_what_was_said_before_the_opening_does_not_count() -> None:
    async def scenario() -> None:
        noted: list[int] = []
        async with scene() as circle:
            mia = await speaker(circle, noted)
            mia.speak(PACKETS - 1, VOICE)
            await settle(circle, PACKETS - 1)
            circle.heard()
            circle.heard(1)
            mia.speak(PACKETS - 1, VOICE)
            await settle(circle, 2 * PACKETS - 2)
            assert noted == []
            circle.heard(1, 2)
            mia.speak(1, VOICE)
            await settle(circle, 2 * PACKETS - 1)
            assert noted == [1]

    asyncio.run(scenario())


def test_nobody_needs_to_want_to_know() -> None:
    async def scenario() -> None:
        async with scene() as circle:
            mia = await speaker(circle, [])
            circle.room.on_voice = None
            mia.speak(PACKETS, VOICE)
            await settle(circle, PACKETS)

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("level", "payload", "noise"),
    [
        (0x3C, VOICE, True),
        (0x3B, VOICE, False),
        (0x32, SILENCE, True),
        (0xBC, VOICE, False),
        (0xFF, SILENCE, True),
        (0x31, SILENCE, False),
        (0x31, VOICE, False),
    ],
)
def test_comfort_noise_is_faint_and_without_voice_or_quiet_and_too_short_for_any(
    level: int, payload: bytes, noise: bool
) -> None:
    assert (loudness(extended(0xBEDE, bytes([0x10, level]), payload)) == COMFORT_NOISE) is noise
