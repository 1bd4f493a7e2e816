"""One Chromium for all, one server a test. Nothing leaves the loopback."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.support.process import ServerProcess

PAGE = Path(__file__).parents[2] / "app" / "web" / "page" / "index.html"
FLAGS = [
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--allow-loopback-in-peer-connection",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("e2e")


def launch(playwright: Playwright, *more: str) -> Browser:
    chromium = shutil.which("chromium")
    assert chromium, "These tests need Debian's Chromium: apt-get install chromium"
    assert PAGE.is_file(), "These tests need the built page: make build"
    return playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *more])


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path).start()
    yield process
    process.stop()
