"""A leader's own log of what they have led. No member is named in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.circle.phases import Role
from app.circle.units import MINUTE_MS
from app.group.group import Group
from app.group.meeting import LeaderPart, Meeting, Mode, Present


@dataclass(frozen=True, slots=True, kw_only=True)
class LedPart:
    """What a leader did in a meeting, or in one case of it."""

    part: LeaderPart
    case: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedMeeting:
    """One meeting that this leader led, co-led or observed.

    `parts`: what they did; `there`: how many people were there.
    `co_leaders` are those of then, by name; the name of one who has left the group since is empty.
    """

    began_ms: int
    group: str
    mode: Mode
    minutes: int
    cases: int
    parts: tuple[LedPart, ...]
    co_leaders: tuple[str, ...]
    there: int
    supervision: str
    confirmed: bool


def led_by(group: Group, number: int) -> Iterator[LedMeeting]:
    """The meetings in this person's log (`is_in_log`), by their planned start."""
    for meeting in group.meetings:
        held = meeting.held
        own = held.presence_of(number) if held else None
        if held is None or own is None or not is_in_log(meeting, number):
            continue
        yield LedMeeting(
            began_ms=held.began_ms,
            group=group.name,
            mode=held.mode,
            minutes=own.present_ms // MINUTE_MS,
            cases=held.cases,
            parts=_parts(meeting, own),
            co_leaders=tuple(group.name_of(other) for other in _others(meeting, number)),
            there=len(held.there),
            supervision=held.supervision_of(number),
            confirmed=held.confirmed_ms is not None,
        )


def has_log(group: Group, number: int) -> bool:
    """Whether this person leads, or has something of the time when they did: rows, notes, or an accreditation."""
    person = group.person(number)
    now = person is not None and (person.leads or bool(person.accreditation))
    return now or any(note_of(meeting, number) is not None for meeting in group.meetings)


def note_of(meeting: Meeting, number: int) -> str | None:
    """What this person has noted of their supervision, if anything; None where they have noted none, and can not."""
    noted = meeting.held.supervision_of(number) if meeting.held else ""
    return noted if noted or is_in_log(meeting, number) else None


def is_in_log(meeting: Meeting, number: int) -> bool:
    """Whether this person was there as a leader, or as one who observes the leading.

    Whoever was there as a member has no row of it, also if they lead the group by now.
    """
    own = meeting.held.presence_of(number) if meeting.held else None
    return own is not None and own.role is not Role.MEMBER


def _others(meeting: Meeting, number: int) -> tuple[int, ...]:
    return tuple(leader for leader in meeting.leaders if leader != number)


def _parts(meeting: Meeting, own: Present) -> tuple[LedPart, ...]:
    """As they were said to be, or as they usually are. Nobody co-leads alone."""
    co_lead = LeaderPart.CO_LEAD if _others(meeting, own.person) else LeaderPart.LEAD
    assigned = tuple(
        LedPart(part=co_lead if each.part is LeaderPart.CO_LEAD else each.part, case=each.case)
        for each in meeting.parts
        if each.person == own.person
    )
    return assigned or (LedPart(part=LeaderPart.OBSERVE if own.role is Role.OBSERVER else co_lead),)
