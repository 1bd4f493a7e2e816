"""The cases that were told: a number and a date each, for the follow-up. They do not say whose they were."""

from app.circle.replacing import replace
from app.group.group import CaseMark, Group
from app.group.meeting import Meeting

CASES_MAX = 8
"""Cases of one meeting."""
FOLLOWED_MAX = 60
"""Cases whose number and date are kept."""


def with_cases(group: Group, meeting: Meeting) -> Group:
    """The group with this meeting as it is now: it has a case mark for each of its cases, the later numbers last.

    A number once given to a case is never given to another.
    """
    held = meeting.held
    if held is None:
        return group.with_meeting(meeting)
    others = tuple(case for case in group.cases if case.on_ms != held.began_ms)
    own = [case for case in group.cases if case.on_ms == held.began_ms][: held.cases]
    told = group.cases_told
    while len(own) < held.cases:
        told += 1
        own.append(CaseMark(number=told, on_ms=held.began_ms))
    cases = sorted((*others, *own), key=lambda case: (case.on_ms, case.number))[-FOLLOWED_MAX:]
    return replace(group, cases=tuple(cases), cases_told=told).with_meeting(meeting)
