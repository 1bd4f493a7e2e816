"""What becomes of a group when somebody asks something: the next document, or a refusal that changes nothing."""

from app.circle.names import clean
from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.command_bases import Given, OfMeeting, OfPerson, Subject, wrong_names
from app.group.commands import GroupCommand
from app.group.commands_coming import SayComing
from app.group.commands_frame import cleaned, wrong_frame
from app.group.group import EDITS_MAX, Edit, Group
from app.group.meeting import Meeting
from app.group.person import PEOPLE_MAX
from app.group.reasons import GroupReason, GroupRefused
from app.group.terms import Terms
from app.group.today import expected_at

NamesAndRoles = tuple[tuple[str, Role], ...]


def open_group(
    name: str,
    zone: str,
    terms: Terms,
    people: NamesAndRoles,
    given: Given,
    lock: str | None = None,
    language: str = "en",
) -> Group | GroupRefused:
    """A new group of these people; each is asked whether they accept its frame.

    Of what is random one half names the group in calendars, and the other is in its links.
    """
    half = len(given.fresh) // 2
    uid, fresh = given.fresh[:half], given.fresh[half:]
    if reason := wrong_frame(name, terms) or wrong_names([each for each, _ in people], []):
        return GroupRefused(reason)
    if zone not in given.zones:
        return GroupRefused(GroupReason.NO_SUCH_ZONE)
    if language not in given.languages:
        return GroupRefused(GroupReason.OUT_OF_BOUNDS)
    if not all(role in {Role.FACILITATOR, Role.MEMBER} for _, role in people):
        return GroupRefused(GroupReason.OUT_OF_BOUNDS)
    if Role.FACILITATOR not in {role for _, role in people}:
        return GroupRefused(GroupReason.LAST_LEADER)
    if len(people) > PEOPLE_MAX:
        return GroupRefused(GroupReason.FULL)
    group = Group(
        version=1,
        opened_ms=given.now_ms,
        uid=uid,
        name=clean(name),
        zone=zone,
        terms=cleaned(terms),
        lock=lock,
        language=language,
    )
    return group.with_people(tuple((clean(each), role) for each, role in people), fresh, given.now_ms)


def decide_in_group(
    group: Group, command: GroupCommand, by: int, given: Given, seen: int | None = None
) -> Group | GroupRefused:
    """The group after this person has asked this. `seen` is the version that they were looking at.

    `given.zones` has the group's own zone, and those that the command names if there are such. `seen` None: they have
    seen the newest.
    """
    refused = group_refusal(group, command, by, given, group.version if seen is None else seen)
    if refused is not None:
        return refused
    return _few_told(group, _noted(command.effect(group, by, given), command, by, given.now_ms), given.now_ms)


def group_refusal(group: Group, command: GroupCommand, by: int, given: Given, seen: int) -> GroupRefused | None:
    """Why this person may not do this now, or None where they may."""
    person = group.person(by)
    if person is None or person.role not in command.roles:
        return GroupRefused(GroupReason.NOT_YOURS)
    if isinstance(command, OfMeeting) and group.meeting(command.meeting) is None:
        return GroupRefused(GroupReason.NO_SUCH_MEETING)
    if isinstance(command, OfPerson) and group.person(command.person) is None:
        return GroupRefused(GroupReason.NO_SUCH_PERSON)
    if command.about is not None and (missed := _missed(group, command.about, by, seen)):
        return GroupRefused(GroupReason.STALE, missed)
    if isinstance(command, SayComing):
        missed = _moves_missed(group, command.meeting, by, seen)
        if missed or _moves_forgotten(group, command.found(group), seen):
            return GroupRefused(GroupReason.STALE, missed)
    reason = command.unmet_precondition(group, by, given)
    return GroupRefused(reason) if reason else None


def _missed(group: Group, about: Subject, by: int, seen: int) -> tuple[Edit, ...]:
    """What other leaders have changed of it since that version; all there is, where that is too long ago to tell."""
    new = [edit for edit in group.edits if edit.version > seen]
    if len(new) == EDITS_MAX:
        return tuple(new)
    return tuple(edit for edit in new if _changes(edit, about) and edit.by != by)


def _changes(edit: Edit, about: Subject) -> bool:
    """Whether this edit changed something of that. A new plan makes dates longer or shorter, too (G5)."""
    return edit.about == about or (about is Subject.DATES and edit.what == "change_frame")


def _moves_missed(group: Group, meeting: int, by: int, seen: int) -> tuple[Edit, ...]:
    """By what this date was moved since that version, so that one has said of another time whether one comes (G36).

    Whose edit it was is left out: members may say so too (G1).
    """
    moves = {("move_meeting", meeting), ("change_zone", None)}
    new = (edit for edit in group.edits if edit.version > seen and edit.by != by)
    return tuple(replace(edit, by=0) for edit in new if (edit.what, edit.number) in moves)


def _moves_forgotten(group: Group, meeting: Meeting, seen: int) -> bool:
    """Whether it cannot be told any more if this date was moved since that version: the edits of then are not kept.

    Where they are, whoever has seen the date has seen the oldest one: it is no later than that by which it was planned.
    """
    return meeting.sequence > 0 and bool(group.edits) and seen < group.edits[0].version


def _number_of(command: GroupCommand) -> int | None:
    """Which meeting, or person, this command is about."""
    if isinstance(command, OfMeeting):
        return command.meeting
    return command.person if isinstance(command, OfPerson) else None


def _few_told(before: Group, after: Group, now_ms: int) -> Group:
    """Of each date to come it is told once that fewer are expected than the group meets with, if they were enough."""
    for meeting in after.coming(now_ms):
        was = before.meeting(meeting.number)
        if was is None or meeting.few_told or expected_at(after, meeting) >= after.terms.quorum:
            continue
        if expected_at(before, was) >= before.terms.quorum:
            after = after.with_meeting(replace(meeting, few_told=True))
    return after


def _noted(group: Group, command: GroupCommand, by: int, now_ms: int) -> Group:
    version = group.version + 1
    if command.about is None:
        return replace(group, version=version)
    number = _number_of(command)
    edit = Edit(version=version, at_ms=now_ms, by=by, what=command.type, about=command.about, number=number)
    return replace(group, version=version, edits=(*group.edits, edit)[-EDITS_MAX:])
