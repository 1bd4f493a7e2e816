"""Our media server in a process of its own, told what to do by lines of JSON: one question, one answer."""

import asyncio
import json
import sys
import time
from typing import Any

import uvloop

from app.media.server import MediaServer, Room, Transport


class Desk:
    """Answers the questions."""

    def __init__(self, rooms: list[Room]) -> None:
        self._rooms = rooms
        self._transports: dict[tuple[int, int], Transport] = {}

    def join(self, room: int, seat: int) -> str:
        """Give the offer."""
        self._transports[room, seat] = self._rooms[room].join(seat)
        return self._transports[room, seat].offer

    def answer(self, room: int, seat: int, sdp: str) -> None:
        """Take the answer."""
        self._transports[room, seat].answer(sdp)

    def heard(self, seats: list[int]) -> tuple[int, int]:
        """Set the gate of every room; when that began and when it was done, in nanoseconds since 1970."""
        began = time.time_ns()
        for room in self._rooms:
            room.let_be_heard(frozenset(seats))
        return began, time.time_ns()


async def serve(host: str, seats: int, rooms: int) -> None:
    """Answer until the questions end."""
    media = await MediaServer.open(bind=host, advertise=(host,))
    desk = Desk([media.room(seats) for _ in range(rooms)])
    questions = asyncio.StreamReader(limit=1 << 20)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(questions), sys.stdin)
    while line := await questions.readline():
        name, *values = json.loads(line)
        answer: Any = getattr(desk, name)(*values)
        print(json.dumps(answer), flush=True)
    await media.close()


if __name__ == "__main__":
    uvloop.run(serve(sys.argv[1], *map(int, sys.argv[2:])))
