"""Where the documents of groups are kept. One contract suite (`tests/store/test_groups.py`) runs on each store."""

from typing import NewType, Protocol

from app.group.group import Group
from app.store.store import StoreFailed

GroupId = NewType("GroupId", str)
"""An opaque random name of a group; it appears in no log line."""


class GroupsRefused(StoreFailed):
    """This store keeps no groups, because it might lose them. The words say why."""


class Groups(Protocol):
    """One document a group, each version in place of the one before. Every method may raise `StoreFailed`."""

    async def read(self, group: GroupId) -> Group | None:
        """The document as it is now; None where there is none. Raises `NotReadable`."""
        ...

    async def write(self, group: GroupId, document: Group, instead_of: int | None) -> None:
        """Keep this document in place of the version that the writer has seen (None: there is none yet).

        It is durable before this returns. Raises `Conflict` where another version, or none, is there by now. After a
        `StoreFailed` it may be kept or not: whoever reads it again knows.
        """
        ...

    async def erase(self, group: GroupId) -> None:
        """Erase the document. Idempotent."""
        ...

    async def names(self) -> tuple[GroupId, ...]:
        """Every group that is kept."""
        ...
