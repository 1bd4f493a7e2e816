"""A group's document as the JSON text that is kept. What was written once is read for ever.

A text of a newer release is not read at all, rather than written back without what it has more.
"""

from dataclasses import dataclass

from pydantic import TypeAdapter

from app.circle.replacing import replace
from app.group.group import Group
from app.store.store import NotReadable
from app.store.text_type import text_type

GROUPS_FORMAT = 7
"""Raised whenever the document gains a field, or a value that earlier releases do not know."""
MAIL_PROVED_FROM = 3
"""Addresses in an earlier format were never proved, and are left out: mail might go to a stranger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    format: int
    group: Group


_kept: TypeAdapter[_Kept] = text_type(_Kept)


def group_to_text(group: Group) -> str:
    """The document as JSON, with the number of its format."""
    return _kept.dump_json(_Kept(format=GROUPS_FORMAT, group=group)).decode()


def group_from_text(text: str) -> Group:
    """The document in this text. Raises `NotReadable` where there is none, without repeating what the text says."""
    try:
        kept = _kept.validate_json(text, extra="forbid")
    except ValueError:
        kept = None
    if kept is None or kept.format > GROUPS_FORMAT:
        raise NotReadable("a group is kept in the form of another release")
    return kept.group if kept.format >= MAIL_PROVED_FROM else _without_addresses(kept.group)


def _without_addresses(group: Group) -> Group:
    return replace(group, people=tuple(replace(person, mail="") for person in group.people))
