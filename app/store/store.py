"""What every store promises. One contract suite (`tests/store/test_contract.py`) runs on each of them."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NewType, Protocol

from app.circle.events import Event
from app.circle.record import Record

CircleId = NewType("CircleId", str)
"""An opaque random name of a circle; it appears in no log line."""

NodeId = NewType("NodeId", str)
"""One life of one server process: a new name at every start, so that nobody is mistaken for who ran here before."""


def new_node_id() -> NodeId:
    """The name of a life that begins."""
    return NodeId(secrets.token_urlsafe(9))


class Conflict(Exception):
    """Another node has claimed or written this circle: whoever gets this has an old state and must drop it."""


class StoreFailed(Exception):
    """The store could not keep or read (disk full, line gone), or cannot say whether it has kept.

    What was not acknowledged is withdrawn before the same claim writes again, so nothing has changed for whoever goes
    on. If they stop instead, whoever claims next may find it kept.
    """


class NotReadable(StoreFailed):
    """What is kept is not in a form this release knows: a newer one has written it, and can read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The right of one node to write one circle.

    `term` is the fencing number: each claim has a higher one than the claim before, and from then on nothing is kept
    for an earlier one, ever.
    """

    circle: CircleId
    node: NodeId
    term: int


class Store(Protocol):
    """An append-only log per circle, and who may write it. Every method may raise `StoreFailed`."""

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        """The claims in force. A circle that nobody holds is not among them."""
        ...

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        """Give the circle to this node, in place of the claim the caller has seen in force (None: of nobody's).

        The circle need not have events yet. Whether the holder is still alive is the caller's to know; `beat` is the
        newest the caller has seen of it. Raises `Conflict` when another claim is in force by now, or when the holder
        has shown itself again since.
        """
        ...

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        """Give the circle up, or over to a node that will take it up next. Does nothing when it is not held any more.

        What this claim still has on its way is not kept.
        """
        ...

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        """Keep these events, all or none, durably before it returns.

        `expected` is how many events the circle has so far; raises `Conflict` when that is not so, when the claim is
        not in force any more, or when the circle has ended.
        """
        ...

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        """All events in order; empty for a circle that is unknown or has ended. Raises `NotReadable`."""
        ...

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        """Erase the circle's events and claim and keep its record, in one stroke.

        Whoever was not told that it is kept asks again: as long as nobody has claimed the circle since, it is done, and
        the record is the first one. Raises `Conflict` like `append`.
        """
        ...

    async def record(self, circle: CircleId) -> Record | None:
        """The record of a circle that has ended. Raises `NotReadable`."""
        ...

    async def forget_people(self, circle: CircleId) -> None:
        """Let the record of a circle that has ended name nobody any more (`without_people`). Idempotent; does nothing
        where there is no record."""
        ...

    async def open_circles(self) -> tuple[CircleId, ...]:
        """Every circle that has events, that is, has not ended; oldest first.

        One whose events have gone by themselves may be among them until it has been claimed and given back.
        """
        ...

    async def close(self) -> None:
        """Close files and connections. Idempotent."""
        ...
