"""Other schools: sitting back enforced, softly or not at all; plans of one's own; two cases."""

from pathlib import Path

import pytest

from app.circle import commands as c
from app.circle.decide import open_circle
from app.circle.frame import SENTENCE_MAX, Frame, SitBack
from app.circle.hearing import Voice, voice_of
from app.circle.notices import Spoke
from app.circle.phases import PHASES, Phase, Role
from app.circle.plan import TEMPLATES, Plan, Step, Template, custom, named
from app.circle.reasons import Reason
from tests.support.scene import FINN, FRIDA, MAX, MIA, OLGA, PIET, everybody_here, piet_presents


def test_the_frame_is_shown_to_all() -> None:
    """F1"""
    scene = everybody_here(sit_back=SitBack.SOFT, sentence="What is said here stays here.")
    assert all(scene.view(seat).frame == scene.circle.frame for seat in (FRIDA, MIA, OLGA))


def test_softly_the_presenter_asks_and_a_leader_opens() -> None:
    """M6: closed all the same until then; the switch stays the presenter's own."""
    scene = piet_presents(Phase.REFLECTION, sit_back=SitBack.SOFT)
    assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK
    scene.asks(PIET, c.AskToSpeak())
    assert scene.refuses(PIET, c.AskToSpeak()) is Reason.ALREADY
    assert scene.leading(FINN).word_asked
    assert scene.view(PIET).you.word_asked
    scene.asks(FINN, c.LetPresenterSpeak())
    assert not scene.leading().word_asked
    assert voice_of(scene.circle, PIET) is Voice.CLOSED_BY_PERSON
    assert PIET in scene.asks(PIET, c.OpenMicrophone()).heard
    assert scene.refuses(FINN, c.LetPresenterSpeak()) is Reason.ALREADY
    assert scene.refuses(PIET, c.AskToSpeak()) is Reason.ALREADY


def test_the_word_is_for_this_step() -> None:
    """M6: going back into the sit-back closes it again."""
    scene = piet_presents(Phase.SIT_BACK, sit_back=SitBack.SOFT).asks(FRIDA, c.LetPresenterSpeak())
    scene.asks(PIET, c.OpenMicrophone()).next()
    assert PIET not in scene.heard
    assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK


def test_who_asked_for_a_word_has_asked_as_long_as_they_sit_back() -> None:
    """M6: the sit-back has one minute, and the step that follows it answers nobody."""
    scene = piet_presents(Phase.SIT_BACK, sit_back=SitBack.SOFT).asks(PIET, c.AskToSpeak()).next()
    assert (scene.view(PIET).you.word_asked, scene.leading().word_asked) == (True, True)
    for move in (c.NextStep, c.GoBack):
        scene.asks(FRIDA, move(seen=scene.circle.step))
        assert not scene.leading().word_asked


def test_who_asked_for_a_word_takes_it_back() -> None:
    """M6: by the presenter's own hand alone, as often as they like."""
    scene = piet_presents(Phase.REFLECTION, sit_back=SitBack.SOFT)
    assert scene.refuses(PIET, c.TakeBackWord()) is Reason.STALE
    scene.asks(PIET, c.AskToSpeak())
    assert scene.refuses(FRIDA, c.TakeBackWord()) is Reason.NOT_YOURS
    scene.asks(PIET, c.TakeBackWord())
    assert (scene.view(PIET).you.word_asked, scene.view(PIET).you.word_declined) == (False, False)
    assert not scene.leading().word_asked
    assert scene.asks(PIET, c.AskToSpeak()).leading().word_asked


def test_who_asked_for_a_word_is_told_that_it_is_not_now() -> None:
    """M6, L1: nobody else is. They may ask again, and a leader may let them speak after all."""
    scene = piet_presents(Phase.SIT_BACK, sit_back=SitBack.SOFT)
    assert scene.refuses(FRIDA, c.DeclineWord()) is Reason.STALE
    scene.asks(PIET, c.AskToSpeak()).asks(FINN, c.DeclineWord())
    assert not scene.leading(FRIDA).word_asked
    assert (scene.view(PIET).you.word_asked, scene.view(PIET).you.word_declined) == (False, True)
    assert not any(scene.view(seat).you.word_declined for seat in (FRIDA, FINN, MIA, OLGA))
    assert not scene.asks(PIET, c.AskToSpeak()).view(PIET).you.word_declined
    assert not scene.asks(FRIDA, c.DeclineWord()).asks(FRIDA, c.LetPresenterSpeak()).view(PIET).you.word_declined
    scene = piet_presents(Phase.SIT_BACK, sit_back=SitBack.SOFT).asks(PIET, c.AskToSpeak()).asks(FINN, c.DeclineWord())
    assert not scene.next().view(PIET).you.word_declined


def test_who_does_not_sit_back_has_no_need_of_it() -> None:
    """M6"""
    for phase in (Phase.PRESENTATION, Phase.PRESENTER_RETURNS):
        scene = piet_presents(phase, sit_back=SitBack.SOFT)
        assert scene.refuses(PIET, c.AskToSpeak()) is Reason.NOT_NOW
        assert scene.refuses(FRIDA, c.LetPresenterSpeak()) is Reason.NOT_NOW


def test_enforced_nobody_can_open_it() -> None:
    """M6, H6"""
    scene = piet_presents(Phase.REFLECTION)
    assert scene.refuses(PIET, c.AskToSpeak()) is Reason.NOT_NOW
    assert scene.refuses(FRIDA, c.LetPresenterSpeak()) is Reason.NOT_NOW


def test_off_the_chair_moves_and_the_microphone_stays_the_presenters() -> None:
    """M6"""
    scene = piet_presents(Phase.REFLECTION, sit_back=SitBack.OFF)
    assert scene.view(PIET).you.sits_back
    assert not scene.view(PIET).you.held_silent
    assert PIET in scene.heard
    assert PIET not in scene.asks(PIET, c.CloseMicrophone()).heard


def test_wishing_is_for_those_whom_the_phase_hears() -> None:
    """C6: nobody interrupts the telling, and who sits back addresses nobody."""
    telling = piet_presents(Phase.PRESENTATION).asks(MIA, c.CloseMicrophone())
    assert telling.refuses(MIA, c.WishToSpeak()) is Reason.NOT_NOW
    assert piet_presents(Phase.REFLECTION).refuses(PIET, c.WishToSpeak()) is Reason.NOT_YOURS
    assert everybody_here().refuses(OLGA, c.WishToSpeak()) is Reason.NOT_YOURS


def test_whoever_has_the_floor_has_nothing_to_wish_for() -> None:
    """C6: it is the facilitators' and the presenter's own. A member's open microphone may give no sound."""
    scene = piet_presents(Phase.PRESENTER_RETURNS)
    assert "wish_to_speak" in scene.view(MIA).you.can
    assert "wish_to_speak" in scene.asks(MIA, c.CloseMicrophone()).view(MIA).you.can
    for seat in (FRIDA, PIET):
        assert scene.refuses(seat, c.WishToSpeak()) is Reason.NOT_YOURS


def test_a_wish_goes_with_its_person() -> None:
    """C6: and nobody else's does."""
    scene = everybody_here().asks(MIA, c.WishToSpeak()).asks(MAX, c.WishToSpeak()).asks(MIA, c.Leave()).knocks(MIA)
    assert [scene.seen(FRIDA, seat).wishes for seat in (MIA, MAX)] == [False, True]


def test_a_wish_stays_while_its_person_opens_the_microphone() -> None:
    """C6: it goes by speaking or by their own hand."""
    scene = everybody_here().asks(MIA, c.CloseMicrophone()).asks(MIA, c.WishToSpeak()).asks(MIA, c.OpenMicrophone())
    assert scene.seen(MAX, MIA).wishes
    assert not scene.asks(MIA, c.TakeBackWish()).seen(MAX, MIA).wishes


def test_a_wish_goes_once_its_person_has_spoken_for_a_while() -> None:
    """C6"""
    scene = everybody_here().asks(MIA, c.CloseMicrophone()).asks(MIA, c.WishToSpeak())
    scene.asks(MIA, c.OpenMicrophone()).notices(Spoke(seat=MIA))
    assert not scene.seen(MAX, MIA).wishes


def test_two_cases_follow_each_other() -> None:
    """C4, C5: the second call for a case, another presenter, another sit-back."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).asks(MAX, c.OfferCase()).next()
    scene.asks(FRIDA, c.NamePresenter(seat=MAX)).until(Phase.REFLECTION)
    assert (scene.circle.presenter, scene.view(MAX).you.sits_back) == (MAX, True)
    assert scene.until(Phase.CLOSING).circle.presenter is None


def steps(*named: tuple[Phase, int]) -> Plan:
    return tuple(Step(phase=phase, minutes=minutes) for phase, minutes in named)


CASE = ((Phase.CALL_FOR_CASE, 1), (Phase.PRESENTATION, 8), (Phase.SIT_BACK, 1), (Phase.REFLECTION, 25))
RETURN = ((Phase.PRESENTER_RETURNS, 6), (Phase.CLOSING, 2))


def test_a_plan_of_ones_own_has_gathering_before_and_lingering_after() -> None:
    """P5: this school asks no questions."""
    plan = custom(steps(*CASE, *RETURN))
    assert (plan[0].phase, plan[-1].phase, len(plan)) == (Phase.GATHERING, Phase.LINGERING, 8)


@pytest.mark.parametrize(
    ("plan", "word"),
    [
        ((), "steps"),
        (((Phase.OPENING, 3),) * 40, "steps"),
        (((Phase.GATHERING, 5), (Phase.OPENING, 3)), "leaves “Gathering”"),
        ((*CASE[:-1], (Phase.REFLECTION, 41), *RETURN), "19 to 40"),
        ((*CASE, (Phase.PRESENTER_RETURNS, 4)), "5 to 10"),
        (((Phase.REFLECTION, 30), *RETURN), "begins with"),
        ((*CASE, (Phase.CLOSING, 3)), "ends with"),
        (CASE, "ends with"),
        ((*CASE[:2], (Phase.REFLECTION, 20), *RETURN), "sits back"),
        ((*CASE[:3], (Phase.PRESENTATION, 8), *RETURN), "“Presentation” comes before “Sit back”"),
        ((*CASE[:2], (Phase.PRESENTATION, 8), *CASE[2:], *RETURN), "“Presentation” comes once"),
        ((*CASE, *RETURN) * 5, "180"),
    ],
)
def test_a_plan_without_sense_is_refused_in_words(plan: tuple[tuple[Phase, int], ...], word: str) -> None:
    """P5"""
    with pytest.raises(ValueError, match=word):
        custom(steps(*plan))


def test_a_refusal_names_the_steps_of_a_case_as_the_page_does() -> None:
    """P5"""
    page = (Path(__file__).parents[2] / "frontend/src/words/en/everywhere/phases.ts").read_text()
    for phase, row in PHASES.items():
        if row.belongs_to_case:
            assert f"{phase}: '{named(phase).strip('“”')}'" in page


@pytest.mark.parametrize("template", Template)
def test_every_template_would_be_a_plan_of_ones_own(template: Template) -> None:
    """P5"""
    assert custom(TEMPLATES[template][1:-1]) == TEMPLATES[template]


def test_a_sentence_has_its_bounds() -> None:
    """F1"""
    frame = Frame(sentence="x" * (SENTENCE_MAX + 1))
    with pytest.raises(ValueError, match="sentence"):
        open_circle("Circle", TEMPLATES[Template.ONE_CASE_60], (Role.FACILITATOR, Role.MEMBER), 0, frame)
