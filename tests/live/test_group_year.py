"""A year of a fortnightly group, as it goes: two zones, moved and cancelled dates, somebody who leaves, a guest.

At its end what certificates say is what the minutes were.
"""

import asyncio
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from app.group.certificate import certificate_of
from app.group.commands_attendance import ConfirmMeeting, CorrectMeeting, PersonMinutes
from app.group.commands_coming import AgreeToGuest, InviteGuest, SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_frame import ChangeZone, Keep
from app.group.commands_people import LeaveGroup
from app.group.leaders_log import led_by
from app.group.meeting import Meeting
from app.web.calendar import calendar_of
from app.words.languages import words_in
from tests.support.group_meetings import MINUTE_MS, GroupMeetings
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, PIET, dates
from tests.support.ical import read_calendar

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


def test_a_year_of_a_group() -> None:
    """G2, G5, G8, G12, G13, G16, G17, G18, G22"""
    asyncio.run(play())


async def play() -> None:
    group = await GroupMeetings("2027-01-04 12:00").open(organiser="Balint Institute")
    await group.asks(FRIDA, dates("2027-01-12", "18:00", count=26))
    planned = (await group.group()).meetings
    assert {clock(meeting, BERLIN) for meeting in planned} == {"18:00"}
    assert {clock(meeting, NEW_YORK) for meeting in planned} == {"12:00", "13:00"}

    third, fifth, eighth, tenth, *_ = (planned[i] for i in (2, 4, 7, 9))
    await group.asks(FRIDA, MoveMeeting(meeting=third.number, on=date(2027, 2, 10), at=time(19, 30)))
    await group.asks(FINN, CancelMeeting(meeting=fifth.number))
    await group.asks(MAX, SayComing(meeting=eighth.number, coming=False))
    await group.asks(FRIDA, InviteGuest(meeting=tenth.number, name="Olga"))
    guest = (await group.group()).numbers
    for person in (FINN, PIET, MIA, MAX, ADA):
        await group.asks(person, AgreeToGuest(meeting=tenth.number, guest=guest, agrees=True))

    for number, meeting in enumerate((await group.group()).meetings[:12], start=1):
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
        if number != 11:  # the eleventh is forgotten, and stands on no certificate
            await group.asks(FRIDA, ConfirmMeeting(meeting=meeting.number))
        if number == 6:
            await group.asks(ADA, LeaveGroup())

    await after_half_a_year(group, guest)
    await group.asks(FRIDA, ChangeZone(zone="America/New_York", keep=Keep.INSTANT))
    assert all(clock(m, BERLIN) == "18:00" for m in (await group.group()).coming(group.clock.now_ms()))

    await group.at("2029-12-31 12:00")
    await group.keeper.tidy_all()
    assert all(meeting.held is None for meeting in (await group.group()).meetings)
    await group.hub.stop()


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


async def after_half_a_year(group: GroupMeetings, guest: int) -> None:
    document = await group.group()
    held = [meeting for meeting in document.meetings if meeting.held is not None]
    assert len(held) == 11
    confirmed = [meeting.held for meeting in held if meeting.held and meeting.held.confirmed_ms is not None]
    assert len(confirmed) == 10

    for person in (FRIDA, FINN, PIET, MIA, MAX):
        paper = certificate_of(document, person)
        noted = [each.present_ms // MINUTE_MS for h in confirmed for each in h.present if each.person == person]
        assert [each.minutes for each in paper.attended] == noted
        assert paper.minutes == sum(noted)
        assert paper.units == sum(noted) // 45
    whole = certificate_of(document, FRIDA)
    assert len(whole.attended) == 10
    assert len(certificate_of(document, MAX).attended) == 9
    late = [each.minutes for each in certificate_of(document, MIA).attended]
    assert [full.minutes - minutes for full, minutes in zip(whole.attended, late, strict=True)] == [
        0, 0, 8, 0, 8, 0, 0, 8, 0, 8
    ]  # fmt: skip
    assert [each.minutes for each in certificate_of(document, PIET).attended if each.corrected] == [40]

    assert "Ada" not in repr(document)
    nameless = next(each for each in document.people if each.number == ADA)
    assert (nameless.name, nameless.belongs) == ("", False)
    assert sum(ADA in [each.person for each in h.present] for h in confirmed) == 5
    assert sum(guest in [each.person for each in h.present] for h in confirmed) == 1

    log = list(led_by(document, FINN))
    assert len(log) == 11
    assert {row.co_leaders for row in log} == {("Frida",)}
    assert [case.number for case in document.cases] == list(range(1, 12))

    calendar = read_calendar(calendar_of(document, "https://balint.example", words_in("en")))
    shown = (await group.view(MAX)).meetings
    assert [part.value("DTSTART") for part in calendar.parts] == [
        datetime.fromtimestamp(m.starts_ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ") for m in shown
    ]


def clock(meeting: Meeting, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(meeting.starts_ms / 1000, zone).strftime("%H:%M")
