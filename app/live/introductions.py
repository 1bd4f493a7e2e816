"""Which pages of a sealed circle have introduced themselves, and who is shown so."""

import secrets
from collections.abc import Mapping
from typing import Any

from app.circle.state import Circle
from app.live.leaky_bucket import LeakyBuckets, Pace
from app.live.outbox import Outbox
from app.live.page_keys import Handed, Introduced, PageKeys
from app.live.seat_bounds import ENTRY_PACE

MARK_BITS = 48
"""A number that a page can hold without loss."""

INTRODUCTION_PACE = Pace(2 * ENTRY_PACE.at_once, 2 * ENTRY_PACE.per_s)
"""At which another page may introduce itself in one seat: as often as its link and a `resume` may enter."""

Outboxes = Mapping[int, Outbox[Any]]


class Introductions:
    """By seat, the newest page's, as long as its person is here."""

    def __init__(self) -> None:
        self._introduced: dict[int, Introduced] = {}
        self._others = LeakyBuckets[int](INTRODUCTION_PACE)

    def add(self, seat: int, key: str, proof: str, now_ms: int) -> None:
        """The page of this seat has introduced itself; everybody sees it with the next `show`.

        Another page that comes too soon after others is passed over: each has the others draw keys.
        """
        if not self._is_known(seat, key, proof) and not self._others.allows(seat, now_ms):
            return
        self._introduced[seat] = Introduced(seat=seat, key=key, proof=proof, mark=secrets.randbits(MARK_BITS))

    def forget(self, seat: int) -> None:
        """Another page has come to this seat, for all that is known."""
        self._introduced.pop(seat, None)

    def hand(self, outboxes: Outboxes, to: int, handed: Handed) -> None:
        """Hand a box to the page of a seat, if there is one that has introduced itself."""
        if to in outboxes and to in self._introduced:
            outboxes[to].hand(handed)

    def show(self, circle: Circle, outboxes: Outboxes) -> None:
        """Show everybody who is here. Who is not here any more is shown to nobody."""
        if not circle.sealed:
            return
        for seat in [seat for seat in self._introduced if not circle.seat(seat).here]:
            self.forget(seat)
        keys = PageKeys(here=tuple(self._introduced[seat] for seat in sorted(self._introduced)))
        for seat, outbox in outboxes.items():
            if circle.seat(seat).here:
                outbox.show_keys(keys)

    def _is_known(self, seat: int, key: str, proof: str) -> bool:
        known = self._introduced.get(seat)
        return known is not None and (known.key, known.proof) == (key, proof)
