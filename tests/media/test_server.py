"""What the server does for all of its rooms."""

import asyncio

from app.media.server import MediaServer
from tests.support.peer import until


def test_whatever_came_meanwhile_has_its_turn_between_two_rooms() -> None:
    async def scenario() -> None:
        server = await MediaServer.open(bind="127.0.0.1")
        told: list[str] = []

        def ticked(now: float) -> None:
            told.append("room")
            asyncio.get_running_loop().call_soon(told.append, "another")

        for _ in range(5):
            server.room(2).tick = ticked  # type: ignore[method-assign]
        try:
            await until(lambda: told.count("another") >= 10)
        finally:
            await server.close()
        assert told[:20] == ["room", "another"] * 10

    asyncio.run(scenario())
