"""Redis is gone for everybody."""

import asyncio
import time
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.support.client import client
from tests.support.installation import Installation, installation
from tests.support.meeting import Meeting, meeting
from tests.support.scene import MAX, NAMES, PIET

BEYOND_THE_BOUND_S = 2.8


def test_sound_goes_on_for_as_long_as_it_takes(tmp_path: Path) -> None:
    """N13, N16, N4, H6: with the same people at the same node, and all works again once Redis does."""

    async def play() -> None:
        async with installation(tmp_path) as cluster, meeting(cluster) as table:
            since = await table.reflects()
            owner, told = table.owner, table.log

            cluster.redis.kill()
            at = time.monotonic()
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await asyncio.sleep(BEYOND_THE_BOUND_S)
            await table.until_heard(time.monotonic())
            await nobody_enters(cluster, table)

            await asyncio.to_thread(cluster.redis.start)
            await until_kept(table)
            assert table.longest_silence_s(at) < 1
            assert table.lines_lost == 0
            assert cluster.holders(table.circle) == [owner]
            assert table.owner is owner
            assert table.log[: len(told)] == told
            assert table.hears(PIET, since) == []

    asyncio.run(play())


@pytest.mark.parametrize(
    ("harm", "mend"),
    [
        (("CONFIG", "SET", "maxmemory", "1"), ("CONFIG", "SET", "maxmemory", "0")),
        (("REPLICAOF", "127.0.0.1", "1"), ("REPLICAOF", "NO", "ONE")),
    ],
    ids=["out of memory", "read-only"],
)
def test_a_redis_that_keeps_nothing(tmp_path: Path, harm: tuple[str, ...], mend: tuple[str, ...]) -> None:
    """N13, N16, N4, H6"""

    async def play() -> None:
        async with installation(tmp_path) as cluster, meeting(cluster) as table:
            since = await table.reflects()
            owner, told = table.owner, table.log

            assert cluster.redis.tell(*harm) == b"+OK\r\n"
            at = time.monotonic()
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await asyncio.sleep(BEYOND_THE_BOUND_S)
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            assert table.log == told
            await nobody_enters(cluster, table)
            for node in cluster.nodes:
                with pytest.raises(HTTPError, match="503") as refused:
                    await asyncio.to_thread(node.open_circle)
                refused.value.close()

            assert cluster.redis.tell(*mend) == b"+OK\r\n"
            await until_kept(table)
            assert table.longest_silence_s(at) < 1
            assert table.lines_lost == 0
            assert cluster.holders(table.circle) == [owner]
            assert table.hears(PIET, since) == []

    asyncio.run(play())


def test_a_slow_redis(tmp_path: Path) -> None:
    """N13, N16: below the deadline everything is kept, only later; beyond it commands are refused in words."""

    async def play() -> None:
        async with installation(tmp_path, lines=True) as cluster, meeting(cluster) as table:
            since = await table.reflects()
            owner = table.owner
            at = time.monotonic()
            slow_down(cluster, 0.3)
            assert await table.frida.ask("change_time", minutes=1) is None
            slow_down(cluster, 0.6)
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await asyncio.sleep(BEYOND_THE_BOUND_S)
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            slow_down(cluster, 0)
            await until_kept(table)
            assert table.longest_silence_s(at) < 1
            assert table.lines_lost == 0
            assert table.owner is owner
            assert table.hears(PIET, since) == []

    asyncio.run(play())


async def nobody_enters(cluster: Installation, table: Meeting) -> None:
    """By no door, for it could not be kept; they come back by themselves."""
    for node in cluster.nodes:
        async with client(node.socket_url) as page:
            await page.send({"type": "enter", "token": table.tokens[MAX - 1], "name": NAMES[MAX]})
            assert await page.closed() == 4010


def slow_down(cluster: Installation, delay_s: float) -> None:
    for node in cluster.nodes:
        assert node.line
        node.line.delay_s = delay_s


async def until_kept(table: Meeting) -> None:
    while await table.frida.ask("change_time", minutes=2) is not None:
        await asyncio.sleep(0.1)
