"""A leader's own log of what they have led. No member is named in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.circle.phases import Role
from app.group.group import Group
from app.group.meeting import MINUTE_MS, Held, LeaderPart, Meeting, Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class LedPart:
    """What a leader did in a meeting, or in one case of it."""

    part: LeaderPart
    case: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedMeeting:
    """One meeting that this leader was at. `parts`: what they did; `there`: how many people were there."""

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
    """The meetings that this leader led, co-led or observed, oldest first."""
    for meeting in group.meetings:
        held = meeting.held
        if held is None or not any(each.person == number for each in held.present):
            continue
        yield LedMeeting(
            began_ms=held.began_ms,
            group=group.name,
            mode=held.mode,
            minutes=next(each.present_ms for each in held.present if each.person == number) // MINUTE_MS,
            cases=held.cases,
            parts=_parts(group, meeting, held, number),
            co_leaders=_others(group, held, number),
            there=len(held.present),
            supervision=next((note.words for note in held.supervision if note.person == number), ""),
            confirmed=held.confirmed_ms is not None,
        )


def _others(group: Group, held: Held, number: int) -> tuple[str, ...]:
    there = {each.person for each in held.present if each.role in {Role.FACILITATOR, Role.OBSERVER}}
    return tuple(person.name for person in group.leaders if person.number in there - {number})


def _parts(group: Group, meeting: Meeting, held: Held, number: int) -> tuple[LedPart, ...]:
    assigned = tuple(LedPart(part=each.part, case=each.case) for each in meeting.parts if each.person == number)
    usual = LeaderPart.CO_LEAD if _others(group, held, number) else LeaderPart.LEAD
    return assigned or (LedPart(part=usual),)
