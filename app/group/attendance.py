"""What a group keeps of a circle that has ended: who was there for how long, and how many cases there were."""

from app.circle.phases import PHASES, Phase
from app.circle.record import Record
from app.circle.replacing import replace
from app.group.group import Group
from app.group.meeting import Held, Meeting, Mode, Present
from app.group.today import seat_roles
from app.group.told import CASES_MAX, with_cases


def with_record(group: Group, meeting: Meeting, record: Record) -> Group:
    """The group with what this record says of the meeting. One that never began can be opened anew."""
    held = held_by(group, meeting, record)
    if held is None:
        nothing = replace(meeting, circle=None, seats=(), lock=None)
        return replace(group, version=group.version + 1).with_meeting(nothing)
    return with_cases(replace(group, version=group.version + 1), replace(meeting, held=held))


def held_by(group: Group, meeting: Meeting, record: Record) -> Held | None:
    """What is kept of the meeting, from its opening to the end of its closing; None where it never began."""
    times = [time for time in record.phase_times if PHASES[time.phase].timed]
    if not times:
        return None
    roles = dict(seat_roles(group, meeting))
    present_ms: dict[int, int] = {}
    for attended in record.attendance:
        if attended.seat is not None and attended.meeting_ms and attended.seat <= len(meeting.seats):
            person = meeting.seats[attended.seat - 1]
            present_ms[person] = present_ms.get(person, 0) + attended.meeting_ms
            roles.setdefault(person, attended.role)
    return Held(
        mode=Mode.LIVE_ONLINE,
        began_ms=times[0].began_ms,
        ended_ms=times[-1].ended_ms or record.ended_ms,
        cases=min(CASES_MAX, cases_in([time.phase for time in record.phase_times])),
        present=tuple(Present(person=who, role=roles[who], present_ms=ms) for who, ms in present_ms.items()),
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
