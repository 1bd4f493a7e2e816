"""A weak line: its person is told, the leaders are told, and nobody is labelled before the others."""

from dataclasses import replace

import pytest

from app.circle import commands as c
from app.circle.line_quality import WeakLine
from app.circle.notices import Arrived, LineJudged
from app.circle.phases import Phase
from app.circle.view import View
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, Scene, everybody_here, piet_presents


def told(scene: Scene, seat: int) -> tuple[WeakLine | None, tuple[int, ...]]:
    """What this person is told of their line, and the leaders of whose."""
    return scene.view(seat).you.weak_line, scene.leading().weak_lines


def weak(scene: Scene, seat: int, how: WeakLine | None = WeakLine.BOTH) -> Scene:
    return scene.notices(LineJudged(seat=seat, weak=how))


def without_own(view: View) -> View:
    return replace(view, you=replace(view.you, weak_line=None), leading=None)


def test_the_person_and_the_leaders_are_told_until_it_is_good_again() -> None:
    """S11"""
    scene = weak(everybody_here(), MIA)
    assert told(scene, MIA) == (WeakLine.BOTH, (MIA,))
    assert told(weak(scene, MIA, WeakLine.HEARS), MIA) == (WeakLine.HEARS, (MIA,))
    assert told(weak(scene, MIA, None), MIA) == (None, ())


def test_nobody_else_sees_anything_of_it() -> None:
    """S11, L1: the views of all others are as they were."""
    scene = everybody_here()
    before = {seat: scene.view(seat) for seat in (PIET, MAX, OLGA, MIA, FRIDA, FINN)}
    weak(scene, MIA)
    for seat in (PIET, MAX, OLGA):
        assert scene.view(seat) == before[seat]
    for seat in (MIA, FRIDA, FINN):
        assert without_own(scene.view(seat)) == without_own(before[seat])


def test_the_same_again_is_no_news() -> None:
    """S11"""
    scene = weak(everybody_here(), MIA)
    before = scene.circle
    assert weak(scene, MIA).circle is before


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (WeakLine.HEARD, None),
        (WeakLine.SLOW, None),
        (WeakLine.HEARS, WeakLine.HEARS),
        (WeakLine.BOTH, WeakLine.HEARS),
    ],
)
@pytest.mark.parametrize("seat", [PIET, OLGA])
def test_whoever_only_listens_is_told_of_what_they_miss_alone(seat: int, how: WeakLine, said: WeakLine | None) -> None:
    """S11: the presenter who sits back, and an observer."""
    scene = weak(piet_presents(Phase.REFLECTION), seat, how)
    assert told(scene, seat) == (said, (seat,) if said else ())


def test_what_the_presenter_loses_of_their_voice_is_said_once_they_may_speak_again() -> None:
    """S11"""
    scene = weak(piet_presents(Phase.REFLECTION), PIET, WeakLine.HEARD)
    assert told(scene.next(), PIET) == (WeakLine.HEARD, (PIET,))


@pytest.mark.parametrize("way", ["sound", "line", "leaving", "another device"])
def test_of_another_line_nothing_is_known(way: str) -> None:
    """S11: whatever way the sound of a person begins anew."""
    scene = weak(everybody_here(), MIA)
    match way:
        case "sound":
            scene.sounds(MIA, stands=False).sounds(MIA)
        case "line":
            scene.loses(MIA)
            assert scene.leading().weak_lines == ()
            scene.arrive(MIA)
        case "leaving":
            scene.asks(MIA, c.Leave())
            assert scene.leading().weak_lines == ()
            scene.arrive(MIA)
        case "another device":
            scene.notices(Arrived(seat=MIA, name=NAMES[MIA])).asks(MIA, c.AllowOtherDevice()).sounds(MIA)
    assert told(scene, MIA) == (None, ())


def test_a_judgement_that_comes_too_late_is_no_news() -> None:
    """S11: of somebody who is gone by then, or whose sound does not stand."""
    scene = everybody_here().loses(MIA).sounds(MAX, stands=False)
    before = scene.circle
    for seat in (MIA, MAX):
        assert weak(scene, seat).circle is before
