"""Seats: taken, lost, found again."""

import sys
from types import FrameType

import pytest

from app.circle import commands as c
from app.circle import events as e
from app.circle.decide import lost_connections, open_circle, react
from app.circle.evolve import replay
from app.circle.notices import Arrived, CameBack
from app.circle.phases import Phase, Role
from app.circle.plan import TEMPLATES, Template
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from tests.support.scene import FINN, FRIDA, MAX, MIA, OLGA, PIET, Scene, everybody_here, piet_presents

PLAN = TEMPLATES[Template.ONE_CASE_60]
PAIR = (Role.FACILITATOR, Role.MEMBER)


def test_a_person_keeps_seat_role_and_time() -> None:
    """S1, S3"""
    scene = piet_presents(Phase.REFLECTION)
    before = scene.view(PIET)
    after = scene.loses(PIET).after(3).returns(PIET).view(PIET)
    assert (after.you.number, after.you.role, after.clock) == (before.you.number, before.you.role, before.clock)


def test_a_lost_line_is_shown_as_coming_back() -> None:
    """S3"""
    scene = everybody_here().loses(MIA)
    assert scene.seen(FRIDA, MIA).presence is Presence.COMING_BACK
    assert scene.returns(MIA).seen(FRIDA, MIA).presence is Presence.HERE


def test_losing_and_finding_twice_is_no_news() -> None:
    """S3"""
    scene = everybody_here().loses(MIA)
    length = len(scene.log)
    scene.loses(MIA)
    assert len(scene.log) == length
    scene.returns(MIA).returns(MIA)
    assert len(scene.log) == length + 1


def test_the_same_invitation_leads_to_the_same_seat() -> None:
    """S1, S2: another device, another spelling, the same seat, role and name."""
    scene = everybody_here().loses(MIA).notices(Arrived(seat=MIA, name="  MIA   "))
    assert (scene.seen(FRIDA, MIA).name, scene.seen(FRIDA, MIA).presence) == ("Mia", Presence.HERE)
    assert len(scene.view(FRIDA).seats) == 6


def test_who_left_may_come_again() -> None:
    """S1"""
    scene = everybody_here().asks(MAX, c.Leave())
    assert scene.seen(FRIDA, MAX).presence is Presence.LEFT
    assert scene.refuses(MAX, c.OpenMicrophone()) is Reason.NOT_HERE
    assert scene.arrive(MAX).seen(FRIDA, MAX).presence is Presence.HERE


def test_every_chair_stands_in_its_place_from_the_beginning() -> None:
    """S1: nobody's coming, going or being sent away moves another one's chair; an observer's is none of the ring's."""
    scene = Scene().arrive(FRIDA)
    chairs = scene.view(FRIDA).chairs
    assert chairs == (FRIDA, FINN, PIET, MIA, MAX)
    scene.arrive(MIA, MAX, OLGA).loses(MIA).asks(FRIDA, c.EndInvitation(seat=MAX)).asks(
        FRIDA, c.EndInvitation(seat=PIET)
    )
    assert scene.view(OLGA).chairs == scene.view(FRIDA).chairs == chairs


def test_vacant_seats_are_not_shown() -> None:
    """W2"""
    assert [seat.number for seat in Scene().arrive(FRIDA, OLGA).view(FRIDA).seats] == [FRIDA, OLGA]


def test_nobody_comes_back_to_a_seat_never_taken() -> None:
    """S2"""
    assert react(Scene().circle, CameBack(seat=MIA), 0) == Refused(Reason.NO_SUCH_PERSON)


def test_a_circle_taken_up_again_waits_for_its_lines() -> None:
    """S4"""
    scene = piet_presents(Phase.REFLECTION).asks(MAX, c.Leave())
    again = replay(scene.log)
    assert again == scene.circle
    assert {notice.seat for notice in lost_connections(again)} == {1, 2, PIET, MIA, OLGA}


def _calls_to_replay(stays: int) -> int:
    """How many functions are called to replay a circle whose one seat has been left so often."""
    log: list[e.Event] = [open_circle("Circle", PLAN, PAIR, 0)]
    for at_ms in range(stays):
        log += [e.Entered(at_ms=at_ms, seat=2, name="Mia"), e.WentAway(at_ms=at_ms, seat=2)]
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        replay(log)
    finally:
        sys.setprofile(before)
    return calls


def test_a_circle_is_taken_up_in_a_time_that_grows_no_faster_than_its_log() -> None:
    """S4: also where somebody has left and come back all evening. Meanwhile no voice of any circle passes there."""
    assert _calls_to_replay(800) <= 8.5 * _calls_to_replay(100)


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_name_has_1_to_40_characters(name: str) -> None:
    """S5"""
    assert react(Scene().circle, Arrived(seat=MIA, name=name), 0) == Refused(Reason.OUT_OF_BOUNDS)


@pytest.mark.parametrize("title", ["", " \t ", "x" * 81])
def test_a_title_has_1_to_80_characters(title: str) -> None:
    """S5"""
    with pytest.raises(ValueError, match="title"):
        open_circle(title, PLAN, PAIR, 0)


@pytest.mark.parametrize("lock", ["", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdef\n"])
def test_a_lock_has_16_characters(lock: str) -> None:
    """V1"""
    with pytest.raises(ValueError, match="lock"):
        open_circle("Circle", PLAN, PAIR, 0, lock=lock)


@pytest.mark.parametrize("title", ["x", "x" * 80])
@pytest.mark.parametrize("roles", [PAIR, (*PAIR, *(Role.MEMBER,) * 14)])
def test_what_is_just_within_its_bounds_is_a_circle(title: str, roles: tuple[Role, ...]) -> None:
    """S5, V1"""
    opened = open_circle(title, PLAN, roles, 0, lock="0123456789abcdef")
    assert (opened.title, opened.roles) == (title, roles)


@pytest.mark.parametrize("roles", [(Role.FACILITATOR,), (*PAIR, *(Role.MEMBER,) * 15)])
def test_a_circle_has_2_to_16_seats(roles: tuple[Role, ...]) -> None:
    """S5"""
    with pytest.raises(ValueError, match="seats"):
        open_circle("Circle", PLAN, roles, 0)


@pytest.mark.parametrize("roles", [(Role.MEMBER, Role.MEMBER), (Role.FACILITATOR, Role.OBSERVER)])
def test_a_circle_needs_a_facilitator_and_a_member(roles: tuple[Role, ...]) -> None:
    """S5"""
    with pytest.raises(ValueError, match="at least one"):
        open_circle("Circle", PLAN, roles, 0)


def test_a_log_begins_with_the_opening() -> None:
    """S4"""
    with pytest.raises(ValueError, match="begins"):
        replay(Scene().arrive(FRIDA).log[1:])


def test_silencing_is_for_people_who_could_be_heard() -> None:
    """P1, H4"""
    scene = Scene().arrive(FRIDA, MIA, OLGA)
    for seat in (PIET, OLGA, FRIDA, 0, 17):
        assert scene.refuses(FRIDA, c.SilencePerson(seat=seat)) is Reason.NO_SUCH_PERSON
    assert scene.refuses(FRIDA, c.LiftSilence(seat=MIA)) is Reason.ALREADY
    assert scene.refuses(FRIDA, c.LiftSilence(seat=0)) is Reason.NO_SUCH_PERSON
    assert scene.asks(FRIDA, c.SilencePerson(seat=MIA)).refuses(FRIDA, c.SilencePerson(seat=MIA)) is Reason.ALREADY
