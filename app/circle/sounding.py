"""Whether a person's sound is connected, and how well. They are here by their WebSocket; sound has a connection of its
own.
"""

from enum import StrEnum

from app.circle.line_quality import WeakLine
from app.circle.phases import Role
from app.circle.seats import Seat
from app.circle.state import Circle

NO_SOUND_AFTER_MS = 10_000
"""How long sound may take to connect before it is said to have failed. On a poor network it takes a tenth of that."""


class Sounding(StrEnum):
    """How it is with the sound of somebody who is here."""

    CONNECTED = "connected"
    CONNECTING = "connecting"
    NO_SOUND = "no_sound"
    """It has tried for so long that the person has to do something."""


def sounding(circle: Circle, seat: Seat, now_ms: int) -> Sounding | None:
    """How it is with this seat's sound (S9); None where nobody is here."""
    if not seat.here:
        return None
    since_ms = circle.transient.soundless.get(seat.number)
    if since_ms is None:
        return Sounding.CONNECTED
    return Sounding.CONNECTING if now_ms < since_ms + NO_SOUND_AFTER_MS else Sounding.NO_SOUND


def without_sound(circle: Circle, now_ms: int) -> tuple[int, ...]:
    """The seats of those who are here and whose sound has not connected in time, as long as it is waited for (S9)."""
    waited_for = circle.transient.soundless.keys() - circle.transient.without
    soundless = (circle.seat(number) for number in sorted(waited_for))
    return tuple(seat.number for seat in soundless if sounding(circle, seat, now_ms) is Sounding.NO_SOUND)


def weak_line(circle: Circle, seat: Seat) -> WeakLine | None:
    """How this person's line is weak, as far as it matters now (S11): for whoever only listens, what they miss."""
    weak = circle.transient.weak.get(seat.number)
    listens = seat.role is Role.OBSERVER or circle.held_silent(seat.number) or circle.sits_outside(seat.number)
    if not listens:
        return weak
    return WeakLine.HEARS if weak in {WeakLine.HEARS, WeakLine.BOTH} else None


def weak_lines(circle: Circle) -> tuple[int, ...]:
    """The seats of those whose weak line matters now."""
    return tuple(number for number in sorted(circle.transient.weak) if weak_line(circle, circle.seat(number)))
