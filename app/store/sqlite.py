"""The embedded store: one SQLite file beside the server, enough for a practice and for every newcomer.

Every call runs on one thread of its own, so that the loop never waits for the disk and transactions never overlap.
A transaction is on the disk when its call returns (WAL, `synchronous=FULL`). What is erased is overwritten
(`secure_delete`) and leaves the write-ahead log at once. One file belongs to one server: a second one is refused.
"""

import asyncio
import fcntl
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self, TextIO, TypeVar

from app.circle.events import Event
from app.circle.record import Record
from app.store.claims import Claims
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed

SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    circle TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (circle, version)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS records (circle TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
"""

T = TypeVar("T")


class SqliteStore:
    """`Store` on one file. Made by `open`."""

    def __init__(self, database: sqlite3.Connection, lock: TextIO, thread: ThreadPoolExecutor) -> None:
        self._database = database
        self._lock = lock
        self._thread = thread
        self._claims = Claims()
        self._closed = False

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the file, making it and its folder where there are none. Raises `StoreFailed` with the reason."""
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        try:
            database, lock = await asyncio.get_running_loop().run_in_executor(thread, _open, path)
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(database, lock, thread)

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        """See `Store.holders`."""
        return self._claims.holders(circles)

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        """See `Store.claim`."""
        return self._claims.claim(circle, node, instead_of)

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        """See `Store.release`."""
        self._claims.release(claim, to)

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        """See `Store.append`."""
        rows = [(claim.circle, expected + i, event_to_text(event)) for i, event in enumerate(events, start=1)]

        def work(db: sqlite3.Connection) -> None:
            self._expect(db, claim, expected)
            db.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)

        await self._write(work)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        """See `Store.read`."""
        rows = await self._read("SELECT body FROM events WHERE circle = ? ORDER BY version", circle)
        return tuple(event_from_text(body) for body in rows)

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        """See `Store.finish`."""

        def work(db: sqlite3.Connection) -> None:
            self._expect(db, claim, expected)
            db.execute("DELETE FROM events WHERE circle = ?", (claim.circle,))
            db.execute("INSERT INTO records VALUES (?, ?)", (claim.circle, record_to_text(record)))

        await self._write(work)
        self._claims.forget(claim.circle)
        await self._run(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())

    async def record(self, circle: CircleId) -> Record | None:
        """See `Store.record`."""
        rows = await self._read("SELECT body FROM records WHERE circle = ?", circle)
        return record_from_text(rows[0]) if rows else None

    async def open_circles(self) -> tuple[CircleId, ...]:
        """See `Store.open_circles`."""
        oldest_first = "SELECT circle FROM events WHERE version = 1 ORDER BY json_extract(body, '$.at_ms'), circle"
        return tuple(CircleId(circle) for circle in await self._read(oldest_first))

    async def close(self) -> None:
        """See `Store.close`."""
        if self._closed:
            return
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._database.close)
        self._thread.shutdown()
        self._lock.close()

    def _expect(self, db: sqlite3.Connection, claim: Claim, expected: int) -> None:
        self._claims.check(claim)
        (kept,) = db.execute("SELECT count(*) FROM events WHERE circle = ?", (claim.circle,)).fetchone()
        ended = db.execute("SELECT 1 FROM records WHERE circle = ?", (claim.circle,)).fetchone()
        if kept != expected or ended:
            raise Conflict

    async def _write(self, work: Callable[[sqlite3.Connection], None]) -> None:
        def transaction(db: sqlite3.Connection) -> None:
            db.execute("BEGIN IMMEDIATE")
            try:
                work(db)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

        await self._run(transaction)

    async def _read(self, query: str, *values: str) -> list[str]:
        rows = await self._run(lambda db: db.execute(query, values).fetchall())
        return [row[0] for row in rows]

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._closed:
            raise StoreFailed("the store is closed")
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work, self._database)
        except sqlite3.Error as error:
            raise StoreFailed(str(error)) from error


def _open(path: Path) -> tuple[sqlite3.Connection, TextIO]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(path.with_name(path.name + ".lock"))
    except OSError as error:
        raise StoreFailed(f"cannot keep circles in {path}: {error.strerror}") from error
    try:
        database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=5000"):
            database.execute(f"PRAGMA {pragma}")
        _migrate(database, path)
    except BaseException as error:
        lock.close()
        if isinstance(error, sqlite3.Error):
            raise StoreFailed(f"cannot open {path}: {error}") from error
        raise
    path.chmod(0o600)
    return database, lock


def _migrate(database: sqlite3.Connection, path: Path) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise StoreFailed(f"{path} was written by a newer release of this server; nothing was changed")
    database.executescript(_SCHEMA)
    database.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _lock(path: Path) -> TextIO:
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreFailed(f"{path} says that another server is using this file; stop it first") from error
    return lock
