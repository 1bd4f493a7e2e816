"""The bounded mailbox that makes an actor the only writer of its circle: it processes one job after the other."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

from app.store.store import StoreFailed

CALLS_MAX = 256
"""Calls that may wait; 16 people cannot mean more than that."""

log = logging.getLogger(__name__)
T = TypeVar("T")


class ActorStopped(Exception):
    """The circle does not run here, or no longer; or more calls wait than it can take."""


class Mailbox:
    """Calls (what people ask for) and casts (what the server itself notices) wait here; casts are processed first.

    A job is processed to its end even if its caller has been cancelled meanwhile.
    """

    def __init__(self) -> None:
        self._calls: deque[_Job] = deque()
        self._casts: dict[Hashable, _Job] = {}
        self._filled = asyncio.Event()
        self._closed = False

    @property
    def filled(self) -> bool:
        """Whether a job waits."""
        return self._filled.is_set()

    async def call(self, job: Callable[[], Awaitable[T]]) -> T:
        """Have this job processed after the calls that wait already, and return its result.

        Raises `ActorStopped` when the mailbox is closed, before or meanwhile, or when `CALLS_MAX` calls wait; and the
        `StoreFailed` that the job raised.
        """
        if self._closed or len(self._calls) >= CALLS_MAX:
            raise ActorStopped
        self._calls.append(called := _Job(job))
        self._filled.set()
        result: T = await called.done
        return result

    def cast(self, key: Hashable, job: Callable[[], Awaitable[None]]) -> "asyncio.Future[None]":
        """Have this job processed before any call. While a job of the same key waits, another one is not added.

        It takes no place among the calls, so it is never one too many, and there are never more casts than keys. The
        future ends when the job has been processed, with what `call` raises. Nobody has to await it; whoever does must
        shield it, because others may await it too.
        """
        waiting = self._casts.get(key) or _Job(job)
        waiting.done.add_done_callback(_retrieve)
        if self._closed:
            waiting.drop()
        else:
            self._casts[key] = waiting
            self._filled.set()
        return waiting.done

    async def process_next(self) -> None:
        """Wait for the next job and process it. What it raises is raised here too, except `StoreFailed`."""
        await self._filled.wait()
        job = self._next()
        try:
            result = await job.run()
        except StoreFailed as error:
            log.error("the store could not keep an event: %s", error)
            if not job.done.done():
                job.done.set_exception(error)
        except BaseException:
            job.drop()
            raise
        else:
            if not job.done.done():
                job.done.set_result(result)

    def close(self) -> None:
        """Process nothing more. Whoever waits gets `ActorStopped`. Idempotent."""
        self._closed = True
        while self._casts or self._calls:
            self._next().drop()

    def _next(self) -> "_Job":
        job = self._casts.pop(next(iter(self._casts))) if self._casts else self._calls.popleft()
        if not self._casts and not self._calls:
            self._filled.clear()
        return job


class _Job:
    """One job, and the future of its result."""

    def __init__(self, run: Callable[[], Awaitable[Any]]) -> None:
        self.run = run
        self.done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def drop(self) -> None:
        """It will not be processed, or not to its end."""
        if not self.done.done():
            self.done.set_exception(ActorStopped())


def _retrieve(done: "asyncio.Future[Any]") -> None:
    """Take the exception out, so that asyncio does not complain where nobody awaits it; it has been logged."""
    if not done.cancelled():
        done.exception()
