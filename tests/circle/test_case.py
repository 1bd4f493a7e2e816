"""Offering a case, being asked, and being the presenter."""

import pytest

from app.circle import commands as c
from app.circle import events as e
from app.circle.evolve import replay
from app.circle.hearing import may_be_heard
from app.circle.notices import Arrived
from app.circle.phases import Phase, Role
from app.circle.plan import Template
from app.circle.reasons import Reason
from app.circle.seats import CaseOffer
from app.circle.transient import SIGNAL_TTL_MS
from tests.support.scene import FINN, FRIDA, MAX, MIA, OLGA, PIET, Scene, everybody_here, piet_presents


def test_a_member_offers_and_withdraws() -> None:
    """C1"""
    scene = everybody_here().asks(PIET, c.OfferCase())
    assert scene.refuses(PIET, c.OfferCase()) is Reason.ALREADY
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.STANDING
    scene.asks(PIET, c.WithdrawOffer())
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.NONE
    assert scene.refuses(PIET, c.WithdrawOffer()) is Reason.ALREADY


def test_several_offers_may_stand_and_the_others_are_for_later_in_this_meeting() -> None:
    """C1, C5"""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    assert scene.circle.presenter == MIA
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.NEXT_TIME


def test_whoever_another_one_is_chosen_in_place_of_is_remembered_too() -> None:
    """C4, C5: they had been named, or their case was gone back from. They have agreed, and can be named again."""
    named = everybody_here().asks(PIET, c.OfferCase()).asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    gone_back = piet_presents(Phase.PRESENTATION)
    gone_back.asks(FRIDA, c.GoBack(seen=gone_back.circle.step)).asks(MIA, c.OfferCase())
    for scene in (named, gone_back):
        scene.asks(FINN, c.NamePresenter(seat=MIA))
        assert scene.seen(FRIDA, PIET).offer is CaseOffer.NEXT_TIME
        assert scene.asks(FRIDA, c.NamePresenter(seat=PIET)).circle.presenter == PIET
        assert scene.seen(FRIDA, MIA).offer is CaseOffer.NEXT_TIME


def test_whoever_is_named_offers_no_more() -> None:
    """C1, C5"""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.NONE


def test_facilitators_and_observers_offer_no_case() -> None:
    """C1"""
    scene = everybody_here()
    assert scene.refuses(FRIDA, c.OfferCase()) is Reason.NOT_YOURS
    assert scene.refuses(OLGA, c.OfferCase()) is Reason.NOT_YOURS


def test_an_offer_is_seen_by_the_facilitators_and_oneself_alone() -> None:
    """C2"""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.AskToPresent(seat=MIA))
    for viewer, offer, asked in [(FRIDA, 1, 1), (FINN, 1, 1), (PIET, 1, 0), (MIA, 0, 1), (MAX, 0, 0), (OLGA, 0, 0)]:
        assert (scene.seen(viewer, PIET).offer is CaseOffer.STANDING) is bool(offer)
        assert scene.seen(viewer, MIA).asked is bool(asked)


def test_nobody_is_named_without_consent() -> None:
    """C3"""
    scene = everybody_here()
    assert scene.refuses(FRIDA, c.NamePresenter(seat=PIET)) is Reason.NO_CONSENT
    scene.asks(FRIDA, c.AskToPresent(seat=PIET))
    assert scene.refuses(FRIDA, c.NamePresenter(seat=PIET)) is Reason.NO_CONSENT


def test_a_member_who_accepts_being_asked_is_the_presenter() -> None:
    """C3"""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=PIET)).asks(PIET, c.AcceptToPresent())
    assert scene.circle.role_of(PIET) is Role.PRESENTER
    assert not scene.circle.seat(PIET).asked


def skipped_to(scene: Scene, phase: Phase) -> Scene:
    steps = [step.phase for step in scene.circle.plan]
    return back_in(scene, steps.index(phase))


def test_whoever_is_asked_is_asked_no_more_once_no_case_is_to_come() -> None:
    """C3: the meeting has gone on past the last one."""
    scene = skipped_to(everybody_here().asks(FRIDA, c.AskToPresent(seat=PIET)), Phase.CLOSING)
    assert not scene.seen(PIET, PIET).asked
    assert scene.refuses(PIET, c.AcceptToPresent()) is Reason.NOT_NOW
    assert scene.refuses(PIET, c.DeclineToPresent()) is Reason.STALE
    assert not skipped_to(scene, Phase.CALL_FOR_CASE).seen(PIET, PIET).asked


def test_whoever_is_asked_is_asked_no_more_once_the_circle_has_ended() -> None:
    """C3, E1: nothing could be answered."""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=PIET)).asks(FRIDA, c.EndCircle(seen=0))
    assert not scene.seen(PIET, PIET).asked


def test_whoever_is_asked_is_asked_no_more_once_the_case_has_begun() -> None:
    """C3: also where another one is to come, for which nobody has been asked yet."""
    scene = everybody_here(Template.TWO_CASES_90).asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    scene.asks(FRIDA, c.AskToPresent(seat=MIA)).until(Phase.PRESENTATION)
    assert not scene.seen(MIA, MIA).asked
    assert scene.refuses(MIA, c.AcceptToPresent()) is Reason.CASE_HAS_BEGUN


def test_whoever_was_named_for_a_case_that_is_skipped_presents_nothing_after_it() -> None:
    """C4: they are a member as before, and are still named where the meeting goes back before their case."""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    for phase in (Phase.CLOSING, Phase.LINGERING):
        assert skipped_to(scene, phase).view(MAX).seats[PIET - 1].role is Role.MEMBER
        assert scene.view(PIET).you.role is Role.MEMBER
    assert skipped_to(scene, Phase.CALL_FOR_CASE).view(PIET).you.role is Role.PRESENTER
    assert scene.next().circle.presenter == PIET
    assert replay(scene.log) == scene.circle


def test_nobody_is_shown_as_the_presenter_of_a_case_that_is_somebody_elses() -> None:
    """C4: named for the second case, and gone back before the first one, which is Piet's."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    assert skipped_to(scene, Phase.OPENING).circle.presenter is None
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.STANDING
    assert scene.until(Phase.PRESENTATION).circle.presenter == PIET
    assert scene.until(Phase.CALL_FOR_CASE).next().circle.presenter == MIA


def test_a_case_that_was_skipped_can_be_told_in_place_of_the_next_one() -> None:
    """C4, D4: unless whoever was named for it is at the door."""
    scene = everybody_here(Template.TWO_CASES_90).asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    second = [i for i, step in enumerate(scene.circle.plan) if step.phase is Phase.PRESENTATION][1]
    skipped_to(scene, Phase.CLOSING).asks(FRIDA, c.SendToDoor(seat=PIET))
    assert scene.refuses(FRIDA, c.SkipTo(step=second, seen=scene.circle.step)) is Reason.NO_PRESENTER
    assert back_in(scene.asks(FRIDA, c.Admit(seat=PIET)), second).circle.presenter == PIET


def test_what_earlier_releases_kept_of_a_skipped_case_has_the_same_presenter() -> None:
    """C4, S4, H6: to them whoever had been named was the presenter all along, so that nobody was restored."""
    scene = everybody_here(Template.TWO_CASES_90).asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    phases = [step.phase for step in scene.circle.plan]
    for way in ([Phase.CLOSING, Phase.PRESENTATION], [Phase.CLOSING, Phase.CALL_FOR_CASE, Phase.SIT_BACK]):
        steps = [len(phases) - 1 - phases[::-1].index(phase) for phase in way]
        circle = replay([*scene.log, *(e.StepBegun(at_ms=scene.now_ms, step=step) for step in steps)])
        assert circle.presenter == PIET
    assert PIET not in may_be_heard(circle)


def test_a_member_may_decline() -> None:
    """C3"""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=PIET)).asks(PIET, c.DeclineToPresent())
    assert scene.circle.presenter is None
    assert scene.refuses(PIET, c.AcceptToPresent()) is Reason.STALE
    assert scene.refuses(MIA, c.DeclineToPresent()) is Reason.STALE


def test_leaders_are_told_for_a_moment_that_somebody_has_declined() -> None:
    """C2: both of them, and nobody else."""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=PIET))
    before = {seat: scene.view(seat) for seat in (MIA, MAX, OLGA)}
    declined_ms = scene.asks(PIET, c.DeclineToPresent()).now_ms
    assert scene.leading(FRIDA).declined == scene.leading(FINN).declined == (PIET,)
    assert {seat: scene.view(seat) for seat in before} == before
    assert scene.wakes().now_ms == declined_ms + SIGNAL_TTL_MS
    assert scene.leading().declined == ()


def test_nobody_has_just_declined_where_a_circle_is_taken_up() -> None:
    """C2: it is kept nowhere when that was, nor that it was shown."""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=PIET)).asks(PIET, c.DeclineToPresent()).passes(30)
    scene.circle = replay(scene.log)
    assert scene.leading().declined == ()


@pytest.mark.parametrize(("by", "command"), [(FRIDA, c.AskToPresent(seat=PIET)), (PIET, c.OfferCase())])
def test_that_somebody_has_declined_is_said_no_more_once_it_is_not_so(by: int, command: c.Command) -> None:
    """C2: they are asked again, or have a case after all; of another one it is said as ever."""
    scene = everybody_here()
    for seat in (PIET, MIA):
        scene.asks(FRIDA, c.AskToPresent(seat=seat)).asks(seat, c.DeclineToPresent())
    assert scene.leading().declined == (PIET, MIA)
    assert scene.asks(by, command).leading().declined == (MIA,)


def test_who_was_asked_before_another_was_chosen_takes_the_case_from_nobody() -> None:
    """C3, P1: of two who were asked the first who accepts presents; whoever is asked from then on may, too."""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=MIA)).asks(FRIDA, c.AskToPresent(seat=MAX))
    scene.asks(PIET, c.OfferCase()).asks(MAX, c.AcceptToPresent())
    assert scene.refuses(MIA, c.AcceptToPresent()) is Reason.STALE
    assert scene.circle.presenter == MAX
    scene.asks(FRIDA, c.AskToPresent(seat=MIA)).asks(FRIDA, c.NamePresenter(seat=PIET))
    assert not scene.seen(FRIDA, MIA).asked
    assert scene.asks(FRIDA, c.AskToPresent(seat=MIA)).asks(MIA, c.AcceptToPresent()).circle.presenter == MIA


def test_whoever_was_asked_and_has_a_case_is_asked_no_more() -> None:
    """C1, C2"""
    scene = everybody_here().until(Phase.CALL_FOR_CASE).asks(FRIDA, c.AskToPresent(seat=MIA)).asks(MIA, c.OfferCase())
    assert not scene.seen(MIA, MIA).asked
    assert scene.refuses(MIA, c.DeclineToPresent()) is Reason.STALE


def test_asking_one_who_has_offered_or_was_asked_is_no_news() -> None:
    """C3"""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.AskToPresent(seat=MIA))
    assert scene.refuses(FINN, c.AskToPresent(seat=PIET)) is Reason.ALREADY
    assert scene.refuses(FINN, c.AskToPresent(seat=MIA)) is Reason.ALREADY


def test_only_a_member_who_is_there_can_be_named() -> None:
    """C3"""
    scene = everybody_here().asks(PIET, c.OfferCase()).loses(PIET)
    for seat in (PIET, FINN, OLGA, 0, -1, 7):
        assert scene.refuses(FRIDA, c.NamePresenter(seat=seat)) is Reason.NO_SUCH_PERSON
    assert scene.returns(PIET).asks(FRIDA, c.NamePresenter(seat=PIET)).circle.presenter == PIET


def test_the_presenter_may_step_down_until_the_case_begins() -> None:
    """C1"""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    assert scene.asks(PIET, c.WithdrawOffer()).circle.presenter is None
    assert piet_presents().refuses(PIET, c.WithdrawOffer()) is Reason.CASE_HAS_BEGUN


def test_within_a_case_nobody_else_is_named() -> None:
    """C3"""
    scene = piet_presents(Phase.REFLECTION, Template.TWO_CASES_90).asks(MIA, c.OfferCase())
    assert scene.refuses(FRIDA, c.NamePresenter(seat=MIA)) is Reason.CASE_HAS_BEGUN
    assert scene.refuses(FRIDA, c.AskToPresent(seat=MAX)) is Reason.CASE_HAS_BEGUN


def test_an_asking_that_stood_when_the_case_began_cannot_be_accepted_in_it() -> None:
    """C3"""
    scene = everybody_here().asks(FRIDA, c.AskToPresent(seat=MIA)).asks(PIET, c.OfferCase())
    scene.asks(FRIDA, c.NamePresenter(seat=PIET)).until(Phase.REFLECTION)
    assert scene.refuses(MIA, c.AcceptToPresent()) is Reason.CASE_HAS_BEGUN


def test_the_presenter_stays_through_a_lost_line() -> None:
    """C4, S3"""
    scene = piet_presents(Phase.REFLECTION).loses(PIET)
    assert scene.circle.role_of(PIET) is Role.PRESENTER
    assert scene.returns(PIET).view(PIET).you.role is Role.PRESENTER


def test_the_case_over_the_presenter_is_a_member_again() -> None:
    """C4"""
    assert piet_presents(Phase.CLOSING).circle.role_of(PIET) is Role.MEMBER


def test_the_second_case_has_its_own_presenter() -> None:
    """C4"""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    assert (scene.circle.phase, scene.circle.presenter) == (Phase.CALL_FOR_CASE, None)
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA)).until(Phase.REFLECTION)
    assert PIET not in scene.heard  # closed his own switch by sitting back, has not opened it since
    assert PIET in scene.asks(PIET, c.OpenMicrophone()).heard
    assert MIA not in scene.heard


def test_going_back_before_the_case_calls_anew() -> None:
    """C4"""
    scene = piet_presents(Phase.PRESENTATION).asks(FRIDA, c.GoBack(seen=4))
    assert (scene.circle.phase, scene.circle.presenter) == (Phase.CALL_FOR_CASE, None)


def back_in(scene: Scene, step: int) -> Scene:
    return scene.asks(FRIDA, c.SkipTo(step=step, seen=scene.circle.step))


@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.REFLECTION, Phase.PRESENTER_RETURNS])
def test_going_back_into_a_case_brings_its_presenter_back(phase: Phase) -> None:
    """P3, C4: one "next" too many, or a case that was ended early. Who presents all along is not brought back."""
    scene = piet_presents(phase)
    assert not any(isinstance(event, e.PresenterRestored) for event in scene.log)
    scene.asks(FRIDA, c.EndCase(seen=scene.circle.step))
    assert scene.circle.presenter is None
    assert "go_back" in scene.view(FRIDA).you.can
    assert scene.asks(FRIDA, c.GoBack(seen=scene.circle.step)).circle.phase is Phase.PRESENTER_RETURNS
    assert scene.view(PIET).you.role is Role.PRESENTER
    assert replay(scene.log) == scene.circle


def test_a_step_that_was_skipped_has_its_presenter_when_it_is_repeated() -> None:
    """P3, C4, H6, M3: and there the presenter is silent, wherever their switch stood."""
    scene = back_in(piet_presents(Phase.PRESENTATION), 9)
    assert PIET in scene.heard
    back_in(scene, 7)
    assert (scene.circle.phase, scene.circle.presenter) == (Phase.REFLECTION, PIET)
    assert PIET not in scene.heard
    assert not scene.circle.seat(PIET).microphone_open


def test_each_case_has_its_own_presenter_whatever_way_it_is_come_to() -> None:
    """P3, C4: out of the second case straight into the first, and on again."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA)).until(Phase.REFLECTION)
    first, second = [i for i, step in enumerate(scene.circle.plan) if step.phase is Phase.REFLECTION]
    assert (scene.circle.step, scene.circle.presenter) == (second, MIA)
    assert back_in(scene, first).circle.presenter == PIET
    assert scene.heard.isdisjoint({PIET})
    assert back_in(scene, second).circle.presenter == MIA


def test_named_for_the_second_case_she_does_not_present_the_first() -> None:
    """P3, C4: and is still named when the meeting comes to hers."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    assert scene.asks(FRIDA, c.GoBack(seen=scene.circle.step)).circle.presenter == PIET
    assert scene.next().next().circle.presenter == MIA


@pytest.mark.parametrize("case", [0, 1])
def test_whoever_is_named_for_the_second_case_is_shown_so_after_a_step_back_into_the_first(case: int) -> None:
    """C4, H9: as before it: it is theirs to withdraw, and they are inside; the case gone back from is called anew."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90, fishbowl=True).next()
    call = scene.circle.step
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA)).asks(FRIDA, c.GoBack(seen=call))
    back_in(scene.asks(FRIDA, c.SitOutside(seat=MIA)), (3, call)[case])
    assert scene.circle.presenter == (None, MIA)[case]
    assert (MIA in scene.circle.outer) is not bool(case)
    assert ("withdraw_offer" in scene.view(MIA).you.can) is bool(case)
    assert replay(scene.log) == scene.circle
    assert back_in(scene, call + 1).circle.presenter == MIA
    assert MIA not in back_in(scene, call + 3).heard
    named = [event.seat for event in scene.log if isinstance(event, e.PresenterRestored)]
    assert named == [PIET, MIA], "earlier releases, which know nobody as named after the step back, find her too"


def test_whoever_is_named_for_a_coming_case_is_shown_so_unless_their_invitation_has_ended() -> None:
    """C4, D5: also where it ended while the first case was gone back into."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    call = scene.circle.step
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA)).asks(FRIDA, c.GoBack(seen=call))
    assert scene.asks(FRIDA, c.EndInvitation(seat=MIA)).next().circle.presenter is None


def test_nobody_presents_a_case_that_is_not_theirs() -> None:
    """C3, C4, P4: from the first case there is no way into the second, which has nobody yet."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90)
    second = 1 + next(i for i in range(9, 15) if scene.circle.plan[i].phase is Phase.CALL_FOR_CASE)
    assert scene.refuses(FRIDA, c.SkipTo(step=second, seen=scene.circle.step)) is Reason.NO_PRESENTER


def test_gone_back_to_the_call_the_offer_stands_again() -> None:
    """P3, C1, C4: "next" goes on with it, but it can be withdrawn, and then nobody is made to present."""
    scene = piet_presents(Phase.PRESENTATION).asks(FRIDA, c.GoBack(seen=4))
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.STANDING
    assert scene.seen(MAX, PIET).offer is CaseOffer.NONE
    assert scene.next().circle.presenter == PIET
    scene.asks(FRIDA, c.GoBack(seen=4)).asks(PIET, c.WithdrawOffer())
    assert scene.seen(FRIDA, PIET).offer is CaseOffer.NONE
    assert scene.refuses(FRIDA, c.NextStep(seen=3)) is Reason.NO_PRESENTER


def test_gone_back_to_the_call_another_one_can_be_named() -> None:
    """C4: then the case is theirs; or the same again."""
    scene = piet_presents(Phase.REFLECTION)
    back_in(scene, 3).asks(FRIDA, c.NamePresenter(seat=PIET))
    assert scene.circle.presenter == PIET
    back_in(back_in(scene, 5), 3).asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    assert scene.next().circle.presenter == MIA
    assert back_in(back_in(scene, 9), 7).circle.presenter == MIA


def test_a_presenter_who_has_left_or_lost_the_line_is_waited_for() -> None:
    """C4, P3: their case can be gone back into as it could have gone on."""
    scene = piet_presents(Phase.CLOSING).asks(PIET, c.Leave())
    assert back_in(scene, 8).circle.presenter == PIET
    assert scene.arrive(PIET).view(PIET).you.role is Role.PRESENTER


def test_a_case_whose_presenter_has_no_seat_any_more_is_not_gone_back_into() -> None:
    """C4, P4, D5: refused in words, and shown so beforehand."""
    scene = piet_presents(Phase.CLOSING).asks(FRIDA, c.SendToDoor(seat=PIET))
    assert scene.refuses(FRIDA, c.GoBack(seen=9)) is Reason.NO_PRESENTER
    assert "go_back" not in scene.view(FRIDA).you.can
    assert not any(step.can_skip_to for step in scene.view(FRIDA).plan[4:9])
    scene.asks(FRIDA, c.Admit(seat=PIET))
    assert back_in(scene, 8).circle.presenter == PIET
    scene.next().asks(FRIDA, c.EndInvitation(seat=PIET))
    assert scene.refuses(FRIDA, c.GoBack(seen=9)) is Reason.NO_PRESENTER


@pytest.mark.parametrize("another_sits_there", [False, True])
def test_a_case_whose_presenter_has_no_seat_any_more_is_nobody_elses(another_sits_there: bool) -> None:
    """C3, C4, P4, D9: whoever is named for the second case has not agreed to present the first."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    call = scene.circle.step
    if another_sits_there:
        scene.asks(PIET, c.Leave()).notices(Arrived(seat=PIET, name="Pia")).asks(FRIDA, c.Admit(seat=PIET))
    else:
        scene.asks(FRIDA, c.EndInvitation(seat=PIET))
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    assert scene.refuses(FRIDA, c.GoBack(seen=call)) is Reason.NO_PRESENTER
    assert [i for i, step in enumerate(scene.view(FRIDA).plan) if step.can_skip_to] == [0, 1, 2, 3, *range(10, 17)]
    assert skipped_to(scene, Phase.CALL_FOR_CASE).circle.presenter is None
    assert scene.refuses(FRIDA, c.NextStep(seen=3)) is Reason.NO_PRESENTER
    assert scene.asks(MAX, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MAX)).next().circle.presenter == MAX
    assert back_in(scene, call + 1).circle.presenter == MIA
    assert replay(scene.log) == scene.circle


def test_another_persons_seat_takes_no_case_from_its_presenter() -> None:
    """C4, D9: the case is Piet's, and it is Mia's seat that has become Mallory's."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next().loses(MIA)
    scene.notices(Arrived(seat=MIA, name="Mallory")).asks(FRIDA, c.Admit(seat=MIA))
    assert scene.asks(FRIDA, c.GoBack(seen=scene.circle.step)).circle.presenter == PIET


def test_whoever_withdraws_presents_no_case_that_has_not_begun() -> None:
    """C1, C3: neither the coming one, nor the one that they were named for and that was skipped."""
    scene = everybody_here(Template.TWO_CASES_90).asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    back_in(scene, 9).asks(PIET, c.WithdrawOffer())
    assert scene.circle.presenter is None
    assert skipped_to(scene, Phase.CALL_FOR_CASE).seen(FRIDA, PIET).offer is CaseOffer.NONE
    assert scene.refuses(FRIDA, c.NextStep(seen=3)) is Reason.NO_PRESENTER


def test_whoever_withdraws_keeps_the_case_that_they_have_told() -> None:
    """C1, C4: unless another one was named for it anew, and it has not begun with them."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    call = scene.circle.step
    scene.asks(PIET, c.OfferCase()).asks(PIET, c.WithdrawOffer())
    assert scene.asks(FRIDA, c.GoBack(seen=call)).circle.presenter == PIET
    back_in(scene, 3).asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    back_in(scene, call).asks(MIA, c.WithdrawOffer())
    assert scene.refuses(FRIDA, c.GoBack(seen=call)) is Reason.NO_PRESENTER
    assert replay(scene.log) == scene.circle


def test_whoever_has_told_a_case_keeps_it_once_another_has_begun() -> None:
    """C1, C4: the first is Piet's, whatever he offers or withdraws at the call that came after it."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    call = scene.circle.step
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA)).next().asks(FRIDA, c.GoBack(seen=call + 1))
    scene.asks(PIET, c.OfferCase()).asks(PIET, c.WithdrawOffer())
    assert scene.asks(FRIDA, c.GoBack(seen=call)).circle.presenter == PIET


def test_an_offer_for_later_can_be_chosen_renewed_and_withdrawn() -> None:
    """C5: the one who offered has agreed, for the whole meeting."""
    scene = everybody_here(Template.TWO_CASES_90).asks(MIA, c.OfferCase()).asks(PIET, c.OfferCase())
    scene.asks(FRIDA, c.NamePresenter(seat=PIET)).until(Phase.PRESENTER_RETURNS).next()
    assert scene.seen(FRIDA, MIA).offer is CaseOffer.NEXT_TIME
    assert scene.asks(MIA, c.OfferCase()).seen(FRIDA, MIA).offer is CaseOffer.STANDING
    assert scene.asks(FRIDA, c.NamePresenter(seat=MIA)).circle.presenter == MIA


def offers_of_mia(scene: Scene) -> set[CaseOffer]:
    """What she and the others are shown of hers, and whether she can take it back."""
    offers = {scene.seen(seat, MIA).offer for seat in (FRIDA, MIA, MAX)}
    assert ("withdraw_offer" in scene.view(MIA).you.can) is (offers != {CaseOffer.NONE})
    return offers


@pytest.mark.parametrize(("template", "more"), [(Template.ONE_CASE_60, 0), (Template.TWO_CASES_90, 1)])
def test_nothing_is_offered_any_more_where_no_case_is_to_come(template: Template, more: int) -> None:
    """C1, C5: from the last case on; gone back to its call, what was offered before can be chosen again."""
    scene = everybody_here(template, offers_seen_by_all=True)
    scene.asks(MIA, c.OfferCase()).asks(MAX, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MAX))
    for _ in range(more):
        assert offers_of_mia(scene.until(Phase.PRESENTER_RETURNS)) == {CaseOffer.NEXT_TIME}
        scene.next().asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    call = scene.until(Phase.CALL_FOR_CASE).circle.step
    assert offers_of_mia(scene) == {CaseOffer.NEXT_TIME}
    while scene.circle.phase is not Phase.LINGERING:
        assert offers_of_mia(scene.next()) == {CaseOffer.NONE}
        assert scene.refuses(MIA, c.WithdrawOffer()) is Reason.ALREADY
    back_in(scene, call)
    assert offers_of_mia(scene) == {CaseOffer.NEXT_TIME}
    assert scene.asks(FRIDA, c.NamePresenter(seat=MIA)).circle.presenter == MIA


def test_an_offer_that_stood_when_the_last_case_was_skipped_stands_no_more() -> None:
    """C1, C5"""
    scene = everybody_here(offers_seen_by_all=True).asks(MIA, c.OfferCase())
    assert offers_of_mia(skipped_to(scene, Phase.CLOSING)) == {CaseOffer.NONE}
    assert offers_of_mia(skipped_to(scene, Phase.CALL_FOR_CASE)) == {CaseOffer.STANDING}


def test_a_circle_may_show_offers_to_all() -> None:
    """C2: as its frame says; who was asked stays private."""
    scene = everybody_here(offers_seen_by_all=True).asks(PIET, c.OfferCase()).asks(FRIDA, c.AskToPresent(seat=MIA))
    assert scene.seen(MAX, PIET).offer is CaseOffer.STANDING
    assert not scene.seen(MAX, MIA).asked


def test_there_is_nothing_to_offer_when_no_case_is_to_come() -> None:
    """C1: in the only case, and while the circle lingers; going back to the call makes it possible again."""
    for phase in (Phase.REFLECTION, Phase.CLOSING, Phase.LINGERING):
        assert piet_presents(phase).refuses(MIA, c.OfferCase()) is Reason.NOT_NOW
    scene = piet_presents(Phase.CLOSING)
    assert scene.refuses(FRIDA, c.AskToPresent(seat=MIA)) is Reason.NOT_NOW
    scene.asks(FRIDA, c.SkipTo(step=3, seen=9)).asks(MIA, c.OfferCase())
    assert scene.asks(FRIDA, c.NamePresenter(seat=MIA)).circle.presenter == MIA
