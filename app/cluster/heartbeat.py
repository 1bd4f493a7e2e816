"""The heartbeat of a node: it publishes that the node lives, reads which others do, and extends the media lease.

The media lease is until when voices may pass. The rules are those of docs/decisions/0008: it lasts for the claim time
after a beat that the store has acknowledged; without the store it is extended to the bound; and past the bound only
while every other node is without the store too.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median_low

from app.cluster.client import NodeClient, Unreachable
from app.cluster.node import Node
from app.live.going_on import go_on
from app.live.hub import Hub
from app.store.directory import NOTHING_READ, NodeDirectory, NodeStatus, Snapshot
from app.store.store import StoreFailed

CLOCKS_APART_MS = 5000
"""Two clocks that are both set over the network never differ by this much."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartbeatTiming:
    """How often a node beats, and how long it counts as alive without."""

    beat_ms: int = 500
    claim_ms: int = 3000
    """Without a beat for this long a node is taken for dead."""
    alone_ms: int = 10_000
    """The bound: without the store for this long, a node keeps its circles only if nobody else has the store."""


class Heartbeat:
    """The heartbeat of one node. Nobody else calls `set_media_lease(until_ms)`, milliseconds of the node's clock."""

    def __init__(
        self,
        directory: NodeDirectory,
        node: Node,
        client: NodeClient,
        hub: Hub,
        set_media_lease: Callable[[int], None],
        timing: HeartbeatTiming,
    ) -> None:
        self._directory = directory
        self._node = node
        self._membership = node.membership
        self._clock = node.clock
        self._client = client
        self._hub = hub
        self._set_media_lease = set_media_lease
        self._timing = timing
        self._beats = 0
        self._read = NOTHING_READ
        self._taken = 0
        self._lease_until_ms = 0
        self._sure_ms = self._clock.now_ms() - timing.claim_ms

    @property
    def has_store(self) -> bool:
        """Whether the store has acknowledged a beat within the claim time; not before it has begun, so that no other
        node sends a browser here whose circle would be taken up by a clock that is yet to be set (N8).
        """
        return self._clock.now_ms() - self._sure_ms < self._timing.claim_ms

    async def begin(self, set_clock: Callable[[int], None]) -> None:
        """Read which other nodes live, before any circle is taken up. Raises `StoreFailed`.

        A clock far from everybody else's is set to theirs, or a circle that comes here would find itself in another
        hour (N8). Until this returns, the node judges no other by its clock, and no other gives it a circle.
        """
        self._node.draining = True
        before = (await self._publish(NOTHING_READ)).others
        if before:
            await asyncio.sleep(2 * self._timing.beat_ms / 1000)
            now = (await self._publish(NOTHING_READ)).others.values()
            moved = [status for status in now if status.node in before and status.beat > before[status.node].beat]
            self._go_by([status.now_ms for status in moved], set_clock)
        self._membership.observe(self._read, self._clock.now_ms())
        self._node.draining = False
        self._sure_ms = self._clock.now_ms()
        self._extend_lease(self._sure_ms + self._timing.claim_ms)

    def _go_by(self, others_ms: list[int], set_clock: Callable[[int], None]) -> None:
        theirs_ms = median_low(others_ms) if others_ms else self._clock.now_ms()
        if abs(theirs_ms - self._clock.now_ms()) > CLOCKS_APART_MS:
            log.warning("this machine's clock is far from the other nodes'; theirs is taken")
            set_clock(theirs_ms)

    async def run(self) -> None:
        """Beat until cancelled. A beat that raises is logged, and counts as one that was missed."""
        await go_on(self.beat, lambda: self._timing.beat_ms / 1000, "a beat failed")

    async def beat(self) -> None:
        """Beat once."""
        sent_ms = self._clock.now_ms()
        try:
            snapshot = await self._publish(self._read)
            now_ms = self._clock.now_ms()
            self._membership.observe(snapshot, now_ms)
            if snapshot.taken != self._taken or now_ms - self._sure_ms >= self._timing.claim_ms:
                await self._hub.check_claims()
        except StoreFailed as error:
            await self._go_on_without(str(error))
        else:
            self._sure_ms, self._taken = sent_ms, snapshot.taken
            self._extend_lease(sent_ms + self._timing.claim_ms)

    async def _publish(self, last: Snapshot) -> Snapshot:
        self._beats += 1
        self._read = await self._directory.publish(replace(self._node.status(), beat=self._beats), last)
        return self._read

    def _extend_lease(self, at_ms: int) -> None:
        self._lease_until_ms = at_ms
        self._set_media_lease(at_ms)

    async def _go_on_without(self, why: str) -> None:
        """Extend the lease as far as it may be. One that has run out stays so: this node may have slept past it."""
        now_ms, bound_ms = self._clock.now_ms(), self._sure_ms + self._timing.alone_ms
        wished_ms = now_ms + self._timing.claim_ms
        if now_ms < self._lease_until_ms and (wished_ms <= bound_ms or await self._nobody_else()):
            self._extend_lease(wished_ms)
        elif now_ms < min(self._lease_until_ms, bound_ms):
            self._extend_lease(bound_ms)
        elif self._hub.circles:
            log.warning("let go of %d circles, which others may take up: %s", len(self._hub.circles), why)
            await self._hub.stop_circles()

    async def _nobody_else(self) -> bool:
        """Whether every other node says that it has none of the circles here, and cannot claim any."""
        circles = self._hub.circles

        async def is_without(status: NodeStatus) -> bool:
            try:
                return not await self._client.may_have(status.address, circles)
            except Unreachable:
                return False

        possibly_alive = self._membership.possibly_alive()
        # An earlier life of this node had its address: whoever answers there is this one.
        others = (status for status in possibly_alive if status.address != self._node.address)
        return all(await asyncio.gather(*map(is_without, others)))
