"""`make screenshots`: the pictures of docs/images, taken of a real meeting in every phase, role and width."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.conftest import launch
from tests.e2e.meeting import PHASE_NAMES
from tests.e2e.page import DESKTOP, PHONE, PersonsPage
from tests.support.process import ServerProcess
from tests.support.proxy import proxy_beside

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
FRIDA, FINN, PIET, MIA, MAX, SALMA, JORGE, OLGA = PEOPLE
ROLES = {"facilitator": FRIDA, "presenter": PIET, "member": MIA, "observer": OLGA}
WIDTHS = {"desktop": DESKTOP, "phone": PHONE}
QUIET = {MAX, JORGE}
"""Who has come with a closed microphone, so that the pictures do not show seven people speaking at once."""
SETTLES_MS = 700
CHAIRS_MOVE_MS = 1500
ASKED_AFTER_MS = 25_000
"""When the leaders are asked about a link at the latest: 15 s, and what a slow machine takes."""


class Gallery:
    """The windows of everybody, and their pictures."""

    def __init__(self, browser: Browser, server: ServerProcess) -> None:
        self._browser = browser
        self._server = server
        self.tokens = server.open_circle(title="Tuesday circle", seats=8, frame={"knocking": True})
        self.pages: dict[int, PersonsPage] = {}

    def window(self, seat: int) -> PersonsPage:
        self.pages[seat] = PersonsPage(self._browser, self._server.url, self.tokens[seat - 1], seat)
        return self.pages[seat]

    def shoot(self, person: PersonsPage, name: str) -> None:
        """At both widths; JPEG, for there are many."""
        for width, viewport in WIDTHS.items():
            person.page.set_viewport_size(viewport)
            person.page.wait_for_timeout(SETTLES_MS)
            person.page.screenshot(path=IMAGES / f"{name}-{width}.jpg", quality=82, type="jpeg")
        person.page.set_viewport_size(DESKTOP)

    def visitor(self, seat: int, name: str) -> PersonsPage:
        """Somebody who has this seat's link too."""
        return PersonsPage(self._browser, self._server.url, self.tokens[seat - 1], seat).knock(name)

    def shoot_everybody(self, phase: str) -> None:
        """Every role's view of this phase."""
        self.pages[FRIDA].page.wait_for_timeout(CHAIRS_MOVE_MS)
        for role, seat in ROLES.items():
            self.shoot(self.pages[seat], f"{phase}-{role}")


def before_entering(g: Gallery) -> None:
    """The front door, the frame, and the circle's own door."""
    visitor = g.window(MIA)
    visitor.page.goto(g._server.url)
    visitor.button("Open the circle").wait_for()
    g.shoot(visitor, "front")
    visitor.page.get_by_label("What is this circle called?").fill("Tuesday circle")
    visitor.press("Open the circle")
    visitor.page.get_by_role("heading", name="Your circle is ready").wait_for()
    g.shoot(visitor, "links")
    visitor.open().button("Join the circle").wait_for()
    g.shoot(visitor, "frame")
    for seat in (FRIDA, FINN):
        g.window(seat).join(PEOPLE[seat])
    visitor.page.get_by_label("Your name").fill(PEOPLE[MIA])
    visitor.press("Join the circle")
    g.shoot(visitor.at_door(), "door-member")
    g.shoot(g.pages[FRIDA], "door-facilitator")


def everybody_enters(g: Gallery) -> None:
    frida = g.pages[FRIDA]
    frida.press(f"Let {PEOPLE[MIA]} in")
    g.pages[MIA].connected()
    for seat in (PIET, MAX, SALMA, JORGE):
        g.window(seat).knock(PEOPLE[seat], microphone=seat not in QUIET).at_door()
        frida.press(f"Let {PEOPLE[seat]} in")
        g.pages[seat].connected()
    g.window(OLGA).knock(PEOPLE[OLGA]).at_door()
    g.shoot(g.pages[MIA], "observer-asks-member")
    for seat in set(PEOPLE) - {OLGA}:
        g.pages[seat].press(f"I agree that {PEOPLE[OLGA]} observes")
    frida.press(f"Let {PEOPLE[OLGA]} in")
    g.pages[OLGA].connected()


def links_opened_again(g: Gallery) -> None:
    """Salma's, which she says is not she; and Jorge's, where the leaders are asked."""
    frida, salma = g.pages[FRIDA], g.pages[SALMA]
    again = g.visitor(SALMA, PEOPLE[SALMA]).at_door()
    salma.page.locator("[data-other-device]").wait_for()
    g.shoot(salma, "other_device-member")
    g.shoot(again, "other_device-waiting")
    salma.press("No, it is not me")
    again.page.locator("[data-closed='NOT_ADMITTED']").wait_for()
    g.shoot(again, "not_admitted")
    again.close()
    other = g.visitor(JORGE, "Karin Berg").at_door()
    frida.button("Let Karin Berg in").wait_for(timeout=ASKED_AFTER_MS)
    g.shoot(frida, "other_device-facilitator")
    frida.press("No, do not let Karin Berg in")
    other.close()


def sound_that_finds_no_way(g: Gallery) -> None:
    """Max's, for a while; and Mia's line, while her sound goes on."""
    frida, max_ = g.pages[FRIDA], g.pages[MAX]
    max_.page.evaluate("RTCPeerConnection.prototype.setLocalDescription = async () => {}; ears.hangUp()")
    frida.page.wait_for_timeout(CHAIRS_MOVE_MS + SETTLES_MS)
    g.shoot(frida, "connecting-facilitator")
    frida.room.get_by_text("has no sound").wait_for()
    g.shoot(frida, "no_sound-facilitator")
    g.shoot(max_, "no_sound-member")
    max_.page.reload()
    max_.press("Come back to the circle")
    max_.connected()


def a_line_away(g: Gallery, browser: Browser, server: ServerProcess) -> None:
    """Mia's, while her sound goes on."""
    with proxy_beside(server.port) as (proxy, do):
        through = PersonsPage(browser, f"http://localhost:{proxy.port}", g.tokens[MIA - 1], MIA).knock(PEOPLE[MIA])
        g.pages[MIA].press("Yes, move me there")
        through.connected()
        do(proxy.hold)
        through.room.get_by_text("Your line is coming back").wait_for()
        g.shoot(through, "line_away-member")
        do(proxy.mend)
        through.connected()
        g.pages[MIA].press("Take the seat here")
        g.pages[MIA].press("Come back to the circle")
        g.pages[MIA].connected()
        through.close()


def a_meeting(g: Gallery) -> None:
    frida, finn, piet = g.pages[FRIDA], g.pages[FINN], g.pages[PIET]
    g.shoot_everybody("gathering")
    for phase, name in PHASE_NAMES.items():
        frida.press(f"Next: {name}")
        for page in g.pages.values():
            page.in_phase(phase)
        if phase == "call_for_case":
            piet.press("I have a case")
            g.pages[SALMA].press("I have a case")
            frida.button(f"Make presenter: {PEOPLE[PIET]}").wait_for()
        if phase == "reflection":
            g.pages[JORGE].press("I wish to speak")
            finn.press("Tell my co-facilitator")
            finn.page.locator(":popover-open").get_by_role("button", name="Bring the patient in").click()
        if phase == "lingering":
            frida.press("Go to the facilitators’ room")
        g.shoot_everybody(phase)
        if phase == "call_for_case":
            frida.press(f"Make presenter: {PEOPLE[PIET]}")
        if phase == "reflection":
            piet.press("I need a pause")
            g.shoot(frida, "pause-facilitator")
            frida.press("Tell Piet we see it")


def the_end(g: Gallery) -> None:
    frida = g.pages[FRIDA]
    frida.press("End the meeting")
    frida.page.get_by_role("dialog").get_by_role("button", name="End the meeting").click()
    for page in g.pages.values():
        page.page.get_by_role("heading", name="The meeting is over").wait_for()
    g.shoot_everybody("ended")


def main() -> None:
    for old in IMAGES.glob("*.jpg"):
        old.unlink()
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = ServerProcess(Path(folder)).start()
        browser = launch(playwright)
        try:
            gallery = Gallery(browser, server)
            before_entering(gallery)
            everybody_enters(gallery)
            links_opened_again(gallery)
            sound_that_finds_no_way(gallery)
            a_line_away(gallery, browser, server)
            a_meeting(gallery)
            the_end(gallery)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
