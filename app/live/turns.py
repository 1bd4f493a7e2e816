"""One matter after the other: the bounded inbox that makes an actor the only writer of its circle."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from app.store.store import StoreFailed

INBOX_MAX = 256
"""Matters that may wait for their turn; 16 people cannot mean more than that."""

log = logging.getLogger(__name__)
T = TypeVar("T")


class Gone(Exception):
    """The circle is not (or no longer) alive here."""


class Turns:
    """Matters wait here and are dealt with in order. A matter is finished, whoever still waits for it."""

    def __init__(self) -> None:
        self._inbox: asyncio.Queue[tuple[Callable[[], Awaitable[Any]], asyncio.Future[Any]]] = asyncio.Queue(INBOX_MAX)
        self._over = False

    async def take(self, matter: Callable[[], Awaitable[T]]) -> T:
        """Deal with this matter in its turn; its result. Raises `Gone` when there are no turns any more, or too many
        wait, and whatever `StoreFailed` the matter met.
        """
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        if self._over or self._inbox.full():
            raise Gone
        self._inbox.put_nowait((matter, done))
        return await done

    def post(self, matter: Callable[[], Awaitable[None]]) -> None:
        """Deal with this matter in its turn, with nobody waiting. One too many is dropped."""
        if not self._over and not self._inbox.full():
            done = asyncio.get_running_loop().create_future()
            done.cancel()
            self._inbox.put_nowait((matter, done))

    async def deal(self) -> None:
        """Wait for the next matter and deal with it. Anything it raises but `StoreFailed` is raised here too."""
        matter, done = await self._inbox.get()
        try:
            answer = await matter()
        except StoreFailed as error:
            log.error("the store could not keep an event: %s", error)
            if not done.cancelled():
                done.set_exception(error)
        except BaseException:
            if not done.cancelled():
                done.set_exception(Gone())
            raise
        else:
            if not done.cancelled():
                done.set_result(answer)

    def end(self) -> None:
        """No more turns: whoever still waits is told `Gone`."""
        self._over = True
        while not self._inbox.empty():
            _, done = self._inbox.get_nowait()
            if not done.cancelled():
                done.set_exception(Gone())
