"""A year of a fortnightly group, as it goes: two zones, a moved and a cancelled date, somebody who leaves, a guest.

At its end what certificates say is what the minutes were, row by row.
"""

import asyncio
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from app.group.certificate import AttendanceCertificate, certificate_of
from app.group.commands_attendance import ConfirmMeeting, CorrectMeeting, PersonMinutes
from app.group.commands_coming import AgreeToGuest, InviteGuest, SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_frame import ChangeZone, Keep
from app.group.commands_people import LeaveGroup
from app.group.group import Group
from app.group.leaders_log import led_by
from app.group.meeting import Meeting
from app.live.group_tidying import tidy_all
from app.live.zones import zone_of
from app.web.calendar import calendar_of
from app.words.languages import words_in
from tests.support.group_meetings import MINUTE_MS, GroupMeetings
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, dates, utc_ms
from tests.support.ical import Component, read_calendar
from tests.support.papers import drawn, words_of

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


MOVED, CANCELLED, FORGOTTEN = 3, 5, 11
"""The places in the year of a date that was moved, one that was cancelled, and one that nobody confirmed."""


def test_a_year_of_a_group(tmp_path: Path) -> None:
    """G2, G5, G8, G12, G13, G16, G17, G18, G22"""
    paper = asyncio.run(play())
    stands_on(paper, tmp_path)


async def play() -> AttendanceCertificate:
    """Piet's certificate of that year."""
    group = await GroupMeetings("2027-01-04 12:00").open(organiser="Balint Institute")
    await group.asks(FRIDA, dates("2027-01-12", "18:00", count=26))
    planned = (await group.group()).meetings
    assert {clock(meeting, BERLIN) for meeting in planned} == {"18:00"}
    assert {clock(meeting, NEW_YORK) for meeting in planned} == {"12:00", "13:00"}

    announced = calendar_by_uid(await group.group())
    third, fifth, eighth, tenth = (planned[place - 1] for place in (MOVED, CANCELLED, 8, 10))
    await group.asks(FRIDA, MoveMeeting(meeting=third.number, on=date(2027, 2, 10), at=time(19, 30)))
    await group.asks(FINN, CancelMeeting(meeting=fifth.number))
    says_what_became_of(announced, calendar_by_uid(await group.group()))
    await group.asks(MAX, SayComing(meeting=eighth.number, coming=False))
    await group.asks(FRIDA, InviteGuest(meeting=tenth.number, name="Olga"))
    guest = (await group.group()).numbers
    for person in (FINN, PIET, MIA, MAX, ADA):
        await group.asks(person, AgreeToGuest(meeting=tenth.number, guest=guest, agrees=True))

    for number, meeting in enumerate((await group.group()).meetings, start=1):
        if meeting.cancelled:
            continue
        people = [FRIDA, FINN, PIET, MIA, MAX, *([ADA] if number <= 6 else [])]
        if meeting.number == eighth.number:
            people.remove(MAX)
        if meeting.number == tenth.number:
            people.append(guest)
        await meets(group, meeting, people, late=MIA if number % 3 == 0 else None)
        if number == 3:
            corrected = (PersonMinutes(person=PIET, minutes=40),)
            await group.asks(FRIDA, CorrectMeeting(meeting=meeting.number, minutes=corrected))
        if number != FORGOTTEN:
            await group.asks(FRIDA, ConfirmMeeting(meeting=meeting.number))
        if number == 6:
            await group.asks(ADA, LeaveGroup())

    await after_the_year(group, guest)
    document = await group.group()
    kept = calendar_by_uid(document)
    assert list(kept) == [uid for place, uid in enumerate(announced, start=1) if place != CANCELLED]
    assert list(kept.values())[MOVED - 1].value("SEQUENCE") == "1"
    await group.asks(FRIDA, dates("2028-02-29", "18:00", count=3))
    await group.asks(FRIDA, ChangeZone(zone="America/New_York", keep=Keep.INSTANT))
    coming = (await group.group()).coming(group.clock.now_ms())
    assert [clock(m, BERLIN) for m in coming] == ["18:00"] * 3

    await group.at("2029-12-31 12:00")
    await tidy_all(group.keeper.kept)
    assert all(meeting.held is None for meeting in (await group.group()).meetings)
    await group.hub.stop()
    return certificate_of(document, PIET)


async def meets(group: GroupMeetings, meeting: Meeting, people: list[int], late: int | None) -> None:
    """They gather ten minutes before, hold one case, linger and end; one may come late."""
    await group.at(datetime.fromtimestamp(meeting.starts_ms / 1000 - 600, UTC).strftime("%Y-%m-%d %H:%M"))
    group.pages.clear()
    for person in people:
        if person != late:
            await group.enters(person)
    await group.passes(10)
    await group.next()
    await group.passes(8)
    if late is not None:
        await group.enters(late)
    await group.tells_a_case(PIET)
    await group.ends()


async def after_the_year(group: GroupMeetings, guest: int) -> None:
    document = await group.group()
    held = [meeting.held for meeting in document.meetings if meeting.held is not None]
    assert len(held) == 25
    assert [in_zone(h.began_ms, BERLIN) for h in held] == ["18:00"] * 2 + ["19:30"] + ["18:00"] * 22
    assert {in_zone(h.began_ms, NEW_YORK) for h in held} == {"12:00", "13:00", "13:30"}
    confirmed = [h for h in held if h.confirmed_ms is not None]
    assert len(confirmed) == 24

    for person in (FRIDA, FINN, PIET, MIA, MAX):
        paper = certificate_of(document, person)
        noted = [each.present_ms // MINUTE_MS for h in confirmed for each in h.present if each.person == person]
        assert [each.minutes for each in paper.attended] == noted
        assert paper.minutes == sum(noted)
        assert paper.units == sum(noted) // 45
    whole = certificate_of(document, FRIDA)
    assert len(whole.attended) == 24
    assert len(certificate_of(document, MAX).attended) == 23
    late = [each.minutes for each in certificate_of(document, MIA).attended]
    places = [place for place in range(1, 27) if place not in {CANCELLED, FORGOTTEN}]
    missed = [full.minutes - minutes for full, minutes in zip(whole.attended, late, strict=True)]
    assert missed == [8 if place % 3 == 0 else 0 for place in places]
    assert [each.minutes for each in certificate_of(document, PIET).attended if each.corrected] == [40]

    assert "'Ada'" not in repr(document)
    nameless = next(each for each in document.people if each.number == ADA)
    assert (nameless.name, nameless.belongs) == ("", False)
    assert sum(ADA in [each.person for each in h.present] for h in confirmed) == 5
    assert sum(guest in [each.person for each in h.present] for h in confirmed) == 1

    log = list(led_by(document, FINN))
    assert len(log) == 25
    assert {row.co_leaders for row in log} == {("Frida",)}
    assert [case.number for case in document.cases] == list(range(1, 26))

    events = calendar_by_uid(document).values()
    shown = (await group.view(MAX)).meetings
    assert [part.value("DTSTART") for part in events] == [
        datetime.fromtimestamp(m.starts_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ") for m in shown
    ]


def says_what_became_of(before: dict[str, Component], after: dict[str, Component]) -> None:
    """Calendars know each date by the name it had; the moved and the cancelled one are new versions of it."""
    assert list(before) == list(after)
    told = {place: (each.value("STATUS"), each.value("SEQUENCE")) for place, each in enumerate(after.values(), start=1)}
    changed = {MOVED: ("CONFIRMED", "1"), CANCELLED: ("CANCELLED", "1")}
    assert told == {place: changed.get(place, ("CONFIRMED", "0")) for place in told}


def stands_on(paper: AttendanceCertificate, folder: Path) -> None:
    """Each confirmed meeting has its row on the paper, with the minutes that were noted."""
    zone = zone_of("Europe/Berlin", utc_ms("2028-01-10 12:00"))
    words = words_of(drawn(paper, utc_ms("2028-01-10 12:00"), zone), folder)
    rows = re.findall(r"(\d+ \w+ 2027 [\d:]+–[\d:]+) (\d+)( \*)? 1 member, live online", words)
    assert rows == [
        (
            f"{day(each.began_ms)} {in_zone(each.began_ms, BERLIN)}–{in_zone(each.ended_ms, BERLIN)}",
            str(each.minutes),
            " *" if each.corrected else "",
        )
        for each in paper.attended
    ]
    assert f"Meetings 24 Minutes {sum(each.minutes for each in paper.attended)}" in words.replace(",", "")


def calendar_by_uid(document: Group) -> dict[str, Component]:
    calendar = read_calendar(calendar_of(document, "https://balint.example", words_in("en")))
    return {part.value("UID"): part for part in calendar.parts}


def clock(meeting: Meeting, zone: ZoneInfo) -> str:
    return in_zone(meeting.starts_ms, zone)


def in_zone(at_ms: int, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at_ms / 1000, zone).strftime("%H:%M")


def day(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, BERLIN).strftime("%-d %B %Y")
