"""Redis itself fails over to a replica, watched by Sentinel."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.installation import QUICK, Installation, Node, running
from tests.support.meeting import meeting
from tests.support.peer import until
from tests.support.redis import RedisProcess, Sentinel
from tests.support.scene import PIET


def test_nothing_that_was_acknowledged_is_lost_and_circles_go_on(tmp_path: Path) -> None:
    """N4, N5, N13, H6"""

    async def play() -> None:
        async with watched(tmp_path) as (cluster, primary, replicas), meeting(cluster) as table:
            since = await table.reflects()
            for _ in range(3):
                assert await table.frida.ask("change_time", minutes=1) is None
            told = table.log

            primary.kill()
            at = time.monotonic()
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await until(lambda: any(b"master" in replica.tell("ROLE") for replica in replicas))
            cluster.redis = next(replica for replica in replicas if b"master" in replica.tell("ROLE"))
            await until(lambda: table.log[: len(told)] == told)

            while await table.frida.ask("change_time", minutes=1) is not None:
                await asyncio.sleep(0.1)
            await table.settled(time.monotonic())
            print(f"the longest silence anybody had: {table.longest_silence_s(at):.2f} s")
            assert table.log[: len(told)] == told
            assert cluster.holders(table.circle) == [table.owner]
            assert table.lines_lost == 0
            assert table.hears(PIET, since) == []

    asyncio.run(play())


@asynccontextmanager
async def watched(folder: Path) -> AsyncIterator[tuple[Installation, RedisProcess, list[RedisProcess]]]:
    """Two nodes, a primary with two replicas, of which one has to confirm each write, and a sentinel."""
    with RedisProcess(folder / "primary") as primary:
        of_primary = {"replicaof": f"127.0.0.1 {primary.port}", "repl-diskless-sync-delay": "0"}
        with (
            RedisProcess(folder / "replica-1", **of_primary) as first,
            RedisProcess(folder / "replica-2", **of_primary) as second,
            Sentinel(folder / "sentinel", primary.port) as sentinel,
        ):
            environment = QUICK | {"BALINT_REDIS_REPLICAS": "1", "BALINT_SOUND_ALONE_S": "10"}
            nodes = [Node(folder / f"node-{i}", sentinel.url, None, environment) for i in range(2)]
            await until(
                lambda: sentinel.knows(2) and all(b"connected" in replica.tell("ROLE") for replica in (first, second))
            )
            async with running(Installation(nodes, primary)) as cluster:
                yield cluster, primary, [first, second]
