"""What a group writes by mail: that a date was moved or cancelled, somebody's own link again, and the code that proves
an address. Pure words.

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


def code_letters(before: Group, after: Group, by: int) -> tuple[Letter, ...]:
    """The code to the address that `by` has given by this change, if they have.

    It may come to a stranger, so it names neither the group nor anybody, and has no link.
    """
    was, now = before.person(by), after.person(by)
    if (
        now is None
        or now.proof is None
        or not now.proof.code
        or (was and was.proof and was.proof.code == now.proof.code)
    ):
        return ()
    lines = [
        f"The code is {now.proof.code}.",
        "",
        "Somebody, probably you, has given this address on their group's page, so that the group can write here. Type "
        "the code there; it holds for a day.",
        "",
        "If it was not you, do nothing: no other mail comes here, and the address is forgotten.",
    ]
    return (Letter(address=now.proof.address, subject="The code for your address", text="\n".join(lines)),)


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
