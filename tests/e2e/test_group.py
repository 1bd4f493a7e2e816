"""A standing group against a real server: a facilitator at a desk in Berlin, a member with a telephone in New York."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from tests.e2e.axe import complaints
from tests.e2e.group_pages import BERLIN, downloaded, enter, press
from tests.e2e.page import READ_MS
from tests.support.process import ServerProcess


def opened(page: Page, server: ServerProcess) -> None:
    """By the keyboard alone: Enter in a name goes on to the next one."""
    page.goto(server.url)
    page.get_by_role("button", name="Open a group").press("Enter")
    page.get_by_label("What is your group called?").fill("Tuesday group")
    for label, name in (("Your name", "Frida Lind"), ("Name 2", "Mia Vos"), ("Name 3", "Piet Jansen")):
        page.get_by_label(label, exact=True).fill(name)
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Open the group").press("Enter")
    expect(page.get_by_role("heading", name="Tuesday group")).to_be_focused()


def plans(page: Page, at: datetime, count: int) -> list[str]:
    """New dates, every week; as the page has shown them before they were kept."""
    form = page.locator("form", has=page.get_by_label("How many dates"))
    form.get_by_label("First day").fill(at.strftime("%Y-%m-%d"))
    form.get_by_label("Time").fill(at.strftime("%H:%M"))
    form.get_by_label("Every").select_option("1")
    form.get_by_label("How many dates").select_option(str(count))
    shown = form.locator("[data-preview] li").all_inner_texts()
    form.get_by_role("button", name="Add").click()
    return shown


def link_of(page: Page, name: str) -> str:
    """From the mail that one touch would write."""
    mail = page.get_by_role("link", name=f"Write {name} a mail").get_attribute("href")
    found = re.search(r"http\S+#g\.\S+", unquote(mail or ""))
    assert found, mail
    return found[0]


def test_from_the_front_page_into_the_meeting(server: ServerProcess, desk: Page, telephone: Page) -> None:
    """G2, G8, G9, G10, G14: what is shown is kept, in each one's time; one link leads to the seat."""
    opened(desk, server)
    press(desk, "I accept this")
    soon = datetime.now(BERLIN) + timedelta(minutes=2)
    shown = plans(desk, soon, 3)
    expect(desk.get_by_role("heading", name="You can enter now")).to_be_visible()
    days = desk.locator("time .day").all_inner_texts()
    assert [re.findall(r"\d+ [A-Z]\w+", day) for day in days] == [re.findall(r"\d+ [A-Z]\w+", day) for day in shown]
    assert complaints(desk) == []

    telephone.goto(link_of(desk, "Mia Vos"))
    assert "#g." not in telephone.url, "no key stays in the address"
    expect(telephone.get_by_text("In Berlin: ").first).to_contain_text(soon.strftime("%H:%M"))
    expect(telephone.get_by_role("button", name="Enter the meeting")).to_have_attribute("aria-disabled", "true")
    press(telephone, "I accept this")
    press(telephone, "I cannot come")
    expect(telephone.get_by_text("You have said that you cannot come.")).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("Cannot come: Mia Vos.")).to_be_visible()
    telephone.wait_for_timeout(READ_MS)
    press(telephone, "I can come after all")
    assert complaints(telephone) == []

    for page, name in ((telephone, "Mia Vos"), (desk, "Frida Lind")):
        enter(page, name)
    expect(desk.locator("[data-phase]")).to_contain_text("Mia Vos")
    press(telephone, "Leave")
    telephone.get_by_role("link", name="To my group").click()
    expect(telephone.get_by_role("heading", name="Tuesday group")).to_be_visible()


def test_what_is_left_of_a_meeting(
    server: ServerProcess, leaders_telephone: Page, telephone: Page, tmp_path: Path
) -> None:
    """G12, G16, G17, G18, on telephones: attendance, log, certificate, calendar, what is kept, and the way out."""
    leads = leaders_telephone
    opened(leads, server)
    press(leads, "I accept this")
    yesterday = datetime.now(BERLIN) - timedelta(days=1)
    leads.get_by_text("Add a meeting in person").click()
    leads.get_by_label("Day", exact=True).fill(yesterday.strftime("%Y-%m-%d"))
    leads.get_by_label("Mia Vos was there").check()
    leads.get_by_role("button", name="Add this meeting").tap()
    expect(leads.locator("[data-held]")).to_contain_text("confirmed, in person")
    plans(leads, yesterday + timedelta(days=14), 2)
    leads.get_by_text("My log", exact=True).click()
    leads.get_by_label("Your accreditation").fill("Balint leader")
    press(leads, "Keep it")
    assert downloaded(leads, "Download my log").suggested_filename.endswith(".csv")
    assert complaints(leads) == []

    mine = link_of(leads, "Mia Vos")
    telephone.goto(mine)
    telephone.get_by_role("button", name="I accept this").tap()
    expect(telephone.locator("[data-held]")).to_contain_text("90 minutes")
    telephone.get_by_text("Certificate of attendance").click()
    telephone.get_by_label("From").fill(f"{yesterday.year}-01-01")
    telephone.get_by_label("Your number with a professional body").fill("802760000000000")
    paper = downloaded(telephone, "Download the certificate")
    assert paper.suggested_filename.endswith(".pdf")
    paper.save_as(tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert downloaded(telephone, "Download the dates").suggested_filename == "Tuesday-group.ics"
    assert downloaded(telephone, "Download what is kept of me").suggested_filename.endswith(".json")

    telephone.get_by_text("An address that my calendar follows").click()
    press(telephone, "Make the address")
    expect(telephone.get_by_text("/calendar/")).to_be_visible()

    telephone.get_by_label("Remember this group in this browser").check()
    telephone.goto("about:blank")
    telephone.goto(server.url)
    press(telephone, "Tuesday group")
    press(telephone, "Take my name out of the group")
    press(telephone, "Leave the group")
    expect(telephone.get_by_role("heading", name="You have left the group")).to_be_visible()
    telephone.goto("about:blank")
    telephone.goto(mine)
    expect(telephone.get_by_role("heading", name="This link opens no group")).to_be_visible()
