"""How long a store takes, measured from outside, the same for every store."""

import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from app.store.directory import Directory
from app.store.store import Store, StoreFailed

CALLS = tuple(name for told in (Store, Directory) for name in vars(told) if name[0] != "_" and name != "close")
"""What a store, or a directory, is asked for."""

S = TypeVar("S")


def timed(store: S, note: Callable[[str, float, bool], None]) -> S:
    """The same store, which from now on notes of each call its name, its seconds, and whether it failed."""
    for call in CALLS:
        if hasattr(store, call):
            setattr(store, call, _timed(call, getattr(store, call), note))
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
