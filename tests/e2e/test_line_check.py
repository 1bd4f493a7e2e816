"""The line check in a real browser, against a real server."""

import re

from playwright.sync_api import Browser

from tests.e2e.line_check import begun_check, found, verdict
from tests.support.process import ServerProcess


def test_what_gets_through_is_found_and_told_to_a_help_desk(browser: Browser, server: ServerProcess) -> None:
    """W16: by sound that has really come back, and in words that name nobody."""
    page = begun_check(browser, server.url)
    assert verdict(page) == "good"
    assert re.fullmatch(r"Gets through. \d+ ms there and back.", found(page, "socket"))
    udp = re.fullmatch(r"Gets through. (\d+) ms there and back. ([\d.]+)% lost.", found(page, "udp"))
    assert udp and int(udp[1]) < 500 and float(udp[2]) < 5, found(page, "udp")
    page.get_by_role("button", name="Copy for your help desk").click()
    page.get_by_role("button", name="Copied").wait_for()
    report = page.evaluate("navigator.clipboard.readText()")
    assert "Sound by UDP: Gets through." in report
    assert "#" not in report
    page.context.close()
