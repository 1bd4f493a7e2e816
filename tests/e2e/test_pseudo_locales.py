"""The page in two languages that nobody speaks: one with 40 % more text, and one that is written from right to left.

They are made of what the page shows in English, while the test runs. What holds in them holds in a language to come.
"""

import pytest

from tests.e2e.reach import REACH
from tests.e2e.stage import DRAWN, Stage

SHOWN = ("front", "lobby-member", "reflection-facilitator", "sit_back-presenter", "group-member")
LONGER_ON_A_SCREEN = ("front", "reflection-facilitator", "group-member")
"""On a wide one, where nothing is narrow, these stand for all."""
REWRITTEN = """rewrite => {
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  const marked = (part) => part.closest('bdi, [lang]:not(html)')
  while (all.nextNode()) if (!marked(all.currentNode.parentElement)) texts.push(all.currentNode)
  const letters = {
    longer: (text) => text.replace(/[aeiou]/gi, '$&$&'),
    rtl: (text) => text.replace(/[a-z]/gi, (letter) => String.fromCharCode(0x5d0 + (letter.charCodeAt(0) % 27))),
  }
  for (const text of texts) text.data = letters[rewrite](text.data)
  const longest = (at) => Math.max(...at.textContent.split(/\\s+/).map(({ length }) => length))
  for (const at of document.querySelectorAll('[style*="--letters"]'))
    at.style.setProperty('--letters', longest(at))
  if (rewrite === 'rtl') document.documentElement.dir = 'rtl'
}"""
"""Doubling the vowels makes English 40 % longer, and no word of it is one that could be broken elsewhere. What the page
writes by its longest word (`--letters`) is written so."""
QUESTIONS = ("beyond()", "broken()", "dotted()", "outside()", "overlapping()", "shortened()", "small()")


def rewritten(stage: Stage, state: str, width: int, how: str) -> list[str]:
    """What is wrong with the page once it is written so."""
    page = stage.show(state, width)
    page.evaluate(REACH)
    page.evaluate(REWRITTEN, how)
    page.evaluate(DRAWN)
    found = [f"{question}: {wrong}" for question in QUESTIONS if (wrong := page.evaluate(question))]
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["scrolls sideways"] if sideways else [])]


@pytest.mark.parametrize(
    ("how", "width", "states"),
    [("longer", 1024, LONGER_ON_A_SCREEN), ("longer", 360, SHOWN), ("rtl", 1024, SHOWN), ("rtl", 360, SHOWN)],
)
def test_nothing_is_cut_in_a_longer_language_or_from_right_to_left(
    stage: Stage, how: str, width: int, states: tuple[str, ...]
) -> None:
    """W20"""
    assert {state: wrong for state in states if (wrong := rewritten(stage, state, width, how))} == {}


LEFTS = "part => [...document.querySelectorAll(part)].map((found) => found.getBoundingClientRect().left)"


def test_from_right_to_left_the_dock_is_mirrored_and_the_ring_is_not(stage: Stage) -> None:
    """The ring runs clockwise in every language: it is a place, and all see the same."""
    page = stage.show("reflection-facilitator", 1024)
    chairs = page.evaluate(LEFTS, "[data-chair] > .chair")
    assert page.evaluate(LEFTS, ".dock .own") > page.evaluate(LEFTS, ".dock .mine")
    page.evaluate(REWRITTEN, "rtl")
    page.evaluate(DRAWN)
    assert page.evaluate(LEFTS, ".dock .own") < page.evaluate(LEFTS, ".dock .mine")
    mirrored = page.evaluate(LEFTS, "[data-chair] > .chair")
    assert len(chairs) > 5
    assert [chairs.index(at) for at in sorted(chairs)] == [mirrored.index(at) for at in sorted(mirrored)]
