"""The pages of a sealed circle learn one another's public keys, and hand boxes to one another."""

import asyncio

from app.circle import commands as c
from app.live.introductions import INTRODUCTION_PACE
from app.live.page_keys import Handed
from app.live.participants import UNNOTED_MS
from tests.live.test_ends import StallingStore
from tests.live.test_lines import drops, with_sound
from tests.live.test_sealed import LOCK
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FRIDA, MAX, MIA


async def introduces(e: Evening, *guests: Guest, key: str = "key") -> None:
    for guest in guests:
        (await e.actor()).introduce(guest.seat, f"{key} of {guest.seat}", "proof", guest.outbox)
    await e.passes(0)


async def hands(e: Evening, by: Guest, *to: int, box: str = "box") -> None:
    (await e.actor()).hand(dict.fromkeys(to, box), by.seat, by.outbox)
    await e.passes(0)


async def knows(guest: Guest) -> dict[int, str]:
    """The keys that this page has been shown last, by seat."""
    return {introduced.seat: introduced.key for introduced in (await guest.read()).keys[-1].here}


def test_who_introduces_themselves_is_known_to_all_who_are_here() -> None:
    """V8: whole, with each change, to those too who come later; to say it again marks it anew."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        assert await knows(guests[FRIDA]) == {}
        await introduces(e, guests[FRIDA], guests[MIA])
        both = {FRIDA: "key of 1", MIA: "key of 4"}
        assert await knows(guests[FRIDA]) == await knows(guests[MIA]) == both
        assert await knows(await e.enters(MAX)) == both
        before = (await guests[FRIDA].read()).keys[-1].here
        await introduces(e, guests[MIA])
        after = (await guests[FRIDA].read()).keys[-1].here
        assert await knows(guests[FRIDA]) == both
        assert [a.mark == b.mark for a, b in zip(before, after, strict=True)] == [True, False]
        shown, views = len(guests[FRIDA].keys), len(guests[FRIDA].shown)
        await e.next()
        await e.passes(0)
        assert len((await guests[FRIDA].read()).shown) > views
        assert len(guests[FRIDA].keys) == shown, "what is not new is not shown"

    evening(play, lock=LOCK)


def test_of_one_seat_no_more_pages_are_shown_than_may_enter_it_and_the_same_page_each_time() -> None:
    """V8: so nobody who makes up pages has the others draw keys without end."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        for made_up in range(INTRODUCTION_PACE.at_once + 5):
            await introduces(e, guests[MIA], key=f"key {made_up}")
        last = f"key {INTRODUCTION_PACE.at_once - 1}"
        assert (await knows(guests[FRIDA]))[MIA] == f"{last} of 4"
        marks = set()
        for _ in range(5):
            await introduces(e, guests[MIA], key=last)
            marks |= {it.mark for it in (await guests[FRIDA].read()).keys[-1].here}
        assert len(marks) == 5
        await e.passes(round(1000 / INTRODUCTION_PACE.per_s))
        await introduces(e, guests[MIA], key="another")
        assert (await knows(guests[FRIDA]))[MIA] == "another of 4"

    evening(play, lock=LOCK)


def test_who_is_not_here_any_more_is_shown_to_nobody_and_handed_nothing() -> None:
    """V8: gone, lost, or sent to the door."""

    async def play(e: Evening) -> None:
        guests = {seat: await e.enters(seat) for seat in (FRIDA, MIA, MAX)}
        await introduces(e, *guests.values())
        await e.asks(FRIDA, c.SendToDoor(seat=MIA))
        assert await knows(guests[FRIDA]) == {FRIDA: "key of 1", MAX: "key of 5"}
        await hands(e, guests[FRIDA], MIA)
        assert (await guests[MIA].read()).handed == []
        await introduces(e, guests[MIA])
        await hands(e, guests[MIA], FRIDA)
        assert await knows(guests[FRIDA]) == {FRIDA: "key of 1", MAX: "key of 5"}
        await e.is_lost(guests[MAX])
        assert await knows(guests[FRIDA]) == {FRIDA: "key of 1"}
        assert (await guests[FRIDA].read()).handed == []

    evening(play, lock=LOCK)


def test_a_page_that_comes_back_to_its_sound_is_still_known_and_another_page_is_not() -> None:
    """V8, S10"""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await introduces(e, *guests.values())
        await drops(e, guests[MIA])
        await e.passes(UNNOTED_MS)
        assert MIA in await knows(guests[FRIDA])
        again = await e.comes_back(MIA, guests[MIA].seated[-1].name)
        assert await knows(again) == {FRIDA: "key of 1", MIA: "key of 4"}
        anew = await e.comes_back(MIA)
        assert await knows(guests[FRIDA]) == {FRIDA: "key of 1"}
        await introduces(e, again, key="late key")
        assert await knows(guests[FRIDA]) == {FRIDA: "key of 1"}
        await introduces(e, anew, key="new key")
        assert await knows(guests[FRIDA]) == {FRIDA: "key of 1", MIA: "new key of 4"}

    evening(play, lock=LOCK)


def test_whoever_waits_for_a_seat_hides_no_introduction_of_the_page_that_has_it() -> None:
    """V8, D7: both say so while the circle is busy."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        mallory = await e.enters(MIA, "Mallory")
        actor = await e.actor()
        actor.introduce(MIA, "key of Mallory", "proof", mallory.outbox)
        actor.introduce(MIA, "key of Mia", "proof", guests[MIA].outbox)
        await e.passes(0)
        assert await knows(guests[FRIDA]) == {MIA: "key of Mia"}

    evening(play, lock=LOCK)


def test_an_introduction_that_another_page_has_overtaken_is_nobodys() -> None:
    """V8, D7: Mia's page says it while the yes to her telephone is being kept."""

    async def play(e: Evening) -> None:
        store = e.store
        assert isinstance(store, StallingStore)
        guests = await with_sound(e, FRIDA, MIA)
        phone = await e.enters(MIA)
        store.goes_on.clear()
        answering = asyncio.ensure_future(e.asks(MIA, c.AllowOtherDevice()))
        await e.passes(0)
        await introduces(e, guests[MIA])
        store.goes_on.set()
        assert await answering is None
        await e.passes(0)
        assert await knows(guests[FRIDA]) == {}
        await introduces(e, phone)
        assert await knows(guests[FRIDA]) == {MIA: "key of 4"}

    evening(play, StallingStore(), lock=LOCK)


def test_a_box_comes_to_the_page_it_is_for_and_to_no_other() -> None:
    """V8: with the seat it came from; of each seat the newest two, where a page is slow; nothing from an old page."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA, MAX)
        await introduces(e, *guests.values())
        for box in ("oldest", "older", "newer"):
            await hands(e, guests[MIA], FRIDA, box=box)
        await hands(e, guests[MAX], FRIDA, 16, box="of Max")
        of_mia = [Handed(seat=MIA, box=box) for box in ("older", "newer")]
        expected = [*of_mia, Handed(seat=MAX, box="of Max")]
        assert (await guests[FRIDA].read()).handed == expected
        assert (await guests[MIA].read()).handed == (await guests[MAX].read()).handed == []
        anew = await e.comes_back(MAX)
        await hands(e, guests[MIA], MAX)
        assert (await anew.read()).handed == [], "it was for a page that has gone"
        await hands(e, guests[MAX], FRIDA)
        assert (await guests[FRIDA].read()).handed == expected

    evening(play, lock=LOCK)


def test_a_circle_that_is_not_sealed_knows_no_keys() -> None:
    """V8"""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await introduces(e, *guests.values())
        await hands(e, guests[MIA], FRIDA)
        frida = await guests[FRIDA].read()
        assert (frida.keys, frida.handed) == ([], [])

    evening(play)


def test_another_circle_knows_nothing_of_it_and_nor_does_the_store() -> None:
    """V8: nothing of it is kept."""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await introduces(e, *guests.values())
        assert "key of" not in str(e.store.logs)
        e.hub = e.new_hub()
        await guests[FRIDA].read()
        assert await knows(await e.comes_back(FRIDA)) == {}

    evening(play, lock=LOCK)
