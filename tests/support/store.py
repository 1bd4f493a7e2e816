"""A store in memory that keeps every promise of the real ones, and can be told to fail."""

from collections.abc import Mapping, Sequence

from app.circle.events import Event
from app.circle.record import Record, without_people
from app.group.group import Group
from app.store.claims import Claims
from app.store.directory import NodeStatus, Snapshot
from app.store.groups import GroupId
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from tests.support.directory import Directory


class MemoryStore:
    def __init__(self) -> None:
        self.logs: dict[CircleId, list[Event]] = {}
        self.records: dict[CircleId, Record] = {}
        self.claims = Claims()
        self.directory = Directory()
        self.fails = False
        self.loses_answers = False
        """Whether what is appended is kept, and not said to be."""
        self.closed = False
        self._unsure: set[Claim] = set()

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        self._check()
        return self.claims.holders(circles)

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        self._check()
        holder = instead_of.node if instead_of else None
        status = self.directory.statuses.get(holder) if holder else None
        if status and beat is not None and status.beat != beat:
            raise Conflict
        claim = self.claims.claim(circle, node, instead_of)
        if holder and holder != node:
            self.directory.taken[holder] += 1
        return claim

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        self._check()
        self.claims.release(claim, to)

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        self._expect(claim, expected)
        self.logs.setdefault(claim.circle, []).extend(events)
        if self.loses_answers:
            self._unsure.add(claim)
            raise StoreFailed("told to lose the answer")
        self._unsure.discard(claim)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        self._check()
        return tuple(self.logs.get(circle, ()))

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        self._check()
        if claim.circle in self.records and not self.claims.holders([claim.circle]):
            return
        self._expect(claim, expected)
        self.logs.pop(claim.circle, None)
        self.records[claim.circle] = record
        self.claims.forget(claim.circle)

    async def record(self, circle: CircleId) -> Record | None:
        self._check()
        return self.records.get(circle)

    async def forget_people(self, circle: CircleId) -> None:
        self._check()
        if circle in self.records:
            self.records[circle] = without_people(self.records[circle])

    async def open_circles(self) -> tuple[CircleId, ...]:
        self._check()
        begun = (circle for circle, log in self.logs.items() if log)
        return tuple(sorted(begun, key=lambda circle: (self.logs[circle][0].at_ms, circle)))

    async def publish(self, status: NodeStatus, last: Snapshot) -> Snapshot:
        self._check()
        return self.directory.publish(status, last)

    async def leave(self, node: NodeId) -> None:
        self._check()
        self.directory.leave(node)

    async def close(self) -> None:
        self.closed = True

    def _expect(self, claim: Claim, expected: int) -> None:
        self._check()
        self.claims.check(claim)
        if claim in self._unsure:
            del self.logs.get(claim.circle, [])[expected:]
        if len(self.logs.get(claim.circle, ())) != expected or claim.circle in self.records:
            raise Conflict

    def _check(self) -> None:
        if self.fails or self.closed:
            raise StoreFailed("told to fail")


class MemoryGroups:
    """Groups in memory."""

    def __init__(self) -> None:
        self.kept: dict[GroupId, Group] = {}

    async def read(self, group: GroupId) -> Group | None:
        return self.kept.get(group)

    async def write(self, group: GroupId, document: Group, instead_of: int | None) -> None:
        seen = self.kept.get(group)
        if (seen.version if seen else None) != instead_of:
            raise Conflict
        assert document.version > (instead_of or 0), "or who has seen the one before would write over this one unawares"
        self.kept[group] = document

    async def erase(self, group: GroupId) -> None:
        self.kept.pop(group, None)

    async def names(self) -> tuple[GroupId, ...]:
        return tuple(sorted(self.kept))
