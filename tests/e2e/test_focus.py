"""The keyboard's focus: never lost and never hidden, whatever is pressed."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from app.circle import commands as c
from tests.e2e.people import FRIDA, NAMES, OLGA
from tests.e2e.stage import DRAWN, Stage
from tests.support.thorough import share

WATCH = Path(__file__).with_name("focus.js").read_text()
TABS_MAX = 150
LOOKS_MAX = 5
NOT_PRESSED = re.compile(r"^(Leave|Join the circle|Take my seat|To the front page|Open another circle|Sound|Keys)$")
"""What leads away from the page, or opens a dialog that has a test of its own."""

REFUSED = re.compile("Failed to load resource: .* 409 ")
"""What Chromium logs of a command that a group refuses, an empty name for example."""


@pytest.mark.parametrize(
    ("state", "width"),
    share(
        [
            ("front-link-cut", 1280),
            ("links-more", 390),
            ("check-good", 1280),
            ("lobby-member", 390),
            ("group-facilitator", 1280),
            ("call_for_case-facilitator", 1280),
            ("lingering-facilitator", 1280),
            ("offer-member", 390),
            ("pause-facilitator", 390),
            ("fishbowl-choosing", 390),
            ("word-presenter", 1280),
            ("observer-asks-member", 1280),
            ("other-device-member", 390),
            ("line-away", 390),
            ("closed-replaced", 390),
            ("lobby-microphone-denied", 390),
            ("debrief-facilitator", 390),
            ("door-facilitator-three", 390),
            ("group-new", 320),
        ],
        3,
    ),
)
def test_the_focus_is_never_lost_or_hidden(stage: Stage, state: str, width: int) -> None:
    """Every button, switch and fold of these pages is pressed by keyboard alone, and whatever they open."""
    page = stage.show(state, width)
    page.evaluate(WATCH)
    pressed = press_everything(page)
    assert page.evaluate("lostFrom") == []
    assert len(pressed) >= 2, pressed
    assert [fault for fault in stage.faults if not REFUSED.match(fault)] == []


def test_the_focus_stays_where_what_was_answered_is_gone(stage: Stage) -> None:
    """Nothing is left beside the ring once a facilitator has said no to the observer, and that part is not drawn."""
    page = stage.show("observer-asks-member")
    page.evaluate(WATCH)
    page.get_by_role("button", name=f"I agree that {NAMES[OLGA]} observes").press("Enter")
    page.get_by_text("You have agreed.", exact=True).first.wait_for()
    stage.server.scene.asks(FRIDA, c.TurnAway(seat=OLGA, name=NAMES[OLGA]))
    stage.server.shows()
    page.locator("[data-asks]").wait_for(state="detached")
    page.evaluate(DRAWN)
    expect(page.locator("main")).to_be_focused()
    assert page.evaluate("lostFrom") == []


@pytest.mark.parametrize(("key", "stands_on"), [("?", "Take my offer back"), ("Enter", "Sound")])
def test_a_dialog_gives_the_focus_back(stage: Stage, key: str, stands_on: str) -> None:
    """Whatever is pressed in it. The list of keys is opened by a key, from anywhere."""
    page = stage.show("offer-member", 390)
    before = page.get_by_role("button", name=stands_on)
    before.focus()
    page.evaluate(WATCH)
    page.keyboard.press(key)
    page.locator("dialog[open]").wait_for()
    press_everything(page, until=page.locator("body:not(:has(dialog[open]))"))
    expect(before).to_be_focused()
    assert page.evaluate("lostFrom") == []
    assert stage.faults == []


def test_the_question_before_a_skip_gives_the_focus_back(stage: Stage) -> None:
    """To the line that had opened the steps: these have gone by then."""
    page = stage.show("reflection-facilitator", 390)
    steps = page.locator("button.plan")
    steps.press("Enter")
    page.get_by_role("button", name="Skip to Closing").press("Enter")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    expect(steps).to_be_focused()


def test_steps_that_are_only_read_are_closed_once_the_keyboard_goes_on(stage: Stage) -> None:
    """They would lie over what has the focus then."""
    page = stage.show("reflection-member", 390)
    page.locator("button.plan").press("Enter")
    page.locator(":popover-open").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(":popover-open")).to_have_count(0)


def test_the_focus_stays_while_a_part_of_the_page_is_loaded(stage: Stage) -> None:
    """Whoever waits for it on a slow line is told, and goes on from there."""
    page = stage.show("front")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/group-part*.js", hold)
    page.evaluate(WATCH)
    page.get_by_role("button", name="Open a group").press("Enter")
    page.get_by_text("This part of the page is being loaded.").wait_for()
    assert page.evaluate("focusNow().name") == "This part of the page is being loaded."
    for route in held:
        route.fallback()
    expect(page.get_by_role("heading", name="A group that meets regularly")).to_be_focused()
    assert page.evaluate("lostFrom") == []
    assert stage.faults == []


def focus_after_tab(page: Page) -> dict[str, Any] | None:
    """Where it is. If nothing of it is to be seen, the page may be scrolling to it: so it is looked for a few times."""
    at: dict[str, Any] | None = page.evaluate("focusNow()")
    for _ in range(LOOKS_MAX):
        if at is None or at["shown"]:
            break
        page.evaluate(DRAWN)
        at = page.evaluate("focusNow()")
    return at


def press_everything(page: Page, until: Locator | None = None) -> set[str]:
    """Go through the page by Tab, and press each thing once: until a round has nothing new, or this is there.

    What was pressed.
    """
    pressed: set[str] = set()
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        at = focus_after_tab(page)
        if at is None:
            continue
        assert at["shown"], f"the focus is behind something: {at}"
        if not at["presses"] or at["name"] in pressed or NOT_PRESSED.match(at["name"]):
            if page.evaluate("roundEnds()"):
                break
            continue
        pressed.add(at["name"])
        page.evaluate("roundBegins()")
        page.keyboard.press("Space")
        page.evaluate(DRAWN)
        after = page.evaluate("focusNow()")
        assert after, f"the focus is lost after {at['name']!r}"
        assert after["shown"], f"after {at['name']!r} the focus is behind something: {after}"
        if until and until.count():
            break
    return pressed
