"""What people do on the page of their group, by the names a screen reader would say."""

import re
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from playwright.sync_api import Download, Page, expect

BERLIN = ZoneInfo("Europe/Berlin")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()


def downloaded(page: Page, button: str) -> Download:
    with page.expect_download() as waits:
        press(page, button)
    return waits.value


def link_with_key(page: Page, of: str = "Mia") -> str:
    """This person's link, once this page of a facilitator has the key that belongs into it."""
    write = page.get_by_role("link", name=f"Write {of} a mail")
    expect(write).to_have_attribute("href", re.compile(r"%23g\..+~\w+"))
    found = re.search(r"http\S+#g\.\S+~\w+", unquote(write.get_attribute("href") or ""))
    assert found
    return found[0]


def give_another_key(page: Page) -> None:
    """To the group, as one of its facilitators."""
    page.get_by_text("Another key", exact=True).click()
    press(page, "Give the group another key")
    press(page, "Give another key")
    expect(page.get_by_text("The group has another key.").first).to_be_visible()


def enter(page: Page, name: str) -> None:
    """From the page of the group into today's meeting."""
    press(page, "Enter the meeting")
    expect(page.get_by_label("Your name")).to_have_value(name)
    press(page, "Join the circle")
    expect(page.locator("[data-phase]")).to_have_attribute("data-connected", "true")
