"""The door alive: lines that come with being seated and go with being sent out."""

import asyncio

import pytest

from app.circle import commands as c
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.timing import LOST_LONG_MS
from app.circle.view import Waiting
from app.live.actor import AGAIN_MS
from app.live.outbox import EndReason
from tests.support.evening import Evening, evening
from tests.support.scene import FINN, FRIDA, MAX, MIA, PIET


def test_who_knocks_has_no_line_until_admitted() -> None:
    """D1: no sound, no roster; the line comes before the first view."""

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        mia = await e.enters(MIA)
        assert mia.seated == []
        assert [type(view) for view in mia.shown] == [Waiting]
        assert await e.asks(FRIDA, c.Admit(seat=MIA)) is None
        await mia.read()
        assert not mia.line.closed
        assert mia.view.you.number == MIA

    evening(play, knocking=True)


def test_who_is_sent_to_the_door_loses_the_line_and_gets_a_new_one() -> None:
    """D4, H3"""

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        mia = await e.enters(MIA)
        await e.asks(MIA, c.OpenMicrophone())
        assert MIA in e.sound.heard
        await e.asks(FRIDA, c.SendToDoor(seat=MIA))
        assert MIA not in e.sound.heard
        assert (await mia.read()).line.closed
        assert isinstance(mia.shown[-1], Waiting)
        await e.asks(FRIDA, c.Admit(seat=MIA))
        assert not (await mia.read()).line.closed
        assert len(mia.seated) == 2

    evening(play)


def test_an_ended_invitation_says_goodbye_and_stays_ended() -> None:
    """D5"""

    async def play(e: Evening) -> None:
        await e.enters(FRIDA)
        mia = await e.enters(MIA)
        await e.asks(FRIDA, c.EndInvitation(seat=MIA))
        assert (await mia.read()).goodbye is EndReason.UNINVITED
        assert Waiting not in map(type, mia.shown)  # no facilitator will let her in
        assert mia.line.closed
        assert await (await e.actor()).arrive(MIA, "Mia", mia.outbox) == Refused(Reason.UNINVITED)

    evening(play)


def test_whose_line_breaks_at_the_door_is_gone_from_it() -> None:
    """D1"""

    async def play(e: Evening) -> None:
        frida, mia = await e.enters(FRIDA), await e.enters(MIA)
        await (await e.actor()).lose(MIA, mia.outbox)
        leading = (await frida.read()).view.leading
        assert leading and not any(door.knocks for door in leading.at_door)
        assert (await e.actor()).circle.seat(MIA).presence is Presence.VACANT

    evening(play, knocking=True)


def test_who_is_shown_nothing_new_is_sent_nothing() -> None:
    """L1, W2: what is the leaders' own moves nothing on another's wire."""

    async def play(e: Evening) -> None:
        frida, max_ = await e.enters(FRIDA), await e.enters(MAX)
        await max_.read()
        before = len(max_.shown)
        await e.enters(PIET)
        await max_.read()
        assert len(max_.shown) == before + 1
        await e.asks(FRIDA, c.HandClock(seat=FRIDA))
        await e.asks(FRIDA, c.SwitchHint(on=False))
        await e.asks(FRIDA, c.CloseDoor())
        assert len((await max_.read()).shown) == before + 1
        leading = (await frida.read()).view.leading
        assert leading and leading.door_closed

    evening(play)


def test_a_voice_that_was_noted_takes_the_wish_away() -> None:
    """C6, L6"""

    async def play(e: Evening) -> None:
        frida = await e.enters(FRIDA)
        await e.enters(MIA)
        await e.asks(MIA, c.WishToSpeak())
        assert e.sound.on_voice
        e.sound.on_voice(MIA)
        await e.asks(MIA, c.OpenMicrophone())
        assert not any(seat.wishes for seat in (await frida.read()).view.seats)

    evening(play)


def test_signals_fade_on_the_hand_moved_clock() -> None:
    """L2: nobody has to do anything for it."""

    async def play(e: Evening) -> None:
        frida = await e.enters(FRIDA)
        await e.asks(FRIDA, c.ShowCard())
        assert (await frida.read()).view.card
        e.clock.move(s=31)
        assert not (await frida.read()).view.card

    evening(play)


@pytest.mark.parametrize("hinders", ["store", "voice"])
def test_a_facilitator_at_a_closed_door_comes_in_also_where_something_came_before_the_alarm(hinders: str) -> None:
    """D8, N16: the store kept nothing at that moment, or a late loop showed the circle to all for another reason."""

    async def play(e: Evening) -> None:
        frida = await e.enters(FRIDA)
        await e.enters(MIA)
        await e.asks(MIA, c.OpenMicrophone())
        await e.asks(FRIDA, c.CloseDoor())
        await e.enters(FINN)
        await e.is_lost(frida)
        actor = await e.actor()
        due_ms = (actor.circle.seat(FRIDA).gone_ms or 0) + LOST_LONG_MS
        await e.passes(due_ms - 1 - e.clock.now_ms())
        if hinders == "store":
            e.store.fails = True
            await e.passes(1)
            e.store.fails = False
        else:
            e.clock.pass_unnoticed(1)
            assert e.sound.on_voice
            e.sound.on_voice(MIA)
            for _ in range(20):
                await asyncio.sleep(0)
            assert MIA in actor.circle.transient.heard
        assert actor.circle.seat(FINN).presence is Presence.KNOCKING
        await e.passes(AGAIN_MS)
        await e.passes(0)
        assert actor.circle.seat(FINN).presence is Presence.HERE

    evening(play)
