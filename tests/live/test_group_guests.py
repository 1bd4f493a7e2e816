"""Who comes to a group's meeting beside its people, and a circle of two rings for a large group."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.circle.commands_door import Admit, AgreeToObserver
from app.circle.commands_places import SitOutside
from app.circle.commands_speaking import OpenMicrophone
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Refused
from app.circle.seats import Presence
from app.group.commands import GroupCommand
from app.group.commands_coming import AgreeToGuest, InviteGuest, SayComing
from app.group.commands_log import AssignParts, NoteSupervision
from app.group.commands_people import AddPerson
from app.group.leaders_log import LedPart, led_by
from app.group.meeting import Assigned, LeaderPart
from app.group.reasons import GroupReason, GroupRefused
from app.group.today import MeetingLock
from app.live.groups import Entrance, GroupKeeper
from tests.support.group_meetings import GroupMeetings
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, dates

Play = Callable[[GroupMeetings], Awaitable[None]]


def meets(play: Play, **terms: Any) -> None:
    """On Tuesday the 12th at six in Berlin; the play begins a day before."""

    async def run() -> None:
        group = await GroupMeetings("2027-01-11 17:00").open(**terms)
        await group.asks(FRIDA, dates("2027-01-12"))
        try:
            await play(group)
        finally:
            await group.hub.stop()

    asyncio.run(run())


async def announces(group: GroupMeetings, name: str, *agree: int, observes: bool = True) -> int:
    """An observer, or a guest, of the only meeting, to whom Frida and these agree."""
    [meeting] = (await group.group()).meetings
    guest = (await group.asks(FRIDA, InviteGuest(meeting=meeting.number, name=name, observes=observes))).numbers
    for person in agree:
        await group.asks(person, AgreeToGuest(meeting=meeting.number, guest=guest, agrees=True))
    return guest


async def presence(group: GroupMeetings, number: int) -> Presence:
    return (await group.circle()).seat((await group.today()).seats.index(number) + 1).presence


def test_an_observer_to_whom_all_have_agreed_comes_straight_in() -> None:
    """G13, O1: once a facilitator is there. Whoever is not agreed to by all does not come in."""

    async def play(group: GroupMeetings) -> None:
        olga = await announces(group, "Olga", FINN, PIET, MIA, MAX, ADA)
        otto = await announces(group, "Otto", FINN, PIET, MIA, MAX)
        await group.at("2027-01-12 16:50")
        await group.enters(MIA)
        await group.enters(olga)
        assert await presence(group, olga) is Presence.KNOCKING
        await group.enters(FRIDA)
        assert await presence(group, olga) is Presence.HERE
        assert await group.is_refused(otto) is GroupReason.NOT_CONSENTED

    meets(play)


@pytest.mark.parametrize("at_last", [AgreeToGuest(meeting=7, guest=8, agrees=True), SayComing(meeting=7, coming=False)])
def test_a_guest_comes_in_once_the_last_one_agrees_or_cannot_come(at_last: GroupCommand) -> None:
    """G13: also when somebody has entered by then. Nobody takes it back while people are in the meeting."""

    async def play(group: GroupMeetings) -> None:
        gina = await announces(group, "Gina", FINN, PIET, MIA, ADA, observes=False)
        await group.at("2027-01-12 16:40")
        await group.enters(FRIDA)
        assert await group.is_refused(gina) is GroupReason.NOT_CONSENTED
        [seen] = (await group.view(MAX)).meetings[0].guests
        assert seen.may_say
        await group.asks(MAX, at_last)
        await group.enters(gina)
        assert await presence(group, gina) is Presence.HERE
        back = AgreeToGuest(meeting=7, guest=gina, agrees=False)
        assert await group.keeper.ask(group.id, back, MIA, None) == GroupRefused(GroupReason.IN_A_MEETING)

    meets(play)


def test_an_observer_to_whom_the_last_one_agrees_late_knocks() -> None:
    """G13, O1: whoever agreed on the group's page when the circle was open already is asked there once more."""

    async def play(group: GroupMeetings) -> None:
        olga = await announces(group, "Olga", FINN, PIET, MIA, ADA)
        await group.at("2027-01-12 16:40")
        for person in (FRIDA, MAX):
            await group.enters(person)
        await group.asks(MAX, AgreeToGuest(meeting=7, guest=olga, agrees=True))
        await group.enters(olga)
        assert await presence(group, olga) is Presence.KNOCKING

    meets(play)


def test_nobody_comes_after_all_past_a_guest_who_may_be_there() -> None:
    """G13: in an open circle whoever could not come agrees first. A guest who is there comes back, whoever is added."""

    async def play(group: GroupMeetings) -> None:
        gina = await announces(group, "Gina", FINN, PIET, MIA, MAX, observes=False)
        await group.asks(ADA, SayComing(meeting=7, coming=False))
        await group.at("2027-01-12 16:40")
        await group.enters(gina)
        after_all = SayComing(meeting=7, coming=True)
        assert await group.keeper.ask(group.id, after_all, ADA, None) == GroupRefused(GroupReason.AGREE_FIRST)
        await group.asks(ADA, AgreeToGuest(meeting=7, guest=gina, agrees=True))
        await group.asks(ADA, after_all)
        await group.asks(FRIDA, AddPerson(name="Zoe"))
        await group.loses(gina)
        await group.enters(gina)
        assert await presence(group, gina) is Presence.HERE

    meets(play)


def test_whoever_comes_after_all_meets_no_observer_unasked() -> None:
    """G13: agreeing on the group's page lets them in, to the observer who is there already."""

    async def play(group: GroupMeetings) -> None:
        olga = await announces(group, "Olga", FINN, PIET, MIA, MAX)
        meeting = (await group.group()).meetings[0].number
        await group.asks(ADA, SayComing(meeting=meeting, coming=False))
        await group.at("2027-01-12 16:50")
        for person in (FRIDA, MIA, olga):
            await group.enters(person)
        assert await presence(group, olga) is Presence.HERE
        assert await group.is_refused(ADA) is GroupReason.AGREE_FIRST
        await group.asks(ADA, AgreeToGuest(meeting=meeting, guest=olga, agrees=True))
        await group.enters(ADA)
        assert await presence(group, ADA) is Presence.HERE

    meets(play)


def test_a_guest_stays_out_as_long_as_one_who_has_come_after_all_has_not_agreed() -> None:
    """G13: whoever had said that they cannot come, and has entered before the others had all agreed, comes."""

    async def play(group: GroupMeetings) -> None:
        gina = await announces(group, "Gina", FINN, PIET, MIA, observes=False)
        await group.asks(ADA, SayComing(meeting=7, coming=False))
        await group.at("2027-01-12 16:40")
        await group.enters(ADA)
        await group.asks(MAX, AgreeToGuest(meeting=7, guest=gina, agrees=True))
        assert (await group.view(ADA)).meetings[0].coming
        assert await group.is_refused(gina) is GroupReason.NOT_CONSENTED
        await group.asks(ADA, AgreeToGuest(meeting=7, guest=gina, agrees=True))
        await group.enters(gina)
        assert await presence(group, gina) is Presence.HERE

    meets(play)


def test_a_guest_who_comes_in_at_the_very_same_time_is_asked_about_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """G13: at another server, between the moment that it is looked whether one may enter and that it is kept."""

    async def play(group: GroupMeetings) -> None:
        gina = await announces(group, "Gina", FINN, PIET, MIA, observes=False)
        await group.asks(ADA, SayComing(meeting=7, coming=False))
        await group.at("2027-01-12 16:40")
        await group.enters(FRIDA)
        other, write = GroupKeeper(group.groups, group.store, group.hub), group.groups.write

        async def written_too_late(*kept: Any) -> None:
            monkeypatch.undo()
            await group.asks(MAX, AgreeToGuest(meeting=7, guest=gina, agrees=True))
            assert isinstance(await other.enter(group.id, gina, MeetingLock()), Entrance)
            await write(*kept)

        monkeypatch.setattr(group.groups, "write", written_too_late)
        assert await group.is_refused(ADA) is GroupReason.AGREE_FIRST

    meets(play)


def test_nobody_who_has_entered_says_that_they_cannot_come() -> None:
    """G8, G13: a guest would come in beside them. Once the circle has ended without having begun, they may again."""

    async def play(group: GroupMeetings) -> None:
        gina = await announces(group, "Gina", FINN, PIET, MIA, ADA, observes=False)
        await group.at("2027-01-12 16:40")
        await group.enters(MAX)
        await group.enters(FRIDA)
        absent = SayComing(meeting=7, coming=False)
        assert await group.keeper.ask(group.id, absent, MAX, None) == GroupRefused(GroupReason.IN_A_MEETING)
        assert await group.is_refused(gina) is GroupReason.NOT_CONSENTED
        for person in (FRIDA, MAX):
            await group.loses(person)
        await group.passes(2)
        await group.asks(FRIDA, InviteGuest(meeting=7, name="Otto"))
        await group.asks(MAX, absent)

    meets(play)


def test_whoever_has_only_looked_in_may_still_say_that_they_cannot_come() -> None:
    """G8: where no guest is kept out for them. Whoever comes all the same comes after all."""

    async def play(group: GroupMeetings) -> None:
        await group.at("2027-01-12 16:40")
        await group.enters(MAX)
        await group.loses(MAX)
        assert (await group.asks(MAX, SayComing(meeting=7, coming=False))).meetings[0].absent == (MAX,)
        await group.enters(MAX)
        assert (await group.group()).meetings[0].absent == ()

    meets(play)


def test_a_leader_who_could_not_come_agrees_and_ends_what_was_left_open() -> None:
    """G13, G14: days later too, where somebody's page is still in the circle."""

    async def play(group: GroupMeetings) -> None:
        gina = await announces(group, "Gina", PIET, MIA, MAX, ADA, observes=False)
        await group.asks(FINN, SayComing(meeting=7, coming=False))
        await group.at("2027-01-12 16:40")
        await group.enters(FRIDA)
        await group.next()
        await group.at("2027-01-14 10:00")
        assert await group.is_refused(FINN) is GroupReason.AGREE_FIRST
        [seen] = (await group.view(FINN)).meetings[0].guests
        assert seen.first
        assert seen.may_say
        await group.asks(FINN, AgreeToGuest(meeting=7, guest=gina, agrees=True))
        await group.enters(FINN)
        assert await presence(group, FINN) is Presence.HERE

    meets(play)


def test_a_leader_who_observes_is_asked_about_in_the_circle_and_has_it_in_their_log() -> None:
    """G18, O1, H2: from the part to the row of the log, with the supervision noted."""

    async def play(group: GroupMeetings) -> None:
        [meeting] = (await group.group()).meetings
        observe = (Assigned(person=FINN, part=LeaderPart.OBSERVE),)
        await group.asks(FRIDA, AssignParts(meeting=meeting.number, parts=observe))
        await group.at("2027-01-12 16:50")
        for person in (FRIDA, PIET, MIA, FINN):
            await group.enters(person)
        assert await presence(group, FINN) is Presence.KNOCKING
        actor, seats = await group.actor(), (await group.today()).seats
        finn = seats.index(FINN) + 1
        for person in (PIET, MIA):
            assert await actor.ask(seats.index(person) + 1, AgreeToObserver(seat=finn)) is None
        assert await actor.ask(seats.index(FRIDA) + 1, Admit(seat=finn)) is None
        assert await presence(group, FINN) is Presence.HERE
        assert isinstance(await actor.ask(finn, OpenMicrophone()), Refused)
        await group.next()
        await group.tells_a_case(PIET)
        await group.ends()
        after = await group.asks(FINN, NoteSupervision(meeting=meeting.number, words="Dr Berg"))
        [led] = led_by(after, FINN)
        assert (led.parts, led.supervision, led.co_leaders) == (
            (LedPart(part=LeaderPart.OBSERVE),),
            "Dr Berg",
            ("Frida",),
        )
        [alone] = led_by(after, FRIDA)
        assert alone.parts == (LedPart(part=LeaderPart.LEAD),)

    meets(play)


def test_a_group_with_a_fishbowl_meets_in_two_circles() -> None:
    """G14, H9: its meeting has the template's plan, and whoever sits outside in a case only listens."""

    async def play(group: GroupMeetings) -> None:
        await group.at("2027-01-12 16:50")
        for person in (FRIDA, FINN, PIET, MIA, MAX, ADA):
            await group.enters(person)
        actor, seats = await group.actor(), (await group.today()).seats
        frida, mia = seats.index(FRIDA) + 1, seats.index(MIA) + 1
        assert actor.circle.plan == TEMPLATES[Template.FISHBOWL_90]
        assert await actor.ask(frida, SitOutside(seat=mia)) is None
        await group.tells_a_case(PIET)
        assert [seats[seat - 1] for seat in range(1, 7) if actor.circle.sits_outside(seat)] == [MIA]

    meets(play, template=Template.FISHBOWL_90)
