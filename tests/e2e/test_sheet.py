"""A telephone or tablet: what needs an answer is above the fold; nothing covers the dock or the middle of the ring."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.circle.notices import Arrived
from tests.e2e.people import JORGE, MIA
from tests.e2e.reach import REACH
from tests.e2e.stage import DRAWN, Stage

TELEPHONES = (
    {"width": 360, "height": 640},
    {"width": 360, "height": 740},
    {"width": 390, "height": 844},
    {"width": 740, "height": 360},
    {"width": 640, "height": 360},
)
TABLETS = ({"width": 768, "height": 1024}, {"width": 1024, "height": 768})
ASKED = (
    "pause-facilitator",
    "door-facilitator",
    "observer-asks-member",
    "other-device-facilitator",
    "other-device-member",
    "offer-asked",
)
ASKED_OF_FACILITATORS = ("pause-facilitator", "door-facilitator-three", "other-device-facilitator")
SCREENS = ((360, 640), (360, 740), (740, 360), (768, 1024), (1366, 600), (1366, 620))
"""The least of a telephone beside its browser's bars, of a tablet, and of a laptop."""
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
HANDLE = "aside [aria-expanded]"


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


@pytest.mark.parametrize("state", ["reflection-presenter", "microphone-closed"])
def test_ones_own_part_is_in_sight(stage: Stage, state: str) -> None:
    """M1, L7: also where a telephone is held on its side."""
    page = stage.show(state, 360)
    for screen in TELEPHONES:
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        assert covered(page, ".dock button") == [], screen


@pytest.fixture(scope="module")
def german(shell: Browser) -> Iterator[Stage]:
    """For whoever reads long words."""
    opened = Stage(shell, "de")
    yield opened
    opened.close()


@pytest.mark.parametrize("state", ["pause-facilitator", "other-device-member"])
def test_long_words_leave_the_answers_to_one_question_in_sight(german: Stage, state: str) -> None:
    """L7, D7: also in what a telephone's browser leaves of its screen."""
    page = german.show(state, 360)
    page.set_viewport_size({"width": 360, "height": 640})
    page.evaluate(DRAWN)
    assert covered(page, ".answers .button") == []


@pytest.mark.parametrize("drawn_up", [False, True])
@pytest.mark.parametrize("state", ASKED_OF_FACILITATORS)
def test_every_answer_is_pressed_where_it_stands(german: Stage, state: str, drawn_up: bool) -> None:
    """L7, D1: nothing lies over it, or over the dock, also drawn up, however much is asked."""
    page = german.show(state, 360)
    page.evaluate(REACH)
    if drawn_up:
        page.locator(HANDLE).click()
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(DRAWN)
        assert page.evaluate("unpressed(':is(aside, .dock)')") == [], (width, height)
        assert page.evaluate("parted()") == [], (width, height)


@pytest.mark.parametrize(("width", "edges"), [(360, [16, 344]), (1280, [288, 992])])
def test_questions_stand_at_one_edge(stage: Stage, width: int, edges: list[int]) -> None:
    page = stage.show("observer-asks-member", width)
    stage.server.scene.notices(Arrived(seat=MIA, name="Mia Vos"))
    stage.server.shows()
    page.locator("[data-banner=other-device]").wait_for()
    assert page.evaluate(EDGES, "[data-banner=other-device], [data-asks]") == [edges, edges]


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


def test_back_stands_beside_next_on_a_tablet_held_upright(stage: Stage) -> None:
    page = stage.show("reflection-facilitator", 768)
    [back, on] = [page.locator(".dock .pace button").nth(which).bounding_box() for which in (0, 1)]
    assert back and on
    assert back["y"] == on["y"]


@pytest.mark.parametrize("state", ["reflection-facilitator", "door-facilitator-three"])
def test_the_open_sheet_covers_neither_the_dock_nor_the_middle(stage: Stage, state: str) -> None:
    """P1: everything a facilitator has is drawn up between the two, and begins in sight, however much is asked."""
    page = stage.show(state, 360)
    page.locator(HANDLE).click()
    page.get_by_role("button", name="Pause the clock").wait_for()
    assert covered(page, ".dock .button") == []
    assert covered(page, MIDDLE) == []
    assert covered(page, ".own section:first-of-type > h3") == []


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 600)])
def test_who_comes_to_the_door_is_in_sight_wherever_the_sheet_is_scrolled(
    stage: Stage, width: int, height: int
) -> None:
    """D1: also for facilitators who just look for something else there."""
    page = stage.show("door-facilitator", 360)
    page.locator(HANDLE).click()
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("document.querySelector('aside').scrollTop = innerHeight")
    answer = page.locator(".answers .button").first
    expect(answer).not_to_be_in_viewport()
    stage.server.scene.knocks(JORGE)
    stage.server.shows()
    expect(answer).to_be_in_viewport()
