"""What the beats of many nodes cost their Redis: its own processor time and bytes, for each beat and in a second.

Nodes only say here that they live and read who else does. Either nobody comes to them, or people come to each, as they
do before a meeting. `python -m bench beats`.
"""

import asyncio
import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import redis

from app.store.directory import NOTHING_READ, NodeStatus
from app.store.redis import RedisStore
from app.store.store import NodeId
from tests.support.redis import RedisProcess

NODES = (10, 50, 200, 500)
ROUNDS = 12
BEATS_A_SECOND = 2
CORE_MAX = 0.25
"""What beats may take of the one core of Redis, with the most nodes: then three quarters are left for circles."""
COME_A_BEAT = 0.5
"""People who come to each node between two beats: 500 in eight minutes."""
LATE_MAX = 0.05
"""By which share of the time between two beats one comes late: then others see it stand still, for one beat."""
KNOWN_AFTER = 3
STATUS = NodeStatus(
    node=NodeId("x" * 12), beat=1, address="10.20.30.40:8900", circles=50, people=500, draining=False, now_ms=1 << 40
)


def main() -> int:
    """Print a line for each number of nodes; 1 if the most take more of a core than they may."""
    print(f"\n{'nodes':>6}{'people come':>13}{'CPU-ms a beat':>16}{'kB a beat':>12}{'of a core':>12}{'Mb/s':>8}")
    shares = [_measured(nodes, come) for nodes in NODES for come in (0, COME_A_BEAT)]
    print(f"of what beats may take: {shares[-1] / CORE_MAX:.2f} (target 1)")
    return int(shares[-1] > CORE_MAX)


def _measured(nodes: int, come: float) -> float:
    with tempfile.TemporaryDirectory() as folder, RedisProcess(Path(folder), appendfsync="everysec") as server:
        ids = [NodeId(f"node-{n:07d}") for n in range(nodes)]
        with redis.Redis.from_url(server.url) as admin:
            cpu_s, sent_bytes = asyncio.run(_beaten(server.url, ids, come, admin))
    beats = nodes * ROUNDS
    share = cpu_s / beats * nodes * BEATS_A_SECOND
    megabits = sent_bytes / beats * nodes * BEATS_A_SECOND * 8 / 1e6
    about = f"{nodes:>6}{'yes' if come else 'no':>13}{1000 * cpu_s / beats:>16.3f}{sent_bytes / beats / 1000:>12.1f}"
    print(f"{about}{share:>12.3f}{megabits:>8.1f}")
    return share


async def _beaten(url: str, ids: Sequence[NodeId], come: float, admin: "redis.Redis") -> tuple[float, float]:
    """Let every node beat until all are known; then measure the rounds. Nobody beats quite in time."""
    stores = [await RedisStore.open(url, within_s=10) for _ in ids]
    read = [NOTHING_READ for _ in ids]
    rng = random.Random(1)
    for beat in range(KNOWN_AFTER + ROUNDS):
        if beat == KNOWN_AFTER:
            before = _used(admin)
        for n in sorted(range(len(ids)), key=lambda n: n / len(ids) + rng.random() * LATE_MAX):
            status = replace(STATUS, node=ids[n], beat=beat, people=int(come * beat + n % 20))
            read[n] = await stores[n].publish(status, read[n])
    after = _used(admin)
    for store in stores:
        await store.close()
    return after[0] - before[0], after[1] - before[1]


def _used(admin: "redis.Redis") -> tuple[float, float]:
    about: Any = admin.info("everything")
    return about["used_cpu_user"] + about["used_cpu_sys"], about["total_net_output_bytes"]


if __name__ == "__main__":
    raise SystemExit(main())
