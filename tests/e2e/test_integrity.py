"""W18: the page runs what its index.html names, byte for byte, and says so where something else came."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.process import ServerProcess

NOT_STARTED, UNLOADED = "has not started yet", "could not be loaded"


def opened(browser: Browser, server: ServerProcess, changed: str) -> Page:
    """The front page, of which somebody on the way has changed one file by a comment."""

    def change(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.body() + b"\n/**/")

    page = browser.new_page()
    page.route(f"**/assets/{changed}", change)
    page.goto(server.url)
    return page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("index-*.js", NOT_STARTED),
        ("shared-*.js", NOT_STARTED),
        ("Front-*.js", UNLOADED),
        ("Front-*.css", UNLOADED),
    ],
)
def test_a_changed_file_is_refused_in_words(browser: Browser, server: ServerProcess, changed: str, said: str) -> None:
    """W18: what comes at once, and what is loaded later."""
    page = opened(browser, server, changed)
    expect(page.get_by_role("main").get_by_text(said)).to_be_visible()
    expect(page.get_by_role("button", name="Open the circle")).to_have_count(0)
    page.close()


def test_the_page_may_use_the_microphone_and_nothing_else(browser: Browser, server: ServerProcess) -> None:
    """W9: Permissions-Policy."""
    page = opened(browser, server, "none")
    allows = "feature => document.featurePolicy.allowsFeature(feature)"
    closed = ("camera", "geolocation", "display-capture", "payment", "usb")
    assert [page.evaluate(allows, feature) for feature in ("microphone", *closed)] == [True] + [False] * len(closed)
    page.close()
