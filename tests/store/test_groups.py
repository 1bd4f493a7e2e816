"""What every store promises of groups: one suite, run on each of them and on the fake."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.circle.replacing import replace
from app.group.commands_people import LeaveGroup
from app.store.groups import GroupId, Groups, GroupsRefused
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.store.store import Conflict, StoreFailed
from tests.store.test_contract import redis, sqlite
from tests.store.test_sqlite import holds, until_erased
from tests.support.group_scene import MIA, GroupScene
from tests.support.redis import RedisProcess
from tests.support.store import MemoryGroups

TUESDAY, FRIDAY = GroupId("tuesday"), GroupId("friday")
GROUP = GroupScene().plans("2027-01-12", count=3).group
LATER = replace(GROUP, version=GROUP.version + 1, name="Wednesday group")

Promise = Callable[[Groups], Awaitable[None]]
PROMISES: list[Promise] = []


def promise(check: Promise) -> Promise:
    PROMISES.append(check)
    return check


@asynccontextmanager
async def memory_groups(_folder: Path) -> AsyncIterator[Groups]:
    yield MemoryGroups()


def of(open_store: Callable[[Path], Any]) -> Callable[[Path], Any]:
    """The groups of this store, which is opened as for its circles."""

    @asynccontextmanager
    async def opened(folder: Path) -> AsyncIterator[Groups]:
        async with open_store(folder) as store:
            yield store.groups

    return opened


@promise
async def keeps_a_document_as_it_was(groups: Groups) -> None:
    """G23"""
    await groups.write(TUESDAY, GROUP, None)
    assert await groups.read(TUESDAY) == GROUP
    await groups.write(TUESDAY, LATER, GROUP.version)
    assert await groups.read(TUESDAY) == LATER


@promise
async def knows_nothing_of_an_unknown_group(groups: Groups) -> None:
    assert await groups.read(TUESDAY) is None
    assert await groups.names() == ()
    await groups.erase(TUESDAY)


@promise
async def refuses_whoever_has_seen_another_version(groups: Groups) -> None:
    """G23: compare and set."""
    with pytest.raises(Conflict):
        await groups.write(TUESDAY, LATER, GROUP.version)
    await groups.write(TUESDAY, GROUP, None)
    for seen in (None, GROUP.version - 1, GROUP.version + 1):
        with pytest.raises(Conflict):
            await groups.write(TUESDAY, LATER, seen)
    assert await groups.read(TUESDAY) == GROUP


@promise
async def lets_one_of_two_racing_leaders_win(groups: Groups) -> None:
    """G23"""
    await groups.write(TUESDAY, GROUP, None)
    racing = (groups.write(TUESDAY, replace(LATER, name=f"Group {i}"), GROUP.version) for i in range(4))
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict", "Conflict", "Conflict", "NoneType"]


@promise
async def erases_one_and_keeps_the_others(groups: Groups) -> None:
    """G15"""
    await groups.write(TUESDAY, GROUP, None)
    await groups.write(FRIDAY, LATER, None)
    assert set(await groups.names()) == {TUESDAY, FRIDAY}
    await groups.erase(TUESDAY)
    await groups.erase(TUESDAY)
    assert await groups.read(TUESDAY) is None
    assert await groups.names() == (FRIDAY,)
    with pytest.raises(Conflict):
        await groups.write(TUESDAY, LATER, GROUP.version)


@pytest.mark.parametrize("open_groups", [memory_groups, of(sqlite), of(redis)], ids=["memory", "sqlite", "redis"])
@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_every_store_keeps_groups(open_groups: Callable[[Path], object], check: Promise, tmp_path: Path) -> None:
    """G23"""

    async def run() -> None:
        async with open_groups(tmp_path) as groups:  # type: ignore[attr-defined]
            await check(groups)

    asyncio.run(run())


@pytest.mark.parametrize(
    "options", [{"appendonly": "no"}, {"maxmemory": "100mb", "maxmemory-policy": "allkeys-lru"}], ids=["no file", "lru"]
)
def test_a_redis_that_might_lose_a_group_keeps_none(options: dict[str, str], tmp_path: Path) -> None:
    """G24: it says so in words. Circles go on as ever."""

    async def run() -> None:
        with RedisProcess(tmp_path, **options) as server:
            store = await RedisStore.open(server.url)
            for asked in (store.groups.write(TUESDAY, GROUP, None), store.groups.read(TUESDAY)):
                with pytest.raises(GroupsRefused, match="may lose groups"):
                    await asked
            await store.close()

    asyncio.run(run())


def test_what_redis_is_told_while_it_runs_counts(tmp_path: Path) -> None:
    """G24: groups are refused from then on, and kept again once it keeps a file again, without a restart."""

    async def run() -> None:
        with RedisProcess(tmp_path) as server:
            store = await RedisStore.open(server.url)
            await store.groups.write(TUESDAY, GROUP, None)
            server.tell("CONFIG", "SET", "appendonly", "no")
            for asked in (store.groups.write(FRIDAY, GROUP, None), store.groups.read(TUESDAY), store.groups.names()):
                with pytest.raises(GroupsRefused, match="appendonly yes"):
                    await asked
            server.tell("CONFIG", "SET", "appendonly", "yes")
            assert await store.groups.read(TUESDAY) == GROUP
            await store.groups.write(FRIDAY, GROUP, None)
            await store.close()

    asyncio.run(run())


def test_what_no_replica_has_confirmed_does_not_count_as_kept_and_is_there(tmp_path: Path) -> None:
    """N5, G23: whoever reads it again sees what they wrote, though nobody can promise it."""

    async def run() -> None:
        with RedisProcess(tmp_path) as server:
            alone, replicated = (
                await RedisStore.open(server.url),
                await RedisStore.open(server.url, within_s=0.5, replicas=1),
            )
            await alone.groups.write(TUESDAY, GROUP, None)
            with pytest.raises(StoreFailed, match="replicas"):
                await replicated.groups.write(TUESDAY, LATER, GROUP.version)
            assert await replicated.groups.read(TUESDAY) == LATER
            for store in (alone, replicated):
                await store.close()

    asyncio.run(run())


def test_whoever_has_left_is_in_no_file(tmp_path: Path) -> None:
    """G12: what an earlier version said is overwritten, also in the log; of a group that is erased, all is."""
    scene = GroupScene()
    left = GroupScene().asks(MIA, LeaveGroup()).group

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        await store.groups.write(TUESDAY, scene.group, None)
        await store._checkpoints.ask()
        await store.groups.write(TUESDAY, left, scene.group.version)
        await until_erased(tmp_path, b'"Mia"')
        assert holds(tmp_path, b'"Frida"')
        await store.groups.erase(TUESDAY)
        await until_erased(tmp_path, b'"Frida"')
        await store.close()

    asyncio.run(run())
