"""The node that holds a circle is killed in the middle of a reflection."""

import asyncio
import time
from pathlib import Path

from tests.support.installation import installation
from tests.support.meeting import meeting
from tests.support.peer import until
from tests.support.scene import FRIDA, PIET

KEPT = ("phase", "step", "plan", "seats")


def test_another_node_goes_on_with_everything_that_was_told(tmp_path: Path) -> None:
    """N9, N4, S3, S4, H6, N15: whoever came through the dead node or through another one is back by themselves."""

    async def play() -> None:
        async with installation(tmp_path) as cluster, meeting(cluster) as table:
            since = await table.reflects()
            assert await table.frida.ask("change_time", minutes=3) is None
            told, before = table.log, table.frida.view
            killed = table.owner

            killed.kill()
            at = time.monotonic()
            await table.until_heard(at)
            await table.until_all_here()
            await until(lambda: all(seat["sound"] == "connected" for seat in table.frida.view["seats"] if seat["name"]))

            assert table.owner is not killed
            assert cluster.holders(table.circle) == [table.owner]
            assert table.log[: len(told)] == told
            after = table.frida.view
            assert [after[part] for part in KEPT] == [before[part] for part in KEPT]
            assert 0 <= after["clock"]["ends_at_ms"] - before["clock"]["ends_at_ms"] < 1000
            assert await table.people[PIET].refused("open_microphone") == "sitting_back"
            assert await table.frida.ask("change_time", minutes=1) is None
            assert table.hears(PIET, since) == []
            assert table.hears(FRIDA, at)

    asyncio.run(play())
