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
    HERE = "here"
    COMING_BACK = "coming_back"
    """The line broke; the seat waits, with its role and everything that goes with it."""
    LEFT = "left"


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
    offers_case: bool = False
    asked: bool = False
    came_ms: int | None = None
    gone_ms: int | None = None

    @property
    def here(self) -> bool:
        """Whether the person's line stands."""
        return self.presence is Presence.HERE

    @property
    def taken(self) -> bool:
        """Whether somebody has ever sat here."""
        return self.presence is not Presence.VACANT
