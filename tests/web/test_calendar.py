"""A group's calendar, read back by icalendar, which writes it, by vobject, which has nothing to do with it, and by a
strict reader of our own: the same moments as on the page.
"""

from datetime import UTC, date, datetime, time

import icalendar
import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.circle.names import clean
from app.circle.replacing import replace
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_frame import ChangeFrame
from app.group.commands_links import RenewFeed
from app.web.calendar import calendar_of
from app.words.languages import LANGUAGES, words_in
from tests.support.group_scene import FRIDA, MIA, GroupScene
from tests.support.ical import read_calendar

URL = "https://balint.example"
BETWEEN_TWO = ("RRULE", "RDATE", "EXDATE", "METHOD", "TZID", "ATTENDEE", "ORGANIZER")


def events(scene: GroupScene) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(calendar_of(scene.group, URL, words_in("en"))).walk("VEVENT"))


def independent(scene: GroupScene) -> list[dict[str, object]]:
    """The events as vobject reads them, name by name."""
    calendar = vobject.readOne(calendar_of(scene.group, URL, words_in("en")).decode())
    return [{line.name.lower(): line.value for line in event.getChildren()} for event in calendar.vevent_list]


def utc(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)


def test_pitfall_3_the_calendar_equals_the_page_to_the_minute() -> None:
    """G2: across a change of clocks, by three readers; one event a meeting, and nothing that calendars misread."""
    scene = GroupScene().plans("2027-03-09", count=4)
    shown = [(utc(m.starts_ms), utc(m.starts_ms + m.minutes * 60_000)) for m in scene.view(MIA).meetings]
    assert [(event["dtstart"].dt, event["dtend"].dt) for event in events(scene)] == shown
    assert [(event["dtstart"], event["dtend"]) for event in independent(scene)] == shown
    calendar = read_calendar(calendar_of(scene.group, URL, words_in("en")))
    assert [part.value("DTSTART") for part in calendar.parts] == [f"{start:%Y%m%dT%H%M%SZ}" for start, _ in shown]
    assert [part.value("DTSTART")[9:] for part in calendar.parts] == ["170000Z", "170000Z", "160000Z", "160000Z"]
    assert {part.name for part in calendar.parts} == {"VEVENT"}
    assert not calendar.names() & set(BETWEEN_TWO)
    assert not any("TZID" in parameters for part in calendar.parts for _, parameters, _ in part.lines)


def test_pitfall_4_moving_keeps_the_uid_and_raises_the_sequence_by_one() -> None:
    """G5: cancelling is told of that event alone."""
    scene = GroupScene().plans("2027-01-12", count=3)
    before, told = events(scene), independent(scene)
    scene.after(days=1).asks(FRIDA, MoveMeeting(meeting=8, on=date(2027, 1, 27), at=time(19)))
    scene.asks(FRIDA, CancelMeeting(meeting=9))
    after = events(scene)
    assert [event["uid"] for event in after] == [event["uid"] for event in before]
    assert len({event["uid"] for event in after}) == 3
    assert [int(event["sequence"]) for event in before] == [0, 0, 0]
    assert [int(event["sequence"]) for event in after] == [0, 1, 1]
    assert [event["status"] for event in after] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    new = independent(scene)
    assert [event["uid"] for event in new] == [event["uid"] for event in told]
    assert [(event["sequence"], event["status"]) for event in new] == [
        ("0", "CONFIRMED"),
        ("1", "CONFIRMED"),
        ("1", "CANCELLED"),
    ]
    assert new[1]["dtstart"] == datetime(2027, 1, 27, 18, tzinfo=UTC)
    assert after[0].to_ical() == before[0].to_ical()
    assert after[1]["dtstamp"].dt > before[1]["dtstamp"].dt


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cancelled_date_says_so_in_its_title(language: str) -> None:
    """G5: Outlook shows it like any other, under its title."""
    scene = GroupScene().plans("2027-01-12", count=2).asks(FRIDA, CancelMeeting(meeting=8))
    calendar = read_calendar(calendar_of(scene.group, URL, words_in(language)))
    kept, cancelled = (part.text("SUMMARY") for part in calendar.parts)
    assert kept == scene.group.name
    assert cancelled == words_in(language).calendar.cancelled.format(scene.group.name)
    assert cancelled.endswith(f": {kept}")


def test_calendars_are_asked_to_look_again_in_a_few_hours() -> None:
    """Outlook knows the older of the two names."""
    calendar = read_calendar(calendar_of(GroupScene().group, URL, words_in("en")))
    assert calendar.value("REFRESH-INTERVAL") == calendar.value("X-PUBLISHED-TTL") == "PT6H"


def test_a_calendar_without_a_date_has_a_component_all_the_same() -> None:
    """RFC 5545, section 3.6: it must. No event says the time zone that is described, so nothing is read by it."""
    calendar = read_calendar(calendar_of(GroupScene().group, URL, words_in("en")))
    assert [(part.name, part.value("TZID")) for part in calendar.parts] == [("VTIMEZONE", "UTC")]


def test_calendars_learn_of_a_new_name() -> None:
    """G5: each date was changed last then; it is the same version of the same moment."""
    scene = GroupScene().plans("2027-01-12").after(days=1)
    [before] = events(scene)
    [after] = events(scene.asks(FRIDA, ChangeFrame(name="Wednesday group", terms=scene.group.terms)))
    assert after["last-modified"].dt == utc(scene.now_ms) > before["last-modified"].dt
    assert (after["sequence"], after["dtstamp"].dt) == (before["sequence"], before["dtstamp"].dt)
    terms = replace(scene.group.terms, quorum=5)
    [same] = events(scene.after(days=1).asks(FRIDA, ChangeFrame(name="Wednesday group", terms=terms)))
    assert same["last-modified"].dt == after["last-modified"].dt


def test_pitfall_5_long_lines_of_umlauts_fold_and_read_back() -> None:
    """At 75 octets, and through no letter."""
    name = "Ärztliche Übergröße, äöü; " + "ß" * 50
    scene = GroupScene().plans("2027-01-12")
    scene.group = replace(scene.group, name=name)
    content = calendar_of(scene.group, URL, words_in("en"))
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert read_calendar(content).parts[0].text("SUMMARY") == name
    assert [str(event["summary"]) for event in events(scene)] == [name]
    assert [event["summary"] for event in independent(scene)] == [name]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80).map(clean).filter(bool))
@example(r"\N, \n; \\")
def test_any_name_reads_back(name: str) -> None:
    scene = GroupScene().plans("2027-01-12")
    scene.group = replace(scene.group, name=name)
    content = calendar_of(scene.group, URL, words_in("en"))
    assert read_calendar(content).parts[0].text("SUMMARY") == name
    assert read_calendar(content).text("NAME") == name
    assert str(icalendar.Calendar.from_ical(content).walk("VEVENT")[0]["summary"]) == name


def test_pitfall_6_a_calendar_has_nothing_in_it_that_enters() -> None:
    """G26: no link, no key, nobody's name."""
    scene = GroupScene().plans("2027-01-12", count=2).asks(MIA, RenewFeed())
    content = calendar_of(scene.group, URL, words_in("en")).decode()
    keys = {person.link for person in scene.group.people} | {scene.group.person(MIA).feed}  # type: ignore[union-attr]
    assert not any(key in content for key in keys)
    assert not any(name in content for name in ("Mia", "Frida", "#"))
