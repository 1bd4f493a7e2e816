"""How long a store takes, measured from outside, the same for every store."""

import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from app.store.directory import NodeDirectory
from app.store.store import Store, StoreFailed

OLDER_NAMES = {"publish": "show"}
"""What metrics still call it, because dashboards and alerts outside may ask for that."""
CALLS = {
    name: OLDER_NAMES.get(name, name)
    for protocol in (Store, NodeDirectory)
    for name in vars(protocol)
    if name[0] != "_" and name != "close"
}
"""The calls of a store and of a node directory, and the name of each in the metrics."""

S = TypeVar("S")


def timed(store: S, note: Callable[[str, float, bool], None]) -> S:
    """The same store. From now on it calls `note(name, seconds, failed)` after each of its calls (`CALLS`)."""
    for call, name in CALLS.items():
        if hasattr(store, call):
            setattr(store, call, _timed(name, getattr(store, call), note))
    return store


def _timed(
    call: str, do: Callable[..., Awaitable[Any]], note: Callable[[str, float, bool], None]
) -> Callable[..., Awaitable[Any]]:
    async def do_and_note(*given: Any, **named: Any) -> Any:
        began_s, failed = time.perf_counter(), False
        try:
            return await do(*given, **named)
        except StoreFailed:
            failed = True
            raise
        finally:
            note(call, time.perf_counter() - began_s, failed)

    return do_and_note
