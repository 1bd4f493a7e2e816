"""The other nodes, judged by this node's own clock and by nothing but whether their beats move (N6)."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from app.store.directory import Sign
from app.store.store import NodeId

REMEMBERED_MS = 3_600_000
"""How long a node that shows nothing any more is remembered, so that it can still be asked."""

DOUBTED_MS = 60_000
"""How long a node that stands still is taken for one that may have been frozen, and not for one that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    sign: Sign
    moved_ms: int


class Membership:
    """What this node has seen of the others. Time is an argument, milliseconds of this node's own clock."""

    def __init__(self, node: NodeId, claim_ms: int) -> None:
        self.node = node
        self._claim_ms = claim_ms
        self._seen: dict[NodeId, _Seen] = {}
        self._shown: frozenset[NodeId] = frozenset()
        self._first_ms: int | None = None
        self._newest_ms = 0

    def observe(self, signs: Iterable[Sign], now_ms: int) -> None:
        """Take in what the directory shows now."""
        self._first_ms = now_ms if self._first_ms is None else self._first_ms
        self._newest_ms = now_ms
        signs = tuple(signs)
        self._shown = frozenset(sign.node for sign in signs)
        for sign in signs:
            seen = self._seen.get(sign.node)
            if sign.node != self.node and (seen is None or seen.sign.beat != sign.beat):
                self._seen[sign.node] = _Seen(sign=sign, moved_ms=now_ms)
        self._seen = {n: seen for n, seen in self._seen.items() if now_ms - seen.moved_ms < REMEMBERED_MS}

    def alive(self, node: NodeId) -> bool:
        """Whether its beat has moved within the claim time before the newest look.

        A node never seen is taken for alive until this one has looked for as long.
        """
        seen = self._seen.get(node)
        since_ms = seen.moved_ms if seen else self._first_ms
        return since_ms is None or self._newest_ms - since_ms < self._claim_ms

    def sign(self, node: NodeId) -> Sign | None:
        """The last sign seen of this node, be it alive or not."""
        seen = self._seen.get(node)
        return seen.sign if seen else None

    def others(self) -> tuple[Sign, ...]:
        """The signs of the others that are alive."""
        return tuple(seen.sign for node, seen in self._seen.items() if self.alive(node))

    def doubtful(self) -> tuple[Sign, ...]:
        """The signs of those that may be alive, whatever this node could see: all that have moved of late."""
        recent = (seen for seen in self._seen.values() if self._newest_ms - seen.moved_ms < DOUBTED_MS)
        return tuple(seen.sign for seen in recent if seen.sign.node in self._shown)

    def choose(self, mine: Sign, dice: random.Random) -> NodeId:
        """The less loaded of two nodes at random that take circles; this one if there is no other (N7)."""
        willing = [sign for sign in (mine, *self.others()) if not sign.draining]
        able = [sign for sign in willing if sign.events_format >= mine.events_format] or [mine]
        return min(dice.sample(able, min(2, len(able))), key=_load).node


def _load(sign: Sign) -> int:
    """People make the load; a circle waiting for its people counts as one."""
    return sign.people + sign.circles
