"""Every state of the table in `states.py`: usable by everybody, whole on a narrow screen, and from one server."""

import re

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import complaints
from tests.e2e.reach import REACH
from tests.e2e.shown_by import SAID_IN, TOLD_IN, WITH_A_BANNER, WITH_A_DIALOG
from tests.e2e.stage import Stage
from tests.e2e.staged_host import AXE_PATH
from tests.e2e.states import STATES
from tests.support.thorough import share

EXPECTED = re.compile(r"Failed to load resource: (the server responded with a status of [45]|net::ERR_FILE_NOT_FOUND)")
"""What Chromium logs of an answer that the state is about, and of a sound that it did not let be played."""

OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that ask for colours. A narrow room has other things folded away than a wide one: so both are asked
about by all rules, the narrow one in the dark. Other pages are the same at every width. Forced colours
change nothing else."""
NAMES = tuple(STATES)


@pytest.mark.parametrize("name", share(NAMES, 4))
def test_everybody_can_use_it_wide(stage: Stage, name: str) -> None:
    """W2: axe finds nothing in the light; nothing is cut off, also where letters, words and lines are spaced out
    (WCAG 1.4.12)."""
    page = stage.show(name, 1024, "light")
    assert shows_what_it_is_for(page, name)
    begin_to_ask(page)
    assert complaints(page) == []
    assert page.evaluate("hollow()") == [], "a part of the page is named that has nothing in it"
    assert page.evaluate("outside()") == [], "the middle of the ring is too small for its words"
    assert page.evaluate("overlaid()") == [], "a name is covered, or covers another's chair"
    assert page.evaluate("hidden()") == [], "something lies over a name"
    assert page.evaluate("dotted()") == [], "a name is cut"
    assert page.evaluate("small()") == [], "too small for a finger, on a wide tablet"
    assert spaced(page, name) == [], "spaced out, something cannot be read"
    page.set_viewport_size({"width": 768, "height": 1024})
    assert page.evaluate("small()") == [], "too small for a finger, on a tablet"
    assert_quiet(stage)


@pytest.mark.parametrize("name", share(NAMES, 4, first=2))
def test_everybody_can_use_it_narrow(stage: Stage, name: str) -> None:
    """W2: on a telephone, in the dark and in forced colours."""
    page = stage.show(name, 360, "dark")
    assert shows_what_it_is_for(page, name)
    begin_to_ask(page)
    assert complaints(page, *(() if STATES[name].enters else OF_COLOURS)) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert page.evaluate("beyond()") == [], "what is open stands beyond the window, or over one's own part"
    assert page.evaluate("parted()") == [], "what is drawn up is scrolled in parts"
    assert page.evaluate("small()") == [], "too small for a finger"
    assert page.evaluate("hidden()") == [], "something lies over a name"
    assert page.evaluate("dotted()") == [], "a name is cut"
    assert page.evaluate("outside()") == [], "the middle of the ring is too small for its words"
    assert page.evaluate("overlapping()") == [], "one field lies over another"
    assert page.evaluate("shortened()") == [], "what has been chosen cannot be read"
    page.emulate_media(forced_colors="active")
    assert complaints(page, *OF_COLOURS) == []
    assert spaced(page, name) == [], "spaced out, something cannot be read"
    assert_quiet(stage)


def begin_to_ask(page: Page) -> None:
    page.evaluate(REACH)
    page.evaluate(f"import({AXE_PATH!r})")


def assert_quiet(stage: Stage) -> None:
    assert [fault for fault in stage.faults if not EXPECTED.match(fault)] == []
    assert stage.strangers == [], "the page asks nobody but its own server"


def shows_what_it_is_for(page: Page, name: str) -> bool:
    """By the tables of `shown_by.py`."""
    says = SAID_IN.get(name)
    if says and page.locator("[data-says]").get_attribute("data-says") != says:
        return False
    if name in TOLD_IN and page.locator(".dock .notice").get_attribute("data-notice") != TOLD_IN[name]:
        return False
    if name in WITH_A_BANNER and page.locator("section:has(> p + .answers)").count() != 1:
        return False
    return name not in WITH_A_DIALOG or page.locator("dialog[open]").count() == 1


def spaced(page: Page, name: str) -> list[str]:
    """What is lost in a room where text is spaced out. Of pages outside of rooms some are asked in `test_reach.py`."""
    found: list[str] = page.evaluate("spaced()") if STATES[name].enters else []
    return found
