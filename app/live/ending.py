"""Starting tasks, and ending them in bounded time, also those that do not end when they are cancelled."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any

ENDS_WITHIN_S = 5.0
"""How long anything may take to end. Nothing takes a tenth of it, unless something is broken."""

AGAIN_S = 0.5

log = logging.getLogger(__name__)


async def end_tasks(*tasks: "asyncio.Task[Any]") -> bool:
    """Cancel tasks and wait until they have ended, for `ENDS_WITHIN_S` at most; whether they all have.

    They are told again and again, because being told once can get lost: before Python 3.12 `asyncio.wait_for` swallows
    a cancellation that comes in the same turn as a result, and what libraries have made of it may do the same.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + ENDS_WITHIN_S
    while (going_on := [task for task in tasks if not task.done()]) and loop.time() < until:
        for task in going_on:
            task.cancel()
        await asyncio.wait(going_on, timeout=AGAIN_S)
    for task in tasks:
        if not task.done():
            _left_behind(task)
        elif not task.cancelled():
            task.exception()  # or asyncio complains that nobody has looked at it
    return not going_on


async def end_in_time(step: Callable[..., Awaitable[object]], *arguments: Any) -> None:
    """Await one step of a shutdown for `ENDS_WITHIN_S` at most; then cancel it and go on. Raises what it raises."""
    task = asyncio.ensure_future(step(*arguments))
    await asyncio.wait([task], timeout=ENDS_WITHIN_S)
    if task.done():
        task.result()
    else:
        task.cancel()
        _left_behind(task)


def _left_behind(task: "asyncio.Future[Any]") -> None:
    log.error("something would not end and was left behind: %s", _name_of(task))


def start(work: Coroutine[Any, Any, None], opened: AsyncExitStack) -> asyncio.Task[None]:
    """Run this as a task, which is ended when `opened` is closed. What it dies of is logged."""
    task = asyncio.get_running_loop().create_task(work)
    task.add_done_callback(_say_if_failed)
    opened.push_async_callback(end_tasks, task)
    return task


def _say_if_failed(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error("nobody has caught an error in %s", _name_of(task), exc_info=error)


def _name_of(task: "asyncio.Future[Any]") -> str:
    work = task.get_coro() if isinstance(task, asyncio.Task) else task
    return getattr(work, "__qualname__", type(work).__qualname__)
