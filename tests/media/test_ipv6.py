"""People of both families in one circle, whose server has one socket for both."""

import pytest

from app.media.server import MediaServer
from tests.support.peer import Peer

pytestmark = pytest.mark.anyio
FAMILIES = {"IPv4 and IPv6": ("127.0.0.1", "::1"), "IPv6 and IPv4": ("::1", "127.0.0.1"), "IPv6 alone": ("::1", "::1")}


@pytest.mark.parametrize("hosts", FAMILIES.values(), ids=FAMILIES)
async def test_who_comes_over_one_family_is_heard_over_the_other(hosts: tuple[str, str]) -> None:
    server = await MediaServer.open(bind="::", advertise=("127.0.0.1", "::1"))
    room = server.room(2)
    room.let_be_heard(frozenset({1, 2}))
    peers = []
    try:
        for seat, host in enumerate(hosts, start=1):
            transport = room.join(seat)
            peers.append(Peer(transport.offer, host))
            transport.answer(peers[-1].answer)
            await peers[-1].arrive()
        for seat, (speaker, listener) in enumerate((peers, peers[::-1]), start=1):
            speaker.speak(3)
            assert len(await listener.hears(seat, 3)) == 3
        assert server.counters.moved == 0
    finally:
        await server.close()
        for peer in peers:
            peer.vanish()


@pytest.mark.parametrize(("host", "line"), [("::1", "c=IN IP6 ::1"), ("127.0.0.1", "c=IN IP4 127.0.0.1")])
async def test_the_offer_names_the_family_of_its_address(host: str, line: str) -> None:
    server = await MediaServer.open(bind=host, advertise=(host,))
    offer = server.room(2).join(1).offer
    assert line in offer.splitlines()
    assert f" {host} {server.port} typ host" in offer
    await server.close()
