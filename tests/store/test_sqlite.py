"""What only the embedded store has: a file that outlives the process, and leaves no trace of what was erased."""

import asyncio
import os
import resource
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.circle.phases import Phase
from app.store import checkpoints, sqlite
from app.store.checkpoints import Checkpoints
from app.store.sqlite import SqliteStore
from app.store.sqlite_file import FORM
from app.store.store import CircleId, StoreFailed
from tests.store.test_contract import FRIDAY, LOG, RECORD, held
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
        [(synchronous,)] = store._database.execute("PRAGMA synchronous").fetchall()
        assert synchronous == 2, "FULL: or a power cut takes what has been acknowledged"
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


def test_what_is_kept_takes_no_longer_the_more_is_kept_already(tmp_path: Path) -> None:
    """W5: counted in thousands of SQLite's own steps."""
    steps: list[None] = []

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        claim, many = await held(store), LOG * (10_000 // len(LOG))
        await store.append(claim, 0, many)
        store._database.set_progress_handler(lambda: steps.append(None), 1000)
        await store.append(claim, len(many), LOG[:1])
        await store.close()

    asyncio.run(run())
    assert not steps


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
        newer.execute(f"PRAGMA user_version={FORM + 1}")
    newer.close()
    with pytest.raises(StoreFailed, match="newer release") as refused:
        asyncio.run(SqliteStore.open(path))
    assert str(path) not in opened_files(), f"{refused.value} holds it open"


def opened_files() -> set[str]:
    return {str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()}


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "circles.sqlite"
    path.write_text("a letter" * 100)
    with pytest.raises(StoreFailed, match="cannot open"):
        asyncio.run(SqliteStore.open(path))


def test_only_its_owner_can_read_the_files_from_the_moment_they_are_there(tmp_path: Path) -> None:
    """E2: the log beside the file holds as much as the file. Looked at while it is there, however open the umask."""

    async def run() -> None:
        folder = tmp_path / "new" / "folder"
        store = await SqliteStore.open(folder / "circles.sqlite")
        try:
            await store.append(await held(store), 0, LOG)
            names = {file.name for file in folder.iterdir()}
            assert names == {f"circles.sqlite{end}" for end in ("", "-wal", "-shm", ".lock")}
            for file in (folder.parent, folder, *folder.iterdir()):
                assert file.stat().st_mode & 0o077 == 0, file.name
        finally:
            await store.close()

    with open_umask():
        asyncio.run(run())


def test_no_file_is_anybody_elses_even_for_a_moment(tmp_path: Path) -> None:
    """E2: SQLite makes them itself, so it has to be told before."""
    path = tmp_path / "circles.sqlite"
    made: dict[str, int] = {}

    def watched(*_: object) -> int:
        made.update({file.name: file.stat().st_mode & 0o077 for file in tmp_path.iterdir()})
        return sqlite3.SQLITE_OK

    connect = sqlite3.connect

    def connect_watched(*where: Any, **how: Any) -> sqlite3.Connection:
        watched()
        database: sqlite3.Connection = connect(*where, **how)
        database.set_authorizer(watched)
        return database

    with open_umask(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect_watched)
        asyncio.run(_open_and_close(path))
    assert "circles.sqlite" in made and "circles.sqlite-wal" in made
    assert set(made.values()) == {0}


def test_files_of_an_earlier_server_are_closed_to_others(tmp_path: Path) -> None:
    """E2: what it left behind when it died, too."""

    async def run() -> None:
        first = await SqliteStore.open(tmp_path / "circles.sqlite")
        await first.append(await held(first), 0, LOG)
        died = tmp_path / "died"
        died.mkdir()
        for file in tmp_path.glob("circles.*"):
            (died / file.name).write_bytes(file.read_bytes())
            (died / file.name).chmod(0o644)
        await first.close()
        store = await SqliteStore.open(died / "circles.sqlite")
        assert await store.read(TUESDAY) == LOG
        assert not [file.name for file in died.iterdir() if file.stat().st_mode & 0o077]
        await store.close()

    asyncio.run(run())


@contextmanager
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


READER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN")
print(database.execute("SELECT count(*) FROM events").fetchall(), flush=True)
sys.stdin.read()
"""


@contextmanager
def somebody_reads(path: Path) -> Iterator[None]:
    """As a backup does, in a process of its own: from here to the end they see the file as it is now."""
    command = [sys.executable, "-S", "-c", READER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout and reader.stdout.readline()
        yield


def test_somebody_who_reads_holds_up_no_command_and_no_erasure_longer_than_they_read(tmp_path: Path) -> None:
    """E2, W5: circles end and others go on while a backup is taken; when it is done the log holds nothing of them."""

    async def run() -> None:
        path = tmp_path / "circles.sqlite"
        store = await SqliteStore.open(path, within_s=1)
        tuesday, friday = await held(store), await held(store, FRIDAY)
        await store.append(tuesday, 0, LOG)
        with somebody_reads(path):
            await store.finish(tuesday, len(LOG), RECORD)
            for version, event in enumerate(LOG[:5]):
                await store.append(friday, version, [event])
            assert holds(tmp_path, TRACE)
        await until_erased(tmp_path)
        assert await store.read(FRIDAY) == LOG[:5]
        await store.close()

    asyncio.run(run())


def test_a_record_whose_time_is_over_is_erased_from_the_disk(tmp_path: Path) -> None:
    """E2, G33: and no other; and who was there, where that is to be forgotten."""

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        for circle, name, ended_ms in ((TUESDAY, "Mia Bellweather", 1000), (FRIDAY, "somebody else", 2000)):
            attendance = (replace(RECORD.attendance[0], name=name),)
            await store.finish(await held(store, circle), 0, replace(RECORD, ended_ms=ended_ms, attendance=attendance))
        await store.forget_records(1000)
        assert await store.record(TUESDAY)
        await store.forget_records(1001)
        assert await store.record(TUESDAY) is None
        assert await store.record(FRIDAY)
        await until_erased(tmp_path, b"Mia Bellweather")
        assert holds(tmp_path, b"somebody else")
        await store.forget_people(FRIDAY)
        await until_erased(tmp_path, b"somebody else")
        await store.close()

    asyncio.run(run())


def test_a_server_that_dies_while_somebody_reads_erases_when_it_is_started_again(tmp_path: Path) -> None:
    """E2, S4"""

    async def run() -> None:
        path, died = tmp_path / "circles.sqlite", tmp_path / "died"
        died.mkdir()
        store = await SqliteStore.open(path)
        claim = await held(store)
        await store.append(claim, 0, LOG)
        with somebody_reads(path):
            await store.finish(claim, len(LOG), RECORD)
            for file in tmp_path.glob("circles.*"):
                (died / file.name).write_bytes(file.read_bytes())
        await store.close()
        assert holds(died, TRACE)
        store = await SqliteStore.open(died / "circles.sqlite")
        await until_erased(died)
        assert await store.record(TUESDAY) == RECORD
        await store.close()

    asyncio.run(run())


def test_a_reader_who_never_ends_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """E2: whoever runs the server can see why something is still there."""
    monkeypatch.setattr(checkpoints, "WORTH_A_WORD_S", 0)
    monkeypatch.setattr(checkpoints, "AGAIN_MAX_S", 0.01)
    tries = Counter[str]()
    try_one = Checkpoints._checkpoint

    def counted(self: Checkpoints) -> bool:
        tries["all"] += 1
        return try_one(self)

    monkeypatch.setattr(Checkpoints, "_checkpoint", counted)

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        claim = await held(store)
        await store.append(claim, 0, LOG)
        with somebody_reads(tmp_path / "circles.sqlite"):
            await store.finish(claim, len(LOG), RECORD)
            async with asyncio.timeout(5):
                while tries["all"] < 5:
                    await asyncio.sleep(0.01)
        await until_erased(tmp_path)
        await store.close()

    asyncio.run(run())
    assert [record.message for record in caplog.records if "write-ahead log" in record.message] == [
        "what has been erased is still in the store's write-ahead log: somebody has been reading the file all the time"
    ]


def test_the_log_does_not_grow_with_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W3: it is emptied now and then, also when no circle ends."""
    monkeypatch.setattr(sqlite, "CHECKPOINT_EVERY", 4)

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        claim = await held(store)
        for version, event in enumerate(LOG[:8]):
            await store.append(claim, version, [event])
        async with asyncio.timeout(5):
            while (tmp_path / "circles.sqlite-wal").stat().st_size:
                await asyncio.sleep(0.01)
        await store.close()

    asyncio.run(run())


TRACE = b"presenter_named"


def holds(folder: Path, trace: bytes) -> bool:
    """Whether any file in it does, the write-ahead log and its index as well."""
    return any(trace in file.read_bytes() for file in folder.iterdir() if file.is_file())


async def until_erased(folder: Path, trace: bytes = TRACE) -> None:
    async with asyncio.timeout(10):
        while holds(folder, trace):
            await asyncio.sleep(0.01)


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
