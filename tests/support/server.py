"""A whole server in this process: real sockets, real store, real sound, any free ports, nothing but the loopback."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from app.main import open_services, server_for
from app.settings import Settings
from app.web.services import Services

JSON = {"Content-Type": "application/json"}


class Server:
    """What tests need to know of it."""

    def __init__(self, url: str, services: Services) -> None:
        self.url = url
        self.services = services

    @property
    def socket_url(self) -> str:
        return self.url.replace("http", "ws") + "/ws"

    async def open_circle(self, **wishes: Any) -> list[str]:
        """The tokens of a new circle, one a seat. Six seats unless wished otherwise, like `scene.ROLES`."""
        asked = {"title": "Tuesday circle", "seats": 6, "facilitators": 2, "observers": 1} | wishes
        async with httpx.AsyncClient() as http:
            answer = await http.post(f"{self.url}/api/circles", json=asked)
        assert answer.status_code == 201, answer.text
        return tokens_in(answer.json()["invitations"])


def tokens_in(invitations: Sequence[dict[str, Any]]) -> list[str]:
    return [invitation["link"].partition("#")[2] for invitation in invitations]


def settings_for(folder: Path, **changes: Any) -> Settings:
    given: dict[str, Any] = {
        "host": "127.0.0.1",
        "port": 0,
        "media_host": "127.0.0.1",
        "media_port": 0,
        "data_dir": folder,
    }
    given |= {"metrics_port": 0, "voices_max": 16}  # all speak at once in these tests, so that the gate alone decides
    return Settings(**(given | changes))


@asynccontextmanager
async def running(folder: Path, **changes: Any) -> AsyncIterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with open_services(settings_for(folder, **changes), url) as services:
            server = server_for(services)
            serving = asyncio.ensure_future(server._serve([listening]))  # not serve(): pytest keeps the signals
            try:
                yield Server(url, services)
            finally:
                server.should_exit = True
                await serving
