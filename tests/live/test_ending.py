"""What is told to end ends, or is left behind: nothing holds up the end of all the rest."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any

import pytest

from app.live import ending
from app.live.ending import end_in_time, end_tasks, start
from app.web.race import race


async def in_vain(times: int, then: Callable[[], Awaitable[None]]) -> None:
    """Lose so many cancellations as a library does, with `wait_for` and a result in the same turn; then go on."""
    for _ in range(times):
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            continue
    await then()


async def for_ever() -> None:
    await asyncio.sleep(3600)


async def mistaken() -> None:
    await asyncio.sleep(0)
    raise ZeroDivisionError


async def mistaken_at_its_end() -> None:
    try:
        await for_ever()
    finally:
        await mistaken()


async def stubborn() -> None:
    while True:
        await in_vain(1, lambda: asyncio.sleep(0))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "AGAIN_S", 0.01)
    monkeypatch.setattr(ending, "ENDS_WITHIN_S", 0.2)


@pytest.fixture
def patient(impatient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """For what ends: a busy machine may need longer for it."""
    monkeypatch.setattr(ending, "ENDS_WITHIN_S", 20)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_cancellation_that_is_lost_is_said_again(times: int) -> None:
    async def scenario() -> None:
        task = asyncio.ensure_future(in_vain(times, for_ever))
        await asyncio.sleep(0)
        assert await end_tasks(task)
        assert task.cancelled()

    asyncio.run(scenario())


@pytest.mark.usefixtures("patient")
def test_a_cancellation_that_wait_for_swallows_is_said_again() -> None:
    """Before Python 3.12; since then it is not swallowed, and this shows nothing."""

    async def writes_then_waits(done: "asyncio.Future[None]") -> None:
        await asyncio.wait_for(done, 10)
        await for_ever()

    async def scenario() -> None:
        done = asyncio.get_running_loop().create_future()
        task = asyncio.ensure_future(writes_then_waits(done))
        await asyncio.sleep(0)
        done.set_result(None)
        assert await end_tasks(task)
        assert task.cancelled()

    asyncio.run(scenario())


def test_what_never_ends_is_left_behind_and_said(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        task, other = asyncio.ensure_future(stubborn()), asyncio.ensure_future(for_ever())
        await asyncio.sleep(0)
        async with asyncio.timeout(2):
            assert not await end_tasks(task, other)
        assert other.cancelled()
        await asyncio.wait([task], timeout=0)

    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(scenario())
    finally:
        asyncio.set_event_loop(None)
        for task in asyncio.all_tasks(loop):
            task._log_destroy_pending = False
        loop.close()
    assert [record.message for record in caplog.records] == ["something would not end and was left behind: stubborn"]


def test_what_has_failed_has_ended_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    async def fails() -> None:
        raise RuntimeError

    async def scenario() -> None:
        task = asyncio.ensure_future(fails())
        await asyncio.sleep(0)
        assert await end_tasks(task)

    asyncio.run(scenario())
    assert not caplog.records


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("work", [mistaken, mistaken_at_its_end])
def test_what_was_to_go_on_and_dies_of_a_mistake_is_said_once(
    caplog: pytest.LogCaptureFixture, work: Callable[[], Coroutine[Any, Any, None]]
) -> None:
    """Or nobody would know: it is no part of anything that people wait for."""

    async def scenario() -> None:
        async with AsyncExitStack() as opened:
            start(for_ever(), opened)
            start(work(), opened)
            await asyncio.sleep(0.01)

    asyncio.run(scenario())
    [record] = caplog.records
    assert record.message == f"nobody has caught an error in {work.__name__}"
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


def test_a_step_has_its_time_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    async def wrong() -> None:
        raise OSError

    async def scenario() -> None:
        async with asyncio.timeout(2):
            await end_in_time(asyncio.sleep, 0)
            await end_in_time(for_ever)
        with pytest.raises(OSError):
            await end_in_time(wrong)

    with caplog.at_level(logging.ERROR):
        asyncio.run(scenario())
    assert [record.message for record in caplog.records] == ["something would not end and was left behind: for_ever"]


def test_whichever_is_first_the_others_end_though_they_lose_a_cancellation() -> None:
    async def first() -> None:
        await asyncio.sleep(0.01)

    async def scenario() -> None:
        async with asyncio.timeout(2):
            await race(first(), in_vain(1, for_ever))
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(scenario())
