"""One node's way to Redis: what `app/store/redis.py` does, on a line that may delay, lose, repeat or hold back."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from itertools import count
from typing import Any, Protocol

from app.circle.events import Event
from app.circle.record import Record
from app.store.directory import NodeStatus, Snapshot
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from tests.simulation.redis import Redis, Write

JUST_READ: ContextVar[CircleId] = ContextVar("just read")
"""The circle that this task has read last: the one whose sound it opens then."""


class Line(Protocol):
    """How requests get to Redis and answers come back."""

    async def ask(self, request: Callable[[], tuple[Any, int]], replicas: int) -> Any:
        """Have this done there. Raises `StoreFailed`; it may have been done all the same, or be done later."""
        ...


class Direct:
    """No line at all."""

    async def ask(self, request: Callable[[], tuple[Any, int]], replicas: int) -> Any:
        """See `Line.ask`."""
        return request()[0]


class Watch:
    """What the invariants are told by a store; here it tells nobody."""

    def kept(self, write: Write) -> None:
        """This write was acknowledged to its node."""

    def unsure(self, write: Write) -> None:
        """This write was not acknowledged, nor refused."""

    def why(self, circle: CircleId, instead_of: Claim | None) -> str:
        """What this node knows of the holder whose circle it claims."""
        return ""

    def claimed(self, claim: Claim) -> None:
        """This node was told that it has this claim."""


class SimulatedStore:
    """`Store` and `NodeDirectory`."""

    def __init__(self, redis: Redis, line: Line | None = None, watch: Watch | None = None, replicas: int = 0) -> None:
        self._redis = redis
        self._line = line or Direct()
        self._watch = watch or Watch()
        self._replicas = replicas
        self._writes = count(1)
        self._unsure: set[Claim] = set()
        self._closed = False

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        rows = await self._read(lambda data: data.holders(circles))
        held = zip(circles, rows, strict=True)
        return {name: Claim(circle=name, node=node, term=term) for name, (node, term) in held if node}

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        seen = (instead_of.node, instead_of.term) if instead_of else ("", 0)
        why = self._watch.why(circle, instead_of)
        term = await self._ask(lambda: self._redis.claim(circle, node, seen, beat, why))
        if not term:
            raise Conflict
        claim = Claim(circle=circle, node=node, term=term)
        self._unsure = {earlier for earlier in self._unsure if earlier.circle != circle}
        self._watch.claimed(claim)
        return claim

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        await self._change(lambda data: data.release(claim.circle, claim.node, claim.term, to or ""))
        self._unsure.discard(claim)

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        await self._write(claim, expected, tuple(events), None)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        events = await self._read(lambda data: tuple(data.of(circle).events))
        JUST_READ.set(circle)
        return tuple(events)

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        await self._write(claim, expected, (), record)

    async def record(self, circle: CircleId) -> Record | None:
        record: Record | None = await self._read(lambda data: data.of(circle).record)
        return record

    async def forget_people(self, circle: CircleId) -> None:
        await self._change(lambda data: data.forget_people(circle))

    async def open_circles(self) -> tuple[CircleId, ...]:
        return tuple(await self._change(lambda data: data.open_circles()))

    async def publish(self, status: NodeStatus, last: Snapshot) -> Snapshot:
        snapshot: Snapshot = await self._ask(lambda: self._redis.publish(status, last))
        return snapshot

    async def leave(self, node: NodeId) -> None:
        await self._ask(lambda: (self._redis.change(lambda data: data.directory.leave(node))[0], 0))

    async def close(self) -> None:
        self._closed = True

    async def _write(self, claim: Claim, expected: int, events: tuple[Event, ...], record: Record | None) -> None:
        write = Write(
            circle=claim.circle,
            node=claim.node,
            term=claim.term,
            number=next(self._writes),
            withdraws=claim in self._unsure,
            expected=expected,
            events=events,
            record=record,
        )
        try:
            outcome = await self._ask(lambda: self._redis.write(write))
        except BaseException:
            self._unsure.add(claim)
            self._watch.unsure(write)
            raise
        self._unsure.discard(claim)
        if outcome != "kept":
            raise Conflict
        self._watch.kept(write)

    async def _change(self, stroke: Callable[[Any], Any]) -> Any:
        return await self._ask(lambda: self._redis.change(stroke))

    async def _ask(self, request: Callable[[], tuple[Any, int]]) -> Any:
        self._check()
        return await self._line.ask(request, self._replicas)

    async def _read(self, stroke: Callable[[Any], Any]) -> Any:
        self._check()
        return await self._line.ask(lambda: (self._redis.read(stroke), 0), 0)

    def _check(self) -> None:
        if self._closed:
            raise StoreFailed("the store is closed")
