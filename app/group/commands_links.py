"""Commands about links: a person's, a calendar's address, and the key that a sealed group's links have in them."""

from dataclasses import dataclass
from typing import Literal

from app.circle.decide import LOCK
from app.circle.replacing import replace
from app.group.bases import EVERY_MEMBER, LEADERS, Given, OfPerson, Subject, one_of
from app.group.group import Group
from app.group.reasons import GroupReason


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewLink(OfPerson):
    """Give somebody a new link; the old one stops working, and so does the address of their calendar."""

    type: Literal["renew_link"] = "renew_link"
    roles = LEADERS
    about = Subject.PEOPLE

    def unmet_precondition(self, _group: Group, _by: int, _given: Given) -> GroupReason | None:
        return None

    def effect(self, group: Group, _by: int, given: Given) -> Group:
        return group.with_person(replace(self.meant(group), link=given.fresh, feed=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewKey:
    """Seal the circles to come with another key, of which this is the lock.

    Every link has the key in it, so each has to be sent again: everybody's but your own is renewed with it, and the
    old ones stop working.
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
        if any(meeting.is_open(given.now_ms) for meeting in group.meetings):
            return GroupReason.IN_A_MEETING
        return GroupReason.ALREADY_SO if self.lock == group.lock else None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        people = tuple(
            replace(person, link=f"{given.fresh}{person.number}", feed="")
            if person.belongs and person.number != by
            else person
            for person in group.people
        )
        meetings = tuple(
            replace(m, guests=tuple(replace(guest, link=f"{given.fresh}{guest.number}") for guest in m.guests))
            for m in group.meetings
        )
        return replace(group, lock=self.lock, people=people, meetings=meetings)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewFeed:
    """Have an address for your own calendar, or a new one in place of it: the old one stops working."""

    type: Literal["renew_feed"] = "renew_feed"
    roles = EVERY_MEMBER
    about = None

    def unmet_precondition(self, _group: Group, _by: int, _given: Given) -> GroupReason | None:
        return None

    def effect(self, group: Group, by: int, given: Given) -> Group:
        return group.with_person(replace(one_of(group, by), feed=given.fresh))


LinkCommand = RenewLink | RenewKey | RenewFeed
