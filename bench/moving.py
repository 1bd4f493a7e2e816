"""Somebody's network changes under them: for how long no packet of a voice comes, and where that time goes.

Two people in networks of their own (`tests/support/namespaces.py`, which needs root); Finn talks all the time, and what
Frida's page does is written down (`moving.js`).
"""

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import sync_playwright

from tests.e2e.apart import meeting_apart, server_at
from tests.e2e.page import PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.namespaces import EVERYTHING, NO_UDP, Host, Namespace, networks, why_not
from tests.support.scene import FINN, FRIDA

ROUNDS = 6
SETTLES_S = 3.0
KNOWN_S = 3.0
"""After so long a browser knows of an address: Chromium on Linux looks two seconds after the last change."""

AWAY_MS = 1000
GAP_MS = 400
"""No packet for so long: the way has died. Voices come every 20 ms."""
UNNOTICED_MS = 8000
"""Where packets still come so long after a change, nothing has died."""

Found = TypeVar("Found")

_SCRIPT = (Path(__file__).parent / "moving.js").read_text()


def main() -> int:
    """Measure and print; 1 if the sound was not back within a second, in the median."""
    if missing := why_not():
        print(f"skipped: {missing}")
        return 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, networks() as net:
        here, moves, stays = net.host(), net.host(), net.host()
        ways = {"BALINT_MEDIA_ADVERTISE": f"{here.ipv4},{here.ipv6}", "BALINT_MEDIA_TCP_PORT": "8443"}
        with (
            server_at(here, Path(folder), **ways) as server,
            meeting_apart(playwright, server, here, {FRIDA: moves, FINN: stays}, Path(folder), _SCRIPT) as m,
        ):
            page = m[FRIDA]
            missed = [_other_network(page, moves, net.router), _another_address(page, moves), _no_udp(page, moves)]
            m[FINN].page.keyboard.press(" ")
            return max(*missed, _no_udp_in_silence(page, moves))


def _other_network(page: PersonsPage, host: Host, router: Namespace) -> int:
    """Of two networks at once, Wi-Fi and mobile, the one goes by which everything has gone; in turns."""
    router.ip("link", "add", "mobile", "type", "veth", "peer", "name", "mobile", "netns", host.name)
    for where, address in ((router, 1), (host, 2)):
        where.ip("address", "add", f"10.9.9.{address}/24", "dev", "mobile")
    router.ip("link", "set", "mobile", "up")
    away_ms = []
    for goes, comes in itertools.islice(itertools.cycle((("cable", "mobile"), ("mobile", "cable"))), ROUNDS):
        host.ip("link", "set", comes, "up")
        if comes == "cable":
            host.move()
        else:
            host.ip("route", "add", "default", "via", "10.9.9.1", "metric", "9")
        time.sleep(KNOWN_S)
        away_ms.append(_away_ms(page, partial(host.ip, "link", "set", goes, "down")))
    host.ip("link", "set", "cable", "up")
    host.move()
    return _print("one of two networks goes", away_ms)


def _another_address(page: PersonsPage, host: Host) -> int:
    return _print("another address, the only one", [_away_ms(page, host.move) for _ in range(ROUNDS)])


def _no_udp(page: PersonsPage, host: Host) -> int:
    return _print("UDP dropped from now on", [_away_ms(page, _drops_udp(host)) for _ in range(ROUNDS)])


def _no_udp_in_silence(page: PersonsPage, host: Host) -> int:
    """No packet tells then when the sound is back, but the page's new connection does."""
    return _print("the same while nobody speaks", [_renewed_ms(page, _drops_udp(host)) for _ in range(ROUNDS)])


def _drops_udp(host: Host) -> Callable[[], object]:
    """Let the host's sound go by UDP again, and give back what ends that."""
    host.lets_through(EVERYTHING)
    host.move()
    time.sleep(KNOWN_S)
    return partial(host.lets_through, NO_UDP)


def _away_ms(page: PersonsPage, change: Callable[[], object]) -> float:
    """For how long no packet came after the change."""
    _, (last_ms, next_ms) = _found_after(page, change, _gap)
    log = page.page.evaluate("since => moving.log.filter(([at]) => at >= since)", last_ms)
    steps = ", ".join(f"{what} {at - last_ms:.0f}" for at, what in log if at <= next_ms)
    print(f"    {steps}, a packet {next_ms - last_ms:.0f}", flush=True)
    return next_ms - last_ms


def _renewed_ms(page: PersonsPage, change: Callable[[], object]) -> float:
    """How long after the change a new connection stands."""
    since_ms, stands_ms = _found_after(page, change, _stands)
    print(f"    connected {stands_ms - since_ms:.0f}", flush=True)
    return stands_ms - since_ms


def _found_after(
    page: PersonsPage, change: Callable[[], object], look: Callable[[PersonsPage, float], Found | None]
) -> tuple[float, Found]:
    """When the change was, in ms since 1970, and what is found of it."""
    time.sleep(SETTLES_S)
    since_ms = time.time() * 1000
    change()
    deadline = time.monotonic() + PATIENCE_S
    while (found := look(page, since_ms)) is None:
        assert time.monotonic() < deadline, "the sound has not come back"
        time.sleep(0.1)
    return since_ms, found


def _stands(page: PersonsPage, since_ms: float) -> float | None:
    """When a connection first stood since then."""
    log: list[tuple[float, str]] = page.page.evaluate("moving.log")
    return next((at for at, what in log if at >= since_ms and what == "connected"), None)


def _gap(page: PersonsPage, since_ms: float) -> tuple[float, float] | None:
    """Between which packets there was none for long, the first time since then; or where nobody has noticed the change,
    for longest.
    """
    came: list[float] = page.page.evaluate("since => moving.packets.filter((at) => at >= since)", since_ms - GAP_MS / 2)
    pairs = list(itertools.pairwise(came))
    if died := next((pair for pair in pairs if pair[1] - pair[0] >= GAP_MS), None):
        return died
    return max(pairs, key=lambda pair: pair[1] - pair[0]) if came[-1] - since_ms > UNNOTICED_MS else None


def _print(what: str, away_ms: list[float]) -> int:
    median_ms = statistics.median(away_ms)
    met = median_ms <= AWAY_MS
    print(
        f"{what:40} p50 {median_ms:6.0f}, {min(away_ms):.0f} to {max(away_ms):.0f} ms, of {len(away_ms)} "
        f"(median to reach: {AWAY_MS}): {'met' if met else 'MISSED'}",
        flush=True,
    )
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
