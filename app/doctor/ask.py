"""What others answer: the page by its public URL, the relay, the running server. Every question has a deadline."""

import asyncio
import os
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import httpx

from app.checks import with_port
from app.doctor.world import PageAnswer, ServerAnswer
from app.settings import Settings
from app.web.page import HEADERS, NOT_BUILT

ASK_WITHIN_S = 5
DAY_S = 24 * 3600
PROXY_ALONE = {502, 503, 504}
"""What is answered in place of a server that does not answer (RFC 9110, section 15.6)."""
OURS = "Permissions-Policy"
"""A header of every answer of ours, and hardly of anybody else's in these words."""


async def page_answer(public_url: str) -> PageAnswer:
    """Ask for the page as a browser would that trusts what this machine trusts."""
    try:
        way = httpx.AsyncClient(verify=ssl.create_default_context(), timeout=ASK_WITHIN_S, trust_env=False)
        async with way as http:
            answer = await http.get(public_url.rstrip("/") + "/check")
    except (httpx.HTTPError, OSError) as error:
        return PageAnswer(failed=in_words(error))
    parts = urlsplit(public_url)
    days = await certificate_days(parts.hostname or "", parts.port or 443) if parts.scheme == "https" else None
    status = answer.status_code
    if status in PROXY_ALONE:
        by_proxy = f"a proxy answers, and reaches no server ({status})"
        return PageAnswer(failed="it was not built" if answer.text == NOT_BUILT else by_proxy, certificate_days=days)
    return PageAnswer(is_ours=status == httpx.codes.OK and _is_ours(answer), certificate_days=days)


def _is_ours(answer: httpx.Response) -> bool:
    return answer.headers.get_list(OURS) == [HEADERS[OURS]]


async def certificate_days(host: str, port: int) -> float | None:
    """How long the certificate there is good; None where none comes that this machine trusts."""
    try:
        async with asyncio.timeout(ASK_WITHIN_S):
            _, writer = await asyncio.open_connection(host, port, ssl=ssl.create_default_context())
    except OSError:
        return None
    try:
        certificate = writer.get_extra_info("peercert")
        return (ssl.cert_time_to_seconds(certificate["notAfter"]) - time.time()) / DAY_S
    finally:
        writer.transport.abort()


async def addresses_of(public_url: str) -> frozenset[str]:
    """Where the name leads to, of either family; nowhere is empty."""
    parts = urlsplit(public_url)
    try:
        async with asyncio.timeout(ASK_WITHIN_S):
            found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, parts.port)
    except OSError:
        return frozenset()
    return frozenset(str(sockaddr[0]) for *_, sockaddr in found)


async def server_answer(settings: Settings) -> ServerAnswer | None:
    """What the server with these settings says of itself, on this machine; None where none answers."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(settings.host, settings.host)  # noqa: S104
    async with httpx.AsyncClient(timeout=ASK_WITHIN_S, trust_env=False) as http:
        try:
            answer = await http.get(f"http://{with_port(host, settings.port)}/health")
        except httpx.HTTPError:
            return None
        numbers = ""
        with suppress(httpx.HTTPError):
            numbers = (await http.get(_numbers_at(settings))).text
    version = re.search(r'^balint_build_info\{.*version="([^"]*)"', numbers, re.MULTILINE)
    files = re.search(r"^process_max_fds (\S+)", numbers, re.MULTILINE)
    return ServerAnswer(
        is_ours=_is_ours(answer),
        version=version[1] if version else "",
        files_max=int(float(files[1])) if files else None,
    )


def in_words(error: BaseException) -> str:
    """What an error of the network is, without an address."""
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return f"no answer within {ASK_WITHIN_S} s"
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not trusted ({cause.verify_message})"
        if isinstance(cause, ssl.SSLError):  # its number is OpenSSL's, and none of the system's
            return f"no TLS comes about there ({(cause.reason or 'no reason given').replace('_', ' ').lower()})"
        if isinstance(cause, OSError) and cause.errno and cause.strerror:
            return os.strerror(cause.errno) if cause.errno > 0 else cause.strerror
    if isinstance(error, httpx.ProtocolError):
        return "what answers there speaks no HTTP"
    return "it cannot be reached" if isinstance(error, OSError | httpx.ConnectError) else type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and what it came of."""
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _numbers_at(settings: Settings) -> str:
    if settings.redis_url:
        return f"http://{with_port(settings.node_advertise or settings.node_host, settings.node_port)}/metrics"
    return f"http://127.0.0.1:{settings.metrics_port}/metrics"
