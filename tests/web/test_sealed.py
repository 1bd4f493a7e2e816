"""A sealed circle on the wire: its lock is shown by whichever node is asked, and outlives it."""

import asyncio
import json
from pathlib import Path

import httpx
import pytest

from app.live.actor import CircleActor
from app.web.closing import CloseCode
from app.web.protocol import read
from app.web.socket import HAND_PACE
from tests.support.client import client
from tests.support.server import Server, running
from tests.web.test_relay import circle_of, played

LOCK = "3be2e08bdfdf9c68"


async def sign(server: Server, token: str) -> dict[str, object]:
    async with httpx.AsyncClient() as http:
        read: dict[str, object] = (await http.post(server.url + "/api/door", json={"token": token})).json()
        return read


def test_a_sealed_circle_says_so_at_the_door_in_the_offer_and_in_views(tmp_path: Path) -> None:
    """V1: also after the server was started again."""

    async def run() -> None:
        async with running(tmp_path) as server:
            sealed, clear = await server.open_circle(lock=LOCK), await server.open_circle()
            for tokens, lock in ((sealed, LOCK), (clear, None)):
                assert (await sign(server, tokens[2]))["lock"] == lock
                async with client(server.socket_url) as mia:
                    await mia.enter(tokens[3], "Mia")
                    assert [mia.offer["sealed"], mia.view["sealed"]] == [lock is not None] * 2
        async with running(tmp_path) as again, client(again.socket_url) as mia:
            assert [(await sign(again, tokens[2]))["lock"] for tokens in (sealed, clear)] == [LOCK, None]
            await mia.enter(sealed[3], "Mia")
            assert mia.offer["sealed"]

    asyncio.run(run())


def test_other_nodes_know_of_it(tmp_path: Path) -> None:
    """V1, N15: at the door, through a relay, and after the circle has been handed over."""

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner, lock=LOCK)
        assert (await sign(other, tokens[2]))["lock"] == LOCK
        async with client(other.socket_url) as mia:
            await mia.enter(tokens[3], "Mia")
            assert mia.offer["sealed"]
        [circle] = owner.services.hub.circles
        await owner.services.hub.hand_over(circle, other.services.node.membership.node)  # type: ignore[union-attr]
        async with client(owner.socket_url) as mia:
            await mia.enter(tokens[3], "Mia")
            assert circle in other.services.hub.circles
            assert mia.offer["sealed"]

    played(play, tmp_path)


def introduction(letter: str) -> dict[str, object]:
    return {"type": "introduce", "key": letter * 43, "proof": letter * 43}


def test_pages_know_one_another_and_hand_boxes_on_across_nodes(tmp_path: Path) -> None:
    """V8, N15"""

    async def play(owner: Server, other: Server) -> None:
        tokens = await circle_of(owner, lock=LOCK)
        async with client(owner.socket_url) as mia, client(other.socket_url) as max_:
            await mia.enter(tokens[3], "Mia")
            await max_.enter(tokens[4], "Max")
            await mia.send(introduction("a"))
            await max_.send(introduction("b"))
            for page in (mia, max_):
                await page.until(lambda page=page: [k["key"] for k in page.keys] == ["a" * 43, "b" * 43])
            await max_.send({"type": "hand", "boxes": [{"seat": 4, "box": "c2VhbGVk"}, {"seat": 1, "box": "bG9zdA"}]})
            await mia.until(lambda: mia.handed)
            assert mia.handed == [{"type": "handed", "seat": 5, "box": "c2VhbGVk"}]
            await max_.hang_up()
            await mia.until(lambda: [k["seat"] for k in mia.keys] == [4])

    played(play, tmp_path)


@pytest.mark.parametrize(
    "message",
    [
        introduction("a") | {"key": "a" * 42},
        introduction("a") | {"proof": "a" * 42 + "="},
        introduction("a") | {"key": "a" * 43 + "\n"},
        {"type": "hand", "boxes": []},
        {"type": "hand", "boxes": [{"seat": 4, "box": "c2Vh"}] * 17},
        {"type": "hand", "boxes": [{"seat": 17, "box": "c2Vh"}]},
        {"type": "hand", "boxes": [{"seat": 4, "box": "c" * 201}]},
        {"type": "hand", "boxes": [{"seat": 4, "box": "c2 h"}]},
    ],
)
def test_what_is_no_introduction_and_no_box_ends_the_connection(message: dict[str, object]) -> None:
    """V8, W3"""
    with pytest.raises(ValueError, match="validation error"):
        read(json.dumps(message))


def test_boxes_are_passed_on_no_more_often_than_anybody_comes_and_goes(tmp_path: Path) -> None:
    """V8, W3"""

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as mia:
            await mia.enter((await server.open_circle(lock=LOCK))[3], "Mia")
            for _ in range(HAND_PACE.at_once + 2):
                await mia.send({"type": "hand", "boxes": [{"seat": 4, "box": "c2VhbGVk"}]})
            assert await mia.closed() == CloseCode.TOO_MANY

    asyncio.run(run())


def test_a_page_that_says_it_over_and_over_that_its_person_has_spoken_is_believed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """V5"""
    said: list[int] = []
    monkeypatch.setattr(CircleActor, "spoke", lambda _actor, seat, _outbox: said.append(seat))

    async def run() -> None:
        async with running(tmp_path) as server, client(server.socket_url) as mia:
            await mia.enter((await server.open_circle(lock=LOCK))[3], "Mia")
            for _ in range(5):
                await mia.send({"type": "spoke"})
            await mia.send({"type": "ping", "sent_ms": 1})
            await mia.until(lambda: mia.pongs)
            assert said == [4]

    asyncio.run(run())
