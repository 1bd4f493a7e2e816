"""The ring of sixteen seats as a browser draws it: names whole, nothing over anything, nothing that goes on moving."""

import re
from pathlib import Path

import pytest

from tests.e2e.people import MIA, OLGA
from tests.e2e.reach import REACH
from tests.e2e.stage import DRAWN, Stage

FACE_MIN_PX = 32
CUT = """() => [...document.querySelectorAll('.name')]
  .filter(name => name.scrollWidth > name.clientWidth + 1 || getComputedStyle(name).textOverflow === 'ellipsis')
  .map(name => name.innerText)"""

CUT_ABOVE = """() => {
  const { top } = document.querySelector('.stage').getBoundingClientRect();
  return [...document.querySelectorAll('.words .name')]
    .filter(name => name.getBoundingClientRect().top < top - 1).map(name => name.innerText);
}"""
"""Whose name begins where no scrolling leads."""

OUTSIDE = """() => {
  const stage = document.querySelector('.stage').getBoundingClientRect();
  return [...document.querySelectorAll('[data-chair] .face')]
    .map(face => face.getBoundingClientRect())
    .filter(({ top, bottom }) => top < stage.top - 1 || bottom > stage.bottom + 1).length;
}"""
"""How many chairs are not whole in sight."""

GO_ON = """() => document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime === Infinity)
  .map(({ animationName, effect }) => `${animationName} of ${effect.target.className}`)"""
"""What moves and never comes to rest."""

LATE = "face => { const { animationDelay: s, animationDuration: d } = getComputedStyle(face); return [s, d]; }"
TURNS = LATE.replace("animation", "transition")

WORDS = Path(__file__).parents[2] / "frontend" / "src" / "words"
TITLES = sorted(
    {
        title
        for file in WORDS.glob("*/everywhere/phases.ts")
        for title in re.findall(r": '(.+)',$", file.read_text(), re.M)
    }
)
"""Of all phases, in all languages."""
ROWS = """rows => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.room { grid-template-rows: ${rows} !important; height: auto !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
FOUND = """([titles, question]) => titles.filter(title => {
  const heading = document.querySelector('.floor h2');
  heading.textContent = title;
  heading.style.setProperty('--letters', Math.max(...title.split(/\\s+/).map(word => word.length)));
  return window[question]('.floor h2').length > 0;
})"""
"""Of which of these titles this is found in the middle of the ring."""
BARE = """getComputedStyle(document.querySelector('.floor')).borderTopColor === 'rgba(0, 0, 0, 0)'
  && !document.querySelector('.floor > svg')"""
"""Whether the floor has no edge that words could cross, and no line of time."""
PLACES = """() => [...document.querySelectorAll('[data-chair]')].map((chair) => {
  const { x, y, width } = chair.getBoundingClientRect();
  return [x, y, width].map(Math.round);
})"""
"""Where the chairs stand, and how large they are."""


@pytest.mark.parametrize(("height", "bare"), [("11rem", True), ("20rem", False)])
def test_no_title_is_crossed_by_an_edge(stage: Stage, height: str, bare: bool) -> None:
    """W2: of each phase, in each language. A floor that is too small for words is not drawn."""
    page = stage.show("lingering-facilitator", 360)
    page.evaluate(REACH)
    page.evaluate(ROWS, f"auto {height} auto auto")
    page.evaluate(DRAWN)
    assert page.evaluate(BARE) is bare
    assert len(TITLES) > 80
    assert page.evaluate(FOUND, [TITLES, "outside"]) == []


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("height", ["9rem", "13rem", "14rem", "15rem", "17rem"])
@pytest.mark.parametrize("state", ["full-facilitator", "reflection-facilitator"])
def test_no_title_is_broken_within_a_word(stage: Stage, state: str, height: str, width: int) -> None:
    """W2: of each phase, in each language, however many chairs leave the floor how little room."""
    page = stage.show(state, width)
    page.evaluate(REACH)
    page.evaluate(ROWS, f"auto {height} auto auto")
    page.evaluate(DRAWN)
    assert page.evaluate(FOUND, [TITLES, "broken"]) == []


def test_words_of_a_small_ring_stand_clear_of_its_faces(stage: Stage) -> None:
    """W2: beside a question on a telephone, of whoever sits back too, who has a button there."""
    page = stage.show("other-device-presenter", 360)
    floor, words = (page.locator(part).bounding_box() for part in (".floor", ".floor .words"))
    assert floor and words
    assert floor["x"] <= words["x"] and words["x"] + words["width"] <= floor["x"] + floor["width"]


@pytest.mark.parametrize("width", [1440, 1280, 1024, 768])
def test_sixteen_names_stand_whole_beside_their_chairs(stage: Stage, width: int) -> None:
    page = stage.show("full-member", width)
    assert page.evaluate(CUT) == []
    assert page.locator(".words .name").count() == page.locator("[data-chair] .face").count() >= 15
    page.evaluate(REACH)
    assert page.evaluate("overlaid()") == []


def test_on_a_low_laptop_sixteen_names_are_scrolled_rather_than_cut(stage: Stage) -> None:
    """P1: one's own at the top, too, which says most."""
    page = stage.show("full-call_for_case-facilitator")
    page.evaluate(REACH)
    for width, height in ((1366, 625), (1366, 600), (1093, 504)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(DRAWN)
        assert page.evaluate(CUT_ABOVE) == [], (width, height)
        assert page.evaluate("overlaid()") == [], (width, height)


@pytest.mark.parametrize("state", ["reflection-member", "full-member"])
@pytest.mark.parametrize("begun", [1280, 360])
def test_on_a_telephone_on_its_side_all_chairs_are_in_sight(stage: Stage, begun: int, state: str) -> None:
    """With the names in the list, however the page was held when it was loaded."""
    page = stage.show(state, begun)
    page.set_viewport_size({"width": 844, "height": 340})
    page.evaluate(DRAWN)
    assert page.evaluate(OUTSIDE) == 0
    assert page.locator(".words .name").count() == 0


def test_sixteen_at_360_are_initials_in_the_ring_and_names_in_a_list(stage: Stage) -> None:
    page = stage.show("full-facilitator", 360)
    rows = page.get_by_role("list", name="People in the circle").get_by_role("listitem")
    assert rows.count() == page.locator("[data-chair] .face").count() >= 15
    assert page.evaluate(CUT) == []
    faces = page.evaluate("[...document.querySelectorAll('[data-chair] .face')].map(face => face.offsetWidth)")
    assert min(faces) >= FACE_MIN_PX
    rows.nth(2).get_by_role("button").click()
    page.locator(":popover-open").get_by_role("button", name="Silence").wait_for()


def test_the_names_of_those_who_come_move_no_chair_on_a_telephone(stage: Stage) -> None:
    """The list grows under the ring, which does not shrink for it."""
    alone = stage.show("alone-member", 390).evaluate(PLACES)
    assert len(alone) == 7
    assert stage.show("gathering-member", 390).evaluate(PLACES) == alone


@pytest.mark.parametrize(
    ("state", "width"),
    [
        ("few-member", 1440),
        ("alone-facilitator", 1280),
        ("few-member", 1024),
        ("alone-facilitator", 1024),
        ("few-member", 768),
    ],
)
def test_who_comes_to_observe_moves_no_chair(stage: Stage, state: str, width: int) -> None:
    """They sit in a corner of the room."""
    page = stage.show(state, width)
    before = page.evaluate(PLACES)
    stage.server.scene.arrive(OLGA)
    stage.server.shows()
    page.locator("li:not([data-chair]) .name").wait_for()
    page.evaluate(DRAWN)
    assert page.evaluate(PLACES) == before
    page.evaluate(REACH)
    assert page.evaluate("overlaid()") == []


def test_what_is_shown_late_is_so_without_motion_too(stage: Stage) -> None:
    """S3: one who is back in a moment was hardly away; where a person wants no motion it comes late, and at once."""
    page = stage.show("full-presenter", 1280)
    stage.server.scene.loses(MIA)
    stage.server.shows()
    face = page.locator(f"li[data-seat='{MIA}'] .face[data-presence=coming_back]")
    assert face.evaluate(LATE) == ["0.7s", "0s"]
    assert page.locator("li[data-presence=coming_back] .chair").evaluate(TURNS) == ["0.7s", "0s"]
    page.wait_for_function("face => getComputedStyle(face).borderTopStyle === 'dashed'", arg=face.element_handle())


def test_nothing_goes_on_moving(stage: Stage) -> None:
    page = stage.show("full-presenter", 1280)
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate("document.getAnimations().length") > 0, "the line closes behind the presenter"
    assert page.evaluate(GO_ON) == []
    blurred = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).filter.includes('blur')).length"
    assert page.evaluate(blurred) == 0
