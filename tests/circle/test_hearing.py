"""Who is heard: the table, and everything that takes a voice away."""

import re
from pathlib import Path

import pytest

from app.circle import commands as c
from app.circle.evolve import replay
from app.circle.hearing import Voice, may_be_heard, voice_of
from app.circle.phases import PHASES, Guidance, Phase, Role
from app.circle.plan import Template
from app.circle.reasons import Reason
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, SPEAKERS, Scene, everybody_here, piet_presents

EVERYBODY = set(SPEAKERS)
HEARD = {
    Phase.GATHERING: EVERYBODY,
    Phase.OPENING: EVERYBODY,
    Phase.FOLLOW_UP: EVERYBODY,
    Phase.CALL_FOR_CASE: EVERYBODY,
    Phase.PRESENTATION: {FRIDA, FINN, PIET},
    Phase.CLARIFYING_QUESTIONS: EVERYBODY,
    Phase.SIT_BACK: {FRIDA, FINN, MIA, MAX},
    Phase.REFLECTION: {FRIDA, FINN, MIA, MAX},
    Phase.PRESENTER_RETURNS: EVERYBODY,
    Phase.CLOSING: EVERYBODY,
    Phase.LINGERING: EVERYBODY,
}


def scene_in(phase: Phase) -> Scene:
    before_the_case = phase in {Phase.GATHERING, Phase.OPENING, Phase.FOLLOW_UP, Phase.CALL_FOR_CASE}
    scene = everybody_here().until(phase) if before_the_case else piet_presents(phase)
    for seat in SPEAKERS:
        if "open_microphone" in scene.view(seat).you.can:
            scene.asks(seat, c.OpenMicrophone())
    return scene


@pytest.mark.parametrize("phase", HEARD)
def test_each_phase_hears_exactly_its_roles(phase: Phase) -> None:
    """H1, H2: with every switch open that may be, exactly the table's roles are heard."""
    assert scene_in(phase).heard == HEARD[phase]


def test_nobody_is_heard_once_ended() -> None:
    """H1, E1"""
    scene = everybody_here()
    assert scene.asks(FRIDA, c.EndCircle(seen=0)).heard == set()


def test_the_table_in_the_rules_is_the_table_in_force() -> None:
    """H1: the document and the code say the same of every phase and role."""
    rules = (Path(__file__).parents[2] / "docs" / "RULES.md").read_text()
    rows = {
        cells[0]: dict(zip(Role, cells[1:], strict=True))
        for line in re.findall(r"^\| (.+) \|$", rules, re.MULTILINE)
        if (cells := line.split(" | "))[0] in set(Phase)
    }
    assert set(rows) == set(Phase)
    for phase, row in PHASES.items():
        assert {role for role, word in rows[phase].items() if word == "yes"} == row.heard


def test_no_phase_hears_an_observer() -> None:
    """H2"""
    assert all(Role.OBSERVER not in row.heard for row in PHASES.values())
    scene = everybody_here()
    assert voice_of(scene.circle, OLGA) is Voice.LISTENING


@pytest.mark.parametrize("phase", HEARD)
def test_every_phase_tells_every_role_what_to_do(phase: Phase) -> None:
    """W2: guidance is complete, and the presenter's own where it matters."""
    assert set(PHASES[phase].guidance) == set(Role)
    view = scene_in(phase).view(PIET)
    assert view.you.guidance is PHASES[phase].guidance[view.you.role]


def test_in_a_closing_without_a_case_nobody_is_told_to_take_leave_of_one() -> None:
    """W2: nor to thank a presenter. Whoever observes is told so, as ever."""
    scene = everybody_here()
    closing = [step.phase for step in scene.circle.plan].index(Phase.CLOSING)
    scene.asks(FRIDA, c.SkipTo(step=closing, seen=0))
    assert {scene.view(seat).you.guidance for seat in SPEAKERS} == {Guidance.FAREWELL}
    assert scene.view(OLGA).you.guidance is Guidance.OBSERVE


def test_an_unused_seat_a_lost_line_and_a_person_gone_are_not_heard() -> None:
    """H3"""
    scene = Scene().arrive(FRIDA, MIA, MAX)
    for seat in (FRIDA, MIA, MAX):
        scene.asks(seat, c.OpenMicrophone())
    scene.loses(MIA).asks(MAX, c.Leave())
    assert scene.heard == {FRIDA}
    assert {voice_of(scene.circle, n) for n in (PIET, MIA, MAX)} == {Voice.AWAY}


def test_a_closed_switch_is_not_heard() -> None:
    """H5"""
    scene = everybody_here().asks(MIA, c.CloseMicrophone())
    assert MIA not in scene.heard
    assert voice_of(scene.circle, MIA) is Voice.CLOSED_BY_PERSON


def test_a_silenced_person_is_heard_in_no_phase_and_told_so_in_each() -> None:
    """H4: not that the phase hears them later, for it does not."""
    scene = piet_presents().asks(FINN, c.SilencePerson(seat=MIA)).asks(FINN, c.SilencePerson(seat=PIET))
    while scene.circle.phase is not Phase.CLOSING:
        for seat in (MIA, PIET):
            assert scene.seen(FRIDA, seat).voice is scene.view(seat).you.voice is Voice.SILENCED
            assert scene.refuses(seat, c.OpenMicrophone()) is Reason.SILENCED
        scene.next()


def test_a_silenced_facilitator_who_leads_alone_opens_their_own_microphone() -> None:
    """H4, L3, P1: nobody else is there to let them be heard. As long as another one is, it is for that one to do."""
    scene = everybody_here().asks(FINN, c.SilencePerson(seat=FRIDA)).asks(FINN, c.SilencePerson(seat=MIA))
    assert scene.refuses(FRIDA, c.LiftSilence(seat=FRIDA)) is Reason.NOT_YOURS
    assert scene.refuses(FRIDA, c.OpenMicrophone()) is Reason.SILENCED
    scene.loses(FINN)
    assert scene.seen(MAX, FRIDA).voice is Voice.CLOSED_BY_PERSON
    assert scene.returns(FINN).seen(MAX, FRIDA).voice is Voice.SILENCED
    scene.asks(FINN, c.Leave()).asks(FRIDA, c.OpenMicrophone())
    assert scene.arrive(FINN).heard >= {FRIDA}
    assert "lift_silence" not in scene.seen(FINN, FRIDA).can
    assert scene.refuses(MIA, c.OpenMicrophone()) is Reason.SILENCED
    assert replay(scene.log) == scene.circle


def test_a_silenced_person_in_the_outer_circle_is_told_that_they_are_silenced() -> None:
    """H4, H9: for coming inside does not change it."""
    scene = everybody_here(Template.FISHBOWL_90, fishbowl=True).asks(MIA, c.SitOutside(seat=MIA))
    scene.asks(FINN, c.SilencePerson(seat=MIA))
    scene.asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET)).until(Phase.REFLECTION)
    assert voice_of(scene.circle, MIA) is Voice.SILENCED
    assert scene.refuses(MIA, c.OpenMicrophone()) is Reason.SILENCED


def test_hearing_needs_nothing_but_the_state() -> None:
    """H7: the same events give the same voices, in any process."""
    scene = piet_presents(Phase.REFLECTION)
    assert may_be_heard(scene.circle) == scene.heard == HEARD[Phase.REFLECTION]
    assert set(NAMES) - scene.heard == {PIET, OLGA}
