"""A telephone or tablet: what needs an answer is above the fold; nothing covers the dock or the middle of the ring."""

import pytest
from playwright.sync_api import Page, ViewportSize

from app.circle.notices import Arrived
from tests.e2e.people import MIA
from tests.e2e.stage import DRAWN, Stage

TELEPHONES = ({"width": 360, "height": 740}, {"width": 390, "height": 844}, {"width": 740, "height": 360})
TABLETS = ({"width": 768, "height": 1024}, {"width": 1024, "height": 768})
ASKED = ("pause-facilitator", "door-facilitator", "observer-asks-member", "other-device-member", "offer-asked")
COVERED = """selector => [...document.querySelectorAll(selector)].filter((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return !inside || !(element.contains(seen) || seen?.contains(element));
}).map((element) => element.textContent.trim())"""
"""What is cut off by the window, or has something else lying on its middle."""
EDGES = """selector => [...document.querySelectorAll(selector)].map((element) => {
    const { left, right } = element.getBoundingClientRect();
    return [left, right];
})"""

MIDDLE = "main h2"


def covered(page: Page, selector: str) -> list[str]:
    assert page.locator(selector).count() > 0, f"nothing is {selector}"
    found: list[str] = page.evaluate(COVERED, selector)
    return found


@pytest.mark.parametrize("state", ASKED)
def test_what_needs_an_answer_is_in_sight(stage: Stage, state: str) -> None:
    """L7, D1, D7, O1: for both roles, on every telephone and tablet, beside the dock and the middle of the ring."""
    page = stage.show(state, 360)
    for screen in TELEPHONES + TABLETS:
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        answers = ".dock .button" if state == "offer-asked" else ".answers .button"
        assert covered(page, answers) == [], screen
        assert covered(page, ".dock .button") == [], screen
        assert covered(page, MIDDLE) == [], screen


@pytest.mark.parametrize(("width", "edges"), [(360, [16, 344]), (1280, [288, 992])])
def test_questions_stand_at_one_edge(stage: Stage, width: int, edges: list[int]) -> None:
    page = stage.show("observer-asks-member", width)
    stage.server.scene.notices(Arrived(seat=MIA, name="Mia Vos"))
    stage.server.shows()
    page.locator("[data-other-device]").wait_for()
    assert page.evaluate(EDGES, "[data-other-device], [data-asks]") == [edges, edges]


@pytest.mark.parametrize("size", [{"width": 1024, "height": 768}, {"width": 1280, "height": 800}])
def test_a_question_leaves_everybody_in_sight(stage: Stage, size: ViewportSize) -> None:
    """O1, P1: beside what is asked the whole ring is to be seen, and who observes under it."""
    page = stage.show("other-device-member", 1280)
    page.set_viewport_size(size)
    page.evaluate(DRAWN)
    assert covered(page, "[data-chair] .face") == []
    assert covered(page, "[data-seat] .label") == []


def test_the_closed_sheet_leaves_the_ring_its_width(stage: Stage) -> None:
    """On a telephone on its side it stands beside the ring, and takes no more than its handle does."""
    page = stage.show("reflection-facilitator", 360)
    page.set_viewport_size({"width": 844, "height": 390})
    beside, handle = (page.locator(part).bounding_box() for part in ("aside", "aside [aria-expanded]"))
    assert beside
    assert handle
    assert beside["width"] < 844 / 3
    assert beside["width"] - handle["width"] < 2


def test_the_open_sheet_covers_neither_the_dock_nor_the_middle(stage: Stage) -> None:
    """P1: everything a facilitator has is drawn up between the two."""
    page = stage.show("reflection-facilitator", 360)
    page.locator("aside [aria-expanded]").click()
    page.get_by_role("button", name="Pause the clock").wait_for()
    assert covered(page, ".dock .button") == []
    assert covered(page, MIDDLE) == []
