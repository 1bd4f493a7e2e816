"""What every request may reach: the hub, the invitations and the settings."""

from dataclasses import dataclass

from app.live.hub import Hub
from app.settings import Settings
from app.web.invites import Invites


@dataclass(slots=True, kw_only=True)
class House:
    """One server's parts, put together in `app/main.py`."""

    hub: Hub
    invites: Invites
    settings: Settings
    public_url: str
    """What links begin with, without a slash at the end."""
    sockets: int = 0
    """Connections open now."""
