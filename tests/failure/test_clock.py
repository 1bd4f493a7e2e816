"""The wall clock of a node that takes a circle up is an hour off."""

import asyncio
import time
from pathlib import Path

import pytest

from tests.support.installation import Node, installation
from tests.support.meeting import Meeting, meeting
from tests.support.peer import until
from tests.support.scene import PIET

HOUR_S = 3600
STEPPED = """
import time

true = time.time
time.time = lambda: true() + {by_s}
"""


@pytest.mark.parametrize("by_s", [HOUR_S, -HOUR_S])
def test_a_circle_keeps_its_time(tmp_path: Path, by_s: int) -> None:
    """N8, N6, H6: what is left of the step is what it was, less what has passed."""

    async def play() -> None:
        async with installation(tmp_path) as cluster, meeting(cluster) as table:
            owner = table.owner
            [other] = cluster.others(owner)
            other.kill()
            step_clock(other, tmp_path / "stepped", by_s)
            await asyncio.to_thread(other.start)
            since = await table.reflects()
            before_s, at = await left_s(table), time.monotonic()
            minutes = table.frida.view["clock"]["minutes"]

            owner.kill()
            await table.settled(time.monotonic())
            assert table.owner is other
            assert table.frida.view["clock"]["minutes"] == minutes
            now_s, passed_s = await left_s(table), time.monotonic() - at
            assert before_s - passed_s - 1 < now_s < before_s + 0.1
            assert table.hears(PIET, since) == []

            await asyncio.to_thread(owner.start)
            other.kill()
            await table.settled(time.monotonic())
            now_s, passed_s = await left_s(table), time.monotonic() - at
            assert before_s - passed_s - 1 < now_s < before_s + 0.1

    asyncio.run(play())


async def left_s(table: Meeting) -> float:
    """What is left of the running step by the server's clock, as a page knows it from its pings."""
    page = table.frida.here
    await until(lambda: page.pongs)
    pong = page.pongs[-1]
    now_ms = pong["now_ms"] + (time.monotonic() * 1000 - pong["sent_ms"])
    return float(page.view["clock"]["ends_at_ms"] - now_ms) / 1000


def step_clock(node: Node, folder: Path, by_s: int) -> None:
    """From its next start on this node reads another time of day."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(STEPPED.format(by_s=by_s))
    node.environment["PYTHONPATH"] = str(folder)
