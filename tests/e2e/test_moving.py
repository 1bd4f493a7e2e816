"""Somebody's network changes under them: their sound comes back by itself, and nobody is asked anything."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e.apart import Way, meeting_apart, server_at, way
from tests.e2e.page import PersonsPage
from tests.e2e.patience import until
from tests.support.namespaces import NO_UDP, needs_networks, networks
from tests.support.scene import FINN, FRIDA

pytestmark = needs_networks


def test_another_address_and_then_no_udp(playwright: Playwright, tmp_path: Path) -> None:
    """No microphone is asked for anew; each way that has died is left for one that stands: the first time by a
    connection that is bound to no address, for Chromium finds a new one after two seconds (docs/decisions/0022).
    """
    with networks() as net:
        here, moves, stays = net.host(), net.host(), net.host()
        advertised = {"BALINT_MEDIA_ADVERTISE": f"{here.ipv4},{here.ipv6}", "BALINT_MEDIA_TCP_PORT": "8443"}
        with (
            server_at(here, tmp_path, **advertised) as server,
            meeting_apart(playwright, server, here, {FRIDA: moves, FINN: stays}, tmp_path) as m,
        ):
            m.assert_heard({FRIDA, FINN})
            extension_puts_in_a_frame(m[FRIDA])
            moves.move()
            goes(m[FRIDA], lambda now: now == Way("udp", here.ipv6, own=""))
            m.assert_heard({FRIDA, FINN})
            moves.lets_through(NO_UDP)
            goes(m[FRIDA], lambda now: now.protocol == "tcp")
            m.assert_heard({FRIDA, FINN})
            assert asked_for_microphone(m[FRIDA]) == 1


def extension_puts_in_a_frame(page: PersonsPage) -> None:
    """It is of another site, so that nothing of it can be read or used."""
    page.page.evaluate("""() => {
        const frame = document.createElement('iframe');
        frame.sandbox = '';
        document.body.prepend(frame);
    }""")


def asked_for_microphone(page: PersonsPage) -> int:
    return int(page.page.evaluate("microphone.asked"))


def goes(page: PersonsPage, by: Callable[[Way], bool]) -> None:
    """Until the sound of this page goes by such a way."""
    until(lambda: by(way(page)), lambda: f"the sound has found no other way than {way(page)}")
