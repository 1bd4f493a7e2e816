"""How a server is put together that is a node among others, which share one Redis (docs/decisions/0008)."""

import random
from contextlib import AsyncExitStack, suppress

from app import __version__
from app.checks import with_port
from app.cluster.connector import NodeConnector
from app.cluster.heartbeat import Heartbeat, HeartbeatTiming
from app.cluster.http_client import HttpNodeClient
from app.cluster.key import node_key
from app.cluster.membership import Membership
from app.cluster.node import Node
from app.cluster.placement import ClusterPlacement
from app.listening import bound
from app.live.clock import SystemClock, go_with_machine
from app.live.ending import end_in_time, start
from app.live.group_tidying import go_on_tidying
from app.live.hub import Hub
from app.media.server import MediaServer
from app.numbers import show_numbers
from app.serving import InnerServer
from app.settings import Settings
from app.shared_store import open_redis, secret_of
from app.standing_groups import open_groups
from app.store.directory import NodeDirectory
from app.store.store import NodeId, StoreFailed, new_node_id
from app.store.timing import timed
from app.web.build import Build
from app.web.group_keys import GroupKeys
from app.web.invites import Invites
from app.web.metrics import Metrics
from app.web.node_api import create_node_app
from app.web.relay import OWNER_MESSAGE_BYTES_MAX
from app.web.services import Services


async def cluster_node(settings: Settings, public_url: str, media: MediaServer, opened: AsyncExitStack) -> Services:
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
        membership=Membership(new_node_id(), timing.claim_ms),
        clock=clock,
        count=lambda: (len(hub.circles), hub.people),
    )
    placement = ClusterPlacement(store, node, client, random.Random())
    hub = Hub(store, placement, clock, media.room, settings.circles_max, settings.unused_max)
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
        build=Build(settings.page_dir, node.membership.others, client),
        echo=media.echo,
        connector=NodeConnector(node_key(secret), node.membership.node, OWNER_MESSAGE_BYTES_MAX),
        node=node,
    )

    def set_media_lease(until_ms: int) -> None:
        media.sound_until(clock.elapsed_at_s(until_ms))

    heartbeat = Heartbeat(store, node, client, hub, set_media_lease, timing)
    inner_server = InnerServer(create_node_app(services, keys, lambda: heartbeat.has_store))
    show_numbers(services, media)
    metrics.show("clock_off_seconds", "How far the machine's time is ahead of the server's.", clock.machine_ahead_s)
    metrics.show("store_reached", "Whether the store has taken a beat of late.", lambda: heartbeat.has_store)
    start(inner_server.serve([inner]), opened)
    opened.push_async_callback(end_in_time, _leave, store, node.membership.node)
    await heartbeat.begin(clock.set)
    start(heartbeat.run(), opened)
    start(go_with_machine(clock), opened)
    await services.build.keep_others()
    start(services.build.go_on_keeping(), opened)
    opened.push_async_callback(end_in_time, hub.stop)
    start(hub.go_on_taking_up(), opened)
    start(go_on_tidying(services.groups.kept, services.groups.tell_of_unconfirmed), opened)
    return services


def _timing(settings: Settings) -> HeartbeatTiming:
    return HeartbeatTiming(
        beat_ms=int(settings.beat_s * 1000),
        claim_ms=int(settings.claim_s * 1000),
        alone_ms=int(settings.sound_alone_s * 1000),
    )


async def _leave(directory: NodeDirectory, node: NodeId) -> None:
    """Remove the status of this node, if the store answers; otherwise it is seen to stand still."""
    with suppress(StoreFailed):
        await directory.leave(node)
