"""What goes of groups by itself: each server looks through all of them, for as long as it runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from app.live.going_on import about_s, go_on
from app.live.kept_groups import KeptGroups, NoGroup
from app.store.groups import GroupId
from app.store.store import NotReadable, StoreFailed

TIDY_EVERY_S = 6 * 3600
"""How often every group is looked through for what is not kept any longer."""
TIDY_PAUSE_S = 0.01
"""How long it waits before the next one: each takes the loop a millisecond, and voices come first."""

log = logging.getLogger(__name__)


Then = Callable[[GroupId], Awaitable[None]]


async def go_on_tidying(kept: KeptGroups, then: Then | None = None) -> None:
    """Look through every group, again and again."""
    await go_on(lambda: tidy_all(kept, then), lambda: about_s(TIDY_EVERY_S), "looking through the groups failed")


async def tidy_all(kept: KeptGroups, then: Then | None = None) -> None:
    """Look through every group for what is not kept any longer, and do `then` with it. Raises `StoreFailed`."""
    await kept.erase_refused()
    names = await kept.names()
    kept.counters.kept = len(names)
    for group in names:
        await _tidy(kept, group, then)
        await asyncio.sleep(TIDY_PAUSE_S)


async def _tidy(kept: KeptGroups, group: GroupId, then: Then | None) -> None:
    """One that cannot be looked through keeps no other from it. Raises `StoreFailed`."""
    try:
        with suppress(NoGroup, NotReadable):
            await kept.tidy(group)
            if then:
                await then(group)
    except StoreFailed:
        raise
    except Exception:
        log.exception("a group could not be looked through; the others are")
