"""Which node runs which circle, as far as the hub has to know. `SingleNode` is the answer of a server by itself;
`app.cluster.placement` answers for several nodes.
"""

from collections.abc import Sequence
from typing import Protocol

from app.circle.notices import GroupNotice
from app.store.store import CircleId, Claim, NodeId, Store


class Elsewhere(Exception):
    """The circle runs, or is about to run, at another node. `address` (host and port) is None while nobody knows it.

    Another node may have started at that address by now; `node` is the one that is meant, None where any will do.
    """

    def __init__(self, address: str | None, node: NodeId | None = None) -> None:
        super().__init__()
        self.address = address
        self.node = node


class Placement(Protocol):
    """Decides which node runs a circle. Every method may raise `StoreFailed`."""

    @property
    def nodes(self) -> int:
        """How many nodes live."""
        ...

    async def for_new(self, circle: CircleId) -> tuple[Claim, bool]:
        """A claim on a circle that is about to be opened, and whether it is to run here."""
        ...

    async def notify_owner(self, node: NodeId, circle: CircleId) -> None:
        """Tell another node that this circle is its own now, so that it is alive there before anybody comes."""
        ...

    async def tell(self, at: Elsewhere, circle: CircleId, notice: GroupNotice) -> bool:
        """Have a circle told, where it runs, what its group says (`Hub.tell`)."""
        ...

    async def claim(self, circle: CircleId) -> Claim:
        """The right to run this circle here. Raises `Elsewhere`, `Conflict`."""
        ...

    async def orphaned(self, circles: Sequence[CircleId]) -> list[CircleId]:
        """Those of these circles that no other living node holds."""
        ...


class SingleNode:
    """The placement of one process with a store of its own: every circle runs here."""

    def __init__(self, store: Store, node: NodeId) -> None:
        self._store = store
        self._node = node

    @property
    def nodes(self) -> int:
        """See `Placement.nodes`."""
        return 1

    async def for_new(self, circle: CircleId) -> tuple[Claim, bool]:
        """See `Placement.for_new`."""
        return await self.claim(circle), True

    async def notify_owner(self, node: NodeId, circle: CircleId) -> None:
        """See `Placement.notify_owner`; there is no other node."""

    async def tell(self, at: Elsewhere, circle: CircleId, notice: GroupNotice) -> bool:
        """See `Placement.tell`; there is no other node."""
        return False

    async def claim(self, circle: CircleId) -> Claim:
        """See `Placement.claim`."""
        held = (await self._store.holders([circle])).get(circle)
        return await self._store.claim(circle, self._node, held)

    async def orphaned(self, circles: Sequence[CircleId]) -> list[CircleId]:
        """See `Placement.orphaned`."""
        return list(circles)
