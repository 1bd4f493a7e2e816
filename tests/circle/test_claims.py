"""A link opened again: by the same person on another device, or by somebody else."""

import pytest

from app.circle import commands as c
from app.circle.cards import Signal
from app.circle.decide import react
from app.circle.evolve import replay
from app.circle.frame import SitBack
from app.circle.notices import Arrived, CameBack, Spoke, TimeUp, WentFromDoor
from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.seats import CaseOffer, Presence
from app.circle.timing import wake_at_ms
from app.circle.transient import CLAIM_WAITS_MS, DOUBT_TTL_MS
from app.circle.view import Asked
from app.circle.viewing import waiting_at
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, Scene, everybody_here, piet_presents


def opens(scene: Scene, seat: int, name: str | None = None) -> Scene:
    """Somebody opens this seat's link, under its person's name or another."""
    return scene.notices(Arrived(seat=seat, name=name or NAMES[seat]))


def waits(scene: Scene, seconds: float = CLAIM_WAITS_MS / 1000) -> Scene:
    return scene.after(seconds / 60).notices(TimeUp())


def at_door(scene: Scene) -> list[tuple[int, str, bool]]:
    return [(door.number, door.name, door.occupied) for door in scene.leading().at_door if door.knocks]


def test_who_opens_the_link_of_a_person_who_is_here_waits_and_takes_nothing() -> None:
    """S2, D7: whatever name they give, past an open door and a closed one."""
    for name in ("Mia", "Mallory"):
        scene = everybody_here()
        before, log = scene.view(MAX), len(scene.log)
        opens(scene, MIA, name)
        assert MIA in scene.heard
        assert scene.view(MAX) == before
        assert len(scene.log) == log
        waiting = waiting_at(scene.circle, MIA)
        assert (waiting.asks, waiting.number) == (Asked.YOURSELF, MIA)
        assert scene.view(MIA).you.other_device == name
        assert at_door(scene) == []
        assert scene.refuses(FRIDA, c.Admit(seat=MIA)) is Reason.STALE


def test_yes_it_is_i_lets_the_other_device_in_under_the_persons_own_name() -> None:
    """D7, M5: and their stay goes on."""
    scene = opens(everybody_here(), MIA, "Mia on her phone").asks(MIA, c.AllowOtherDevice())
    seat = scene.circle.seat(MIA)
    assert [stay.left_ms for stay in seat.stays] == [None]
    assert (seat.name, seat.person, seat.here, seat.microphone_open) == ("Mia", 1, True, False)
    assert scene.seen(MAX, MIA).formerly is None
    assert scene.view(MIA).you.other_device is None
    assert scene.refuses(MIA, c.AllowOtherDevice()) is Reason.STALE


def test_no_it_is_not_i_sends_them_away_and_the_leaders_learn_of_it() -> None:
    """D7: and they cannot ask that person again for a while."""
    scene = opens(everybody_here(), MIA).asks(MIA, c.RefuseOtherDevice())
    assert MIA in scene.heard
    assert scene.leading().links_doubted == (MIA,)
    assert at_door(scene) == []
    opens(scene, MIA)
    assert scene.view(MIA).you.other_device is None
    assert at_door(scene) == [(MIA, "Mia", True)]
    assert scene.refuses(MIA, c.AllowOtherDevice()) is Reason.STALE
    scene.asks(FRIDA, c.TurnAway(seat=MIA))
    assert waits(scene, DOUBT_TTL_MS / 1000).leading().links_doubted == ()
    assert opens(scene, MIA).view(MIA).you.other_device == "Mia"


def test_ending_the_invitation_settles_the_doubt() -> None:
    """D5, D7"""
    scene = opens(everybody_here(), MIA).asks(MIA, c.RefuseOtherDevice()).asks(FRIDA, c.EndInvitation(seat=MIA))
    assert scene.leading().links_doubted == ()


def test_without_an_answer_the_leaders_are_asked_after_15_seconds() -> None:
    """D7: and the person may still answer."""
    scene = waits(opens(everybody_here(), MIA), 14.9)
    assert at_door(scene) == []
    assert wake_at_ms(scene.circle, scene.now_ms) == scene.now_ms + 100
    waits(scene, 0.1)
    assert at_door(scene) == [(MIA, "Mia", True)]
    assert [door.seat_of for door in scene.leading().at_door if door.knocks] == ["Mia"]
    assert waiting_at(scene.circle, MIA).asks is Asked.LEADERS
    assert "admit" not in scene.seen(MAX, MIA).can
    assert scene.view(MIA).you.other_device == "Mia"
    assert not scene.asks(MIA, c.AllowOtherDevice()).circle.seat(MIA).microphone_open
    assert at_door(scene) == []


def test_a_leader_lets_in_or_turns_away() -> None:
    """D7, D9: another name is another person, and everybody sees whose seat it was."""
    scene = waits(opens(everybody_here(), MIA, "Maxine"))
    assert scene.refuses(MAX, c.Admit(seat=MIA)) is Reason.NOT_YOURS
    scene.asks(FINN, c.Admit(seat=MIA))
    assert (scene.seen(MAX, MIA).name, scene.seen(MAX, MIA).formerly) == ("Maxine", "Mia")
    assert MIA not in scene.heard
    scene = waits(opens(everybody_here(), MIA, "Maxine")).asks(FRIDA, c.TurnAway(seat=MIA))
    assert (scene.seen(MAX, MIA).name, MIA in scene.heard) == ("Mia", True)
    assert scene.refuses(FRIDA, c.TurnAway(seat=MIA)) is Reason.STALE


def test_a_leader_turns_away_who_knocks() -> None:
    """D1: their seat is as it was, and they may knock again."""
    scene = Scene(knocking=True).arrive(FRIDA).knocks(MIA).asks(FRIDA, c.TurnAway(seat=MIA))
    assert scene.circle.seat(MIA).presence is Presence.VACANT
    assert at_door(scene.knocks(MIA)) == [(MIA, "Mia", False)]


@pytest.mark.parametrize("goes", [Scene.loses, lambda scene, seat: scene.asks(seat, c.Leave())])
def test_once_they_are_gone_the_link_enters_under_the_same_name_and_knocks_under_another(goes) -> None:  # type: ignore[no-untyped-def]
    """D7: the same however it is typed, and their name stays as they gave it."""
    scene = opens(goes(everybody_here(), MIA), MIA, " mIA ")
    assert (scene.circle.seat(MIA).name, scene.circle.seat(MIA).here) == ("Mia", True)
    scene = opens(goes(everybody_here(), MIA), MIA, "Maxine")
    assert not scene.circle.seat(MIA).here
    assert scene.seen(MAX, MIA).name == "Mia"
    assert at_door(scene) == [(MIA, "Maxine", False)]
    assert scene.asks(FRIDA, c.Admit(seat=MIA)).seen(MAX, MIA).formerly == "Mia"


def test_who_waits_comes_in_when_the_person_of_the_same_name_is_lost_or_leaves() -> None:
    """D7: under another name they go on waiting, for the leaders."""
    for lost in (lambda scene: scene.loses(MIA), lambda scene: scene.asks(MIA, c.Leave())):
        scene = lost(opens(everybody_here(), MIA))
        assert scene.circle.seat(MIA).here
        assert not scene.circle.seat(MIA).microphone_open
        scene = lost(opens(everybody_here(), MIA, "Maxine"))
        assert not scene.circle.seat(MIA).here
        assert at_door(scene) == [(MIA, "Maxine", False)]


def test_a_closed_door_is_closed_for_who_has_left_as_well() -> None:
    """D3: not for a lost line, nor for the page that held the seat."""
    scene = everybody_here().asks(FRIDA, c.CloseDoor()).loses(MIA)
    assert opens(scene, MIA).circle.seat(MIA).here
    scene.asks(MIA, c.Leave())
    assert not opens(scene, MIA).circle.seat(MIA).here
    assert at_door(scene) == [(MIA, "Mia", False)]
    assert scene.returns(MIA).circle.seat(MIA).here
    scene = everybody_here().asks(FRIDA, c.CloseDoor()).asks(MIA, c.Leave())
    assert opens(scene, MIA).asks(FRIDA, c.Admit(seat=MIA)).circle.seat(MIA).here
    scene = everybody_here().asks(FRIDA, c.CloseDoor()).asks(MIA, c.Leave())
    assert opens(scene, MIA).asks(FRIDA, c.OpenDoor()).circle.seat(MIA).here


def test_a_page_sent_to_the_door_comes_back_to_it_in_nobody_elses_place() -> None:
    """D7, S3: whom the leaders have seen at the door is whom they let in."""
    scene = everybody_here().asks(FRIDA, c.SendToDoor(seat=MIA)).loses(MIA)
    opens(scene, MIA, "Maxine")
    mine = CameBack(seat=MIA, person=scene.circle.seat(MIA).person)
    assert react(scene.circle, mine, scene.now_ms) == Refused(Reason.NOT_NOW)
    scene.loses(MIA).notices(mine)
    assert at_door(scene) == [(MIA, "Mia", False)]
    assert scene.notices(mine).asks(FRIDA, c.Admit(seat=MIA)).seen(MAX, MIA).formerly is None


def test_leaders_are_told_apart_who_comes_by_somebodys_link() -> None:
    """S6, D7: who gives the person's own name is shown by it; who only looks like somebody is shown as another."""

    def shown(scene: Scene, seat: int, name: str) -> tuple[str, str | None]:
        [door] = [door for door in waits(opens(scene, seat, name)).leading().at_door if door.knocks]
        return door.name, door.seat_of

    assert shown(everybody_here(), MIA, "  mia ") == ("Mia", "Mia")
    assert shown(everybody_here(), MIA, "M\u0456a") == ("M\u0456a", "Mia"), "another name, which the page says"
    assert shown(everybody_here(), MIA, "Frida") == ("Frida (4)", "Mia")
    assert shown(everybody_here(), MIA, "Fr\u0456da") == ("Fr\u0456da (4)", "Mia")
    scene = everybody_here().asks(MAX, c.Leave()).notices(Arrived(seat=MAX, name="Mia")).asks(FRIDA, c.Admit(seat=MAX))
    assert shown(scene, MAX, "mia") == ("Mia (5)", "Mia (5)")
    scene = waits(opens(Scene(knocking=True).arrive(FRIDA, MIA).knocks(MAX), MIA, "max"))
    assert [name for _, name, _ in at_door(scene)] == ["max (4)", "Max"], "both stand there"
    scene = waits(opens(everybody_here(), OLGA, "Frida"))
    assert [asks.name for asks in scene.view(MAX).observers_ask] == ["Frida (6)"]


def test_one_waits_at_a_time() -> None:
    """D7: whom a leader has seen at the door is whom they let in."""
    scene = opens(everybody_here(), MIA, "Maxine")
    for name in ("Mia", "Mallory"):
        assert react(scene.circle, Arrived(seat=MIA, name=name), scene.now_ms) == Refused(Reason.NOT_NOW)
    waits(scene, 10)
    waits(opens(scene, MIA, "maxine"), 5)
    assert at_door(scene) == [(MIA, "maxine", True)], "the page loaded anew has waited since it came"
    scene.notices(WentFromDoor(seat=MIA)).notices(WentFromDoor(seat=MIA))
    assert at_door(scene) == []
    assert opens(scene, MIA).view(MIA).you.other_device == "Mia"
    scene = Scene(knocking=True).arrive(FRIDA).knocks(MIA)
    assert react(scene.circle, Arrived(seat=MIA, name="Mallory"), 0) == Refused(Reason.NOT_NOW)
    assert at_door(scene.loses(MIA).notices(Arrived(seat=MIA, name="Mallory"))) == [(MIA, "Mallory", False)]


def test_an_answer_at_one_seat_ends_no_wait_at_another() -> None:
    """D7: each has their own answer, from the person or from the leaders."""
    scene = opens(opens(everybody_here(), MIA, "Mallory"), MAX, "Trudy").asks(MIA, c.RefuseOtherDevice())
    assert {claim.seat: claim.waits for claim in scene.circle.transient.claims.values()} == {MIA: False, MAX: True}
    assert scene.view(MAX).you.other_device == "Trudy"
    assert at_door(waits(scene)) == [(MAX, "Trudy", True)]


def test_two_doubts_stand_beside_each_other() -> None:
    """D7"""
    scene = opens(opens(everybody_here(), MIA, "Mallory"), MAX, "Trudy")
    scene.asks(MIA, c.RefuseOtherDevice()).asks(MAX, c.RefuseOtherDevice())
    assert scene.leading().links_doubted == (MIA, MAX)


def test_an_answer_that_comes_too_late_changes_nothing() -> None:
    """D7: the leader was quicker, or whoever waited has gone."""
    scene = waits(opens(everybody_here(), MIA, "Maxine")).asks(FRIDA, c.Admit(seat=MIA))
    assert scene.refuses(FINN, c.Admit(seat=MIA)) is Reason.STALE
    assert scene.refuses(MIA, c.RefuseOtherDevice()) is Reason.STALE
    scene = opens(everybody_here(), MIA).notices(WentFromDoor(seat=MIA))
    assert scene.refuses(MIA, c.AllowOtherDevice()) is Reason.STALE
    assert scene.refuses(MAX, c.AllowOtherDevice()) is Reason.STALE


@pytest.mark.parametrize("command", [c.SendToDoor, c.EndInvitation])
def test_who_waits_goes_with_the_seat(command: type) -> None:
    """D4, D5: nobody comes in by waiting for a seat whose person is sent away."""
    scene = waits(opens(everybody_here(), MIA)).asks(FRIDA, command(seat=MIA))
    assert not any(claim.waits for claim in scene.circle.transient.claims.values())
    assert not scene.circle.seat(MIA).here


def test_a_facilitator_alone_is_not_locked_out() -> None:
    """D8: where nobody else could let them in they enter after 15 seconds, and all see under which name."""
    scene = waits(opens(Scene().arrive(FRIDA, MIA), FRIDA))
    assert scene.circle.seat(FRIDA).here
    assert not any(claim.waits for claim in scene.circle.transient.claims.values())
    scene = waits(opens(Scene().arrive(FRIDA, MIA), FRIDA, "Frida M."), 600)
    waits(scene.asks(FRIDA, c.Leave()), 0)
    assert (scene.seen(MIA, FRIDA).name, scene.seen(MIA, FRIDA).formerly) == ("Frida M.", "Frida")


def test_a_facilitator_whom_nobody_can_let_in_is_told_that_nobody_is_asked() -> None:
    """D8, D2: by whatever name, as long as no other is here; what they are told holds within two minutes."""

    def asked_about(scene: Scene, seat: int) -> Asked:
        return waiting_at(scene.circle, seat).asks

    lost = opens(Scene().arrive(FRIDA, MIA).loses(FRIDA), FRIDA, "Frida M.")
    assert asked_about(lost, FRIDA) is Asked.NOBODY
    assert waits(lost, 120).circle.seat(FRIDA).name == "Frida M."
    closed = opens(Scene().arrive(FRIDA, MIA).asks(FRIDA, c.CloseDoor()).loses(FRIDA), FINN)
    assert asked_about(closed, FINN) is Asked.NOBODY
    assert waits(closed, 120).circle.seat(FINN).here
    both = opens(Scene().arrive(FRIDA, FINN, MIA).loses(FRIDA), FRIDA, "Frida M.")
    assert asked_about(both, FRIDA) is Asked.LEADERS
    assert asked_about(both.loses(FINN), FRIDA) is Asked.NOBODY
    assert asked_about(both.returns(FINN), FRIDA) is Asked.LEADERS
    doubted = opens(Scene().arrive(FRIDA, MIA), FRIDA).asks(FRIDA, c.RefuseOtherDevice())
    assert asked_about(opens(doubted, FRIDA), FRIDA) is Asked.LEADERS, "they see it at their own door"
    member = opens(Scene().arrive(FRIDA, MIA).loses(FRIDA).loses(MIA), MIA, "Maxine")
    assert asked_about(member, MIA) is Asked.LEADERS, "whoever is back can let a member in"


def test_who_leads_alone_is_told_that_nobody_else_is_asked() -> None:
    """D8: and where the others are, or may come back, that they are; nobody else's seat goes by itself."""
    alone, both = Scene().arrive(FRIDA, MIA), Scene().arrive(FRIDA, FINN, MIA)
    assert opens(alone, FRIDA).view(FRIDA).you.other_device_enters
    assert not opens(alone, MIA).view(MIA).you.other_device_enters
    assert not opens(Scene().arrive(FRIDA, MIA), FRIDA, "Mallory").view(FRIDA).you.other_device_enters
    assert not opens(both, FRIDA).view(FRIDA).you.other_device_enters
    assert not waits(both.loses(FINN), 10).view(FRIDA).you.other_device_enters
    both = opens(waits(Scene().arrive(FRIDA, FINN, MIA).loses(FINN), 119), FRIDA)
    assert not both.view(FRIDA).you.other_device_enters
    assert waits(both, 1).view(FRIDA).you.other_device_enters, "the other one has been lost for two minutes"


def test_who_leads_alone_and_has_said_no_keeps_their_seat_from_whoever_tries_again() -> None:
    """D7, D8: they are not asked once more, and see them at the door; once they are gone the link enters."""
    scene = opens(Scene().arrive(FRIDA, MIA), FRIDA).asks(FRIDA, c.RefuseOtherDevice())
    log = len(waits(opens(scene, FRIDA), 60).log)
    assert scene.view(FRIDA).you.other_device is None
    assert at_door(scene) == [(FRIDA, "Frida", True)]
    assert len(scene.log) == log
    assert waits(scene.loses(FRIDA), 0).circle.seat(FRIDA).here


def test_who_leads_alone_is_asked_for_15_seconds_before_their_seat_goes_however_long_somebody_has_waited() -> None:
    """D8: once the ten minutes after a no are over, or once the other facilitator has left or is lost for long."""

    def goes_unasked(scene: Scene) -> None:
        waits(opens(scene, FRIDA), 60)
        assert not scene.view(FRIDA).you.other_device_enters

    def asked_with_15_seconds(scene: Scene) -> None:
        you, since_ms = scene.view(FRIDA).you, scene.now_ms
        assert (you.other_device, you.other_device_enters) == ("Frida", True)
        entered_ms = scene.circle.seat(FRIDA).entered_ms
        while scene.circle.seat(FRIDA).entered_ms == entered_ms:
            scene.wakes()
        assert scene.now_ms == since_ms + CLAIM_WAITS_MS

    doubted = opens(Scene().arrive(FRIDA, MIA), FRIDA).asks(FRIDA, c.RefuseOtherDevice())
    goes_unasked(doubted)
    asked_with_15_seconds(waits(doubted, DOUBT_TTL_MS / 1000 - 60))
    left = Scene().arrive(FRIDA, FINN, MIA)
    goes_unasked(left)
    asked_with_15_seconds(left.asks(FINN, c.Leave()))
    lost = Scene().arrive(FRIDA, FINN, MIA)
    goes_unasked(lost)
    asked_with_15_seconds(waits(lost.loses(FINN), 120))


def test_whoever_leads_alone_is_asked_anew_each_time_that_they_are_left_alone() -> None:
    """D8: the seconds in which another facilitator was there to be asked do not count."""
    scene = opens(Scene().arrive(FRIDA, FINN, MIA), FRIDA).asks(FINN, c.Leave())
    waits(scene.returns(FINN), 60)
    assert not scene.view(FRIDA).you.other_device_enters
    waits(scene.asks(FINN, c.Leave()), 14.9)
    assert scene.view(FRIDA).you.other_device_enters
    assert scene.asks(FRIDA, c.RefuseOtherDevice()).leading().links_doubted == (FRIDA,)


def test_nobody_takes_a_seat_unasked_before_its_time_or_that_is_no_facilitators() -> None:
    """D7, D8: who leads alone has 15 seconds to say no, and a member's link waits for as long as nobody leads."""
    scene = waits(opens(Scene().arrive(FRIDA, MIA), FRIDA), 14.9)
    assert scene.view(FRIDA).you.other_device == "Frida"
    scene = waits(opens(Scene().arrive(FRIDA, MIA), MIA).asks(FRIDA, c.Leave()), 600)
    assert scene.view(MIA).you.other_device == "Mia"


def test_a_lost_line_gives_a_lone_facilitators_seat_to_no_other_name_at_once() -> None:
    """D8, S3: however long somebody has waited for it, the page that held it has two minutes to come back in."""
    scene = waits(opens(Scene().arrive(FRIDA, MIA), FRIDA, "Mallory"), 600).loses(FRIDA)
    assert waits(scene, 119).seen(MIA, FRIDA).name == "Frida"
    assert waits(scene.returns(FRIDA), 600).seen(MIA, FRIDA).name == "Frida"
    scene.loses(FRIDA)
    while not scene.circle.led:
        before_ms = scene.now_ms
        scene.wakes()
        assert scene.now_ms > before_ms, "it is woken for this"
    assert (scene.seen(MIA, FRIDA).name, scene.circle.latest_ms) == ("Mallory", scene.now_ms)


def test_a_facilitator_of_another_name_knocks_where_another_could_let_them_in() -> None:
    """D8, D2: and never takes the seat of one who is there, however long they wait."""
    scene = waits(opens(Scene().arrive(FRIDA, FINN, MIA).loses(FINN), FINN, "Mallory"), 60)
    assert not scene.circle.seat(FINN).here
    assert at_door(scene) == [(FINN, "Mallory", False)]
    assert not waits(scene.loses(FRIDA), 119).circle.led, "a lost line opens no door"
    assert waits(scene, 1).circle.seat(FINN).name == "Mallory", "now nobody else is there to be asked"
    scene = waits(opens(Scene().arrive(FRIDA, MIA), FRIDA, "Mallory"), 600)
    assert scene.seen(MIA, FRIDA).name == "Frida"
    scene = waits(opens(Scene().arrive(FRIDA, FINN, MIA), FINN), 600)
    assert at_door(scene) == [(FINN, "Finn", True)], "Frida is there to be asked"


def test_a_facilitator_comes_straight_back_under_their_own_name() -> None:
    """D2, D3"""
    scene = everybody_here().asks(FRIDA, c.CloseDoor()).asks(FINN, c.Leave())
    assert opens(scene, FINN).circle.seat(FINN).here


def test_another_person_on_a_seat_has_nothing_of_the_one_before() -> None:
    """D9: no offer, no request, no wish; but being silenced is not got rid of by another name."""
    scene = everybody_here().until(Phase.CALL_FOR_CASE).asks(MIA, c.OfferCase()).asks(FRIDA, c.AskToPresent(seat=MAX))
    for seat in (MIA, MAX):
        scene.asks(FRIDA, c.SilencePerson(seat=seat))
        waits(opens(scene, seat, "Maxine")).asks(FRIDA, c.Admit(seat=seat))
        assert scene.circle.seat(seat).offer is CaseOffer.NONE
        assert not scene.circle.seat(seat).asked
        assert scene.circle.seat(seat).silenced
        assert scene.refuses(seat, c.OpenMicrophone()) is Reason.SILENCED


def test_another_person_on_a_seat_shows_no_sign_of_the_one_before() -> None:
    """D9, C6, C7: neither a wish nor news. Whatever others show stays."""
    scene = everybody_here()
    for seat in (MIA, MAX):
        scene.asks(seat, c.WishToSpeak()).asks(seat, c.HaveNews())
    opens(scene.loses(MIA), MIA, "Maxine").asks(FRIDA, c.Admit(seat=MIA))
    assert [(seen.wishes, seen.news) for seen in map(scene.seen, (FRIDA, FRIDA), (MIA, MAX))] == [
        (False,) * 2,
        (True,) * 2,
    ]


def test_who_knocks_where_somebody_was_sent_out_has_not_been_heard() -> None:
    """D9, L6"""
    scene = piet_presents().notices(Spoke(seat=MIA)).asks(FRIDA, c.SendToDoor(seat=MIA)).loses(MIA)
    opens(scene, MIA, "Maxine").asks(FRIDA, c.Admit(seat=MIA))
    assert MIA in scene.leading().not_heard_yet


def test_what_a_person_told_the_leaders_is_not_another_persons_word() -> None:
    """D9: no doubt about the link, no case declined, and no signal to the other leaders."""
    scene = opens(everybody_here(), MIA, "Mallory").asks(MIA, c.RefuseOtherDevice())
    scene.asks(FRIDA, c.AskToPresent(seat=MIA)).asks(MIA, c.DeclineToPresent())
    opens(scene.loses(MIA), MIA, "Mallory").asks(FRIDA, c.Admit(seat=MIA))
    assert (scene.leading().links_doubted, scene.leading().declined) == ((), ())
    assert opens(scene, MIA, "Maxine").view(MIA).you.other_device == "Maxine", "nobody has asked Mallory yet"
    scene.asks(FINN, c.GiveSignal(signal=Signal.MOVE_ON))
    opens(scene.loses(FINN), FINN, "Fiona").asks(FRIDA, c.Admit(seat=FINN))
    assert scene.leading().signals == ()


@pytest.mark.parametrize(("seat", "keeper"), [(FINN, FRIDA), (MIA, FINN)])
def test_another_person_takes_the_clock_from_its_keeper_alone(seat: int, keeper: int) -> None:
    """L3, D9: Finn was handed it, and nobody who comes by his link; it stays his where another seat is somebody's."""
    scene = everybody_here().asks(FRIDA, c.HandClock(seat=FINN)).loses(seat)
    opens(scene, seat, "Mallory").asks(FRIDA, c.Admit(seat=seat))
    assert (scene.circle.seat(seat).name, scene.circle.keeper) == ("Mallory", keeper)


def test_who_was_named_presenter_is_not_somebody_elses_name() -> None:
    """D9, C3: before the case has begun, nobody presents who has not agreed to."""
    scene = everybody_here().until(Phase.CALL_FOR_CASE).asks(PIET, c.OfferCase())
    scene.asks(FRIDA, c.NamePresenter(seat=PIET))
    assert waits(opens(scene, PIET, "Maxine")).asks(FRIDA, c.Admit(seat=PIET)).circle.presenter is None
    assert scene.refuses(FRIDA, c.NextStep(seen=scene.circle.step)) is Reason.NO_PRESENTER


@pytest.mark.parametrize("sit_back", [SitBack.ENFORCED, SitBack.SOFT])
def test_the_presenters_silence_holds_whoever_sits_there(sit_back: SitBack) -> None:
    """H6, D9: by their own other device, under their own name when lost, under another when let in."""
    for name in ("Piet", "Mallory"):
        scene = waits(opens(piet_presents(Phase.REFLECTION, sit_back=sit_back), PIET, name))
        assert PIET not in scene.heard
        scene.asks(FRIDA, c.Admit(seat=PIET))
        assert scene.circle.presenter == PIET
        assert PIET not in scene.heard
        assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK
    scene = opens(piet_presents(Phase.REFLECTION, sit_back=sit_back).loses(PIET), PIET)
    assert scene.circle.seat(PIET).here
    assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK
    scene = opens(piet_presents(Phase.REFLECTION, sit_back=sit_back).loses(PIET), PIET, "Mallory")
    assert not scene.circle.seat(PIET).here


def test_leave_to_speak_is_the_presenters_own_and_so_is_what_they_asked_for() -> None:
    """H6, M6, D9: whoever comes to the presenter's chair has asked for nothing, and is let speak anew or not at all."""
    for let_speak in (True, False):
        scene = piet_presents(Phase.REFLECTION, sit_back=SitBack.SOFT).asks(PIET, c.NeedPause())
        scene.asks(FRIDA, c.LetPresenterSpeak()) if let_speak else scene.asks(PIET, c.AskToSpeak())
        opens(scene.loses(PIET), PIET).loses(PIET)
        assert scene.circle.let_speak is let_speak
        opens(scene, PIET, "Mallory").asks(FRIDA, c.Admit(seat=PIET))
        assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK
        you, leading = scene.view(PIET).you, scene.leading()
        assert (you.pause_needed, you.pause_seen, you.word_asked) == (False, False, False)
        assert (leading.pause_needed, leading.word_asked) == (False, False)
        assert not replay(scene.log).let_speak
    scene = piet_presents(Phase.REFLECTION, sit_back=SitBack.SOFT).loses(MAX)
    assert opens(scene, MAX, "Mallory").asks(FRIDA, c.Admit(seat=MAX)).circle.named == PIET
    assert scene.refuses(PIET, c.OpenMicrophone()) is Reason.SITTING_BACK, "another comes to another seat"


def test_the_pages_own_token_comes_back_as_long_as_the_seat_is_that_persons() -> None:
    """S3, D9: also past a closed door; not once the leaders have let another person in."""
    scene = everybody_here().asks(FRIDA, c.CloseDoor())
    mine = CameBack(seat=MIA, person=scene.circle.seat(MIA).person)
    assert scene.loses(MIA).notices(mine).circle.seat(MIA).here
    opens(scene, MIA, "Mia's phone").asks(MIA, c.AllowOtherDevice())
    assert scene.loses(MIA).notices(mine).circle.seat(MIA).here
    opens(scene.loses(MIA), MIA, "Mallory").asks(FRIDA, c.Admit(seat=MIA))
    for _ in range(2):
        assert react(scene.circle, mine, scene.now_ms) == Refused(Reason.NO_SUCH_PERSON)
        scene.loses(MIA)
    theirs = CameBack(seat=MIA, person=scene.circle.seat(MIA).person)
    assert scene.notices(theirs).circle.seat(MIA).here


def test_the_persons_own_page_returns_while_another_waits() -> None:
    """S3, D7"""
    scene = opens(everybody_here().loses(MIA), MIA, "Maxine").returns(MIA)
    assert scene.circle.seat(MIA).here
    assert scene.view(MIA).you.other_device == "Maxine"
    assert at_door(scene) == []


def test_an_observer_of_another_name_is_asked_about_anew() -> None:
    """O1, D7: an observer of the same name has been agreed to."""
    scene = opens(everybody_here().loses(OLGA), OLGA)
    assert scene.circle.seat(OLGA).here
    assert waits(opens(scene, OLGA)).view(MIA).observers_ask == (), "it is for the facilitators whether it is she"
    scene.asks(FRIDA, c.TurnAway(seat=OLGA))
    opens(scene.loses(OLGA), OLGA, "Otto")
    assert [asks.name for asks in scene.view(MIA).observers_ask] == ["Otto"]
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED
    scene.everybody_agrees(OLGA).asks(FRIDA, c.Admit(seat=OLGA))
    assert scene.seen(MIA, OLGA).formerly == "Olga"
    opens(waits(opens(scene, OLGA, "Olga")).loses(OLGA), OLGA, "Olga")
    assert [asks.name for asks in scene.view(MIA).observers_ask] == ["Olga"]


def test_who_agreed_to_one_observer_at_an_observers_seat_has_not_agreed_to_the_next() -> None:
    """O1, D7: the first one was turned away."""
    scene = opens(everybody_here().loses(OLGA), OLGA, "Otto").everybody_agrees(OLGA)
    opens(scene.asks(FRIDA, c.TurnAway(seat=OLGA)), OLGA, "Oskar")
    assert scene.refuses(FRIDA, c.Admit(seat=OLGA)) is Reason.NOT_AGREED


def test_what_waits_is_kept_nowhere() -> None:
    """S4: a circle taken up again has nobody at a taken seat's door."""
    scene = opens(everybody_here(), MIA, "Maxine")
    assert replay(scene.log) == scene.circle
    assert not replay(scene.log).transient.claims
