"""One meeting of people whose networks let less and less through: they hear each other as if nothing were between."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting
from tests.e2e.page import PersonsPage
from tests.support.balancer import PAGE_NAME, TURN_NAME, Balancer
from tests.support.coturn import SECRET, coturn, needs_coturn
from tests.support.namespaces import (
    EVERYTHING,
    NO_UDP,
    NOTHING,
    ONLY_TCP_443,
    Host,
    Networks,
    needs_networks,
    networks,
    only_with,
)
from tests.support.process import ROOT, ServerProcess
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, PIET

pytestmark = [
    needs_networks,
    needs_coturn,
    pytest.mark.skipif(shutil.which("haproxy") is None, reason="needs Debian's haproxy"),
    pytest.mark.skipif(shutil.which("certutil") is None, reason="needs Debian's libnss3-tools"),
]

EVERYBODY = {FRIDA, FINN, PIET, MIA, MAX}
UDP_TO_THE_RELAY = ("udp dport 3478 accept", "udp sport 3478 accept", *ONLY_TCP_443)
LETS_THROUGH = {FRIDA: EVERYTHING, FINN: UDP_TO_THE_RELAY, PIET: NO_UDP, MIA: ONLY_TCP_443, MAX: NOTHING}
"""And Max's network has an HTTP proxy."""
WAYS = {
    FRIDA: "straight udp",
    FINN: "relayed udp",
    PIET: "relayed tcp",
    MIA: "relayed tls",
    MAX: "relayed tls",
}
RELAYS = f"turn:{TURN_NAME}?transport=udp, turn:{TURN_NAME}?transport=tcp, turns:{TURN_NAME}:443?transport=tcp"
PROXY_PORT = 3128
STEPS = [
    {"phase": phase, "minutes": minutes}
    for phase, minutes in {
        "call_for_case": 2,
        "presentation": 7,
        "sit_back": 1,
        "reflection": 30,
        "presenter_returns": 7,
        "closing": 3,
    }.items()
]


def test_everybody_meets_whatever_their_network_lets_through(playwright: Playwright, tmp_path: Path) -> None:
    """H1, H2: with the balancer and the relay as they are shipped, both behind one port 443."""
    with networks() as net, meeting_at(net.host(), net, playwright, tmp_path) as m:
        m.assert_heard(EVERYBODY)
        assert {seat: way_at(page) for seat, page in m.pages.items()} == WAYS
        m.next("call_for_case")
        m.make_presenter()
        m.next("presentation")
        since_ms = m.next("sit_back")
        m.assert_heard(EVERYBODY - {PIET})
        m.next("reflection")
        m.assert_heard(EVERYBODY - {PIET})
        m.assert_not_heard_since(PIET, since_ms, EVERYBODY - {PIET})
        m.next("presenter_returns")
        m[PIET].press("Open my microphone")
        m.assert_heard(EVERYBODY)
        m.assert_healthy()
        assert m.faults() == {}


@contextmanager
def meeting_at(at: Host, net: Networks, playwright: Playwright, folder: Path) -> Iterator[Meeting]:
    """Five people come to a server, a balancer and a relay on one machine."""
    with ExitStack() as opened:
        with at.entered():
            server = ServerProcess(
                folder,
                BALINT_PUBLIC_URL=f"https://{PAGE_NAME}",
                BALINT_OPEN_TO_ALL="1",
                BALINT_MEDIA_HOST=at.ipv4,
                BALINT_TURN_URLS=RELAYS,
                BALINT_TURN_SECRET=SECRET,
            )
            balancer = Balancer(folder, [server.port], HTTPS_AT=f"{at.ipv4}:443", TURN=f"{at.ipv4}:3478")
            for process in (server, balancer):
                process.start()
                opened.callback(process.stop)
            opened.enter_context(coturn(folder, at.ipv4))
            balancer.ready()
            m = Meeting(server.open_circle(steps=STEPS), {})
        home = home_that_trusts(balancer.certificate, folder)
        for seat, lets_through in LETS_THROUGH.items():
            host = net.host(lets_through)
            flags = [behind_proxy(host, net.host(), at, opened)] if lets_through is NOTHING else []
            host.knows({} if flags else {PAGE_NAME: at.ipv4, TURN_NAME: at.ipv4})
            script = host.command(folder, "chromium")
            browser = launch(playwright, *flags, executable=script, env=os.environ | {"HOME": str(home)})
            opened.callback(browser.close)
            m.pages[seat] = PersonsPage(browser, f"https://{PAGE_NAME}", m.tokens[seat - 1], seat)
            m[seat].join(NAMES[seat]).has_voice("heard")
        yield m


def behind_proxy(host: Host, proxy: Host, server: Host, opened: ExitStack) -> str:
    """From now on the host reaches a proxy and nothing else, and what tells Chromium of it."""
    names = [f"{name}={server.ipv4}" for name in (PAGE_NAME, TURN_NAME)]
    command = [sys.executable, "-m", "tests.support.connect_proxy", proxy.ipv4, str(PROXY_PORT), *names]
    with proxy.entered():
        process = subprocess.Popen(command, cwd=ROOT)
    opened.callback(process.wait)
    opened.callback(process.terminate)
    host.lets_through(only_with(proxy.ipv4))
    return f"--proxy-server=http://{proxy.ipv4}:{PROXY_PORT}"


def home_that_trusts(certificate: Path, folder: Path) -> Path:
    """The home of somebody whose Chromium takes this certificate for an authority's, for pages and for relays."""
    trust = folder / "home" / ".pki" / "nssdb"
    trust.mkdir(parents=True)
    for doing in (["-N", "--empty-password"], ["-A", "-n", "ours", "-t", "C,,", "-i", str(certificate)]):
        subprocess.run(["certutil", "-d", f"sql:{trust}", *doing], check=True, capture_output=True)
    return folder / "home"


def way_at(page: PersonsPage) -> str | None:
    """What way somebody's page says that their sound takes."""
    page.press("Sound")
    dialog = page.page.get_by_role("dialog")
    way = dialog.locator("[data-way]").get_attribute("data-way")
    dialog.get_by_role("button", name="Close").last.click()
    return way
