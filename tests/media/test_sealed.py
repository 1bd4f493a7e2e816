"""Sealed voices at the forwarder: who hears them, what passes beside them, and that it cannot listen."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable

import pytest

from app.media.rtcp_nack import nack
from app.media.rtp import HEADER_BYTES, SILENCE
from app.media.rtp_receiver import RtpHeader
from app.media.sealed import SPEAKS
from app.media.selection import VOICES_MAX
from bench.voice import tone
from tests.media.scene import Scene, scene
from tests.support import sframe
from tests.support.listening import tone_in
from tests.support.losing import LosingLine
from tests.support.peer import FRAME, Packet, Peer, until
from tests.support.sframe import CircleKey, Ears

KEY = CircleKey(bytes(range(16)))
CLEAR = b"\x78" + bytes(79)
SPEECH = bytes(80)
"""As long as Chromium's frames of speech at a constant bit rate."""


class Sealed:
    """A sealed room, and what the server saw of it: every packet without SRTP."""

    def __init__(self, circle: Scene) -> None:
        self.circle = circle
        self.voices: dict[int, sframe.SealedVoice] = {}
        self.peers: dict[int, Peer] = {}
        self.seen: list[bytes] = []
        forward = circle.room._forward

        def watched(seat: int, header: RtpHeader, slot: int, length: int, now: float) -> None:
            rx = circle.room._rx
            self.seen.append(bytes(rx.data[rx.starts[slot] : rx.starts[slot] + length]))
            forward(seat, header, slot, length, now)

        circle.room._forward = watched  # type: ignore[method-assign]

    async def sit(self, *seats: int) -> None:
        for seat in seats:
            self.peers[seat] = await self.circle.sit(seat)
            self.voices[seat] = sframe.SealedVoice(KEY, seat)
        self.circle.heard(*self.peers)

    def say(self, seat: int, frame: bytes = SPEECH) -> None:
        self.peers[seat].speak(1, self.voices[seat].seal(frame))

    def hears(self, seat: int, ears: Ears) -> list[bytes]:
        return [ears.hear(packet.payload) for packet in self.peers[seat].heard[ears._seat]]


def played(
    play: Callable[[Sealed], Awaitable[None]],
    seats: int = 4,
    *,
    sealed: bool = True,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    async def run() -> None:
        async with scene(seats, clock) as circle:
            circle.room = circle.server.room(seats, sealed)
            await play(Sealed(circle))

    asyncio.run(run())


def test_what_is_sealed_is_heard_by_who_has_the_key() -> None:
    """V1, V2"""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        words = [b"\x78word %d" % n + bytes(70) for n in range(5)]
        for word in words:
            t.say(1, word)
        await t.peers[2].hears(1, 5)
        assert t.hears(2, Ears(KEY, 1)) == words
        assert t.hears(2, Ears(CircleKey(bytes(16)), 1)) == [SILENCE] * 5

    played(play)


@pytest.mark.parametrize("sealed", [True, False])
def test_the_offer_of_a_sealed_room_is_that_of_sealed_voices(sealed: bool) -> None:
    """V4: each packet as long as all others, and no level beside it."""

    async def play(t: Sealed) -> None:
        offer = t.circle.room.join(1).offer
        assert ("cbr=1" in offer, "ssrc-audio-level" in offer) == (sealed, not sealed)

    played(play, sealed=sealed)


def test_a_gate_that_closes_ends_a_sealed_voice_with_silence() -> None:
    """V2, H7: the server's own three frames; no page takes them for a fault."""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        t.say(1)
        await t.peers[2].hears(1, 1)
        t.circle.heard()
        await t.peers[2].hears(1, 4)
        assert t.hears(2, Ears(KEY, 1)) == [SPEECH, *[SILENCE] * 3]

    played(play)


@pytest.mark.parametrize(
    "clear",
    [CLEAR, b"\xf8\xff\xff", b"\xf8", b"\xf8voice", bytes([0xC9]) + bytes(80), b"\x00" * 100],
    ids=["speech", "almost silence", "a short one", "a word", "a low key number", "zeros"],
)
def test_what_is_not_sealed_goes_to_nobody_and_is_counted(clear: bytes) -> None:
    """V2"""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        t.say(1)
        t.peers[1].speak(3, clear)
        t.peers[1].speak(1, t.voices[1].seal(SPEECH), level=20)
        t.say(1)
        heard = await t.peers[2].hears(1, 2)
        assert t.hears(2, Ears(KEY, 1)) == [SPEECH, SPEECH]
        assert [packet.marker for packet in heard] == [True, True]
        assert follow(heard)
        assert t.circle.room.counters.unsealed == 4

    played(play)


def follow(heard: list[Packet]) -> bool:
    """Without a gap: what was left out is no loss."""
    return all((b.sequence - a.sequence) & 0xFFFF == 1 for a, b in itertools.pairwise(heard))


def test_what_was_not_sealed_is_not_sent_again_either() -> None:
    """V2: neither to a listener who asks, nor when the speaker's browser sends it late."""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        line = LosingLine(t.peers[2], lambda ssrc, sequence: True)
        t.say(1)
        t.peers[1].speak(1, CLEAR)
        t.peers[1].sequence += 1
        t.say(1)
        t.peers[1].send(CLEAR, sequence=t.peers[1].sequence - 1)
        await until(lambda: len(line.lost) == 2)
        ssrc, first = min(line.lost)
        t.peers[2].report(nack(5, ssrc, [first, first + 1, first + 2]))
        await t.peers[2].hears(1, 2)
        assert t.hears(2, Ears(KEY, 1)) == [SPEECH] * 2
        assert (t.circle.room.counters.unsealed, t.circle.room.counters.resend_not_kept) == (2, 1)

    played(play)


def test_of_many_sealed_voices_those_are_sent_that_spoke_first_and_a_pause_gives_way() -> None:
    """V4: none is louder than another; who is silent for less than half a second has lost nothing but the place."""

    async def play(t: Sealed) -> None:
        await t.sit(*range(1, VOICES_MAX + 3))
        speakers = range(1, VOICES_MAX + 2)
        began = t.circle.server._clock()
        for _ in range(5):
            for seat in speakers:
                t.say(seat)
        listener = t.peers[VOICES_MAX + 2]
        await until(lambda: all(len(listener.heard[seat]) == 5 for seat in range(1, VOICES_MAX + 1)))
        assert not listener.heard[VOICES_MAX + 1]
        assert t.circle.room.counters.held_back == 5
        selection = t.circle.room._selections[0]
        assert not selection.select(VOICES_MAX + 1, SPEAKS, began + 0.3)
        assert selection.select(VOICES_MAX + 1, SPEAKS, t.circle.server._clock() + 0.5)

    played(play, VOICES_MAX + 2)


def test_the_noise_of_who_has_not_spoken_is_not_sent() -> None:
    """V4: twelve open microphones in quiet rooms cost nobody anything."""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        peer = t.peers[1]
        t.say(1, b"\x00")
        for _ in range(10):
            peer.timestamp = (peer.timestamp + 19 * FRAME) & 0xFFFFFFFF
            t.say(1)
            t.say(1, b"\x00")
        await until(lambda: t.circle.room.counters.held_back == 21)
        assert t.peers[2].heard[1] == []

    played(play)


def test_the_server_counts_no_speech_of_a_sealed_voice() -> None:
    """V5: what it would count is how long packets are."""

    async def play(t: Sealed) -> None:
        noted: list[int] = []
        t.circle.room.on_voice = noted.append
        await t.sit(1, 2)
        for _ in range(300):
            t.say(1)
        await until(lambda: t.circle.room.counters.forwarded == 300)
        await asyncio.sleep(0)
        assert noted == []

    played(play)


def test_the_leaders_debrief_is_as_it_was() -> None:
    """V2, E6"""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2, 3)
        t.circle.heard(1, 2, 3, breakout=[1, 2])
        t.say(1)
        await t.peers[2].hears(1, 1)
        t.say(3)
        await until(lambda: t.circle.room.counters.forwarded == 2)
        assert not t.peers[3].heard
        assert not t.peers[1].heard[3]

    played(play)


@pytest.mark.parametrize("sealed", [True, False])
def test_the_server_cannot_listen(sealed: bool) -> None:
    """V3: of every byte that it has of a voice none is sound; in a circle that is not sealed the same bytes are."""

    async def play(t: Sealed) -> None:
        await t.sit(1, 2)
        frames = tone()
        for frame in frames:
            t.peers[1].speak(1, t.voices[1].seal(frame) if sealed else frame)
        await t.peers[2].hears(1, len(frames))
        seen = [packet[HEADER_BYTES:] for packet in t.seen]
        assert len(seen) == len(frames)
        assert (tone_in(seen) < 0.1) if sealed else (tone_in(seen) > 0.9)
        assert not sealed or t.hears(2, Ears(KEY, 1)) == frames

    played(play, sealed=sealed)
