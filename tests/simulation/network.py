"""What lies between nodes, people and Redis: links that are cut and healed, and requests that get lost on them."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.store.store import StoreFailed
from tests.simulation.process import Process, later
from tests.simulation.redis import Redis

REDIS = "redis"
WITHIN_S = 1.0
"""The deadline of every call of the store (`Settings.redis_within_s`)."""
TRIES = 3
AGAIN_S = 0.02
CONFIRMED_WITHIN_S = 0.8
ON_THE_WAY_MAX_S = 15


class Network:
    """Which two places reach each other. Everybody does at first."""

    def __init__(self) -> None:
        self._cuts: Counter[frozenset[str]] = Counter()
        self._on_change: list[Callable[[], None]] = []

    def reaches(self, one: str, other: str) -> bool:
        """Whether what one sends now comes to the other."""
        return not self._cuts or not self._cuts[frozenset((one, other))]

    def cut(self, one: str, other: str) -> None:
        """From now on nothing gets through. A link that is cut twice has to be healed twice."""
        self._cuts[frozenset((one, other))] += 1
        self.changed()

    def heal(self, one: str, other: str) -> None:
        """Take one cut back."""
        self._cuts[frozenset((one, other))] -= 1
        self._cuts = +self._cuts
        self.changed()

    def heal_all(self) -> None:
        """Take every cut back."""
        self._cuts.clear()
        self.changed()

    def changed(self) -> None:
        """Something that somebody waits for may be otherwise now."""
        for tell in list(self._on_change):
            tell()

    def on_change(self, tell: Callable[[], None]) -> Callable[[], None]:
        """Be told of every change, until what is returned is called."""
        self._on_change.append(tell)
        return lambda: self._on_change.remove(tell)


@dataclass(slots=True)
class Trouble:
    """How bad the line to Redis is just now: how often a request, or its answer, is lost, late or slow."""

    lost: float = 0
    late: float = 0
    slow: float = 0


class StoreLine:
    """One machine's line to Redis."""

    def __init__(
        self, redis: Redis, network: Network, place: str, process: Process, rng: random.Random, counts: Counter[str]
    ) -> None:
        self.trouble = Trouble()
        self.closed = False
        self._redis = redis
        self._network = network
        self._place = place
        self._process = process
        self._rng = rng
        self._counts = counts

    async def ask(self, request: Callable[[], tuple[Any, int]], replicas: int) -> Any:
        """See `store.Line`. A broken connection is tried again, as the client of Redis does."""
        if self.closed:
            raise StoreFailed("the history is over")
        until_s = asyncio.get_running_loop().time() + WITHIN_S
        for again in range(TRIES):
            if again:
                await asyncio.sleep(AGAIN_S)
            call = _Call(self, request, replicas, until_s)
            try:
                answer = await call.answer
            except ConnectionResetError:
                continue
            if asyncio.get_running_loop().time() > until_s + AGAIN_S and self._rng.random() < 0.5:
                raise StoreFailed("no answer in time: its process was frozen")
            return answer
        raise StoreFailed("Redis cannot be reached")

    @property
    def reaches(self) -> bool:
        """Whether Redis hears what is sent now."""
        return self._network.reaches(self._place, REDIS)


class _Call:
    """One request on its way there and back. What has left its node goes on by itself, whatever becomes of the node."""

    def __init__(self, line: StoreLine, request: Callable[[], tuple[Any, int]], replicas: int, until_s: float) -> None:
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._line = line
        self._request = request
        self._replicas = replicas
        self._until_s = until_s
        self._send()

    def _send(self) -> None:
        rng, trouble = self._line._rng, self._line.trouble
        chance = rng.random()
        if not self._line.reaches:
            self._lost_before(held_back=chance < 0.3)
        elif chance < trouble.lost:
            self._count("requests lost")
            self._lost_before(held_back=False)
        elif chance < trouble.lost + trouble.late:
            self._count("requests late")
            later(rng.uniform(0.9, 6), self._arrives)
            self._expires()
        elif chance < trouble.lost + trouble.late + trouble.slow:
            later(rng.uniform(0.1, 0.99), self._arrives)
            self._expires()
        else:
            later(0.0002 + 0.003 * rng.random(), self._arrives)

    def _lost_before(self, held_back: bool) -> None:
        if held_back:
            self._count("requests held back")
            self._arrives_once_healed()
        if self._line._rng.random() < 0.3 and not held_back:
            self._breaks()
        else:
            self._expires()

    def _arrives_once_healed(self) -> None:
        given_up_s = asyncio.get_running_loop().time() + ON_THE_WAY_MAX_S

        def look() -> None:
            if self._line.reaches:
                stop()
                if asyncio.get_running_loop().time() < given_up_s:
                    later(self._line._rng.uniform(0, 2), self._arrives)

        stop = self._line._network.on_change(look)

    def _arrives(self) -> None:
        redis = self._line._redis
        if self._line.closed:
            self._fail()
        elif redis.frozen:
            redis.wait(self._arrives)
            self._expires()
        else:
            outcome, place = self._request()
            if self._replicas and place:
                self._confirms(outcome, place)
            else:
                self._answers(outcome)

    def _confirms(self, outcome: Any, place: int) -> None:
        redis, failovers = self._line._redis, self._line._redis.failovers

        def look() -> None:
            redis.replicate()
            if redis.failovers != failovers:
                self._breaks()
            elif redis.is_replicated(place):
                self._answers(outcome)
            else:
                later(CONFIRMED_WITHIN_S, self._fail, "too few replicas of Redis confirmed it")

        later(self._line._rng.uniform(0, 0.003), look)

    def _answers(self, outcome: Any) -> None:
        rng, trouble = self._line._rng, self._line.trouble
        if not self._line.reaches or rng.random() < trouble.lost:
            self._count("answers lost")
            if rng.random() < 0.5:
                self._breaks()
            else:
                self._expires()
        elif trouble.slow and rng.random() < trouble.slow:
            later(rng.uniform(0.01, 0.9), self._comes, outcome)
            self._expires()
        else:
            self._comes(outcome)

    def _comes(self, outcome: Any) -> None:
        if not self.answer.done():
            self.answer.set_result(outcome)

    def _breaks(self) -> None:
        later(0.001, self._fail_with, ConnectionResetError())

    def _expires(self) -> None:
        loop = asyncio.get_running_loop()
        later(max(0, self._until_s - loop.time()), self._fail)

    def _fail(self, why: str = "Redis did not answer in time") -> None:
        self._fail_with(StoreFailed(why))

    def _fail_with(self, error: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)

    def _count(self, what: str) -> None:
        self._line._counts[what] += 1
