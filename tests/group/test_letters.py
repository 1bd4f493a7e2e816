"""What a group writes by mail, and to whom."""

from datetime import date, time

import pytest

from app.circle.replacing import replace
from app.group.bases import Given
from app.group.commands_coming import SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_frame import ChangeZone, Keep
from app.group.commands_mail import NoteMail
from app.group.commands_people import LeaveGroup
from app.group.decide import decide_in_group
from app.group.export import export_of
from app.group.group import Group
from app.group.letters import Letter, date_letters, link_letter
from app.group.reasons import GroupReason
from tests.support.group_scene import FRIDA, MAX, MIA, GroupScene


class MailScene(GroupScene):
    """A group at a server that sends mail; Mia and Frida have given an address."""

    @property
    def given(self) -> Given:
        return replace(super().given, sends_mail=True)


def with_addresses() -> GroupScene:
    scene = MailScene().plans("2027-01-12", count=2)
    return scene.asks(MIA, NoteMail(address=" mia@example.org ")).asks(FRIDA, NoteMail(address="frida@example.org"))


def letters_of(scene: GroupScene, by: int, command: object) -> tuple[Letter, ...]:
    before, given = scene.group, scene.given
    after = decide_in_group(before, command, by, given)  # type: ignore[arg-type]
    assert isinstance(after, Group)
    return date_letters(before, after, by, scene.now_ms, given.zones[after.zone])


def test_an_address_is_given_by_its_person_seen_by_nobody_else_and_goes_with_them() -> None:
    """G29"""
    scene = with_addresses()
    assert scene.group.person(MIA).mail == "mia@example.org"  # type: ignore[union-attr]
    assert export_of(scene.group, MIA).mail == "mia@example.org"
    assert "mia@example.org" not in repr((scene.view(FRIDA), scene.view(MAX), export_of(scene.group, FRIDA)))
    scene.refuses(MIA, NoteMail(address="mia@example.org"), GroupReason.ALREADY_SO)
    left = scene.asks(MIA, LeaveGroup()).group
    assert "mia@example.org" not in repr(left)
    assert scene.asks(FRIDA, NoteMail(address="")).group.person(FRIDA).mail == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    ["mia", "mia@", "@example.org", "mia@example", "a b@example.org", "mia@example.org\nBcc: x@example.org", "x" * 300],
)
def test_what_is_no_address_is_refused_in_words(text: str) -> None:
    """G29"""
    MailScene().refuses(MIA, NoteMail(address=text), GroupReason.NO_ADDRESS)


def test_where_no_mail_is_sent_none_is_offered_and_no_address_is_taken() -> None:
    """G29"""
    scene = GroupScene()
    assert scene.view(MIA).you.mail is None
    scene.refuses(MIA, NoteMail(address="mia@example.org"), GroupReason.NO_MAIL)


def test_a_moved_and_a_cancelled_date_are_written_to_whoever_wants_it_but_who_did_it() -> None:
    """G29: on the group's clock, and no link in it."""
    scene = with_addresses()
    [letter] = letters_of(scene, FRIDA, MoveMeeting(meeting=7, on=date(2027, 1, 13), at=time(19, 30)))
    assert letter.address == "mia@example.org"
    assert (
        "- The meeting of Tuesday, 12 January 2027, 18:00 (Europe/Berlin) is moved to "
        "Wednesday, 13 January 2027, 19:30 (Europe/Berlin)." in letter.text
    )
    assert "#" not in letter.text
    [letter] = letters_of(scene, FRIDA, CancelMeeting(meeting=8))
    assert "Tuesday, 26 January 2027, 18:00 (Europe/Berlin) is cancelled." in letter.text
    assert [each.address for each in letters_of(scene, 2, CancelMeeting(meeting=8))] == [
        "frida@example.org",
        "mia@example.org",
    ]


def test_what_moves_no_date_is_written_to_nobody() -> None:
    """G29"""
    scene = with_addresses()
    assert letters_of(scene, MIA, SayComing(meeting=7, coming=False)) == ()
    assert letters_of(scene, FRIDA, ChangeZone(zone="Europe/London", keep=Keep.INSTANT)) == ()
    [letter] = letters_of(scene, FRIDA, ChangeZone(zone="Europe/London", keep=Keep.WALL))
    assert letter.text.count("is moved to") == 2


def test_a_letter_with_a_link_says_that_it_has_no_key() -> None:
    """G29, V1"""
    scene = with_addresses()
    plain = link_letter("mia@example.org", [(scene.group, "https://circle.example/#g.1")])
    sealed = link_letter("mia@example.org", [(replace(scene.group, lock="0" * 16), "https://circle.example/#g.1")])
    assert "https://circle.example/#g.1\n" in plain.text
    assert "sealed" not in plain.text
    assert "no mail has its key" in sealed.text
