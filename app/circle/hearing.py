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
    """An observer: never heard. Or in the outer circle, not heard while a case runs."""
    UNCONNECTED = "unconnected"
    """Everything would let them be heard, but their sound does not stand."""
    AWAY = "away"


def voice_of(circle: Circle, number: int) -> Voice:
    """Whether and why this seat is heard now (H1 to H5, H9, M6). Being silenced is said first: a phase
    passes by itself, a silence does not, and whoever was told of the phase alone would wait in vain (H4).
    """
    seat = circle.seat(number)
    if not seat.here:
        return Voice.AWAY
    if circle.kept_silent(number):
        return Voice.SILENCED
    if seat.role is Role.OBSERVER or circle.sits_outside(number):
        return Voice.LISTENING
    if not has_floor(circle, number):
        return Voice.CLOSED_BY_PHASE
    return Voice.HEARD if seat.microphone_open else Voice.CLOSED_BY_PERSON


def voice_shown(circle: Circle, number: int) -> Voice:
    """The same as people are told it: nobody is said to be heard whose sound does not stand (S9)."""
    voice = voice_of(circle, number)
    return Voice.UNCONNECTED if voice is Voice.HEARD and number in circle.transient.soundless else voice


def has_floor(circle: Circle, number: int) -> bool:
    """Whether this seat may speak now: by its phase and its place, or where it sits back by the circle's way of it."""
    if circle.sits_back(number):
        return not circle.held_silent(number)
    return circle.role_of(number) in circle.row.heard and not circle.sits_outside(number)


def may_be_heard(circle: Circle) -> frozenset[int]:
    """The seats whose sound is forwarded now. The media server is told all of them after every change."""
    return frozenset(s.number for s in circle.seats if voice_of(circle, s.number) is Voice.HEARD)


def breakout(circle: Circle) -> frozenset[int]:
    """The seats in the leaders' debrief: they hear one another and nobody else, and nobody else hears them (E6)."""
    return frozenset(s.number for s in circle.seats if s.in_debrief)
