"""The composition root: what a server is made of, begun in order.

With `single_server.py` and `several_nodes.py`, which put the parts of either kind together, it knows every room.
"""

import gc
import logging
import random
import socket as sockets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import Depends, FastAPI

from app.listening import CannotStart, bound, taken
from app.live.clock import elapsed_s
from app.live.ending import end_in_time
from app.media.server import MediaServer
from app.pins import check_pins
from app.serving import Server
from app.settings import Settings
from app.several_nodes import cluster_node
from app.single_server import single_server
from app.web import circles, door, group_papers, groups, health, line_check, lost_links, page, socket
from app.web.one_a_turn import OneATurn
from app.web.opening import is_guarded
from app.web.origin import from_own_page, is_loopback, site_of
from app.web.services import Services

LOCAL = ("http", "localhost", 80)

log = logging.getLogger(__name__)


async def serve(
    settings: Settings,
    on_ready: Callable[[Services], Awaitable[None]] | None = None,
    listening: sockets.socket | None = None,
) -> None:
    """Run one server until it is told to stop, on a TCP port of its own or on one it is given.

    `on_ready` is awaited once circles can be opened and before anybody enters. Raises `CannotStart` and `StoreFailed`.
    """
    check_access(settings)
    _freeze_garbage()
    with listening or bound(settings.host, settings.port, "BALINT_PORT") as port:
        public_url = settings.public_url or f"http://localhost:{port.getsockname()[1]}"
        async with open_services(settings, public_url) as services:
            if on_ready:
                await on_ready(services)
            server = server_for(services, shares_port=listening is not None)
            await server.serve(sockets=[port])


def check_access(settings: Settings) -> None:
    """Whether the page is not open to all by mistake. Raises `CannotStart`."""
    scheme, host, _ = site_of(settings.public_url or "") or LOCAL
    if scheme == "http" and not is_loopback(host):
        log.warning("browsers give no microphone to a page of http: BALINT_PUBLIC_URL is to begin with https")
    if is_guarded(settings):
        return
    if not settings.open_to_all:
        raise CannotStart(
            "Others than this machine can reach the page, and anybody who does could open circles. Set "
            "BALINT_OPENING_KEY to what whoever opens circles has to give, or, if anybody may, BALINT_OPEN_TO_ALL=1."
        )
    log.warning("anybody who reaches the page can open circles (BALINT_OPEN_TO_ALL)")


@asynccontextmanager
async def open_services(settings: Settings, public_url: str) -> AsyncIterator[Services]:
    """Everything a server is made of, opened in order and closed in the opposite one. Raises `CannotStart`."""
    try:
        check_pins()
    except ImportError as error:
        raise CannotStart(str(error)) from error
    async with AsyncExitStack() as opened:
        media = await _open_media(settings)
        opened.push_async_callback(end_in_time, media.close)
        build = cluster_node if settings.redis_url else single_server
        yield await build(settings, public_url.rstrip("/"), media, opened)


def server_for(services: Services, *, shares_port: bool = False) -> Server:
    """What answers on the page's port.

    When told to stop, it first hands its circles over, if there are other nodes, and sends the mail that somebody waits
    for.
    """
    headers = page.headers_of(services.build.index)
    return Server(create_app(services), services.settings, headers, lambda: _drain(services), shares_port=shares_port)


def create_app(services: Services) -> FastAPI:
    """The server as an ASGI application."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.services = services
    app.add_exception_handler(Exception, page.say_it_failed)
    app.add_middleware(OneATurn)
    own = [Depends(from_own_page)]
    app.include_router(circles.router, dependencies=own)
    app.include_router(door.router, dependencies=own)
    app.include_router(groups.router, dependencies=own)
    app.include_router(group_papers.router, dependencies=own)
    app.include_router(lost_links.router, dependencies=own)
    app.include_router(health.router)
    app.include_router(socket.router, dependencies=own)
    app.include_router(line_check.router, dependencies=own)
    app.include_router(page.router)
    return app


async def _drain(services: Services) -> None:
    if services.node is not None:
        await services.node.drain(services.hub, random.Random(), int(services.settings.drain_within_s * 1000))
    if services.lost_links is not None:
        await services.lost_links.write_last()


async def _open_media(settings: Settings) -> MediaServer:
    tcp = None
    if settings.media_tcp_port is not None:
        tcp = bound(settings.media_host, settings.media_tcp_port, "BALINT_MEDIA_TCP_PORT")
    try:
        return await MediaServer.open(
            bind=settings.media_host,
            port=settings.media_port,
            advertise=settings.addresses,
            clock=elapsed_s,
            voices_max=settings.voices_max,
            tcp=tcp,
        )
    except OSError as error:
        raise CannotStart(taken("UDP", settings.media_host, settings.media_port, "BALINT_MEDIA_PORT", error)) from error


def _freeze_garbage() -> None:
    """Hide the program itself from the garbage collector, which stops every voice for 60 ms to look through it.

    No circle may run yet: what is hidden is never collected.
    """
    gc.collect()
    gc.freeze()
