"""Where a browser is led: to its circle, or to the node where its circle lives."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from app.live.actor import CircleActor
from app.live.hub import Ended, Hub, NoCircle
from app.live.placement import Elsewhere
from app.store.store import CircleId, Conflict, NodeId, StoreFailed
from app.web.closing import CloseCode, Closed

LOOK_AGAIN_S = 0.2

Owner = TypeVar("Owner")
Reach = Callable[[str | None, NodeId | None], Awaitable[Owner | None]]
"""A line to the node at this address, which is to be this one; None if it cannot be had."""


async def find(hub: Hub, circle: CircleId, reach: Reach[Owner] | None, within_s: float) -> CircleActor | Owner:
    """The circle itself, or a line to its owner; it may take a moment until somebody has taken it up.

    Without `reach` nobody is led to another node. Raises `Closed`.
    """
    try:
        async with asyncio.timeout(within_s):
            while True:
                if found := await _look_for(hub, circle, reach):
                    return found
                await asyncio.sleep(LOOK_AGAIN_S)
    except TimeoutError:
        raise Closed(CloseCode.CIRCLE_FAILED) from None


async def _look_for(hub: Hub, circle: CircleId, reach: Reach[Owner] | None) -> CircleActor | Owner | None:
    try:
        return await hub.actor(circle)
    except Elsewhere as elsewhere:
        if reach is None:
            raise Closed(CloseCode.MOVED) from None
        return await reach(elsewhere.address, elsewhere.node)
    except Conflict:
        return None
    except NoCircle:
        raise Closed(CloseCode.NO_CIRCLE) from None
    except Ended:
        raise Closed(CloseCode.ENDED) from None
    except StoreFailed:
        raise Closed(CloseCode.CIRCLE_FAILED) from None
