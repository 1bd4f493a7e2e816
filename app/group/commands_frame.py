"""Commands about the group's frame, zone and language."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.circle.frame import SENTENCE_MAX
from app.circle.names import clean
from app.circle.plan import NoPlan, frame_of
from app.circle.replacing import replace
from app.group.cards import with_unasked_dropped
from app.group.command_bases import EVERY_MEMBER, LEADERS, Given, Subject
from app.group.dates import clash, moved, odd_at
from app.group.group import GROUP_NAME_MAX, Group
from app.group.meeting import MINUTES_MIN, Meeting
from app.group.reasons import GroupReason
from app.group.terms import (
    KEPT_MONTHS_MAX,
    KEPT_MONTHS_MIN,
    ORGANISER_MAX,
    QUORUM_MAX,
    QUORUM_MIN,
    Terms,
    minutes_of,
    plan_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFrame:
    """Change what the group has agreed on, its name too. Everybody is asked again whether they accept it.

    `terms` takes the place of all there were: what is left out of it gets its default. Dates to come that are as long
    as the plan was are as long as the new one, but for a meeting that people are in.
    """

    name: str
    terms: Terms
    type: Literal["change_frame"] = "change_frame"
    roles = LEADERS
    about = Subject.FRAME

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if wrong := wrong_frame(self.name, self.terms):
            return wrong
        unchanged = clean(self.name) == group.name and cleaned(self.terms) == group.terms
        return GroupReason.ALREADY_SO if unchanged else clash(group, self._as_long_as_the_plan(group, given))

    def effect(self, group: Group, by: int, given: Given) -> Group:
        number, name = group.terms_number + 1, clean(self.name)
        named_ms = group.named_ms if name == group.name else given.now_ms
        changed = replace(group, name=name, named_ms=named_ms, terms=cleaned(self.terms), terms_number=number)
        if not self.terms.fair_turn:
            unnoted = tuple(replace(person, shares_turns=False, presented_ms=None) for person in changed.people)
            changed = replace(changed, people=unnoted)
        for meeting in self._as_long_as_the_plan(group, given):
            changed = changed.with_meeting(meeting)
        return with_unasked_dropped(changed).with_person(replace(changed.one(by), accepted=number))

    def _as_long_as_the_plan(self, group: Group, given: Given) -> tuple[Meeting, ...]:
        """The dates that change with the plan. Whoever is in a meeting has the plan that it was opened with."""
        before, after = (max(MINUTES_MIN, minutes_of(terms)) for terms in (group.terms, self.terms))
        if before == after:
            return ()
        return tuple(
            moved(each, (each.starts_ms, each.odd), given.now_ms, after)
            for each in group.coming(given.now_ms)
            if each.minutes == before and not each.is_open(given.now_ms)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptFrame:
    """Accept the frame of this number, having read it."""

    number: int
    type: Literal["accept_frame"] = "accept_frame"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        if self.number != group.terms_number:
            return GroupReason.NOT_ACCEPTED
        return GroupReason.ALREADY_SO if group.one(by).accepted == self.number else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        return group.with_person(replace(group.one(by), accepted=self.number))


class Keep(StrEnum):
    """What stays of the coming dates when the zone changes."""

    WALL = "wall"
    """The time on the clock: 18:00 stays 18:00."""
    INSTANT = "instant"
    """The moment: for everybody else nothing changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeZone:
    """Let the group go by another zone. Without `keep` it is asked which of the two is to stay."""

    zone: str
    keep: Keep | None = None
    type: Literal["change_zone"] = "change_zone"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if self.zone not in given.zones:
            return GroupReason.NO_SUCH_ZONE
        if self.zone == group.zone:
            return GroupReason.ALREADY_SO
        if self.keep is None and group.coming(given.now_ms):
            return GroupReason.WHICH_TIME
        if self.keep is Keep.WALL:
            dates = self._moved(group, given)
            if any(meeting.starts_ms <= given.now_ms for meeting in dates):
                return GroupReason.IN_THE_PAST
            if at_once := clash(group, dates):
                return at_once
            if any(meeting.is_open(given.now_ms) for meeting in group.coming(given.now_ms)):
                return GroupReason.IN_A_MEETING
        return None

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        for meeting in self._moved(group, given) if self.keep is Keep.WALL else self._standing(group, given):
            group = group.with_meeting(meeting)
        return replace(group, zone=self.zone)

    def _moved(self, group: Group, given: Given) -> tuple[Meeting, ...]:
        before, after = given.zones[group.zone], given.zones[self.zone]
        coming = group.coming(given.now_ms)
        return tuple(moved(each, after.instant(before.wall(each.starts_ms)), given.now_ms) for each in coming)

    def _standing(self, group: Group, given: Given) -> tuple[Meeting, ...]:
        """The same moments: only what is odd about their time is now what the clocks of the new zone make of it."""
        after = given.zones[self.zone]
        return tuple(replace(each, odd=odd_at(each.starts_ms, after)) for each in group.coming(given.now_ms))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLanguage:
    """Let the group write in this language (BCP 47) to whoever has chosen none, and open its page in it for them."""

    language: str
    type: Literal["change_language"] = "change_language"
    roles = LEADERS
    about = Subject.FRAME

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if self.language not in given.languages:
            return GroupReason.OUT_OF_BOUNDS
        return GroupReason.ALREADY_SO if self.language == group.language else None

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        return replace(group, language=self.language)


FrameCommand = ChangeFrame | AcceptFrame | ChangeZone | ChangeLanguage


def cleaned(terms: Terms) -> Terms:
    """The terms as they are kept."""
    circle = frame_of(terms.template, replace(terms.circle, sentence=clean(terms.circle.sentence)))
    return replace(terms, circle=circle, organiser=clean(terms.organiser))


def wrong_frame(name: str, terms: Terms) -> GroupReason | None:
    """Why this cannot be a group's name and frame."""
    if not 1 <= len(clean(name)) <= GROUP_NAME_MAX:
        return GroupReason.NO_NAME
    bounds = (
        QUORUM_MIN <= terms.quorum <= QUORUM_MAX,
        KEPT_MONTHS_MIN <= terms.kept_months <= KEPT_MONTHS_MAX,
        len(clean(terms.organiser)) <= ORGANISER_MAX,
        len(clean(terms.circle.sentence)) <= SENTENCE_MAX,
    )
    if not all(bounds):
        return GroupReason.OUT_OF_BOUNDS
    try:
        plan_of(terms)
    except NoPlan:
        return GroupReason.NO_PLAN
    return None
