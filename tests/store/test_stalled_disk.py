"""The disk under SQLite does not fail, it just stands still: nobody waits for it beyond the deadline."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from app.store.sqlite import SqliteStore
from app.store.store import Claim, StoreFailed
from tests.store.test_contract import FRIDAY, HERE, LOG, RECORD, TUESDAY, held
from tests.store.test_sqlite import until_erased
from tests.support.disk import StallingDisk

WITHIN_S = 0.2
PATIENCE_S = 10
STALLS = [("BEGIN", False), ("INSERT", False), ("INSERT", True), ("COMMIT", False), ("COMMIT", True)]
stalls = pytest.mark.parametrize(("at", "after"), STALLS, ids=[f"{at}-{'after' * after}" for at, after in STALLS])


@asynccontextmanager
async def on_a_stalling_disk(folder: Path) -> AsyncIterator[tuple[SqliteStore, StallingDisk]]:
    store = await SqliteStore.open(folder / "circles.sqlite", within_s=WITHIN_S)
    disk = StallingDisk(store._database)
    store._database = disk  # type: ignore[assignment]
    try:
        yield store, disk
    finally:
        disk.go_on()
        await store.close()


def played(play: Callable[[SqliteStore, StallingDisk], Awaitable[None]], folder: Path) -> None:
    async def run() -> None:
        async with asyncio.timeout(PATIENCE_S), on_a_stalling_disk(folder) as (store, disk):
            await play(store, disk)

    asyncio.run(run())


async def refused(call: Awaitable[object]) -> None:
    with pytest.raises(StoreFailed, match="in time"):
        await call


async def until_free(store: SqliteStore) -> None:
    """The disk has done what it was at."""
    while True:
        with suppress(StoreFailed):
            await store.read(TUESDAY)
            return


@stalls
def test_a_write_is_refused_and_withdrawn(tmp_path: Path, at: str, after: bool) -> None:
    """N4, W5: the person was told that it was not kept, so it is not, whenever the disk goes on."""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        disk.stall(at, after=after)
        await refused(store.append(claim, 2, LOG[2:4]))
        await refused(store.append(claim, 2, LOG[2:4]))
        disk.go_on()
        await until_free(store)
        await store.append(claim, 2, LOG[4:5])
        assert await store.read(TUESDAY) == LOG[:2] + LOG[4:5]
        await store.append(claim, 3, LOG[5:6])

    played(play, tmp_path)


@pytest.mark.parametrize(("at", "after"), [("BEGIN", False), ("DELETE", False), ("DELETE", True)])
def test_a_write_that_had_not_come_to_the_disk_is_taken_back(tmp_path: Path, at: str, after: bool) -> None:
    """N4: nobody writes after it, and it is not kept all the same."""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG)
        disk.stall(at, after=after)
        await refused(store.finish(claim, len(LOG), RECORD))
        disk.go_on()
        await until_free(store)
        assert (await store.read(TUESDAY), await store.record(TUESDAY)) == (LOG, None)
        await store.append(claim, len(LOG), LOG[:1])

    played(play, tmp_path)


@pytest.mark.parametrize("after", [False, True])
def test_an_end_that_was_kept_unknown_to_anybody_can_be_asked_again(tmp_path: Path, after: bool) -> None:
    """E2, N4"""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG)
        disk.stall("COMMIT", after=after)
        await refused(store.finish(claim, len(LOG), RECORD))
        disk.go_on()
        await until_free(store)
        assert await store.record(TUESDAY) == RECORD
        await store.finish(claim, len(LOG), RECORD)
        assert (await store.read(TUESDAY), await store.record(TUESDAY)) == ((), RECORD)
        assert await store.holders([TUESDAY]) == {}

    played(play, tmp_path)


def test_whoever_is_refused_while_they_wait_for_another_disturbs_nobody(tmp_path: Path) -> None:
    """N16: a deadline that runs out in the line must not interrupt what is being written."""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        tuesday, friday = await held(store), await held(store, FRIDAY)
        interrupted = []
        store._database.interrupt = lambda: interrupted.append(1)  # type: ignore[method-assign]
        disk.stall("BEGIN")
        first = asyncio.ensure_future(store.append(tuesday, 0, LOG[:1]))
        await asyncio.to_thread(disk.stalled.wait)
        store._within_s = WITHIN_S / 4
        await refused(store.append(friday, 0, LOG[:1]))
        assert interrupted == []
        disk.go_on()
        await first
        assert await store.read(TUESDAY) == LOG[:1]
        assert await store.read(FRIDAY) == ()

    played(play, tmp_path)


def test_nothing_queues_up_behind_a_stalled_disk(tmp_path: Path) -> None:
    """N16: an hour of it holds up one call, and everybody else has been told."""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        claim = await held(store)
        disk.stall("BEGIN")
        threads = threading.active_count()
        for _ in range(3):
            calls = (store.append(claim, 0, LOG[:1]) for _ in range(200))
            answers = await asyncio.gather(*calls, return_exceptions=True)
            assert {type(answer) for answer in answers} == {StoreFailed}
        assert store._thread._work.qsize() == 0
        assert threading.active_count() == threads
        assert not store._thread._free._waiters
        disk.go_on()
        await until_free(store)
        await store.append(claim, 0, LOG[:1])

    played(play, tmp_path)


def test_reading_and_closing_have_deadlines_too(tmp_path: Path) -> None:
    """N16: a server that is told to stop ends, and the disk may be as it likes."""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        for call in (store.read(TUESDAY), store.record(TUESDAY), store.open_circles()):
            disk.stall("SELECT")
            await refused(call)
            disk.go_on()
            await until_free(store)
        disk.stall("CLOSE")
        await store.close()
        assert disk.stalled.is_set()

    played(play, tmp_path)


def test_what_runs_too_long_is_interrupted(tmp_path: Path) -> None:
    """N16: the thread is free again for whoever asks next."""
    for_ever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    async def play(store: SqliteStore, _: StallingDisk) -> None:
        await refused(store._read(for_ever))
        await until_free(store)

    played(play, tmp_path)


def test_whoever_is_told_to_end_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    """N10: the actor of a circle that is given up lets go at once; whoever takes it up finds it whole."""

    async def play(store: SqliteStore, disk: StallingDisk) -> None:
        claim = await held(store)
        disk.stall("COMMIT")
        writing = asyncio.ensure_future(store.append(claim, 0, LOG[:2]))
        await asyncio.to_thread(disk.stalled.wait)
        writing.cancel()
        await asyncio.wait([writing], timeout=WITHIN_S / 4)
        assert writing.cancelled()
        disk.go_on()
        theirs = await store.claim(TUESDAY, HERE, claim)
        kept = await store.read(TUESDAY)
        assert len(kept) in {0, 2}
        await store.append(theirs, len(kept), LOG[2:3])

    played(play, tmp_path)


def test_a_checkpoint_that_stalls_holds_up_no_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W5, N16: neither of the circle that has ended nor of any other; and past its deadline it is tried again."""
    monkeypatch.setattr("app.store.checkpoints.WITHIN_S", 0.05)

    async def play(store: SqliteStore, _: StallingDisk) -> None:
        tuesday, friday = await held(store), await held(store, FRIDAY)
        await store.append(tuesday, 0, LOG)
        checkpoints = store._checkpoints
        await checkpoints.ask()
        assert checkpoints._database
        disk = StallingDisk(checkpoints._database)
        checkpoints._database = disk  # type: ignore[assignment]
        disk.stall("PRAGMA wal_checkpoint")
        await store.finish(tuesday, len(LOG), RECORD)
        assert disk.stalled.is_set()
        for version, event in enumerate(LOG):
            await store.append(friday, version, [event])
        await asyncio.sleep(0.1)
        disk.go_on()
        await store.finish(friday, len(LOG), RECORD)
        await until_erased(tmp_path)

    played(play, tmp_path)


def test_another_process_that_keeps_the_file_locked_is_not_waited_for(tmp_path: Path) -> None:
    """N16: a real lock, held as long as it likes."""

    async def play(store: SqliteStore, _: StallingDisk) -> None:
        claim: Claim = await held(store)
        with sqlite3.connect(tmp_path / "circles.sqlite", isolation_level=None) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreFailed):
                await store.append(claim, 0, LOG[:2])
            assert await store.read(TUESDAY) == ()
            other.execute("ROLLBACK")
        other.close()
        await store.append(claim, 0, LOG[:3])
        assert await store.read(TUESDAY) == LOG[:3]

    played(play, tmp_path)
