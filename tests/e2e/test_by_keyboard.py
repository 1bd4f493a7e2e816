"""A whole meeting by keyboard alone: a facilitator, a presenter and a member, and nobody touches a mouse."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.e2e.meeting import PHASE_NAMES
from tests.e2e.page import PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, NAMES, PIET

WATCH = Path(__file__).with_name("focus.js").read_text()
GESTURE_MS = 600
"""Keys that are pressed again within half a second count once, and so long one reads what has changed (`sight.ts`)."""
TABS_MAX = 80


class AtKeyboard(PersonsPage):
    """Somebody who has only keys."""

    def sits_down(self) -> "AtKeyboard":
        self.page.add_init_script(WATCH)
        self.open()
        self.page.get_by_label("Your name").wait_for()
        self.tab_to("textbox", "Your name")
        self.page.keyboard.type(NAMES[self.seat])
        self.page.keyboard.press("Enter")
        self.connected().has_voice("closed_by_person")
        return self

    def presses_key(self, key: str) -> None:
        self.page.keyboard.press(key)

    def does(self, name: str) -> None:
        """Go to this button, read it, and press it."""
        self.tab_to("button", name)
        self.page.wait_for_timeout(GESTURE_MS)
        self.presses_key("Enter")

    def tab_to(self, role: str, name: str) -> None:
        for _ in range(TABS_MAX):
            at = self.page.locator(":focus").and_(self.page.get_by_role(role, name=name))  # type: ignore[arg-type]
            if at.count():
                return
            self.presses_key("Tab")
        raise AssertionError(f"{name!r} cannot be reached by keyboard")

    def goes_to_circle(self) -> None:
        """As a screen reader goes to the page's main part: there a key alone does something."""
        self.page.locator("main").focus()

    def opens_microphone(self) -> None:
        self.does("Open my microphone")
        self.has_voice("heard")

    def never_lost(self) -> bool:
        lost: list[str] = self.page.evaluate("lostFrom")
        assert lost == [], f"the focus of seat {self.seat} was lost after {lost}"
        return self.faults == []


def test_a_whole_meeting_by_keyboard_alone(browser: Browser, server: ServerProcess) -> None:
    """W2, M1, M7, C1, C3: everybody does what they have to do, and nobody's focus is ever lost."""
    tokens = server.open_circle(seats=6)
    frida, piet, mia = (AtKeyboard(browser, server.url, tokens[seat - 1], seat) for seat in (FRIDA, PIET, MIA))
    people = [person.sits_down() for person in (frida, piet, mia)]

    def until(phase: str) -> None:
        now = frida.room.get_attribute("data-phase") or ""
        names = ["gathering", *PHASE_NAMES]
        for name in names[names.index(now) + 1 : names.index(phase) + 1]:
            frida.does(f"Next: {PHASE_NAMES[name]}")
            for person in people:
                person.in_phase(name)

    frida.opens_microphone()
    until("call_for_case")
    piet.opens_microphone()
    piet.does("I have a case")
    piet.button("Take my offer back").wait_for()
    frida.does("Piet")
    frida.does("Make presenter")
    piet.page.get_by_text("You are the presenter").first.wait_for()

    until("presentation")
    mia.does("The steps of the meeting")
    mia.presses_key("Escape")
    mia.presses_key("?")
    mia.page.get_by_role("dialog").wait_for()
    mia.presses_key("Escape")
    expect(mia.page.get_by_role("dialog")).to_have_count(0)
    frida.does("+1 min")

    until("sit_back")
    piet.has_voice("closed_by_phase")
    piet.does("I need a pause")
    frida.does("Tell Piet")
    piet.page.get_by_text("has seen").first.wait_for()

    until("reflection")
    mia.does("I wish to speak")
    mia.button("Take my wish back").wait_for()
    frida.does("Pause the clock")
    frida.button("Start the clock").wait_for()
    mia.goes_to_circle()
    mia.presses_key("Space")
    mia.page.keyboard.down("Space")
    mia.has_voice("heard")
    mia.page.keyboard.up("Space")
    mia.has_voice("closed_by_person")
    frida.goes_to_circle()
    frida.presses_key("Space")
    frida.has_voice("closed_by_person")

    until("presenter_returns")
    piet.has_voice("closed_by_person")
    piet.opens_microphone()

    until("lingering")
    mia.does("Leave")
    expect(mia.page.get_by_role("heading", name="You have left the circle")).to_be_focused()
    frida.does("End the meeting")
    frida.page.get_by_role("dialog").wait_for()
    frida.does("End the meeting")
    for person in (frida, piet):
        expect(person.page.get_by_role("heading", name="The meeting is over")).to_be_focused()
    for person in people:
        assert person.never_lost()
        person.close()
