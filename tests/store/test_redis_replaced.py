"""Another Redis becomes the primary while events are kept, as where one is upgraded (docs/OPERATIONS.md)."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.store.redis import RedisStore
from app.store.store import StoreFailed
from tests.store.test_contract import LOG, TUESDAY, held
from tests.support.redis import RedisProcess, Sentinel


def wait_until(so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize(("frozen", "confirming"), [(False, 1), (True, 2)], ids=["stopped", "frozen"])
def test_what_was_acknowledged_is_at_the_next_primary(frozen: bool, confirming: int, tmp_path: Path) -> None:
    """N4, N5: one that is stopped hands on what it has. One that wakes while another takes over still has a replica,
    which confirms, so there both have to.
    """

    def replace() -> None:
        (primary.freeze if frozen else primary.shut_down)()
        wait_until(lambda: any(b"master" in replica.tell("ROLE") for replica in replicas))
        if frozen:
            primary.wake()

    async def keep_on() -> int:
        store = await RedisStore.open(sentinel.url, within_s=5, replicas=confirming)
        claim, kept = await held(store), 5
        await store.append(claim, 0, LOG[:1] * kept)
        replacing = asyncio.create_task(asyncio.to_thread(replace))
        goes_on = False
        while not goes_on:
            with suppress(StoreFailed):
                done = replacing.done()
                await store.append(claim, kept, LOG[:1])
                kept, goes_on = kept + 1, done
            await asyncio.sleep(0.01)
        await replacing
        await store.close()
        return kept

    async def kept_at(replica: RedisProcess) -> int:
        store = await RedisStore.open(replica.url, within_s=5)
        try:
            return len(await store.read(TUESDAY))
        finally:
            await store.close()

    with RedisProcess(tmp_path / "primary") as primary:
        follows = {"replicaof": f"127.0.0.1 {primary.port}", "repl-diskless-sync-delay": "0"}
        with (
            RedisProcess(tmp_path / "replica-1", **follows) as first,
            RedisProcess(tmp_path / "replica-2", **follows) as second,
            Sentinel(tmp_path / "sentinel", primary.port) as sentinel,
        ):
            replicas = [first, second]
            wait_until(lambda: sentinel.knows(2) and all(b"connected" in each.tell("ROLE") for each in replicas))
            kept = asyncio.run(keep_on())
            [new] = [replica for replica in replicas if b"master" in replica.tell("ROLE")]
            assert asyncio.run(kept_at(new)) == kept
