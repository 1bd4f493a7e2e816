"""The documents of groups in the embedded store's file."""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from app.group.group import Group
from app.store.group_codec import group_from_text, group_to_text
from app.store.groups import GroupId
from app.store.store import Conflict

T = TypeVar("T")


class Reading(Protocol):
    """Runs a query on the store's thread, before its deadline."""

    def __call__(self, query: str, *values: str) -> Awaitable[list[Any]]:
        """The first column of each row."""
        ...


class SqliteGroups:
    """`Groups` on the file of a `SqliteStore`, which has made it.

    `transact` does all of its work or none; `erased` sees to it that what is overwritten leaves the log as well.
    """

    def __init__(
        self,
        read: Reading,
        transact: Callable[[Callable[[sqlite3.Connection], None]], Awaitable[None]],
        erased: Callable[[], object],
    ) -> None:
        self._read = read
        self._transact = transact
        self._erased = erased

    async def read(self, group: GroupId) -> Group | None:
        """See `Groups.read`."""
        bodies = await self._read("SELECT body FROM groups WHERE name = ?", group)
        return group_from_text(bodies[0]) if bodies else None

    async def write(self, group: GroupId, document: Group, instead_of: int | None) -> None:
        """See `Groups.write`."""
        text = group_to_text(document)

        def work(db: sqlite3.Connection) -> None:
            if instead_of is None:
                new = "INSERT OR IGNORE INTO groups VALUES (?, ?, ?)"
                done = db.execute(new, (group, document.version, text))
            else:
                change = "UPDATE groups SET version = ?, body = ? WHERE name = ? AND version = ?"
                done = db.execute(change, (document.version, text, group, instead_of))
            if done.rowcount != 1:
                raise Conflict

        await self._transact(work)
        self._erased()

    async def erase(self, group: GroupId) -> None:
        """See `Groups.erase`."""

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM groups WHERE name = ?", (group,))

        await self._transact(work)
        self._erased()

    async def names(self) -> tuple[GroupId, ...]:
        """See `Groups.names`."""
        return tuple(GroupId(name) for name in await self._read("SELECT name FROM groups ORDER BY name"))
