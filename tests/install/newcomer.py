"""`make prove-newcomer`: README's commands typed on a fresh Debian 12 with Python and make and nothing else, timed.

From outside Chromium opens the links that `make run` prints, and one of our clients sits in the circle of `make demo`.
Packages come by this machine's network, and port 8000 is this machine's. Needs root and debootstrap.

    python -m tests.install.newcomer                   everything: nearly an hour
    python -m tests.install.newcomer run demo-fast     these alone
    python -m tests.install.newcomer --in FOLDER test  in a folder that stays, and may be there from before
"""

import argparse
import asyncio
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from app.client.asked import Gone
from app.client.client import joined
from app.client.sound import PeerSound
from app.demo.circle import SEATS
from app.page_hashes import show_page_hashes
from tests.demo.table import Heard
from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_MS
from tests.install.machine import PAGE, Machine
from tests.install.prove import told
from tests.install.typed import Typed, typed
from tests.support.scene import FRIDA, MIA, NAMES, PIET

NOTHING_BUT = "ca-certificates,make,python3"
SET_UP_WITHIN_S = 900
CASE_WITHIN_S = 1800
TESTS_WITHIN_S = 3600
LINK = r"(http://localhost:\d+/#\S+)"


def run(machine: Machine) -> None:
    """What is printed is a circle in which people hear one another, by the very page that this machine builds (W18)."""
    with typed(machine, "make run") as it:
        with told("make run: a circle's links are printed"):
            links = it.says(f"^ +\\w+ +{LINK}$", SET_UP_WITHIN_S)
        with told("the page that was built there is, file by file, the one that was built here"):
            show_page_hashes(PAGE, links[0].partition("/#")[0], None)
        with told("three people meet in it, in Chromium"):
            meet(links)


def meet(links: list[str]) -> None:
    """H1"""
    people = {FRIDA, PIET, MIA}
    url = links[0].partition("/#")[0]
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        browser = launch(playwright)
        m = Meeting([link.partition("#")[2] for link in links], {})
        for seat in people:
            m.pages[seat] = PersonsPage(browser, url, m.tokens[seat - 1], seat)
            m[seat].join(NAMES[seat]).has_voice("heard")
        m.assert_heard(people)
        assert m.faults() == {}
        browser.close()


def demo_fast(machine: Machine) -> None:
    """Three times as fast."""
    demo(machine, "make demo fast=1")


def demo(machine: Machine, command: str = "make demo") -> None:
    """A whole case, with somebody in it who only listens."""
    with typed(machine, command) as it:
        with told(f"{command}: the links are printed"):
            [link] = it.says(f"^    member .*\n +{LINK}$", SET_UP_WITHIN_S)
        case_s, after_s = asyncio.run(sit_in(link))
        assert it.ends(SET_UP_WITHIN_S) == 0, it.text
        print(f"{case_s:6.1f} s  the case, and {after_s:.0f} s later the end of the meeting", flush=True)


async def sit_in(link: str) -> tuple[float, float]:
    """Be a member from the beginning to the end. How long the case took, and what came after it, in seconds."""
    ears, heard, began = PeerSound(), Heard(), time.monotonic()
    async with joined(link, "Mia", ears) as mia:
        heard.listen("Mia", mia, ears)
        await mia.until(lambda: mia.view.get("phase") == "lingering", CASE_WITHIN_S)
        case_s = time.monotonic() - began
        with suppress(Gone):
            await mia.until(lambda: False, CASE_WITHIN_S)
    by_phase = heard.of["Mia"]
    assert set.union(*by_phase.values()) == {*SEATS.values()}
    assert SEATS["Jonas"] in by_phase["presentation"] - by_phase["reflection"]
    return case_s, time.monotonic() - began - case_s


def test(machine: Machine) -> None:
    """Every test there is."""
    with typed(machine, "make test") as it:
        with told("make test: the first test of the server runs"):
            it.says(r"^.*bringing up nodes|^[.sFE]+ *\[|created: \d+/\d+ workers", SET_UP_WITHIN_S)
        with told("make test: all have run"):
            code = it.ends(TESTS_WITHIN_S)
        print(last_lines(it))
        assert code == 0


def last_lines(it: Typed) -> str:
    """What it came to."""
    return "\n".join(it.text.splitlines()[-40:])


COMMANDS = {"run": run, "demo-fast": demo_fast, "demo": demo, "test": test}


def main() -> None:
    """Type what is asked for, in the order of README."""
    parser = argparse.ArgumentParser(prog="tests.install.newcomer")
    parser.add_argument("commands", nargs="*", metavar="COMMAND", help=", ".join(COMMANDS))
    parser.add_argument("--in", dest="folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        root = Path(given.folder or passing) / "machine"
        machine = Machine(root) if root.exists() else fresh(root)
        for name in given.commands or COMMANDS:
            COMMANDS[name](machine)


def fresh(root: Path) -> Machine:
    """As a newcomer has it."""
    with told("a fresh Debian 12, by debootstrap, and this checkout in it"):
        machine = Machine.fresh(root, NOTHING_BUT)
        machine.clone()
    return machine


if __name__ == "__main__":
    main()
