"""How long a store takes, measured from outside, the same for every store."""

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from app.store.directory import NodeDirectory
from app.store.groups import Groups, GroupsRefused
from app.store.store import NotReadable, Store, StoreFailed

OLDER_NAMES = {"publish": "show"}
"""What metrics still call it, because dashboards and alerts outside may ask for that."""
CALLS = {
    name: OLDER_NAMES.get(name, name)
    for protocol in (Store, NodeDirectory)
    for name in vars(protocol)
    if name[0] != "_" and name != "close"
}
"""The calls of a store and of a node directory, and the name of each in the metrics."""
GROUP_CALLS = {name: f"group_{name}" for name in vars(Groups) if name[0] != "_"}
"""The same of a store's groups."""

S = TypeVar("S")
Note = Callable[[str, float, bool], None]


def timed(store: S, note: Note) -> S:
    """The same store. From now on it calls `note(name, seconds, failed)` after each of its calls, its groups' too."""
    _time(store, CALLS, note)
    _time(getattr(store, "groups", None), GROUP_CALLS, note)
    return store


def _time(owner: object, calls: Mapping[str, str], note: Note) -> None:
    for call, name in calls.items():
        if hasattr(owner, call):
            setattr(owner, call, _timed(name, getattr(owner, call), note))


def _timed(call: str, do: Callable[..., Awaitable[Any]], note: Note) -> Callable[..., Awaitable[Any]]:
    async def do_and_note(*given: Any, **named: Any) -> Any:
        began_s, failed = time.perf_counter(), False
        try:
            return await do(*given, **named)
        except (GroupsRefused, NotReadable):  # it keeps none, or what a newer release has kept: it has not failed
            raise
        except StoreFailed:
            failed = True
            raise
        finally:
            note(call, time.perf_counter() - began_s, failed)

    return do_and_note
