"""Sealed voices as an independent page has them: `docs/PROTOCOL.md`, RFC 9605 and RFC 5869, by `cryptography`."""

import base64
import functools
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

SILENCE = b"\xf8\xff\xfe"
SUITE = 4
TAG_BYTES = 16


class CircleKey:
    """What stands behind the `~` of a sealed circle's links."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret
        self._prk = HKDF.extract(SHA256(), b"balint lock 1", secret)

    @classmethod
    def new(cls) -> "CircleKey":
        return cls(secrets.token_bytes(16))

    @property
    def written(self) -> str:
        """As it stands in a link."""
        check = int.from_bytes(hashlib.sha256(self.secret).digest()[:2], "big") >> 4
        bits = int.from_bytes(self.secret, "big") << 12 | check
        return base64.b32encode((bits << 20).to_bytes(20, "big")).decode().lower()[:28]

    @property
    def lock(self) -> str:
        return self.derived(b"id\0", 8).hex()

    def base(self, seat: int, key_id: int) -> bytes:
        return self.derived(b"voice\0" + bytes([seat]) + key_id.to_bytes(8, "big"), 32)

    def derived(self, info: bytes, length: int) -> bytes:
        return HKDFExpand(SHA256(), length, info).derive(self._prk)


def new_key_id() -> int:
    return (1 << 39 | secrets.randbits(39)) & ~1


class SealedVoice:
    """One seat's voice through one life of a page: seals its frames in their order."""

    def __init__(self, key: CircleKey, seat: int, key_id: int | None = None) -> None:
        self.key_id = new_key_id() if key_id is None else key_id
        self._base = key.base(seat, self.key_id)
        self.counter = 0

    def seal(self, frame: bytes) -> bytes:
        if frame in (b"", SILENCE):
            return frame
        sealed = seal(self._base, self.key_id, self.counter, frame)
        self.counter += 1
        return sealed


class Ears:
    """What a page hears of one seat: what it cannot open, or has had before, is silence."""

    def __init__(self, key: CircleKey, seat: int) -> None:
        self._key, self._seat = key, seat
        self._had: set[bytes] = set()

    def hear(self, payload: bytes) -> bytes:
        if payload in (b"", SILENCE):
            return payload
        try:
            key_id, _, _ = header_of(payload)
            frame = unseal(self._key.base(self._seat, key_id), payload)
        except (ValueError, InvalidTag):
            return SILENCE
        if payload in self._had:
            return SILENCE
        self._had.add(payload)
        return frame


def seal(base: bytes, key_id: int, counter: int, frame: bytes, metadata: bytes = b"") -> bytes:
    """RFC 9605, section 4.4.3."""
    key, salt = key_and_salt(base, key_id)
    header = header_for(key_id, counter)
    return header + AESGCM(key).encrypt(_nonce(salt, counter), frame, header + metadata)


def unseal(base: bytes, sealed: bytes, metadata: bytes = b"") -> bytes:
    """Raises `InvalidTag`, ValueError."""
    key_id, counter, length = header_of(sealed)
    key, salt = key_and_salt(base, key_id)
    return AESGCM(key).decrypt(_nonce(salt, counter), sealed[length:], sealed[:length] + metadata)


@functools.lru_cache(256)
def key_and_salt(base: bytes, key_id: int) -> tuple[bytes, bytes]:
    """RFC 9605, section 4.4.2."""
    prk, whose = HKDF.extract(SHA256(), b"", base), key_id.to_bytes(8, "big") + SUITE.to_bytes(2, "big")
    key = HKDFExpand(SHA256(), 16, b"SFrame 1.0 Secret key " + whose).derive(prk)
    return key, HKDFExpand(SHA256(), 12, b"SFrame 1.0 Secret salt " + whose).derive(prk)


def header_for(key_id: int, counter: int) -> bytes:
    """RFC 9605, section 4.3."""
    (high, key), (low, count) = _field(key_id), _field(counter)
    return bytes([high << 4 | low]) + key + count


def header_of(sealed: bytes) -> tuple[int, int, int]:
    """The key's number, the counter, and how many bytes the header takes."""
    if not sealed:
        raise ValueError("nothing")
    key_id, at = _read(sealed, sealed[0] >> 4, 1)
    counter, at = _read(sealed, sealed[0] & 15, at)
    return key_id, counter, at


def _field(value: int) -> tuple[int, bytes]:
    if value < 8:
        return value, b""
    length = (value.bit_length() + 7) // 8
    return 8 | length - 1, value.to_bytes(length, "big")


def _read(sealed: bytes, bits: int, at: int) -> tuple[int, int]:
    if bits < 8:
        return bits, at
    end = at + (bits & 7) + 1
    if end > len(sealed):
        raise ValueError("cut")
    return int.from_bytes(sealed[at:end], "big"), end


def _nonce(salt: bytes, counter: int) -> bytes:
    return bytes(a ^ b for a, b in zip(salt, counter.to_bytes(12, "big"), strict=True))
