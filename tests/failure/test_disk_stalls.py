"""A server on its own, and a disk that stands still."""

import asyncio
import time
from pathlib import Path

from app.store.sqlite import SqliteStore
from tests.support.client import client
from tests.support.disk import StallingDisk
from tests.support.server import running


def test_commands_are_refused_in_words_and_everything_else_goes_on(tmp_path: Path) -> None:
    """N16, W5, N4: in every circle of the server; a page hears that its server lives; what was refused is not kept."""

    async def play() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as frida, client(server.socket_url) as franz:
            await frida.enter((await server.open_circle())[0], "Frida")
            await franz.enter((await server.open_circle())[0], "Franz")
            store = server.services.hub._store
            assert isinstance(store, SqliteStore)
            store._within_s = 0.2
            disk = StallingDisk(store._database)
            store._database = disk  # type: ignore[assignment]
            disk.stall("COMMIT")
            for leader in (frida, franz, frida):
                pongs = len(leader.pongs)
                await leader.send({"type": "ping", "sent_ms": time.monotonic()})
                assert await leader.refused("next_step") == "not_kept"
                assert leader.view["phase"] == "gathering"
                assert len(leader.pongs) == pongs + 1
            disk.go_on()
            for leader in (frida, franz):
                while await leader.ask("next_step") == "not_kept":
                    await asyncio.sleep(0.02)
                assert (leader.view["phase"], leader.view["step"]) == ("opening", 1)
            for circle in server.services.hub.circles:
                actor = server.services.hub.living(circle)
                assert actor and len(await store.read(circle)) == actor.circle.version

    asyncio.run(play())
