"""The line check in a browser: begun, and what it has found."""

import re

from playwright.sync_api import Browser, Page, expect

WITHIN_MS = 60_000
"""Half a minute is what the check gives itself."""


def begun_check(browser: Browser, url: str) -> Page:
    """A page, in a context of its own, that checks its line."""
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write", "microphone"]).new_page()
    page.goto(f"{url}/check")
    page.get_by_role("button", name="Check my line").click()
    return page


def verdict(page: Page) -> str | None:
    """What it comes to, once all is found."""
    expect(page.get_by_role("button", name="Copy for your help desk")).to_be_visible(timeout=WITHIN_MS)
    return page.locator("[data-verdict]").get_attribute("data-verdict")


def found(page: Page, subject: str) -> str:
    """What is said of it, without its heading and its mark."""
    words = page.locator(f"li[data-subject={subject}] > div").inner_text()
    return re.sub(r"^(Checking|Good|Note|Problem): ", "", " ".join(words.split("\n", 1)[1].split()))
