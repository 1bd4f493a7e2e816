"""Somebody of a group: a name, what they are in it, and the keys of their links. Nothing else is known of them."""

from dataclasses import dataclass

from app.circle.phases import Role

PEOPLE_MAX = 16
"""People of a group: as many as a circle has seats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader or a member. `number` is theirs for ever; nobody else ever gets it.

    `link` and `feed` are random: a link or a calendar's address leads to this person while it holds the one that is
    here; `feed` is empty while there is none. `accepted` is the number of the frame that they have accepted (0: none).
    `mail` is the address that they have given themselves, if any.
    Whoever has left has no name any more; their minutes stay. `accreditation` is what a leader has typed for
    certificates. `shares_turns` is whether they agree that their last presenting is noted, `presented_ms` when it was.
    """

    number: int
    name: str
    role: Role
    link: str
    joined_ms: int
    feed: str = ""
    accepted: int = 0
    left_ms: int | None = None
    accreditation: str = ""
    mail: str = ""
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
