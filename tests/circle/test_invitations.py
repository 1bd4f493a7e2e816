"""Invitations that a group ends or renews while its circle runs."""

import pytest

from app.circle import commands as c
from app.circle.decide import react
from app.circle.evolve import replay
from app.circle.notices import Arrived, CameBack, InvitationsChanged
from app.circle.phases import Phase
from app.circle.reasons import Reason, Refused
from app.circle.seats import Presence
from app.circle.timing import ABANDONED_AFTER_MS, LINGERED_AFTER_MS, ends_by_itself_ms
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, OLGA, PIET, Scene, everybody_here, piet_presents

ALL = (FRIDA, FINN, PIET, MIA, MAX, OLGA)


def told(seat: int) -> InvitationsChanged:
    return InvitationsChanged(renewals=tuple(None if number == seat else 0 for number in ALL))


def invites(scene: Scene, changed: dict[int, int | None]) -> Scene:
    renewals = tuple(changed.get(seat.number, seat.renewals) for seat in scene.circle.seats)
    return scene.notices(InvitationsChanged(renewals=renewals))


@pytest.mark.parametrize("seat", ALL)
def test_whoever_is_taken_out_has_no_seat_any_more(seat: int) -> None:
    """D10: a facilitator, a member and an observer, also after a restart."""
    scene = invites(everybody_here(), {seat: None})
    for circle in (scene.circle, replay(scene.log)):
        assert circle.seat(seat).presence is Presence.UNINVITED
        assert react(circle, Arrived(seat=seat, name=NAMES[seat]), 0) == Refused(Reason.UNINVITED)
        assert react(circle, CameBack(seat=seat), 0) == Refused(Reason.UNINVITED)
    assert seat not in scene.heard
    assert react(scene.circle, told(seat), 0) == ()


def test_a_meeting_that_nobody_can_lead_any_more_ends_once_all_have_gone() -> None:
    """D10, E4: it keeps its group waiting for no twelve hours. As long as another facilitator may come it does wait."""
    scene = invites(piet_presents(Phase.REFLECTION), {FINN: None})
    for seat in (FRIDA, PIET, MIA, MAX, OLGA):
        scene.asks(seat, c.Leave())
    gone_ms = scene.now_ms
    assert ends_by_itself_ms(scene.circle) == gone_ms + ABANDONED_AFTER_MS
    invites(scene.after(1), {FINN: None, FRIDA: None})
    assert not scene.circle.ended
    assert scene.wakes().circle.ended
    assert scene.now_ms == gone_ms + LINGERED_AFTER_MS


@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.REFLECTION, Phase.PRESENTER_RETURNS])
def test_the_case_of_a_presenter_who_is_taken_out_ends_with_care(phase: Phase) -> None:
    """D10, P4: as by `end_case`; no step of a case is left without its presenter."""
    scene = piet_presents(phase)
    ended = scene.circle.plan[piet_presents(phase).asks(FRIDA, c.EndCase(seen=scene.circle.step)).circle.step]
    invites(scene, {PIET: None})
    assert (scene.circle.phase, scene.circle.presenter) == (ended.phase, None)
    assert scene.circle.seat(PIET).presence is Presence.UNINVITED
    assert scene.refuses(FRIDA, c.GoBack(seen=scene.circle.step)) is Reason.NO_PRESENTER


def test_the_clock_stands_once_the_last_facilitator_is_taken_out() -> None:
    """D10, S8: also where a case has ended with it."""
    scene = piet_presents(Phase.REFLECTION).asks(FINN, c.Leave())
    invites(scene, {FRIDA: None, PIET: None})
    assert (scene.circle.held, scene.circle.phase) == (True, Phase.CLOSING)
    assert not scene.arrive(FINN).circle.held


def test_a_meeting_that_stands_empty_ends_no_later_for_it() -> None:
    """D10, E4"""
    scene = everybody_here()
    for seat in ALL:
        scene.asks(seat, c.Leave())
    ends_ms = ends_by_itself_ms(scene.circle)
    assert ends_by_itself_ms(invites(scene.after(60), {MIA: None}).circle) == ends_ms


def test_a_renewed_invitation_leads_to_the_same_seat() -> None:
    """D11: whoever came by the old one is out; role, offer and place are as they were."""
    scene = everybody_here().asks(FRIDA, c.NextStep(seen=0)).asks(MIA, c.OfferCase())
    before = scene.circle.seat(MIA)
    invites(scene, {MIA: 1})
    for circle in (scene.circle, replay(scene.log)):
        assert (circle.seat(MIA).presence, circle.seat(MIA).renewals) == (Presence.COMING_BACK, 1)
        for old in (Arrived(seat=MIA, name="Mia"), CameBack(seat=MIA, person=before.person)):
            assert react(circle, old, scene.now_ms) == Refused(Reason.UNINVITED)
    assert react(scene.circle, InvitationsChanged(renewals=(0, 0, 0, 1, 0, 0)), 0) == ()
    now = scene.notices(Arrived(seat=MIA, name="Mia", renewals=1)).circle.seat(MIA)
    assert (now.here, now.role, now.offer, now.person) == (True, before.role, before.offer, before.person)


def test_the_new_invitation_itself_tells_a_circle_that_has_not_heard_of_it() -> None:
    """D11: then the old one counts no more."""
    scene = everybody_here().notices(Arrived(seat=MIA, name="Mia", renewals=2))
    assert (scene.circle.seat(MIA).here, scene.circle.seat(MIA).renewals) == (True, 2)
    assert react(scene.circle, CameBack(seat=MIA, renewals=1), 0) == Refused(Reason.UNINVITED)


def test_a_circle_whose_only_leader_is_out_by_a_newer_link_holds() -> None:
    """D11, S8: also where whoever has that link comes under another name, and waits."""
    for name, held in (("Frida", False), ("Mallory", True)):
        scene = Scene().arrive(FRIDA, MIA).next().notices(Arrived(seat=FRIDA, name=name, renewals=1))
        assert (scene.circle.held, scene.circle.led) == (held, not held)


def test_the_presenter_stays_presenter_and_silent_by_a_renewed_invitation() -> None:
    """D11, H6"""
    scene = invites(piet_presents(Phase.REFLECTION), {PIET: 1}).notices(Arrived(seat=PIET, name="Piet", renewals=1))
    assert scene.circle.presenter == PIET
    assert PIET not in scene.sounds(PIET).heard


def test_a_renewed_invitation_sends_away_whoever_waits_by_the_old_one() -> None:
    """D11, D7: at the door, and for a seat that is somebody's."""
    scene = invites(Scene(knocking=True).arrive(FRIDA).knocks(MIA), {MIA: 1})
    assert (scene.circle.seat(MIA).presence, scene.circle.seat(MIA).knocks_as) == (Presence.VACANT, "")
    scene = everybody_here().notices(Arrived(seat=MIA, name="Mallory"))
    invites(scene, {MIA: 1})
    assert not [claim for claim in scene.circle.transient.claims.values() if claim.waits]
    assert scene.notices(Arrived(seat=MIA, name="Mia", renewals=1)).circle.seat(MIA).name == "Mia"
