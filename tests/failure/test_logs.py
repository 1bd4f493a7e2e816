"""What nodes write down of their people while everything fails: nothing."""

import asyncio
import time
from pathlib import Path

from tests.support.installation import installation
from tests.support.meeting import meeting
from tests.support.scene import NAMES, PIET


def test_no_node_names_anybody_whatever_fails(tmp_path: Path) -> None:
    """W3, E3, N4: not through a relay, not with Redis away, not when a node is killed."""

    async def play() -> None:
        async with installation(tmp_path, nodes=3) as cluster, meeting(cluster) as table:
            await table.reflects()
            cluster.redis.kill()
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await asyncio.to_thread(cluster.redis.start)
            table.owner.kill()
            at = time.monotonic()
            await table.until_heard(at)
            await table.until_all_here()
            assert await table.people[PIET].refused("open_microphone") == "sitting_back"
            logs = "".join(node.log for node in cluster.nodes)
            assert "the store could not keep an event: Redis" in logs
            at_home = {node.address for node in cluster.nodes} | {"127.0.0.1", "redis://"}
            for secret in (*NAMES.values(), *table.tokens, table.circle, "Tuesday", "ice-ufrag", *at_home):
                assert secret not in logs, secret

    asyncio.run(play())
