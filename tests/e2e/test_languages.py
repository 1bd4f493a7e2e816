"""The page in each of its languages, where most people see it: on a telephone, with nothing cut and nothing covered."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.reach import REACH
from tests.e2e.stage import Stage

WORDS = Path(__file__).parents[2] / "frontend" / "src" / "words"
LANGUAGES = sorted(
    folder.name for folder in WORDS.iterdir() if (folder / "everywhere").is_dir() and folder.name != "en"
)
SHOWN = (
    "front",
    "links",
    "lobby-member",
    "door-facilitator",
    "call_for_case-facilitator",
    "sit_back-presenter",
    "reflection-facilitator",
    "presenter_returns-presenter",
    "microphone-denied",
    "end-meeting",
    "group-member",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_in_any_language(browser: Browser, language: str) -> None:
    """W2: and the page tells the browser which language it speaks."""
    stage = Stage(browser, language)
    try:
        for name in SHOWN:
            page = stage.show(name, 360)
            page.evaluate(REACH)
            assert page.evaluate("document.documentElement.lang").partition("-")[0] == language
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
            for question in ("beyond()", "dotted()", "outside()", "overlapping()", "shortened()", "small()"):
                assert page.evaluate(question) == [], f"{name}: {question}"
            assert stage.faults == []
    finally:
        stage.close()
