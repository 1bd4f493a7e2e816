"""A place in the circle. Its number never changes, through a lost line, another device, or leaving for a while."""

from dataclasses import dataclass
from enum import StrEnum

from app.circle.phases import Role

SEATS_MIN, SEATS_MAX = 2, 16
NAME_MAX = 40
"""Characters in a person's name."""


class Presence(StrEnum):
    """Whether somebody sits there now."""

    VACANT = "vacant"
    """Nobody has taken the invitation yet."""
    KNOCKING = "knocking"
    """At the door, waiting to be admitted: sees nothing, hears nothing, is not heard."""
    HERE = "here"
    COMING_BACK = "coming_back"
    """The line broke; the seat waits, with its role and everything that goes with it."""
    LEFT = "left"
    UNINVITED = "uninvited"
    """A facilitator has ended the invitation."""


class CaseOffer(StrEnum):
    """Whether a member has a case to offer."""

    NONE = "none"
    STANDING = "standing"
    NEXT_TIME = "next_time"
    """It stood when another one was chosen, and is remembered for this meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat and the person on it.

    `role` is what the invitation says, never `PRESENTER`: who presents is the circle's to know.
    `microphone_open` is the person's own switch, not whether they are heard. `came_ms` and `gone_ms` are for the
    attendance: first arrival, and the last time the person was seen when not here now.
    """

    number: int
    role: Role
    name: str = ""
    presence: Presence = Presence.VACANT
    microphone_open: bool = False
    silenced: bool = False
    offer: CaseOffer = CaseOffer.NONE
    asked: bool = False
    in_debrief: bool = False
    must_knock: bool = False
    came_ms: int | None = None
    gone_ms: int | None = None

    @property
    def here(self) -> bool:
        """Whether the person's line stands."""
        return self.presence is Presence.HERE

    @property
    def seated(self) -> bool:
        """Whether the seat is somebody's now: they sit here, come back, or have left and may come again."""
        return self.presence in {Presence.HERE, Presence.COMING_BACK, Presence.LEFT}
