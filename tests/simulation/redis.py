"""What Redis does, in memory: the same strokes as `app/store/scripts.py`, a replica that lags behind, a failover.

`Rules` takes single promises away, to prove that the simulation notices.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.circle.events import Event
from app.circle.record import Record, without_people
from app.store.directory import NodeStatus, Snapshot
from app.store.store import CircleId, NodeId
from tests.support.directory import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What Redis is asked to check."""

    fencing: bool = True
    write_numbers: bool = True
    withdrawing: bool = True
    beats: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One append or finish on its way. `node` is told to nobody; the invariants look at it."""

    circle: CircleId
    node: NodeId
    term: int
    number: int
    withdraws: bool
    expected: int
    events: tuple[Event, ...] = ()
    record: Record | None = None


@dataclass(slots=True)
class Kept:
    """All there is of one circle. A term of 0 stands for no claim at all."""

    node: str = ""
    term: int = 0
    write: int = 0
    events: list[Event] = field(default_factory=list)
    record: Record | None = None


class Data:
    """What one Redis holds. Each method is one stroke; `Redis` decides who is asked."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.circles: dict[CircleId, Kept] = {}
        self.directory = Directory()
        self._opened: dict[CircleId, int] = {}

    def of(self, circle: CircleId) -> Kept:
        """What is kept of this circle."""
        return self.circles.setdefault(circle, Kept())

    def begin(self, circle: CircleId, log: list[Event]) -> None:
        """Have this from the beginning."""
        self.circles[circle] = Kept(events=list(log))
        self._opened[circle] = log[0].at_ms

    def holders(self, circles: Sequence[CircleId]) -> list[tuple[str, int]]:
        """Node and term of each."""
        return [(self.of(circle).node, self.of(circle).term) for circle in circles]

    def claim(self, circle: CircleId, node: NodeId, seen: tuple[str, int], beat: int | None) -> int:
        """See `CLAIM`."""
        kept = self.of(circle)
        if kept.node != seen[0] or (kept.node and kept.term != seen[1]):
            return 0
        status = self.directory.statuses.get(NodeId(kept.node))
        if self.rules.beats and status and beat is not None and status.beat != beat:
            return 0
        if kept.node and kept.node != node:
            self.directory.taken[kept.node] += 1
        kept.node, kept.term, kept.write = node, kept.term + 1, 0
        return kept.term

    def release(self, circle: CircleId, node: NodeId, term: int, to: str) -> None:
        """See `RELEASE`."""
        kept = self.of(circle)
        if (kept.node, kept.term) != (node, term):
            return
        if not kept.events:
            kept.node, kept.term, kept.write = "", 0, 0
        else:
            kept.node = to

    def write(self, write: Write) -> str:
        """See `APPEND` and `FINISH`."""
        kept = self.of(write.circle)
        if write.record is not None and kept.record is not None and not kept.node:
            return "kept"
        if refused := self._may_write(kept, write):
            return refused
        if write.record is not None:
            self.circles[write.circle] = Kept(record=write.record)
            self._opened.pop(write.circle, None)
            return "kept"
        kept.events.extend(write.events)
        if write.expected == 0 and write.events:
            self._opened[write.circle] = write.events[0].at_ms
        kept.write = write.number
        return "kept"

    def forget_people(self, circle: CircleId) -> None:
        """See `FORGET_PEOPLE`."""
        kept = self.of(circle)
        kept.record = without_people(kept.record) if kept.record else None

    def _may_write(self, kept: Kept, write: Write) -> str | None:
        """See `_MAY_WRITE`."""
        in_force = (kept.node, kept.term)
        if (self.rules.fencing and in_force != (write.node, write.term)) or kept.record is not None:
            return "conflict"
        if self.rules.write_numbers and write.number == kept.write:
            return "kept"
        if self.rules.write_numbers and write.number < kept.write:
            return "conflict"
        if write.withdraws:
            if not self.rules.withdrawing:
                return None
            del kept.events[write.expected :]
        return "conflict" if len(kept.events) != write.expected else None

    def open_circles(self) -> tuple[CircleId, ...]:
        """See `OPEN_CIRCLES`."""
        begun = (circle for circle in self._opened if self.of(circle).events)
        return tuple(sorted(begun, key=lambda circle: (self._opened[circle], circle)))


Stroke = Callable[[Data], Any]


class Redis:
    """The primary, and what of it a replica has by now.

    `on_write(write, in_force, outcome)` is told of every append and finish as it is taken, with the term in force then,
    `on_claim(circle, term, holder, why)` of every claim, and `on_publish(status)` of every beat.
    """

    def __init__(self, rules: Rules = Rules()) -> None:
        self.data = Data(rules)
        self.frozen = False
        self.replica_reached = True
        self.failovers = 0
        self.on_write: Callable[[Write, int, str], None] = lambda *_: None
        self.on_claim: Callable[[CircleId, int, str, str], None] = lambda *_: None
        self.on_publish: Callable[[NodeStatus], None] = lambda _: None
        self._rules = rules
        self._journal: list[Stroke] = []
        self._replicated = 0
        self._waiting: list[Callable[[], None]] = []

    def read(self, stroke: Stroke) -> Any:
        """Take a question."""
        return stroke(self.data)

    def change(self, stroke: Stroke) -> tuple[Any, int]:
        """Take a change; its outcome and its place in the journal.

        One that is repeated has a place of its own: Redis writes then too. What is refused needs none, and has one:
        of that nothing counts as kept, whoever waits for it.
        """
        outcome = stroke(self.data)
        self._journal.append(stroke)
        return outcome, len(self._journal)

    def write(self, write: Write) -> tuple[str, int]:
        """Take an append or a finish."""
        in_force = self.data.of(write.circle).term
        outcome, place = self.change(lambda data: data.write(write))
        self.on_write(write, in_force, outcome)
        return outcome, place

    def claim(
        self, circle: CircleId, node: NodeId, seen: tuple[str, int], beat: int | None, why: str
    ) -> tuple[int, int]:
        """Take a claim. `why` is what the claimer knew of the holder."""
        holder = self.data.of(circle).node
        term, place = self.change(lambda data: data.claim(circle, node, seen, beat))
        if term:
            self.on_claim(circle, term, "" if holder == node else holder, why)
        return term, place

    def publish(self, status: NodeStatus, last: Snapshot) -> tuple[Snapshot, int]:
        """Take a beat."""
        self.on_publish(status)
        return self.change(lambda data: data.directory.publish(status, last))

    def replicate(self) -> None:
        """The replica has all there is, if it is reached."""
        if self.replica_reached:
            self._replicated = len(self._journal)

    def is_replicated(self, place: int) -> bool:
        """Whether the replica has the change at this place."""
        return self._replicated >= place

    def fail_over(self, forgets: int) -> None:
        """The primary is gone; the replica goes on with what was confirmed, and all but the newest so many changes."""
        self.failovers += 1
        if self.replica_reached:
            self._replicated = max(self._replicated, len(self._journal) - forgets)
        del self._journal[self._replicated :]
        self.data = Data(self._rules)
        for stroke in self._journal:
            stroke(self.data)
        self.frozen = False

    def wait(self, arrival: Callable[[], None]) -> None:
        """It has come to a Redis that is frozen."""
        self._waiting.append(arrival)

    def wake(self) -> None:
        """Everything that has come meanwhile is taken now, in any order."""
        self.frozen = False
        arrivals, self._waiting = self._waiting, []
        loop: Any = asyncio.get_running_loop()
        loop.rng.shuffle(arrivals)
        for arrival in arrivals:
            arrival()
