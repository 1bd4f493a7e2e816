"""Soft time: rings and digits, cues to leaders, and an overrun that is made good from the reflection alone."""

from itertools import pairwise

import pytest

from app.circle import commands as c
from app.circle.phases import PHASES, Phase
from app.circle.reasons import Reason
from app.circle.timing import Cue
from tests.support.scene import FINN, FRIDA, MAX, MIA, Scene, everybody_here, piet_presents


def test_members_see_a_ring_and_leaders_digits() -> None:
    """T5: unless the circle shows digits to all."""
    scene = everybody_here()
    assert scene.view(FRIDA).clock.digits
    assert not scene.view(MIA).clock.digits
    assert everybody_here(digits_for_all=True).view(MIA).clock.digits


CUES = [
    (0, None),
    (26.9, None),
    (27, Cue.TWO_MINUTES),
    (28.9, Cue.TWO_MINUTES),
    (29, Cue.ZERO),
    (33.9, Cue.ZERO),
    (34, Cue.OVER),
    (60, Cue.OVER),
]


@pytest.mark.parametrize(("minutes", "cue"), CUES)
def test_a_cue_says_where_the_step_is(minutes: float, cue: Cue | None) -> None:
    """T5: of the 29 minutes of the reflection; members see none."""
    scene = piet_presents(Phase.REFLECTION).after(minutes)
    assert scene.leading().cue is cue
    assert scene.view(MIA).leading is None


def test_a_short_step_has_no_cue_before_its_end() -> None:
    """T5: the call for a case has two minutes, and nobody is hurried from the start."""
    scene = everybody_here().until(Phase.CALL_FOR_CASE)
    assert scene.leading().cue is None
    assert scene.after(2).leading().cue is Cue.ZERO


def test_the_circle_wakes_for_its_cues_and_nothing_else() -> None:
    """T5, T1: at two minutes, at zero, and every five minutes over, of which each is news; no phase ever moves."""
    scene = piet_presents(Phase.REFLECTION)
    began_ms = scene.now_ms
    woken, over, views = [], [], [scene.view(FRIDA)]
    for _ in range(5):
        scene.wakes()
        woken.append((scene.now_ms - began_ms) / 60_000)
        over.append(scene.leading().over_minutes)
        views.append(scene.view(FRIDA))
    assert woken == [27, 29, 34, 39, 44]
    assert over == [0, 0, 5, 10, 15]
    assert all(one != other for one, other in pairwise(views))
    assert scene.circle.phase is Phase.REFLECTION


@pytest.mark.parametrize("phase", [Phase.GATHERING, Phase.LINGERING])
def test_gathering_and_lingering_have_no_cues(phase: Phase) -> None:
    """T5"""
    scene = everybody_here() if phase is Phase.GATHERING else piet_presents(phase)
    if phase is Phase.GATHERING:
        scene.asks(FRIDA, c.ResumeClock(seen=0))
    leading = scene.after(200).leading()
    assert (leading.cue, leading.over_minutes) == (None, 0)


def test_an_overrun_is_seen_and_taken_from_the_reflection() -> None:
    """T6: ten minutes too long in the opening; the reflection gives what it can."""
    scene = everybody_here().next().after(13)
    leading = scene.leading()
    assert (leading.behind_minutes, leading.take_minutes) == (10, 10)
    scene.asks(FRIDA, c.TakeFromReflection(minutes=10, seen=1))
    assert [s.minutes for s in scene.view(MIA).plan if s.phase is Phase.REFLECTION] == [19]
    assert scene.leading().behind_minutes == 0
    assert scene.leading().take_minutes == 0


def test_leaders_see_each_minute_that_the_meeting_is_more_behind() -> None:
    """T6: while the clock is paused, and past the end of a step."""
    scene = everybody_here().next().asks(FRIDA, c.PauseClock(seen=1))
    assert [scene.wakes().leading().behind_minutes for _ in range(3)] == [1, 2, 3]
    scene.asks(FRIDA, c.ResumeClock(seen=1)).after(3)
    assert [scene.wakes().leading().behind_minutes for _ in range(3)] == [4, 5, 6]


def test_no_more_is_taken_than_the_reflection_can_give() -> None:
    """T6: and never anything from the return, which has five minutes at the least, or the closing."""
    scene = everybody_here().next().after(23)
    leading = scene.leading()
    assert (leading.behind_minutes, leading.take_minutes) == (20, 10)
    for minutes in (0, -3, 11, 1000):
        assert scene.refuses(FRIDA, c.TakeFromReflection(minutes=minutes, seen=1)) is Reason.OUT_OF_BOUNDS
    before = [(s.phase, s.minutes) for s in scene.circle.plan if s.phase is not Phase.REFLECTION]
    scene.asks(FRIDA, c.TakeFromReflection(minutes=10, seen=1))
    assert [(s.phase, s.minutes) for s in scene.circle.plan if s.phase is not Phase.REFLECTION] == before
    assert PHASES[Phase.PRESENTER_RETURNS].minutes[0] == 5


def test_two_leaders_who_take_it_together_take_it_once() -> None:
    """T6, P2: whoever comes second has not seen what is left. A page of the release before does not say what it saw."""
    scene = everybody_here().next().after(6)
    leading = scene.leading(FINN)
    assert leading.reflection_minutes == 29
    take = c.TakeFromReflection(minutes=leading.take_minutes, of=leading.reflection_minutes, seen=1)
    scene.asks(FRIDA, take)
    assert scene.refuses(FINN, take) is Reason.STALE
    assert scene.leading().reflection_minutes == 29 - take.minutes
    scene.asks(FINN, c.TakeFromReflection(minutes=1, seen=1))


def test_in_the_reflection_itself_and_after_it_there_is_nothing_to_take() -> None:
    """T6"""
    scene = piet_presents(Phase.REFLECTION).after(50)
    assert scene.leading().take_minutes == 0
    assert scene.refuses(FRIDA, c.TakeFromReflection(minutes=1, seen=scene.circle.step)) is Reason.OUT_OF_BOUNDS


def test_a_meeting_on_time_is_not_behind() -> None:
    """T6: also when it is ahead, paused for a moment, or not begun."""
    assert Scene().arrive(FRIDA).after(60).leading().behind_minutes == 0
    assert everybody_here().next().after(1).next().leading().behind_minutes == 0


def test_a_meeting_is_counted_from_when_it_began_for_good() -> None:
    """T6: not from a step that was undone in the gathering. Going there after a case has begun makes up for nothing."""
    scene = everybody_here().next().asks(FRIDA, c.GoBack(seen=1)).after(25).next()
    assert scene.leading().behind_minutes == 0
    scene = piet_presents(Phase.PRESENTATION).after(25)
    behind = scene.leading().behind_minutes
    scene.asks(FRIDA, c.SkipTo(step=0, seen=4)).asks(FRIDA, c.SkipTo(step=4, seen=0))
    assert scene.leading().behind_minutes == behind + 7


def test_a_wish_is_a_soft_sign_without_order() -> None:
    """C6: seen by all, taken back by its person, gone with the next step."""
    scene = everybody_here().asks(MAX, c.CloseMicrophone()).asks(MIA, c.CloseMicrophone())
    scene.asks(MAX, c.WishToSpeak()).asks(MIA, c.WishToSpeak())
    assert [seat.number for seat in scene.view(FRIDA).seats if seat.wishes] == [MIA, MAX]
    assert scene.refuses(MIA, c.WishToSpeak()) is Reason.ALREADY
    scene.asks(MIA, c.TakeBackWish())
    assert scene.refuses(MIA, c.TakeBackWish()) is Reason.ALREADY
    assert not any(seat.wishes for seat in scene.next().view(FRIDA).seats)
