"""What is done again and again for as long as a server runs."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable

from app.store.store import StoreFailed

log = logging.getLogger(__name__)


async def go_on(step: Callable[[], Awaitable[None]], pause_s: Callable[[], float], failed: str) -> None:
    """Take this step, and again after each pause, until cancelled.

    One that raises is logged as having `failed`, and the next one follows.
    """
    while True:
        try:
            await step()
        except StoreFailed:
            pass  # said elsewhere; it is tried again
        except Exception:
            log.exception(failed)
        await asyncio.sleep(pause_s())


def about_s(pause_s: float) -> float:
    """So long, up to half of it more or less, so that several nodes do not do it all at once."""
    return random.uniform(0.5, 1.5) * pause_s
