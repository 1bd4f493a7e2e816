"""A sealed circle: its sound is told so, and its pages say who has spoken."""

import pytest

from app.circle import commands as c
from app.circle.phases import Phase
from tests.live.test_lines import with_sound
from tests.support.evening import Evening, Guest, evening
from tests.support.scene import FRIDA, MIA, PIET

LOCK = "3be2e08bdfdf9c68"


async def says(e: Evening, guest: Guest) -> None:
    (await e.actor()).spoke(guest.seat, guest.outbox)
    await e.passes(0)


@pytest.mark.parametrize("lock", [LOCK, None])
def test_its_sound_is_sealed_also_when_it_is_taken_up_again(lock: str | None) -> None:
    """V1"""

    async def play(e: Evening) -> None:
        await e.actor()
        assert [sound.sealed for sound in e.sounds] == [lock is not None]
        await e.hub.stop()
        e.hub = e.new_hub()
        await e.actor()
        assert [sound.sealed for sound in e.sounds] == [lock is not None] * 2

    evening(play, lock=lock)


@pytest.mark.parametrize("lock", [LOCK, None])
def test_who_says_to_have_spoken_has_spoken_where_only_their_page_knows(lock: str | None) -> None:
    """V5"""

    async def play(e: Evening) -> None:
        guests = await with_sound(e, FRIDA, MIA)
        await says(e, guests[MIA])
        assert (await e.actor()).circle.transient.heard == ({MIA} if lock else frozenset())

    evening(play, lock=lock)


def test_who_is_not_heard_has_not_spoken() -> None:
    """V5: the presenter in the sit-back, whose microphone is closed, whose sound is lost, whose place is another's."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.REFLECTION)
        for guest in guests.values():
            (await guest.read()).line.stands()
        await e.passes(0)
        actor = await e.actor()
        before = actor.circle.transient.heard
        await says(e, guests[PIET])
        await e.asks(MIA, c.CloseMicrophone())
        await says(e, guests[MIA])
        await e.asks(MIA, c.OpenMicrophone())
        guests[MIA].line.stands(False)
        await says(e, guests[MIA])
        again = await e.comes_back(MIA)
        again.line.stands()
        await e.asks(MIA, c.OpenMicrophone())
        await says(e, guests[MIA])
        assert actor.circle.transient.heard == before
        await says(e, again)
        assert actor.circle.transient.heard == before | {MIA}

    evening(play, lock=LOCK)
