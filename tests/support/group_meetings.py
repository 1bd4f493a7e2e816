"""A group and its meetings without sockets: real keeper, hub and actors, stores in memory, a hand-moved clock.

The clock is moved minute by minute, so that what is due each minute is done in it.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from app.circle.commands import EndCircle, NamePresenter, NextStep, OfferCase, SkipTo
from app.circle.phases import Phase, Role
from app.circle.reasons import Refused
from app.circle.state import Circle
from app.group.commands import GroupCommand
from app.group.commands_frame import AcceptFrame
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.reasons import GroupReason, GroupRefused
from app.group.terms import Terms
from app.group.today import MeetingLock, circle_name, todays_meeting
from app.group.view import GroupView, view_of_group
from app.live.actor import CircleActor
from app.live.groups import Entrance, GroupKeeper
from app.live.hub import Hub
from app.live.outbox import Outbox
from app.live.participants import UNNOTED_MS
from app.live.placement import SingleNode
from app.store.groups import GroupId
from app.store.store import CircleId, NodeId
from tests.support.clock import HandMovedClock
from tests.support.group_scene import FRIDA, LEADERS, MEMBERS, utc_ms
from tests.support.sound import SilentSound
from tests.support.store import MemoryGroups, MemoryStore

MINUTE_MS = 60_000


class GroupMeetings:
    """One group of six at one server, which may be killed and started again."""

    def __init__(self, at: str = "2027-01-04 12:00", unused_max: int | None = None) -> None:
        self.clock = HandMovedClock()
        self.clock.move(ms=utc_ms(at) - self.clock.now_ms())
        self.store, self.groups = MemoryStore(), MemoryGroups()
        self.id = GroupId("")
        self._bounds = 10, unused_max
        self.pages: dict[int, Outbox[Any]] = {}
        self._start()

    async def open(self, zone: str = "Europe/Berlin", lock: str | None = None, **terms: Any) -> "GroupMeetings":
        people = [(name, Role.FACILITATOR) for name in LEADERS] + [(name, Role.MEMBER) for name in MEMBERS]
        opened = await self.keeper.open("Tuesday group", zone, Terms(**terms), tuple(people), lock)
        assert not isinstance(opened, GroupRefused), opened
        self.id, group = opened
        for person in group.members:
            await self.asks(person.number, AcceptFrame(number=1))
        return self

    async def group(self) -> Group:
        return await self.keeper.kept.read(self.id)

    async def view(self, number: int) -> GroupView:
        group = await self.group()
        return view_of_group(group, number, self.clock.now_ms(), overrun=await self.keeper.overrun(group, number))

    async def asks(self, by: int, command: GroupCommand) -> Group:
        outcome = await self.keeper.ask(self.id, command, by, None)
        assert not isinstance(outcome, GroupRefused), outcome
        return outcome

    async def at(self, text: str) -> "GroupMeetings":
        """It is so late, by UTC; nothing was going on in between."""
        self.clock.move(ms=utc_ms(text) - self.clock.now_ms())
        await self._settle()
        return self

    async def passes(self, minutes: int) -> None:
        for _ in range(minutes):
            self.clock.move(minutes=1)
            await self._settle()

    async def enters(self, number: int, lock: str | None = None) -> Outbox[Any]:
        """By their link. While another page of theirs holds the seat, this one waits at the door."""
        entered = await self.keeper.enter(self.id, number, await self._key(lock))
        assert not isinstance(entered, GroupRefused), entered
        outbox: Outbox[Any] = Outbox()
        assert await self.arrives(number, entered, outbox) is None
        self.pages.setdefault(number, outbox)
        return outbox

    async def arrives(self, number: int, by: Entrance, outbox: Outbox[Any]) -> Refused | None:
        """By what entering has given them, which may be long ago."""
        actor = await self.hub.actor(by.circle)
        return await actor.arrive(by.seat, await self._name(number), outbox, renewals=by.renewals)

    async def comes_back(self, number: int) -> None:
        """The page connects again by itself, in place of its connection before."""
        outbox: Outbox[Any] = Outbox()
        assert await (await self.actor()).arrive(await self._seat(number), None, outbox) is None
        self.pages[number] = outbox

    async def is_refused(self, number: int, lock: str | None = None) -> GroupReason:
        entered = await self.keeper.enter(self.id, number, await self._key(lock))
        assert isinstance(entered, GroupRefused)
        return entered.reason

    async def loses(self, number: int) -> None:
        """The connection has gone, and the page does not come back in time."""
        actor, seat = await self.actor(), await self._seat(number)
        await actor.lose(seat, self.pages.pop(number))
        self.clock.move(ms=UNNOTED_MS)
        await self._settle()

    async def next(self) -> Phase:
        actor = await self.actor()
        assert await actor.ask(await self._seat(FRIDA), NextStep(seen=actor.circle.step)) is None
        return actor.circle.phase

    async def tells_a_case(self, number: int) -> None:
        """This member presents; the meeting goes to the end of their case, in half an hour."""
        actor, seat, leader = await self.actor(), await self._seat(number), await self._seat(FRIDA)
        assert await actor.ask(seat, OfferCase()) is None
        assert await actor.ask(leader, NamePresenter(seat=seat)) is None
        begins = actor.circle.coming_case
        assert begins is not None
        assert await actor.ask(leader, SkipTo(seen=actor.circle.step, step=begins)) is None
        while actor.circle.phase is not Phase.PRESENTER_RETURNS:
            await self.passes(6)
            await self.next()

    async def ends(self) -> None:
        """From wherever it is to the closing, the lingering room, and the end."""
        await self.comes_to_linger()
        await self.passes(10)
        await self.is_ended()

    async def comes_to_linger(self) -> None:
        """From wherever it is, through the closing."""
        actor = await self.actor()
        closing = next(i for i, step in enumerate(actor.circle.plan) if step.phase is Phase.CLOSING)
        if actor.circle.phase is not Phase.CLOSING:
            skip = SkipTo(seen=actor.circle.step, step=closing)
            assert await actor.ask(await self._seat(FRIDA), skip) is None
        await self.passes(3)
        assert await self.next() is Phase.LINGERING

    async def is_ended(self) -> None:
        """By Frida, who is there."""
        actor = await self.actor()
        assert await actor.ask(await self._seat(FRIDA), EndCircle(seen=actor.circle.step)) is None

    async def is_killed_for(self, minutes: int) -> None:
        """The server dies at once, with all that is not kept, and another one starts later."""
        await self.hub.stop_circles()
        self.pages.clear()
        self.clock.move(minutes=minutes)
        self._start()
        await self.hub.take_up()
        await self._settle()

    async def actor(self) -> CircleActor:
        meeting = await self.today()
        assert meeting.circle is not None
        return await self.hub.actor(CircleId(meeting.circle))

    async def circle(self) -> Circle:
        return (await self.actor()).circle

    async def today(self) -> Meeting:
        group = await self.group()
        meeting = todays_meeting(group, self.clock.now_ms(), await self.keeper.overrun(group, FRIDA))
        assert meeting is not None
        return meeting

    async def minutes_of(self, meeting: int) -> Mapping[int, float]:
        """How long each was there, in minutes."""
        found = (await self.group()).meeting(meeting)
        assert found is not None
        assert found.held is not None
        return {each.person: each.present_ms / MINUTE_MS for each in found.held.present}

    async def _key(self, lock: str | None) -> MeetingLock:
        return (
            MeetingLock()
            if lock is None
            else MeetingLock(lock=lock, circle=circle_name(await self.group(), await self.today()))
        )

    async def _name(self, number: int) -> str:
        group = await self.group()
        guests = {guest.number: guest.name for _, guest in group.guests()}
        return ({person.number: person.name for person in group.members} | guests).get(number, "Somebody")

    async def _seat(self, number: int) -> int:
        return (await self.today()).seats.index(number) + 1

    async def _settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    def _start(self) -> None:
        placement = SingleNode(self.store, NodeId("here"))
        self.hub = Hub(self.store, placement, self.clock, SilentSound, *self._bounds)
        self.keeper = GroupKeeper(self.groups, self.store, self.hub)
