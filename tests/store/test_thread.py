"""One piece of blocking work at a time, and nobody waits for it beyond a deadline."""

import asyncio
import gc
import threading
from typing import Any

import pytest

from app.store.thread import BlockingThread


def test_what_fails_after_its_deadline_is_nobodys_news() -> None:
    """Whoever asked has been told in time; the log does not say again, at some later moment, what they were told."""

    async def run() -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, about: said.append(about))
        thread, goes_on = BlockingThread("test"), threading.Event()

        def fails() -> None:
            goes_on.wait(10)
            raise ValueError

        with pytest.raises(TimeoutError):
            await thread.do(fails, within_s=0.05)
        goes_on.set()
        assert await thread.do(lambda: "next", within_s=10) == "next"
        thread.end()
        gc.collect()
        return said

    assert asyncio.run(run()) == []
