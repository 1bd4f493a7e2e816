"""The nodes of one installation, each with its sign of life. One contract suite runs on every directory."""

from dataclasses import dataclass
from typing import Protocol

from app.store.store import NodeId

EVENTS_FORMAT = 2
"""Raised whenever an event is added or gains a field. A circle is moved only to nodes that can read all it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What a node shows of itself, again and again. It names no circle and nobody."""

    node: NodeId
    beat: int
    """Higher each time. Others judge by their own clocks whether it still moves; no clock is compared."""
    address: str
    """Host and port where other nodes reach this one."""
    circles: int
    people: int
    draining: bool
    now_ms: int
    """What this node takes the time to be, milliseconds since 1970."""
    events_format: int = EVENTS_FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a node sees when it shows its sign: everybody's, its own too."""

    signs: tuple[Sign, ...]
    taken: int
    """How many circles others have ever claimed from this node. When it has risen, one of its claims is lost."""


class Directory(Protocol):
    """Where nodes see one another. Every method may raise `StoreFailed`."""

    async def show(self, sign: Sign) -> Look:
        """Put up this sign in place of the node's last one, and look round.

        Signs stay for an hour after their last beat, so that one who comes later still knows whom to ask.
        """
        ...

    async def leave(self, node: NodeId) -> None:
        """Take this node's sign down. Idempotent."""
        ...
