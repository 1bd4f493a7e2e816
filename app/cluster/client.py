"""What one node asks another without Redis. `app.cluster.http_client` does it over HTTP; tests have their own."""

from collections.abc import Sequence
from typing import Protocol

from app.store.store import CircleId


class Unreachable(Exception):
    """No answer came in time, or none that makes sense."""


class NodeClient(Protocol):
    """The other nodes, by their address. Every method may raise `Unreachable`, and does so within a second."""

    async def holds(self, address: str, circle: CircleId) -> bool:
        """Whether this circle is alive there."""
        ...

    async def take_up(self, address: str, circle: CircleId) -> None:
        """Let the node there take up, now, a circle that has been given to it. It does so when it can, or when somebody
        comes.
        """
        ...

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        """Whether one of these circles may be alive there: it is, or the node is in touch with the store."""
        ...
