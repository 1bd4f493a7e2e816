"""People in networks that are unlike: one drops UDP, two have one family alone. Who hears whom, and by which way."""

from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e.apart import meeting_apart, server_at
from tests.e2e.page import PersonsPage
from tests.support.namespaces import NO_UDP, needs_networks, networks
from tests.support.scene import FINN, FRIDA, PIET

pytestmark = needs_networks
EVERYBODY = {FRIDA, FINN, PIET}


def test_no_udp_and_each_family_alone_meet_in_one_circle(playwright: Playwright, tmp_path: Path) -> None:
    """And as the phases say: Piet's voice ends in the sit-back wherever it comes from."""
    with networks() as net:
        here, ward, only_6, only_4 = net.host(), net.host(NO_UDP), net.host(ipv4=False), net.host(ipv6=False)
        people = {FRIDA: only_6, FINN: only_4, PIET: ward}
        advertised = {"BALINT_MEDIA_ADVERTISE": f"{here.ipv4},{here.ipv6}", "BALINT_MEDIA_TCP_PORT": "0"}
        with (
            server_at(here, tmp_path, **advertised) as server,
            meeting_apart(playwright, server, here, people, tmp_path) as m,
        ):
            m.assert_heard(EVERYBODY)
            assert way(m[FRIDA]) == ("udp", here.ipv6)
            assert way(m[FINN]) == ("udp", here.ipv4)
            assert way(m[PIET]) in {("tcp", here.ipv4), ("tcp", here.ipv6)}
            m.until("call_for_case")
            m.make_presenter()
            m.until("reflection")
            m.assert_heard(EVERYBODY - {PIET})
            m.next("presenter_returns")
            m[PIET].press("Open my microphone")
            m.assert_heard(EVERYBODY)
            m.assert_healthy()
            assert m.faults() == {}


def way(page: PersonsPage) -> tuple[str, str]:
    """By which protocol the sound goes, and to which address of the server."""
    [transport] = page.stats("transport")
    pairs = {pair["id"]: pair for pair in page.stats("candidate-pair")}
    remote = {each["id"]: each for each in page.stats("remote-candidate")}
    ours = remote[pairs[transport["selectedCandidatePairId"]]["remoteCandidateId"]]
    return ours["protocol"], ours["address"]
