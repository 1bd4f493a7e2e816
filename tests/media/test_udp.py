"""The socket that moves datagrams by the batch, in both of its ways."""

import socket
import sys
from collections.abc import Iterator
from ipaddress import ip_address

import pytest

from app.media.address import host_and_port, pack_address
from app.media.batch import NAME_BYTES, Batch
from app.media.dscp import EXPEDITED
from app.media.udp import UdpPort

WAYS = {"many at once": False, "one by one": True}
BOUND = {"IPv4": ("127.0.0.1", "127.0.0.1"), "IPv6": ("::1", "::1"), "both, over IPv4": ("::", "127.0.0.1")}
"""To what the port is bound, and where it is reached; the last is how a server meets both families."""


@pytest.fixture(params=BOUND.values(), ids=BOUND)
def hosts(request: pytest.FixtureRequest) -> tuple[str, str]:
    hosts: tuple[str, str] = request.param
    return hosts


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def port(request: pytest.FixtureRequest, hosts: tuple[str, str]) -> Iterator[UdpPort]:
    made = UdpPort(hosts[0], 0, Batch(4, 256), Batch(8, 256), one_by_one=request.param)
    yield made
    made.close()
    made.close()


@pytest.fixture
def other(hosts: tuple[str, str]) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET6 if ":" in hosts[1] else socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.bind((hosts[1], 0))
        made.settimeout(2)
        yield made


def seen(hosts: tuple[str, str], host: str, port: int) -> bytes:
    """An address as the port of these hosts sees it."""
    return pack_address(f"::ffff:{host}" if hosts == BOUND["both, over IPv4"] else host, port)


def put(port: UdpPort, slot: int, datagram: bytes, address: bytes) -> None:
    start, name = port.tx.starts[slot], slot * NAME_BYTES
    port.tx.data[start : start + len(datagram)] = datagram
    port.tx.lengths[slot] = len(datagram)
    port.tx.names[name : name + NAME_BYTES] = address


@pytest.mark.parametrize(
    ("written", "host"), [("192.0.2.1", "192.0.2.1"), ("2001:db8::7", "2001:db8::7"), ("::ffff:192.0.2.1", "192.0.2.1")]
)
def test_an_address_is_what_it_says(written: str, host: str) -> None:
    assert host_and_port(pack_address(written, 5000)) == (ip_address(host).packed, (5000).to_bytes(2, "big"))


def test_datagrams_come_in_order_with_length_and_sender(
    port: UdpPort, other: socket.socket, hosts: tuple[str, str]
) -> None:
    sent = [bytes([n]) * (n + 1) for n in range(6)]
    for datagram in sent:
        other.sendto(datagram, (hosts[1], port.number))
    received = []
    for expected in (4, 2, 0):
        count = port.receive()
        assert count == expected
        for slot in range(count):
            start, name = port.rx.starts[slot], slot * NAME_BYTES
            received.append(bytes(port.rx.data[start : start + port.rx.filled[slot]]))
            assert port.rx.names[name : name + NAME_BYTES] == seen(hosts, *other.getsockname()[:2])
    assert received == sent


def test_a_datagram_that_is_too_long_is_cut(port: UdpPort, other: socket.socket, hosts: tuple[str, str]) -> None:
    other.sendto(bytes(1000), (hosts[1], port.number))
    assert port.receive() == 1
    assert port.rx.filled[0] == 256


def test_what_cannot_be_sent_does_not_hold_up_the_rest(
    port: UdpPort, other: socket.socket, hosts: tuple[str, str]
) -> None:
    here, nowhere = seen(hosts, *other.getsockname()[:2]), seen(hosts, hosts[1], 0)
    for slot in range(8):
        put(port, slot, bytes([slot]) * 20, nowhere if slot in {0, 3, 4, 7} else here)
    port.flush(8)
    assert [other.recv(100)[0] for _ in range(4)] == [1, 2, 5, 6]
    assert port.unsent == 4


def test_one_datagram_can_be_sent_at_once(port: UdpPort, other: socket.socket, hosts: tuple[str, str]) -> None:
    port.send(b"now", seen(hosts, *other.getsockname()[:2]))
    assert other.recv(100) == b"now"
    port.send(b"nowhere", seen(hosts, hosts[1], 0))
    assert port.unsent == 1


def test_a_taken_port_is_said_so(port: UdpPort, hosts: tuple[str, str]) -> None:
    with pytest.raises(OSError, match="in use"):
        UdpPort(hosts[0], port.number, Batch(1, 64), Batch(1, 64))


def test_what_is_sent_asks_to_be_carried_first(port: UdpPort, other: socket.socket, hosts: tuple[str, str]) -> None:
    """RFC 8837, section 5. Both ways of sending, over either family."""
    ancillary = {4: (socket.IPPROTO_IP, socket.IP_RECVTOS), 6: (socket.IPPROTO_IPV6, socket.IPV6_RECVTCLASS)}
    other.setsockopt(*ancillary[6 if ":" in hosts[1] else 4], 1)
    address = seen(hosts, *other.getsockname()[:2])
    put(port, 0, b"by the batch", address)
    port.flush(1)
    port.send(b"alone", address)
    for datagram in (b"by the batch", b"alone"):
        data, [(_, _, marked)], *_ = other.recvmsg(100, 100)
        assert data == datagram
        assert int.from_bytes(marked, sys.byteorder) >> 2 == EXPEDITED
