"""Whose sound has changed is shown with what happens next, where that waits already; nothing else ever waits."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from app.circle import commands as c
from app.circle.events import Event
from app.circle.hearing import Voice
from app.circle.reasons import Reason, Refused
from app.circle.sounding import Sounding
from app.live.outbox import EndReason, Outbox
from app.store.store import Claim, NodeId
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FINN, FRIDA, MAX, MIA, PIET
from tests.support.store import MemoryStore


async def sounds_of(guest: Guest) -> dict[int, Sounding | None]:
    """Everybody's sound as this person was shown it last."""
    return {seat.number: seat.sound for seat in (await guest.read()).view.seats}


async def come(e: Evening, *seats: int) -> dict[int, Guest]:
    """They come, and their sound does not stand yet; each has read all there is."""
    guests = {seat: await e.enters(seat) for seat in seats}
    for guest in guests.values():
        await guest.read()
    return guests


def views_counted(guest: Guest) -> list[object]:
    """All views that go to this person from now on, also those that a newer one replaces before it is sent."""
    shown: list[object] = []
    show = guest.outbox.show
    guest.outbox.show = lambda view: (shown.append(view), show(view))[1]  # type: ignore[method-assign]
    return shown


def test_sound_that_stands_while_somebody_asks_is_shown_with_what_they_asked() -> None:
    async def play(e: Evening) -> None:
        guests = await come(e, FRIDA, MIA)
        shown = views_counted(guests[FRIDA])
        guests[MIA].line.stands()
        await e.asks(MIA, c.OpenMicrophone())
        assert len(shown) == 1
        mia = next(seat for seat in (await guests[FRIDA].read()).view.seats if seat.number == MIA)
        assert (mia.sound, mia.voice) == (Sounding.CONNECTED, Voice.HEARD)

    evening(play)


def test_it_is_shown_also_where_what_was_asked_is_refused_or_cannot_be_kept() -> None:
    async def play(e: Evening) -> None:
        guests = await come(e, FRIDA, MIA, MAX)
        guests[MIA].line.stands()
        assert await e.asks(FRIDA, c.ResumeClock(seen=1)) == Refused(Reason.STALE)
        assert (await sounds_of(guests[FRIDA]))[MIA] is Sounding.CONNECTED
        guests[MAX].line.stands()
        e.store.fails = True
        assert await e.asks(FRIDA, c.NextStep(seen=0)) == Refused(Reason.NOT_KEPT)
        assert (await sounds_of(guests[FRIDA]))[MAX] is Sounding.CONNECTED
        e.store.fails = False

    evening(play)


def test_it_waits_for_one_job_and_not_for_all_that_wait() -> None:
    """What many ask who are refused moves nothing for anybody, and keeps nothing from being shown."""

    async def play(e: Evening) -> None:
        guests = await come(e, FRIDA, MIA)
        shown = views_counted(guests[FRIDA])
        actor = await e.actor()
        ask, seen_by_then = actor._ask, list[int]()

        async def watched(by: int, command: c.Command, outbox: Outbox[Any] | None) -> Refused | None:
            seen_by_then.append(len(shown))
            return await ask(by, command, outbox)

        actor._ask = watched  # type: ignore[method-assign]
        refused = asyncio.gather(*(e.asks(FRIDA, c.NextStep(seen=9)) for _ in range(3)))
        await asyncio.sleep(0)
        guests[MIA].line.stands()
        await refused
        assert seen_by_then == [0, 1, 1]

    evening(play)


def test_sounds_that_stand_at_once_are_all_shown() -> None:
    async def play(e: Evening) -> None:
        guests = await come(e, FRIDA, FINN, PIET, MIA, MAX)
        shown = views_counted(guests[FRIDA])
        for guest in guests.values():
            guest.line.stands()
        await e.passes(0)
        assert set((await sounds_of(guests[FRIDA])).values()) == {Sounding.CONNECTED}
        assert len(shown) == 3

    evening(play)


@pytest.mark.parametrize("sound_waits_too", [False, True])
def test_who_is_silenced_is_told_before_anything_else_is_done(sound_waits_too: bool) -> None:
    """H7: whatever waits behind it, and whatever sound has left to be shown before it."""
    order: list[str] = []

    class WatchedStore(MemoryStore):
        async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
            await asyncio.sleep(0)
            order.extend(type(event).__name__ for event in events)
            await super().append(claim, expected, events)

    async def play(e: Evening) -> None:
        guests = await come(e, FRIDA, MIA, MAX)
        await e.asks(MIA, c.OpenMicrophone())
        show = guests[MIA].outbox.show
        guests[MIA].outbox.show = lambda view: (order.append(view.you.voice), show(view))[1]  # type: ignore[method-assign, union-attr]
        order.clear()
        asked = asyncio.gather(e.asks(FRIDA, c.SilencePerson(seat=MIA)), e.asks(MAX, c.OpenMicrophone()))
        await asyncio.sleep(0)
        if sound_waits_too:
            guests[MAX].line.stands()
        await asked
        assert order == ["PersonSilenced", Voice.SILENCED, "MicrophoneOpened", Voice.SILENCED]

    evening(play, WatchedStore())


def test_a_circle_that_is_handed_over_shows_nothing_more_here() -> None:
    async def play(e: Evening) -> None:
        guests = await come(e, FRIDA, MIA)
        shown = views_counted(guests[FRIDA])
        guests[MIA].line.stands()
        await e.hub.hand_over(e.name, NodeId("there"))
        await e.passes(0)
        assert not shown
        assert (await guests[FRIDA].read()).goodbye is EndReason.MOVED

    evening(play)
