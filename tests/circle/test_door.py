"""The door: knocking, observers, being sent back, an invitation that has ended."""

from collections.abc import Callable

import pytest

from app.circle import commands as c
from app.circle.decide import lost_connections, react
from app.circle.evolve import replay
from app.circle.notices import Arrived, CameBack, TimeUp
from app.circle.phases import Phase, Role
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.view import Asked, Waiting
from app.circle.viewing import view_for, waiting_at
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, Scene, everybody_here, piet_presents


def at_door(scene: Scene, seat: int) -> Waiting:
    view = view_for(scene.circle, seat, scene.now_ms)
    assert isinstance(view, Waiting)
    return view


def knocks(scene: Scene) -> list[int]:
    return [door.number for door in scene.leading().at_door if door.knocks]


def test_who_knocks_sees_no_roster_and_is_not_there() -> None:
    """D1: not even how many there are, and nobody but the leaders sees them."""
    scene = Scene(knocking=True).arrive(FRIDA).arrive(MAX).knocks(MIA)
    assert at_door(scene, MIA) == Waiting(
        title="Tuesday circle", number=MIA, role=Role.MEMBER, door_closed=False, asks=Asked.LEADERS, sent=False
    )
    assert knocks(scene) == [MIA]
    assert [seat.number for seat in scene.view(MAX).seats] == [FRIDA, MAX]
    assert scene.refuses(MIA, c.OpenMicrophone()) is Reason.NOT_HERE
    assert scene.asks(FRIDA, c.Admit(seat=MIA)).seen(MAX, MIA).presence is Presence.HERE
    assert scene.refuses(FRIDA, c.Admit(seat=MIA)) is Reason.STALE


def test_facilitators_never_knock_and_members_only_where_the_frame_says_so() -> None:
    """D2"""
    scene = Scene(knocking=True).knocks(FRIDA).knocks(MIA)
    assert (scene.circle.seat(FRIDA).presence, scene.circle.seat(MIA).presence) == (Presence.HERE, Presence.KNOCKING)
    assert Scene().knocks(MIA).circle.seat(MIA).presence is Presence.HERE


def test_a_closed_door_lets_only_those_in_who_were_in() -> None:
    """D3: a lost line comes back, a newcomer waits and is told."""
    scene = Scene().arrive(FRIDA, MIA).asks(FRIDA, c.CloseDoor())
    assert scene.refuses(FRIDA, c.CloseDoor()) is Reason.ALREADY
    assert scene.loses(MIA).returns(MIA).circle.seat(MIA).here
    assert at_door(scene.knocks(MAX), MAX).door_closed
    assert scene.asks(FRIDA, c.OpenDoor()).refuses(FRIDA, c.OpenDoor()) is Reason.ALREADY
    assert scene.asks(FRIDA, c.Admit(seat=MAX)).circle.seat(MAX).here


def test_who_knocks_goes_on_knocking_when_the_door_opens_and_nobody_passes_them() -> None:
    """D1, S3: the facilitators have seen one person at this door, and answer that one."""
    scene = Scene().arrive(FRIDA).asks(FRIDA, c.CloseDoor()).knocks(MIA).asks(FRIDA, c.OpenDoor())
    assert knocks(scene.knocks(MIA)) == [MIA]
    assert react(scene.circle, Arrived(seat=MIA, name="Mallory"), scene.now_ms) == Refused(Reason.NOT_NOW)


def test_a_closed_door_is_closed_for_a_leaders_link_that_nobody_has_used() -> None:
    """D2, D3, D8: it knocks while a leader is there who can be asked, or has only just lost their line."""
    scene = Scene().arrive(FRIDA, MIA).asks(FRIDA, c.NextStep(seen=0)).asks(FRIDA, c.CloseDoor()).knocks(FINN)
    assert at_door(scene, FINN).door_closed
    assert scene.loses(FRIDA).after(1.9).notices(TimeUp()).circle.seat(FINN).presence is Presence.KNOCKING
    assert scene.returns(FRIDA).asks(FRIDA, c.Admit(seat=FINN)).circle.seat(FINN).here
    scene = Scene().arrive(FRIDA, MIA).asks(FRIDA, c.NextStep(seen=0)).asks(FRIDA, c.CloseDoor()).knocks(FINN)
    assert scene.asks(FRIDA, c.OpenDoor()).circle.seat(FINN).here, "nothing is left to be asked"
    for goes in (lambda s: s.asks(FRIDA, c.Leave()), lambda s: s.loses(FRIDA).wakes().after(2).notices(TimeUp())):
        scene = Scene().arrive(FRIDA, MIA).asks(FRIDA, c.NextStep(seen=0)).asks(FRIDA, c.CloseDoor()).knocks(FINN)
        scene = goes(scene)
        assert (scene.circle.seat(FINN).here, scene.circle.held, scene.circle.led) == (True, False, True)
    assert Scene().arrive(FRIDA).asks(FRIDA, c.CloseDoor()).asks(FRIDA, c.Leave()).knocks(FINN).circle.seat(FINN).here


def test_a_person_sent_to_the_door_has_to_knock_however_they_come() -> None:
    """D4: also in a circle that lets links straight in, by a lost line, by the link, after a restart."""
    scene = everybody_here().asks(FRIDA, c.SendToDoor(seat=MIA))
    assert MIA not in scene.heard
    at_door(scene.returns(MIA), MIA)
    at_door(scene.loses(MIA).returns(MIA), MIA)
    at_door(scene.loses(MIA).knocks(MIA), MIA)
    assert {lost.seat for lost in lost_connections(replay(scene.log))} >= {MIA}
    assert scene.asks(FINN, c.Admit(seat=MIA)).circle.seat(MIA).here
    assert not scene.circle.seat(MIA).microphone_open
    assert scene.loses(MIA).knocks(MIA).circle.seat(MIA).here


def test_whoever_is_sent_to_the_door_is_told_so_as_long_as_they_wait_there() -> None:
    """D4: also once they have loaded the page anew; not somebody else who comes by their link, nor whoever knocks."""
    scene = everybody_here().asks(FRIDA, c.SendToDoor(seat=MIA))
    assert at_door(scene, MIA).sent
    assert at_door(scene.loses(MIA).notices(Arrived(seat=MIA, name=NAMES[MIA].lower())), MIA).sent
    assert not at_door(scene.loses(MIA).notices(Arrived(seat=MIA, name="Mallory")), MIA).sent
    scene.loses(MIA).knocks(MIA).asks(FRIDA, c.Admit(seat=MIA)).asks(MIA, c.Leave()).asks(FRIDA, c.CloseDoor())
    scene.knocks(MIA)
    assert not waiting_at(scene.circle, MIA).sent


def test_who_was_sent_to_the_door_is_one_person_however_they_write_their_name_then() -> None:
    """D4, E8: they keep it as they first gave it, and their time is one."""
    scene = everybody_here().asks(FRIDA, c.SendToDoor(seat=MIA)).loses(MIA)
    scene.notices(Arrived(seat=MIA, name=NAMES[MIA].lower())).asks(FRIDA, c.Admit(seat=MIA))
    assert scene.circle.seat(MIA).name == NAMES[MIA]
    assert scene.circle.seat(MIA).person == 1


@pytest.mark.parametrize("goes", [Scene.loses, lambda scene, seat: scene.asks(seat, c.Leave())])
def test_who_is_sent_to_the_door_without_being_here_does_not_stand_there(goes: Callable[[Scene, int], Scene]) -> None:
    """D1, D4: nobody is shown at the door, or let in, who is not there; they have to knock once they come."""
    scene = goes(everybody_here(), MIA).asks(FRIDA, c.SendToDoor(seat=MIA))
    assert knocks(scene) == []
    assert scene.refuses(FRIDA, c.Admit(seat=MIA)) is Reason.STALE
    assert scene.circle == replay(scene.log)
    at_door(scene.knocks(MIA), MIA)


def test_an_ended_invitation_ends_its_line_its_seat_and_every_later_use() -> None:
    """D5: and the attendance still knows who was there."""
    scene = everybody_here().after(5).asks(FRIDA, c.EndInvitation(seat=MIA))
    assert MIA not in [seat.number for seat in scene.view(MAX).seats]
    for notice in (Arrived(seat=MIA, name="Mia"), CameBack(seat=MIA)):
        assert react(scene.circle, notice, scene.now_ms) == Refused(Reason.UNINVITED)
    assert scene.refuses(FRIDA, c.EndInvitation(seat=MIA)) is Reason.NO_SUCH_PERSON
    record = scene.until(Phase.CALL_FOR_CASE).asks(FRIDA, c.SkipTo(step=10, seen=3)).leading().record
    assert record and "Mia" in [someone.name for someone in record.attendance]


def test_an_invitation_nobody_has_used_can_be_ended() -> None:
    """D5"""
    scene = Scene().arrive(FRIDA).asks(FRIDA, c.EndInvitation(seat=MAX))
    assert react(scene.circle, Arrived(seat=MAX, name="Max"), 0) == Refused(Reason.UNINVITED)


def test_only_a_person_is_sent_to_the_door() -> None:
    """D4: not who stands there already, nor a seat that is nobody's."""
    scene = Scene(knocking=True).arrive(FRIDA).knocks(MIA)
    for seat in (MIA, MAX):
        assert scene.refuses(FRIDA, c.SendToDoor(seat=seat)) is Reason.NO_SUCH_PERSON


@pytest.mark.parametrize("command", [c.SendToDoor, c.EndInvitation])
def test_the_presenter_of_a_running_case_and_the_leaders_stay(command: type) -> None:
    """D6"""
    scene = piet_presents(Phase.REFLECTION)
    assert scene.refuses(FRIDA, command(seat=PIET)) is Reason.IS_PRESENTER
    assert scene.refuses(FRIDA, command(seat=FINN)) is Reason.NO_SUCH_PERSON


def test_a_presenter_named_but_not_begun_can_be_parted_with() -> None:
    """D6, C4"""
    scene = everybody_here().asks(PIET, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=PIET))
    assert scene.asks(FRIDA, c.EndInvitation(seat=PIET)).circle.presenter is None


def test_an_observer_is_announced_and_let_in_only_when_everybody_has_agreed() -> None:
    """O1: all who are here and could be heard, by their own yes; the admitting leader's is in the admitting."""
    scene = Scene().arrive(FRIDA, FINN, MIA).knocks(OLGA)
    assert [(asks.name, asks.can_agree) for asks in scene.view(MIA).observers_ask] == [("Olga", True)]
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED
    scene.asks(MIA, c.AgreeToObserver(seat=OLGA))
    assert scene.refuses(MIA, c.AgreeToObserver(seat=OLGA)) is Reason.ALREADY
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED
    scene.asks(FINN, c.AgreeToObserver(seat=OLGA)).asks(FRIDA, c.Admit(seat=OLGA))
    assert scene.seen(MIA, OLGA).role is Role.OBSERVER
    assert scene.view(MIA).observers_ask == ()


def test_whoever_is_still_waited_for_has_not_agreed_by_losing_their_line() -> None:
    """O1, S7: until the leaders go on without them, or they have left."""
    for goes in (c.GoOnWithout(seat=MIA), None):
        scene = Scene().arrive(FRIDA, MIA).knocks(OLGA).loses(MIA)
        assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED
        assert not next(at.agreed for at in scene.leading().at_door if at.number == OLGA)
        scene.asks(FRIDA, goes) if goes else scene.returns(MIA).asks(MIA, c.Leave())
        scene.asks(FRIDA, c.Admit(seat=OLGA))


def test_the_leaders_see_who_is_outside_and_whether_everybody_has_agreed() -> None:
    """D1, O1: who knocks and who has not come, and nobody who is in; of members there is nothing to agree to."""
    scene = Scene(knocking=True).arrive(FRIDA, MIA).knocks(OLGA).knocks(PIET)
    agreed = {door.number: door.agreed for door in scene.leading().at_door}
    assert agreed == {FINN: True, PIET: True, MAX: True, OLGA: False}
    for seat in (FRIDA, MIA):
        scene.asks(seat, c.AgreeToObserver(seat=OLGA))
    assert {door.number: door.agreed for door in scene.leading().at_door} == agreed | {OLGA: True}


def test_an_answer_is_for_nobody_else_who_stands_at_that_door_by_now() -> None:
    """D1, P2: Ada has gone, and somebody else has come by the same link. Pages of the release before name nobody."""
    scene = Scene(knocking=True).arrive(FRIDA).notices(Arrived(seat=MIA, name="Ada"))
    [ada] = [door for door in scene.leading().at_door if door.knocks]
    scene.loses(MIA).notices(Arrived(seat=MIA, name="Mia"))
    for answer in (c.Admit, c.TurnAway):
        assert scene.refuses(FRIDA, answer(seat=MIA, name=ada.given)) is Reason.STALE
    [mia] = [door for door in scene.leading().at_door if door.knocks]
    assert scene.asks(FRIDA, c.Admit(seat=MIA, name=mia.given)).circle.seat(MIA).here
    scene.notices(Arrived(seat=MIA, name="Mallory")).after(0.5).notices(TimeUp())
    assert scene.refuses(FRIDA, c.TurnAway(seat=MIA, name="Mia")) is Reason.STALE
    assert scene.asks(FRIDA, c.TurnAway(seat=MIA, name="Mallory")).circle.seat(MIA).name == "Mia"


def test_an_answer_names_whom_it_means_as_they_named_themselves() -> None:
    """S6, D1: not by the number of the seat that is added where two names look alike."""
    scene = Scene(knocking=True).arrive(FRIDA).notices(Arrived(seat=MIA, name="Frida"))
    [other] = [door for door in scene.leading().at_door if door.knocks]
    assert (other.name, other.given) == (f"Frida ({MIA})", "Frida")
    assert scene.asks(FRIDA, c.Admit(seat=MIA, name=other.given)).circle.seat(MIA).here


def test_who_agrees_to_one_observer_has_not_agreed_to_another() -> None:
    """O1"""
    scene = Scene().arrive(FRIDA, MIA).notices(Arrived(seat=OLGA, name="Ada"))
    [ada] = scene.view(MIA).observers_ask
    scene.loses(OLGA).notices(Arrived(seat=OLGA, name="Olga"))
    assert scene.refuses(MIA, c.AgreeToObserver(seat=OLGA, name=ada.given)) is Reason.STALE
    scene.asks(MIA, c.AgreeToObserver(seat=OLGA, name="Olga"))


def test_who_comes_later_is_asked_too_and_a_new_knock_asks_anew() -> None:
    """O1"""
    scene = Scene().arrive(FRIDA).knocks(OLGA).arrive(MAX)
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED
    scene.asks(MAX, c.AgreeToObserver(seat=OLGA)).knocks(OLGA)
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED


def test_whoever_has_agreed_sees_that_they_have() -> None:
    """O1"""
    scene = Scene().arrive(FRIDA, MIA).knocks(OLGA)
    assert [asks.agreed for asks in scene.view(MIA).observers_ask] == [False]
    scene.asks(MIA, c.AgreeToObserver(seat=OLGA))
    assert [asks.agreed for asks in scene.view(MIA).observers_ask] == [True]


def test_what_one_person_answered_is_nobody_elses_to_see() -> None:
    """O2"""
    scene = Scene().arrive(FRIDA, FINN, MIA, MAX).knocks(OLGA).asks(MIA, c.AgreeToObserver(seat=OLGA))
    assert not scene.view(MAX).observers_ask[0].agreed
    assert [door.agreed for door in scene.leading().at_door if door.knocks] == [False]
    assert scene.refuses(MAX, c.AgreeToObserver(seat=PIET)) is Reason.STALE
