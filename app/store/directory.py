"""Where the nodes of one installation publish their status. One contract suite runs on every node directory."""

from dataclasses import dataclass
from typing import Protocol

from app.store.store import NodeId

EVENTS_FORMAT = 5
"""Raised whenever an event is added or gains a field. A circle is moved only to nodes that can read all it has."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a node reads when it publishes its status: the statuses of all nodes, its own too."""

    statuses: tuple[NodeStatus, ...]
    taken: int
    """How many circles others have ever claimed from this node. When it has risen, one of its claims is lost."""


class NodeDirectory(Protocol):
    """Where nodes read of one another. Every method may raise `StoreFailed`."""

    async def publish(self, status: NodeStatus) -> Snapshot:
        """Put this status in place of the node's last one, and read all of them.

        Where there are many nodes, others' may be those of the beat before; each `publish` of a node reads newer ones.
        A status stays for an hour after its last beat, so that a node that starts later still knows whom to ask.
        """
        ...

    async def leave(self, node: NodeId) -> None:
        """Remove this node's status. Idempotent."""
        ...
