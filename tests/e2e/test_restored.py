"""A browser that dies in a meeting, and is started again with the tabs it had."""

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect

from tests.e2e.chromium import FLAGS
from tests.e2e.patience import PATIENCE_MS, PATIENCE_S
from tests.support.process import ServerProcess

TICK_S = 0.1
NOT_RESTORING = ["--enable-automation", "--no-startup-window", "about:blank"]
"""What Playwright starts a browser with, so that it opens no tab of before."""


def started(playwright: Playwright, profile: Path) -> BrowserContext:
    return playwright.chromium.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium"),
        args=[*FLAGS, "--restore-last-session"],
        ignore_default_args=NOT_RESTORING,
        timeout=PATIENCE_MS,
    )


def in_meeting(page: Page, url: str) -> str:
    """The link of whoever opened the circle, by which they have come in."""
    page.goto(url)
    page.locator("form input[required]").first.fill("Tuesday circle")
    page.get_by_role("button", name="Open the circle").click()
    own = page.get_by_role("link", name="Take my seat")
    link = own.get_attribute("href") or ""
    own.click()
    page.locator("input[autocomplete=name]").fill("Frida")
    page.get_by_role("button", name="Join the circle").click()
    page.locator("[data-connected=true]").wait_for()
    return link


def is_noted(profile: Path) -> bool:
    """Chromium writes down every few seconds which tabs it has, and what they keep."""
    return any(b"/#seat" in file.read_bytes() for file in profile.glob("Default/Sessions/Session_*")) and any(
        b"seat of " in file.read_bytes() for file in profile.glob("Default/Session Storage/*.log")
    )


def die(context: BrowserContext, profile: Path) -> None:
    """At once, and with every process of it; no page is told."""
    found = subprocess.run(["pgrep", "-f", f"user-data-dir={profile}"], capture_output=True, check=True, text=True)
    for process in found.stdout.split():
        os.kill(int(process), signal.SIGKILL)
    with suppress(Error):
        context.close()


def is_asked_for(profile: Path) -> None:
    """After a crash Chromium asks whether the tabs shall be restored. Its person says yes."""
    file = profile / "Default" / "Preferences"
    preferences = json.loads(file.read_text()) if file.exists() else {}
    preferences.setdefault("profile", {})["exit_type"] = "Normal"
    file.write_text(json.dumps(preferences))


def test_a_tab_that_is_restored_leads_back_to_the_seat(
    playwright: Playwright, server: ServerProcess, tmp_path: Path
) -> None:
    """W11, S3: by what the tab kept; nothing else is asked, and the microphone opens by hand alone."""
    profile = tmp_path / "profile"
    first = started(playwright, profile)
    link = in_meeting(first.pages[0], server.url)
    deadline = time.monotonic() + PATIENCE_S
    while not is_noted(profile):
        assert time.monotonic() < deadline, "Chromium has not noted its tabs"
        time.sleep(TICK_S)
    die(first, profile)
    is_asked_for(profile)
    second = started(playwright, profile)
    page = second.pages[0]
    expect(page.get_by_role("heading", name="Your seat is kept")).to_be_visible()
    assert page.url == f"{server.url}/#seat"
    page.get_by_role("button", name="Come back to the circle").click()
    page.locator("[data-connected=true]").wait_for()
    expect(page.locator("[data-phase]")).to_have_attribute("data-voice", "closed_by_person")
    opened = second.new_page()
    opened.goto(link)
    opened.wait_for_url(f"{server.url}/#seat")
    second.close()
    fragment = link.partition("#")[2]
    history = (profile / "Default" / "History").read_bytes()
    assert fragment.encode() in history, "docs/SECURITY.md says that Chromium keeps the link: it does not any more"
