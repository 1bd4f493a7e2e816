"""Sealed voices in real browsers. That everybody hears whom they should, sealed, all the other meetings show."""

import base64
import re
import time
from collections.abc import Iterator

from playwright.sync_api import Browser, Request, WebSocket, expect

from tests.e2e.meeting import meeting
from tests.e2e.page import PersonsPage
from tests.support.overheard import overheard
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MAX, MIA, PIET
from tests.support.sframe import SILENCE, CircleKey, Ears, header_of

BOTH = {FRIDA, MIA}
LATE_MS = 2500
LATE = f"""
    const found = Object.getOwnPropertyDescriptor(RTCRtpSender.prototype, 'transform');
    Object.defineProperty(RTCRtpSender.prototype, 'transform', {{
        get: found.get,
        set(transform) {{ setTimeout(() => found.set.call(this, transform), {LATE_MS}); }},
    }});
"""
"""The sender's transform is set so much later than the page sets it."""


def test_the_key_stays_in_the_browsers(browser: Browser, server: ServerProcess) -> None:
    """V1, V6: whoever opens a circle and takes their seat sends its lock and their token, and never its key."""
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("request", lambda request: said.append(everything_of(request)))
    page.on("websocket", lambda socket: listens_to(socket, said))
    page.goto(server.url)
    page.get_by_label("What is this circle called?").fill("Tuesday group")
    page.get_by_role("button", name="Open the circle").click()
    own = page.get_by_role("link", name="Take my seat")
    _, _, fragment = str(own.get_attribute("href")).partition("#")
    token, _, key = fragment.partition("~")
    assert re.fullmatch("[a-z2-7]{28}", key)
    own.click()
    page.get_by_label("Your name").fill("Frida")
    page.get_by_role("button", name="Join the circle").click()
    expect(page.locator("[data-phase]")).to_have_attribute("data-connected", "true")
    assert page.url == f"{server.url}/#seat"
    page.get_by_role("button", name="Tuesday group").click()
    page.get_by_role("dialog", name="Sealed: the server cannot listen").wait_for()
    assert re.fullmatch(r"\d{4}\s\d{4}", page.locator("[data-digits]").inner_text())
    assert any(token in each for each in said), "all that was said has been seen"
    assert not any(key in each for each in said)
    page.context.close()


def everything_of(request: Request) -> str:
    return f"{request.url} {request.headers} {request.post_data}"


def listens_to(socket: WebSocket, said: list[str]) -> None:
    said.append(socket.url)
    socket.on("framesent", lambda frame: said.append(str(frame)))


def test_a_transform_that_comes_late_lets_nothing_out(browser: Browser, server: ServerProcess) -> None:
    """V7: neither in the clear nor at all, until it is there; and then everything goes through it."""
    with meeting(browser, server, (FRIDA,)) as m:
        mia = PersonsPage(browser, server.url, m.tokens[MIA - 1], MIA)
        mia.page.add_init_script(LATE)
        m.pages[MIA] = mia.join("Mia")
        mia.has_voice("heard")
        sent = [mia.packets_sent() for _ in watched(mia, 1500)]
        assert len(sent) > 5
        assert set(sent) == {0}
        m.assert_heard(BOTH)
        assert m.faults() == {}


def watched(person: PersonsPage, for_ms: int) -> Iterator[int]:
    """As long as this has not passed since the page has had its connection."""
    began = time.monotonic()
    while (passed_ms := (time.monotonic() - began) * 1000) < for_ms:
        yield int(passed_ms)
        person.page.wait_for_timeout(100)


def test_a_worker_that_is_killed(browser: Browser, server: ServerProcess) -> None:
    """V7: its page sends nothing and says so; then it begins anew with another key, and is heard and hears again."""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        m.assert_heard(BOTH)
        m[MIA].page.evaluate("ears.workers.at(-1).terminate()")
        m[MIA].page.get_by_role("region", name="Your part").get_by_text("so no more of it is sent").wait_for()
        m.assert_heard(BOTH)
        assert m[MIA].page.evaluate("ears.workers.length") == 2
        assert m.faults() == {}


def test_who_has_a_link_and_was_handed_no_key_hears_nothing(browser: Browser, server: ServerProcess) -> None:
    """V9: pages seal with keys of their own as soon as they have met; the key in the links opens them no more."""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        m.assert_heard(BOTH)
        link = m.tokens[MAX - 1]
        came = overheard(server, link, FRIDA, 30)
        assert sum(header_of(frame)[0] & 1 for frame in came) > 20, "sealed with a key of her own"
        key = link.partition("~")[2]
        ears = Ears(CircleKey(base64.b32decode(key.upper() + "AAAA")[:16]), FRIDA)
        assert {ears.hear(frame) for frame in came} == {SILENCE}
        m.assert_heard(BOTH)


def test_who_comes_later_hears_and_is_heard_and_the_others_go_on_with_the_next_key(
    browser: Browser, server: ServerProcess
) -> None:
    """V9: also who loads their page anew; nobody is cut off by it."""
    with meeting(browser, server, (FRIDA, MIA)) as m:
        m.assert_heard(BOTH)
        drawn = key_of(FRIDA, m.tokens[PIET - 1], server)
        m.pages[MAX] = PersonsPage(browser, server.url, m.tokens[MAX - 1], MAX).join("Max")
        m[MAX].has_voice("heard")
        m.assert_heard({*BOTH, MAX})
        assert key_of(FRIDA, m.tokens[PIET - 1], server) == drawn + 2
        assert m.faults() == {}


def key_of(seat: int, link: str, server: ServerProcess) -> int:
    """The number of the key that this seat's voice is sealed with now."""
    return header_of(overheard(server, link, seat, 30)[-1])[0]
