"""The embedded store: one SQLite file beside the server, enough for a practice and for every newcomer.

Every call runs on one thread of its own, so that the loop never waits for the disk and transactions never overlap, and
has a deadline: past it, it is a `StoreFailed`. What was under way is then taken back, or if it was on its way to the
disk already, withdrawn before the same claim writes again.

A transaction is on the disk when its call returns (WAL, `synchronous=FULL`). What is erased is overwritten
(`secure_delete`), and leaves the write-ahead log as soon as nobody else reads the file (`checkpoints.py`).
"""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Self, TextIO, TypeVar

from app.circle.events import Event
from app.circle.record import Record, without_people
from app.store.checkpoints import Checkpoints
from app.store.claims import Claims
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from app.store.sqlite_file import connect_to_file, open_file
from app.store.sqlite_groups import SqliteGroups
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from app.store.thread import BlockingThread

WITHIN_S = 3.0
"""The deadline of a call. A disk that works hard takes a tenth of it; a person waits for no command any longer."""
OPEN_WITHIN_S = 60.0
"""The same for opening, which after a crash goes through the whole write-ahead log."""
ERASED_WITHIN_S = 0.25
"""How long the end of a circle waits for its events to have left the log as well. No other circle waits for that."""
CHECKPOINT_EVERY = 256
"""Transactions after which the log is emptied, erased or not, so that it does not grow."""
T = TypeVar("T")


class SqliteStore:
    """`Store` on one file. Made by `open`."""

    def __init__(
        self,
        database: sqlite3.Connection,
        lock: TextIO,
        thread: BlockingThread,
        checkpoints: Checkpoints,
        within_s: float,
    ) -> None:
        self._database = database
        self._lock = lock
        self._thread = thread
        self._checkpoints = checkpoints
        self._within_s = within_s
        self._claims = Claims()
        self._unsure: set[Claim] = set()
        self._transactions = 0
        self._closed = False
        self.groups = SqliteGroups(self._read, self._transact, checkpoints.ask)
        """The groups in the same file."""

    @classmethod
    async def open(cls, path: Path, *, within_s: float = WITHIN_S) -> Self:
        """Open the file, making it and its folder where there are none. Raises `StoreFailed` with the reason.

        `within_s` is the deadline of every call.
        """
        thread = BlockingThread("store")
        try:
            database, lock = await thread.do(partial(open_file, path, within_s), OPEN_WITHIN_S)
        except BaseException as error:
            thread.end()
            if isinstance(error, TimeoutError):
                raise StoreFailed(f"cannot open {path}: {_STALLED}") from error
            raise
        checkpoints = Checkpoints(partial(connect_to_file, path, within_s))
        checkpoints.ask()  # what was erased just before a crash may be in the log still
        return cls(database, lock, thread, checkpoints, within_s)

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        """See `Store.holders`."""
        return self._claims.holders(circles)

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        """See `Store.claim`."""
        self._unsure = {unsure for unsure in self._unsure if unsure.circle != circle}
        return self._claims.claim(circle, node, instead_of)

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        """See `Store.release`."""
        self._claims.release(claim, to)
        self._unsure.discard(claim)

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        """See `Store.append`."""
        rows = [(claim.circle, expected + i, event_to_text(event)) for i, event in enumerate(events, start=1)]

        def work(db: sqlite3.Connection) -> None:
            self._expect(db, claim, expected)
            db.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)

        await self._write(claim, work)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        """See `Store.read`."""
        rows = await self._read("SELECT body FROM events WHERE circle = ? ORDER BY version", circle)
        return tuple(event_from_text(body) for body in rows)

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        """See `Store.finish`."""

        def work(db: sqlite3.Connection) -> None:
            asked_again = claim in self._unsure or not self._claims.holders([claim.circle])
            if asked_again and _ended(db, claim.circle):
                return
            self._expect(db, claim, expected)
            db.execute("DELETE FROM events WHERE circle = ?", (claim.circle,))
            db.execute("INSERT INTO records VALUES (?, ?)", (claim.circle, record_to_text(record)))

        await self._write(claim, work)
        self._claims.forget(claim.circle)
        await asyncio.wait([self._checkpoints.ask()], timeout=ERASED_WITHIN_S)

    async def record(self, circle: CircleId) -> Record | None:
        """See `Store.record`."""
        rows = await self._read("SELECT body FROM records WHERE circle = ?", circle)
        return record_from_text(rows[0]) if rows else None

    async def forget_people(self, circle: CircleId) -> None:
        """See `Store.forget_people`."""
        record = await self.record(circle)
        if record is None or record == (nameless := without_people(record)):
            return
        text = record_to_text(nameless)

        def work(db: sqlite3.Connection) -> None:
            db.execute("UPDATE records SET body = ? WHERE circle = ?", (text, circle))

        await self._transact(work)
        self._checkpoints.ask()

    async def forget_records(self, ended_before_ms: int) -> None:
        """Erase the records of all circles that had ended by then. Raises `StoreFailed`."""

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM records WHERE json_extract(body, '$.ended_ms') < ?", (ended_before_ms,))

        await self._transact(work)
        self._checkpoints.ask()

    async def open_circles(self) -> tuple[CircleId, ...]:
        """See `Store.open_circles`."""
        oldest_first = "SELECT circle FROM events WHERE version = 1 ORDER BY json_extract(body, '$.at_ms'), circle"
        return tuple(CircleId(circle) for circle in await self._read(oldest_first))

    async def close(self) -> None:
        """See `Store.close`. A disk that stalls is left alone after the deadline, and the file stays this process's."""
        if self._closed:
            return
        self._closed = True
        await self._checkpoints.close(self._within_s)
        with suppress(TimeoutError, sqlite3.Error):
            await self._thread.do(self._let_go, self._within_s)
        self._thread.end()

    def _let_go(self) -> None:
        """On the thread."""
        with self._lock:
            self._database.close()

    def _expect(self, db: sqlite3.Connection, claim: Claim, expected: int) -> None:
        self._claims.check(claim)
        if claim in self._unsure:
            db.execute("DELETE FROM events WHERE circle = ? AND version > ?", (claim.circle, expected))
        [(newest,)] = db.execute("SELECT max(version) FROM events WHERE circle = ?", (claim.circle,)).fetchall()
        if (newest or 0) != expected or _ended(db, claim.circle):
            raise Conflict

    async def _write(self, claim: Claim, work: Callable[[sqlite3.Connection], None]) -> None:
        try:
            await self._transact(work)
        except Conflict:
            raise
        except BaseException:
            self._unsure.add(claim)
            raise
        self._unsure.discard(claim)

    async def _transact(self, work: Callable[[sqlite3.Connection], None]) -> None:
        transaction = _Transaction(work)
        try:
            await self._run(transaction.run)
        except BaseException:
            transaction.given_up = True
            raise
        self._transactions += 1
        if self._transactions % CHECKPOINT_EVERY == 0:
            self._checkpoints.ask()

    async def _read(self, query: str, *values: str) -> list[str]:
        rows = await self._run(lambda db: db.execute(query, values).fetchall())
        return [row[0] for row in rows]

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._closed:
            raise StoreFailed("the store is closed")
        try:
            return await self._thread.do(partial(work, self._database), self._within_s, self._database.interrupt)
        except TimeoutError as error:
            raise StoreFailed(_STALLED) from error
        except sqlite3.Error as error:
            raise StoreFailed(str(error)) from error


_STALLED = "the disk did not answer in time"


class _Transaction:
    """One, which is taken back if nobody waits for it any more."""

    def __init__(self, work: Callable[[sqlite3.Connection], None]) -> None:
        self._work = work
        self.given_up = False

    def run(self, db: sqlite3.Connection) -> None:
        """On the thread."""
        db.execute("BEGIN IMMEDIATE")
        try:
            self._work(db)
            db.execute("ROLLBACK" if self.given_up else "COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _ended(db: sqlite3.Connection, circle: CircleId) -> bool:
    return bool(db.execute("SELECT 1 FROM records WHERE circle = ?", (circle,)).fetchall())
