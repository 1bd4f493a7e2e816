"""A thread of its own for what blocks: one piece of work at a time, and nobody waits for it beyond a deadline."""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


class BlockingThread:
    """Made on the loop, used from it alone.

    Nothing queues up in it: whoever waits, waits on the loop, so a disk that stalls for an hour holds up one piece of
    work and no more. It is a daemon thread, for such a disk must not keep the process from ending.
    """

    def __init__(self, name: str) -> None:
        self._work = queue.SimpleQueue[_Work | None]()
        self._free = asyncio.Semaphore(1)
        threading.Thread(target=self._run, name=name, daemon=True).start()

    async def do(self, work: Callable[[], T], within_s: float, give_up: Callable[[], None] | None = None) -> T:
        """Do this work on the thread, after what it is doing now. Returns and raises what the work does.

        Raises TimeoutError when it has not been done by then. If it is under way, `give_up` is called, and it may be
        done at last all the same; whatever is asked next comes after it.
        """
        async with asyncio.timeout(within_s):
            await self._free.acquire()
            under_way = _Work(work)
            under_way.done.add_done_callback(self._done)
            self._work.put(under_way)
            try:
                result: T = await asyncio.shield(under_way.done)
            except asyncio.CancelledError:
                if give_up:
                    give_up()
                raise
            return result

    def end(self) -> None:
        """No more work: the thread ends once it has done what it is at."""
        self._work.put(None)

    def _done(self, outcome: "asyncio.Future[Any]") -> None:
        """Let the next one begin. What goes wrong after its deadline is nobody's news any more: it is read here."""
        self._free.release()
        if not outcome.cancelled():
            outcome.exception()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work.run()
            del work  # or what it has written is kept until the next one comes


class _Work:
    def __init__(self, work: Callable[[], object]) -> None:
        self._work = work
        self._loop = asyncio.get_running_loop()
        self.done: asyncio.Future[Any] = self._loop.create_future()

    def run(self) -> None:
        """On the thread."""
        try:
            result = self._work()
        except BaseException as error:
            self._tell(self.done.set_exception, error)
        else:
            self._tell(self.done.set_result, result)

    def _tell(self, what: Callable[[Any], None], outcome: object) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            self._loop.call_soon_threadsafe(what, outcome)
