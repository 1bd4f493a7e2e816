"""What every store promises. One contract suite (`tests/store/test_contract.py`) runs on each of them."""

from collections.abc import Sequence
from typing import NewType, Protocol

from app.circle.events import Event
from app.circle.record import Record

CircleId = NewType("CircleId", str)
"""An opaque random name of a circle; it appears in no log line."""


class Conflict(Exception):
    """Somebody else has written to this circle: whoever meets this holds an old state and must let go of it."""


class StoreFailed(Exception):
    """The store could not keep or read (disk full, file gone). Nothing was changed."""


class Store(Protocol):
    """An append-only log per circle. Every method may raise `StoreFailed`."""

    async def append(self, circle: CircleId, expected: int, events: Sequence[Event]) -> None:
        """Keep these events, all or none, durably before it returns.

        `expected` is how many events the circle has so far; raises `Conflict` when that is not so, or when the circle
        has ended.
        """
        ...

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        """All events in order; empty for a circle that is unknown or has ended."""
        ...

    async def finish(self, circle: CircleId, expected: int, record: Record) -> None:
        """Erase the circle's events and keep its record, in one stroke. Raises `Conflict` like `append`."""
        ...

    async def record(self, circle: CircleId) -> Record | None:
        """The record of a circle that has ended."""
        ...

    async def open_circles(self) -> tuple[CircleId, ...]:
        """Every circle that has events, that is, has not ended; oldest first."""
        ...

    async def close(self) -> None:
        """Let go of files and connections. Idempotent."""
        ...
