"""What all commands of a group have in common. One class holds one whole command: its fields and its rules.

Beside its fields each class of the union `commands.GroupCommand` has

- `roles`: who may ask it;
- `about`: what it changes, where two leaders could get into each other's way; None where it is the asker's own;
- `unmet_precondition(group, by, given)`: why it cannot be done now, or None where it can. `IN_A_MEETING` comes last:
  for a leader's command a circle that has not begun and where nobody is ends then, and it is done;
- `effect(group, by, given)`: the group after it. `decide.py` counts the version and notes the edit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.circle.names import clean, same
from app.circle.phases import Role
from app.circle.seats import NAME_MAX
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.person import Person
from app.group.reasons import GroupReason
from app.group.zones import Zone

LEADERS = frozenset({Role.FACILITATOR})
EVERY_MEMBER = frozenset({Role.FACILITATOR, Role.MEMBER})


class Subject(StrEnum):
    """What a leader's command is about. A second leader's edit of the same subject makes it stale."""

    FRAME = "frame"
    PEOPLE = "people"
    DATES = "dates"
    ATTENDANCE = "attendance"
    ERASURE = "erasure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a group cannot know by itself: the time, and the zones it may need.

    `fresh` and `code` (six digits) are random, new for each command. `sends_mail`: the server sends mail.
    `enough_codes`: the address that is named is sent no code now, for it has had all of the day or too much mail waits.
    `languages` (BCP 47): those that the server writes in.
    """

    now_ms: int
    zones: Mapping[str, Zone] = field(default_factory=dict)
    fresh: str = ""
    code: str = ""
    sends_mail: bool = False
    enough_codes: bool = False
    languages: frozenset[str] = frozenset({"en"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMeeting:
    """A command about one meeting."""

    meeting: int

    def found(self, group: Group) -> Meeting:
        """The meeting. The caller has made sure that there is one. Raises KeyError."""
        if (meeting := group.meeting(self.meeting)) is None:
            raise KeyError(self.meeting)
        return meeting

    def over(self, group: Group, now_ms: int) -> GroupReason | None:
        """Why its date, and who comes as a guest, cannot be changed any more: it is to come no more."""
        return None if self.found(group).is_coming(now_ms) else GroupReason.OVER

    def in_use(self, group: Group, now_ms: int) -> GroupReason | None:
        """Why they cannot be changed now: people may be in its circle. This is asked last (`IN_A_MEETING`)."""
        return GroupReason.IN_A_MEETING if self.found(group).is_open(now_ms) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPerson:
    """A command about one person of the group."""

    person: int

    def meant(self, group: Group) -> Person:
        """The person. The caller has made sure that there is one. Raises KeyError."""
        return group.one(self.person)


def wrong_names(names: list[str], taken: list[str]) -> GroupReason | None:
    """Why these cannot be the names of people beside those that are taken."""
    names = [clean(name) for name in names]
    if any(not 1 <= len(name) <= NAME_MAX for name in names):
        return GroupReason.NO_NAME
    for at, name in enumerate(names):
        if any(same(name, other) for other in (*taken, *names[:at])):
            return GroupReason.NAME_TAKEN
    return None
