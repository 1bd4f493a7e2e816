"""What a group writes by mail: that a date was moved or cancelled, and somebody's own link again. Pure words.

Nothing of a letter says who else is in the group, or why.
"""

from dataclasses import dataclass
from datetime import datetime

from app.group.group import Group
from app.group.meeting import Meeting
from app.group.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail to one person."""

    address: str
    subject: str
    text: str


def date_letters(before: Group, after: Group, by: int, now_ms: int, zone: Zone) -> tuple[Letter, ...]:
    """To everybody but `by` who has given an address: which dates to come have been moved or cancelled by this change.

    `zone` is the group's.
    """
    changed = [
        line
        for was in before.coming(now_ms)
        if (now := after.meeting(was.number)) and (line := _changed(was, now, zone))
    ]
    if not changed:
        return ()
    text = "\n".join([f"{after.name}:", "", *changed, "", "Your own link shows all dates.", "", _STOP])
    return tuple(
        Letter(address=person.mail, subject=f"{after.name}: a date has changed", text=text)
        for person in after.members
        if person.mail and person.number != by
    )


def link_letter(address: str, found: list[tuple[Group, str]]) -> Letter:
    """Somebody's own link again, of each group in which they have given this address."""
    lines = ["Somebody, probably you, has asked for this link again.", ""]
    for group, link in found:
        lines += [f"{group.name}:", link, ""]
        if group.lock is not None:
            lines += [
                "The voices of this group are sealed, and no mail has its key: open this link in the browser that you "
                "have used before, or ask a facilitator for the whole one.",
                "",
            ]
    lines += ["It is yours alone: give it to nobody.", "", _STOP]
    return Letter(address=address, subject="Your link to your Balint group", text="\n".join(lines))


_STOP = "You have given this address to the group yourself. On its page you can take it back at any time."


def _changed(was: Meeting, now: Meeting, zone: Zone) -> str | None:
    if now.cancelled:
        return f"- The meeting of {_said(was, zone)} is cancelled."
    if now.starts_ms != was.starts_ms:
        return f"- The meeting of {_said(was, zone)} is moved to {_said(now, zone)}."
    return None


def _said(meeting: Meeting, zone: Zone) -> str:
    wall: datetime = zone.wall(meeting.starts_ms)
    return f"{wall:%A}, {wall.day} {wall:%B %Y}, {wall:%H:%M} ({zone.name})"
