"""A history: a seed decides who is there, what they want and what goes wrong, and the witness looks on.

play(seed=7)        raises Violated where something did not hold
"""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from app.circle import commands as c
from app.circle.reasons import Reason, Refused
from app.circle.state import Paused
from app.live.mailbox import ActorStopped
from app.store.store import CircleId, Conflict, StoreFailed
from tests.simulation.faults import FAULTS, WITH_REPLICAS, Fault, some_time_s
from tests.simulation.loop import simulate
from tests.simulation.nodes import Life
from tests.simulation.process import LoopOfProcesses
from tests.simulation.world import World

FAULTS_LAST_MAX_S = 16
SETTLES_WITHIN_S = 30
LIMIT_S = 300


class Violated(AssertionError):
    """Something that must always hold did not."""


@dataclass(frozen=True, slots=True)
class Past:
    """What a history was like."""

    seed: int
    counts: Counter[str]
    violations: list[str]
    story: list[str] = field(default_factory=list)


def play(seed: int, without: frozenset[str] = frozenset(), narrates: bool = False) -> Past:
    """Play it to its end and say what was violated."""
    return History(seed, without, narrates).play()


class History:
    """One history."""

    def __init__(self, seed: int, without: frozenset[str], narrates: bool) -> None:
        self._seed = seed
        self._rng = rng = random.Random(f"plan {seed}")
        replicas = int(rng.random() < 0.15)
        self._faults = WITH_REPLICAS if replicas else FAULTS
        self._places = rng.choice([2, 2, 3])
        self._make: Callable[[], World] = lambda: World(random.Random(seed), self._places, replicas, without, narrates)

    def play(self) -> Past:
        """See `play`."""
        errors = _Errors()
        logger = logging.getLogger("app")
        before = logger.level, logger.propagate
        logger.addHandler(errors)
        logger.setLevel(logging.ERROR)
        logger.propagate = False
        try:
            world = simulate(self._run, limit_s=LIMIT_S, seed=self._seed, loop_of=LoopOfProcesses)
        finally:
            logger.removeHandler(errors)
            logger.level, logger.propagate = before
        return Past(self._seed, world.counts, [*world.witness.violations, *errors.seen], world.story or [])

    async def _run(self) -> World:
        self.world = world = self._make()
        self._begin()
        for at_s, fault in self._plan():
            await asyncio.sleep(max(0, at_s - world.now_s()))
            world.counts[f"fault: {fault.__name__}"] += 1
            fault(world, self._rng, some_time_s(self._rng))
        await asyncio.sleep(self._rng.choice([0.5, 3.5, 7]))
        await self._end()
        world.witness.overlap()
        await world.over()
        return world

    def _begin(self) -> None:
        world, rng = self.world, self._rng
        for place in world.places:
            world.starts(place, rng.randint(-2000, 2000))
        busy_s = rng.choice([None, 1.5, 3, 3])
        for number in range(rng.choice([1, 1, 2])):
            world.meets(CircleId(f"circle{number + 1}"), step=rng.choice([2, 4, 4]), asks_every_s=busy_s)

    def _plan(self) -> list[tuple[float, Fault]]:
        """When what goes wrong: at times of their own, or all about the same moment."""
        rng = self._rng
        together_s = rng.uniform(4, 8)
        when_s = [
            together_s + rng.choice([0, rng.random(), rng.uniform(0, 4)])
            if rng.random() < 0.5
            else rng.uniform(3, FAULTS_LAST_MAX_S)
            for _ in range(rng.randint(1, 5))
        ]
        return [(at_s, rng.choice(self._faults)) for at_s in sorted(when_s)]

    async def _end(self) -> None:
        """Once everything is healed, everybody is soon back, at one owner whose circle goes on."""
        world = self.world
        world.network.heal_all()
        world.heals()
        healed_s = world.now_s()
        while missing := self._missing() or await self._idle():
            if world.now_s() > healed_s + SETTLES_WITHIN_S:
                world.witness.violated(f"{SETTLES_WITHIN_S} s after everything was healed: {'; '.join(missing)}")
                return
            await asyncio.sleep(0.5)
        world.say("everybody is back")
        world.counts["settled after, ms at most"] = int(1000 * (world.now_s() - healed_s))

    def _open(self) -> list[CircleId]:
        circles = dict.fromkeys(person.circle for person in self.world.people)
        return [circle for circle in circles if not self.world.witness.has_ended(circle)]

    def _missing(self) -> list[str]:
        """What is not as it should be yet."""
        world = self.world
        missing = [
            f"{person.name} is not back"
            for person in world.people
            if not (person.connected or person.done or world.witness.has_ended(person.circle))
        ]
        for circle in self._open():
            owners = self._owners(circle)
            if len(owners) != 1:
                missing.append(f"{circle} lives at {[life.name for life in owners]}")
            elif not world.in_force(owners[0].claims[circle]) or not owners[0].media.passes():
                missing.append(f"{owners[0].name} holds {circle} without right or sound")
        return missing

    def _owners(self, circle: CircleId) -> list[Life]:
        lives = (self.world.living(place) for place in self.world.places)
        return [life for life in lives if life and life.hub.living(circle)]

    async def _idle(self) -> list[str]:
        """Which circles do not do yet what a facilitator asks."""
        return [circle for circle in self._open() if not await self._obeys(circle)]

    async def _obeys(self, circle: CircleId) -> bool:
        owners = self._owners(circle)
        actor = owners[0].hub.living(circle) if owners else None
        if actor is None:
            return False
        step = actor.circle.step
        clock = c.ResumeClock(seen=step) if isinstance(actor.circle.clock, Paused) else c.PauseClock(seen=step)
        try:
            refused: Refused | None = await owners[0].process.start(actor.ask(1, clock))
        except ActorStopped:
            return self.world.witness.has_ended(circle)
        return refused is None or refused.reason is not Reason.NOT_KEPT


class _Errors(logging.Handler):
    """What the product logs as its own failure."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and not isinstance(record.exc_info[1], Conflict | StoreFailed):
            self.seen.append(f"{record.getMessage()}: {record.exc_info[1]!r}")
