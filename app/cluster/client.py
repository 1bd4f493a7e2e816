"""What one node asks another without Redis. `app.cluster.http_client` does it over HTTP; tests have their own."""

from collections.abc import Sequence
from typing import Protocol

from app.circle.notices import GroupNotice
from app.store.store import CircleId


class Unreachable(Exception):
    """No answer came in time, or none that makes sense."""


class NodeClient(Protocol):
    """The other nodes, by their address. Every method may raise `Unreachable`, and does so within a second."""

    async def holds(self, address: str, circle: CircleId) -> bool:
        """Whether this circle runs there."""
        ...

    async def take_up(self, address: str, circle: CircleId) -> None:
        """Have the node there take up a circle whose claim it has. If it cannot now, it does when somebody comes."""
        ...

    async def tell(self, address: str, circle: CircleId, notice: GroupNotice) -> bool:
        """Have this circle told there what its group says (`Hub.tell`)."""
        ...

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        """Whether one of these circles may run there: one does, or the node reaches the store and could claim it."""
        ...
