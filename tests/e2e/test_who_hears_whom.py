"""A whole meeting by the pages' own buttons, sealed: in every phase the matrix read from the sound is the rule."""

from playwright.sync_api import Browser, Page, expect

from tests.e2e.meeting import Meeting, meeting
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MAX, MIA, OLGA, PIET

EVERYBODY = {FRIDA, PIET, MIA, MAX}
BUT_PIET = EVERYBODY - {PIET}


def test_a_whole_meeting(browser: Browser, server: ServerProcess) -> None:
    """H1, H2, H6, M2, M3: five pages, four tones; Piet's tone is absent from the log of the whole sit-back."""
    with meeting(browser, server, (FRIDA, PIET, MIA, MAX, OLGA)) as m:
        m.assert_heard(EVERYBODY)
        before_the_case(m)
        m.next("presentation")
        m.assert_heard({FRIDA, PIET})
        m[MIA].has_voice("closed_by_phase")
        m.next("clarifying_questions")
        m.assert_heard(EVERYBODY)
        sitting_back(m)
        the_return(m)
        for phase in ("closing", "lingering"):
            m.next(phase)
            m.assert_heard(EVERYBODY)
        m.assert_healthy()
        the_end(m)
        assert m.faults() == {}


def test_a_circle_that_is_not_sealed(browser: Browser, server: ServerProcess) -> None:
    """H1, H6, V6: for older browsers; chosen by whoever opens it, and everybody is told at the door."""
    assert_said_where_it_is_chosen(browser.new_page(), server.url)
    with meeting(browser, server, (FRIDA, PIET, MIA), sealed=False) as m:
        m[MIA].press("Tuesday circle")
        told = m[MIA].page.get_by_role("dialog", name="Not sealed: the server could listen.")
        told.get_by_role("button", name="Close").click()
        m.until("call_for_case")
        m.make_presenter()
        m.until("sit_back")
        m.assert_heard({FRIDA, MIA})
        m.until("presenter_returns")
        m[PIET].press("Open my microphone")
        m.assert_heard({FRIDA, PIET, MIA})
        assert m.faults() == {}


def assert_said_where_it_is_chosen(page: Page, url: str) -> None:
    """In the form and in the lobby; its links have no key."""
    page.goto(url)
    page.get_by_label("What is this circle called?").fill("Tuesday circle")
    page.get_by_label("Sealed: the server cannot listen").uncheck()
    expect(page.get_by_text("The server could listen, and everybody is told so.")).to_be_visible()
    page.get_by_role("button", name="Open the circle").click()
    own = page.get_by_role("link", name="Take my seat")
    assert "~" not in (own.get_attribute("href") or "~")
    own.click()
    expect(page.locator("summary", has_text="Not sealed: the server could listen.")).to_be_visible()
    page.close()


def before_the_case(m: Meeting) -> None:
    assert m[OLGA].page.evaluate("microphone.asked") == 0
    for phase in ("opening", "follow_up", "call_for_case"):
        m.next(phase)
        m.assert_heard(EVERYBODY)
    m.make_presenter()


def sitting_back(m: Meeting) -> None:
    since_ms = m.next("sit_back")
    m.assert_heard(BUT_PIET)
    m[PIET].has_voice("closed_by_phase")
    sent = m[PIET].packets_sent()
    m.next("reflection")
    m.assert_heard(BUT_PIET)
    assert m[PIET].packets_sent() == sent, "a page that is not heard sends nothing"
    m.assert_not_heard_since(PIET, since_ms, set(m.pages) - {PIET})


def the_return(m: Meeting) -> None:
    m.next("presenter_returns")
    m.assert_heard(BUT_PIET)
    m[PIET].has_voice("closed_by_person")
    m[PIET].press("Open my microphone")
    m.assert_heard(EVERYBODY)


def the_end(m: Meeting) -> None:
    m[FRIDA].press("End the meeting")
    m[FRIDA].page.get_by_role("dialog").get_by_role("button", name="End the meeting").click()
    for page in m.pages.values():
        page.page.get_by_role("heading", name="The meeting is over").wait_for()
