"""`make prove-install`: a fresh Debian 12 becomes a server by one command, boots, and a circle meets there in Chromium.

The machine is a folder with its own systemd in Linux namespaces. Caddy signs its certificates itself (`test_acme.py`
has it ask an authority); all else is as it is installed anywhere. Needs root, and Debian's packages.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.e2e.chromium import launch
from tests.e2e.line_check import begun_check, found, verdict
from tests.e2e.meeting import Meeting
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_MS
from tests.e2e.test_networks import goes_by
from tests.install.living import HEALTHY, comes_back, lives_on, opened_circle
from tests.install.machine import Machine, switched_on, told
from tests.install.test_settings import DOMAIN, EXPOSURE_MAX, RELAY_DOMAIN, exposure_of
from tests.support.namespaces import EVERYTHING, NO_UDP, ONLY_TCP_443, Host, Networks, networks
from tests.support.scene import FRIDA, MIA, NAMES, PIET
from tests.support.trust import trust

ONLY_THE_PAGE_AND_TLS = ("tcp dport { 443, 5349 } accept", "tcp sport { 443, 5349 } accept", "drop")
AT_443 = {FRIDA: EVERYTHING, PIET: NO_UDP, MIA: ONLY_TCP_443}
AT_5349 = AT_443 | {MIA: ONLY_THE_PAGE_AND_TLS}
WAYS = {FRIDA: {"straight udp"}, PIET: {"straight tcp", "relayed tcp", "relayed tls"}, MIA: {"relayed tls"}}
"""Of several that pass without UDP Chromium takes whichever is first."""
AUTHORITY = "var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt"
INSTALL = f"umask 077; make -C /root/circle install DOMAIN={DOMAIN} TLS=internal"
AGAIN = f"cd /root/circle/deploy/single; TLS=internal ./change {DOMAIN} $(./addresses {DOMAIN})"
"""What `make install` does once Debian's packages are there: none can be got from where the machine is then."""


def main() -> None:
    """Prove it in a folder that goes, or in one that is named and stays, and say how long each part took."""
    with tempfile.TemporaryDirectory() as passing:
        prove(Path(sys.argv[1] if sys.argv[1:] else passing, "machine"))


def prove(root: Path) -> None:
    """Everything, from nothing to nothing, and once more from what was kept."""
    with networks() as net, sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        server = net.host()
        with told("a fresh Debian 12, by debootstrap"):
            machine = Machine.fresh(root)
        machine.clone()
        machine.run("chmod -R go= /root/circle")  # as it is cloned where root's files are for root alone
        (machine.root / "etc/hosts").write_text(f"127.0.0.1 localhost\n{server.ipv4} {DOMAIN} {RELAY_DOMAIN}\n")
        with told("make install, with a name for the relay"):
            machine.run(f"{INSTALL} RELAY_DOMAIN={RELAY_DOMAIN}")
        with told("the machine boots, and everything answers"):
            power = ExitStack()
            power.enter_context(switched_on(machine, server))
            machine.until(f"[ -s /{AUTHORITY} ] && {HEALTHY}")
            machine.run(f"cp /{AUTHORITY} /usr/local/share/ca-certificates/own.crt; update-ca-certificates")
            machine.run(f"export RELAY_DOMAIN={RELAY_DOMAIN}; {AGAIN}")  # by the address that it has now
            machine.until(
                f"systemctl start balint-relay-certificate && test -s /var/lib/balint-names/{RELAY_DOMAIN}.pem"
            )
        with power:
            print(exposure := machine.run("systemd-analyze security balint --no-pager | tail -n 1").strip())
            assert exposure_of(exposure) < EXPOSURE_MAX
            print(machine.run("balint doctor"))
            with told("three people meet over https and wss, one of them by TCP 443 alone"):
                meet(machine, server, net, playwright, AT_443)
            with told("typed again without that name: the relay is at 5349"):
                machine.run(AGAIN)
                meet(machine, server, net, playwright, AT_5349)
            kept = lives_on(machine)
        with told("make install once more, and what was kept is there"):
            machine.run(INSTALL)
            with switched_on(machine, server):
                comes_back(machine, kept)


def meet(
    machine: Machine, server: Host, net: Networks, playwright: Playwright, lets_through: Mapping[int, tuple[str, ...]]
) -> None:
    """H1, W16: whoever they are and whatever their networks let through, they hear whom they may."""
    everybody = {*lets_through}
    with meeting_at(machine, server, net, playwright, lets_through) as (m, browsers):
        m.assert_heard(everybody)
        for seat, page in m.pages.items():
            print(f"{NAMES[seat]}: {goes_by(page, *WAYS[seat])}")
        m.next("call_for_case")
        m.make_presenter()
        for phase in ("presentation", "sit_back", "reflection"):
            m.next(phase)
        m.assert_heard(everybody - {PIET})
        m.assert_healthy()
        assert m.faults() == {}
        is_brought_up_to_date(machine, m, everybody - {PIET})
        check = begun_check(browsers[MIA], f"https://{DOMAIN}")
        assert verdict(check) in {"other_way", "weak"}
        assert "By TLS to the relay." in found(check, "turn")


def is_brought_up_to_date(machine: Machine, m: Meeting, heard: set[int]) -> None:
    """Everybody is back by themselves, and who sits back is not heard. It prints for how long there was no sound."""
    since_ms = time.time() * 1000
    with told("make upgrade to the release that is there, in a meeting"):
        machine.run("make -C /root/circle upgrade")
    m.assert_heard(heard)
    silences_s = [
        (begins[0] - ends[0]) / 1000
        for listener, page in m.pages.items()
        for seat in heard - {listener}
        for ends, begins in pairwise(page.ever_heard(seat, since_ms))
        if begins[2]
    ]
    print(f"       without sound in between: {min(silences_s):.1f} to {max(silences_s):.1f} s", flush=True)


@contextmanager
def meeting_at(
    machine: Machine, server: Host, net: Networks, playwright: Playwright, lets_through: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[Meeting, dict[int, Browser]]]:
    """Everybody comes from a network of their own, and trusts the authority that Caddy has made."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        home = folder / "home"
        trust(home / ".pki" / "nssdb", machine.root / AUTHORITY)
        m, browsers = Meeting(opened_circle(machine), {}), {}
        for seat, rules in lets_through.items():
            host = net.host(rules)
            host.knows(dict.fromkeys((DOMAIN, RELAY_DOMAIN), server.ipv4))
            script = host.command(folder, "chromium")
            browsers[seat] = launch(playwright, executable=script, env=os.environ | {"HOME": str(home)})
            opened.callback(browsers[seat].close)
            m.pages[seat] = PersonsPage(browsers[seat], f"https://{DOMAIN}", m.tokens[seat - 1], seat)
            m[seat].join(NAMES[seat]).has_voice("heard")
        yield m, browsers


if __name__ == "__main__":
    main()
