"""One matter after the other: the bounded inbox that makes an actor the only writer of its circle."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

from app.store.store import StoreFailed

INBOX_MAX = 256
"""Matters that may wait for their turn; 16 people cannot mean more than that."""

log = logging.getLogger(__name__)
T = TypeVar("T")


class Gone(Exception):
    """The circle is not (or no longer) alive here."""


class Turns:
    """Matters wait here and are dealt with in order, what the server itself has noted before what people ask.

    A matter is finished, whoever still waits for it.
    """

    def __init__(self) -> None:
        self._inbox: deque[_Matter] = deque()
        self._noted: dict[Hashable, _Matter] = {}
        self._waiting = asyncio.Event()
        self._over = False

    async def take(self, matter: Callable[[], Awaitable[T]]) -> T:
        """Deal with this matter in its turn; its result. Raises `Gone` when there are no turns any more, or too many
        wait, and whatever `StoreFailed` the matter met.
        """
        if self._over or len(self._inbox) >= INBOX_MAX:
            raise Gone
        self._inbox.append(waits := _Matter(matter))
        self._waiting.set()
        result: T = await waits.done
        return result

    def note(self, what: Hashable, matter: Callable[[], Awaitable[None]]) -> "asyncio.Future[None]":
        """Deal with this before anything that waits: once, however often the same is noted meanwhile.

        It takes no place in the inbox, so it is never one too many, and there are no more notes than things to note.
        What is returned ends when it has been dealt with, with what `take` raises. Nobody has to wait for it, and
        whoever does must shield it, for others may wait as well.
        """
        noted = self._noted.get(what) or _Matter(matter)
        noted.done.add_done_callback(_read)
        if self._over:
            noted.gone()
        else:
            self._noted[what] = noted
            self._waiting.set()
        return noted.done

    async def deal(self) -> None:
        """Wait for the next matter and deal with it. Anything it raises but `StoreFailed` is raised here too."""
        await self._waiting.wait()
        next_one = self._next()
        try:
            answer = await next_one.matter()
        except StoreFailed as error:
            log.error("the store could not keep an event: %s", error)
            if not next_one.done.done():
                next_one.done.set_exception(error)
        except BaseException:
            next_one.gone()
            raise
        else:
            if not next_one.done.done():
                next_one.done.set_result(answer)

    def end(self) -> None:
        """No more turns: whoever still waits is told `Gone`."""
        self._over = True
        while self._noted or self._inbox:
            self._next().gone()

    def _next(self) -> "_Matter":
        next_one = self._noted.pop(next(iter(self._noted))) if self._noted else self._inbox.popleft()
        if not self._noted and not self._inbox:
            self._waiting.clear()
        return next_one


class _Matter:
    """One of them, and what whoever waits for it is told."""

    def __init__(self, matter: Callable[[], Awaitable[Any]]) -> None:
        self.matter = matter
        self.done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def gone(self) -> None:
        """There is no turn for it any more."""
        if not self.done.done():
            self.done.set_exception(Gone())


def _read(done: "asyncio.Future[Any]") -> None:
    """Nobody may be waiting, and then a failure, which is in the log, is no news."""
    if not done.cancelled():
        done.exception()
