"""The links of a group's people, and the addresses of their calendars: signed texts that name a group and a person.

Each has in it something random that the group's document has too, so a link that was renewed, or whose person has left,
leads nowhere. A calendar's address leads into no group and no circle, and a link into no calendar.
"""

import secrets
from dataclasses import dataclass

from itsdangerous import BadData, URLSafeSerializer

from app.group.group import Group
from app.group.meeting import Meeting
from app.group.person import Guest, Person
from app.store.groups import GroupId
from app.web.invites import NotInvited

PREFIX = "g."
"""What a group's link begins with after the #, so that a page tells it from a circle's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPass:
    """What a link, or a calendar's address, says: whom of which group it was made for, and its random part."""

    group: GroupId
    number: int
    key: str


class GroupKeys:
    """Signs them with one secret, and reads those of another as well while the secret is being changed."""

    def __init__(self, secret: str, also: str | None = None) -> None:
        read = [secret] if also is None else [also, secret]  # the last one signs
        self._link = URLSafeSerializer(read, salt="group")
        self._newest_link = URLSafeSerializer(secret, salt="group")
        self._feed = URLSafeSerializer(read, salt="feed")

    def link(self, group: GroupId, person: Person | Guest) -> str:
        """The token of this person's link."""
        return self.link_of(group, person.number, person.link)

    def link_of(self, group: GroupId, number: int, key: str) -> str:
        """The token of a link of this person with this random part."""
        return PREFIX + str(self._link.dumps([group, number, key]))

    def feed(self, group: GroupId, person: Person) -> str:
        """The key of this person's calendar; they have one."""
        return str(self._feed.dumps([group, person.number, person.feed]))

    def read_link(self, token: str) -> GroupPass:
        """What this token says. Raises `NotInvited`."""
        if not token.startswith(PREFIX):
            raise NotInvited
        return _read(self._link, token.removeprefix(PREFIX))

    def is_old(self, token: str) -> bool:
        """Whether this token will be read no more once the other secret has gone."""
        return not self._newest_link.loads_unsafe(token.removeprefix(PREFIX))[0]

    def read_feed(self, key: str) -> GroupPass:
        """What a calendar's key says. Raises `NotInvited`."""
        return _read(self._feed, key)


def person_by_link(group: Group, shown: GroupPass) -> Person:
    """Whose link it is, if it is the newest one. Raises `NotInvited`."""
    person = group.person(shown.number)
    if person is None or not _same(person.link, shown.key):
        raise NotInvited
    return person


def is_new_link(group: Group, shown: GroupPass) -> bool:
    """Whether it is a link that its person has asked for in place of the one they have, and not used yet."""
    person = group.person(shown.number)
    return person is not None and _same(person.next_link, shown.key)


def whose_link(group: Group, shown: GroupPass) -> tuple[Person | Guest, Meeting | None]:
    """Whose link it is, also a guest's; of a guest with their meeting. Raises `NotInvited`."""
    for meeting, guest in group.guests():
        if guest.number == shown.number and _same(guest.link, shown.key):
            return guest, meeting
    return person_by_link(group, shown), None


def person_by_feed(group: Group, shown: GroupPass) -> Person:
    """Whose calendar it is, if it is the newest one. Raises `NotInvited`."""
    person = group.person(shown.number)
    if person is None or not _same(person.feed, shown.key):
        raise NotInvited
    return person


def _same(kept: str, shown: str) -> bool:
    return bool(kept) and secrets.compare_digest(kept.encode(), shown.encode())


def _read(signer: URLSafeSerializer, token: str) -> GroupPass:
    try:
        group, number, key = signer.loads(token)
    except (BadData, ValueError, TypeError):
        raise NotInvited from None
    return GroupPass(group=GroupId(group), number=number, key=key)
