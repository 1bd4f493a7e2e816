"""Observers whom a group has agreed to beforehand: they come in without knocking, where that is still true of all."""

import pytest

from app.circle import commands as c
from app.circle.decide import open_circle
from app.circle.door import knocks
from app.circle.evolve import replay
from app.circle.frame import Frame
from app.circle.hearing import may_be_heard
from app.circle.phases import Role
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Reason
from app.circle.seats import Announced, Presence
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, ROLES, SPEAKERS, Scene

OTTO = 7
"""Observes as well, where he is."""


def olga_is_announced(agreed: tuple[int, ...] = SPEAKERS, more: tuple[Role, ...] = (), **frame: bool) -> Scene:
    scene = Scene(names={**NAMES, OTTO: "Otto"})
    plan, announced = TEMPLATES[Template.ONE_CASE_60], (Announced(seat=OLGA, name="Olga", agreed=agreed),)
    scene.log = [open_circle("Tuesday", plan, ROLES + more, scene.now_ms, Frame(**frame), announced=announced)]
    scene.circle = replay(scene.log)
    return scene


def presence(scene: Scene) -> Presence:
    return scene.circle.seat(OLGA).presence


def test_who_is_announced_and_agreed_to_comes_straight_in() -> None:
    """O1: everybody who is here has agreed, and everybody sees that an observer is there. They are never heard (H2)."""
    scene = olga_is_announced().arrive(FRIDA, MIA).knocks(OLGA)
    assert presence(scene) is Presence.HERE
    assert scene.seen(MIA, OLGA).name == "Olga"
    assert OLGA not in may_be_heard(scene.circle)


def test_whoever_comes_first_waits_for_a_facilitator() -> None:
    """O1: and comes in as soon as one is here."""
    scene = olga_is_announced().arrive(MIA).knocks(OLGA)
    assert presence(scene) is Presence.KNOCKING
    assert presence(scene.arrive(FRIDA)) is Presence.HERE


def test_one_who_is_here_and_has_not_agreed_is_asked() -> None:
    """O1: somebody who said that they could not come, and is here all the same."""
    scene = olga_is_announced((FRIDA, FINN, PIET, MIA)).arrive(FRIDA, MIA, MAX).knocks(OLGA)
    assert presence(scene) is Presence.KNOCKING
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED


def test_one_whose_lost_line_is_waited_for_is_asked_as_if_they_were_here() -> None:
    """O1, S7: until the leaders go on without them."""
    scene = olga_is_announced((FRIDA,)).arrive(FRIDA, MIA).loses(MIA).knocks(OLGA)
    assert presence(scene) is Presence.KNOCKING
    assert presence(scene.asks(FRIDA, c.GoOnWithout(seat=MIA))) is Presence.HERE


def test_an_observer_who_is_here_is_not_asked() -> None:
    """O1: it is for those who speak here."""
    scene = olga_is_announced(more=(Role.OBSERVER,)).arrive(FRIDA, OTTO)
    assert scene.circle.seat(OTTO).here
    assert presence(scene.knocks(OLGA)) is Presence.HERE


@pytest.mark.parametrize("name", ["Somebody else", "Olaf"])
def test_another_name_knocks(name: str) -> None:
    """O1: the group has agreed to a person, not to a link."""
    scene = olga_is_announced().arrive(FRIDA, MIA)
    scene.names = {**scene.names, OLGA: name}
    assert presence(scene.knocks(OLGA)) is Presence.KNOCKING


def test_another_person_on_a_seat_has_not_agreed() -> None:
    """O1, D9"""
    scene = olga_is_announced().arrive(FRIDA, MIA).asks(MIA, c.Leave())
    scene.names = {**scene.names, MIA: "Mo"}
    scene.knocks(MIA).asks(FRIDA, c.Admit(seat=MIA)).knocks(OLGA)
    assert presence(scene) is Presence.KNOCKING


def test_a_closed_door_a_frame_that_knocks_and_being_sent_back_hold() -> None:
    """D2, D3, D4"""
    closed = olga_is_announced().arrive(FRIDA).asks(FRIDA, c.CloseDoor()).knocks(OLGA)
    assert presence(closed) is Presence.KNOCKING
    assert presence(olga_is_announced(knocking=True).arrive(FRIDA).knocks(OLGA)) is Presence.KNOCKING
    sent = olga_is_announced().arrive(FRIDA).knocks(OLGA).asks(FRIDA, c.SendToDoor(seat=OLGA))
    assert presence(sent) is Presence.KNOCKING


def test_what_the_door_says_of_who_is_announced_is_what_happens() -> None:
    """F1, O1: what is shown before entering."""
    outcomes = {
        "nobody is here": olga_is_announced(),
        "no facilitator is here": olga_is_announced().arrive(MIA),
        "one who has not agreed is here": olga_is_announced((FRIDA,)).arrive(FRIDA, MIA),
        "all have agreed": olga_is_announced().arrive(FRIDA, MIA),
        "the door is closed": olga_is_announced().arrive(FRIDA).asks(FRIDA, c.CloseDoor()),
        "members knock": olga_is_announced(knocking=True).arrive(FRIDA),
    }
    said = {of: knocks(scene.circle, scene.circle.seat(OLGA), None, scene.now_ms) for of, scene in outcomes.items()}
    assert said == {of: presence(scene.knocks(OLGA)) is Presence.KNOCKING for of, scene in outcomes.items()}
    assert [of for of, waits in said.items() if not waits] == ["all have agreed"]
