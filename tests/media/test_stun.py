"""The STUN responder, with aioice as the independent oracle."""

import ipaddress

import pytest
from aioice import stun as oracle
from hypothesis import given
from hypothesis import strategies as st

from app.media import stun

PASSWORD = b"pass word of the offer"


def request(nominates: bool = False, password: bytes = PASSWORD, username: str = "ours:theirs") -> bytes:
    message = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    message.attributes["USERNAME"] = username
    message.attributes["PRIORITY"] = 1
    if nominates:
        message.attributes["USE-CANDIDATE"] = None
    message.add_message_integrity(password)
    return bytes(message)


@pytest.mark.parametrize("nominates", [True, False])
def test_a_request_is_read(nominates: bool) -> None:
    datagram = request(nominates)
    read = stun.read_request(datagram)
    assert read is not None
    assert read.username == b"ours"
    assert read.nominates is nominates
    assert read.transaction == oracle.parse_message(datagram).transaction_id


@given(st.binary(max_size=40), st.text("abcdefgh0123", min_size=1, max_size=20))
def test_only_the_right_password_is_authentic(password: bytes, username: str) -> None:
    read = stun.read_request(request(password=password, username=username + ":x"))
    assert read is not None
    assert read.username == username.encode()
    assert stun.is_authentic(read, password)
    assert not stun.is_authentic(read, password + b"!")


@given(st.data())
def test_no_altered_request_is_authentic(data: st.DataObject) -> None:
    datagram = bytearray(request(nominates=True))
    signed_bytes = len(datagram) - 8  # the fingerprint behind the signature may be anything
    at = data.draw(st.integers(0, signed_bytes - 1))
    datagram[at] ^= data.draw(st.integers(1, 255))
    read = stun.read_request(bytes(datagram))
    assert read is None or not stun.is_authentic(read, PASSWORD)


@given(st.ip_addresses(v=4), st.integers(0, 65535), st.binary(min_size=12, max_size=12))
def test_the_oracle_understands_the_response(host: ipaddress.IPv4Address, port: int, transaction: bytes) -> None:
    response = stun.success(transaction, host.packed, port.to_bytes(2, "big"), PASSWORD)
    read = oracle.parse_message(response)  # checks the fingerprint
    assert read.check_message_integrity(PASSWORD)
    assert read.message_class == oracle.Class.RESPONSE
    assert read.transaction_id == transaction
    assert read.attributes["XOR-MAPPED-ADDRESS"] == (str(host), port)
    assert "FINGERPRINT" in read.attributes


@given(st.binary(max_size=200))
def test_rubbish_is_no_request(datagram: bytes) -> None:
    assert stun.read_request(datagram) is None


@given(st.binary(max_size=120))
def test_rubbish_behind_a_good_header_never_raises(body: bytes) -> None:
    header = b"\x00\x01" + len(body).to_bytes(2, "big") + b"\x21\x12\xa4\x42" + bytes(12)
    read = stun.read_request(header + body)
    assert read is None or not stun.is_authentic(read, PASSWORD)


def test_a_cut_request_is_none() -> None:
    datagram = request()
    assert all(stun.read_request(datagram[:length]) is None for length in range(len(datagram)))
