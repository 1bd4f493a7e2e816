"""A server on its own, and no more room on its disk."""

import asyncio
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.meeting import seated
from tests.support.process import ServerProcess
from tests.support.scene import PIET


def test_commands_are_refused_in_words_and_sound_goes_on(tmp_path: Path) -> None:
    """N16, W5, H6, S4: nothing is told that is not kept, and all works again once there is room."""

    async def play() -> None:
        server = ServerProcess(tmp_path)
        await asyncio.to_thread(server.start)
        try:
            async with seated([server.socket_url], await asyncio.to_thread(server.open_circle)) as table:
                since = await table.reflects()
                with full_disk(server):
                    at = time.monotonic()
                    assert await table.frida.refused("change_time", minutes=7) == "not_kept"
                    assert await table.frida.refused("next_step") == "not_kept"
                    assert table.frida.view["phase"] == "reflection"
                    await table.until_heard(time.monotonic())
                    assert table.hears(PIET, since) == []
                assert await table.frida.ask("change_time", minutes=1) is None
                assert table.longest_silence_s(at) < 1
                assert table.lines_lost == 0
                minutes = table.frida.view["clock"]["minutes"]

                server.kill()
                await asyncio.to_thread(server.start)
                await table.settled(time.monotonic())
                assert table.frida.view["clock"]["minutes"] == minutes
                assert table.frida.view["phase"] == "reflection"
                assert table.hears(PIET, since) == []
        finally:
            server.kill()

    asyncio.run(play())


@contextmanager
def full_disk(server: ServerProcess) -> Iterator[None]:
    """Not one byte more can be written, by this process, to any file."""
    before = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, before)
