"""The groups as this server works with them: read whole, changed by compare and set, and entered.

Nothing of a group is held in memory, so any node serves any group.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar
from weakref import WeakValueDictionary

from app.circle.replacing import replace
from app.group.bases import Given
from app.group.commands import GroupCommand
from app.group.commands_erasure import is_erased
from app.group.commands_frame import ChangeZone
from app.group.commands_links import with_link_used
from app.group.commands_mail import NoteMail
from app.group.decide import NamesAndRoles, decide_in_group, open_group
from app.group.group import Group
from app.group.letters import code_letters, date_letters, few_letters, renewed_letters
from app.group.meeting import Meeting
from app.group.reasons import GroupReason, GroupRefused
from app.group.retention import with_forgotten
from app.group.terms import Terms
from app.group.today import (
    MeetingLock,
    entering_refused,
    may_open_anew,
    todays_meeting,
    with_circle,
)
from app.live.group_circles import GroupCircles, awaited, circle_of, circles_of
from app.live.hub import Ended, Hub
from app.live.mail import Mailer
from app.live.sent_codes import SentCodes
from app.live.zones import zones_of
from app.store.groups import GroupId, Groups
from app.store.store import CircleId, Conflict, NotReadable, Store, StoreFailed
from app.words.languages import LANGUAGES, words_in

TRIES = 8
"""How often a change is tried again because somebody else's came first."""
BUSY = "many people change this group at once"
REFUSED_MAX = 1024
"""Groups whose opening was refused that are remembered until they are erased for certain."""
UNSURE_MS = 7 * 24 * 3600 * 1000
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """Somebody's seat in the circle of a meeting, by an invitation that was renewed so often (`Seat.renewals`).

    All of it is as this `group` has it.
    """

    group: Group
    meeting: Meeting
    circle: CircleId
    seat: int
    renewals: int


class NoGroup(Exception):
    """There is no such group, or it has been erased."""


class InMeeting(Exception):
    """A circle of the group runs, so it cannot be erased: the circle's record would stay."""

    def __init__(self, circle: CircleId) -> None:
        super().__init__()
        self.circle = circle


class GroupKeeper:
    """Reads and changes groups, and opens the circle of a meeting."""

    def __init__(self, groups: Groups, store: Store, hub: Hub, mailer: Mailer | None = None) -> None:
        self._groups = groups
        self._mailer = mailer
        self._circles = GroupCircles(store, hub)
        self._clock = hub.clock
        self._codes = SentCodes(hub.clock)
        self.counters = GroupCounters()
        self._refused = deque[GroupId](maxlen=REFUSED_MAX)
        """Groups whose opening was refused. One may be kept all the same, and nobody has its links."""
        self._opening: WeakValueDictionary[GroupId, asyncio.Lock] = WeakValueDictionary()

    @property
    def sends_mail(self) -> bool:
        """Whether people can have their group write to them."""
        return self._mailer is not None

    async def open(
        self, name: str, zone: str, terms: Terms, people: NamesAndRoles, lock: str | None, language: str = "en"
    ) -> tuple[GroupId, Group] | GroupRefused:
        """Open a group. It is kept before this returns. Raises `StoreFailed`."""
        group = open_group(name, zone, terms, people, self._given(zone), lock, language)
        if isinstance(group, GroupRefused):
            return group
        group_id = GroupId(secrets.token_urlsafe(12))
        try:
            await self._groups.write(group_id, group, None)
        except StoreFailed:
            self._refused.append(group_id)
            with suppress(StoreFailed):
                await self.erase_refused()
            raise
        self.counters.opened += 1
        return group_id, group

    async def look(self, group_id: GroupId) -> Group:
        """The group without what is not kept any longer. Nothing is written. Raises `NoGroup`, `StoreFailed`."""
        group = await self._groups.read(group_id)
        if group is None or is_erased(group, self._now_ms()):
            raise NoGroup
        return with_forgotten(group, self._now_ms())

    async def read(self, group_id: GroupId) -> Group:
        """The group with what its circles have brought since. Raises `NoGroup`, `StoreFailed`."""
        return await self._change(group_id, lambda group: group)

    async def use_link(self, group_id: GroupId, number: int, link: str) -> Group:
        """The group once this person has opened a new link of their own; they are written to that it is the only one.

        Raises `NoGroup`, `StoreFailed`.
        """

        def told(before: Group, after: Group) -> None:
            if after is not before and self._mailer is not None:
                self._mailer.post(*renewed_letters(after, number, words_in), news_of=group_id)

        return await self._change(group_id, lambda group: with_link_used(group, number, link), told)

    async def ask(
        self,
        group_id: GroupId,
        command: GroupCommand,
        by: int,
        seen: int | None,
        check: Callable[[Group], object] = lambda _: None,
    ) -> Group | GroupRefused:
        """Do what this person asks, or say why not. It is kept before this returns.

        `check` is given the very group that is changed, and raises where it is not this person who asks: their link may
        be renewed while the store is waited for. Raises `NoGroup`, `StoreFailed`.
        """
        asked_ms = self._now_ms()
        with self._codes.place(command.address.strip() if isinstance(command, NoteMail) else "") as place:

            def decided(group: Group) -> Group | GroupRefused:
                check(group)
                named = [command.zone] if isinstance(command, ChangeZone) else []
                enough_codes = not place.is_there or self._mail_waits()
                given = replace(self._given(group.zone, *named), enough_codes=enough_codes)
                return decide_in_group(group, command, by, given, seen)

            def told(before: Group, after: Group) -> None:
                if self._mailer is None:
                    return
                zone = zones_of((after.zone,), asked_ms)[after.zone]
                place.was_sent = bool(self._mailer.post(*code_letters(before, after, by, words_in)))
                dates = date_letters(before, after, by, asked_ms, zone, words_in)
                self._mailer.post(*dates, *few_letters(before, after, by, zone, words_in), news_of=group_id)

            outcome = await self._change(group_id, decided, told)
            refused = outcome == GroupRefused(GroupReason.IN_A_MEETING)
            if refused and await self._circles.end_empty(await self.read(group_id)):
                outcome = await self._change(group_id, decided, told)
        if isinstance(outcome, GroupRefused):
            self.counters.refused += 1
        else:
            self.counters.asked += 1
        return outcome

    async def enter(
        self, group_id: GroupId, number: int, key: MeetingLock, check: Callable[[Group], object] = lambda _: None
    ) -> Entrance | GroupRefused:
        """The way into the circle of the meeting that can be entered now, which is opened if it is not yet.

        One that was opened under another lock than a facilitator comes with is ended first, if none sits in it. So is
        one where nobody is, for whoever was added since.

        `check` as in `ask`, given the very group that is entered. Raises `NoGroup`, `StoreFailed`, `Full`.
        """
        one_at_a_time = self._opening.setdefault(group_id, asyncio.Lock())
        async with one_at_a_time:
            for _ in range(TRIES):
                group, now_ms = await self.read(group_id), self._now_ms()
                check(group)
                overrun = await self._circles.overrun(group, now_ms)
                meeting = todays_meeting(group, now_ms, overrun)
                if meeting is None:
                    return GroupRefused(GroupReason.NOT_TODAY)
                if may_open_anew(group, meeting, number, key) and await self._circles.end_unled(meeting):
                    continue
                if refused := entering_refused(group, meeting, number, key):
                    added_since = refused.reason is GroupReason.NO_SEAT
                    if added_since and await self._circles.end_empty(group):
                        continue
                    return refused
                if opened := await self._with_circle(group_id, group, meeting, key.lock):
                    seat, renewals = opened.seats.index(number) + 1, opened.renewals_of(number)
                    circle = circle_of(opened)
                    return Entrance(group=group, meeting=opened, circle=circle, seat=seat, renewals=renewals)
            raise StoreFailed(BUSY)

    async def overrun(self, group: Group) -> int | None:
        """The meeting, by its number, that goes on past its end, if one does: it is the one that can be entered then.

        Raises `StoreFailed`.
        """
        return await self._circles.overrun(group, self._now_ms())

    async def names(self) -> tuple[GroupId, ...]:
        """Every group that is kept, for whoever runs the server. Raises `StoreFailed`."""
        return await self._groups.names()

    async def put_back(self, group_id: GroupId, group: Group) -> None:
        """Keep this copy of a group that is not there.

        Raises `Conflict` where it is, `NoGroup` where it would be erased by now, and `StoreFailed`.
        """
        if is_erased(group, self._now_ms()):
            raise NoGroup
        await self._groups.write(group_id, group, None)

    async def erase(self, group_id: GroupId) -> None:
        """Erase a group at once, as whoever runs the server may. Raises `InMeeting`, `StoreFailed`."""
        group = None
        with suppress(NotReadable):
            group = await self._groups.read(group_id)
        if group is not None and (circle := await self._circles.running(group)):
            raise InMeeting(circle)
        await self._erase(group_id, group)

    async def tidy(self, group_id: GroupId) -> None:
        """Let go of what is not kept any longer of this group, and of what its circles left.

        Raises `NoGroup`, `StoreFailed`.
        """
        group = await self.read(group_id)
        recent = circles_of(group, ended_after_ms=self._now_ms() - UNSURE_MS)
        await self._circles.forget_people(set(recent) - awaited(group))  # one that runs may have ended since

    async def erase_refused(self) -> None:
        """Erase what was kept of groups whose opening was refused. Raises `StoreFailed`."""
        for group_id in tuple(self._refused):
            await self._groups.erase(group_id)
            with suppress(ValueError):  # it has been erased side by side
                self._refused.remove(group_id)

    async def _with_circle(self, group_id: GroupId, group: Group, meeting: Meeting, lock: str | None) -> Meeting | None:
        """This meeting with its circle; None where the circle has ended, or the group has changed while it was opened.

        Its seats are those of the group as it was read, so it is ended again then: of two nodes that open one, one is.
        """
        try:
            if await self._circles.stands(meeting):
                return meeting
        except Ended:
            return None
        name = await self._circles.open(group, meeting, lock)

        def opened(newest: Group) -> Group:
            return with_circle(newest, meeting, name, lock) if newest == group else newest

        try:
            outcome = await self._change(group_id, opened)
        except Exception:  # should it be kept all the same, its group lets go of it, for it never began
            await self._circles.end(name)
            raise
        stands = next((each for each in outcome.meetings if each.circle == name), None)
        if stands is None:
            await self._circles.end(name)
        else:
            self.counters.met += 1
        return stands

    async def _change(
        self, group_id: GroupId, change: Callable[[Group], G], told: Told = lambda before, after: None
    ) -> G:
        """What this change makes of the newest version of the group, once that is kept; then people are `told`.

        They are told too where the store cannot say that it is kept, and it is there: everybody sees it, and whoever
        asks again is refused. Whoever asked hears all the same that it is not certain: what too few replicas have is
        lost if Redis fails over (N5).
        """
        for _ in range(TRIES):
            kept = await self._groups.read(group_id)
            if kept is None:
                raise NoGroup
            if is_erased(kept, self._now_ms()):
                if await self._circles.running(kept) is None:  # else when it is next looked through
                    await self._erase(group_id, kept)
                raise NoGroup
            before = with_forgotten(await self._circles.with_records(kept), self._now_ms())
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

    def _mail_waits(self) -> bool:
        """Whether so much mail waits that no more is taken: nobody is to be told then that a code is on its way."""
        return self._mailer is not None and not self._mailer.has_room()

    def _given(self, *zones: str) -> Given:
        now_ms = self._now_ms()
        return Given(
            now_ms=now_ms,
            zones=zones_of(zones, now_ms),
            fresh=secrets.token_hex(16),
            code=f"{secrets.randbelow(10**6):06}",
            sends_mail=self.sends_mail,
            languages=frozenset(LANGUAGES),
        )

    def _now_ms(self) -> int:
        return self._clock.now_ms()
