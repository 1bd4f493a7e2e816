"""The node that holds a circle has lost Redis, and nobody else has."""

import asyncio
import time
from pathlib import Path

import pytest

from app.circle.events import TimeChanged
from tests.support.client import client
from tests.support.installation import installation
from tests.support.meeting import meeting
from tests.support.peer import until
from tests.support.scene import MAX, NAMES, PIET

BOUND_S = 6
LESS_THAN_THE_BOUND_S = 1.4
"""Longer than the claim, and far enough from the bound for a machine out of breath."""


@pytest.mark.parametrize("way", ["cut", "swallow_answers"])
def test_people_stay_together_and_in_the_end_move_together(tmp_path: Path, way: str) -> None:
    """N13, N11, N16, N4, H6: sound goes on, commands are refused in words, and after the bound all are elsewhere."""

    async def play() -> None:
        async with (
            installation(tmp_path, lines=True, BALINT_SOUND_ALONE_S=str(BOUND_S)) as cluster,
            meeting(cluster) as table,
        ):
            since = await table.reflects()
            owner, told = table.owner, table.log
            [other] = cluster.others(owner)
            assert owner.line

            getattr(owner.line, way)()
            at = time.monotonic()
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await asyncio.sleep(LESS_THAN_THE_BOUND_S)
            await table.until_heard(time.monotonic())
            async with client(other.socket_url) as page:
                await page.send({"type": "enter", "token": table.tokens[MAX - 1], "name": NAMES[MAX]})
                assert await page.closed() == 4010
            assert cluster.holders(table.circle) == [owner]
            assert table.lines_lost == 0
            assert table.longest_silence_s(at) < 1

            await until(lambda: table.owner is other)
            await table.settled(time.monotonic())
            assert cluster.holders(table.circle) == [other]
            assert [codes[0] for codes in (person.codes for person in table.people.values())] == [4013] * 4
            assert table.log[: len(told)] == told
            assert await table.frida.ask("change_time", minutes=1) is None
            assert table.hears(PIET, since) == []

            owner.line.mend()
            await until(lambda: cluster.holders(table.circle) == [other])
            assert await asyncio.to_thread(owner.open_circle)

    asyncio.run(play())


def test_whoever_only_ever_comes_to_the_node_that_is_cut_off_is_passed_on(tmp_path: Path) -> None:
    """N15, S3: a balancer may send everybody there, for nobody else is there any more."""

    async def play() -> None:
        async with installation(tmp_path, lines=True) as cluster, meeting(cluster) as table:
            since = await table.reflects()
            owner = table.owner
            [other] = cluster.others(owner)
            assert owner.line
            for person in table.people.values():
                person.doors = [owner.socket_url]
            owner.line.cut()
            await until(lambda: table.owner is other)
            await table.settled(time.monotonic())
            assert cluster.holders(table.circle) == [other]
            assert await table.frida.ask("change_time", minutes=1) is None
            assert table.hears(PIET, since) == []

    asyncio.run(play())


def test_a_line_that_comes_back_in_time_is_noticed_by_nobody(tmp_path: Path) -> None:
    """N4, N16: what was refused has not happened, though Redis had kept it."""

    async def play() -> None:
        async with installation(tmp_path, lines=True) as cluster, meeting(cluster) as table:
            since = await table.reflects()
            owner = table.owner
            assert owner.line
            owner.line.swallow_answers()
            at = time.monotonic()
            assert await table.frida.refused("change_time", minutes=7) == "not_kept"
            await until(lambda: 7 in changes(table.log))
            await asyncio.sleep(LESS_THAN_THE_BOUND_S)

            owner.line.mend()
            await until(lambda: table.frida.view)
            while await table.frida.ask("change_time", minutes=1) is not None:
                await asyncio.sleep(0.1)
            assert changes(table.log) == [1]
            assert table.lines_lost == 0
            assert table.owner is owner
            assert table.longest_silence_s(at) < 1
            assert table.hears(PIET, since) == []

    asyncio.run(play())


def changes(log: list[object]) -> list[int]:
    return [event.minutes for event in log if isinstance(event, TimeChanged)]
