"""A link that is opened again while its person is in the circle."""

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.axe import complaints
from tests.e2e.meeting import meeting
from tests.e2e.page import DESKTOP, PHONE, PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, PIET
from tests.support.thorough import share

YES, NO = "Yes, move me there", "No, it is not me"


def opens_again(m: dict[int, PersonsPage], browser: Browser, server: ServerProcess, token: str) -> PersonsPage:
    """A second window with Mia's link, under a name that turns everything around it, if it is let."""
    return PersonsPage(browser, server.url, token, MIA, viewport=PHONE).knock("\u202eMia\u202c").at_door()


@pytest.mark.parametrize("viewport", share([PHONE, DESKTOP], 2), ids=lambda size: f"{size['width']} px")
def test_yes_moves_the_person_to_the_other_device(
    browser: Browser, server: ServerProcess, viewport: dict[str, int]
) -> None:
    """D7, S2: quietly, with the focus left where it was, and heard only once the switch is opened again there."""
    with meeting(browser, server, (FRIDA, PIET, MIA), viewport=viewport) as m:
        m.assert_heard({FRIDA, PIET, MIA})
        mia = m[MIA]
        mia.button("Leave").focus()
        phone = opens_again(m.pages, browser, server, m.tokens[MIA - 1])
        strip = mia.page.locator("[data-banner=other-device]")
        expect(strip).to_contain_text("Mia has opened your link on another device.")
        expect(mia.button("Leave")).to_be_focused()
        assert complaints(mia.page) == []
        assert complaints(phone.page) == []
        assert mia.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(phone.page.locator("main")).to_contain_text("You are asked there whether this is you")
        m.assert_heard({FRIDA, PIET, MIA})
        mia.press(YES)
        expect(mia.page.locator("[data-closed='REPLACED']")).to_be_visible()
        m.pages[MIA] = phone.connected()
        m.assert_heard({FRIDA, PIET})
        phone.press("Open my microphone")
        phone.has_voice("heard")
        m.assert_heard({FRIDA, PIET, MIA})
        assert m[FRIDA].at_seat(MIA).count() == 1
        mia.close()


def test_no_sends_the_stranger_away_and_the_leaders_can_end_the_invitation(
    browser: Browser, server: ServerProcess
) -> None:
    """D7, D5: by keyboard alone, the focus is not lost with the question, nor with the switch that turns."""
    with meeting(browser, server, (FRIDA, PIET, MIA)) as m:
        stranger = opens_again(m.pages, browser, server, m.tokens[MIA - 1])
        m[MIA].button(NO).focus()
        m[MIA].page.keyboard.press("Enter")
        expect(stranger.page.locator("[data-closed='NOT_ADMITTED']")).to_be_visible()
        expect(m[MIA].page.locator("main")).to_be_focused()
        m[MIA].button("Close my microphone").focus()
        m[MIA].page.keyboard.press("Enter")
        expect(m[MIA].button("Open my microphone")).to_be_focused()
        expect(m[FRIDA].page.locator(".now")).to_contain_text("Mia says: somebody else has opened my link.")
        m[FRIDA].page.locator(".now").get_by_role("button", name="End the invitation").click()
        m[FRIDA].page.get_by_role("dialog").get_by_role("button", name="End the invitation").click()
        expect(m[MIA].page.locator("[data-closed='UNINVITED']")).to_be_visible()
        stranger.close()


def test_without_an_answer_the_leaders_are_asked(browser: Browser, server: ServerProcess) -> None:
    """D7, D9: after 15 seconds; of another name everybody sees whose seat it was."""
    with meeting(browser, server, (FRIDA, PIET, MIA)) as m:
        maxine = PersonsPage(browser, server.url, m.tokens[MIA - 1], MIA).knock("Maxine").at_door()
        now = m[FRIDA].page.locator(".now")
        expect(now).to_contain_text("Maxine has come by the link of Mia, under another name.", timeout=25_000)
        expect(now).to_contain_text("Mia is here.")
        expect(maxine.page.locator("main")).to_contain_text("A facilitator can let you in.")
        m[FRIDA].room.get_by_text("Invited, not here yet").click()
        assert m[FRIDA].page.locator("aside details").get_by_text("Maxine").count() == 0, (
            "Mia's invitation is not hers to lose"
        )
        assert complaints(m[FRIDA].page) == []
        third = PersonsPage(browser, server.url, m.tokens[MIA - 1], MIA).knock("Marlene")
        expect(third.page.locator("main")).to_contain_text("Somebody waits at the door with your link")
        assert complaints(third.page) == []
        third.press("Leave")
        expect(third.page.get_by_label("Your name")).to_have_value("Marlene")
        third.close()
        m[FRIDA].press("Let Maxine in")
        expect(m[MIA].page.locator("[data-closed='REPLACED']")).to_be_visible()
        maxine.connected()
        expect(m[PIET].at_seat(MIA)).to_contain_text("before: Mia")
        maxine.close()
