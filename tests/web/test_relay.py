"""Any node takes any browser: two nodes in this process, one Redis, real sockets."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

import app.live.garbage
import app.web.socket
from app.circle.notices import CalledOff
from app.circle.phases import Role
from app.live.actor import CircleActor
from app.store.store import CircleId, NodeId
from app.web.invites import Invites
from tests.support.client import Client, client
from tests.support.peer import Peer, until
from tests.support.person import Person
from tests.support.redis import RedisProcess
from tests.support.server import Server, running


@asynccontextmanager
async def two_nodes(folder: Path) -> AsyncIterator[tuple[Server, Server]]:
    redis = RedisProcess(folder / "redis").start()
    try:
        async with AsyncExitStack() as opened:
            pace = {"beat_s": 0.1, "redis_within_s": 0.8, "claim_s": 1}
            nodes = [
                await opened.enter_async_context(running(folder / name, redis_url=redis.url, **pace))
                for name in ("first", "second")
            ]
            await asyncio.sleep(0.2)  # a beat, so that each has seen the other
            yield nodes[0], nodes[1]
    finally:
        redis.stop()


async def circle_of(owner: Server, **wishes: object) -> list[str]:
    """The links of a circle that lives at this node."""
    while True:
        before = owner.services.hub.circles
        tokens = await owner.open_circle(**wishes)
        if owner.services.hub.circles != before:
            return tokens


def played(play: Callable[[Server, Server], Awaitable[None]], folder: Path) -> None:
    async def run() -> None:
        async with two_nodes(folder) as nodes:
            await play(*nodes)

    asyncio.run(run())


def test_a_browser_may_come_through_any_node(tmp_path: Path) -> None:
    """N15: it sees, asks, is refused and hears as everybody else does."""

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        async with client(owner.socket_url) as frida, client(other.socket_url) as piet:
            await frida.enter(tokens[0], "Frida")
            person = await Person.enter(piet, tokens[2], "Piet")
            assert await piet.ask("open_microphone") is None
            assert await piet.ask("next_step") is not None
            await frida.until(lambda: "Piet" in [seat["name"] for seat in frida.view["seats"]])
            await piet.send({"type": "ping", "sent_ms": 1})
            await piet.until(lambda: piet.pongs)
            assert owner.services.hub.people == 2
            assert other.services.hub.people == 0
            await person.peer.leave()

    played(play, tmp_path)


def test_close_codes_come_through(tmp_path: Path) -> None:
    """N15, W3"""

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        async with client(other.socket_url) as page:
            await page.enter(tokens[0], "Frida")
            await page.send("no message")
            assert await page.closed() == 4000
        async with client(other.socket_url) as page, client(owner.socket_url) as newer:
            await page.enter(tokens[0], "Frida")
            await newer.enter(page.offer["resume"], None)
            assert await page.closed() == 4006

    played(play, tmp_path)


class Knot:
    """It holds itself, so it stays until garbage is collected."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_browser_that_was_passed_on_leaves_is_collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E2: also at a node where no circle ever ends."""
    monkeypatch.setattr(app.live.garbage, "SOON_S", 3600)
    monkeypatch.setattr(app.live.garbage, "LATE_S", 0.01)

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        gc.collect()
        gc.disable()
        async with client(other.socket_url) as page:
            await page.enter(tokens[0], "Frida")
            knot = weakref.ref(Knot())
        assert knot(), "it goes by itself"
        await until(lambda: knot() is None)

    try:
        played(play, tmp_path)
    finally:
        gc.enable()


def test_where_nobodys_sound_arrives_the_circle_follows_the_browsers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N17: the owner is cut off from browsers, and only its inner line works."""
    monkeypatch.setattr(app.web.socket, "UNHEARD_MS", 100)

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        [circle] = owner.services.hub.circles[-1:]
        async with client(other.socket_url) as page:
            await page.enter(tokens[0], "Frida")
            await answers(page)
            await asyncio.sleep(0.15)
        while circle in owner.services.hub.circles:
            await asyncio.sleep(0.01)
        async with client(other.socket_url) as page:
            await page.enter(tokens[0], "Frida")
            assert circle in other.services.hub.circles

    played(play, tmp_path)


def test_a_circle_follows_nobody_to_a_node_that_takes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """N17, N10: that one is about to go, and would hand it on at once."""
    monkeypatch.setattr(app.web.socket, "UNHEARD_MS", 100)

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        [circle] = owner.services.hub.circles[-1:]
        assert owner.services.node and other.services.node
        other.services.node.draining = True
        seen = owner.services.node.membership
        while not any(status.draining for status in seen.others()):
            await asyncio.sleep(0.01)
        async with client(other.socket_url) as page:
            await page.enter(tokens[0], "Frida")
            await answers(page)
            await asyncio.sleep(0.15)
        while owner.services.hub.people:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.2)
        assert circle in owner.services.hub.circles

    played(play, tmp_path)


def test_where_somebodys_sound_arrives_it_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """N17: then it is this one browser that has no way for sound."""
    monkeypatch.setattr(app.web.socket, "UNHEARD_MS", 100)

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        [circle] = owner.services.hub.circles[-1:]
        async with client(other.socket_url) as heard, client(other.socket_url) as page:
            person = await Person.enter(heard, tokens[2], "Piet")
            await page.enter(tokens[0], "Frida")
            await answers(page)
            await asyncio.sleep(0.15)
            await page.hang_up()
            await heard.until(lambda: heard.view["seats"][0]["presence"] == "coming_back")
            assert circle in owner.services.hub.circles
            await person.peer.leave()

    played(play, tmp_path)


def test_whoever_goes_while_their_circle_is_looked_for_replaces_nobody(tmp_path: Path) -> None:
    """S2: a page that has come in again by a newer connection is not put out by the one it gave up."""

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner)
        find, goes_on = owner.services.hub.actor, asyncio.Event()

        async def slowly(name: CircleId) -> CircleActor:
            await goes_on.wait()
            return await find(name)

        async with client(owner.socket_url) as older, client(owner.socket_url) as newer:
            owner.services.hub.actor = slowly  # type: ignore[method-assign]
            await older.send({"type": "enter", "token": tokens[0], "name": "Frida"})
            while owner.services.sockets < 2:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
            await older.hang_up()
            while owner.services.sockets > 1:
                await asyncio.sleep(0.01)
            owner.services.hub.actor = find  # type: ignore[method-assign]
            await newer.enter(tokens[0], "Frida")
            goes_on.set()
            assert await newer.ask("open_microphone") is None

    played(play, tmp_path)


def test_a_circle_at_another_node_is_called_off_unless_somebody_is_there(tmp_path: Path) -> None:
    """G5, N15"""

    async def play(owner: Server, other: Server) -> None:
        tokens, hub = await circle_of(owner), other.services.hub
        [circle] = owner.services.hub.circles
        async with client(owner.socket_url) as piet:
            await piet.enter(tokens[2], "Piet")
            assert not await hub.tell(circle, CalledOff())
            assert owner.services.hub.living(circle)
            assert await hub.tell(circle, CalledOff(unless=Role.FACILITATOR))
            assert owner.services.hub.living(circle) is None

    played(play, tmp_path)


def test_the_inner_side_is_for_nodes_alone(tmp_path: Path) -> None:
    """N15"""

    async def play(owner: Server, other: Server) -> None:
        assert owner.services.node is not None
        inner = owner.services.node.address
        async with httpx.AsyncClient() as http:
            for question in ("holds", "may-have", "take-up", "invite", "call-off"):
                answer = await http.post(f"http://{inner}/node/{question}", json={"circle": "x"})
                assert answer.status_code == 403
            assert (await http.post(f"{owner.url}/node/may-have")).status_code in {404, 405}
        forged = {"Authorization": f"Bearer {Invites('x' * 32).resume('x', 1, 1)}", "Via": "x"}
        for headers in ({}, forged):
            with pytest.raises(InvalidStatus):
                await connect(f"ws://{inner}/node/socket", additional_headers=headers, proxy=None)

    played(play, tmp_path)


def test_an_address_that_another_node_has_got_since_leads_nowhere(tmp_path: Path) -> None:
    """N15: a process started again on a dead one's port knows nothing of its circles yet."""

    async def play(owner: Server, other: Server) -> None:
        assert owner.services.node
        assert other.services.connector
        address, name = owner.services.node.address, owner.services.node.membership.node
        assert await other.services.connector.connect(address, NodeId("the one before")) is None
        line = await other.services.connector.connect(address, name)
        assert line
        await line.close()

    played(play, tmp_path)


async def answers(page: Client) -> None:
    """With an answer to the offer, and no sound to follow it."""
    await page.until(lambda: page.offer)
    peer = Peer(page.offer["sdp"])
    await page.send({"type": "answer", "sdp": peer.answer})
    await peer.leave()
