"""The documents of groups in Redis, where it keeps what it has acknowledged. Elsewhere groups are refused in words."""

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from app.group.group import Group
from app.store import scripts
from app.store.group_codec import group_from_text, group_to_text
from app.store.groups import GroupId, GroupsRefused
from app.store.store import Conflict

NAMES = "balint:groups"


def why_no_groups(about: dict[str, Any]) -> str | None:
    """Why a Redis that says this of itself (INFO) keeps no groups; None where it does."""
    if not about.get("aof_enabled"):
        return "Redis keeps no append-only file here (appendonly yes), and might lose a group when it is restarted."
    if about.get("maxmemory_policy", "noeviction") != "noeviction":
        return "Redis may throw a group away here when memory is short (maxmemory-policy noeviction)."
    return None


class RedisGroups:
    """`Groups` of a `RedisStore`, which has made it. Whether it keeps any is for Redis to say of itself (`info`).

    It is asked anew for each group that is opened, and when all are looked through: it can be told otherwise while it
    runs, and another one take its place. Where it keeps none it is asked each time, until it does.
    """

    def __init__(
        self,
        read: Callable[[Callable[[Any], object]], Awaitable[list[Any]]],
        run: Callable[..., Awaitable[Any]],
        info: Callable[[], Awaitable[dict[str, Any]]],
    ) -> None:
        self._ask = read
        self._run = run
        self._info = info
        self._keeps = False

    async def read(self, group: GroupId) -> Group | None:
        """See `Groups.read`."""
        await self._check()
        [[body]] = await self._ask(lambda pipe: [pipe.hmget(_key(group), "body")])
        return group_from_text(body) if body else None

    async def write(self, group: GroupId, document: Group, instead_of: int | None) -> None:
        """See `Groups.write`."""
        await self._check(anew=instead_of is None)
        seen = "" if instead_of is None else instead_of
        kept = group_to_text(document)
        told = (seen, document.version, kept, group, secrets.token_urlsafe(9))
        outcome = await self._run(scripts.WRITE_GROUP, [_key(group), NAMES], *told)
        if outcome != "kept":
            raise Conflict

    async def erase(self, group: GroupId) -> None:
        """See `Groups.erase`."""
        await self._check()
        await self._run(scripts.ERASE_GROUP, [_key(group), NAMES], group)

    async def names(self) -> tuple[GroupId, ...]:
        """See `Groups.names`."""
        await self._check(anew=True)
        [names] = await self._ask(lambda pipe: [pipe.smembers(NAMES)])
        return tuple(GroupId(name) for name in sorted(names))

    async def _check(self, *, anew: bool = False) -> None:
        if self._keeps and not anew:
            return
        why_not = why_no_groups(await self._info())
        self._keeps = why_not is None
        if why_not is not None:
            raise GroupsRefused(f"This server keeps no groups. {why_not}")


def _key(group: GroupId) -> str:
    return f"balint:group:{group}"
