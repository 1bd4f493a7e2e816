"""Whole meetings in all languages of the page at once: each person reads their own.

    python -m tests.e2e.walk                      # a meeting a language, which it facilitates: some ten minutes
    python -m tests.e2e.walk --facilitated-in de  # that one alone
    python -m tests.e2e.walk --pictures FOLDER    # and leaves pictures, of all but the facilitator 360 px wide

The next language in the row presents, so that each has led a meeting and presented in one. The server, the circle and
its sound are real. A facilitator presses "next" from the first phase to the end; in every phase each page is read, what
it tells screen readers too, and it fails where a page says what another language says.
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
from tests.e2e.dictionaries import LANGUAGES, READ, foreign_in, said
from tests.e2e.page import DESKTOP, PersonsPage
from tests.e2e.patience import PATIENCE_MS
from tests.support.process import ServerProcess

ALL = ("en", *LANGUAGES)
TELEPHONE = {"width": 360, "height": 740}
"""Of all but the facilitator."""


def turn_of(language: str) -> list[str]:
    """The language at each seat where this one facilitates: the first facilitates, the second presents."""
    at = ALL.index(language)
    return [*ALL[at:], *ALL[:at]]


class Reader:
    """One person's page, which is read in their language."""

    def __init__(self, browser: Browser, url: str, token: str, seat: int, language: str) -> None:
        self.language = language
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
        """It has come there, says so by its name where it is not resting, and has no word of another language."""
        self.person.in_phase(phase)
        assert self.page.evaluate("document.documentElement.lang").partition("-")[0] == self.language
        name = said(self.language, "everywhere/phases.ts", phase)
        listens = said(self.language, "circle/circle.ts", "onlyListening")
        expect(self.page.locator(".floor h2")).to_have_text(re.compile(f"{re.escape(name)}|{re.escape(listens)}"))
        expect(self.page).to_have_title(re.compile(re.escape(name)))
        assert foreign_in(self.page.evaluate(READ), self.language) == [], f"{self.language}: {phase}"
        assert self.person.faults == []

    def picture(self, folder: Path | None, name: str) -> None:
        if folder:
            self.page.screenshot(path=folder / f"{self.language}-{name}.png", animations="disabled")


@contextmanager
def met(browser: Browser, server: ServerProcess, languages: list[str]) -> Iterator[list[Reader]]:
    """The pages of a new circle, in which each person reads one of these languages."""
    tokens = server.open_sealed(seats=len(languages), facilitators=1, observers=0)
    places = enumerate(zip(tokens, languages, strict=True), start=1)
    readers = [Reader(browser, server.url, token, seat, language) for seat, (token, language) in places]
    try:
        yield readers
    finally:
        for reader in readers:
            reader.person.close()


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
            facilitator.person.choose_at_seat(2, said(facilitator.language, "circle/leading.ts", "name_presenter"))
        facilitator.page.locator(".dock button.primary").click()
        expect(facilitator.person.room).not_to_have_attribute("data-phase", phase)


def main() -> None:
    parser = argparse.ArgumentParser(description="Walk meetings in every language at once.")
    parser.add_argument("--facilitated-in", nargs="+", choices=ALL, default=ALL, metavar="LANGUAGE")
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser, server = launch(playwright), ServerProcess(Path(folder)).start()
        try:
            for language in asked.facilitated_in:
                languages = turn_of(language)
                pictures = asked.pictures and asked.pictures / language
                if pictures:
                    pictures.mkdir(parents=True, exist_ok=True)
                with met(browser, server, languages) as readers:
                    read = walk(readers, pictures)
                print(f"{language} facilitates, {languages[1]} presents: read in {len(read)} phases.", flush=True)
        finally:
            server.stop()
            browser.close()


if __name__ == "__main__":
    main()
