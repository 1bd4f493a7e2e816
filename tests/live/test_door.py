"""The door alive: lines that come with being seated and go with being sent out."""

from app.circle import commands as c
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.view import Waiting
from app.live.outbox import EndReason
from tests.support.evening import Evening, evening
from tests.support.scene import FRIDA, MAX, MIA, PIET


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
