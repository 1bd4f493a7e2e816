"""A meeting on our own media server."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bench.load import Caller, Meeting, Person, memory_mb


class Server:
    """The media server's process, and how to ask it something."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid

    async def ask(self, *question: Any) -> Any:
        """Ask one question and wait for the answer."""
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        return json.loads(await self._process.stdout.readline())


@asynccontextmanager
async def meeting(host: str, people: int) -> AsyncIterator[tuple[Meeting, Server]]:
    """Start the media server and let everybody join and be heard."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.server", host, str(people)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=1 << 20,
    )
    server = Server(process)
    await server.ask("heard", list(range(1, people + 1)))
    memory = memory_mb(server.pid)
    made = Meeting([await _join(server, host, seat) for seat in range(1, people + 1)], server.pid, memory)
    try:
        yield made, server
    finally:
        made.leave()
        process.stdin.close()
        await process.wait()


async def _join(server: Server, host: str, seat: int) -> Person:
    caller = Caller(await server.ask("join", seat), host)
    await server.ask("answer", seat, caller.answer)
    await caller.arrive()
    return Person(caller, caller)
