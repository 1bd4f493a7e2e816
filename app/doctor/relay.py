"""Whether the relay takes what browsers are given, in each way that it is reached, and passes on to this server."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aioice.stun import TransactionError, TransactionFailed
from aioice.turn import TurnClientProtocol, TurnClientTcpProtocol, TurnClientUdpProtocol

from app.doctor.ask import ASK_WITHIN_S, certificate_days, in_words
from app.doctor.world import RelayAnswer
from app.settings import Settings
from app.web.protocol import IceServer
from app.web.turn import ice_servers

PORTS = {"turn": 3478, "turns": 5349}
"""Where a URL names none (RFC 7065, section 3.2)."""
UNAUTHORIZED = 401
NOT_KNOWN = "it knows another secret, or goes by another time"
"""It answers with the same code to a name that is good no longer (`app/web/turn.py`)."""
KEPT_S = 600
"""How long a relay keeps what it is not asked to give up."""
CHANNEL = 0x4000
"""The first that there is (RFC 8656, section 12)."""
ANY_PORT = 8000
"""What a relay lets through is an address, whatever the port."""


async def relay_answers(settings: Settings) -> tuple[RelayAnswer, ...] | None:
    """What each way to the relay answers; None where there is no relay."""
    given = ice_servers(settings)
    if not given:
        return None
    asked = (_answer(url, relay, settings.addresses) for relay in given for url in relay.urls)
    return tuple(await asyncio.gather(*asked))


async def _answer(url: str, relay: IceServer, advertised: tuple[str, ...]) -> RelayAnswer:
    scheme, _, rest = url.partition(":")
    where, _, query = rest.partition("?")
    parts = urlsplit(f"//{where}")
    host, port, secure = parts.hostname or "", parts.port or PORTS[scheme], scheme == "turns"
    tls = ssl.create_default_context() if secure else None
    try:
        async with asyncio.timeout(ASK_WITHIN_S):
            async with _client(host, port, relay, tls, tcp=query == "transport=tcp") as client:
                await client.connect()
                failed = await _passes_nothing_on(client, advertised)
                await client.delete()
    except TransactionFailed as refusal:
        code = refusal.response.error_code
        return RelayAnswer(url=url, failed=NOT_KNOWN if code == UNAUTHORIZED else f"refused ({code})")
    except (TransactionError, OSError) as error:
        return RelayAnswer(url=url, failed=in_words(error))
    days = await certificate_days(host, port) if secure and not failed else None
    return RelayAnswer(url=url, failed=failed, certificate_days=days)


@asynccontextmanager
async def _client(
    host: str, port: int, relay: IceServer, tls: ssl.SSLContext | None, *, tcp: bool
) -> AsyncIterator[TurnClientProtocol]:
    """By TCP, or by UDP. It leaves nothing behind, also where it did not come to its end."""
    loop, known = asyncio.get_running_loop(), (relay.username, relay.credential, KEPT_S, KEPT_S)
    client: TurnClientProtocol
    if tcp:
        client = by_tcp = TurnClientTcpProtocol((host, port), *known)
        await loop.create_connection(lambda: by_tcp, host, port, ssl=tls)
    else:
        at = (await _address(host, port), port)
        client = by_udp = TurnClientUdpProtocol(at, *known)
        await loop.create_datagram_endpoint(lambda: by_udp, remote_addr=at)
    try:
        yield client
    finally:
        client.transport.close()
        if client.refresh_task:
            client.refresh_task.cancel()


async def _passes_nothing_on(client: TurnClientProtocol, advertised: tuple[str, ...]) -> str:
    """Why no address that browsers are told may be sent to by this relay; empty where one may."""
    codes = []
    for channel, address in enumerate(advertised, CHANNEL):
        try:
            await client.channel_bind(channel, (address, ANY_PORT))
        except TransactionFailed as refusal:
            codes.append(f"{address} ({refusal.response.error_code})")
        else:
            return ""
    return f"it passes nothing on to {', '.join(codes)}"


async def _address(host: str, port: int) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port)
    return str(found[0][4][0])
