"""The tests' peer where it makes the offer, as of Janus in `bench/`: checks may come before the answer does."""

import asyncio
import socket
from typing import Any

from aioice import stun

from bench.load import Caller

ANSWER = (
    "v=0\r\na=ice-ufrag:them\r\na=ice-pwd:theirs\r\na=fingerprint:sha-256 00\r\na=setup:passive\r\n"
    "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=candidate:1 1 udp 1 127.0.0.1 {port} typ host\r\n"
)


def test_a_check_that_comes_before_the_answer_is_answered_after_it() -> None:
    async def run() -> None:
        faults: list[dict[str, Any]] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, about: faults.append(about))
        with socket.socket(type=socket.SOCK_DGRAM) as server:
            server.bind(("127.0.0.1", 0))
            server.setblocking(False)
            caller = Caller(None, "127.0.0.1")
            server.sendto(bytes(stun.Message(stun.Method.BINDING, stun.Class.REQUEST)), caller.address)
            for _ in range(3):
                await asyncio.sleep(0)
            caller.meet(ANSWER.format(port=server.getsockname()[1]))
            async with asyncio.timeout(10):
                answer = stun.parse_message(await loop.sock_recv(server, 2048))
            caller.vanish()
        assert (answer.message_class, faults) == (stun.Class.RESPONSE, [])

    asyncio.run(run())
