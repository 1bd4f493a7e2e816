"""The simulated loop is a loop like any other, but for its time."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest

from tests.simulation.loop import OutOfTime, SimulatedClock, SimulatedLoop, Stuck, simulate
from tests.support.clock import START_MS


def now_s() -> float:
    return asyncio.get_running_loop().time()


async def forever() -> None:
    while True:
        await asyncio.sleep(0.5)


def test_an_hour_passes_in_no_time() -> None:
    async def run() -> float:
        await asyncio.sleep(3600)
        return now_s()

    began = time.monotonic()
    assert simulate(run, limit_s=3601) == pytest.approx(3600, abs=0.001)
    assert time.monotonic() - began < 1


def test_timers_ring_in_their_order_and_never_early() -> None:
    async def run() -> list[tuple[float, float]]:
        rung: list[tuple[float, float]] = []

        def ring(at_s: float) -> None:
            rung.append((at_s, now_s()))

        for at_s in (3.0, 1.0, 2.0):
            asyncio.get_running_loop().call_at(at_s, ring, at_s)
        await asyncio.sleep(4)
        return rung

    rung = simulate(run, limit_s=5)
    assert [at_s for at_s, _ in rung] == [1, 2, 3]
    assert all(at_s <= at <= at_s + 0.001 for at_s, at in rung)


def test_callbacks_of_one_turn_keep_their_order() -> None:
    async def run() -> list[int]:
        called: list[int] = []
        for number in range(100):
            asyncio.get_running_loop().call_soon(called.append, number)
        await asyncio.sleep(0)
        return called

    assert simulate(run, limit_s=1) == list(range(100))


async def order_of_one_moment() -> tuple[int, ...]:
    """In which order do those come back who went to sleep together?"""
    awake: list[int] = []

    async def sleep(number: int) -> None:
        await asyncio.sleep(1)
        awake.append(number)

    await asyncio.gather(*map(sleep, range(5)))
    return tuple(awake)


def test_a_seed_repeats_and_another_differs() -> None:
    orders = [simulate(order_of_one_moment, seed=seed, limit_s=2) for seed in range(20)]
    assert orders == [simulate(order_of_one_moment, seed=seed, limit_s=2) for seed in range(20)]
    assert len(set(orders)) > 10


async def under_timeout(waiting: Awaitable[None]) -> None:
    async with asyncio.timeout(2):
        await waiting


@pytest.mark.parametrize("impatient", [under_timeout, lambda waiting: asyncio.wait_for(waiting, 2)])
def test_patience_ends_on_virtual_time(impatient: Callable[[Awaitable[None]], Awaitable[None]]) -> None:
    async def run() -> float:
        await impatient(asyncio.sleep(1))
        with pytest.raises(TimeoutError):
            await impatient(asyncio.sleep(1000))
        return now_s()

    assert simulate(run, limit_s=10) == pytest.approx(3, abs=0.001)


def test_everybody_waiting_for_somebody_is_told() -> None:
    async def run() -> None:
        await asyncio.sleep(1)
        await asyncio.Event().wait()

    with pytest.raises(Stuck, match=r"at 1\.000 s nothing is ready and no timer is set"):
        simulate(run, limit_s=10)


def test_time_standing_still_is_told() -> None:
    async def run() -> None:
        while True:
            await asyncio.sleep(0)

    with pytest.raises(Stuck, match="time stands still"):
        simulate(run, limit_s=10)


def test_what_takes_too_long_fails_and_is_cancelled() -> None:
    ended: list[float] = []

    async def run() -> None:
        try:
            await forever()
        finally:
            await asyncio.sleep(1)
            ended.append(now_s())

    with pytest.raises(OutOfTime, match="not over after 10 s"):
        simulate(run, limit_s=10)
    assert ended == [pytest.approx(11, abs=0.6)]


def test_what_is_left_is_cancelled() -> None:
    async def run() -> asyncio.Task[None]:
        task = asyncio.ensure_future(forever())
        await asyncio.sleep(3)
        return task

    assert simulate(run, limit_s=10).cancelled()


def test_what_fails_unseen_fails_the_simulation() -> None:
    async def run() -> None:
        asyncio.get_running_loop().call_later(1, [].pop)
        await asyncio.sleep(2)

    with pytest.raises(ExceptionGroup) as failed:
        simulate(run, limit_s=10)
    assert failed.value.subgroup(IndexError)


def test_there_are_no_threads() -> None:
    async def run() -> None:
        await asyncio.to_thread(time.sleep, 0)

    with pytest.raises(NotImplementedError):
        simulate(run, limit_s=10)


def test_each_node_has_its_own_clock_and_may_be_stepped() -> None:
    async def run() -> None:
        here, there = SimulatedClock(), SimulatedClock(offset_ms=-3_600_000)
        await asyncio.sleep(1)
        assert here.now_ms() == START_MS + 1000
        assert there.now_ms() == START_MS + 1000 - 3_600_000
        there.offset_ms = 60_000
        assert there.now_ms() == START_MS + 61_000

    simulate(run, limit_s=2)


def test_an_alarm_rings_when_its_time_has_come() -> None:
    async def run() -> list[int]:
        clock, rung = SimulatedClock(offset_ms=1_000_000), list[int]()
        start_ms = clock.now_ms()
        clock.call_at(start_ms + 1500, lambda: rung.append(clock.now_ms() - start_ms))
        clock.call_at(start_ms - 1500, lambda: rung.append(clock.now_ms() - start_ms))
        clock.call_at(start_ms + 100, lambda: rung.append(-1)).cancel()
        await asyncio.sleep(2)
        return rung

    assert simulate(run, limit_s=3) == [0, 1500]


def test_chance_follows_the_seed() -> None:
    async def run() -> float:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, SimulatedLoop)
        return loop.rng.random()

    assert simulate(run, seed=1, limit_s=1) == simulate(run, seed=1, limit_s=1) != simulate(run, seed=2, limit_s=1)
