"""A server forgets by itself what a group keeps no longer: it leaves the store's files, at its time and not before."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.group.commands_attendance import ConfirmMeeting
from app.group.commands_cards import AnswerQuarterly
from app.group.commands_coming import InviteGuest, SayComing
from app.group.commands_log import NoteSupervision
from app.group.commands_people import LeaveGroup
from app.group.commands_turns import NotePresented, ShareTurns
from app.group.group import Group
from app.live import group_tidying
from app.live.group_circles import GroupCircles
from app.live.hub import Hub
from app.live.kept_groups import KeptGroups
from app.live.placement import SingleNode
from app.store.groups import GroupId, Groups
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.store.store import NodeId
from tests.support.clock import HandMovedClock
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, GroupScene, utc_ms
from tests.support.process import PATIENCE_S
from tests.support.redis import RedisProcess
from tests.support.sound import SilentSound
from tests.support.store import MemoryStore
from tests.support.traces import in_files

ALL = (FRIDA, FINN, PIET, MIA, MAX, ADA)
TUESDAY = GroupId("tuesday")
MINUTE_MS = 60_000

TRACES = {
    "an absence": b'"said_ms":17',
    "a guest": b'"Olga"',
    "answers that were too few": b'"counts":[0,3,0,0,0]',
    "a date not held": b'"starts_ms":1800982800000',
    "who planned": b'"what":"plan_dates"',
    "who confirmed": b'"what":"confirm_meeting"',
    "minutes": b'"present_ms":2460000',
    "supervision": b'"Dr Berg"',
    "a case": b'"on_ms":17',
    "who presented last": b'"presented_ms":17',
    "who has left": b'"left_ms":0',
    "the group": b'"Tuesday group"',
}
GO = [
    ("2027-02-25 18:00", {"an absence", "a guest"}),
    ("2027-03-27 18:00", {"a date not held"}),
    ("2027-04-01 00:00", {"answers that were too few"}),
    ("2027-04-04 12:00", {"who planned"}),
    ("2027-04-12 18:00", {"who confirmed"}),
    ("2027-07-12 17:00", {"a case", "who presented last"}),
    ("2027-07-12 18:00", {"minutes", "supervision", "who has left"}),
]
"""What goes when, by UTC, of the group below."""


def kept_six_months() -> Group:
    """They met on the 12th of January, and Ada has left since. On the 26th Max cannot come, Olga is a guest."""
    scene = GroupScene("2027-01-04 12:00", kept_months=6, fair_turn=True, quarterly_item=True)
    scene.plans("2027-01-12", count=2)
    first, second = (meeting.number for meeting in scene.group.meetings)
    for person in ALL:
        scene.asks(person, ShareTurns(agrees=True))
    scene.asks(MAX, SayComing(meeting=second, coming=False))
    scene.asks(FRIDA, InviteGuest(meeting=second, name="Olga"))
    scene.holds(first, [(person, 41) for person in ALL])
    scene.asks(PIET, NotePresented(meeting=first))
    scene.asks(FRIDA, ConfirmMeeting(meeting=first)).asks(FRIDA, NoteSupervision(meeting=first, words="Dr Berg"))
    for person in (PIET, MIA, MAX):
        scene.asks(person, AnswerQuarterly(choice=1))
    return scene.asks(ADA, LeaveGroup()).group


@asynccontextmanager
async def in_sqlite(folder: Path) -> AsyncIterator[tuple[Groups, Callable[[], object]]]:
    store = await SqliteStore.open(folder / "circles.sqlite")
    yield store.groups, lambda: None
    await store.close()


@asynccontextmanager
async def in_redis(folder: Path) -> AsyncIterator[tuple[Groups, Callable[[], object]]]:
    """With its file written anew again and again, as whoever runs it has it done, and in plain words."""
    with RedisProcess(folder, **{"aof-use-rdb-preamble": "no", "hz": "100"}) as server:
        store = await RedisStore.open(server.url)
        yield store.groups, lambda: server.tell("BGREWRITEAOF")
        await store.close()


async def looked_through(kept: KeptGroups) -> None:
    """It has begun to look through its groups and has come to the end."""
    for _ in range(2):
        kept.counters.kept = 0
        while not kept.counters.kept:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("open_groups", [in_sqlite, in_redis], ids=["sqlite", "redis"])
def test_what_is_not_kept_any_longer_leaves_the_files_by_itself(
    open_groups: Callable[[Path], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G22: nobody reads the group; the server that runs looks through it, and time passes."""
    monkeypatch.setattr(group_tidying, "TIDY_EVERY_S", 0.01)

    async def run() -> None:
        clock, store = HandMovedClock(), MemoryStore()
        hub = Hub(store, SingleNode(store, NodeId("here")), clock, SilentSound, 10)
        clock.move(ms=utc_ms("2027-01-13 12:00") - clock.now_ms())
        async with open_groups(tmp_path) as (groups, write_anew), asyncio.timeout(PATIENCE_S):

            async def only(words: set[str]) -> None:
                """Of all traces the files have these, and in the end no others."""
                while set().union(*in_files(tmp_path, TRACES).values()) != words:
                    write_anew()
                    await asyncio.sleep(0.01)

            kept = KeptGroups(groups, GroupCircles(store, hub), clock)
            await groups.write(TUESDAY, kept_six_months(), None)
            left = set(TRACES)
            tidying = asyncio.create_task(group_tidying.go_on_tidying(kept))
            for when, goes in GO:
                before = await groups.read(TUESDAY)
                clock.move(ms=utc_ms(when) - MINUTE_MS - clock.now_ms())
                await looked_through(kept)
                assert await groups.read(TUESDAY) == before
                await only(left)
                left -= goes
                clock.move(ms=2 * MINUTE_MS)
                await only(left)
            tidying.cancel()
        await hub.stop()

    asyncio.run(run())
