"""A store in memory that keeps every promise of the real ones, and can be told to fail."""

from collections.abc import Sequence

from app.circle.events import Event
from app.circle.record import Record
from app.store.store import CircleId, Conflict, StoreFailed


class MemoryStore:
    def __init__(self) -> None:
        self.logs: dict[CircleId, list[Event]] = {}
        self.records: dict[CircleId, Record] = {}
        self.fails = False
        self.closed = False

    async def append(self, circle: CircleId, expected: int, events: Sequence[Event]) -> None:
        self._expect(circle, expected)
        self.logs.setdefault(circle, []).extend(events)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        self._check()
        return tuple(self.logs.get(circle, ()))

    async def finish(self, circle: CircleId, expected: int, record: Record) -> None:
        self._expect(circle, expected)
        self.logs.pop(circle, None)
        self.records[circle] = record

    async def record(self, circle: CircleId) -> Record | None:
        self._check()
        return self.records.get(circle)

    async def open_circles(self) -> tuple[CircleId, ...]:
        self._check()
        return tuple(sorted(self.logs, key=lambda circle: (self.logs[circle][0].at_ms, circle)))

    async def close(self) -> None:
        self.closed = True

    def _expect(self, circle: CircleId, expected: int) -> None:
        self._check()
        if len(self.logs.get(circle, ())) != expected or circle in self.records:
            raise Conflict

    def _check(self) -> None:
        if self.fails or self.closed:
            raise StoreFailed("told to fail")
