"""The presenter sits back, and the microphone switch that is everybody's own."""

import pytest

from app.circle import commands as c
from app.circle.events import MicrophoneOpened
from app.circle.hearing import Voice, voice_of
from app.circle.notices import Arrived
from app.circle.phases import Phase
from app.circle.reasons import Reason
from tests.support.scene import FINN, FRIDA, MIA, PIET, Scene, piet_presents

SAT_BACK = (Phase.SIT_BACK, Phase.REFLECTION)


@pytest.mark.parametrize("phase", SAT_BACK)
def test_the_presenter_cannot_open_the_microphone(phase: Phase) -> None:
    """H6, M3"""
    scene = piet_presents(phase)
    assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK
    assert PIET not in scene.heard
    assert scene.view(PIET).you.sits_back


@pytest.mark.parametrize("phase", SAT_BACK)
def test_even_an_open_switch_is_not_heard(phase: Phase) -> None:
    """H1, H6: the phase and the switch each keep the presenter silent, also if the other failed."""
    scene = piet_presents(phase)
    scene.happens((MicrophoneOpened(at_ms=scene.now_ms, seat=PIET),))
    assert PIET not in scene.heard
    assert voice_of(scene.circle, PIET) is Voice.CLOSED_BY_PHASE


@pytest.mark.parametrize("phase", SAT_BACK)
def test_no_way_back_in_gives_the_presenter_a_voice(phase: Phase) -> None:
    """H6: not a lost line, not a second entry under another name, not leaving and coming again."""
    scene = piet_presents(phase)
    for way_in in (
        lambda: scene.loses(PIET).returns(PIET),
        lambda: scene.notices(Arrived(seat=PIET, name="Somebody else")),
        lambda: scene.asks(PIET, c.Leave()).returns(PIET),
        lambda: scene.asks(FINN, c.SilencePerson(seat=PIET)).asks(FINN, c.LiftSilence(seat=PIET)),
    ):
        way_in()
        assert PIET not in scene.heard
        assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK


def test_returning_opens_no_microphone() -> None:
    """M1, M3: the floor is the presenter's again, and the hand on the switch too."""
    scene = piet_presents(Phase.PRESENTER_RETURNS)
    assert PIET not in scene.heard
    assert voice_of(scene.circle, PIET) is Voice.CLOSED_BY_PERSON
    assert PIET in scene.asks(PIET, c.OpenMicrophone()).heard


def test_sitting_back_closes_the_switch_of_a_presenter_whose_line_is_lost() -> None:
    """M3: whoever comes back after the return finds a closed switch."""
    scene = piet_presents(Phase.CLARIFYING_QUESTIONS).loses(PIET).until(Phase.PRESENTER_RETURNS).returns(PIET)
    assert voice_of(scene.circle, PIET) is Voice.CLOSED_BY_PERSON


def test_a_member_keeps_the_switch_through_the_phases() -> None:
    """M2"""
    scene = piet_presents(Phase.PRESENTATION)
    assert voice_of(scene.circle, MIA) is Voice.CLOSED_BY_PHASE
    assert scene.view(MIA).you.microphone_open
    scene.next()
    assert voice_of(scene.circle, MIA) is Voice.HEARD


def test_a_member_may_move_the_switch_while_the_phase_is_closed() -> None:
    """M2"""
    scene = piet_presents(Phase.PRESENTATION).asks(MIA, c.CloseMicrophone()).next()
    assert MIA not in scene.heard


def test_no_command_of_another_opens_a_microphone() -> None:
    """M1, M4: silencing closes the switch, lifting leaves it closed."""
    scene = piet_presents(Phase.CLARIFYING_QUESTIONS).asks(FRIDA, c.SilencePerson(seat=MIA))
    assert scene.refuses(MIA, c.OpenMicrophone()) is Reason.SILENCED
    scene.asks(FINN, c.LiftSilence(seat=MIA))
    assert voice_of(scene.circle, MIA) is Voice.CLOSED_BY_PERSON
    assert MIA in scene.asks(MIA, c.OpenMicrophone()).heard


def test_entering_and_leaving_close_the_switch_and_coming_back_keeps_it() -> None:
    """M5"""
    scene = Scene().arrive(FRIDA, MIA)
    assert not scene.circle.seat(MIA).microphone_open
    scene.asks(MIA, c.OpenMicrophone()).loses(MIA).returns(MIA)
    assert scene.circle.seat(MIA).microphone_open
    scene.loses(MIA).arrive(MIA)
    assert not scene.circle.seat(MIA).microphone_open
    scene.asks(MIA, c.OpenMicrophone()).asks(MIA, c.Leave()).returns(MIA)
    assert not scene.circle.seat(MIA).microphone_open


def test_opening_or_closing_twice_is_no_news() -> None:
    """M1"""
    scene = Scene().arrive(MIA)
    assert scene.refuses(MIA, c.CloseMicrophone()) is Reason.ALREADY
    assert scene.asks(MIA, c.OpenMicrophone()).refuses(MIA, c.OpenMicrophone()) is Reason.ALREADY


def test_the_chair_moves_back_into_the_ring() -> None:
    """M3: outside the ring in sitting back and reflection, and at no other time."""
    scene = piet_presents(Phase.PRESENTATION)
    outside = []
    while scene.circle.phase is not Phase.CLOSING:
        if scene.seen(MIA, PIET).sits_back:
            outside.append(scene.circle.phase)
        scene.next()
    assert tuple(outside) == SAT_BACK
