"""A page's own keys as an independent page has them: docs/decisions/0030, by `cryptography`."""

import hmac
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from tests.support.sframe import CircleKey


@dataclass(frozen=True)
class OwnKey:
    """What is in a box: a key to seal a voice with."""

    key_id: int
    epoch: int
    base: bytes

    @property
    def next(self) -> "OwnKey":
        """What follows from it when somebody comes."""
        base = HKDFExpand(SHA256(), 32, b"next\0").derive(self.base)
        return OwnKey(self.key_id + 2, self.epoch, base)


class PageKey:
    """One page's pair."""

    def __init__(self, circle: CircleKey, seat: int, private: bytes | None = None) -> None:
        pair = X25519PrivateKey.from_private_bytes(private) if private else X25519PrivateKey.generate()
        self._circle, self._pair, self.seat = circle, pair, seat
        self.public = pair.public_key().public_bytes_raw()

    @property
    def proof(self) -> bytes:
        key = self._circle.derived(b"introduce\0", 32)
        return hmac.digest(key, bytes([self.seat]) + self.public, "sha256")

    def box_for(self, seat: int, public: bytes, handed: OwnKey, nonce: bytes) -> bytes:
        between = bytes([self.seat]) + self.public + bytes([seat]) + public
        inside = handed.key_id.to_bytes(8, "big") + handed.epoch.to_bytes(4, "big") + handed.base
        return nonce + AESGCM(self._lock(public, between)).encrypt(nonce, inside, between)

    def opens(self, seat: int, public: bytes, box: bytes) -> OwnKey | None:
        """The key in a box of this page for this one; None if it is not."""
        between = bytes([seat]) + public + bytes([self.seat]) + self.public
        try:
            inside = AESGCM(self._lock(public, between)).decrypt(box[:12], box[12:], between)
        except InvalidTag:
            return None
        return OwnKey(int.from_bytes(inside[:8], "big"), int.from_bytes(inside[8:12], "big"), inside[12:])

    def _lock(self, public: bytes, between: bytes) -> bytes:
        shared = self._pair.exchange(X25519PublicKey.from_public_bytes(public))
        secret = HKDF.extract(SHA256(), self._circle.derived(b"box\0", 32), shared)
        return HKDFExpand(SHA256(), 16, b"box\0" + between).derive(secret)
