"""A group's dates as a calendar file (RFC 5545): for one member, by the same moments as the page shows.

Every time is UTC, so no zone has to be described, which calendars read in different ways; each date is an event of its
own, so that moving one touches no other. Nothing in it enters a circle: the page is named without its link.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Timezone, vDuration, vText

from app.group.group import Group
from app.group.meeting import Meeting
from app.words.words import Words

PRODUCT = "-//Balint circle//Group//{language}"
REFRESH = timedelta(hours=6)
"""How often a calendar that has subscribed is asked to look again."""


ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
"""RFC 5545, section 3.3.11."""


class _Text(vText):
    """Read back as it is. The library takes a backslash before an N for a new line, and escapes nothing in NAME."""

    def to_ical(self) -> bytes:
        return self.translate(ESCAPES).encode()


def calendar_of(group: Group, public_url: str, words: Words, *, followed: bool = False) -> bytes:
    """All dates of the group that are kept, those that are cancelled as well: a calendar takes them out by that.

    They are marked as private, for they come to stand among somebody's own; not where a calendar follows them.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(language=words.lang.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _Text(group.name))
    calendar.add("x-wr-calname", _Text(group.name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))  # as Outlook calls it
    for meeting in group.meetings:
        event = _event(group, meeting, public_url, words)
        if not followed:
            event.add("class", "PRIVATE")
        calendar.add_component(event)
    if not group.meetings:
        calendar.add_component(Timezone.from_tzid("UTC"))  # it must have a component (section 3.6)
    return bytes(calendar.to_ical())


def _uid(group: Group, meeting: Meeting, public_url: str) -> str:
    """The name of a date in every calendar; it stays when the date is moved or cancelled."""
    return f"{meeting.number}-{group.uid}@{urlsplit(public_url).hostname or 'balint'}"


def _event(group: Group, meeting: Meeting, public_url: str, words: Words) -> Event:
    event = Event()
    event.add("uid", _uid(group, meeting, public_url))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", _utc(meeting.changed_ms))
    event.add("last-modified", _utc(max(meeting.changed_ms, group.named_ms)))
    event.add("dtstart", _utc(meeting.starts_ms))
    event.add("dtend", _utc(meeting.ends_ms))
    event.add("summary", _Text(words.calendar.cancelled.format(group.name) if meeting.cancelled else group.name))
    event.add("description", _Text(words.calendar.means))
    event.add("url", public_url)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if meeting.cancelled else "OPAQUE")
    return event


def _utc(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms // 1000, UTC)
