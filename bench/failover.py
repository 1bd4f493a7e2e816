"""How long nobody is heard when the node that holds a circle is killed, and when it is told to stop and hands it over.

Three real nodes with the claim time they have unless told otherwise, one Redis, and a circle whose four people have
voices of their own and speak all the time. Each comes back by themselves, as the real page does
(`tests/support/returning.py`); a figure is the silence of one person.
"""

import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.installation import Installation, Node, installation
from tests.support.meeting import Meeting, longest_gap_s, meeting
from tests.support.peer import until

TIMES = 10
KILLED_S = 6.0
MOVED_S = 1.0
SETTLES_S = 2.0
NODES = 3
Fails = Callable[[Meeting, Node], Awaitable[None]]


def main() -> int:
    """Measure both; 1 if a target was missed. The command line may say how many times."""
    times = int(sys.argv[-1]) if sys.argv[-1].isdigit() else TIMES
    return asyncio.run(_measure(times))


async def _measure(times: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        async with installation(Path(folder), NODES, pace={}, BALINT_DRAIN_WITHIN_S="60") as cluster:
            killed = [gap for _ in range(times) for gap in await _once(cluster, _kill)]
            moved = [gap for _ in range(times) for gap in await _once(cluster, _move)]
    return max(_print("killed", killed, KILLED_S), _print("moved at a step's change", moved, MOVED_S))


async def _once(cluster: Installation, fails: Fails) -> list[float]:
    """Let it happen to the owner of a new circle; how long each person has heard nobody, in seconds."""
    async with meeting(cluster) as table:
        await asyncio.sleep(SETTLES_S)
        async with _back_afterwards(table.owner) as owner:
            since = time.monotonic()
            await fails(table, owner)
            await table.settled(time.monotonic())
            gaps = [longest_gap_s(person, since) for person in table.people.values()]
    return gaps


@asynccontextmanager
async def _back_afterwards(node: Node) -> AsyncIterator[Node]:
    yield node
    if node.runs:
        await asyncio.to_thread(node.ended)
    await asyncio.to_thread(node.start)


async def _kill(table: Meeting, owner: Node) -> None:
    owner.kill()
    await until(lambda: table.owner is not owner, KILLED_S * 2)


async def _move(table: Meeting, owner: Node) -> None:
    owner.tell(signal.SIGTERM)
    await asyncio.sleep(SETTLES_S)
    assert await table.frida.ask("next_step") is None
    await until(lambda: table.owner is not owner, KILLED_S * 2)


def _print(name: str, gaps: list[float], target_s: float) -> int:
    """Print the distribution; 1 if the target was missed."""
    gaps = sorted(gaps)
    p50, p95, most = gaps[len(gaps) // 2], gaps[len(gaps) * 95 // 100], gaps[-1]
    met = most <= target_s
    print(
        f"{name}, {len(gaps)} people: silent p50 {p50:.2f} s, p95 {p95:.2f} s, most {most:.2f} s, of the target "
        f"{most / target_s:.2f} (target 1, which is {target_s:g} s): {'met' if met else 'MISSED'}"
    )
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
