"""The store of several nodes, and their directory: Redis 7 or newer, plain or behind Sentinel.

    redis://user:password@host:6379/0
    rediss://host:6380/0?ssl_ca_certs=/etc/ssl/ours.pem
    redis+sentinel://user:password@sentinel-1:26379,sentinel-2:26379/name-of-the-primary?db=0
    rediss+sentinel://...

What is acknowledged is as durable as Redis is told to be: `appendonly yes`, `appendfsync always`, and with
`replicas` confirmed by that many replicas, so that a failover forgets nothing. Every call has a deadline; past it, or
when anything else goes wrong, it is a `StoreFailed`, and whether a write was kept is not known until the next one.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Self, TypeVar

from pydantic import TypeAdapter
from redis.asyncio import Redis
from redis.exceptions import AuthenticationError, BusyLoadingError, OutOfMemoryError, ReadOnlyError, RedisError
from redis.exceptions import ConnectionError as CannotConnect
from redis.exceptions import TimeoutError as NoAnswer

from app.circle.events import Event
from app.circle.record import Record, without_people
from app.store import scripts
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from app.store.directory import BeatAnswer, NodeStatus, Snapshot, is_worth_telling, read_on
from app.store.redis_groups import RedisGroups
from app.store.redis_url import client_of, close_client
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from app.store.text_type import text_type

CIRCLE_KEPT_MS = 120 * 24 * 3600 * 1000
"""How long a circle may lie untouched. Longer than the core lets one live that is never used (`timing.py`)."""
STATUS_KEPT_MS = 3600 * 1000
CALLS_MAX = 64
"""Calls, and so connections, at once."""
_NODES = ["balint:beats", "balint:beats:number", "balint:told"]
"""The keys of the directory, in the order in which its scripts name them."""
PAGE = 500
"""Claims asked for in one call: neither Redis nor the loop, and with it every voice, waits for thousands."""

log = logging.getLogger(__name__)
_status: TypeAdapter[NodeStatus] = text_type(NodeStatus)
_statuses: TypeAdapter[list[NodeStatus]] = text_type(list[NodeStatus])
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RedisFacts:
    """What a Redis says of itself, as far as it matters to circles."""

    version: str
    replicas: int
    loses: tuple[str, ...]
    """Settings that it lacks, as they are to be: without them it may lose circles."""
    takes_alone: bool
    """Whether it takes writes also without its replicas."""
    fsync: str | None = None
    """When a write is brought to the disk (`appendfsync`); None where our user may not ask, or was not to."""


class RedisStore:
    """`Store` and `NodeDirectory` on one Redis. Made by `open`."""

    def __init__(self, redis: Redis, within_s: float, replicas: int, record_kept_ms: int) -> None:
        self._redis = redis
        self._within_s = within_s
        self._replicas = replicas
        self._record_kept_ms = record_kept_ms
        self._calls = asyncio.Semaphore(CALLS_MAX)
        self._writes = count(1)
        self._unsure: set[Claim] = set()
        self._closed = False
        self.groups = RedisGroups(self._read, self._write, self._info)
        """The groups that this Redis keeps."""

    @classmethod
    async def open(
        cls, url: str, *, within_s: float = 1, replicas: int = 0, record_kept_ms: int = CIRCLE_KEPT_MS
    ) -> Self:
        """Connect, and say in the log what this Redis might lose. Raises `StoreFailed` with the reason, ValueError.

        `within_s` is the deadline of every call, `replicas` how many replicas have to confirm a write before it counts
        as kept, `record_kept_ms` how long the record of an ended circle stays.
        """
        store = cls(client_of(url, within_s), within_s, replicas, record_kept_ms)
        try:
            await store._look_over()
        except BaseException:
            await store.close()
            raise
        return store

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        """See `Store.holders`."""
        held: dict[CircleId, Claim] = {}
        for first in range(0, len(circles), PAGE):
            held |= await self._holders(circles[first : first + PAGE])
        return held

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        """See `Store.claim`."""
        holder, seen_term = (instead_of.node, instead_of.term) if instead_of else ("", 0)
        keys = [_key(circle, "claim"), f"balint:node:{holder}", f"balint:taken:{holder}"]
        seen = (holder, seen_term, "" if beat is None else beat)
        told = (node, *seen, CIRCLE_KEPT_MS, STATUS_KEPT_MS, secrets.token_urlsafe(9))
        term = await self._write(scripts.CLAIM, keys, *told)
        if not term:
            raise Conflict
        self._unsure = {claim for claim in self._unsure if claim.circle != circle}
        return Claim(circle=circle, node=node, term=term)

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        """See `Store.release`."""
        keys = [_key(claim.circle, "claim"), _key(claim.circle, "events")]
        await self._write(scripts.RELEASE, keys, claim.node, claim.term, to or "")
        self._unsure.discard(claim)

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        """See `Store.append`."""
        bodies = [event_to_text(event) for event in events]
        at_ms = events[0].at_ms if events else 0
        await self._write_fenced(scripts.APPEND, claim, expected, CIRCLE_KEPT_MS, claim.circle, at_ms, *bodies)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        """See `Store.read`."""
        [entries] = await self._read(lambda pipe: [pipe.xrange(_key(circle, "events"))])
        return tuple(event_from_text(fields["body"]) for _, fields in entries)

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        """See `Store.finish`."""
        kept_ms = self._record_kept_ms
        await self._write_fenced(scripts.FINISH, claim, expected, kept_ms, claim.circle, record_to_text(record))

    async def record(self, circle: CircleId) -> Record | None:
        """See `Store.record`."""
        [body] = await self._read(lambda pipe: [pipe.get(_key(circle, "record"))])
        return record_from_text(body) if body else None

    async def forget_people(self, circle: CircleId) -> None:
        """See `Store.forget_people`. How long it stays does not change."""
        record = await self.record(circle)
        if record is not None and record != (nameless := without_people(record)):
            await self._write(scripts.FORGET_PEOPLE, [_key(circle, "record")], record_to_text(nameless))

    async def open_circles(self) -> tuple[CircleId, ...]:
        """See `Store.open_circles`."""
        names = await self._write(scripts.OPEN_CIRCLES, ["balint:open"], *_key(CircleId(" "), "events").split(" "))
        return tuple(CircleId(name) for name in names.split())

    async def publish(self, status: NodeStatus, last: Snapshot) -> Snapshot:
        """See `NodeDirectory.publish`."""
        keys = [*_NODES, f"balint:taken:{status.node}"]
        mine = ("balint:node:", status.node, _status.dump_json(status).decode(), STATUS_KEPT_MS)
        said = await self._write(scripts.PUBLISH, keys, *mine, last.number, int(is_worth_telling(status, last)))
        number, taken, whole, still, gone, statuses = said
        answer = BeatAnswer(
            number=number,
            whole=bool(whole),
            still=frozenset(map(NodeId, still.split())),
            statuses=tuple(_statuses.validate_json(statuses)),
            gone=frozenset(map(NodeId, gone.split())),
            taken=taken,
        )
        return read_on(last, status, answer)

    async def statuses(self) -> tuple[NodeStatus, ...]:
        """What every node shows, for somebody who is none."""
        [nodes] = await self._read(lambda pipe: [pipe.zrange("balint:beats", 0, -1)])
        texts = await self._read(lambda pipe: [pipe.get(f"balint:node:{node}") for node in nodes])
        return tuple(_status.validate_json(text) for text in texts if text)

    async def leave(self, node: NodeId) -> None:
        """See `NodeDirectory.leave`."""
        await self._write(scripts.LEAVE, _NODES, "balint:node:", node)

    async def shared_secret(self, proposed: str) -> str:
        """The signing secret of all nodes: the one kept here, or this one, kept from now on."""
        return str(await self._write(scripts.SHARED, ["balint:secret"], proposed))

    async def close(self) -> None:
        """See `Store.close`."""
        if not self._closed:
            self._closed = True
            await asyncio.wait([asyncio.ensure_future(close_client(self._redis))], timeout=self._within_s)

    async def _holders(self, circles: Sequence[CircleId]) -> dict[CircleId, Claim]:
        keys = [_key(name, "claim") for name in circles]
        [lines] = await self._read(lambda pipe: [pipe.eval(scripts.HOLDERS, len(keys), *keys)])
        held = zip(circles, (line.split() for line in lines.split("\n")), strict=True)
        return {name: Claim(circle=name, node=NodeId(line[0]), term=int(line[1])) for name, line in held if line}

    async def _write_fenced(self, script: str, claim: Claim, expected: int, *rest: str | int) -> None:
        """Run a script that begins with `_MAY_WRITE`."""
        keys = [_key(claim.circle, part) for part in ("events", "claim", "record")]
        told = (claim.node, claim.term, next(self._writes), int(claim in self._unsure), expected, *rest)
        try:
            outcome = await self._write(script, [*keys, "balint:open"], *told)
        except BaseException:
            self._unsure.add(claim)
            raise
        self._unsure.discard(claim)
        if outcome != "kept":
            raise Conflict

    async def _write(self, script: str, keys: list[str], *values: str | int) -> Any:
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

    async def _read(self, ask: Callable[[Any], object]) -> list[Any]:
        async def work() -> list[Any]:
            async with self._redis.pipeline(transaction=False) as pipe:
                ask(pipe)
                return await _answers(pipe)

        return await self._within(work)

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

    async def about(self) -> RedisFacts:
        """What this Redis is, and which of its settings may lose circles. Raises `StoreFailed`."""
        facts, fsync = _facts(await self._info()), await self._fsync()
        loses = (*facts.loses, *(["appendfsync always"] if fsync not in {None, "always"} else []))
        return replace(facts, fsync=fsync, loses=loses)

    async def _fsync(self) -> str | None:
        try:
            [told] = await self._read(lambda pipe: [pipe.config_get("appendfsync")])
        except StoreFailed:
            return None
        return str(told["appendfsync"])

    async def _info(self) -> dict[str, Any]:
        [info] = await self._read(lambda pipe: [pipe.info("everything")])
        return dict(info)

    async def _look_over(self) -> None:
        for setting in _facts(await self._info()).loses:
            log.warning("Redis may lose circles unless it is told: %s", setting)


def _facts(info: Mapping[str, Any]) -> RedisFacts:
    version = str(info["redis_version"])
    if int(version.partition(".")[0]) < 7:
        raise StoreFailed(f"this Redis is {version}; circles need 7 or newer")
    right = {
        "appendonly yes": bool(info.get("aof_enabled")),
        "maxmemory-policy noeviction": info.get("maxmemory_policy", "noeviction") == "noeviction",
    }
    loses = tuple(setting for setting, is_so in right.items() if not is_so)
    takes_alone = "min_slaves_good_slaves" not in info  # told where `min-replicas-to-write` is set, and only there
    replicas = int(info.get("connected_slaves", 0))
    return RedisFacts(version=version, replicas=replicas, loses=loses, takes_alone=takes_alone)


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


def _key(circle: CircleId, part: str) -> str:
    return f"balint:circle:{circle}:{part}"


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
