"""The embedded store's file: its tables, what it says of itself, and that it belongs to one server.

A release that has opened it writes into it which forms may be in it; an older one refuses it then, untouched.
"""

import fcntl
import sqlite3
from pathlib import Path
from typing import TextIO

from app.store.directory import EVENTS_FORMAT
from app.store.group_codec import GROUPS_FORMAT
from app.store.private import make_file, make_folder
from app.store.store import StoreFailed

SCHEMA_VERSION = 2
FORM = SCHEMA_VERSION * 1_000_000 + EVENTS_FORMAT * 1_000 + GROUPS_FORMAT
"""What the file says of itself (`user_version`) once a release has opened it: the newest form of all that may be in it.
None of the three ever falls, so whoever reads a higher number is an older release, and does not open the file."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    circle TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (circle, version)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS records (circle TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS groups (name TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
"""


def open_file(path: Path, within_s: float) -> tuple[sqlite3.Connection, TextIO]:
    """Open the file, making it and its folder where there are none, with the lock that keeps other servers from it.

    Raises `StoreFailed` with the reason.
    """
    try:
        make_folder(path.parent)
        lock = _lock(path.with_name(path.name + ".lock"))
    except OSError as error:
        raise StoreFailed(f"cannot keep circles in {path}: {error.strerror}") from error
    try:
        for name in (path, *_leftovers(path)):
            make_file(name)
        database = _open_database(path, within_s)
    except BaseException as error:
        lock.close()
        if isinstance(error, sqlite3.Error | OSError):
            why = error.strerror if isinstance(error, OSError) else error
            raise StoreFailed(f"cannot open {path}: {why}") from error
        raise
    return database, lock


def _open_database(path: Path, within_s: float) -> sqlite3.Connection:
    database = connect_to_file(path, within_s)
    try:
        _migrate(database, path)
    except BaseException:
        database.close()
        raise
    return database


def connect_to_file(path: Path, within_s: float) -> sqlite3.Connection:
    """A connection to the file. What SQLite makes beside it has the file's own rights."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        database.execute(f"PRAGMA busy_timeout={int(within_s * 500)}")
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "wal_autocheckpoint=0"):
            database.execute(f"PRAGMA {pragma}")
    except BaseException:
        database.close()
        raise
    return database


def _leftovers(path: Path) -> list[Path]:
    """What a server that died has left beside the file."""
    return [name for name in (path.with_name(path.name + end) for end in ("-wal", "-shm")) if name.exists()]


def _migrate(database: sqlite3.Connection, path: Path) -> None:
    [(version,)] = database.execute("PRAGMA user_version").fetchall()
    if version > FORM:
        raise StoreFailed(f"{path} was written by a newer release of this server; nothing was changed")
    database.executescript(_SCHEMA)
    database.execute(f"PRAGMA user_version={FORM}")


def _lock(path: Path) -> TextIO:
    make_file(path)
    lock = path.open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreFailed(f"{path} says that another server is using this file; stop it first") from error
    return lock
