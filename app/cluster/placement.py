"""Which node runs a circle, where there are several: the one that has it already, or the less loaded of two."""

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence

from app.cluster.client import NodeClient, Unreachable
from app.cluster.membership import Membership
from app.live.placement import Elsewhere
from app.store.directory import Sign
from app.store.store import CircleId, Claim, NodeId, Store, StoreFailed


class ClusterPlacement:
    """One node among others (docs/decisions/0008).

    A circle whose holder is alive, or says itself that it holds it, stays where it is. Any other goes to the less
    loaded of two nodes at random (N7).
    """

    def __init__(
        self, store: Store, membership: Membership, client: NodeClient, sign: Callable[[], Sign], dice: random.Random
    ) -> None:
        self._store = store
        self._membership = membership
        self._client = client
        self._sign = sign
        self._dice = dice

    async def for_new(self, circle: CircleId) -> tuple[Claim, bool]:
        """See `Placement.for_new`."""
        node = self._membership.choose(self._sign(), self._dice)
        return await self._store.claim(circle, node, None), node == self._membership.node

    async def notify_owner(self, node: NodeId, circle: CircleId) -> None:
        """See `Placement.notify_owner`."""
        if address := self._address(node):
            with contextlib.suppress(Unreachable):
                await self._client.take_up(address, circle)

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
        """Who has this circle, or else the store to look it up in, where this node has lost it (N15)."""
        # a node that has just restarted has two signs
        others = dict.fromkeys(sign.address for sign in self._membership.others())
        holding = await _yes({at: self._client.holds(at, circle) for at in others})
        able = holding or await _yes({at: self._client.may_have(at, [circle]) for at in others})
        return self._dice.choice(able) if able else None

    async def _taker(self, circle: CircleId, held: Claim | None) -> NodeId:
        """Who is to take up a circle that no other node holds: this one where it has been given here already, or where
        there is nothing to take up.
        """
        sign = self._sign()
        given = held is not None and held.node == sign.node and not sign.draining
        if given or (held is None and not await self._store.read(circle)):
            return sign.node
        return self._membership.choose(sign, self._dice)

    def _is_kept(self, held: Claim) -> bool:
        return held.node != self._membership.node and self._membership.alive(held.node)

    async def _still_holds(self, held: Claim) -> bool:
        """Ask a node that is taken for dead; it may only have lost the store."""
        address = self._address(held.node)
        try:
            return address is not None and await self._client.holds(address, held.circle)
        except Unreachable:
            return False

    def _beat(self, held: Claim | None) -> int | None:
        """The newest beat seen of another holder; 0 where none has been, and then it must not have shown itself yet."""
        if held is None or held.node == self._membership.node:
            return None
        sign = self._membership.sign(held.node)
        return sign.beat if sign else 0

    def _address(self, node: NodeId) -> str | None:
        sign = self._membership.sign(node)
        return sign.address if sign else None


async def _yes(questions: Mapping[str, Awaitable[bool]]) -> list[str]:
    """Who says yes. Who cannot be reached does not."""
    answers = await asyncio.gather(*questions.values(), return_exceptions=True)
    return [address for address, answer in zip(questions, answers, strict=True) if answer is True]
