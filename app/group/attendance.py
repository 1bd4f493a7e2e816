"""What a group keeps of a circle that has ended: who was there for how long, and how many cases there were."""

from app.circle.phases import PHASES, Phase
from app.circle.record import Record
from app.circle.replacing import replace
from app.group.cases import CASES_MAX, with_cases
from app.group.group import Group
from app.group.meeting import Held, Meeting, Mode, Present


def with_record(group: Group, meeting: Meeting, record: Record) -> Group:
    """The group with what this record says of the meeting. One that never began can be opened anew."""
    held = held_by(meeting, record)
    if held is None:
        return replace(group, version=group.version + 1).with_meeting(meeting.unopened)
    return with_cases(replace(group, version=group.version + 1), replace(meeting, entered=(), held=held))


def held_by(meeting: Meeting, record: Record) -> Held | None:
    """What is kept of the meeting, from its opening to the end of its closing; None where it never began.

    Where nobody has ended it, it was over when the last one had gone: its circle waited for them for hours.
    """
    times = [time for time in record.phase_times if PHASES[time.phase].timed]
    if not times:
        return None
    present: dict[int, Present] = {}
    for attended in record.attendance:
        if attended.seat is not None and attended.meeting_ms and attended.seat <= len(meeting.seats):
            person = meeting.seats[attended.seat - 1]
            before_ms = present[person].present_ms if person in present else 0
            whole_ms = before_ms + attended.meeting_ms
            present[person] = Present(person=person, role=attended.role, present_ms=whole_ms)
    last_gone_ms = max((attended.left_ms for attended in record.attendance), default=record.ended_ms)
    return Held(
        mode=Mode.LIVE_ONLINE,
        began_ms=times[0].began_ms,
        ended_ms=min(times[-1].ended_ms or record.ended_ms, last_gone_ms),
        cases=min(CASES_MAX, cases_in([time.phase for time in record.phase_times])),
        present=tuple(present.values()),
        noted_ms=record.ended_ms,
    )


def cases_in(phases: list[Phase]) -> int:
    """How many cases came to their reflection. Going back within one does not make it two."""
    cases, counted = 0, False
    before: Phase | None = None
    for phase in phases:
        if not PHASES[phase].belongs_to_case or (phase, before) == (Phase.PRESENTATION, Phase.PRESENTER_RETURNS):
            counted = False
        if phase is Phase.REFLECTION and not counted:
            cases, counted = cases + 1, True
        before = phase
    return cases
