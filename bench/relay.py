"""What it costs to pass a browser's socket on: the same pages at the node that holds their circle, or at another one.

Two real nodes and one Redis. In each circle of twelve everybody pings each second and one person switches a microphone,
which shows twelve views. The pages have no sound; voices never take the way through another node anyhow.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import uvloop

from bench.circles import SEATS
from bench.load import cpu_s, memory_mb
from tests.support.client import Client, client
from tests.support.installation import Installation, Node, circle_of, installation

CIRCLES = 10
SECONDS = 20.0
"""Less than a page may go on without a sound."""

SETTLES_S = 1.0
PACE = {"BALINT_BEAT_S": "0.5", "BALINT_CLAIM_S": "3"}


@dataclass
class Figures:
    """What one run came to."""

    asked_ms: list[float] = field(default_factory=list)
    """From a command to the view that shows it, at whoever asked."""
    pinged_ms: list[float] = field(default_factory=list)
    messages: int = 0
    """Both ways, as the pages count them."""
    cpu_s: float = 0.0
    """At the node the pages were connected to."""
    memory_mb: float = 0.0
    """The same, for each page."""

    def __str__(self) -> str:
        """One line of the table."""
        asked, pinged = sorted(self.asked_ms), sorted(self.pinged_ms)
        figures = (_part(asked, 50), _part(asked, 99), _part(pinged, 50), _part(pinged, 99))
        cpu = 1000 * self.cpu_s / self.messages
        rate = self.messages / SECONDS
        return "".join(f"{v:12.2f}" for v in figures) + f"{rate:14.0f}{cpu:16.3f}{1024 * self.memory_mb:14.0f}"


def main() -> None:
    """Measure directly, then through the other node."""
    uvloop.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with installation(Path(folder), pace=PACE) as cluster:
            circles = await _open_at(cluster, cluster.nodes[0])
            print(f"\n{CIRCLES} circles of {SEATS} pages at one node, {SECONDS:g} s each")
            print(
                f"{'':24}{'asked p50':>12}{'p99 ms':>12}{'ping p50':>12}{'p99 ms':>12}{'messages/s':>14}"
                f"{'CPU-s/1000':>16}{'kB a page':>14}"
            )
            through = await _run(cluster.nodes[1], circles)
            direct = await _run(cluster.nodes[0], circles)
    print(f"{'at the owner':24}{direct}\n{'through another node':24}{through}")
    for name, ours, theirs in (
        ("asked", through.asked_ms, direct.asked_ms),
        ("ping", through.pinged_ms, direct.pinged_ms),
    ):
        added = [_part(sorted(ours), part) - _part(sorted(theirs), part) for part in (50, 99)]
        print(f"passing on adds to {name}: p50 {added[0]:+.2f} ms, p99 {added[1]:+.2f} ms")
    print(
        f"passing on / serving, CPU a message: {through.cpu_s * direct.messages / through.messages / direct.cpu_s:.2f}"
    )


async def _open_at(cluster: Installation, owner: Node) -> list[list[str]]:
    """The tokens of so many circles that live at this node; some are opened elsewhere and left alone."""
    found: list[list[str]] = []
    while len(found) < CIRCLES:
        tokens = await asyncio.to_thread(owner.open_circle, seats=SEATS, observers=0)
        if cluster.owner(circle_of(tokens[0])) is owner:
            found.append(tokens)
    return found


async def _run(node: Node, circles: Sequence[Sequence[str]]) -> Figures:
    """Let everybody in at this node, let them do what people do, and let them out."""
    figures = Figures()
    async with AsyncExitStack() as opened:
        before_mb = memory_mb(node.pid)
        tables = [await _enter(opened, node, tokens) for tokens in circles]
        await asyncio.sleep(SETTLES_S)
        figures.memory_mb = (memory_mb(node.pid) - before_mb) / CIRCLES / SEATS
        before_s, heard = cpu_s(node.pid), _heard(tables)
        until = time.monotonic() + SECONDS
        await asyncio.gather(
            *(_switch(table[0], n / CIRCLES, until, figures) for n, table in enumerate(tables)),
            *(_ping(page, n / SEATS, until, figures) for table in tables for n, page in enumerate(table)),
        )
        figures.cpu_s = cpu_s(node.pid) - before_s
        figures.messages = _heard(tables) - heard + len(figures.asked_ms) + len(figures.pinged_ms)
    return figures


async def _enter(opened: AsyncExitStack, node: Node, tokens: Sequence[str]) -> list[Client]:
    pages = [await opened.enter_async_context(client(node.socket_url)) for _ in range(SEATS)]
    for page, token in zip(pages, tokens, strict=True):
        await page.enter(token)
    return pages


async def _switch(page: Client, first_s: float, until: float, figures: Figures) -> None:
    await asyncio.sleep(first_s)
    for command in ("open_microphone", "close_microphone") * int(SECONDS):
        if time.monotonic() > until:
            return
        began = time.perf_counter()
        assert await page.ask(command) is None
        figures.asked_ms.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(1)


async def _ping(page: Client, first_s: float, until: float, figures: Figures) -> None:
    await asyncio.sleep(first_s)
    while time.monotonic() < until:
        answered, began = len(page.pongs), time.perf_counter()
        await page.send({"type": "ping", "sent_ms": 0})
        await page.until(lambda n=answered: len(page.pongs) > n)  # type: ignore[misc]
        figures.pinged_ms.append(1000 * (time.perf_counter() - began))
        await asyncio.sleep(1)


def _heard(tables: Sequence[Sequence[Client]]) -> int:
    return sum(len(page.heard_texts) for table in tables for page in table)


def _part(values: Sequence[float], percent: int) -> float:
    return values[len(values) * percent // 100]


if __name__ == "__main__":
    main()
