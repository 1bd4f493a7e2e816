"""Several nodes that share one Redis, each a process of its own with its own ports."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import redis
from itsdangerous import URLSafeSerializer

from app.circle.events import Event
from app.cluster.key import node_key
from app.store.codec import event_from_text
from tests.support.ports import free_port
from tests.support.process import ServerProcess
from tests.support.proxy import Proxy
from tests.support.redis import RedisProcess

QUICK = {
    "BALINT_BEAT_S": "0.2",
    "BALINT_CLAIM_S": "1",
    "BALINT_SOUND_ALONE_S": "2.2",
    "BALINT_REDIS_WITHIN_S": "0.4",
}
"""A tenth of a minute is long in a test: everything in proportion, only sooner."""
STARTS_MAX = 5
LATE = "Redis did not answer in time"


class Node(ServerProcess):
    """One of them. `line` is its own way to Redis, where it has one that can be cut."""

    def __init__(self, folder: Path, url: str, line: Proxy | None, environment: dict[str, str]) -> None:
        folder.mkdir(parents=True)
        self.address = f"127.0.0.1:{free_port()}"
        self.line = line
        ports = {"REDIS_URL": url, "BALINT_NODE_PORT": self.address.partition(":")[2]}
        super().__init__(folder, **(ports | environment))

    def ready(self) -> "Node":
        """Wait until it answers. One that found Redis out of breath is begun again, as its supervisor would."""
        for _ in range(STARTS_MAX - 1):
            try:
                super().ready()
                return self
            except AssertionError:
                if self.runs or not any(LATE in line for line in self.log.splitlines()[-1:]):
                    raise
            self.launch()
        super().ready()
        return self


class Installation:
    """All nodes, and what a test may look up in their Redis."""

    def __init__(self, nodes: list[Node], redis_at: RedisProcess) -> None:
        self.nodes = nodes
        self.redis = redis_at

    async def start(self) -> None:
        for node in self.nodes:
            node.launch()
        for node in self.nodes:
            await asyncio.to_thread(node.ready)

    @property
    def doors(self) -> list[str]:
        """Where browsers can enter."""
        return [node.socket_url for node in self.nodes]

    def owner(self, circle: str) -> Node:
        """Whoever has claimed this circle, alive or not."""
        with self.looking() as keys:
            node: Any = keys.hget(f"balint:circle:{circle}:claim", "node")
            sign: Any = keys.get(f"balint:node:{node}")
        return next(node for node in self.nodes if sign and node.address == json.loads(sign)["address"])

    def others(self, than: Node) -> list[Node]:
        return [node for node in self.nodes if node is not than]

    def holders(self, circle: str) -> list[Node]:
        """Every running node that says that this circle is alive there."""
        return [node for node in self.nodes if node.runs and self._holds(node, circle)]

    def log(self, circle: str) -> list[Event]:
        """What is kept of a circle that has not ended."""
        return [event for _, event in self.entries(circle)]

    def entries(self, circle: str) -> list[tuple[int, Event]]:
        """The same, each event with the term it was kept in."""
        with self.looking() as keys:
            rows: Any = keys.xrange(f"balint:circle:{circle}:events")
        return [(int(entry.partition("-")[0]), event_from_text(fields["body"])) for entry, fields in rows]

    @contextmanager
    def looking(self) -> Iterator["redis.Redis"]:
        with redis.Redis.from_url(self.redis.url, decode_responses=True) as keys:
            yield keys

    def _holds(self, node: Node, circle: str) -> bool:
        with self.looking() as keys:
            key = node_key(str(keys.get("balint:secret")))
        asked = urllib.request.Request(
            f"http://{node.address}/node/holds",
            json.dumps({"circle": circle}).encode(),
            {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(asked, timeout=1) as answer:
                return bool(json.load(answer)["answer"])
        except OSError:
            return False


@asynccontextmanager
async def installation(
    folder: Path, nodes: int = 2, *, lines: bool = False, pace: dict[str, str] = QUICK, **environment: str
) -> AsyncIterator[Installation]:
    """Start one Redis and so many nodes; with `lines`, each node reaches it over one that can be cut."""
    with RedisProcess(folder / "redis") as redis_at:
        async with ways_to(redis_at, nodes if lines else 0) as ways:
            urls = [way.url for way in ways] or [redis_at.url] * nodes
            cluster = Installation(
                [
                    Node(folder / f"node-{i}", url, ways[i] if lines else None, pace | environment)
                    for i, url in enumerate(urls)
                ],
                redis_at,
            )
            async with running(cluster):
                yield cluster


@asynccontextmanager
async def ways_to(redis_at: RedisProcess, count: int) -> AsyncIterator[list[Proxy]]:
    ways = [await Proxy(redis_at.port).open() for _ in range(count)]
    try:
        yield ways
    finally:
        for way in ways:
            await way.close()


@asynccontextmanager
async def running(cluster: Installation) -> AsyncIterator[Installation]:
    """Start every node, and in the end kill those that are left."""
    try:
        await cluster.start()
        yield cluster
    finally:
        for node in cluster.nodes:
            await asyncio.to_thread(node.kill)


def circle_of(token: str) -> str:
    """The name of the circle that an invitation leads to."""
    _, (circle, _) = URLSafeSerializer("").loads_unsafe(token)
    return str(circle)
