"""What a group's page and the server send each other over HTTP (`docs/PROTOCOL.md`, "The group")."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from app.circle.decide import LOCK
from app.circle.phases import Role
from app.group.certificate import AttendanceCertificate
from app.group.commands import GroupCommand
from app.group.group import Edit
from app.group.person import PEOPLE_MAX
from app.group.reasons import GroupReason
from app.group.terms import Terms
from app.group.view import GroupView

Token = Annotated[str, Field(max_length=512)]
Lock = Annotated[str, Field(pattern=f"^{LOCK.pattern}$")]
TYPED_NUMBER_MAX = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody of a new group."""

    name: Annotated[str, Field(max_length=256)]
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """The body of `POST /api/groups`. `zone` as the IANA names it; `lock` where its circles are to be sealed.

    `language` (BCP 47) is that of whoever has chosen none.
    """

    name: Annotated[str, Field(max_length=512)]
    zone: Annotated[str, Field(max_length=64)]
    people: Annotated[tuple[NewPerson, ...], Field(max_length=PEOPLE_MAX)]
    terms: Terms = field(default_factory=Terms)
    lock: Lock | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLink:
    """The personal link of somebody of a group, or of a guest: one for all meetings, a guest's for one."""

    person: int
    name: str
    role: Role
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLinks:
    """The links of a new group, or those that you may see: a leader everybody's, a member their own."""

    name: str
    links: tuple[GroupLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfGroup:
    """The body of what is only asked of a group: the token of your link."""

    token: Token


@dataclass(frozen=True, slots=True, kw_only=True)
class AskGroup:
    """The body of `POST /api/group/ask`. `seen` is the version of the view that you were looking at."""

    token: Token
    seen: int
    command: Annotated[GroupCommand, Field(discriminator="type")]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRefusal:
    """The answer 409: an expected no. Nothing has changed; `detail` is for people.

    `edits` are what leaders have changed since the version that you had seen, where the reason is `stale`.
    """

    detail: str
    reason: GroupReason
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLeft:
    """The answer to `leave_group`: you do not belong to the group any more, and your link opens it no more."""

    type: Literal["left"] = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLink:
    """The answer to `renew_link` of yourself: your new link. Nothing shows it again, and it is nobody else's to see.

    The link that you asked with works until the new one is opened. It may ask again; then that new one takes the place
    of this one.
    """

    link: str
    group: GroupView
    type: Literal["own_link"] = "own_link"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterMeeting:
    """The body of `POST /api/group/enter`. `lock` is the circle's, where the group's circles are sealed.

    `circle` names the meeting whose key it is of: if that is not the one of now, it is refused.
    """

    token: Token
    lock: Lock | None = None
    circle: Annotated[str, Field(max_length=64)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntrance:
    """Your way into the meeting of now: `token` is the invitation to your seat of its circle. Enter it as `name`: what
    you are called there already, else in the group.

    `circle` names the meeting for the keys of a sealed circle.
    """

    token: str
    name: str
    role: Role
    circle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeed:
    """The address of your own calendar; null where you have none yet: the command `renew_feed` makes one."""

    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPaper:
    """The body of a certificate: of which time, and a number to print on it, which is not kept."""

    token: Token
    number: Annotated[str, Field(max_length=TYPED_NUMBER_MAX)] = ""
    from_ms: int | None = None
    until_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePaper:
    """A certificate as a page prints it: the same as in the PDF. `paper` is its own number, made anew each time."""

    paper: str
    issued_ms: int
    number: str
    says: AttendanceCertificate


@dataclass(frozen=True, slots=True, kw_only=True)
class MailOffer:
    """The answer of `GET /api/mail`: whether this server sends mail."""

    sends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLink:
    """The body of `POST /api/group/lost-link`: the address that one has given to one's group."""

    address: Annotated[str, Field(max_length=320)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLinkAsked:
    """Its answer, whoever it is: what happens now, for people."""

    detail: str
