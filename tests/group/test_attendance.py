"""Who was there, for how long; what is confirmed of it, written on certificates, and forgotten."""

from datetime import date, time

import pytest

from app.circle.phases import Phase, Role
from app.circle.replacing import replace
from app.group.attendance import cases_in
from app.group.cases import CASES_MAX
from app.group.certificate import certificate_of
from app.group.commands_attendance import AddInPerson, ConfirmMeeting, CorrectMeeting, PersonMinutes
from app.group.commands_cards import AnswerEndCard, AnswerQuarterly
from app.group.commands_coming import SayComing
from app.group.commands_dates import MoveMeeting
from app.group.commands_frame import ChangeFrame, ChangeZone, Keep
from app.group.commands_log import AssignParts, NoteSupervision
from app.group.commands_people import ChangeRole, LeaveGroup, NoteAccreditation, RemovePerson
from app.group.commands_turns import NotePresented, ShareTurns
from app.group.leaders_log import LedPart, led_by
from app.group.meeting import Assigned, LeaderPart, Mode, held_of
from app.group.reasons import GroupReason
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, GroupScene

ALL = (FRIDA, FINN, PIET, MIA, MAX, ADA)
HOUR = [(who, 60.0) for who in ALL]


def met(**terms: object) -> GroupScene:
    return GroupScene(**terms).plans("2027-01-12", count=2).holds(7, HOUR)  # type: ignore[arg-type]


def test_only_what_a_leader_has_confirmed_is_certified() -> None:
    """G16"""
    scene = met()
    assert certificate_of(scene.group, MIA).attended == ()
    scene.refuses(MIA, ConfirmMeeting(meeting=7), GroupReason.NOT_YOURS)
    scene.asks(FRIDA, ConfirmMeeting(meeting=7, vnr="276 12027 0001"))
    assert scene.meeting(7).held.confirmed_by is None
    [attended] = certificate_of(scene.group, MIA).attended
    assert (attended.minutes, attended.vnr, attended.mode) == (60, "276 12027 0001", Mode.LIVE_ONLINE)
    scene.refuses(FRIDA, ConfirmMeeting(meeting=7, vnr="276 12027 0001"), GroupReason.ALREADY_SO)
    scene.refuses(FRIDA, ConfirmMeeting(meeting=8), GroupReason.NOT_HELD)


def test_it_is_confirmed_and_corrected_within_fourteen_days() -> None:
    """G16: and a correction is marked."""
    scene = met()
    scene.asks(FRIDA, CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=MIA, minutes=45),), cases=2))
    scene.asks(FRIDA, ConfirmMeeting(meeting=7))
    [attended] = certificate_of(scene.group, MIA).attended
    assert (attended.minutes, attended.cases, attended.corrected) == (45, 2, True)
    for wrong in (
        (PersonMinutes(person=MIA, minutes=-1),),
        (PersonMinutes(person=MIA, minutes=241),),
        (PersonMinutes(person=MIA, minutes=1), PersonMinutes(person=MIA, minutes=2)),
    ):
        scene.refuses(FRIDA, CorrectMeeting(meeting=7, minutes=wrong), GroupReason.OUT_OF_BOUNDS)
    stranger = CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=99, minutes=1),))
    scene.refuses(FRIDA, stranger, GroupReason.NO_SUCH_PERSON)
    scene.asks(FINN, CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=MAX, minutes=30),)))
    [attended] = certificate_of(scene.group, MAX).attended  # once it is confirmed, too
    assert (attended.minutes, attended.corrected) == (30, True)
    assert scene.view(MAX).meetings[0].held.corrected  # type: ignore[union-attr]
    assert not scene.view(MAX).meetings[0].held.too_late  # type: ignore[union-attr]
    scene.after(days=15)
    assert scene.view(MAX).meetings[0].held.too_late  # type: ignore[union-attr]
    scene.refuses(FRIDA, ConfirmMeeting(meeting=7, vnr="1"), GroupReason.TOO_LATE)
    scene.refuses(FRIDA, CorrectMeeting(meeting=7, cases=1), GroupReason.TOO_LATE)


def test_a_date_that_nobody_entered_was_held_in_a_room() -> None:
    """G16, G6: it stands in nobody's way, then or later; a meeting that was entered does."""
    scene = GroupScene().plans("2027-01-12", count=2).holds(7, HOUR).at("2027-01-27 12:00")
    told = {"at": time(18), "minutes": 90, "cases": 1, "present": (PersonMinutes(person=MIA, minutes=90),)}
    scene.asks(FRIDA, AddInPerson(on=date(2027, 1, 26), **told))  # type: ignore[arg-type]
    assert [m.held.mode for m in scene.group.meetings if m.held] == [Mode.LIVE_ONLINE, Mode.IN_PERSON]
    scene.plans("2027-06-01", count=2)
    scene.asks(FRIDA, MoveMeeting(meeting=scene.group.numbers, on=date(2027, 6, 16), at=time(18)))
    scene.asks(FRIDA, ChangeZone(zone="America/New_York", keep=Keep.WALL))
    scene.asks(FRIDA, ChangeZone(zone="Europe/Berlin", keep=Keep.WALL))
    scene.refuses(FRIDA, AddInPerson(on=date(2027, 1, 26), **told), GroupReason.TWO_AT_ONCE)  # type: ignore[arg-type]
    scene.at("2027-01-14 12:00")
    scene.refuses(FRIDA, AddInPerson(on=date(2027, 1, 12), **told), GroupReason.TWO_AT_ONCE)  # type: ignore[arg-type]


def test_a_meeting_in_person_is_added_and_marked() -> None:
    """G16"""
    scene = GroupScene().at("2027-01-20 12:00")
    there = tuple(PersonMinutes(person=who, minutes=90) for who in (FRIDA, MIA))

    def added(on: str, minutes: int = 90, **more: object) -> AddInPerson:
        told = {"at": time(18), "cases": 2, "present": there} | more
        return AddInPerson(on=date.fromisoformat(on), minutes=minutes, **told)  # type: ignore[arg-type]

    scene.refuses(FRIDA, added("2027-01-20"), GroupReason.TOO_SOON)
    scene.refuses(FRIDA, added("2027-01-02"), GroupReason.TOO_LATE)
    scene.refuses(FRIDA, added("2027-01-19", minutes=60), GroupReason.OUT_OF_BOUNDS)
    scene.asks(FRIDA, added("2027-01-19"))
    scene.refuses(FRIDA, added("2027-01-19", at=time(18, 30)), GroupReason.TWO_AT_ONCE)
    [attended] = certificate_of(scene.group, MIA).attended
    assert (attended.mode, attended.minutes) == (Mode.IN_PERSON, 90)
    assert [case.number for case in scene.group.cases] == [1, 2]


@pytest.mark.parametrize(
    ("minutes", "quarters", "units", "double"), [(0, 0, 0, 0), (7, 0, 0, 0), (8, 1, 0, 0), (89, 6, 1, 0), (90, 6, 2, 1)]
)
def test_a_certificate_counts_in_the_units_that_bodies_ask_for(
    minutes: int, quarters: int, units: int, double: int
) -> None:
    """G17: the nearest quarter hours, the full units of 45 minutes, the full double hours."""
    scene = GroupScene().plans("2027-01-12").holds(7, [(FRIDA, 60), (MIA, minutes)])
    paper = certificate_of(scene.asks(FRIDA, ConfirmMeeting(meeting=7)).group, MIA)
    assert (paper.minutes, paper.quarter_hours, paper.units, paper.double_hours) == (minutes, quarters, units, double)


def test_a_leader_has_a_log_without_a_members_name() -> None:
    """G18"""
    scene = GroupScene().plans("2027-01-12")
    parts = (
        Assigned(person=FINN, part=LeaderPart.LEAD, case=1),
        Assigned(person=FINN, part=LeaderPart.OBSERVE, case=2),
    )
    scene.asks(FRIDA, AssignParts(meeting=7, parts=parts)).holds(7, HOUR, cases=2)
    scene.asks(FINN, NoteSupervision(meeting=7, words="Supervised by Dr Berg, 30 minutes"))
    [led] = led_by(scene.group, FINN)
    done = (LedPart(part=LeaderPart.LEAD, case=1), LedPart(part=LeaderPart.OBSERVE, case=2))
    assert (led.parts, led.co_leaders, led.there) == (done, ("Frida",), 6)
    assert led.supervision == "Supervised by Dr Berg, 30 minutes"
    [hers] = led_by(scene.group, FRIDA)
    assert (hers.parts, hers.supervision) == ((LedPart(part=LeaderPart.CO_LEAD),), "")
    scene.asks(FRIDA, NoteSupervision(meeting=7, words="Dr Wolf"))
    assert [note.supervision for who in (FINN, FRIDA) for note in led_by(scene.group, who)] == [
        led.supervision,
        "Dr Wolf",
    ]
    assert not any(name in repr((led, hers)) for name in ("Mia", "Max", "Ada", "Piet"))
    scene.refuses(MIA, NoteSupervision(meeting=7, words="x"), GroupReason.NOT_LED)
    scene.asks(FRIDA, AssignParts(meeting=7, parts=(Assigned(person=FRIDA, part=LeaderPart.LEAD, case=2),)))
    assert next(led_by(scene.group, FRIDA)).parts == (
        LedPart(part=LeaderPart.LEAD, case=2),
    )  # afterwards it is said what was
    for case in (0, CASES_MAX + 1):
        no_case = AssignParts(meeting=7, parts=(Assigned(person=FRIDA, part=LeaderPart.LEAD, case=case),))
        scene.refuses(FRIDA, no_case, GroupReason.OUT_OF_BOUNDS)
    last = AssignParts(meeting=7, parts=(Assigned(person=FRIDA, part=LeaderPart.LEAD, case=CASES_MAX),))
    assert next(led_by(scene.asks(FRIDA, last).group, FRIDA)).parts == (LedPart(part=LeaderPart.LEAD, case=CASES_MAX),)
    scene.refuses(FRIDA, last, GroupReason.ALREADY_SO)
    scene.after(days=15).refuses(FRIDA, AssignParts(meeting=7, parts=()), GroupReason.TOO_LATE)


def test_who_facilitated_and_how_long_people_were_there_are_one_thing_to_a_leader_who_confirms_both() -> None:
    """G7: both are stale by what another leader has said of either, and neither by dates."""
    scene = met()
    seen = scene.group.version
    parts = AssignParts(meeting=7, parts=(Assigned(person=FINN, part=LeaderPart.LEAD, case=1),))
    scene.plans("2027-06-01").asks(FINN, parts, seen)
    scene.refuses(FRIDA, CorrectMeeting(meeting=7, cases=2), GroupReason.STALE, seen)
    seen = scene.group.version
    scene.asks(FINN, CorrectMeeting(meeting=7, cases=2)).refuses(FRIDA, parts, GroupReason.STALE, seen)


def test_supervision_is_noted_by_whoever_led_that_meeting() -> None:
    """G18: it stands in their own log, so there is to be a row of it."""
    scene = met().asks(FRIDA, ChangeRole(person=MIA, leads=True))
    scene.refuses(MIA, NoteSupervision(meeting=7, words="Dr Berg"), GroupReason.NOT_LED)
    absent = CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=FINN, minutes=0),))
    scene.asks(FRIDA, absent).refuses(FINN, NoteSupervision(meeting=7, words="Dr Berg"), GroupReason.NOT_LED)
    scene.asks(FRIDA, NoteSupervision(meeting=7, words="Dr Berg"))


def test_whoever_was_there_for_no_minute_was_not_there() -> None:
    """G16: in no count, on no certificate and in no log, and with no card. The correction can be corrected."""
    scene = met(end_card=True)
    [before] = led_by(scene.group, FRIDA)
    absent = tuple(PersonMinutes(person=who, minutes=0) for who in (FINN, MIA))
    scene.asks(FRIDA, CorrectMeeting(meeting=7, minutes=absent)).asks(FRIDA, ConfirmMeeting(meeting=7))
    [led] = led_by(scene.group, FRIDA)
    assert (led.there, led.co_leaders) == (before.there - 2, ())
    assert (list(led_by(scene.group, FINN)), certificate_of(scene.group, MIA).attended) == ([], ())
    held = scene.view(MIA).meetings[0].held
    assert held is not None
    assert (held.your_ms, held.corrected) == (None, True)
    scene.refuses(MIA, AnswerEndCard(meeting=7, choice=1), GroupReason.NOT_HELD)
    leading = scene.view(FRIDA).meetings[0].leading
    assert leading is not None
    assert [each.present_ms for each in leading.present or () if each.person == MIA] == [0]
    scene.asks(FRIDA, CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=MIA, minutes=40),)))
    assert certificate_of(scene.group, MIA).minutes == 40


def test_a_log_has_no_meeting_at_which_its_leader_was_a_member() -> None:
    """G18: whoever leads from now on did not lead before."""
    scene = met().asks(FRIDA, ChangeRole(person=MIA, leads=True))
    assert list(led_by(scene.group, MIA)) == []
    assert supervision(scene, MIA, 7) is None
    assert next(led_by(scene.group, FRIDA)).co_leaders == ("Finn",)
    scene.holds(8, HOUR)
    [led] = led_by(scene.group, MIA)
    assert (led.began_ms, led.co_leaders) == (scene.meeting(8).starts_ms, ("Frida", "Finn"))
    assert supervision(scene, MIA, 8) == ""


@pytest.mark.parametrize(
    ("change", "co_leader"), [(ChangeRole(person=FINN, leads=False), "Finn"), (RemovePerson(person=FINN), "")]
)
def test_what_was_led_together_stays_so(change: ChangeRole | RemovePerson, co_leader: str) -> None:
    """G18: also once a co-leader is a member, or has left, and with them their name."""
    scene = met().asks(FRIDA, change).holds(8, [(FRIDA, 60), (MIA, 60)])
    together, alone = led_by(scene.group, FRIDA)
    assert (together.parts, together.co_leaders) == ((LedPart(part=LeaderPart.CO_LEAD),), (co_leader,))
    assert (alone.parts, alone.co_leaders) == ((LedPart(part=LeaderPart.LEAD),), ())


def test_what_one_did_who_leads_no_more_stays_where_others_say_what_they_did() -> None:
    """G18: their parts cannot be said any more, so they are not taken away either."""
    scene = met().asks(FRIDA, AssignParts(meeting=7, parts=(Assigned(person=FINN, part=LeaderPart.LEAD, case=1),)))
    scene.asks(FRIDA, ChangeRole(person=FINN, leads=False))
    scene.asks(FRIDA, AssignParts(meeting=7, parts=(Assigned(person=FRIDA, part=LeaderPart.CO_LEAD),)))
    assert [led.parts for led in led_by(scene.group, FINN)] == [(LedPart(part=LeaderPart.LEAD, case=1),)]
    assert [led.parts for led in led_by(scene.group, FRIDA)] == [(LedPart(part=LeaderPart.CO_LEAD),)]


def test_whoever_has_led_keeps_their_log() -> None:
    """G18: and notes supervision of what they led. Whoever leads has one, also before their first meeting."""
    scene = met().asks(FRIDA, ChangeRole(person=FINN, leads=False)).asks(FRIDA, ChangeRole(person=MAX, leads=True))
    assert [who for who in ALL if scene.view(who).you.has_log] == [FRIDA, FINN, MAX]
    scene.asks(FINN, NoteSupervision(meeting=7, words="Dr Berg"))
    assert [(led.began_ms, led.supervision) for led in led_by(scene.group, FINN)] == [
        (scene.meeting(7).starts_ms, "Dr Berg")
    ]
    assert [supervision(scene, who, 7) for who in (FINN, FRIDA, MIA)] == ["Dr Berg", "", None]
    scene.holds(8, HOUR).refuses(FINN, NoteSupervision(meeting=8, words="Dr Berg"), GroupReason.NOT_LED)


def test_whoever_has_led_takes_back_what_stands_beside_their_name() -> None:
    """G18, G12: also where they had typed it and led nothing. Whoever never led has nothing to type."""
    scene = met().asks(FRIDA, ConfirmMeeting(meeting=7)).asks(FINN, NoteAccreditation(words="DBG 2"))
    scene.asks(FRIDA, ChangeRole(person=FINN, leads=False)).asks(FINN, NoteAccreditation(words=""))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("Finn", "")]
    scene.asks(FRIDA, ChangeRole(person=MAX, leads=True)).asks(MAX, NoteAccreditation(words="DBG 3"))
    scene.asks(FRIDA, ChangeRole(person=MAX, leads=False))
    assert scene.view(MAX).you.has_log
    scene.asks(MAX, NoteAccreditation(words=""))
    assert (scene.view(MAX).you.has_log, scene.view(MAX).you.accreditation) == (False, "")
    scene.refuses(MIA, NoteAccreditation(words="DBG 4"), GroupReason.NOT_YOURS)


def test_a_note_of_supervision_is_taken_back_also_where_its_row_has_gone() -> None:
    """G18, G12: as where its leader is said not to have been there after all. None is written there any more."""
    scene = met().asks(FINN, NoteSupervision(meeting=7, words="Dr Berg"))
    absent = CorrectMeeting(meeting=7, minutes=(PersonMinutes(person=FINN, minutes=0),))
    scene.asks(FRIDA, absent).asks(FRIDA, ChangeRole(person=FINN, leads=False))
    assert (scene.view(FINN).you.has_log, supervision(scene, FINN, 7)) == (True, "Dr Berg")
    scene.refuses(FINN, NoteSupervision(meeting=7, words="Dr Koch"), GroupReason.NOT_LED)
    scene.asks(FINN, NoteSupervision(meeting=7, words=""))
    assert (scene.view(FINN).you.has_log, supervision(scene, FINN, 7)) == (False, None)
    scene.refuses(FINN, NoteSupervision(meeting=7, words=""), GroupReason.NOT_LED)


def test_who_observes_the_leading_leads_nobody_with_it() -> None:
    """G18: whoever leads before an observing leader leads alone."""
    scene = met()
    held = scene.meeting(7).held
    assert held is not None
    present = tuple(replace(each, role=Role.OBSERVER) if each.person == FINN else each for each in held.present)
    scene.group = scene.group.with_meeting(replace(scene.meeting(7), held=replace(held, present=present)))
    assert [led.parts for led in led_by(scene.group, FRIDA)] == [(LedPart(part=LeaderPart.LEAD),)]
    [his] = led_by(scene.group, FINN)
    assert (his.parts, his.co_leaders) == ((LedPart(part=LeaderPart.OBSERVE),), ("Frida",))


def test_whoever_led_alone_has_co_led_with_nobody() -> None:
    """G18: also where both had a part, and the one who was to facilitate did not come."""
    parts = (Assigned(person=FRIDA, part=LeaderPart.LEAD), Assigned(person=FINN, part=LeaderPart.CO_LEAD))
    scene = GroupScene().plans("2027-01-12").asks(FRIDA, AssignParts(meeting=7, parts=parts))
    [led] = led_by(scene.holds(7, [(FINN, 60), (MIA, 60)]).group, FINN)
    assert (led.parts, led.co_leaders) == ((LedPart(part=LeaderPart.LEAD),), ())


@pytest.mark.parametrize("leaves", [False, True])
def test_a_leader_who_is_noted_to_have_observed_all_of_a_meeting_did_not_lead_it(*, leaves: bool) -> None:
    """G17, G18: on no certificate and in nobody's log, as of one in a room, also once they have left."""
    scene = GroupScene().at("2027-01-13 12:00")
    there = tuple(PersonMinutes(person=who, minutes=90) for who in (FRIDA, FINN, MIA))
    scene.asks(FRIDA, AddInPerson(on=date(2027, 1, 12), at=time(18), minutes=90, cases=1, present=there))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("Finn", "")]
    parts = (Assigned(person=FRIDA, part=LeaderPart.CO_LEAD), Assigned(person=FINN, part=LeaderPart.OBSERVE))
    scene.asks(FRIDA, AssignParts(meeting=scene.first(), parts=parts))
    [his] = led_by(scene.group, FINN)
    assert (his.parts, his.co_leaders) == ((LedPart(part=LeaderPart.OBSERVE),), ("Frida",))
    [attended] = certificate_of(scene.group, FINN).attended
    assert attended.role is Role.OBSERVER
    if leaves:
        scene.asks(FINN, LeaveGroup())
    [hers] = led_by(scene.group, FRIDA)
    assert (hers.parts, hers.co_leaders) == ((LedPart(part=LeaderPart.LEAD),), ())
    assert leaders_on(scene, MIA) == [("Frida", "")]


def test_a_certificate_names_who_led_the_meetings_that_are_on_it() -> None:
    """G17: whoever leads today has not led them by that; whoever has left has no name any more."""
    scene = met().asks(FRIDA, ConfirmMeeting(meeting=7)).asks(FINN, NoteAccreditation(words="DBG 2"))
    scene.asks(FRIDA, ChangeRole(person=MAX, leads=True)).asks(FRIDA, ChangeRole(person=FINN, leads=False))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("Finn", "DBG 2")]
    scene.holds(8, [(MAX, 60), (MIA, 60)]).asks(FRIDA, ConfirmMeeting(meeting=8))
    assert leaders_on(scene, MIA, from_ms=scene.meeting(8).starts_ms) == [("Max", "")]
    scene.asks(FRIDA, RemovePerson(person=FINN))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("", ""), ("Max", "")]
    assert leaders_on(scene, MIA, until_ms=0) == []


def test_whoever_is_noted_afterwards_is_noted_as_what_they_were_then() -> None:
    """G17, G18: of a meeting in a room, after which its leaders have handed over the group."""
    scene = GroupScene().at("2027-01-13 12:00")
    scene.asks(FRIDA, ChangeRole(person=MAX, leads=True)).asks(FRIDA, ChangeRole(person=FINN, leads=False))
    scene.asks(MAX, ChangeRole(person=FRIDA, leads=False)).after(days=1)
    there = tuple(PersonMinutes(person=who, minutes=90) for who in (FRIDA, FINN, MIA, MAX))
    scene.asks(MAX, AddInPerson(on=date(2027, 1, 12), at=time(18), minutes=90, cases=1, present=there))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("Finn", "")]
    assert [len(list(led_by(scene.group, who))) for who in (FRIDA, FINN, MAX)] == [1, 1, 0]


def test_who_facilitated_in_a_room_is_said_by_whoever_adds_it() -> None:
    """G17, G18: a member who stood in, say."""
    scene = GroupScene().at("2027-01-13 12:00")
    there = tuple(PersonMinutes(person=who, minutes=90) for who in (FRIDA, MIA, MAX))
    told = {"on": date(2027, 1, 12), "at": time(18), "minutes": 90, "cases": 1, "present": there}
    scene.refuses(FRIDA, AddInPerson(led=(FINN,), **told), GroupReason.NO_SUCH_PERSON)  # type: ignore[arg-type]
    scene.asks(FRIDA, AddInPerson(led=(MAX,), **told))  # type: ignore[arg-type]
    assert leaders_on(scene, MIA) == [("Max", "")]
    assert [len(list(led_by(scene.group, who))) for who in (FRIDA, MIA, MAX)] == [0, 0, 1]


def test_whoever_leads_since_is_noted_by_a_correction_as_the_member_they_were() -> None:
    """G17: they were there by telephone, say. So is one who led and is a member now, and who leads once more."""
    scene = GroupScene().plans("2027-01-12").holds(7, [(FINN, 60), (MIA, 60)]).after(days=1)
    scene.asks(FINN, ChangeRole(person=MAX, leads=True)).asks(MAX, ChangeRole(person=FRIDA, leads=False))
    late = tuple(PersonMinutes(person=who, minutes=60) for who in (FRIDA, MAX))
    scene.asks(MAX, CorrectMeeting(meeting=7, minutes=late)).asks(MAX, ConfirmMeeting(meeting=7))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("Finn", "")]
    scene.asks(MAX, ChangeRole(person=FRIDA, leads=True)).asks(FRIDA, ChangeRole(person=FRIDA, leads=False))
    scene.asks(MAX, ChangeRole(person=FRIDA, leads=True))
    scene.asks(FRIDA, CorrectMeeting(meeting=7, minutes=late[:1]))
    assert leaders_on(scene, MIA) == [("Frida", ""), ("Finn", "")]


def supervision(scene: GroupScene, who: int, number: int) -> str | None:
    """What they see of their own note in their log, None where the meeting does not stand in it."""
    [held] = [meeting.held for meeting in scene.view(who).meetings if meeting.number == number]
    assert held is not None
    return held.supervision


def leaders_on(scene: GroupScene, who: int, **span: int) -> list[tuple[str, str]]:
    return [(each.name, each.accreditation) for each in certificate_of(scene.group, who, **span).leaders]


def test_a_case_has_a_number_and_a_date_and_nobody() -> None:
    """G19"""
    scene = met()
    assert [case.number for case in scene.group.cases] == [1]
    scene.holds(8, HOUR, cases=2).asks(FRIDA, CorrectMeeting(meeting=8, cases=1))
    scene.asks(FRIDA, CorrectMeeting(meeting=8, cases=2))
    assert [case.number for case in scene.group.cases] == [1, 2, 4]
    assert {case.on_ms for case in scene.view(MIA).cases} == {m.starts_ms for m in scene.group.meetings}


def test_turns_are_noted_only_with_everybodys_consent() -> None:
    """G20: the last date alone, seen by that person and the leaders."""
    scene = met(fair_turn=True)
    scene.refuses(MIA, NotePresented(meeting=7), GroupReason.NOT_CONSENTED)
    for who in ALL:
        scene.asks(who, ShareTurns(agrees=True))
    scene.asks(MIA, NotePresented(meeting=7)).asks(PIET, NotePresented(meeting=7))
    assert scene.view(MIA).you.presented_ms == scene.meeting(7).starts_ms
    assert scene.view(FRIDA).leading.turns[3].presented_ms == scene.meeting(7).starts_ms  # type: ignore[union-attr,index]
    scene.asks(PIET, ShareTurns(agrees=False))
    assert scene.view(FRIDA).leading.turns is None  # type: ignore[union-attr]
    assert [scene.view(who).you.presented_ms is None for who in (MIA, PIET)] == [False, True]
    scene.asks(FRIDA, ChangeFrame(name="Tuesday group", terms=replace(scene.group.terms, fair_turn=False)))
    assert scene.view(MIA).you.presented_ms is None
    assert not any(person.shares_turns for person in scene.group.people)
    met().refuses(MIA, ShareTurns(agrees=True), GroupReason.SWITCHED_OFF)


def test_the_end_card_of_a_meeting_that_is_noted_late_is_answered_from_then_on() -> None:
    """G21: somebody was in its circle for days."""
    scene = met(end_card=True).after(days=3)
    held = replace(held_of(scene.meeting(7)), noted_ms=scene.now_ms)
    scene.group = scene.group.with_meeting(replace(scene.meeting(7), held=held))
    scene.after(days=1).asks(MIA, AnswerEndCard(meeting=7, choice=1))
    scene.after(days=1).refuses(FRIDA, AnswerEndCard(meeting=7, choice=1), GroupReason.OVER)


def test_pitfall_11_the_fifth_answer_arriving_late_reveals_nobody() -> None:
    """G21: counts are shown once, when the card has closed, and only from five answers on."""
    scene = met(end_card=True)
    for who in ALL[:4]:
        assert not scene.view(who).meetings[0].held.card.answered  # type: ignore[union-attr]
        scene.asks(who, AnswerEndCard(meeting=7, choice=1))
        assert scene.view(who).meetings[0].held.card.answered  # type: ignore[union-attr]
        assert scene.view(who).meetings[0].held.card.counts is None  # type: ignore[union-attr]
    scene.refuses(FRIDA, AnswerEndCard(meeting=7, choice=0), GroupReason.ALREADY_SO)
    scene.after(days=2).refuses(MAX, AnswerEndCard(meeting=7, choice=3), GroupReason.OVER)
    scene.forgets()
    assert scene.meeting(7).card.counts == ()
    assert scene.meeting(7).card.answered == ()
    for who in ALL:
        assert scene.view(who).meetings[0].held.card.counts is None  # type: ignore[union-attr]


def test_five_answers_are_shown_once_the_card_has_closed() -> None:
    """G21"""
    scene = met(end_card=True)
    for who in ALL[:5]:
        scene.asks(who, AnswerEndCard(meeting=7, choice=who % 2))
    assert scene.view(FRIDA).meetings[0].held.card.counts is None  # type: ignore[union-attr]
    scene.after(days=2).forgets()
    assert scene.view(ADA).meetings[0].held.card.counts == (2, 3, 0, 0)  # type: ignore[union-attr]
    assert scene.meeting(7).card.answered == ()


def test_the_quarterly_item_is_shown_when_its_quarter_is_over() -> None:
    """G21: off by default, like the end card."""
    met().refuses(MIA, AnswerQuarterly(choice=1), GroupReason.SWITCHED_OFF)
    met().refuses(MIA, AnswerEndCard(meeting=7, choice=1), GroupReason.SWITCHED_OFF)
    scene = GroupScene(quarterly_item=True)
    for who in ALL:
        scene.asks(who, AnswerQuarterly(choice=4))
    scene.refuses(MIA, AnswerQuarterly(choice=0), GroupReason.ALREADY_SO)
    assert scene.view(MIA).quarters == ()
    scene.at("2027-04-01 00:00").forgets()
    assert [(each.quarter, each.counts) for each in scene.view(MIA).quarters] == [("2027-Q1", (0, 0, 0, 0, 6))]
    assert scene.group.quarters[0].card.answered == ()


def test_a_node_whose_clock_is_behind_adds_nothing_to_what_is_published_and_closes_nothing_early() -> None:
    """G21: by one node's clock the quarter is over, by the other's it is not; one more answer would show whose."""
    scene, others = GroupScene(quarterly_item=True).at("2027-03-31 23:59"), ALL[1:]
    for who in others:
        scene.asks(who, AnswerQuarterly(choice=4))
    scene.at("2027-04-01 00:00").forgets().asks(FRIDA, AnswerQuarterly(choice=0))
    scene.at("2027-03-31 23:59").forgets().refuses(FRIDA, AnswerQuarterly(choice=0), GroupReason.OVER)
    assert [(each.quarter, each.counts) for each in scene.view(MIA).quarters] == [("2027-Q1", (0, 0, 0, 0, 5))]
    scene.at("2027-04-02 00:00").forgets()
    for who in others:
        scene.asks(who, AnswerQuarterly(choice=1))
    assert [each.quarter for each in scene.view(MIA).quarters] == ["2027-Q1"]
    scene.at("2027-07-01 00:00").forgets()
    assert scene.view(MIA).quarters[1].counts == (1, 5, 0, 0, 0)


def test_what_a_group_no_longer_asks_is_not_published() -> None:
    """G21: answers to an open card go with it; counts that were shown are shown again with it."""
    scene = GroupScene(end_card=True, quarterly_item=True).plans("2027-01-12").holds(7, HOUR)

    def asks_for(*, both: bool) -> None:
        terms = replace(scene.group.terms, end_card=both, quarterly_item=both)
        scene.asks(FRIDA, ChangeFrame(name="Tuesday group", terms=terms))

    for who in ALL:
        scene.asks(who, AnswerQuarterly(choice=4))
    scene.at("2027-04-01 00:00").forgets()
    published = scene.view(MIA).quarters
    scene = scene.plans("2027-04-06").holds(8, HOUR)
    for who in ALL:
        scene.asks(who, AnswerQuarterly(choice=1)).asks(who, AnswerEndCard(meeting=8, choice=0))
    asks_for(both=False)
    assert scene.view(MIA).quarters == ()
    asks_for(both=True)
    scene.at("2027-07-01 00:00").forgets()
    assert scene.view(MIA).quarters == published
    assert [each.quarter for each in published] == ["2027-Q1"]
    assert scene.view(MIA).meetings[1].held.card.counts is None  # type: ignore[union-attr]


def test_what_is_not_kept_any_longer_goes_by_itself() -> None:
    """G22: absences thirty days after the meeting, attendance after the months that the frame says."""
    scene = GroupScene(kept_months=3).plans("2027-01-12", count=2).asks(MAX, SayComing(meeting=7, coming=False))
    scene.holds(7, HOUR[:4]).asks(FRIDA, ConfirmMeeting(meeting=7))
    scene.at("2027-02-11 17:59").forgets()
    assert scene.meeting(7).absent == (MAX,)
    scene.at("2027-02-11 18:01").forgets()
    assert scene.meeting(7).absences == ()
    scene.at("2027-04-12 17:59").forgets()
    assert scene.meeting(7).held is not None
    before = scene.group
    assert scene.forgets().group is before
    scene.at("2027-04-12 18:01").forgets()
    assert scene.group.meeting(7) is None
    assert scene.group.cases == ()
    assert scene.group.version == before.version + 1


def test_when_somebody_presented_is_kept_as_long_as_that_they_were_there() -> None:
    """G20, G22: also while not everybody agrees."""
    scene = met(fair_turn=True, kept_months=3)
    for who in ALL:
        scene.asks(who, ShareTurns(agrees=True))
    scene.asks(MIA, NotePresented(meeting=7)).asks(PIET, ShareTurns(agrees=False))
    scene.at("2027-04-12 16:59").forgets()
    assert scene.view(MIA).you.presented_ms is not None
    scene.at("2027-04-12 17:01").forgets()
    assert scene.view(MIA).you.presented_ms is None


def test_a_case_gone_back_in_is_one_case() -> None:
    """G17"""
    tell, reflect, back = Phase.PRESENTATION, Phase.REFLECTION, Phase.PRESENTER_RETURNS
    assert cases_in([Phase.OPENING, tell, reflect, tell, reflect, back, reflect, back, Phase.CLOSING]) == 1
    assert cases_in([tell, reflect, back, Phase.CALL_FOR_CASE, tell, reflect, back]) == 2
    assert cases_in([tell, reflect, back, tell, reflect, back]) == 2
    assert cases_in([Phase.OPENING, tell, Phase.CLOSING]) == 0
