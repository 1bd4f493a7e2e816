"""Browsers come through the balancer of deploy/haproxy.cfg, and a node behind it is told to stop."""

import asyncio
import shutil
import signal
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.support.balancer import Balancer, balanced
from tests.support.client import Client, client
from tests.support.installation import circle_of, installation
from tests.support.peer import until
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES

pytestmark = pytest.mark.skipif(shutil.which("haproxy") is None, reason="needs Debian's haproxy")


def test_nobody_new_comes_to_a_node_that_drains_and_nobody_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N9, N10: through TLS and whichever node the balancer takes."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))

    async def play() -> None:
        async with installation(tmp_path) as house, balanced(tmp_path, house.nodes) as door, AsyncExitStack() as opened:
            tokens = await asyncio.to_thread(door.open_circle)
            circle = circle_of(tokens[0])

            async def enters(seat: int) -> Client:
                return await comes(door, tokens[seat - 1], NAMES[seat], opened)

            frida, finn = await enters(FRIDA), await enters(FINN)
            leaving = house.owner(circle)
            [staying] = house.others(leaving)
            assert through(leaving.health()) == 2  # Finn's way leads through the other node
            assert through(staying.health()) == 1
            assert await asyncio.to_thread(door.status, "/health") == 404

            leaving.tell(signal.SIGTERM)
            await until(lambda: f"node-{1 + house.nodes.index(leaving)} is DOWN" in door.log)
            await enters(MIA)
            await enters(MAX)
            assert through(staying.health()) == 3
            assert house.owner(circle) is leaving

            assert await frida.ask("next_step") is None
            assert await frida.closed() == await finn.closed() == 4013
            assert await asyncio.to_thread(leaving.ended) == 0
            assert house.owner(circle) is staying
            await enters(FRIDA)
            assert "127.0.0.1" not in door.log
            assert "/ws" not in door.log

    asyncio.run(play())


async def comes(door: Balancer, token: str, name: str, opened: AsyncExitStack) -> Client:
    return await (await opened.enter_async_context(client(door.socket_url))).enter(token, name)


def through(health: dict[str, int] | None) -> int:
    """Connections that this node takes part in."""
    assert health
    return health["sockets"]
