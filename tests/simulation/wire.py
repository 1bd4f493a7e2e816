"""A page's socket, through the node it came to and on to the owner of its circle. What it carries keeps its order."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.simulation.nodes import Life
from tests.simulation.process import later

if TYPE_CHECKING:
    from tests.simulation.people import Person
    from tests.simulation.world import World

BREAKS_AFTER_S = (2.0, 6.0)
"""How long a silent connection is waited for (`frontend/src/lib/pulse.ts`, `app/web/relay.py`)."""
NO_CODE = 1006


class Wire:
    """One connection. `entry` is the node it came to, `owner` the one that serves it."""

    def __init__(self, world: "World", person: "Person", entry: Life) -> None:
        self.entry = self.owner = entry
        self.inbox: asyncio.Queue[Any] = asyncio.Queue()
        """What the page has sent, for the owner; None once it is gone."""
        self._world, self._person = world, person
        self._under_way: deque[tuple[Callable[..., object], tuple[Any, ...]]] = deque()
        self._delayed = 0
        self._delay_s = world.rng.uniform(0.001, 0.02)
        self._breaks: asyncio.TimerHandle | None = None
        self._over = False
        self._stop = world.network.on_change(self._look)

    def ask(self, message: Any) -> None:
        """From the page."""
        self._send(self.inbox.put_nowait, message)

    def hang_up(self) -> None:
        """From the page: it has gone."""
        self._send(self._end)

    def tell(self, function: Callable[..., object], *args: Any) -> None:
        """To the page."""
        self._send(function, self, *args)

    def close(self, code: int) -> None:
        """To the page: no more comes."""
        self._send(self._end, code)

    def relay(self, owner: Life) -> None:
        """From now on that node serves it."""
        self.owner = owner
        self._look()

    @property
    def _passes(self) -> bool:
        entry, owner, reaches = self.entry, self.owner, self._world.network.reaches
        if not (entry.process.runs and owner.process.alive and reaches(self._person.place, entry.place)):
            return False
        return owner is entry or reaches(entry.place, owner.place)

    def _send(self, function: Callable[..., object], *args: Any) -> None:
        if not self._over:
            self._under_way.append((function, args))
            self._delayed += 1
            later(self._delay_s, self._arrives)

    def _arrives(self) -> None:
        self._delayed -= 1
        if not self._breaks:
            self._flush()

    def _flush(self) -> None:
        while len(self._under_way) > self._delayed and not self._over:
            function, args = self._under_way.popleft()
            function(*args)

    def _look(self) -> None:
        """Something is cut, healed, frozen, awake or dead now."""
        if self._over:
            return
        if self._passes:
            if self._breaks:
                self._breaks.cancel()
                self._breaks = None
                self._flush()
        elif not self._breaks:
            dead = not (self.entry.process.alive and self.owner.process.alive)
            quick = dead and self._world.rng.random() < 0.7
            self._breaks = later(0.005 if quick else self._world.rng.uniform(*BREAKS_AFTER_S), self._end)

    def _end(self, code: int = NO_CODE) -> None:
        if not self._over:
            self._over = True
            self._stop()
            self.inbox.put_nowait(None)
            self._person.lost(self, code)
