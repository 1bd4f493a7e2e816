"""Whose pages may ask: this server's own. A browser says which page asks (RFC 6454), and no page can change that."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import HTTPException, WebSocketException, status
from fastapi.requests import HTTPConnection

from app.checks import ends_with_host
from app.web.language import words_for_asker

_PORTS = {"http": 80, "https": 443}

Site = tuple[str, str, int]
"""Scheme, host and port."""


def from_own_page(connection: HTTPConnection) -> None:
    """Refuse what the page of another site asks, or this one under another name (RFC 9110, 15.5.20).

    What is not a browser sends no origin, and may ask.
    """
    public_url, hosts = connection.app.state.services.public_url, connection.headers.getlist("host")
    if all(is_own(origin, public_url, hosts) for origin in connection.headers.getlist("origin")):
        return
    if connection.scope["type"] == "websocket":
        raise WebSocketException(status.WS_1008_POLICY_VIOLATION)
    words = words_for_asker(connection).problems.other_name.format(f"{public_url}/")
    raise HTTPException(status.HTTP_421_MISDIRECTED_REQUEST, words)


def is_own(origin: str, public_url: str, hosts: list[str]) -> bool:
    """Whether this origin is the public URL's, or the very host that was asked.

    The latter only by its address or as localhost: any other name can be led here by whoever owns it (DNS rebinding).
    """
    asking = site_of(origin)
    if asking is None or not ends_with_host(origin):
        return False
    if asking == site_of(public_url):
        return True
    scheme, host, _ = asking
    return (is_loopback(host) or _is_address(host)) and [asking] == [site_of(f"{scheme}://{it}") for it in hosts]


def site_of(url: str) -> Site | None:
    """The site this URL leads to; None where it leads to none."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname and "@" not in parts.netloc else None


def is_loopback(host: str) -> bool:
    """Whether this host leads to nobody but the machine itself."""
    named = host == "localhost" or host.endswith(".localhost")
    return named or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
