"""What the page and the server send each other over HTTP before anybody is in a circle: opening one, and its door."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from app.circle.frame import Frame
from app.circle.phases import Role
from app.circle.plan import Step, Template
from app.circle.seats import SEATS_MAX, SEATS_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCircle:
    """The body of `POST /api/circles`. What is neither facilitator nor observer is a member.

    `steps`, if given, are a plan of one's own instead of the template's, without gathering and lingering. With a `lock`
    the circle is sealed: 8 bytes that follow from its key, in hexadecimal (`docs/PROTOCOL.md`).
    """

    title: str
    steps: tuple[Step, ...] | None = None
    frame: Frame = field(default_factory=Frame)
    template: Template = Template.ONE_CASE_60
    seats: Annotated[int, Field(ge=SEATS_MIN, le=SEATS_MAX)] = 12
    facilitators: Annotated[int, Field(ge=1, le=4)] = 2
    observers: Annotated[int, Field(ge=0, le=4)] = 1
    lock: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One personal link. Whoever opens it takes this one seat; opening it again leads to the same seat."""

    seat: int
    role: Role
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatedCircle:
    """The answer to `POST /api/circles`: the circle's title, and a link for each seat.

    `expires_ms` is when the circle ends if nobody has entered it by then (E4).
    """

    title: str
    expires_ms: int
    invitations: tuple[Invitation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The body of `POST /api/door`: look at the frame before entering."""

    token: Annotated[str, Field(max_length=512)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorSign:
    """The answer to `POST /api/door`: what somebody with this invitation reads before they enter. Entering is agreeing.

    `knocks` is whether they will wait for a facilitator to admit them. `lock` is that of a sealed circle: it has to
    follow from the key in this link.
    """

    title: str
    role: Role
    frame: Frame
    knocks: bool
    lock: str | None = None
