"""What people ask of their groups: to open one, to change it, to come into a meeting's circle."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakValueDictionary

from app.circle.replacing import replace
from app.group.command_bases import LEADERS, Given
from app.group.commands import GroupCommand
from app.group.commands_frame import ChangeFrame, ChangeZone
from app.group.commands_links import with_link_used
from app.group.commands_mail import NoteMail
from app.group.decide import NamesAndRoles, decide_in_group, open_group
from app.group.group import Group
from app.group.letters import code_letters, date_letters, few_letters, renewed_letters, unconfirmed_letters
from app.group.meeting import Meeting
from app.group.reasons import GroupReason, GroupRefused
from app.group.terms import Terms
from app.group.today import (
    MeetingLock,
    entering_refused,
    may_open_anew,
    todays_meeting,
    with_circle,
    with_entered,
    without_circles,
)
from app.group.unconfirmed import with_unconfirmed_told
from app.live.group_circles import GroupCircles, circle_of
from app.live.hub import Ended, Hub
from app.live.kept_groups import BUSY, TRIES, KeptGroups, Told
from app.live.mail import Mailer
from app.live.sent_codes import SentCodes
from app.live.zones import zone_of, zones_of
from app.store.groups import GroupId, Groups
from app.store.store import CircleId, Store, StoreFailed
from app.words.languages import LANGUAGES, words_in


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


class GroupKeeper:
    """Opens groups, does what their people ask, and opens the circle of a meeting. `kept` is what is kept of them."""

    def __init__(self, groups: Groups, store: Store, hub: Hub, mailer: Mailer | None = None) -> None:
        self._mailer = mailer
        self._circles = GroupCircles(store, hub)
        self.kept = KeptGroups(groups, self._circles, hub.clock)
        self._clock = hub.clock
        self._codes = SentCodes(hub.clock)
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
        return await self.kept.keep_new(group), group

    async def use_link(self, group_id: GroupId, number: int, link: str) -> Group:
        """The group once this person has opened a new link of their own; they are written to that it is the only one.

        Raises `NoGroup`, `StoreFailed`.
        """

        def told(before: Group, after: Group) -> None:
            if after is not before and self._mailer is not None:
                self._mailer.post(*renewed_letters(after, number, words_in), news_of=group_id)

        return await self.kept.change(group_id, lambda group: with_link_used(group, number, link), told)

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
                zones = zones_of({before.zone, after.zone}, asked_ms)
                place.was_sent = bool(self._mailer.post(*code_letters(before, after, by, words_in)))
                dates = date_letters(before, after, by, asked_ms, zones, words_in)
                few = few_letters(before, after, by, zones[after.zone], words_in)
                self._mailer.post(*dates, *few, news_of=group_id)

            outcome = await self._done(group_id, command, decided, told)
        if isinstance(outcome, GroupRefused):
            self.kept.counters.refused += 1
        else:
            self.kept.counters.asked += 1
        return outcome

    async def enter(
        self, group_id: GroupId, number: int, key: MeetingLock, check: Callable[[Group], object] = lambda _: None
    ) -> Entrance | GroupRefused:
        """The way into the circle of the meeting that can be entered now, which is opened if it is not yet.

        `check` as in `ask`, given the very group that is entered. Raises `NoGroup`, `StoreFailed`, `Full`.
        """
        one_at_a_time = self._opening.setdefault(group_id, asyncio.Lock())
        async with one_at_a_time:
            for _ in range(TRIES):
                group, now_ms = await self.kept.read(group_id), self._now_ms()
                check(group)
                overrun = await self._circles.overrun(group, number, now_ms)
                meeting = todays_meeting(group, now_ms, overrun)
                if meeting is None:
                    return GroupRefused(GroupReason.NOT_TODAY)
                if await self._makes_way(group, meeting, number, key):
                    continue
                if refused := entering_refused(group, meeting, number, key):
                    return refused
                if opened := await self._let_in(group_id, group, meeting, number, key.lock):
                    seat, renewals = opened.seats.index(number) + 1, opened.renewals_of(number)
                    circle = circle_of(opened)
                    return Entrance(group=group, meeting=opened, circle=circle, seat=seat, renewals=renewals)
            raise StoreFailed(BUSY)

    async def overrun(self, group: Group, number: int) -> int | None:
        """The meeting, by its number, that goes on past its end, if one does: it is the one that this person enters.

        Raises `StoreFailed`.
        """
        return await self._circles.overrun(group, number, self._now_ms())

    async def tell_of_unconfirmed(self, group_id: GroupId) -> None:
        """Write to the leaders of meetings that nobody has confirmed for long, once of each.

        Raises `NoGroup`, `StoreFailed`.
        """
        mailer, now_ms = self._mailer, self._now_ms()
        if mailer is None or not mailer.has_room(group_id):
            return  # it can wait for the next look

        def told(before: Group, after: Group) -> None:
            zone = zone_of(after.zone, now_ms)
            mailer.post(*unconfirmed_letters(before, after, zone, words_in), news_of=group_id)

        await self.kept.change(group_id, lambda group: with_unconfirmed_told(group, now_ms), told)

    async def _done(
        self, group_id: GroupId, command: GroupCommand, decided: Callable[[Group], Group | GroupRefused], told: Told
    ) -> Group | GroupRefused:
        """Change the group as is `decided`. Circles that people have only looked in to do not stand in its way."""
        if isinstance(command, ChangeFrame):  # it is done while people are in a meeting, and passes over that one
            group = await self.kept.read(group_id)
            if not any(isinstance(decided(each), GroupRefused) for each in (group, without_circles(group))):
                await self._circles.end_empty(group)
        outcome = await self.kept.change(group_id, decided, told)
        # Nothing that members ask ends a circle: whoever is in its lobby would find it gone.
        in_use = command.roles == LEADERS and outcome == GroupRefused(GroupReason.IN_A_MEETING)
        if in_use and await self._circles.end_for(command, await self.kept.read(group_id)):
            return await self.kept.change(group_id, decided, told)
        return outcome

    async def _makes_way(self, group: Group, meeting: Meeting, number: int, key: MeetingLock) -> bool:
        """End the meeting's circle if another one is to be opened for this person. Whether one has ended.

        One that was opened under another lock than a facilitator comes with, or before they were to lead, makes way if
        none sits in it. So does one where nobody is, for whoever was added since.
        """
        if may_open_anew(group, meeting, number, key) and await self._circles.end_unled(meeting):
            return True
        refused = entering_refused(group, meeting, number, key)
        added_since = refused is not None and refused.reason is GroupReason.NO_SEAT
        if (added_since or not refused) and await self._circles.end_for_leader(group, meeting, number):
            return True
        return added_since and await self._circles.end_empty(group)

    async def _let_in(
        self, group_id: GroupId, group: Group, meeting: Meeting, number: int, lock: str | None
    ) -> Meeting | None:
        """This meeting with its circle, once it is kept that this person is let in; None as in `_with_circle`."""
        opened = await self._with_circle(group_id, group, meeting, lock)
        if opened is None or number in opened.entered:
            return opened

        def entered(newest: Group) -> Group:
            now = newest.meeting(opened.number)
            if now is None or replace(now, entered=opened.entered) != opened:
                return newest  # a guest may be there by now
            return with_entered(newest, now, number)

        found = (await self.kept.change(group_id, entered)).meeting(opened.number)
        return found if found is not None and number in found.entered else None

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
            outcome = await self.kept.change(group_id, opened)
        except Exception:  # should it be kept all the same, its group lets go of it, for it never began
            await self._circles.end(name)
            raise
        stands = next((each for each in outcome.meetings if each.circle == name), None)
        if stands is None:
            await self._circles.end(name)
        else:
            self.kept.counters.met += 1
        return stands

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
