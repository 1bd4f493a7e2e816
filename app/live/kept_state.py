"""The state of a running circle, and the one way in which it changes.

Always in this order: evolve the next state, which nobody sees yet; keep the events; only then take that state and tell
the sound who is heard. So nobody can be shown what is not kept, and silence is enforced before it is announced.
"""

from collections.abc import Sequence
from functools import reduce

from app.circle.events import Event
from app.circle.evolve import Change, apply_change
from app.circle.hearing import breakout, may_be_heard
from app.circle.record import record_of
from app.circle.state import Circle
from app.live.sound import Sound
from app.store.store import Claim, Store


class KeptState:
    """One circle's, as far as it is kept under this claim."""

    def __init__(self, claim: Claim, circle: Circle, store: Store, sound: Sound) -> None:
        self.circle = circle
        self._claim = claim
        self._store = store
        self._sound = sound

    async def change(self, changes: Sequence[Change], now_ms: int) -> None:
        """Keep what changes, take the state after it, tell the sound.

        That state is made before, because it says whether the circle has ended and what its record is. Where keeping
        fails, the circle is as it was. Raises `StoreFailed`, `Conflict`.
        """
        if changes:
            evolved = reduce(apply_change, changes, self.circle)
            await self._keep(changes, evolved, now_ms)
            self.circle = evolved
            self._sound.let_be_heard(may_be_heard(evolved), breakout(evolved))

    async def _keep(self, changes: Sequence[Change], evolved: Circle, now_ms: int) -> None:
        """The events, or the record in their place when the circle ends with them."""
        events = [change for change in changes if isinstance(change, Event)]
        if evolved.ended:
            await self._store.finish(self._claim, self.circle.version, record_of(evolved, now_ms))
        elif events:
            await self._store.append(self._claim, self.circle.version, events)
