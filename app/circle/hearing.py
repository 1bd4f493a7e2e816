"""Who is heard: derived from the whole state at every change, never stored, never toggled."""

from enum import StrEnum

from app.circle.phases import Role
from app.circle.state import Circle


class Voice(StrEnum):
    """Why a seat is heard or not. Only `HEARD` is heard; the others are told apart for the person's sake."""

    HEARD = "heard"
    CLOSED_BY_PERSON = "closed_by_person"
    """The floor is theirs, their own switch is closed."""
    CLOSED_BY_PHASE = "closed_by_phase"
    """The phase does not hear their role, wherever their switch stands."""
    SILENCED = "silenced"
    """A facilitator has silenced them."""
    LISTENING = "listening"
    """An observer: never heard."""
    AWAY = "away"


def voice_of(circle: Circle, number: int) -> Voice:
    """Whether and why this seat is heard now (H1 to H5)."""
    seat = circle.seat(number)
    if not seat.here:
        return Voice.AWAY
    if seat.role is Role.OBSERVER:
        return Voice.LISTENING
    if circle.role_of(number) not in circle.row.heard:
        return Voice.CLOSED_BY_PHASE
    if seat.silenced:
        return Voice.SILENCED
    return Voice.HEARD if seat.microphone_open else Voice.CLOSED_BY_PERSON


def may_be_heard(circle: Circle) -> frozenset[int]:
    """The seats whose sound is forwarded now. This, whole, is what the audio plane is told after every event."""
    return frozenset(s.number for s in circle.seats if voice_of(circle, s.number) is Voice.HEARD)
