"""A server looks through its groups by itself, for as long as it runs."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.circle.phases import Role
from app.group.commands_erasure import GRACE_MS, UNTOUCHED_KEPT_MS, AskErasure
from app.group.commands_frame import AcceptFrame
from app.group.group import Group
from app.group.reasons import GroupRefused
from app.group.terms import Terms
from app.live import group_tidying
from app.live.groups import GroupKeeper
from app.live.hub import Hub
from app.live.kept_groups import KeptGroups, NoGroup
from app.live.placement import SingleNode
from app.store.groups import GroupId
from app.store.store import NodeId
from tests.store.test_contract import redis, sqlite
from tests.store.test_groups import memory_groups, of
from tests.support.clock import HandMovedClock
from tests.support.group_scene import FINN, FRIDA
from tests.support.process import PATIENCE_S
from tests.support.sound import SilentSound
from tests.support.store import MemoryGroups, MemoryStore


async def looked_through(kept: KeptGroups, groups: int) -> None:
    """It has begun to look through so many groups."""
    while kept.counters.kept != groups:
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("open_groups", [memory_groups, of(sqlite), of(redis)], ids=["memory", "sqlite", "redis"])
def test_a_group_whose_thirty_days_are_over_goes_by_itself(
    open_groups: Callable[[Path], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G15, G22: nobody reads it, and its name is not in the store any more; the other group stays."""
    monkeypatch.setattr(group_tidying, "TIDY_EVERY_S", 0.01)

    async def run() -> None:
        clock, store = HandMovedClock(), MemoryStore()
        hub = Hub(store, SingleNode(store, NodeId("here")), clock, SilentSound, 10)
        async with open_groups(tmp_path) as groups, asyncio.timeout(PATIENCE_S):
            keeper = GroupKeeper(groups, store, hub)
            people = (("Frida", Role.FACILITATOR), ("Finn", Role.FACILITATOR))
            goes = await keeper.open("Goes", "UTC", Terms(), people, None)
            assert not isinstance(goes, GroupRefused)
            for leader in (FRIDA, FINN):
                await keeper.ask(goes[0], AskErasure(), leader, None)
            tidying = asyncio.create_task(group_tidying.go_on_tidying(keeper.kept))
            await looked_through(keeper.kept, 1)
            stays = await keeper.open("Stays", "UTC", Terms(), people, None)
            assert not isinstance(stays, GroupRefused)
            await looked_through(keeper.kept, 2)
            assert set(await groups.names()) == {goes[0], stays[0]}
            clock.move(ms=GRACE_MS)
            while goes[0] in await groups.names():
                await asyncio.sleep(0.01)
            assert await groups.names() == (stays[0],)
            tidying.cancel()
        await hub.stop()

    asyncio.run(run())


def test_a_group_that_nobody_has_touched_since_it_was_opened_goes_after_ninety_days() -> None:
    """G22: as where its opening was answered too late, so that nobody has its links. Reading it keeps it no longer."""

    async def run() -> None:
        clock, store, groups = HandMovedClock(), MemoryStore(), MemoryGroups()
        keeper = GroupKeeper(groups, store, Hub(store, SingleNode(store, NodeId("here")), clock, SilentSound, 10))
        people = (("Frida", Role.FACILITATOR), ("Finn", Role.FACILITATOR))
        opened = [await keeper.open("Tuesday", "UTC", Terms(), people, None) for _ in range(2)]
        goes, stays = (each[0] for each in opened if not isinstance(each, GroupRefused))
        await keeper.ask(stays, AcceptFrame(number=1), FINN, None)
        untouched = groups.kept[goes]
        clock.move(ms=UNTOUCHED_KEPT_MS - 1)
        await group_tidying.tidy_all(keeper.kept)
        assert set(groups.kept) == {goes, stays}
        await keeper.kept.read(goes)
        clock.move(ms=1)
        await group_tidying.tidy_all(keeper.kept)
        assert set(groups.kept) == {stays}
        for asked in (keeper.kept.read(goes), keeper.kept.put_back(goes, untouched)):
            with pytest.raises(NoGroup):
                await asked

    asyncio.run(run())


def test_a_group_that_cannot_be_looked_through_keeps_no_other_from_it(caplog: pytest.LogCaptureFixture) -> None:
    """G22: what is wrong with one of them is wrong each time."""

    class OneIsBroken(MemoryGroups):
        broken: GroupId | None = None

        async def read(self, group: GroupId) -> Group | None:
            if group == self.broken:
                raise ZeroDivisionError
            return await super().read(group)

    async def run() -> None:
        clock, store, groups = HandMovedClock(), MemoryStore(), OneIsBroken()
        keeper = GroupKeeper(groups, store, Hub(store, SingleNode(store, NodeId("here")), clock, SilentSound, 10))
        people = (("Frida", Role.FACILITATOR), ("Finn", Role.FACILITATOR))
        for _ in range(2):
            opened = await keeper.open("Tuesday", "UTC", Terms(), people, None)
            assert not isinstance(opened, GroupRefused)
            for leader in (FRIDA, FINN):
                await keeper.ask(opened[0], AskErasure(), leader, None)
        groups.broken, due = sorted(groups.kept)
        clock.move(ms=GRACE_MS)
        await group_tidying.tidy_all(keeper.kept)
        assert due not in groups.kept
        assert "a group could not be looked through" in caplog.text

    asyncio.run(run())
