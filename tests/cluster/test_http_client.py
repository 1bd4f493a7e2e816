"""Asking another node: an answer, or none, within a second in all."""

import asyncio
from itertools import repeat

import pytest

from app.cluster.client import Unreachable
from app.cluster.http_client import ASK_WITHIN_S, HttpNodeClient
from app.store.store import CircleId
from tests.support.dripping import dripping

TUESDAY = CircleId("tuesday")
FOR_EVER = 400
DRIPS = {
    "its first line": repeat(b"H", FOR_EVER),
    "its headers": iter([b"HTTP/1.1 200 OK\r\n", *repeat(b"A: b\r\n", FOR_EVER)]),
    "its body": iter([b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", *repeat(b" ", FOR_EVER)]),
}
ANSWERS = [b"[]", b"7", b"null", b"{}", b'{"no": 1}', b"nothing", b"\xff"]


async def asked(port: int) -> None:
    client = HttpNodeClient("key")
    try:
        with pytest.raises(Unreachable):
            await client.holds(f"127.0.0.1:{port}", TUESDAY)
    finally:
        await client.close()


@pytest.mark.parametrize("what", DRIPS)
def test_a_node_that_never_ends_its_answer_is_out_of_reach(what: str) -> None:
    """N11, N13: in a second as a whole, or the sound would hang on it; each byte of this comes in time."""

    async def run() -> None:
        async with dripping(DRIPS[what]) as port:
            began_s = asyncio.get_running_loop().time()
            await asked(port)
            assert ASK_WITHIN_S <= 1
            assert asyncio.get_running_loop().time() - began_s < 10 * ASK_WITHIN_S

    asyncio.run(run())


@pytest.mark.parametrize("body", ANSWERS)
def test_an_answer_that_is_none_is_none(body: bytes) -> None:
    """N11"""

    async def run() -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
        async with dripping(iter([head + body])) as port:
            await asked(port)

    asyncio.run(run())


@pytest.mark.parametrize("address", ["127.0.0.1:1", "nowhere.invalid:1", "[::", ":1", "a b"])
def test_an_address_that_is_none_is_out_of_reach(address: str) -> None:
    """N11, N18: what a node has shown of itself is whatever it was told. It keeps no other from starting."""

    async def run() -> None:
        client = HttpNodeClient("key")
        for asked in (client.holds(address, TUESDAY), client.assets(address), client.asset(address, "a.js")):
            with pytest.raises(Unreachable):
                await asked
        await client.close()

    asyncio.run(run())
