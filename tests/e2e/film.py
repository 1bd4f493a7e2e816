"""`make screenshots`: the pictures of README.md, taken in the demonstration, by somebody who leads it in Chromium."""

import asyncio
import tempfile
import threading
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from app.demo.circle import LEADERS_SEAT, SEATS
from app.demo.script import script_in
from app.demo.voices import speak
from tests.demo.table import demonstration
from tests.e2e.chromium import launch
from tests.e2e.meeting import PHASE_NAMES
from tests.e2e.page import PersonsPage
from tests.support.process import ROOT, ServerProcess

FOLDER = ROOT / "docs" / "images" / "demo"
VIEWPORT = {"width": 1100, "height": 720}
WIDTH, QUALITY = 880, 72
SPOKEN_MS = 4000


class Demonstration(threading.Thread):
    """The seven, with their real voices, in a thread beside Playwright's."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._url, self.ready = url, threading.Event()
        self.links: dict[str, str] = {}

    def run(self) -> None:
        asyncio.run(self._hold())

    async def _hold(self) -> None:
        speaks = partial(speak, language="en", speed=1)
        async with demonstration(self._url, script_in("en"), speaks) as (circle, playing, _):
            self.links = circle.links
            self.ready.set()
            await playing


class Film:
    """One page, and the pictures taken of it."""

    def __init__(self, page: PersonsPage) -> None:
        self._page, self._count = page, 0

    def take(self, name: str) -> None:
        self._count += 1
        picture = Image.open(BytesIO(self._page.page.screenshot(animations="disabled")))
        height = round(picture.height * WIDTH / picture.width)
        picture.resize((WIDTH, height)).save(FOLDER / f"{self._count}-{name}.webp", quality=QUALITY, method=6)

    def next(self, phase: str) -> None:
        self._page.press(f"Next: {PHASE_NAMES[phase]}")
        self._page.in_phase(phase)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = ServerProcess(Path(folder)).start()
        browser = launch(playwright)
        seven = Demonstration(server.url)
        seven.start()
        assert seven.ready.wait(30)
        token = seven.links["leader"].partition("#")[2]
        page = PersonsPage(
            browser, server.url, token, LEADERS_SEAT, tone=False, viewport=VIEWPORT, color_scheme="light"
        )
        shoot(page)
        page.close()
        browser.close()
        server.stop()


def shoot(page: PersonsPage) -> None:
    film = Film(page)
    page.open().page.get_by_label("Your name").fill("Frida")
    film.take("door")
    page.page.get_by_label("Join with my microphone open").set_checked(False)
    page.press("Join the circle")
    page.connected()
    for phase in ("opening", "follow_up", "call_for_case"):
        film.next(phase)
    page.at_seat(SEATS["Jonas"]).get_by_text("has a case").wait_for()
    film.take("call")
    page.choose_at_seat(SEATS["Jonas"], "Make presenter")
    film.next("presentation")
    page.page.wait_for_timeout(SPOKEN_MS)
    film.take("presentation")
    film.next("clarifying_questions")
    film.next("sit_back")
    film.next("reflection")
    page.page.wait_for_timeout(SPOKEN_MS)
    film.take("reflection")
    page.page.get_by_text("Advice is creeping in").locator("visible=true").first.wait_for(timeout=90_000)
    film.take("signal")
    film.next("presenter_returns")
    page.page.wait_for_timeout(SPOKEN_MS)
    film.take("return")


if __name__ == "__main__":
    main()
