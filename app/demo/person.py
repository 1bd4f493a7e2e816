"""One synthetic person: their seat, their microphone, and the courtesies that a circle asks of everybody."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from app.client.asked import Gone, NotGranted
from app.client.client import Client
from app.client.sound import PeerSound
from app.demo.turns import PRESENTER

UNHEARD = (NotGranted, ConnectionError, TimeoutError, Gone)
"""What comes of a command that has come too late, or while the line is away: the next view says what is the case. The
others go on also without somebody whose invitation a leader has ended."""
AGAIN_S = 0.1
"""How long the next view is given to come before the same may be tried again."""
POLL_S = 0.05
"""How soon whoever speaks notices that they are heard no more."""


class SyntheticPerson:
    """Somebody at the table who speaks when told to, and only while the server lets them be heard."""

    def __init__(self, name: str, client: Client, sound: PeerSound) -> None:
        self.name, self.client, self.sound = name, client, sound
        self.captions: Callable[[str, str], object] = lambda _name, _sentence: None
        """Are told what this person says, as they begin it."""

    @property
    def view(self) -> dict[str, Any]:
        """What this person sees; empty at the door."""
        return self.client.view

    @property
    def heard(self) -> bool:
        """Whether the server would pass on what this person says."""
        return self._you.get("voice") == "heard"

    def may(self, command: str) -> bool:
        """Whether this command is open to them now."""
        return command in self._you.get("can", ())

    async def tries(self, command: str, **fields: Any) -> bool:
        """Ask, if it may be asked; says whether it was granted."""
        with suppress(*UNHEARD):
            await self.client.ask(command, **fields)
            return True
        await asyncio.sleep(AGAIN_S)
        return False

    async def opens_microphone(self) -> None:
        """Be ready to speak, in a phase in which that is possible."""
        if self.may("open_microphone"):
            await self.tries("open_microphone")
        with suppress(TimeoutError, Gone):
            await self.client.until(lambda: self.heard, 2)

    async def says(self, sentence: str, frames: Sequence[bytes]) -> bool:
        """Say it while being heard; stops in the middle where that ends. Says whether it was said to its end."""
        if not self.heard:
            return False
        self.captions(self.name, sentence)
        saying = asyncio.ensure_future(self.sound.microphone.say(frames))
        while not saying.done():
            if not self.heard:
                self.sound.microphone.stop()
                await saying
                return False
            await asyncio.wait([saying], timeout=POLL_S)
        return True

    async def attends(self) -> None:
        """Agree to observers, and answer who asks them to present, until they have gone or the circle is over."""
        with suppress(Gone):
            while self.client.code is None:
                await self.client.until(lambda: self._courtesy() is not None, None)
                if courtesy := self._courtesy():
                    await courtesy()

    def _courtesy(self) -> Callable[[], Awaitable[bool]] | None:
        for observer in self.view.get("observers_ask", ()):
            if observer["can_agree"] and not observer["agreed"]:
                return lambda: self.tries("agree_to_observer", seat=observer["number"])
        if self.may("decline_to_present"):
            return lambda: self.tries("accept_to_present" if self.name == PRESENTER else "decline_to_present")
        return None

    @property
    def _you(self) -> dict[str, Any]:
        """What they see of themselves; empty at the door, and once they have gone, when the last view stays."""
        you: dict[str, Any] = self.view.get("you", {})
        return you if self.client.code is None else {}
