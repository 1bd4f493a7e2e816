"""Commands by which two leaders, or one who is left alone, erase a group, after thirty days in which it can be kept."""

from dataclasses import dataclass
from typing import Literal

from app.circle.replacing import replace
from app.circle.units import DAY_MS
from app.group.command_bases import LEADERS, Given, Subject
from app.group.group import Erasure, Group
from app.group.reasons import GroupReason

GRACE_MS = 30 * DAY_MS
UNTOUCHED_KEPT_MS = 90 * DAY_MS
"""How long a group is kept in which nobody has done anything since it was opened. Maybe nobody has its links, for the
answer that had them came too late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskErasure:
    """Ask to erase the group: the first leader. A second one asking the same agrees, and thirty days begin.

    With nobody else in the group they begin at once, and the group is kept once somebody is added.
    """

    type: Literal["ask_erasure"] = "ask_erasure"
    roles = LEADERS
    about = Subject.ERASURE

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        asked = group.erasure
        if asked is not None and asked.due_ms is not None:
            return GroupReason.ALREADY_SO
        alone = len(group.members) == 1
        mine = asked is not None and asked.asked_by == by
        return GroupReason.TWO_LEADERS if not alone and (len(group.leaders) < 2 or mine) else None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        if group.erasure is None:
            asked = replace(group, erasure=Erasure(asked_by=by, asked_ms=given.now_ms))
            return agreed_alone(asked, given.now_ms)
        return _agreed(group, group.erasure, given.now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class StopErasure:
    """Keep the group: nothing is erased."""

    type: Literal["stop_erasure"] = "stop_erasure"
    roles = LEADERS
    about = Subject.ERASURE

    def unmet_precondition(self, group: Group, _by: int, _given: Given) -> GroupReason | None:
        return GroupReason.ALREADY_SO if group.erasure is None else None

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        return replace(group, erasure=None)


ErasureCommand = AskErasure | StopErasure


def agreed_alone(group: Group, now_ms: int) -> Group:
    """The group once nobody is in it beside who has asked: nobody is there to agree, and thirty days begin."""
    asked = group.erasure
    if asked is None or asked.due_ms is not None or len(group.members) > 1:
        return group
    return _agreed(group, asked, now_ms)


def without_ask_alone(group: Group) -> Group:
    """The group once somebody is added: what whoever is alone in it has asked, nobody who is added has agreed to."""
    return replace(group, erasure=None) if len(group.members) == 1 else group


def without_ask_of(group: Group, number: int) -> Group:
    """The group once this person leads it no more: nobody agrees with them. What two have agreed on stays."""
    erasure = group.erasure
    lapses = erasure is not None and erasure.asked_by == number and erasure.due_ms is None
    return replace(group, erasure=None) if lapses else group


def _agreed(group: Group, asked: Erasure, now_ms: int) -> Group:
    return replace(group, erasure=replace(asked, due_ms=now_ms + GRACE_MS))


def is_erased(group: Group, now_ms: int) -> bool:
    """Whether its grace is over, or nobody has ever touched it. Whoever keeps it erases it now; nobody is shown it."""
    untouched = group.version == 1 and now_ms >= group.opened_ms + UNTOUCHED_KEPT_MS
    agreed = group.erasure is not None and group.erasure.due_ms is not None and now_ms >= group.erasure.due_ms
    return untouched or agreed
