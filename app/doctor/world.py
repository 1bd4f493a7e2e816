"""What is the case around a server, as plain facts: found by `look.py` and `ask.py`, judged as `table.py` lists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAnswer:
    """What came when the public URL was asked for the page."""

    failed: str = ""
    """Why nothing came, in words; empty where something did."""
    is_ours: bool = True
    certificate_days: float | None = None
    """How long the certificate is still good; None where there is none, or none that is trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayAnswer:
    """What came when one URL of the relay was asked, with what a browser would be given, for a way to this server."""

    url: str
    failed: str = ""
    certificate_days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAnswer:
    """What the running server says of itself."""

    is_ours: bool = True
    version: str = ""
    files_max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFacts:
    """Where circles are kept."""

    failed: str = ""
    where: str = ""
    free_bytes: int | None = None
    """Of the disk; None for Redis."""
    replicas: int | None = None
    """That Redis has now; None for a folder."""
    replicas_needed: int = 0
    loses: tuple[str, ...] = ()
    """Which settings of Redis may lose circles, as they are to be."""
    takes_alone: bool = False
    """Whether Redis takes writes also without its replicas."""
    fsync: str | None = None
    """When Redis brings a write to the disk; None where it does not tell us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All of it. None: nobody asked, or nobody could say."""

    version: str
    python: str
    missing: str = ""
    """What is wrong with what is installed, in words."""
    page_is_built: bool = True

    public_url: str | None
    is_guarded: bool = True
    """Whether a stranger cannot open circles."""
    page: PageAnswer | None = None
    named: frozenset[str] | None = None
    """The addresses that the public URL's name leads to."""

    media_port: int
    media_tcp_port: int | None = None
    advertised: tuple[str, ...]
    own: frozenset[str]
    """The addresses of this machine."""
    sent_from: tuple[str, ...]
    """Those that sound leaves from."""
    granted_bytes: int
    """What the kernel holds for the sound each way, the less of both."""
    relays: tuple[RelayAnswer, ...] | None = None

    server: ServerAnswer | None = None
    files_needed: int
    clock_is_set: bool | None
    store: StoreFacts | None = None
