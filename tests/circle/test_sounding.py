"""Somebody can be here and not heard: what everybody is told of it."""

import pytest

from app.circle import commands as c
from app.circle.hearing import Voice, may_be_heard
from app.circle.leading import Leading
from app.circle.notices import Arrived, InvitationsChanged, SoundChanged, TimeUp
from app.circle.reasons import Reason
from app.circle.seats import Presence
from app.circle.sounding import NO_SOUND_AFTER_MS, Sounding
from app.circle.timing import TOLD_TOGETHER_MS, is_waited_for, wake_at_ms
from app.circle.view import View
from app.circle.viewing import view_for
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, Scene, everybody_here

EVERYBODY = (FRIDA, FINN, PIET, MIA, MAX, OLGA)


def mia_enters() -> Scene:
    """Mia is here, has opened her microphone, and her sound has not found its way yet."""
    scene = Scene().arrive(FRIDA, FINN, PIET, MAX).arrive(OLGA)
    scene.notices(Arrived(seat=MIA, name=NAMES[MIA])).asks(MIA, c.OpenMicrophone())
    return scene


def sound(scene: Scene, viewer: int) -> tuple[Sounding | None, Voice]:
    """How Mia's sound is shown to this person."""
    seen = scene.seen(viewer, MIA)
    return seen.sound, seen.voice


@pytest.mark.parametrize("viewer", EVERYBODY)
def test_everybody_sees_that_sound_is_being_connected_and_then_that_it_has_found_no_way(viewer: int) -> None:
    """S9"""
    scene = mia_enters()
    assert sound(scene, viewer) == (Sounding.CONNECTING, Voice.UNCONNECTED)
    scene.now_ms += NO_SOUND_AFTER_MS - 1
    assert sound(scene, viewer) == (Sounding.CONNECTING, Voice.UNCONNECTED)
    scene.now_ms += 1
    assert sound(scene, viewer) == (Sounding.NO_SOUND, Voice.UNCONNECTED)
    scene.sounds(MIA)
    assert sound(scene, viewer) == (Sounding.CONNECTED, Voice.HEARD)


def test_the_circle_wakes_when_there_is_something_to_say() -> None:
    """S9: after ten seconds, and for nothing once the sound stands."""
    scene = mia_enters()
    assert wake_at_ms(scene.circle, scene.now_ms) == scene.now_ms + NO_SOUND_AFTER_MS
    assert wake_at_ms(scene.circle, scene.now_ms + NO_SOUND_AFTER_MS) is None
    assert wake_at_ms(scene.sounds(MIA).circle, scene.now_ms) is None


def test_of_those_who_come_together_everybody_is_told_at_once() -> None:
    """S9: with the last of them, a quarter of a second late at most; what is shown before is what is true then."""
    scene = Scene().arrive(FRIDA, FINN)
    for seat, after_ms in ((MIA, 0), (PIET, 100), (MAX, TOLD_TOGETHER_MS - 99)):
        scene.now_ms += after_ms
        scene.notices(Arrived(seat=seat, name=NAMES[seat]))
    first_ms = scene.now_ms - TOLD_TOGETHER_MS - 1 + NO_SOUND_AFTER_MS
    assert wake_at_ms(scene.circle, scene.now_ms) == first_ms + 100
    assert leading_at(scene, first_ms).without_sound == (MIA,)
    scene.wakes()
    assert scene.leading().without_sound == (PIET, MIA)
    assert wake_at_ms(scene.circle, scene.now_ms) == first_ms + TOLD_TOGETHER_MS + 1
    scene.wakes()
    assert scene.leading().without_sound == (PIET, MIA, MAX)


def leading_at(scene: Scene, at_ms: int) -> Leading:
    """What the leaders would be shown then."""
    view = view_for(scene.circle, FRIDA, at_ms)
    assert isinstance(view, View) and view.leading
    return view.leading


def test_leaders_are_told_by_name_and_the_person_too() -> None:
    """S9"""
    scene = mia_enters()
    assert (scene.leading().without_sound, scene.view(MIA).you.sound) == ((), Sounding.CONNECTING)
    scene.now_ms += NO_SOUND_AFTER_MS
    assert (scene.leading().without_sound, scene.view(MIA).you.sound) == ((MIA,), Sounding.NO_SOUND)
    assert scene.view(MIA).you.voice is Voice.UNCONNECTED


def test_leaders_go_on_without_somebodys_sound_until_it_stands() -> None:
    """S9: what their seat shows stays, and whoever loses it again is told of anew."""
    scene = mia_enters().after(1)
    assert "go_on_without" in scene.seen(FRIDA, MIA).can
    scene.asks(FRIDA, c.GoOnWithout(seat=MIA))
    assert (scene.leading().without_sound, sound(scene, MAX)[0]) == ((), Sounding.NO_SOUND)
    assert scene.refuses(FINN, c.GoOnWithout(seat=MIA)) is Reason.ALREADY
    assert scene.sounds(MIA).refuses(FINN, c.GoOnWithout(seat=MIA)) is Reason.STALE
    assert scene.sounds(MIA, stands=False).after(1).leading().without_sound == (MIA,)


@pytest.mark.parametrize("way", ["another device", "a lost line", "leaving", "the door", "a new link"])
def test_whoever_comes_again_without_sound_is_told_of_again_and_a_line_that_is_lost_is_waited_for(way: str) -> None:
    """S9, S7, D11: that the leaders went on without their sound was said of that sound alone."""
    scene = mia_enters().after(1).asks(FRIDA, c.GoOnWithout(seat=MIA))
    match way:
        case "a lost line":
            assert is_waited_for(scene.loses(MIA).circle, scene.circle.seat(MIA))
        case "leaving":
            scene.asks(MIA, c.Leave())
        case "the door":
            scene.asks(FRIDA, c.SendToDoor(seat=MIA))
        case "a new link":
            renewals = tuple(int(seat.number == MIA) for seat in scene.circle.seats)
            scene.notices(InvitationsChanged(renewals=renewals))
            assert is_waited_for(scene.circle, scene.circle.seat(MIA))
    scene.notices(Arrived(seat=MIA, name=NAMES[MIA], renewals=scene.circle.seat(MIA).renewals))
    if way == "the door":
        scene.asks(FRIDA, c.Admit(seat=MIA))
    if way == "another device":
        scene.asks(MIA, c.AllowOtherDevice())
    assert scene.after(1).leading().without_sound == (MIA,)


def test_whoever_lost_the_line_and_is_gone_on_without_stays_so_with_a_new_link() -> None:
    """S7, D11: their sound is no matter of it."""
    scene = everybody_here().loses(MIA).asks(FRIDA, c.GoOnWithout(seat=MIA))
    scene.notices(InvitationsChanged(renewals=tuple(int(seat.number == MIA) for seat in scene.circle.seats)))
    assert not is_waited_for(scene.circle, scene.circle.seat(MIA))


def test_sound_that_is_lost_is_looked_for_anew() -> None:
    """S9: ten seconds from then, and told once however often it is noticed."""
    scene = everybody_here().after(30).sounds(MIA, stands=False)
    lost_ms = scene.now_ms
    assert sound(scene, MAX) == (Sounding.CONNECTING, Voice.UNCONNECTED)
    scene.now_ms += 6000
    before = scene.circle
    assert scene.sounds(MIA, stands=False).circle is before
    assert wake_at_ms(scene.circle, scene.now_ms) == lost_ms + NO_SOUND_AFTER_MS


@pytest.mark.parametrize("way", ["another device", "a lost line", "leaving", "the door"])
def test_whatever_way_she_comes_again_her_sound_begins_anew(way: str) -> None:
    """S9"""
    scene = everybody_here()
    match way:
        case "a lost line":
            scene.loses(MIA)
        case "leaving":
            scene.asks(MIA, c.Leave())
        case "the door":
            scene.asks(FRIDA, c.SendToDoor(seat=MIA))
    away = scene.circle.seat(MIA).presence is not Presence.HERE
    if scene.circle.seat(MIA).seated and away:
        assert scene.seen(MAX, MIA).sound is None
    scene.after(1).notices(Arrived(seat=MIA, name=NAMES[MIA]))
    if scene.circle.seat(MIA).presence is Presence.KNOCKING:
        scene.asks(FRIDA, c.Admit(seat=MIA))
    if way == "another device":
        scene.asks(MIA, c.AllowOtherDevice())
    assert scene.seen(MAX, MIA).sound is Sounding.CONNECTING
    assert scene.sounds(MIA).seen(MAX, MIA).sound is Sounding.CONNECTED


def test_what_is_noticed_of_somebody_who_is_not_here_is_no_news() -> None:
    """S9"""
    scene = everybody_here().loses(MIA)
    before = scene.circle
    for stands in (True, False):
        assert scene.notices(SoundChanged(seat=MIA, stands=stands)).circle is before
    assert scene.notices(TimeUp()).circle is before


def test_why_somebody_is_not_heard_is_said_before_that_their_sound_does_not_stand() -> None:
    """S9: their own switch, a phase or a facilitator; and the gate follows the rules alone."""
    scene = mia_enters().sounds(FRIDA, stands=False)
    assert MIA in may_be_heard(scene.circle)
    assert scene.asks(MIA, c.CloseMicrophone()).seen(MAX, MIA).voice is Voice.CLOSED_BY_PERSON
    assert scene.asks(FRIDA, c.SilencePerson(seat=MIA)).seen(MAX, MIA).voice is Voice.SILENCED
