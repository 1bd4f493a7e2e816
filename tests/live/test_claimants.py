"""Who waits for a seat that is a person's already: their connection, beside the person's own."""

from typing import Any

from app.circle import commands as c
from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.transient import CLAIM_WAITS_MS
from app.circle.view import Asked, Waiting
from app.live.entries import ENTRIES_AT_ONCE
from app.live.outbox import EndReason, Outbox
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FRIDA, MIA, PIET


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
        for _ in range(ENTRIES_AT_ONCE + 1):
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
