"""A person without a browser: a page that speaks the protocol, and a peer with its own voice and ears."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from tests.support.client import Client, client
from tests.support.peer import Peer
from tests.support.scene import FRIDA, NAMES, OLGA, PIET, SPEAKERS
from tests.support.server import Server


class Person:
    """Somebody seated, with sound both ways."""

    def __init__(self, page: Client, peer: Peer) -> None:
        self.page = page
        self.peer = peer

    @classmethod
    async def enter(cls, page: Client, token: str, name: str | None) -> "Person":
        await page.enter(token, name)
        await page.until(lambda: page.offer)
        peer = Peer(page.offer["sdp"])
        await page.send({"type": "answer", "sdp": peer.answer})
        await peer.arrive()
        await page.until(lambda: page.view["you"]["sound"] == "connected")
        return cls(page, peer)

    @property
    def seat(self) -> int:
        return int(self.page.offer["seat"])

    def count_from(self, seat: int) -> int:
        """How many packets with a voice in them have come from this seat; silence frames have none."""
        return sum(packet.payload != b"\xf8\xff\xfe" for packet in self.peer.heard[seat])


class Circle:
    """Six people of `scene.NAMES` round one server, all switches open."""

    def __init__(self, server: Server, tokens: list[str], people: dict[int, Person], opened: AsyncExitStack) -> None:
        self.server, self.tokens, self.people, self._opened = server, tokens, people, opened

    async def enters(self, token: str, name: str | None) -> Person:
        """One more connection, with a voice of its own; closed with the others."""
        page = await self._opened.enter_async_context(client(self.server.socket_url))
        person = await Person.enter(page, token, name)
        self._opened.push_async_callback(person.peer.leave)
        self.people[person.seat] = person
        return person

    async def admits_observer(self) -> None:
        """Everybody agrees to Olga, and Frida opens the door."""
        for seat in SPEAKERS:
            page = self.people[seat].page
            await page.until(partial(_is_asked_for_observers, page))
            assert await page.ask("agree_to_observer", seat=OLGA) is None
        assert await self.people[FRIDA].page.ask("admit", seat=OLGA) is None

    async def until(self, phase: str) -> None:
        frida = self.people[FRIDA].page
        while frida.view["phase"] != phase:
            assert await frida.ask("next_step") is None

    async def piet_presents(self) -> None:
        await self.until("call_for_case")
        assert await self.people[PIET].page.ask("offer_case") is None
        frida = self.people[FRIDA].page
        await frida.until(lambda: any("name_presenter" in seat["can"] for seat in frida.view["seats"]))
        assert await frida.ask("name_presenter", seat=PIET) is None


@asynccontextmanager
async def seated(server: Server) -> AsyncIterator[Circle]:
    """Everybody enters and opens their microphone."""
    async with AsyncExitStack() as opened:
        circle = Circle(server, await server.open_circle(), {}, opened)
        for seat in SPEAKERS:
            await circle.enters(circle.tokens[seat - 1], NAMES[seat])
        entering = asyncio.ensure_future(circle.enters(circle.tokens[OLGA - 1], NAMES[OLGA]))
        await circle.admits_observer()
        await entering
        for seat in SPEAKERS:
            assert await circle.people[seat].page.ask("open_microphone") is None
        yield circle


def _is_asked_for_observers(page: Client) -> bool:
    return bool(page.view["observers_ask"])
