"""What a group keeps of one person, for themselves.

Two things are left out: the random parts of their links, which open the group to whoever has them, and that a leader
has confirmed a meeting or asked for the group to be erased.
"""

from dataclasses import dataclass

from app.circle.phases import Role
from app.group.certificate import Attended, attended_by
from app.group.group import Group
from app.group.leaders_log import LedPart


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedMeeting:
    """A meeting at which something is noted of this person, by its planned start.

    `present_ms`: how long they were there; `absent_said_ms`: when they said that they cannot come;
    `asked_again`: they could not come before it was moved, and have not said yet whether they come now; `parts`: what
    leaders have said that they did in it.
    """

    starts_ms: int
    present_ms: int | None = None
    corrected: bool = False
    confirmed: bool = False
    absent_said_ms: int | None = None
    asked_again: bool = False
    agreed_to_guests: tuple[str, ...] = ()
    parts: tuple[LedPart, ...] = ()
    supervision: str = ""
    answered_end_card: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberExport:
    """What is kept of this person. `attended` are the confirmed meetings, as a certificate has them.

    `answered_end_card` and `answered_quarters` only keep anybody from answering twice, and go when the card closes;
    what was answered is not kept of anybody.
    """

    group: str
    number: int
    name: str
    role: Role
    joined_ms: int
    accepted_frame: int
    has_feed: bool
    accreditation: str
    mail: str
    mail_not_proved: str
    language: str
    shares_turns: bool
    presented_ms: int | None
    meetings: tuple[NotedMeeting, ...]
    attended: tuple[Attended, ...]
    answered_quarters: tuple[str, ...]
    edits_made_ms: tuple[int, ...]


def export_of(group: Group, number: int) -> MemberExport:
    """What the group keeps of this person. Raises KeyError."""
    person = group.one(number)
    return MemberExport(
        group=group.name,
        number=number,
        name=person.name,
        role=person.role,
        joined_ms=person.joined_ms,
        accepted_frame=person.accepted,
        has_feed=bool(person.feed),
        accreditation=person.accreditation,
        mail=person.mail,
        mail_not_proved=person.proof.address if person.proof else "",
        language=person.language,
        shares_turns=person.shares_turns,
        presented_ms=person.presented_ms,
        meetings=_noted(group, number),
        attended=attended_by(group, number),
        answered_quarters=tuple(each.quarter for each in group.quarters if number in each.card.answered),
        edits_made_ms=tuple(edit.at_ms for edit in group.edits if edit.by == number),
    )


def _noted(group: Group, number: int) -> tuple[NotedMeeting, ...]:
    found = []
    for meeting in group.meetings:
        held = meeting.held
        own = held.noted_of(number) if held else None
        noted = NotedMeeting(
            starts_ms=meeting.starts_ms,
            present_ms=own.present_ms if own else None,
            corrected=own is not None and own.corrected,
            confirmed=own is not None and held is not None and held.confirmed_ms is not None,
            absent_said_ms=next((a.said_ms for a in meeting.absences if a.person == number), None),
            asked_again=number in meeting.asked_again,
            agreed_to_guests=tuple(guest.name for guest in meeting.guests if number in guest.agreed),
            parts=tuple(LedPart(part=p.part, case=p.case) for p in meeting.parts if p.person == number),
            supervision=held.supervision_of(number) if held else "",
            answered_end_card=number in meeting.card.answered,
        )
        if noted != NotedMeeting(starts_ms=meeting.starts_ms):
            found.append(noted)
    return tuple(found)
