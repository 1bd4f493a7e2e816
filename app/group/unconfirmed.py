"""Meetings that nobody has confirmed: their leaders are told once, while it can still be done."""

from app.circle.replacing import replace
from app.group.group import Group
from app.group.meeting import CONFIRM_WITHIN_MS, Held


def with_unconfirmed_told(group: Group, now_ms: int) -> Group:
    """The group, in its next version, once its leaders are told of each meeting of which half of the time is over.

    The same object where there is none, or no leader has given an address.
    """
    new = [m for m in group.meetings if m.held and not m.unconfirmed_told and _waits_long(m.held, now_ms)]
    if not new or not any(person.mail for person in group.leaders):
        return group
    for meeting in new:
        group = group.with_meeting(replace(meeting, unconfirmed_told=True))
    return replace(group, version=group.version + 1)


def _waits_long(held: Held, now_ms: int) -> bool:
    half_over = now_ms >= held.confirm_until_ms - CONFIRM_WITHIN_MS // 2
    return held.confirmed_ms is None and half_over and held.may_be_corrected(now_ms)
