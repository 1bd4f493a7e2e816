"""What a person says, as frames of Opus: encoded once, and given out on time."""

import asyncio
import time
from collections import deque
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from aiortc import MediaStreamTrack
from av import AudioFrame, CodecContext, Packet

RATE = 48_000
FRAME_S = 0.02
FRAME = round(RATE * FRAME_S)
BITS_PER_S = 32_000

SILENCE = b"\xf8\xff\xfe"
"""A frame in which nothing is to be heard (RFC 6716). Some of them follow whatever is said, so that it ends clean."""
_SILENT_FRAMES = 5

_LATE_S = 0.1
"""How late a frame may be before the frames after it are put off too."""


def encode_opus(samples: bytes) -> list[bytes]:
    """Frames of Opus, of sound of 16 bits, one channel and 48 kHz. The last frame is filled up with silence."""
    codec = CodecContext.create("libopus", "w")
    codec.bit_rate, codec.sample_rate = BITS_PER_S, RATE
    codec.format, codec.layout = "s16", "mono"
    codec.options = {"application": "voip"}
    packets: list[bytes] = []
    for begins in range(0, len(samples), 2 * FRAME):
        frame = AudioFrame(format="s16", layout="mono", samples=FRAME)
        frame.sample_rate, frame.pts = RATE, begins // 2
        frame.planes[0].update(samples[begins : begins + 2 * FRAME].ljust(2 * FRAME, b"\0"))
        packets += [bytes(packet) for packet in codec.encode(frame)]
    return packets + [bytes(packet) for packet in codec.encode(None)]


class Microphone:
    """One person's microphone. Nothing is sent while nothing is said; whether it is heard, the server decides."""

    def __init__(self) -> None:
        self._frames: deque[bytes] = deque()
        self._news = asyncio.Event()
        self._said = asyncio.Event()
        self._said.set()
        self._began = self._due = time.monotonic()

    async def say(self, frames: Iterable[bytes]) -> None:
        """Say this after what is being said already, and wait until it is said. Takes as long as it lasts."""
        self._frames += [*frames, *[SILENCE] * _SILENT_FRAMES]
        self._said.clear()
        self._news.set()
        await self._said.wait()

    def stop(self) -> None:
        """Say nothing more of what was begun."""
        self._frames.clear()
        self._said.set()

    @property
    def speaks(self) -> bool:
        """Whether something is being said."""
        return bool(self._frames)

    def track(self) -> MediaStreamTrack:
        """What a peer connection sends. Each needs one of its own, since it ends with the connection."""
        return _Track(self)

    async def frame(self) -> tuple[bytes, int]:
        """The next frame when it is due, and its time in samples."""
        while not self._frames:
            self._said.set()
            self._news.clear()
            await self._news.wait()
        self._due = max(self._due + FRAME_S, time.monotonic() - _LATE_S)
        await asyncio.sleep(self._due - time.monotonic())
        frame = self._frames.popleft() if self._frames else SILENCE
        return frame, round((self._due - self._began) * RATE)


class _Track(MediaStreamTrack):
    kind = "audio"

    def __init__(self, microphone: Microphone) -> None:
        super().__init__()
        self._microphone = microphone

    async def recv(self) -> "Packet[Any]":
        """See `MediaStreamTrack`. What is encoded already, aiortc sends as it is."""
        frame, at = await self._microphone.frame()
        packet: Packet[Any] = Packet(frame)
        packet.pts, packet.time_base = at, Fraction(1, RATE)
        return packet
