"""One Chromium a file, for what meetings leave behind slows it; one server a test. Nothing leaves the loopback."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect, sync_playwright

from tests.e2e.chromium import SHELL, launch
from tests.e2e.one_window import circles as circles
from tests.e2e.one_window import frida as frida
from tests.e2e.one_window import window as window
from tests.e2e.page import DESKTOP, words_of
from tests.e2e.patience import PATIENCE_MS
from tests.e2e.stage import Stage
from tests.support.disobedient import DisobedientServer
from tests.support.process import ServerProcess

MEETINGS = {
    "test_apart",
    "test_demo",
    "test_disobedient_server",
    "test_firefox",
    "test_kept_sound",
    "test_leaders",
    "test_loss",
    "test_moving",
    "test_networks",
    "test_other_device",
    "test_several_nodes",
    "test_speech",
    "test_who_hears_whom",
}
"""Many voices at once, or what is heard of one to the tenth of a second."""
IN_A_WINDOW = MEETINGS | {"test_hearing", "test_looks", "test_microphone", "test_own_devices"}
"""What is tried in Chromium itself: sound, devices and looks (`chromium.py`)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Meetings are held by themselves, for each fills two cores at times (`scripts/run-tests`)."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("e2e")
            if item.path.stem in MEETINGS:
                item.add_marker("meeting")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where a test fails, its report has the words of every open page."""
    report = yield
    browsers = [opened for opened in item.funcargs.values() if isinstance(opened, Browser)]
    pages = [page for browser in browsers for context in browser.contexts for page in context.pages]
    if report.failed and pages:  # a meeting quotes its own, which are closed by now
        report.sections.append(("pages", "\n\n".join(map(words_of, pages))))
    return report


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        expect.set_options(timeout=PATIENCE_MS)
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Browser]:
    started = launch(playwright, executable="chromium" if request.path.stem in IN_A_WINDOW else SHELL)
    yield started
    started.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path).start()
    yield process
    process.stop()


@pytest.fixture
def disobedient(tmp_path: Path) -> Iterator[DisobedientServer]:
    process = DisobedientServer(tmp_path)
    process.start()
    yield process
    process.stop()


@pytest.fixture(scope="package")
def shell(playwright: Playwright) -> Iterator[Browser]:
    """For whatever is staged."""
    started = launch(playwright, executable=SHELL)
    yield started
    started.close()


@pytest.fixture(scope="module")
def stage(shell: Browser) -> Iterator[Stage]:
    opened = Stage(shell)
    yield opened
    opened.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """In Berlin."""
    context = browser.new_context(viewport=DESKTOP, timezone_id="Europe/Berlin", locale="en-GB")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    """In New York."""
    yield from telephone_in(browser, "America/New_York")


@pytest.fixture
def leaders_telephone(browser: Browser) -> Iterator[Page]:
    """In Berlin."""
    yield from telephone_in(browser, "Europe/Berlin")


def telephone_in(browser: Browser, zone: str) -> Iterator[Page]:
    """A narrow one, whose person uses their fingers."""
    viewport = ViewportSize(width=360, height=740)
    context = browser.new_context(viewport=viewport, has_touch=True, timezone_id=zone, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()
