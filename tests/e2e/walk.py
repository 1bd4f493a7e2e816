"""One whole meeting in all languages of the page at once: each person reads their own.

    python -m tests.e2e.walk                      # fails where a page is not in its language
    python -m tests.e2e.walk --pictures FOLDER    # and leaves pictures, 360 px wide

The server, the circle and its sound are real. A facilitator presses "next" from the first phase to the end; in every
phase each page is read.
"""

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from app.circle.phases import Phase
from tests.e2e.chromium import launch
from tests.e2e.dictionaries import LANGUAGES, READ, WORDS, english_in, read_as
from tests.e2e.page import DESKTOP, PersonsPage
from tests.e2e.patience import PATIENCE_MS
from tests.support.process import ServerProcess

SEATS = ("en", *LANGUAGES)
"""The language at each seat. The first one facilitates, the second presents."""
TELEPHONE = {"width": 360, "height": 740}
"""Of all but the facilitator, whose English is pressed."""


def said(language: str, file: str, word: str) -> str:
    """What stands in this file of the dictionary under this name, first."""
    text = (WORDS / language / file).read_text()
    found = re.search(rf"\b{word}: '([^']+)'", text)
    assert found, f"{language}/{file} has no {word}"
    return read_as(found[1])


class Reader:
    """One person's page, which is read in their language."""

    def __init__(self, browser: Browser, url: str, token: str, seat: int) -> None:
        self.language = SEATS[seat - 1]
        self.person = PersonsPage(
            browser,
            url,
            token,
            seat,
            tone=False,
            locale=self.language,
            viewport=DESKTOP if seat == 1 else TELEPHONE,
            reduced_motion="reduce",
        )
        self.page: Page = self.person.open().page
        field = self.page.locator("form input[autocomplete=name]")
        field.fill(f"Q{seat}")
        field.press("Enter")
        self.person.connected()

    def in_phase(self, phase: Phase) -> None:
        """It has come there, says so by its name where it is not resting, and has no English left."""
        self.person.in_phase(phase)
        assert self.page.evaluate("document.documentElement.lang").partition("-")[0] == self.language
        name = said(self.language, "everywhere/phases.ts", phase)
        listens = said(self.language, "circle/circle.ts", "onlyListening")
        expect(self.page.locator(".floor h2")).to_have_text(re.compile(f"{re.escape(name)}|{re.escape(listens)}"))
        expect(self.page).to_have_title(re.compile(re.escape(name)))
        if self.language != "en":
            assert english_in(self.page.evaluate(READ), self.language) == [], f"{self.language}: {phase}"
        assert self.person.faults == []

    def picture(self, folder: Path | None, name: str) -> None:
        if folder:
            self.page.screenshot(path=folder / f"{self.language}-{name}.png", animations="disabled")


@contextmanager
def met(browser: Browser, folder: Path) -> Iterator[list[Reader]]:
    server = ServerProcess(folder).start()
    try:
        tokens = server.open_sealed(seats=len(SEATS), facilitators=1, observers=0)
        readers = [Reader(browser, server.url, token, seat) for seat, token in enumerate(tokens, start=1)]
        yield readers
        for reader in readers:
            reader.person.close()
    finally:
        server.stop()


def walk(readers: list[Reader], folder: Path | None = None) -> list[Phase]:
    """From the first phase to the end of the meeting. Which phases each page has been read in."""
    facilitator, presenter = readers[0], readers[1]
    read: list[Phase] = []
    while True:
        phase = Phase(facilitator.person.room.get_attribute("data-phase"))
        for reader in readers:
            reader.in_phase(phase)
            reader.picture(folder, f"{len(read):02}-{phase}")
        read.append(phase)
        if phase is Phase.LINGERING:
            return read
        if phase is Phase.CALL_FOR_CASE:
            presenter.person.press(said(presenter.language, "circle/circle.ts", "offer"))
            facilitator.person.choose_at_seat(2, "Make presenter")
        facilitator.person.press("Next: ")
        expect(facilitator.person.room).not_to_have_attribute("data-phase", phase)


def main() -> None:
    parser = argparse.ArgumentParser(description="Walk a meeting in every language at once.")
    parser.add_argument("--pictures", type=Path)
    pictures = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = launch(playwright)
        try:
            with met(browser, Path(folder)) as readers:
                read = walk(readers, pictures)
        finally:
            browser.close()
    print(f"{len(SEATS)} languages read in {len(read)} phases: {', '.join(read)}.")


if __name__ == "__main__":
    main()
