"""Lines that break: a server that dies, a page loaded anew. Always the same seat, never a voice."""

import time

from playwright.sync_api import Browser, expect

from tests.e2e.meeting import meeting
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, PIET

SEATS = (FRIDA, PIET, MIA)


def test_a_server_killed_in_reflection(browser: Browser, server: ServerProcess) -> None:
    """S3, S4, H6: started again it is the same circle, seats, presenter and time; pages come back by themselves."""
    with meeting(browser, server, SEATS) as m:
        m.until("call_for_case")
        m.make_presenter()
        m.until("reflection")
        m.assert_heard({FRIDA, MIA})
        killed_ms = time.time() * 1000
        server.kill()
        for page in m.pages.values():
            expect(page.room).to_have_attribute("data-connected", "false")
        server.start()
        for page in m.pages.values():
            page.connected()
            page.in_phase("reflection")
            assert [page.at_seat(seat).count() for seat in SEATS] == [1, 1, 1]
        m.assert_heard({FRIDA, MIA})
        m[PIET].has_voice("closed_by_phase")
        for listener in (FRIDA, MIA):
            assert m[listener].ever_heard(PIET, killed_ms) == []
        expect(m[FRIDA].button("Next: Presenter returns")).to_be_enabled()


def test_a_page_loaded_anew_in_the_sit_back(browser: Browser, server: ServerProcess) -> None:
    """S3, H6"""
    with meeting(browser, server, SEATS) as m:
        m.until("call_for_case")
        m.make_presenter()
        m.until("sit_back")
        m.assert_heard({FRIDA, MIA})
        since_ms = time.time() * 1000
        m[PIET].page.reload()
        m[PIET].press("Come back to the circle")
        m[PIET].connected().in_phase("sit_back")
        m.assert_heard({FRIDA, MIA})
        assert all(m[listener].ever_heard(PIET, since_ms) == [] for listener in (FRIDA, MIA))


def test_leaving_and_coming_again(browser: Browser, server: ServerProcess) -> None:
    """S1, M5"""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        m[MIA].press("Leave")
        m[MIA].page.get_by_role("heading", name="You have left the circle").wait_for()
        expect(m[FRIDA].at_seat(MIA)).to_have_attribute("data-presence", "left")
        m[MIA].press("Come back to the circle")
        m[MIA].page.get_by_label("Your name").fill("Mia")
        m[MIA].press("Join the circle")
        m[MIA].connected().press("Open my microphone")
        m.assert_heard({FRIDA, MIA})
