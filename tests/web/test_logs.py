"""What a server writes down about people: nothing."""

import asyncio
from pathlib import Path

from tests.support.client import client
from tests.support.person import Person
from tests.support.process import ServerProcess


def test_the_log_names_nobody(tmp_path: Path) -> None:
    """W3, E3: no name, link, address or SDP, whatever is done right or wrong."""
    server = ServerProcess(tmp_path).start()
    tokens = server.open_circle()

    async def come_and_go() -> None:
        async with client(server.socket_url) as page, client(server.socket_url) as eve:
            frida = await Person.enter(page, tokens[0], "Frida Lindqvist")
            await page.ask("next_step")
            await eve.send({"type": "enter", "token": tokens[1] + "x", "name": "Eve"})
            await eve.closed()
            await page.send({"type": "answer", "sdp": "nonsense"})
            await page.closed()
            await frida.peer.leave()
        async with client(server.socket_url) as page:
            await page.enter(tokens[0], "Frida Lindqvist")
            await page.send({"type": "ask", "id": 1, "command": {"type": "end_circle", "seen": 1}})
            await page.closed()

    try:
        asyncio.run(come_and_go())
    finally:
        server.stop()
    for secret in ("Frida", "Eve", "127.0.0.1", "ice-ufrag", "fingerprint", *tokens):
        assert secret not in server.log
