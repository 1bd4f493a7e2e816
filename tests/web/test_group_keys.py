"""The links of one group, and the addresses of its calendars, lead into no other."""

from collections.abc import Callable
from typing import Any

import pytest

from app.circle.replacing import replace
from app.group.commands_coming import InviteGuest
from app.group.commands_links import RenewFeed
from app.group.group import Group
from app.store.groups import GroupId
from app.web.group_keys import GroupKeys, GroupPass, person_by_feed, person_by_link, whose_link
from app.web.invites import NotInvited
from tests.support.group_scene import FRIDA, MIA, GroupScene

A, B = GroupId("a"), GroupId("b")
KEYS = GroupKeys("a secret")
GROUP = GroupScene().plans("2027-01-12").asks(FRIDA, InviteGuest(meeting=7, name="Olga")).asks(MIA, RenewFeed()).group


def another() -> Group:
    """A group of the same people and numbers, opened at another time: all that is random in it is other."""
    people = tuple(replace(person, link=f"b{person.link}", feed=f"b{person.feed}") for person in GROUP.people)
    [meeting] = GROUP.meetings
    guests = tuple(replace(guest, link=f"b{guest.link}") for guest in meeting.guests)
    return replace(GROUP, people=people, meetings=(replace(meeting, guests=guests),))


def passes(group: GroupId, of: Group) -> tuple[GroupPass, GroupPass, GroupPass]:
    """What Mia's link, her calendar's address and the guest's link say."""
    mia, [(_, olga)] = of.person(MIA), of.guests()
    assert mia is not None
    links = [KEYS.read_link(KEYS.link(group, person)) for person in (mia, olga)]
    return links[0], KEYS.read_feed(KEYS.feed(group, mia)), links[1]


@pytest.mark.parametrize(
    ("which", "found_by"), [(0, person_by_link), (0, whose_link), (1, person_by_feed), (2, whose_link)]
)
def test_what_opens_one_group_opens_no_other(which: int, found_by: Callable[[Group, GroupPass], Any]) -> None:
    """G10, G13, G26: each names its own group, and its random part is in no other's document."""
    of_a, of_b = passes(A, GROUP)[which], passes(B, another())[which]
    assert (of_a.group, of_b.group) == (A, B)
    assert found_by(GROUP, of_a)
    assert found_by(another(), of_b)
    for group, shown in ((GROUP, of_b), (another(), of_a)):
        with pytest.raises(NotInvited):
            found_by(group, shown)


def test_nobody_makes_the_link_of_one_group_into_that_of_another() -> None:
    """G10, G26: what a token says is signed, and a calendar's address is signed as another thing."""
    mia = GROUP.person(MIA)
    assert mia is not None
    (a, _), (b, signature) = (KEYS.link(group, mia).rsplit(".", 1) for group in (A, B))
    assert a != b
    for forged in (f"{a}.{signature}", f"g.{KEYS.feed(A, mia)}"):
        with pytest.raises(NotInvited):
            KEYS.read_link(forged)
    with pytest.raises(NotInvited):
        KEYS.read_feed(KEYS.link(A, mia).removeprefix("g."))


def test_while_the_secret_is_changed_links_of_both_are_good() -> None:
    """S5, G10, G26: a person's, a guest's and a calendar's address; the new one signs. Later the old one's are void."""
    mia, [(_, olga)] = GROUP.person(MIA), GROUP.guests()
    assert mia is not None
    changing, changed = GroupKeys("a new secret", also="a secret"), GroupKeys("a new secret")
    for person in (mia, olga):
        old, new = KEYS.link(A, person), changing.link(A, person)
        assert old != new
        assert changing.read_link(old) == changing.read_link(new) == changed.read_link(new) == KEYS.read_link(old)
        with pytest.raises(NotInvited):
            changed.read_link(old)
    old, new = KEYS.feed(A, mia), changing.feed(A, mia)
    assert changing.read_feed(old) == changing.read_feed(new) == changed.read_feed(new) == KEYS.read_feed(old)
    with pytest.raises(NotInvited):
        changed.read_feed(old)
