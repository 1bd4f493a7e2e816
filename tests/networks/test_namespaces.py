"""The networks of these tests are what they say they are: otherwise a firewall that lets all through proves nothing."""

import selectors
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from tests.support.namespaces import (
    EVERYTHING,
    NO_UDP,
    NOTHING,
    ONLY_TCP_443,
    Host,
    Networks,
    needs_networks,
    only_with,
)
from tests.support.namespaces import networks as made_networks

pytestmark = needs_networks

PATIENCE_S = 5
MOMENT_S = 0.1
"""How long what is to be dropped is waited for, once all else has come."""


@pytest.fixture(scope="module")
def networks() -> Iterator[Networks]:
    with made_networks() as made:
        yield made


@pytest.fixture(scope="module")
def server(networks: Networks) -> Iterator[Host]:
    """A host that answers by UDP at 8000, and takes TCP at 443 and 8000."""
    host = networks.host()
    with ExitStack() as opened, host.entered():
        udp = opened.enter_context(socket.socket(socket.AF_INET6, socket.SOCK_DGRAM))
        udp.bind(("::", 8000))
        threading.Thread(target=echo, args=(udp,), daemon=True).start()
        for port in (443, 8000):
            opened.enter_context(socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True))
        yield host


@pytest.mark.parametrize(
    ("lets_through", "passes"),
    [
        (EVERYTHING, {"udp", 443, 8000}),
        (NO_UDP, {443, 8000}),
        (ONLY_TCP_443, {443}),
        (only_with("10.0.9.2"), set()),
        (NOTHING, set()),
    ],
    ids=["everything", "no UDP", "only TCP 443", "only with another", "nothing"],
)
def test_a_router_lets_through_what_it_is_told(
    networks: Networks, server: Host, lets_through: tuple[str, ...], passes: set[object]
) -> None:
    client = networks.host(lets_through)
    for address in (server.ipv4, server.ipv6):
        assert_passes(client, address, passes)
    client.lets_through(only_with(server.ipv4))
    assert_passes(client, server.ipv4, {"udp", 443, 8000})
    assert_passes(client, server.ipv6, set())


def test_a_host_has_the_families_it_was_given_and_another_address_after_a_move(
    networks: Networks, server: Host
) -> None:
    client = networks.host(ipv4=False)
    assert_passes(client, server.ipv6, {"udp", 443, 8000})
    with pytest.raises(OSError, match="unreachable"):
        own_address(client, server.ipv4)
    before = own_address(client, server.ipv6)
    assert before == client.ipv6
    client.move()
    assert own_address(client, server.ipv6) == client.ipv6 != before


def test_nothing_is_left_of_networks_and_of_what_ran_in_them() -> None:
    with made_networks() as made:
        host = made.host()
        with host.entered():
            left = subprocess.Popen(["sleep", "600"])
    assert left.wait(5) != 0
    names = subprocess.run(["ip", "netns", "list"], capture_output=True, text=True, check=True).stdout
    assert host.name not in names
    assert made.router.name not in names


def echo(udp: socket.socket) -> None:
    while True:
        try:
            udp.sendto(*udp.recvfrom(100))
        except OSError:
            return


def assert_passes(client: Host, address: str, wanted: set[object]) -> None:
    """Try everything at once: what passes does so within one and the same moment."""
    with client.entered(), ExitStack() as opened, selectors.DefaultSelector() as answers:
        for what in ("udp", 443, 8000):
            tried = opened.enter_context(attempt(address, what))
            answers.register(tried, selectors.EVENT_READ if what == "udp" else selectors.EVENT_WRITE, what)
        passed: set[object] = set()
        while found := answers.select(PATIENCE_S if wanted - passed else MOMENT_S):
            for key, _ in found:
                assert isinstance(key.fileobj, socket.socket)
                assert key.fileobj.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
                answers.unregister(key.fileobj)
                passed.add(key.data)
        assert passed == wanted


def attempt(address: str, what: object) -> socket.socket:
    """A question by UDP, or a connection that is being made."""
    tried = socket.socket(family_of(address), socket.SOCK_DGRAM if what == "udp" else socket.SOCK_STREAM)
    tried.setblocking(False)
    with suppress(BlockingIOError):
        tried.connect((address, 8000 if what == "udp" else what))
    if what == "udp":
        tried.send(b"?")
    return tried


def own_address(client: Host, towards: str) -> str:
    with client.entered(), socket.socket(family_of(towards), socket.SOCK_DGRAM) as udp:
        udp.connect((towards, 8000))
        return str(udp.getsockname()[0])


def family_of(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET
