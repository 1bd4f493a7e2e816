"""Somebody without a browser who sits through a whole meeting: speaks in phrases, is silent as open microphones are,
and counts what does not arrive.
"""

import asyncio
import itertools
import random
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field

from bench.load import Caller
from bench.voice import FRAME, FRAME_S, LEVEL, NOISE, NOISE_LEVEL, NOISE_S, stamp_of, stamped, tone

PHRASE_S = (1.0, 4.0)
BREATH_S = (0.2, 0.6)
RECENT = 256


@dataclass
class Stream:
    """One seat's packets as they arrive here: whether their numbers have gaps, or come again."""

    newest: int | None = None
    packets: int = 0
    lost: int = 0
    again: int = 0
    recent: deque[int] = field(default_factory=lambda: deque(maxlen=RECENT))

    def take(self, sequence: int) -> None:
        """Note the next packet, by its sequence number of 16 bits."""
        if self.newest is None:
            self.newest = sequence - 1
        self.packets += 1
        ahead = (sequence - self.newest + 0x8000) % 0x10000 - 0x8000
        index = self.newest + ahead
        if index in self.recent:
            self.again += 1
            return
        self.recent.append(index)
        self.lost += ahead - 1 if ahead > 0 else -1
        self.newest = max(self.newest, index)


class Member(Caller):
    """A peer whose timestamps follow the clock, as a microphone's do."""

    def __init__(self, offer: str | None, host: str) -> None:
        self.streams: defaultdict[int, Stream] = defaultdict(Stream)
        self.voice: Counter[int] = Counter()
        """Packets in which somebody spoke, by seat."""

        self._speaks = False
        self._began = time.monotonic()
        self._frame = 0
        self._sounds = itertools.cycle(VOICE)
        super().__init__(offer, host)
        self._first = self.timestamp

    async def be_silent(self) -> None:
        """Send what an open microphone sends of a quiet room, whenever this person does not speak."""
        await asyncio.sleep(random.random() * NOISE_S)
        while True:
            if not self._speaks:
                self._send_frame(NOISE, NOISE_LEVEL, time.monotonic())
            await asyncio.sleep(NOISE_S)

    async def say(self, seconds: float) -> int:
        """Speak in phrases, with a breath between; how many packets that were."""
        packets, ends = 0, time.monotonic() + seconds
        while (left_s := ends - time.monotonic()) > 0:
            packets += await self._phrase(min(left_s, random.uniform(*PHRASE_S)))
            await asyncio.sleep(random.uniform(*BREATH_S))
        return packets

    async def _phrase(self, seconds: float) -> int:
        self._speaks, due = True, time.monotonic()
        frames = max(1, round(seconds / FRAME_S))
        for sound in itertools.islice(self._sounds, frames):
            self._send_frame(stamped(sound), LEVEL, due)
            due += FRAME_S
            await asyncio.sleep(max(0.0, due - time.monotonic()))
        self._speaks = False
        self._send_frame(NOISE, NOISE_LEVEL, due)
        return frames

    def _send_frame(self, payload: bytes, level: int | None, due: float) -> None:
        self._frame = max(self._frame + 1, round((due - self._began) / FRAME_S))
        self.timestamp = self._first + (self._frame - 1) * FRAME & 0xFFFFFFFF
        self.speak(1, payload, level)
        self.sent.clear()

    def _hear(self, plain: bytes) -> None:
        self.packets += 1
        seat = self.seats[int.from_bytes(plain[8:12])]
        self.streams[seat].take(int.from_bytes(plain[2:4]))
        if (sent_ns := stamp_of(plain)) is not None:
            self.voice[seat] += 1
            self.delays_ms.append((self._arrived_ns - sent_ns) / 1e6)


VOICE = tone()
