"""Which circles live here, and how they are found again."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from app import single_server
from app.circle import commands as c
from app.circle.events import Entered, Event, WentAway
from app.circle.hearing import may_be_heard
from app.circle.phases import Phase
from app.circle.seats import Presence
from app.circle.timing import ABANDONED_AFTER_MS
from app.live import hub
from app.live.ending import end_tasks
from app.live.hub import AT_ONCE, Ended, Full, FullOfUnused, NoCircle
from app.live.replaying import REPLAYED_MAX
from app.store.sqlite import SqliteStore
from app.store.store import CircleId, Claim, Conflict, NodeId, NotReadable, StoreFailed
from tests.support.evening import Evening, evening
from tests.support.peer import until
from tests.support.scene import FRIDA, MIA, NAMES, PIET
from tests.support.server import running
from tests.support.store import MemoryStore


def test_a_server_that_died_in_reflection_takes_the_circle_up_as_it_was() -> None:
    """S4, H6: same seats, same presenter, same time left, nobody heard until their line is back."""

    async def play(first: Evening) -> None:
        await first.everybody_until(Phase.REFLECTION)
        before = (await first.actor()).circle
        second = Evening(first.store)
        second.name = first.name
        second.clock.move(minutes=2)
        await second.hub.take_up()
        after = (await second.actor()).circle
        while any(seat.here for seat in after.seats):
            await asyncio.sleep(0)
            after = (await second.actor()).circle
        assert (after.step, after.presenter, after.held) == (before.step, PIET, True)
        assert {seat.presence for seat in after.seats} == {Presence.COMING_BACK}
        assert second.sound.heard == frozenset()
        await second.comes_back(PIET)
        await second.comes_back(FRIDA)
        assert (await second.actor()).circle.clock == before.clock
        back = await (await second.comes_back(MIA)).read()
        assert second.sound.heard == {FRIDA, MIA}
        assert back.view.phase is Phase.REFLECTION
        await second.hub.stop()

    evening(play)


def test_all_lost_lines_of_a_circle_are_kept_in_one_stroke() -> None:
    """S4: when a node dies, the store has one write for each of its circles, not one for each of its people."""

    async def play(first: Evening) -> None:
        await first.everybody_until(Phase.OPENING)
        strokes = []

        class Counting(MemoryStore):
            async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
                strokes.append(events)
                await super().append(claim, expected, events)

        store = Counting()
        store.logs, store.claims = first.store.logs, first.store.claims
        second = Evening(store)
        second.name = first.name
        await second.hub.take_up()
        while any(seat.here for seat in (await second.actor()).circle.seats):
            await asyncio.sleep(0)
        assert [len(events) for events in strokes] == [len(NAMES) + 1]  # and the clock is held
        await second.hub.stop()

    evening(play)


def test_a_circle_whose_losses_the_store_did_not_keep_is_taken_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """E4, E8, S4: nobody comes, and it ends in its time. Nobody's stay lasts until the store went on."""
    monkeypatch.setattr(hub, "SWEEP_S", 0.01)

    async def play(first: Evening) -> None:
        await first.everybody_until(Phase.OPENING)
        await first.hub.stop_circles()
        known_ms = first.store.logs[first.name][-1].at_ms

        class Stalling(MemoryStore):
            stalls = True

            async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
                if self.stalls:
                    raise StoreFailed("not in time")
                await super().append(claim, expected, events)

        store = Stalling()
        store.logs, store.claims = first.store.logs, first.store.claims
        second = Evening(store)
        second.name = first.name
        second.clock.move(minutes=2)
        await second.hub.take_up()
        await second.passes(0)
        assert second.hub.circles == ()
        going = asyncio.ensure_future(second.hub.go_on_taking_up())
        store.fails = True
        await asyncio.sleep(0.05)
        assert not going.done()
        store.fails = store.stalls = False
        second.clock.move(minutes=2)
        while store.logs[first.name][-1].at_ms == known_ms:
            await asyncio.sleep(0.01)
        assert [seat.stays[-1].left_ms for seat in (await second.actor()).circle.seats] == [known_ms] * len(NAMES)
        second.clock.move(ms=ABANDONED_AFTER_MS)
        while first.name not in store.records:
            await asyncio.sleep(0.01)
        await end_tasks(going)
        await second.hub.stop()

    evening(play)


def test_a_server_by_itself_looks_for_circles_that_have_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E4, S4"""
    monkeypatch.setattr(hub, "SWEEP_S", 0.01)

    async def play() -> None:
        async with asyncio.timeout(10), running(tmp_path) as server:
            await server.open_circle()
            circles = server.services.hub
            [name] = circles.circles
            stopped = await circles.actor(name)
            await stopped.stop()
            while circles.living(name) in {None, stopped}:
                await asyncio.sleep(0.01)

    asyncio.run(play())


def test_a_server_by_itself_goes_on_erasing_records_after_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """E2"""
    looks: list[int] = []

    async def stumbles(_: SqliteStore, ended_before_ms: int) -> None:
        looks.append(ended_before_ms)
        if len(looks) == 1:
            raise ZeroDivisionError

    monkeypatch.setattr(SqliteStore, "forget_records", stumbles)
    monkeypatch.setattr(single_server, "FORGET_EVERY_S", 0.01)

    async def play() -> None:
        async with running(tmp_path):
            await until(lambda: len(looks) > 2)
        assert "records whose time is over could not be erased" in caplog.text

    asyncio.run(play())


@pytest.mark.parametrize("failure", [NotReadable(), ValueError("a mistake of ours")], ids=["not readable", "a mistake"])
def test_a_circle_that_cannot_be_read_keeps_no_other_from_being_taken_up(failure: Exception) -> None:
    """N9, N10: nor its server from starting."""

    async def play(first: Evening) -> None:
        names = [first.name]
        for _ in range(2 * AT_ONCE):
            names.append(await first.opens_one())

        class Partly(MemoryStore):
            async def read(self, circle: CircleId) -> tuple[Event, ...]:
                if circle != names[0]:
                    return await super().read(circle)
                raise failure

        store = Partly()
        store.logs, store.claims = first.store.logs, first.store.claims
        second = Evening(store, circles_max=100)
        await second.hub.take_up()
        assert set(second.hub.circles) == set(names[1:])
        store.fails = True
        with pytest.raises(StoreFailed):
            await second.hub.take_up()
        store.fails = False
        await second.hub.stop()

    evening(play, circles_max=100)


def test_circles_that_are_not_read_in_time_keep_no_other_from_being_taken_up() -> None:
    """N9: they are tried again, and it is said that they could not be."""

    async def play(first: Evening) -> None:
        for _ in range(2 * AT_ONCE):
            await first.opens_one()
        names = await first.store.open_circles()
        slow = set(names[:AT_ONCE])

        class Partly(MemoryStore):
            async def read(self, circle: CircleId) -> tuple[Event, ...]:
                if circle in slow:
                    raise StoreFailed("not in time")
                return await super().read(circle)

        store = Partly()
        store.logs, store.claims = first.store.logs, first.store.claims
        second = Evening(store, circles_max=100)
        with pytest.raises(StoreFailed, match="not in time"):
            await second.hub.take_up()
        assert set(second.hub.circles) == set(names) - slow
        slow.clear()
        await second.hub.take_up()
        assert set(second.hub.circles) == set(names)
        await second.hub.stop()

    evening(play, circles_max=100)


def test_many_arrivals_at_once_take_a_circle_up_once() -> None:
    """H7: never two actors for one circle in one process, and none where the first to come goes meanwhile."""

    async def play(first: Evening) -> None:
        second = Evening(first.store)
        goes, *coming = (asyncio.ensure_future(second.hub.actor(first.name)) for _ in range(21))
        await asyncio.sleep(0)
        goes.cancel()
        actors = await asyncio.gather(*coming)
        assert len(set(actors)) == len(second.sounds) == 1
        await second.hub.stop()

    evening(play)


async def with_a_long_log(first: Evening) -> Evening:
    """Another server that is about to take up this evening's circle, in which Mia has left and come back all along."""
    await first.enters(MIA)
    await first.hub.stop_circles()
    log = first.store.logs[first.name]
    for _ in range(10 * REPLAYED_MAX):
        log += [WentAway(at_ms=log[-1].at_ms, seat=MIA), Entered(at_ms=log[-1].at_ms, seat=MIA, name="Mia")]
    return Evening(first.store)


def test_the_voices_of_others_pass_while_a_long_circle_is_taken_up() -> None:
    """N9, W3: here, and where a node reads it without taking it up; however many are read side by side."""

    async def play(first: Evening) -> None:
        second = await with_a_long_log(first)
        for asked, circles in ((second.hub.read, 3), (second.hub.actor, 1)):
            turns, coming = 0, asyncio.gather(*(asked(first.name) for _ in range(circles)))
            while not coming.done():
                await asyncio.sleep(0)
                turns += 1
            assert turns >= circles * (len(first.store.logs[first.name]) / REPLAYED_MAX - 1)
        await second.hub.stop()

    evening(play)


def test_a_long_circle_that_another_node_claims_meanwhile_is_not_taken_up() -> None:
    """N2"""

    async def play(first: Evening) -> None:
        second = await with_a_long_log(first)
        coming = asyncio.ensure_future(second.hub.actor(first.name))
        for _ in range(10):
            await asyncio.sleep(0)
        held = (await first.store.holders([first.name]))[first.name]
        await first.store.claim(first.name, NodeId("other"), held)
        await second.hub.check_claims()
        assert not coming.done()
        with pytest.raises(Conflict):
            await coming

    evening(play)


def test_a_circle_that_is_stopped_twice_takes_nothing_from_the_one_taken_up_meanwhile() -> None:
    """H7: or a third would be taken up beside it."""

    async def play(e: Evening) -> None:
        stopped = await e.actor()
        await stopped.stop()
        running = await e.actor()
        await stopped.stop()
        assert await e.actor() is running is not stopped

    evening(play)


@pytest.mark.parametrize("released", [False, True])
def test_a_circle_that_is_just_being_taken_up_is_stopped_with_the_others(released: bool) -> None:
    """N2, N3: it would sound on, or be nobody's to take up for a while."""

    async def play(first: Evening) -> None:
        second = await with_a_long_log(first)
        coming = asyncio.ensure_future(second.hub.actor(first.name))
        for _ in range(10):
            await asyncio.sleep(0)
        await (second.hub.stop() if released else second.hub.stop_circles())
        await coming
        assert (second.hub.circles, second.sound.open) == ((), False)
        assert bool(await first.store.holders([first.name])) is not released

    evening(play)


def test_an_unknown_and_an_ended_circle_are_told_apart() -> None:
    """E1"""

    async def play(e: Evening) -> None:
        with pytest.raises(NoCircle):
            await e.hub.actor(CircleId("nobody's"))
        await e.enters(FRIDA)
        await e.asks(FRIDA, c.EndCircle(seen=0))
        while e.hub.circles:
            await asyncio.sleep(0)
        with pytest.raises(Ended):
            await e.actor()

    evening(play)


def test_a_full_server_opens_no_more() -> None:
    """W3"""

    async def run() -> None:
        e = Evening(circles_max=1)
        await e.open()
        with pytest.raises(Full):
            await e.open()
        assert len(e.store.logs) == 1
        await e.hub.stop()

    asyncio.run(run())


def test_a_circle_that_could_not_be_opened_leaves_nothing_behind() -> None:
    """N4, W6: however often it is tried while the store is full, nor do links that lead nowhere."""

    class NoRoom(MemoryStore):
        async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
            raise StoreFailed

    async def run() -> None:
        e = Evening(NoRoom())
        with pytest.raises(StoreFailed):
            await e.open()
        with pytest.raises(NoCircle):
            await e.hub.actor(CircleId("nobody's"))
        assert not e.store.claims._held
        await e.hub.stop()

    asyncio.run(run())


def test_a_circle_that_was_kept_and_not_said_to_be_is_withdrawn() -> None:
    """N4: as with a replica that lags. Whoever opened it was told that there is none, and nobody has its links."""

    async def run() -> None:
        e = Evening()
        e.store.loses_answers = True
        with pytest.raises(StoreFailed):
            await e.open()
        e.store.loses_answers = False
        assert await e.store.open_circles() == ()
        assert not e.store.claims._held
        await e.hub.stop()

    asyncio.run(run())


def test_a_circle_whose_claim_a_failover_has_forgotten_is_refused_in_words() -> None:
    """N5: as any other that the store does not keep."""

    class Forgetful(MemoryStore):
        async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
            self.claims.forget(claim.circle)
            await super().append(claim, expected, events)

    async def run() -> None:
        e = Evening(Forgetful())
        with pytest.raises(StoreFailed):
            await e.open()
        assert await e.store.open_circles() == ()
        await e.hub.stop()

    asyncio.run(run())


@pytest.mark.parametrize(("bounds", "full"), [((3, None), Full), ((10, 3), FullOfUnused)])
def test_many_opened_at_once_are_no_more_than_may_be(bounds: tuple[int, int | None], full: type[Full]) -> None:
    """E4, W6"""

    async def play() -> None:
        e = Evening(circles_max=bounds[0], unused_max=bounds[1])
        outcomes = await asyncio.gather(*(e.open() for _ in range(10)), return_exceptions=True)
        assert [type(outcome) for outcome in outcomes if isinstance(outcome, Exception)] == [full] * 7
        assert len(e.hub.circles) == 3
        await e.hub.stop()

    asyncio.run(play())


def test_a_circle_that_somebody_has_entered_makes_room_for_another_unused_one() -> None:
    """E4: also after they have left, and after a restart."""

    async def play() -> None:
        e = await Evening(unused_max=1).open()
        with pytest.raises(FullOfUnused):
            await e.open()
        assert await (await e.actor()).ask((await e.enters(MIA)).seat, c.Leave()) is None
        await e.open()
        await e.hub.stop()
        e.hub = e.new_hub()
        await e.hub.take_up()
        assert sum(actor.circle.used for actor in map(e.hub.living, e.hub.circles) if actor) == 1
        with pytest.raises(FullOfUnused):
            await e.open()
        await e.hub.stop()

    asyncio.run(play())


def test_an_opening_that_fails_leaves_room_for_another() -> None:
    """W3"""

    async def run() -> None:
        e = Evening(circles_max=1)
        e.store.fails = True
        with pytest.raises(StoreFailed):
            await e.open()
        e.store.fails = False
        await e.open()
        assert e.hub.circles == (e.name,)
        await e.hub.stop()

    asyncio.run(run())


def test_a_circle_that_cannot_be_kept_is_not_opened() -> None:
    """W5"""

    async def run() -> None:
        e = Evening()
        e.store.fails = True
        with pytest.raises(StoreFailed):
            await e.open()
        assert e.hub.circles == ()

    asyncio.run(run())


def test_a_circle_that_is_kept_is_opened_also_where_it_cannot_be_taken_up_at_once() -> None:
    """W5: nobody is told that there is none while there is one; whoever comes takes it up."""

    async def run() -> None:
        e = Evening()
        append = e.store.append

        async def kept_last(claim: Claim, expected: int, events: Sequence[Event]) -> None:
            await append(claim, expected, events)
            e.store.fails = True

        e.store.append = kept_last  # type: ignore[method-assign]
        await e.open()
        assert (e.hub.circles, set(e.store.logs)) == ((), {e.name})
        e.store.fails, e.store.append = False, append  # type: ignore[method-assign]
        assert (await e.hub.actor(e.name)).circle.version == 1
        await e.hub.stop()

    asyncio.run(run())


def test_a_stopped_hub_makes_no_sound_and_keeps_everything() -> None:
    """H7"""

    async def play(e: Evening) -> None:
        await e.everybody_until(Phase.OPENING)
        circle = (await e.actor()).circle
        await e.hub.stop()
        assert (e.sound.open, e.hub.circles, e.hub.people) == (False, (), 0)
        assert len(e.store.logs[e.name]) == circle.version
        assert may_be_heard(circle)

    evening(play)
