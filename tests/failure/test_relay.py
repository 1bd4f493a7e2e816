"""A browser whose circle lives at another node than the one it came to."""

import asyncio
import json
import urllib.request
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.store.store import CircleId
from app.web.invites import Invites
from tests.support.client import Client, client
from tests.support.installation import Installation, Node, circle_of, installation
from tests.support.peer import until
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES, PIET

KIB = 1024
FLOOD = "x" * 64 * KIB


def test_only_nodes_are_let_in_on_the_inner_side_and_browsers_never_see_it(tmp_path: Path) -> None:
    """N15: whoever has no key, or another one, is turned away in words, and nothing is upset by it."""

    async def play() -> None:
        async with installation(tmp_path, nodes=1) as cluster:
            [node] = cluster.nodes
            for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer "}):
                await turned_away(f"ws://{node.address}/node/socket", {403}, headers)
                assert await status_of(f"http://{node.address}/node/holds", headers) == 403
                assert await status_of(f"http://{node.address}/node/may-have", headers) == 403
            await turned_away(f"ws://localhost:{node.port}/node/socket", {403, 404}, {})
            assert await status_of(f"{node.url}/node/holds", {}) in {404, 405}
            assert await status_of(f"http://{node.address}/api/circles", {}) == 404
            assert "Traceback" not in node.log

    asyncio.run(play())


def test_whatever_ends_a_connection_ends_it_alike_through_a_relay(tmp_path: Path) -> None:
    """N15, W3: every close code comes through as it is, and nobody else is disturbed."""

    async def play() -> None:
        async with installation(tmp_path) as cluster:
            tokens = await asyncio.to_thread(cluster.nodes[0].open_circle)
            owner = cluster.owner(circle_of(tokens[0]))
            [other] = cluster.others(owner)
            async with entered(other, tokens, FRIDA) as frida, entered(owner, tokens, FINN) as finn:
                for ends, code in ENDINGS.items():
                    for door, seat in ((owner, MIA), (other, PIET)):  # one seat is not entered so often in a row
                        async with entered(door, tokens, seat) as page:
                            await ends(page, door, tokens)
                            assert await page.closed() == code, (ends.__name__, door is owner)
                async with entered(other, tokens, MAX) as uninvited:
                    assert await frida.ask("end_invitation", seat=MAX) is None
                    assert await uninvited.closed() == 4012
                assert await finn.ask("open_microphone") is None
                assert await frida.ask("end_circle") is None
                assert [await leader.closed() for leader in (frida, finn)] == [4007, 4007]

    asyncio.run(play())


def test_a_browser_that_reads_nothing_costs_no_memory(tmp_path: Path) -> None:
    """N15, W3: what it does not take is not read from the owner either, and after a while it is parted with."""

    async def play() -> None:
        async with installation(tmp_path, nodes=1, BALINT_SEND_WITHIN_S="1.5") as cluster:
            [node] = cluster.nodes
            browsing = connect(node.socket_url, ping_interval=None, close_timeout=0.1, compression=None)
            async with flooding(cluster) as (token, flood), browsing as browser:
                before = rss_kib(node)
                await browser.send(json.dumps({"type": "enter", "token": token, "name": NAMES[PIET]}))
                browser.transport.pause_reading()
                await until(lambda: flood.over)
                assert flood.sent > 0
                assert rss_kib(node) - before < 16 * KIB, f"{flood.sent} KiB were sent"
            assert await asyncio.to_thread(node.health)

    asyncio.run(play())


class Flood:
    """A node that has gone mad: to whoever is passed on to it, it talks without end."""

    sent = 0
    over = False

    async def __call__(self, line: ServerConnection) -> None:
        try:
            while True:
                await line.send(FLOOD)
                self.sent += len(FLOOD) // KIB
        except ConnectionClosed:
            self.over = True


@asynccontextmanager
async def flooding(cluster: Installation) -> AsyncIterator[tuple[str, Flood]]:
    """The invitation to a circle that such a node has claimed."""
    flood = Flood()
    async with serve(flood, "127.0.0.1", 0, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        status = {"node": "mad", "beat": 1, "address": f"127.0.0.1:{port}", "circles": 1, "people": 0}
        with cluster.looking() as keys:
            keys.set("balint:node:mad", json.dumps(status | {"draining": False, "now_ms": 0}))
            keys.zadd("balint:beats", {"mad": 1})
            keys.hset("balint:circle:flooded:claim", mapping={"node": "mad", "term": 1, "write": 0})
            secret = str(keys.get("balint:secret"))
        yield Invites(secret).invitation(CircleId("flooded"), PIET), flood


@asynccontextmanager
async def entered(node: Node, tokens: list[str], seat: int) -> AsyncIterator[Client]:
    async with client(node.socket_url) as page:
        yield await page.enter(tokens[seat - 1], NAMES[seat])


async def says_rubbish(page: Client, door: Node, tokens: list[str]) -> None:
    await page.send("{")


async def says_what_nobody_can_ask(page: Client, door: Node, tokens: list[str]) -> None:
    await page.send({"type": "ask", "id": 1, "command": {"type": "mute_everybody"}})


async def says_too_much(page: Client, door: Node, tokens: list[str]) -> None:
    await page.send("x" * 65 * KIB)


async def says_too_many_things(page: Client, door: Node, tokens: list[str]) -> None:
    for number in range(100):
        await page.send({"type": "ping", "sent_ms": number})


async def comes_twice(page: Client, door: Node, tokens: list[str]) -> None:
    async with client(door.socket_url) as newer:
        await newer.enter(page.offer["resume"], None)
        await page.closed()


async def leaves(page: Client, door: Node, tokens: list[str]) -> None:
    await page.send({"type": "ask", "id": 1, "command": {"type": "leave"}})


Ending = Callable[[Client, Node, list[str]], Coroutine[Any, Any, None]]
ENDINGS: dict[Ending, int] = {
    says_rubbish: 4000,
    says_what_nobody_can_ask: 4000,
    says_too_much: 1009,
    says_too_many_things: 4002,
    comes_twice: 4006,
    leaves: 4008,
}


async def turned_away(url: str, statuses: set[int], headers: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await connect(url, additional_headers=headers)
    assert refused.value.response.status_code in statuses


async def status_of(url: str, headers: dict[str, str]) -> int:
    body = json.dumps({"circle": "any"}).encode()
    asked = urllib.request.Request(url, body, {"Content-Type": "application/json", **headers})

    def ask() -> int:
        try:
            with urllib.request.urlopen(asked, timeout=5) as answer:
                return int(answer.status)
        except HTTPError as refused:
            with refused:
                return refused.code

    return await asyncio.to_thread(ask)


def rss_kib(node: Node) -> int:
    status = Path(f"/proc/{node.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
