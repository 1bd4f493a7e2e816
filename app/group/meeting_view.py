"""One date as a person of the group sees it: when, who comes as a guest, and what became of it."""

from dataclasses import dataclass

from app.circle.phases import Role
from app.group.cards import ANSWERS_MIN, end_card_is_open
from app.group.command_bases import Given
from app.group.commands_coming import AgreeToGuest
from app.group.group import Group
from app.group.leaders_log import note_of
from app.group.leading_view import LeadersMeetingView, leaders_meeting
from app.group.meeting import AnswerCard, Meeting, Mode
from app.group.person import Guest, Person
from app.group.reasons import GroupReason
from app.group.today import circle_name, guests_to_agree_to
from app.group.zones import OddTime


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestSeen:
    """A guest (a member for once) or an observer who is announced for a meeting. `agreed`: whether you have agreed.

    `may_say`: you may agree now, or take it back; that is refused while people are in the meeting, as `in_a_meeting`.
    `first`: the others have without you, for you had said that you cannot come; you enter once you agree too.
    """

    number: int
    name: str
    role: Role
    agreed: bool
    may_say: bool
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An anonymous card. `counts` are there once it is closed, and only if enough have answered; else null."""

    open: bool
    answered: bool
    counts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """What became of a meeting. `your_ms`: how long you were there, null where you were not.

    `too_late`: it can be confirmed and corrected no more.
    `supervision` is your note in your own log, empty while there is none; null where there can be none: the
    meeting does not stand in it.
    """

    mode: Mode
    began_ms: int
    ended_ms: int
    cases: int
    your_ms: int | None
    corrected: bool
    confirmed: bool
    too_late: bool
    vnr: str
    supervision: str | None
    card: CardView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """One date. `odd`: the clocks change over this time. `moved`: its time or length was changed since it was planned.

    `coming`: you have not said that you cannot come. `say_again`: you could not come at the time that it had before; of
    this one you have not said so. `circle` names the meeting for the keys of a sealed circle.
    `may_enter`: it can be entered now. `held` is null until it has been. `leading` is for leaders, else null.
    """

    number: int
    starts_ms: int
    minutes: int
    odd: OddTime | None
    moved: bool
    cancelled: bool
    coming: bool
    say_again: bool
    may_enter: bool
    circle: str
    guests: tuple[GuestSeen, ...]
    held: HeldView | None
    leading: LeadersMeetingView | None


def meeting_view(group: Group, meeting: Meeting, person: Person, now_ms: int, *, may_enter: bool) -> MeetingView:
    """This date as this person sees it."""
    return MeetingView(
        number=meeting.number,
        starts_ms=meeting.starts_ms,
        minutes=meeting.minutes,
        odd=meeting.odd,
        moved=meeting.sequence > 0 and not meeting.cancelled,
        cancelled=meeting.cancelled,
        coming=person.number not in meeting.absent,
        say_again=person.number in meeting.asked_again,
        may_enter=may_enter,
        circle=circle_name(group, meeting),
        guests=tuple(
            _guest_seen(group, meeting, guest, person.number, now_ms, may_enter=may_enter) for guest in meeting.guests
        ),
        held=_held(group, meeting, person.number, now_ms),
        leading=leaders_meeting(group, meeting) if person.leads else None,
    )


def _guest_seen(
    group: Group, meeting: Meeting, guest: Guest, number: int, now_ms: int, *, may_enter: bool
) -> GuestSeen:
    agreed = number in guest.agreed
    says = AgreeToGuest(meeting=meeting.number, guest=guest.number, agrees=not agreed)
    first = may_enter and guest.number in guests_to_agree_to(group, meeting, number)
    return GuestSeen(
        number=guest.number,
        name=guest.name,
        role=guest.role,
        agreed=agreed,
        may_say=says.unmet_precondition(group, number, Given(now_ms=now_ms)) in {None, GroupReason.IN_A_MEETING},
        first=first,
    )


def _held(group: Group, meeting: Meeting, number: int, now_ms: int) -> HeldView | None:
    held = meeting.held
    if held is None:
        return None
    own, noted = held.presence_of(number), held.noted_of(number)
    is_open = own is not None and end_card_is_open(meeting, now_ms)
    return HeldView(
        mode=held.mode,
        began_ms=held.began_ms,
        ended_ms=held.ended_ms,
        cases=held.cases,
        your_ms=own.present_ms if own else None,
        corrected=held.corrected or (noted is not None and noted.corrected),
        confirmed=held.confirmed_ms is not None,
        too_late=not held.may_be_corrected(now_ms),
        vnr=held.vnr,
        supervision=note_of(meeting, number),
        card=card_view(meeting.card, number, is_open=is_open) if group.terms.end_card else None,
    )


def card_view(card: AnswerCard, number: int, *, is_open: bool) -> CardView:
    """This card as the person of this number sees it."""
    shown = card.counts if card.closed and sum(card.counts) >= ANSWERS_MIN else None
    return CardView(open=is_open and not card.closed, answered=number in card.answered, counts=shown)
