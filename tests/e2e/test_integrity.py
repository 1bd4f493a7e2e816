"""W18: the page runs what its index.html names, byte for byte, and says so where something else came."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app.web.page import IMPORT_MAP
from tests.support.process import ServerProcess

NOT_STARTED, UNLOADED = "has not started yet", "could not be loaded"


def opened(browser: Browser, server: ServerProcess, changed: str) -> Page:
    """The front page, of which somebody on the way has changed one file by a comment."""
    page = browser.new_page()
    page.route(f"**/assets/{changed}", changing(commented))
    page.goto(server.url)
    return page


def changing(change: Callable[[bytes], bytes]) -> Callable[[Route], None]:
    """Somebody on the way, who changes what comes."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.body()))

    return changed


def commented(script: bytes) -> bytes:
    return script + b"\n/**/"


def without_its_hash(index: bytes) -> bytes:
    (listed,) = IMPORT_MAP.findall(index)
    hashes = json.loads(listed)["integrity"]
    others = {file: known for file, known in hashes.items() if not file.startswith("/assets/worker-")}
    assert len(others) == len(hashes) - 1
    return index.replace(listed, json.dumps({"integrity": others}).encode())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("index-*.js", NOT_STARTED),
        ("everywhere-*.js", NOT_STARTED),
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


def test_an_index_whose_hashes_cannot_be_read_says_that_nothing_has_started(
    browser: Browser, server: ServerProcess
) -> None:
    page = browser.new_page()
    page.route(f"{server.url}/", changing(lambda index: index.replace(b'{"integrity"', b"{integrity")))
    page.goto(server.url)
    expect(page.get_by_role("main").get_by_text(NOT_STARTED)).to_be_visible()
    page.close()


@pytest.mark.parametrize(
    ("file", "change"),
    [(r"/assets/worker-[^/]+", commented), (r"/(#.*)?", without_its_hash)],
    ids=["changed", "without a hash"],
)
def test_a_worker_that_is_not_known_by_its_hash_seals_nothing(
    browser: Browser, server: ServerProcess, file: str, change: Callable[[bytes], bytes]
) -> None:
    """W18, V6: it is to hold the circle's key, so nobody comes in by it. Without a hash the policy stops it (W9)."""
    page, sockets = browser.new_page(), list[str]()
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.route(re.compile(f"{server.url}{file}$"), changing(change))
    page.goto(f"{server.url}/#{server.open_sealed()[0]}")
    expect(page.locator("[data-seal=unstarted] h1")).to_have_text("The seal did not start")
    expect(page.get_by_role("button", name="Join the circle")).to_have_count(0)
    assert sockets == []
    page.close()


def test_the_page_may_use_the_microphone_and_nothing_else(browser: Browser, server: ServerProcess) -> None:
    """W9: Permissions-Policy."""
    page = opened(browser, server, "none")
    allows = "feature => document.featurePolicy.allowsFeature(feature)"
    closed = ("camera", "geolocation", "display-capture", "payment", "usb")
    assert [page.evaluate(allows, feature) for feature in ("microphone", *closed)] == [True] + [False] * len(closed)
    page.close()
