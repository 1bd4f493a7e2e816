"""What each person sees of their group. Members see names and roles, and what is their own; nothing more of others."""

from dataclasses import dataclass
from typing import Literal

from app.circle.phases import Role
from app.group.bases import one_of
from app.group.cards import ANSWERS_MIN, end_card_is_open, quarter_card, quarter_of
from app.group.commands_attendance import turns_are_noted
from app.group.group import CaseMark, Group
from app.group.leading_view import LeadersGroupView, LeadersMeetingView, leaders_meeting, leaders_view
from app.group.meeting import AnswerCard, Meeting, Mode
from app.group.person import Guest, Person
from app.group.terms import Terms
from app.group.today import todays_meeting
from app.group.zones import OddTime


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSelf:
    """What is your own. `accepted`: you have accepted the frame as it is now. `turns_noted`: all agree to it.

    `mail` is the address that you have given, empty while you have given none; null where the server sends no mail.
    """

    number: int
    name: str
    role: Role
    accepted: bool
    has_feed: bool
    accreditation: str
    mail: str | None
    shares_turns: bool
    turns_noted: bool
    presented_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody of the group: their number, name and role."""

    number: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestSeen:
    """A guest (a member for once) or an observer who is announced for a meeting. `agreed`: whether you have agreed."""

    number: int
    name: str
    role: Role
    agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An anonymous card. `counts` are there once it is closed, and only if enough have answered; else null."""

    open: bool
    answered: bool
    counts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """What became of a meeting. `your_ms`: how long you were there, null where you were not."""

    mode: Mode
    began_ms: int
    ended_ms: int
    cases: int
    your_ms: int | None
    corrected: bool
    confirmed: bool
    vnr: str
    card: CardView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """One date. `odd`: the clocks change over this time. `moved`: it was moved since it was planned.

    `coming`: you have not said that you cannot come. `circle` names the meeting for the keys of a sealed circle.
    `may_enter`: it can be entered now. `held` is null until it has been. `leading` is for leaders, else null.
    """

    number: int
    starts_ms: int
    minutes: int
    odd: OddTime | None
    moved: bool
    cancelled: bool
    coming: bool
    may_enter: bool
    circle: str
    guests: tuple[GuestSeen, ...]
    held: HeldView | None
    leading: LeadersMeetingView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterView:
    """The published counts of one quarter, "2027-Q1"."""

    quarter: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The group as you may see it. `meetings` are in the order of time, those that are over too.

    `version` is what commands carry as `seen`. `quarterly` is null where the quarterly item is off; `quarters` are
    those whose counts can be shown.
    """

    version: int
    now_ms: int
    name: str
    zone: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestView:
    """What a guest, or an observer, sees: the one meeting they are announced for, and the frame it has."""

    now_ms: int
    name: str
    zone: str
    terms: Terms
    sealed: bool
    lock: str | None
    your_name: str
    role: Role
    starts_ms: int
    minutes: int
    circle: str
    may_enter: bool
    type: Literal["guest"] = "guest"


def view_of_group(group: Group, number: int, now_ms: int, *, sends_mail: bool = False) -> GroupView:
    """What this person of the group sees. Raises KeyError where there is no such person."""
    person = one_of(group, number)
    quarter = quarter_card(group, quarter_of(now_ms))
    return GroupView(
        version=group.version,
        now_ms=now_ms,
        name=group.name,
        zone=group.zone,
        terms=group.terms,
        terms_number=group.terms_number,
        sealed=group.lock is not None,
        lock=group.lock,
        you=_self(group, person, sends_mail=sends_mail),
        people=tuple(PersonView(number=each.number, name=each.name, role=each.role) for each in group.members),
        meetings=tuple(_meeting(group, meeting, person, now_ms) for meeting in group.meetings),
        cases=group.cases,
        quarterly=_card(quarter, number, is_open=True) if group.terms.quarterly_item else None,
        quarters=tuple(
            QuarterView(quarter=each.quarter, counts=each.card.counts)
            for each in group.quarters
            if each.card.closed and each.card.counts
        ),
        leading=leaders_view(group) if person.leads else None,
    )


def view_of_guest(group: Group, meeting: Meeting, guest: Guest, now_ms: int) -> GuestView:
    """What this guest sees."""
    return GuestView(
        now_ms=now_ms,
        name=group.name,
        zone=group.zone,
        terms=group.terms,
        sealed=group.lock is not None,
        lock=group.lock,
        your_name=guest.name,
        role=guest.role,
        starts_ms=meeting.starts_ms,
        minutes=meeting.minutes,
        circle=circle_name(group, meeting),
        may_enter=_may_enter(group, meeting, now_ms),
    )


def circle_name(group: Group, meeting: Meeting) -> str:
    """What a meeting is called where the keys of its circle are made. The same for ever, and another for each."""
    return f"{group.uid}/{meeting.number}"


def _may_enter(group: Group, meeting: Meeting, now_ms: int) -> bool:
    today = todays_meeting(group, now_ms)
    return today is not None and today.number == meeting.number


def _self(group: Group, person: Person, *, sends_mail: bool) -> GroupSelf:
    return GroupSelf(
        number=person.number,
        name=person.name,
        role=person.role,
        accepted=person.accepted == group.terms_number,
        has_feed=bool(person.feed),
        accreditation=person.accreditation,
        mail=person.mail if sends_mail or person.mail else None,
        shares_turns=person.shares_turns,
        turns_noted=turns_are_noted(group),
        presented_ms=person.presented_ms,
    )


def _meeting(group: Group, meeting: Meeting, person: Person, now_ms: int) -> MeetingView:
    return MeetingView(
        number=meeting.number,
        starts_ms=meeting.starts_ms,
        minutes=meeting.minutes,
        odd=meeting.odd,
        moved=meeting.sequence > 0 and not meeting.cancelled,
        cancelled=meeting.cancelled,
        coming=all(absence.person != person.number for absence in meeting.absences),
        may_enter=_may_enter(group, meeting, now_ms),
        circle=circle_name(group, meeting),
        guests=tuple(
            GuestSeen(number=g.number, name=g.name, role=g.role, agreed=person.number in g.agreed)
            for g in meeting.guests
        ),
        held=_held(group, meeting, person.number, now_ms),
        leading=leaders_meeting(group, meeting, person.number) if person.leads else None,
    )


def _held(group: Group, meeting: Meeting, number: int, now_ms: int) -> HeldView | None:
    held = meeting.held
    if held is None:
        return None
    own = next((present for present in held.present if present.person == number), None)
    is_open = own is not None and end_card_is_open(meeting, now_ms)
    return HeldView(
        mode=held.mode,
        began_ms=held.began_ms,
        ended_ms=held.ended_ms,
        cases=held.cases,
        your_ms=own.present_ms if own else None,
        corrected=held.corrected or (own is not None and own.corrected),
        confirmed=held.confirmed_ms is not None,
        vnr=held.vnr,
        card=_card(meeting.card, number, is_open=is_open) if group.terms.end_card else None,
    )


def _card(card: AnswerCard, number: int, *, is_open: bool) -> CardView:
    shown = card.counts if card.closed and sum(card.counts) >= ANSWERS_MIN else None
    return CardView(open=is_open and not card.closed, answered=number in card.answered, counts=shown)
