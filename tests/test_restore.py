"""A copy of Redis is made and laid down by the words of `docs/OPERATIONS.md`, and circles go on where they were."""

import asyncio
import re
import subprocess
from pathlib import Path

from app.store.redis import RedisStore
from tests.store.test_contract import LOG, TUESDAY, held
from tests.store.test_groups import FRIDAY, GROUP
from tests.support.process import ROOT
from tests.support.redis import RedisProcess

OPERATIONS = (ROOT / "docs" / "OPERATIONS.md").read_text()
[COPY] = re.findall(r"`(redis-cli --rdb backup\.rdb)`", OPERATIONS)
[LAY_DOWN] = re.findall(r"```\n(mkdir appendonlydir .*?)```", OPERATIONS, re.DOTALL)


def test_a_copy_of_redis_is_restored(tmp_path: Path) -> None:
    """N4, G23: its groups too."""
    new = tmp_path / "new"
    new.mkdir()

    async def keep(url: str) -> None:
        store = await RedisStore.open(url)
        await store.append(await held(store), 0, LOG)
        await store.groups.write(FRIDAY, GROUP, None)
        await store.close()

    async def kept(url: str) -> tuple[object, ...]:
        store = await RedisStore.open(url)
        log, group = await store.read(TUESDAY), await store.groups.read(FRIDAY)
        await store.close()
        return log, group

    with RedisProcess(tmp_path / "old") as old:
        asyncio.run(keep(old.url))
        _type(COPY.replace("redis-cli", f"redis-cli -p {old.port}"), new)
    _type(LAY_DOWN, new)
    with RedisProcess(new) as restored:
        assert asyncio.run(kept(restored.url)) == (tuple(LOG), GROUP)


def _type(command: str, folder: Path) -> None:
    subprocess.run(["bash", "-ec", command], cwd=folder, check=True, capture_output=True)
