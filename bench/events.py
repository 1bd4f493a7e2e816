"""Events kept a second through real actors: decided, evolved, kept, sounded, shown; on every store, beside a raw peer.

The peer is the same Redis told only to XADD, by redis-py in pipelines, or the same SQLite told only to INSERT. A
command is acknowledged when its event is kept and shown to everybody; with one circle they come one after the other.
"""

import asyncio
import itertools
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvloop
from redis.asyncio import Redis

from app.circle.decide import open_circle
from app.circle.events import MicrophoneOpened
from app.live.actor import CircleActor
from app.live.clock import SystemClock
from app.live.hub import Hub
from app.live.placement import SingleNode
from app.store.codec import event_to_text
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.store.store import NodeId, Store
from bench.circles import PLAN, ROLES, SEATS, TITLE, Stillness, seat, switch
from tests.support.redis import RedisProcess
from tests.support.store import MemoryStore

CIRCLES = 100
COMMANDS = 500
SECONDS = 4.0
WITHIN_S = 5.0
"""The deadline of a call; the default would end a run on a disk that is slow for once."""

BODY = event_to_text(MicrophoneOpened(at_ms=1_767_225_600_000, seat=1))

Write = Callable[[int], Awaitable[object]]
"""Write so many events at once, past everything of ours."""


@dataclass
class Place:
    """A store, its peer, and how to ask how much CPU its server has taken (None where there is none)."""

    store: Store
    raw: Write | None = None
    server_cpu_s: Callable[[], Awaitable[float]] | None = None


def main() -> None:
    """Measure every store."""
    uvloop.run(_measure())


async def _measure() -> None:
    print(f"\n{CIRCLES} circles of {SEATS} at once for {SECONDS:g} s; one circle, {COMMANDS} commands in a row")
    print(
        f"{'':32}{'p50 ms':>8}{'p99':>8}{'raw p50':>9}{'ratio':>7}{'12 people /s':>14}{'1 person /s':>13}"
        f"{'raw /s':>9}{'ratio':>7}{'our us':>8}{'Redis us':>10}"
    )
    for name, opened in (
        ("memory", _memory()),
        ("SQLite", _sqlite()),
        ("Redis, everysec", _redis("everysec")),
        ("Redis, always", _redis("always")),
        ("Redis, everysec, 1 replica", _redis("everysec", replicas=1)),
        ("Redis, always, 1 replica", _redis("always", replicas=1)),
    ):
        async with opened as place:
            print(f"{name:32}" + await _row(place), flush=True)


async def _row(place: Place) -> str:
    async with _circles(place.store, 1, people=SEATS) as [actor]:
        ours = await _latencies(lambda: switch(actor, 1), COMMANDS)
    write = place.raw
    raw = await _latencies(lambda: write(1), COMMANDS) if write else []
    full, _, _ = await _throughput(place, people=SEATS)
    led, our_us, server_us = await _throughput(place, people=1)
    raw_rate = await _raw_throughput(write) if write else 0.0
    figures = f"{_part(ours, 50):8.2f}{_part(ours, 99):8.2f}"
    figures += f"{_part(raw, 50):9.2f}{_part(ours, 50) / _part(raw, 50):7.1f}" if raw else f"{'':16}"
    figures += f"{full:14.0f}{led:13.0f}"
    figures += f"{raw_rate:9.0f}{led / raw_rate:7.3f}" if raw_rate else f"{'':16}"
    return figures + f"{our_us:8.0f}" + (f"{server_us:10.0f}" if place.server_cpu_s else "")


async def _latencies(work: Callable[[], Awaitable[object]], times: int) -> list[float]:
    """How long each took, in milliseconds, shortest first."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        await work()
        took.append(1000 * (time.perf_counter() - began))
    return sorted(took)


async def _throughput(place: Place, people: int) -> tuple[float, float, float]:
    """Events a second, and microseconds of CPU for each: ours and the store's server's."""
    kept = itertools.count()
    async with _circles(place.store, CIRCLES, people) as actors:
        until_s = time.perf_counter() + SECONDS

        async def go_on(actor: CircleActor) -> None:
            while time.perf_counter() < until_s:
                await switch(actor, 1)
                next(kept)

        server_s = await place.server_cpu_s() if place.server_cpu_s else 0.0
        cpu_s, began = time.process_time(), time.perf_counter()
        await asyncio.gather(*map(go_on, actors))
        lasted, cpu_s = time.perf_counter() - began, time.process_time() - cpu_s
        server_s = await place.server_cpu_s() - server_s if place.server_cpu_s else 0.0
    events = next(kept)
    return events / lasted, 1e6 * cpu_s / events, 1e6 * server_s / events


async def _raw_throughput(write: Write) -> float:
    written, began = 0, time.perf_counter()
    while time.perf_counter() < began + SECONDS:
        await write(CIRCLES)
        written += CIRCLES
    return written / (time.perf_counter() - began)


@asynccontextmanager
async def _circles(store: Store, count: int, people: int) -> AsyncIterator[list[CircleActor]]:
    hub = Hub(store, SingleNode(store, NodeId("here")), SystemClock(), lambda _seats, _sealed: Stillness(), count)
    opened = open_circle(TITLE, PLAN, ROLES, hub.clock.now_ms())
    actors = [await hub.actor(await hub.open(opened)) for _ in range(count)]
    for actor in actors:
        await seat(actor, range(1, people + 1))
    yield actors
    await hub.stop()


@asynccontextmanager
async def _memory() -> AsyncIterator[Place]:
    yield Place(MemoryStore())


@asynccontextmanager
async def _sqlite() -> AsyncIterator[Place]:
    with tempfile.TemporaryDirectory() as folder:
        store = await SqliteStore.open(Path(folder) / "circles.sqlite")
        raw = sqlite3.connect(Path(folder) / "raw.sqlite", isolation_level=None)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE events (body TEXT)"):
            raw.execute(statement)

        async def write(count: int) -> None:
            for _ in range(count):
                raw.execute("INSERT INTO events VALUES (?)", (BODY,))

        yield Place(store, write)
        raw.close()
        await store.close()


@asynccontextmanager
async def _redis(appendfsync: str, replicas: int = 0) -> AsyncIterator[Place]:
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as opened:
            primary = opened.enter_context(RedisProcess(Path(folder) / "primary", appendfsync=appendfsync))
            for n in range(replicas):
                options = {"appendfsync": appendfsync, "replicaof": f"127.0.0.1 {primary.port}"}
                opened.enter_context(RedisProcess(Path(folder) / f"replica-{n}", **options))
            raw = Redis.from_url(primary.url)
            opened.push_async_callback(raw.aclose)
            await _until_joined(raw, replicas)
            store = await RedisStore.open(primary.url, within_s=WITHIN_S, replicas=replicas)
            opened.push_async_callback(store.close)

            async def write(count: int) -> None:
                async with raw.pipeline(transaction=False) as pipe:
                    for _ in range(count):
                        pipe.xadd("raw", {"body": BODY})
                    if replicas:
                        pipe.execute_command("WAIT", replicas, 0)
                    await pipe.execute()

            async def cpu_s() -> float:
                used: dict[str, Any] = await raw.info("cpu")
                return float(used["used_cpu_user"]) + float(used["used_cpu_sys"])

            yield Place(store, write, cpu_s)


async def _until_joined(raw: Redis, replicas: int) -> None:
    """Wait until a write reaches every replica."""
    async with asyncio.timeout(20):
        while True:
            await raw.set("ready", "?")
            if await raw.wait(replicas, 100) >= replicas:
                return


def _part(values: list[float], percent: int) -> float:
    return values[len(values) * percent // 100]


if __name__ == "__main__":
    main()
