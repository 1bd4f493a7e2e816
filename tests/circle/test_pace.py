"""Moving the meeting, and its time."""

from collections.abc import Callable

import pytest

from app.circle import commands as c
from app.circle.commands_time import STEP_MINUTES_MAX
from app.circle.frame import SitBack
from app.circle.notices import TimeUp
from app.circle.phases import Phase
from app.circle.plan import TEMPLATES, Template, meeting_minutes
from app.circle.reasons import Reason
from app.circle.state import Paused, Running
from tests.support.scene import FINN, FRIDA, MIA, MINUTE_MS, OLGA, PIET, Scene, everybody_here, piet_presents


@pytest.mark.parametrize(("template", "minutes"), [(t, int(t.rsplit("_")[-1])) for t in Template])
def test_a_template_is_as_long_as_it_says(template: Template, minutes: int) -> None:
    """P3: gathering and lingering are not of the meeting's minutes."""
    gathering, *meeting, lingering = TEMPLATES[template]
    assert (gathering.phase, lingering.phase) == (Phase.GATHERING, Phase.LINGERING)
    assert sum(step.minutes for step in meeting) == minutes == meeting_minutes(TEMPLATES[template])


def _mia_knocks() -> Scene:
    return Scene(knocking=True).arrive(FRIDA, FINN).knocks(MIA)


def _mia_is_asked() -> Scene:
    return everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.AskToPresent(seat=MIA))


def _piet_asks_for_a_word() -> Scene:
    return piet_presents(Phase.REFLECTION, sit_back=SitBack.SOFT).asks(PIET, c.AskToSpeak())


def _piet_needs_a_pause() -> Scene:
    return piet_presents(Phase.REFLECTION).asks(PIET, c.NeedPause())


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        (_mia_knocks, (FINN, c.Admit(seat=MIA)), (FRIDA, c.Admit(seat=MIA))),
        (_mia_knocks, (FINN, c.Admit(seat=MIA)), (FRIDA, c.TurnAway(seat=MIA))),
        (_mia_is_asked, (FINN, c.NamePresenter(seat=PIET)), (MIA, c.AcceptToPresent())),
        (_mia_is_asked, (FINN, c.NamePresenter(seat=PIET)), (MIA, c.DeclineToPresent())),
        (_piet_asks_for_a_word, (FINN, c.LetPresenterSpeak()), (FRIDA, c.DeclineWord())),
        (_piet_asks_for_a_word, (FINN, c.LetPresenterSpeak()), (PIET, c.TakeBackWord())),
        (_piet_needs_a_pause, (FINN, c.EndCase(seen=7)), (FRIDA, c.AnswerPause())),
    ],
)
def test_whoever_answers_second_is_told_that_another_was_quicker(
    asked: Callable[[], Scene], first: tuple[int, c.Command], second: tuple[int, c.Command]
) -> None:
    """P2: and neither that it is so already, nor that nobody is there whom the other one has just let in."""
    assert asked().asks(*first).refuses(*second) is Reason.STALE


def test_so_is_whoever_goes_on_without_somebody_who_is_just_back() -> None:
    """P2, S7"""
    scene = everybody_here().loses(MIA).after(2).returns(MIA)
    assert scene.refuses(FRIDA, c.GoOnWithout(seat=MIA)) is Reason.STALE


@pytest.mark.parametrize("who", [PIET, MIA, OLGA])
@pytest.mark.parametrize(
    "command",
    [
        c.NextStep(seen=0),
        c.GoBack(seen=0),
        c.SkipTo(step=2, seen=0),
        c.ChangeTime(minutes=1, seen=0),
        c.PauseClock(seen=0),
        c.ResumeClock(seen=0),
        c.AskToPresent(seat=PIET),
        c.NamePresenter(seat=PIET),
        c.SilencePerson(seat=FRIDA),
        c.LiftSilence(seat=FRIDA),
        c.EndCircle(seen=0),
    ],
    ids=lambda command: command.type,
)
def test_only_facilitators_lead(who: int, command: c.Command) -> None:
    """P1"""
    assert everybody_here().refuses(who, command) is Reason.NOT_YOURS


def test_all_facilitators_are_equal() -> None:
    """P1: the co-facilitator can do all that the facilitator can."""
    scene = everybody_here()
    assert scene.view(FRIDA).you.can == scene.view(FINN).you.can
    assert scene.next(by=FINN).circle.phase is Phase.OPENING


def test_two_facilitators_pressing_next_together_move_one_step() -> None:
    """P2"""
    scene = everybody_here().asks(FRIDA, c.NextStep(seen=0))
    assert scene.refuses(FINN, c.NextStep(seen=0)) is Reason.STALE
    assert scene.circle.step == 1


@pytest.mark.parametrize(
    "command",
    [
        c.GoBack(seen=0),
        c.SkipTo(step=3, seen=0),
        c.ChangeTime(minutes=1, seen=0),
        c.PauseClock(seen=0),
        c.ResumeClock(seen=0),
        c.EndCircle(seen=0),
    ],
    ids=lambda command: command.type,
)
def test_what_was_meant_for_another_step_is_stale(command: c.Command) -> None:
    """P2"""
    assert everybody_here().next().refuses(FINN, command) is Reason.STALE


def test_steps_can_be_skipped_repeated_and_gone_back_to() -> None:
    """P3"""
    scene = everybody_here().asks(FRIDA, c.SkipTo(step=3, seen=0))
    assert scene.circle.phase is Phase.CALL_FOR_CASE
    assert scene.asks(FRIDA, c.GoBack(seen=3)).circle.phase is Phase.FOLLOW_UP
    scene.after(10).asks(FRIDA, c.SkipTo(step=1, seen=2))
    assert scene.circle.clock == Running(ends_at_ms=scene.now_ms + 3 * MINUTE_MS)
    assert scene.asks(FRIDA, c.GoBack(seen=1)).circle.phase is Phase.GATHERING


@pytest.mark.parametrize("step", [-1, 0, 11, 99])
def test_there_is_no_step_outside_the_plan_nor_to_oneself(step: int) -> None:
    """P3"""
    assert everybody_here().refuses(FRIDA, c.SkipTo(step=step, seen=0)) is Reason.NO_SUCH_STEP


def test_the_plan_has_two_ends() -> None:
    """P3, T1: after the last step comes only the deliberate end."""
    scene = everybody_here()
    assert scene.refuses(FRIDA, c.GoBack(seen=0)) is Reason.NO_SUCH_STEP
    last = piet_presents(Phase.LINGERING)
    assert last.refuses(FRIDA, c.NextStep(seen=last.circle.step)) is Reason.NO_SUCH_STEP
    assert last.asks(FRIDA, c.SkipTo(step=0, seen=last.circle.step)).circle.phase is Phase.GATHERING


def test_a_case_needs_a_presenter() -> None:
    """P4"""
    scene = everybody_here().until(Phase.CALL_FOR_CASE)
    assert scene.refuses(FRIDA, c.NextStep(seen=3)) is Reason.NO_PRESENTER
    assert scene.refuses(FRIDA, c.SkipTo(step=7, seen=3)) is Reason.NO_PRESENTER
    assert not any(step.can_skip_to for step in scene.view(FRIDA).plan[4:9])


def test_only_a_facilitator_is_shown_what_may_be_skipped_to() -> None:
    """P4: all steps but the running one, once somebody presents."""
    scene = piet_presents(Phase.REFLECTION)
    plan = scene.view(FRIDA).plan
    assert [number for number, step in enumerate(plan) if not step.can_skip_to] == [scene.circle.step]
    assert not any(step.can_skip_to for step in scene.view(MIA).plan)


def test_time_moves_nothing_and_counts_on() -> None:
    """T1"""
    scene = piet_presents(Phase.REFLECTION)
    scene.after(90)
    assert scene.notices(TimeUp()).circle.phase is Phase.REFLECTION
    ends_at_ms = scene.view(MIA).clock.ends_at_ms
    assert ends_at_ms is not None
    assert ends_at_ms - scene.now_ms == (29 - 90) * MINUTE_MS


def test_minutes_can_be_given_and_taken() -> None:
    """T2"""
    scene = everybody_here().next()
    scene.asks(FRIDA, c.ChangeTime(minutes=5, seen=1)).asks(FINN, c.ChangeTime(minutes=-2, seen=1))
    assert scene.circle.minutes == 6
    assert scene.circle.clock == Running(ends_at_ms=scene.now_ms + 6 * MINUTE_MS)


@pytest.mark.parametrize("minutes", [0, -4, STEP_MINUTES_MAX, 10**9])
def test_a_step_has_between_0_and_120_minutes(minutes: int) -> None:
    """T2"""
    scene = everybody_here().next()
    assert scene.refuses(FRIDA, c.ChangeTime(minutes=minutes, seen=1)) is Reason.OUT_OF_BOUNDS
    assert scene.asks(FRIDA, c.ChangeTime(minutes=-3, seen=1)).circle.minutes == 0
    assert scene.asks(FRIDA, c.ChangeTime(minutes=STEP_MINUTES_MAX, seen=1)).circle.minutes == STEP_MINUTES_MAX


def test_minutes_can_be_taken_from_the_longest_step_and_given_to_the_shortest() -> None:
    """T2, W1: and the facilitators are shown it."""
    scene = everybody_here().next()
    for most, back in ((STEP_MINUTES_MAX, -1), (0, 1)):
        scene.asks(FRIDA, c.ChangeTime(minutes=most - scene.circle.minutes, seen=1))
        assert scene.view(FRIDA).you.can.count("change_time") == 1
        assert scene.refuses(FRIDA, c.ChangeTime(minutes=-back, seen=1)) is Reason.OUT_OF_BOUNDS
        assert scene.asks(FRIDA, c.ChangeTime(minutes=back, seen=1)).circle.minutes == most + back


def test_a_paused_clock_keeps_what_is_left() -> None:
    """T3"""
    scene = everybody_here().next().after(1).asks(FRIDA, c.PauseClock(seen=1))
    heard = scene.heard
    scene.after(20)
    assert scene.circle.clock == Paused(left_ms=2 * MINUTE_MS)
    assert scene.heard == heard
    scene.asks(FINN, c.ChangeTime(minutes=1, seen=1)).asks(FINN, c.ResumeClock(seen=1))
    assert scene.circle.clock == Running(ends_at_ms=scene.now_ms + 3 * MINUTE_MS)


def test_pausing_twice_is_no_news() -> None:
    """T3"""
    scene = everybody_here()
    assert scene.refuses(FRIDA, c.PauseClock(seen=0)) is Reason.ALREADY
    assert scene.asks(FRIDA, c.ResumeClock(seen=0)).refuses(FINN, c.ResumeClock(seen=0)) is Reason.ALREADY


def test_the_next_steps_clock_runs_also_after_a_pause() -> None:
    """T3"""
    scene = everybody_here().next().asks(FRIDA, c.PauseClock(seen=1)).next()
    assert isinstance(scene.circle.clock, Running)


def test_the_first_clock_stands_until_it_is_let_run() -> None:
    """T4"""
    scene = Scene().after(60 * 24 * 7).arrive(FRIDA)
    assert scene.circle.clock == Paused(left_ms=5 * MINUTE_MS)
    assert isinstance(scene.asks(FRIDA, c.ResumeClock(seen=0)).circle.clock, Running)
