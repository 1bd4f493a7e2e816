"""Two leaders and two members through all of a meeting, by the pages' own buttons, with the matrix in each phase."""

import time

from playwright.sync_api import Browser, expect

from tests.e2e.meeting import Meeting, meeting
from tests.e2e.page import PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FINN, FRIDA, MIA, NAMES, PIET

EVERYBODY = {FRIDA, FINN, PIET, MIA}
BUT_PIET = EVERYBODY - {PIET}
SENTENCE = "What we say here stays with us."


def test_a_meeting_with_two_leaders(browser: Browser, server: ServerProcess) -> None:
    """C1, C5, C6, D1, E6, E7, F1, H6, L1, L2, L3, L5, L6, L7, S3, S7, S8: from the door to the debrief."""
    frame = {"knocking": True, "sentence": SENTENCE}
    with meeting(browser, server, (FRIDA, FINN), frame=frame) as m:
        through_the_door(m, browser, server)
        m.assert_heard(EVERYBODY)
        m.until("call_for_case")
        offers(m)
        m.assert_heard(EVERYBODY)
        m.next("presentation")
        m.assert_heard({FRIDA, FINN, PIET})
        expect(m[FRIDA].at_seat(MIA)).to_contain_text("not heard yet")
        m.next("clarifying_questions", by=FINN)
        m.assert_heard(EVERYBODY)
        expect(m[FRIDA].at_seat(MIA)).not_to_contain_text("not heard yet")
        leaders_think_together(m)
        m.next("sit_back")
        m.next("reflection")
        m.assert_heard(BUT_PIET)
        presenter_drops_and_returns(m)
        a_leader_drops(m)
        a_pause_is_needed(m)
        m[PIET].press("Open my microphone")
        m.assert_heard(EVERYBODY)
        m.next("closing")
        m.assert_heard(EVERYBODY)
        m.next("lingering")
        m.assert_heard(EVERYBODY)
        the_leaders_apart(m)
        assert m.faults() == {}


def through_the_door(m: Meeting, browser: Browser, server: ServerProcess) -> None:
    """Members read the frame, knock, and see and hear nothing until they are let in."""
    for seat in (PIET, MIA):
        m.pages[seat] = PersonsPage(browser, server.url, m.tokens[seat - 1], seat)
        m[seat].knock(NAMES[seat]).at_door()
        assert m[seat].page.locator("audio[data-seat], [data-seat]").count() == 0
        m[FRIDA].press(f"Let {NAMES[seat]} in")
        m[seat].connected().has_voice("closed_by_person")
        m[seat].press("Open my microphone")
        m[seat].has_voice("heard")


def offers(m: Meeting) -> None:
    """Two offer; one is chosen, the other remembered. A wish is a soft sign, and goes by speaking for a while."""
    m[MIA].press("I have a case")
    m[MIA].room.get_by_text("Only the facilitators see that you have a case").wait_for()
    assert m[PIET].at_seat(MIA).get_by_text("has a case").count() == 0
    m.make_presenter(PIET)
    m[FINN].at_seat(MIA).get_by_text("a case for later").wait_for()
    m[MIA].press("Close my microphone")
    m[MIA].press("I wish to speak")
    expect(m[PIET].at_seat(MIA)).to_have_attribute("data-wishes", "true")
    m[MIA].press("Open my microphone")
    expect(m[PIET].at_seat(MIA)).to_have_attribute("data-wishes", "false")


def leaders_think_together(m: Meeting) -> None:
    """A signal from Finn to Frida that nobody else can see; the clock is taken over; a sentence for the circle."""
    m[FINN].press("Tell my co-facilitator")
    m[FINN].page.locator(":popover-open").get_by_role("button", name="Bring the patient in").click()
    m[FRIDA].room.get_by_text("Bring the patient in").first.wait_for()
    assert m[MIA].room.get_by_text("Bring the patient in").count() == 0
    m[FINN].press("Take the clock")
    m[FRIDA].room.get_by_text("Finn keeps the clock").wait_for()
    m[FRIDA].room.get_by_text("Sentences at hand").click()
    m[FRIDA].press("Show this to the circle")
    expect(m[MIA].room).to_have_attribute("data-card", "true")


def presenter_drops_and_returns(m: Meeting) -> None:
    """Piet's page is loaded anew: the seat waits, and Piet is not heard for a moment."""
    since_ms = time.time() * 1000
    m[PIET].page.goto("about:blank")
    expect(m[MIA].at_seat(PIET)).to_have_attribute("data-presence", "coming_back")
    m[PIET].open()
    m[PIET].press("Come back to the circle")
    m[PIET].connected().in_phase("reflection")
    m.assert_heard(BUT_PIET)
    for listener in BUT_PIET:
        assert m[listener].ever_heard(PIET, since_ms) == []


def a_leader_drops(m: Meeting) -> None:
    """Frida's line is lost: Finn has everything. Then Finn's too: the circle holds, and he resumes it."""
    for leader in (FRIDA, FINN):
        m[leader].page.goto("about:blank")
        expect(m[MIA].at_seat(leader)).to_have_attribute("data-presence", "coming_back")
        if leader == FRIDA:
            expect(m[FINN].button("Next: Presenter returns")).to_be_enabled()
    expect(m[MIA].room).to_have_attribute("data-unled", "true")
    for leader in (FINN, FRIDA):
        m[leader].open()
        m[leader].press("Come back to the circle")
        m[leader].connected()
    expect(m[MIA].room).to_have_attribute("data-unled", "false")
    m.assert_heard(BUT_PIET)


def a_pause_is_needed(m: Meeting) -> None:
    """Piet's private button; the leaders stop the clock for it, which tells Piet, and bring Piet back early."""
    m[PIET].press("I need a pause")
    m[FINN].room.get_by_text("Piet needs a pause").wait_for()
    assert m[MIA].room.get_by_text("needs a pause").count() == 0
    m[FRIDA].room.locator("[data-about=pause]").get_by_role("button", name="Pause the clock").click()
    m[PIET].room.get_by_text("has seen").wait_for()
    m[FRIDA].room.get_by_role("button", name="Start the clock").wait_for()
    m[PIET].press("I need a pause")
    m[FRIDA].press("Bring Piet back")
    for page in m.pages.values():
        page.in_phase("presenter_returns")
    m.assert_heard(BUT_PIET)


def the_leaders_apart(m: Meeting) -> None:
    """Both go to their room: each side hears itself. What is kept is shown; then the meeting ends for all."""
    for leader in (FRIDA, FINN):
        m[leader].press("Go to the facilitators’ room")
    m.assert_heard(EVERYBODY, apart={FRIDA, FINN})
    expect(m[FRIDA].room.get_by_text("What is kept of this meeting")).to_be_visible()
    m[FINN].press("Return to the others")
    m.assert_heard(EVERYBODY, apart={FRIDA})
    m[FRIDA].press("End the meeting")
    m[FRIDA].page.get_by_role("dialog").get_by_role("button", name="End the meeting").click()
    for page in m.pages.values():
        page.page.get_by_role("heading", name="The meeting is over").wait_for()
