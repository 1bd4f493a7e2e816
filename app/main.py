"""The composition root: the only file that knows every room."""

import socket as sockets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import uvicorn
from fastapi import FastAPI

from app.live.clock import SystemClock
from app.live.hub import Hub
from app.media.forwarder import Forwarder
from app.settings import Settings
from app.store.sqlite import SqliteStore
from app.web import circles, door, health, page, socket
from app.web.house import House
from app.web.invites import Invites, kept_secret
from app.web.protocol import MESSAGE_BYTES_MAX


class CannotStart(Exception):
    """What is missing for a server to start, and what to do about it, in words for people."""


async def serve(settings: Settings, on_ready: Callable[[House], Awaitable[None]] | None = None) -> None:
    """Run one server until it is told to stop.

    `on_ready` is awaited once circles can be opened and before anybody enters. Raises `CannotStart` and `StoreFailed`.
    """
    with bound(settings) as listening:
        public_url = settings.public_url or f"http://localhost:{listening.getsockname()[1]}"
        async with house_of(settings, public_url) as house:
            if on_ready:
                await on_ready(house)
            await server_of(house).serve(sockets=[listening])


def bound(settings: Settings) -> sockets.socket:
    """The page's TCP port, taken."""
    try:
        return sockets.create_server((settings.host, settings.port), backlog=512)
    except OSError as error:
        raise CannotStart(_taken("TCP", settings.port, "BALINT_PORT", error)) from error


@asynccontextmanager
async def house_of(settings: Settings, public_url: str) -> AsyncIterator[House]:
    """Everything a server is made of, opened in order and closed in the opposite one."""
    async with AsyncExitStack() as opened:
        secret = settings.secret.get_secret_value() if settings.secret else kept_secret(settings.data_dir)
        invites = Invites(secret)
        store = await SqliteStore.open(settings.data_dir / "circles.sqlite")
        opened.push_async_callback(store.close)
        forwarder = await _forwarder(settings)
        opened.push_async_callback(forwarder.close)
        hub = Hub(store, SystemClock(), forwarder.room, settings.circles_max)
        opened.push_async_callback(hub.stop)
        await hub.take_up()
        yield House(hub=hub, invites=invites, settings=settings, public_url=public_url.rstrip("/"))


def server_of(house: House) -> uvicorn.Server:
    """What answers on the page's port."""
    config = uvicorn.Config(
        create_app(house),
        lifespan="off",
        log_level="warning",
        access_log=False,  # an access log is a list of addresses
        ws="websockets-sansio",
        ws_max_size=MESSAGE_BYTES_MAX,
        ws_ping_interval=5,
        ws_ping_timeout=10,
        timeout_graceful_shutdown=5,
        server_header=False,
    )
    return uvicorn.Server(config)


def create_app(house: House) -> FastAPI:
    """The server as an ASGI application."""
    app = FastAPI(title="The virtual Balint circle", docs_url=None, redoc_url=None)
    app.state.house = house
    app.include_router(circles.router)
    app.include_router(door.router)
    app.include_router(health.router)
    app.include_router(socket.router)
    page.serve_page(app)
    return app


async def _forwarder(settings: Settings) -> Forwarder:
    try:
        return await Forwarder.open(settings.media_host, settings.media_port, settings.addresses)
    except OSError as error:
        raise CannotStart(_taken("UDP", settings.media_port, "BALINT_MEDIA_PORT", error)) from error


def _taken(kind: str, port: int, setting: str, error: OSError) -> str:
    return f"{kind} port {port} cannot be had ({error.strerror}). Stop what uses it, or set {setting} to another."
