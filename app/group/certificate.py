"""What a certificate of attendance says: confirmed meetings, and their time in the units that bodies ask for.

It says what was, never what it is worth: credit is decided by the body it is shown to.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.circle.phases import Role
from app.circle.units import MINUTE_MS
from app.group.group import Group
from app.group.meeting import Mode

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
    """A leader, with the accreditation they have typed. Both are empty for one who has left the group since."""

    name: str
    accreditation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCertificate:
    """Everything that stands on it but its number, its date, and what is typed when it is downloaded.

    `leaders` are those who led the meetings that it certifies. `quarter_hours` are the nearest, `units` (of 45 minutes)
    and `double_hours` (of 90) those that are full.
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
    person = group.one(number)
    certified = [
        (leaders, each)
        for leaders, each in _led_and_attended(group, number)
        if (from_ms is None or each.began_ms >= from_ms) and (until_ms is None or each.began_ms < until_ms)
    ]
    attended = tuple(each for _, each in certified)
    led = {leader for leaders, _ in certified for leader in leaders}
    minutes = sum(each.minutes for each in attended)
    return AttendanceCertificate(
        name=person.name,
        group=group.name,
        zone=group.zone,
        organiser=group.terms.organiser,
        closed=group.terms.closed,
        leaders=tuple(
            CertifiedLeader(name=p.name, accreditation=p.accreditation) for p in group.people if p.number in led
        ),
        attended=attended,
        minutes=minutes,
        quarter_hours=(2 * minutes + QUARTER_MINUTES) // (2 * QUARTER_MINUTES),
        units=minutes // UNIT_MINUTES,
        double_hours=minutes // DOUBLE_HOUR_MINUTES,
    )


def attended_by(group: Group, number: int) -> tuple[Attended, ...]:
    """The confirmed meetings that this person was at, oldest first."""
    return tuple(attended for _, attended in _led_and_attended(group, number))


def _led_and_attended(group: Group, number: int) -> Iterator[tuple[tuple[int, ...], Attended]]:
    held_ones = ((meeting, meeting.held) for meeting in group.meetings if meeting.held)
    for meeting, held in sorted(held_ones, key=lambda each: each[1].began_ms):
        own = held.presence_of(number)
        if held.confirmed_ms is None or own is None:
            continue
        yield (
            meeting.leaders,
            Attended(
                began_ms=held.began_ms,
                ended_ms=held.ended_ms,
                minutes=own.present_ms // MINUTE_MS,
                cases=held.cases,
                role=meeting.role_of(number, own.role),
                mode=held.mode,
                corrected=own.corrected or held.corrected,
                vnr=held.vnr,
            ),
        )
