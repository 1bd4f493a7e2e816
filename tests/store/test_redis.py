"""What only Redis has: a line that can be cut, a process of its own that can die, and replicas that may lag behind."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

import pytest
from redis.asyncio.connection import SSLConnection

from app.circle.replacing import replace
from app.live.hub import Hub
from app.live.placement import SingleNode
from app.store import redis as redis_store
from app.store import scripts
from app.store.directory import NOTHING_READ
from app.store.groups import GroupId
from app.store.redis import RedisFacts, RedisStore
from app.store.redis_url import client_of
from app.store.store import Claim, Conflict, StoreFailed
from tests.store.test_contract import HERE, LOG, RECORD, THERE, TUESDAY, held
from tests.store.test_directory import STATUS
from tests.support.clock import HandMovedClock
from tests.support.dripping import dripping
from tests.support.group_scene import GroupScene
from tests.support.ports import free_port
from tests.support.proxy import Proxy
from tests.support.redis import RedisProcess, Sentinel
from tests.support.sound import SilentSound


@asynccontextmanager
async def opened(folder: Path, **options: str) -> AsyncIterator[tuple[RedisStore, RedisProcess]]:
    server = RedisProcess(folder, **options).start()
    store = await RedisStore.open(server.url, within_s=5)
    try:
        yield store, server
    finally:
        await store.close()
        server.stop()


@contextmanager
def impatient(store: RedisStore) -> Iterator[None]:
    """For what is not answered; all else may take as long as a busy machine makes it."""
    patience_s, store._redis._within_s = store._redis._within_s, 0.1
    yield
    store._redis._within_s = patience_s


def played(play: Callable[[RedisStore, RedisProcess], Awaitable[None]], folder: Path, **options: str) -> None:
    async def run() -> None:
        async with opened(folder, **options) as (store, server):
            await play(store, server)

    asyncio.run(run())


def test_what_is_acknowledged_outlives_a_killed_redis(tmp_path: Path) -> None:
    """S4, N4"""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        for version, event in enumerate(LOG):
            await store.append(claim, version, [event])
        server.kill()
        with pytest.raises(StoreFailed, match="cannot be reached"):
            await store.read(TUESDAY)
        server.start()
        assert await store.read(TUESDAY) == LOG
        assert await store.holders([TUESDAY]) == {TUESDAY: claim}
        await store.finish(claim, len(LOG), RECORD)

    played(play, tmp_path)


def test_what_was_never_acknowledged_is_withdrawn_before_the_next_write(tmp_path: Path) -> None:
    """N4: the person was told that it was not kept, so it is not."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        server.freeze()
        with impatient(store), pytest.raises(StoreFailed, match="in time"):
            await store.append(claim, 2, LOG[2:4])
        server.wake()
        await until_read(store, LOG[:4])
        await store.append(claim, 2, LOG[4:5])
        assert await store.read(TUESDAY) == LOG[:2] + LOG[4:5]
        await store.append(claim, 3, LOG[5:6])

    played(play, tmp_path)


def test_a_write_delayed_on_its_way_does_not_arrive_after_its_successor(tmp_path: Path) -> None:
    """N4: it would withdraw what has been acknowledged since."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        late, store._writes = next(store._writes), store._writes
        await store.append(claim, 2, LOG[2:3])
        store._unsure.add(claim)
        store._writes = iter((late,))  # type: ignore[assignment]
        with pytest.raises(Conflict):
            await store.append(claim, 2, LOG[3:4])
        assert await store.read(TUESDAY) == LOG[:3]

    played(play, tmp_path)


def test_a_repeated_write_is_kept_once(tmp_path: Path) -> None:
    """A line that breaks between a write and its answer makes the client ask again."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        store._writes = iter((1, 1, 2))  # type: ignore[assignment]
        await store.append(claim, 0, LOG[:2])
        await store.append(claim, 0, LOG[:2])
        assert await store.read(TUESDAY) == LOG[:2]
        await store.append(claim, 2, LOG[2:3])

    played(play, tmp_path)


def test_a_long_log_is_read_in_pages_and_never_by_halves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """N4, N9: each has a deadline of its own. What is withdrawn or erased between two is not told as kept."""
    monkeypatch.setattr(redis_store, "PAGE", 3)

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:8])
        assert await store.read(TUESDAY) == LOG[:8]
        ask, meanwhile = store._redis.read, list[Awaitable[None]]()
        pages: list[int] = []

        async def read(what: Callable[[Any], object]) -> list[Any]:
            answers = await ask(what)
            pages.append(len(answers[-1]))
            if meanwhile:
                await meanwhile.pop()
            return answers

        store._redis.read = read  # type: ignore[method-assign]
        store._unsure.add(claim)
        meanwhile.append(store.append(claim, 2, LOG[3:7]))
        assert await store.read(TUESDAY) == LOG[:2] + LOG[3:7]
        meanwhile.append(store.finish(claim, 6, RECORD))
        assert await store.read(TUESDAY) == ()
        assert max(pages) == 3

    played(play, tmp_path)


def test_a_succeeded_claim_withdraws_nothing(tmp_path: Path) -> None:
    """N2: what the earlier owner was never told may live on with the next; it can take nothing back."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        theirs = await store.claim(TUESDAY, THERE, claim)
        await store.append(theirs, 2, LOG[2:3])
        store._unsure.add(claim)
        with pytest.raises(Conflict):
            await store.append(claim, 2, LOG[4:5])
        assert await store.read(TUESDAY) == LOG[:3]

    played(play, tmp_path)


def test_a_full_redis_refuses_in_words_and_loses_nothing(tmp_path: Path) -> None:
    """N4: nodes go on living, and a circle still ends, which makes room."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        server.tell("CONFIG", "SET", "maxmemory", "1")
        with pytest.raises(StoreFailed, match="out of memory"):
            await store.append(claim, 2, LOG[2:3])
        assert await store.read(TUESDAY) == LOG[:2]
        mine = await store.publish(STATUS, NOTHING_READ)
        await store.publish(replace(STATUS, beat=2), mine)
        claim = await store.claim(TUESDAY, THERE, claim)
        server.tell("CONFIG", "SET", "maxmemory", "0")
        await store.append(claim, 2, LOG[2:3])
        server.tell("CONFIG", "SET", "maxmemory", "1")
        await store.finish(claim, 3, RECORD)
        assert await store.record(TUESDAY) == RECORD

    played(play, tmp_path)


def test_a_redis_that_may_only_be_read_refuses_in_words(tmp_path: Path) -> None:
    """N4"""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        server.tell("REPLICAOF", "127.0.0.1", "1")
        with pytest.raises(StoreFailed, match="only be read"):
            await store.append(claim, 2, LOG[2:3])
        server.tell("REPLICAOF", "NO", "ONE")
        await store.append(claim, 2, LOG[2:3])
        assert await store.read(TUESDAY) == LOG[:3]

    played(play, tmp_path)


def test_nothing_counts_as_kept_before_each_replica_asked_for_has_it(tmp_path: Path) -> None:
    """N5: so that a failover forgets nothing that was acknowledged."""

    async def run() -> None:
        primary = RedisProcess(tmp_path / "primary").start()
        replica, another = (
            RedisProcess(tmp_path / name, replicaof=f"127.0.0.1 {primary.port}").start() for name in ("one", "another")
        )
        store = await RedisStore.open(primary.url, within_s=2, replicas=2)
        try:
            claim = await until_claimed(store)
            await store.append(claim, 0, LOG[:2])
            another.kill()
            with pytest.raises(StoreFailed, match="replicas"):
                await store.append(claim, 2, LOG[2:3])
            another.start()
            await until_kept(store, claim)
            primary.kill()
            assert replica.tell("REPLICAOF", "NO", "ONE") == b"+OK\r\n"
            promoted = await RedisStore.open(replica.url)
            assert await promoted.read(TUESDAY) == LOG[:2] + LOG[3:4]
            await promoted.close()
        finally:
            await store.close()
            primary.stop()
            replica.stop()
            another.stop()

    asyncio.run(run())


def test_what_is_asked_again_is_written_again(tmp_path: Path) -> None:
    """N5: from 7.2 on Redis waits for what the connection wrote last. A repeat that wrote nothing was kept at once,
    though no replica had it.
    """

    async def play(store: RedisStore, server: RedisProcess) -> None:
        def changes() -> int:
            [told] = re.findall(rb"rdb_changes_since_last_save:(\d+)", server.tell("INFO", "persistence"))
            return int(told)

        write, unwritten = store._redis.write, []

        async def write_twice(script: str, *rest: Any) -> Any:
            await write(script, *rest)
            before = changes()
            outcome = await write(script, *rest)
            if changes() == before:
                unwritten.append(next(name for name, text in vars(scripts).items() if text == script))
            return outcome

        store._redis.write = write_twice  # type: ignore[method-assign]
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        await store.finish(claim, 2, RECORD)
        await store.forget_people(TUESDAY)
        await store.shared_secret("first")
        await store.groups.write(GroupId("tuesday"), GroupScene().group, None)
        await store.groups.erase(GroupId("tuesday"))
        assert unwritten == []
        before = changes()
        await store.forget_people(TUESDAY)
        assert changes() > before
        assert server.tell("KEYS", "balint:group*") == b"*0\r\n"

    played(play, tmp_path)


def test_every_key_goes_in_the_end(tmp_path: Path) -> None:
    """E2: also of a circle that nobody ever comes back to, and of a node that has died."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        await store.append(await held(store), 0, LOG[:2])
        ended = await store.claim(LATER, HERE, await store.claim(LATER, THERE, None))
        await store.append(ended, 0, LOG[:1])
        await store.finish(ended, 1, RECORD)
        await store.forget_people(LATER)
        await store.publish(STATUS, NOTHING_READ)
        of_all = {b"balint:open", *(key.encode() for key in redis_store._NODES)}
        keys = set(server.tell("KEYS", "balint:*").split(b"\r\n")[2::2]) - of_all
        assert len(keys) == 5, "events, claim, record, status, and how many circles were taken from a node"
        for key in keys:
            assert int(server.tell("PTTL", key.decode())[1:]) > 0

    played(play, tmp_path)


def test_a_claim_on_a_circle_that_was_never_opened_goes_in_a_day(tmp_path: Path) -> None:
    """E2: whoever claimed it was never told so, and gives nothing back."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        def left_ms(part: str) -> int:
            return int(server.tell("PTTL", f"balint:circle:{TUESDAY}:{part}")[1:])

        day_ms = 24 * 3600 * 1000
        claim = await held(store)
        assert 0 < left_ms("claim") <= day_ms
        await store.append(claim, 0, LOG[:2])
        assert min(left_ms("claim"), left_ms("events")) > 7 * day_ms
        await store.claim(TUESDAY, THERE, claim)
        assert min(left_ms("claim"), left_ms("events")) > 7 * day_ms
        assert server.tell("KEYS", "*:tuesday:*").count(b"tuesday") == 2

    played(play, tmp_path)


def test_nothing_is_left_of_an_opening_that_is_withdrawn(tmp_path: Path) -> None:
    """E2"""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        store._unsure.add(claim)
        await store.append(claim, 0, [])
        await store.release(claim)
        assert await store.open_circles() == ()
        assert server.tell("KEYS", "balint:*") == b"*0\r\n"

    played(play, tmp_path)


def test_open_circles_are_listed_without_a_look_at_each(tmp_path: Path) -> None:
    """N16: Redis does one thing at a time, and with 10,000 of them each write waited for that look."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        await store.append(await held(store), 0, LOG[:2])
        server.tell("CONFIG", "RESETSTAT")
        assert await store.open_circles() == (TUESDAY,)
        assert b"cmdstat_exists" not in server.tell("INFO", "commandstats")

    played(play, tmp_path)


def test_a_circle_whose_events_have_gone_is_open_no_more_once_it_was_to_be_taken_up(tmp_path: Path) -> None:
    """E2, S4"""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        await store.append(await held(store), 0, LOG[:2])
        server.tell("DEL", f"balint:circle:{TUESDAY}:events")
        hub = Hub(store, SingleNode(store, HERE), HandMovedClock(), SilentSound, circles_max=10)
        await hub.take_up()
        assert hub.circles == ()
        assert server.tell("KEYS", "balint:*") == b"*0\r\n"

    played(play, tmp_path)


def test_all_nodes_sign_with_one_secret(tmp_path: Path) -> None:
    async def play(store: RedisStore, server: RedisProcess) -> None:
        assert await store.shared_secret("first") == "first"
        assert await store.shared_secret("second") == "first"

    played(play, tmp_path)


def test_a_secret_that_no_replica_has_is_not_used(tmp_path: Path) -> None:
    """N5: links signed with it would be void after a failover. Also where another node has written it already."""

    async def run() -> None:
        with RedisProcess(tmp_path / "primary") as primary, RedisProcess(tmp_path / "replica") as replica:
            store = await RedisStore.open(primary.url, within_s=1, replicas=1)
            for proposed in ("first", "second"):
                with pytest.raises(StoreFailed, match="replicas"):
                    await store.shared_secret(proposed)
            assert replica.tell("REPLICAOF", "127.0.0.1", str(primary.port)) == b"+OK\r\n"
            assert await until_confirmed(lambda: store.shared_secret("third")) == "first"
            await store.close()
            replica.tell("REPLICAOF", "NO", "ONE")
            promoted = await RedisStore.open(replica.url)
            assert await promoted.shared_secret("fourth") == "first"
            await promoted.close()

    asyncio.run(run())


DRIPS = {
    "a text": [b"$999\r\n", *repeat(b"x", 400)],
    "a line": repeat(b"+", 400),
    "many answers": [b"*999\r\n", *repeat(b":1\r\n", 400)],
}


@pytest.mark.parametrize("what", DRIPS)
def test_the_deadline_is_one_for_all_of_a_call(what: str) -> None:
    """N16: a Redis that never ends its answer, though each byte of it comes in time."""

    async def run() -> None:
        async with dripping(iter(DRIPS[what])) as port, asyncio.timeout(5):
            with pytest.raises(StoreFailed, match="in time"):
                await RedisStore.open(f"redis://127.0.0.1:{port}", within_s=0.3)

    asyncio.run(run())


def test_a_redis_that_reads_its_file_again_is_said_to_do_so() -> None:
    """N16: after a restart that may take minutes. It was said to be out of reach."""

    async def run() -> None:
        async with dripping(repeat(b"-LOADING Redis is loading the dataset in memory\r\n", 20)) as port:
            with pytest.raises(StoreFailed, match="still loading"):
                await RedisStore.open(f"redis://127.0.0.1:{port}", within_s=5)

    asyncio.run(run())


def test_a_deadline_holds_also_where_a_cancellation_is_swallowed(tmp_path: Path) -> None:
    """N16: as `asyncio.wait_for` does before Python 3.12. Of what listens nothing goes on behind its caller's back."""

    async def play(store: RedisStore, _: RedisProcess) -> None:
        goes_on, ends = asyncio.Event(), asyncio.Event()

        async def listening() -> None:
            try:
                await goes_on.wait()
            finally:
                ends.set()

        async def deaf() -> None:
            while not goes_on.is_set():
                with suppress(asyncio.CancelledError):
                    await goes_on.wait()

        async with asyncio.timeout(5):
            for late in (listening, deaf):
                with impatient(store), pytest.raises(StoreFailed, match="in time"):
                    await store._redis._within(late)
            await ends.wait()
            calling = asyncio.ensure_future(store._redis._within(deaf))
            await asyncio.sleep(0)
            calling.cancel()
            await asyncio.wait([calling])
            assert calling.cancelled()
        goes_on.set()

    played(play, tmp_path)


def test_a_user_with_a_password(tmp_path: Path) -> None:
    """An ACL user; `tests/test_deploy.py` says exactly what it must be granted."""

    async def run() -> None:
        server = RedisProcess(tmp_path).start()
        server.tell("ACL", "SETUSER", *USER.split())
        server.tell("ACL", "SETUSER", "default", ">another")
        try:
            with pytest.raises(StoreFailed, match="user and password"):
                await RedisStore.open(server.url)
            store = await RedisStore.open(server.url.replace("//", "//circle:s3cret%21@"))
            await store.append(await held(store), 0, LOG[:2])
            assert await store.open_circles() == (TUESDAY,)
            await store.close()
        finally:
            server.stop()

    asyncio.run(run())


def test_what_a_redis_tells_of_its_settings(tmp_path: Path) -> None:
    """N4: a user who may not ask how it writes is told nothing, and the doctor says that."""

    async def facts(url: str) -> RedisFacts:
        store = await RedisStore.open(url)
        try:
            return await store.about()
        finally:
            await store.close()

    with RedisProcess(tmp_path, appendfsync="everysec") as server:
        lacking = asyncio.run(facts(server.url))
        assert (lacking.loses, lacking.fsync, lacking.takes_alone) == (("appendfsync always",), "everysec", True)
        server.tell("CONFIG", "SET", "appendfsync", "always")
        server.tell("CONFIG", "SET", "min-replicas-to-write", "1")
        right = asyncio.run(facts(server.url))
        assert (right.loses, right.fsync, right.takes_alone) == ((), "always", False)
        server.tell("ACL", "SETUSER", *USER.split())
        unseen = asyncio.run(facts(server.url.replace("//", "//circle:s3cret%21@")))
        assert (unseen.loses, unseen.fsync) == ((), None)


def test_an_old_or_absent_redis_is_refused_in_words() -> None:
    with pytest.raises(StoreFailed, match="cannot be reached"):
        asyncio.run(RedisStore.open("redis://127.0.0.1:1/0"))


T = TypeVar("T")
LATER = type(TUESDAY)("later")
NAME, GROUP = GroupId("tuesday"), GroupScene().group
CHANGED = replace(GROUP, version=GROUP.version + 1, name="Wednesday group")
USER = "circle on >s3cret! ~balint:* +@read +@write +eval +info"


async def until_read(store: RedisStore, log: tuple[object, ...]) -> None:
    async with asyncio.timeout(5):
        while await store.read(TUESDAY) != log:
            await asyncio.sleep(0.01)


async def until_claimed(store: RedisStore) -> Claim:
    async def claim() -> Claim:
        return await store.claim(TUESDAY, HERE, (await store.holders([TUESDAY])).get(TUESDAY))

    return await until_confirmed(claim)


async def until_confirmed(ask: Callable[[], Awaitable[T]]) -> T:
    """Once the replica has caught up with its primary."""
    async with asyncio.timeout(15):
        while True:
            try:
                return await ask()
            except StoreFailed:
                await asyncio.sleep(0.05)


async def until_kept(store: RedisStore, claim: Claim) -> None:
    await until_confirmed(lambda: store.append(claim, 2, LOG[3:4]))


def test_whoever_is_told_to_end_in_the_middle_of_a_call_ends(tmp_path: Path) -> None:
    """Or the actor of a circle, and whoever waits for it to let go, would stand there for ever."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        async def go_on_reading() -> None:
            while True:
                await store.read(TUESDAY)

        for turns in range(60):
            reader = asyncio.ensure_future(go_on_reading())
            for _ in range(turns):
                await asyncio.sleep(0)
            reader.cancel()
            _, going_on = await asyncio.wait([reader], timeout=2)
            reader.cancel()
            assert not going_on, turns

    played(play, tmp_path)


@pytest.mark.parametrize(
    ("hosts", "places"),
    [
        ("sentinel-1,sentinel-2:26380", [("sentinel-1", 26379), ("sentinel-2", 26380)]),
        ("[fd00::1]:26380,[fd00::2]:26380", [("fd00::1", 26380), ("fd00::2", 26380)]),
        ("[fd00::1],10.0.0.2:26380,sentinel-3", [("fd00::1", 26379), ("10.0.0.2", 26380), ("sentinel-3", 26379)]),
    ],
)
def test_sentinels_are_named_by_names_and_by_addresses_of_both_families(
    hosts: str, places: list[tuple[str, int]]
) -> None:
    """N4"""
    pool: Any = client_of(f"redis+sentinel://circle:pass%40word@{hosts}/balint?db=1", 1).connection_pool
    asked = [each.connection_pool.connection_kwargs for each in pool.sentinel_manager.sentinels]
    assert [(each["host"], each["port"]) for each in asked] == places
    assert (pool.service_name, pool.connection_kwargs["password"]) == ("balint", "pass@word")


@pytest.mark.parametrize(("scheme", "encrypted"), [("redis", False), ("rediss", True)])
def test_sentinels_and_whom_they_name_are_reached_as_the_url_says(scheme: str, encrypted: bool) -> None:
    """N4: nobody in between reads a password, or who is in a circle."""
    pool: Any = client_of(f"{scheme}+sentinel://circle:word@sentinel-1,sentinel-2/balint", 1).connection_pool
    pools = [pool, *(each.connection_pool for each in pool.sentinel_manager.sentinels)]
    assert [issubclass(each.connection_class, SSLConnection) for each in pools] == 3 * [encrypted]


@pytest.mark.parametrize("first", ["gone", "frozen"])
def test_one_sentinel_that_does_not_answer_keeps_nobody_from_the_primary(first: str, tmp_path: Path) -> None:
    """N4: it is the first one that is asked, and the machine that it was on had the primary before, too."""

    async def run() -> None:
        with (
            socket.create_server(("127.0.0.1", 0)) as frozen,
            RedisProcess(tmp_path / "primary") as primary,
            Sentinel(tmp_path / "sentinel", primary.port) as sentinel,
        ):
            port = {"gone": free_port(), "frozen": frozen.getsockname()[1]}[first]
            url = sentinel.url.replace("127.0.0.1", f"127.0.0.1:{port},127.0.0.1", 1)
            store = await RedisStore.open(url)
            await store.append(await held(store), 0, LOG[:2])
            await store.close()

    asyncio.run(run())


def test_what_redis_refuses_is_said_in_its_own_word(tmp_path: Path) -> None:
    """N16: whoever reads the log can look it up: too few replicas, a full disk, a script that runs on."""

    async def play(store: RedisStore, server: RedisProcess) -> None:
        claim = await held(store)
        server.tell("CONFIG", "SET", "min-replicas-to-write", "1")
        with pytest.raises(StoreFailed, match="Redis refused: NOREPLICAS"):
            await store.append(claim, 0, LOG[:2])
        server.tell("ACL", "SETUSER", "default", "-eval")
        with pytest.raises(StoreFailed, match="Redis refused: NOPERM"):
            await store.append(claim, 0, LOG[:2])

    played(play, tmp_path)


def test_a_claim_whose_answer_was_lost_is_in_force(tmp_path: Path) -> None:
    """N1: or whoever opens a circle would be told that this has failed by a mistake of ours."""

    async def play(store: RedisStore, lost: Lost) -> None:
        key = f"balint:circle:{TUESDAY}:claim"
        claim = await lost(held(store), lambda: lost.server.tell("EXISTS", key) == b":1\r\n")
        assert await store.holders([TUESDAY]) == {TUESDAY: claim}
        with pytest.raises(Conflict):
            await held(store)

    over_a_line(play, tmp_path)


def test_a_change_of_a_group_whose_answer_was_lost_is_kept_once(tmp_path: Path) -> None:
    """G23: or it would be done a second time, and whoever opens a group be told that it has failed."""

    async def play(store: RedisStore, lost: Lost) -> None:
        def shows(name: str) -> Callable[[], bool]:
            return lambda: name.encode() in lost.server.tell("HGET", f"balint:group:{NAME}", "body")

        await lost(store.groups.write(NAME, GROUP, None), shows(GROUP.name))
        await lost(store.groups.write(NAME, CHANGED, GROUP.version), shows(CHANGED.name))
        assert await store.groups.read(NAME) == CHANGED
        with pytest.raises(Conflict):
            await store.groups.write(NAME, CHANGED, GROUP.version)

    over_a_line(play, tmp_path)


def test_a_change_of_a_group_that_was_kept_and_not_said_to_be_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G23, G29: or whoever has moved a date would find it moved, and nobody would be written to."""

    async def play(store: RedisStore, _: RedisProcess) -> None:
        write, said = store._redis.write, []

        async def late(*asked: Any) -> str:
            said.append(await write(*asked))
            if len(said) == 1:
                raise StoreFailed("told to fail")
            return said[-1]

        monkeypatch.setattr(store._redis, "write", late)
        await store.groups.write(NAME, GROUP, None)
        assert said == ["kept", "kept"]
        assert await store.groups.read(NAME) == GROUP

    played(play, tmp_path)


def test_the_end_of_a_circle_whose_answer_was_lost_is_no_conflict(tmp_path: Path) -> None:
    """E2, N4: its people are told that it has ended, as it has."""

    async def play(store: RedisStore, lost: Lost) -> None:
        claim = await held(store)
        await store.append(claim, 0, LOG[:2])
        record = f"balint:circle:{TUESDAY}:record"
        await lost(store.finish(claim, 2, RECORD), lambda: lost.server.tell("EXISTS", record) == b":1\r\n")
        await store.finish(claim, 2, RECORD)
        assert await store.record(TUESDAY) == RECORD
        with pytest.raises(Conflict):
            await store.append(claim, 2, LOG[2:3])

    over_a_line(play, tmp_path)


class Lost:
    """A line that breaks between a write and its answer."""

    def __init__(self, server: RedisProcess, line: Proxy) -> None:
        self.server = server
        self._line = line

    async def __call__(self, write: Coroutine[None, None, T], is_kept: Callable[[], bool]) -> T:
        self._line.swallow_answers(since=b"EVAL")
        writing = asyncio.ensure_future(write)
        async with asyncio.timeout(5):
            while not is_kept():
                await asyncio.sleep(0.01)
        self._line.cut()
        self._line.mend()
        return await writing


def over_a_line(play: Callable[[RedisStore, Lost], Awaitable[None]], folder: Path) -> None:
    async def run() -> None:
        with RedisProcess(folder) as server:
            line = await Proxy(server.port).open()
            store = await RedisStore.open(line.url, within_s=10)
            try:
                await play(store, Lost(server, line))
            finally:
                await store.close()
                await line.close()

    asyncio.run(run())
