"""Standing groups of a server: their keeper, and, where mail is set up, what writes to people."""

from contextlib import AsyncExitStack
from urllib.parse import urlsplit

from app.live.ending import start
from app.live.groups import GroupKeeper
from app.live.hub import Hub
from app.live.lost_links import LostLinks
from app.live.mail import MailCounters, Mailer, MailServer
from app.settings import Settings
from app.store.redis import RedisStore
from app.store.sqlite import SqliteStore
from app.web.group_keys import GroupKeys
from app.web.metrics import Metrics


def open_groups(
    settings: Settings,
    public_url: str,
    store: SqliteStore | RedisStore,
    hub: Hub,
    keys: GroupKeys,
    metrics: Metrics,
    opened: AsyncExitStack,
) -> tuple[GroupKeeper, LostLinks | None]:
    """The groups; and, where mail is set up, what sends it and what looks for lost links."""
    mailer = _mailer(settings, public_url)
    keeper = GroupKeeper(store.groups, store, hub, mailer)
    counters = MailCounters() if mailer is None else mailer.counters
    metrics.show_fields("group", lambda: keeper.kept.counters)
    metrics.show_fields("mail", lambda: counters)
    if mailer is None:
        return keeper, None
    lost_links = LostLinks(
        keeper.kept, mailer, lambda group, person: f"{public_url}/#{keys.link(group, person)}", hub.clock
    )
    start(mailer.go_on_sending(), opened)
    start(lost_links.go_on_looking(), opened)
    return keeper, lost_links


def greets_as(public_url: str) -> str:
    """As whom a mail server is greeted: the host of the page, an address as RFC 5321, section 4.1.3, has it."""
    host = urlsplit(public_url).hostname or "localhost"
    if ":" in host:
        return f"[IPv6:{host}]"
    return host if host.strip("0123456789.") else f"[{host}]"


def _mailer(settings: Settings, public_url: str) -> Mailer | None:
    """What sends mail; None where it is not set up."""
    if settings.smtp_host is None or settings.smtp_from is None:
        return None
    return Mailer(
        MailServer(
            host=settings.smtp_host,
            port=settings.smtp_port,
            tls=settings.smtp_tls,
            sender=settings.smtp_from,
            greets_as=greets_as(public_url),
            user=settings.smtp_user,
            password=settings.smtp_password.get_secret_value() if settings.smtp_password else None,
        )
    )
