"""A group's meetings as they are held: the day's circle, and whose minutes are noted of it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, time
from typing import Any

import pytest

from app.circle.commands import EndCircle, GoBack, Leave, NextStep, SkipTo
from app.circle.decide import open_circle
from app.circle.notices import CalledOff
from app.circle.phases import Phase, Role
from app.circle.plan import TEMPLATES, Template
from app.circle.replacing import replace
from app.circle.state import Circle
from app.group.certificate import certificate_of
from app.group.commands import GroupCommand
from app.group.commands_attendance import AddInPerson, ConfirmMeeting, PersonMinutes
from app.group.commands_coming import AgreeToGuest, InviteGuest
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_erasure import AskErasure
from app.group.commands_frame import AcceptFrame, ChangeFrame, ChangeZone, Keep
from app.group.commands_links import RenewKey, RenewLink
from app.group.commands_log import AssignParts
from app.group.commands_people import AddPerson, ChangeRole, LeaveGroup, RemovePerson
from app.group.group import Group
from app.group.letters import Letter
from app.group.meeting import Assigned, LeaderPart, Mode
from app.group.reasons import GroupReason, GroupRefused
from app.group.terms import Terms
from app.group.today import MeetingLock
from app.live.group_tidying import tidy_all
from app.live.groups import Entrance, GroupKeeper
from app.live.hub import Full, FullOfUnused, Hub, NeverBegan
from app.live.mail import Mailer
from app.live.outbox import EndReason, Outbox
from app.live.participants import UNNOTED_MS
from app.live.placement import SingleNode
from app.store.groups import GroupId
from app.store.store import CircleId, NodeId, NotReadable, StoreFailed
from tests.support.evening import Guest
from tests.support.group_meetings import MINUTE_MS, GroupMeetings
from tests.support.group_scene import FINN, FRIDA, MAX, MIA, PIET, dates
from tests.support.mail import SERVER
from tests.support.scene import ROLES
from tests.support.sound import SilentSound
from tests.support.store import MemoryGroups, MemoryStore

Play = Callable[[GroupMeetings], Awaitable[None]]
IN_A_ROOM = AddInPerson(on=date(2027, 1, 12), at=time(18), minutes=60, cases=1, present=())
"""That meeting, held without a circle."""


def meets(play: Play, lock: str | None = None, **bounds: int) -> None:
    """On Tuesday the 12th at six in Berlin."""

    async def run() -> None:
        group = await GroupMeetings(**bounds).open(lock=lock)
        await group.asks(FRIDA, dates("2027-01-12", count=2))
        await group.at("2027-01-12 16:50")
        try:
            await play(group)
        finally:
            await group.hub.stop()

    asyncio.run(run())


def test_minutes_are_those_from_the_opening_to_the_end_of_the_closing() -> None:
    """G25, G16: neither gathering before it nor lingering after it counts."""

    async def play(group: GroupMeetings) -> None:
        for person in (FRIDA, MIA, PIET):
            await group.enters(person)
        await group.passes(10)
        await group.next()
        await group.passes(20)
        await group.enters(MAX)
        await group.tells_a_case(PIET)
        await group.ends()
        [meeting, _] = (await group.group()).meetings
        assert meeting.held is not None
        whole = (meeting.held.ended_ms - meeting.held.began_ms) / 60_000
        assert await group.minutes_of(meeting.number) == {FRIDA: whole, PIET: whole, MIA: whole, MAX: whole - 20}
        assert meeting.held.cases == 1
        assert [case.number for case in (await group.view(MIA)).cases] == [1]
        assert await group.is_refused(MIA) is GroupReason.NOT_TODAY

    meets(play)


def test_pitfall_9_three_reconnects_and_two_tabs_count_once() -> None:
    """G25"""

    async def play(group: GroupMeetings) -> None:
        for person in (FRIDA, MIA):
            await group.enters(person)
        await group.next()
        for _ in range(3):
            await group.passes(5)
            await group.comes_back(MIA)
        second_tab = await group.enters(MIA)
        await group.passes(5)
        await group.loses(MIA)
        assert (await group.circle()).seat(4).here  # by the second tab
        group.pages[MIA] = second_tab
        await group.passes(5)
        await group.loses(MIA)
        gone_ms = group.clock.now_ms()
        await group.passes(4)
        away_ms = group.clock.now_ms() - gone_ms
        await group.enters(MIA)
        await group.passes(5)
        await group.ends()
        [meeting, _] = (await group.group()).meetings
        minutes = await group.minutes_of(meeting.number)
        assert 0 <= minutes[FRIDA] - away_ms / 60_000 - minutes[MIA] < 0.5

    meets(play)


def test_pitfall_9_a_server_that_dies_loses_no_more_than_a_minute() -> None:
    """G25: in the middle of a step in which nothing else is kept for half an hour."""

    async def play(group: GroupMeetings) -> None:
        for person in (FRIDA, MIA):
            await group.enters(person)
        await group.next()
        await group.passes(30)
        group.clock.move(s=59)
        await group.is_killed_for(minutes=7)
        for person in (FRIDA, MIA):
            await group.enters(person)
        await group.passes(10)
        await group.ends()
        [meeting, _] = (await group.group()).meetings
        minutes = await group.minutes_of(meeting.number)
        there = 30 + 59 / 60 + 10 + 3
        assert there - 1 <= minutes[MIA] <= there

    meets(play)


def test_nobody_is_shown_anything_when_presence_is_noted() -> None:
    """G25: it is kept, and that is all."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        await group.next()
        await group.passes(1)
        before = (await group.circle()).version
        while True:
            try:
                await asyncio.wait_for(group.pages[FRIDA].next(), 0.01)
            except TimeoutError:
                break
        await group.passes(1)
        assert (await group.circle()).version == before + 1
        try:
            shown = await asyncio.wait_for(group.pages[FRIDA].next(), 0.01)
        except TimeoutError:
            shown = None
        assert shown is None

    meets(play)


def test_of_whoever_led_and_left_during_a_meeting_it_says_that_there_was_one() -> None:
    """G17, G12: it is the last that the group knows of them, so their number has to wait for the record."""

    async def play(group: GroupMeetings) -> None:
        for person in (FRIDA, FINN, MIA):
            await group.enters(person)
        await group.next()
        await group.passes(40)
        await group.asks(FRIDA, RemovePerson(person=FINN))
        await group.ends()
        [meeting, _] = (await group.group()).meetings
        paper = certificate_of(await group.asks(FRIDA, ConfirmMeeting(meeting=meeting.number)), MIA)
        assert [leader.name for leader in paper.leaders] == ["Frida", ""]

    meets(play)


def test_a_meeting_that_never_began_can_be_opened_again() -> None:
    """G14"""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        first = (await group.today()).circle
        actor = await group.actor()
        await actor.end()
        await group.enters(MIA)
        meeting = await group.today()
        assert meeting.circle not in {None, first}
        assert meeting.held is None
        assert (await group.circle()).phase is Phase.GATHERING

    meets(play)


async def tries_next(group: GroupMeetings) -> None:
    """Frida is there, looks what "next" does, and goes back to the gathering."""
    await group.enters(FRIDA)
    await group.next()
    await group.passes(2)
    actor = await group.actor()
    assert await actor.ask(actor.circle.keeper or 0, GoBack(seen=actor.circle.step)) is None


def test_a_meeting_is_held_from_when_it_began_for_good() -> None:
    """G25, E4"""

    async def play(group: GroupMeetings) -> None:
        await tries_next(group)
        await group.passes(8)
        for number in (MIA, PIET):
            await group.enters(number)
        began_ms = group.clock.now_ms()
        await group.next()
        await group.tells_a_case(PIET)
        await group.ends()
        [meeting, _] = (await group.group()).meetings
        assert meeting.held is not None
        assert meeting.held.began_ms == began_ms
        whole = (meeting.held.ended_ms - meeting.held.began_ms) / 60_000
        assert await group.minutes_of(meeting.number) == {FRIDA: whole, MIA: whole, PIET: whole}

    meets(play)


def test_a_meeting_that_is_ended_after_next_was_only_tried_can_be_opened_again() -> None:
    """G14, E4: it was not held, and nobody is locked out that evening."""

    async def play(group: GroupMeetings) -> None:
        await tries_next(group)
        actor = await group.actor()
        assert await actor.ask(actor.circle.keeper or 0, EndCircle(seen=actor.circle.step)) is None
        assert (await group.today()).held is None
        await group.enters(MIA)

    meets(play)


def test_a_meeting_without_a_case_is_held_also_where_it_ends_from_the_gathering() -> None:
    """G25, E4"""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA):
            await group.enters(number)
        await group.next()
        await group.passes(45)
        actor = await group.actor()
        assert await actor.ask(actor.circle.keeper or 0, GoBack(seen=actor.circle.step)) is None
        await group.passes(5)
        assert await actor.ask(actor.circle.keeper or 0, EndCircle(seen=actor.circle.step)) is None
        [meeting, _] = (await group.group()).meetings
        assert meeting.held is not None
        assert await group.minutes_of(meeting.number) == {FRIDA: 45, MIA: 45}

    meets(play)


def test_a_meeting_that_nobody_ends_was_over_when_one_was_left_alone() -> None:
    """G25, E4: not when its circle ends by itself, twelve hours later; also where the server has died since."""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA, MAX):
            await group.enters(number)
        await group.next()
        await group.passes(40)
        await group.loses(FRIDA)
        await group.passes(5)
        gone_ms = group.clock.now_ms()
        await group.loses(MIA)
        await group.passes(5)
        await group.loses(MAX)
        await group.is_killed_for(minutes=10)
        group.clock.move(hours=13)
        await group.passes(1)
        [meeting, _] = (await group.group()).meetings
        assert meeting.held is not None
        assert meeting.held.ended_ms - gone_ms <= UNNOTED_MS
        minutes = await group.minutes_of(meeting.number)
        assert minutes[MAX] == minutes[MIA], "nobody was there for longer than it went"
        in_person = AddInPerson(
            on=date(2027, 1, 12), at=time(21), minutes=60, cases=1, present=(PersonMinutes(person=MIA, minutes=60),)
        )
        await group.asks(FRIDA, in_person)

    meets(play)


async def all_but_mia_have_gone(group: GroupMeetings) -> None:
    """From a meeting of half an hour in its closing, in which Finn was not. Nobody pressed a button."""
    for number in (FRIDA, PIET, MIA):
        await group.enters(number)
    await group.next()
    await group.passes(30)
    for number in (FRIDA, PIET):
        await group.loses(number)


async def what_was_noted(group: GroupMeetings) -> tuple[int, dict[int, int]]:
    """How many whole minutes the meeting went, and how many each was there."""
    held = (await group.group()).meetings[0].held
    assert held is not None
    minutes = {number: int(minutes) for number, minutes in (await group.minutes_of(7)).items()}
    return (held.ended_ms - held.began_ms) // MINUTE_MS, minutes


def test_a_page_that_wakes_next_morning_makes_no_meeting_longer() -> None:
    """G25: its circle waits for twelve hours, so it comes back by itself."""

    async def play(group: GroupMeetings) -> None:
        await all_but_mia_have_gone(group)
        await group.loses(MIA)
        actor, seat, page = await group.actor(), (await group.today()).seats.index(MIA) + 1, Outbox[Any]()
        group.clock.move(hours=11)
        assert await actor.arrive(seat, None, page) is None
        await group.passes(3)
        await actor.lose(seat, page)
        await group.passes(5)
        group.clock.move(hours=13)
        await group.passes(1)
        assert await what_was_noted(group) == (30, {FRIDA: 30, PIET: 30, MIA: 30})

    meets(play)


@pytest.mark.parametrize("minutes_later", [70, 24 * 60])
@pytest.mark.parametrize(("ends", "at_most"), [(FRIDA, 34), (FINN, 30)])
def test_whoever_enters_later_to_end_a_meeting_makes_it_no_longer(ends: int, at_most: int, minutes_later: int) -> None:
    """G25, G14: somebody has stayed in it. Of one who was at it too the minutes of both times are one sum."""

    async def play(group: GroupMeetings) -> None:
        await all_but_mia_have_gone(group)
        group.clock.move(minutes=minutes_later - 1)
        await group.passes(1)
        await group.enters(ends)
        await group.passes(2)
        actor = await group.actor()
        seat = (await group.today()).seats.index(ends) + 1
        assert await actor.ask(seat, EndCircle(seen=actor.circle.step)) is None
        length, minutes = await what_was_noted(group)
        assert 30 <= length <= at_most
        assert minutes == {FRIDA: length, PIET: 30, MIA: length}
        assert (await group.group()).meetings[0].leaders == (FRIDA,)
        if minutes_later < 24 * 60:
            return
        evening = AddInPerson(on=date(2027, 1, 12), at=time(21), minutes=15, cases=0, present=())
        await group.asks(FRIDA, evening)

    meets(play)


def test_a_meeting_that_began_late_is_noted_whole() -> None:
    """G25, G14: it went on when nobody could enter it any more."""

    async def play(group: GroupMeetings) -> None:
        await group.at("2027-01-12 19:20")
        await all_but_mia_have_gone(group)
        assert not (await group.view(MAX)).meetings[0].may_enter
        await group.loses(MIA)
        group.clock.move(hours=13)
        await group.passes(1)
        assert await what_was_noted(group) == (30, {FRIDA: 30, PIET: 30, MIA: 30})

    meets(play)


def test_whoever_came_late_and_stayed_alone_was_there_from_when_they_came() -> None:
    """G25"""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, PIET):
            await group.enters(number)
        await group.next()
        await group.passes(28)
        await group.enters(MIA)
        await group.passes(2)
        for number in (FRIDA, PIET):
            await group.loses(number)
        await group.passes(60)
        await group.loses(MIA)
        group.clock.move(hours=13)
        await group.passes(1)
        assert await what_was_noted(group) == (30, {FRIDA: 30, PIET: 30, MIA: 2})

    meets(play)


def test_pages_that_several_have_left_open_make_no_meeting_longer_than_any_can_be() -> None:
    """G25"""

    async def play(group: GroupMeetings) -> None:
        await all_but_mia_have_gone(group)
        await group.enters(MAX)
        group.clock.move(hours=24)
        await group.passes(1)
        await group.enters(FRIDA)
        await group.is_ended()
        length, minutes = await what_was_noted(group)
        assert (length, minutes[MIA]) == (240, 240)

    meets(play)


async def waits_for_mia(group: GroupMeetings) -> None:
    """After six minutes they go back to the gathering, until she comes 19 minutes later."""
    await group.passes(6)
    actor = await group.actor()
    assert await actor.ask(actor.circle.keeper or 0, GoBack(seen=actor.circle.step)) is None
    await group.passes(19)
    await group.enters(MIA)
    await group.next()
    await group.passes(62)


async def is_away(group: GroupMeetings) -> None:
    """The server, for 20 minutes; Mia comes after that, and they go on for longer than planned."""
    await group.passes(30)
    await group.is_killed_for(20)
    for number in (FRIDA, PIET, MAX):
        await group.comes_back(number)
    await group.passes(20)
    await group.enters(MIA)
    await group.passes(37)


async def is_away_when_it_overruns(group: GroupMeetings) -> None:
    """The server, for five minutes and once more for five, when the meeting's time is over."""
    for minutes in (95, 15):
        await group.passes(minutes)
        await group.is_killed_for(5)
        for number in (FRIDA, PIET, MAX):
            await group.comes_back(number)
    await group.passes(7)


async def two_are_away(group: GroupMeetings) -> None:
    """For 20 minutes, one after the other; Max never is."""
    for number in (FRIDA, PIET):
        await group.passes(20)
        await group.loses(number)
        await group.passes(20)
        await group.enters(number)
    await group.passes(27)


@pytest.mark.parametrize(
    ("happens", "length", "minutes"),
    [
        (waits_for_mia, 90, {FRIDA: 71, PIET: 71, MAX: 71, MIA: 65}),
        (is_away, 110, {FRIDA: 90, PIET: 90, MAX: 90, MIA: 40}),
        (is_away_when_it_overruns, 130, {FRIDA: 120, PIET: 120, MAX: 120}),
        (two_are_away, 110, {FRIDA: 90, PIET: 90, MAX: 110}),
    ],
)
def test_a_break_in_which_a_meeting_does_not_end_takes_no_minutes_of_whoever_was_there(
    happens: Play, length: int, minutes: dict[int, int]
) -> None:
    """G25: however long it is, within the meeting's time."""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, PIET, MAX):
            await group.enters(number)
        await group.next()
        await happens(group)
        await group.comes_to_linger()
        await group.is_ended()
        assert await what_was_noted(group) == (length, minutes)

    meets(play)


def test_a_break_within_the_time_of_its_date_ends_no_meeting_that_has_gone_for_as_long_as_its_plan() -> None:
    """G25: the plan of the group has 90 minutes, this date three hours."""

    async def play(group: GroupMeetings) -> None:
        await group.asks(FRIDA, MoveMeeting(meeting=(await group.today()).number, minutes=180))
        for number in (FRIDA, PIET, MAX):
            await group.enters(number)
        await group.next()
        await group.passes(95)
        await group.is_killed_for(20)
        for number in (FRIDA, PIET, MAX):
            await group.comes_back(number)
        await group.passes(27)
        await group.comes_to_linger()
        await group.is_ended()
        assert await what_was_noted(group) == (145, {FRIDA: 125, PIET: 125, MAX: 125})

    meets(play)


@pytest.mark.parametrize("looked_in", [True, False])
def test_a_meeting_is_held_in_a_room_where_people_only_looked_in_to_its_circle(*, looked_in: bool) -> None:
    """G5, G16: it need not end by itself first. One that people have met in does."""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA):
            await group.enters(number)
        if not looked_in:
            await group.next()
        for number in (FRIDA, MIA):
            await group.loses(number)
        await group.at("2027-01-12 19:00")
        outcome = await group.keeper.ask(group.id, IN_A_ROOM, FRIDA, None)
        assert looked_in == (outcome != GroupRefused(GroupReason.IN_A_MEETING))
        modes = [meeting.held and meeting.held.mode for meeting in (await group.group()).meetings]
        assert (Mode.IN_PERSON in modes) is looked_in

    meets(play)


@pytest.mark.parametrize("leaves", [True, False], ids=["left", "link renewed"])
def test_a_false_lock_shuts_nobody_out_once_whoever_led_by_it_has_gone(leaves: bool) -> None:
    """G14, E1: by a facilitator's link in wrong hands. Whose page may come back by itself counts as there.

    Who is put out is not told that a meeting is over.
    """
    false, right = "b" * 16, "c" * 16

    async def play(group: GroupMeetings) -> None:
        await group.enters(FINN, lock=false)
        mia = Guest(MIA, await group.enters(MIA, lock=false))
        assert await group.is_refused(FRIDA, lock=right) is GroupReason.OTHER_KEY
        if leaves:
            actor = await group.actor()
            assert await actor.ask(actor.circle.keeper or 0, Leave()) is None
        else:
            await group.asks(FRIDA, RenewLink(person=FINN))
            assert await group.is_refused(FRIDA, lock=right) is GroupReason.OTHER_KEY
            await group.passes(2)
        await group.enters(FRIDA, lock=right)
        assert (await group.today()).lock == right
        assert (await mia.read()).goodbye is EndReason.CALLED_OFF

    meets(play, lock="a" * 16)


async def only_looked_in(group: GroupMeetings) -> CircleId:
    """Frida and Mia were there and have gone; the meeting did not begin. Its circle."""
    for number in (FRIDA, MIA):
        await group.enters(number)
    circle = CircleId((await group.today()).circle or "")
    for number in (FRIDA, MIA):
        await group.loses(number)
    return circle


def test_a_meeting_that_did_not_begin_ends_while_its_group_still_asks_for_its_record() -> None:
    """E4, G22, G33: else the group forgets the date, and nobody ever makes the record nameless."""

    async def play(group: GroupMeetings) -> None:
        circle = await only_looked_in(group)
        for _ in range(100):
            group.clock.move(hours=24)
            await group.passes(1)
            await tidy_all(group.keeper.kept)
        assert group.store.records[circle].attendance == ()

    meets(play)


def test_a_meeting_that_did_not_begin_puts_off_no_erasure() -> None:
    """E4, G15: everybody was told the day."""

    async def play(group: GroupMeetings) -> None:
        for leader in (FRIDA, FINN):
            await group.asks(leader, AskErasure())
        circle = await only_looked_in(group)
        group.clock.move(hours=31 * 24)
        await group.passes(1)
        await tidy_all(group.keeper.kept)
        assert await group.keeper.kept.names() == ()
        assert group.store.records[circle].attendance == ()

    meets(play)


@pytest.mark.parametrize(
    "asked",
    [
        CancelMeeting(meeting=7),
        MoveMeeting(meeting=7, at=time(19)),
        InviteGuest(meeting=7, name="Olga"),
        ChangeZone(zone="Europe/London", keep=Keep.WALL),
        AssignParts(meeting=7, parts=(Assigned(person=FINN, part=LeaderPart.OBSERVE),)),
    ],
    ids=["cancelled", "moved", "a guest", "another zone", "parts"],
)
def test_a_meeting_that_people_only_looked_in_to_can_be_changed(asked: GroupCommand) -> None:
    """G5, E4: whoever had been there may still come back by themselves for two minutes, and nobody is put out."""

    async def play(group: GroupMeetings) -> None:
        circle = await only_looked_in(group)
        refused = await group.keeper.ask(group.id, asked, FRIDA, None)
        assert isinstance(refused, GroupRefused)
        assert refused.reason is GroupReason.IN_A_MEETING
        await group.passes(2)
        changed = await group.asks(FRIDA, asked)
        assert changed.meetings[0].circle is None
        assert changed.edits[-1].what == asked.type
        with pytest.raises(NeverBegan):
            await group.hub.actor(circle)
        assert group.store.records[circle].attendance == ()

    meets(play)


@pytest.mark.parametrize(
    ("by", "asked", "reason"),
    [
        (FRIDA, MoveMeeting(meeting=7), GroupReason.ALREADY_SO),
        (FRIDA, MoveMeeting(meeting=7, minutes=9999), GroupReason.OUT_OF_BOUNDS),
        (FRIDA, InviteGuest(meeting=7, name="Mia"), GroupReason.NAME_TAKEN),
        (FRIDA, ChangeFrame(name="Tuesday group", terms=Terms()), GroupReason.ALREADY_SO),
        (FRIDA, ChangeZone(zone="Pacific/Auckland", keep=Keep.WALL), GroupReason.IN_THE_PAST),
        (
            FRIDA,
            AssignParts(meeting=7, parts=(Assigned(person=MIA, part=LeaderPart.OBSERVE),)),
            GroupReason.NO_SUCH_PERSON,
        ),
        (MAX, AgreeToGuest(meeting=7, guest=999, agrees=False), GroupReason.NO_SUCH_PERSON),
        (MAX, AgreeToGuest(meeting=7, guest=9, agrees=False), GroupReason.IN_A_MEETING),
    ],
    ids=[
        "as it is",
        "too long",
        "a name that is taken",
        "the same frame",
        "in the past",
        "no leader",
        "nobody",
        "a member's change",
    ],
)
def test_what_is_refused_and_what_members_ask_end_no_circle(by: int, asked: GroupCommand, reason: GroupReason) -> None:
    """G5, G6: whoever is in the lobby before a meeting comes in, whatever a slip or a changed page asks."""

    async def play(group: GroupMeetings) -> None:
        olga = (await group.asks(FRIDA, InviteGuest(meeting=7, name="Olga"))).numbers
        await group.asks(MAX, AgreeToGuest(meeting=7, guest=olga, agrees=True))
        entered = await group.keeper.enter(group.id, MIA, MeetingLock())
        assert isinstance(entered, Entrance)
        assert await group.keeper.ask(group.id, asked, by, None) == GroupRefused(reason)
        assert await group.arrives(MIA, entered, Outbox()) is None

    meets(play)


@pytest.mark.parametrize(("minutes_gone", "length"), [(0, 60), (2, 90)], ids=["may come back", "gone"])
def test_a_new_plan_is_that_of_a_meeting_that_people_only_looked_in_to(minutes_gone: int, length: int) -> None:
    """G5, G9: it is agreed on all the same while people are in a meeting, which keeps its length and its plan."""

    async def play(group: GroupMeetings) -> None:
        circle = await only_looked_in(group)
        await group.passes(minutes_gone)
        longer = ChangeFrame(name="Tuesday group", terms=Terms(template=Template.TWO_CASES_90))
        tonight, later = (await group.asks(FRIDA, longer)).meetings
        assert (tonight.minutes, tonight.circle) == (length, circle if length == 60 else None)
        assert later.minutes == 90
        await group.enters(FRIDA)
        assert (await group.circle()).length_minutes == length

    meets(play)


def test_a_new_plan_that_is_refused_ends_no_circle() -> None:
    """G5: it would be as long as the one that people looked in to, and so meet the date after it."""

    async def play(group: GroupMeetings) -> None:
        await group.asks(FRIDA, dates("2027-01-12", "19:15"))
        circle = await only_looked_in(group)
        await group.passes(3)
        longer = ChangeFrame(name="Tuesday group", terms=Terms(template=Template.TWO_CASES_90))
        tonight = (await group.asks(FRIDA, longer)).meetings[0]
        assert (tonight.minutes, tonight.circle) == (60, circle)

    meets(play)


def test_whoever_was_added_reads_that_they_have_no_seat_also_where_another_circle_is_lost() -> None:
    """As after a copy of the groups was put back that was made while people had looked in."""

    async def play(group: GroupMeetings) -> None:
        await only_looked_in(group)
        copy = await group.keeper.kept.look(group.id)
        group.store, group.groups = MemoryStore(), MemoryGroups()
        await group.is_killed_for(minutes=1)
        await group.keeper.kept.put_back(group.id, copy)
        await group.at("2027-01-26 16:50")
        await group.enters(FRIDA)
        zoe = (await group.asks(FRIDA, AddPerson(name="Zoe", leads=False))).members[-1].number
        await group.asks(zoe, AcceptFrame(number=1))
        assert await group.is_refused(zoe) is GroupReason.NO_SEAT

    meets(play)


def test_a_meeting_that_has_begun_early_is_not_changed_though_nobody_is_there_now() -> None:
    """G5, G25"""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        await group.next()
        await group.loses(FRIDA)
        await group.passes(3)
        refused = await group.keeper.ask(group.id, CancelMeeting(meeting=7), FRIDA, None)
        assert refused == GroupRefused(GroupReason.IN_A_MEETING)
        assert (await group.today()).circle is not None

    meets(play)


def test_a_meeting_that_was_held_before_its_time_is_over() -> None:
    """G5: nobody is in it any more, and its date is what it was."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        await group.next()
        await (await group.actor()).end()
        refused = await group.keeper.ask(group.id, CancelMeeting(meeting=7), FRIDA, None)
        assert refused == GroupRefused(GroupReason.OVER)
        changed = await group.asks(FRIDA, ChangeZone(zone="Europe/London", keep=Keep.WALL))
        held, coming = ((at.starts_ms - group.clock.now_ms()) // MINUTE_MS for at in changed.meetings)
        assert (held, coming) == (10, 14 * 24 * 60 + 10 + 60)

    meets(play)


def test_a_circle_that_people_only_looked_in_to_gives_way_to_whoever_was_added_since() -> None:
    """G14: they have a seat in the one that is opened then. While somebody is there, they have none."""

    async def play(group: GroupMeetings) -> None:
        circle = await only_looked_in(group)
        added = (await group.asks(FRIDA, AddPerson(name="Zoe", leads=False))).members[-1].number
        await group.asks(added, AcceptFrame(number=1))
        assert await group.is_refused(added) is GroupReason.NO_SEAT
        await group.passes(2)
        await group.enters(added)
        assert (await group.today()).circle not in {None, circle}

    meets(play)


async def alone_to_lead(group: GroupMeetings) -> Guest:
    """Only Frida leads, and does not come; Max has come first, and waits for her. His page."""
    await group.asks(FRIDA, AssignParts(meeting=7, parts=(Assigned(person=FINN, part=LeaderPart.OBSERVE),)))
    return Guest(MAX, await group.enters(MAX))


async def mia_stands_in(group: GroupMeetings) -> int:
    await group.enters(MIA)
    await group.asks(FRIDA, ChangeRole(person=MIA, leads=True))
    return MIA


async def zoe_stands_in(group: GroupMeetings) -> int:
    zoe = (await group.asks(FRIDA, AddPerson(name="Zoe", leads=True))).members[-1].number
    await group.asks(zoe, AcceptFrame(number=1))
    return zoe


async def finn_leads_after_all(group: GroupMeetings) -> int:
    await group.asks(FRIDA, AssignParts(meeting=7, parts=()))
    return FINN


@pytest.mark.parametrize("stands_in", [mia_stands_in, zoe_stands_in, finn_leads_after_all])
def test_whoever_stands_in_for_a_facilitator_leads_though_somebody_has_come_before(
    stands_in: Callable[[GroupMeetings], Awaitable[int]],
) -> None:
    """G14: as long as the meeting has not begun and no facilitator is there. Whoever was there comes in again."""

    async def play(group: GroupMeetings) -> None:
        page = await alone_to_lead(group)
        leader = await stands_in(group)
        await group.enters(leader)
        assert (await page.read()).goodbye is EndReason.CALLED_OFF
        await group.enters(MAX)
        circle = await group.circle()
        seat = circle.seat((await group.today()).seats.index(leader) + 1)
        assert (seat.role, seat.here) == (Role.FACILITATOR, True)
        assert await (await group.actor()).ask(seat.number, NextStep(seen=circle.step)) is None

    meets(play)


def test_whoever_is_to_lead_only_since_a_facilitator_is_there_puts_nobody_out() -> None:
    """G14: they are what they were when the circle was opened; whoever was added since has no seat."""

    async def play(group: GroupMeetings) -> None:
        await alone_to_lead(group)
        await group.enters(FRIDA)
        circle = (await group.today()).circle
        assert await group.is_refused(await zoe_stands_in(group)) is GroupReason.NO_SEAT
        await mia_stands_in(group)
        await group.enters(MIA)
        today = await group.today()
        assert today.circle == circle
        assert (await group.circle()).seat(today.seats.index(MIA) + 1).role is Role.MEMBER

    meets(play)


def test_whoever_comes_in_the_moment_of_a_change_is_not_put_out() -> None:
    """G5: the circle itself says whether anybody is there, in its turn."""

    async def play(group: GroupMeetings) -> None:
        await only_looked_in(group)
        await group.passes(2)
        entered = await group.keeper.enter(group.id, MIA, MeetingLock())
        assert isinstance(entered, Entrance)
        arriving = group.arrives(MIA, entered, Outbox())
        asking = group.keeper.ask(group.id, CancelMeeting(meeting=7), FRIDA, None)
        _, refused = await asyncio.gather(arriving, asking)
        assert refused == GroupRefused(GroupReason.IN_A_MEETING)
        assert (await group.circle()).seat(4).here

    meets(play)


def test_the_record_of_a_circle_names_nobody_once_the_group_has_it() -> None:
    """G33, G12: whoever leaves the group would still be named there, for as long as records are kept."""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA):
            await group.enters(number)
        circle = CircleId((await group.today()).circle or "")
        await (await group.actor()).end()
        assert {each.name for each in group.store.records[circle].attendance} == {"Frida", "Mia"}
        await group.group()
        assert group.store.records[circle].title == ""
        assert group.store.records[circle].attendance == ()

    meets(play)


def test_a_record_that_could_not_be_made_nameless_is_found_again() -> None:
    """G33: the server died after the group was kept, or the store failed."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        circle = CircleId((await group.today()).circle or "")
        await group.next()
        await group.ends()
        named = group.store.records[circle]
        assert (await group.group()).meetings[0].held
        group.store.records[circle] = named
        await tidy_all(group.keeper.kept)
        assert group.store.records[circle].attendance == ()

    meets(play)


def test_a_meeting_that_ends_while_its_group_is_looked_through_loses_nobodys_minutes() -> None:
    """G25, G33: its record is not made nameless before the group has it, however late the end comes."""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA):
            await group.enters(number)
        await group.next()
        await group.passes(20)
        circle, read = (await group.actor()).claim.circle, group.keeper.kept.read

        async def ends_after(group_id: GroupId) -> Group:
            group.keeper.kept.read = read  # type: ignore[method-assign]
            before = await read(group_id)
            await group.ends()
            return before

        group.keeper.kept.read = ends_after  # type: ignore[method-assign]
        await tidy_all(group.keeper.kept)
        assert {each.name for each in group.store.records[circle].attendance} == {"Frida", "Mia"}
        [meeting, _] = (await group.group()).meetings
        assert (await group.minutes_of(meeting.number))[MIA] >= 20
        assert group.store.records[circle].attendance == ()

    meets(play)


def test_the_record_of_a_meeting_that_never_began_names_nobody_before_its_group_lets_go_of_it() -> None:
    """G33: afterwards nobody knows any more which circle it was."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        circle = CircleId((await group.today()).circle or "")
        await (await group.actor()).end()
        forget, group.store.forget_people = group.store.forget_people, fails  # type: ignore[method-assign]
        with suppress(StoreFailed):
            await group.group()
        group.store.forget_people = forget  # type: ignore[method-assign]
        await tidy_all(group.keeper.kept)
        assert group.store.records[circle].attendance == ()

    async def fails(_circle: CircleId) -> None:
        raise StoreFailed

    meets(play)


def test_a_meeting_is_added_by_hand_where_its_circle_is_lost() -> None:
    """G16, G27: a copy made while it ran is put back at another server; or its record's time was over."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        await group.next()
        copied = GroupMeetings()
        copied.id = group.id
        copied.clock.move(ms=(await group.today()).may_be_entered_until_ms - MINUTE_MS - copied.clock.now_ms())
        await copied.keeper.kept.put_back(group.id, await group.keeper.kept.look(group.id))
        refused = await copied.keeper.ask(group.id, IN_A_ROOM, FRIDA, None)
        assert refused == GroupRefused(GroupReason.IN_A_MEETING)  # it may be entered there as long as this
        await copied.passes(1)
        await copied.asks(FRIDA, IN_A_ROOM)

    meets(play)


def test_no_meeting_is_given_up_for_lost_whose_circle_a_newer_release_keeps() -> None:
    """G25: what a group has is read all the same."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        await group.next()
        circle = (await group.today()).circle
        await group.at("2027-01-14 12:00")

        async def of_a_newer_release(name: CircleId) -> Any:
            raise NotReadable("of a newer release")

        group.store.read = of_a_newer_release  # type: ignore[method-assign]
        elsewhere = Hub(group.store, SingleNode(group.store, NodeId("other")), group.clock, SilentSound, 1)
        kept = GroupKeeper(group.groups, group.store, elsewhere).kept
        assert (await kept.read(group.id)).meetings[0].circle == circle

    meets(play)


@pytest.mark.parametrize("ends", [False, True])
def test_no_meeting_is_given_up_for_lost_that_goes_on_or_has_just_ended(ends: bool) -> None:
    """G25: at another node, for days, or until the very moment in which it is looked at."""

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA):
            await group.enters(number)
        await group.next()
        await group.passes(20)
        actor, circle = await group.actor(), (await group.today()).circle
        await group.at("2027-01-14 12:00")
        read = group.store.read

        async def ends_first(name: CircleId) -> Any:
            if ends:
                await actor.end()
            return await read(name)

        group.store.read = ends_first  # type: ignore[method-assign]
        elsewhere = Hub(group.store, SingleNode(group.store, NodeId("other")), group.clock, SilentSound, 1)
        kept = GroupKeeper(group.groups, group.store, elsewhere).kept
        assert (await kept.read(group.id)).meetings[0].circle == circle
        group.store.read = read  # type: ignore[method-assign]
        if not ends:
            await actor.end()
        assert (await kept.read(group.id)).meetings[0].held

    meets(play)


def test_an_erased_group_leaves_no_name_in_the_records_of_its_circles() -> None:
    """G15, G27, G33"""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        circle = CircleId((await group.today()).circle or "")
        await (await group.actor()).end()
        await group.keeper.kept.erase(group.id)
        assert group.store.records[circle].attendance == ()

    meets(play)


def test_whoever_comes_to_a_meeting_that_overruns_joins_the_others_and_no_other_one() -> None:
    """G14: also once it is time for the next one; until nobody is there, or it has come to lingering."""

    async def leads_to_the_first(group: GroupMeetings) -> bool:
        entered = await group.keeper.enter(group.id, MAX, MeetingLock())
        assert isinstance(entered, Entrance)
        seen = [meeting.number for meeting in (await group.view(MAX)).meetings if meeting.may_enter]
        assert seen == [entered.meeting.number]
        return entered.meeting.number == (await group.group()).meetings[0].number

    async def play(group: GroupMeetings) -> None:
        await group.asks(FRIDA, dates("2027-01-12", "19:45"))
        for number in (FRIDA, MIA):
            await group.enters(number)
        await group.next()
        for utc in ("18:31", "18:46"):
            await group.at(f"2027-01-12 {utc}")
            assert await leads_to_the_first(group)
        actor = await group.actor()
        closing = next(i for i, step in enumerate(actor.circle.plan) if step.phase is Phase.CLOSING)
        assert await actor.ask(1, SkipTo(seen=actor.circle.step, step=closing)) is None
        assert await leads_to_the_first(group)
        assert await group.next() is Phase.LINGERING
        assert not await leads_to_the_first(group)

    async def play_without_an_end(group: GroupMeetings) -> None:
        await group.asks(FRIDA, dates("2027-01-12", "19:45"))
        await group.enters(FRIDA)
        await group.next()
        await group.at("2027-01-12 18:31")
        assert await leads_to_the_first(group)
        await group.loses(FRIDA)
        assert not await leads_to_the_first(group)

    meets(play)
    meets(play_without_an_end)


@pytest.mark.parametrize("days", [1, 20])
def test_a_facilitator_ends_a_meeting_in_which_somebody_has_stayed(days: int) -> None:
    """G14, G16: however long ago its time was. Without its end nobody's attendance would be noted, or confirmed."""

    async def may_enter(group: GroupMeetings, number: int) -> bool:
        return (await group.view(number)).meetings[0].may_enter

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA, MAX):
            await group.enters(number)
        await group.next()
        await group.comes_to_linger()
        for number in (FRIDA, MIA):
            await group.loses(number)
        group.clock.move(hours=24 * days)
        await group.passes(1)
        assert not await may_enter(group, MIA)
        assert await group.is_refused(MIA) is GroupReason.NOT_TODAY
        assert await may_enter(group, FRIDA)
        await group.enters(FRIDA)
        await group.is_ended()
        assert not await may_enter(group, FRIDA)
        assert await group.is_refused(FRIDA) is GroupReason.NOT_TODAY
        await group.asks(FRIDA, ConfirmMeeting(meeting=7))
        assert await group.minutes_of(7) == {FRIDA: 3, MIA: 3, MAX: 3}

    meets(play)


def test_another_key_puts_out_whoever_has_stayed_in_a_meeting_long_over() -> None:
    """G28, D11: by a page of a stolen telephone, say, for which the key is renewed. Then it ends, and is noted."""
    before, now = "a" * 16, "b" * 16

    async def play(group: GroupMeetings) -> None:
        for number in (FRIDA, MIA, MAX):
            await group.enters(number, lock=before)
        await group.next()
        await group.passes(20)
        for number in (FRIDA, MAX):
            await group.loses(number)
        group.clock.move(hours=24)
        await group.passes(1)
        assert (await group.view(FRIDA)).meetings[0].may_enter
        await group.asks(FRIDA, RenewKey(lock=now))
        mia = Guest(MIA, group.pages[MIA])
        assert (await mia.read()).goodbye is EndReason.UNINVITED
        assert not (await group.view(FRIDA)).meetings[0].may_enter
        group.clock.move(hours=13)
        await group.passes(1)
        assert set(await group.minutes_of(7)) == {FRIDA, MIA, MAX}

    meets(play, lock=before)


def test_nobody_comes_back_to_a_meeting_long_over_that_all_have_left() -> None:
    """G14: its circle waits for hours where nobody has ended it, and would note anew who is there."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        await group.next()
        await group.loses(FRIDA)
        await group.at("2027-01-12 21:00")
        assert await group.is_refused(FRIDA) is GroupReason.NOT_TODAY

    meets(play)


def test_whoever_enters_as_the_meetings_time_ends_is_led_into_it() -> None:
    """G14: the time is that at which they ask, however long the store takes to answer."""

    async def play(group: GroupMeetings) -> None:
        await group.asks(FRIDA, dates("2027-01-12", "19:20"))
        await group.enters(FRIDA)
        await group.at("2027-01-12 17:59")
        first, read = await group.today(), group.hub.read

        async def late(circle: CircleId) -> Circle:
            group.clock.move(minutes=1)
            return await read(circle)

        group.hub.read = late  # type: ignore[method-assign]
        entered = await group.keeper.enter(group.id, MIA, MeetingLock())
        assert isinstance(entered, Entrance)
        assert entered.circle == first.circle

    meets(play)


def test_a_meeting_that_ends_without_having_begun_as_somebody_enters_is_opened_again() -> None:
    """G14: it is not said that there is none now."""

    async def play(group: GroupMeetings) -> None:
        await group.enters(FRIDA)
        actor, read = await group.actor(), group.hub.read

        async def ends_first(circle: CircleId) -> Circle:
            group.hub.read = read  # type: ignore[method-assign]
            await actor.end()
            return await read(circle)

        group.hub.read = ends_first  # type: ignore[method-assign]
        entered = await group.keeper.enter(group.id, MIA, MeetingLock())
        assert isinstance(entered, Entrance)
        assert entered.circle != actor.claim.circle

    meets(play)


def test_a_cancelled_date_cannot_be_entered() -> None:
    """G14, G5"""

    async def play(group: GroupMeetings) -> None:
        [meeting, _] = (await group.group()).meetings
        await group.asks(FINN, CancelMeeting(meeting=meeting.number))
        assert await group.is_refused(MIA) is GroupReason.NOT_TODAY

    meets(play)


async def open_one(group: GroupMeetings) -> CircleId:
    """Somebody opens a circle of no group, and enters it never."""
    now_ms = group.hub.clock.now_ms()
    return await group.hub.open(open_circle("Wednesday circle", TEMPLATES[Template.ONE_CASE_60], ROLES, now_ms))


def test_circles_that_nobody_enters_keep_no_group_from_its_meeting() -> None:
    """E4, G14: a group's own circle is none of them, for it is opened at the door, and does not stand for a week."""

    async def play(group: GroupMeetings) -> None:
        unused = [await open_one(group) for _ in range(3)]
        with pytest.raises(FullOfUnused):
            await open_one(group)
        assert isinstance(await group.keeper.enter(group.id, MIA, MeetingLock()), Entrance)
        await group.hub.tell(unused[0], CalledOff())
        await open_one(group)

    meets(play, unused_max=3)


def test_a_group_opens_no_more_circles_than_the_server_may_hold() -> None:
    """E4, G14"""

    async def play(group: GroupMeetings) -> None:
        for _ in range(10):
            await open_one(group)
        with pytest.raises(Full) as full:
            await group.keeper.enter(group.id, MIA, MeetingLock())
        assert full.type is Full

    meets(play, unused_max=10)


@contextmanager
def failing(group: GroupMeetings, *, kept: bool) -> Iterator[None]:
    """The store does not say that it keeps the next change of a group, whether it does or not."""
    write = group.groups.write

    async def fails(*about: Any) -> None:
        group.groups.write = write  # type: ignore[method-assign]
        if kept:
            await write(*about)
        raise StoreFailed("told to fail")

    group.groups.write = fails  # type: ignore[method-assign]
    yield
    assert group.groups.write == write


@pytest.mark.parametrize("away", [False, True])
def test_a_group_whose_opening_is_refused_is_not_kept(away: bool) -> None:
    """G23: nobody has its links, so nobody could ever erase the names in it. Also where the store stays away."""

    async def play(group: GroupMeetings) -> None:
        people, erase = (("Nora", Role.FACILITATOR), ("Max", Role.MEMBER), ("Mia", Role.MEMBER)), group.groups.erase

        async def fails(_: GroupId) -> None:
            raise StoreFailed("told to fail")

        if away:
            group.groups.erase = fails  # type: ignore[method-assign]
        with failing(group, kept=True), pytest.raises(StoreFailed):
            await group.keeper.open("Monday group", "Europe/Berlin", Terms(), people, None)
        assert len(await group.keeper.kept.names()) == 1 + away
        group.groups.erase = erase  # type: ignore[method-assign]
        await tidy_all(group.keeper.kept)
        assert await group.keeper.kept.names() == (group.id,)

    meets(play)


def writing_to(group: GroupMeetings, number: int) -> tuple[GroupKeeper, list[Letter]]:
    """A keeper of this group that writes to this person, and what it has written."""
    mailer = Mailer(SERVER)
    letters = list[Letter]()
    mailer.post = lambda *posted, **_: letters.extend(posted)  # type: ignore[method-assign]
    newest = group.groups.kept[group.id]
    group.groups.kept[group.id] = newest.with_person(replace(newest.one(number), mail="somebody@example.org"))
    return GroupKeeper(group.groups, group.store, group.hub, mailer), letters


@pytest.mark.parametrize("kept", [False, True])
def test_what_is_there_though_the_store_could_not_say_so_is_written_of(kept: bool) -> None:
    """G29, N5: nothing counts as kept by that, but asked again it would be refused, and nobody ever written to."""

    async def play(group: GroupMeetings) -> None:
        [meeting, _] = (await group.group()).meetings
        keeper, letters = writing_to(group, MIA)
        with failing(group, kept=kept), pytest.raises(StoreFailed):
            await keeper.ask(group.id, CancelMeeting(meeting=meeting.number), FRIDA, None)
        assert len(letters) == kept
        if kept:
            assert isinstance(
                await keeper.ask(group.id, CancelMeeting(meeting=meeting.number), FRIDA, None), GroupRefused
            )

    meets(play)


@pytest.mark.parametrize("kept", [False, True])
def test_whoever_opens_a_new_link_is_written_to_also_where_the_store_could_not_say_that_it_took_over(
    kept: bool,
) -> None:
    """G35, G29: the next time it is their link as any other, so nothing is written of it then."""

    async def play(group: GroupMeetings) -> None:
        keeper, letters = writing_to(group, FRIDA)
        renewed = await group.asks(FRIDA, RenewLink(person=FRIDA))
        link = renewed.one(FRIDA).next_link
        with failing(group, kept=kept), pytest.raises(StoreFailed):
            await keeper.use_link(group.id, FRIDA, link)
        assert len(letters) == kept
        await keeper.use_link(group.id, FRIDA, link)
        assert len(letters) == 1

    meets(play)


def test_a_date_that_is_cancelled_as_it_begins_is_written_of() -> None:
    """G29: it was to come when that was asked, however long the store takes to answer."""

    async def play(group: GroupMeetings) -> None:
        [meeting, _] = (await group.group()).meetings
        keeper, letters = writing_to(group, MIA)
        write = group.groups.write
        await group.at("2027-01-12 16:59")

        async def late(*about: Any) -> None:
            await write(*about)
            group.clock.move(minutes=1)

        group.groups.write = late  # type: ignore[method-assign]
        await keeper.ask(group.id, CancelMeeting(meeting=meeting.number), FRIDA, None)
        assert [letter.address for letter in letters] == ["somebody@example.org"]

    meets(play)


def test_two_nodes_that_open_the_same_meeting_open_one_circle() -> None:
    """G14: compare and set lets one stand; the other node ends the circle that nobody has entered."""

    async def play(group: GroupMeetings) -> None:
        placement = SingleNode(group.store, NodeId("there"))
        other = Hub(group.store, placement, group.clock, SilentSound, 10)
        keepers = (group.keeper, GroupKeeper(group.groups, group.store, other))
        people = (FRIDA, MIA)
        entered = await asyncio.gather(
            *(k.enter(group.id, who, MeetingLock()) for k, who in zip(keepers, people, strict=True))
        )
        circles = {each.circle for each in entered if isinstance(each, Entrance)}
        assert len(circles) == 1
        assert set(await group.store.open_circles()) == circles
        assert [record.title for record in group.store.records.values()] == [""]  # the group knows nothing of it (G33)
        await other.stop()

    meets(play)


@pytest.mark.parametrize("kept", [False, True])
def test_a_circle_of_which_its_group_could_not_be_told_is_ended(kept: bool) -> None:
    """G14: nobody finds it again. Where the group was told all the same, it lets go of it."""

    async def play(group: GroupMeetings) -> None:
        with failing(group, kept=kept), pytest.raises(StoreFailed):
            await group.keeper.enter(group.id, MIA, MeetingLock())
        assert await group.store.open_circles() == ()
        await group.enters(MIA)
        assert await group.store.open_circles() == ((await group.today()).circle,)

    meets(play)


def test_whoever_leaves_while_a_circle_is_opened_moves_nobody_to_anothers_seat() -> None:
    """G14: the circle is opened with a seat for each; then the group is another one."""

    async def play(group: GroupMeetings) -> None:
        opens = group.hub.open

        async def leaves_meanwhile(*about: Any, **more: Any) -> CircleId:
            circle = await opens(*about, **more)
            group.hub.open = opens  # type: ignore[method-assign]
            await group.asks(FINN, LeaveGroup())
            return circle

        group.hub.open = leaves_meanwhile  # type: ignore[method-assign]
        entered = await group.keeper.enter(group.id, MIA, MeetingLock())
        assert isinstance(entered, Entrance)
        seats = (await group.circle()).seats
        assert [seat.role for seat in seats].count(Role.FACILITATOR) == 1
        assert seats[entered.seat - 1].role is Role.MEMBER
        assert len(seats) == len((await group.today()).seats) == 5
        assert len(await group.store.open_circles()) == 1

    meets(play)
