"""The documents of groups in Redis, where it keeps what it has acknowledged. Elsewhere groups are refused in words."""

import secrets
from functools import partial

from app.group.group import Group
from app.store import scripts
from app.store.group_codec import group_from_text, group_to_text
from app.store.groups import GroupId, GroupsRefused
from app.store.redis_calls import RedisCalls
from app.store.store import Conflict, StoreFailed

NAMES = "balint:groups"


class RedisGroups:
    """`Groups` of a `RedisStore`, which has made it. Whether it keeps any follows from what Redis says of itself.

    It is asked anew for each group that is opened, and when all are looked through: it can be told otherwise while it
    runs, and another one take its place. Where it keeps none it is asked each time, until it does.
    """

    def __init__(self, redis: RedisCalls) -> None:
        self._redis = redis
        self._keeps = False

    async def read(self, group: GroupId) -> Group | None:
        """See `Groups.read`."""
        await self._check()
        [[body]] = await self._redis.read(lambda pipe: [pipe.hmget(_key(group), "body")])
        return group_from_text(body) if body else None

    async def write(self, group: GroupId, document: Group, instead_of: int | None) -> None:
        """See `Groups.write`."""
        await self._check(anew=instead_of is None)
        seen = "" if instead_of is None else instead_of
        kept = group_to_text(document)
        told = (seen, document.version, kept, group, secrets.token_urlsafe(9))
        write = partial(self._redis.write, scripts.WRITE_GROUP, [_key(group), NAMES], *told)
        try:
            outcome = await write()
        except StoreFailed:  # it may be kept or not; repeated under its name it is done once, and that is said
            outcome = await write()
        if outcome != "kept":
            raise Conflict

    async def erase(self, group: GroupId) -> None:
        """See `Groups.erase`."""
        await self._check()
        await self._redis.write(scripts.ERASE_GROUP, [_key(group), NAMES], group)

    async def names(self) -> tuple[GroupId, ...]:
        """See `Groups.names`."""
        await self._check(anew=True)
        [names] = await self._redis.read(lambda pipe: [pipe.smembers(NAMES)])
        return tuple(GroupId(name) for name in sorted(names))

    async def _check(self, *, anew: bool = False) -> None:
        if self._keeps and not anew:
            return
        loses = (await self._redis.facts()).loses
        self._keeps = not loses
        if loses:
            raise GroupsRefused(f"Redis may lose groups unless it is told: {', '.join(loses)}")


def _key(group: GroupId) -> str:
    return f"balint:group:{group}"
