"""What each person sees of their group. Members see names and roles, and what is their own; nothing more of others."""

from dataclasses import dataclass
from typing import Literal

from app.circle.phases import Role
from app.group.cards import quarter_card, quarter_of
from app.group.commands_turns import turns_are_noted
from app.group.group import CaseMark, Group
from app.group.leaders_log import has_log
from app.group.leading_view import LeadersGroupView, leaders_view
from app.group.letters import written_in
from app.group.meeting_view import CardView, MeetingView, card_view, meeting_view
from app.group.person import MailProof, Person
from app.group.terms import Terms
from app.group.today import todays_meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAwaited:
    """The code that was sent to this address is awaited from you. With no `tries_left` none is taken any more."""

    address: str
    until_ms: int
    tries_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSelf:
    """What is your own. `accepted`: you have accepted the frame as it is now. `turns_noted`: all agree to it.
    `has_log`: you lead, or have led, so there is a leader's log of yours, or something else of that time.

    `link_waits`: a new link that was asked for by yours has not been used yet; until it is, yours works.
    `link_anew`: your link, to go on with in place of the one that you have come by, where that will work no more once
    the server has changed its secret; null else, and in every other answer than that to reading the group.
    `mail` is the address that you have given and proved. While there is none it is empty, or null where the server
    sends no mail. `code` is null while none is awaited from you. `language` (BCP 47) is that in which the group writes
    to you.
    """

    number: int
    name: str
    role: Role
    accepted: bool
    has_feed: bool
    has_log: bool
    link_waits: bool
    accreditation: str
    mail: str | None
    code: CodeAwaited | None
    language: str
    shares_turns: bool
    turns_noted: bool
    presented_ms: int | None
    link_anew: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody of the group: their number, name and role."""

    number: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterView:
    """The published counts of one quarter, "2027-Q1"."""

    quarter: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The group as you may see it. `meetings` are in the order of time, those that are over too.

    `version` is what commands carry as `seen`. `quarterly` is null where the quarterly item is off; `quarters` are
    those whose counts can be shown, none while it is off. `language` (BCP 47) is that of whoever has chosen none.
    `erased_ms`: when all of it will be erased; null unless two leaders, or one who is alone in it, want that.
    """

    version: int
    now_ms: int
    name: str
    zone: str
    language: str
    erased_ms: int | None
    terms: Terms
    terms_number: int
    sealed: bool
    lock: str | None
    you: GroupSelf
    people: tuple[PersonView, ...]
    meetings: tuple[MeetingView, ...]
    cases: tuple[CaseMark, ...]
    quarterly: CardView | None
    quarters: tuple[QuarterView, ...]
    leading: LeadersGroupView | None
    type: Literal["group"] = "group"


def view_of_group(
    group: Group, number: int, now_ms: int, *, sends_mail: bool = False, overrun: int | None = None
) -> GroupView:
    """What this person of the group sees. Raises KeyError where there is no such person."""
    person = group.one(number)
    today = todays_meeting(group, now_ms, overrun)
    quarter = quarter_card(group, quarter_of(now_ms))
    return GroupView(
        version=group.version,
        now_ms=now_ms,
        name=group.name,
        zone=group.zone,
        language=group.language,
        erased_ms=group.erasure.due_ms if group.erasure else None,
        terms=group.terms,
        terms_number=group.terms_number,
        sealed=group.lock is not None,
        lock=group.lock,
        you=_self(group, person, sends_mail=sends_mail),
        people=tuple(PersonView(number=each.number, name=each.name, role=each.role) for each in group.members),
        meetings=tuple(
            meeting_view(group, meeting, person, now_ms, may_enter=meeting is today) for meeting in group.meetings
        ),
        cases=group.cases,
        quarterly=card_view(quarter, number, is_open=True) if group.terms.quarterly_item else None,
        quarters=_published(group) if group.terms.quarterly_item else (),
        leading=leaders_view(group, number, sends_mail=sends_mail) if person.leads else None,
    )


def _published(group: Group) -> tuple[QuarterView, ...]:
    closed = [each for each in group.quarters if each.card.closed and each.card.counts]
    return tuple(QuarterView(quarter=each.quarter, counts=each.card.counts) for each in closed)


def _self(group: Group, person: Person, *, sends_mail: bool) -> GroupSelf:
    return GroupSelf(
        number=person.number,
        name=person.name,
        role=person.role,
        accepted=person.accepted == group.terms_number,
        has_feed=bool(person.feed),
        has_log=has_log(group, person.number),
        link_waits=bool(person.next_link),
        accreditation=person.accreditation,
        mail=person.mail if sends_mail or person.mail else None,
        code=_code_awaited(person.proof),
        language=written_in(group, person),
        shares_turns=person.shares_turns,
        turns_noted=turns_are_noted(group),
        presented_ms=person.presented_ms,
    )


def _code_awaited(proof: MailProof | None) -> CodeAwaited | None:
    if proof is None or not proof.address:
        return None
    return CodeAwaited(address=proof.address, until_ms=proof.until_ms, tries_left=proof.tries_left)
