"""What comes of a voice to somebody who has a link but no browser, and introduces themselves to nobody."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.support.client import client
from tests.support.person import Person
from tests.support.process import ServerProcess


def overheard(server: ServerProcess, link: str, seat: int, packets: int) -> list[bytes]:
    """So many packets of this seat's, as they come, and some more. The link's own seat is left without a word.

    In a thread of its own: the tests of browsers have a loop already.
    """
    token, _, _ = link.partition("~")
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(lambda: asyncio.run(_overheard(server, token, seat, packets))).result()


async def _overheard(server: ServerProcess, token: str, seat: int, packets: int) -> list[bytes]:
    async with client(server.socket_url) as page:
        person = await Person.enter(page, token, "Max")
        came = await person.peer.hears(seat, packets)
        person.peer.vanish()
        return [packet.payload for packet in came]
