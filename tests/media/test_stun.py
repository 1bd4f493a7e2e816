"""The STUN responder, with aioice as the independent oracle."""

import hmac
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


@given(st.ip_addresses(), st.integers(0, 65535), st.binary(min_size=12, max_size=12))
def test_the_oracle_understands_the_response(
    host: ipaddress.IPv4Address | ipaddress.IPv6Address, port: int, transaction: bytes
) -> None:
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


def written(attributes: dict[str, object] | None = None, *, raw: bytes = b"", unsigned: bool = False) -> bytes:
    """A request with these attributes, and others as they come before its signature, which is right."""
    message = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    message.attributes["USERNAME"] = "ours:theirs"
    message.attributes.update(attributes or {})
    plain = bytes(message) + raw
    if unsigned:
        return with_body(plain, len(plain) - 20)
    plain = with_body(plain, len(plain) - 20 + 24)
    return plain + b"\x00\x08\x00\x14" + hmac.digest(PASSWORD, plain, "sha1")


def with_body(message: bytes, body_bytes: int) -> bytes:
    return message[:2] + body_bytes.to_bytes(2, "big") + message[4:]


@pytest.mark.parametrize(
    ("datagram", "error"),
    [
        pytest.param(written(), None, id="bare"),
        pytest.param(
            written({"PRIORITY": 1, "ICE-CONTROLLING": 7, "USE-CANDIDATE": None}), None, id="all-of-a-browsers"
        ),
        pytest.param(written(raw=b"\xff\xff\x00\x01x\x00\x00\x00"), None, id="unknown-and-optional"),
        pytest.param(written(raw=b"\x00\x06\x00\x01x\x00\x00\x00"), None, id="user-name-twice"),
        pytest.param(written(raw=b"\x00\x24\x00\x03abc\x00"), 400, id="priority-of-three-bytes"),
        pytest.param(written(raw=b"\x00\x24\x00\x00"), 400, id="priority-of-none"),
        pytest.param(written(raw=b"\x00\x25\x00\x01x\x00\x00\x00"), 400, id="use-candidate-with-a-value"),
        pytest.param(written(raw=b"\x80\x2a\x00\x04abcd"), 400, id="controlling-of-four-bytes"),
        pytest.param(written({"ICE-CONTROLLING": 7, "ICE-CONTROLLED": 8}), 400, id="both-roles"),
        pytest.param(written({"USERNAME": "ours:" + "x" * 504}), 400, id="user-name-too-long"),
        pytest.param(written() + b"\x00\x24\x00\x04", 400, id="after-the-signature"),
        pytest.param(written(raw=b"\x00\x03\x00\x04abcd"), 420, id="unknown-and-required"),
        pytest.param(written({"ICE-CONTROLLED": 7}), 487, id="the-other-is-controlled"),
    ],
)
def test_what_is_authentic_and_wrong_has_its_error(datagram: bytes, error: int | None) -> None:
    if datagram[2:4] != (len(datagram) - 20).to_bytes(2, "big"):
        datagram = with_body(datagram, len(datagram) - 20)  # what follows the signature is not signed
    read = stun.read_request(datagram)
    assert read is not None
    assert read.username == b"ours"
    assert stun.is_authentic(read, PASSWORD)
    assert read.error == error


def test_a_request_that_is_not_signed_is_read_and_never_authentic() -> None:
    read = stun.read_request(written(unsigned=True))
    assert read is not None
    assert (read.username, read.signature) == (b"ours", b"")
    assert not stun.is_authentic(read, PASSWORD)
    assert not stun.is_authentic(read, b"")


@pytest.mark.parametrize("many", [stun.ATTRIBUTES_MAX + 1, 370])
@pytest.mark.parametrize("behind", [False, True], ids=["signed", "behind-the-signature"])
def test_what_has_more_attributes_than_any_check_is_nothing(many: int, behind: bool) -> None:
    """Or a stranger's datagram, of which all are read before its name is looked up, would cost thirty times as much."""
    few, too_many = (b"\xff\xff\x00\x00" * (count - 2) for count in (stun.ATTRIBUTES_MAX, many))  # and two of its own

    def request_with(more: bytes) -> bytes:
        datagram = written() + more if behind else written(raw=more)
        return with_body(datagram, len(datagram) - 20)

    assert stun.read_request(request_with(few)) is not None
    assert stun.read_request(request_with(too_many)) is None


def test_all_unknown_attributes_are_named_once() -> None:
    raw = b"\x00\x03\x00\x00" + b"\x7f\xff\x00\x00" + b"\x00\x03\x00\x00" + b"\xff\x00\x00\x00"
    read = stun.read_request(written(raw=raw))
    assert read is not None
    assert read.unknown == (0x0003, 0x7FFF)
    response = oracle.parse_message(stun.failure(b"t" * 12, stun.Error.UNKNOWN_ATTRIBUTE, read.unknown, PASSWORD))
    assert response.attributes["ERROR-CODE"][0] == 420
    assert (
        stun.failure(b"t" * 12, stun.Error.UNKNOWN_ATTRIBUTE, read.unknown)[28:36]
        == b"\x00\x0a\x00\x04\x00\x03\x7f\xff"
    )


@pytest.mark.parametrize("error", stun.Error)
@pytest.mark.parametrize("password", [None, PASSWORD])
def test_the_oracle_understands_every_error(error: stun.Error, password: bytes | None) -> None:
    read = oracle.parse_message(stun.failure(b"t" * 12, error, (3,), password))
    assert read.message_class == oracle.Class.ERROR
    assert read.transaction_id == b"t" * 12
    assert read.attributes["ERROR-CODE"] == (error, "")
    assert "FINGERPRINT" in read.attributes
    assert read.check_message_integrity(PASSWORD) is (password is not None)


@given(st.lists(st.integers(0, 0x7FFF), max_size=40), st.binary(min_size=16, max_size=30))
def test_no_error_is_longer_than_its_request(kinds: list[int], username: bytes) -> None:
    attributes = b"".join(kind.to_bytes(2, "big") + b"\x00\x00" for kind in kinds)
    plain = b"\x00\x01\x00\x00\x21\x12\xa4\x42" + bytes(12) + b"\x00\x06" + len(username).to_bytes(2, "big")
    plain += username + bytes(-len(username) % 4) + attributes
    plain = with_body(plain, len(plain) - 20 + 24)
    datagram = plain + b"\x00\x08\x00\x14" + hmac.digest(PASSWORD, plain, "sha1")
    read = stun.read_request(datagram)
    if read is not None and stun.is_authentic(read, PASSWORD) and read.error is not None:
        assert len(stun.failure(read.transaction, read.error, read.unknown, PASSWORD)) <= len(datagram)
    assert len(stun.failure(bytes(12), stun.Error.UNAUTHENTICATED)) <= len(datagram)


@given(st.data())
def test_a_wrong_fingerprint_means_that_it_is_nothing(data: st.DataObject) -> None:
    datagram = bytearray(request())
    assert datagram[-8:-4] == b"\x80\x28\x00\x04"
    at = data.draw(st.sampled_from([*range(8, 20), *range(len(datagram) - 4, len(datagram))]))
    datagram[at] ^= data.draw(st.integers(1, 255))
    assert stun.read_request(bytes(datagram)) is None


def test_a_fingerprint_that_is_not_the_last_means_that_it_is_nothing() -> None:
    datagram = request() + b"\x80\x22\x00\x00"
    assert stun.read_request(with_body(datagram, len(datagram) - 20)) is None


@given(st.binary(min_size=12, max_size=12), st.text("abcdefgh0123", min_size=4, max_size=40), st.binary(min_size=22))
def test_the_oracle_understands_our_request(transaction: bytes, ufrag: str, password: bytes) -> None:
    read = oracle.parse_message(stun.request(transaction, ufrag.encode() + b":ours", password))
    assert read.message_class == oracle.Class.REQUEST
    assert read.message_method == oracle.Method.BINDING
    assert read.transaction_id == transaction
    assert read.attributes["USERNAME"] == f"{ufrag}:ours"
    assert read.attributes["ICE-CONTROLLED"] == 0
    assert read.check_message_integrity(password)
    assert "FINGERPRINT" in read.attributes


def test_a_question_is_no_longer_than_the_shortest_check_of_a_browser() -> None:
    """Or one check would not be enough to be asked back."""
    check = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST)
    check.attributes.update({"USERNAME": "x" * 16 + ":abcdefgh", "PRIORITY": 1, "ICE-CONTROLLING": 1})
    check.add_message_integrity(PASSWORD)
    assert len(stun.request(bytes(12), b"abcdefgh:" + b"x" * 16, PASSWORD)) <= len(bytes(check))


def test_an_answer_is_read() -> None:
    response = oracle.Message(oracle.Method.BINDING, oracle.Class.RESPONSE, b"t" * 12)
    response.attributes["XOR-MAPPED-ADDRESS"] = ("192.0.2.1", 5000)
    response.add_message_integrity(PASSWORD)
    read = stun.read_success(bytes(response))
    assert read is not None
    assert read.transaction == b"t" * 12
    assert stun.is_authentic(read, PASSWORD)
    assert stun.read_request(bytes(response)) is None
    assert stun.read_success(request()) is None
