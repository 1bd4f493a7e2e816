"""The socket that moves datagrams by the batch, in both of its ways."""

import socket
from collections.abc import Iterator

import pytest

from app.media.batch import NAME_BYTES, Batch
from app.media.udp import ADDRESS_BYTES, UdpPort, host_and_port, pack_address


@pytest.fixture(params=[False, True], ids=["many at once", "one by one"])
def port(request: pytest.FixtureRequest) -> Iterator[UdpPort]:
    made = UdpPort("127.0.0.1", 0, Batch(4, 256), Batch(8, 256), one_by_one=request.param)
    yield made
    made.close()
    made.close()


@pytest.fixture
def other() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.bind(("127.0.0.1", 0))
        made.settimeout(2)
        yield made


def put(port: UdpPort, slot: int, datagram: bytes, address: bytes) -> None:
    start, name = port.tx.starts[slot], slot * NAME_BYTES
    port.tx.data[start : start + len(datagram)] = datagram
    port.tx.lengths[slot] = len(datagram)
    port.tx.names[name : name + ADDRESS_BYTES] = address


def test_an_address_is_what_it_says() -> None:
    assert host_and_port(pack_address("192.0.2.1", 5000)) == (bytes([192, 0, 2, 1]), (5000).to_bytes(2, "big"))


def test_datagrams_come_in_order_with_length_and_sender(port: UdpPort, other: socket.socket) -> None:
    sent = [bytes([n]) * (n + 1) for n in range(6)]
    for datagram in sent:
        other.sendto(datagram, ("127.0.0.1", port.number))
    received = []
    for expected in (4, 2, 0):
        count = port.receive()
        assert count == expected
        for slot in range(count):
            start, name = port.rx.starts[slot], slot * NAME_BYTES
            received.append(bytes(port.rx.data[start : start + port.rx.filled[slot]]))
            assert port.rx.names[name : name + ADDRESS_BYTES] == pack_address(*other.getsockname())
    assert received == sent


def test_a_datagram_that_is_too_long_is_cut(port: UdpPort, other: socket.socket) -> None:
    other.sendto(bytes(1000), ("127.0.0.1", port.number))
    assert port.receive() == 1
    assert port.rx.filled[0] == 256


def test_what_cannot_be_sent_does_not_hold_up_the_rest(port: UdpPort, other: socket.socket) -> None:
    here, nowhere = pack_address(*other.getsockname()), pack_address("127.0.0.1", 0)
    for slot in range(8):
        put(port, slot, bytes([slot]) * 20, nowhere if slot in {0, 3, 4, 7} else here)
    port.flush(8)
    assert [other.recv(100)[0] for _ in range(4)] == [1, 2, 5, 6]
    assert port.unsent == 4


def test_one_datagram_can_be_sent_at_once(port: UdpPort, other: socket.socket) -> None:
    port.send(b"now", pack_address(*other.getsockname()))
    assert other.recv(100) == b"now"
    port.send(b"nowhere", pack_address("127.0.0.1", 0))
    assert port.unsent == 1


def test_a_taken_port_is_said_so(port: UdpPort) -> None:
    with pytest.raises(OSError, match="in use"):
        UdpPort("127.0.0.1", port.number, Batch(1, 64), Batch(1, 64))
