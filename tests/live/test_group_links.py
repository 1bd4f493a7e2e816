"""What becomes of the running circle when a group takes somebody out, withdraws a guest, or renews a link."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.group.commands import GroupCommand
from app.group.commands_coming import AgreeToGuest, InviteGuest, WithdrawGuest
from app.group.commands_links import RenewLink
from app.group.commands_people import LeaveGroup, RemovePerson
from app.group.today import MeetingLock
from app.live.groups import Entrance
from app.live.kept_groups import InMeeting
from app.live.outbox import EndReason, Outbox, Seated
from app.store.store import StoreFailed
from tests.support.group_meetings import GroupMeetings
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, dates

Play = Callable[[GroupMeetings], Awaitable[None]]


def meets(play: Play) -> None:
    """On Tuesday the 12th at six in Berlin, with Frida, Finn, Piet and Mia."""

    async def run() -> None:
        group = await GroupMeetings().open()
        await group.asks(FRIDA, dates("2027-01-12"))
        [meeting] = (await group.group()).meetings
        olga = (await group.asks(FRIDA, InviteGuest(meeting=meeting.number, name="Olga"))).numbers
        for person in (FINN, PIET, MIA, MAX, ADA):
            await group.asks(person, AgreeToGuest(meeting=meeting.number, guest=olga, agrees=True))
        await group.at("2027-01-12 16:50")
        for person in (FRIDA, FINN, PIET, MIA, olga):
            await group.enters(person)
        try:
            await play(group)
        finally:
            await group.hub.stop()

    asyncio.run(run())


async def end_of(page: Outbox[Any]) -> EndReason:
    while not isinstance(said := await asyncio.wait_for(page.next(), 1), EndReason):
        pass
    return said


async def by_link(group: GroupMeetings, number: int) -> Entrance:
    entered = await group.keeper.enter(group.id, number, MeetingLock())
    assert isinstance(entered, Entrance)
    return entered


async def presence(group: GroupMeetings, number: int) -> Presence:
    return (await group.circle()).seat((await group.today()).seats.index(number) + 1).presence


@pytest.mark.parametrize(
    ("gone", "by", "command"),
    [
        (MIA, FRIDA, RemovePerson(person=MIA)),
        (FINN, FRIDA, RemovePerson(person=FINN)),
        (PIET, PIET, LeaveGroup()),
        (ADA + 2, FRIDA, WithdrawGuest(meeting=ADA + 1, guest=ADA + 2)),
    ],
)
def test_whoever_belongs_to_the_group_no_more_is_out_of_its_circle(gone: int, by: int, command: GroupCommand) -> None:
    """D10, G12, G34: pitfall 8, in a meeting that runs: neither their page nor a way in from before comes in again."""

    async def play(group: GroupMeetings) -> None:
        before = await by_link(group, gone)
        await group.asks(by, command)
        assert await end_of(group.pages[gone]) is EndReason.UNINVITED
        assert await presence(group, gone) is Presence.UNINVITED
        assert await group.arrives(gone, before, Outbox()) == Refused(Reason.UNINVITED)
        assert await presence(group, FRIDA) is Presence.HERE

    meets(play)


def test_a_renewed_link_leads_into_the_same_seat_and_the_old_one_nowhere() -> None:
    """D11, G10"""

    async def play(group: GroupMeetings) -> None:
        before, page = await by_link(group, MIA), group.pages.pop(MIA)
        await group.next()
        await group.asks(FRIDA, RenewLink(person=MIA))
        assert await end_of(page) is EndReason.UNINVITED
        assert await group.arrives(MIA, before, Outbox()) == Refused(Reason.UNINVITED)
        assert await presence(group, MIA) is Presence.COMING_BACK
        now = await by_link(group, MIA)
        assert (now.seat, now.renewals) == (before.seat, 1)
        page = await group.enters(MIA)
        assert isinstance(await page.next(), Seated)
        await group.asks(FRIDA, RenewLink(person=MIA))
        assert await end_of(page) is EndReason.UNINVITED
        assert (await by_link(group, MIA)).renewals == 2
        assert (await by_link(group, FINN)).renewals == 0

    meets(play)


def test_the_case_ends_of_a_presenter_who_is_taken_out() -> None:
    """D10"""

    async def play(group: GroupMeetings) -> None:
        await group.tells_a_case(PIET)
        await group.asks(FRIDA, RemovePerson(person=PIET))
        assert (await group.circle()).phase is Phase.CLOSING
        await group.ends()
        [meeting] = (await group.group()).meetings
        minutes = await group.minutes_of(meeting.number)
        assert minutes[PIET] > 20, "their minutes stay, nameless"

    meets(play)


def test_a_circle_that_could_not_be_told_is_told_when_the_group_is_next_read() -> None:
    """D10: the group has kept it already."""

    async def play(group: GroupMeetings) -> None:
        append = group.store.append

        async def fails(*_: object) -> None:
            raise StoreFailed

        group.store.append = fails  # type: ignore[method-assign]
        await group.asks(FRIDA, RemovePerson(person=MIA))
        assert await presence(group, MIA) is Presence.HERE
        group.store.append = append  # type: ignore[method-assign]
        await group.view(FINN)
        assert await end_of(group.pages[MIA]) is EndReason.UNINVITED

    meets(play)


def test_after_a_restart_the_circle_still_keeps_them_out() -> None:
    """D10, D11, S4"""

    async def play(group: GroupMeetings) -> None:
        old = {number: await by_link(group, number) for number in (MIA, PIET)}
        await group.asks(FRIDA, RemovePerson(person=MIA))
        await group.asks(FRIDA, RenewLink(person=PIET))
        await group.is_killed_for(minutes=1)
        for number, entrance in old.items():
            assert await group.arrives(number, entrance, Outbox()) == Refused(Reason.UNINVITED)
        await group.enters(PIET)
        assert await presence(group, PIET) is Presence.HERE

    meets(play)


def test_a_group_is_not_erased_while_its_circle_runs() -> None:
    """G27, G33: the circle's record would stay, with everybody's name."""

    async def play(group: GroupMeetings) -> None:
        circle = (await by_link(group, FRIDA)).circle
        with pytest.raises(InMeeting) as refused:
            await group.keeper.kept.erase(group.id)
        assert refused.value.circle == circle
        assert await group.keeper.kept.names() == (group.id,)
        await (await group.actor()).end()
        await group.keeper.kept.erase(group.id)
        assert await group.keeper.kept.names() == ()
        assert group.store.records[circle].attendance == ()

    meets(play)
