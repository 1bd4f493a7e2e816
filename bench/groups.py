"""How long it takes to open a group's page where five thousand groups lie in one store: read, seen, written as JSON.

Each group has ten people, a year of fortnightly dates, and half a year of meetings that were held.
"""

import asyncio
import random
import statistics
import tempfile
import time
from pathlib import Path

from pydantic import TypeAdapter

from app.circle.replacing import replace
from app.group.commands_people import AddPerson
from app.group.group import Group
from app.group.view import GroupView, view_of_group
from app.live.clock import SystemClock
from app.live.groups import GroupKeeper
from app.live.hub import Hub
from app.live.placement import SingleNode
from app.store.groups import GroupId
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.store.store import NodeId
from tests.support.group_scene import FRIDA, GroupScene
from tests.support.redis import RedisProcess
from tests.support.sound import SilentSound

GROUPS = 5000
OPENINGS = 1000
TARGET_MS = 50.0

_view = TypeAdapter(GroupView)


def main() -> int:
    """Measure both stores; 1 where opening takes longer than it may."""
    return asyncio.run(_measure())


async def _measure() -> int:
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        sqlite = await SqliteStore.open(Path(folder) / "circles.sqlite")
        missed |= await _store("SQLite", sqlite)
        await sqlite.close()
        with RedisProcess(Path(folder) / "redis", appendfsync="everysec") as server:
            redis = await RedisStore.open(server.url, within_s=5)
            missed |= await _store("Redis", redis)
            await redis.close()
    return missed


async def _store(name: str, store: SqliteStore | RedisStore) -> int:
    hub = Hub(store, SingleNode(store, NodeId("here")), SystemClock(), SilentSound, 1)
    keeper, group = GroupKeeper(store.groups, store, hub), a_group()
    for number in range(GROUPS):
        await store.groups.write(GroupId(f"group {number}"), replace(group, name=f"Group {number}"), None)
    took_ms, spent_ms, rng = [], [], random.Random(1)
    for _ in range(OPENINGS):
        began, cpu = time.perf_counter(), time.process_time()
        found = await keeper.read(GroupId(f"group {rng.randrange(GROUPS)}"))
        size = len(_view.dump_json(view_of_group(found, FRIDA, found.opened_ms)))
        took_ms.append((time.perf_counter() - began) * 1000)
        spent_ms.append((time.process_time() - cpu) * 1000)
    worst = statistics.quantiles(took_ms, n=100)[98]
    print(
        f"{name}: opening one of {GROUPS} groups takes {statistics.median(took_ms):.1f} ms, 99 of 100 below "
        f"{worst:.1f} ms ({statistics.median(spent_ms):.1f} ms of CPU; {size / 1000:.0f} kB of JSON); "
        f"target {TARGET_MS:g} ms, ratio {worst / TARGET_MS:.2f}"
    )
    return int(worst > TARGET_MS)


def a_group() -> Group:
    """Half a year has been held, half a year is to come."""
    now = time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() - 180 * 24 * 3600))
    scene = GroupScene(now)
    for number in range(4):
        scene.asks(FRIDA, AddPerson(name=f"Member {number}"))
    first = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 178 * 24 * 3600))
    scene.plans(first, count=26)
    for meeting in scene.group.meetings[:13]:
        scene.holds(meeting.number, [(person.number, 58.0) for person in scene.group.members])
    return scene.group


if __name__ == "__main__":
    raise SystemExit(main())
