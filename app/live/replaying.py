"""Circles taken up from their logs, in pieces, so that no voice waits for a long one."""

import asyncio
from collections.abc import Sequence

from app.circle.events import Event
from app.circle.evolve import replay
from app.circle.state import Circle

REPLAYED_MAX = 200
"""Events in a row. Between so many, which take some ten milliseconds, the voices of others pass."""


class Replaying:
    """One piece at a time, however many circles a node takes up side by side."""

    def __init__(self) -> None:
        self._piece = asyncio.Lock()

    async def circle_of(self, events: Sequence[Event]) -> Circle:
        """The circle that these events add up to (`replay`)."""
        circle = None
        for begins in range(0, len(events), REPLAYED_MAX):
            async with self._piece:
                circle = replay(events[begins : begins + REPLAYED_MAX], circle)
                await asyncio.sleep(0)
        return circle or replay(events)
