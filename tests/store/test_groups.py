"""What every store promises of groups; and what is written once is read for ever."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from app.circle.replacing import replace
from app.group.commands_attendance import ConfirmMeeting
from app.group.commands_cards import AnswerEndCard, AnswerQuarterly
from app.group.commands_coming import InviteGuest, SayComing
from app.group.commands_dates import CancelMeeting
from app.group.commands_erasure import AskErasure
from app.group.commands_log import AssignParts, NoteSupervision
from app.group.commands_people import LeaveGroup
from app.group.group import Group
from app.group.meeting import Assigned, LeaderPart
from app.store.group_codec import GROUPS_FORMAT, group_from_text, group_to_text
from app.store.groups import GroupId, Groups, GroupsRefused
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.store.store import Conflict, NotReadable
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, GroupScene
from tests.support.redis import RedisProcess
from tests.support.store import MemoryGroups

TUESDAY, FRIDAY = GroupId("tuesday"), GroupId("friday")
GROUP = GroupScene().plans("2027-01-12", count=3).group
LATER = replace(GROUP, version=GROUP.version + 1, name="Wednesday group")
SAMPLES = Path(__file__).parent / "group_samples"

Promise = Callable[[Groups], Awaitable[None]]
PROMISES: list[Promise] = []


def promise(check: Promise) -> Promise:
    PROMISES.append(check)
    return check


@asynccontextmanager
async def memory(_folder: Path) -> AsyncIterator[Groups]:
    yield MemoryGroups()


@asynccontextmanager
async def sqlite(folder: Path) -> AsyncIterator[Groups]:
    store = await SqliteStore.open(folder / "circles.sqlite")
    try:
        yield store.groups
    finally:
        await store.close()


@asynccontextmanager
async def redis(folder: Path) -> AsyncIterator[Groups]:
    with RedisProcess(folder) as server:
        store = await RedisStore.open(server.url)
        try:
            yield store.groups
        finally:
            await store.close()


@promise
async def keeps_a_document_as_it_was(groups: Groups) -> None:
    """G23"""
    await groups.write(TUESDAY, GROUP, None)
    assert await groups.read(TUESDAY) == GROUP
    await groups.write(TUESDAY, LATER, GROUP.version)
    assert await groups.read(TUESDAY) == LATER


@promise
async def knows_nothing_of_an_unknown_group(groups: Groups) -> None:
    assert await groups.read(TUESDAY) is None
    assert await groups.names() == ()
    await groups.erase(TUESDAY)


@promise
async def refuses_whoever_has_seen_another_version(groups: Groups) -> None:
    """G23: compare and set."""
    with pytest.raises(Conflict):
        await groups.write(TUESDAY, LATER, GROUP.version)
    await groups.write(TUESDAY, GROUP, None)
    for seen in (None, GROUP.version - 1, GROUP.version + 1):
        with pytest.raises(Conflict):
            await groups.write(TUESDAY, LATER, seen)
    assert await groups.read(TUESDAY) == GROUP


@promise
async def lets_one_of_two_racing_leaders_win(groups: Groups) -> None:
    """G23"""
    await groups.write(TUESDAY, GROUP, None)
    racing = (groups.write(TUESDAY, replace(LATER, name=f"Group {i}"), GROUP.version) for i in range(4))
    outcomes = await asyncio.gather(*racing, return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict", "Conflict", "Conflict", "NoneType"]


@promise
async def erases_one_and_keeps_the_others(groups: Groups) -> None:
    """G15"""
    await groups.write(TUESDAY, GROUP, None)
    await groups.write(FRIDAY, LATER, None)
    assert set(await groups.names()) == {TUESDAY, FRIDAY}
    await groups.erase(TUESDAY)
    await groups.erase(TUESDAY)
    assert await groups.read(TUESDAY) is None
    assert await groups.names() == (FRIDAY,)
    with pytest.raises(Conflict):
        await groups.write(TUESDAY, LATER, GROUP.version)


@pytest.mark.parametrize("open_groups", [memory, sqlite, redis], ids=["memory", "sqlite", "redis"])
@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_every_store_keeps_groups(open_groups: Callable[[Path], object], check: Promise, tmp_path: Path) -> None:
    """G23"""

    async def run() -> None:
        async with open_groups(tmp_path) as groups:  # type: ignore[attr-defined]
            await check(groups)

    asyncio.run(run())


@pytest.mark.parametrize(
    "options", [{"appendonly": "no"}, {"maxmemory": "100mb", "maxmemory-policy": "allkeys-lru"}], ids=["no file", "lru"]
)
def test_a_redis_that_might_lose_a_group_keeps_none(options: dict[str, str], tmp_path: Path) -> None:
    """G24: it says so in words. Circles go on as ever."""

    async def run() -> None:
        with RedisProcess(tmp_path, **options) as server:
            store = await RedisStore.open(server.url)
            for asked in (store.groups.write(TUESDAY, GROUP, None), store.groups.read(TUESDAY)):
                with pytest.raises(GroupsRefused, match="keeps no groups"):
                    await asked
            await store.close()

    asyncio.run(run())


def test_whoever_has_left_is_in_no_file(tmp_path: Path) -> None:
    """G12: what an earlier version said is overwritten, in the write-ahead log too."""
    scene = GroupScene()
    left = GroupScene().asks(MIA, LeaveGroup()).group

    async def run() -> None:
        store = await SqliteStore.open(tmp_path / "circles.sqlite")
        await store.groups.write(TUESDAY, scene.group, None)
        await store.groups.write(TUESDAY, left, scene.group.version)
        async with asyncio.timeout(10):
            while any(b'"Mia"' in file.read_bytes() for file in tmp_path.iterdir()):
                await asyncio.sleep(0.01)
        await store.close()

    asyncio.run(run())


def full() -> Group:
    """A group with something in every field of its document."""
    scene = GroupScene(end_card=True, quarterly_item=True, fair_turn=True).plans("2027-01-12", count=4)
    scene.asks(FRIDA, AskErasure()).asks(FRIDA, CancelMeeting(meeting=10)).asks(MIA, SayComing(meeting=8, coming=False))
    scene.asks(FRIDA, InviteGuest(meeting=8, name="Olga", observes=True))
    scene.asks(FRIDA, AssignParts(meeting=9, parts=(Assigned(person=FINN, part=LeaderPart.LEAD, case=1),)))
    scene.holds(7, [(FRIDA, 60), (MIA, 42)]).asks(FRIDA, ConfirmMeeting(meeting=7, vnr="276"))
    scene.asks(FRIDA, NoteSupervision(meeting=7, words="Dr Berg")).asks(MIA, AnswerEndCard(meeting=7, choice=2))
    return scene.asks(ADA, AnswerQuarterly(choice=1)).asks(MAX, LeaveGroup()).group


def test_a_group_comes_back_as_it_was() -> None:
    """G23"""
    assert group_from_text(group_to_text(full())) == full()


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda sample: sample.stem)
def test_groups_as_they_lie_on_disk(sample: Path) -> None:
    """G23: frozen, one file a format; none is ever edited."""
    group = group_from_text(sample.read_text())
    assert group_from_text(group_to_text(group)) == group


def test_whoever_changes_the_document_raises_its_format_and_freezes_a_sample() -> None:
    """G23: if this fails, raise `GROUPS_FORMAT`, add `group_samples/format-<n>.json`, and put the new digest here."""
    assert (SAMPLES / f"format-{GROUPS_FORMAT}.json").exists()
    types = TypeAdapter(Group).json_schema()
    kinds = types.pop("$defs") | {"Group": types}
    shape = {name: sorted(kind.get("enum") or kind["properties"]) for name, kind in kinds.items()}
    digest = sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]
    assert (GROUPS_FORMAT, digest) == (2, "a62973ff827dfa54")


def test_a_group_of_a_newer_release_is_not_read() -> None:
    """G23: it would be written back without what it has more. What it says is not repeated."""
    kept = json.loads(group_to_text(full()))
    for newer in (
        kept | {"format": GROUPS_FORMAT + 1},
        kept | {"group": kept["group"] | {"mood": "Mia"}},
        {"format": 1, "group": kept["group"] | {"people": [kept["group"]["people"][0] | {"mood": "Mia"}]}},
        [],
    ):
        with pytest.raises(NotReadable) as refused:
            group_from_text(json.dumps(newer))
        assert "Mia" not in str(refused.value)
