"""What a guest, or an observer, sees of the group that has announced them."""

from dataclasses import dataclass
from typing import Literal

from app.circle.phases import Role
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.person import Guest
from app.group.terms import Terms
from app.group.today import circle_name, todays_meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestView:
    """What a guest, or an observer, sees: the one meeting they are announced for, and the frame it has.

    `language` (BCP 47) is the group's. `may_enter`: it can be entered now. `waits`: its time has come, but the meeting
    before it goes on. `over`: it can be entered no more.
    """

    now_ms: int
    name: str
    language: str
    zone: str
    terms: Terms
    sealed: bool
    lock: str | None
    your_name: str
    role: Role
    starts_ms: int
    minutes: int
    circle: str
    may_enter: bool
    waits: bool
    over: bool
    type: Literal["guest"] = "guest"


def view_of_guest(
    group: Group, meeting: Meeting, guest: Guest, now_ms: int, *, overrun: int | None = None
) -> GuestView:
    """What this guest sees."""
    today = todays_meeting(group, now_ms, overrun)
    followed = today is not None and meeting.starts_ms < today.starts_ms
    over = followed or meeting.held is not None or meeting.may_be_entered_until_ms <= now_ms
    return GuestView(
        now_ms=now_ms,
        name=group.name,
        language=group.language,
        zone=group.zone,
        terms=group.terms,
        sealed=group.lock is not None,
        lock=group.lock,
        your_name=guest.name,
        role=guest.role,
        starts_ms=meeting.starts_ms,
        minutes=meeting.minutes,
        circle=circle_name(group, meeting),
        may_enter=meeting is today,
        waits=not over and meeting is not today and meeting.may_be_entered(now_ms),
        over=over,
    )
