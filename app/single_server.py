"""How a server is put together that is the only one: with a store of its own, in its data folder."""

import logging
from contextlib import AsyncExitStack
from pathlib import Path

from app import __version__
from app.data_folder import CIRCLES, CONTROL, own_secret
from app.listening import CannotStart, bound, private
from app.live.clock import SystemClock, go_with_machine
from app.live.ending import end_in_time, start
from app.live.going_on import go_on
from app.live.group_tidying import go_on_tidying
from app.live.hub import Hub
from app.live.placement import SingleNode
from app.media.server import MediaServer
from app.numbers import show_numbers
from app.serving import InnerServer
from app.settings import Settings
from app.standing_groups import open_groups
from app.store.sqlite import SqliteStore
from app.store.store import new_node_id
from app.store.timing import timed
from app.web.build import Build
from app.web.group_keys import GroupKeys
from app.web.invites import Invites
from app.web.metrics import Metrics
from app.web.node_api import create_control_app, create_inner_app
from app.web.services import Services

FORGET_EVERY_S = 3600
"""How often it looks for records whose time is over."""

log = logging.getLogger(__name__)


async def single_server(settings: Settings, public_url: str, media: MediaServer, opened: AsyncExitStack) -> Services:
    """A server with a store of its own."""
    secret = own_secret(settings)
    metrics = Metrics(__version__, settings.commit)
    store = timed(await SqliteStore.open(settings.data_dir / CIRCLES), metrics.store_answered)
    opened.push_async_callback(end_in_time, store.close)
    start(_forget_records(store, settings.records_kept_ms), opened)
    placement = SingleNode(store, new_node_id())
    clock = SystemClock()
    metrics.show("clock_off_seconds", "How far the machine's time is ahead of the server's.", clock.machine_ahead_s)
    hub = Hub(store, placement, clock, media.room, settings.circles_max, settings.unused_max)
    start(go_with_machine(clock, lambda: hub.people == 0), opened)
    opened.push_async_callback(end_in_time, hub.stop)
    await hub.take_up()
    start(hub.go_on_taking_up(), opened)
    group_keys = GroupKeys(secret, settings.other_secret)
    keeper, lost_links = open_groups(settings, public_url, store, hub, group_keys, metrics, opened)
    services = Services(
        hub=hub,
        invites=Invites(secret, settings.other_secret),
        groups=keeper,
        group_keys=group_keys,
        lost_links=lost_links,
        settings=settings,
        public_url=public_url,
        metrics=metrics,
        build=Build(settings.page_dir),
        echo=media.echo,
    )
    start(go_on_tidying(services.groups.kept, services.groups.tell_of_unconfirmed), opened)
    show_numbers(services, media)
    if settings.metrics_port:
        _serve_metrics(settings.metrics_port, metrics, opened)
    _serve_control(settings.data_dir / CONTROL, services, opened)
    return services


async def _forget_records(store: SqliteStore, kept_ms: int) -> None:
    """Erase every record whose time is over, from now on. Redis does so by itself."""

    async def forget() -> None:
        await store.forget_records(SystemClock().now_ms() - kept_ms)

    await go_on(forget, lambda: FORGET_EVERY_S, "records whose time is over could not be erased")


def _serve_metrics(port: int, metrics: Metrics, opened: AsyncExitStack) -> None:
    """Serve the metrics on the loopback. If the port is taken, this server runs without: circles matter more."""
    try:
        listening = opened.enter_context(bound("127.0.0.1", port, "BALINT_METRICS_PORT"))
    except CannotStart as why:
        log.warning("no numbers are shown: %s", why)
    else:
        start(InnerServer(create_inner_app(metrics)).serve([listening]), opened)


def _serve_control(at: Path, services: Services, opened: AsyncExitStack) -> None:
    """Serve `python -m app circles` and `python -m app groups`. If that cannot be, this server runs without them."""
    try:
        listening = opened.enter_context(private(at))
    except OSError as error:
        log.warning("circles cannot be listed from the command line: %s", error.strerror or "the folder's path is long")
    else:
        start(InnerServer(create_control_app(services)).serve([listening]), opened)
