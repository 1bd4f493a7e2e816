"""The frame of a group: what its people have agreed on. Joining is accepting it; a changed one is asked again."""

from dataclasses import dataclass, field

from app.circle.frame import Frame
from app.circle.plan import TEMPLATES, Plan, Template, custom, meeting_minutes

QUORUM_MIN, QUORUM_MAX = 2, 16
KEPT_MONTHS_MIN, KEPT_MONTHS_MAX = 1, 72
ORGANISER_MAX = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the group has agreed on.

    `circle` and the plan (`steps`, or else the `template`'s) are those of each meeting. `closed`: always the same
    people. `quorum`: from how many on it meets. `kept_months`: how long attendance is kept. `organiser` stands on
    certificates. What is off by default: `fair_turn`, `end_card`, `quarterly_item`.
    """

    circle: Frame = field(default_factory=Frame)
    template: Template = Template.ONE_CASE_60
    steps: Plan | None = None
    closed: bool = True
    quorum: int = 4
    kept_months: int = 24
    organiser: str = ""
    fair_turn: bool = False
    end_card: bool = False
    quarterly_item: bool = False


def plan_of(terms: Terms) -> Plan:
    """The plan of each meeting. Raises `NoPlan`."""
    return TEMPLATES[terms.template] if terms.steps is None else custom(terms.steps)


def minutes_of(terms: Terms) -> int:
    """How long a meeting is planned to be. Raises as `plan_of` does."""
    return meeting_minutes(plan_of(terms))
