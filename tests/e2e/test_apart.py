"""People in networks that are unlike: one drops UDP, two have one family alone. Who hears whom, and by which way."""

import re
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Playwright

from app.media.dscp import EXPEDITED
from tests.e2e.apart import browser_at, meeting_apart, server_at, way
from tests.e2e.line_check import begun_check, found, verdict
from tests.e2e.test_networks import PASSES
from tests.support.capture import captured
from tests.support.coturn import SECRET, coturn, needs_coturn
from tests.support.namespaces import NO_UDP, Host, needs_networks, networks
from tests.support.process import ServerProcess
from tests.support.scene import FINN, FRIDA, PIET

pytestmark = needs_networks
TCP_PORT = 8443
CAPTURED = 200
EVERYBODY = {FRIDA, FINN, PIET}


def test_no_udp_and_each_family_alone_meet_in_one_circle(playwright: Playwright, tmp_path: Path) -> None:
    """And as the phases say: Piet's voice ends in the sit-back wherever it comes from."""
    with networks() as net:
        here, ward, only_6, only_4 = net.host(), net.host(NO_UDP), net.host(ipv4=False), net.host(ipv6=False)
        people = {FRIDA: only_6, FINN: only_4, PIET: ward}
        advertised = {"BALINT_MEDIA_ADVERTISE": f"{here.ipv4},{here.ipv6}", "BALINT_MEDIA_TCP_PORT": str(TCP_PORT)}
        with (
            server_at(here, tmp_path, **advertised) as server,
            meeting_apart(playwright, server, here, people, tmp_path) as m,
        ):
            m.assert_heard(EVERYBODY)
            assert way(m[FRIDA])[:2] == ("udp", here.ipv6)
            assert way(m[FINN])[:2] == ("udp", here.ipv4)
            assert way(m[PIET])[:2] in {("tcp", here.ipv4), ("tcp", here.ipv6)}
            assert_carried_first(here, server)
            m.until("call_for_case")
            m.make_presenter()
            m.until("reflection")
            m.assert_heard(EVERYBODY - {PIET})
            m.next("presenter_returns")
            m[PIET].press("Open my microphone")
            m.assert_heard(EVERYBODY)
            m.assert_healthy()
            assert m.faults() == {}


@needs_coturn
def test_the_line_check_finds_tcp_and_the_relay(playwright: Playwright, tmp_path: Path) -> None:
    """W16: where a server has both, each is tried by itself, also where UDP is dropped."""
    with networks() as net:
        here, anywhere, ward = net.host(), net.host(), net.host(NO_UDP)
        relay = f"turn:{here.ipv4}:3478"
        told = {
            "BALINT_MEDIA_ADVERTISE": here.ipv4,
            "BALINT_MEDIA_TCP_PORT": str(TCP_PORT),
            "BALINT_TURN_URLS": f"{relay}?transport=udp, {relay}?transport=tcp",
            "BALINT_TURN_SECRET": SECRET,
        }
        with server_at(here, tmp_path, **told) as server, ExitStack() as opened:
            with here.entered():
                opened.enter_context(coturn(tmp_path, here.ipv4))
            pages = {}
            for host in (anywhere, ward):
                browser = browser_at(playwright, host, here, tmp_path)
                opened.callback(browser.close)
                pages[host] = begun_check(browser, server.url)
            assert verdict(pages[anywhere]) in {"good", "weak"}
            assert verdict(pages[ward]) in {"other_way", "weak"}
            for page in pages.values():
                assert re.fullmatch(rf"{PASSES}\d+ ms there and back\. [\d.]+% lost\..*", found(page, "tcp"))
                assert f"{here.ipv4}:{TCP_PORT}" in page.locator("dl").inner_text()
            assert re.match(PASSES, found(pages[anywhere], "udp"))
            assert re.match(rf"{PASSES}By UDP to the relay\. \d+ ms there and back\.", found(pages[anywhere], "turn"))
            assert found(pages[ward], "udp").startswith(
                "Does not get through. Ask for UDP to the server’s address and port below to be let through"
            )
            assert re.match(rf"{PASSES}By TCP to the relay\. \d+ ms there and back\.", found(pages[ward], "turn"))


def assert_carried_first(here: Host, server: ServerProcess) -> None:
    """All that leaves the server is marked (RFC 8837), and what comes by UDP. Chromium marks none of its TCP."""
    by_udp = captured(here, "udp", int(server.environment["BALINT_MEDIA_PORT"]), CAPTURED)
    by_tcp = captured(here, "tcp", TCP_PORT, CAPTURED)
    assert {packet.dscp for packet in by_udp + by_tcp if packet.leaves} == {EXPEDITED}
    comes = [packet.dscp == EXPEDITED for packet in by_udp if not packet.leaves]
    assert comes.count(True) > 0.8 * len(comes) > 0
