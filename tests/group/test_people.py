"""Who belongs to a group, what they agree to, and what they see of one another."""

from dataclasses import asdict
from datetime import date, time

import pytest

from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.commands import GroupCommand
from app.group.commands_attendance import ConfirmMeeting
from app.group.commands_coming import AgreeToGuest, InviteGuest, SayComing, WithdrawGuest
from app.group.commands_dates import MoveMeeting
from app.group.commands_erasure import GRACE_MS, AskErasure, StopErasure, is_erased
from app.group.commands_frame import AcceptFrame, ChangeFrame
from app.group.commands_links import RenewFeed, RenewKey, RenewLink, with_link_used
from app.group.commands_log import AssignParts
from app.group.commands_people import AddPerson, ChangeRole, LeaveGroup, NoteAccreditation, RemovePerson, RenamePerson
from app.group.export import export_of
from app.group.guest_view import view_of_guest
from app.group.leaders_log import LedPart
from app.group.meeting import Assigned, LeaderPart
from app.group.person import Person
from app.group.reasons import GroupReason
from app.group.today import (
    announced_observers,
    seat_roles,
    still_invited,
    todays_meeting,
    with_circle,
)
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, GroupScene


def test_members_see_names_and_roles_and_nothing_more() -> None:
    """G1: who cannot come, how long others were there and what leaders note is the leaders'."""
    scene = GroupScene().plans("2027-01-12").asks(MIA, SayComing(meeting=7, coming=False))
    scene.holds(7, [(FRIDA, 60), (PIET, 31)])
    seen = scene.view(MAX)
    assert seen.leading is None
    assert [set(asdict(person)) for person in seen.people] == [{"number", "name", "role"}] * 6
    [meeting] = seen.meetings
    assert meeting.leading is None
    assert meeting.held is not None
    assert meeting.held.your_ms is None
    assert scene.view(PIET).meetings[0].held.your_ms == 31 * 60_000  # type: ignore[union-attr]
    leading = scene.view(FINN).meetings[0].leading
    assert leading is not None
    assert leading.absent == (MIA,)
    assert [(p.name, p.present_ms) for p in leading.present or ()] == [("Frida", 3_600_000), ("Piet", 1_860_000)]


def test_whoever_cannot_come_says_so_by_one_tap() -> None:
    """G8: it is revocable until the start; below the quorum leaders see it."""
    scene = GroupScene(quorum=6).plans("2027-01-12")
    assert scene.view(FRIDA).meetings[0].leading.enough  # type: ignore[union-attr]
    scene.asks(MIA, SayComing(meeting=7, coming=False)).refuses(
        MIA, SayComing(meeting=7, coming=False), GroupReason.ALREADY_SO
    )
    leading = scene.view(FRIDA).meetings[0].leading
    assert leading is not None
    assert (leading.expected, leading.enough) == (5, False)
    scene.asks(MIA, SayComing(meeting=7, coming=True))
    assert scene.view(FRIDA).meetings[0].leading.enough  # type: ignore[union-attr]
    scene.at("2027-01-12 17:00").refuses(MIA, SayComing(meeting=7, coming=False), GroupReason.OVER)


def not_accepted(scene: GroupScene) -> tuple[int, ...]:
    leading = scene.view(FRIDA).leading
    assert leading is not None
    return leading.not_accepted


def test_a_changed_frame_is_asked_again() -> None:
    """G9: nobody enters under a frame they have not accepted."""
    scene = GroupScene().plans("2027-01-12")
    changed = replace(scene.group.terms, closed=False)
    scene.asks(FRIDA, ChangeFrame(name="Tuesday group", terms=changed))
    assert not scene.view(MIA).you.accepted
    assert scene.view(FRIDA).you.accepted
    assert not_accepted(scene) == (FINN, PIET, MIA, MAX, ADA)
    scene.at("2027-01-12 16:45")
    assert scene.shut_out(MIA) is GroupReason.NOT_ACCEPTED
    scene.refuses(MIA, AcceptFrame(number=1), GroupReason.NOT_ACCEPTED)
    scene.asks(MIA, AcceptFrame(number=2))
    assert scene.shut_out(MIA) is None
    assert not_accepted(scene) == (FINN, PIET, MAX, ADA)
    same = ChangeFrame(name="Tuesday group", terms=changed)
    scene.refuses(FRIDA, same, GroupReason.ALREADY_SO)
    for wrong, reason in (
        (replace(changed, quorum=1), GroupReason.OUT_OF_BOUNDS),
        (replace(changed, kept_months=73), GroupReason.OUT_OF_BOUNDS),
        (replace(changed, steps=()), GroupReason.NO_PLAN),
    ):
        scene.refuses(FRIDA, ChangeFrame(name="Tuesday group", terms=wrong), reason)
    scene.refuses(FRIDA, ChangeFrame(name=" \u200b ", terms=changed), GroupReason.NO_NAME)


def test_people_are_added_renamed_and_told_apart() -> None:
    """G6, G10"""
    scene = GroupScene()
    scene.refuses(FRIDA, AddPerson(name="mia"), GroupReason.NAME_TAKEN)
    scene.refuses(FRIDA, AddPerson(name=" "), GroupReason.NO_NAME)
    scene.refuses(MIA, AddPerson(name="Noor"), GroupReason.NOT_YOURS)
    scene.asks(FRIDA, AddPerson(name=" Noor ")).asks(FRIDA, RenamePerson(person=7, name="Noor B."))
    assert scene.view(MIA).people[-1].name == "Noor B."
    scene.refuses(FRIDA, RenamePerson(person=99, name="Nobody"), GroupReason.NO_SUCH_PERSON)
    for each in range(9):
        scene.asks(FRIDA, AddPerson(name=f"Number {each}"))
    scene.refuses(FRIDA, AddPerson(name="One more"), GroupReason.FULL)
    links = [person.link for person in scene.group.people]
    assert len(set(links)) == len(links) == 16


def test_nobody_is_added_to_whom_a_meeting_that_can_be_entered_has_no_seat_left() -> None:
    """G6: its guests have theirs, also where nobody has come in time."""
    scene = GroupScene().plans("2027-01-12").asks(FRIDA, InviteGuest(meeting=7, name="Gina"))
    for each in range(9):
        scene.asks(FRIDA, AddPerson(name=f"Number {each}"))
    scene.refuses(FRIDA, InviteGuest(meeting=7, name="Olga"), GroupReason.FULL)
    scene.at("2027-01-12 17:05").refuses(FRIDA, AddPerson(name="One more"), GroupReason.FULL)
    scene.after(days=1).asks(FRIDA, AddPerson(name="One more"))


def test_a_link_is_renewed_and_the_old_one_stops() -> None:
    """G10: the calendar's address goes with it, and can be renewed alone."""
    scene = GroupScene().asks(MIA, RenewFeed())
    before = scene.group.person(MIA)
    scene.asks(FRIDA, RenewLink(person=MIA))
    after = scene.group.person(MIA)
    assert before is not None
    assert after is not None
    assert before.link != after.link
    assert (bool(before.feed), bool(after.feed)) == (True, False)
    scene.asks(MIA, RenewFeed())
    assert scene.group.person(MIA).link == after.link  # type: ignore[union-attr]
    assert not any(scene.group.uid in person.link + person.feed for person in scene.group.people)


def test_a_leaders_own_new_link_takes_over_once_it_is_used() -> None:
    """G35, D11: until then the old one works, and can ask for another in place of one that was lost, or stolen."""
    scene = GroupScene().plans("2027-01-12").asks(FRIDA, RenewFeed())
    before = scene.group.one(FRIDA)
    scene.asks(FRIDA, RenewLink(person=FRIDA))
    lost = scene.group.one(FRIDA)
    assert (lost.link, lost.feed, bool(lost.next_link)) == (before.link, before.feed, True)
    assert (scene.view(FRIDA).you.link_waits, scene.view(FINN).you.link_waits) == (True, False)
    scene.asks(FRIDA, RenewLink(person=FRIDA))
    newest = scene.group.one(FRIDA).next_link
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", None)
    assert with_link_used(scene.group, FRIDA, lost.next_link) is scene.group
    assert with_link_used(scene.group, FRIDA, "") is scene.group
    used = with_link_used(scene.group, FRIDA, newest)
    after = used.one(FRIDA)
    assert (after.link, after.next_link, after.feed) == (newest, "", "")
    assert (used.version, still_invited(used, used.meetings[0])) == (scene.group.version + 1, (1, 0, 0, 0, 0, 0))
    scene.asks(FINN, RenewLink(person=FRIDA))
    assert with_link_used(scene.group, FRIDA, newest) is scene.group


def test_what_a_leader_was_to_do_ends_with_leading() -> None:
    """G18: in meetings to come; who was to observe has a seat like every member, also by a document of before."""
    scene = GroupScene().plans("2027-01-12", count=2)
    observe = (Assigned(person=FINN, part=LeaderPart.OBSERVE),)
    for number in (7, 8):
        scene.asks(FRIDA, AssignParts(meeting=number, parts=observe))
    scene.holds(7, [(FRIDA, 60)]).asks(FRIDA, ChangeRole(person=FINN, leads=False))
    assert (scene.meeting(7).parts, scene.meeting(8).parts) == (observe, ())
    assert (FINN, Role.MEMBER) in seat_roles(scene.group, replace(scene.meeting(8), parts=observe))


def test_a_new_key_of_a_sealed_group_renews_every_link() -> None:
    """G28: but the asker's, who has to send the others theirs; not while a meeting may be running."""
    scene = GroupScene().plans("2027-01-12", count=2)
    old, new = "0123456789abcdef", "fedcba9876543210"
    scene.refuses(FRIDA, RenewKey(lock=new), GroupReason.SWITCHED_OFF)
    scene.group = replace(scene.group, lock=old)
    scene.asks(FRIDA, InviteGuest(meeting=7, name="Olga")).asks(MIA, RenewFeed()).asks(FRIDA, RenewFeed())
    scene.refuses(MIA, RenewKey(lock=new), GroupReason.NOT_YOURS)
    scene.refuses(FRIDA, RenewKey(lock="a key"), GroupReason.OUT_OF_BOUNDS)
    scene.refuses(FRIDA, RenewKey(lock=old), GroupReason.ALREADY_SO)
    before = links_of(scene)
    scene.asks(FRIDA, RenewKey(lock=new))
    assert scene.view(MIA).lock == new
    assert not scene.view(MIA).you.has_feed and not scene.view(FRIDA).you.has_feed
    assert len(set(links_of(scene).values())) == len(before)
    assert {who for who, link in links_of(scene).items() if link == before[who]} == {FRIDA}
    scene.at("2027-01-12 17:00")
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", new)
    scene.refuses(FRIDA, RenewKey(lock=old), GroupReason.IN_A_MEETING)
    scene.refuses(FRIDA, RenewKey(lock=new), GroupReason.ALREADY_SO)
    scene.after(days=1).asks(FRIDA, RenewKey(lock=old))


def links_of(scene: GroupScene) -> dict[int, str]:
    people = {person.number: person.link for person in scene.group.members}
    return people | {guest.number: guest.link for _, guest in scene.group.guests()}


def test_there_is_always_a_leader() -> None:
    """G11"""
    scene = GroupScene().asks(FRIDA, ChangeRole(person=FINN, leads=False))
    for command in (ChangeRole(person=FRIDA, leads=False), LeaveGroup(), RemovePerson(person=FRIDA)):
        scene.refuses(FRIDA, command, GroupReason.LAST_LEADER)
    scene.asks(FRIDA, ChangeRole(person=MIA, leads=True)).asks(FRIDA, LeaveGroup())
    assert [person.number for person in scene.group.leaders] == [MIA]


def test_whoever_leaves_takes_their_name_along_and_leaves_minutes() -> None:
    """G12"""
    scene = GroupScene().plans("2027-01-12", count=2).asks(PIET, SayComing(meeting=8, coming=False))
    scene.asks(FRIDA, InviteGuest(meeting=8, name="Gast")).asks(PIET, AgreeToGuest(meeting=8, guest=9, agrees=True))
    scene.holds(7, [(FRIDA, 60), (PIET, 55)]).asks(PIET, LeaveGroup())
    assert "Piet" not in repr(scene.group)
    assert scene.group.person(PIET) is None
    present = scene.view(FRIDA).meetings[0].leading.present  # type: ignore[union-attr]
    assert [(p.person, p.name, p.present_ms) for p in present or ()][1] == (PIET, "", 55 * 60_000)
    assert scene.meeting(8).absences == ()
    scene.refuses(PIET, SayComing(meeting=8, coming=False), GroupReason.NOT_YOURS)


def test_of_whoever_has_left_there_is_a_number_and_their_minutes() -> None:
    """G12, G22: not since when they belonged to the group, until when, as what, or which frame they had accepted. What
    earlier releases kept of them goes by itself.
    """
    gone = Person(number=FINN, name="", role=Role.MEMBER, link="", joined_ms=0, left_ms=0)
    scene = GroupScene().plans("2027-01-12").holds(7, [(FRIDA, 60), (FINN, 55)])
    finn = scene.group.people[FINN - 1]
    assert finn.leads and finn.accepted and finn.joined_ms
    scene.asks(FINN, NoteAccreditation(words="DBG 7")).asks(FINN, LeaveGroup())
    assert scene.group.people[FINN - 1] == gone
    assert scene.meeting(7).held.noted_of(FINN).present_ms == 55 * 60_000  # type: ignore[union-attr]
    before = replace(finn, name="", link="", feed="", left_ms=scene.now_ms)
    scene.group = scene.group.with_person(before)
    assert scene.forgets().group.people[FINN - 1] == gone


def test_a_guest_is_announced_agreed_to_and_comes_once() -> None:
    """G13"""
    scene = GroupScene().plans("2027-01-12", count=2)
    scene.asks(FRIDA, InviteGuest(meeting=7, name="Olga", observes=True))
    guest = 9
    assert [seen.name for seen in scene.view(MIA).meetings[0].guests] == ["Olga"]
    for person in (FINN, PIET, MIA, MAX):
        scene.asks(person, AgreeToGuest(meeting=7, guest=guest, agrees=True))
    scene.refuses(MAX, AgreeToGuest(meeting=7, guest=guest, agrees=True), GroupReason.ALREADY_SO)
    assert [export_of(scene.group, who).meetings[0].agreed_to_guests for who in (MAX, FRIDA)] == [("Olga",)] * 2
    assert export_of(scene.group, ADA).meetings == ()
    assert scene.view(FRIDA).meetings[0].leading.not_agreed == (guest,)  # type: ignore[union-attr]
    scene.at("2027-01-12 16:40")
    assert scene.shut_out(guest) is GroupReason.NOT_CONSENTED
    scene.asks(ADA, SayComing(meeting=7, coming=False))
    assert dict(seat_roles(scene.group, scene.meeting(7)))[guest] is Role.OBSERVER
    assert guest not in dict(seat_roles(scene.group, scene.meeting(8)))
    meeting, invited = next(scene.group.guests())
    assert view_of_guest(scene.group, meeting, invited, scene.now_ms).your_name == "Olga"
    scene.at("2027-01-12 17:00")
    assert scene.shut_out(guest) is None
    scene.refuses(MIA, AgreeToGuest(meeting=7, guest=guest, agrees=False), GroupReason.OVER)
    [announced] = announced_observers(scene.group, scene.meeting(7))
    seats = [number for number, _ in seat_roles(scene.group, scene.meeting(7))]
    assert (seats[announced.seat - 1], announced.name) == (guest, "Olga")
    assert {seats[seat - 1] for seat in announced.agreed} == {FRIDA, FINN, PIET, MIA, MAX}


def test_a_meeting_is_entered_at_its_time_each_on_their_seat() -> None:
    """G14: leaders first, then members, then who observes; who is added later has no seat in it."""
    scene = GroupScene().plans("2027-01-12").at("2027-01-12 16:29")
    assert scene.shut_out(MIA) is GroupReason.NOT_TODAY
    scene.at("2027-01-12 16:30")
    scene.asks(FRIDA, AssignParts(meeting=7, parts=(Assigned(person=FINN, part=LeaderPart.OBSERVE),)))
    meeting = todays_meeting(scene.group, scene.now_ms)
    assert meeting is not None
    roles = seat_roles(scene.group, meeting)
    assert roles[0] == (FRIDA, Role.FACILITATOR)
    assert roles[-1] == (FINN, Role.OBSERVER)
    scene.group = with_circle(scene.group, meeting, "circle", None)
    scene.asks(FRIDA, AddPerson(name="Noor")).asks(8, AcceptFrame(number=1))
    assert scene.shut_out(8) is GroupReason.NO_SEAT
    scene.at("2027-01-12 20:00")
    assert todays_meeting(scene.group, scene.now_ms) is None


def test_two_leaders_erase_a_group_and_either_stops_it() -> None:
    """G15"""
    scene = GroupScene().asks(FRIDA, AskErasure()).refuses(FRIDA, AskErasure(), GroupReason.TWO_LEADERS)
    scene = GroupScene().asks(FRIDA, AskErasure())
    assert scene.view(MIA).erased_ms is None
    scene.asks(FINN, AskErasure())
    assert scene.view(MIA).erased_ms == scene.now_ms + GRACE_MS
    assert not is_erased(scene.group, scene.now_ms + GRACE_MS - 1)
    assert is_erased(scene.group, scene.now_ms + GRACE_MS)
    scene.asks(FRIDA, StopErasure())
    assert scene.view(MIA).erased_ms is None
    assert not is_erased(scene.group, scene.now_ms + GRACE_MS)
    scene.asks(FRIDA, ChangeRole(person=FINN, leads=False))
    scene.refuses(FRIDA, AskErasure(), GroupReason.TWO_LEADERS)


def test_whoever_is_left_alone_erases_the_group_by_themselves() -> None:
    """G15: nobody is there to agree, and the last leader cannot leave."""
    scene = GroupScene()
    for number in (FINN, PIET, MIA, MAX):
        scene.asks(number, LeaveGroup())
    scene.refuses(FRIDA, AskErasure(), GroupReason.TWO_LEADERS)
    scene.asks(ADA, LeaveGroup()).refuses(FRIDA, LeaveGroup(), GroupReason.LAST_LEADER)
    scene.asks(FRIDA, AskErasure())
    assert scene.view(FRIDA).erased_ms == scene.now_ms + GRACE_MS
    assert is_erased(scene.group, scene.now_ms + GRACE_MS)


@pytest.mark.parametrize("last", [LeaveGroup(), RemovePerson(person=ADA)])
def test_whoever_is_left_alone_with_what_they_have_asked_waits_for_nobody(last: GroupCommand) -> None:
    """G15: thirty days begin once nobody is there to agree. What somebody else has asked goes with them."""
    for by, asks_alone in ((FRIDA, True), (FINN, False)):
        scene = GroupScene().asks(by, AskErasure())
        for number in (FINN, PIET, MIA, MAX):
            scene.asks(number, LeaveGroup())
        assert scene.view(FRIDA).erased_ms is None
        scene.after(days=1).asks(ADA if isinstance(last, LeaveGroup) else FRIDA, last)
        assert scene.view(FRIDA).erased_ms == (scene.now_ms + GRACE_MS if asks_alone else None)


def test_a_group_is_kept_to_which_whoever_was_alone_adds_somebody() -> None:
    """G15: whoever has asked to erase it may hand it over and leave; nobody who is in it then has agreed."""
    scene = GroupScene()
    for number in (FINN, PIET, MIA, MAX, ADA):
        scene.asks(number, LeaveGroup())
    scene.asks(FRIDA, AskErasure()).asks(FRIDA, AddPerson(name="Nora", leads=True))
    assert scene.view(FRIDA).erased_ms is None
    scene.asks(FRIDA, LeaveGroup())
    assert not is_erased(scene.group, scene.now_ms + GRACE_MS)


@pytest.mark.parametrize(
    ("by", "command"),
    [
        (FINN, RemovePerson(person=FRIDA)),
        (FRIDA, LeaveGroup()),
        (FRIDA, ChangeRole(person=FRIDA, leads=False)),
    ],
)
def test_nobody_agrees_to_an_erasure_with_one_who_leads_no_more(by: int, command: GroupCommand) -> None:
    """G15: two leaders of the group ask for it. What two have agreed on goes on."""
    scene = GroupScene().asks(FRIDA, ChangeRole(person=MIA, leads=True)).asks(FRIDA, AskErasure()).asks(by, command)
    assert scene.group.erasure is None
    scene.asks(MIA, AskErasure())
    assert not is_erased(scene.group, scene.now_ms + GRACE_MS)
    scene.asks(FINN, AskErasure()).asks(FINN, ChangeRole(person=MIA, leads=False))
    assert is_erased(scene.group, scene.now_ms + GRACE_MS)


def test_a_member_exports_what_is_kept_of_them() -> None:
    """G12: and of nobody else."""
    scene = GroupScene().plans("2027-01-12", count=2).asks(MIA, SayComing(meeting=8, coming=False))
    scene.holds(7, [(FRIDA, 60), (MIA, 42), (PIET, 10)])
    kept = export_of(scene.group, MIA)
    assert [(m.present_ms, m.absent_said_ms is not None) for m in kept.meetings] == [(42 * 60_000, False), (None, True)]
    assert "Piet" not in repr(kept)
    assert [m.confirmed for m in kept.meetings] == [False, False]
    scene.asks(FRIDA, ConfirmMeeting(meeting=7))
    assert [m.confirmed for m in export_of(scene.group, MIA).meetings] == [True, False]
    scene.asks(FRIDA, MoveMeeting(meeting=8, on=date(2027, 1, 27), at=time(18)))
    [_, moved] = export_of(scene.group, MIA).meetings
    assert (moved.absent_said_ms, moved.asked_again) == (None, True)
    scene.asks(FRIDA, NoteAccreditation(words="Leader, DBG 1234"))
    scene.asks(FRIDA, AssignParts(meeting=7, parts=(Assigned(person=FRIDA, part=LeaderPart.LEAD, case=2),)))
    hers = export_of(scene.group, FRIDA)
    assert hers.accreditation == "Leader, DBG 1234"
    assert hers.meetings[0].parts == (LedPart(part=LeaderPart.LEAD, case=2),)


def test_a_guest_is_told_that_their_meeting_is_over_only_once_it_is() -> None:
    """G13, G14: one that has to wait for the meeting before it is not over."""
    scene = GroupScene().plans("2027-01-12").plans("2027-01-12", "19:10")
    for number in (7, 8):
        scene.asks(FRIDA, InviteGuest(meeting=number, name="Olga"))

    def told(utc: str, overrun: int | None = None) -> list[list[str]]:
        now_ms = scene.at(f"2027-01-12 {utc}").now_ms
        views = [view_of_guest(scene.group, *each, now_ms, overrun=overrun) for each in scene.group.guests()]
        return [[what for what in ("may_enter", "waits", "over") if getattr(view, what)] for view in views]

    assert told("16:20") == [[], []]
    assert told("16:50") == [["may_enter"], []]
    assert told("17:50") == [["may_enter"], ["waits"]]
    assert told("18:15", overrun=7) == [["may_enter"], ["waits"]]
    assert told("18:15") == [["over"], ["may_enter"]]
    assert told("23:00") == [["over"], ["over"]]
    scene.holds(7, [(FRIDA, 20)])
    assert told("16:55") == [["over"], []]


def test_whoever_comes_after_all_agrees_to_a_guest_before_they_enter() -> None:
    """G13, G8: the others have agreed without them, and the guest may be there already, or be let in next."""
    scene = GroupScene().plans("2027-01-12").asks(FRIDA, InviteGuest(meeting=7, name="Olga"))
    scene.asks(ADA, SayComing(meeting=7, coming=False)).asks(MAX, SayComing(meeting=7, coming=False))
    for person in (FINN, PIET, MIA):
        scene.asks(person, AgreeToGuest(meeting=7, guest=8, agrees=True))
    assert not scene.view(ADA).meetings[0].guests[0].first
    scene.at("2027-01-12 16:40")
    assert scene.shut_out(ADA) is GroupReason.AGREE_FIRST  # whoever comes first opens the circle
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", None)
    scene.refuses(ADA, SayComing(meeting=7, coming=True), GroupReason.AGREE_FIRST)
    scene.at("2027-01-12 17:10")
    for person in (ADA, MAX):
        assert scene.shut_out(person) is GroupReason.AGREE_FIRST
        assert scene.view(person).meetings[0].guests[0].first
        scene.asks(person, AgreeToGuest(meeting=7, guest=8, agrees=True))
        assert scene.shut_out(person) is None
        assert not scene.view(person).meetings[0].guests[0].first
    assert [scene.shut_out(person) for person in (FRIDA, MIA, 8)] == [None, None, None]
    scene.refuses(ADA, AgreeToGuest(meeting=7, guest=8, agrees=False), GroupReason.OVER)


def test_what_can_be_said_of_a_guest_is_shown_as_it_is_taken() -> None:
    """G13: until the meeting begins all may agree, or take it back; then only those who come after all may agree.

    While people are in its circle nobody takes it back; nobody else knows whether they are.
    """
    scene = GroupScene().plans("2027-01-12").asks(FRIDA, InviteGuest(meeting=7, name="Olga"))
    scene.asks(FRIDA, InviteGuest(meeting=7, name="Otto")).asks(ADA, SayComing(meeting=7, coming=False))
    for person in (FINN, PIET, MIA, MAX):
        scene.asks(person, AgreeToGuest(meeting=7, guest=8, agrees=True))
    everybody = {FRIDA: [8, 9], MIA: [8, 9], ADA: [8, 9]}

    def may_say() -> dict[int, list[int]]:
        guests = {who: scene.view(who).meetings[0].guests for who in everybody}
        return {who: [guest.number for guest in seen if guest.may_say] for who, seen in guests.items()}

    scene.at("2027-01-12 16:40")
    assert may_say() == everybody
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", None)
    assert may_say() == everybody
    scene.at("2027-01-12 17:10")
    assert may_say() == {FRIDA: [], MIA: [], ADA: [8]}
    scene.asks(ADA, AgreeToGuest(meeting=7, guest=8, agrees=True))
    assert may_say() == {FRIDA: [], MIA: [], ADA: []}


def test_whoever_comes_after_all_may_be_the_first_and_late() -> None:
    """G13: nobody is kept out for good by a guest."""
    scene = GroupScene().plans("2027-01-12").asks(FRIDA, InviteGuest(meeting=7, name="Olga", observes=True))
    scene.asks(ADA, SayComing(meeting=7, coming=False))
    for person in (FINN, PIET, MIA, MAX):
        scene.asks(person, AgreeToGuest(meeting=7, guest=8, agrees=True))
    scene.at("2027-01-12 17:05")
    assert scene.shut_out(ADA) is GroupReason.AGREE_FIRST
    scene.asks(ADA, AgreeToGuest(meeting=7, guest=8, agrees=True))
    assert scene.shut_out(ADA) is None


def test_a_guest_is_withdrawn_until_the_meeting_has_been_held() -> None:
    """G34: their link goes, what was agreed goes with it, and their name is free again."""
    scene = GroupScene().plans("2027-01-12", count=2).asks(FRIDA, InviteGuest(meeting=7, name="Olga"))
    [(_, first)] = scene.group.guests()
    scene.refuses(MIA, WithdrawGuest(meeting=7, guest=first.number), GroupReason.NOT_YOURS)
    scene.refuses(FINN, WithdrawGuest(meeting=8, guest=first.number), GroupReason.NO_SUCH_PERSON)
    scene.asks(MIA, AgreeToGuest(meeting=7, guest=first.number, agrees=True))
    scene.asks(FINN, WithdrawGuest(meeting=7, guest=first.number))
    assert list(scene.group.guests()) == []
    scene.asks(FRIDA, InviteGuest(meeting=7, name="Olga"))
    [(_, again)] = scene.group.guests()
    assert (again.agreed, again.link == first.link, again.number == first.number) == ((FRIDA,), False, False)
    scene.at("2027-01-12 16:45")
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", None)
    running = scene.group
    scene.asks(FRIDA, WithdrawGuest(meeting=7, guest=again.number))
    assert still_invited(scene.group, scene.meeting(7)) == (*(0,) * 6, None)
    scene.group = running
    scene.holds(7, [(FRIDA, 60)]).refuses(FRIDA, WithdrawGuest(meeting=7, guest=again.number), GroupReason.OVER)
