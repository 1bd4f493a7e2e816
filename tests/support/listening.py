"""Somebody who has every byte of a voice that the server has, and tries to hear a tone in it."""

import math
from array import array
from collections.abc import Iterable

from bench.voice import RATE, TONE_HZ
from tests.support.opus import decoded

OFFSETS = range(11)
"""Where a frame of Opus could begin in a payload: a sealed one's header has 6 to 14 bytes."""


def tone_in(payloads: Iterable[bytes]) -> float:
    """How much of the energy of what can be decoded is the tone, wherever in the payloads it is looked for: 0 to 1."""
    payloads = list(payloads)
    return max(_share(array("h", decoded(payload[at:] for payload in payloads))[::2]) for at in OFFSETS)


def _share(samples: "array[int]") -> float:
    """By the algorithm of Goertzel."""
    energy = sum(sample * sample for sample in samples)
    if not energy:
        return 0.0
    turn = 2 * math.cos(2 * math.pi * TONE_HZ / RATE)
    before = last = 0.0
    for sample in samples:
        before, last = last, sample + turn * last - before
    power = last * last + before * before - turn * last * before
    return power / (energy * len(samples) / 2)
