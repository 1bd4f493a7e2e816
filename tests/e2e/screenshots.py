"""`make screenshots`: the pictures of docs/images, taken of a real meeting."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.conftest import launch
from tests.e2e.page import DESKTOP, PHONE, PersonsPage
from tests.support.process import ServerProcess

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PEOPLE = {
    1: "Frida Lindqvist",
    2: "Finn O’Brien",
    3: "Piet Janssen",
    4: "Mia Vos",
    5: "Dr. Max Hollenberg",
    6: "Salma Haddad",
    7: "Jorge Pinto",
    8: "Olga Petrova",
}
FRIDA, PIET, MIA, OLGA = 1, 3, 4, 8
SETTLES_MS = 1500
"""For chairs to have moved."""


def shoot(person: PersonsPage, name: str) -> None:
    person.page.wait_for_timeout(SETTLES_MS)
    person.page.screenshot(path=IMAGES / f"{name}.png")


def front_door(browser: Browser, server: ServerProcess, token: str) -> None:
    for look, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
        visitor = PersonsPage(browser, server.url, token, OLGA, viewport=viewport)
        visitor.page.goto(server.url)
        visitor.button("Open the circle").wait_for()
        shoot(visitor, f"front-{look}")
        visitor.close()
        visitor = PersonsPage(browser, server.url, token, OLGA, viewport=viewport).open()
        visitor.press("Check my microphone")
        shoot(visitor, f"lobby-{look}")
        visitor.close()


def look_of(seat: int) -> dict[str, object]:
    """Facilitators at their desks, members at their telephones, the observer in the dark."""
    if seat == MIA:
        return {"viewport": PHONE}
    return {"color_scheme": "dark"} if seat == OLGA else {}


def a_meeting(browser: Browser, server: ServerProcess) -> None:
    tokens = server.open_circle(title="Tuesday circle", seats=8)
    front_door(browser, server, tokens[OLGA - 1])
    pages = {}
    for seat, name in PEOPLE.items():
        pages[seat] = PersonsPage(browser, server.url, tokens[seat - 1], seat, **look_of(seat))
        pages[seat].join(name, microphone=seat not in {5, 7})
    frida, piet, mia, olga = (pages[seat] for seat in (FRIDA, PIET, MIA, OLGA))
    shoot(frida, "gathering-facilitator")
    for phase in ("Opening", "Follow-up", "Call for a case"):
        frida.press(f"Next: {phase}")
    piet.press("I have a case")
    shoot(frida, "call-facilitator")
    shoot(mia, "call-member-phone")
    frida.choose_at_seat(PIET, "Make presenter")
    frida.press("Next: Presentation")
    shoot(mia, "presentation-member-phone")
    for phase in ("Clarifying questions", "Sit back", "Reflection"):
        frida.press(f"Next: {phase}")
    piet.in_phase("reflection")
    shoot(frida, "reflection-facilitator")
    shoot(piet, "reflection-presenter")
    shoot(mia, "reflection-member-phone")
    shoot(olga, "reflection-observer-dark")
    frida.press("Next: Presenter returns")
    piet.in_phase("presenter_returns")
    shoot(piet, "return-presenter")
    for page in pages.values():
        page.close()


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = ServerProcess(Path(folder)).start()
        browser = launch(playwright)
        try:
            a_meeting(browser, server)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
