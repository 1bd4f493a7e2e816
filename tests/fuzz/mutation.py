"""Damaged inputs without end, the same for the same seed."""

import random
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

INPUT_BYTES_MAX = 4096
KEPT_MAX = 2000
CHANGES_MAX = 6
TELLING = (0, 1, 2, 3, 4, 15, 16, 31, 32, 63, 64, 127, 128, 191, 192, 223, 254, 255)
"""Bytes at which readers turn one way or the other."""


class Finding(NamedTuple):
    """An input to which something happened that must not."""

    data: bytes
    error: Exception


def hunt(check: Callable[[bytes], Hashable], seeds: Sequence[bytes], count: int, seed: int) -> Finding | None:
    """Check the seeds and so many inputs made of them; the first of which the check complains, if any."""
    chance = random.Random(seed)
    kept, seen = list(seeds), set[Hashable]()
    for n in range(len(seeds) + count):
        data = seeds[n] if n < len(seeds) else damage(kept, chance)
        try:
            outcome = check(data)
        except Exception as error:
            return Finding(data, error)
        if outcome not in seen and len(kept) < KEPT_MAX:
            seen.add(outcome)
            kept.append(data)
    return None


def damage(samples: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the samples with some bytes changed, put in, taken out, doubled, moved, or taken from another one."""
    data = bytearray(chance.choice(samples))
    for _ in range(chance.randint(1, CHANGES_MAX)):
        chance.choice(_CHANGES)(data, samples, chance)
    return bytes(data[:INPUT_BYTES_MAX])


def _place(data: bytearray, chance: random.Random) -> tuple[int, int]:
    """A place in the data, and the end of a short or long piece from there."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 2, 4, 8, chance.randint(0, len(data)))))


def _flip(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _set(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.choice(TELLING)


def _count(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    """A number of two bytes becomes a little more or less: lengths are such."""
    if len(data) >= 2:
        at = chance.randrange(len(data) - 1)
        number = int.from_bytes(data[at : at + 2], "big") + chance.randint(-8, 8)
        data[at : at + 2] = (number & 0xFFFF).to_bytes(2, "big")


def _put_in(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.randbytes(chance.randint(1, 8))


def _take_out(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    start, end = _place(data, chance)
    del data[start:end]


def _double(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    start, end = _place(data, chance)
    data[end:end] = data[start:end]


def _splice(data: bytearray, samples: Sequence[bytes], chance: random.Random) -> None:
    other = bytearray(chance.choice(samples))
    start, end = _place(other, chance)
    here, there = _place(data, chance)
    data[here:there] = other[start:end]


def _cut(data: bytearray, _: Sequence[bytes], chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


_CHANGES = (_flip, _set, _count, _put_in, _take_out, _double, _splice, _cut)
