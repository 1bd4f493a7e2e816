"""Everything is within reach: for a finger, four times as large, and with wider text (WCAG 2.5.5, 1.4.10, 1.4.12)."""

import pytest
from playwright.sync_api import Page

from tests.e2e.reach import REACH
from tests.e2e.stage import Stage
from tests.support.thorough import share

LARGE = 320
"""What 1280 by 1024 pixels are at four times the size."""
COVERED_MAX = 0.4
SEEN = """text => {
  text.scrollIntoView();
  return getComputedStyle(text).clipPath === 'none' && text.getBoundingClientRect().bottom <= innerHeight;
}"""
MOVES = "document.getAnimations().filter(({ effect }) => effect.getComputedTiming().activeDuration > 0).length"
"""Not what is only shown late."""


@pytest.mark.parametrize(
    "state",
    share(
        [
            "front-own-plan",
            "links",
            "lobby-microphone-ready",
            "door-observer",
            "door-facilitator-three",
            "other-device-member",
            "offer-asked",
            "alone-facilitator",
            "full-facilitator",
            "full-member",
            "reflection-presenter",
            "reflection-observer",
            "debrief-facilitator",
            "sound-dialog",
            "seat-menu",
            "end-invitation",
            "closed-replaced",
            "refused-not-invited",
            "front-link-cut",
            "line-away",
            "sound-blocked",
            "lobby-microphone-denied",
            "end-meeting",
            "fishbowl-facilitator",
            "group-member",
            "group-facilitator",
            "group-settings",
            "group-erase",
        ],
        3,
    ),
)
def test_everything_is_within_reach(stage: Stage, state: str) -> None:
    """Nothing is too small to touch, hidden behind something, or there only by scrolling two ways."""
    page = reaching(stage, state, LARGE)
    assert page.evaluate("small()") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= LARGE
    assert page.evaluate("unreached()") == []
    assert page.evaluate("outside()") == []
    assert page.evaluate("covered()") < COVERED_MAX
    assert page.evaluate("scrolling()") == [], "it is not scrolled with the page"
    assert page.evaluate(MOVES) == 0, "it moves where a person wants no motion"


@pytest.mark.parametrize("state", ["microphone-denied", "microphone-waiting", "line-weak", "gathering-member"])
def test_a_short_window_hides_nothing_that_helps(stage: Stage, state: str) -> None:
    """What the switch means is read at 125 % on a small laptop, and what is amiss at 200 % too, which is as large as a
    telephone on its side (WCAG 1.4.4).
    """
    page = stage.show(state)
    for width, height in ((1093, 504), (740, 360))[: 1 if state == "gathering-member" else 2]:
        page.set_viewport_size({"width": width, "height": height})
        assert page.locator(".mine p").last.evaluate(SEEN)


@pytest.mark.parametrize("state", ["lobby-member", "links", "door-member", "group-parts"])
def test_a_name_of_one_long_word_is_broken(stage: Stage, state: str) -> None:
    """A title too: on a telephone nothing is scrolled sideways."""
    page = stage.show(state, 360)
    page.evaluate("document.querySelectorAll('bdi').forEach((name) => (name.textContent = 'W'.repeat(80)))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    "state", ["front-own-plan", "links-more", "lobby-sealed", "group-to-confirm", "group-settings"]
)
def test_spaced_out_pages_lose_nothing(stage: Stage, state: str) -> None:
    """Wide and narrow: nothing is cut, shortened, or laid over something else, and nothing scrolls sideways."""
    page = reaching(stage, state, 1024)
    assert page.evaluate("spaced()") == []
    stage.look(360, "light")
    assert page.evaluate("spaced()") == []


def reaching(stage: Stage, state: str, width: int) -> Page:
    page = stage.show(state, width)
    page.evaluate(REACH)
    return page
