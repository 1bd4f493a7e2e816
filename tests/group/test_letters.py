"""What a group writes by mail, and to whom."""

from datetime import date, time

import pytest

from app.circle.plan import Template
from app.circle.replacing import replace
from app.group.commands import GroupCommand
from app.group.commands_attendance import ConfirmMeeting
from app.group.commands_coming import SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_frame import ChangeFrame, ChangeLanguage, ChangeZone, Keep
from app.group.commands_mail import NoteMail, ProveMail
from app.group.commands_people import LeaveGroup
from app.group.decide import decide_in_group
from app.group.export import export_of
from app.group.group import Group
from app.group.letters import (
    FoundLink,
    Letter,
    code_letters,
    date_letters,
    few_letters,
    link_letter,
    renewed_letters,
    unconfirmed_letters,
)
from app.group.person import Person
from app.group.reasons import GroupReason, GroupRefused
from app.group.terms import Terms
from app.group.unconfirmed import with_unconfirmed_told
from app.group.view import view_of_group
from app.words.languages import words_in
from tests.support.group_scene import FRIDA, MAX, MIA, GroupScene


class MailScene(GroupScene):
    """A group at a server that sends mail; Mia and Frida have given an address."""

    sends_mail = True

    def proves(self, by: int, address: str) -> "MailScene":
        self.asks(by, NoteMail(address=address)).asks(by, ProveMail(code=code_of(self, by)))
        return self


def one(scene: GroupScene, number: int) -> Person:
    person = scene.group.person(number)
    assert person
    return person


def code_of(scene: GroupScene, number: int) -> str:
    proof = one(scene, number).proof
    assert proof
    return proof.code


def wrong_code(scene: GroupScene, number: int) -> str:
    return f"{(int(code_of(scene, number)) + 1) % 10**6:06}"


def with_addresses() -> MailScene:
    scene = MailScene()
    scene.plans("2027-01-12", count=2)
    return scene.proves(MIA, " mia@example.org ").proves(FRIDA, "frida@example.org")


def letters_of(scene: GroupScene, by: int, command: object) -> tuple[Letter, ...]:
    before, given = scene.group, scene.given
    after = decide_in_group(before, command, by, given)  # type: ignore[arg-type]
    assert isinstance(after, Group)
    return date_letters(before, after, by, scene.now_ms, given.zones, words_in)


def test_an_address_is_given_by_its_person_seen_by_nobody_else_and_goes_with_them() -> None:
    """G29"""
    scene = with_addresses()
    assert one(scene, MIA).mail == "mia@example.org"
    assert export_of(scene.group, MIA).mail == "mia@example.org"
    assert "mia@example.org" not in repr((scene.view(FRIDA), scene.view(MAX), export_of(scene.group, FRIDA)))
    scene.refuses(MIA, NoteMail(address="mia@example.org"), GroupReason.ALREADY_SO)
    left = scene.asks(MIA, LeaveGroup()).group
    assert "mia@example.org" not in repr(left)
    scene.asks(FRIDA, NoteMail(address=""))
    assert one(scene, FRIDA).mail == ""


@pytest.mark.parametrize(
    "text",
    [
        *("mia", "mia@", "@example.org", "mia@example", "a b@example.org", "mia@example.org\nBcc: x@example.org"),
        *("x" * 300, "=?utf-8?q??=@example.org", "=?utf-8?q?max=40example.com=2C?=@example.org"),
    ],
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
    longer = MoveMeeting(meeting=7, on=date(2027, 1, 12), at=time(18), minutes=120)
    [letter] = letters_of(scene, FRIDA, longer)
    assert "- The meeting of Tuesday, 12 January 2027, 18:00 (Europe/Berlin) now takes 120 minutes." in letter.text
    [letter] = letters_of(scene, FRIDA, replace(longer, at=time(17)))
    assert "- The meeting of Tuesday, 12 January 2027, 17:00 (Europe/Berlin) now takes 120 minutes." in letter.text
    assert "is moved to Tuesday, 12 January 2027, 17:00 (Europe/Berlin)." in letter.text
    [letter] = letters_of(scene, FRIDA, ChangeFrame(name="Tuesday group", terms=Terms(template=Template.ONE_CASE_90)))
    assert letter.text.count("now takes 90 minutes.") == 2
    [letter] = letters_of(scene, FRIDA, CancelMeeting(meeting=8))
    assert "Tuesday, 26 January 2027, 18:00 (Europe/Berlin) is cancelled." in letter.text
    assert [each.address for each in letters_of(scene, 2, CancelMeeting(meeting=8))] == [
        "frida@example.org",
        "mia@example.org",
    ]


def test_leaders_see_how_many_others_are_written_to_and_not_who() -> None:
    """G29: so whoever cancels a date knows that the rest have to be told. Where no mail is sent that is everybody."""
    scene = with_addresses()
    for sends_mail, by, told in ((True, FRIDA, 1), (True, 2, 2), (False, 2, 0)):
        leading = view_of_group(scene.group, by, scene.now_ms, sends_mail=sends_mail).leading
        assert leading is not None
        assert leading.written_to == told
        assert not sends_mail or told == len(letters_of(scene, by, CancelMeeting(meeting=8)))


def test_too_few_are_written_of_to_the_leaders_once_a_date() -> None:
    """G37: not while it was never enough, not again when it flickers, and again once the date is another."""
    scene = MailScene(quorum=5)
    scene.plans("2027-01-12", count=2)
    scene.proves(MIA, "mia@example.org").proves(FRIDA, "frida@example.org").proves(2, "finn@example.org")

    def told(by: int, command: GroupCommand) -> list[str]:
        before, zone = scene.group, scene.given.zones[scene.group.zone]
        letters = few_letters(before, scene.asks(by, command).group, by, zone, words_in)
        for letter in letters:
            assert "The meeting of Tuesday, 12 January 2027" in letter.text or "14 January" in letter.text
            assert not any(name in letter.text for name in ("Mia", "Max"))
        return [letter.address for letter in letters]

    assert told(MIA, SayComing(meeting=7, coming=False)) == []
    assert told(MAX, SayComing(meeting=7, coming=False)) == ["frida@example.org", "finn@example.org"]
    for coming in (True, False):
        assert told(MAX, SayComing(meeting=7, coming=coming)) == []
    assert told(FRIDA, SayComing(meeting=7, coming=False)) == []
    assert told(FRIDA, MoveMeeting(meeting=7, on=date(2027, 1, 14), at=time(18))) == []
    assert told(MIA, SayComing(meeting=7, coming=False)) == []
    assert told(FRIDA, SayComing(meeting=7, coming=False)) == ["finn@example.org"], "she sees it on her page"


def test_leaders_are_written_to_once_of_a_meeting_that_nobody_confirms() -> None:
    """G38: a week later, of each, as long as it can be confirmed; not members, and not where none has an address."""
    scene = with_addresses().asks(MIA, NoteMail(address=""))
    scene.holds(7, [(FRIDA, 60), (MIA, 60)]).holds(8, [(FRIDA, 60)]).asks(FRIDA, ConfirmMeeting(meeting=8))

    def told(days: float) -> list[str]:
        before, zone = scene.after(days=days).group, scene.given.zones[scene.group.zone]
        scene.group = with_unconfirmed_told(before, scene.now_ms)
        assert (scene.group is before) or scene.group.version == before.version + 1
        letters = unconfirmed_letters(before, scene.group, zone, words_in)
        assert {letter.address for letter in letters} <= {"frida@example.org"}
        return [line for letter in letters for line in letter.text.splitlines() if line.startswith("-")]

    scene.at("2027-01-12 18:00")
    assert told(days=6.9) == []
    nobody = scene.group.with_person(replace(one(scene, FRIDA), mail=""))
    assert with_unconfirmed_told(nobody, scene.now_ms + 86_400_000) is nobody
    line = "- The meeting of Tuesday, 12 January 2027, 18:00 (Europe/Berlin) can be confirmed until 26 January 2027. "
    assert told(days=0.1) == [line + "Without that it stands on no certificate."]
    assert told(days=1) == []
    scene.group = scene.group.with_meeting(replace(scene.meeting(7), unconfirmed_told=False))
    assert told(days=6.1) == []


def test_whose_own_link_was_renewed_is_written_to() -> None:
    """G35: whoever had the old one may not have been its person."""
    scene = with_addresses()
    [letter] = renewed_letters(scene.group, FRIDA, words_in)
    assert (letter.address, "#" in letter.text) == ("frida@example.org", False)
    assert "The old one opens nothing any more." in letter.text
    assert renewed_letters(scene.group, MAX, words_in) == ()


def test_what_moves_no_date_is_written_to_nobody() -> None:
    """G29"""
    scene = with_addresses()
    assert letters_of(scene, MIA, SayComing(meeting=7, coming=False)) == ()
    assert letters_of(scene, FRIDA, ChangeZone(zone="Europe/London", keep=Keep.INSTANT)) == ()
    [letter] = letters_of(scene, FRIDA, ChangeZone(zone="Europe/London", keep=Keep.WALL))
    assert letter.text.count("is moved to") == 2
    was, now = (f"Tuesday, 12 January 2027, 18:00 (Europe/{city})" for city in ("Berlin", "London"))
    assert f"The meeting of {was} is moved to {now}." in letter.text


def test_a_letter_with_a_link_says_that_it_has_no_key() -> None:
    """G29, V1"""
    scene = with_addresses()
    found = FoundLink(group=scene.group, person=scene.group.one(MIA), link="https://circle.example/#g.1")
    plain = link_letter("mia@example.org", [found], words_in)
    sealed = link_letter("mia@example.org", [replace(found, group=replace(scene.group, lock="0" * 16))], words_in)
    assert "https://circle.example/#g.1\n" in plain.text
    assert "sealed" not in plain.text
    assert "no mail has its key" in sealed.text


def test_of_two_people_with_one_address_a_letter_says_whose_each_link_is() -> None:
    """G30: as of two who share a practice, however they have typed it. Else nobody is named in it."""
    scene = MailScene().proves(MIA, "Practice@example.org").proves(MAX, "practice@example.org")
    mia, max_ = (FoundLink(group=scene.group, person=scene.group.one(n), link=f"https://x/#g.{n}") for n in (MIA, MAX))
    alone = MailScene().proves(MIA, "practice@example.org").group
    other = replace(mia, group=replace(alone, name="Friday group"))
    letter = link_letter("practice@example.org", [mia, max_, other], words_in)
    for said in (f"group, Mia:\n{mia.link}\n", f"group, Max:\n{max_.link}\n", f"\nFriday group:\n{mia.link}\n"):
        assert said in letter.text, said
    assert f"group, Max:\n{max_.link}\n" in link_letter("practice@example.org", [max_], words_in).text


def test_an_address_is_written_to_only_when_its_code_was_typed() -> None:
    """G31: until then the one that was proved before is; and nobody is shown the code."""
    scene = with_addresses()
    scene.asks(MIA, NoteMail(address="mia@example.net"))
    code = code_of(scene, MIA)
    cancelled = CancelMeeting(meeting=7)
    assert [each.address for each in letters_of(scene, FRIDA, cancelled)] == ["mia@example.org"]
    awaited = scene.view(MIA).you.code
    assert awaited
    assert (awaited.address, awaited.tries_left) == ("mia@example.net", 5)
    assert export_of(scene.group, MIA).mail_not_proved == "mia@example.net"
    assert code not in repr((scene.view(MIA), export_of(scene.group, MIA)))
    assert "mia@example.net" not in repr((scene.view(FRIDA), export_of(scene.group, FRIDA)))
    scene.asks(MIA, ProveMail(code=f" {code[:3]} {code[3:]} "))
    assert [each.address for each in letters_of(scene, FRIDA, cancelled)] == ["mia@example.net"]
    assert scene.view(MIA).you.code is None
    scene.refuses(MIA, ProveMail(code=code), GroupReason.NO_CODE)


def test_a_wrong_code_is_counted_and_after_five_none_is_taken() -> None:
    """G31"""
    scene = MailScene().asks(MIA, NoteMail(address="mia@example.org"))
    for left in (4, 3, 2, 1, 0):
        scene.asks(MIA, ProveMail(code=wrong_code(scene, MIA)))
        awaited = scene.view(MIA).you.code
        assert awaited
        assert awaited.tries_left == left
    scene.refuses(MIA, ProveMail(code=code_of(scene, MIA)), GroupReason.NO_CODE)
    assert one(scene, MIA).mail == ""
    scene.refuses(FRIDA, ProveMail(code=code_of(scene, MIA)), GroupReason.NO_CODE)


def test_an_address_that_is_not_proved_is_forgotten_after_a_day_and_its_code_holds_no_longer() -> None:
    """G31"""
    scene = MailScene().asks(MIA, NoteMail(address="mia@example.org"))
    code = code_of(scene, MIA)
    assert code_of(scene.after(minutes=24 * 60 - 1).forgets(), MIA) == code
    scene.after(minutes=1).refuses(MIA, ProveMail(code=code), GroupReason.NO_CODE)
    assert "mia@example.org" not in repr(scene.forgets().group)


def test_three_codes_are_sent_for_one_person_and_none_again_to_the_same_address() -> None:
    """G31: taking an address back, or proving one, does not begin the count anew."""
    scene = MailScene().asks(MIA, NoteMail(address="mia@example.org"))
    scene.refuses(MIA, NoteMail(address="mia@example.org"), GroupReason.ENOUGH_CODES)
    scene.asks(MIA, NoteMail(address=""))
    assert "mia@example.org" not in repr(scene.group)
    scene.proves(MIA, "mia@example.net").asks(MIA, NoteMail(address="max@example.org"))
    scene.refuses(MIA, NoteMail(address="ada@example.org"), GroupReason.ENOUGH_CODES)
    scene.asks(FRIDA, NoteMail(address="frida@example.org"))
    scene.after(days=1).asks(MIA, NoteMail(address="ada@example.org"))


def test_an_address_that_has_had_enough_codes_is_sent_no_other_one() -> None:
    """G31: however many people give it; what needs no code is done."""
    scene = with_addresses()
    given = replace(scene.given, enough_codes=True)

    def asked(address: str) -> Group | GroupRefused:
        return decide_in_group(scene.group, NoteMail(address=address, language="de"), MIA, given)

    assert asked("stranger@example.org") == GroupRefused(GroupReason.ENOUGH_CODES)
    assert isinstance(asked("mia@example.org"), Group)
    assert isinstance(asked(""), Group)


def test_the_letter_with_a_code_says_nothing_of_the_group_and_comes_once() -> None:
    """G31: it may reach a stranger."""
    scene = MailScene()
    before = scene.group
    after = scene.asks(MIA, NoteMail(address="mia@example.org")).group
    [letter] = code_letters(before, after, MIA, words_in)
    assert letter.address == "mia@example.org"
    assert code_of(scene, MIA) in letter.text
    assert not {"Tuesday", "Mia", "#", "http"} & set(letter.text.replace(",", " ").split())
    tried = scene.asks(MIA, ProveMail(code=wrong_code(scene, MIA))).group
    proved = scene.asks(MIA, ProveMail(code=code_of(scene, MIA))).group
    assert (code_letters(after, tried, MIA, words_in), code_letters(tried, proved, MIA, words_in)) == ((), ())
    assert code_letters(before, after, FRIDA, words_in) == ()


def test_each_is_written_to_in_the_language_of_their_own_page_or_of_the_group() -> None:
    """G29, G32"""
    scene = with_addresses().asks(MIA, NoteMail(address="mia@example.org", language="de"))
    scene.asks(FRIDA, ChangeLanguage(language="fr"))
    frida, mia = letters_of(scene, 2, CancelMeeting(meeting=8))
    assert (frida.language, mia.language) == ("fr", "de")
    assert "La séance du mardi 26 janvier 2027, 18:00 (Europe/Berlin) est annulée." in frida.text
    assert "Das Treffen am Dienstag, 26. Januar 2027, 18:00 Uhr (Europe/Berlin) fällt aus." in mia.text
    assert [scene.view(each).you.language for each in (FRIDA, MIA)] == ["fr", "de"]
    scene.refuses(MIA, NoteMail(address="mia@example.org", language="de"), GroupReason.ALREADY_SO)
    scene.refuses(MIA, NoteMail(address="mia@example.org", language="tlh"), GroupReason.OUT_OF_BOUNDS)
    assert scene.asks(MIA, NoteMail(address="", language="de")).group.one(MIA).language == ""


def test_whoever_leads_says_in_which_language_the_group_writes() -> None:
    """G32"""
    scene = MailScene()
    assert scene.view(MIA).language == "en"
    scene.refuses(MIA, ChangeLanguage(language="de"), GroupReason.NOT_YOURS)
    scene.refuses(FRIDA, ChangeLanguage(language="tlh"), GroupReason.OUT_OF_BOUNDS)
    scene.refuses(FRIDA, ChangeLanguage(language="en"), GroupReason.ALREADY_SO)
    assert scene.asks(FRIDA, ChangeLanguage(language="de")).view(MIA).language == "de"
