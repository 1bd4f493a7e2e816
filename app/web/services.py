"""What every request handler may use: the hub, the invitations, the settings and what else the server is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.cluster.connector import NodeConnector
from app.cluster.node import Node
from app.live.groups import GroupKeeper
from app.live.hub import Hub
from app.live.lost_links import LostLinks
from app.live.sound import Line
from app.settings import Settings
from app.web.build import Build
from app.web.certificate_pdf import PaperMaker
from app.web.group_keys import GroupKeys
from app.web.invites import Invites
from app.web.metrics import Metrics
from app.web.sources import Rates, SourceConnections

WAYS_OF_SOURCE_MAX = 9
"""What one source may try at once: three checks. A household is two, one by IPv4 and one by IPv6, and so leaves the
others a quarter of the echoes that there are."""


@dataclass(slots=True, kw_only=True)
class Services:
    """The parts of one server, made and connected in `app/single_server.py` or `app/several_nodes.py`."""

    hub: Hub
    invites: Invites
    settings: Settings
    metrics: Metrics
    build: Build
    """The page."""
    public_url: str
    """What links begin with, without a slash at the end."""
    groups: GroupKeeper
    group_keys: GroupKeys
    echo: Callable[[], Line | None]
    """Makes a line whose sound comes back, for a line check; None while there are as many as may be."""
    connector: NodeConnector | None = None
    """Opens sockets to other nodes; None when this server is the only one."""
    node: Node | None = None
    """This server as one node of several; None when it is the only one."""
    paper_maker: PaperMaker = field(default_factory=PaperMaker)
    """Makes certificates and calendars."""
    lost_links: LostLinks | None = None
    """Sends people their links again; None where this server sends no mail."""
    sockets: int = 0
    """Connections open now."""
    rates: Rates = field(init=False)
    ways: SourceConnections = field(init=False)
    """What each source tries in its line checks now."""

    def __post_init__(self) -> None:
        self.rates = Rates(self.settings.openings_max)
        self.ways = SourceConnections(WAYS_OF_SOURCE_MAX, self.settings.sockets_max)

    @property
    def draining(self) -> bool:
        """Whether this server takes nobody new, because it is about to go."""
        return self.node is not None and self.node.draining
