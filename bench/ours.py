"""Meetings on our own media server."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bench.load import PEOPLE, Caller, Meeting, Person, let_few_hear, memory_mb


class Server:
    """The media server's process, and how to ask it something."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._asks, self._answers = process.stdin, process.stdout
        self._process = process
        self.pid = process.pid

    async def ask(self, *question: Any) -> Any:
        """Ask one question and wait for the answer."""
        self._asks.write(json.dumps(question).encode() + b"\n")
        return json.loads(await self._answers.readline())

    async def end(self) -> None:
        """End it, and wait until it has."""
        self._asks.close()
        await self._process.wait()


@asynccontextmanager
async def meeting(host: str, circles: int = 1) -> AsyncIterator[tuple[Meeting, Server]]:
    """Start the media server and let everybody join and be heard."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.server", host, str(PEOPLE), str(circles)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=1 << 20,
    )
    server = Server(process)
    await server.ask("heard", list(range(1, PEOPLE + 1)))
    memory = memory_mb(server.pid)
    places = [(circle, seat) for circle in range(circles) for seat in range(1, PEOPLE + 1)]
    people = [await _join(server, host, circle, seat) for circle, seat in places]
    if circles > 1:
        let_few_hear(people)
    made = Meeting(people, server.pid, memory)
    try:
        yield made, server
    finally:
        made.leave()
        await server.end()


async def _join(server: Server, host: str, circle: int, seat: int) -> Person:
    caller = Caller(await server.ask("join", circle, seat), host)
    await server.ask("answer", circle, seat, caller.answer)
    await caller.arrive()
    return Person(caller, caller)
