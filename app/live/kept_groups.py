"""The groups as they are kept: read whole, changed by compare and set, and erased.

Nothing of a group is held in memory, so any node serves any group.
"""

import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from app.circle.units import DAY_MS
from app.group.commands_erasure import is_erased
from app.group.group import Group
from app.group.reasons import GroupRefused
from app.group.retention import with_forgotten
from app.live.clock import Clock
from app.live.group_circles import GroupCircles, awaited, circles_of
from app.store.groups import GroupId, Groups
from app.store.store import CircleId, Conflict, NotReadable, StoreFailed

TRIES = 8
"""How often a change is tried again because somebody else's came first."""
BUSY = "many people change this group at once"
REFUSED_MAX = 1024
"""Groups whose opening was refused that are remembered until they are erased for certain."""
UNSURE_MS = 7 * DAY_MS
"""For so long after a meeting it is looked whether its circle's record still names anybody: a server may have died
between keeping the group and making the record nameless."""

G = TypeVar("G", bound=Group | GroupRefused)
Told = Callable[[Group, Group], None]
"""Writes to people of a change, from the group before it and after."""


@dataclass(slots=True)
class GroupCounters:
    """Groups, and what is asked of them here."""

    kept: int = field(default=0, metadata={"now": True})
    """Groups in the store when they were last looked through."""
    opened: int = 0
    asked: int = 0
    """Commands that were done."""
    refused: int = 0
    """Commands that were not, a stale edit above all."""
    met: int = 0
    """Circles opened for a group's meeting."""


class NoGroup(Exception):
    """There is no such group, or it has been erased."""


class InMeeting(Exception):
    """A circle of the group runs, so it cannot be erased: the circle's record would stay."""

    def __init__(self, circle: CircleId) -> None:
        super().__init__()
        self.circle = circle


class KeptGroups:
    """Keeps, reads, changes and erases groups."""

    def __init__(self, groups: Groups, circles: GroupCircles, clock: Clock) -> None:
        self._groups = groups
        self._circles = circles
        self._clock = clock
        self.counters = GroupCounters()
        self._refused = deque[GroupId](maxlen=REFUSED_MAX)
        """Groups whose opening was refused. One may be kept all the same, and nobody has its links."""

    async def names(self) -> tuple[GroupId, ...]:
        """Every group that is kept, for whoever runs the server. Raises `StoreFailed`."""
        return await self._groups.names()

    async def keep_new(self, group: Group) -> GroupId:
        """Keep a group that has just been opened. Raises `StoreFailed`."""
        group_id = GroupId(secrets.token_urlsafe(12))
        try:
            await self._groups.write(group_id, group, None)
        except StoreFailed:
            self._refused.append(group_id)
            with suppress(StoreFailed):
                await self.erase_refused()
            raise
        self.counters.opened += 1
        return group_id

    async def put_back(self, group_id: GroupId, group: Group) -> None:
        """Keep this copy of a group that is not there.

        Raises `Conflict` where it is, `NoGroup` where it would be erased by now, and `StoreFailed`.
        """
        if is_erased(group, self._now_ms()):
            raise NoGroup
        await self._groups.write(group_id, group, None)

    async def look(self, group_id: GroupId) -> Group:
        """The group without what is not kept any longer. Nothing is written. Raises `NoGroup`, `StoreFailed`."""
        group = await self._groups.read(group_id)
        if group is None or is_erased(group, self._now_ms()):
            raise NoGroup
        return with_forgotten(group, self._now_ms())

    async def read(self, group_id: GroupId) -> Group:
        """The group with what its circles have brought since. Raises `NoGroup`, `StoreFailed`."""
        return await self.change(group_id, lambda group: group)

    async def change(
        self, group_id: GroupId, change: Callable[[Group], G], told: Told = lambda before, after: None
    ) -> G:
        """What this change makes of the newest version of the group, once that is kept; then people are `told`.

        They are told too where the store cannot say that it is kept, and it is there: everybody sees it, and whoever
        asks again is refused. Whoever asked hears all the same that it is not certain: what too few replicas have is
        lost if Redis fails over (N5). Raises `NoGroup`, `StoreFailed`.
        """
        for _ in range(TRIES):
            kept = await self._groups.read(group_id)
            if kept is None:
                raise NoGroup
            if is_erased(kept, self._now_ms()):
                if await self._circles.running(kept) is None:  # else when it is next looked through
                    await self._erase(group_id, kept)
                raise NoGroup
            now_ms = self._now_ms()
            before = with_forgotten(await self._circles.with_records(kept, now_ms), now_ms)
            outcome = change(before)
            if isinstance(outcome, GroupRefused):
                return outcome
            try:
                if outcome is not kept:
                    await self._keep(group_id, outcome, kept)
            except Conflict:
                continue
            except StoreFailed:
                if await self._is_there(group_id, outcome):
                    told(before, outcome)
                raise
            told(before, outcome)
            await self._circles.tell(outcome)
            return outcome
        raise StoreFailed(BUSY)

    async def tidy(self, group_id: GroupId) -> None:
        """Let go of what is not kept any longer of this group, and of what its circles left.

        Raises `NoGroup`, `StoreFailed`.
        """
        group = await self.read(group_id)
        recent = circles_of(group, ended_after_ms=self._now_ms() - UNSURE_MS)
        await self._circles.forget_people(set(recent) - awaited(group))  # one that runs may have ended since

    async def erase(self, group_id: GroupId) -> None:
        """Erase a group at once, as whoever runs the server may. Raises `InMeeting`, `StoreFailed`."""
        group = None
        with suppress(NotReadable):
            group = await self._groups.read(group_id)
        if group is not None and (circle := await self._circles.running(group)):
            raise InMeeting(circle)
        await self._erase(group_id, group)

    async def erase_refused(self) -> None:
        """Erase what was kept of groups whose opening was refused. Raises `StoreFailed`."""
        for group_id in tuple(self._refused):
            await self._groups.erase(group_id)
            with suppress(ValueError):  # it has been erased side by side
                self._refused.remove(group_id)

    async def _is_there(self, group_id: GroupId, group: Group) -> bool:
        """Whether this is what is read of the group now, as far as anything is."""
        with suppress(StoreFailed):
            return await self._groups.read(group_id) == group
        return False

    async def _keep(self, group_id: GroupId, group: Group, instead_of: Group) -> None:
        """Keep this in place of what was read. The records of circles that it no longer waits for name nobody then.

        A circle that it lets go of, for its meeting never began, is the first: afterwards nobody knows which it was.
        Raises `Conflict`.
        """
        ended = awaited(instead_of) - awaited(group)
        let_go = ended.difference(circles_of(group))
        await self._circles.forget_people(let_go)
        await self._groups.write(group_id, group, instead_of.version)
        with suppress(StoreFailed):  # it is tried again when the group is next looked through
            await self._circles.forget_people(ended - let_go)

    async def _erase(self, group_id: GroupId, group: Group | None) -> None:
        """Erase it, and who is named in the records of its circles, as far as it can be read."""
        await self._circles.forget_people(circles_of(group) if group else [])
        await self._groups.erase(group_id)

    def _now_ms(self) -> int:
        return self._clock.now_ms()
