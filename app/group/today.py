"""The meeting that can be entered now, and who gets which seat in its circle."""

from collections.abc import Collection
from dataclasses import dataclass

from app.circle.phases import Role
from app.circle.replacing import replace
from app.circle.seats import Announced
from app.group.group import Group
from app.group.meeting import Meeting
from app.group.person import Guest
from app.group.reasons import GroupReason, GroupRefused

_ORDER = (Role.FACILITATOR, Role.MEMBER, Role.OBSERVER)
"""The order in which a circle's seats are invited."""


def todays_meeting(group: Group, now_ms: int, overrun: int | None = None) -> Meeting | None:
    """The meeting that can be entered now. Of two that follow one another closely the one whose time has come, unless
    people are still in the one before: `overrun` is its number (`may_overrun`).
    """
    open_now = [meeting for meeting in group.meetings if meeting.may_be_entered(now_ms)]
    still = [meeting for meeting in group.meetings if meeting.number == overrun]
    not_over = [meeting for meeting in open_now if now_ms < meeting.ends_ms]
    return next(iter((*still, *not_over, *reversed(open_now))), None)


def may_overrun(group: Group, number: int, now_ms: int) -> tuple[Meeting, ...]:
    """The meetings past their planned end whose circle has not ended, where another one can be entered by now.

    Where none can, a leader may enter those that are over for all others: nothing is noted of them before they end.
    """
    late = [meeting for meeting in group.awaiting if meeting.ends_ms <= now_ms]
    open_now = [meeting for meeting in group.meetings if meeting.may_be_entered(now_ms)]
    if not open_now:
        return tuple(late) if number in {leader.number for leader in group.leaders} else ()
    return tuple(meeting for meeting in late if meeting in open_now) if len(open_now) > 1 else ()


def seat_roles(group: Group, meeting: Meeting) -> tuple[tuple[int, Role], ...]:
    """Who gets a seat in this meeting's circle, by number, and as what: seat 1 first. A guest's may stay empty."""
    people = [(person.number, meeting.role_of(person.number, person.role)) for person in group.members]
    guests = [(guest.number, guest.role) for guest in meeting.guests]
    return tuple(sorted((*people, *guests), key=lambda each: _ORDER.index(each[1])))


def is_agreed(group: Group, meeting: Meeting, guest: Guest) -> bool:
    """Whether everybody who comes to the meeting has agreed to this guest. Whoever has no seat in it does not come."""
    come = set(_seated(group, meeting)).difference(meeting.absent)
    return all(person.number in guest.agreed for person in group.members if person.number in come)


def guests_to_agree_to(group: Group, meeting: Meeting, number: int) -> tuple[int, ...]:
    """The guests, by number, who come in although this person has not agreed to them.

    So it is for whoever had said that they cannot come: the others agreed without them.
    """
    others = (guest for guest in meeting.guests if number not in guest.agreed)
    return tuple(guest.number for guest in others if is_agreed(group, meeting, guest))


def announced_observers(group: Group, meeting: Meeting) -> tuple[Announced, ...]:
    """The observers of this meeting's circle who are announced, and who has agreed to them when it is opened."""
    seat_of = {number: seat for seat, (number, _) in enumerate(seat_roles(group, meeting), start=1)}
    return tuple(
        Announced(
            seat=seat_of[guest.number],
            name=guest.name,
            agreed=tuple(sorted(seat_of[number] for number in guest.agreed if number in seat_of)),
        )
        for guest in meeting.guests
        if guest.role is Role.OBSERVER
    )


def expected_at(group: Group, meeting: Meeting) -> int:
    """How many come to it as far as they have said, guests to whom all have agreed too."""
    agreed = [guest for guest in meeting.guests if is_agreed(group, meeting, guest)]
    return len(group.members) - len(meeting.absent) + len(agreed)


def circle_name(group: Group, meeting: Meeting) -> str:
    """What a meeting is called where the keys of its circle are made. The same for ever, and another for each."""
    return f"{group.uid}/{meeting.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLock:
    """The lock that somebody comes with, and the meeting that it was made for, by its `circle_name`, if they say so."""

    lock: str | None = None
    circle: str | None = None

    def is_of_another(self, group: Group, meeting: Meeting) -> bool:
        """Whether they mean another meeting than this one."""
        return self.circle is not None and self.circle != circle_name(group, meeting)

    def is_shut_out(self, meeting: Meeting) -> bool:
        """Whether this meeting's circle was opened under another lock."""
        return meeting.circle is not None and self.lock != meeting.lock


def entering_refused(group: Group, meeting: Meeting, number: int, key: MeetingLock) -> GroupRefused | None:
    """Why this person, or guest, cannot enter this meeting, which is today's."""
    person = group.person(number)
    if person is not None and person.accepted != group.terms_number:
        return GroupRefused(GroupReason.NOT_ACCEPTED)
    if (group.lock is None) is not (key.lock is None) or key.is_shut_out(meeting) or key.is_of_another(group, meeting):
        return GroupRefused(GroupReason.OTHER_KEY)
    kept_out = [guest.number for guest in meeting.guests if not is_agreed(group, meeting, guest)]
    roles = {role for each, role in seat_roles(group, meeting) if each not in kept_out}
    if meeting.circle is None and not {Role.FACILITATOR, Role.MEMBER} <= roles:
        return GroupRefused(GroupReason.TOO_FEW)
    if number in kept_out:
        return GroupRefused(GroupReason.NOT_CONSENTED)
    if number not in _seated(group, meeting):
        return GroupRefused(GroupReason.NO_SEAT)
    asked_first = person is not None and guests_to_agree_to(group, meeting, number)
    return GroupRefused(GroupReason.AGREE_FIRST) if asked_first else None


def may_open_anew(group: Group, meeting: Meeting, number: int, key: MeetingLock) -> bool:
    """Whether a circle that was opened for this meeting under another lock may give way to this person's.

    Anybody can make up a lock, and nobody but who has the key can tell. So facilitators may, who name the meeting.
    """
    person = group.person(number)
    sealed = None not in (group.lock, key.lock)
    return (
        person is not None
        and person.leads
        and sealed
        and key.is_shut_out(meeting)
        and key.circle == circle_name(group, meeting)
    )


def with_circle(group: Group, meeting: Meeting, circle: str, lock: str | None) -> Group:
    """The group once this circle is opened for its meeting."""
    seats = tuple(number for number, _ in seat_roles(group, meeting))
    opened = replace(meeting.unopened, circle=circle, seats=seats, lock=lock)
    return replace(group, version=group.version + 1).with_meeting(opened)


def without_circles(group: Group) -> Group:
    """The group as it is once the circles it waits for have ended and leave nothing."""
    for meeting in group.awaiting:
        group = group.with_meeting(meeting.unopened)
    return group


def with_entered(group: Group, meeting: Meeting, number: int) -> Group:
    """The group once this person, who has not been yet, is let in to the meeting's circle: they come, whatever they had
    said (G13).
    """
    absences = tuple(absence for absence in meeting.absences if absence.person != number)
    let_in = replace(meeting, absences=absences, entered=(*meeting.entered, number))
    return replace(group, version=group.version + 1).with_meeting(let_in)


def with_links_renewed(group: Group, numbers: Collection[int]) -> Group:
    """The group once the links of these people are renewed: in circles that run, the old ones count no more."""
    for meeting in group.awaiting:
        if not set(numbers).isdisjoint(meeting.seats):
            renewals = tuple(meeting.renewals_of(each) + (each in numbers) for each in meeting.seats)
            group = group.with_meeting(replace(meeting, renewals=renewals))
    return group


def still_invited(group: Group, meeting: Meeting) -> tuple[int | None, ...]:
    """For each seat of its circle how often its person's link was renewed; None where they belong to it no more."""
    belong = {person.number for person in group.members} | {guest.number for guest in meeting.guests}
    return tuple(meeting.renewals_of(number) if number in belong else None for number in meeting.seats)


def _seated(group: Group, meeting: Meeting) -> tuple[int, ...]:
    """Who has a seat in this meeting's circle, or will have if it is opened now."""
    return meeting.seats or tuple(number for number, _ in seat_roles(group, meeting))
