"""Claims in the memory of one process: enough where a file lock already keeps every other process out."""

from collections.abc import Mapping, Sequence
from itertools import count

from app.store.store import CircleId, Claim, Conflict, NodeId


class Claims:
    """Who holds which circle. Terms only rise while this object lives, those of all circles together: so nothing is
    remembered of a circle that nobody holds.
    """

    def __init__(self) -> None:
        self._terms = count(1)
        self._held: dict[CircleId, Claim] = {}

    def holders(self, circles: Sequence[CircleId]) -> Mapping[CircleId, Claim]:
        """See `Store.holders`."""
        return {circle: self._held[circle] for circle in circles if circle in self._held}

    def claim(self, circle: CircleId, node: NodeId, instead_of: Claim | None) -> Claim:
        """See `Store.claim`."""
        if self._held.get(circle) != instead_of:
            raise Conflict
        claim = self._held[circle] = Claim(circle=circle, node=node, term=next(self._terms))
        return claim

    def release(self, claim: Claim, to: NodeId | None) -> None:
        """See `Store.release`."""
        if self._held.get(claim.circle) != claim:
            return
        if to is None:
            del self._held[claim.circle]
        else:
            self._held[claim.circle] = Claim(circle=claim.circle, node=to, term=claim.term)

    def check(self, claim: Claim) -> None:
        """Raise `Conflict` unless this claim is in force."""
        if self._held.get(claim.circle) != claim:
            raise Conflict

    def forget(self, circle: CircleId) -> None:
        """The circle has ended."""
        self._held.pop(circle, None)
