"""One life of one server process: the real heartbeat, hub and actors, with a clock and a line to Redis of their own."""

import asyncio
import contextlib
import random
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.circle.notices import GroupNotice
from app.cluster.client import Unreachable
from app.cluster.heartbeat import Heartbeat, HeartbeatTiming
from app.cluster.membership import Membership
from app.cluster.node import Node
from app.cluster.placement import ClusterPlacement
from app.live.hub import Ended, Hub, NoCircle
from app.live.placement import Elsewhere
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from tests.simulation.invariants import ITSELF, UNREACHABLE
from tests.simulation.loop import SimulatedClock
from tests.simulation.network import StoreLine
from tests.simulation.process import Process, later
from tests.simulation.redis import Write
from tests.simulation.sound import Room, SimulatedMedia
from tests.simulation.store import JUST_READ, SimulatedStore, Watch

if TYPE_CHECKING:
    from tests.simulation.world import World

TIMING = HeartbeatTiming()
ASK_WITHIN_S = 0.7
SWEEP_S = 4
"""How often a node looks for circles that nobody holds: more often than in life, for there is more to see."""
STARTS_AGAIN_S = 1
CIRCLES_MAX = 10


class NodeClock(SimulatedClock):
    """A clock that can be set once, before anything lives by it (`app.live.clock.SystemClock.set`)."""

    def set(self, now_ms: int) -> None:
        self.offset_ms += now_ms - self.now_ms()

    def true_s(self, at_ms: int) -> float:
        """The same moment in true seconds."""
        return (at_ms - self.now_ms()) / 1000 + asyncio.get_running_loop().time()


class Life(Watch):
    """`place` is the machine, where others reach whoever runs there; the name is new in each life."""

    def __init__(self, world: "World", place: str, number: int, offset_ms: int) -> None:
        self.world, self.place = world, place
        self.name = NodeId(f"{place}.{number}")
        self.process = Process(self.name)
        self.clock = NodeClock(offset_ms)
        self.asked: dict[CircleId, str] = {}
        self.claims: dict[CircleId, Claim] = {}
        self.ready = False
        self.frozen_s = 0.0
        self.draining = False
        rng = world.rng
        self.line = StoreLine(world.redis, world.network, place, self.process, rng, world.counts)
        self.store = SimulatedStore(world.redis, self.line, self, world.replicas)
        self.media = SimulatedMedia(
            world.now_s, lambda: self.process.runs, world.spans, leased="lease" not in world.without
        )
        self.node = Node(
            address=place,
            membership=Membership(self.name, TIMING.claim_ms),
            clock=self.clock,
            count=lambda: (len(self.hub.circles), self.hub.people),
        )
        client = ByNetwork(self)
        self.placement = ClusterPlacement(self.store, self.node, client, random.Random(rng.random()))
        self.hub = Hub(self.store, self.placement, self.clock, self._open_sound, CIRCLES_MAX)
        self.heartbeat = Heartbeat(self.store, self.node, client, self.hub, self._set_media_lease, TIMING)

    async def live(self) -> None:
        """As `app.several_nodes` has it."""
        while not self.ready:
            try:
                await self.heartbeat.begin(self.clock.set)
                self.ready = True
            except StoreFailed:
                await asyncio.sleep(STARTS_AGAIN_S)
        self._go_on(self.heartbeat.run())
        self._go_on(self._sweep())

    async def drain(self, within_ms: int) -> None:
        """SIGTERM."""
        self.draining = True
        await self.node.drain(self.hub, self.world.rng, within_ms)
        await self.hub.stop()
        with contextlib.suppress(StoreFailed):
            await self.store.leave(self.name)
        self.world.ends(self)

    def kept(self, write: Write) -> None:
        """See `Watch`."""
        self.world.witness.kept(write)

    def unsure(self, write: Write) -> None:
        """See `Watch`."""
        self.world.witness.unsure(write)

    def why(self, circle: CircleId, instead_of: Claim | None) -> str:
        """See `Watch`."""
        asked = self.asked.pop(circle, "")
        return ITSELF if instead_of and instead_of.node == self.name else asked

    def claimed(self, claim: Claim) -> None:
        """See `Watch`."""
        self.claims[claim.circle] = claim
        self.world.say(f"{self.name} is told that {claim.node} has {claim.circle} in term {claim.term}")

    def room_of(self, circle: CircleId) -> Room | None:
        """The sound of this circle here."""
        return next((room for room in self.media.rooms if room.claim.circle == circle), None)

    def _open_sound(self, seats: int, sealed: bool) -> Room:
        return self.media.room(self.claims[JUST_READ.get()])

    def _set_media_lease(self, until_ms: int) -> None:
        self.media.sound_until(self.clock.true_s(until_ms))

    def takes_up(self, circle: CircleId) -> None:
        """Another node has asked for it."""
        self._go_on(self._take_up(circle))

    async def _take_up(self, circle: CircleId) -> None:
        with contextlib.suppress(Elsewhere, Conflict, Ended, NoCircle, StoreFailed):
            await self.hub.actor(circle)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self.world.rng.uniform(0.5, 1.5) * SWEEP_S)
            with contextlib.suppress(StoreFailed):
                await self.hub.take_up()

    def _go_on(self, work) -> None:  # type: ignore[no-untyped-def]
        self.tasks = [*getattr(self, "tasks", ()), asyncio.get_running_loop().create_task(work)]


class ByNetwork:
    """`app.cluster.client.NodeClient` for one node. Whoever is asked answers when their process gets to it."""

    def __init__(self, asker: Life) -> None:
        self._asker = asker

    async def holds(self, address: str, circle: CircleId) -> bool:
        if "asking" in self._asker.world.without:
            return False
        self._asker.asked[circle] = UNREACHABLE
        holds = await self._ask(address, lambda life: life.hub.living(circle) is not None)
        self._asker.asked[circle] = "holding it" if holds else "not holding it"
        return holds

    async def take_up(self, address: str, circle: CircleId) -> None:
        world, here = self._asker.world, self._asker.place
        await asyncio.sleep(world.hop_s())
        life = world.living(address)
        if not world.network.reaches(here, address) or not life:
            raise Unreachable
        life.process.call(lambda: life.takes_up(circle))

    async def tell(self, address: str, circle: CircleId, notice: GroupNotice) -> bool:
        raise Unreachable  # no group meets in the simulation

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        return await self._ask(address, lambda life: life.heartbeat.has_store or any(map(life.hub.living, circles)))

    async def _ask(self, address: str, question: Callable[[Life], bool]) -> bool:
        world, here = self._asker.world, self._asker.place
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def comes_back(told: bool) -> None:
            if not answer.done() and world.network.reaches(here, address):
                answer.set_result(told)

        def comes_there() -> None:
            life = world.living(address)
            if world.network.reaches(here, address) and life:
                life.process.call(lambda: later(world.hop_s(), comes_back, question(life)))
            elif world.network.reaches(here, address) and not answer.done():
                answer.set_exception(Unreachable())

        later(world.hop_s(), comes_there)
        try:
            async with asyncio.timeout(ASK_WITHIN_S):
                return await answer
        except TimeoutError:
            raise Unreachable from None
