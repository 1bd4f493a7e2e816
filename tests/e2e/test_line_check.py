"""The line check in a real browser, against a real server."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.support.process import ServerProcess

WITHIN_MS = 25_000


def found(page: Page, subject: str) -> str:
    """What is said of it: the words under its heading."""
    return " ".join(page.locator(f"li[data-subject={subject}] > div").inner_text().split())


def test_what_gets_through_is_found_and_told_to_a_help_desk(browser: Browser, server: ServerProcess) -> None:
    """W16: by sound that has really come back, and in words that name nobody."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write", "microphone"])
    page = context.new_page()
    page.goto(f"{server.url}/check")
    page.get_by_role("button", name="Check my line").click()
    expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "good", timeout=WITHIN_MS)
    assert re.fullmatch(r"WebSocket Good: Gets through. \d+ ms there and back.", found(page, "socket"))
    udp = re.fullmatch(
        r"Sound by UDP Good: Gets through. (\d+) ms there and back. ([\d.]+) % lost.", found(page, "udp")
    )
    assert udp and int(udp[1]) < 500 and float(udp[2]) < 5, found(page, "udp")
    page.get_by_role("button", name="Copy for your help desk").click()
    page.get_by_role("button", name="Copied").wait_for()
    report = page.evaluate("navigator.clipboard.readText()")
    assert "Sound by UDP: Gets through." in report
    assert "#" not in report
    context.close()
