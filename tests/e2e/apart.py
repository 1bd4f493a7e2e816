"""Browsers and their server in networks of their own (`tests/support/namespaces.py`)."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Playwright

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


@contextmanager
def meeting_apart(
    playwright: Playwright, server: ServerProcess, at: Host, people: Mapping[int, Host], folder: Path
) -> Iterator[Meeting]:
    """These people come, each with a browser in their own network, to a server at `at`."""
    with at.entered():
        tokens = server.open_circle()
    m = Meeting(tokens, {})
    with ExitStack() as opened:
        for seat, host in people.items():
            address = at.ipv4 if host.has_ipv4 else f"[{at.ipv6}]"
            browser = launch(
                playwright,
                f"--host-resolver-rules=MAP localhost {address}",
                executable=host.command(folder, "chromium"),
            )
            opened.callback(browser.close)
            m.pages[seat] = PersonsPage(browser, server.url, tokens[seat - 1], seat)
            m[seat].join(NAMES[seat]).has_voice("heard")
        yield m


class Way(NamedTuple):
    """Of somebody's sound; all empty while it has none."""

    protocol: str
    servers: str
    """The server's address, and the browser's own."""
    own: str


def way(page: PersonsPage) -> Way:
    """By which way a page's sound goes now."""
    [selected] = [each.get("selectedCandidatePairId") for each in page.stats("transport")] or [None]
    pair = next((pair for pair in page.stats("candidate-pair") if pair["id"] == selected), None)
    if pair is None:
        return Way("", "", "")
    [ours] = [each for each in page.stats("remote-candidate") if each["id"] == pair["remoteCandidateId"]]
    [own] = [each for each in page.stats("local-candidate") if each["id"] == pair["localCandidateId"]]
    return Way(ours["protocol"], ours["address"], own["address"])
