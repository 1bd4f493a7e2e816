"""Chromium's own setting that a site may keep nothing: it refuses storage then, and locks between windows too."""

import json
import shutil
from pathlib import Path

from playwright.sync_api import Playwright, expect

from tests.e2e.chromium import FLAGS
from tests.support.process import ServerProcess
from tests.support.scene import MIA

BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}
REFUSED = (
    "(() => { try { localStorage.length; return false } catch (error) { return error.name === 'SecurityError' } })()"
)


def test_a_link_opens_and_its_page_works_where_nothing_may_be_kept(
    playwright: Playwright, server: ServerProcess, tmp_path: Path
) -> None:
    """W12: the seat is taken and spoken from; what only a kept seat can do is not promised."""
    preferences = tmp_path / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps(BLOCKED))
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=shutil.which("chromium"), args=FLAGS
    )
    try:
        page = context.pages[0]
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{server.url}/#{server.open_circle()[MIA - 1]}")
        assert page.evaluate(REFUSED), "Chromium lets this page keep something"
        page.get_by_label("Your name").fill("Mia")
        page.get_by_role("button", name="Join the circle").click()
        expect(page.locator("[data-phase]")).to_have_attribute("data-connected", "true")
        page.get_by_role("button", name="Open my microphone").click()
        expect(page.locator("[data-says]")).to_have_attribute("data-says", "alone")
        assert faults == []
    finally:
        context.close()
