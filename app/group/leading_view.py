"""What only the group's leaders see of it."""

from dataclasses import dataclass

from app.circle.phases import Role
from app.group.commands_turns import turns_are_noted
from app.group.group import Edit, Erasure, Group
from app.group.letters import written_to
from app.group.meeting import Assigned, Meeting
from app.group.today import expected_at, is_agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """When this person last presented, null: not since all have agreed that it is noted. In no order."""

    person: int
    presented_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadersGroupView:
    """`not_accepted` are the numbers of those who have not accepted the frame as it is now.

    `turns` is null unless the group has it on and everybody has agreed; `not_sharing` are those who have not.
    `edits` are the leaders' changes of late, oldest first. `written_to`: how many get a mail when you change or cancel
    a date; 0 where the server sends none.
    """

    not_accepted: tuple[int, ...]
    turns: tuple[TurnView, ...] | None
    not_sharing: tuple[int, ...]
    erasure: Erasure | None
    edits: tuple[Edit, ...]
    written_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentView:
    """Who was there, for how long. `name` is empty for somebody who has left the group, or a guest of long ago."""

    person: int
    name: str
    role: Role
    present_ms: int
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedView:
    """Who is to come to a seat, by the name that the group has. `absent`: they have said that they cannot come.

    `name` is empty for somebody who has left the group.
    """

    name: str
    absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadersMeetingView:
    """`absent`: who has said that they cannot come. `expected`: how many come, guests too; `enough`: the quorum is met.

    `not_agreed`: the guests to whom somebody who comes has not agreed. `seats`: who is to come to each seat of its
    circle, seat 1 first; nobody before it has one, or once it has been held. `present` and `confirm_until_ms` are null
    until that.
    """

    absent: tuple[int, ...]
    expected: int
    enough: bool
    not_agreed: tuple[int, ...]
    seats: tuple[ExpectedView, ...]
    parts: tuple[Assigned, ...]
    present: tuple[PresentView, ...] | None
    confirm_until_ms: int | None


def leaders_view(group: Group, number: int, *, sends_mail: bool) -> LeadersGroupView:
    """What this leader sees of the group beside what everybody does."""
    turns = tuple(TurnView(person=person.number, presented_ms=person.presented_ms) for person in group.members)
    return LeadersGroupView(
        not_accepted=tuple(p.number for p in group.members if p.accepted != group.terms_number),
        turns=turns if turns_are_noted(group) else None,
        not_sharing=tuple(p.number for p in group.members if not p.shares_turns) if group.terms.fair_turn else (),
        erasure=group.erasure,
        edits=group.edits,
        written_to=len(written_to(group, number)) if sends_mail else 0,
    )


def leaders_meeting(group: Group, meeting: Meeting) -> LeadersMeetingView:
    """What leaders see of a meeting beside what everybody does."""
    not_agreed = tuple(guest.number for guest in meeting.guests if not is_agreed(group, meeting, guest))
    expected = expected_at(group, meeting)
    held = meeting.held
    names = {p.number: p.name for p in group.people} | {guest.number: guest.name for guest in meeting.guests}
    present = tuple(
        PresentView(
            person=each.person,
            name=names.get(each.person, ""),
            role=each.role,
            present_ms=each.present_ms,
            corrected=each.corrected,
        )
        for each in (held.present if held else ())
    )
    seats = () if held else meeting.seats
    return LeadersMeetingView(
        absent=meeting.absent,
        expected=expected,
        enough=expected >= group.terms.quorum,
        not_agreed=not_agreed,
        seats=tuple(ExpectedView(name=names.get(each, ""), absent=each in meeting.absent) for each in seats),
        parts=meeting.parts,
        present=present if held else None,
        confirm_until_ms=held.confirm_until_ms if held else None,
    )
