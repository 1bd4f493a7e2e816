"""The node that holds a circle is told to stop in the middle of a step."""

import asyncio
import signal
import time
from pathlib import Path

from tests.support.installation import Installation, Node, circle_of, installation
from tests.support.meeting import meeting
from tests.support.peer import until
from tests.support.scene import PIET


def test_a_circle_moves_with_its_next_step_and_hardly_notices(tmp_path: Path) -> None:
    """N10, H6: what nobody sits in moves at once, what is new goes elsewhere, and the process ends by itself."""

    async def play() -> None:
        async with installation(tmp_path) as cluster:
            idle = {node: await opens_at(cluster, node) for node in cluster.nodes}
            async with meeting(cluster) as table:
                since = await table.reflects()
                leaving = table.owner
                [staying] = cluster.others(leaving)

                leaving.tell(signal.SIGTERM)
                await until(lambda: cluster.owner(idle[leaving]) is staying)
                health = await asyncio.to_thread(leaving.health)
                assert health and health["status"] == "draining"
                assert cluster.owner(await opens(leaving)) is staying
                assert table.owner is leaving
                assert table.hears(PIET, since) == []

                at = time.monotonic()
                assert await table.frida.ask("next_step") is None
                assert await asyncio.to_thread(leaving.ended) == 0
                await table.until_all_here()
                await table.until_heard(time.monotonic())
                print(f"the longest silence anybody had: {table.longest_silence_s(at):.2f} s")
                assert table.owner is staying
                assert table.frida.view["phase"] == "presenter_returns"
                assert await table.frida.ask("change_time", minutes=1) is None

    asyncio.run(play())


def test_a_circle_that_takes_no_step_moves_when_the_time_is_up(tmp_path: Path) -> None:
    """N10"""

    async def play() -> None:
        async with installation(tmp_path, BALINT_DRAIN_WITHIN_S="1") as cluster, meeting(cluster) as table:
            since = await table.reflects()
            leaving = table.owner
            leaving.tell(signal.SIGTERM)
            assert await asyncio.to_thread(leaving.ended) == 0
            await table.until_all_here()
            await table.until_heard(time.monotonic())
            assert table.owner is not leaving
            assert table.frida.view["phase"] == "reflection"
            assert table.hears(PIET, since) == []

    asyncio.run(play())


async def opens(node: Node) -> str:
    return circle_of((await asyncio.to_thread(node.open_circle))[0])


async def opens_at(cluster: Installation, owner: Node) -> str:
    """A new circle, which lives there; nobody comes to it."""
    while cluster.owner(circle := await opens(owner)) is not owner:
        pass
    return circle
