"""People in networks that are unlike: one drops UDP, two have one family alone. Who hears whom, and by which way."""

from pathlib import Path

from playwright.sync_api import Playwright

from app.media.dscp import EXPEDITED
from tests.e2e.apart import meeting_apart, server_at, way
from tests.support.capture import captured
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


def assert_carried_first(here: Host, server: ServerProcess) -> None:
    """All that leaves the server is marked (RFC 8837), and what comes by UDP. Chromium marks none of its TCP."""
    by_udp = captured(here, "udp", int(server.environment["BALINT_MEDIA_PORT"]), CAPTURED)
    by_tcp = captured(here, "tcp", TCP_PORT, CAPTURED)
    assert {packet.dscp for packet in by_udp + by_tcp if packet.leaves} == {EXPEDITED}
    comes = [packet.dscp == EXPEDITED for packet in by_udp if not packet.leaves]
    assert comes.count(True) > 0.8 * len(comes) > 0
