"""How a thousand open circles go from a node that is told to stop to the other one: `python -m bench draining`.

Two real nodes and one Redis. In most of the circles is nobody, so each is handed over at once. In some of them
everybody sits, without sound, and none takes a step: they are handed over one after the other before the time for that
is up, which is the worst that draining can do to anybody. Each of these people comes back by the other node, as a
balancer lets them.
"""

import asyncio
import resource
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from websockets.asyncio.client import ClientConnection

from app.client.client import Client
from app.client.link import PersonalLink
from bench.load import PEOPLE
from tests.support.installation import Node
from tests.support.process import ServerProcess
from tests.support.redis import RedisProcess

CIRCLES = 1000
SAT_IN = 100
AT_ONCE = 24
"""People who enter at the same time."""
MOVED_S = 30
"""Within the half minute in which a person presses a button again before they call somebody."""
WITHIN_S = 60
"""How long the node waits for a step: it hands over the circles that nobody sits in first, then the others."""
PATIENCE_S = 120
OPENING_TRIES = 20
WISHES = {
    **{name: str(2 * CIRCLES) for name in ("BALINT_CIRCLES_MAX", "BALINT_UNUSED_MAX", "BALINT_OPENINGS_MAX")},
    "BALINT_SOURCE_CONNECTIONS_MAX": "4000",
    "BALINT_DRAIN_WITHIN_S": str(WITHIN_S),
}


class Sitter(Client):
    """Somebody in a circle who comes back by the other door, and notes how long they were away."""

    def __init__(self, door: str, other: str, token: str) -> None:
        super().__init__(f"{door}/#{token}", "Somebody")
        self._other = PersonalLink.read(f"{other}/#{token}")
        self.away_s: list[float] = []
        self._lost_at = 0.0

    async def _read(self, socket: ClientConnection) -> int:
        code = await super()._read(socket)
        self._lost_at = self._lost_at or time.monotonic()
        self.link = self._other
        return code

    async def _take(self, message: dict[str, Any]) -> None:
        await super()._take(message)
        if message["type"] == "view" and self._lost_at:
            self.away_s.append(time.monotonic() - self._lost_at)
            self._lost_at = 0.0


def main() -> int:
    """Measure it; 1 if a circle or a person took longer than they may."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder, RedisProcess(Path(folder, "redis")) as redis:
        first, second = (Node(Path(folder, name), redis.url, None, WISHES) for name in ("first", "second"))
        try:
            return asyncio.run(_measure(first, second))
        finally:
            first.kill()
            second.kill()


async def _measure(first: ServerProcess, second: ServerProcess) -> int:
    await asyncio.to_thread(first.start)
    with ThreadPoolExecutor(8) as openers:
        circles = list(openers.map(lambda _: _opened(first), range(CIRCLES)))
    await asyncio.to_thread(second.start)
    tokens = [token for circle in circles[:SAT_IN] for token in circle]
    async with _seated([Sitter(first.url, second.url, token) for token in tokens]) as sitters:
        began = time.monotonic()
        first.tell(signal.SIGTERM)
        await _until_there(second, CIRCLES - SAT_IN)
        empty_s = time.monotonic() - began
        await _until_there(second, CIRCLES)
        for sitter in sitters:
            await sitter.until(lambda it=sitter: it.away_s and it.view, PATIENCE_S)  # type: ignore[misc]
        await asyncio.to_thread(first.ended)
        away = sorted(max(sitter.away_s) for sitter in sitters)
        again = sum(len(sitter.away_s) > 1 for sitter in sitters)
    print(
        f"\n{CIRCLES - SAT_IN} circles in which nobody sat moved in {empty_s:.1f} s, "
        f"{1000 * empty_s / (CIRCLES - SAT_IN):.1f} ms each\n"
        f"{SAT_IN} in which {len(away)} people sat moved within {WITHIN_S} s; each was away "
        f"p50 {away[len(away) // 2]:.2f} s, p99 {away[len(away) * 99 // 100]:.2f} s, most {away[-1]:.2f} s; "
        f"{again} of them more than once\n"
        f"of the target ({MOVED_S} s): circles {empty_s / MOVED_S:.2f}, people {away[-1] / MOVED_S:.2f} (target 1)"
    )
    return int(max(empty_s, away[-1]) > MOVED_S)


def _opened(node: ServerProcess) -> list[str]:
    """The tokens of a circle. Asked again where the store is late, as it may be while so many are opened at once."""
    for _ in range(OPENING_TRIES):
        with suppress(HTTPError):
            return node.open_circle(seats=PEOPLE, observers=0)
    raise AssertionError(node.log)


@asynccontextmanager
async def _seated(sitters: list[Sitter]) -> AsyncIterator[list[Sitter]]:
    """All of them are in their seats."""
    living = []
    try:
        for at in range(0, len(sitters), AT_ONCE):
            living += [asyncio.create_task(sitter.live()) for sitter in sitters[at : at + AT_ONCE]]
            for sitter in sitters[at : at + AT_ONCE]:
                await sitter.until(lambda it=sitter: it.view)  # type: ignore[misc]
        yield sitters
    finally:
        for each in living:
            each.cancel()
        await asyncio.gather(*living, return_exceptions=True)


async def _until_there(node: ServerProcess, circles: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while int(((await asyncio.to_thread(node.health)) or {}).get("circles", 0)) < circles:
        assert time.monotonic() < deadline, node.log
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
