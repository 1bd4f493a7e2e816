"""What every directory promises, and a store with one beside it: one suite, on the fake and on Redis."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from app.store.directory import NODES_A_PERSON, NOTHING_READ, NodeStatus, Snapshot
from app.store.redis import RedisStore
from app.store.store import Claim, Conflict, NodeId
from tests.store.test_contract import HERE, THERE, TUESDAY, held, memory, redis
from tests.support.redis import RedisProcess

Promise = Callable[[Any], Awaitable[None]]
PROMISES: list[Promise] = []
STATUS = NodeStatus(node=HERE, beat=1, address="inner:1", circles=3, people=20, draining=False, now_ms=5)


def promise(check: Promise) -> Promise:
    PROMISES.append(check)
    return check


async def first_beat(both: Any, status: NodeStatus = STATUS) -> Snapshot:
    read: Snapshot = await both.publish(status, NOTHING_READ)
    return read


@promise
async def shows_everybody_to_everybody(both: Any) -> None:
    """N6"""
    mine = await first_beat(both)
    theirs = replace(STATUS, node=THERE, draining=True)
    assert (await first_beat(both, theirs)).others == {HERE: STATUS}
    assert (await both.publish(replace(STATUS, beat=2), mine)).others == {THERE: theirs}


@promise
async def says_who_stands_still_and_with_which_beat(both: Any) -> None:
    """N6, N1: whoever is taken for dead is claimed from by the newest beat, and a beat that moves is never missed."""
    mine, theirs = await first_beat(both), await first_beat(both, replace(STATUS, node=THERE))
    mine = await both.publish(replace(STATUS, beat=2), mine)
    assert mine.still == set()
    theirs = await both.publish(replace(STATUS, node=THERE, beat=2), theirs)
    await both.publish(replace(STATUS, node=THERE, beat=3), theirs)
    mine = await both.publish(replace(STATUS, beat=3), mine)
    assert mine.still == set()
    for beat in (4, 5):
        mine = await both.publish(replace(STATUS, beat=beat), mine)
        assert mine.still == {THERE}
        assert mine.others[THERE].beat == 3


@promise
async def tells_what_others_must_know_and_not_each_beat(both: Any) -> None:
    """N7, N10: who drains is told at once; the load as exactly as so many nodes need."""
    mine, theirs = await first_beat(both), await first_beat(both, replace(STATUS, node=THERE))
    for beat in (2, 3):
        mine = await both.publish(replace(STATUS, beat=beat), mine)
        theirs = await both.publish(replace(STATUS, node=THERE, beat=beat), theirs)
    mine = await both.publish(replace(STATUS, beat=4), mine)
    assert mine.others[THERE].beat == 1
    for changed in ({"people": 21}, {"people": 21, "draining": True}, {"address": "inner:2"}):
        moved = replace(STATUS, node=THERE, beat=theirs.number, **changed)
        theirs = await both.publish(moved, theirs)
        mine = await both.publish(replace(STATUS, beat=mine.number), mine)
        assert mine.others == {THERE: moved}


@promise
async def tells_loads_of_many_nodes_less_exactly(both: Any) -> None:
    """N7: else what all read would grow with the square of the nodes."""
    for n in range(2 * NODES_A_PERSON - 1):
        await first_beat(both, replace(STATUS, node=NodeId(f"node-{n}")))
    mine, theirs = await first_beat(both), await first_beat(both, replace(STATUS, node=THERE))
    mine = await both.publish(replace(STATUS, beat=2), mine)
    for people, told in ((21, 20), (22, 20), (23, 23), (25, 23)):
        theirs = await both.publish(replace(STATUS, node=THERE, people=people, beat=people), theirs)
        mine = await both.publish(replace(STATUS, beat=people), mine)
        assert mine.others[THERE].people == told


@promise
async def tells_all_anew_to_whoever_has_missed_an_answer_and_of_them_to_all(both: Any) -> None:
    """N16: what was published without an answer was published."""
    mine, theirs = await first_beat(both), await first_beat(both, replace(STATUS, node=THERE))
    steady = await first_beat(both, yonder := replace(STATUS, node=NodeId("yonder")))
    crowded = replace(STATUS, node=THERE, beat=2, people=99)
    await both.publish(crowded, theirs)
    await both.publish(replace(STATUS, beat=2), mine)
    steady = await both.publish(replace(yonder, beat=2), steady)
    mine = await both.publish(replace(STATUS, beat=3), mine)
    assert mine.others == {THERE: crowded, yonder.node: replace(yonder, beat=2)}
    assert mine.still == set(), "it has beaten since the last answer"
    theirs = await both.publish(replace(crowded, beat=3), theirs)
    assert theirs.others[HERE] == replace(STATUS, beat=3)
    steady = await both.publish(replace(yonder, beat=3), steady)
    assert steady.others == {HERE: replace(STATUS, beat=3), THERE: replace(crowded, beat=3)}


@promise
async def takes_a_sign_down(both: Any) -> None:
    await first_beat(both, replace(STATUS, node=THERE))
    mine = await first_beat(both)
    assert set(mine.others) == {THERE}
    await both.leave(THERE)
    await both.leave(THERE)
    mine = await both.publish(replace(STATUS, beat=3), mine)
    assert (mine.others, mine.still) == ({}, set())
    assert (await first_beat(both, replace(STATUS, node=THERE))).others == {HERE: replace(STATUS, beat=3)}
    assert set((await both.publish(replace(STATUS, beat=4), mine)).others) == {THERE}


@promise
async def gives_no_circle_of_a_node_that_has_shown_itself_again(both: Any) -> None:
    """N1: a claim that was long on its way takes nothing from a node that has woken up since."""
    await first_beat(both)
    claim = await held(both)
    await first_beat(both, replace(STATUS, beat=2))
    with pytest.raises(Conflict):
        await both.claim(TUESDAY, THERE, claim, 1)
    theirs = await both.claim(TUESDAY, THERE, claim, 2)
    assert await both.holders([TUESDAY]) == {TUESDAY: theirs}


@promise
async def tells_a_node_that_something_was_taken_from_it(both: Any) -> None:
    """N14: whatever any clock says about how long it has been away."""
    assert (await first_beat(both)).taken == 0
    claim = await held(both)
    mine: Claim = await both.claim(TUESDAY, HERE, claim)
    assert (await first_beat(both)).taken == 0
    theirs = await both.claim(TUESDAY, THERE, mine)
    assert (await first_beat(both)).taken == 1
    await both.release(theirs)
    await both.claim(TUESDAY, NodeId("yonder"), None)
    assert (await first_beat(both, replace(STATUS, node=THERE))).taken == 0


@pytest.mark.parametrize("open_store", [memory, redis], ids=["memory", "redis"])
@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_every_directory(open_store: Callable[[Path], Any], check: Promise, tmp_path: Path) -> None:
    async def run() -> None:
        async with open_store(tmp_path) as store:
            await check(store)

    asyncio.run(run())


def test_what_has_gone_is_forgotten_once_all_have_read_of_it(tmp_path: Path) -> None:
    """Also a node that died without a word, an hour later: nothing is kept of it for ever."""

    async def run() -> None:
        with RedisProcess(tmp_path / "redis") as server:
            store = await RedisStore.open(server.url)
            mine = await first_beat(store)
            await first_beat(store, replace(STATUS, node=THERE))
            with Redis.from_url(server.url, decode_responses=True) as keys:
                keys.delete(f"balint:node:{THERE}")
                for beat in (2, 3, 4):
                    mine = await store.publish(replace(STATUS, beat=beat), mine)
                assert (mine.others, mine.still) == ({}, set())
                await store.leave(NodeId("yonder"))
                await store.publish(replace(STATUS, beat=5), mine)
                await store.leave(NodeId("yonder"))
                assert set(keys.zrange("balint:told", 0, -1)) <= {HERE, "yonder"}
                assert keys.zrange("balint:beats", 0, -1) == [HERE]
            await store.close()

    asyncio.run(run())


def test_whoever_names_a_beat_that_a_failover_has_forgotten_reads_all(tmp_path: Path) -> None:
    """N6: also where another node has been given its number since."""

    async def run() -> None:
        with RedisProcess(tmp_path / "redis") as server:
            store = await RedisStore.open(server.url)
            theirs = await first_beat(store, replace(STATUS, node=THERE))
            mine = await store.publish(replace(STATUS, beat=2), await first_beat(store))
            with Redis.from_url(server.url) as keys:
                keys.set("balint:beats:number", theirs.number)
                for key in ("balint:beats", "balint:told"):
                    keys.zrem(key, HERE)
            crowded = replace(STATUS, node=THERE, beat=2, people=99)
            theirs = await store.publish(crowded, theirs)
            third = replace(STATUS, node=NodeId("yonder"))
            assert (await first_beat(store, third)).number == mine.number
            await store.publish(replace(crowded, beat=3), theirs)
            mine = await store.publish(replace(STATUS, beat=3), mine)
            assert mine.others == {THERE: replace(crowded, beat=3), third.node: third}
            await store.close()

    asyncio.run(run())
