"""What every directory promises, and a store with one beside it: one suite, on the fake and on Redis."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.store.directory import NodeStatus
from app.store.redis import NODES_MANY, RedisStore
from app.store.store import Claim, Conflict, NodeId
from tests.store.test_contract import HERE, THERE, TUESDAY, held, memory, redis
from tests.support.redis import RedisProcess

Promise = Callable[[Any], Awaitable[None]]
PROMISES: list[Promise] = []
STATUS = NodeStatus(node=HERE, beat=1, address="inner:1", circles=3, people=20, draining=False, now_ms=5)


def promise(check: Promise) -> Promise:
    PROMISES.append(check)
    return check


@promise
async def shows_everybody_to_everybody(both: Any) -> None:
    """N6"""
    theirs = replace(STATUS, node=THERE, draining=True)
    await both.publish(STATUS)
    assert set((await both.publish(theirs)).statuses) == {STATUS, theirs}
    newer = replace(STATUS, beat=2)
    assert set((await both.publish(newer)).statuses) == {newer, theirs}


@promise
async def takes_a_sign_down(both: Any) -> None:
    await both.publish(STATUS)
    await both.leave(HERE)
    await both.leave(HERE)
    assert (await both.publish(replace(STATUS, node=THERE))).statuses == (replace(STATUS, node=THERE),)


@promise
async def gives_no_circle_of_a_node_that_has_shown_itself_again(both: Any) -> None:
    """N1: a claim that was long on its way takes nothing from a node that has woken up since."""
    await both.publish(STATUS)
    claim = await held(both)
    await both.publish(replace(STATUS, beat=2))
    with pytest.raises(Conflict):
        await both.claim(TUESDAY, THERE, claim, 1)
    theirs = await both.claim(TUESDAY, THERE, claim, 2)
    assert await both.holders([TUESDAY]) == {TUESDAY: theirs}


@promise
async def tells_a_node_that_something_was_taken_from_it(both: Any) -> None:
    """N14: whatever any clock says about how long it has been away."""
    assert (await both.publish(STATUS)).taken == 0
    claim = await held(both)
    mine: Claim = await both.claim(TUESDAY, HERE, claim)
    assert (await both.publish(STATUS)).taken == 0
    theirs = await both.claim(TUESDAY, THERE, mine)
    assert (await both.publish(STATUS)).taken == 1
    await both.release(theirs)
    await both.claim(TUESDAY, NodeId("yonder"), None)
    assert (await both.publish(replace(STATUS, node=THERE))).taken == 0


@pytest.mark.parametrize("open_store", [memory, redis], ids=["memory", "redis"])
@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_every_directory(open_store: Callable[[Path], Any], check: Promise, tmp_path: Path) -> None:
    async def run() -> None:
        async with open_store(tmp_path) as store:
            await check(store)

    asyncio.run(run())


def test_many_nodes_share_one_reading_and_each_sees_every_beat_move(tmp_path: Path) -> None:
    """N6: none is taken for dead because others have read for it. Few read for themselves again."""

    async def run() -> None:
        with RedisProcess(tmp_path / "redis") as server:
            stores = {NodeId(f"node-{n}"): await RedisStore.open(server.url) for n in range(NODES_MANY + 1)}
            for beat in range(1, 5):
                for node, store in stores.items():
                    seen = {
                        it.node: it.beat for it in (await store.publish(replace(STATUS, node=node, beat=beat))).statuses
                    }
                    assert seen.pop(node) == beat
                    assert min(seen.values(), default=beat) >= beat - 1, (node, beat)
                    assert beat == 1 or len(seen) == NODES_MANY
            [made] = await stores[NodeId("node-0")]._read(lambda pipe: [pipe.get("balint:statuses:number")])
            assert int(made) <= 4, "it is made once a round, and not for each node"
            first, *others = stores
            for node in others:
                await stores[node].leave(node)
            for beat in (5, 6):
                alone = await stores[first].publish(replace(STATUS, node=first, beat=beat))
            assert alone.statuses == (replace(STATUS, node=first, beat=6),)
            for store in stores.values():
                await store.close()

    asyncio.run(run())
