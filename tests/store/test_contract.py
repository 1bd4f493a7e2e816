"""What every store promises: one suite, run on each of them and on the fake."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.circle import commands as c
from app.circle.phases import Phase
from app.circle.record import record_of
from app.store.sqlite import SqliteStore
from app.store.store import CircleId, Conflict, Store, StoreFailed
from tests.support.scene import FRIDA, Scene, piet_presents
from tests.support.store import MemoryStore

TUESDAY, FRIDAY = CircleId("tuesday"), CircleId("friday")
LOG = tuple(piet_presents(Phase.REFLECTION).log)
RECORD = record_of(Scene().arrive(FRIDA).asks(FRIDA, c.EndCircle(seen=0)).circle, 0)

Promise = Callable[[Store], Awaitable[None]]
PROMISES: list[Promise] = []


def promise(check: Promise) -> Promise:
    PROMISES.append(check)
    return check


@asynccontextmanager
async def memory(_folder: Path) -> AsyncIterator[Store]:
    yield MemoryStore()


@asynccontextmanager
async def sqlite(folder: Path) -> AsyncIterator[Store]:
    store = await SqliteStore.open(folder / "circles.sqlite")
    try:
        yield store
    finally:
        await store.close()


@promise
async def keeps_events_in_order(store: Store) -> None:
    """W5: what went in comes out, whole and in order."""
    await store.append(TUESDAY, 0, LOG[:3])
    await store.append(TUESDAY, 3, LOG[3:])
    assert await store.read(TUESDAY) == LOG


@promise
async def knows_nothing_of_an_unknown_circle(store: Store) -> None:
    assert await store.read(TUESDAY) == ()
    assert await store.record(TUESDAY) is None


@promise
async def refuses_a_writer_with_an_old_state(store: Store) -> None:
    """W5: two writers, one of them late; the log is the first one's."""
    await store.append(TUESDAY, 0, LOG[:2])
    for expected in (0, 1, 3):
        with pytest.raises(Conflict):
            await store.append(TUESDAY, expected, LOG[2:4])
        with pytest.raises(Conflict):
            await store.finish(TUESDAY, expected, RECORD)
    assert await store.read(TUESDAY) == LOG[:2]


@promise
async def lets_one_of_two_racing_writers_win(store: Store) -> None:
    await store.append(TUESDAY, 0, LOG[:1])
    racing = (store.append(TUESDAY, 1, LOG[1:2]), store.append(TUESDAY, 1, LOG[2:3]))
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert sorted(type(outcome) for outcome in outcomes if outcome) == [Conflict]
    assert len(await store.read(TUESDAY)) == 2


@promise
async def keeps_circles_apart(store: Store) -> None:
    await store.append(TUESDAY, 0, LOG[:2])
    await store.append(FRIDAY, 0, LOG[:1])
    assert await store.read(FRIDAY) == LOG[:1]
    await store.finish(FRIDAY, 1, RECORD)
    assert await store.read(TUESDAY) == LOG[:2]


@promise
async def erases_the_events_of_an_ended_circle(store: Store) -> None:
    """E2: the record takes their place in one stroke."""
    await store.append(TUESDAY, 0, LOG)
    await store.finish(TUESDAY, len(LOG), RECORD)
    assert await store.read(TUESDAY) == ()
    assert await store.record(TUESDAY) == RECORD
    assert await store.open_circles() == ()


@promise
async def lets_no_ended_circle_begin_again(store: Store) -> None:
    """E1"""
    await store.append(TUESDAY, 0, LOG[:1])
    await store.finish(TUESDAY, 1, RECORD)
    with pytest.raises(Conflict):
        await store.append(TUESDAY, 0, LOG[:1])
    assert await store.record(TUESDAY) == RECORD


@promise
async def lists_open_circles_oldest_first(store: Store) -> None:
    """S4"""
    later = Scene().after(1)
    await store.append(FRIDAY, 0, [LOG[0]])
    younger = type(LOG[0])(**{f: getattr(LOG[0], f) for f in ("title", "plan", "roles")}, at_ms=later.now_ms)
    await store.append(TUESDAY, 0, [younger])
    assert await store.open_circles() == (FRIDAY, TUESDAY)


@promise
async def keeps_nothing_once_closed(store: Store) -> None:
    await store.close()
    await store.close()
    with pytest.raises(StoreFailed):
        await store.append(TUESDAY, 0, LOG[:1])
    with pytest.raises(StoreFailed):
        await store.read(TUESDAY)


@pytest.mark.parametrize("open_store", [memory, sqlite], ids=["memory", "sqlite"])
@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_every_store(open_store: Callable[[Path], object], check: Promise, tmp_path: Path) -> None:
    async def run() -> None:
        async with open_store(tmp_path) as store:  # type: ignore[attr-defined]
            await check(store)

    asyncio.run(run())
