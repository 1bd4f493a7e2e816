"""Many requests at once, and what else the loop has to do."""

import asyncio
from pathlib import Path

from starlette.types import Receive, Scope, Send

from app.main import create_app
from app.web.one_a_turn import OneATurn
from tests.support.server import running

REQUESTS = 50


def test_of_many_requests_one_begins_before_the_loop_has_its_turn() -> None:
    """W8: a hundred that come at once take a tenth of a second; no voice waits for more than one."""
    seen: list[str] = []

    async def answer(_scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append("request")

    async def receive() -> dict[str, str]:
        return {"type": "http.request"}

    async def send(_: object) -> None:
        return

    async def voices() -> None:
        while seen.count("request") < REQUESTS:
            seen.append("voices")
            await asyncio.sleep(0)

    async def run() -> None:
        app = OneATurn(answer)
        await asyncio.gather(voices(), *(app({"type": "http"}, receive, send) for _ in range(REQUESTS)))

    asyncio.run(run())
    assert "request request" not in " ".join(seen)


def test_a_server_answers_so(tmp_path: Path) -> None:
    """W8"""

    async def run() -> None:
        async with running(tmp_path) as server:
            assert [each.cls for each in create_app(server.services).user_middleware] == [OneATurn]

    asyncio.run(run())
