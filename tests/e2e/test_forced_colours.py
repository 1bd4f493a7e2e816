"""In forced colours, too, the ring, the step, speech and every switch are seen: each, changed, looks otherwise."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import FloatRect, Locator, Page

from tests.e2e.stage import Stage

MARGIN_PX = 8
"""What is drawn around an element belongs to it: the rim of a voice."""
DIFFERS_FROM = 64
"""Pixels differ to the eye from so many of 256 steps on."""
DIFFERS_MIN_PX = 20

HIDDEN = "element => { element.style.visibility = 'hidden'; }"
UNCHECKED = "element => { element.checked = !element.checked; }"
SEEN = {
    "who speaks": (
        "reflection-member",
        "[data-chair] .face[data-speaking='true']",
        "element => { element.dataset.speaking = 'false'; }",
    ),
    "the circle's line": ("reflection-member", ".box > svg path", HIDDEN),
    "a chair": ("reflection-member", "[data-chair] .back", HIDDEN),
    "who sits there": ("reflection-member", "[data-chair] .face", "element => { element.textContent = ''; }"),
    "the time that is left": ("reflection-member", "path.left", HIDDEN),
    "the step": ("reflection-member", "header .line .present", "element => { element.classList.remove('present'); }"),
    "an open microphone": ("reflection-member", ".mine", "element => { element.dataset.look = 'closed'; }"),
    "a switch": (
        "reflection-facilitator",
        "[role='switch']",
        "element => { element.ariaChecked = element.ariaChecked === 'true' ? 'false' : 'true'; }",
    ),
    "a tick": ("keys", "dialog input[type='checkbox']", UNCHECKED),
    "a choice": ("keys", "dialog input[type='radio']:checked", UNCHECKED),
    "a volume": ("sound-dialog", "dialog input[type='range']", "element => { element.value = 20; }"),
}
"""A state with the thing in it, where it stands, and what makes it another."""


@pytest.fixture(scope="module")
def shown(stage: Stage) -> Callable[[str], Page]:
    """A state in forced colours; the same as before is not brought about anew."""
    before: list[str] = []

    def show(name: str) -> Page:
        if before[-1:] != [name]:
            stage.show(name, 1280, "forced")
            before.append(name)
        return stage.page

    return show


@pytest.mark.parametrize("thing", SEEN)
def test_it_is_seen_in_forced_colours(shown: Callable[[str], Page], thing: str) -> None:
    """W2"""
    state, selector, change = SEEN[thing]
    page = shown(state)
    element = page.locator(selector).first
    clip = around(element)
    before = picture(page, clip)
    element.evaluate(change)
    assert differing_px(before, picture(page, clip)) >= DIFFERS_MIN_PX


def around(element: Locator) -> FloatRect:
    box = element.bounding_box()
    assert box
    return FloatRect(
        x=max(0, box["x"] - MARGIN_PX),
        y=max(0, box["y"] - MARGIN_PX),
        width=box["width"] + 2 * MARGIN_PX,
        height=box["height"] + 2 * MARGIN_PX,
    )


def picture(page: Page, clip: FloatRect) -> Image.Image:
    return Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled", caret="hide"))).convert("L")


def differing_px(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).histogram()[DIFFERS_FROM:])
