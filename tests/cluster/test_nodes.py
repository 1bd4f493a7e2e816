"""Several nodes: who takes which circle, and what happens when a node dies, freezes, leaves, or loses the store."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from app.circle.commands import Leave, NextStep
from app.circle.events import Event
from app.circle.notices import CalledOff, InvitationsChanged
from app.circle.reasons import Reason
from app.cluster.node import PERSON_MS
from app.live.clock import CircleClock
from app.live.ending import end_tasks
from app.live.group_circles import GroupCircles
from app.live.hub import SWEEP_S, NoCircle
from app.live.mailbox import ActorStopped
from app.live.outbox import EndReason, Outbox
from app.live.participants import UNNOTED_MS
from app.live.placement import Elsewhere
from app.store.directory import NOTHING_READ
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from tests.support.clock import START_MS, HandMovedClock
from tests.support.evening import Guest
from tests.support.nodes import TIMING, Cluster, OneNode
from tests.support.scene import FRIDA, NAMES, PIET


def cluster(*names: str) -> Callable[[Callable[[Cluster], Awaitable[None]]], None]:
    """Play in a cluster of these nodes, all of which know each other."""

    def playing(play: Callable[[Cluster], Awaitable[None]]) -> None:
        async def run() -> None:
            a_cluster = Cluster(*names)
            await a_cluster.beats(s=1)
            try:
                await play(a_cluster)
            finally:
                await a_cluster.stop()

        asyncio.run(run())

    return playing


async def enters(node: OneNode, circle: CircleId, seat: int) -> Guest:
    outbox: Outbox[object] = Outbox()
    actor = await node.hub.actor(circle)
    assert await actor.arrive(seat, NAMES[seat], outbox) is None
    return await Guest(seat, outbox).read()


async def goes_to(node: OneNode, circle: CircleId) -> str | None:
    """Where this node sends somebody who comes for the circle; None if it is alive here."""
    try:
        await node.hub.actor(circle)
    except Elsewhere as elsewhere:
        return elsewhere.address
    return None


async def opened_at(a_cluster: Cluster, name: str) -> CircleId:
    """A circle of this node, the others being busy."""
    others = [node.node for node in a_cluster.nodes.values() if node.name != name]
    counts = [node.count for node in others]
    for node in others:
        node.count = lambda: (0, 1000)
    await a_cluster.beats(s=1)
    circle = await a_cluster[name].opens()
    while circle not in a_cluster[name].hub.circles:  # chance has drawn two of the others
        circle = await a_cluster[name].opens()
    for node, count in zip(others, counts, strict=True):
        node.count = count
    await a_cluster.beats(s=1)
    return circle


def test_any_node_knows_where_a_circle_lives() -> None:
    """N1, N15"""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        assert await goes_to(t["b"], circle) == "a"
        assert await goes_to(t["c"], circle) == "a"
        with pytest.raises(NoCircle):
            await t["b"].hub.actor(CircleId("never opened"))

    cluster("a", "b", "c")(play)


def test_a_new_circle_may_live_at_another_node_than_it_was_opened_at() -> None:
    """N7"""

    async def play(t: Cluster) -> None:
        t["a"].node.count = lambda: (0, 1000)
        await t.beats()
        circle = await t["a"].opens()
        assert t["b"].hub.circles == (circle,)
        assert await goes_to(t["a"], circle) == "b"
        assert (await t["a"].hub.read(circle)).title == "Tuesday circle"

    cluster("a", "b")(play)


def test_a_burst_of_new_circles_is_spread() -> None:
    """N7: a circle is alive, and counts, where it has been given to, before anybody comes."""

    async def play(t: Cluster) -> None:
        for _ in range(8):
            await t["a"].opens()
            await t.beats()
        assert {len(node.hub.circles) for node in t.nodes.values()} == {4}

    cluster("a", "b")(play)


def test_a_dead_nodes_circle_is_taken_up_as_it_was() -> None:
    """N1, N2, N6, S4: and what its owner would still write is not kept."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        await enters(t["a"], circle, FRIDA)
        earlier = await t["a"].hub.actor(circle)
        assert await earlier.ask(FRIDA, NextStep(seen=0)) is None
        t["a"].cut_off = True
        await t.beats(s=2.5, without=("a",))
        assert await goes_to(t["b"], circle) == "a"
        await t.beats(s=1, without=("a",))
        assert await goes_to(t["b"], circle) is None
        assert (await t["b"].hub.actor(circle)).circle.step == 1
        with pytest.raises(ActorStopped):
            await earlier.ask(FRIDA, NextStep(seen=1))
        assert not t["a"].sounds[-1].open

    cluster("a", "b")(play)


def test_a_node_taken_for_dead_is_asked_before_its_circle_is_claimed() -> None:
    """N11: it may only have lost the store, and its circle still sounds."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        await t.beats(s=4, without=("a",))
        assert await goes_to(t["b"], circle) == "a"
        await t["a"].hub.stop_circles()
        assert await goes_to(t["b"], circle) is None

    cluster("a", "b")(play)


def test_a_circle_nobody_comes_to_is_taken_up_too() -> None:
    """N9: or it would never end by itself."""

    async def play(t: Cluster) -> None:
        circles = [await opened_at(t, "a") for _ in range(3)]
        t["a"].cut_off = True
        await t.beats(s=4, without=("a",))
        for name in ("b", "c", "b", "c"):
            await t[name].hub.take_up()
        assert {owner_of_living(t, circle).name for circle in circles} <= {"b", "c"}

    cluster("a", "b", "c")(play)


def test_a_circle_that_is_claimed_for_another_node_runs_there_at_once() -> None:
    """N7, N9: not only once that node looks by itself, or somebody comes."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        t["b"].node.count = lambda: (0, 1000)
        t["a"].cut_off = True
        await t.beats(s=4, without=("a",))
        await t["b"].hub.take_up()
        assert t["c"].hub.circles == (circle,)

    cluster("a", "b", "c")(play)


@pytest.mark.parametrize(("nodes", "pause_s"), [(3, SWEEP_S), (30, 3 * SWEEP_S)])
def test_many_nodes_together_look_no_more_often_than_ten(
    nodes: int, pause_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N9: each look asks Redis about every circle. The first one of each node comes soon."""
    pauses: list[float] = []
    monkeypatch.setattr("app.live.hub.about_s", lambda pause_s: pauses.append(pause_s) or 0)

    async def play(t: Cluster) -> None:
        going = asyncio.ensure_future(t["0"].hub.go_on_taking_up())
        await until(lambda: len(pauses) > 1)
        await end_tasks(going)

    cluster(*map(str, range(nodes)))(play)
    assert pauses[:2] == [SWEEP_S, pause_s]


def test_sound_lasts_to_the_claim_time_after_a_beat() -> None:
    """N12"""

    async def play(t: Cluster) -> None:
        await t.beats()
        assert t["a"].lease_ms == t.clock.now_ms() + TIMING.claim_ms

    cluster("a")(play)


def test_a_node_that_wakes_up_lets_go_of_what_it_has_lost_before_it_sounds_again() -> None:
    """N12, N14"""

    async def play(t: Cluster) -> None:
        lost, kept = await opened_at(t, "a"), await opened_at(t, "a")
        guest = await enters(t["a"], lost, FRIDA)
        t["a"].cut_off = True
        await t.beats(s=4, without=("a",))
        assert t["a"].lease_ms < t.clock.now_ms()
        assert await goes_to(t["b"], lost) is None
        sounding: list[int] = []
        t["a"].heartbeat._set_media_lease = lambda until_ms: sounding.append(len(t["a"].hub.circles))
        await t["a"].heartbeat.beat()
        assert sounding == [1]
        assert t["a"].hub.circles == (kept,)
        assert (await guest.read()).goodbye is EndReason.MOVED
        assert not guest.line._sound.open

    cluster("a", "b")(play)


def test_without_the_store_circles_sound_on_to_the_bound_and_then_move() -> None:
    """N13, N16: as somebody else has the store, that is where they go on."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        guest = await enters(t["a"], circle, FRIDA)
        last_beat_ms = t.clock.now_ms() - TIMING.beat_ms
        t["a"].store.fails = True
        await t.beats(s=9)
        actor = await t["a"].hub.actor(circle)
        refused = await actor.ask(FRIDA, NextStep(seen=0))
        assert refused and refused.reason is Reason.NOT_KEPT
        assert t.clock.now_ms() <= t["a"].lease_ms <= last_beat_ms + TIMING.alone_ms
        assert await goes_to(t["b"], circle) == "a"
        await t.beats(s=1.5)
        assert t["a"].hub.circles == ()
        assert (await guest.read()).goodbye is EndReason.MOVED
        assert t["a"].lease_ms <= last_beat_ms + TIMING.alone_ms
        assert await goes_to(t["b"], circle) is None

    cluster("a", "b")(play)


def test_while_nobody_has_the_store_circles_sound_on() -> None:
    """N13: and when it is back, they go on where they are."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        await enters(t["a"], circle, FRIDA)
        for node in t.nodes.values():
            node.store.fails = True
        await t.beats(s=60)
        assert t["a"].lease_ms > t.clock.now_ms()
        actor = await t["a"].hub.actor(circle)
        for node in t.nodes.values():
            node.store.fails = False
        await t.beats(s=1)
        assert await actor.ask(FRIDA, NextStep(seen=0)) is None

    cluster("a", "b")(play)


def test_a_node_that_died_and_was_started_again_is_nobody_else() -> None:
    """N13: it asked itself, by the address in the status of its earlier life, and said that it has the circles."""

    async def play(t: Cluster) -> None:
        earlier = replace(t["a"].node.status(), node=NodeId("a before"), beat=9)
        await t["a"].store.publish(earlier, NOTHING_READ)
        circle = await opened_at(t, "a")
        for node in t.nodes.values():
            node.store.fails = True
        await t.beats(s=20)
        assert t["a"].hub.circles == (circle,)
        assert t["a"].lease_ms > t.clock.now_ms()

    cluster("a", "b")(play)


def test_who_can_reach_nobody_lets_go_at_the_bound() -> None:
    """N13: somebody out of sight may have taken the circle up."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        for node in t.nodes.values():
            node.store.fails = True
        t["b"].cut_off = True
        await t.beats(s=11)
        assert circle not in t["a"].hub.circles

    cluster("a", "b")(play)


def test_nobody_sounds_on_beside_a_node_that_has_the_circle() -> None:
    """N13: also when that node has lost the store since."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        t["a"].store.fails, t["a"].cut_off = True, True
        await t.beats(s=4)
        assert await goes_to(t["b"], circle) is None
        t["a"].cut_off, t["b"].store.fails = False, True
        await t.beats(s=7)
        assert t["a"].hub.circles == ()
        assert t["b"].hub.circles == (circle,)
        assert t["b"].lease_ms > t.clock.now_ms()

    cluster("a", "b")(play)


def test_a_media_lease_that_has_run_out_is_not_extended_without_the_store() -> None:
    """N12, N13: whoever was frozen past it does not know what has happened since."""

    async def play(t: Cluster) -> None:
        await opened_at(t, "a")
        t["a"].store.fails = True
        await t.beats(s=4, without=("a",))
        await t["a"].heartbeat.beat()
        assert t["a"].lease_ms < t.clock.now_ms()
        assert t["a"].hub.circles == ()

    cluster("a", "b")(play)


def test_what_was_taken_is_let_go_of_at_the_next_beat_whatever_the_clock_says() -> None:
    """N14: a paused machine's clock stands still with it."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        guest = await enters(t["a"], circle, FRIDA)
        held = t.store.claims.holders([circle])[circle]
        await t["b"].store.claim(circle, t["b"].name, held)
        await t.beats()
        assert t["a"].hub.circles == ()
        assert (await guest.read()).goodbye is EndReason.MOVED

    cluster("a", "b")(play)


def test_a_circle_lost_while_it_was_being_taken_up_does_not_come_alive() -> None:
    """N14"""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        await t["a"].hub.stop()
        read = t["b"].store.read

        async def slowly(name: CircleId) -> tuple[Event, ...]:
            events = await read(name)
            held = t.store.claims.holders([circle]).get(circle)
            if held and held.node == t["b"].name:
                await t["a"].store.claim(circle, t["a"].name, held)
                await t["b"].heartbeat.beat()
            return events

        t["a"].node.draining = True
        await t.beats(s=1)
        t["b"].store.read = slowly  # type: ignore[method-assign]
        with pytest.raises(Conflict):
            await t["b"].hub.actor(circle)
        assert t["b"].hub.circles == ()

    cluster("a", "b")(play)


def test_a_beat_that_fails_is_a_beat_missed_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    """N12: not the last one, or the circles here would stand silent for ever."""

    async def play(t: Cluster) -> None:
        beats: list[int] = []

        async def stumbles() -> None:
            beats.append(1)
            if len(beats) == 1:
                raise ZeroDivisionError

        t["a"].heartbeat.beat = stumbles  # type: ignore[method-assign]
        t["a"].heartbeat._timing = replace(TIMING, beat_ms=1)
        running = asyncio.create_task(t["a"].heartbeat.run())
        await until(lambda: len(beats) > 2)
        running.cancel()
        assert "a beat failed" in caplog.text

    cluster("a")(play)


def test_a_line_lost_while_the_store_was_away_is_noted_when_it_is_back() -> None:
    """N16, S3"""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        actor = await t["a"].hub.actor(circle)
        outbox: Outbox[object] = Outbox()
        await actor.arrive(FRIDA, NAMES[FRIDA], outbox)
        await enters(t["a"], circle, PIET)
        t["a"].store.fails = True
        await actor.lose(FRIDA, outbox)
        t.clock.move(ms=UNNOTED_MS)
        await until(lambda: FRIDA not in actor._participants)
        assert actor.circle.seat(FRIDA).here
        t["a"].store.fails = False
        t.clock.move(s=1)
        await actor.ask(PIET, NextStep(seen=0))
        assert not actor.circle.seat(FRIDA).here

    cluster("a")(play)


def test_a_node_that_drains_hands_over_idle_circles_at_once_and_others_at_the_next_step() -> None:
    """N10"""

    async def play(t: Cluster) -> None:
        idle, busy = await opened_at(t, "a"), await opened_at(t, "a")
        guest = await enters(t["a"], busy, FRIDA)
        actor = await t["a"].hub.actor(busy)
        draining = asyncio.create_task(t["a"].node.drain(t["a"].hub, random.Random(0), 600_000))
        await until(lambda: t["a"].hub.circles == (busy,))
        assert await goes_to(t["b"], idle) is None
        await t.beats()
        assert await goes_to(t["b"], await t["a"].opens()) is None
        assert await actor.ask(FRIDA, NextStep(seen=0)) is None
        await draining
        assert (await guest.read()).goodbye is EndReason.MOVED
        assert not guest.line._sound.open
        assert await goes_to(t["a"], busy) == "b"
        assert await goes_to(t["b"], busy) is None
        assert (await t["b"].hub.actor(busy)).circle.step == 1

    cluster("a", "b")(play)


def test_at_the_end_of_its_time_a_draining_node_waits_for_no_step() -> None:
    """N10"""

    async def play(t: Cluster) -> None:
        busy = await opened_at(t, "a")
        await enters(t["a"], busy, FRIDA)
        draining = asyncio.create_task(t["a"].node.drain(t["a"].hub, random.Random(0), 2000))
        await asyncio.sleep(0.15)
        assert t["a"].hub.circles == (busy,)
        t.clock.move(s=3)
        await draining
        assert await goes_to(t["b"], busy) is None

    cluster("a", "b")(play)


def test_those_who_are_left_move_one_after_the_other_before_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """N10: else all of their people would come back at once, and wait for one another."""
    monkeypatch.setattr("app.cluster.node.LOOKS_EVERY_MS", 1)

    async def play(t: Cluster) -> None:
        hub = t["a"].hub
        for _ in range(3):
            await enters(t["a"], await opened_at(t, "a"), FRIDA)
        draining = asyncio.create_task(t["a"].node.drain(hub, random.Random(0), 3 * PERSON_MS + 10))
        for left in (3, 2, 1):
            await asyncio.sleep(0.05)
            assert len(hub.circles) == left
            t.clock.move(ms=PERSON_MS)
            await until(lambda left=left: len(hub.circles) < left)  # type: ignore[misc]
        await draining

    cluster("a", "b")(play)


def test_a_node_that_drains_while_the_store_hangs_waits_for_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """N10: not once for each circle, or the machine would be shut down before all have been let go of."""
    monkeypatch.setattr("app.cluster.node.AT_ONCE", 2)

    async def play(t: Cluster) -> None:
        for _ in range(5):
            await enters(t["a"], await opened_at(t, "a"), FRIDA)
        waited: list[CircleId] = []

        async def hangs(claim: Claim, to: NodeId | None = None) -> None:
            waited.append(claim.circle)
            raise StoreFailed

        t["a"].store.release = hangs  # type: ignore[method-assign]
        await t["a"].node.drain(t["a"].hub, random.Random(0), 0)
        assert len(waited) == 2
        await t["a"].hub.stop()
        assert not any(sound.open for sound in t["a"].sounds)

    cluster("a", "b")(play)


def test_idle_circles_are_handed_over_side_by_side() -> None:
    """N10: so that none waits for the store's answers about all the others."""

    async def play(t: Cluster) -> None:
        circles = {await opened_at(t, "a") for _ in range(3)}
        asked: set[CircleId] = set()
        all_asked = asyncio.Event()

        async def is_slow(claim: Claim, to: NodeId | None = None) -> None:
            asked.add(claim.circle)
            if asked == circles:
                all_asked.set()
            await all_asked.wait()
            t.store.claims.release(claim, to)

        t["a"].store.release = is_slow  # type: ignore[method-assign]
        async with asyncio.timeout(5):
            await t["a"].node.drain(t["a"].hub, random.Random(0), 600_000)
        assert set(t["b"].hub.circles) == circles

    cluster("a", "b")(play)


def test_the_last_node_keeps_its_circles_until_it_stops() -> None:
    """N10: nobody can take them; they are kept, and the next start takes them up without waiting."""

    async def play(t: Cluster) -> None:
        busy = await opened_at(t, "a")
        await t["a"].node.drain(t["a"].hub, random.Random(0), 0)
        assert t["a"].hub.circles == (busy,)
        await t["a"].hub.stop()
        assert await t.store.holders([busy]) == {}

    cluster("a")(play)


def test_a_circles_time_never_runs_back() -> None:
    """N8: whoever takes it up may have a clock that lags behind."""
    clock = HandMovedClock()
    later = CircleClock(clock, START_MS + 3_600_000)
    assert later.now_ms() == START_MS + 3_600_000
    rung: list[int] = []
    later.call_at(later.now_ms() + 1000, lambda: rung.append(later.now_ms()))
    clock.move(ms=999)
    assert rung == []
    clock.move(ms=1)
    assert rung == [START_MS + 3_601_000]
    assert CircleClock(clock, START_MS).now_ms() == clock.now_ms()


def test_a_node_whose_clock_is_an_hour_off_goes_by_the_others() -> None:
    """N8: or phases would be over by an hour when it takes a circle up."""

    async def play(t: Cluster) -> None:
        hour_ms = 3_600_000
        beating = asyncio.create_task(beat_on(t, hour_ms))
        set_to: list[int] = []
        try:
            await t["late"].heartbeat.begin(set_to.append)
        finally:
            beating.cancel()
        assert len(set_to) == 1
        assert abs(set_to[0] - t.clock.now_ms() - hour_ms) < TIMING.claim_ms

    async def beat_on(t: Cluster, ahead_ms: int) -> None:
        node = t["a"].node
        node.clock = CircleClock(t.clock, t.clock.now_ms() + ahead_ms)
        while True:
            await t["a"].heartbeat.beat()
            await asyncio.sleep(0.05)

    cluster("a", "late")(play)


def test_a_node_knows_the_others_before_it_takes_browsers() -> None:
    """N18: it keeps the files of their builds then; the last of them may be gone a moment later."""

    async def play(t: Cluster) -> None:
        new = OneNode("new", t)
        new.heartbeat._timing = replace(TIMING, beat_ms=1)
        await new.heartbeat.begin(lambda now_ms: None)
        assert [status.address for status in new.node.membership.others()] == ["a"]

    cluster("a")(play)


def test_a_circle_that_was_opened_for_nothing_is_ended_wherever_it_lives() -> None:
    """G14, G33: two nodes open the same meeting, and the one that stands is not this. Its record names no group."""

    async def play(t: Cluster) -> None:
        for name in ("a", "b"):
            circle = await opened_at(t, name)
            await GroupCircles(t["a"].store, t["a"].hub).end(circle)
            assert [node.hub.circles for node in t.nodes.values()] == [(), ()]
            assert t.store.records[circle].title == ""

    cluster("a", "b")(play)


def test_a_circle_with_people_in_it_is_called_off_from_no_node() -> None:
    """G5, N1: nor is one that cannot be asked."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        await enters(t["a"], circle, PIET)
        for hub in (t["a"].hub, t["b"].hub):
            assert not await hub.tell(circle, CalledOff())
        assert await (await t["a"].hub.actor(circle)).ask(PIET, Leave()) is None
        t["a"].cut_off = True
        assert not await t["b"].hub.tell(circle, CalledOff())
        t["a"].cut_off = False
        assert await t["b"].hub.tell(circle, CalledOff())
        assert await t["b"].hub.tell(circle, CalledOff())

    cluster("a", "b")(play)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.01)


def owner_of_living(t: Cluster, circle: CircleId) -> OneNode:
    """Who runs it, leaving out the dead one."""
    [owner] = [node for node in t.nodes.values() if node.hub.living(circle) and not node.cut_off]
    return owner


def test_any_node_tells_a_circle_whom_its_group_still_invites() -> None:
    """D10, N1: where it lives; a node that is not reached is told later."""

    async def play(t: Cluster) -> None:
        circle = await opened_at(t, "a")
        page = await enters(t["a"], circle, PIET)
        ended = tuple(None if seat == PIET else 0 for seat in range(1, len(NAMES) + 1))
        t["a"].cut_off = True
        assert not await t["b"].hub.tell(circle, InvitationsChanged(renewals=ended))
        t["a"].cut_off = False
        assert await t["b"].hub.tell(circle, InvitationsChanged(renewals=ended))
        assert (await page.read()).goodbye is EndReason.UNINVITED
        assert await t["b"].hub.tell(CircleId("never opened"), InvitationsChanged(renewals=ended))

    cluster("a", "b")(play)
