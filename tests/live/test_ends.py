"""A connection that ends, and a circle that is let go of: whatever else goes wrong, both are done whole."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest

from app.circle import commands as c
from app.circle.events import Event
from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.record import Record
from app.circle.seats import Presence
from app.circle.timing import ABANDONED_AFTER_MS
from app.live.actor import AGAIN_MS, CircleActor
from app.live.mailbox import CALLS_MAX, ActorStopped
from app.live.outbox import EndReason, Outbox
from app.live.participants import UNNOTED_MS
from app.store.store import CircleId, Claim, NodeId, StoreFailed
from tests.support.evening import Evening, evening
from tests.support.scene import FRIDA, MAX, MIA, NAMES
from tests.support.sound import SilentSound
from tests.support.store import MemoryStore


class StallingStore(MemoryStore):
    """Keeps nothing until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        await self.goes_on.wait()
        await super().append(claim, expected, events)


class LateStore(MemoryStore):
    """Keeps an end and says too late that it has; whether it has is answered once it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        await super().finish(claim, expected, record)
        raise StoreFailed("too late")

    async def record(self, circle: CircleId) -> Record | None:
        await self.goes_on.wait()
        return await super().record(circle)


def with_a_full_inbox(play: Callable[[Evening, StallingStore], Awaitable[None]]) -> None:
    """Everybody is there, the store stalls, and as many calls wait as there is room for."""

    async def run(e: Evening) -> None:
        store = e.store
        assert isinstance(store, StallingStore)
        await e.everybody_until(Phase.OPENING)
        actor = await e.actor()
        store.goes_on.clear()
        asked = [asyncio.ensure_future(actor.ask(FRIDA, c.CloseMicrophone()))]
        await asyncio.sleep(0)
        asked += [asyncio.ensure_future(actor.ask(FRIDA, c.OpenMicrophone())) for _ in range(CALLS_MAX)]
        await asyncio.sleep(0)
        with pytest.raises(ActorStopped):
            await actor.ask(FRIDA, c.OpenMicrophone())
        await play(e, store)
        await asyncio.gather(*asked, return_exceptions=True)

    evening(run, StallingStore())


def test_a_connection_that_ends_while_the_inbox_is_full_is_noted() -> None:
    """S3, W3: or its seat would count as here for ever."""

    async def play(e: Evening, store: StallingStore) -> None:
        actor = await e.actor()
        losing = [asyncio.ensure_future(actor.lose(seat, outbox)) for seat, outbox in outboxes(e).items()]
        await asyncio.sleep(0)
        store.goes_on.set()
        await asyncio.gather(*losing)
        await e.passes(UNNOTED_MS)
        assert {seat.presence for seat in actor.circle.seats} == {Presence.COMING_BACK}
        assert actor.people == 0

    with_a_full_inbox(play)


def test_an_alarm_that_rings_while_the_inbox_is_full_is_not_missed() -> None:
    """E4, W3: or what is due would wait for the next command, which may never come."""

    async def play(e: Evening, store: StallingStore) -> None:
        actor = await e.actor()
        for seat, outbox in outboxes(e).items():
            losing = asyncio.ensure_future(actor.lose(seat, outbox))
            await asyncio.sleep(0)
            losing.cancel()
        store.goes_on.set()
        await e.passes(0)
        await e.passes(UNNOTED_MS)
        await until(lambda: not actor.people)
        store.goes_on.clear()
        asked = [asyncio.ensure_future(actor.ask(FRIDA, c.OpenMicrophone())) for _ in range(CALLS_MAX + 1)]
        await asyncio.sleep(0)
        e.clock.move(ms=ABANDONED_AFTER_MS)
        store.goes_on.set()
        await until(lambda: not e.hub.circles)
        assert e.name in e.store.records
        await asyncio.gather(*asked, return_exceptions=True)

    with_a_full_inbox(play)


def test_who_stops_waiting_for_an_end_to_be_noted_takes_it_from_nobody_else() -> None:
    """S3"""

    async def play(e: Evening, store: StallingStore) -> None:
        actor, outbox = await e.actor(), outboxes(e)[MIA]
        impatient, patient = (asyncio.ensure_future(actor.lose(MIA, outbox)) for _ in range(2))
        await asyncio.sleep(0)
        impatient.cancel()
        store.goes_on.set()
        await patient
        await e.passes(UNNOTED_MS)
        assert not actor.circle.seat(MIA).here

    with_a_full_inbox(play)


def test_a_page_that_has_gone_before_its_turn_came_takes_its_seat_from_nobody() -> None:
    """S2, S3: the newer page stays, and a seat nobody sits in is nobody's."""

    async def play(e: Evening) -> None:
        mia = await e.enters(MIA)
        actor = await e.actor()
        for seat in (MIA, MAX):
            gone: Outbox[Any] = Outbox()
            arriving = asyncio.ensure_future(actor.arrive(seat, NAMES[seat], gone))
            await asyncio.sleep(0)
            await actor.lose(seat, gone)
            await arriving
        assert (await mia.read()).goodbye is None
        assert actor.circle.seat(MIA).here
        assert not actor.circle.seat(MAX).here
        assert actor.people == 1

    evening(play)


def test_a_page_that_goes_while_its_coming_is_kept_is_lost() -> None:
    """S3"""

    async def play(e: Evening) -> None:
        store = e.store
        assert isinstance(store, StallingStore)
        actor, outbox = await e.actor(), Outbox[Any]()
        store.goes_on.clear()
        arriving = asyncio.ensure_future(actor.arrive(MIA, "Mia", outbox))
        await asyncio.sleep(0.01)
        losing = asyncio.ensure_future(actor.lose(MIA, outbox))
        await asyncio.sleep(0.01)
        store.goes_on.set()
        await asyncio.gather(arriving, losing)
        await e.passes(UNNOTED_MS)
        assert actor.circle.seat(MIA).presence is Presence.COMING_BACK
        assert actor.people == 0

    evening(play, StallingStore())


def test_a_loss_that_could_not_be_kept_is_kept_once_the_store_answers() -> None:
    """S3, W5: nothing else has to happen for it."""

    async def play(e: Evening) -> None:
        frida, mia = await e.enters(FRIDA), await e.enters(MIA)
        e.store.fails = True
        await e.is_lost(mia)
        assert (await frida.read()).view.seats[-1].presence is Presence.HERE
        e.store.fails = False
        await e.passes(AGAIN_MS)
        assert (await frida.read()).view.seats[-1].presence is Presence.COMING_BACK

    evening(play)


@pytest.mark.parametrize("is_given", [True, False])
def test_a_circle_that_is_handed_over_is_silent_before_another_node_may_have_it(is_given: bool) -> None:
    """N3, H7: else two nodes forward its voices. Where it cannot be given it stops all the same, and says so."""

    class WatchedStore(MemoryStore):
        async def release(self, claim: Claim, to: NodeId | None = None) -> None:
            open_at_release.append(e.sound.open)
            if to and not is_given:
                raise StoreFailed("told to fail")
            await super().release(claim, to)

    open_at_release: list[bool] = []
    e = Evening(WatchedStore())

    async def run() -> None:
        await e.open()
        frida = await e.enters(FRIDA)
        await e.asks(FRIDA, c.OpenMicrophone())
        assert FRIDA in e.sound.heard
        assert await e.hub.hand_over(e.name, NodeId("there")) is is_given
        await e.passes(0)
        assert open_at_release == [False]
        assert (await frida.read()).goodbye is EndReason.MOVED
        assert not e.hub.circles

    asyncio.run(run())


def test_whose_wish_is_under_way_as_the_circle_stops_is_told_so() -> None:
    """W3: nobody waits for ever, here for a store that stalls."""

    async def run(e: Evening) -> None:
        await e.enters(FRIDA)
        actor = await e.actor()
        stalling.goes_on.clear()
        asked = asyncio.ensure_future(actor.ask(FRIDA, c.OpenMicrophone()))
        await e.passes(0)
        await actor.stop()
        with pytest.raises(ActorStopped):
            await asyncio.wait_for(asked, timeout=1)

    stalling = StallingStore()
    evening(run, stalling)


def test_a_circle_that_is_let_go_of_before_it_has_begun_to_run_is_let_go_of_whole() -> None:
    """N1: its claim was lost in the moment in which it was taken up."""

    async def play(e: Evening) -> None:
        running, sound, forgotten = await e.actor(), SilentSound(), list[CircleActor]()
        actor = CircleActor(running.claim, running.circle, e.store, sound, e.clock, forgotten.append)
        await actor.stop()
        assert (sound.open, forgotten) == (False, [actor])
        with pytest.raises(ActorStopped):
            await actor.ask(FRIDA, c.OpenMicrophone())

    evening(play)


def test_an_end_that_the_store_kept_and_did_not_confirm_is_told_as_an_end(caplog: pytest.LogCaptureFixture) -> None:
    """E1: nobody comes back to a meeting that is over, and no other node is looked for that would hold it."""

    async def play(e: Evening) -> None:
        frida, mia = await e.enters(FRIDA), await e.enters(MIA)
        sound = e.sound
        assert await e.asks(FRIDA, c.EndCircle(seen=0)) == Refused(Reason.NOT_KEPT)
        with pytest.raises(ActorStopped):
            await e.asks(MIA, c.Leave())
        for guest in (frida, mia):
            assert (await guest.read()).goodbye is EndReason.ENDED
        assert not sound.open
        assert "a circle stopped" not in caplog.text

    evening(play, LateStore())


def test_while_the_store_is_asked_whether_it_has_ended_nobody_is_heard() -> None:
    """E1, H7: it may take its time to answer."""

    async def play(e: Evening) -> None:
        store, sound = e.store, e.sound
        assert isinstance(store, LateStore)
        await e.enters(FRIDA)
        mia = await e.enters(MIA)
        await e.asks(MIA, c.OpenMicrophone())
        assert await e.asks(FRIDA, c.EndCircle(seen=0)) == Refused(Reason.NOT_KEPT)
        assert sound.heard == {MIA}
        store.goes_on.clear()
        assert await gone(e.asks(FRIDA, c.OpenMicrophone()))
        assert is_silent(sound)
        assert (await mia.read()).goodbye is None, "it has not been answered yet"
        store.goes_on.set()
        await e.passes(0)
        assert (await mia.read()).goodbye is EndReason.ENDED

    evening(play, LateStore())


STEPS = ["silence", "sound", "hub", "alarm", "outbox", "mailbox"]


@pytest.mark.parametrize("failing", STEPS)
def test_a_step_of_letting_go_that_fails_keeps_no_other_from_being_done(
    failing: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """H7, W3: the sound ends, the people are told, and nobody waits for a turn that never comes."""

    async def play(e: Evening) -> None:
        guests = await e.everybody_until(Phase.OPENING)
        actor, sound = await e.actor(), e.sound
        first = guests[FRIDA].outbox
        target: tuple[object, str] = {
            "silence": (sound, "let_be_heard"),
            "sound": (sound, "close"),
            "hub": (actor, "_forget"),
            "alarm": (actor._alarm, "cancel"),
            "outbox": (first, "close"),
            "mailbox": (actor._mailbox, "close"),
        }[failing]
        assert target[0] is not None
        monkeypatch.setattr(*target, _fails, raising=True)
        await actor.stop(EndReason.MOVED)
        monkeypatch.undo()
        assert is_silent(sound)
        assert (await guests[MIA].read()).goodbye is EndReason.MOVED
        assert failing == "hub" or e.hub.circles == ()
        assert failing == "mailbox" or await gone(actor.ask(FRIDA, c.OpenMicrophone()))
        assert "one step of it failed" in caplog.text
        e.hub._actors.clear()

    evening(play)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0)


def is_silent(sound: SilentSound) -> bool:
    """Either its lines are closed, or its gate is."""
    return not sound.open or not sound.heard


async def gone(asking: Awaitable[object]) -> bool:
    with pytest.raises(ActorStopped):
        await asking
    return True


def outboxes(e: Evening) -> dict[int, Outbox[Any]]:
    return dict(e.hub._actors[e.name]._participants._outboxes)


def _fails(*_: object) -> None:
    raise RuntimeError("a mistake of ours")
