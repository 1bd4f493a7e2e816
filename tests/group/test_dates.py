"""When a group meets: wall time, zones, changes of clocks, and each date by itself."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.circle.phases import Phase
from app.circle.plan import Step, Template
from app.circle.replacing import replace
from app.group.commands_coming import SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting, PlanDates
from app.group.commands_frame import ChangeFrame, ChangeZone, Keep
from app.group.commands_people import LeaveGroup, RenamePerson
from app.group.group import EDITS_MAX
from app.group.meeting import MINUTES_MIN, Held, Mode
from app.group.reasons import GroupReason
from app.group.series import DateRule, Unit, wall_times
from app.group.terms import Terms
from app.group.today import todays_meeting, with_circle
from app.group.zones import OddTime
from app.live.zones import zone_of
from tests.support.group_scene import FINN, FRIDA, MAX, MIA, GroupScene, dates, utc_ms

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
EVERYWHERE = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "UTC")


def shown(at_ms: int, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at_ms / 1000, zone).strftime("%m-%d %H:%M")


def test_pitfall_1_the_hour_stays_across_the_change_of_clocks() -> None:
    """G2: Berlin's 18:00 stays 18:00, and a member in New York has two odd weeks."""
    scene = GroupScene().plans("2027-03-02", every=1, count=6)
    starts = [meeting.starts_ms for meeting in scene.group.meetings]
    assert {shown(at_ms, BERLIN)[6:] for at_ms in starts} == {"18:00"}
    assert [shown(at_ms, NEW_YORK)[6:] for at_ms in starts] == ["12:00", "12:00", "13:00", "13:00", "12:00", "12:00"]


def test_pitfall_2_another_zone_asks_what_is_to_stay() -> None:
    """G4"""
    scene = GroupScene().plans("2027-06-01", count=2)
    before = [meeting.starts_ms for meeting in scene.group.meetings]
    scene.refuses(FRIDA, ChangeZone(zone="America/New_York"), GroupReason.WHICH_TIME)
    scene.refuses(FRIDA, ChangeZone(zone="Mars/Olympus", keep=Keep.WALL), GroupReason.NO_SUCH_ZONE)
    scene.asks(FRIDA, ChangeZone(zone="America/New_York", keep=Keep.INSTANT))
    assert [(m.starts_ms, m.sequence) for m in scene.group.meetings] == [(at_ms, 0) for at_ms in before]
    scene.asks(FRIDA, ChangeZone(zone="Europe/Berlin", keep=Keep.WALL))
    assert [shown(m.starts_ms, BERLIN)[6:] for m in scene.group.meetings] == ["12:00", "12:00"]
    assert [m.sequence for m in scene.group.meetings] == [1, 1]


@pytest.mark.parametrize(
    ("first", "zone", "keep", "odd"),
    [
        ("2027-10-31", "Asia/Kolkata", Keep.INSTANT, None),
        ("2027-03-28", "Asia/Kolkata", Keep.INSTANT, None),
        ("2027-10-31", "Africa/Johannesburg", Keep.WALL, None),
        ("2027-10-31", "Europe/Paris", Keep.INSTANT, OddTime.TWICE),
        ("2027-10-31", "Europe/Paris", Keep.WALL, OddTime.TWICE),
    ],
)
def test_pitfall_2_what_is_odd_about_a_time_is_so_on_the_clocks_that_the_group_goes_by(
    first: str, zone: str, keep: Keep, odd: OddTime | None
) -> None:
    """G3, G4: also where the zone changes and the moment stays."""
    scene = GroupScene().plans(first, "02:30")
    scene.zones = ("Europe/Berlin", zone)
    scene.asks(FRIDA, ChangeZone(zone=zone, keep=keep))
    assert [(m.odd, m.sequence) for m in scene.group.meetings] == [(odd, 0)]


def test_pitfall_2_the_second_of_two_times_is_not_said_to_be_the_first() -> None:
    """G3, G4"""
    scene = GroupScene(zone="Asia/Kolkata").plans("2027-10-31", "07:00")
    scene.asks(FRIDA, ChangeZone(zone="Europe/Berlin", keep=Keep.INSTANT))
    assert [(m.odd, shown(m.starts_ms, BERLIN)) for m in scene.group.meetings] == [(None, "10-31 02:30")]


def test_pitfall_2_the_clocks_are_not_kept_of_a_meeting_that_people_are_in() -> None:
    """G4, G14: whoever dropped out could not come back. For those who are in it the moment may stay."""
    scene = GroupScene().plans("2027-01-12", count=2).at("2027-01-12 16:45")
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", None)
    scene.refuses(FRIDA, ChangeZone(zone="America/New_York", keep=Keep.WALL), GroupReason.IN_A_MEETING)
    assert scene.shut_out(MIA) is None
    scene.asks(FRIDA, ChangeZone(zone="Europe/London", keep=Keep.INSTANT))
    scene.after(days=1).asks(FRIDA, ChangeZone(zone="America/New_York", keep=Keep.WALL))
    assert [meeting.sequence for meeting in scene.group.meetings] == [0, 1]


def test_pitfall_2_two_dates_that_other_clocks_put_at_once_are_refused() -> None:
    """G4, G6: half past two is skipped in Berlin, and is half past three then."""
    scene = GroupScene(zone="Asia/Kolkata").plans("2027-03-28", "02:30").plans("2027-03-28", "04:00")
    scene.refuses(FRIDA, ChangeZone(zone="Europe/Berlin", keep=Keep.WALL), GroupReason.TWO_AT_ONCE)
    scene.asks(FRIDA, ChangeZone(zone="Europe/Berlin", keep=Keep.INSTANT))


@pytest.mark.parametrize(
    ("first", "odd", "at"),
    [
        ("2027-03-28", OddTime.SKIPPED, "03-28 03:30"),
        ("2027-10-31", OddTime.TWICE, "10-31 02:30"),
        ("2027-10-30", None, "10-30 02:30"),
    ],
)
def test_pitfall_2_what_half_past_two_is_when_the_clocks_change(first: str, odd: OddTime | None, at: str) -> None:
    """G3: it is defined, and said."""
    scene = GroupScene().plans(first, "02:30")
    [meeting] = scene.group.meetings
    assert (meeting.odd, shown(meeting.starts_ms, BERLIN)) == (odd, at)
    assert scene.view(MIA).meetings[0].odd is odd
    if odd is OddTime.TWICE:
        assert meeting.starts_ms == utc_ms("2027-10-31 00:30")


@settings(deadline=None)
@given(
    name=st.sampled_from(EVERYWHERE),
    wall=st.datetimes(datetime(2026, 1, 1), datetime(2033, 1, 1)).map(
        lambda at: at.replace(second=0, microsecond=0, fold=0)
    ),
)
def test_a_wall_time_means_what_the_tz_database_says(name: str, wall: datetime) -> None:
    """G2, G3"""
    zone = zone_of(name, utc_ms("2027-06-01 00:00"))
    at_ms, odd = zone.instant(wall)
    meant = wall.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    assert at_ms == meant.timestamp() * 1000
    comes = meant.astimezone(ZoneInfo(name)).replace(tzinfo=None) == wall
    twice = wall.replace(tzinfo=ZoneInfo(name), fold=1).astimezone(UTC) != meant and comes
    assert odd is (OddTime.TWICE if twice else None if comes else OddTime.SKIPPED)
    assert zone.wall(at_ms) == meant.astimezone(ZoneInfo(name)).replace(tzinfo=None)


@pytest.mark.parametrize("name", EVERYWHERE)
def test_the_minutes_round_every_change_of_clocks_are_read_right(name: str) -> None:
    """G3: where a random time seldom falls."""
    zone = zone_of(name, utc_ms("2027-06-01 00:00"))
    for from_ms, _ in zone.changes[1:]:
        for minutes in (-181, -31, -1, 0, 1, 29, 30, 59, 60, 181):
            wall = zone.wall(from_ms) + timedelta(minutes=minutes)
            assert zone.instant(wall)[0] == wall.replace(tzinfo=ZoneInfo(name)).timestamp() * 1000


@settings(deadline=None)
@given(
    first=st.dates(date(2027, 1, 1), date(2030, 1, 1)),
    every=st.integers(1, 12),
    unit=st.sampled_from(Unit),
    count=st.integers(1, 60),
)
def test_a_rule_spells_out_dates_of_one_weekday(first: date, every: int, unit: Unit, count: int) -> None:
    """G2"""
    walls = wall_times(first, time(18), DateRule(every=every, unit=unit, count=count))
    assert len(walls) == count
    assert walls[0] == datetime.combine(first, time(18))
    assert {wall.weekday() for wall in walls} == {first.weekday()}
    if unit is Unit.WEEKS:
        assert {later - one for one, later in pairwise(walls)} <= {timedelta(weeks=every)}
    else:
        months = [wall.year * 12 + wall.month for wall in walls]
        assert {later - one for one, later in pairwise(months)} <= {every}
        nth = (first.day - 1) // 7
        assert all(
            (wall.day - 1) // 7 == nth or (nth == 4 and (wall + timedelta(7)).month != wall.month) for wall in walls
        )


def test_each_date_is_moved_or_cancelled_alone() -> None:
    """G5, pitfall 4: the same number, and so UID, in its next version; the others stay as they are."""
    scene = GroupScene().plans("2027-01-12", count=3)
    one, two, three = scene.group.meetings
    scene.asks(FRIDA, MoveMeeting(meeting=two.number, on=date(2027, 1, 27), at=time(19)))
    scene.asks(FINN, CancelMeeting(meeting=three.number))
    by_number = {meeting.number: meeting for meeting in scene.group.meetings}
    assert by_number[one.number] == one
    assert shown(by_number[two.number].starts_ms, BERLIN) == "01-27 19:00"
    assert (by_number[two.number].sequence, by_number[three.number].sequence) == (1, 1)
    assert by_number[three.number].cancelled
    assert not by_number[two.number].cancelled


def test_whoever_could_not_come_is_asked_again_of_a_moved_date() -> None:
    """G36: they said so of another time. A date that only takes longer asks nobody."""
    scene = GroupScene().plans("2027-01-12", count=2)
    for number in (7, 8):
        scene.asks(MIA, SayComing(meeting=number, coming=False)).asks(MAX, SayComing(meeting=number, coming=False))
    scene.asks(FRIDA, MoveMeeting(meeting=7, on=date(2027, 1, 12), at=time(18), minutes=100))
    assert len(scene.meeting(7).absences) == 2
    scene.asks(FRIDA, MoveMeeting(meeting=7, on=date(2027, 1, 13), at=time(18)))
    assert (scene.meeting(7).absences, len(scene.meeting(8).absences)) == ((), 2)

    def asked(who: int) -> tuple[bool, bool]:
        seen = scene.view(who).meetings[0]
        return seen.coming, seen.say_again

    assert [asked(who) for who in (MIA, MAX, FRIDA)] == [(True, True), (True, True), (True, False)]
    scene.asks(FRIDA, MoveMeeting(meeting=7, on=date(2027, 1, 14), at=time(18)))
    scene.asks(MIA, SayComing(meeting=7, coming=False)).asks(MAX, SayComing(meeting=7, coming=True))
    assert [asked(who) for who in (MIA, MAX)] == [(False, False), (True, False)]
    scene.refuses(MAX, SayComing(meeting=7, coming=True), GroupReason.ALREADY_SO)
    scene.asks(FRIDA, MoveMeeting(meeting=8, on=date(2027, 1, 27), at=time(18))).asks(MIA, LeaveGroup())
    assert scene.meeting(8).asked_again == (MAX,)
    assert scene.at("2027-03-12 12:00").forgets().meeting(8).asked_again == ()


def test_whoever_says_so_of_the_time_before_is_shown_the_new_one_first() -> None:
    """G36: their page had not read yet that the date was moved."""
    scene = GroupScene().plans("2027-01-12", count=2)
    seen = scene.group.version
    scene.asks(FINN, MoveMeeting(meeting=7, on=date(2027, 1, 13), at=time(18)))
    [edit] = scene.refuses(MIA, SayComing(meeting=7, coming=False), GroupReason.STALE, seen)
    assert (edit.what, edit.number, edit.by) == ("move_meeting", 7, 0)  # who it was is not hers to know (G1)
    scene.asks(MIA, SayComing(meeting=8, coming=False), seen).asks(FINN, SayComing(meeting=7, coming=False), seen)
    scene.asks(MIA, SayComing(meeting=7, coming=False), scene.group.version)
    assert scene.view(FRIDA).meetings[0].leading.absent == (FINN, MIA)  # type: ignore[union-attr]
    seen = scene.group.version
    scene.asks(FRIDA, ChangeZone(zone="Europe/London", keep=Keep.WALL))
    scene.refuses(MIA, SayComing(meeting=8, coming=True), GroupReason.STALE, seen)


@pytest.mark.parametrize("days", [0, 80])
def test_who_has_seen_no_edit_that_is_kept_is_shown_a_moved_date_first(days: int) -> None:
    """G36: by which edits it was moved is not known any more, for so many came after, or it is too long ago."""
    scene = GroupScene().plans("2027-06-01", count=2)
    seen = scene.group.version
    scene.asks(FRIDA, MoveMeeting(meeting=7, on=date(2027, 6, 2), at=time(18))).after(days=days)
    for number in range(1 if days else EDITS_MAX):
        scene.asks(FRIDA, RenamePerson(person=MAX, name=f"Max {number}"))
    scene.after(days=days / 4).forgets()
    assert scene.refuses(MIA, SayComing(meeting=7, coming=False), GroupReason.STALE, seen) == ()
    scene.asks(MIA, SayComing(meeting=8, coming=False), seen)  # it was never moved
    scene.asks(MIA, SayComing(meeting=7, coming=False), scene.group.version - 1)


def test_one_date_is_longer_than_the_plan_and_the_others_are_not() -> None:
    """G5, pitfall 4: that too is a change of the date, in calendars and for whoever gets mail."""
    scene = GroupScene().plans("2027-01-12", count=2)
    one, two = scene.group.meetings
    scene.asks(FRIDA, MoveMeeting(meeting=one.number, on=date(2027, 1, 12), at=time(18), minutes=120))
    changed, other = scene.group.meetings
    assert (changed.starts_ms, changed.minutes, changed.sequence) == (one.starts_ms, 120, 1)
    assert other == two
    scene.asks(FRIDA, MoveMeeting(meeting=one.number, on=date(2027, 1, 12), at=time(19)))
    assert scene.group.meetings[0].minutes == 120
    for minutes in (14, 241):
        too_much = MoveMeeting(meeting=one.number, on=date(2027, 1, 12), at=time(19), minutes=minutes)
        scene.refuses(FRIDA, too_much, GroupReason.OUT_OF_BOUNDS)
    scene.plans("2027-01-13", at="08:00", count=1)
    into = MoveMeeting(meeting=one.number, on=date(2027, 1, 13), at=time(7), minutes=61)
    scene.refuses(FRIDA, into, GroupReason.TWO_AT_ONCE)


def test_dates_as_long_as_the_plan_take_as_long_as_the_new_one() -> None:
    """G5, pitfall 4: not those that were planned otherwise, and not one that people are in, which has its plan."""
    scene = GroupScene().plans("2027-01-12", count=3).asks(FRIDA, MoveMeeting(meeting=8, minutes=75))
    scene.asks(MIA, SayComing(meeting=9, coming=False)).at("2027-01-12 16:40")
    scene.group = with_circle(scene.group, scene.meeting(7), "circle", None)
    scene.asks(FRIDA, agreed(Terms(template=Template.TWO_CASES_90)))
    assert [(each.minutes, each.sequence) for each in scene.group.meetings] == [(60, 0), (75, 1), (90, 1)]
    assert scene.meeting(9).absent == (MIA,)
    scene.asks(FRIDA, agreed(Terms(steps=(Step(phase=Phase.OPENING, minutes=1), Step(phase=Phase.CLOSING, minutes=1)))))
    assert scene.meeting(9).minutes == MINUTES_MIN
    crowded = GroupScene().plans("2027-01-12").plans("2027-01-12", at="19:10")
    crowded.refuses(FRIDA, agreed(Terms(template=Template.TWO_CASES_90)), GroupReason.TWO_AT_ONCE)


def agreed(terms: Terms) -> ChangeFrame:
    return ChangeFrame(name="Tuesday group", terms=terms)


def test_a_date_that_only_takes_longer_stays_at_its_moment() -> None:
    """G3, G5: also at the second of two times, which no clock can name. Where only one of day and time is given, the
    other stays as the clock shows it.
    """
    scene = GroupScene(zone="Asia/Kolkata").plans("2027-10-31", "07:00")
    scene.asks(FRIDA, ChangeZone(zone="Europe/Berlin", keep=Keep.INSTANT))
    [was] = scene.group.meetings
    scene.asks(FRIDA, MoveMeeting(meeting=was.number, minutes=120))
    [longer] = scene.group.meetings
    assert longer == replace(was, minutes=120, sequence=1, changed_ms=scene.now_ms)
    scene.refuses(FRIDA, MoveMeeting(meeting=was.number), GroupReason.ALREADY_SO)
    for change, at in (({"on": date(2027, 11, 2)}, "11-02 02:30"), ({"at": time(18)}, "11-02 18:00")):
        scene.asks(FRIDA, MoveMeeting(meeting=was.number, **change))  # type: ignore[arg-type]
        assert shown(scene.group.meetings[0].starts_ms, BERLIN) == at


def test_what_cannot_be_a_date_is_refused_in_words() -> None:
    """G6: nothing is lost by it."""
    scene = GroupScene().plans("2027-01-12", count=59)
    scene.refuses(FRIDA, dates("2027-01-01"), GroupReason.IN_THE_PAST)
    scene.refuses(FRIDA, dates("2034-01-01"), GroupReason.TOO_FAR)
    scene.refuses(FRIDA, dates("2027-01-13", count=2), GroupReason.TOO_MANY_DATES)
    scene.refuses(FRIDA, dates("2027-01-13", count=61), GroupReason.TOO_MANY_DATES)
    scene.refuses(FRIDA, dates("2027-01-12", "18:30"), GroupReason.TWO_AT_ONCE)
    scene.refuses(FRIDA, dates("2027-01-13", count=0), GroupReason.OUT_OF_BOUNDS)
    scene.refuses(FRIDA, dates("2027-01-13", every=0), GroupReason.OUT_OF_BOUNDS)
    scene.refuses(FRIDA, PlanDates(first=date(2027, 1, 13), at=time(18), minutes=600), GroupReason.OUT_OF_BOUNDS)
    scene.refuses(FRIDA, PlanDates(first=date(2027, 1, 13), at=time(18, tzinfo=UTC)), GroupReason.NO_SUCH_TIME)
    scene.refuses(FRIDA, PlanDates(first=date(9999, 12, 31), at=time(18)), GroupReason.OUT_OF_BOUNDS)
    scene.refuses(FRIDA, MoveMeeting(meeting=99, on=date(2027, 2, 1), at=time(18)), GroupReason.NO_SUCH_MEETING)
    first = scene.first()
    scene.refuses(FRIDA, MoveMeeting(meeting=first, on=date(2027, 1, 26), at=time(18, 10)), GroupReason.TWO_AT_ONCE)
    scene.refuses(FRIDA, MoveMeeting(meeting=first, on=date(2027, 1, 12), at=time(18)), GroupReason.ALREADY_SO)
    scene.refuses(MIA, dates("2027-01-13"), GroupReason.NOT_YOURS)
    scene.plans("2027-01-13")
    scene.after(days=9).refuses(FRIDA, CancelMeeting(meeting=first), GroupReason.OVER)


def test_a_meeting_ended_too_early_can_be_held_again_that_evening() -> None:
    """G6: the group is free from its end on, and not before the end of one that takes longer."""
    scene = GroupScene().plans("2027-01-12").at("2027-01-12 17:06")
    held = Held(mode=Mode.LIVE_ONLINE, began_ms=scene.meeting(7).starts_ms, ended_ms=scene.now_ms, cases=0, present=())
    scene.group = scene.group.with_meeting(replace(scene.meeting(7), held=held))
    scene.refuses(FRIDA, dates("2027-01-12", "18:05"), GroupReason.IN_THE_PAST)
    scene.plans("2027-01-12", "18:15")
    again = todays_meeting(scene.group, scene.now_ms)
    assert again is not None
    assert again.number == 8
    late = replace(held, ended_ms=utc_ms("2027-01-12 19:00"))
    scene.group = scene.group.with_meeting(replace(scene.meeting(7), held=late))
    scene.refuses(FRIDA, dates("2027-01-12", "19:30"), GroupReason.TWO_AT_ONCE)


def test_a_stale_edit_is_shown_what_changed_and_asked_again() -> None:
    """G7: whatever else has changed meanwhile makes nothing stale."""
    scene = GroupScene().plans("2027-01-12", count=2)
    one, two = (meeting.number for meeting in scene.group.meetings)
    seen = scene.group.version
    scene.asks(FRIDA, CancelMeeting(meeting=one), seen)
    [edit] = scene.refuses(FINN, MoveMeeting(meeting=two, on=date(2027, 1, 27), at=time(18)), GroupReason.STALE, seen)
    assert (edit.by, edit.what, edit.about, edit.number) == (FRIDA, "cancel_meeting", "dates", one)
    scene.asks(FRIDA, MoveMeeting(meeting=two, on=date(2027, 1, 28), at=time(18)), seen)  # her own is not new to her
    scene.asks(FINN, MoveMeeting(meeting=two, on=date(2027, 1, 27), at=time(18)), scene.group.version)


def test_a_date_is_changed_by_nobody_who_has_not_seen_that_a_new_plan_made_it_longer() -> None:
    """G7: a page sends how long the date is with every move."""
    scene = GroupScene().plans("2027-01-12")
    seen, move = scene.group.version, MoveMeeting(meeting=7, at=time(18, 30), minutes=60)
    scene.asks(FRIDA, agreed(Terms(template=Template.TWO_CASES_90)))
    [edit] = scene.refuses(FINN, move, GroupReason.STALE, seen)
    assert (edit.by, edit.what) == (FRIDA, "change_frame")


def test_dates_can_be_planned_where_the_clocks_are_half_an_hour_off() -> None:
    """G2: Lord Howe Island sets its clocks by half an hour."""
    scene = GroupScene(zone="Australia/Lord_Howe").plans("2027-03-30", every=1, count=2)
    assert {shown(m.starts_ms, ZoneInfo("Australia/Lord_Howe"))[6:] for m in scene.group.meetings} == {"18:00"}
    assert scene.group.meetings[1].starts_ms - scene.group.meetings[0].starts_ms == (7 * 24 * 60 + 30) * 60_000
