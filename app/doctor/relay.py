"""Whether the relay takes what browsers are given: it is asked for an address, in each way that it is reached."""

import asyncio
import ssl
from urllib.parse import urlsplit

from aioice.stun import TransactionError, TransactionFailed
from aioice.turn import create_turn_endpoint

from app.doctor.ask import ASK_WITHIN_S, certificate_days, in_words
from app.doctor.world import RelayAnswer
from app.settings import Settings
from app.web.protocol import IceServer
from app.web.turn import ice_servers

PORTS = {"turn": 3478, "turns": 5349}
"""Where a URL names none (RFC 7065, section 3.2)."""
UNAUTHORIZED = 401


async def relay_answers(settings: Settings) -> tuple[RelayAnswer, ...] | None:
    """What each way to the relay answers; None where there is no relay."""
    given = ice_servers(settings)
    if not given:
        return None
    return tuple(await asyncio.gather(*(_answer(url, relay) for relay in given for url in relay.urls)))


async def _answer(url: str, relay: IceServer) -> RelayAnswer:
    scheme, _, rest = url.partition(":")
    where, _, query = rest.partition("?")
    parts = urlsplit(f"//{where}")
    host, port, secure = parts.hostname or "", parts.port or PORTS[scheme], scheme == "turns"
    try:
        async with asyncio.timeout(ASK_WITHIN_S):
            transport, _ = await create_turn_endpoint(
                asyncio.DatagramProtocol,
                (await _address(host, port), port) if query == "transport=udp" or not query else (host, port),
                relay.username,
                relay.credential,
                ssl=ssl.create_default_context() if secure else None,
                transport="tcp" if query == "transport=tcp" else "udp",
            )
        transport.close()
    except TransactionFailed as refusal:
        code = refusal.response.attributes.get("ERROR-CODE", (0, ""))[0]
        return RelayAnswer(url=url, failed="it knows another secret" if code == UNAUTHORIZED else f"refused ({code})")
    except (TransactionError, OSError) as error:
        return RelayAnswer(url=url, failed=in_words(error))
    return RelayAnswer(url=url, certificate_days=await certificate_days(host, port) if secure else None)


async def _address(host: str, port: int) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port)
    return str(found[0][4][0])
