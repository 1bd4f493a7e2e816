"""`make prove-install`: a fresh Debian 12 becomes a server by one command, boots, and a circle meets there in Chromium.

The machine is a folder with its own systemd in Linux namespaces. Caddy signs its certificates itself, for no authority
of the internet can look at a name in here; all else is as it is installed anywhere. Needs root, and Debian's packages.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Playwright, expect, sync_playwright

from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_MS
from tests.e2e.test_networks import STEPS, way_at
from tests.install.machine import Machine, switched_on
from tests.install.test_settings import EXPOSURE_MAX, exposure_of
from tests.support.namespaces import EVERYTHING, NO_UDP, Host, Networks, networks
from tests.support.scene import FRIDA, MIA, NAMES, PIET
from tests.support.trust import trust

DOMAIN = "circle.example"
ONLY_THE_PAGE_AND_TLS = ("tcp dport { 443, 5349 } accept", "tcp sport { 443, 5349 } accept", "drop")
LETS_THROUGH = {FRIDA: EVERYTHING, PIET: NO_UDP, MIA: ONLY_THE_PAGE_AND_TLS}
AUTHORITY = "var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt"
HEALTHY = 'python3 -c "import urllib.request as u; u.urlopen(\\"http://127.0.0.1:8080/health\\")" 2>/dev/null'
OPEN = f"""python3 -c '
import json, urllib.request as u
key = open("/etc/balint/opening-key").read().strip()
asked = json.dumps(dict(title="First", seats=6, facilitators=2, observers=1, steps={json.dumps(STEPS)})).encode()
told = {{"Authorization": "Bearer " + key, "Content-Type": "application/json"}}
for each in json.load(u.urlopen(u.Request("http://127.0.0.1:8080/api/circles", asked, told)))["invitations"]:
    print(each["link"].partition("#")[2])'"""


def main() -> None:
    """Prove it in a folder that goes, or in one that is named and stays, and say how long each part took."""
    with tempfile.TemporaryDirectory() as passing:
        prove(Path(sys.argv[1] if sys.argv[1:] else passing, "machine"))


def prove(root: Path) -> None:
    """Everything, from nothing to nothing."""
    with networks() as net, sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        server = net.host()
        with told("a fresh Debian 12, by debootstrap"):
            machine = Machine.fresh(root)
        machine.clone()
        with told("make install"):
            machine.run(f"make -C /root/circle install DOMAIN={DOMAIN} ADDRESS={server.ipv4} TLS=internal")
        (machine.root / "etc/hosts").write_text(f"127.0.0.1 localhost\n{server.ipv4} {DOMAIN}\n")
        with told("the machine boots, and everything answers"):
            power = ExitStack()
            power.enter_context(switched_on(machine, server))
            machine.run(f"timeout 60 sh -c 'until [ -s /{AUTHORITY} ] && {HEALTHY}; do sleep 0.2; done'")
            machine.run(f"cp /{AUTHORITY} /usr/local/share/ca-certificates/own.crt; update-ca-certificates")
            machine.run("systemctl start balint-relay-certificate")
        with power:
            print(exposure := machine.run("systemd-analyze security balint --no-pager | tail -n 1").strip())
            assert exposure_of(exposure) < EXPOSURE_MAX
            print(machine.run("balint doctor"))
            with told("three people meet over https and wss"), meeting_at(machine, server, net, playwright) as m:
                holds_a_circle(m)
            lives_on(machine)


def holds_a_circle(m: Meeting) -> None:
    """H1: whoever they are and whatever their networks let through, they hear whom they may."""
    everybody = {FRIDA, PIET, MIA}
    m.assert_heard(everybody)
    print({NAMES[seat]: way_at(page) for seat, page in m.pages.items()})
    m.next("call_for_case")
    m.make_presenter()
    for phase in ("presentation", "sit_back", "reflection"):
        m.next(phase)
    m.assert_heard(everybody - {PIET})
    m.assert_healthy()
    assert m.faults() == {}


def lives_on(machine: Machine) -> None:
    """Copies are made, releases change and fall back, and what is kept outlives it all."""
    machine.run("systemctl start balint-backup && ls /var/lib/balint/backups/*/circles.sqlite")
    print(machine.run("balint circles"))
    with told("make upgrade to the same release"):
        machine.run("make -C /root/circle upgrade")
    before = machine.run("readlink /opt/balint/current")
    newer = "git -C /root/circle -c user.name=x -c user.email=x@x commit --quiet --allow-empty -m newer"
    next_one = "/opt/balint/releases/$(git -C /root/circle rev-parse --short=12 HEAD)"
    machine.run(f"{newer}; cp -a /opt/balint/current/. {next_one}; rm {next_one}/app/main.py")
    with told("a release that does not start, and back"):
        machine.run("make -C /root/circle upgrade", fails=True)
    assert machine.run("readlink /opt/balint/current") == before
    machine.run("systemctl is-active balint && balint circles")
    with told("a release that changes the store and does not start, and back"):
        goes_back_to_the_copy(machine)
    machine.run("journalctl --no-pager | grep -E '10[.]0[.][2-9][.]' | grep -v kernel", fails=True)
    machine.run("make -C /root/circle uninstall")
    machine.run("systemctl is-active balint caddy coturn", fails=True)
    machine.run("test -s /var/lib/balint/circles.sqlite && test -s /etc/balint/opening-key && ! test -e /opt/balint")


def goes_back_to_the_copy(machine: Machine) -> None:
    """The release before opens the store, with the circles that were open, although the new one had changed it."""
    before = machine.run("readlink /opt/balint/current")
    circles = machine.run("balint circles | cut -d ' ' -f 1")
    machine.run("git -C /root/circle -c user.name=x -c user.email=x@x commit --quiet --allow-empty -m newer-store")
    new = machine.run("echo /opt/balint/releases/$(git -C /root/circle rev-parse --short=12 HEAD)").strip()
    machine.run(f"rm -rf {new}; cp -a /opt/balint/current/. {new}")
    machine.run(f"sed -i 's/^SCHEMA_VERSION = .*/SCHEMA_VERSION = 99/' {new}/app/store/sqlite.py")
    opened = "start(_forget_records(store, settings.records_kept_days), opened)"
    machine.run(f"sed -i 's/{opened}/raise SystemExit(1)/' {new}/app/main.py; grep -q SystemExit {new}/app/main.py")
    assert "back to the copy from before" in machine.run("make -C /root/circle upgrade", fails=True)
    assert machine.run("readlink /opt/balint/current") == before
    assert machine.run("systemctl is-active balint >/dev/null && balint circles | cut -d ' ' -f 1") == circles
    machine.run("test ! -e /var/lib/balint/before-upgrade")


@contextmanager
def meeting_at(machine: Machine, server: Host, net: Networks, playwright: Playwright) -> Iterator[Meeting]:
    """Everybody comes from a network of their own, and trusts the authority that Caddy has made."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        home = folder / "home"
        trust(home / ".pki" / "nssdb", machine.root / AUTHORITY)
        m = Meeting(machine.run(OPEN).split(), {})
        for seat, lets_through in LETS_THROUGH.items():
            host = net.host(lets_through)
            host.knows({DOMAIN: server.ipv4})
            script = host.command(folder, "chromium")
            browser = launch(playwright, executable=script, env=os.environ | {"HOME": str(home)})
            opened.callback(browser.close)
            m.pages[seat] = PersonsPage(browser, f"https://{DOMAIN}", m.tokens[seat - 1], seat)
            m[seat].join(NAMES[seat]).has_voice("heard")
        yield m


@contextmanager
def told(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:6.1f} s  {what}", flush=True)


if __name__ == "__main__":
    main()
