"""How a browser and the server find each other (RFC 8445, RFC 8489, RFC 7675), without any I/O.

Browsers check the server with binding requests, and the server, though ICE-lite, checks each address of a browser
with its own. Whatever cannot be authentic is `None`, never an exception; what is authentic and yet wrong names the
error to answer with.
"""

import hmac
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

TRANSACTION_BYTES = 12

_HEADER_BYTES = 20
_REQUEST = b"\x00\x01"
_SUCCESS = b"\x01\x01"
_ERROR = b"\x01\x11"
_COOKIE = b"\x21\x12\xa4\x42"

_USERNAME = 0x0006
_INTEGRITY = 0x0008
_ERROR_CODE = 0x0009
_UNKNOWN_ATTRIBUTES = 0x000A
_XOR_MAPPED_ADDRESS = 0x0020
_PRIORITY = 0x0024
_USE_CANDIDATE = 0x0025
_FINGERPRINT = 0x8028
_CONTROLLED = 0x8029
_CONTROLLING = 0x802A

ATTRIBUTES_MAX = 24
"""Browsers send some ten. More are not read: a stranger's message is read before anybody knows whose it is."""

_OPTIONAL = 0x8000
"""Attributes from here on may be ignored by whoever does not know them (RFC 8489, section 14)."""

_LENGTHS = {_PRIORITY: 4, _USE_CANDIDATE: 0, _CONTROLLED: 8, _CONTROLLING: 8}
"""Bytes of the attributes a check may have, besides its user name (RFC 8445, section 16.1)."""

_KNOWN = frozenset([_USERNAME, *_LENGTHS])
_TIE_BREAKER = bytes(8)
"""The lowest: whoever is in doubt about the roles controls."""

_FAMILIES = {4: b"\x00\x01", 16: b"\x00\x02"}
_USERNAME_BYTES_MAX = 508
_INTEGRITY_BYTES = 20
_INTEGRITY_ATTRIBUTE_BYTES = 4 + _INTEGRITY_BYTES
_FINGERPRINT_ATTRIBUTE_BYTES = 8
_FINGERPRINT_XOR = 0x5354554E
_ATTRIBUTE = struct.Struct("!HH")
_INTEGRITY_HEADER = _ATTRIBUTE.pack(_INTEGRITY, _INTEGRITY_BYTES)
_FINGERPRINT_HEADER = _ATTRIBUTE.pack(_FINGERPRINT, 4)


class Error(IntEnum):
    """What a request can be refused with (RFC 8489, section 14.8; RFC 8445, section 16.2)."""

    BAD_REQUEST = 400
    UNAUTHENTICATED = 401
    UNKNOWN_ATTRIBUTE = 420
    ROLE_CONFLICT = 487


@dataclass(slots=True)
class Signed:
    """A message whose signature has not been looked at yet."""

    transaction: bytes
    signed: bytes
    """What the signature covers, with the length field the signer saw."""

    signature: bytes
    """Empty if there is none."""


@dataclass(slots=True)
class Request(Signed):
    """A binding request."""

    username: bytes
    """The server's own name fragment: the part before the colon."""

    nominates: bool
    error: Error | None
    """What it has to be refused with if it is authentic."""

    unknown: tuple[int, ...]
    """The attributes that would have had to be understood."""


def read_request(datagram: bytes) -> Request | None:
    """Read a binding request, or nothing if it is anything else. Costs no cryptography."""
    read = _read(datagram, _REQUEST)
    if read is None:
        return None
    attributes, signed, signature, is_whole = read
    username = attributes.get(_USERNAME, b"")
    unknown = tuple(kind for kind in attributes if kind < _OPTIONAL and kind not in _KNOWN)
    return Request(
        transaction=datagram[8:_HEADER_BYTES],
        signed=signed,
        signature=signature,
        username=username.partition(b":")[0],
        nominates=_USE_CANDIDATE in attributes,
        error=_error(attributes, unknown) if is_whole else Error.BAD_REQUEST,
        unknown=unknown,
    )


def read_success(datagram: bytes) -> Signed | None:
    """Read a good answer to a request of ours, or nothing if it is anything else. Costs no cryptography."""
    read = _read(datagram, _SUCCESS)
    return Signed(datagram[8:_HEADER_BYTES], read[1], read[2]) if read else None


def is_authentic(message: Signed, password: bytes) -> bool:
    """Whether the sender knows the password (short-term credentials, RFC 8489, section 9.1)."""
    return hmac.compare_digest(hmac.digest(password, message.signed, "sha1"), message.signature)


def request(transaction: bytes, username: bytes, password: bytes) -> bytes:
    """Ask a browser whether it is there; it signs its answer with the same password.

    It must not be longer than the check that it follows, so it leaves out the priority, which consent does not need. It
    does say its role: another server, controlled too, then refuses it, so nobody can make two servers ask each other.
    """
    attributes = _attribute(_USERNAME, username) + _attribute(_CONTROLLED, _TIE_BREAKER)
    return _write(_REQUEST, transaction, attributes, password)


def success(transaction: bytes, host: bytes, port: bytes, password: bytes) -> bytes:
    """Answer a request with the address it came from (RFC 8489, section 14.2).

    `host` and `port` are in network order: 4 bytes of IPv4 or 16 of IPv6, and 2.
    """
    mask = _COOKIE + transaction
    mapped = _FAMILIES[len(host)] + _xor(port, mask[:2]) + _xor(host, mask[: len(host)])
    return _write(_SUCCESS, transaction, _attribute(_XOR_MAPPED_ADDRESS, mapped), password)


def failure(transaction: bytes, error: Error, unknown: tuple[int, ...] = (), password: bytes | None = None) -> bytes:
    """Refuse a request; signed only if the request was authentic.

    Not longer than a signed request under a name of the length of ours.
    """
    attributes = _attribute(_ERROR_CODE, bytes([0, 0, error // 100, error % 100]))
    if error is Error.UNKNOWN_ATTRIBUTE:
        attributes += _attribute(_UNKNOWN_ATTRIBUTES, struct.pack(f"!{len(unknown)}H", *unknown))
    return _write(_ERROR, transaction, attributes, password)


def _error(attributes: dict[int, bytes], unknown: tuple[int, ...]) -> Error | None:
    sizes_are_right = all(len(attributes[kind]) == size for kind, size in _LENGTHS.items() if kind in attributes)
    if not sizes_are_right or len(attributes.get(_USERNAME, b"")) > _USERNAME_BYTES_MAX:
        return Error.BAD_REQUEST
    if unknown:
        return Error.UNKNOWN_ATTRIBUTE
    if _CONTROLLED not in attributes:
        return None
    return Error.BAD_REQUEST if _CONTROLLING in attributes else Error.ROLE_CONFLICT


def _read(datagram: bytes, kind: bytes) -> tuple[dict[int, bytes], bytes, bytes, bool] | None:
    """Take a message apart: its attributes before the signature, what is signed, the signature, and if it is whole.

    Of an attribute that comes twice the first counts, of what follows the signature the fingerprint alone
    (RFC 8489, sections 14 and 14.5). A wrong fingerprint means that this is no STUN at all (section 14.7), and so do
    too many attributes.
    """
    if not _is_message(datagram, kind):
        return None
    attributes: dict[int, bytes] = {}
    signed = signature = b""
    for count, (at, attribute, value) in enumerate(_attributes(datagram)):
        if count == ATTRIBUTES_MAX:
            return None
        if value is None:
            return (attributes, signed, signature, False) if signed else None
        if attribute == _FINGERPRINT:
            if not _is_fingerprint(datagram, at, value):
                return None
        elif signed:
            continue
        elif attribute == _INTEGRITY:
            if len(value) != _INTEGRITY_BYTES:
                return None
            signed = _with_body(datagram[:at], at - _HEADER_BYTES + _INTEGRITY_ATTRIBUTE_BYTES)
            signature = value
        else:
            attributes.setdefault(attribute, value)
    return attributes, signed, signature, True


def _is_message(datagram: bytes, kind: bytes) -> bool:
    return (
        len(datagram) >= _HEADER_BYTES
        and datagram[:2] == kind
        and datagram[4:8] == _COOKIE
        and int.from_bytes(datagram[2:4], "big") == len(datagram) - _HEADER_BYTES
        and len(datagram) % 4 == 0
    )


def _attributes(message: bytes) -> Iterator[tuple[int, int, bytes | None]]:
    """List where each attribute begins, its kind and its value; `None`, and no more, where it runs over the end."""
    at = _HEADER_BYTES
    while at < len(message):
        kind, length = _ATTRIBUTE.unpack_from(message, at)
        begins, ends = at + 4, at + 4 + length
        if ends > len(message):
            yield at, kind, None
            return
        yield at, kind, message[begins:ends]
        at = ends + -length % 4


def _is_fingerprint(message: bytes, at: int, value: bytes) -> bool:
    """Whether this is the last attribute and right. The length field already counts it."""
    return at + _FINGERPRINT_ATTRIBUTE_BYTES == len(message) and value == _crc(message[:at])


def _write(kind: bytes, transaction: bytes, attributes: bytes, password: bytes | None) -> bytes:
    body_bytes, body = len(attributes), _COOKIE + transaction + attributes
    if password is not None:
        body_bytes += _INTEGRITY_ATTRIBUTE_BYTES
        body += _INTEGRITY_HEADER + hmac.digest(password, kind + body_bytes.to_bytes(2, "big") + body, "sha1")
    message = kind + (body_bytes + _FINGERPRINT_ATTRIBUTE_BYTES).to_bytes(2, "big") + body
    return message + _FINGERPRINT_HEADER + _crc(message)


def _attribute(kind: int, value: bytes) -> bytes:
    return _ATTRIBUTE.pack(kind, len(value)) + value + bytes(-len(value) % 4)


def _crc(message: bytes) -> bytes:
    return (zlib.crc32(message) ^ _FINGERPRINT_XOR).to_bytes(4, "big")


def _with_body(message: bytes, body_bytes: int) -> bytes:
    return message[:2] + body_bytes.to_bytes(2, "big") + message[4:]


def _xor(value: bytes, mask: bytes) -> bytes:
    return (int.from_bytes(value, "big") ^ int.from_bytes(mask, "big")).to_bytes(len(value), "big")
