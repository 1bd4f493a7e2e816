"""Certificates as they should not be: written byte by byte, and signed all the same (X.690, RFC 5280)."""

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey

SEQUENCE, SET, INTEGER, BITS, OCTETS, OID, TEXT, UTC, EXTENSIONS = 0x30, 0x31, 2, 3, 4, 6, 12, 23, 0xA3
ECDSA, RSA, ED25519 = (bytes.fromhex(oid) for oid in ("2a8648ce3d040302", "2a864886f70d01010b", "2b6570"))
COMMON_NAME = bytes.fromhex("550403")


def der(tag: int, *parts: bytes) -> bytes:
    """One element of ASN.1."""
    content = b"".join(parts)
    if len(content) < 128:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def name(text: bytes) -> bytes:
    return der(SEQUENCE, der(SET, der(SEQUENCE, der(OID, COMMON_NAME), der(TEXT, text))))


def extension(oid: bytes, value: bytes, critical: bytes = b"") -> bytes:
    return der(SEQUENCE, der(OID, oid), critical, der(OCTETS, value))


def certificate(
    key: Key,
    *,
    version: bytes = b"\xa0\x03\x02\x01\x02",
    serial: bytes = b"\x02\x01\x01",
    not_before: bytes = b"250101000000Z",
    not_after: bytes = b"491231235959Z",
    subject: bytes | None = None,
    issuer: bytes | None = None,
    extensions: bytes = b"",
    inner_algorithm: bytes | None = None,
) -> bytes:
    """A certificate signed by its own key, in DER."""
    algorithm = _algorithm(key)
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    validity = der(SEQUENCE, der(UTC, not_before), der(UTC, not_after))
    inner = algorithm if inner_algorithm is None else inner_algorithm
    subject = name(b"somebody") if subject is None else subject
    issuer = subject if issuer is None else issuer
    signed = der(SEQUENCE, version, serial, inner, issuer, validity, subject, public, extensions)
    return der(SEQUENCE, signed, algorithm, der(BITS, b"\0", _sign(key, signed)))


def _algorithm(key: Key) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return der(SEQUENCE, der(OID, RSA), b"\x05\x00")
    return der(SEQUENCE, der(OID, ED25519 if isinstance(key, ed25519.Ed25519PrivateKey) else ECDSA))


def _sign(key: Key, signed: bytes) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(signed, padding.PKCS1v15(), hashes.SHA256())
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(signed)
    return key.sign(signed, ec.ECDSA(hashes.SHA256()))
