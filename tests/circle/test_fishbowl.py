"""A fishbowl: an inner circle that speaks, an outer one that listens, and how they change places."""

from app.circle import commands as c
from app.circle.hearing import Voice, voice_of
from app.circle.phases import Guidance, Phase
from app.circle.plan import Template, frame_of
from app.circle.reasons import Reason
from tests.support.scene import FINN, FRIDA, MAX, MIA, OLGA, PIET, SPEAKERS, Scene, everybody_here


def max_sits_outside() -> Scene:
    """Everybody has come, and Max has chosen the outer circle."""
    return everybody_here(Template.FISHBOWL_90, fishbowl=True).asks(MAX, c.SitOutside(seat=MAX))


def in_the_reflection() -> Scene:
    scene = max_sits_outside().until(Phase.CALL_FOR_CASE)
    return scene.asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET)).until(Phase.REFLECTION)


def change(scene: Scene, by: int = FRIDA) -> Scene:
    return scene.asks(by, c.ChangePlaces(outer=scene.view(by).outer))


def test_the_template_says_that_a_circle_is_a_fishbowl() -> None:
    """F1, H9: whatever is sent in its place."""
    for template in Template:
        for sent in (True, False):
            frame = frame_of(template, everybody_here(fishbowl=sent).circle.frame)
            assert frame.fishbowl is (template is Template.FISHBOWL_90)


def test_the_outer_circle_listens_while_a_case_runs_and_speaks_with_all_before_and_after() -> None:
    """H9"""
    scene = max_sits_outside()
    assert scene.heard == set(SPEAKERS)
    scene.until(Phase.CALL_FOR_CASE).asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET)).next()
    while scene.circle.row.belongs_to_case:
        assert MAX not in scene.heard
        assert voice_of(scene.circle, MAX) is Voice.LISTENING
        assert scene.view(MAX).you.guidance is Guidance.LISTEN
        assert scene.refuses(MAX, c.OpenMicrophone()) is Reason.NOT_NOW
        assert scene.refuses(MAX, c.WishToSpeak()) is Reason.NOT_NOW
        scene.next()
    assert MAX not in scene.heard  # whoever comes to the floor opens their own microphone
    assert MAX in scene.asks(MAX, c.OpenMicrophone()).heard


def test_changing_places_takes_the_floor_from_one_circle_and_gives_it_to_the_other() -> None:
    """H9, H7: at once, for all but the presenter; and it opens nobody's microphone."""
    scene = in_the_reflection()
    assert scene.heard == {FRIDA, FINN, MIA}
    change(scene)
    assert scene.view(MIA).outer == (MIA,)
    assert scene.heard == {FRIDA, FINN}
    assert not scene.view(MIA).you.microphone_open
    scene.asks(MAX, c.OpenMicrophone())
    assert scene.heard == {FRIDA, FINN, MAX}
    assert PIET not in scene.next().heard  # the presenter sits inside, their microphone is their own to open
    assert scene.asks(PIET, c.OpenMicrophone()).heard == {FRIDA, FINN, MAX, PIET}


def test_a_case_that_is_gone_back_to_has_its_presenter_inside() -> None:
    """H9, C4: whoever sat outside once it was over."""
    scene = in_the_reflection()
    scene.asks(FRIDA, c.EndCase(seen=scene.circle.step)).asks(FRIDA, c.SitOutside(seat=PIET))
    assert scene.view(MIA).outer == (PIET, MAX)
    scene.asks(FRIDA, c.GoBack(seen=scene.circle.step))
    assert (scene.circle.presenter, scene.view(MIA).outer) == (PIET, (MAX,))
    assert PIET in scene.asks(PIET, c.OpenMicrophone()).heard


def test_two_facilitators_who_change_places_together_change_them_once() -> None:
    """P2, H9: and so does a double click."""
    scene = in_the_reflection()
    seen = scene.view(FRIDA).outer
    change(scene)
    assert scene.refuses(FINN, c.ChangePlaces(outer=seen)) is Reason.STALE
    assert scene.view(FRIDA).outer == (MIA,)


def test_only_facilitators_change_places_in_a_case() -> None:
    """H9: before it each member chooses for themselves, and nobody for another."""
    scene = max_sits_outside()
    assert scene.refuses(MIA, c.SitOutside(seat=MAX)) is Reason.NOT_YOURS
    assert scene.refuses(OLGA, c.SitInside(seat=MAX)) is Reason.NOT_YOURS
    assert scene.refuses(FRIDA, c.SitOutside(seat=FINN)) is Reason.NO_SUCH_PERSON
    assert scene.refuses(MAX, c.SitOutside(seat=MAX)) is Reason.ALREADY
    scene = in_the_reflection()
    assert scene.refuses(MAX, c.SitInside(seat=MAX)) is Reason.NOT_NOW
    assert scene.refuses(MIA, c.ChangePlaces(outer=(MAX,))) is Reason.NOT_YOURS
    assert scene.refuses(FRIDA, c.SitOutside(seat=PIET)) is Reason.NO_SUCH_PERSON
    assert scene.asks(FRIDA, c.SitOutside(seat=MIA)).view(MIA).outer == (MIA, MAX)
    assert scene.heard == {FRIDA, FINN}
    assert scene.asks(FRIDA, c.SitInside(seat=MIA)).view(MIA).outer == (MAX,)
    assert scene.refuses(FRIDA, c.SitInside(seat=MIA)) is Reason.ALREADY


def test_nobody_is_offered_the_outer_circle_once_no_case_is_to_come() -> None:
    """H9: all speak then. Whoever sits there comes inside to take leave."""
    scene = in_the_reflection().until(Phase.CLOSING)
    assert scene.refuses(MIA, c.SitOutside(seat=MIA)) is Reason.NOT_NOW
    assert "sit_inside" in scene.seen(MAX, MAX).can
    assert scene.asks(MAX, c.SitInside(seat=MAX)).view(MIA).outer == ()
    assert "sit_outside" not in scene.seen(MAX, MAX).can


def test_a_wish_to_speak_stays_where_somebody_else_sits_outside() -> None:
    """C6: before a case the outer circle speaks too."""
    scene = max_sits_outside().asks(MAX, c.CloseMicrophone()).asks(MAX, c.WishToSpeak())
    assert scene.asks(MIA, c.SitOutside(seat=MIA)).seen(FRIDA, MAX).wishes


def test_a_wish_to_speak_goes_with_whoever_sits_outside() -> None:
    """C6"""
    scene = in_the_reflection().asks(MIA, c.CloseMicrophone()).asks(MIA, c.WishToSpeak())
    assert scene.seen(MAX, MIA).wishes
    assert not scene.asks(FRIDA, c.SitOutside(seat=MIA)).seen(MAX, MIA).wishes


def test_who_presents_sits_inside() -> None:
    """H9: also where they had chosen the outer circle, and where their case is gone back to."""
    scene = max_sits_outside().until(Phase.CALL_FOR_CASE)
    scene.asks(MAX, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MAX))
    assert scene.view(FRIDA).outer == ()
    assert scene.until(Phase.PRESENTATION).heard == {FRIDA, FINN, MAX}
    scene.until(Phase.CLOSING).asks(FRIDA, c.SitOutside(seat=MAX))
    scene.asks(FRIDA, c.GoBack(seen=scene.circle.step))
    assert (scene.circle.presenter, scene.view(FRIDA).outer) == (MAX, ())


def test_a_lost_line_comes_back_to_its_own_circle() -> None:
    """S3, H9"""
    scene = in_the_reflection().loses(MAX).returns(MAX)
    assert scene.view(MAX).outer == (MAX,)
    assert voice_of(scene.circle, MAX) is Voice.LISTENING


def test_leaders_are_hinted_at_nobody_who_may_only_listen() -> None:
    """L6"""
    assert in_the_reflection().leading().not_heard_yet == (MIA,)


def test_no_other_circle_has_an_outer_one() -> None:
    """H9"""
    scene = everybody_here()
    assert scene.refuses(MAX, c.SitOutside(seat=MAX)) is Reason.NOT_NOW
    assert scene.refuses(FRIDA, c.ChangePlaces(outer=())) is Reason.NOT_NOW
    everything = {what for seat in SPEAKERS for what in scene.view(seat).you.can}
    everything |= {what for seat in scene.view(FRIDA).seats for what in seat.can}
    assert not everything & {"sit_outside", "sit_inside", "change_places"}
