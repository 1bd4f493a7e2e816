"""This process as one node of an installation: the status it publishes, and how it drains."""

import asyncio
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.cluster.membership import Membership
from app.live.clock import Clock
from app.live.hub import AT_ONCE, Hub
from app.store.directory import NodeStatus
from app.store.store import CircleId

LOOKS_EVERY_MS = 100
PERSON_MS = 20
"""How much later the next of two circles moves, for each of its people: all at once they would wait for one another."""


@dataclass(slots=True, kw_only=True)
class Node:
    """One node. `address` is where the others reach it."""

    address: str
    membership: Membership
    clock: Clock
    count: Callable[[], tuple[int, int]]
    """How many circles live here, and how many people are connected."""
    draining: bool = False
    """Others give it no circle: while it drains, and before `Heartbeat.begin` has set its clock."""

    def status(self) -> NodeStatus:
        """What to publish now; the heartbeat puts its count in."""
        circles, people = self.count()
        return NodeStatus(
            node=self.membership.node,
            beat=0,
            address=self.address,
            circles=circles,
            people=people,
            draining=self.draining,
            now_ms=self.clock.now_ms(),
        )

    async def drain(self, hub: Hub, rng: random.Random, within_ms: int) -> None:
        """Take no more circles and hand over all there are: idle ones at once, others at the next step or, one after
        the other, before the time is up (N10). Returns when none is left, or when nobody can take what is left: while
        the store hangs each would take a second more.
        """
        self.draining = True
        until_ms = self.clock.now_ms() + within_ms
        steps: dict[CircleId, int] = {}
        while hub.circles:
            left_ms = max(until_ms - self.clock.now_ms(), 0)
            late = left_ms <= hub.people * PERSON_MS
            pause_ms = left_ms / len(hub.circles) if late else LOOKS_EVERY_MS
            ready = [name for name in hub.circles if _may_move(hub, name, steps)] or (hub.circles[:1] if late else ())
            names = iter(ready if left_ms else hub.circles)
            moved = await asyncio.gather(*(self._hand_over(hub, names, rng) for _ in range(AT_ONCE)))
            if not any(moved) and not (left_ms and hub.people):
                return
            await asyncio.sleep(pause_ms / 1000)

    async def _hand_over(self, hub: Hub, names: Iterator[CircleId], rng: random.Random) -> bool:
        """Hand these circles to other nodes, up to the first that nobody takes, or that the store cannot give away now.

        Whether any was handed over.
        """
        moved = False
        for name in names:
            to = self.membership.choose(self.status(), rng)
            if to == self.membership.node or not await hub.hand_over(name, to):
                break
            moved = True
        return moved


def _may_move(hub: Hub, name: CircleId, steps: dict[CircleId, int]) -> bool:
    """Whether moving disturbs nobody: no person is connected, or the circle has just begun another step."""
    actor = hub.living(name)
    if actor is None:
        return False
    return not actor.people or steps.setdefault(name, actor.circle.step) != actor.circle.step
