"""The page itself: the front door, the keyboard, screen readers, narrow screens, and a full circle of sixteen."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.meeting import meeting
from tests.e2e.page import PersonsPage
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, OLGA, PIET


@pytest.mark.parametrize("mark", ["%23", "%2523", "%23/"])
def test_a_rewritten_link_leads_to_its_lobby(browser: Browser, server: ServerProcess, mark: str) -> None:
    """W10, W11: and from then on its token stands nowhere, and is sent to nobody."""
    token = server.open_circle()[3]
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.url}/{mark}{token}")
    page.get_by_role("button", name="Join the circle").wait_for()
    assert page.url == f"{server.url}/#seat"
    assert [url for url in asked[1:] if token in url] == []
    page.reload()
    page.get_by_role("button", name="Join the circle").wait_for()
    page.close()


def test_the_front_door_opens_a_circle(browser: Browser, server: ServerProcess) -> None:
    """S2: a title, and a link for every seat; the first one leads in."""
    page = browser.new_page()
    page.goto(server.url)
    page.get_by_label("What is this circle called?").fill("Tuesday group")
    page.get_by_role("button", name="Open the circle").click()
    page.get_by_role("heading", name="Your circle is ready").wait_for()
    assert page.get_by_role("button", name=re.compile("Copy the invitation for seat")).count() == 11
    page.get_by_role("link", name="Take my seat").click()
    page.get_by_label("Your name").fill("Frida")
    page.get_by_role("button", name="Join the circle").click()
    expect(page.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    expect(page.get_by_role("heading", name="Tuesday group")).to_be_visible()
    page.close()


def test_a_full_circle_of_sixteen_seats_connects(browser: Browser, server: ServerProcess) -> None:
    """S5, H1: an offer with a microphone and fifteen other voices, in the first seat and the last member's."""
    with meeting(browser, server, (FRIDA, MIA), circle_seats=16) as m:
        assert m[MIA].page.locator("audio[data-seat]").count() == 15
        m.assert_heard({FRIDA, MIA})


def test_asking_and_accepting_through_the_page(browser: Browser, server: ServerProcess) -> None:
    """C3: nobody is made presenter without a yes of their own."""
    with meeting(browser, server, (FRIDA, PIET, MIA)) as m:
        m[FRIDA].choose_at_seat(MIA, "Ask to present")
        m[MIA].press("Not this time")
        m[FRIDA].choose_at_seat(PIET, "Ask to present")
        m[PIET].press("Yes, I will present")
        expect(m[MIA].at_seat(PIET)).to_have_attribute("data-role", "presenter")
        expect(m[MIA].at_seat(MIA)).to_have_attribute("data-role", "member")


def test_a_person_silenced_and_heard_again(browser: Browser, server: ServerProcess) -> None:
    """H4, M4"""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        m[FRIDA].choose_at_seat(MIA, "Silence")
        m.assert_heard({FRIDA})
        m[MIA].has_voice("silenced")
        m[FRIDA].choose_at_seat(MIA, "Let them be heard")
        m[MIA].has_voice("closed_by_person")
        m.assert_heard({FRIDA})
        m[MIA].press("Open my microphone")
        m.assert_heard({FRIDA, MIA})


def test_a_link_that_is_none_is_refused_in_words(browser: Browser, server: ServerProcess) -> None:
    """S2, F1: at the door already."""
    stranger = PersonsPage(browser, server.url, "WyJ0aGlzIiwxXQ.is-not-signed-by-this-serverA", OLGA).open()
    stranger.page.get_by_role("heading", name="This invitation does not open a circle here").wait_for()
    stranger.close()
