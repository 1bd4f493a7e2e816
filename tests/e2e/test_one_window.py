"""One window, kept open through it all: what a real browser makes of what component tests play."""

import re

from playwright.sync_api import Browser, ViewportSize, expect

from tests.e2e.one_window import NOTES, seated_with_nothing_told
from tests.e2e.page import DESKTOP, PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA

SHARE_SHEET = """
  window.shared = [];
  navigator.share = async (what) => {
    shared.push(what);
    throw new DOMException('', shared.length === 1 ? 'AbortError' : 'NotAllowedError');
  };
"""
"""One that its person closes, and then one that the browser refuses."""
TOGETHER = """keys => {
  for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}"""
HIDDEN = """hidden => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
TELEPHONE = ViewportSize(width=360, height=740)


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
    seated_with_nothing_told(frida)
    frida.page.evaluate(NOTES)
    frida.page.evaluate(TOGETHER, ["w", "s", "w"])
    frida.page.wait_for_function("() => told.some((text) => /speaking/.test(text))")
    asked = [text for text in frida.page.evaluate("told") if re.search("left|speaking", text)]
    assert [re.findall("left|speaking", text) for text in asked] == [["left"], ["speaking"]]


def test_who_speaks_is_told_on_a_telephone_without_any_key(frida: PersonsPage) -> None:
    """Also while keys are switched off; in the dialog, as all else is hidden behind it."""
    seated_with_nothing_told(frida)
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


def test_keys_are_changed_and_switched_off(frida: PersonsPage) -> None:
    """Together with Ctrl, Alt or Meta they are the browser's own."""
    seated_with_nothing_told(frida)
    page, keys = frida.page, frida.page.keyboard
    page.locator("main").focus()
    keys.press("?")
    frida.button("S. Choose another key").click()
    keys.press("x")
    keys.press("Escape")
    page.evaluate(NOTES)
    for pressed in ("s", "Control+x", "Alt+x", "Meta+x", "w"):
        keys.press(pressed)
    page.wait_for_function("() => told.some((text) => /left/.test(text))")
    keys.press("x")
    page.wait_for_function("() => told.some((text) => /speaking/.test(text))")
    answered = " ".join(page.evaluate("told"))
    assert answered.index("left") < answered.index("speaking")
    keys.press("?")
    page.get_by_label("Use these keys").uncheck()
    keys.press("Escape")
    keys.press("?")
    keys.press("x")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_how_much_is_told_is_chosen(frida: PersonsPage) -> None:
    """What is asked for always, a step only to whoever wants it told."""
    seated_with_nothing_told(frida)
    page = frida.page
    page.evaluate(NOTES)
    frida.press("Next: Opening")
    frida.in_phase("opening")
    page.locator("main").focus()
    page.keyboard.press("s")
    page.wait_for_function("() => told.some((text) => /speaking/.test(text))")
    assert not any("Opening" in text for text in page.evaluate("told"))
    frida.press("Keys and announcements")
    page.get_by_label("Everything: also who comes and goes").check()
    page.keyboard.press("Escape")
    frida.press("Next: Follow-up")
    page.wait_for_function("() => told.some((text) => text.startsWith('Follow-up'))")


def test_what_mail_has_put_around_a_link_does_not_harm_it(frida: PersonsPage) -> None:
    """W12: in the address itself, and it is taken out of it."""
    for address in ("/#{}.”", "/?utm_source=mail#{}&utm_medium=mail"):
        frida.page.goto(frida.url + address.format(frida.token))
        frida.button("Join the circle").wait_for()
        assert frida.token not in frida.page.url


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
