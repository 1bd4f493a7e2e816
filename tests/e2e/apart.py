"""Browsers and their server in networks of their own (`tests/support/namespaces.py`)."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Playwright

from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting
from tests.e2e.page import PersonsPage
from tests.support.namespaces import Host
from tests.support.process import ServerProcess
from tests.support.scene import NAMES


@contextmanager
def server_at(host: Host, folder: Path, **environment: str) -> Iterator[ServerProcess]:
    """A server that listens on every address of a host. It is `localhost` for the browsers of `meeting_apart`."""
    everywhere = {"BALINT_HOST": "::", "BALINT_OPEN_TO_ALL": "1", "BALINT_MEDIA_HOST": "::"}
    with host.entered():
        server = ServerProcess(folder, **everywhere | environment).start()
    try:
        yield server
    finally:
        server.stop()


def browser_at(playwright: Playwright, host: Host, at: Host, folder: Path) -> Browser:
    """A browser in this host's network, for which the server's host is `localhost`."""
    address = at.ipv4 if host.has_ipv4 else f"[{at.ipv6}]"
    rule = f"--host-resolver-rules=MAP localhost {address}"
    return launch(playwright, rule, executable=host.command(folder, "chromium"))


@contextmanager
def meeting_apart(
    playwright: Playwright,
    server: ServerProcess,
    at: Host,
    people: Mapping[int, Host],
    folder: Path,
    script: str = "",
) -> Iterator[Meeting]:
    """These people come to a sealed circle, each with a browser in their own network. The server is at `at`; `script`
    runs in every page.
    """
    with at.entered():
        tokens = server.open_sealed()
    m = Meeting(tokens, {})
    with ExitStack() as opened, m.quoted():
        for seat, host in people.items():
            browser = browser_at(playwright, host, at, folder)
            opened.callback(browser.close)
            m.pages[seat] = PersonsPage(browser, server.url, tokens[seat - 1], seat)
            m[seat].page.add_init_script(script)
            m[seat].join(NAMES[seat]).has_voice("heard")
        yield m


WAY_KINDS = ("transport", "candidate-pair", "remote-candidate", "local-candidate")


class Way(NamedTuple):
    """Of somebody's sound; all empty while it has none."""

    protocol: str
    servers: str
    """The server's address, and the browser's own."""
    own: str


def way(page: PersonsPage) -> Way:
    """By which way a page's sound goes now; none too while one connection takes the place of another."""
    entries = {entry["id"]: entry for kind in WAY_KINDS for entry in page.stats(kind)}
    selected = next((entry.get("selectedCandidatePairId") for entry in entries.values()), None)
    pair = entries.get(selected or "", {})
    ours, own = (entries.get(pair.get(f"{side}CandidateId", ""), {}) for side in ("remote", "local"))
    return Way(ours.get("protocol", ""), ours.get("address", ""), own.get("address", ""))
