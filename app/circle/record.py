"""What is kept of a meeting that has ended: phase times and attendance, and nothing else (E2)."""

from dataclasses import dataclass, replace

from app.circle.phases import Role
from app.circle.state import Circle, PhaseTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there, as what, from when until when (milliseconds since 1970)."""

    name: str
    role: Role
    came_ms: int
    left_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that outlives a circle. Who presented is not in it."""

    title: str
    opened_ms: int
    ended_ms: int
    phase_times: tuple[PhaseTime, ...]
    attendance: tuple[Attendance, ...]


def record_of(circle: Circle, now_ms: int) -> Record:
    """What is kept of this circle if it ends now; of one that has ended, what is kept of it."""
    *earlier, last = circle.phase_times
    ended_ms = now_ms if last.ended_ms is None else last.ended_ms
    attendance = (
        Attendance(
            name=seat.name,
            role=seat.role,
            came_ms=seat.came_ms,
            left_ms=ended_ms if seat.gone_ms is None else seat.gone_ms,
        )
        for seat in circle.seats
        if seat.came_ms is not None
    )
    return Record(
        title=circle.title,
        opened_ms=circle.opened_ms,
        ended_ms=ended_ms,
        phase_times=(*earlier, replace(last, ended_ms=ended_ms)),
        attendance=tuple(attendance),
    )
