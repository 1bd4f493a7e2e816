"""Somebody of a group: a name, what they are in it, and the keys of their links. Nothing else is known of them."""

from dataclasses import dataclass

from app.circle.phases import Role
from app.circle.units import DAY_MS

PEOPLE_MAX = 16
"""People of a group: as many as a circle has seats."""
CODE_HOLDS_MS = DAY_MS
CODE_TRIES = 5
CODES_MAX = 3
"""Codes that are sent at somebody's word before a day has passed without one; and in a day to one address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailProof:
    """That an address is somebody's own is being proved: the code that was sent there at `sent_ms`, to be typed here.

    `address` and `code` are empty once it is proved or taken back. `codes` are counted on until all of it is over.
    """

    sent_ms: int
    codes: int
    address: str = ""
    code: str = ""
    wrong: int = 0

    @property
    def until_ms(self) -> int:
        """When the code, and the count of codes, is over."""
        return self.sent_ms + CODE_HOLDS_MS

    @property
    def tries_left(self) -> int:
        """Wrong codes that can still be typed."""
        return CODE_TRIES - self.wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader or a member. `number` is theirs for ever; nobody else ever gets it.

    `link` and `feed` are random: a link or a calendar's address leads to this person while it holds the one that is
    here; `feed` is empty while there is none. `next_link` is a new one that they have asked for themselves and not used
    yet: once it is used it is their `link`. `accepted` is the number of the frame that they have accepted (0: none).
    `mail` is the address that they have given themselves and proved, if any; `proof` is of one that is not proved yet.
    `language` (BCP 47) is what they are written to in; empty: the group's.
    Whoever has left is `nameless`: `left_ms` is 0 then, and None while they belong.
    `accreditation` is what a leader has typed for certificates. `shares_turns` is whether they agree that their last
    presenting is noted, `presented_ms` when it was.
    """

    number: int
    name: str
    role: Role
    link: str
    joined_ms: int
    feed: str = ""
    next_link: str = ""
    accepted: int = 0
    left_ms: int | None = None
    accreditation: str = ""
    mail: str = ""
    proof: MailProof | None = None
    language: str = ""
    shares_turns: bool = False
    presented_ms: int | None = None

    @property
    def leads(self) -> bool:
        """Whether they are one of the group's leaders."""
        return self.role is Role.FACILITATOR

    @property
    def belongs(self) -> bool:
        """Whether they have not left."""
        return self.left_ms is None


def nameless(number: int) -> Person:
    """Whoever has left, who had this number: nothing else is known of them, also not when that was."""
    return Person(number=number, name="", role=Role.MEMBER, link="", joined_ms=0, left_ms=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who comes to one meeting, announced beforehand: a member for once, or an observer.

    `agreed` are the people of the group who have agreed to them. `number` is of the same count as people's.
    """

    number: int
    name: str
    role: Role
    link: str
    agreed: tuple[int, ...] = ()
