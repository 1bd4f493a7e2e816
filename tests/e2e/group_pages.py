"""What people do on the page of their group, by the names a screen reader would say."""

import re
from zoneinfo import ZoneInfo

from playwright.sync_api import Download, Page, expect

BERLIN = ZoneInfo("Europe/Berlin")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()


def downloaded(page: Page, button: str) -> Download:
    with page.expect_download() as waits:
        press(page, button)
    return waits.value


def enter(page: Page, name: str) -> None:
    """From the page of the group into today's meeting."""
    press(page, "Enter the meeting")
    expect(page.get_by_label("Your name")).to_have_value(name)
    press(page, "Join the circle")
    expect(page.locator("[data-phase]")).to_have_attribute("data-connected", "true")
