"""One window, kept open through it all: what a real browser makes of what component tests play."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.e2e.page import DESKTOP, HERE, PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA

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
SHARE_SHEET = """
  window.shared = [];
  navigator.share = async (what) => {
    shared.push(what);
    throw new DOMException('', shared.length === 1 ? 'AbortError' : 'NotAllowedError');
  };
"""
"""One that its person closes, and then one that the browser refuses."""
NOTES = """() => {
  const region = [...document.querySelectorAll('[data-announced]')].at(-1);
  window.told = [];
  const changes = { characterData: true, childList: true, subtree: true };
  new MutationObserver(() => told.push(region.textContent)).observe(region, changes);
}"""
"""From now on this page, or the dialog that is open in it, notes whatever it says to a screen reader."""
TOGETHER = """keys => {
  for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}"""
HIDDEN = """hidden => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
TELEPHONE = ViewportSize(width=360, height=740)
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


def test_quick_changes_of_the_microphone_end_on_the_last_one(frida: PersonsPage) -> None:
    """Although the browser answers the first one last; then it is let go."""
    checked(frida, DESK, HEADSET, ROOM)
    chooser = frida.page.locator(".check select")
    frida.page.evaluate("microphones.how = 'hangs'")
    for count, chosen in enumerate((HEADSET, ROOM), 1):
        chooser.select_option(chosen["label"])
        frida.page.wait_for_function("count => microphones.held.length === count", arg=count)
    frida.page.evaluate("microphones.held.pop()()")
    has_open(frida, ROOM)
    frida.page.evaluate("microphones.held.pop()()")
    frida.page.wait_for_function("() => microphones.tracks.some(({ device }) => device.label === 'Headset')")
    has_open(frida, ROOM)
    expect(chooser.locator("option:checked")).to_have_text("Room")


@pytest.mark.parametrize("ids", [("one", "two"), ("one", "one")], ids=["chromium", "firefox"])
def test_two_microphones_of_one_name_can_each_be_had(frida: PersonsPage, ids: tuple[str, str]) -> None:
    """Firefox makes the id of the name, so that they have one id, too."""
    first, second = (
        {"label": "Headset", "deviceId": each, "groupId": port} for each, port in zip(ids, "ab", strict=True)
    )
    checked(frida, first, second)
    chooser = frida.page.locator(".check select")
    expect(chooser.locator("option")).to_have_text(["Headset (1)", "Headset (2)"])
    for place, device in ((1, second), (0, first), (1, second)):
        chooser.select_option(index=place)
        has_open(frida, device)
    frida.join("Frida")
    frida.says("alone")
    assert frida.packets_sent() > 0
    has_open(frida, second)


def test_a_share_sheet_is_offered_where_there_is_one(frida: PersonsPage, circles: ServerProcess) -> None:
    """W12: whoever closes it, or is refused it, has failed at nothing; it takes one seat's invitation."""
    page = frida.page
    page.goto(circles.url)
    page.get_by_label("What is this circle called?").fill("Tuesday group")
    frida.press("Open the circle")
    more, share = frida.button("Link, mail and QR code of seat 4"), frida.button("Share the invitation for seat 4")
    more.click()
    link = page.locator("li[data-seat='4'] .ways > a").inner_text()
    expect(share).to_have_count(0)
    page.add_init_script(SHARE_SHEET)
    page.reload()
    more.click()
    for times in (1, 2):
        share.click()
        page.wait_for_function("times => shared.length === times", arg=times)
        expect(share).to_be_focused()
    assert all(link in text and text.count("/#") == 1 for text in page.evaluate("shared.map(({ text }) => text)"))


def test_who_looks_elsewhere_reads_in_the_title_what_waits_for_them(
    frida: PersonsPage, browser: Browser, circles: ServerProcess
) -> None:
    """One knocks, and is let in while looking at another page."""
    tokens = circles.open_circle(frame={"knocking": True})
    frida.token = tokens[FRIDA - 1]
    frida.join("Frida")
    expect(frida.page).to_have_title("Arriving · Tuesday circle")
    mia = PersonsPage(browser, circles.url, tokens[MIA - 1], MIA).knock("Mia").at_door()
    expect(frida.page).to_have_title("1 at the door · Arriving · Tuesday circle")
    mia.page.evaluate(HIDDEN, True)
    frida.press("Let Mia in")
    expect(mia.page).to_have_title("You may come in · Arriving · Tuesday circle")
    expect(frida.page).to_have_title("Arriving · Tuesday circle")
    mia.page.evaluate(HIDDEN, False)
    expect(mia.page).to_have_title("Arriving · Tuesday circle")
    assert mia.faults == []
    mia.close()


def test_a_screen_reader_is_told_one_thing_after_another(frida: PersonsPage) -> None:
    """What is asked for in one moment stands in the region in its turn, and once."""
    frida.join("Frida")
    frida.page.evaluate(NOTES)
    frida.page.evaluate(TOGETHER, ["w", "s", "w"])
    frida.page.wait_for_function("() => told.some((text) => /speaking/.test(text))")
    asked = [text for text in frida.page.evaluate("told") if re.search("left|speaking", text)]
    assert [re.findall("left|speaking", text) for text in asked] == [["left"], ["speaking"]]


def test_who_speaks_is_told_on_a_telephone_without_any_key(frida: PersonsPage) -> None:
    """Also while keys are switched off; in the dialog, as all else is hidden behind it."""
    frida.join("Frida")
    page = frida.page
    page.set_viewport_size(TELEPHONE)
    frida.button("Keys and announcements").tap()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Use these keys").uncheck()
    page.evaluate(NOTES)
    for asked, answer in (("Say who is speaking", "You are speaking."), ("Say the step and the time", "Arriving")):
        frida.button(asked).tap()
        page.wait_for_function("answer => told.some((text) => text.startsWith(answer))", arg=answer)
        expect(dialog.get_by_text(re.compile(f"^{answer}")).first).to_be_in_viewport()
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]


def test_an_interrupted_audio_context_costs_the_meter_and_not_the_voice(frida: PersonsPage) -> None:
    """It runs again with the first touch that may let it."""
    frida.join("Frida")
    frida.says("alone")
    frida.page.wait_for_function("() => contexts.length > 0 && contexts.every(({ state }) => state === 'running')")
    frida.page.evaluate("allows = false; contexts.forEach((context) => context.suspend())")
    frida.page.wait_for_function("() => contexts.every(({ state }) => state === 'suspended')")
    sent = frida.packets_sent()
    frida.page.wait_for_function(
        "async sent => (await ears.stats('outbound-rtp')).some(({ packetsSent }) => packetsSent > sent + 50)", arg=sent
    )
    frida.says("alone")
    frida.page.evaluate("allows = true")
    frida.page.mouse.click(5, 5)
    frida.page.wait_for_function("() => contexts.every(({ state }) => state === 'running')")
