"""How the servers of one process end."""

import asyncio
import socket
from contextlib import AsyncExitStack

from fastapi import FastAPI

from app.live.ending import start
from app.serving import InnerServer


def test_a_server_that_was_ended_leaves_nothing_in_the_event_loop() -> None:
    """Another socket may get the descriptor of the closed one."""

    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            descriptor = listening.fileno()
            async with AsyncExitStack() as opened:
                server = InnerServer(FastAPI())
                start(server.serve([listening]), opened)
                while not server.started:
                    await asyncio.sleep(0)
            assert not asyncio.get_running_loop().remove_reader(descriptor)

    asyncio.run(run())
