"""A gentle end: a room to linger in, the leaders' debrief, and a bound that leaders choose."""

import pytest

from app.circle import commands as c
from app.circle.evolve import replay
from app.circle.hearing import Voice, breakout
from app.circle.phases import Phase
from app.circle.reasons import Reason
from app.circle.timing import LINGERED_AFTER_MS, ends_by_itself_ms
from tests.support.scene import FINN, FRIDA, MIA, MINUTE_MS, NAMES, PIET, everybody_here, piet_presents


def test_leaders_go_apart_and_nobody_else_can() -> None:
    """E6: the members see that they are away, the leaders that the members are."""
    scene = piet_presents(Phase.LINGERING).asks(FRIDA, c.EnterDebrief()).asks(FINN, c.EnterDebrief())
    assert breakout(scene.circle) == {FRIDA, FINN}
    assert scene.seen(MIA, FRIDA).in_debrief
    assert scene.seen(MIA, FRIDA).voice is Voice.AWAY
    assert scene.seen(FRIDA, FINN).voice is Voice.HEARD
    assert scene.seen(FRIDA, MIA).voice is Voice.AWAY
    assert scene.refuses(MIA, c.EnterDebrief()) is Reason.NOT_YOURS
    assert scene.refuses(FRIDA, c.EnterDebrief()) is Reason.ALREADY
    assert breakout(scene.asks(FRIDA, c.LeaveDebrief()).circle) == {FINN}


def test_the_debrief_is_of_the_end() -> None:
    """E6: not in the meeting, and whoever goes back into it takes everybody along."""
    assert everybody_here().refuses(FRIDA, c.EnterDebrief()) is Reason.NOT_NOW
    scene = piet_presents(Phase.LINGERING).asks(FRIDA, c.EnterDebrief())
    scene.asks(FINN, c.GoBack(seen=scene.circle.step))
    assert breakout(scene.circle) == set()


def test_who_is_brought_out_of_the_debrief_is_not_heard_with_what_they_say_there() -> None:
    """E6: whoever brought them there, too."""
    scene = piet_presents(Phase.LINGERING).asks(FRIDA, c.EnterDebrief()).asks(FINN, c.EnterDebrief())
    scene.asks(FINN, c.GoBack(seen=scene.circle.step))
    assert scene.heard.isdisjoint({FRIDA, FINN})
    assert FRIDA in scene.asks(FRIDA, c.OpenMicrophone()).heard


def test_the_end_of_the_circle_ends_the_debrief() -> None:
    """E1, E6"""
    scene = piet_presents(Phase.LINGERING).asks(FRIDA, c.EnterDebrief())
    assert breakout(scene.asks(FINN, c.EndCircle(seen=scene.circle.step)).circle) == set()


def test_a_leader_whose_line_is_lost_finds_the_room_again() -> None:
    """E6, S3: and nobody's sound is disturbed meanwhile; who leaves is not there any more."""
    scene = piet_presents(Phase.LINGERING).asks(FRIDA, c.EnterDebrief()).loses(FRIDA)
    assert breakout(scene.circle) == breakout(scene.returns(FRIDA).circle) == {FRIDA}
    assert breakout(scene.asks(FRIDA, c.Leave()).circle) == set()


def test_people_linger_for_as_long_as_they_like() -> None:
    """E5"""
    scene = piet_presents(Phase.LINGERING).after(300)
    assert ends_by_itself_ms(scene.circle) is None
    for seat in NAMES:
        scene.asks(seat, c.Leave())
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + LINGERED_AFTER_MS
    assert scene.wakes().circle.phase is Phase.ENDED


def test_leaders_may_choose_a_bound() -> None:
    """E5: at its time the room closes for everybody; they can change or lift it."""
    scene = piet_presents(Phase.LINGERING)
    step = scene.circle.step
    assert not scene.view(MIA).clock.bounded
    scene.asks(FRIDA, c.BoundLingering(bounded=True, seen=step)).asks(FINN, c.ChangeTime(minutes=-5, seen=step))
    assert scene.view(MIA).clock.bounded
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + 10 * MINUTE_MS
    assert scene.refuses(FRIDA, c.BoundLingering(bounded=True, seen=step)) is Reason.ALREADY
    scene.asks(FRIDA, c.BoundLingering(bounded=False, seen=step))
    assert ends_by_itself_ms(scene.circle) is None
    scene.asks(FRIDA, c.BoundLingering(bounded=True, seen=step)).wakes()
    assert scene.circle.phase is Phase.ENDED


def test_whoever_shortens_a_bounded_room_leaves_a_minute_to_say_goodbye() -> None:
    """E5: nor does it close because its clock goes on, and what is less than a minute stays."""
    scene = piet_presents(Phase.LINGERING)
    step = scene.circle.step
    scene.asks(FRIDA, c.BoundLingering(bounded=True, seen=step)).after(12)
    scene.asks(FINN, c.ChangeTime(minutes=-5, seen=step))
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + MINUTE_MS
    scene.after(0.5).asks(FINN, c.ChangeTime(minutes=-1, seen=step))
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + MINUTE_MS // 2
    scene.asks(FRIDA, c.PauseClock(seen=step)).asks(FRIDA, c.ChangeTime(minutes=-1, seen=step))
    scene.asks(FRIDA, c.ResumeClock(seen=step))
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + MINUTE_MS // 2
    scene.asks(FRIDA, c.ChangeTime(minutes=1, seen=step))
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + MINUTE_MS * 3 // 2


def test_a_bound_waits_while_the_clock_stands_and_is_gone_after_going_back() -> None:
    """E5, T3: a paused bound is still seen as one."""
    scene = piet_presents(Phase.LINGERING)
    step = scene.circle.step
    scene.asks(FRIDA, c.BoundLingering(bounded=True, seen=step)).asks(FRIDA, c.PauseClock(seen=step))
    assert scene.view(MIA).clock.bounded
    assert ends_by_itself_ms(scene.circle) is None
    scene.asks(FRIDA, c.GoBack(seen=step)).next()
    assert not scene.view(MIA).clock.bounded


def test_a_bound_that_is_chosen_when_the_time_is_over_puts_nobody_out() -> None:
    """E5: the room has all of its time again, and everybody is shown until when."""
    scene = piet_presents(Phase.LINGERING).after(22)
    step = scene.circle.step
    scene.asks(FINN, c.ChangeTime(minutes=-5, seen=step)).asks(FRIDA, c.BoundLingering(bounded=True, seen=step))
    assert scene.view(MIA).clock.minutes == 15
    assert scene.view(MIA).clock.ends_at_ms == ends_by_itself_ms(scene.circle) == scene.now_ms + 15 * MINUTE_MS
    assert replay(scene.log) == scene.circle
    scene.after(5).asks(FRIDA, c.BoundLingering(bounded=False, seen=step))
    scene.asks(FINN, c.BoundLingering(bounded=True, seen=step))
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + 10 * MINUTE_MS
    assert scene.passes(10).circle.phase is Phase.ENDED


@pytest.mark.parametrize(("left_s", "ends_in_s"), [(2, 900), (59, 900), (60, 60)])
def test_a_bound_that_is_chosen_in_the_last_minute_leaves_time_to_say_goodbye(left_s: int, ends_in_s: int) -> None:
    """E5: as one that is chosen when the time is over does."""
    scene = piet_presents(Phase.LINGERING).after(15 - left_s / 60)
    scene.asks(FRIDA, c.BoundLingering(bounded=True, seen=scene.circle.step))
    assert ends_by_itself_ms(scene.circle) == scene.now_ms + ends_in_s * 1000


def test_a_bound_and_a_way_back_are_only_for_lingering() -> None:
    """E5, E6, T1"""
    scene = everybody_here()
    assert scene.refuses(FRIDA, c.LeaveDebrief()) is Reason.NOT_NOW
    assert scene.refuses(FRIDA, c.BoundLingering(bounded=True, seen=0)) is Reason.NOT_NOW
    assert scene.refuses(PIET, c.BoundLingering(bounded=True, seen=0)) is Reason.NOT_YOURS
