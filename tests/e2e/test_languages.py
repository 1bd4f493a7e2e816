"""The page in each of its languages, where most people see it: on a telephone, with nothing cut and nothing covered."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.dictionaries import LANGUAGES, READ, english_in
from tests.e2e.reach import REACH
from tests.e2e.stage import Stage

SHOWN = (
    "front",
    "links",
    "lobby-member",
    "door-facilitator",
    "gathering-facilitator",
    "call_for_case-facilitator",
    "sit_back-presenter",
    "reflection-facilitator",
    "microphone-denied",
    "end-meeting",
    "group-member",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_is_in_each_language_and_nothing_of_it_is_cut(browser: Browser, language: str) -> None:
    """W20: no English is left in it, and the page tells the browser which language it speaks."""
    stage = Stage(browser, language)
    try:
        for name in SHOWN:
            page = stage.show(name, 360)
            page.evaluate(REACH)
            assert page.evaluate("document.documentElement.lang").partition("-")[0] == language
            assert english_in(page.evaluate(READ), language) == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
            for question in (
                "beyond()",
                "broken()",
                "dotted()",
                "outside()",
                "overlapping()",
                "shortened()",
                "small()",
            ):
                assert page.evaluate(question) == [], f"{name}: {question}"
            assert stage.faults == []
    finally:
        stage.close()


def test_english_is_marked_where_the_words_of_a_part_do_not_come(browser: Browser) -> None:
    """W20: a voice then reads it as English, and the rest as the language of the page."""
    stage = Stage(browser, "de")
    try:
        stage.page.route("**/assets/de-front-*.js", lambda route: route.abort())
        page = stage.show("front", 360)
        page.get_by_role("heading", name="A quiet room for Balint work").wait_for()
        assert page.locator("main").get_attribute("lang") == "en"
        assert page.evaluate("document.documentElement.lang") == "de"
        page.unroute("**/assets/de-front-*.js")
        page = stage.show("front", 360)
        assert page.locator("main").get_attribute("lang") is None
    finally:
        stage.close()


def test_english_that_is_left_is_found() -> None:
    assert english_in(["Make a new address", " You are here as Mia, member. ", "Neue Adresse anlegen"], "de") == [
        "Make a new address",
        " You are here as Mia, member. ",
    ]
