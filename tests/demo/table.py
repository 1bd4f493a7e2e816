"""The demonstration round a whole server, with tones in place of voices, and persons who are clients as well."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from app.client.client import Client, joined
from app.client.sound import PeerSound
from app.demo.circle import PRESENTERS_SEAT, DemoCircle, demo_circle
from app.demo.director import Director, Speaks
from app.demo.script import Script
from app.demo.turns import Turns
from tests.support.voices import tone

SPEED = 60


class Heard:
    """Who has been heard in which phase, by every listener's own received sound."""

    def __init__(self) -> None:
        self.of: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))

    def listen(self, listener: str, client: Client, sound: PeerSound) -> None:
        def note(seat: int) -> None:
            self.of[listener][client.view.get("phase", "")].add(seat)

        sound.on_audible = note


async def short_tones(_name: str, _sentence: str) -> list[bytes]:
    return tone(0.12)


@asynccontextmanager
async def demonstration(
    url: str, script: Script, speaks: Speaks = short_tones, language: str = "en"
) -> AsyncIterator[tuple[DemoCircle, "asyncio.Task[None]", Heard]]:
    """The circle, the meeting as it is held, and who hears whom."""
    async with demo_circle(url, language) as circle:
        heard = Heard()
        for name, person in circle.people.items():
            heard.listen(name, person.client, person.sound)
        director = Director(circle.people, Turns(script), speaks, SPEED, presenters_seat=PRESENTERS_SEAT)
        playing = asyncio.create_task(director.play())
        try:
            yield circle, playing, heard
        finally:
            playing.cancel()
            await asyncio.gather(playing, return_exceptions=True)


async def sits_down(opened: AsyncExitStack, links: Mapping[str, str], role: str) -> tuple[Client, PeerSound]:
    """A person by their link."""
    sound = PeerSound()
    client = await opened.enter_async_context(joined(links[role], f"A {role}", sound))
    return client, sound
