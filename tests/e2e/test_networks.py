"""People whose networks let less and less through: they meet all the same, and their line checks are true."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.e2e.chromium import launch
from tests.e2e.firefox import FirefoxPage, firefox, needs_firefox
from tests.e2e.line_check import begun_check, found, verdict
from tests.e2e.meeting import Meeting
from tests.e2e.page import PersonsPage
from tests.e2e.patience import until
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
from tests.support.trust import needs_certutil, trust

pytestmark = [
    needs_networks,
    needs_coturn,
    pytest.mark.skipif(shutil.which("haproxy") is None, reason="needs Debian's haproxy"),
    needs_certutil,
]

EVERYBODY = {FRIDA, FINN, PIET, MAX}
"""Who meets in Chromium. Mia has Firefox."""
UDP_TO_THE_RELAY = ("udp dport 3478 accept", "udp sport 3478 accept", *ONLY_TCP_443)
LETS_THROUGH = {FRIDA: EVERYTHING, FINN: UDP_TO_THE_RELAY, PIET: NO_UDP, MIA: ONLY_TCP_443, MAX: NOTHING}
"""And Max's network has an HTTP proxy."""
ONLY_IPV6 = {FINN, MIA}
"""The server itself has IPv4 alone: it is the relay, or the balancer before it, that they reach."""
WAYS = {
    FRIDA: "straight udp",
    FINN: "relayed udp",
    PIET: "relayed tcp",
    MIA: "relayed tls",
    MAX: "relayed tls",
}
BY = {FRIDA: "(UDP|TCP|TLS)", FINN: "(UDP|TLS)", PIET: "(TCP|TLS)", MIA: "TLS", MAX: "TLS"}
"""What their relay is reached by in a check: whichever is first of those that pass."""
RELAYS = f"turn:{TURN_NAME}?transport=udp, turn:{TURN_NAME}?transport=tcp, turns:{TURN_NAME}:443?transport=tcp"
PROXY_PORT = 3128
PASSES = r"Gets through(, but the line is weak)?\. "
"""A busy machine makes a weak line."""
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


class House(NamedTuple):
    """A server with a balancer and a relay as they are shipped, both at one port 443, and everybody's browser."""

    at: Host
    server: ServerProcess
    authority: Path
    hosts: dict[int, Host]
    browsers: dict[int, Browser]


@pytest.fixture(scope="module")
def house(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with networks() as net, house_at(net.host(), net, playwright, tmp_path_factory.mktemp("house")) as made:
        yield made


def test_everybody_meets_whatever_their_network_lets_through(house: House) -> None:
    """H1, H2: by the best way that there is for each."""
    with meeting_in(house, *EVERYBODY) as m:
        m.assert_heard(EVERYBODY)
        for seat, page in m.pages.items():
            goes_by(page, WAYS[seat])
        m.next("call_for_case")
        m.make_presenter()
        m.next("presentation")
        since_ms = m.next("sit_back")
        m.assert_heard(EVERYBODY - {PIET})
        m.next("reflection")
        m.assert_not_heard_since(PIET, since_ms, EVERYBODY - {PIET})
        m.next("presenter_returns")
        m[PIET].press("Open my microphone")
        m.assert_heard(EVERYBODY)
        m.assert_healthy()
        assert m.faults() == {}


def test_the_line_check_finds_what_each_network_lets_through(house: House) -> None:
    """W16: and says what sound would go by."""
    pages = {seat: begun_check(browser, f"https://{PAGE_NAME}") for seat, browser in house.browsers.items()}
    for seat, page in pages.items():
        straight = seat == FRIDA
        assert verdict(page) in {"good" if straight else "other_way", "weak"}, seat
        for subject, words in {
            "page": PASSES,
            "socket": PASSES,
            "udp": PASSES if straight else "Does not get through. Ask for UDP",
            "tcp": "Not set up on this server.$",
            "turn": f"{PASSES}By {BY[seat]} to the relay.",
        }.items():
            assert re.match(words, found(page, subject)), (seat, subject, found(page, subject))
        assert house.at.ipv4 in page.locator("dl").inner_text()
        assert f"turns:{TURN_NAME}:443" in page.locator("dl").inner_text()
        page.context.close()


def test_a_relay_that_knows_another_secret_is_not_taken_for_a_network_that_is_closed(
    house: House, tmp_path: Path
) -> None:
    """Also where another way to it is dropped. Piet's network lets no UDP through."""
    with house.at.entered():
        server = ServerProcess(
            tmp_path,
            BALINT_HOST="0.0.0.0",
            BALINT_PUBLIC_URL=f"http://{house.at.ipv4}",
            BALINT_OPEN_TO_ALL="1",
            BALINT_MEDIA_HOST=house.at.ipv4,
            BALINT_TURN_URLS=RELAYS,
            BALINT_TURN_SECRET="another" * 6,
        ).start()
    page = begun_check(house.browsers[PIET], f"http://{house.at.ipv4}:{server.port}")
    assert verdict(page) == "no_sound"
    assert found(page, "turn").startswith("It answers, but passes no sound on. This is not your network")
    page.context.close()
    server.stop()


@needs_firefox
def test_firefox_comes_by_the_relay_where_only_tcp_443_passes(house: House, tmp_path: Path) -> None:
    """H1, by IPv6."""
    at = house.hosts[MIA]
    script = at.command(tmp_path, "firefox-esr")
    with (
        at.entered(),
        firefox(tmp_path, executable=script, authority=house.authority) as session,
        meeting_in(house, FRIDA) as m,
    ):
        mia = FirefoxPage(session, f"https://{PAGE_NAME}", m.tokens[MIA - 1], MIA).join("Mia")
        m.pages[MIA] = mia  # type: ignore[assignment]
        mia.has_voice("heard")
        m.assert_heard({FRIDA, MIA})
        mia.press("Sound")
        way = "document.querySelector('[data-way]')?.getAttribute('data-way')"
        until(lambda: mia.evaluate(way) == WAYS[MIA], lambda: mia.evaluate(way))


@contextmanager
def house_at(at: Host, net: Networks, playwright: Playwright, folder: Path) -> Iterator[House]:
    """On one machine, and each person on one of their own."""
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
            balancer = Balancer(folder, [server.port], HTTPS_AT=":::443", TURN=f"{at.ipv4}:3478")
            for process in (server, balancer):
                process.start()
                opened.callback(process.stop)
            opened.enter_context(coturn(folder, at.ipv4))
            balancer.ready()
        house = House(at, server, balancer.authority, {}, {})
        home = folder / "home"
        trust(home / ".pki" / "nssdb", balancer.authority)
        for seat, lets_through in LETS_THROUGH.items():
            host = net.host(lets_through, ipv4=seat not in ONLY_IPV6)
            flags = [behind_proxy(host, net.host(), at, opened)] if lets_through is NOTHING else []
            address = at.ipv4 if host.has_ipv4 else at.ipv6
            host.knows({} if flags else {PAGE_NAME: address, TURN_NAME: address})
            script = host.command(folder, "chromium")
            browser = launch(playwright, *flags, executable=script, env=os.environ | {"HOME": str(home)})
            opened.callback(browser.close)
            house.hosts[seat], house.browsers[seat] = host, browser
        yield house


@contextmanager
def meeting_in(house: House, *seats: int) -> Iterator[Meeting]:
    """These people come to a sealed circle with their microphones open."""
    with house.at.entered():
        m = Meeting(house.server.open_sealed(steps=STEPS), {})
    try:
        for seat in seats:
            m.pages[seat] = PersonsPage(house.browsers[seat], f"https://{PAGE_NAME}", m.tokens[seat - 1], seat)
            m[seat].join(NAMES[seat]).has_voice("heard")
        yield m
    finally:
        for page in m.pages.values():
            page.close()


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


def goes_by(page: PersonsPage, *ways: str) -> str | None:
    """Which of these ways a page says that its sound takes. A busy machine may find another first, and looks anew."""
    try:
        return shown_way(page, *ways)
    except AssertionError:
        page.page.reload()
        page.press("Come back to the circle")
        page.connected()
        return shown_way(page, *ways)


def shown_way(page: PersonsPage, *ways: str) -> str | None:
    page.press("Sound")
    dialog = page.page.get_by_role("dialog")
    way = dialog.locator("[data-way]")
    expect(way).to_have_attribute("data-way", re.compile(f"^({'|'.join(ways)})$"))
    shown = way.get_attribute("data-way")
    dialog.get_by_role("button", name="Close").last.click()
    return shown
