"""Who waits for a seat that is a person's already: their connection, beside the person's own."""

from typing import Any

import pytest

from app.circle import commands as c
from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.transient import CLAIM_WAITS_MS
from app.circle.view import Asked, View, Waiting
from app.live.outbox import EndReason, Outbox
from app.live.participants import UNNOTED_MS
from app.live.seat_bounds import ENTRY_PACE
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FRIDA, MAX, MIA, PIET


async def waits(guest: Guest) -> Waiting:
    """What they are shown at the door, and that they have nothing else."""
    last = (await guest.read()).shown[-1]
    assert isinstance(last, Waiting)
    assert not guest.seated
    return last


def test_who_waits_has_no_line_and_the_person_keeps_theirs() -> None:
    """S2, D7, H7"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        mallory = await e.enters(MIA, "Mallory")
        assert (await waits(mallory)).asks is Asked.YOURSELF
        assert (await guests[MIA].read()).view.you.other_device == "Mallory"
        assert MIA in e.sound.heard
        assert not guests[MIA].line.closed
        e.clock.move(ms=CLAIM_WAITS_MS)
        assert (await waits(mallory)).asks is Asked.LEADERS
        leading = (await guests[FRIDA].read()).view.leading
        assert leading
        assert [door.name for door in leading.at_door if door.knocks] == ["Mallory"]
        actor = await e.actor()
        assert await actor.ask(MIA, c.OpenMicrophone(), mallory.outbox) == Refused(Reason.NOT_HERE)

    evening(play)


def test_who_is_let_in_as_somebody_else_asks_has_the_seat() -> None:
    """S2, D7: Mia's page has just gone. Her telephone has waited: it is hers, and asked about who comes next."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        guests[MIA].line.stands(False)
        phone = await e.enters(MIA)
        actor = await e.actor()
        await actor.lose(MIA, guests[MIA].outbox)
        mallory = await e.enters(MIA, "Mallory")
        assert not (await phone.read()).line.closed
        assert (phone.goodbye, phone.view.you.other_device) == (None, "Mallory")
        assert (await waits(mallory)).asks is Asked.YOURSELF

    evening(play)


def test_the_versions_of_one_connection_go_on_as_who_waited_is_let_in() -> None:
    """W2, D7: by them its page knows the newest."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        phone = await e.enters(MIA)
        e.clock.move(ms=CLAIM_WAITS_MS)
        await waits(phone)
        assert await e.asks(FRIDA, c.Admit(seat=MIA)) is None
        await e.asks(FRIDA, c.OpenMicrophone())
        assert isinstance((await phone.read()).shown[-1], View)
        assert [view.version for view in phone.shown] == [*range(1, 1 + len(phone.shown))]
        assert (await guests[MIA].read()).goodbye is EndReason.REPLACED

    evening(play)


def test_who_is_let_in_gets_the_line_after_the_silence_is_in_force() -> None:
    """D7, H7: the older connection ends, and what was heard of it before."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        phone = await e.enters(MIA)
        assert await e.asks(MIA, c.AllowOtherDevice()) is None
        assert (await guests[MIA].read()).goodbye is EndReason.REPLACED
        assert guests[MIA].line.closed
        assert MIA not in e.sound.heard
        assert not (await phone.read()).line.closed
        assert phone.view.you.number == MIA
        actor = await e.actor()
        assert await actor.ask(MIA, c.OpenMicrophone(), guests[MIA].outbox) == Refused(Reason.NOT_HERE)

    evening(play)


def test_one_answer_lets_in_nobody_at_another_seat() -> None:
    """S2, D7"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        phone, trudy = await e.enters(MIA), await e.enters(MAX, "Trudy")
        assert await e.asks(MIA, c.AllowOtherDevice()) is None
        assert (await phone.read()).view.you.number == MIA
        assert (await waits(trudy)).asks is Asked.YOURSELF
        assert (await guests[MAX].read()).goodbye is None
        assert guests[MAX].view.you.other_device == "Trudy"

    evening(play)


async def moved(e: Evening, way: str) -> tuple[Guest, Guest]:
    """Mia's page, and the one that has taken her seat from it, though nothing has told the first one so."""
    mia = (await e.everybody_until(Phase.GATHERING))[MIA]
    match way:
        case "consent":
            other = await e.enters(MIA)
            assert await e.asks(MIA, c.AllowOtherDevice()) is None
        case "another person":
            other = await e.enters(MIA, "Maxine")
            e.clock.move(ms=CLAIM_WAITS_MS)
            assert await e.asks(FRIDA, c.Admit(seat=MIA)) is None
        case _:
            other = await e.comes_back(MIA)
    return mia, await other.read()


@pytest.mark.parametrize("way", ["consent", "another person", "a second window"])
@pytest.mark.parametrize("lost_first", [False, True])
def test_a_page_that_has_given_its_seat_takes_it_back_from_nobody_by_itself(way: str, lost_first: bool) -> None:
    """S3, D7: it gave its line up before the goodbye came, and tries again and again."""

    async def play(e: Evening) -> None:
        mia, other = await moved(e, way)
        if lost_first:
            await (await e.actor()).lose(MIA, mia.outbox)
        for _ in range(3):
            back = await e.comes_back(MIA, mia.seated[0].name)
            assert (await back.read()).goodbye is EndReason.REPLACED
            assert not back.seated
            await (await e.actor()).lose(MIA, back.outbox, returns=False)
            await e.passes(1000)
        assert (await other.read()).goodbye is None
        assert not other.line.closed

    evening(play)


@pytest.mark.parametrize(
    ("seat_ends", "told"),
    [
        (c.Leave(), EndReason.LEFT),
        (c.EndInvitation(seat=MIA), EndReason.UNINVITED),
    ],
)
def test_a_page_that_has_given_its_seat_is_told_what_became_of_it(seat_ends: c.Command, told: EndReason) -> None:
    """S3: it is not said that another window has a seat that nobody has."""

    async def play(e: Evening) -> None:
        mia, _ = await moved(e, "consent")
        assert await e.asks(MIA if isinstance(seat_ends, c.Leave) else FRIDA, seat_ends) is None
        assert (await (await e.comes_back(MIA, mia.seated[0].name)).read()).goodbye is told

    evening(play)


def test_of_three_devices_none_takes_the_seat_back_by_itself() -> None:
    """S3, D7: the first one was asleep while the seat went from the second to the third."""

    async def play(e: Evening) -> None:
        mia, phone = await moved(e, "consent")
        tablet = await (await e.comes_back(MIA)).read()
        for asleep in (mia, phone):
            back = await e.comes_back(MIA, asleep.seated[0].name)
            assert (await back.read()).goodbye is EndReason.REPLACED
        assert (await tablet.read()).goodbye is None

    evening(play)


def test_each_line_that_a_page_was_given_is_known_as_its_own() -> None:
    """S3, S10: the offer of its newest one has never come, and meanwhile she has gone on by telephone."""

    async def play(e: Evening) -> None:
        mia = (await e.everybody_until(Phase.GATHERING))[MIA]
        given = mia.seated[0].name
        (await e.actor()).renew(MIA, given)
        await e.passes(0)
        await e.is_lost(await mia.read())
        phone = await e.enters(MIA)
        assert (await (await e.comes_back(MIA, given)).read()).goodbye is EndReason.REPLACED
        assert (await phone.read()).goodbye is None

    evening(play)


async def started_again(e: Evening) -> Evening:
    """The server has died, and another one has taken the circle up, which knows of it what is kept."""
    await e.hub.stop_circles()
    again = Evening(e.store)
    again.name = e.name
    await again.hub.take_up()
    await again.passes(0)
    return again


@pytest.mark.parametrize("way", ["the link", "consent"])
@pytest.mark.parametrize("first", ["the telephone", "the laptop"])
def test_a_page_that_was_asleep_takes_no_seat_after_a_restart(way: str, first: str) -> None:
    """S3, S4, H3: her laptop lies in another room, and her switch is open: nobody has touched it there."""

    async def play(e: Evening) -> None:
        laptop = (await e.everybody_until(Phase.GATHERING))[MIA]
        await e.passes(UNNOTED_MS)
        if way == "the link":
            await e.is_lost(laptop)
            phone = await e.enters(MIA)
        else:
            phone = await e.enters(MIA)
            assert await e.asks(MIA, c.AllowOtherDevice()) is None
        await phone.read()
        assert await e.asks(MIA, c.OpenMicrophone()) is None
        again = await started_again(e)
        back = await again.comes_back(MIA, phone.seated[0].name) if first == "the telephone" else None
        woken = await again.comes_back(MIA, laptop.seated[0].name)
        assert (woken.goodbye, woken.seated) == (EndReason.REPLACED, [])
        back = await (back or await again.comes_back(MIA, phone.seated[0].name)).read()
        assert (back.goodbye, back.view.you.microphone_open) == (None, True)
        assert again.sound.heard == {MIA}
        await again.hub.stop()

    evening(play)


def test_of_two_pages_the_newer_has_the_seat_after_a_restart_whichever_is_first() -> None:
    """S3, S4: she has taken it back by hand, which is kept nowhere, and her telephone has missed the goodbye."""

    async def play(e: Evening) -> None:
        mia, phone = await moved(e, "consent")
        laptop = await e.comes_back(MIA)
        again = await started_again(e)
        woken = await again.comes_back(MIA, phone.seated[0].name)
        newer = await again.comes_back(MIA, laptop.seated[0].name)
        assert ((await woken.read()).goodbye, newer.goodbye) == (EndReason.REPLACED, None)
        assert (await again.comes_back(MIA, mia.seated[0].name)).goodbye is EndReason.REPLACED
        assert newer.seated
        await again.hub.stop()

    evening(play)


@pytest.mark.parametrize("way", ["by itself", "loaded anew"])
def test_the_page_that_has_the_seat_comes_back_to_it_after_a_restart(way: str) -> None:
    """S3, S4: with its switch as it was, also where its sound was renewed, and by a second socket too."""

    async def play(e: Evening) -> None:
        mia = (await e.everybody_until(Phase.GATHERING))[MIA]
        mia.line.fail()
        await e.passes(0)
        line = (await mia.read()).seated[-1].name if way == "by itself" else None
        again = await started_again(e)
        back = await again.comes_back(MIA, line)
        beside = await again.comes_back(MIA, line or back.seated[0].name)
        assert (beside.goodbye, beside.view.you.microphone_open) == (None, True)
        await again.hub.stop()

    evening(play)


def test_a_line_that_does_not_say_since_when_its_page_is_here_is_let_in() -> None:
    """S3: as those of earlier releases, and what nobody was given."""

    async def play(e: Evening) -> None:
        await moved(e, "consent")
        for line in ("q3J0dWVzZGF5Iiw0", "", ".", "9" * 64, "\u00b3.", "\u0664.q3J0"):
            assert (await e.comes_back(MIA, line)).seated
            await e.passes(2000)

    evening(play)


def test_a_person_takes_their_seat_back_by_hand() -> None:
    """S3, W14: and then it is the other page that does not come back by itself."""

    async def play(e: Evening) -> None:
        _, phone = await moved(e, "consent")
        again = await e.comes_back(MIA)
        assert (await phone.read()).goodbye is EndReason.REPLACED
        assert (await (await e.comes_back(MIA, phone.seated[0].name)).read()).goodbye is EndReason.REPLACED
        assert (await (await e.comes_back(MIA, again.seated[0].name)).read()).seated

    evening(play)


def test_who_goes_from_the_door_is_asked_about_no_more() -> None:
    """D7"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        mallory = await e.enters(MIA, "Mallory")
        await (await e.actor()).lose(MIA, mallory.outbox)
        assert (await guests[MIA].read()).view.you.other_device is None
        assert (await e.actor()).circle.seat(MIA).presence is Presence.HERE
        assert (await waits(await e.enters(MIA))).asks is Asked.YOURSELF

    evening(play)


def test_what_cannot_be_kept_lets_nobody_in() -> None:
    """W5, D7: they wait on, and the next yes works."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        phone = await e.enters(MIA)
        e.store.fails = True
        assert await e.asks(MIA, c.AllowOtherDevice()) == Refused(Reason.NOT_KEPT)
        await waits(phone)
        assert (await guests[MIA].read()).goodbye is None
        e.store.fails = False
        assert await e.asks(MIA, c.AllowOtherDevice()) is None
        assert (await phone.read()).view.you.number == MIA

    evening(play)


def test_the_circles_end_and_a_stop_are_told_to_who_waits() -> None:
    """E1, D7"""

    async def play(e: Evening) -> None:
        await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        mallory = await e.enters(MIA, "Mallory")
        assert (await e.actor()).people == 7
        await e.asks(FRIDA, c.EndCircle(seen=(await e.actor()).circle.step))
        assert (await mallory.read()).goodbye is EndReason.ENDED

    evening(play)


def test_a_seat_is_entered_at_a_persons_pace() -> None:
    """W3: each seat for itself, the link and the page's own token too."""

    async def play(e: Evening) -> None:
        actor, outboxes = await e.actor(), list[Outbox[Any]]()
        for _ in range(ENTRY_PACE.at_once + 1):
            outboxes.append(Outbox())
            assert await actor.arrive(PIET, "Piet", outboxes[-1]) is None
        assert (await Guest(PIET, outboxes[-1]).read()).goodbye is EndReason.BUSY
        assert (await e.comes_back(PIET)).view.you.number == PIET
        assert (await e.enters(MIA)).view.you.number == MIA
        e.clock.move(ms=2000)
        later: Outbox[Any] = Outbox()
        assert await actor.arrive(PIET, "Piet", later) is None
        assert (await Guest(PIET, later).read()).goodbye is None

    evening(play)
