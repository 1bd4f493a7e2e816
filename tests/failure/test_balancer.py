"""Browsers come through the balancer of deploy/haproxy.cfg, and a node behind it is told to stop."""

import asyncio
import re
import shutil
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx
import pytest

from app.web.page import CSP, headers_of
from tests.support.balancer import TURN_NAME, Balancer, balanced
from tests.support.client import Client, client
from tests.support.installation import circle_of, installation
from tests.support.peer import until
from tests.support.process import PATIENCE_S
from tests.support.scene import FINN, FRIDA, MAX, MIA, NAMES

pytestmark = pytest.mark.skipif(shutil.which("haproxy") is None, reason="needs Debian's haproxy")


def test_nobody_new_comes_to_a_node_that_drains_and_nobody_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N9, N10: through TLS and whichever node the balancer takes."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async def play() -> None:
        async with (
            installation(tmp_path) as cluster,
            balanced(tmp_path, cluster.nodes) as door,
            AsyncExitStack() as opened,
        ):
            tokens = await asyncio.to_thread(door.open_circle)
            circle = circle_of(tokens[0])

            async def enters(seat: int) -> Client:
                return await comes(door, tokens[seat - 1], NAMES[seat], opened)

            frida, finn = await enters(FRIDA), await enters(FINN)
            leaving = cluster.owner(circle)
            [staying] = cluster.others(leaving)
            assert through(leaving.health()) == 2  # Finn's way leads through the other node
            assert through(staying.health()) == 1
            assert await asyncio.to_thread(door.status, "/health") == 404

            leaving.tell(signal.SIGTERM)
            await until(lambda: f"node-{1 + cluster.nodes.index(leaving)} is DOWN" in door.log)
            await enters(MIA)
            await enters(MAX)
            assert through(staying.health()) == 3
            assert cluster.owner(circle) is leaving

            assert await frida.ask("next_step") is None
            assert await frida.closed() == await finn.closed() == 4013
            assert await asyncio.to_thread(leaving.ended) == 0
            assert cluster.owner(circle) is staying
            await enters(FRIDA)
            assert "127.0.0.1" not in door.log
            assert "/ws" not in door.log

    asyncio.run(play())


@pytest.mark.parametrize("asked", [TURN_NAME, TURN_NAME.upper()])
def test_the_relay_is_found_by_its_name_however_that_is_written(tmp_path: Path, asked: str) -> None:
    """Where the balancer is told it, and where a browser asks for it."""

    async def play() -> None:
        with socket.create_server(("127.0.0.1", 0)) as relay:
            told = {"TURN_NAME": TURN_NAME.title(), "TURN": f"127.0.0.1:{relay.getsockname()[1]}"}
            async with balanced(tmp_path, [], **told) as door:
                _, browser = await asyncio.open_connection(
                    "127.0.0.1", door.https, ssl=door.trust, server_hostname=asked
                )
                relay.settimeout(PATIENCE_S)
                found, _ = await asyncio.to_thread(relay.accept)
                found.close()
                browser.close()

    asyncio.run(play())


def test_a_reload_closes_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an upgrade of the balancer has it: at SIGUSR2 who is there stays, and who comes is let in."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async def play() -> None:
        async with (
            installation(tmp_path, nodes=1) as cluster,
            balanced(tmp_path, cluster.nodes) as door,
            AsyncExitStack() as opened,
        ):
            tokens = await asyncio.to_thread(door.open_circle)
            frida = await comes(door, tokens[FRIDA - 1], NAMES[FRIDA], opened)
            await asyncio.to_thread(door.reload)
            finn = await comes(door, tokens[FINN - 1], NAMES[FINN], opened)
            for each in (frida, finn):
                assert await each.ask("open_microphone") is None

    asyncio.run(play())


def test_the_balancer_bounds_what_one_source_may_have_and_how_long_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """W8, W9: by https alone (HSTS); and whoever opens circles through it is counted by their own address."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async def play() -> None:
        async with (
            installation(tmp_path, nodes=1, BALINT_OPENINGS_MAX="2") as cluster,
            balanced(tmp_path, cluster.nodes) as door,
            AsyncExitStack() as opened,
        ):
            assert [await opens(door, X_Forwarded_For=f"192.0.2.{made_up}") for made_up in range(3)] == [201, 201, 429]

            slow = await opened.enter_async_context(line_to(door))
            half = await opened.enter_async_context(line_to(door))
            slow[1].write(b"POST /api/door HTTP/1.1\r\n")
            half[1].write(b"POST /api/door HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n")
            lines = [await opened.enter_async_context(line_to(door)) for _ in range(254)]
            with pytest.raises(OSError):
                await opened.enter_async_context(line_to(door))
            async with asyncio.timeout(15):
                for line in (slow, half):
                    assert b" 408 " in await line[0].read()
            for line in lines:
                line[1].close()
            async with httpx.AsyncClient(verify=door.trust) as http:
                own = await http.get(f"{door.url}/health")
                page = await http.get(f"{door.url}/")
                plain = await http.get(f"http://localhost:{door.http}/")
            assert (own.status_code, "content-security-policy" in own.headers) == (404, True)
            assert page.headers.get_list("content-security-policy") == [headers_of(page.content)[CSP]]
            assert {it.headers["strict-transport-security"] for it in (own, page)} == {"max-age=31536000"}
            assert (plain.status_code, plain.headers["location"]) == (308, f"https://localhost:{door.http}/")
            assert "strict-transport-security" not in plain.headers
            assert "127.0.0.1" not in door.log

    asyncio.run(play())


def test_a_source_has_as_many_connections_as_the_nodes_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """W8: by the same setting, or a house of many people could not be let in."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async def play() -> None:
        bound = {"BALINT_SOURCE_CONNECTIONS_MAX": "300"}
        async with (
            installation(tmp_path, nodes=1, **bound) as cluster,
            balanced(tmp_path, cluster.nodes, **bound) as door,
            AsyncExitStack() as opened,
        ):
            for _ in range(300):
                await opened.enter_async_context(line_to(door))
            with pytest.raises(OSError):
                await opened.enter_async_context(line_to(door))

    asyncio.run(play())


def test_the_page_comes_compressed_and_nothing_else_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a first visit may weigh (docs/decisions/0044) is said of it so."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))

    async def play() -> None:
        async with installation(tmp_path, nodes=1) as cluster, balanced(tmp_path, cluster.nodes) as door:
            async with httpx.AsyncClient(verify=door.trust, base_url=door.url) as http:
                page = await http.get("/")
                names = re.findall(r"/assets/[\w-]+\.(?:js|css)", page.text)
                files = [await http.get(name) for name in names]
                asked = await http.post("/api/circles", json={"title": "T", "template": "one_case_60"})
                plain = await http.get(names[0], headers={"Accept-Encoding": "identity"})
            assert {each.headers.get("content-encoding") for each in (page, *files)} == {"gzip"}
            assert headers_of(page.content)[CSP] == page.headers["content-security-policy"]
            assert plain.content == files[0].content
            assert {each.headers.get("content-encoding") for each in (asked, plain)} == {None}
            assert asked.status_code == 201

    asyncio.run(play())


async def opens(door: Balancer, **headers: str) -> int:
    async with httpx.AsyncClient(verify=door.trust) as http:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return (await http.post(f"{door.url}/api/circles", json={"title": "T"}, headers=named)).status_code


@asynccontextmanager
async def line_to(door: Balancer) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("localhost", door.https, ssl=door.trust)
    try:
        yield reader, writer
    finally:
        writer.close()


async def comes(door: Balancer, token: str, name: str, opened: AsyncExitStack) -> Client:
    return await (await opened.enter_async_context(client(door.socket_url))).enter(token, name)


def through(health: dict[str, int] | None) -> int:
    """Connections that this node takes part in."""
    assert health
    return health["sockets"]
