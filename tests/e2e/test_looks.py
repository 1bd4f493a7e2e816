"""Visual comparison: what somebody found good still looks so. `make references` where it is meant to look otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from tests.e2e.references import (
    DIFFERS_MAX,
    FOLDER,
    OUT,
    REFERENCES,
    Look,
    share_that_differs,
    side_by_side,
    taken,
)
from tests.e2e.stage import Stage
from tests.support.thorough import share


@pytest.fixture(scope="module")
def stages(browser: Browser) -> Iterator[dict[str, Stage]]:
    """One a language."""
    opened = {language: Stage(browser, language) for language in {look.language for look in REFERENCES}}
    yield opened
    for stage in opened.values():
        stage.close()


@pytest.mark.parametrize("look", share(REFERENCES, 3), ids=str)
def test_it_looks_as_it_did(stages: dict[str, Stage], look: Look) -> None:
    before, now = Image.open(FOLDER / look.file).convert("RGB"), taken(stages[look.language], look)
    share = share_that_differs(before, now)
    if share > DIFFERS_MAX:
        OUT.mkdir(parents=True, exist_ok=True)
        file = (OUT / look.file).with_suffix(".png")
        side_by_side(before, now).save(file)
        pytest.fail(f"{share:.1%} of it looks otherwise: open {file}. Where that is meant: make references.")


def test_a_moved_button_differs_and_a_softer_edge_does_not() -> None:
    plain, moved, softer = (drawn(0), drawn(4), drawn(0).resize((401, 301)).resize((400, 300)))
    assert share_that_differs(plain, moved) > DIFFERS_MAX
    assert share_that_differs(plain, softer) <= DIFFERS_MAX
    assert share_that_differs(plain, plain.resize((400, 310))) == 1


def drawn(by: int) -> Image.Image:
    """A button, moved by so many pixels."""
    picture = Image.new("RGB", (400, 300), "#f5efe4")
    ImageDraw.Draw(picture).rounded_rectangle((100 + by, 100, 220 + by, 144), 22, fill="#23594d")
    return picture


def test_every_reference_is_compared() -> None:
    kept = {file.name for file in Path(FOLDER).glob("*")}
    assert kept == {look.file for look in REFERENCES}
