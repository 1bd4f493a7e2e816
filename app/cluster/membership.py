"""Which other nodes live: those whose beat has moved of late, by this node's own clock and nothing else (N6)."""

import random
from dataclasses import dataclass

from app.store.directory import NodeStatus, Snapshot
from app.store.store import NodeId

REMEMBERED_MS = 3_600_000
"""How long a node that publishes nothing any more is remembered, so that it can still be asked."""

FROZEN_MAX_MS = 60_000
"""How long a node whose beat stands still may only be frozen, and is not taken for one that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    status: NodeStatus
    moved_ms: int


class Membership:
    """What this node has observed of the others. Time is an argument, milliseconds of this node's own clock."""

    def __init__(self, node: NodeId, claim_ms: int) -> None:
        self.node = node
        self._claim_ms = claim_ms
        self._seen: dict[NodeId, _Seen] = {}
        self._listed: frozenset[NodeId] = frozenset()
        self._first_ms: int | None = None
        self._newest_ms = 0

    def observe(self, read: Snapshot, now_ms: int) -> None:
        """Take in what has been read of the others now."""
        self._first_ms = now_ms if self._first_ms is None else self._first_ms
        self._newest_ms = now_ms
        self._listed = frozenset(read.others)
        for node, status in read.others.items():
            seen = self._seen.get(node)
            moved_ms = seen.moved_ms if seen and node in read.still else now_ms
            self._seen[node] = _Seen(status=status, moved_ms=moved_ms)
        self._seen = {n: seen for n, seen in self._seen.items() if now_ms - seen.moved_ms < REMEMBERED_MS}

    def alive(self, node: NodeId) -> bool:
        """Whether its beat has moved within the claim time before the newest `observe`.

        A node never seen is taken for alive until this one has observed for as long.
        """
        seen = self._seen.get(node)
        since_ms = seen.moved_ms if seen else self._first_ms
        return since_ms is None or self._newest_ms - since_ms < self._claim_ms

    def status(self, node: NodeId) -> NodeStatus | None:
        """The last status seen of this node, be it alive or not."""
        seen = self._seen.get(node)
        return seen.status if seen else None

    def others(self) -> tuple[NodeStatus, ...]:
        """The statuses of the others that are alive."""
        return tuple(seen.status for node, seen in self._seen.items() if self.alive(node))

    def possibly_alive(self) -> tuple[NodeStatus, ...]:
        """The statuses of the others that may live, whatever this node could see: all whose beat has moved of late."""
        recent = (seen for seen in self._seen.values() if self._newest_ms - seen.moved_ms < FROZEN_MAX_MS)
        return tuple(seen.status for seen in recent if seen.status.node in self._listed)

    def choose(self, mine: NodeStatus, rng: random.Random) -> NodeId:
        """The less loaded of two nodes at random that take circles; this one if there is no other (N7)."""
        able = self._takers(mine) or [mine]
        return min(rng.sample(able, min(2, len(able))), key=lambda status: status.load).node

    def takes(self, node: NodeId, mine: NodeStatus) -> bool:
        """Whether this node takes a circle of this one: it lives, does not drain, and can read what is kept here."""
        return any(status.node == node for status in self._takers(mine))

    def _takers(self, mine: NodeStatus) -> list[NodeStatus]:
        able = (status for status in (mine, *self.others()) if status.events_format >= mine.events_format)
        return [status for status in able if not status.draining]
