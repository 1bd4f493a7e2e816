"""Our media server in a process of its own, told what to do by lines of JSON: one question, one answer."""

import asyncio
import json
import sys
import time
from dataclasses import asdict
from typing import Any

import uvloop

from app.media.server import MediaServer, Room, Transport


class Desk:
    """Answers the questions."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._transports: dict[int, Transport] = {}

    def join(self, seat: int) -> str:
        """Give the offer."""
        self._transports[seat] = self._room.join(seat)
        return self._transports[seat].offer

    def answer(self, seat: int, sdp: str) -> None:
        """Take the answer."""
        self._transports[seat].answer(sdp)

    def heard(self, seats: list[int]) -> tuple[int, int]:
        """Set the gate; when that began and when it was done, in nanoseconds since 1970."""
        began = time.time_ns()
        self._room.let_be_heard(frozenset(seats))
        return began, time.time_ns()

    def counters(self) -> dict[str, int]:
        """Give the room's counters."""
        return asdict(self._room.counters)


async def serve(host: str, seats: int) -> None:
    """Answer until the questions end."""
    media = await MediaServer.open(bind=host, advertise=(host,))
    desk = Desk(media.room(seats))
    questions = asyncio.StreamReader(limit=1 << 20)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(questions), sys.stdin)
    while line := await questions.readline():
        name, *values = json.loads(line)
        answer: Any = getattr(desk, name)(*values)
        print(json.dumps(answer), flush=True)
    await media.close()


if __name__ == "__main__":
    uvloop.run(serve(sys.argv[1], int(sys.argv[2])))
