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
from app.web import circles, health, page, socket
from app.web.house import House
from app.web.invites import Invites, kept_secret
from app.web.protocol import MESSAGE_BYTES_MAX

OnReady = Callable[[House], Awaitable[None]]


@asynccontextmanager
async def house_of(settings: Settings, public_url: str) -> AsyncIterator[House]:
    """Everything a server is made of, opened in order and closed in the opposite one."""
    async with AsyncExitStack() as opened:
        secret = settings.secret.get_secret_value() if settings.secret else kept_secret(settings.data_dir)
        invites = Invites(secret)
        store = await SqliteStore.open(settings.data_dir / "circles.sqlite")
        opened.push_async_callback(store.close)
        forwarder = await Forwarder.open(settings.media_host, settings.media_port, settings.addresses)
        opened.push_async_callback(forwarder.close)
        hub = Hub(store, SystemClock(), forwarder.room, settings.circles_max)
        opened.push_async_callback(hub.stop)
        await hub.take_up()
        yield House(hub=hub, invites=invites, settings=settings, public_url=public_url.rstrip("/"))


def create_app(settings: Settings, public_url: str, on_ready: OnReady | None = None) -> FastAPI:
    """The server as an ASGI application. `on_ready` is awaited once circles can be opened and before anybody enters."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with house_of(settings, public_url) as house:
            app.state.house = house
            if on_ready:
                await on_ready(house)
            yield

    app = FastAPI(title="The virtual Balint circle", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.include_router(circles.router)
    app.include_router(health.router)
    app.include_router(socket.router)
    page.serve_page(app)
    return app


def server_of(settings: Settings, listening: sockets.socket, on_ready: OnReady | None = None) -> uvicorn.Server:
    """The server that will answer on this bound socket."""
    public_url = settings.public_url or f"http://localhost:{listening.getsockname()[1]}"
    config = uvicorn.Config(
        create_app(settings, public_url, on_ready),
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


def serve(settings: Settings, on_ready: OnReady | None = None) -> None:
    """Run one server until it is told to stop. Raises OSError where the page's port cannot be had."""
    with sockets.create_server((settings.host, settings.port), backlog=512) as listening:
        server_of(settings, listening, on_ready).run(sockets=[listening])
