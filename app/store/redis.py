"""The store of several nodes, and their directory: Redis 7 or newer, plain or behind Sentinel.

    redis://user:password@host:6379/0
    rediss://host:6380/0?ssl_ca_certs=/etc/ssl/ours.pem
    redis+sentinel://user:password@sentinel-1:26379,sentinel-2:26379/name-of-the-primary?db=0
    rediss+sentinel://user:password@[fd00::1]:26379,[fd00::2]:26379/name-of-the-primary

What is acknowledged is as durable as Redis is told to be: `appendonly yes`, `appendfsync always`, and with
`replicas` confirmed by that many replicas, so that a failover forgets nothing. Whether a write that failed was kept is
not known until the next one.
"""

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, Self

from pydantic import TypeAdapter

from app.circle.events import Event
from app.circle.record import Record, without_people
from app.circle.units import DAY_MS, HOUR_MS
from app.store import scripts
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from app.store.directory import BeatAnswer, NodeStatus, Snapshot, is_worth_telling, read_on
from app.store.redis_calls import RedisCalls
from app.store.redis_facts import RedisFacts
from app.store.redis_groups import RedisGroups
from app.store.store import CircleId, Claim, Conflict, NodeId, StoreFailed
from app.store.text_type import text_type

CIRCLE_KEPT_MS = 120 * DAY_MS
"""How long a circle may lie untouched. Longer than the core lets one live that is never used (`timing.py`)."""
UNOPENED_KEPT_MS = DAY_MS
"""How long a claim stays on a circle that has no events: its opening follows at once, or never."""
STATUS_KEPT_MS = HOUR_MS
_NODES = ["balint:beats", "balint:beats:number", "balint:told"]
"""The keys of the directory, in the order in which its scripts name them."""
PAGE = 500
"""Claims or events asked for in one call: neither Redis nor the loop, and with it every voice, waits for thousands."""

log = logging.getLogger(__name__)
_status: TypeAdapter[NodeStatus] = text_type(NodeStatus)
_statuses: TypeAdapter[list[NodeStatus]] = text_type(list[NodeStatus])


class RedisStore:
    """`Store` and `NodeDirectory` on one Redis. Made by `open`."""

    def __init__(self, redis: RedisCalls, record_kept_ms: int) -> None:
        self._redis = redis
        self._record_kept_ms = record_kept_ms
        self._writes = count(1)
        self._unsure: set[Claim] = set()
        self.groups = RedisGroups(redis)
        """The groups that this Redis keeps."""

    @classmethod
    async def open(
        cls, url: str, *, within_s: float = 1, replicas: int = 0, record_kept_ms: int = CIRCLE_KEPT_MS
    ) -> Self:
        """Connect, and say in the log what this Redis might lose. Raises `StoreFailed` with the reason, ValueError.

        `within_s` is the deadline of every call, `replicas` how many replicas have to confirm a write before it counts
        as kept, `record_kept_ms` how long the record of an ended circle stays.
        """
        redis = RedisCalls(url, within_s, replicas)
        try:
            for setting in (await redis.facts()).loses:
                log.warning("Redis may lose circles unless it is told: %s", setting)
        except BaseException:
            await redis.close()
            raise
        return cls(redis, record_kept_ms)

    async def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        """See `Store.holders`."""
        held: dict[CircleId, Claim] = {}
        for first in range(0, len(circles), PAGE):
            held |= await self._holders(circles[first : first + PAGE])
        return held

    async def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None, beat: int | None = None) -> Claim:
        """See `Store.claim`."""
        holder, seen_term = (instead_of.node, instead_of.term) if instead_of else ("", 0)
        keys = [_key(circle, "claim"), f"balint:node:{holder}", f"balint:taken:{holder}", _key(circle, "events")]
        seen = (holder, seen_term, "" if beat is None else beat)
        told = (node, *seen, CIRCLE_KEPT_MS, STATUS_KEPT_MS, secrets.token_urlsafe(9), UNOPENED_KEPT_MS)
        term = await self._redis.write(scripts.CLAIM, keys, *told)
        if not term:
            raise Conflict
        self._unsure = {claim for claim in self._unsure if claim.circle != circle}
        return Claim(circle=circle, node=node, term=term)

    async def release(self, claim: Claim, to: NodeId | None = None) -> None:
        """See `Store.release`."""
        keys = [_key(claim.circle, "claim"), _key(claim.circle, "events"), "balint:open"]
        await self._redis.write(scripts.RELEASE, keys, claim.node, claim.term, to or "", claim.circle)
        self._unsure.discard(claim)

    async def append(self, claim: Claim, expected: int, events: Sequence[Event]) -> None:
        """See `Store.append`."""
        bodies = [event_to_text(event) for event in events]
        at_ms = events[0].at_ms if events else 0
        await self._write_fenced(scripts.APPEND, claim, expected, CIRCLE_KEPT_MS, claim.circle, at_ms, *bodies)

    async def read(self, circle: CircleId) -> tuple[Event, ...]:
        """See `Store.read`. Where something was withdrawn or erased between two pages, all is read anew."""
        events: list[Event] = []
        after, more = "-", True
        while more:
            kept, entries = await self._page(_key(circle, "events"), after)
            events += (event_from_text(fields["body"]) for _, fields in entries)
            if more := len(entries) == PAGE:
                after = f"({entries[-1][0]}"
        return tuple(events) if len(events) == kept else await self.read(circle)

    async def finish(self, claim: Claim, expected: int, record: Record) -> None:
        """See `Store.finish`."""
        kept_ms = self._record_kept_ms
        await self._write_fenced(scripts.FINISH, claim, expected, kept_ms, claim.circle, record_to_text(record))

    async def record(self, circle: CircleId) -> Record | None:
        """See `Store.record`."""
        [body] = await self._redis.read(lambda pipe: [pipe.get(_key(circle, "record"))])
        return record_from_text(body) if body else None

    async def forget_people(self, circle: CircleId) -> None:
        """See `Store.forget_people`. How long it stays does not change.

        One that names nobody is written too: replicas have not confirmed it perhaps.
        """
        if record := await self.record(circle):
            nameless = record_to_text(without_people(record))
            await self._redis.write(scripts.FORGET_PEOPLE, [_key(circle, "record")], nameless)

    async def open_circles(self) -> tuple[CircleId, ...]:
        """See `Store.open_circles`."""
        [names] = await self._redis.read(lambda pipe: [pipe.eval(scripts.OPEN_CIRCLES, 1, "balint:open")])
        return tuple(CircleId(name) for name in names.split())

    async def publish(self, status: NodeStatus, last: Snapshot) -> Snapshot:
        """See `NodeDirectory.publish`."""
        keys = [*_NODES, f"balint:taken:{status.node}"]
        mine = ("balint:node:", status.node, _status.dump_json(status).decode(), STATUS_KEPT_MS)
        said = await self._redis.write(scripts.PUBLISH, keys, *mine, last.number, int(is_worth_telling(status, last)))
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
        [nodes] = await self._redis.read(lambda pipe: [pipe.zrange("balint:beats", 0, -1)])
        texts = await self._redis.read(lambda pipe: [pipe.get(f"balint:node:{node}") for node in nodes])
        return tuple(_status.validate_json(text) for text in texts if text)

    async def leave(self, node: NodeId) -> None:
        """See `NodeDirectory.leave`."""
        await self._redis.write(scripts.LEAVE, _NODES, "balint:node:", node)

    async def shared_secret(self, proposed: str) -> str:
        """The signing secret of all nodes: the one kept here, or this one, kept from now on."""
        return str(await self._redis.write(scripts.SHARED, ["balint:secret"], proposed))

    async def close(self) -> None:
        """See `Store.close`."""
        await self._redis.close()

    async def _page(self, events: str, after: str) -> list[Any]:
        """How many events are kept, and the next of them with their ids."""
        return await self._redis.read(lambda pipe: [pipe.xlen(events), pipe.xrange(events, after, count=PAGE)])

    async def _holders(self, circles: Sequence[CircleId]) -> dict[CircleId, Claim]:
        keys = [_key(name, "claim") for name in circles]
        [lines] = await self._redis.read(lambda pipe: [pipe.eval(scripts.HOLDERS, len(keys), *keys)])
        held = zip(circles, (line.split() for line in lines.split("\n")), strict=True)
        return {name: Claim(circle=name, node=NodeId(line[0]), term=int(line[1])) for name, line in held if line}

    async def _write_fenced(self, script: str, claim: Claim, expected: int, *rest: str | int) -> None:
        """Run a script that begins with `_MAY_WRITE`."""
        keys = [_key(claim.circle, part) for part in ("events", "claim", "record")]
        told = (claim.node, claim.term, next(self._writes), int(claim in self._unsure), expected, *rest)
        try:
            outcome = await self._redis.write(script, [*keys, "balint:open"], *told)
        except BaseException:
            self._unsure.add(claim)
            raise
        self._unsure.discard(claim)
        if outcome != "kept":
            raise Conflict

    async def about(self) -> RedisFacts:
        """What this Redis is, and which of its settings may lose circles. Raises `StoreFailed`."""
        facts, fsync = await self._redis.facts(), await self._fsync()
        loses = (*facts.loses, *(["appendfsync always"] if fsync not in {None, "always"} else []))
        return replace(facts, fsync=fsync, loses=loses)

    async def _fsync(self) -> str | None:
        try:
            [told] = await self._redis.read(lambda pipe: [pipe.config_get("appendfsync")])
        except StoreFailed:
            return None
        return str(told["appendfsync"])


def _key(circle: CircleId, part: str) -> str:
    return f"balint:circle:{circle}:{part}"
