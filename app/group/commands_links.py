"""Commands about links: a person's, a calendar's address, and the key that a sealed group's links have in them."""

from dataclasses import dataclass
from typing import Literal

from app.circle.decide import LOCK
from app.circle.replacing import replace
from app.group.command_bases import EVERY_MEMBER, LEADERS, Given, OfPerson, Subject
from app.group.group import Group
from app.group.person import Person
from app.group.reasons import GroupReason
from app.group.today import with_links_renewed


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewLink(OfPerson):
    """Give somebody a new link; the old one stops working, also in a running meeting, and so does their calendar's.

    For oneself both happen once the new one is used: until then the old one works, and can ask for another.
    """

    type: Literal["renew_link"] = "renew_link"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, _group: Group, _by: int, _given: Given) -> GroupReason | None:
        return None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        return (
            group.with_person(replace(self.meant(group), next_link=given.fresh))
            if self.person == by
            else with_new_link(group, self.person, given.fresh)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewKey:
    """Seal the circles to come with another key, of which this is the lock.

    Every link has the key in it, so each has to be sent again: everybody's but your own is renewed with it, and the
    old ones stop working. So do all calendars' addresses, also your own.
    """

    lock: str
    type: Literal["renew_key"] = "renew_key"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, group: Group, _by: int, given: Given) -> GroupReason | None:
        if group.lock is None:
            return GroupReason.SWITCHED_OFF
        if not LOCK.fullmatch(self.lock):
            return GroupReason.OUT_OF_BOUNDS
        if self.lock == group.lock:
            return GroupReason.ALREADY_SO
        return GroupReason.IN_A_MEETING if any(each.is_open(given.now_ms) for each in group.meetings) else None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        people = tuple(_with_another_key(person, by, given.fresh) for person in group.people)
        meetings = tuple(
            replace(m, guests=tuple(replace(guest, link=f"{given.fresh}{guest.number}") for guest in m.guests))
            for m in group.meetings
        )
        others = {number for meeting in group.awaiting for number in meeting.seats} - {by}
        return with_links_renewed(replace(group, lock=self.lock, people=people, meetings=meetings), others)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewFeed:
    """Have an address for your own calendar, or a new one in place of it: the old one stops working."""

    type: Literal["renew_feed"] = "renew_feed"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, _group: Group, _by: int, _given: Given) -> GroupReason | None:
        return None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        return group.with_person(replace(group.one(by), feed=given.fresh))


def _with_another_key(person: Person, by: int, fresh: str) -> Person:
    if not person.belongs:
        return person
    if person.number == by:
        return replace(person, feed="")
    return replace(person, link=f"{fresh}{person.number}", next_link="", feed="")


def with_new_link(group: Group, number: int, link: str) -> Group:
    """The group once this is the only link of this person."""
    person = replace(group.one(number), link=link, next_link="", feed="")
    return with_links_renewed(group.with_person(person), (number,))


def with_link_used(group: Group, number: int, link: str) -> Group:
    """The group once somebody has opened this link: where it is this person's new one, their old one works no more."""
    person = group.person(number)
    if person is None or not person.next_link or person.next_link != link:
        return group
    return with_new_link(replace(group, version=group.version + 1), number, link)


LinkCommand = RenewLink | RenewKey | RenewFeed
