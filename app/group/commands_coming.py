"""Commands about who comes to one date: the group's people, and guests whom they agree to."""

from dataclasses import dataclass
from typing import Literal

from app.circle.names import clean
from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.command_bases import EVERY_MEMBER, LEADERS, Given, OfMeeting, Subject, wrong_names
from app.group.group import Group
from app.group.meeting import Absence
from app.group.person import PEOPLE_MAX, Guest
from app.group.reasons import GroupReason
from app.group.today import guests_to_agree_to


@dataclass(frozen=True, slots=True, kw_only=True)
class SayComing(OfMeeting):
    """Say that you cannot come (`coming` false), or that you can after all, until the meeting begins.

    Whoever could not come before the date was moved may say either. Once people may be in the meeting, whoever comes
    after all agrees first to the guests who may be there by now. Whoever has entered it, and has not agreed to all of
    its guests, says no more that they cannot come: such a guest would come in beside them.
    """

    coming: bool
    type: Literal["say_coming"] = "say_coming"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        if over := self.over(group, given.now_ms):
            return over
        meeting = self.found(group)
        if self.coming and meeting.is_open(given.now_ms) and guests_to_agree_to(group, meeting, by):
            return GroupReason.AGREE_FIRST
        if not self.coming and by in meeting.entered and any(by not in guest.agreed for guest in meeting.guests):
            return GroupReason.IN_A_MEETING
        says_absent = by in meeting.absent
        return None if says_absent is self.coming or by in meeting.asked_again else GroupReason.ALREADY_SO

    def effect(self, group: Group, by: int, given: Given) -> Group:
        meeting = self.found(group)
        others = tuple(absence for absence in meeting.absences if absence.person != by)
        own = () if self.coming else (Absence(person=by, said_ms=given.now_ms),)
        again = tuple(number for number in meeting.asked_again if number != by)
        entered = meeting.entered if self.coming else tuple(number for number in meeting.entered if number != by)
        said = replace(meeting, absences=(*others, *own), asked_again=again, entered=entered)
        return group.with_meeting(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteGuest(OfMeeting):
    """Announce a guest (a member for once) or an observer of one meeting. The group's people agree, or do not."""

    name: str
    observes: bool = False
    type: Literal["invite_guest"] = "invite_guest"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if over := self.over(group, given.now_ms):
            return over
        meeting = self.found(group)
        if len(group.members) + len(meeting.guests) >= PEOPLE_MAX:
            return GroupReason.FULL
        taken = [person.name for person in group.members] + [guest.name for guest in meeting.guests]
        return wrong_names([self.name], taken) or self.in_use(group, given.now_ms)

    def effect(self, group: Group, by: int, given: Given) -> Group:
        meeting, number = self.found(group), group.numbers + 1
        role = Role.OBSERVER if self.observes else Role.MEMBER
        guest = Guest(number=number, name=clean(self.name), role=role, link=given.fresh, agreed=(by,))
        return replace(group, numbers=number).with_meeting(replace(meeting, guests=(*meeting.guests, guest)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawGuest(OfMeeting):
    """Announce a guest, or an observer, no longer. Their link stops working; their seat in a running meeting ends."""

    guest: int
    type: Literal["withdraw_guest"] = "withdraw_guest"
    roles = LEADERS
    about = Subject.DATES

    def unmet_precondition(self, group: Group, _by: int, _given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if meeting.cancelled or meeting.held is not None:
            return GroupReason.OVER
        return None if meeting.guest(self.guest) else GroupReason.NO_SUCH_PERSON

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        meeting = self.found(group)
        others = tuple(guest for guest in meeting.guests if guest.number != self.guest)
        return group.with_meeting(replace(meeting, guests=others))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeToGuest(OfMeeting):
    """Agree to a guest until the meeting's time, or take it back until people are in it.

    A guest comes in once all who come agree. Whoever had said that they cannot come, and comes after all, may agree to
    a guest who comes in without that later too, for as long as the meeting can be entered or its circle has not ended.
    """

    guest: int
    agrees: bool
    type: Literal["agree_to_guest"] = "agree_to_guest"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        late = self.agrees and (meeting.may_be_entered(given.now_ms) or meeting.awaited_circle is not None)
        if late and self.guest in guests_to_agree_to(group, meeting, by):
            return None
        if over := self.over(group, given.now_ms):
            return over
        guest = meeting.guest(self.guest)
        if guest is None:
            return GroupReason.NO_SUCH_PERSON
        if (by in guest.agreed) is self.agrees:
            return GroupReason.ALREADY_SO
        return None if self.agrees else self.in_use(group, given.now_ms)

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        meeting = self.found(group)
        guests = tuple(
            replace(guest, agreed=(*(n for n in guest.agreed if n != by), *((by,) if self.agrees else ())))
            if guest.number == self.guest
            else guest
            for guest in meeting.guests
        )
        return group.with_meeting(replace(meeting, guests=guests))


ComingCommand = SayComing | InviteGuest | WithdrawGuest | AgreeToGuest
