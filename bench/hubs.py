"""Ten thousand circles in one process: the memory they take, how fast they are taken up from Redis, and what they cost.

The process is a node as `app/several_nodes.py` makes one, with no sound and no pages: store, heartbeat and sweep. It
takes over from a node that has died, and 48 more are there that take nothing. In 500 circles a meeting goes on, with
twelve people who come back; from the others everybody has left, and one leader comes.

    python -m bench.hubs [--frozen-at-start | --frozen-once-alive]    # what is hidden from the garbage collector
"""

import asyncio
import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import uvloop

from app.circle.notices import GroupNotice
from app.cluster.client import Unreachable
from app.cluster.heartbeat import Heartbeat, HeartbeatTiming
from app.cluster.membership import Membership
from app.cluster.node import Node
from app.cluster.placement import ClusterPlacement
from app.live.actor import CircleActor
from app.live.clock import SystemClock
from app.live.hub import Hub
from app.store.directory import NOTHING_READ
from app.store.redis import RedisStore
from app.store.store import CircleId, NodeId
from bench.circles import SEATS, Stillness, log_of_a_circle, seat, switch
from bench.load import memory_mb
from tests.support.peer import until
from tests.support.redis import RedisProcess

CIRCLES = int(os.environ.get("BENCH_CIRCLES", "10000"))
FULL = CIRCLES // 20
NODES = 50
LIMIT_MB = 2048
IDLE_S = 10.0
BEAT_S = 30.0
"""A meeting of an hour has some hundred events, one in half a minute."""

AT_ONCE = 48
TICK_S = 0.002
AS_IT_IS, AT_START, ONCE_ALIVE = "as it is", "--frozen-at-start", "--frozen-once-alive"
_INSIDE = "--inside"


@dataclass
class Stretch:
    """What one stretch of time has cost."""

    name: str
    lasted_s: float
    cpu_s: float
    lag_ms: float
    """The longest the loop has kept anybody waiting."""
    collected_ms: float
    """The longest the collector has stood in the way, in milliseconds of CPU."""

    def __str__(self) -> str:
        """One line of the table."""
        busy = 100 * self.cpu_s / self.lasted_s
        return (
            f"{self.name:44}{self.lasted_s:8.2f} s{self.cpu_s:8.2f} CPU-s{busy:6.1f} %   loop late by "
            f"{self.lag_ms:6.1f} ms at most   collector {self.collected_ms:6.1f} ms at most"
        )


class Nobody:
    """The other nodes answer nothing."""

    async def holds(self, address: str, circle: CircleId) -> bool:
        """See `NodeClient.holds`."""
        raise Unreachable

    async def take_up(self, address: str, circle: CircleId) -> None:
        """See `NodeClient.take_up`."""
        raise Unreachable

    async def tell(self, address: str, circle: CircleId, notice: GroupNotice) -> bool:
        """See `NodeClient.tell`."""
        raise Unreachable

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        """See `NodeClient.may_have`."""
        raise Unreachable


def main() -> int:
    """Keep the circles in a Redis, then take them up in a process of their own; 1 if they take more than the limit."""
    with tempfile.TemporaryDirectory() as folder, RedisProcess(Path(folder), appendfsync="everysec") as redis:
        asyncio.run(_keep(redis.url))
        command = [sys.executable, "-m", "bench.hubs", _INSIDE, redis.url, *sys.argv[1:]]
        return subprocess.run(command, check=False).returncode


async def _keep(url: str) -> None:
    """Write ten thousand circles, and claim them for a node that has died; put up the signs of those that live."""
    store, died = await RedisStore.open(url, within_s=10), NodeId("died")
    going_on, empty = log_of_a_circle(), log_of_a_circle(going_on=False)

    async def keep(n: int) -> None:
        claim = await store.claim(CircleId(f"circle-{n}"), died, None)
        await store.append(claim, 0, going_on if n < FULL else empty)

    await _at_once(keep(n) for n in range(CIRCLES))
    for n in range(NODES - 1):
        await store.publish(
            replace(_node(SystemClock(), lambda: (0, 0)).status(), node=NodeId(f"other-{n}"), draining=True),
            NOTHING_READ,
        )
    await store.close()


async def _inside(url: str, collector: str) -> int:
    before_mb = memory_mb(os.getpid())
    if collector == AT_START:
        _freeze()
    async with _a_node(url) as (hub, heartbeat):
        print(f"\n{CIRCLES} circles of {SEATS} seats, {NODES} nodes; the collector: {collector}")
        beating = asyncio.ensure_future(heartbeat.run())
        await asyncio.sleep(
            1.5 * HeartbeatTiming().claim_ms / 1000
        )  # or the node that has died would not be taken for dead
        await _over("all taken up from Redis", _take_up(hub))
        actors = [actor for n in range(CIRCLES) if (actor := hub.living(CircleId(f"circle-{n}")))]
        assert len(actors) == CIRCLES, len(actors)
        empty_mb = memory_mb(os.getpid())
        await _over(f"all come to {FULL}", _at_once(seat(actor, range(1, SEATS + 1)) for actor in actors[:FULL]))
        full_mb = memory_mb(os.getpid())
        await _over("one leader comes to each other", _at_once(seat(actor, [1]) for actor in actors[FULL:]))
        led_mb = memory_mb(os.getpid())
        if collector == ONCE_ALIVE:
            _freeze()

        await _over("nothing happens", asyncio.sleep(IDLE_S))
        await _over("a sweep", hub.take_up())
        await _over(f"one event in each, spread over {BEAT_S:g} s", _spread(actors))
        await _over("one event in each, as fast as can be", _at_once(switch(actor, 1) for actor in actors))
        beating.cancel()
        peak_mb = memory_mb(os.getpid())
    print(
        f"memory: {peak_mb:.0f} MB, of the limit {peak_mb / LIMIT_MB:.2f} (target 1): "
        f"{'met' if peak_mb <= LIMIT_MB else 'MISSED'}; a circle {1024 * (empty_mb - before_mb) / CIRCLES:.1f} kB, "
        f"its leader {1024 * (led_mb - full_mb) / (CIRCLES - FULL):.1f} kB, "
        f"one of twelve people {1024 * (full_mb - empty_mb) / FULL / SEATS:.1f} kB"
    )
    return int(peak_mb > LIMIT_MB)


@asynccontextmanager
async def _a_node(url: str) -> AsyncIterator[tuple[Hub, Heartbeat]]:
    store, clock, timing = await RedisStore.open(url, within_s=10), SystemClock(), HeartbeatTiming()
    node = _node(clock, lambda: (len(hub.circles), hub.people))
    placement = ClusterPlacement(store, node, Nobody(), random.Random(0))
    hub = Hub(store, placement, clock, lambda _seats, _sealed: Stillness(), CIRCLES)
    heartbeat = Heartbeat(store, node, Nobody(), hub, lambda _until_ms: None, timing)
    await heartbeat.begin(clock.set)
    yield hub, heartbeat
    await hub.stop_circles()
    await store.close()


def _node(clock: SystemClock, count: Callable[[], tuple[int, int]]) -> Node:
    return Node(
        address="127.0.0.1:1",
        membership=Membership(NodeId("here"), HeartbeatTiming().claim_ms),
        clock=clock,
        count=count,
    )


def _freeze() -> None:
    """Have the collector never look again at what there is now."""
    gc.collect()
    gc.freeze()


async def _take_up(hub: Hub) -> None:
    """Take all up, and wait until each has noted that nobody's line has survived."""
    await hub.take_up()
    actors = [actor for name in hub.circles if (actor := hub.living(name))]
    await until(lambda: not any(seat.here for actor in actors for seat in actor.circle.seats))


async def _spread(actors: list[CircleActor]) -> None:
    async def after(wait_s: float, actor: CircleActor) -> None:
        await asyncio.sleep(wait_s)
        await switch(actor, 1)

    await asyncio.gather(*(after(BEAT_S * n / len(actors), actor) for n, actor in enumerate(actors)))


async def _at_once(works: Iterable[Awaitable[None]]) -> None:
    turns = asyncio.Semaphore(AT_ONCE)

    async def in_turn(work: Awaitable[None]) -> None:
        async with turns:
            await work

    await asyncio.gather(*map(in_turn, works))


async def _over(name: str, work: Awaitable[None]) -> None:
    """Do this and print what it cost."""
    lags, pauses, began = [0.0], [0.0], [0.0]

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            began[0] = time.process_time()
        else:
            pauses.append(time.process_time() - began[0])

    async def tick() -> None:
        while True:
            due = time.perf_counter() + TICK_S
            await asyncio.sleep(TICK_S)
            lags.append(time.perf_counter() - due)

    ticking = asyncio.ensure_future(tick())
    gc.callbacks.append(note)
    since, cpu_s = time.perf_counter(), time.process_time()
    await work
    stretch = (time.perf_counter() - since, time.process_time() - cpu_s)
    gc.callbacks.remove(note)
    ticking.cancel()
    print(Stretch(name, *stretch, lag_ms=1000 * max(lags), collected_ms=1000 * max(pauses)), flush=True)


if __name__ == "__main__":
    if _INSIDE in sys.argv:
        told = sys.argv[-1] if sys.argv[-1] in {AT_START, ONCE_ALIVE} else AS_IT_IS
        sys.exit(uvloop.run(_inside(sys.argv[2], told)))
    sys.exit(main())
