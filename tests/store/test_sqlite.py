"""What only the embedded store has: a file that outlives the process, and leaves no trace of what was erased."""

import asyncio
import resource
import sqlite3
from pathlib import Path

import pytest

from app.circle.phases import Phase
from app.store.sqlite import SqliteStore
from app.store.store import CircleId, StoreFailed
from tests.store.test_contract import LOG, RECORD, held
from tests.support.scene import piet_presents

TUESDAY = CircleId("tuesday")


def test_what_is_kept_is_there_for_the_next_server(tmp_path: Path) -> None:
    """S4"""

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "new folder" / "circles.sqlite")
        await store.append(await held(store), 0, LOG)
        await store.close()
        store = await SqliteStore.open(tmp_path / "new folder" / "circles.sqlite")
        assert await store.read(TUESDAY) == LOG
        await store.close()

    asyncio.run(run())


def test_an_ended_circle_leaves_no_name_in_any_file(tmp_path: Path) -> None:
    """E2: erased means overwritten, in the write-ahead log too."""
    log = piet_presents(Phase.REFLECTION).log

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        claim = await held(store)
        await store.append(claim, 0, log)
        assert any(b"presenter_named" in file.read_bytes() for file in tmp_path.iterdir())
        await store.finish(claim, len(log), RECORD)
        assert not any(b"presenter_named" in file.read_bytes() for file in tmp_path.iterdir())
        await store.close()

    asyncio.run(run())


def test_one_file_is_one_servers(tmp_path: Path) -> None:
    async def run() -> None:
        first = await SqliteStore.open(tmp_path / "circles.sqlite")
        with pytest.raises(StoreFailed, match="another server"):
            await SqliteStore.open(tmp_path / "circles.sqlite")
        await first.close()
        await (await SqliteStore.open(tmp_path / "circles.sqlite")).close()

    asyncio.run(run())


def test_a_file_of_a_newer_release_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "circles.sqlite"
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version=99")
    newer.close()
    with pytest.raises(StoreFailed, match="newer release"):
        asyncio.run(SqliteStore.open(path))


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "circles.sqlite"
    path.write_text("a letter" * 100)
    with pytest.raises(StoreFailed, match="cannot open"):
        asyncio.run(SqliteStore.open(path))


def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    asyncio.run(_open_and_close(tmp_path / "circles.sqlite"))
    assert (tmp_path / "circles.sqlite").stat().st_mode & 0o077 == 0


def test_a_full_disk_keeps_nothing_by_halves(tmp_path: Path) -> None:
    """W5: the failed append is a `StoreFailed`, and what was kept before is still whole."""

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        claim = await held(store)
        await store.append(claim, 0, LOG[:5])
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
        try:
            with pytest.raises(StoreFailed):
                await store.append(claim, 5, LOG[5:] * 50)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert await store.read(TUESDAY) == LOG[:5]
        await store.append(claim, 5, LOG[5:])
        assert await store.read(TUESDAY) == LOG
        await store.close()

    asyncio.run(run())


async def _open_and_close(path: Path) -> None:
    await (await SqliteStore.open(path)).close()
