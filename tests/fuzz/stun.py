"""Connectivity checks, with aioice as the oracle: as they came, and signed as by somebody who knows the password."""

import hmac
import struct
from collections.abc import Hashable, Iterator

from aioice import stun as oracle

from app.media import stun

PASSWORD = b"pass word of the offer"
_COOKIE = b"\x21\x12\xa4\x42"
_FINGERPRINT = 0x8028


def _check(**attributes: object) -> bytes:
    message = oracle.Message(oracle.Method.BINDING, oracle.Class.REQUEST, b"transaction!")
    message.attributes |= {name.replace("_", "-"): value for name, value in attributes.items()}
    message.add_message_integrity(PASSWORD)
    return bytes(message)


SEEDS = (
    _check(USERNAME="ours:theirs", PRIORITY=1, ICE_CONTROLLING=1, USE_CANDIDATE=None),
    _check(USERNAME="ours:theirs", PRIORITY=1, ICE_CONTROLLED=1),
    _check(USERNAME="o:t", SOFTWARE="a browser", USE_CANDIDATE=None),
    _check(PRIORITY=1),
)


def check(data: bytes) -> Hashable:
    """Give what was read of both, and of the same as an answer to us."""
    return _read(data), _read(_signed(data[20:])), _read_answer(b"\x01\x01" + data[2:])


def _signed(attributes: bytes) -> bytes:
    """A request with these attributes, right in all that stands around them."""
    head = b"\x00\x01" + (len(attributes) + 24 & 0xFFFF).to_bytes(2, "big") + _COOKIE + b"transaction!"
    return head + attributes + b"\x00\x08\x00\x14" + hmac.digest(PASSWORD, head + attributes, "sha1")


def _read(data: bytes) -> Hashable:
    request = stun.read_request(data)
    authentic = request is not None and stun.is_authentic(request, PASSWORD)
    theirs = _understood(data)
    if theirs is not None:
        assert authentic
        assert request is not None
        assert (request.transaction, request.username, request.nominates) == theirs
    if request is None:
        return None
    assert request.transaction == data[8:20]
    assert b":" not in request.username
    assert request.username in data
    assert not stun.is_authentic(request, PASSWORD + b"!")
    if request.error is not None:
        _is_refused(request)
    return authentic, request.error, request.nominates, len(request.username), len(request.signed)


def _read_answer(data: bytes) -> Hashable:
    answer = stun.read_success(data)
    if answer is None:
        return None
    assert answer.transaction == data[8:20]
    assert not answer.signature or answer.signature in data
    return len(answer.signed)


def _is_refused(request: stun.Request) -> None:
    """An error is understood by aioice, and names no more than there was."""
    assert request.error is not None
    refused = oracle.parse_message(stun.failure(request.transaction, request.error, request.unknown, PASSWORD))
    assert refused.transaction_id == request.transaction
    assert refused.attributes["ERROR-CODE"] == (request.error, "")
    assert refused.check_message_integrity(PASSWORD)
    assert bool(request.unknown) or request.error is not stun.Error.UNKNOWN_ATTRIBUTE


def _understood(data: bytes) -> tuple[bytes, bytes, bool] | None:
    """What aioice makes of an authentic check that names somebody: transaction, our name, whether it nominates."""
    try:
        message = oracle.parse_message(data)
    except (ValueError, struct.error):
        return None
    attributes = message.attributes
    is_check = (message.message_method, message.message_class) == (oracle.Method.BINDING, oracle.Class.REQUEST)
    if not is_check or data[4:8] != _COOKIE or len(data) % 4 or not message.check_message_integrity(PASSWORD):
        return None
    kinds = list(_kinds(data))
    username = attributes.get("USERNAME", "").encode().partition(b":")[0]
    if not username or len(set(kinds)) < len(kinds) or _FINGERPRINT in kinds[:-1]:
        return None  # of what comes twice the first counts, and with aioice the last; a fingerprint ends a message
    return message.transaction_id, username, "USE-CANDIDATE" in attributes


def _kinds(data: bytes) -> Iterator[int]:
    at = 20
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("!HH", data, at)
        yield kind
        at += 4 + (length + 3 & ~3)
