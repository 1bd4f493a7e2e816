"""What a certificate of attendance says: confirmed meetings, and their time in the units that bodies ask for.

It says what was, never what it is worth: credit is decided by the named body.
"""

from dataclasses import dataclass

from app.circle.phases import Role
from app.group.group import Group
from app.group.meeting import MINUTE_MS, Mode

UNIT_MINUTES = 45
DOUBLE_HOUR_MINUTES = 90
QUARTER_MINUTES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """One confirmed meeting that this person was at, for so many whole minutes."""

    began_ms: int
    ended_ms: int
    minutes: int
    cases: int
    role: Role
    mode: Mode
    corrected: bool
    vnr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedLeader:
    """A leader, with the accreditation they have typed."""

    name: str
    accreditation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCertificate:
    """Everything that stands on it but its number, its date, and what is typed when it is downloaded.

    `quarter_hours` are the nearest, `units` (of 45 minutes) and `double_hours` (of 90) those that are full.
    """

    name: str
    group: str
    zone: str
    organiser: str
    closed: bool
    leaders: tuple[CertifiedLeader, ...]
    attended: tuple[Attended, ...]
    minutes: int
    quarter_hours: int
    units: int
    double_hours: int


def certificate_of(
    group: Group, number: int, from_ms: int | None = None, until_ms: int | None = None
) -> AttendanceCertificate:
    """The certificate of this person, who belongs to the group, of the meetings between. Raises KeyError."""
    person = group.person(number)
    if person is None:
        raise KeyError(number)
    attended = tuple(
        each
        for each in attended_by(group, number)
        if (from_ms is None or each.began_ms >= from_ms) and (until_ms is None or each.began_ms < until_ms)
    )
    minutes = sum(each.minutes for each in attended)
    return AttendanceCertificate(
        name=person.name,
        group=group.name,
        zone=group.zone,
        organiser=group.terms.organiser,
        closed=group.terms.closed,
        leaders=tuple(CertifiedLeader(name=p.name, accreditation=p.accreditation) for p in group.leaders),
        attended=attended,
        minutes=minutes,
        quarter_hours=(2 * minutes + QUARTER_MINUTES) // (2 * QUARTER_MINUTES),
        units=minutes // UNIT_MINUTES,
        double_hours=minutes // DOUBLE_HOUR_MINUTES,
    )


def attended_by(group: Group, number: int) -> tuple[Attended, ...]:
    """The confirmed meetings that this person was at, oldest first."""
    return tuple(
        Attended(
            began_ms=held.began_ms,
            ended_ms=held.ended_ms,
            minutes=present.present_ms // MINUTE_MS,
            cases=held.cases,
            role=present.role,
            mode=held.mode,
            corrected=present.corrected or held.corrected,
            vnr=held.vnr,
        )
        for held in sorted((m.held for m in group.meetings if m.held), key=lambda held: held.began_ms)
        if held.confirmed_ms is not None
        for present in held.present
        if present.person == number and present.present_ms >= MINUTE_MS
    )
