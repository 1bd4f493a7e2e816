"""A browser whose TCP stalls or breaks while UDP flows: its sound goes on, and nobody sees it go."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.meeting import Meeting, meeting
from tests.e2e.one_window import NOTES
from tests.e2e.page import PersonsPage
from tests.support.process import ServerProcess
from tests.support.proxy import Proxy, proxy_beside
from tests.support.scene import FRIDA, MIA, NAMES
from tests.support.thorough import share

WATCH = """seat => {
  const chair = document.querySelector(`li[data-seat='${seat}']`);
  const seen = () => [chair.dataset.presence, chair.dataset.sound, chair.dataset.voice].join(' ');
  window.seen = [seen()];
  new MutationObserver(() => window.seen.push(seen())).observe(chair, { attributes: true });
}"""
"""Notes from now on whatever this page shows of somebody's seat."""


@dataclass
class Stalling:
    """Frida's page comes straight to the server, Mia's TCP through a proxy. Her sound goes straight, too."""

    meeting: Meeting
    proxy: Proxy
    do: Callable[[Callable[[], None]], object]

    @property
    def mia(self) -> PersonsPage:
        return self.meeting[MIA]

    @property
    def frida(self) -> PersonsPage:
        return self.meeting[FRIDA]


@contextmanager
def stalling(browser: Browser, server: ServerProcess) -> Iterator[Stalling]:
    with meeting(browser, server, (FRIDA,)) as m, proxy_beside(server.port) as (proxy, do):
        m.pages[MIA] = PersonsPage(browser, f"http://localhost:{proxy.port}", m.tokens[MIA - 1], MIA)
        m[MIA].join(NAMES[MIA]).has_voice("heard")
        m.assert_heard({FRIDA, MIA})
        yield Stalling(m, proxy, do)


def lost(page: PersonsPage) -> tuple[int, int]:
    """What this page has received and lost of the one voice it hears."""
    [voice] = [entry for entry in page.stats("inbound-rtp") if entry["packetsReceived"]]
    return voice["packetsReceived"], voice["packetsLost"]


def held_for(seconds: float) -> Callable[[Stalling], None]:
    def trouble(s: Stalling) -> None:
        s.do(s.proxy.hold)
        time.sleep(seconds)
        s.do(s.proxy.mend)

    return trouble


def broken(s: Stalling) -> None:
    s.do(s.proxy.cut)
    expect(s.mia.room).to_have_attribute("data-connected", "false")
    s.do(s.proxy.mend)


@pytest.mark.parametrize("trouble", share([held_for(5), held_for(12), broken], 2))
def test_sound_goes_on_while_the_connection_is_away(
    browser: Browser, server: ServerProcess, trouble: Callable[[Stalling], None]
) -> None:
    """S10: nothing is lost either way, nobody sees anything, and the page is in command again afterwards."""
    with stalling(browser, server) as s:
        s.frida.page.evaluate(WATCH, MIA)
        since_ms = time.time() * 1000
        before = {page: lost(page) for page in (s.frida, s.mia)}
        trouble(s)
        s.mia.connected()
        s.mia.press("Close my microphone")
        s.mia.has_voice("closed_by_person")
        s.mia.press("Open my microphone")
        s.mia.has_voice("heard")
        silenced = s.frida.ever_heard(MIA, since_ms)
        assert [sounds for _, _, sounds in silenced[:1]] in ([], [False]), "only her own switch may have silenced her"
        shown = s.frida.page.evaluate("window.seen")
        assert {state for state in shown if "heard" not in state} <= {"here connected closed_by_person"}, shown
        assert s.mia.ever_heard(FRIDA, since_ms) == []
        for page, (received, missing) in before.items():
            now_received, now_missing = lost(page)
            assert now_received > received
            assert now_missing == missing
        s.meeting.assert_heard({FRIDA, MIA})


@pytest.mark.parametrize("trouble", share([Proxy.hold, Proxy.cut], 2))
def test_a_microphone_is_closed_at_once_while_the_connection_is_away(
    browser: Browser, server: ServerProcess, trouble: Callable[[Proxy], None]
) -> None:
    """M1, S10: nobody hears her from the moment she closes it, and the server learns of it when it is reached."""
    with stalling(browser, server) as s:
        s.do(lambda: trouble(s.proxy))
        s.mia.press("Close my microphone")
        s.mia.button("Open my microphone").wait_for()
        s.frida.page.wait_for_function("mia => ![...ears.now].some((cell) => cell.startsWith(`${mia}:`))", arg=MIA)
        s.do(s.proxy.mend)
        s.mia.connected()
        expect(s.frida.at_seat(MIA)).to_have_attribute("data-voice", "closed_by_person")
        s.mia.press("Open my microphone")
        s.meeting.assert_heard({FRIDA, MIA})


def test_a_page_loaded_anew_is_not_seen_to_go(browser: Browser, server: ServerProcess) -> None:
    """S10: only its sound is away for a moment."""
    with stalling(browser, server) as s:
        s.frida.page.evaluate(WATCH, MIA)
        s.mia.page.reload()
        s.mia.press("Come back to the circle")
        s.mia.connected()
        s.meeting.assert_heard({FRIDA, MIA})
        assert {state.split()[0] for state in s.frida.page.evaluate("window.seen")} == {"here"}


def test_sound_alone_that_is_lost_is_renewed_alone(browser: Browser, server: ServerProcess) -> None:
    """S9, S10: the connection stays, and the others see meanwhile that there is no sound."""
    with stalling(browser, server) as s:
        s.frida.page.evaluate(WATCH, MIA)
        s.mia.page.evaluate("ears.hangUp()")
        s.frida.page.wait_for_function("() => window.seen.some((state) => state.includes('connecting unconnected'))")
        s.mia.connected()
        s.meeting.assert_heard({FRIDA, MIA})
        assert {state.split()[0] for state in s.frida.page.evaluate("window.seen")} == {"here"}


def test_leaving_before_the_sound_stands(browser: Browser, server: ServerProcess) -> None:
    """S1, S9: everybody sees that her sound has found no way; she is told what to try, and leaves."""
    with meeting(browser, server, (FRIDA,)) as m:
        m[FRIDA].page.evaluate(NOTES)
        mia = m.pages[MIA] = PersonsPage(browser, server.url, m.tokens[MIA - 1], MIA)
        mia.page.add_init_script("RTCPeerConnection.prototype.setLocalDescription = async () => {}")
        mia.knock(NAMES[MIA])
        seat = m[FRIDA].at_seat(MIA)
        expect(seat).to_have_attribute("data-sound", "connecting")
        expect(m[FRIDA].room.get_by_text("All connected")).to_have_count(0)
        expect(seat).to_have_attribute("data-sound", "no_sound")
        m[FRIDA].room.get_by_text("Mia has no sound").wait_for()
        expect(m[FRIDA].page.locator("[data-sign]")).to_have_text("Connected")
        mia.room.get_by_text("Your sound cannot get through").first.wait_for()
        mia.press("Leave")
        mia.page.get_by_role("heading", name="You have left the circle").wait_for()
        expect(seat).to_have_attribute("data-presence", "left")
        expect(m[FRIDA].room.get_by_text("Mia has no sound")).to_have_count(0)
        m[FRIDA].room.get_by_text("You are alone here").first.wait_for()
        for news in ("Mia has come in", "Mia has left"):
            m[FRIDA].page.wait_for_function("news => told.some((text) => text.includes(news))", arg=news)
