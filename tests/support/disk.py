"""A disk that stalls: what SQLite is asked to do stands still there until it goes on."""

import sqlite3
import threading
from typing import Any


class StallingDisk:
    """Stands where a store has its connection. Statements that begin with `at` stall, before they are done or after."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._at: str | None = None
        self._after = False
        self._goes_on = threading.Event()
        self.stalled = threading.Event()
        """Something stands still there now."""

    def stall(self, at: str, *, after: bool = False) -> None:
        self._at, self._after = at, after
        self._goes_on.clear()
        self.stalled.clear()

    def go_on(self) -> None:
        self._at = None
        self._goes_on.set()

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        return self._do(self._database.execute, statement, *values)

    def executemany(self, statement: str, *values: Any) -> sqlite3.Cursor:
        return self._do(self._database.executemany, statement, *values)

    @property
    def in_transaction(self) -> bool:
        return self._database.in_transaction

    def interrupt(self) -> None:
        self._database.interrupt()

    def close(self) -> None:
        self._stand("CLOSE")
        self._database.close()

    def _do(self, do: Any, statement: str, *values: Any) -> sqlite3.Cursor:
        if not self._after:
            self._stand(statement)
        cursor: sqlite3.Cursor = do(statement, *values)
        if self._after:
            self._stand(statement)
        return cursor

    def _stand(self, statement: str) -> None:
        if self._at is not None and statement.startswith(self._at):
            self.stalled.set()
            assert self._goes_on.wait(30)
