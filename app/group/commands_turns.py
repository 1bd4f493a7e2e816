"""Commands about fair turns: whether the date of one's last presenting is noted, and noting it."""

from dataclasses import dataclass
from typing import Literal

from app.circle.replacing import replace
from app.group.command_bases import EVERY_MEMBER, Given, OfMeeting
from app.group.group import Group
from app.group.meeting import held_of
from app.group.reasons import GroupReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareTurns:
    """Agree that the date of your last presenting is noted, for you and the leaders; or not any more, and it goes."""

    agrees: bool
    type: Literal["share_turns"] = "share_turns"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        if not group.terms.fair_turn:
            return GroupReason.SWITCHED_OFF
        return GroupReason.ALREADY_SO if group.one(by).shares_turns is self.agrees else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        person = replace(group.one(by), shares_turns=self.agrees)
        return group.with_person(person if self.agrees else replace(person, presented_ms=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePresented(OfMeeting):
    """Note that you have presented in this meeting. Only the date of the last time is kept.

    Of a meeting with one case it tells whose that was.
    """

    type: Literal["note_presented"] = "note_presented"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if not group.terms.fair_turn:
            return GroupReason.SWITCHED_OFF
        if not turns_are_noted(group):
            return GroupReason.NOT_CONSENTED
        if meeting.held is None or meeting.held.presence_of(by) is None:
            return GroupReason.NOT_HELD
        latest_ms = group.one(by).presented_ms
        return GroupReason.ALREADY_SO if latest_ms is not None and latest_ms >= meeting.held.began_ms else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        return group.with_person(replace(group.one(by), presented_ms=held_of(self.found(group)).began_ms))


TurnCommand = ShareTurns | NotePresented


def turns_are_noted(group: Group) -> bool:
    """Whether the group has switched it on and each of its people has agreed."""
    return group.terms.fair_turn and all(person.shares_turns for person in group.members)
