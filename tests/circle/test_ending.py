"""The end, and what is kept."""

import dataclasses
import typing

import pytest

from app.circle import commands as c
from app.circle import events as e
from app.circle.decide import lost_connections, react
from app.circle.evolve import evolve, replay
from app.circle.frame import Frame
from app.circle.hearing import may_be_heard
from app.circle.notices import Arrived, CalledOff, TimeUp, ToldToEnd
from app.circle.phases import Phase, Role
from app.circle.reasons import Reason
from app.circle.record import Attendance, Record, record_of
from app.circle.timing import (
    ABANDONED_AFTER_MS,
    NEVER_BEGUN_AFTER_MS,
    TRIED_MS,
    UNUSED_AFTER_MS,
    ends_by_itself_ms,
)
from app.circle.units import HOUR_MS
from tests.support.clock import START_MS
from tests.support.scene import FINN, FRIDA, MAX, MIA, MINUTE_MS, OLGA, PIET, Scene, everybody_here, piet_presents


def test_an_ended_circle_allows_nothing_but_leaving() -> None:
    """E1"""
    scene = everybody_here().asks(FRIDA, c.EndCircle(seen=0))
    assert scene.view(FRIDA).you.can == ("leave",)
    assert scene.refuses(FRIDA, c.NextStep(seen=0)) is Reason.ENDED
    assert scene.asks(MIA, c.Leave()).circle.phase is Phase.ENDED


def test_an_ended_circle_waits_for_no_leader() -> None:
    """E1, S8: of who is still there when all of them have left, nobody is told that it holds."""
    scene = piet_presents().asks(FRIDA, c.EndCircle(seen=4)).asks(FRIDA, c.Leave()).asks(FINN, c.Leave())
    assert not scene.view(MIA).unled
    assert not scene.circle.held


def test_the_record_is_phase_times_and_attendance() -> None:
    """E2"""
    scene = Scene().arrive(FRIDA, PIET).after(5).next().after(3).loses(PIET).after(1)
    record = record_of(scene.asks(FRIDA, c.EndCircle(seen=1)).circle, scene.now_ms + 99)
    assert [(t.phase, t.began_ms, t.ended_ms) for t in record.phase_times] == [
        (Phase.GATHERING, START_MS, START_MS + 5 * MINUTE_MS),
        (Phase.OPENING, START_MS + 5 * MINUTE_MS, START_MS + 9 * MINUTE_MS),
    ]
    assert record.attendance == (
        Attendance(
            name="Frida",
            role=Role.FACILITATOR,
            came_ms=START_MS,
            left_ms=START_MS + 9 * MINUTE_MS,
            present_ms=9 * MINUTE_MS,
            meeting_ms=4 * MINUTE_MS,
            seat=FRIDA,
        ),
        Attendance(
            name="Piet",
            role=Role.MEMBER,
            came_ms=START_MS,
            left_ms=START_MS + 8 * MINUTE_MS,
            present_ms=8 * MINUTE_MS,
            meeting_ms=3 * MINUTE_MS,
            seat=PIET,
        ),
    )


def test_of_a_step_that_was_tried_before_any_case_nothing_is_kept() -> None:
    """E4, E8: gone back to the gathering, the meeting has not begun. After a case it has."""
    scene = everybody_here().after(1).next().after(2).asks(FRIDA, c.GoBack(seen=1)).after(7)
    record = record_of(scene.circle, scene.now_ms)
    assert [(t.phase, t.began_ms, t.ended_ms) for t in record.phase_times] == [
        (Phase.GATHERING, START_MS, START_MS + 10 * MINUTE_MS),
    ]
    assert {attended.meeting_ms for attended in record.attendance} == {0}
    assert scene.next().circle.began_ms == START_MS + 10 * MINUTE_MS
    went_back(piet_presents(Phase.PRESENTATION), loses=False)


def went_back(scene: Scene, *, loses: bool) -> None:
    """Frida goes back to the gathering: what was before is lost, or stays in the record."""
    before = record_of(scene.circle, scene.now_ms)
    scene.asks(FRIDA, c.SkipTo(step=0, seen=scene.circle.step))
    after = record_of(scene.circle, scene.now_ms)
    assert scene.circle.phase is Phase.GATHERING
    assert scene.circle.begun is not loses
    assert (after.phase_times[:-1], after.attendance) == (before.phase_times, before.attendance) or loses
    assert not loses or {attended.meeting_ms for attended in after.attendance} == {0}


def test_a_meeting_in_which_nobody_had_a_case_loses_nothing_by_a_way_back() -> None:
    """E4, E8: one that ran so long was no trial, wherever it had come to."""
    went_back(everybody_here().after(5).next().after(4).next().after(25), loses=False)
    scene = everybody_here().after(5).next().after(40)
    closing = [step.phase for step in scene.circle.plan].index(Phase.CLOSING)
    scene.asks(FRIDA, c.SkipTo(step=closing, seen=scene.circle.step)).after(5).next().after(3)
    went_back(scene, loses=False)


def test_a_trial_is_what_no_member_was_there_for_five_minutes_of() -> None:
    """E4: who waits for somebody late keeps their minutes; facilitators look at the steps for as long as they like."""
    assert TRIED_MS == 5 * MINUTE_MS
    went_back(everybody_here().next().after(3).next().after(1.9), loses=True)
    went_back(everybody_here().next().after(3).next().after(2), loses=False)
    went_back(Scene().arrive(FRIDA, FINN).next().after(60), loses=True)
    went_back(Scene().arrive(FRIDA, MIA).next().after(4).asks(MIA, c.Leave()).after(20), loses=True)


def test_whoever_runs_the_server_may_end_it_whoever_is_there() -> None:
    """E9"""
    circle = everybody_here().circle
    [ended] = react(circle, ToldToEnd(), START_MS + 5)
    assert ended == e.CircleEnded(at_ms=START_MS + 5)
    assert may_be_heard(evolve(circle, ended)) == frozenset()
    assert react(evolve(circle, ended), ToldToEnd(), START_MS + 6) == ()


@pytest.mark.parametrize(
    ("scene", "by_anybody", "by_leaders"),
    [
        (Scene(), True, True),
        (Scene().arrive(MIA), False, True),
        (Scene().arrive(FRIDA, MIA), False, False),
        (Scene(knocking=True).knocks(MIA), False, True),
        (Scene().arrive(FRIDA).loses(FRIDA).after(1.9), False, False),
        (Scene().arrive(FRIDA).loses(FRIDA).after(2), True, True),
        (Scene().arrive(MIA).loses(MIA).after(2).notices(Arrived(seat=MIA, name="Max")), False, True),
        (Scene().arrive(FRIDA).next().loses(FRIDA).after(3), False, False),
        (Scene().arrive(FRIDA).next().asks(FRIDA, c.GoBack(seen=1)).loses(FRIDA).after(3), True, True),
    ],
    ids=["nobody", "a member", "a leader", "at the door", "lost", "lost long", "claims a seat", "begun", "only tried"],
)
def test_a_group_ends_a_circle_only_where_nobody_is_put_out(scene: Scene, by_anybody: bool, by_leaders: bool) -> None:
    """E4, G5, G14: nobody at all is there, or no facilitator."""
    for unless, ends in ((None, by_anybody), (Role.FACILITATOR, by_leaders)):
        called_off = react(scene.circle, CalledOff(unless=unless), scene.now_ms)
        assert called_off == ((e.CircleEnded(at_ms=scene.now_ms),) if ends else ())


def test_the_record_does_not_say_who_presented() -> None:
    """E2"""
    scene = piet_presents(Phase.REFLECTION)
    record = record_of(scene.asks(FRIDA, c.EndCircle(seen=scene.circle.step)).circle, scene.now_ms)
    assert {a.name: a.role for a in record.attendance}["Piet"] is Role.MEMBER
    assert {f.name for f in dataclasses.fields(Record)} == {
        "title", "opened_ms", "ended_ms", "phase_times", "attendance",
    }  # fmt: skip


def test_the_record_is_shown_to_leaders_before_it_is_kept() -> None:
    """E7: while the circle lingers, to leaders alone, and it is what will be kept."""
    scene = piet_presents(Phase.CLOSING)
    assert scene.leading().record is None
    scene.next()
    shown = scene.leading().record
    assert shown == record_of(scene.circle, scene.now_ms)
    assert scene.view(MIA).leading is None
    ended = scene.asks(FRIDA, c.EndCircle(seen=scene.circle.step))
    assert record_of(ended.circle, ended.now_ms) == shown


def present(scene: Scene) -> list[tuple[str, int]]:
    """Everybody in the record if the circle ended now, with their minutes."""
    return [(a.name, (a.present_ms or 0) // MINUTE_MS) for a in record_of(scene.circle, scene.now_ms).attendance]


def test_attendance_is_the_time_somebody_was_there() -> None:
    """E8: lost for 20 minutes and left for 30 of 70, Mia was there for 20."""
    scene = Scene().arrive(FRIDA, MIA).after(5).loses(MIA).after(20).returns(MIA).after(10)
    scene.asks(MIA, c.Leave()).after(30).arrive(MIA).after(5)
    assert present(scene) == [("Frida", 70), ("Mia", 20)]
    mia = record_of(scene.circle, scene.now_ms).attendance[1]
    assert (mia.came_ms, mia.left_ms) == (START_MS, scene.now_ms)


def test_coming_again_while_one_is_here_counts_no_time_twice() -> None:
    """E8: by a second device."""
    scene = Scene().arrive(MIA).after(5).knocks(MIA).asks(MIA, c.AllowOtherDevice()).after(5)
    assert present(scene) == [("Mia", 10)]


def test_two_people_on_one_seat_are_two() -> None:
    """E8: whether the first had left, or was still there when another was let in."""
    scene = Scene().arrive(FRIDA).notices(Arrived(seat=MIA, name="Mia")).after(7).asks(MIA, c.Leave()).after(3)
    scene.notices(Arrived(seat=MIA, name="Maja")).asks(FRIDA, c.Admit(seat=MIA)).after(1)
    scene.notices(Arrived(seat=MIA, name="Mia")).after(1).notices(TimeUp()).asks(FRIDA, c.Admit(seat=MIA)).after(4)
    assert present(scene) == [("Frida", 16), ("Mia", 11), ("Maja", 2)]


def test_two_seats_of_one_name_are_two_people() -> None:
    """E8"""
    scene = Scene().notices(Arrived(seat=MIA, name="Anna")).after(3).notices(Arrived(seat=MAX, name="Anna")).after(2)
    assert present(scene) == [("Anna", 5), ("Anna", 2)]


def test_at_the_door_nobody_is_there_yet() -> None:
    """E8: nor any more; somebody else who then knocks is another person."""
    scene = Scene(knocking=True).arrive(FRIDA).knocks(MIA).after(4).asks(FRIDA, c.Admit(seat=MIA)).after(6)
    scene.asks(FRIDA, c.SendToDoor(seat=MIA)).after(9)
    assert present(scene) == [("Frida", 19), ("Mia", 6)]
    scene.loses(MIA).notices(Arrived(seat=MIA, name="Maja")).asks(FRIDA, c.Admit(seat=MIA)).after(1)
    assert present(scene) == [("Frida", 20), ("Mia", 6), ("Maja", 1)]


def test_of_a_server_that_stopped_nothing_is_counted_that_it_did_not_keep() -> None:
    """E8, S4: it stood still for hours, and was taken up after that."""
    scene = Scene().arrive(FRIDA, MIA).after(5).next().after(600)
    for lost in lost_connections(scene.circle, scene.circle.latest_ms):
        scene.notices(lost)
    assert present(scene.returns(MIA).after(2)) == [("Frida", 5), ("Mia", 7)]


@pytest.mark.parametrize(("of_a_group", "minutes"), [(True, 5), (False, 15)])
def test_of_a_groups_meeting_it_does_not_count_who_comes_back_when_it_was_over(of_a_group: bool, minutes: int) -> None:
    """E8, G25: any other may have been tried in the morning, and is held in the evening."""
    scene = Scene()
    scene.circle = dataclasses.replace(scene.circle, notes_presence=of_a_group)
    scene.arrive(FRIDA, MIA).next().after(5).loses(FRIDA).loses(MIA)
    scene.after(120).returns(FRIDA).returns(MIA).after(10)
    assert present(scene) == [("Frida", minutes), ("Mia", minutes)]


@pytest.mark.parametrize(("of_a_group", "minutes"), [(True, 20), (False, 45)])
def test_of_a_groups_meeting_it_does_not_count_when_one_is_left_alone(of_a_group: bool, minutes: int) -> None:
    """E7, G25: a facilitator goes on through its steps by themselves, and reads what the group will keep."""
    scene = Scene()
    scene.circle = dataclasses.replace(scene.circle, notes_presence=of_a_group)
    scene.arrive(FRIDA, MIA).next().after(20).loses(MIA).after(25)
    attendance = record_of(scene.circle, scene.now_ms).attendance
    in_meeting = {person.name: (person.meeting_ms or 0) // MINUTE_MS for person in attendance}
    assert in_meeting == {"Frida": minutes, "Mia": 20}


def test_nobody_was_left_with_whoever_comes_when_all_have_gone_from_a_groups_meeting() -> None:
    """E7, G25: Frida was alone for four minutes, and the group keeps none of them; Finn only comes to end it."""
    scene = Scene()
    scene.circle = dataclasses.replace(scene.circle, notes_presence=True)
    scene.arrive(FRIDA, MIA).next().after(20).loses(MIA).after(4).loses(FRIDA).after(10).arrive(FINN).after(5)
    attendance = record_of(scene.circle, scene.now_ms).attendance
    in_meeting = {person.name: (person.meeting_ms or 0) // MINUTE_MS for person in attendance}
    assert in_meeting == {"Frida": 20, "Mia": 20, "Finn": 0}


def test_of_a_groups_meeting_it_is_noted_each_minute_that_people_are_there() -> None:
    """G25, E8: in the very moment at which it is due, and from then on anew."""
    scene = everybody_here().next()
    scene.circle = dataclasses.replace(scene.circle, notes_presence=True)
    began_ms = scene.now_ms
    for minute in (1, 2):
        assert scene.wakes().log[-1] == e.PresenceNoted(at_ms=began_ms + minute * MINUTE_MS)
    scene.passes(0.9)
    assert scene.log[-1].at_ms == began_ms + 2 * MINUTE_MS


def test_no_event_has_a_field_for_words() -> None:
    """E3: the only texts in any event are the circle's title and sentence and a person's name."""
    texts = {
        (event.__name__, field.name)
        for event in typing.get_args(e.Event)
        for field in dataclasses.fields(event)
        if field.name != "type" and field.type in (str, "str")
    }
    assert texts == {("CircleOpened", "title"), ("Entered", "name"), ("Knocked", "name")}
    assert {f.name for f in dataclasses.fields(Frame) if f.type in (str, "str")} == {"sentence"}


def test_a_begun_meeting_that_stands_empty_ends_by_itself() -> None:
    """E4"""
    scene = piet_presents(Phase.REFLECTION)
    assert ends_by_itself_ms(scene.circle) is None
    for seat in scene.circle.seats:
        scene.loses(seat.number)
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + ABANDONED_AFTER_MS
    scene.now_ms += ABANDONED_AFTER_MS - 1
    assert scene.notices(TimeUp()).circle.phase is Phase.REFLECTION
    scene.now_ms += 1
    assert scene.notices(TimeUp()).circle.phase is Phase.ENDED
    assert ends_by_itself_ms(scene.circle) is None


def test_a_circle_never_begun_waits_for_90_days_once_somebody_has_entered() -> None:
    """E4: people look in weeks ahead."""
    scene = Scene().arrive(FRIDA, MAX).asks(FRIDA, c.Leave()).asks(MAX, c.Leave())
    assert scene.circle.used
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + NEVER_BEGUN_AFTER_MS == scene.now_ms + 90 * 24 * HOUR_MS


def test_a_step_that_was_tried_and_undone_begins_no_meeting() -> None:
    """E4, S8: weeks ahead, by whoever looks at the steps. Once a case has begun, so has the meeting."""
    scene = Scene().arrive(FRIDA).next().next()
    assert scene.leading().begun
    assert not scene.asks(FRIDA, c.SkipTo(step=0, seen=2)).leading().begun
    scene.asks(FRIDA, c.Leave())
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + NEVER_BEGUN_AFTER_MS
    assert not scene.arrive(MIA).view(MIA).unled
    scene = piet_presents(Phase.PRESENTATION)
    scene.asks(FRIDA, c.SkipTo(step=0, seen=scene.circle.step))
    for seat in scene.circle.seats:
        scene.loses(seat.number)
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + ABANDONED_AFTER_MS


def test_of_a_trial_neither_the_clock_nor_what_was_taken_from_a_step_is_left() -> None:
    """E4, T4, T6: of what was no trial both are."""
    scene = Scene().arrive(FRIDA)
    before = scene.circle
    for minutes, tried in [(0, True), (TRIED_MS // MINUTE_MS, False)]:
        scene.arrive(MIA).next().asks(FRIDA, c.ChangeTime(seen=1, minutes=5))
        scene.asks(FRIDA, c.TakeFromReflection(seen=1, minutes=5)).after(minutes).asks(FRIDA, c.GoBack(seen=1))
        assert (scene.circle.clock == before.clock) is tried
        assert (scene.circle.plan == before.plan) is tried
        assert replay(scene.log) == scene.circle


def test_a_meeting_of_a_group_that_stands_empty_ends_like_one_that_has_begun() -> None:
    """E4: nobody can look in before its day, and its group waits for its record."""
    scene = Scene()
    scene.circle = dataclasses.replace(scene.circle, notes_presence=True)
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + ABANDONED_AFTER_MS
    scene.arrive(MIA).after(5).asks(MIA, c.Leave())
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + ABANDONED_AFTER_MS


def test_a_circle_that_nobody_has_entered_ends_after_a_week() -> None:
    """E4: knocking is not entering."""
    scene = Scene().knocks(OLGA).loses(OLGA)
    assert not scene.circle.used
    assert ends_by_itself_ms(scene.circle) == START_MS + UNUSED_AFTER_MS == START_MS + 7 * 24 * HOUR_MS
    scene.now_ms = START_MS + UNUSED_AFTER_MS - 1
    assert scene.notices(TimeUp()).circle.phase is Phase.GATHERING
    scene.now_ms += 1
    assert scene.notices(TimeUp()).circle.phase is Phase.ENDED


def test_nobody_is_put_out_by_the_clock() -> None:
    """E4, T1"""
    scene = everybody_here().next().loses(PIET)
    scene.now_ms += 10 * NEVER_BEGUN_AFTER_MS
    assert scene.notices(TimeUp()).circle.phase is Phase.OPENING
