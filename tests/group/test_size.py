"""A group stays small, however often more is asked of it: whatever reads it holds up every voice meanwhile."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from app.circle.replacing import replace
from app.group.cases import CASES_MAX
from app.group.commands import GroupCommand
from app.group.commands_attendance import AddInPerson, CorrectMeeting, PersonMinutes
from app.group.commands_dates import CancelMeeting, MoveMeeting, PlanDates
from app.group.commands_log import PARTS_MAX, AssignParts
from app.group.commands_people import PEOPLE_KEPT_MAX, AddPerson, ChangeRole, RemovePerson
from app.group.decide import decide_in_group
from app.group.group import Group
from app.group.meeting import Assigned, Held, LeaderPart, Mode
from app.group.person import PEOPLE_MAX, nameless
from app.group.reasons import GroupReason
from app.group.series import DATES_MAX, MEETINGS_MAX, DateRule
from app.store.group_codec import group_to_text
from tests.support.group_scene import FINN, FRIDA, MINUTE_MS, GroupScene, dates

BYTES_MAX = 700_000
"""As much as six years of weekly meetings have, each with sixteen people: read in some 10 ms."""

EVERY_PART = tuple(
    Assigned(person=person, part=LeaderPart.LEAD, case=case)
    for person in (FRIDA, FINN)
    for case in (None, *range(1, CASES_MAX + 1))
)


class Greedy(GroupScene):
    """Whatever is asked is asked for once more, whether it is refused or not."""

    def tries(self, command: GroupCommand) -> bool:
        outcome = decide_in_group(self.group, command, FRIDA, self.given)
        if isinstance(outcome, Group):
            self.group = outcome
        return isinstance(outcome, Group)


def plans_and_cancels(scene: Greedy, at: int) -> bool:
    """Dates years ahead; of each it is said who leads it, and then it is cancelled."""
    first = date(2030, 1, 1) + timedelta(days=at % 300)
    planned = scene.tries(PlanDates(first=first, at=time(18), rule=DateRule(count=DATES_MAX)))
    for meeting in scene.group.coming(scene.now_ms):
        scene.tries(AssignParts(meeting=meeting.number, parts=EVERY_PART * 7))
        scene.tries(AssignParts(meeting=meeting.number, parts=EVERY_PART))
        scene.tries(CancelMeeting(meeting=meeting.number))
    return planned


def plans_and_cancels_at_once(scene: Greedy, at: int) -> bool:
    """The same within minutes: what was cancelled is over, and kept for sixty days all the same."""
    begins = scene.given.zones["Europe/Berlin"].wall(scene.now_ms + MINUTE_MS)
    planned = scene.tries(PlanDates(first=begins.date(), at=begins.time()))
    scene.tries(CancelMeeting(meeting=scene.group.numbers))
    scene.after(minutes=1)
    return planned


def adds_in_person(scene: Greedy, at: int) -> bool:
    """A quarter of an hour each, with everybody there."""
    begins = timedelta(minutes=15 * at)
    present = tuple(PersonMinutes(person=person.number, minutes=15) for person in scene.group.members)
    on, hour = date(2026, 12, 22) + timedelta(days=begins.days), time(begins.seconds // 3600, begins.seconds // 60 % 60)
    added = scene.tries(AddInPerson(on=on, at=hour, minutes=15, cases=8, present=present))
    scene.tries(AssignParts(meeting=scene.group.numbers, parts=EVERY_PART))
    return added


def corrects_with_new_people(scene: Greedy, at: int) -> bool:
    """Somebody new, who was there, and who is taken out again: a number and their minutes stay."""
    if not scene.group.meetings:
        adds_in_person(scene, 0)
    added = scene.tries(AddPerson(name=f"New {at}"))
    new = scene.group.numbers
    told = (PersonMinutes(person=new, minutes=10),)
    noted = scene.tries(CorrectMeeting(meeting=scene.first(), minutes=told))
    scene.tries(RemovePerson(person=new))
    scene.forgets()
    return added and noted


ROUNDS: dict[Callable[[Greedy, int], bool], int] = {
    plans_and_cancels: 12,
    plans_and_cancels_at_once: 600,
    adds_in_person: 600,
    corrects_with_new_people: 100,
}
"""What is asked again and again, and how often."""


@pytest.mark.parametrize("asks", ROUNDS)
def test_however_often_it_is_asked_a_group_stays_small(asks: Callable[[Greedy, int], bool]) -> None:
    """G6: some of it is done, and then no more."""
    scene = Greedy(at="2027-01-04 12:00")
    done = [asks(scene, at) for at in range(ROUNDS[asks])]
    assert done[0]
    assert not done[-1]
    assert len(scene.group.meetings) <= MEETINGS_MAX
    size = len(group_to_text(scene.group))
    assert size < BYTES_MAX
    assert not asks(scene, len(done))
    assert len(group_to_text(scene.group)) <= size + 100


def test_a_group_with_as_many_meetings_as_are_kept_goes_on_with_those_it_has() -> None:
    """G6: what it has can be moved, cancelled and corrected; and it has room again once some are forgotten."""
    scene = GroupScene().plans("2027-01-12", count=2)
    [one, two] = scene.group.meetings
    held = Held(mode=Mode.IN_PERSON, began_ms=0, ended_ms=scene.now_ms, cases=1, present=())
    for number in range(9, 7 + MEETINGS_MAX):
        scene.group = scene.group.with_meeting(replace(one, number=number, starts_ms=0, held=held))
    scene.group = replace(scene.group, numbers=6 + MEETINGS_MAX)
    scene.refuses(FRIDA, dates("2027-02-01"), GroupReason.TOO_MANY_DATES)
    in_person = AddInPerson(on=date(2027, 1, 1), at=time(18), minutes=60, cases=1, present=())
    scene.refuses(FRIDA, in_person, GroupReason.TOO_MANY_DATES)
    scene.asks(FRIDA, MoveMeeting(meeting=one.number, on=date(2027, 1, 13), at=time(18)))
    scene.asks(FRIDA, CancelMeeting(meeting=two.number))
    scene.asks(FRIDA, CorrectMeeting(meeting=9, minutes=(PersonMinutes(person=FINN, minutes=10),)))
    scene.at("2027-04-12 12:00").forgets().asks(FRIDA, dates("2027-05-01"))


def test_what_a_leader_does_in_a_meeting_is_said_once_of_each_case() -> None:
    """G6, G18: and of no more than anybody holds; nothing of it stays with a meeting that is cancelled."""
    scene = GroupScene().plans("2027-01-12")
    twice = AssignParts(meeting=7, parts=(*EVERY_PART, EVERY_PART[0]))
    scene.refuses(FRIDA, twice, GroupReason.OUT_OF_BOUNDS)
    everybody = [FRIDA, FINN, 3, 4]
    for number in everybody[2:]:
        scene.asks(FRIDA, ChangeRole(person=number, leads=True))
    every = tuple(
        Assigned(person=person, part=LeaderPart.LEAD, case=case)
        for person in everybody
        for case in range(1, CASES_MAX + 1)
    )
    assert len(every) == PARTS_MAX
    more = (*every, Assigned(person=FRIDA, part=LeaderPart.LEAD))
    scene.refuses(FRIDA, AssignParts(meeting=7, parts=more), GroupReason.OUT_OF_BOUNDS)
    scene.asks(FRIDA, AssignParts(meeting=7, parts=every)).asks(FRIDA, CancelMeeting(meeting=7))
    assert scene.meeting(7).parts == ()


def test_people_who_have_left_and_whose_minutes_are_kept_are_not_without_number() -> None:
    """G6, G12"""
    scene = GroupScene()
    left = tuple(nameless(number) for number in range(PEOPLE_MAX, PEOPLE_KEPT_MAX + 10))
    scene.group = replace(scene.group, people=(*scene.group.people, *left), numbers=PEOPLE_KEPT_MAX + 10)
    scene.refuses(FRIDA, AddPerson(name="Nora"), GroupReason.OUT_OF_BOUNDS)
