"""The composition root: the only file that knows every room."""

import asyncio
import gc
import logging
import random
import secrets
import socket as sockets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from fastapi import Depends, FastAPI

from app import __version__, logs
from app.checks import with_port
from app.cluster.connector import NodeConnector
from app.cluster.heartbeat import Heartbeat, HeartbeatTiming
from app.cluster.http_client import HttpNodeClient
from app.cluster.key import node_key
from app.cluster.membership import Membership
from app.cluster.node import Node
from app.cluster.placement import ClusterPlacement
from app.listening import CannotStart, bound, private, taken
from app.live.clock import SystemClock, elapsed_s
from app.live.ending import end_in_time, start
from app.live.hub import Hub
from app.live.placement import SingleNode
from app.media.server import MediaServer
from app.pins import check_pins
from app.serving import InnerServer, Server
from app.settings import Settings
from app.standing_groups import open_groups
from app.store.directory import NodeDirectory
from app.store.private import check_writable
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.store.store import NodeId, StoreFailed
from app.store.timing import timed
from app.web import circles, door, group_papers, groups, health, line_check, lost_links, page, socket
from app.web.build import Build
from app.web.group_keys import GroupKeys
from app.web.invites import Invites, kept_secret
from app.web.metrics import Metrics
from app.web.node_api import create_control_app, create_inner_app, create_node_app
from app.web.opening import is_guarded
from app.web.origin import from_own_page, is_loopback, site_of
from app.web.relay import OWNER_MESSAGE_BYTES_MAX
from app.web.services import Services

SWEEP_S = 20
"""How often a node looks for circles that nobody holds and nobody has come to."""
FORGET_EVERY_S = 3600
"""How often a single server looks for records whose time is over."""
CIRCLES = "circles.sqlite"
"""The file in the data folder where a single server keeps its circles."""
CONTROL = "control"
"""The socket in the data folder through which whoever runs a single server asks it (`app/circles.py`)."""
LOCAL = ("http", "localhost", 80)
DAY_MS = 24 * 3600 * 1000


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
        build = _cluster_node if settings.redis_url else _single_server
        yield await build(settings, public_url.rstrip("/"), media, opened)


async def _single_server(settings: Settings, public_url: str, media: MediaServer, opened: AsyncExitStack) -> Services:
    """A server with a store of its own."""
    secret = _own_secret(settings)
    metrics = Metrics(__version__, settings.commit)
    store = timed(await SqliteStore.open(settings.data_dir / CIRCLES), metrics.store_answered)
    opened.push_async_callback(end_in_time, store.close)
    start(_forget_records(store, settings.records_kept_days), opened)
    placement = SingleNode(store, _new_node_id())
    hub = Hub(store, placement, SystemClock(), media.room, settings.circles_max, settings.unused_max)
    opened.push_async_callback(end_in_time, hub.stop)
    await hub.take_up()
    group_keys = GroupKeys(secret, settings.other_secret)
    groups_kept, lost_links = open_groups(settings, public_url, store, hub, group_keys, metrics, opened)
    services = Services(
        hub=hub,
        invites=Invites(secret, settings.other_secret),
        groups=groups_kept,
        group_keys=group_keys,
        lost_links=lost_links,
        settings=settings,
        public_url=public_url,
        metrics=metrics,
        build=Build(settings.page_dir),
        echo=media.echo,
    )
    start(services.groups.go_on_tidying(), opened)
    _show_numbers(services, media)
    if settings.metrics_port:
        _serve_metrics(settings.metrics_port, metrics, opened)
    _serve_control(settings.data_dir / CONTROL, services, opened)
    return services


def _own_secret(settings: Settings) -> str:
    """What signs the links, once it is sure that this server can keep anything. Raises `CannotStart`, ValueError."""
    try:
        check_writable(settings.data_dir)
        return settings.secret.get_secret_value() if settings.secret else kept_secret(settings.data_dir)
    except OSError as error:
        raise CannotStart(
            f"Circles cannot be kept in {error.filename or settings.data_dir} ({error.strerror}). Let this server "
            "write there, or set BALINT_DATA_DIR to another folder."
        ) from error


async def _cluster_node(settings: Settings, public_url: str, media: MediaServer, opened: AsyncExitStack) -> Services:
    """A node among others that share one Redis (docs/decisions/0008)."""
    metrics = Metrics(__version__, settings.commit)
    store = timed(await open_redis(settings), metrics.store_answered)
    opened.push_async_callback(end_in_time, store.close)
    secret = await secret_of(settings, store)
    keys = [node_key(each) for each in (secret, settings.other_secret) if each]
    client = HttpNodeClient(node_key(secret))
    opened.push_async_callback(end_in_time, client.close)
    inner = opened.enter_context(bound(settings.node_host, settings.node_port, "BALINT_NODE_PORT"))

    clock, timing = SystemClock(), _timing(settings)
    node = Node(
        address=with_port(settings.node_advertise or settings.node_host, inner.getsockname()[1]),
        membership=Membership(_new_node_id(), timing.claim_ms),
        clock=clock,
        count=lambda: (len(hub.circles), hub.people),
    )
    placement = ClusterPlacement(store, node, client, random.Random())
    hub = Hub(store, placement, clock, media.room, settings.circles_max, settings.unused_max)
    group_keys = GroupKeys(secret, settings.other_secret)
    groups_kept, lost_links = open_groups(settings, public_url, store, hub, group_keys, metrics, opened)
    services = Services(
        hub=hub,
        invites=Invites(secret, settings.other_secret),
        groups=groups_kept,
        group_keys=group_keys,
        lost_links=lost_links,
        settings=settings,
        public_url=public_url,
        metrics=metrics,
        build=Build(settings.page_dir, node.membership.others, client),
        echo=media.echo,
        connector=NodeConnector(node_key(secret), node.membership.node, OWNER_MESSAGE_BYTES_MAX),
        node=node,
    )

    def set_media_lease(until_ms: int) -> None:
        media.sound_until(clock.elapsed_at_s(until_ms))

    heartbeat = Heartbeat(store, node, client, hub, set_media_lease, timing)
    inner_server = InnerServer(create_node_app(services, keys, lambda: heartbeat.has_store))
    _show_numbers(services, media)
    metrics.show("store_reached", "Whether the store has taken a beat of late.", lambda: heartbeat.has_store)
    start(inner_server.serve([inner]), opened)
    opened.push_async_callback(end_in_time, _leave, store, node.membership.node)
    await heartbeat.begin(clock.set)
    start(heartbeat.run(), opened)
    await services.build.keep_others()
    start(services.build.go_on_keeping(), opened)
    opened.push_async_callback(end_in_time, hub.stop)
    start(_sweep(hub), opened)
    start(services.groups.go_on_tidying(), opened)
    return services


def server_for(services: Services, *, shares_port: bool = False) -> Server:
    """What answers on the page's port. Told to stop, a node among others hands its circles over first."""
    headers = page.headers_of(services.build.index)
    return Server(create_app(services), services.settings, headers, lambda: _drain(services), shares_port=shares_port)


def create_app(services: Services) -> FastAPI:
    """The server as an ASGI application."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.services = services
    app.add_exception_handler(Exception, page.say_it_failed)
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


def _show_numbers(services: Services, media: MediaServer) -> None:
    metrics = services.metrics
    metrics.show("circles", "Circles alive here.", lambda: len(services.hub.circles))
    metrics.show("circles_max", "Circles that may be alive here.", lambda: services.settings.circles_max)
    metrics.show("people", "People connected to circles here.", lambda: services.hub.people)
    metrics.show("sockets", "Connections open here, those that are passed on too.", lambda: services.sockets)
    metrics.show("sockets_max", "Connections that may be open here.", lambda: services.settings.sockets_max)
    metrics.show(
        "draining", "Whether this node takes nobody new, because it is about to go.", lambda: services.draining
    )
    metrics.show_fields("voice", lambda: media.voices)
    metrics.show_fields("log", lambda: logs.written)
    metrics.show_fields("media", lambda: media.counters)


def _serve_metrics(port: int, metrics: Metrics, opened: AsyncExitStack) -> None:
    """Serve the metrics on the loopback. If the port is taken, this server runs without: circles matter more."""
    try:
        listening = opened.enter_context(bound("127.0.0.1", port, "BALINT_METRICS_PORT"))
    except CannotStart as why:
        log.warning("no numbers are shown: %s", why)
    else:
        start(InnerServer(create_inner_app(metrics)).serve([listening]), opened)


def _serve_control(at: Path, services: Services, opened: AsyncExitStack) -> None:
    """Serve `python -m app circles`. If that cannot be, this server runs without it."""
    try:
        listening = opened.enter_context(private(at))
    except OSError as error:
        log.warning("circles cannot be listed from the command line: %s", error.strerror or "the folder's path is long")
    else:
        start(InnerServer(create_control_app(services)).serve([listening]), opened)


async def _drain(services: Services) -> None:
    if services.node is not None:
        await services.node.drain(services.hub, random.Random(), int(services.settings.drain_within_s * 1000))


async def _sweep(hub: Hub) -> None:
    while True:
        await asyncio.sleep(random.uniform(0.5, 1.5) * SWEEP_S)
        try:
            await hub.take_up()
        except StoreFailed:
            pass  # the heartbeat says so
        except Exception:
            log.exception("a look for circles that nobody holds failed")


async def _forget_records(store: SqliteStore, kept_days: int) -> None:
    """Erase every record whose time is over, from now on. Redis does so by itself."""
    while True:
        with suppress(StoreFailed):
            await store.forget_records(SystemClock().now_ms() - kept_days * DAY_MS)
        await asyncio.sleep(FORGET_EVERY_S)


async def _open_media(settings: Settings) -> MediaServer:
    tcp = None
    if settings.media_tcp_port is not None:
        tcp = bound(settings.media_host, settings.media_tcp_port, "BALINT_MEDIA_TCP_PORT")
    try:
        return await MediaServer.open(
            settings.media_host, settings.media_port, settings.addresses, elapsed_s, settings.voices_max, tcp
        )
    except OSError as error:
        raise CannotStart(taken("UDP", settings.media_host, settings.media_port, "BALINT_MEDIA_PORT", error)) from error


async def open_redis(settings: Settings) -> RedisStore:
    """The store of several nodes. Raises `CannotStart`."""
    try:
        return await RedisStore.open(
            settings.redis_url.get_secret_value() if settings.redis_url else "",
            within_s=settings.redis_within_s,
            replicas=settings.redis_replicas,
            record_kept_ms=settings.records_kept_days * DAY_MS,
        )
    except ValueError as error:
        raise CannotStart(f"BALINT_REDIS_URL (or REDIS_URL) {error}") from None
    except StoreFailed as error:
        raise CannotStart(f"{error}. BALINT_REDIS_URL (or REDIS_URL) says where it is.") from error


async def secret_of(settings: Settings, store: RedisStore) -> str:
    """What signs the links of several nodes. Raises `StoreFailed`."""
    return settings.secret.get_secret_value() if settings.secret else await store.shared_secret(_new_secret())


def _timing(settings: Settings) -> HeartbeatTiming:
    return HeartbeatTiming(
        beat_ms=int(settings.beat_s * 1000),
        claim_ms=int(settings.claim_s * 1000),
        alone_ms=int(settings.sound_alone_s * 1000),
    )


def _freeze_garbage() -> None:
    """Hide the program itself from the garbage collector, which stops every voice for 60 ms to look through it.

    No circle may run yet: what is hidden is never collected.
    """
    gc.collect()
    gc.freeze()


def _new_node_id() -> NodeId:
    return NodeId(secrets.token_urlsafe(9))


def _new_secret() -> str:
    return secrets.token_urlsafe(32)


async def _leave(directory: NodeDirectory, node: NodeId) -> None:
    """Remove the status of this node, if the store answers; otherwise it is seen to stand still."""
    with suppress(StoreFailed):
        await directory.leave(node)
