"""One's own microphone where it fails or goes: what the page says of it is so, whatever the browser does."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright, expect

from app.circle.plan import TEMPLATES, Template
from tests.e2e.chromium import launch
from tests.e2e.meeting import meeting
from tests.e2e.page import HERE, PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, NAMES, PIET

REFLECTION_MINUTES = TEMPLATES[Template.ONE_CASE_60][7].minutes
FAKES = (HERE / "microphones.js").read_text()
NOTES = """() => {
  const control = document.querySelector('[data-says]');
  window.said = [control.dataset.says];
  new MutationObserver(() => said.push(control.dataset.says)).observe(control, { attributes: true });
}"""
"""From now on this page notes whatever it says of the person's own microphone."""


@contextmanager
def frida(browser: Browser, server: ServerProcess, first: str = "null") -> Iterator[PersonsPage]:
    """Frida's page, with microphones that do what a test says, and the `first` request for one from the beginning."""
    page = PersonsPage(browser, server.url, server.open_circle()[FRIDA - 1], FRIDA)
    page.page.add_init_script(f"{FAKES}; microphones.how = {first}")
    try:
        yield page
        assert page.faults == []
    finally:
        page.close()


def test_a_question_left_open_is_never_said_to_be_heard(browser: Browser, server: ServerProcess) -> None:
    """M1, S9: not a packet leaves; once it is answered the page waits for the first before it says so."""
    with frida(browser, server, "'hangs'") as page:
        page.join(NAMES[FRIDA])
        page.says("waiting")
        page.page.evaluate(NOTES)
        assert page.packets_sent() == 0
        page.page.evaluate("microphones.held.pop()()")
        page.says("alone")
        assert page.packets_sent() > 0
        assert set(page.page.evaluate("said")) <= {"waiting", "closed", "opening", "alone"}


def test_a_microphone_that_is_busy_switched_off_or_gone(browser: Browser, server: ServerProcess) -> None:
    """M1: the page says so and sends nothing; a headset pulled out closes the switch, and no other takes its place."""
    with frida(browser, server, "'NotReadableError'") as page:
        page.page.add_init_script("microphones.devices = [{ label: 'Headset' }, { label: 'Built-in' }]")
        page.join(NAMES[FRIDA])
        page.says("busy")
        page.page.evaluate("microphones.how = null")
        control = page.page.locator(".mine button")
        control.focus()
        page.press("Try again")
        page.says("closed")
        page.press("Open my microphone")
        page.says("alone")
        page.page.evaluate("microphones.mute(true)")
        page.says("switched_off")
        page.page.evaluate("microphones.mute(false)")
        page.says("alone")
        page.page.evaluate("microphones.pull('Headset')")
        page.says("ended")
        page.has_voice("closed_by_person")
        assert page.page.evaluate("microphones.live()") == 0
        page.press("Use another microphone")
        page.says("closed")
        expect(page.page.locator(".mine")).to_contain_text("Another one is selected instead.")
        expect(control).to_be_focused()


def test_a_microphone_that_gives_no_sound_is_said_to(browser: Browser, server: ServerProcess) -> None:
    """In the lobby too; another one is chosen there, and the page goes on with that one."""
    with frida(browser, server, "'silence'") as page:
        page.page.add_init_script("microphones.devices = [{ label: 'Headset' }, { label: 'Built-in' }]")
        page.open().press("Check my microphone")
        silent = page.page.locator(".check").get_by_text("Your microphone gives no sound")
        silent.wait_for()
        page.page.evaluate("microphones.how = null")
        page.page.locator(".check select").select_option("Built-in")
        expect(silent).to_have_count(0)
        assert page.page.evaluate("microphones.asked") == [None, "Built-in"]
        page.page.evaluate("microphones.plug({ label: 'Built-in' }, { label: 'Desk' })")
        expect(page.page.locator(".check option")).to_have_text(["Built-in", "Desk"])


def test_the_chooser_changes_the_device(browser: Browser, server: ServerProcess) -> None:
    """Among the microphones that Chromium itself brings, and it is remembered."""
    with frida(browser, server) as page:
        page.open()
        chooser = page.page.locator(".check select")
        page.press("Check my microphone")
        for chosen in ("Fake Audio Input 2", "Fake Audio Input 1"):
            chooser.select_option(chosen)
            page.page.wait_for_function("label => microphones.real?.label === label", arg=chosen)
            page.page.reload()
            page.press("Check my microphone")
            page.page.wait_for_function("label => microphones.real?.label === label", arg=chosen)
            expect(chooser.locator("option:checked")).to_have_text(chosen)


def test_a_page_of_plain_http_says_why_there_is_no_microphone(playwright: Playwright, server: ServerProcess) -> None:
    """Browsers give none to it; everything else works, and nobody is said to be heard."""
    address = "192.0.2.1"
    browser = launch(playwright, f"--host-resolver-rules=MAP {address} 127.0.0.1")
    try:
        token = server.open_circle()[FRIDA - 1]
        page = PersonsPage(browser, server.url.replace("localhost", address), token, FRIDA).join(NAMES[FRIDA])
        page.says("insecure")
        page.has_voice("closed_by_person")
        assert page.packets_sent() == 0
    finally:
        browser.close()


def test_the_device_is_given_back_while_its_person_sits_back(browser: Browser, server: ServerProcess) -> None:
    """M3, M8, H6: no recording is shown until a minute before the return; then it is closed, and then heard."""
    with meeting(browser, server, (FRIDA,)) as m:
        piet = m.pages[PIET] = PersonsPage(browser, server.url, m.tokens[PIET - 1], PIET)
        piet.page.add_init_script(FAKES)
        piet.join(NAMES[PIET])
        m.until("call_for_case")
        m.make_presenter()
        m.until("clarifying_questions")
        piet.says("heard")
        assert piet.page.evaluate("microphones.live()") > 0
        m.until("sit_back")
        piet.says("sitting_back")
        assert piet.page.evaluate("microphones.live()") == 0
        m.until("reflection")
        assert piet.page.evaluate("microphones.live()") == 0
        sent = piet.packets_sent()
        piet.page.evaluate("microphones.permission = 'granted'")
        for _ in range(REFLECTION_MINUTES - 1):
            m[FRIDA].press("−1 min")
        piet.page.locator(".mine").get_by_text("Your microphone is made ready").wait_for()
        piet.page.wait_for_function("microphones.live() > 0")
        piet.says("sitting_back")
        assert piet.packets_sent() == sent
        m.until("presenter_returns")
        piet.says("closed")
        piet.press("Open my microphone")
        piet.says("heard")
        m.assert_heard({FRIDA, PIET})
