"""From an invitation to its circle: the actor where it runs here, or a socket to the node that owns it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from app.live.actor import CircleActor
from app.live.hub import Ended, Hub, NeverBegan, NoCircle
from app.live.placement import Elsewhere
from app.store.store import CircleId, Conflict, NodeId, StoreFailed
from app.web.closing import CloseCode, Closed

RETRY_S = 0.2

Owner = TypeVar("Owner")
Connect = Callable[[str | None, NodeId | None], Awaitable[Owner | None]]
"""Opens a socket to the node at this address, which has to be this one; None if it cannot be had
(`app.cluster.connector`)."""


async def resolve_owner(
    hub: Hub, circle: CircleId, connect: Connect[Owner] | None, within_s: float
) -> CircleActor | Owner:
    """The circle itself, or a socket to its owner. It is tried again until a node has taken the circle up.

    Without `connect` no browser is relayed. Raises `Closed`.
    """
    try:
        async with asyncio.timeout(within_s):
            while True:
                if owner := await _resolve_once(hub, circle, connect):
                    return owner
                await asyncio.sleep(RETRY_S)
    except TimeoutError:
        raise Closed(CloseCode.CIRCLE_FAILED) from None


async def _resolve_once(hub: Hub, circle: CircleId, connect: Connect[Owner] | None) -> CircleActor | Owner | None:
    try:
        return await hub.actor(circle)
    except Elsewhere as elsewhere:
        if connect is None:
            raise Closed(CloseCode.MOVED) from None
        return await connect(elsewhere.address, elsewhere.node)
    except Conflict:
        return None
    except (NoCircle, NeverBegan):
        raise Closed(CloseCode.NO_CIRCLE) from None
    except Ended:
        raise Closed(CloseCode.ENDED) from None
    except StoreFailed:
        raise Closed(CloseCode.CIRCLE_FAILED) from None
