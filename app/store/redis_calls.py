"""How Redis is asked. Every call has a deadline; past it, or when anything else goes wrong, it is a `StoreFailed`."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from redis.exceptions import AuthenticationError, BusyLoadingError, OutOfMemoryError, ReadOnlyError, RedisError
from redis.exceptions import ConnectionError as CannotConnect
from redis.exceptions import TimeoutError as NoAnswer

from app.store.redis_facts import RedisFacts, facts_in
from app.store.redis_url import client_of, close_client
from app.store.store import StoreFailed

CALLS_MAX = 64
"""Calls, and so connections, at once."""
T = TypeVar("T")


class RedisCalls:
    """The calls to one Redis. All but `close` raise `StoreFailed`; whether a write was kept then is not known."""

    def __init__(self, url: str, within_s: float, replicas: int) -> None:
        """`within_s` is the deadline of each, `replicas` how many have to confirm a write. Raises ValueError."""
        self._redis = client_of(url, within_s)
        self._within_s = within_s
        self._replicas = replicas
        self._calls = asyncio.Semaphore(CALLS_MAX)
        self._closed = False

    async def read(self, ask: Callable[[Any], object]) -> list[Any]:
        """What is answered to all that `ask` puts into a pipeline."""

        async def work() -> list[Any]:
            async with self._redis.pipeline(transaction=False) as pipe:
                ask(pipe)
                return await _answers(pipe)

        return await self._within(work)

    async def write(self, script: str, keys: list[str], *values: str | int) -> Any:
        """Run a script and have it confirmed on the same connection, for that is what WAIT speaks of."""

        async def work() -> Any:
            async with self._redis.pipeline(transaction=False) as pipe:
                pipe.eval(script, len(keys), *keys, *values)
                if not self._replicas:
                    return (await _answers(pipe))[0]
                pipe.execute_command("WAIT", self._replicas, int(self._within_s * 800))
                outcome, confirmed = await _answers(pipe)
            if confirmed < self._replicas:
                raise StoreFailed("too few replicas of Redis confirmed it")
            return outcome

        return await self._within(work)

    async def facts(self) -> RedisFacts:
        """What this Redis says of itself."""
        [info] = await self.read(lambda pipe: [pipe.info("everything")])
        return facts_in(info)

    async def close(self) -> None:
        """Close the connections. Idempotent."""
        if not self._closed:
            self._closed = True
            await asyncio.wait([asyncio.ensure_future(close_client(self._redis))], timeout=self._within_s)

    async def _within(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do this before the deadline, which is one for all of it: connecting, writing, reading, trying again.

        It is done by a task of its own, for redis-py writes with `asyncio.wait_for`, which before Python 3.12 swallows
        a cancellation now and then: neither the deadline nor whoever is told to end may depend on it.
        """
        if self._closed:
            raise StoreFailed("the store is closed")
        doing = asyncio.ensure_future(self._do(work))
        doing.add_done_callback(_read_failure)
        try:
            done, _ = await asyncio.wait([doing], timeout=self._within_s)
        finally:
            doing.cancel()
        if not done:
            raise StoreFailed(_in_words(TimeoutError()))
        try:
            return doing.result()
        except (RedisError, OSError) as error:
            raise StoreFailed(_in_words(error)) from error

    async def _do(self, work: Callable[[], Awaitable[T]]) -> T:
        async with self._calls:
            return await work()


async def _answers(pipe: Any) -> list[Any]:
    """What Redis answers to each. The first refusal is raised as it is: redis-py puts words before it."""
    answers = await pipe.execute(raise_on_error=False)
    for refused in filter(lambda answer: isinstance(answer, RedisError), answers):
        raise refused
    return list(answers)


def _read_failure(done: "asyncio.Task[Any]") -> None:
    """Of what nobody waits for any more, a failure is no news."""
    if not done.cancelled():
        done.exception()


def _in_words(error: Exception) -> str:
    """What is wrong, without an address."""
    for kind, words in (
        (OutOfMemoryError, "Redis is out of memory"),
        (ReadOnlyError, "this Redis may only be read; it is not the primary"),
        (AuthenticationError, "Redis does not accept the user and password"),
        (BusyLoadingError, "Redis is still loading what it has kept"),
        (NoAnswer, "Redis did not answer in time"),
        (TimeoutError, "Redis did not answer in time"),
        ((CannotConnect, OSError), "Redis cannot be reached"),
    ):
        if isinstance(error, kind):
            return words
    return f"Redis refused: {getattr(error, 'status_code', None) or str(error).partition(' ')[0]}"
