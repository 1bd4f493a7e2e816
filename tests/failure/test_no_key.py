"""After a sealed meeting nothing of its key, and no word that was said, is anywhere at the server."""

import asyncio
import os
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.support.client import client
from tests.support.peer import until
from tests.support.person import Person
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, NAMES
from tests.support.sframe import SILENCE, CircleKey, Ears, SealedVoice
from tests.support.traces import in_files, in_memory

FRAMES = 30
WORDS = b"\x78what a patient has told nobody else, in a frame of eighty bytes as long as speech "


async def _meets(server: ServerProcess, tokens: list[str], voice: SealedVoice | None, ears: Ears) -> list[bytes]:
    """Frida hears what Mia says, sealed where there is a key."""
    async with AsyncExitStack() as opened:
        people = {}
        for seat in (FRIDA, MIA):
            page = await opened.enter_async_context(client(server.url.replace("http", "ws") + "/ws"))
            people[seat] = await Person.enter(page, tokens[seat - 1], NAMES[seat])
            opened.push_async_callback(people[seat].peer.leave)
            assert await page.ask("open_microphone") is None
        for _ in range(FRAMES):
            people[MIA].peer.speak(1, voice.seal(WORDS) if voice else WORDS)
        heard = people[FRIDA].peer.heard[MIA]
        await until(lambda: sum(packet.payload != SILENCE for packet in heard) == FRAMES)
        words = [ears.hear(packet.payload) if voice else packet.payload for packet in heard]
        return [word for word in words if word != SILENCE]


@pytest.mark.skipif(os.geteuid() != 0, reason="Reading another process's memory takes root.")
@pytest.mark.parametrize("sealed", [True, False], ids=["sealed", "not sealed"])
def test_the_key_is_nowhere(tmp_path: Path, sealed: bool) -> None:
    """V3: not in memory, not on disk, not in the log; nor is a word. Of a circle that is not sealed words are found."""
    key, server = CircleKey.new(), ServerProcess(tmp_path).start()
    voice = SealedVoice(key, MIA)
    try:
        tokens = server.open_circle(**({"lock": key.lock} if sealed else {}))
        assert asyncio.run(_meets(server, tokens, voice if sealed else None, Ears(key, MIA))) == [WORDS] * FRAMES
        secrets = {
            "secret": key.secret,
            "link": key.written.encode(),
            "half a link": key.written[:14].encode(),
            "base": key.base(MIA, voice.key_id),
            "introducing": key.derived(b"introduce\0", 32),
            "boxing": key.derived(b"box\0", 32),
            "words": WORDS[1:20],
        }
        looked_for = secrets | {"lock": key.lock.encode()}
        found, kept = in_memory(server.pid, looked_for), in_files(tmp_path, looked_for)
        if sealed:
            assert set(found) == {"lock"}
            assert set().union(*kept.values()) == {"lock"}
        else:
            assert set(found) == {"words"}
            assert kept == {}
    finally:
        server.stop()
