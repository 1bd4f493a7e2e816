"""A relay as it is shipped takes who comes with what an offer brought, and leads to our own address alone."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aioice import stun
from aioice.turn import TurnClientTcpProtocol, TurnClientUdpProtocol

from app.settings import Settings
from app.web.protocol import IceServer
from app.web.services import WAYS_OF_SOURCE_MAX
from app.web.turn import ice_servers
from tests.support.coturn import SECRET, coturn, needs_coturn
from tests.support.namespaces import Host, needs_networks, networks

pytestmark = [needs_networks, needs_coturn]

Client = TurnClientTcpProtocol | TurnClientUdpProtocol
CHANNEL = 0x4000
ALLOCATIONS_OF_A_WAY = 6
"""What a browser takes that tries a relay by UDP, TCP and TLS, by IPv4 and by IPv6."""


@dataclass(frozen=True)
class House:
    """A server with its relay, a client, and somebody else whom the client cannot reach by us."""

    server: Host
    client: Host
    other: Host
    log: Path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with networks() as net, ExitStack() as opened:
        server, client, other = net.host(), net.host(), net.host()
        with server.entered():
            log = opened.enter_context(coturn(tmp_path_factory.mktemp("coturn"), server.ipv4))
        yield House(server, client, other, log)


def minted(good_for_s: int = 60, secret: str = SECRET, source: str | None = None) -> IceServer:
    given = Settings.model_validate({"turn_urls": ["turn:turn.example"], "turn_secret": secret})
    [relay] = ice_servers(given.model_copy(update={"turn_lifetime_s": good_for_s}), source)
    return relay


@asynccontextmanager
async def allocation(house: House, by: str, relay: IceServer) -> AsyncIterator[Client]:
    """What a browser has at the relay once that has taken it. Raises `TransactionFailed`."""
    at, loop = (house.server.ipv4, 3478), asyncio.get_running_loop()
    known = {"username": relay.username, "password": relay.credential, "lifetime": 600, "channel_refresh_time": 500}
    with house.client.entered():
        if by == "tcp":
            transport, client = await loop.create_connection(lambda: TurnClientTcpProtocol(at, **known), *at)
        else:
            udp = loop.create_datagram_endpoint(lambda: TurnClientUdpProtocol(at, **known), remote_addr=at)
            transport, client = await udp
    try:
        await client.connect()
        yield client
        await client.delete()
    finally:
        transport.close()


async def refused(doing: Awaitable[object]) -> int:
    with pytest.raises(stun.TransactionFailed) as refusal:
        await doing
    return int(refusal.value.response.error_code)


@pytest.mark.parametrize("by", ["udp", "tcp"])
def test_what_an_offer_brought_opens_the_relay_to_our_own_address(house: House, by: str) -> None:
    async def play() -> None:
        async with allocation(house, by, minted()) as client:
            await client.channel_bind(CHANNEL, (house.server.ipv4, 8000))
            elsewhere = [house.other.ipv4, "10.0.1.1", "127.0.0.1", "0.0.0.0", "224.0.0.1"]
            for address in elsewhere:
                assert await refused(client.channel_bind(CHANNEL + 1, (address, 8000))) == 403, address
            for address in (house.server.ipv6, house.other.ipv6, "::1", f"::ffff:{house.other.ipv4}"):
                assert await refused(client.channel_bind(CHANNEL + 1, (address, 8000))) in {403, 443}, address

    asyncio.run(play())


@pytest.mark.parametrize(
    "relay", [minted(good_for_s=-2), minted(secret="x" * 32)], ids=["is no longer good", "was made by another secret"]
)
def test_a_name_does_not_open_the_relay_that(house: House, relay: IceServer) -> None:
    async def play() -> None:
        async with allocation(house, "udp", relay):
            pass

    assert asyncio.run(refused(play())) == 401


def test_a_connection_outlives_its_name_and_nobodys_address_is_logged(house: House) -> None:
    """So nobody has to be given another while their sound stands (decisions/0020)."""

    async def play() -> None:
        relay = minted(good_for_s=1)
        async with allocation(house, "tcp", relay) as client:
            while await taken(house, relay):
                await asyncio.sleep(0.1)
            refresh = stun.Message(message_method=stun.Method.REFRESH, message_class=stun.Class.REQUEST)
            refresh.attributes["LIFETIME"] = 600
            answer, _ = await client.request_with_retry(refresh)
            assert answer.attributes["LIFETIME"] == 600
            await client.channel_bind(CHANNEL, (house.server.ipv4, 8000))

    asyncio.run(play())
    assert house.client.ipv4 not in house.log.read_text()


def test_one_source_takes_a_part_of_the_relay_however_often_it_checks_its_line(house: House) -> None:
    """W16: each check brings other names; all that may run at once of one source have what they need."""

    async def play() -> None:
        moments = itertools.count(60)
        async with AsyncExitStack() as held:

            async def takes(source: str) -> None:
                relay = minted(good_for_s=next(moments), source=source)
                await held.enter_async_context(allocation(house, "udp", relay))

            for _ in range(WAYS_OF_SOURCE_MAX * ALLOCATIONS_OF_A_WAY):
                await takes("192.0.2.1")
            assert await refused(takes("192.0.2.1")) == 486
            await takes("192.0.2.2")

    asyncio.run(play())


async def taken(house: House, relay: IceServer) -> bool:
    try:
        async with allocation(house, "udp", relay):
            return True
    except stun.TransactionFailed:
        return False
