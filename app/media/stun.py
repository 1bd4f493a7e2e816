"""How a browser finds the server: the answering half of ICE-lite (RFC 8445, RFC 8489), without any I/O.

Only binding requests are read, and of them only the user name, the integrity and the wish to nominate. Whatever is
malformed is `None`, never an exception. IPv4 only; for IPv6 `success` would need the longer address form.
"""

import hmac
import zlib
from dataclasses import dataclass

_HEADER_BYTES = 20
_BINDING_REQUEST = b"\x00\x01"
_BINDING_SUCCESS = b"\x01\x01"
_COOKIE = b"\x21\x12\xa4\x42"
_USERNAME = 0x0006
_INTEGRITY = 0x0008
_USE_CANDIDATE = 0x0025
_INTEGRITY_BYTES = 20
_FINGERPRINT_XOR = 0x5354554E


@dataclass(frozen=True, slots=True)
class Request:
    """A well-formed binding request, not yet known to be authentic."""

    transaction: bytes
    username: bytes
    """The server's own name fragment: the part before the colon."""

    nominates: bool
    signed: bytes
    """What the signature covers, with the length field the signer saw."""

    signature: bytes


def read_request(datagram: bytes) -> Request | None:
    """Read a binding request, or nothing if it is anything else. Costs no cryptography."""
    if not _is_binding_request(datagram):
        return None
    username = b""
    nominates = False
    at = _HEADER_BYTES
    while at + 4 <= len(datagram):
        kind = int.from_bytes(datagram[at : at + 2], "big")
        value = datagram[at + 4 : at + 4 + int.from_bytes(datagram[at + 2 : at + 4], "big")]
        if kind == _INTEGRITY:
            if not username or len(value) != _INTEGRITY_BYTES:
                return None
            signed = _with_body(datagram[:at], at - _HEADER_BYTES + 4 + _INTEGRITY_BYTES)
            return Request(datagram[8:20], username, nominates, signed, value)
        if kind == _USERNAME:
            username = value.partition(b":")[0]
        elif kind == _USE_CANDIDATE:
            nominates = True
        at += 4 + (len(value) + 3 & ~3)
    return None


def is_authentic(request: Request, password: bytes) -> bool:
    """Whether the sender knows the password of the offer (short-term credentials, RFC 8489, section 9.1)."""
    return hmac.compare_digest(hmac.digest(password, request.signed, "sha1"), request.signature)


def success(transaction: bytes, host: bytes, port: bytes, password: bytes) -> bytes:
    """Answer a request with the address it came from; `host` and `port` are in network order, 4 and 2 bytes."""
    mapped = _xor(port, _COOKIE[:2]) + _xor(host, _COOKIE)
    message = _BINDING_SUCCESS + b"\x00\x24" + _COOKIE + transaction + b"\x00\x20\x00\x08\x00\x01" + mapped
    message += b"\x00\x08\x00\x14" + hmac.digest(password, message, "sha1")
    message = _with_body(message, len(message) - _HEADER_BYTES + 8)
    return message + b"\x80\x28\x00\x04" + (zlib.crc32(message) ^ _FINGERPRINT_XOR).to_bytes(4, "big")


def _is_binding_request(datagram: bytes) -> bool:
    return (
        len(datagram) >= _HEADER_BYTES
        and datagram[:2] == _BINDING_REQUEST
        and datagram[4:8] == _COOKIE
        and int.from_bytes(datagram[2:4], "big") == len(datagram) - _HEADER_BYTES
    )


def _with_body(message: bytes, body_bytes: int) -> bytes:
    return message[:2] + body_bytes.to_bytes(2, "big") + message[4:]


def _xor(value: bytes, mask: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(value, mask, strict=True))
