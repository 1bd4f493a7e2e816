"""The built page, and the headers every answer carries, whoever makes it (`app/serving.py` adds them)."""

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request, status
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from app.web.build import Build
from app.web.language import words_for_asker

NOT_BUILT = "The page was not built when this server was started. `make run` builds it first.\n"
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "woff2": "font/woff2"}

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self' blob:",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "svelte-trusted-html sealing-worker",
}
"""What the page may load and do (CSP Level 3). Only Svelte's own templates may become HTML, and only the
worker that seals voices is started, from what the page has checked by its hash (Trusted Types)."""

CSP = "Content-Security-Policy"
HEADERS = {
    CSP: "; ".join(f"{directive} {allowed}" for directive, allowed in POLICY.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), display-capture=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

IMPORT_MAP = re.compile(rb'<script type="importmap">(.*?)</script>', re.DOTALL)
"""What each script and style of a build must be; the build writes it (`frontend/scripts/integrity.mjs`)."""

CONTACT_GOOD_FOR = timedelta(days=30)
"""How long whoever has read where to report a weakness may keep it."""

TAKES_BROTLI = re.compile(r"(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)", re.IGNORECASE)
"""Of an `Accept-Encoding` (RFC 9110, section 12.5.3); a weight of 0 means that it is not taken."""

router = APIRouter()


def headers_of(index: bytes | None) -> Mapping[str, str]:
    """The headers of a server of this page: the import map is the one script that may stand in the page itself."""
    found = IMPORT_MAP.search(index or b"")
    if found is None:
        return HEADERS
    allowed = f"script-src 'self' 'sha256-{b64encode(sha256(found[1]).digest()).decode()}'"
    return HEADERS | {CSP: HEADERS[CSP].replace("script-src 'self'", allowed)}


@router.api_route("/", methods=["GET", "HEAD"])
@router.api_route("/check", methods=["GET", "HEAD"])
async def index(request: Request) -> Response:
    """The page: the front door, or a circle when the link has an invitation in its fragment.

    At `/check` it checks the line, for whoever wants to know before a meeting, or keeps the network.
    """
    return _index(request, "no-cache")


@router.api_route("/#{link:path}", methods=["GET", "HEAD"])
@router.api_route("/%23{link:path}", methods=["GET", "HEAD"])
async def index_by_rewritten_link(request: Request) -> Response:
    """The page for a link whose # has become %23 on its way, as mail filters do, once or twice; it mends its address.

    Its path holds an invitation, so nobody may keep it.
    """
    return _index(request, "no-store")


@router.api_route("/assets/{name}", methods=["GET", "HEAD"])
async def asset(request: Request, name: str) -> Response:
    """What the page is made of, kept by browsers for ever: the names carry their hash.

    Scripts and styles come as the build has compressed them, to whoever takes it. None has a secret in it (BREACH).
    """
    build: Build = request.app.state.services.build
    file = await build.find(name)
    if file is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such file.", {"Cache-Control": "no-store"})
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    compressed = build.here(f"{name}.br") if TAKES_BROTLI.search(request.headers.get("Accept-Encoding", "")) else None
    if compressed is not None:
        file, headers["Content-Encoding"] = compressed, "br"
    return Response(file, media_type=TYPES.get(name.rpartition(".")[2], "application/octet-stream"), headers=headers)


@router.api_route("/licences", methods=["GET", "HEAD"])
async def licences(request: Request) -> Response:
    """Whose work the page holds beside ours, and on which terms."""
    found = request.app.state.services.build.licences
    return PlainTextResponse(NOT_BUILT, 503) if found is None else PlainTextResponse(found)


@router.api_route("/.well-known/security.txt", methods=["GET", "HEAD"])
async def security_contact(request: Request) -> Response:
    """Where to report a weakness (RFC 9116), if whoever runs this server has said where."""
    services = request.app.state.services
    if (contact := services.settings.security_contact) is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "No address is named here.")
    until = datetime.fromtimestamp(services.hub.clock.now_ms() // 1000, UTC) + CONTACT_GOOD_FOR
    return PlainTextResponse(f"Contact: mailto:{quote(contact, safe='@')}\nExpires: {until.isoformat()}\n")


async def say_it_failed(request: Request, _: Exception) -> Response:
    """What somebody is told who has met a mistake of ours. The log has its trace."""
    return JSONResponse({"detail": words_for_asker(request).problems.failed}, status_code=500)


def _index(request: Request, kept: str) -> Response:
    page: bytes | None = request.app.state.services.build.index
    if page is None:
        return PlainTextResponse(NOT_BUILT, status_code=503)
    return HTMLResponse(page, headers={"Cache-Control": kept})
