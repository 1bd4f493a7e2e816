"""Several nodes in one process: real hubs and heartbeats, a memory store, a hand-moved clock, lines that can be cut."""

import contextlib
import random
from collections.abc import Sequence

from app.circle.decide import open_circle
from app.circle.notices import GroupNotice
from app.circle.plan import TEMPLATES, Template
from app.cluster.client import Unreachable
from app.cluster.heartbeat import Heartbeat, HeartbeatTiming
from app.cluster.membership import Membership
from app.cluster.node import Node
from app.cluster.placement import ClusterPlacement
from app.live.hub import Hub
from app.live.placement import Elsewhere
from app.store.store import CircleId, Conflict, NodeId, StoreFailed
from tests.support.clock import HandMovedClock
from tests.support.scene import ROLES
from tests.support.sound import SilentSound
from tests.support.store import MemoryStore

TIMING = HeartbeatTiming(beat_ms=500, claim_ms=3000, alone_ms=10_000)


class OneNode:
    """`lease_ms` is until when its sound may last; `cut_off` is whether other nodes cannot reach it."""

    def __init__(self, name: str, cluster: "Cluster") -> None:
        self.store = MemoryStoreOf(cluster.store)
        self.clock = cluster.clock
        self.sounds: list[SilentSound] = []
        self.lease_ms = 0
        self.cut_off = False
        self.node = Node(
            address=name,
            membership=Membership(NodeId(name), TIMING.claim_ms),
            clock=cluster.clock,
            count=lambda: (len(self.hub.circles), self.hub.people),
        )
        self.placement = ClusterPlacement(self.store, self.node, cluster, random.Random(0))
        self.hub = Hub(self.store, self.placement, cluster.clock, self._sound, circles_max=10)
        self.heartbeat = Heartbeat(self.store, self.node, cluster, self.hub, self._set_media_lease, TIMING)

    @property
    def name(self) -> NodeId:
        return self.node.membership.node

    async def opens(self) -> CircleId:
        opened = open_circle("Tuesday circle", TEMPLATES[Template.ONE_CASE_60], ROLES, self.clock.now_ms())
        return await self.hub.open(opened)

    def _sound(self, seats: int, sealed: bool) -> SilentSound:
        self.sounds.append(SilentSound(seats, sealed))
        return self.sounds[-1]

    def _set_media_lease(self, until_ms: int) -> None:
        self.lease_ms = until_ms


class MemoryStoreOf(MemoryStore):
    """One node's way to the store all share; `fails` cuts this node off alone."""

    def __init__(self, shared: MemoryStore) -> None:
        super().__init__()
        self.logs, self.records = shared.logs, shared.records
        self.claims, self.directory = shared.claims, shared.directory


class Cluster:
    """All nodes. It is also how they ask each other."""

    def __init__(self, *names: str) -> None:
        self.clock = HandMovedClock()
        self.store = MemoryStore()
        self.nodes = {name: OneNode(name, self) for name in names}

    def __getitem__(self, name: str) -> OneNode:
        return self.nodes[name]

    async def beats(self, *, s: float = 0, without: tuple[str, ...] = ()) -> None:
        """Let this much time pass, with everybody beating but these."""
        for _ in range(max(1, int(s * 1000) // TIMING.beat_ms)):
            for name, node in self.nodes.items():
                if name not in without:
                    await node.heartbeat.beat()
            if s:
                self.clock.move(ms=TIMING.beat_ms)

    async def stop(self) -> None:
        for node in self.nodes.values():
            await node.hub.stop()

    async def holds(self, address: str, circle: CircleId) -> bool:
        return self._reached(address).hub.living(circle) is not None

    async def take_up(self, address: str, circle: CircleId) -> None:
        with contextlib.suppress(Elsewhere, Conflict, StoreFailed):
            await self._reached(address).hub.actor(circle)

    async def tell(self, address: str, circle: CircleId, notice: GroupNotice) -> bool:
        hub = self._reached(address).hub
        return hub.living(circle) is not None and await hub.tell(circle, notice)

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        node = self._reached(address)
        return node.heartbeat.has_store or any(map(node.hub.living, circles))

    def _reached(self, address: str) -> OneNode:
        if self.nodes[address].cut_off:
            raise Unreachable
        return self.nodes[address]
