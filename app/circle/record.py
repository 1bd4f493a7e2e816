"""What is kept of a meeting that has ended: phase times and attendance, and nothing else (E2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.circle.phases import PHASES, Role
from app.circle.replacing import replace
from app.circle.seats import Seat
from app.circle.state import Circle, PhaseTime, began_ms_in
from app.circle.stays import Span, left_alone_ms, times_there


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there, as what, and for how long (E8).

    `came_ms` and `left_ms` (since 1970) are the first and the last of them; `present_ms` is how long they were there in
    between, without the times when they were not. It is None in the records of earlier releases, which did not know.
    `meeting_ms` is how much of it was between the opening and the end of the closing: without gathering, and without
    lingering and its debrief. `seat` is where they sat.
    """

    name: str
    role: Role
    came_ms: int
    left_ms: int
    present_ms: int | None = None
    meeting_ms: int | None = None
    seat: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that is kept of a circle once it has ended. Who presented is not in it."""

    title: str
    opened_ms: int
    ended_ms: int
    phase_times: tuple[PhaseTime, ...]
    attendance: tuple[Attendance, ...]

    @property
    def begun(self) -> bool:
        """Whether there was a meeting (`Circle.begun`)."""
        return began_ms_in(self.phase_times) is not None


def record_of(circle: Circle, now_ms: int) -> Record:
    """What is kept of this circle if it ends now; of one that has ended, what is kept of it."""
    *earlier, last = circle.phase_times
    ended_ms = now_ms if last.ended_ms is None else last.ended_ms
    phase_times = (*earlier, replace(last, ended_ms=ended_ms))
    timed = [(time.began_ms, time.ended_ms or ended_ms) for time in phase_times if PHASES[time.phase].timed]
    there = sorted(times_there(circle, ended_ms).items(), key=lambda person: person[0][0])
    if circle.notes_presence:
        timed = _until_left_alone(timed, [times for _, times in there])
    return Record(
        title=circle.title,
        opened_ms=circle.opened_ms,
        ended_ms=ended_ms,
        phase_times=phase_times,
        attendance=tuple(_attendance(circle.seat(seat), name, times, timed) for (seat, name), times in there),
    )


def without_people(record: Record) -> Record:
    """What is left of a record when nobody is to be named any more: that the circle has ended, and its times."""
    return replace(record, title="", attendance=())


def _until_left_alone(timed: list[Span], there: list[list[Span]]) -> list[Span]:
    """These times of a group's meeting, without what came when one was left alone: then it was over (G25).

    Whoever came only after that was not at it, so that nobody was left with them.
    """
    alone_ms = left_alone_ms(times[-1][1] for times in there if _in_both(times, timed))
    until = [(began_ms, min(until_ms, alone_ms)) for began_ms, until_ms in timed]
    return timed if until == timed else _until_left_alone(until, there)


def _attendance(seat: Seat, name: str, times: Sequence[Span], timed: Sequence[Span]) -> Attendance:
    """Of whoever sat here by this name at these times."""
    return Attendance(
        name=name,
        role=seat.role,
        came_ms=times[0][0],
        left_ms=times[-1][1],
        present_ms=sum(left_ms - came_ms for came_ms, left_ms in times),
        meeting_ms=_in_both(times, timed),
        seat=seat.number,
    )


def _in_both(some: Sequence[Span], others: Sequence[Span]) -> int:
    """For how long it was in one of both lists' times at once. In neither do any two overlap."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in some for b in others)
