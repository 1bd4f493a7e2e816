"""One window that several files of tests keep open: its microphones, and what else can fail, do what a test says."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.page import HERE, PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA

FAKES = (HERE / "microphones.js").read_text()
CONTEXTS = """
  const RealContext = AudioContext;
  window.contexts = [];
  window.allows = true;
  window.AudioContext = class extends RealContext {
    constructor(options) {
      super(options);
      if (options?.latencyHint) contexts.push(this);
    }
    async resume() {
      if (!allows) throw new DOMException('', 'NotAllowedError');
      return super.resume();
    }
  };
"""
"""The page's own contexts; while nothing is allowed they are refused, as during a call."""
NO_SHARE_SHEET = "delete Navigator.prototype.share"
NOTES = """() => {
  const region = [...document.querySelectorAll('[data-announced]')].at(-1);
  window.told = [];
  const changes = { characterData: true, childList: true, subtree: true };
  new MutationObserver(() => told.push(region.textContent)).observe(region, changes);
}"""
"""From now on this page, or the dialog that is open in it, notes whatever it says to a screen reader."""
DESK, HEADSET, ROOM = {"label": "Desk"}, {"label": "Headset"}, {"label": "Room"}


@pytest.fixture(scope="module")
def circles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    process = ServerProcess(tmp_path_factory.mktemp("server")).start()
    yield process
    process.stop()


@pytest.fixture(scope="module")
def window(browser: Browser, circles: ServerProcess) -> Iterator[PersonsPage]:
    opened = PersonsPage(browser, circles.url, "", FRIDA, has_touch=True)
    opened.page.add_init_script(FAKES)
    opened.page.add_init_script(CONTEXTS)
    opened.page.add_init_script(NO_SHARE_SHEET)
    opened.page.on("dialog", lambda asked: asked.accept())
    yield opened
    opened.close()


@pytest.fixture
def frida(window: PersonsPage, circles: ServerProcess) -> Iterator[PersonsPage]:
    """Frida's link to a circle of her own, in a window that has kept nothing."""
    window.page.goto(circles.url)
    window.page.evaluate("localStorage.clear(); sessionStorage.clear()")
    window.page.goto("about:blank")
    window.token = circles.open_circle(frame={"knocking": True})[FRIDA - 1]
    yield window
    assert window.faults == []


def checked(frida: PersonsPage, *devices: dict[str, str]) -> None:
    """In the lobby, with these microphones to choose from; the first one is open."""
    frida.open()
    frida.page.evaluate("devices => microphones.plug(...devices)", list(devices))
    frida.press("Check my microphone")
    has_open(frida, devices[0])


def has_open(frida: PersonsPage, device: dict[str, Any]) -> None:
    """It, and no other."""
    frida.page.wait_for_function(
        "device => JSON.stringify(microphones.opened()) === JSON.stringify([device])", arg=device
    )


def seated_with_nothing_told(frida: PersonsPage) -> None:
    """But what she asks for: nothing else stands before it then. Her sound is there, or who speaks is not known."""
    frida.page.goto(frida.url)
    frida.page.evaluate("localStorage.setItem('announcements', 'nothing')")
    frida.page.goto("about:blank")
    frida.join("Frida")
    frida.says("alone")
