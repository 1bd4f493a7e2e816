"""Commands about the group's people."""

from dataclasses import dataclass
from typing import Literal

from app.circle.names import clean
from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.command_bases import EVERY_MEMBER, LEADERS, Given, OfPerson, Subject, wrong_names
from app.group.commands_erasure import agreed_alone, without_ask_alone, without_ask_of
from app.group.group import Group
from app.group.leaders_log import has_log
from app.group.person import PEOPLE_MAX, nameless
from app.group.reasons import GroupReason

ACCREDITATION_MAX = 120
PEOPLE_KEPT_MAX = 1000
"""People of one group in all, also those who have left and whose minutes are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Add a member, or one more leader. Their link is theirs from now on."""

    name: str
    leads: bool = False
    type: Literal["add_person"] = "add_person"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        seated = (each for each in group.meetings if each.is_coming(given.now_ms) or each.may_be_entered(given.now_ms))
        guests = max((len(meeting.guests) for meeting in seated), default=0)
        if len(group.members) + guests >= PEOPLE_MAX:
            return GroupReason.FULL
        if len(group.people) >= PEOPLE_KEPT_MAX:
            return GroupReason.OUT_OF_BOUNDS
        return wrong_names([self.name], [person.name for person in group.members])

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        role = Role.FACILITATOR if self.leads else Role.MEMBER
        return without_ask_alone(group).with_people(((clean(self.name), role),), given.fresh, given.now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamePerson(OfPerson):
    """Write somebody's name anew."""

    name: str
    type: Literal["rename_person"] = "rename_person"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, group: Group, _by: int, _given: Given) -> GroupReason | None:
        return wrong_names([self.name], [person.name for person in group.members if person.number != self.person])

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        return group.with_person(replace(self.meant(group), name=clean(self.name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRole(OfPerson):
    """Let a member lead from now on, or a leader be a member: their parts in meetings to come end with that."""

    leads: bool
    type: Literal["change_role"] = "change_role"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, group: Group, _by: int, _given: Given) -> GroupReason | None:
        if self.meant(group).leads is self.leads:
            return GroupReason.ALREADY_SO
        return GroupReason.LAST_LEADER if not self.leads and len(group.leaders) == 1 else None

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        role = Role.FACILITATOR if self.leads else Role.MEMBER
        group = group.with_person(replace(self.meant(group), role=role))
        return group if self.leads else _without_parts_to_come(without_ask_of(group, self.person), self.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePerson(OfPerson):
    """Take somebody out of the group: their links stop working and their name goes. Their minutes stay, nameless.

    In a meeting that is running they have no seat any more; a case that they present ends with care.
    """

    type: Literal["remove_person"] = "remove_person"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, group: Group, _by: int, _given: Given) -> GroupReason | None:
        return GroupReason.LAST_LEADER if is_last_leader(group, self.person) else None

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        return agreed_alone(without(group, self.person), given.now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveGroup:
    """Leave: your name is taken out, and your links stop working. Your minutes stay, nameless."""

    type: Literal["leave_group"] = "leave_group"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        return GroupReason.LAST_LEADER if is_last_leader(group, by) else None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        return agreed_alone(without(group, by), given.now_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAccreditation:
    """What stands beside your name on certificates: a leader's accreditation, also of one who leads no more."""

    words: str
    type: Literal["note_accreditation"] = "note_accreditation"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        if not has_log(group, by):
            return GroupReason.NOT_YOURS
        return GroupReason.OUT_OF_BOUNDS if len(clean(self.words)) > ACCREDITATION_MAX else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        return group.with_person(replace(group.one(by), accreditation=clean(self.words)))


PeopleCommand = AddPerson | RenamePerson | ChangeRole | RemovePerson | LeaveGroup | NoteAccreditation


def is_last_leader(group: Group, number: int) -> bool:
    """Whether nobody else leads the group."""
    return [person.number for person in group.leaders] == [number]


def _without_parts_to_come(group: Group, number: int) -> Group:
    """What they did in meetings that were opened stays as it was."""
    for meeting in group.meetings:
        parts = tuple(part for part in meeting.parts if part.person != number)
        if parts != meeting.parts and meeting.circle is None and meeting.held is None:
            group = group.with_meeting(replace(meeting, parts=parts))
    return group


def without(group: Group, number: int) -> Group:
    """The group once this person has left it: of them a number stays, and their minutes."""
    group = without_ask_of(group, number).with_person(nameless(number))
    for meeting in group.meetings:
        absences = tuple(absence for absence in meeting.absences if absence.person != number)
        again = tuple(each for each in meeting.asked_again if each != number)
        parts = tuple(part for part in meeting.parts if part.person != number)
        guests = tuple(replace(g, agreed=tuple(n for n in g.agreed if n != number)) for g in meeting.guests)
        held = meeting.held
        if held is not None:
            supervision = tuple(note for note in held.supervision if note.person != number)
            present = tuple(
                replace(e, role=meeting.role_of(number, e.role)) if e.person == number else e for e in held.present
            )
            held = replace(held, supervision=supervision, present=present)
        stays = replace(meeting, absences=absences, asked_again=again, parts=parts, guests=guests, held=held)
        if stays != meeting:
            group = group.with_meeting(stays)
    return group
