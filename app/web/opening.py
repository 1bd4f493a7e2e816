"""Who may open circles here: who has the key, or anybody where the server is open to all."""

import secrets

from fastapi import HTTPException, Request, status

from app.settings import Settings
from app.web.language import words_for_asker
from app.web.origin import is_loopback, site_of


def is_guarded(settings: Settings) -> bool:
    """Whether no stranger can open circles: it takes the key, or nobody but this machine reaches the page."""
    site = site_of(settings.public_url or "http://localhost")
    own = is_loopback(settings.host) and site is not None and is_loopback(site[1])
    return own or opening_key(settings) is not None


def has_key(settings: Settings, authorization: str) -> bool:
    """Whether this header (RFC 6750) brings the key, in UTF-8, or none is asked for."""
    key = opening_key(settings)
    scheme, _, given = authorization.encode("latin-1").partition(b" ")  # the bytes that were sent
    return key is None or (scheme.lower() == b"bearer" and secrets.compare_digest(given.strip(), key))


def opening_key(settings: Settings) -> bytes | None:
    """The key; None where there is none. One that is empty to the eye is none."""
    key = settings.opening_key.get_secret_value().strip() if settings.opening_key else ""
    return key.encode() or None


def check_key(settings: Settings, request: Request) -> None:
    """Refuse whoever does not bring the key. Raises `HTTPException` (401)."""
    if not has_key(settings, request.headers.get("authorization", "")):
        words = words_for_asker(request).problems.needs_key
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, words, {"WWW-Authenticate": "Bearer"})
