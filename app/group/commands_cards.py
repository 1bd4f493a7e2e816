"""Commands that give an anonymous answer."""

from dataclasses import dataclass
from typing import Literal

from app.circle.replacing import replace
from app.group.cards import (
    END_CARD_CHOICES,
    QUARTERLY_CHOICES,
    answered,
    end_card_is_open,
    quarter_card,
    quarter_of,
    with_quarter_card,
)
from app.group.command_bases import EVERY_MEMBER, Given, OfMeeting
from app.group.group import Group
from app.group.reasons import GroupReason


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEndCard(OfMeeting):
    """Answer the end card of a meeting you were at; `choice` counts from 0."""

    choice: int
    type: Literal["answer_end_card"] = "answer_end_card"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if not group.terms.end_card:
            return GroupReason.SWITCHED_OFF
        if meeting.held is None or meeting.held.presence_of(by) is None:
            return GroupReason.NOT_HELD
        if not end_card_is_open(meeting, given.now_ms):
            return GroupReason.OVER
        if not 0 <= self.choice < END_CARD_CHOICES:
            return GroupReason.OUT_OF_BOUNDS
        return GroupReason.ALREADY_SO if by in meeting.card.answered else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        meeting = self.found(group)
        return group.with_meeting(replace(meeting, card=answered(meeting.card, by, self.choice, END_CARD_CHOICES)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuarterly:
    """Answer the quarterly item, once a quarter; `choice` counts from 0."""

    choice: int
    type: Literal["answer_quarterly"] = "answer_quarterly"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        if not group.terms.quarterly_item:
            return GroupReason.SWITCHED_OFF
        if not 0 <= self.choice < QUARTERLY_CHOICES:
            return GroupReason.OUT_OF_BOUNDS
        card = quarter_card(group, quarter_of(given.now_ms))
        if card.closed:  # by another node, whose clock is ahead
            return GroupReason.OVER
        return GroupReason.ALREADY_SO if by in card.answered else None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        quarter = quarter_of(given.now_ms)
        card = answered(quarter_card(group, quarter), by, self.choice, QUARTERLY_CHOICES)
        return with_quarter_card(group, quarter, card)


CardCommand = AnswerEndCard | AnswerQuarterly
