"""The machine's clock: setting it moves nothing, and the time a machine was suspended for has passed."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.circle.notices import GroupNotice
from app.cluster.client import Unreachable
from app.cluster.heartbeat import Heartbeat
from app.cluster.membership import Membership
from app.cluster.node import Node
from app.live import clock as clocks
from app.live.clock import SystemClock, elapsed_s, go_with_machine
from app.live.hub import Hub
from app.live.placement import SingleNode
from app.store.store import CircleId, NodeId
from tests.support.nodes import TIMING
from tests.support.server import running
from tests.support.sound import SilentSound
from tests.support.store import MemoryStore

HOUR_S = 3600


class Machine:
    """Its clock goes as ours does, until it is suspended: a moment here, an hour for everybody else."""

    def __init__(self) -> None:
        self.suspended_s = 0.0

    def elapsed_s(self) -> float:
        return time.monotonic() + self.suspended_s


def test_time_goes_on_while_the_machine_sleeps() -> None:
    """N8: the wall clock of a meeting is that of everybody else."""
    machine = Machine()
    clock = SystemClock(machine.elapsed_s)
    before_ms = clock.now_ms()
    assert abs(before_ms - time.time() * 1000) < 1000
    machine.suspended_s = HOUR_S
    assert HOUR_S * 1000 <= clock.now_ms() - before_ms < HOUR_S * 1000 + 5000
    assert clock.elapsed_at_s(clock.now_ms()) == pytest.approx(machine.elapsed_s(), abs=0.1)


def test_setting_the_time_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """N8"""
    clock = SystemClock()
    before_ms = clock.now_ms()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert 0 <= clock.now_ms() - before_ms < 5000


@pytest.mark.parametrize(("by_s", "nobody_is_here"), [(-HOUR_S, lambda: True), (2 * HOUR_S, lambda: True), (60, None)])
def test_that_the_time_was_set_is_said(
    by_s: int,
    nobody_is_here: Callable[[], bool] | None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """N8, G14: meetings of groups open by the time before: back, far ahead, or where other nodes go by it too.

    A machine that has slept and knows it has not been set.
    """
    monkeypatch.setattr(clocks, "LOOK_AGAIN_S", 0.001)
    true = time.time

    async def run() -> None:
        machine = Machine()
        clock = SystemClock(machine.elapsed_s)
        saying = asyncio.create_task(go_with_machine(clock, nobody_is_here))
        machine.suspended_s = HOUR_S
        monkeypatch.setattr(time, "time", lambda: true() + HOUR_S)
        assert clock.machine_ahead_s() == pytest.approx(0, abs=1)
        clock.set(clock.now_ms() + HOUR_S * 1000)
        assert clock.machine_ahead_s() == pytest.approx(0, abs=1)
        before_ms = clock.now_ms()
        monkeypatch.setattr(time, "time", lambda: true() + HOUR_S + by_s)
        await until(saying.done)
        await saying
        assert clock.now_ms() - before_ms < 5000

    asyncio.run(run())
    assert "clock has been set" in caplog.text


def test_a_server_that_its_host_pauses_each_night_goes_with_its_machine_once_nobody_is_there(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """N8, G14: else meetings open half an hour late after two months of nights."""
    monkeypatch.setattr(clocks, "LOOK_AGAIN_S", 0.001)
    true = time.time

    async def run() -> None:
        clock, somebody = SystemClock(), True
        going = asyncio.create_task(go_with_machine(clock, lambda: not somebody))
        begun_ms = clock.now_ms()
        for nights in (1, 2):
            somebody = True
            monkeypatch.setattr(time, "time", lambda nights=nights: true() + 30 * nights)
            await asyncio.sleep(0.05)
            assert clock.machine_ahead_s() == pytest.approx(30, abs=1)
            somebody = False
            await until(lambda: clock.machine_ahead_s() < 1)
            assert clock.now_ms() - begun_ms == pytest.approx(30_000 * nights, abs=5000)
        assert not going.done()
        going.cancel()

    asyncio.run(run())
    assert "clock has been set" not in caplog.text


def test_what_is_measured_is_the_time_that_has_passed_for_everybody() -> None:
    """N12: on Linux `time.monotonic` leaves out what a machine was suspended for."""
    assert elapsed_s() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=0.5)


def test_an_alarm_that_came_due_in_sleep_rings_soon_after_waking(monkeypatch: pytest.MonkeyPatch) -> None:
    """T5, E4: a loop's own timer would ring an hour late."""
    monkeypatch.setattr(clocks, "LOOK_AGAIN_S", 0.01)

    async def run() -> None:
        machine = Machine()
        clock = SystemClock(machine.elapsed_s)
        rung: list[str] = []
        clock.call_at(clock.now_ms() + 2 * HOUR_S * 1000, lambda: rung.append("later"))
        clock.call_at(clock.now_ms() + HOUR_S * 1000, lambda: rung.append("due"))
        called_off = clock.call_at(clock.now_ms() + HOUR_S * 1000, lambda: rung.append("called off"))
        await asyncio.sleep(0.05)
        assert rung == []
        called_off.cancel()
        machine.suspended_s = HOUR_S
        await until(lambda: rung)
        await asyncio.sleep(0.05)
        assert rung == ["due"]
        called_off.cancel()

    asyncio.run(run())


def test_an_alarm_rings_in_its_time_and_once() -> None:
    """T5: never before, and one for what has passed at once, but not in the middle of who sets it."""

    async def run() -> None:
        clock, rung = SystemClock(), list[int]()
        for in_ms in (30, 0, -1000):
            clock.call_at(clock.now_ms() + in_ms, lambda: rung.append(clock.now_ms()))
        due_ms = clock.now_ms() + 30
        assert rung == []
        await until(lambda: len(rung) == 3)
        assert rung[2] >= due_ms - 1
        await asyncio.sleep(0.05)
        assert len(rung) == 3

    asyncio.run(run())


def test_the_sound_goes_by_the_same_clock_as_the_claims(tmp_path: Path) -> None:
    """N12: a lease that has run out in sleep has run out."""

    async def run() -> None:
        async with running(tmp_path) as server:
            media = server.services.hub._open_sound.__self__  # type: ignore[attr-defined]
            assert media._clock is elapsed_s
            assert server.services.hub.clock._elapsed_s is elapsed_s  # type: ignore[attr-defined]

    asyncio.run(run())


def test_a_node_that_slept_past_its_claim_wakes_up_silent() -> None:
    """N12, N14: and compares its claims before it sounds on."""

    async def run() -> None:
        machine, store, leases = Machine(), MemoryStore(), list[int]()
        clock, name = SystemClock(machine.elapsed_s), NodeId("here")
        hub = Hub(store, SingleNode(store, name), clock, SilentSound, 10)
        node = Node(address="here", membership=Membership(name, TIMING.claim_ms), clock=clock, count=lambda: (0, 0))
        heartbeat = Heartbeat(store, node, SilentNodeClient(), hub, leases.append, TIMING)
        await heartbeat.begin(clock.set)
        assert clock.elapsed_at_s(leases[-1]) > machine.elapsed_s()
        machine.suspended_s = TIMING.claim_ms / 1000
        assert clock.elapsed_at_s(leases[-1]) <= machine.elapsed_s()
        assert not heartbeat.has_store
        await heartbeat.beat()
        assert hub._checks == 1
        assert clock.elapsed_at_s(leases[-1]) > machine.elapsed_s()

    asyncio.run(run())


class SilentNodeClient:
    """Nobody is asked."""

    async def holds(self, address: str, circle: CircleId) -> bool:
        raise Unreachable

    async def take_up(self, address: str, circle: CircleId) -> None:
        raise Unreachable

    async def tell(self, address: str, circle: CircleId, notice: GroupNotice) -> bool:
        raise Unreachable

    async def may_have(self, address: str, circles: Sequence[CircleId]) -> bool:
        raise Unreachable


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.005)
