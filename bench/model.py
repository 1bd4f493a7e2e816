"""What models of lossy lines share: the lines, what they lose, and events in the order of their time, in seconds."""

import heapq
import random
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

LINES = ((0.05, 0), (0.1, 0), (0.2, 0), (0.3, 0), (0.1, 3))
"""The share that is lost each way; and of bursts, so many packets in a row on average."""

ROUND_TRIPS_S = (0.02, 0.08, 0.2)
PACKETS, SEEDS = 6_000, range(1, 4)
PACKET_S = 0.02


class EventQueue:
    """What is to happen, each at its time; of one time, what was put in first."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []
        self._numbers = count()

    def at(self, time_s: float, do: Callable[..., None], *given: Any) -> None:
        """Call this at a time, with the time and what is given."""
        heapq.heappush(self._due, (time_s, next(self._numbers), do, given))

    def run(self) -> None:
        """Let everything happen, and what comes of it."""
        while self._due:
            now, _, do, given = heapq.heappop(self._due)
            do(now, *given)


def named(round_trip_s: float, loss: float, burst: int) -> str:
    """Begin a row of a table."""
    lost = f"{100 * loss:g}{f'/{burst}' if burst else ''} %"
    return f"{1000 * round_trip_s:7g} ms{lost:>8}"


def losses(loss: float, burst: int, seed: int) -> Any:
    """Whether what is sent at a time is lost; times do not go back. Bursts go by time, as in `tests/support/lossy`."""
    chance = random.Random(seed)
    slots: Iterator[bool] = _down(loss, burst, chance)
    until, down = 0.0, False

    def loses(now: float) -> bool:
        nonlocal until, down
        while until <= now:
            down, until = next(slots), until + PACKET_S
        return down

    return loses if burst else lambda now: chance.random() < loss


def _down(loss: float, burst: int, chance: random.Random) -> Iterator[bool]:
    down = False
    while True:
        down = chance.random() < (1 - 1 / burst if down else loss / (1 - loss) / burst)
        yield down
