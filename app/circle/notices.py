"""What the server itself noticed. Notices are no wire types, so nobody can forge one."""

from dataclasses import dataclass

from app.circle.line_quality import WeakLine
from app.circle.phases import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Somebody came by the invitation to this seat, giving this name. They are in, or they wait at the door.

    `renewals` counts, as in `Seat.renewals`, which of its invitations it was.
    """

    seat: int
    name: str
    renewals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """The page that already held this seat is connected again.

    `person` is whose page it is, counted as in `Seat.person`; None where it is too old to say. `renewals` counts, as in
    `Seat.renewals`, by which invitation it had come.
    """

    seat: int
    person: int | None = None
    renewals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WentFromDoor:
    """Whoever waited to be let in to this seat, which is a person's already, has gone."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionLost:
    """The connection of the person on this seat, or at its door, broke without a goodbye.

    `seen_ms` is until when the person is known to have been here, where nobody looked when it broke.
    """

    seat: int
    seen_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """This person's voice has been forwarded for a while."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundChanged:
    """From now on sound can travel between this person and the server (`stands`), or cannot."""

    seat: int
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineJudged:
    """From now on this person's line is weak in this way, or good (None)."""

    seat: int
    weak: WeakLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationsChanged:
    """Whom the circle's group still invites: for each seat how often its invitation was renewed, or None where it has
    ended.
    """

    renewals: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeUp:
    """The time that `timing.wake_at_ms` named has come. Nothing follows where it named another one since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldToEnd:
    """Whoever runs the server ends this circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledOff:
    """The circle's group ends it, unless it has begun, or somebody of the role `unless` (None: of any) is there."""

    unless: Role | None = None


GroupNotice = InvitationsChanged | CalledOff
"""What a group tells its circle."""


Notice = (
    Arrived
    | CameBack
    | WentFromDoor
    | ConnectionLost
    | Spoke
    | SoundChanged
    | LineJudged
    | TimeUp
    | ToldToEnd
    | GroupNotice
)
