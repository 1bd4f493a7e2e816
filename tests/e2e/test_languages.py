"""The page in each of its languages, where most people see it: on a telephone, with nothing cut and nothing covered."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app.circle.commands import CloseMicrophone
from app.group.commands_frame import ChangeLanguage
from tests.e2e.dictionaries import LANGUAGES, READ, foreign_in, said
from tests.e2e.languages import KEY_STATES
from tests.e2e.reach import REACH
from tests.e2e.stage import Stage
from tests.e2e.staged_server import ORIGIN
from tests.e2e.states import STATES
from tests.support import group_scene as g
from tests.support.thorough import share


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_is_in_each_language_and_nothing_of_it_is_cut(shell: Browser, language: str) -> None:
    """W21: no other language is left in it, and the page tells the browser which one it speaks."""
    stage = Stage(shell, language)
    try:
        for name in share(KEY_STATES, 6, LANGUAGES.index(language)):
            page = stage.show(name, 360)
            page.evaluate(REACH)
            assert page.evaluate("document.documentElement.lang").partition("-")[0] == language
            assert foreign_in(page.evaluate(READ), language) == [], name
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


@pytest.mark.parametrize("language", ["de", "nl", "pl"])
def test_a_tablet_held_upright_shows_all_of_ones_own_part(shell: Browser, language: str) -> None:
    """W21: with a closed microphone one may wish to speak, and have a case, all in long words."""
    stage = Stage(shell, language)
    try:
        for name in ("opening-member", "fishbowl-choosing", "offer-asked", "call_for_case-facilitator"):
            page = stage.show(name)
            page.evaluate(REACH)
            stage.server.scene.asks(STATES[name].seat, CloseMicrophone())
            stage.server.shows()
            page.locator("[data-says=closed]").wait_for()
            for width in (641, 740, 768, 820, 896):
                page.set_viewport_size({"width": width, "height": 1024})
                assert page.evaluate("overlapping()") == [], f"{name} at {width}"
                assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} scrolls sideways"
    finally:
        stage.close()


MARKED = """() => {
  const texts = {}
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (all.nextNode()) {
    const { parentElement: at, data } = all.currentNode
    if (!at.closest('bdi, option, .not-started')) (texts[at.closest('[lang]').lang] ??= []).push(data)
  }
  return texts
}"""
"""What stands on the page, by the language that it says it is in."""


@pytest.mark.parametrize(
    ("part", "state"),
    [
        ("front", "front"),
        ("output", "sound-dialog"),
        ("line", "check"),
        ("sealed", "lobby-key-missing"),
        ("circle", "sound-dialog"),
        ("leading", "reflection-facilitator"),
        ("group", "group-new-more"),
        ("group", "group-member"),
    ],
)
def test_english_is_marked_where_the_words_of_a_part_do_not_come(shell: Browser, part: str, state: str) -> None:
    """W22: a voice then reads it as English, and the rest as the language of the page."""
    stage = Stage(shell, "de")
    try:
        stage.page.route(f"**/assets/de-{part}-*.js", lambda route: route.abort())
        texts = stage.show(state).evaluate(MARKED)
        assert [text for text in texts["en"] if len(text) > 3]
        assert {language: foreign_in(texts[language], language) for language in ("de", "en")} == {"de": [], "en": []}
    finally:
        stage.close()


NOTES_ANNOUNCEMENTS = """() => {
  const region = document.querySelector('[data-announced]')
  window.announced = []
  new MutationObserver(() => announced.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true })
}"""
"""Each stands there for a moment only."""


def test_what_is_announced_is_in_the_language_of_the_page(shell: Browser) -> None:
    """W21: what a screen reader is told of a new phase."""
    stage = Stage(shell, "pl")
    try:
        page = stage.show("gathering-facilitator")
        page.evaluate(NOTES_ANNOUNCEMENTS)
        page.locator(".dock button.primary").click()
        opening = said("pl", "everywhere/phases.ts", "opening")
        page.wait_for_function("phase => announced.some(text => text.includes(phase))", arg=opening)
        assert foreign_in(page.evaluate("announced"), "pl") == []
    finally:
        stage.close()


def chosen_in(page: Page, language: str) -> Locator:
    """The choice of a language, on a page in this one."""
    return page.get_by_role("combobox", name=said(language, "everywhere/anywhere.ts", "choose"), exact=True)


def test_a_language_chosen_by_hand_is_kept(shell: Browser) -> None:
    """W21: it goes before what the browser says, on this page and on the next ones."""
    stage = Stage(shell, "fr")
    try:
        page = stage.show("front", 360)
        page.locator("html[lang=fr]").wait_for()
        chosen_in(page, "fr").select_option("nl")
        page.locator("html[lang=nl]").wait_for()
        expect(chosen_in(page, "nl")).to_be_focused()
        page.goto("about:blank")
        page.goto(f"{ORIGIN}/")
        page.locator("html[lang=nl]").wait_for()
        expect(chosen_in(page, "nl")).to_have_value("nl")
    finally:
        stage.close()


@pytest.mark.parametrize(("browsers", "read"), [("sv-SE", "it"), ("es-AR", "es")])
def test_a_group_is_read_in_its_language_by_whoever_has_none_here(shell: Browser, browsers: str, read: str) -> None:
    """W21, G32"""
    stage = Stage(shell, browsers)
    try:
        page = stage.show("group-member")
        assert stage.server.group
        stage.server.group.scene.asks(g.FRIDA, ChangeLanguage(language="it"))
        page.reload()
        page.locator(f"html[lang={read}] [data-group]").wait_for()
        assert foreign_in(page.evaluate(READ), read) == []
    finally:
        stage.close()


def test_english_that_is_left_is_found() -> None:
    assert foreign_in(["Make a new address", " You are here as Mia, member. ", "Neue Adresse anlegen"], "de") == [
        "Make a new address",
        " You are here as Mia, member. ",
    ]
