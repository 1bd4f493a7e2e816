"""What all commands have in common. One class holds one whole command: the fields that a browser sends, and its rules.

Beside its fields each class of the union `commands.Command` has

- `roles`: who may ask it;
- `unmet_precondition(circle, by)`: why the person on seat `by` cannot be given it now, or None where they can. It is
  asked only once `permission.refusal` has found what holds for all commands: that they are here, of the right role,
  have seen the running step, and mean a seat that exists;
- `effect(circle, by, now_ms)`: the one change it brings about. An `Event` is kept, a `TransientChange` is not;
- `examples(circle)`: every form of it that a view could offer, as the circle is now. It comes from the bases below.

`permission` and `decide` call these; where a command lacks one, mypy says so there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from app.circle.phases import Role
from app.circle.state import Circle

FACILITATORS = frozenset({Role.FACILITATOR})
MEMBERS = frozenset({Role.MEMBER})
PRESENTER = frozenset({Role.PRESENTER})
MEMBERS_OR_PRESENTER = MEMBERS | PRESENTER
SPEAKERS = FACILITATORS | MEMBERS | PRESENTER
EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A command with no fields: whatever it means is in its name."""

    @classmethod
    def examples(cls, _circle: Circle) -> Iterable[Self]:
        """The command itself."""
        return (cls(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stepped:
    """A command that depends on where the meeting is. `seen` is the index of the step the person was looking at."""

    seen: int

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """The command as seen at the running step. A class with more fields says what else is in it."""
        return (cls(seen=circle.step),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aimed:
    """A command that means one person. `seat` is the number of that person's seat."""

    seat: int

    @classmethod
    def examples(cls, circle: Circle) -> Iterable[Self]:
        """The command aimed at each seat."""
        return cls._at_each_seat(len(circle.seats))

    @classmethod
    @cache
    def _at_each_seat(cls, seats: int) -> tuple[Self, ...]:
        """Made once for each class: every view of a facilitator asks for a hundred of them, and none ever changes."""
        return tuple(cls(seat=number) for number in range(1, seats + 1))
