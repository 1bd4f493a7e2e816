"""Emptying SQLite's write-ahead log, apart from the commands: what has been erased is then in no file any more.

A checkpoint has a connection and a thread of its own, and waits for nobody while it holds a lock. Somebody who reads
the file (a backup) keeps it from being done for as long as they read, so it is asked for again until it is done.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from contextlib import suppress

from app.store.thread import BlockingThread

AGAIN_S = 0.05
AGAIN_MAX_S = 2.0
"""How soon a checkpoint that could not be done is tried again: each time later, and at last this often."""
WORTH_A_WORD_S = 60
"""How long it may be put off before the log says so, once."""
WITHIN_S = 60.0
"""The deadline of one try. Nobody waits for it, so a disk may take its time."""

log = logging.getLogger(__name__)


class Checkpoints:
    """Those of one file. `connect` opens a connection to it."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._database: sqlite3.Connection | None = None
        self._thread = BlockingThread("checkpoints")
        self._asked = asyncio.Event()
        self._tried: asyncio.Future[None] | None = None
        self._task = asyncio.get_running_loop().create_task(self._run())

    def ask(self) -> "asyncio.Future[None]":
        """See to it that what is in the log by now leaves it, as soon as nobody reads.

        What is returned ends once it has been tried, which mostly is enough. Others may wait for it as well.
        """
        self._asked.set()
        self._tried = self._tried or asyncio.get_running_loop().create_future()
        return self._tried

    async def close(self, within_s: float) -> None:
        """Let go of the connection."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        with suppress(TimeoutError, sqlite3.Error):
            await self._thread.do(self._disconnect, within_s)
        self._thread.end()

    async def _run(self) -> None:
        while True:
            await self._asked.wait()
            self._asked.clear()
            await self._until_done()

    async def _until_done(self) -> None:
        loop = asyncio.get_running_loop()
        begun_s, again_s, told = loop.time(), AGAIN_S, False
        while (why := await self._try()) is not None:
            if not told and loop.time() - begun_s >= WORTH_A_WORD_S:
                log.warning("what has been erased is still in the store's write-ahead log: %s", why)
                told = True
            await asyncio.sleep(again_s)
            again_s = min(2 * again_s, AGAIN_MAX_S)

    async def _try(self) -> str | None:
        """None when it is done, or else why it is not."""
        tried, self._tried = self._tried, None
        try:
            done = await self._thread.do(self._checkpoint, WITHIN_S)
        except TimeoutError:
            return "the disk did not answer in time"
        except sqlite3.Error as error:
            return str(error)
        finally:
            if tried:
                tried.set_result(None)
        return None if done else "somebody has been reading the file all the time"

    def _checkpoint(self) -> bool:
        """On the thread. The first takes no lock that a command needs, and leaves hardly anything to the second."""
        if self._database is None:
            self._database = self._connect()
            self._database.execute("PRAGMA busy_timeout=0")
        self._database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        [(busy, _, _)] = self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return not busy

    def _disconnect(self) -> None:
        if self._database is not None:
            self._database.close()
