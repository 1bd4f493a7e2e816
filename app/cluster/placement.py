"""Which node runs a circle, where there are several: the one that has it already, or the less loaded of two."""

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence

from app.circle.notices import GroupNotice
from app.cluster.client import NodeClient, Unreachable
from app.cluster.node import Node
from app.live.placement import Elsewhere
from app.store.store import CircleId, Claim, NodeId, Store, StoreFailed


class ClusterPlacement:
    """The placement of one node of several (docs/decisions/0008).

    A circle whose holder is alive, or says itself that it holds it, stays where it is. Any other goes to the less
    loaded of two nodes at random (N7).
    """

    def __init__(self, store: Store, node: Node, client: NodeClient, rng: random.Random) -> None:
        self._store = store
        self._node = node
        self._membership = node.membership
        self._client = client
        self._rng = rng

    @property
    def nodes(self) -> int:
        """See `Placement.nodes`."""
        return 1 + len(self._membership.others())

    async def for_new(self, circle: CircleId) -> tuple[Claim, bool]:
        """See `Placement.for_new`."""
        node = self._membership.choose(self._node.status(), self._rng)
        return await self._store.claim(circle, node, None), node == self._membership.node

    async def notify_owner(self, node: NodeId, circle: CircleId) -> None:
        """See `Placement.notify_owner`."""
        if address := self._address(node):
            with contextlib.suppress(Unreachable):
                await self._client.take_up(address, circle)

    async def tell(self, at: Elsewhere, circle: CircleId, notice: GroupNotice) -> bool:
        """See `Placement.tell`."""
        return await _says_yes(at.address, lambda address: self._client.tell(address, circle, notice))

    async def claim(self, circle: CircleId) -> Claim:
        """See `Placement.claim`."""
        held = (await self._holders(circle)).get(circle)
        beat = self._beat(held)  # the one it is judged by: it may beat on while it is asked
        if held and (self._is_kept(held) or await self._still_holds(held)):
            raise Elsewhere(self._address(held.node), held.node)
        node = await self._taker(circle, held)
        claim = await self._store.claim(circle, node, held, beat)
        if node != self._membership.node:
            raise Elsewhere(self._address(node), node)
        return claim

    async def orphaned(self, circles: Sequence[CircleId]) -> list[CircleId]:
        """See `Placement.orphaned`."""
        held = await self._store.holders(circles)
        return [name for name in circles if name not in held or not self._is_kept(held[name])]

    async def _holders(self, circle: CircleId) -> Mapping[CircleId, Claim]:
        try:
            return await self._store.holders([circle])
        except StoreFailed:
            if address := await self._who_knows(circle):
                raise Elsewhere(address) from None
            raise

    async def _who_knows(self, circle: CircleId) -> str | None:
        """For a node without the store: the address of a node that has the circle, or else of one that may (N15)."""
        # a node that has just restarted has two statuses
        others = dict.fromkeys(status.address for status in self._membership.others())
        holding = await _yes({at: self._client.holds(at, circle) for at in others})
        able = holding or await _yes({at: self._client.may_have(at, [circle]) for at in others})
        return self._rng.choice(able) if able else None

    async def _taker(self, circle: CircleId, held: Claim | None) -> NodeId:
        """The node that takes up a circle without a living holder: this one where the claim has been given to it
        already, or where there are no events to take up.
        """
        status = self._node.status()
        given = held is not None and held.node == status.node and not status.draining
        if given or (held is None and not await self._store.read(circle)):
            return status.node
        return self._membership.choose(status, self._rng)

    def _is_kept(self, held: Claim) -> bool:
        return held.node != self._membership.node and self._membership.alive(held.node)

    async def _still_holds(self, held: Claim) -> bool:
        """Ask a node that is taken for dead whether it has the circle; it may only have lost the store."""
        return await _says_yes(self._address(held.node), lambda address: self._client.holds(address, held.circle))

    def _beat(self, held: Claim | None) -> int | None:
        """The newest beat seen of another holder; 0 where none was seen, and then the store must have none."""
        if held is None or held.node == self._membership.node:
            return None
        status = self._membership.status(held.node)
        return status.beat if status else 0

    def _address(self, node: NodeId) -> str | None:
        status = self._membership.status(node)
        return status.address if status else None


async def _says_yes(address: str | None, ask: Callable[[str], Awaitable[bool]]) -> bool:
    """Whether the node at this address does. One that is not known, or cannot be reached, does not."""
    try:
        return address is not None and await ask(address)
    except Unreachable:
        return False


async def _yes(questions: Mapping[str, Awaitable[bool]]) -> list[str]:
    """The addresses that answer yes. One that cannot be reached does not."""
    answers = await asyncio.gather(*questions.values(), return_exceptions=True)
    return [address for address, answer in zip(questions, answers, strict=True) if answer is True]
