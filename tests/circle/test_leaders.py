"""Two leaders thinking together, and what is theirs alone."""

from collections.abc import Callable

import pytest

from app.circle import commands as c
from app.circle.cards import CARDS, Card, Signal
from app.circle.evolve import replay
from app.circle.notices import Arrived, Spoke
from app.circle.phases import PHASES, Phase
from app.circle.plan import Template
from app.circle.reasons import Reason
from app.circle.timing import wake_at_ms
from app.circle.transient import CARD_TTL_MS, SIGNAL_TTL_MS
from tests.support.scene import FINN, FRIDA, MAX, MIA, OLGA, PIET, Scene, everybody_here, piet_presents

OTHERS = (PIET, MIA, MAX, OLGA)


def test_a_signal_reaches_the_leaders_and_moves_nobody_elses_view() -> None:
    """L1: and it is kept nowhere."""
    scene = piet_presents(Phase.REFLECTION)
    before = {seat: scene.view(seat) for seat in OTHERS}
    length = len(scene.log)
    scene.asks(FINN, c.GiveSignal(signal=Signal.ADVICE_CREEPING_IN))
    assert [(s.by, s.signal) for s in scene.leading(FRIDA).signals] == [(FINN, Signal.ADVICE_CREEPING_IN)]
    assert {seat: scene.view(seat) for seat in OTHERS} == before
    assert len(scene.log) == length


def test_a_signal_fades_and_a_newer_one_replaces_it() -> None:
    """L2"""
    scene = everybody_here().asks(FINN, c.GiveSignal(signal=Signal.MORE_TIME))
    scene.asks(FINN, c.GiveSignal(signal=Signal.YES)).asks(FRIDA, c.GiveSignal(signal=Signal.NO))
    assert [s.signal for s in scene.leading().signals] == [Signal.YES, Signal.NO]
    began_ms = scene.now_ms
    scene.wakes()
    assert scene.now_ms == began_ms + SIGNAL_TTL_MS
    assert scene.leading().signals == ()


def test_each_of_what_fades_has_its_own_time() -> None:
    """L2, L5: one that is over takes nothing with it that has just begun."""
    scene = everybody_here().asks(FINN, c.GiveSignal(signal=Signal.MORE_TIME)).asks(FINN, c.ShowCard()).after(0.4)
    scene.asks(FRIDA, c.GiveSignal(signal=Signal.NO)).wakes()
    assert [s.signal for s in scene.leading().signals] == [Signal.NO]
    assert not scene.view(MIA).card
    scene.asks(FINN, c.ShowCard()).wakes()
    assert scene.leading().signals == ()
    assert scene.view(MIA).card


def test_what_should_have_faded_is_due_at_once() -> None:
    """L2, L5: a busy moment must not make a signal stay."""
    scene = everybody_here().asks(FINN, c.GiveSignal(signal=Signal.MORE_TIME))
    scene.now_ms += SIGNAL_TTL_MS
    assert wake_at_ms(scene.circle, scene.now_ms) == scene.now_ms
    assert scene.wakes().leading().signals == ()


def test_only_leaders_signal() -> None:
    """L1, P1"""
    assert everybody_here().refuses(MIA, c.GiveSignal(signal=Signal.YES)) is Reason.NOT_YOURS
    assert len(Signal) == 12


@pytest.mark.parametrize("goes", [Scene.loses, lambda scene, seat: scene.asks(seat, c.Leave())])
def test_nobody_signals_where_no_other_leader_is_there(goes: Callable[[Scene, int], Scene]) -> None:
    """L2: nobody would have got it."""
    scene = everybody_here()
    assert "give_signal" in scene.view(FRIDA).you.can
    goes(scene, FINN)
    assert "give_signal" not in scene.view(FRIDA).you.can
    assert scene.refuses(FRIDA, c.GiveSignal(signal=Signal.YES)) is Reason.NO_SUCH_PERSON
    assert scene.returns(FINN).asks(FRIDA, c.GiveSignal(signal=Signal.YES)).leading(FINN).signals


def test_the_clock_is_kept_by_one_and_handed_over() -> None:
    """L3"""
    scene = everybody_here()
    assert scene.leading().keeper == FRIDA
    scene.asks(FRIDA, c.HandClock(seat=FINN))
    assert scene.leading(FRIDA).keeper == scene.leading(FINN).keeper == FINN
    assert scene.refuses(FRIDA, c.HandClock(seat=FINN)) is Reason.ALREADY
    assert scene.refuses(FRIDA, c.HandClock(seat=MIA)) is Reason.NO_SUCH_PERSON


def test_when_one_leader_drops_the_other_has_everything() -> None:
    """L3: the clock too, at once, and it goes back to its keeper."""
    scene = everybody_here().asks(FRIDA, c.HandClock(seat=FINN)).loses(FINN)
    assert scene.leading(FRIDA).keeper == FRIDA
    assert scene.refuses(FRIDA, c.HandClock(seat=FINN)) is Reason.NO_SUCH_PERSON
    assert "next_step" in scene.view(FRIDA).you.can
    assert scene.returns(FINN).leading(FRIDA).keeper == FINN


def test_cards_lie_ready_by_phase() -> None:
    """L4: every card somewhere, for leaders alone."""
    assert set().union(*CARDS.values()) == set(Card)
    assert set(CARDS) == set(Phase)
    scene = piet_presents(Phase.REFLECTION)
    assert Card.ADVICE in scene.leading().cards
    assert scene.view(MIA).leading is None


def test_insistent_questions_are_met_only_where_questions_are_put() -> None:
    """L4: nobody can ask while the case is told, and on the return nothing is about to begin."""
    assert [phase for phase, cards in CARDS.items() if Card.INTERROGATING in cards] == [Phase.CLARIFYING_QUESTIONS]


def test_nobody_is_thanked_for_a_case_that_nobody_had() -> None:
    """L4: not in the closing either; after one, it is as ever."""
    scene = everybody_here()
    closing = [step.phase for step in scene.circle.plan].index(Phase.CLOSING)
    assert scene.asks(FRIDA, c.SkipTo(step=closing, seen=0)).leading().cards == ()
    assert piet_presents(Phase.CLOSING).leading().cards == (Card.CLOSING,)


def test_the_shared_card_is_everybodys_and_goes_by_itself() -> None:
    """L5"""
    scene = piet_presents(Phase.REFLECTION).asks(FRIDA, c.ShowCard())
    assert all(scene.view(seat).card for seat in (FRIDA, MIA, PIET, OLGA))
    shown_ms = scene.now_ms
    while scene.view(MIA).card:
        scene.wakes()
    assert scene.now_ms == shown_ms + CARD_TTL_MS
    assert scene.refuses(MIA, c.ShowCard()) is Reason.NOT_YOURS


def test_who_has_not_been_heard_yet_is_coarse_live_and_the_leaders_own() -> None:
    """L6: of this case, without the presenter and the leaders, and kept nowhere."""
    scene = piet_presents(Phase.REFLECTION)
    assert scene.leading().not_heard_yet == (MIA, MAX)
    assert scene.loses(MAX).leading().not_heard_yet == (MIA,), "whoever is away is not waited for"
    scene.returns(MAX)
    length, before = len(scene.log), scene.view(MAX)
    scene.notices(Spoke(seat=MIA)).notices(Spoke(seat=MIA))
    assert scene.leading().not_heard_yet == (MAX,)
    assert (len(scene.log), scene.view(MAX)) == (length, before)


def test_each_leader_switches_the_hint_off_for_themselves() -> None:
    """L6: to the other it would seem that everybody has been heard."""
    scene = piet_presents(Phase.REFLECTION).asks(FINN, c.SwitchHint(on=False))
    assert (scene.leading(FINN).hints, scene.leading(FINN).not_heard_yet) == (False, ())
    assert (scene.leading(FRIDA).hints, scene.leading(FRIDA).not_heard_yet) == (True, (MIA, MAX))
    assert scene.refuses(FINN, c.SwitchHint(on=False)) is Reason.ALREADY
    assert scene.refuses(FRIDA, c.SwitchHint(on=True)) is Reason.ALREADY
    assert "switch_hint" in scene.view(FINN).you.can
    assert scene.asks(FINN, c.SwitchHint(on=True)).leading(FINN).not_heard_yet == (MIA, MAX)


def test_whoever_takes_over_a_leaders_seat_has_the_hint() -> None:
    """L6, D9"""
    scene = piet_presents(Phase.REFLECTION).asks(FINN, c.SwitchHint(on=False)).loses(FINN).returns(FINN)
    assert not scene.leading(FINN).hints
    scene.asks(FINN, c.Leave()).notices(Arrived(seat=FINN, name="Karin")).asks(FRIDA, c.Admit(seat=FINN))
    assert scene.leading(FINN).hints


def test_each_case_begins_with_nobody_heard() -> None:
    """L6"""
    scene = everybody_here().notices(Spoke(seat=MIA)).until(Phase.CALL_FOR_CASE)
    assert scene.leading().not_heard_yet == ()
    scene.asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET)).next()
    assert scene.leading().not_heard_yet == (MIA, MAX)


def test_of_a_case_in_which_the_circle_was_taken_up_nobody_is_said_not_to_have_been_heard() -> None:
    """L6, S4: nobody knows. Of the next case it is known again, and of one that is called anew."""
    scene = piet_presents(Phase.REFLECTION, Template.TWO_CASES_90).notices(Spoke(seat=MIA))
    scene.circle = replay(scene.log)
    assert scene.leading().not_heard_yet == ()
    assert scene.until(Phase.CALL_FOR_CASE).asks(FRIDA, c.GoBack(seen=scene.circle.step)).leading().not_heard_yet == ()
    scene.next().asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA)).next()
    assert scene.leading().not_heard_yet == (PIET, MAX)


def test_who_has_been_heard_in_a_case_has_been_when_it_is_gone_back_to() -> None:
    """L6: it had been ended by a slip."""
    scene = piet_presents(Phase.PRESENTER_RETURNS).notices(Spoke(seat=MIA)).next()
    scene.asks(FRIDA, c.GoBack(seen=scene.circle.step))
    assert scene.leading().not_heard_yet == (MAX,)


def test_a_case_that_is_called_anew_begins_with_nobody_heard() -> None:
    """L6, C4: another one may present it, and everybody talks in between."""
    scene = piet_presents(Phase.CLARIFYING_QUESTIONS).notices(Spoke(seat=MIA))
    while scene.circle.phase is not Phase.CALL_FOR_CASE:
        scene.asks(FRIDA, c.GoBack(seen=scene.circle.step))
    scene.notices(Spoke(seat=MAX)).next()
    assert scene.leading().not_heard_yet == (MIA, MAX)


def test_out_of_one_case_straight_into_another_nobody_is_heard_yet() -> None:
    """L6, P3: who spoke in the second case has not been heard in the first."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    scene.asks(MAX, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MAX)).until(Phase.REFLECTION)
    scene.notices(Spoke(seat=MIA)).asks(FRIDA, c.SkipTo(step=7, seen=scene.circle.step))
    assert scene.circle.phase is Phase.REFLECTION
    assert scene.leading().not_heard_yet == (MIA, MAX)


def test_the_presenter_tells_the_leaders_alone_that_a_pause_is_needed() -> None:
    """L7"""
    scene = piet_presents(Phase.REFLECTION)
    before = {seat: scene.view(seat) for seat in (MIA, MAX, OLGA)}
    length = len(scene.log)
    scene.asks(PIET, c.NeedPause())
    assert scene.leading(FINN).pause_needed
    assert scene.view(PIET).you.pause_needed
    assert {seat: scene.view(seat) for seat in before} == before
    assert len(scene.log) == length
    assert scene.refuses(PIET, c.NeedPause()) is Reason.ALREADY
    assert scene.refuses(MIA, c.NeedPause()) is Reason.NOT_YOURS


def test_leaders_answer_it_by_pausing_returning_ending_or_looking_after() -> None:
    """L7"""
    for answer in (
        lambda s: c.AnswerPause(),
        lambda s: c.BringPresenterBack(seen=s.circle.step),
        lambda s: c.EndCase(seen=s.circle.step),
    ):
        scene = piet_presents(Phase.SIT_BACK).asks(PIET, c.NeedPause())
        scene.asks(FRIDA, answer(scene))
        assert not scene.leading().pause_needed
        assert not scene.view(PIET).you.pause_needed
    assert scene.refuses(FRIDA, c.AnswerPause()) is Reason.STALE


def test_the_presenter_learns_that_a_leader_has_seen_it() -> None:
    """L7: until the next step or until they need another pause; nobody else does."""
    scene = piet_presents(Phase.REFLECTION).asks(PIET, c.NeedPause())
    assert not scene.view(PIET).you.pause_seen
    scene.asks(FRIDA, c.AnswerPause())
    assert scene.view(PIET).you.pause_seen
    assert not any(scene.view(seat).you.pause_seen for seat in (FRIDA, FINN, MIA, MAX, OLGA))
    again = scene.asks(PIET, c.NeedPause()).view(PIET).you
    assert (again.pause_needed, again.pause_seen) == (True, False)
    scene.asks(FRIDA, c.AnswerPause())
    assert not scene.next().view(PIET).you.pause_seen


@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.CLARIFYING_QUESTIONS, Phase.SIT_BACK])
def test_a_step_within_the_case_that_was_on_its_way_answers_nobody(phase: Phase) -> None:
    """L7: nor does going back; what leads the presenter back, or out of the case, does."""
    scene = piet_presents(phase).asks(PIET, c.NeedPause())
    for move in (c.NextStep, c.GoBack):
        scene.asks(FRIDA, move(seen=scene.circle.step))
        you = scene.view(PIET).you
        assert (you.pause_needed, you.pause_seen, scene.leading(FINN).pause_needed) == (True, False, True)
    scene.asks(FRIDA, c.SkipTo(step=0, seen=scene.circle.step))
    assert not scene.leading().pause_needed
    assert not scene.until(phase).view(PIET).you.pause_needed


def test_what_the_presenter_of_one_case_needs_is_not_said_of_another() -> None:
    """L7: out of the second case straight into the first."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    scene.asks(MAX, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MAX)).until(Phase.REFLECTION)
    scene.asks(MAX, c.NeedPause()).asks(FRIDA, c.SkipTo(step=7, seen=scene.circle.step))
    assert scene.circle.presenter == PIET
    assert not scene.leading().pause_needed


def test_a_clock_that_is_paused_answers_nobody() -> None:
    """L7, S8: it is paused for many reasons, and held while no leader is there."""
    scene = piet_presents(Phase.REFLECTION).asks(PIET, c.NeedPause())
    scene.asks(FRIDA, c.PauseClock(seen=scene.circle.step))
    assert (scene.leading().pause_needed, scene.view(PIET).you.pause_seen) == (True, False)
    scene.asks(FRIDA, c.ResumeClock(seen=scene.circle.step)).loses(FRIDA).loses(FINN)
    held = scene.view(PIET)
    assert (held.unled, held.you.pause_needed, held.you.pause_seen) == (True, True, False)


@pytest.mark.parametrize("phase", [phase for phase, row in PHASES.items() if row.belongs_to_case])
def test_only_a_presenter_who_sits_back_is_brought_back(phase: Phase) -> None:
    """L7: whoever sits in the ring needs no bringing back, and no step of theirs is passed over by it."""
    scene = piet_presents(phase, Template.TWO_CASES_90).asks(PIET, c.NeedPause())
    offered = "bring_presenter_back" in scene.view(FRIDA).you.can
    assert offered is (phase in {Phase.SIT_BACK, Phase.REFLECTION})
    bring = c.BringPresenterBack(seen=scene.circle.step)
    if offered:
        assert scene.asks(FRIDA, bring).circle.step == 8
        assert scene.circle.phase is Phase.PRESENTER_RETURNS
    else:
        assert scene.refuses(FRIDA, bring) is Reason.NOT_NOW


@pytest.mark.parametrize("phase", [phase for phase, row in PHASES.items() if row.belongs_to_case])
def test_the_case_is_ended_from_any_of_its_steps_and_only_there(phase: Phase) -> None:
    """L7, C4"""
    scene = piet_presents(phase)
    scene.asks(FINN, c.EndCase(seen=scene.circle.step))
    assert (scene.circle.phase, scene.circle.presenter) == (Phase.CLOSING, None)
    for command in (c.EndCase, c.BringPresenterBack):
        assert scene.refuses(FINN, command(seen=scene.circle.step)) is Reason.NOT_NOW


def test_a_pause_is_of_the_case() -> None:
    """L7: before it begins a presenter simply steps down."""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    assert scene.refuses(PIET, c.NeedPause()) is Reason.NOT_NOW


def test_leaders_are_told_why_they_cannot_go_on() -> None:
    """P4"""
    scene = everybody_here().until(Phase.CALL_FOR_CASE)
    assert scene.view(FRIDA).you.no_next is Reason.NO_PRESENTER
    assert scene.view(MIA).you.no_next is None
    assert Scene().arrive(FRIDA).view(FRIDA).you.no_next is None
