"""The page in the two languages that nobody speaks (`pseudo.py`)."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.dictionaries import WORDS, texts_in
from tests.e2e.pseudo import longer, rewrite
from tests.e2e.reach import REACH
from tests.e2e.stage import DRAWN, Stage
from tests.support.thorough import share

SHOWN = ("front", "lobby-member", "reflection-facilitator", "sit_back-presenter", "group-member")
LONGER_ON_A_SCREEN = ("front", "reflection-facilitator", "group-member")
"""On a wide one, where nothing is narrow, these stand for all."""
QUESTIONS = ("beyond()", "broken()", "dotted()", "outside()", "overlapping()", "shortened()", "small()")


def wrong_in(stage: Stage, state: str, width: int) -> list[str]:
    """What is wrong with the page."""
    page = stage.show(state, width)
    page.evaluate(REACH)
    found = [f"{question}: {wrong}" for question in QUESTIONS if (wrong := page.evaluate(question))]
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["scrolls sideways"] if sideways else [])]


@pytest.mark.parametrize(
    ("language", "width", "states"),
    share([("longer", 1024, LONGER_ON_A_SCREEN), ("longer", 360, SHOWN), ("rtl", 360, SHOWN), ("rtl", 1024, SHOWN)], 2),
)
def test_nothing_is_cut_in_a_longer_language_or_from_right_to_left(
    shell: Browser, language: str, width: int, states: tuple[str, ...]
) -> None:
    """W23"""
    stage = Stage(shell, language)
    try:
        assert {state: wrong for state in states if (wrong := wrong_in(stage, state, width))} == {}
    finally:
        stage.close()


def test_the_longer_language_is_longer_than_english_by_40_percent() -> None:
    """W23: all that the page says, together."""
    english = [text for file in (WORDS / "en").glob("*/*.ts") for text in texts_in(file)]
    assert len(english) > 1000
    assert sum(len(longer(text)) for text in english) >= 1.4 * sum(map(len, english))


LEFTS = "part => [...document.querySelectorAll(part)].map((found) => found.getBoundingClientRect().left)"


MIRRORED = "[...document.querySelectorAll('svg')].filter((at) => getComputedStyle(at).scale === '-1 1')"


def test_from_right_to_left_the_dock_is_mirrored_and_the_ring_is_not(stage: Stage) -> None:
    """W23: the ring runs clockwise in every language: it is a place, and all see the same. What points onward turns."""
    page = stage.show("reflection-facilitator", 1024)
    chairs = page.evaluate(LEFTS, "[data-chair] > .chair")
    assert page.evaluate(LEFTS, ".dock .own") > page.evaluate(LEFTS, ".dock .mine")
    assert page.evaluate(f"{MIRRORED}.length") == 0
    rewrite(page, "rtl")
    page.evaluate(DRAWN)
    turned = page.evaluate(f"{MIRRORED}.map((at) => at.dataset.icon)")
    assert set(turned) == {"next", "back", "leave"}
    assert page.evaluate(LEFTS, ".dock .own") < page.evaluate(LEFTS, ".dock .mine")
    mirrored = page.evaluate(LEFTS, "[data-chair] > .chair")
    assert len(chairs) > 5
    assert [chairs.index(at) for at in sorted(chairs)] == [mirrored.index(at) for at in sorted(mirrored)]
