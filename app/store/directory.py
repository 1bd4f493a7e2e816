"""Where the nodes of one installation publish their status. One contract suite runs on every node directory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.store.store import NodeId

EVENTS_FORMAT = 7
"""Raised whenever an event is added, or an event or the record gains a field. A circle is moved only to nodes that can
read all it has."""
NODES_A_PERSON = 32
"""How exactly loads are told: to one person for each so many nodes. So each change of fewer is told, and what one node
reads of many is no more than of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeStatus:
    """What a node publishes of itself with each heartbeat. It names no circle and nobody."""

    node: NodeId
    beat: int
    """The count of this heartbeat. Others judge by their own clocks whether it still rises; no clock is compared."""
    address: str
    """Host and port where other nodes reach this one."""
    circles: int
    people: int
    draining: bool
    now_ms: int
    """What this node takes the time to be, milliseconds since 1970."""
    events_format: int = EVENTS_FORMAT

    @property
    def load(self) -> int:
        """Every person counts as one, and every circle too, because it may wait for its people."""
        return self.people + self.circles


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a node has read of all, by the last beat of its own."""

    number: int = 0
    """The place of that beat among those of all nodes; 0 stands for none."""
    told: NodeStatus | None = None
    """What the others were last told of this node."""
    others: Mapping[NodeId, NodeStatus] = field(default_factory=dict)
    """Of a node that stands still its newest status; of one that beats on, the one that was last told."""
    still: frozenset[NodeId] = frozenset()
    """Who has not beaten since the beat of this node before."""
    taken: int = 0
    """How many circles others have ever claimed from this node. When it has risen, one of its claims is lost."""


NOTHING_READ = Snapshot()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatAnswer:
    """What a directory says to a beat: what is new since the one before, or all, where it does not know that one."""

    number: int
    whole: bool
    still: frozenset[NodeId]
    statuses: tuple[NodeStatus, ...]
    """Of all if it is whole; else of who is new, has something to tell, or stands still."""
    gone: frozenset[NodeId]
    taken: int


def is_worth_telling(status: NodeStatus, last: Snapshot) -> bool:
    """Whether the others are to be told: not of the count, the time, or a load about as high as they know."""
    told = last.told
    if told is None or abs(status.load - told.load) > len(last.others) // NODES_A_PERSON:
        return True
    return told != replace(status, beat=told.beat, now_ms=told.now_ms, people=told.people, circles=told.circles)


def read_on(last: Snapshot, status: NodeStatus, answer: BeatAnswer) -> Snapshot:
    """What a node has read after this answer to `status`; a directory tells the others of all who read the whole."""
    before = {} if answer.whole else {name: it for name, it in last.others.items() if name not in answer.gone}
    others = before | {it.node: it for it in answer.statuses if it.node != status.node}
    return Snapshot(
        number=answer.number,
        told=status if answer.whole or is_worth_telling(status, last) else last.told,
        others=others,
        still=answer.still - {status.node},
        taken=answer.taken,
    )


class NodeDirectory(Protocol):
    """Where nodes read of one another. Every method may raise `StoreFailed`."""

    async def publish(self, status: NodeStatus, last: Snapshot) -> Snapshot:
        """Put this status in place of the node's last one, and read what has changed since; all, after `NOTHING_READ`.

        A status stays for an hour after its last beat, so that a node that starts later still knows whom to ask.
        """
        ...

    async def leave(self, node: NodeId) -> None:
        """Remove this node's status. Idempotent."""
        ...
