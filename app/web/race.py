"""Several coroutines side by side, until one of them ends."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from app.live.ending import end_tasks

T = TypeVar("T")


async def race(*works: Coroutine[Any, Any, T]) -> T:
    """The result, or the error, of whichever ends first; of two at once, of the one named first. The others end too."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(task for task in tasks if task.done()).result()
    finally:
        await end_tasks(*tasks)
