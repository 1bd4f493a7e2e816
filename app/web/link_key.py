"""The key of a sealed circle, as it stands at the end of its links, and the lock that follows from it.

A page makes both in its browser, and sends the lock alone. Here they are made only for the circle that the command line
opens by itself (`app/ready.py`).
"""

import hmac
import secrets
from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha256

SECRET_BYTES = 16
CHECK_BITS = 12
SALT = b"balint lock 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKey:
    """`key` is what stands in the links, `lock` is what the server may keep."""

    key: str
    lock: str


def new_link_key() -> LinkKey:
    """A key that nobody else has."""
    return link_key_of(secrets.token_bytes(SECRET_BYTES))


def link_key_of(secret: bytes) -> LinkKey:
    """The key and the lock of 16 secret bytes."""
    bits = int.from_bytes(secret + sha256(secret).digest()[:2]) >> 16 - CHECK_BITS
    whole = SECRET_BYTES * 8 + CHECK_BITS  # 28 characters of 5 bits
    written = b32encode((bits << -whole % 40).to_bytes((whole + -whole % 40) // 8)).decode().lower()
    pseudorandom = hmac.digest(SALT, secret, "sha256")
    return LinkKey(key=written[: whole // 5], lock=hmac.digest(pseudorandom, b"id\0\x01", "sha256")[:8].hex())
