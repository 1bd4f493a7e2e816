"""Whether a person's sound stands. They are here by their socket; what they hear, and are heard by, is another line."""

from enum import StrEnum

from app.circle.seats import Seat
from app.circle.state import Circle

NO_SOUND_AFTER_MS = 10_000
"""How long sound may look for its way before it is said to have found none; on a poor line it takes a tenth of that."""


class Sounding(StrEnum):
    """How it is with the sound of somebody who is here."""

    CONNECTED = "connected"
    CONNECTING = "connecting"
    NO_SOUND = "no_sound"
    """It has looked for a way for so long that something has to be tried."""


def sounding(circle: Circle, seat: Seat, now_ms: int) -> Sounding | None:
    """How it is with this seat's sound (S9); None where nobody is here."""
    if not seat.here:
        return None
    since_ms = circle.transient.soundless.get(seat.number)
    if since_ms is None:
        return Sounding.CONNECTED
    return Sounding.CONNECTING if now_ms < since_ms + NO_SOUND_AFTER_MS else Sounding.NO_SOUND


def without_sound(circle: Circle, now_ms: int) -> tuple[int, ...]:
    """The seats of those who are here and whose sound has found no way."""
    return tuple(s.number for s in circle.seats if sounding(circle, s, now_ms) is Sounding.NO_SOUND)
