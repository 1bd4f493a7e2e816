"""How much one seat may ask of its circle, by however many connections: a new one begins nothing anew."""

from app.circle.commands import Command
from app.circle.commands_speaking import CloseMicrophone, SilencePerson
from app.circle.events import Event
from app.circle.evolve import Change
from app.circle.reasons import Refused
from app.live.leaky_bucket import LeakyBuckets

KEPT_AT_ONCE = 60
"""Commands of one seat that are kept. Nobody who leads a circle, or holds a key to speak, presses so much in a row."""
KEPT_PER_S = 1 / 3
"""The same in the long run. Each makes the circle's log longer for as long as it lasts."""

OFFERS_AT_ONCE = 10
"""A page on a line that comes and goes asks for another offer in some seconds."""
OFFERS_PER_S = 0.5
"""The same in the long run."""


class SeatBounds:
    """Those of the seats of one circle."""

    def __init__(self) -> None:
        self.offers = LeakyBuckets[int](OFFERS_AT_ONCE, OFFERS_PER_S)
        self._kept = LeakyBuckets[int](KEPT_AT_ONCE, KEPT_PER_S)

    def allow(self, seat: int, command: Command, outcome: Refused | tuple[Change, ...], now_ms: int) -> bool:
        """Count what a seat's command brings about, where it is kept; False where it is too much.

        What silences is always allowed: it can only undo what let somebody be heard, and that is counted.
        """
        is_kept = not isinstance(outcome, Refused) and any(isinstance(change, Event) for change in outcome)
        silences = isinstance(command, CloseMicrophone | SilencePerson)
        return not is_kept or silences or self._kept.allows(seat, now_ms)
