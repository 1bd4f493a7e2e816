"""A connection and its sound are lost and renewed each by itself (S10)."""

import asyncio
from typing import Any

import pytest

from app.circle import commands as c
from app.circle.hearing import Voice
from app.circle.phases import Phase
from app.circle.seats import Presence
from app.circle.sounding import NO_SOUND_AFTER_MS, Sounding
from app.circle.view import Waiting
from app.live.outbox import EndReason, Outbox
from app.live.participants import SOUNDS_ON_MS, UNNOTED_MS
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FRIDA, MIA, PIET


async def with_sound(e: Evening, *seats: int) -> dict[int, Guest]:
    """They come, open their microphones, and their sound stands."""
    guests = {seat: await e.enters(seat) for seat in seats}
    for seat, guest in guests.items():
        await e.asks(seat, c.OpenMicrophone())
        guest.line.stands()
        await e.passes(0)
    return guests


async def drops(e: Evening, guest: Guest) -> None:
    """The connection has gone, and its page comes back by itself."""
    await (await e.actor()).lose(guest.seat, guest.outbox)


async def seen(guest: Guest, seat: int) -> tuple[Presence, Sounding | None, Voice]:
    """How this seat is shown to that person now."""
    shown = next(s for s in (await guest.read()).view.seats if s.number == seat)
    return shown.presence, shown.sound, shown.voice


HEARD = (Presence.HERE, Sounding.CONNECTED, Voice.HEARD)
CONNECTING = (Presence.HERE, Sounding.CONNECTING, Voice.UNCONNECTED)
COMING_BACK = (Presence.COMING_BACK, None, Voice.AWAY)


def test_sound_that_finds_its_way_is_shown_and_so_is_sound_that_loses_it() -> None:
    """S9"""

    async def play(e: Evening) -> None:
        frida, mia = await e.enters(FRIDA), await e.enters(MIA)
        await e.asks(MIA, c.OpenMicrophone())
        assert await seen(frida, MIA) == CONNECTING
        await e.passes(NO_SOUND_AFTER_MS)
        assert await seen(frida, MIA) == (Presence.HERE, Sounding.NO_SOUND, Voice.UNCONNECTED)
        assert (await frida.read()).view.leading.without_sound == (FRIDA, MIA)  # type: ignore[union-attr]
        mia.line.stands()
        await e.passes(0)
        assert await seen(frida, MIA) == HEARD
        mia.line.stands(False)
        await e.passes(0)
        assert await seen(frida, MIA) == CONNECTING

    evening(play)


@pytest.mark.parametrize("away_ms", [0, UNNOTED_MS, SOUNDS_ON_MS - 1])
def test_a_connection_that_comes_back_finds_its_line_as_it_was(away_ms: int) -> None:
    """S10: no offer, no moment of silence, and nobody is shown anything of it."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        mia, frida = guests[MIA], await guests[FRIDA].read()
        events, views = len(e.store.logs[e.name]), len(frida.shown)
        e.sound.history.clear()
        await drops(e, mia)
        await e.passes(away_ms)
        assert not mia.line.closed
        back = await e.comes_back(MIA, mia.seated[0].name)
        assert [(s.kept, s.line is mia.line, s.name) for s in back.seated] == [(True, True, mia.seated[0].name)]
        await e.passes(SOUNDS_ON_MS)
        assert not mia.line.closed
        assert back.view.you.voice is Voice.HEARD
        assert all(MIA in heard for heard in e.sound.history)
        assert (len(e.store.logs[e.name]), len((await frida.read()).shown)) == (events, views)

    evening(play)


def test_a_newer_connection_keeps_the_line_before_the_older_has_ended() -> None:
    """S2, S10: the older one stalls, and its end later means nothing."""

    async def play(e: Evening) -> None:
        older = (await with_sound(e, MIA))[MIA]
        newer = await e.comes_back(MIA, older.seated[0].name)
        assert (await older.read()).goodbye is EndReason.REPLACED
        await drops(e, older)
        await e.passes(SOUNDS_ON_MS)
        assert newer.seated[0].kept
        assert not older.line.closed
        assert (await e.actor()).circle.seat(MIA).here

    evening(play)


@pytest.mark.parametrize("way", ["no line", "another's", "by invitation", "the line has ended", "sound has lapsed"])
def test_whoever_has_not_this_line_is_given_another(way: str) -> None:
    """S2, S10: the older one is closed."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, MIA, PIET)
        mia = guests[MIA]
        await drops(e, mia)
        match way:
            case "the line has ended":
                mia.line.fail()
            case "sound has lapsed" | "by invitation":
                mia.line.stands(False)
        if way == "by invitation":
            back = await e.enters(MIA)
        else:
            names = {"no line": None, "another's": guests[PIET].seated[0].name}
            back = await e.comes_back(MIA, names.get(way, mia.seated[0].name))
        assert [s.kept for s in back.seated] == [False]
        assert back.line is not mia.line
        assert mia.line.closed
        assert back.view.you.sound is Sounding.CONNECTING

    evening(play)


def test_whoever_is_not_back_in_time_is_lost() -> None:
    """S3, S10: after three seconds without sound, as a page that was closed; nobody is told before."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        frida, mia = guests[FRIDA], guests[MIA]
        await drops(e, mia)
        mia.line.fail()
        await e.passes(UNNOTED_MS - 1)
        assert (await seen(frida, MIA))[0] is Presence.HERE
        await e.passes(1)
        assert await seen(frida, MIA) == COMING_BACK
        assert MIA not in e.sound.heard

    evening(play)


def test_a_page_loaded_anew_is_not_seen_to_go() -> None:
    """S10: its sound ends with the page and comes with the next, and the person is here all the time."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        frida, mia = guests[FRIDA], guests[MIA]
        mia.line.fail()
        await drops(e, mia)
        assert await seen(frida, MIA) == CONNECTING
        assert (await e.actor()).people == 2
        await e.passes(1000)
        back = await e.comes_back(MIA)
        back.line.stands()
        await e.passes(SOUNDS_ON_MS)
        assert await seen(frida, MIA) == HEARD
        assert {s.presence for view in frida.shown for s in view.seats} == {Presence.HERE}  # type: ignore[union-attr]

    evening(play)


def test_nobody_is_heard_for_long_who_cannot_be_reached() -> None:
    """S10: sound that stands goes on for twenty seconds."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await drops(e, guests[MIA])
        await e.passes(SOUNDS_ON_MS - 1)
        assert await seen(guests[FRIDA], MIA) == HEARD
        await e.passes(1)
        assert await seen(guests[FRIDA], MIA) == COMING_BACK
        assert guests[MIA].line.closed

    evening(play)


def test_sound_that_ends_while_the_connection_is_away_ends_the_wait() -> None:
    """S10"""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await drops(e, guests[MIA])
        await e.passes(UNNOTED_MS + 2000)
        guests[MIA].line.fail()
        await e.passes(0)
        await e.passes(0)
        assert await seen(guests[FRIDA], MIA) == COMING_BACK

    evening(play)


@pytest.mark.parametrize("way", ["the door", "the invitation"])
def test_sound_that_goes_on_by_itself_obeys_at_once(way: str) -> None:
    """H7, D4, D5, S10: whatever happens to a seat happens to its line, also while nobody is connected."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await drops(e, guests[MIA])
        await e.asks(FRIDA, c.SendToDoor(seat=MIA) if way == "the door" else c.EndInvitation(seat=MIA))
        assert guests[MIA].line.closed
        assert MIA not in e.sound.heard
        await e.passes(SOUNDS_ON_MS)
        assert (await e.actor()).circle.seat(MIA).presence is not Presence.COMING_BACK

    evening(play)


def test_the_presenter_on_a_kept_line_is_silent_from_sitting_back() -> None:
    """H6, S10"""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.CLARIFYING_QUESTIONS)
        guests[PIET].line.stands()
        await e.passes(0)
        await drops(e, guests[PIET])
        assert PIET in e.sound.heard
        await e.next()
        assert PIET not in e.sound.heard
        back = await e.comes_back(PIET, guests[PIET].seated[0].name)
        assert back.seated[0].kept
        assert back.view.you.held_silent
        assert PIET not in e.sound.heard

    evening(play)


def test_a_line_that_ends_is_replaced_on_the_same_connection() -> None:
    """S9, S10: only what is gone is renewed."""

    async def play(e: Evening) -> None:
        mia = (await with_sound(e, MIA))[MIA]
        first = mia.line
        first.fail()
        await e.passes(0)
        await mia.read()
        assert (len(mia.seated), mia.goodbye) == (2, None)
        assert mia.line is not first
        assert mia.view.you.sound is Sounding.CONNECTING

    evening(play)


def test_a_page_that_has_lost_its_sound_is_given_another_line_once() -> None:
    """S10: asked for again, or late, it is no news."""

    async def play(e: Evening) -> None:
        mia = (await with_sound(e, MIA))[MIA]
        actor, first = await e.actor(), mia.line
        for _ in range(3):
            actor.renew(MIA, "another line")  # as whoever waits for the seat may say, while the circle is busy
            actor.renew(MIA, mia.seated[0].name)
            await e.passes(0)
        await mia.read()
        assert (first.closed, len(mia.seated), mia.line.closed) == (True, 2, False)

    evening(play)


def test_a_page_that_was_turned_away_is_lost_at_once() -> None:
    """S10, W3: it does not come back by itself."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await (await e.actor()).lose(MIA, guests[MIA].outbox, returns=False)
        assert await seen(guests[FRIDA], MIA) == COMING_BACK
        assert guests[MIA].line.closed

    evening(play)


def test_whoever_comes_by_the_link_of_one_whose_page_has_gone_need_not_wait() -> None:
    """S2, S10: nobody is asked who is not there to answer, and nobody sees them go and come."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        frida, mia = await guests[FRIDA].read(), guests[MIA]
        shown = len(frida.shown)
        await drops(e, mia)
        mia.line.stands(False)
        back = await e.enters(MIA)
        assert back.view.you.sound is Sounding.CONNECTING
        assert mia.line.closed
        await frida.read()
        seen_since = {s.presence for view in frida.shown[shown:] for s in view.seats}  # type: ignore[union-attr]
        assert seen_since == {Presence.HERE}

    evening(play)


def test_whoever_comes_by_the_link_of_one_who_is_still_heard_has_to_ask() -> None:
    """S2, S10: only her connection stalls; she is there, and nobody takes her seat from her."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await drops(e, guests[MIA])
        other = await e.enters(MIA)
        assert isinstance(other.shown[-1], Waiting)
        assert not guests[MIA].line.closed
        back = await e.comes_back(MIA, guests[MIA].seated[0].name)
        assert back.seated[0].kept
        assert "allow_other_device" in back.view.you.can

    evening(play)


def test_leaving_works_before_the_sound_stands() -> None:
    """S1"""

    async def play(e: Evening) -> None:
        mia = await e.enters(MIA)
        assert await e.asks(MIA, c.Leave()) is None
        assert (await mia.read()).goodbye is EndReason.LEFT
        assert mia.line.closed
        assert (await e.actor()).circle.seat(MIA).presence is Presence.LEFT

    evening(play)


def test_a_knock_that_breaks_off_is_not_waited_for() -> None:
    """D1, S10"""

    async def play(e: Evening) -> None:
        outbox: Outbox[Any] = Outbox()
        actor = await e.actor()
        await actor.arrive(MIA, "Mia", outbox)
        await actor.lose(MIA, outbox)
        assert actor.circle.seat(MIA).presence is Presence.VACANT
        await asyncio.sleep(0)

    evening(play, knocking=True)
