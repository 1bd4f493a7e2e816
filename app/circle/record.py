"""What is kept of a meeting that has ended: phase times and attendance, and nothing else (E2)."""

from dataclasses import dataclass

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


def record_of(circle: Circle) -> Record:
    """The record of a circle that has ended."""
    ended_ms = circle.phase_times[-1].ended_ms
    if ended_ms is None:
        raise ValueError("only an ended circle has a record")
    present = tuple(
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
        phase_times=circle.phase_times,
        attendance=present,
    )
