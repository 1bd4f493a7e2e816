"""A place in the circle. Its number never changes: not for a lost connection, another device, or going away."""

from dataclasses import dataclass
from enum import StrEnum

from app.circle.phases import Role
from app.circle.replacing import replace

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
    """The connection broke; the seat is kept, with its role and everything that goes with it."""
    LEFT = "left"
    UNINVITED = "uninvited"
    """The invitation has ended: by a facilitator (D5), or the group invites its person no more (D10)."""


_CONNECTED = frozenset({Presence.HERE, Presence.KNOCKING})
_SEATED = frozenset({Presence.HERE, Presence.COMING_BACK, Presence.LEFT})


class CaseOffer(StrEnum):
    """Whether a member has a case to offer."""

    NONE = "none"
    STANDING = "standing"
    NEXT_TIME = "next_time"
    """It stood when another one was chosen, and is remembered for this meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """An observer who was announced beforehand under this name, for this seat; these seats have agreed."""

    seat: int
    name: str
    agreed: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One time that somebody of this name sat here, in milliseconds since 1970; `left_ms` is None while they do."""

    name: str
    came_ms: int
    left_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat and the person on it.

    `role` is what the invitation says, never `PRESENTER`: who presents is the circle's to know.
    `person` counts those whose seat it has been, of whom `name` is the newest and `formerly` the one before (empty:
    nobody); `knocks_as` is the name of whoever is at the door. `microphone_open` is the person's own switch, not
    whether they are heard. `entered_ms` is when somebody entered by the invitation last, other than as a page
    that comes back; 0 where nobody has. `gone_ms` is since when they are not here any more. `stays` are for the
    attendance, of everybody who has ever sat here, oldest first. `renewals` counts how often the invitation was
    renewed: none that was given before counts any more.
    """

    number: int
    role: Role
    name: str = ""
    person: int = 0
    formerly: str = ""
    knocks_as: str = ""
    presence: Presence = Presence.VACANT
    microphone_open: bool = False
    silenced: bool = False
    offer: CaseOffer = CaseOffer.NONE
    asked: bool = False
    in_debrief: bool = False
    must_knock: bool = False
    entered_ms: int = 0
    gone_ms: int | None = None
    stays: tuple[Stay, ...] = ()
    renewals: int = 0

    @property
    def here(self) -> bool:
        """Whether the person is connected, and has been let in."""
        return self.presence is Presence.HERE

    @property
    def connected(self) -> bool:
        """Whether a line stands between this seat's person, or whoever is at its door, and the server."""
        return self.presence in _CONNECTED

    @property
    def seated(self) -> bool:
        """Whether the seat is somebody's now: they sit here, come back, or have left and may come again."""
        return self.presence in _SEATED

    def stays_after_coming(self, name: str, at_ms: int) -> tuple[Stay, ...]:
        """The stays once somebody of this name has come: another name is another person (E8)."""
        if self.stays and self.stays[-1].left_ms is None and self.stays[-1].name == name:
            return self.stays
        return (*self.stays_after_going(at_ms), Stay(name=name, came_ms=at_ms))

    def stays_after_going(self, at_ms: int) -> tuple[Stay, ...]:
        """The stays once whoever sits here has gone: only the last one can go on."""
        if not self.stays or self.stays[-1].left_ms is not None:
            return self.stays
        return (*self.stays[:-1], replace(self.stays[-1], left_ms=at_ms))
