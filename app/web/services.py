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
from app.web.sources import SourceConnections, SourceRateLimit

OPENING_EVERY_MS = 60_000
LOOKS_MAX = 120
"""How often one source may look at one circle's door in a row. A page does so when it is loaded; a hospital fits in."""
LOOK_EVERY_MS = 500
"""The same in the long run: each may read a circle from the store."""
GROUP_ASKS_MAX = 120
"""How often one source may ask anything of one group in a row. A hospital must fit in here too."""
GROUP_ASK_EVERY_MS = 500
"""The same in the long run: each may read a group from the store."""
LINKED_ASKS_MAX = 1200
"""How often one source may do either in a row by good links to all circles and groups: ten of them at their bounds."""
LINKED_ASK_EVERY_MS = 50
"""The same in the long run."""
MAIL_ASKS_MAX = 10
"""How often one source may ask in a row for lost links, and as often for codes; then once a minute."""
MAIL_ASK_EVERY_MS = 60_000
CHECKS_MAX = 20
"""How often one source may check its line in a row: before a first meeting all of a hospital's group may do so."""
CHECK_EVERY_MS = 3000
"""The same in the long run."""
PAPER_ASKS_MAX = 20
"""How often one source may have a certificate made in a row."""
PAPER_ASK_EVERY_MS = 3000
"""The same in the long run: each takes its time to make."""
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
    """Makes certificates."""
    lost_links: LostLinks | None = None
    """Sends people their links again; None where this server sends no mail."""
    sockets: int = 0
    """Connections open now."""
    openings: SourceRateLimit = field(init=False)
    """How often each source may ask to open a circle."""
    looks: SourceRateLimit = field(init=False)
    """How often each source may look at a circle's door."""
    checks: SourceRateLimit = field(init=False)
    """How often each source may check its line."""
    ways: SourceConnections = field(init=False)
    """What each source tries in its line checks now."""
    group_asks: SourceRateLimit = field(init=False)
    """How often each source may ask anything of a group."""
    linked_asks: SourceRateLimit = field(init=False)
    """How often each source may do either by all its good links."""
    mail_asks: SourceRateLimit = field(init=False)
    """How often each source may ask for mail: a lost link, or a code to an address."""
    paper_asks: SourceRateLimit = field(init=False)
    """How often each source may have a certificate made."""

    def __post_init__(self) -> None:
        self.openings = SourceRateLimit(self.settings.openings_max, OPENING_EVERY_MS)
        self.looks = SourceRateLimit(LOOKS_MAX, LOOK_EVERY_MS)
        self.checks = SourceRateLimit(CHECKS_MAX, CHECK_EVERY_MS)
        self.ways = SourceConnections(WAYS_OF_SOURCE_MAX, self.settings.sockets_max)
        self.group_asks = SourceRateLimit(GROUP_ASKS_MAX, GROUP_ASK_EVERY_MS)
        self.linked_asks = SourceRateLimit(LINKED_ASKS_MAX, LINKED_ASK_EVERY_MS)
        self.mail_asks = SourceRateLimit(MAIL_ASKS_MAX, MAIL_ASK_EVERY_MS)
        self.paper_asks = SourceRateLimit(PAPER_ASKS_MAX, PAPER_ASK_EVERY_MS)

    @property
    def draining(self) -> bool:
        """Whether this server takes nobody new, because it is about to go."""
        return self.node is not None and self.node.draining
