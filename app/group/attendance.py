"""What a group keeps of a circle that has ended: who was there for how long, and how many cases there were."""

from app.circle.phases import PHASES, Phase
from app.circle.record import Record
from app.circle.replacing import replace
from app.circle.stays import left_alone_ms
from app.circle.units import MINUTE_MS
from app.group.cases import CASES_MAX, with_cases
from app.group.group import Group
from app.group.meeting import MINUTES_MAX, Held, Meeting, Mode, Present


def with_record(group: Group, meeting: Meeting, record: Record) -> Group:
    """The group with what this record says of the meeting. One that never began can be opened anew."""
    held = held_by(meeting, record)
    if held is None:
        return replace(group, version=group.version + 1).with_meeting(meeting.unopened)
    return with_cases(replace(group, version=group.version + 1), replace(meeting, entered=(), held=held))


def held_by(meeting: Meeting, record: Record) -> Held | None:
    """What is kept of the meeting, from its opening to the end of its closing; None where it never began.

    Where one was left alone before that end, it was over then: its circle waits for hours, and somebody may have stayed
    in it for days. Nobody was there for longer than it went.
    """
    times = [time for time in record.phase_times if PHASES[time.phase].timed]
    if not times:
        return None
    began_ms = times[0].began_ms
    latest_ms = max(meeting.may_be_entered_until_ms, began_ms + MINUTES_MAX * MINUTE_MS)
    there = [each for each in record.attendance if each.meeting_ms and each.came_ms < meeting.may_be_entered_until_ms]
    alone_ms = left_alone_ms(each.left_ms for each in there) or latest_ms
    ended_ms = min(times[-1].ended_ms or record.ended_ms, alone_ms, latest_ms)
    present: dict[int, Present] = {}
    for attended in there:
        stayed_ms = min(attended.meeting_ms or 0, ended_ms - max(attended.came_ms, began_ms))
        if attended.seat is not None and attended.seat <= len(meeting.seats) and stayed_ms > 0:
            person = meeting.seats[attended.seat - 1]
            before_ms = present[person].present_ms if person in present else 0
            whole_ms = min(before_ms + stayed_ms, ended_ms - began_ms)
            present[person] = Present(person=person, role=attended.role, present_ms=whole_ms)
    return Held(
        mode=Mode.LIVE_ONLINE,
        began_ms=began_ms,
        ended_ms=ended_ms,
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
