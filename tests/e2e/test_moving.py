"""Somebody's network changes under them: their sound comes back by itself, and nobody is asked anything."""

import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e.apart import Way, meeting_apart, server_at, way
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.namespaces import NO_UDP, needs_networks, networks
from tests.support.scene import FINN, FRIDA

pytestmark = needs_networks
TICK_S = 0.1


def test_another_address_and_then_no_udp(playwright: Playwright, tmp_path: Path) -> None:
    """No microphone is asked for anew; each way that has died is left for one that stands: the first time mostly by a
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
            before = way(m[FRIDA])
            moves.move()
            until(
                m[FRIDA], lambda now: now.protocol == "udp" and now.own in {"", moves.ipv4, moves.ipv6} - {before.own}
            )
            m.assert_heard({FRIDA, FINN})
            moves.lets_through(NO_UDP)
            until(m[FRIDA], lambda now: now.protocol == "tcp")
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


def until(page: PersonsPage, holds: Callable[[Way], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds(found := way(page)):
        assert time.monotonic() < deadline, f"the sound has found no other way: {found}"
        time.sleep(TICK_S)
