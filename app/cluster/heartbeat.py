"""This node's beat: it shows that the node lives, sees who else does, and holds the sound on its leash.

The rules are those of docs/decisions/0008: sound lasts to the claim time after a beat that the store has taken; without
the store it goes on to the bound; and past the bound only while every other node is without it too.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median_low

from app.cluster.client import NodeClient, Unreachable
from app.cluster.node import Node
from app.live.hub import Hub
from app.store.directory import Directory, Look, Sign
from app.store.store import StoreFailed

CLOCKS_APART_MS = 5000
"""What two clocks that are both set over the network never differ by."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often, and for how long."""

    beat_ms: int = 500
    claim_ms: int = 3000
    """Without a beat for this long a node is taken for dead."""
    alone_ms: int = 10_000
    """The bound: without the store for this long, a node keeps its circles only if nobody else has the store."""


class Heart:
    """Beats for one node. `leash(until_ms)` is told until when voices may pass; nobody else moves it."""

    def __init__(
        self,
        directory: Directory,
        node: Node,
        client: NodeClient,
        hub: Hub,
        leash: Callable[[int], None],
        pace: Pace,
    ) -> None:
        self._directory = directory
        self._node = node
        self._membership = node.membership
        self._clock = node.clock
        self._client = client
        self._hub = hub
        self._leash = leash
        self._pace = pace
        self._beats = 0
        self._taken = 0
        self._leash_ms = 0
        self._sure_ms = self._clock.now_ms()

    @property
    def has_store(self) -> bool:
        """Whether the store has taken a beat within the claim time."""
        return self._clock.now_ms() - self._sure_ms < self._pace.claim_ms

    async def begin(self, set_clock: Callable[[int], None]) -> None:
        """Look who else is there, before any circle is taken up. Raises `StoreFailed`.

        A clock far from everybody else's is set to theirs, or a circle that comes here would find itself in another
        hour (N8). Until then nobody is judged by it, and nobody gives this node a circle.
        """
        self._node.draining = True
        before = {sign.node: sign.beat for sign in (await self._show()).signs if sign.node != self._membership.node}
        if before:
            await asyncio.sleep(2 * self._pace.beat_ms / 1000)
            now = (await self._show()).signs
            self._go_by([sign.now_ms for sign in now if sign.beat > before.get(sign.node, sign.beat)], set_clock)
        self._node.draining = False
        self._sure_ms = self._clock.now_ms()
        self._sound_until(self._sure_ms + self._pace.claim_ms)

    def _go_by(self, others_ms: list[int], set_clock: Callable[[int], None]) -> None:
        theirs_ms = median_low(others_ms) if others_ms else self._clock.now_ms()
        if abs(theirs_ms - self._clock.now_ms()) > CLOCKS_APART_MS:
            log.warning("this machine's clock is far from the other nodes'; theirs is taken")
            set_clock(theirs_ms)

    async def run(self) -> None:
        """Beat until cancelled. A beat that fails is a beat missed, and no more."""
        while True:
            try:
                await self.beat()
            except Exception:
                log.exception("a beat failed")
            await asyncio.sleep(self._pace.beat_ms / 1000)

    async def beat(self) -> None:
        """Beat once."""
        sent_ms = self._clock.now_ms()
        try:
            look = await self._show()
            now_ms = self._clock.now_ms()
            self._membership.observe(look.signs, now_ms)
            if look.taken != self._taken or now_ms - self._sure_ms >= self._pace.claim_ms:
                await self._hub.check_claims()
        except StoreFailed as error:
            return await self._go_on_without(str(error))
        self._sure_ms, self._taken = sent_ms, look.taken
        return self._sound_until(sent_ms + self._pace.claim_ms)

    async def _show(self) -> Look:
        self._beats += 1
        return await self._directory.show(replace(self._node.sign(), beat=self._beats))

    def _sound_until(self, at_ms: int) -> None:
        self._leash_ms = at_ms
        self._leash(at_ms)

    async def _go_on_without(self, why: str) -> None:
        """Put the leash off as far as it goes. One that has run out stays so: whoever slept past it knows nothing."""
        now_ms, bound_ms = self._clock.now_ms(), self._sure_ms + self._pace.alone_ms
        wished_ms = now_ms + self._pace.claim_ms
        if now_ms < self._leash_ms and (wished_ms <= bound_ms or await self._nobody_else()):
            self._sound_until(wished_ms)
        elif now_ms < min(self._leash_ms, bound_ms):
            self._sound_until(bound_ms)
        elif self._hub.circles:
            log.warning("let go of %d circles, which others may take up: %s", len(self._hub.circles), why)
            await self._hub.let_go()

    async def _nobody_else(self) -> bool:
        """Whether every other node says that it has none of the circles here, and cannot claim any."""
        circles = self._hub.circles

        async def is_without(sign: Sign) -> bool:
            try:
                return not await self._client.may_have(sign.address, circles)
            except Unreachable:
                return False

        return all(await asyncio.gather(*map(is_without, self._membership.doubtful())))
