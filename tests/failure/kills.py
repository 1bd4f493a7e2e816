"""Node after node is killed at a random moment, under meetings in which everybody speaks all the time.

    python -m tests.failure.kills --kills 100 --seed 1

What has been acknowledged must be kept, a presenter who sits back must not be heard, and everybody must be back by
themselves. How long the sound was away is what is measured.
"""

import argparse
import asyncio
import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.installation import Installation, Node, installation
from tests.support.meeting import Meeting, going_on, meeting
from tests.support.peer import until
from tests.support.script import Script

KILLS_A_MEETING = 10
CALM_S = 1.0
PATIENCE_S = 60


@dataclass
class Tally:
    """What came of it all."""

    kills: int = 0
    owners: int = 0
    """How many of those killed held the circle."""
    acknowledged: int = 0
    lost: int = 0
    heard: int = 0
    sat_back_s: float = 0
    back_s: list[float] = field(default_factory=list)
    """From the kill of an owner until each person heard somebody again."""
    relayed_back_s: list[float] = field(default_factory=list)
    """The same where it was only the node between."""

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.owners} of them of the circle's own node\n"
            f"{self.acknowledged} deeds acknowledged, {self.lost} lost\n"
            f"{self.heard} packets heard of a presenter who sat back, and spoke, for {self.sat_back_s:.0f} s\n"
            f"sound back after the circle's node was killed: {_spread(self.back_s)}\n"
            f"sound back after the node between was killed: {_spread(self.relayed_back_s)}"
        )


async def kill(folder: Path, kills: int, seed: int, nodes: int = 3, pace: dict[str, str] | None = None) -> Tally:
    """Kill so many, a few in each meeting."""
    rng, tally = random.Random(seed), Tally()
    async with installation(folder, nodes, pace=pace or {}) as cluster:
        while tally.kills < kills:
            await _one_meeting(cluster, min(KILLS_A_MEETING, kills - tally.kills), rng, tally)
    return tally


async def _one_meeting(cluster: Installation, kills: int, rng: random.Random, tally: Tally) -> None:
    first = rng.randrange(len(cluster.nodes))
    async with meeting(cluster, first, at=cluster.nodes[first]) as table:
        await table.reflects()
        script = Script(table, rng)
        async with going_on(script.play()):
            for _ in range(kills):
                await _one_kill(table, script, rng, tally)
        tally.acknowledged += script.acknowledged
        tally.lost += script.lost
        tally.heard += script.heard
        tally.sat_back_s += script.sat_back_s


async def _one_kill(table: Meeting, script: Script, rng: random.Random, tally: Tally) -> None:
    await _some_moment(script, rng)
    victim, owner = rng.choice(table.cluster.nodes), table.owner
    hit = [p for p in table.people.values() if victim is owner or p.door == victim.socket_url]
    lines = {person.seat: len(person.codes) for person in hit}
    victim.kill()
    at = time.monotonic()
    again = asyncio.ensure_future(_start(victim))
    await until(lambda: all(len(person.codes) > lines[person.seat] for person in hit), PATIENCE_S)
    await table.until_all_here()
    await table.until_heard(time.monotonic())
    await again
    tally.kills += 1
    tally.owners += victim is owner
    (tally.back_s if victim is owner else tally.relayed_back_s).extend(person.back_at() - at for person in hit)
    script.check()


async def _some_moment(script: Script, rng: random.Random) -> None:
    """Any moment of the meeting; half of them a few milliseconds after somebody has asked for something."""
    await asyncio.sleep(rng.uniform(0, CALM_S))
    if rng.random() < 0.5:
        await script.asking.wait()
        await asyncio.sleep(rng.uniform(0, 0.006))


async def _start(node: Node) -> None:
    node.launch()
    await asyncio.to_thread(node.ready)


def _spread(figures: list[float]) -> str:
    """The middle, the twentieth part that is worst, and the worst."""
    if not figures:
        return "nobody was cut off"
    ordered = sorted(figures)
    p50, p95 = (ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.5, 0.95))
    return f"p50 {p50:.2f} s, p95 {p95:.2f} s, longest {ordered[-1]:.2f} s ({len(ordered)} people)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nodes", type=int, default=3)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    print(f"the nodes' logs are in {folder}")
    print(asyncio.run(kill(folder, asked.kills, asked.seed, asked.nodes)))


if __name__ == "__main__":
    main()
