"""Lost lines: waiting, asking, and a circle that holds when no leader is there."""

from app.circle import commands as c
from app.circle.phases import Phase
from app.circle.reasons import Reason
from app.circle.state import Paused, Running
from app.circle.timing import wake_at_ms
from tests.support.scene import FINN, FRIDA, MAX, MIA, MINUTE_MS, PIET, Scene, everybody_here, piet_presents


def test_after_two_minutes_leaders_are_asked_whether_to_go_on() -> None:
    """S7: leaders alone; the answer goes when the person is back."""
    scene = everybody_here().loses(MIA)
    assert scene.leading().lost_long == ()
    scene.wakes()
    assert scene.leading().lost_long == (MIA,)
    assert scene.view(MAX).leading is None
    scene.asks(FINN, c.GoOnWithout(seat=MIA))
    assert scene.leading().lost_long == ()
    assert scene.refuses(FRIDA, c.GoOnWithout(seat=MIA)) is Reason.ALREADY
    scene.returns(MIA).loses(MIA).after(3)
    assert scene.leading().lost_long == (MIA,)


def test_what_has_been_shown_wakes_nobody_again() -> None:
    """S7: or the circle would be woken for the same loss again and again, at once."""
    scene = everybody_here().loses(MIA).wakes()
    assert scene.leading().lost_long == (MIA,)
    at_ms = wake_at_ms(scene.circle, scene.now_ms)
    assert at_ms is None or at_ms > scene.now_ms


def test_whoever_is_let_in_from_the_door_is_waited_for_anew() -> None:
    """S7, D4: that the leaders went on without them was said of an earlier absence."""
    scene = everybody_here().loses(MIA).wakes().asks(FRIDA, c.GoOnWithout(seat=MIA)).asks(FRIDA, c.SendToDoor(seat=MIA))
    scene.knocks(MIA).asks(FRIDA, c.Admit(seat=MIA)).loses(MIA).after(2)
    assert scene.leading().lost_long == (MIA,)


def test_going_on_is_asked_only_of_those_who_are_lost() -> None:
    """S7"""
    assert everybody_here().refuses(FRIDA, c.GoOnWithout(seat=MIA)) is Reason.STALE


def test_the_presenters_loss_does_not_end_the_sit_back() -> None:
    """S7, H6"""
    scene = piet_presents(Phase.REFLECTION).loses(PIET).after(10)
    assert (scene.circle.phase, scene.circle.presenter) == (Phase.REFLECTION, PIET)
    assert PIET not in scene.returns(PIET).heard


def test_without_a_leader_the_circle_holds_and_the_first_one_back_resumes_it() -> None:
    """S8: the clock stands, the floor stays as the phase has it."""
    scene = piet_presents(Phase.REFLECTION).after(9).loses(FRIDA)
    assert isinstance(scene.circle.clock, Running)
    heard = scene.heard
    scene.loses(FINN)
    assert scene.circle.clock == Paused(left_ms=20 * MINUTE_MS)
    assert scene.view(MIA).unled
    assert scene.view(MIA).clock.held
    assert scene.heard == heard - {FINN}
    scene.after(7).returns(FINN)
    assert scene.circle.clock == Running(ends_at_ms=scene.now_ms + 20 * MINUTE_MS)
    assert not scene.view(MIA).unled
    assert not scene.view(MIA).clock.held


def test_a_leader_who_leaves_on_purpose_lets_it_hold_too() -> None:
    """S8: and one who comes by the link resumes it."""
    scene = everybody_here().next().asks(FINN, c.Leave()).asks(FRIDA, c.Leave())
    assert (scene.circle.held, scene.circle.clock) == (True, Paused(left_ms=3 * MINUTE_MS))
    scene.arrive(FRIDA)
    assert (scene.circle.held, isinstance(scene.circle.clock, Running)) == (False, True)


def test_a_clock_a_leader_had_paused_stays_paused() -> None:
    """S8, T3"""
    scene = everybody_here().next().asks(FRIDA, c.PauseClock(seen=1)).loses(FRIDA).loses(FINN)
    assert scene.view(MIA).unled
    assert not scene.view(MIA).clock.held, "nobody is told that it goes on by itself"
    assert isinstance(scene.returns(FRIDA).circle.clock, Paused)


def test_gathering_and_lingering_need_no_leader() -> None:
    """S8"""
    scene = Scene().arrive(FRIDA, MIA).asks(FRIDA, c.ResumeClock(seen=0)).loses(FRIDA)
    assert not scene.circle.held
    assert not scene.view(MIA).unled
    scene = piet_presents(Phase.LINGERING).loses(FRIDA).loses(FINN)
    assert not scene.circle.held
