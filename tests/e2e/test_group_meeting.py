"""A group's meeting, from the one button of the day to the certificate; and a guest's only one."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import complaints
from tests.e2e.group_pages import BERLIN, downloaded, enter, give_another_key, link_with_key, press
from tests.e2e.page import READ_MS, give_voice_and_ears
from tests.support.later import LaterServer
from tests.support.open_group import OpenGroup

LONG = 88
"""Minutes that the meeting takes."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LaterServer]:
    process = LaterServer(tmp_path_factory.mktemp("server"))
    process.start()
    yield process
    process.stop()


def meets_soon(server: LaterServer, *people: str, sealed: bool = False) -> OpenGroup:
    """A new group, whose only meeting begins in some minutes of the server's time."""
    group = OpenGroup(server, *people, sealed=sealed)
    at = datetime.fromtimestamp(group.view(people[0])["now_ms"] / 1000, BERLIN) + timedelta(minutes=5)
    rule = {"every": 1, "unit": "weeks", "count": 1}
    group.asks(people[0], "plan_dates", first=f"{at:%Y-%m-%d}", at=f"{at:%H:%M}", rule=rule)
    return group


def goes_on_to(page: Page, *steps: str) -> None:
    for step in steps:
        press(page, f"Next: {step}")
        expect(page.get_by_role("button", name=re.compile(f"^Next: {step}"))).to_have_count(0)
        page.wait_for_timeout(READ_MS)


def assert_they_hear_one_another(*pages: Page) -> None:
    """Two people, sealed: each the tone of the other's seat, from there."""
    for page in pages:
        expect(page.locator("h1 button")).to_have_attribute("title", "Sealed: the server cannot listen")
        press(page, "Open my microphone")
    pages[0].wait_for_function("() => ears.now.has('2:1')")
    pages[1].wait_for_function("() => ears.now.has('1:0')")


def test_a_meeting_to_its_end_and_what_it_leaves(
    server: LaterServer, leaders_telephone: Page, telephone: Page, tmp_path: Path
) -> None:
    """G10, G12, G17, G28, G39, H1, on telephones, sealed as a new group is, by another key: who is missing is read by
    name, both hear one another, and its minutes are those of the certificate, once they are confirmed.
    """
    leads = leaders_telephone
    group = meets_soon(server, "Frida", "Mia", sealed=True)
    for seat, page in enumerate((leads, telephone), start=1):
        give_voice_and_ears(page.context, seat)
    leads.goto(group.link("Frida"))
    before = link_with_key(leads)
    give_another_key(leads)
    anew = link_with_key(leads)
    assert anew != before
    telephone.goto(anew)
    enter(leads, "Frida")
    leads.locator(".handle").tap()
    leads.get_by_text("Invited, not here yet (1)").tap()
    expect(leads.get_by_text("Mia: not here yet")).to_be_visible()
    leads.locator(".handle").tap()
    enter(telephone, "Mia")
    assert_they_hear_one_another(leads, telephone)

    goes_on_to(leads, "Opening", "Follow-up", "Call for a case")
    press(telephone, "I have a case")
    leads.locator("li[data-seat='2']").get_by_text("has a case").wait_for()
    leads.wait_for_timeout(READ_MS)
    leads.locator("li[data-seat='2']").get_by_role("button").first.click()
    leads.locator(":popover-open").get_by_role("button", name="Make presenter").click()
    goes_on_to(leads, "Presentation", "Clarifying questions", "Sit back", "Reflection")
    server.passes(LONG)
    leads.get_by_text("minutes over the time of this step.").first.wait_for()
    leads.wait_for_timeout(READ_MS)
    goes_on_to(leads, "Presenter returns", "Closing", "Afterwards")
    leads.locator(".handle").tap()
    press(leads, "End the meeting")
    leads.get_by_role("dialog").get_by_role("button", name="End the meeting").click()

    for page in (leads, telephone):
        page.get_by_role("link", name="To my group").click()
    expect(telephone.locator("[data-held]")).to_contain_text("not confirmed yet")
    form = leads.locator("form", has=leads.get_by_label("Minutes of Mia"))
    minutes = int(form.get_by_label("Minutes of Mia").input_value())
    assert LONG <= minutes < LONG + 10
    expect(form.get_by_label("Cases")).to_have_value("1")
    assert complaints(leads) == []
    form.get_by_role("button", name="Confirm").click()
    expect(leads.get_by_role("button", name="Confirm", exact=True)).to_have_count(0)

    telephone.reload()
    expect(telephone.locator("[data-held]")).to_contain_text(f"{minutes} minutes confirmed")
    telephone.get_by_text("Certificate of attendance").click()
    paper = tmp_path / "paper.pdf"
    downloaded(telephone, "Download the certificate").save_as(paper)
    assert paper.read_bytes().startswith(b"%PDF")
    assert complaints(telephone) == []


def test_a_guest_enters_the_one_meeting(server: LaterServer, desk: Page, telephone: Page) -> None:
    """G10, G13: announced by a facilitator, agreed to by everybody who comes, and in by a link of one meeting."""
    group = meets_soon(server, "Frida", "Mia")
    desk.goto(group.link("Frida"))
    desk.locator("summary", has_text="Change").first.click()
    desk.get_by_label("Name of the guest").fill("Gerda")
    press(desk, "Announce the guest")
    expect(desk.get_by_text("Not everybody has agreed to Gerda yet.")).to_be_visible()

    guest, member = telephone, desk
    guest.goto(group.link("Gerda"))
    expect(guest.get_by_role("heading", name="A meeting of “Tuesday group”")).to_be_focused()
    press(guest, "Enter the meeting")
    expect(guest.get_by_role("alert").filter(has_text=re.compile("consent"))).to_be_visible()
    assert complaints(guest) == []

    member.goto("about:blank")
    member.goto(group.link("Mia"))
    press(member, "I agree to Gerda")
    expect(member.get_by_text("You agree to Gerda.")).to_be_visible()
    enter(guest, "Gerda")

    press(guest, "Leave")
    server.passes(24 * 60)
    guest.get_by_role("link", name="To my group").click()
    expect(guest.get_by_text("The time to enter this meeting is over.")).to_be_visible()


def test_a_guest_of_a_sealed_group_has_the_key_of_their_meeting_alone(
    server: LaterServer, desk: Page, telephone: Page
) -> None:
    """G13, V6: and by it they are in one circle with whoever has the group's."""
    group = meets_soon(server, "Frida", "Mia", sealed=True)
    desk.goto(group.link("Frida"))
    desk.locator("summary", has_text="Change").first.click()
    desk.get_by_label("Name of the guest").fill("Gerda")
    press(desk, "Announce the guest")
    link = link_with_key(desk, "Gerda")
    assert not link.endswith(group.link("Frida").split("~")[1])
    telephone.goto(group.link("Mia"))
    press(telephone, "I agree to Gerda")
    expect(telephone.get_by_text("You agree to Gerda.")).to_be_visible()
    telephone.goto("about:blank")
    telephone.goto(link)
    enter(telephone, "Gerda")
    enter(desk, "Frida")
    for page in (desk, telephone):
        page.locator("h1 button").click()
    ours, theirs = (page.locator("dialog [data-digits]").inner_text() for page in (desk, telephone))
    assert ours == theirs


def test_a_link_without_its_key_finds_the_one_kept_here(server: LaterServer, desk: Page) -> None:
    """G10: a sealed group; a link that has lost its key says so, unless this browser remembers the group."""
    group = meets_soon(server, "Frida", "Mia", sealed=True)
    desk.goto(group.link("Frida", key=False))
    expect(desk.get_by_text("your link has lost its key").first).to_be_visible()
    desk.goto("about:blank")
    desk.goto(group.link("Frida"))
    desk.get_by_label("Remember this group in this browser").check()
    desk.goto("about:blank")
    desk.goto(group.link("Frida", key=False))
    press(desk, "Enter the meeting")
    expect(desk.locator("summary", has_text=re.compile("^Sealed"))).to_be_visible()
