"""Commands about what leaders did in a meeting, for their own log: their parts, and their supervision."""

from dataclasses import dataclass
from typing import Literal

from app.circle.names import clean
from app.circle.replacing import replace
from app.group.cases import CASES_MAX
from app.group.command_bases import EVERY_MEMBER, LEADERS, Given, OfMeeting, Subject
from app.group.group import Group
from app.group.leaders_log import is_in_log, note_of
from app.group.meeting import Assigned, Supervision, held_of
from app.group.reasons import GroupReason

SUPERVISION_MAX = 120
PARTS_MAX = 4 * CASES_MAX
"""Parts of one meeting: of four leaders in each of its cases, or of sixteen in all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignParts(OfMeeting):
    """Say what each leader does in this meeting, or in one case of it, or afterwards what they did.

    `parts` are all of them anew; of whoever leads no more what they did stays.
    """

    parts: tuple[Assigned, ...]
    type: Literal["assign_parts"] = "assign_parts"
    roles = LEADERS
    about = Subject.ATTENDANCE

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        meeting = self.found(group)
        if meeting.cancelled:
            return GroupReason.OVER
        if meeting.held is not None and not meeting.held.may_be_corrected(given.now_ms):
            return GroupReason.TOO_LATE
        once = {(part.person, part.case) for part in self.parts}
        cases = {case for _, case in once} - {None}
        bounds = (len(once) == len(self.parts), cases <= set(range(1, CASES_MAX + 1)))
        if not all(bounds) or len(self._parts(group)) > PARTS_MAX:
            return GroupReason.OUT_OF_BOUNDS
        leaders = {person.number for person in group.leaders}
        if not all(part.person in leaders for part in self.parts):
            return GroupReason.NO_SUCH_PERSON
        if self._parts(group) == meeting.parts:
            return GroupReason.ALREADY_SO
        return GroupReason.IN_A_MEETING if meeting.awaited_circle is not None else None

    def effect(self, group: Group, _by: int, _given: Given) -> Group:
        return group.with_meeting(replace(self.found(group), parts=self._parts(group)))

    def _parts(self, group: Group) -> tuple[Assigned, ...]:
        leaders = {person.number for person in group.leaders}
        others = tuple(part for part in self.found(group).parts if part.person not in leaders)
        return (*others, *self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSupervision(OfMeeting):
    """Note the supervision of your leading in this meeting, which stands in your own log. Empty: none."""

    words: str
    type: Literal["note_supervision"] = "note_supervision"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, group: Group, by: int, _given: Given) -> GroupReason | None:
        meeting, words = self.found(group), clean(self.words)
        if meeting.held is None:
            return GroupReason.NOT_HELD
        if note_of(meeting, by) is None or (words and not is_in_log(meeting, by)):
            return GroupReason.NOT_LED
        return GroupReason.OUT_OF_BOUNDS if len(words) > SUPERVISION_MAX else None

    def effect(self, group: Group, by: int, _given: Given) -> Group:
        meeting = self.found(group)
        held, words = held_of(meeting), clean(self.words)
        others = tuple(note for note in held.supervision if note.person != by)
        own = (Supervision(person=by, words=words),) if words else ()
        return group.with_meeting(replace(meeting, held=replace(held, supervision=(*others, *own))))


LogCommand = AssignParts | NoteSupervision
