"""The circles of groups' meetings: opened, told who is still invited, and asked for what they leave."""

import logging
from collections.abc import Iterable
from contextlib import suppress

from app.circle.decide import open_circle
from app.circle.notices import CalledOff, InvitationsChanged
from app.circle.phases import Phase, Role
from app.circle.replacing import replace
from app.group.attendance import with_record
from app.group.commands import GroupCommand
from app.group.commands_log import AssignParts
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.terms import plan_of
from app.group.today import announced_observers, may_overrun, seat_roles, still_invited
from app.live.hub import Ended, Hub, NoCircle
from app.store.store import CircleId, NotReadable, Store, StoreFailed

TOLD_MAX = 1024
"""Circles of which it is remembered whom they know to be invited. Telling one twice does no harm."""

log = logging.getLogger(__name__)


class GroupCircles:
    """What groups ask of their meetings' circles. Raises `StoreFailed`, wherever it asks the store."""

    def __init__(self, store: Store, hub: Hub) -> None:
        self._store = store
        self._hub = hub
        self._told: dict[CircleId, tuple[int | None, ...]] = {}

    async def stands(self, meeting: Meeting) -> bool:
        """Whether this meeting has a circle that the store still knows. Raises `Ended`."""
        if meeting.circle is None:
            return False
        try:
            await self._hub.read(CircleId(meeting.circle))
        except NoCircle:
            return False
        return True

    async def open(self, group: Group, meeting: Meeting, lock: str | None) -> CircleId:
        """Open the circle of this meeting. Raises `Full`."""
        opened = open_circle(
            group.name,
            plan_of(group.terms),
            tuple(role for _, role in seat_roles(group, meeting)),
            self._hub.clock.now_ms(),
            group.terms.circle,
            lock,
            announced=announced_observers(group, meeting),
            planned_until_ms=meeting.ends_ms,
        )
        return await self._hub.open(opened)

    async def end_unled(self, meeting: Meeting) -> bool:
        """End this meeting's circle, unless a facilitator is there or it has begun. Whether it has ended."""
        return await self._hub.tell(circle_of(meeting), CalledOff(unless=Role.FACILITATOR))

    async def end_empty(self, group: Group) -> bool:
        """End the circles that people have only looked in to: none is there, and it has not begun. Whether one has."""
        return any([await self._hub.tell(circle_of(meeting), CalledOff()) for meeting in group.awaiting])

    async def end_for(self, command: GroupCommand, group: Group) -> bool:
        """End the circles that people have only looked in to, so that this can be done. Whether one has ended.

        For parts one that nobody leads is enough: they may say who leads it.
        """
        if isinstance(command, AssignParts):
            for meeting in group.awaiting:
                if meeting.number == command.meeting and await self.end_unled(meeting):
                    return True
        return await self.end_empty(group)

    async def end_for_leader(self, group: Group, meeting: Meeting, number: int) -> bool:
        """End this meeting's circle as `end_unled` does, for one who leads it since it was opened. Whether it has."""
        if meeting.circle is None or dict(seat_roles(group, meeting)).get(number) is not Role.FACILITATOR:
            return False
        if number in meeting.seats:
            with suppress(NoCircle, Ended):
                circle = await self._hub.read(circle_of(meeting))
                if circle.seat(meeting.seats.index(number) + 1).role is Role.FACILITATOR:
                    return False
        return await self.end_unled(meeting)

    async def end(self, circle: CircleId) -> None:
        """End one that was opened for nothing: nobody is there, and its record is nobody's to keep."""
        await self._hub.tell(circle, CalledOff())
        with suppress(StoreFailed):
            await self._store.forget_people(circle)

    async def tell(self, group: Group) -> None:
        """Tell running circles whose link was renewed, and who belongs to them no more (D10, D11).

        One that cannot be told now is told when the group is next read; whoever opens a renewed link tells it too.
        """
        for meeting in group.awaiting:
            circle, renewals = circle_of(meeting), still_invited(group, meeting)
            if self._told.get(circle, (0,) * len(renewals)) == renewals:
                continue
            if not await self._hub.tell(circle, InvitationsChanged(renewals=renewals)):
                log.warning("a circle could not be told who of its group is not invited any more; it is tried again")
                continue
            if len(self._told) >= TOLD_MAX:
                self._told.clear()
            self._told[circle] = renewals

    async def with_records(self, group: Group, now_ms: int) -> Group:
        """The group with the records of its circles that have ended. It waits no more for one that is lost."""
        for meeting in group.awaiting:
            if record := await self._store.record(circle_of(meeting)):
                group = with_record(group, meeting, record)
            elif not meeting.is_open(now_ms) and await self._is_lost(meeting):
                group = replace(group, version=group.version + 1).with_meeting(meeting.unopened)
        return group

    async def running(self, group: Group) -> CircleId | None:
        """A circle of this group that has not ended: its record, which names people, is yet to be kept."""
        for circle in map(circle_of, group.awaiting):
            with suppress(NoCircle, Ended):
                await self._hub.read(circle)
                return circle
        return None

    async def overrun(self, group: Group, number: int, now_ms: int) -> int | None:
        """The meeting, by its number, that this person enters past its end, for people are in it (`may_overrun`).

        One that only lingers is over where another one can be entered.
        """
        for meeting in may_overrun(group, number, now_ms):
            with suppress(NoCircle, Ended, NotReadable):
                circle = await self._hub.read(circle_of(meeting))
                over = circle.phase is Phase.LINGERING and meeting.may_be_entered(now_ms)
                if circle.empty_since_ms is None and not over:
                    return meeting.number
        return None

    async def _is_lost(self, meeting: Meeting) -> bool:
        """Whether the store knows nothing of its circle, wherever it runs: the group was put back from a copy that was
        made meanwhile, or its record was kept for less long.
        """
        with suppress(Ended, NotReadable):  # it has ended just now; a newer release keeps it
            return not await self.stands(meeting)
        return False

    async def forget_people(self, circles: Iterable[CircleId]) -> None:
        """Who was in these circles: of their records nobody needs more than that they have ended (G33)."""
        for circle in circles:
            await self._store.forget_people(circle)


def circle_of(meeting: Meeting) -> CircleId:
    """The circle of a meeting that is known to have one."""
    return CircleId(meeting.circle or "")


def awaited(group: Group) -> set[CircleId]:
    """The circles whose records the group does not have yet."""
    return {circle_of(meeting) for meeting in group.awaiting}


def circles_of(group: Group, *, ended_after_ms: int = 0) -> list[CircleId]:
    """The circles of a group's meetings that ended after this."""
    return [CircleId(each.circle) for each in group.meetings if each.circle and each.ends_ms > ended_after_ms]
