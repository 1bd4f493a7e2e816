"""Every tunable, its unit and its reason. Each is set in the environment by `BALINT_` and its name in capitals."""

import socket
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    Field,
    IPvAnyNetwork,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app import checks
from app.circle.units import DAY_MS

Port = Annotated[int, Field(ge=0, le=65535)]
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]


DEFAULT_MEDIA_HOST = "::" if socket.has_dualstack_ipv6() else "0.0.0.0"  # noqa: S104
"""Browsers send sound to whichever address of this machine they can reach, of either family where there are both."""


class _LogSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BALINT_", frozen=True)

    log_json: bool = False
    """Write the log as one JSON object a line, for a machine that collects it."""


class Settings(_LogSettings):
    """What one server is told at its start. Nothing here changes while it runs."""

    host: Annotated[str, AfterValidator(checks.own_host)] = "127.0.0.1"
    """Address the page and its sockets are served on. Behind a balancer with TLS this stays the loopback."""
    port: Port = 8000
    """TCP port of the page. 0 takes any free one."""
    page_dir: Annotated[Path, BeforeValidator(checks.folder)] = Path(__file__).parent / "web" / "page"
    """Folder of the built page. It is read once, at the start."""
    public_url: Annotated[str | None, AfterValidator(checks.public_url)] = None
    """What invitation links begin with. Browsers give a microphone only to https, or to localhost, so this is
    `http://localhost:` and the port unless set."""

    media_host: Annotated[str, AfterValidator(checks.own_address)] = DEFAULT_MEDIA_HOST
    """Address the sound is received on. `::` is every one of this machine, `0.0.0.0` every one of IPv4."""
    media_port: Port = 8000
    """UDP port of the sound, the only one needed. 0 takes any free one."""
    media_tcp_port: Port | None = None
    """TCP port of the sound as well, for people whose network drops UDP. 0 takes any free one. Unset: none, for whoever
    wants one has to open it in a firewall too; then browsers are told of it."""
    voices_max: int = Field(default=4, ge=1)
    """Voices sent at once in a circle: the loudest, or of a sealed one the first (V4). More cannot be told apart."""
    media_advertise: Annotated[
        tuple[Annotated[str, AfterValidator(checks.told_address)], ...], NoDecode, BeforeValidator(checks.listed)
    ] = ()
    """Addresses of either family that browsers are told to send sound to, best first, with commas between. Empty: this
    machine's own."""

    turn_urls: Annotated[
        tuple[Annotated[str, AfterValidator(checks.turn_url)], ...], NoDecode, BeforeValidator(checks.listed)
    ] = ()
    """TURN servers that browsers are told of, for networks that let no UDP through (RFC 7065), with commas between."""
    turn_secret: Annotated[SecretStr, AfterValidator(checks.shared_secret)] | None = None
    """What the TURN server knows our browsers by: coturn's `static-auth-secret`."""
    turn_secret_file: Path | None = None
    """A file that holds it, in place of the setting."""
    turn_lifetime_s: int = Field(default=6 * 3600, ge=60)
    """How long what a browser is given for the TURN server is good for: longer than a meeting (decisions/0020)."""

    smtp_host: Annotated[str, AfterValidator(checks.told_host)] | None = None
    """Where mail of groups is handed in: a moved date, a lost link. Unset: none is sent, and none is offered."""
    smtp_port: Port = 587
    """Its TCP port: 587 for STARTTLS, 465 for TLS from the first byte on."""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    """How it is spoken to; none only on this machine."""
    smtp_from: Annotated[str, AfterValidator(checks.mail_address)] | None = None
    """The address that mail comes from."""
    smtp_user: str | None = None
    """Who hands it in, where that server asks."""
    smtp_password: SecretStr | None = None
    """Their password."""
    smtp_password_file: Path | None = None
    """A file that holds it, in place of the setting."""

    security_contact: Annotated[str, AfterValidator(checks.mail_address)] | None = None
    """The mail address that a weakness is to be reported to, told at `/.well-known/security.txt` (RFC 9116)."""

    data_dir: Annotated[Path, BeforeValidator(checks.folder)] = Path("data")
    """Folder of the embedded store and of the signing secret."""
    secret: Annotated[SecretStr, AfterValidator(checks.secret)] | None = None
    """What signs invitations, 32 characters or more. Unset: made once and kept in the data folder."""
    secret_also: Annotated[SecretStr, AfterValidator(checks.secret)] | None = None
    """Another one, which signs nothing: its links are taken as well while the secret is being changed."""
    opening_key: SecretStr | None = None
    """Whoever opens a circle must give it. It may be unset only where nobody but this machine reaches the page."""
    open_to_all: bool = False
    """Let anybody who reaches the page open circles, without a key."""
    openings_max: int = Field(default=20, ge=1)
    """Circles that one source (an IPv4 address, an IPv6 network of 64 bits) may ask for at once; then one a minute."""

    redis_url: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("BALINT_REDIS_URL", "REDIS_URL", "redis_url")
    )
    """Where several servers keep their circles together (`app/store/redis.py` shows the forms). Unset: this server is
    the only one and keeps its circles in the data folder."""
    redis_replicas: int = Field(default=0, ge=0)
    """Replicas of Redis that must have confirmed a write before anything counts as kept: 1 where Redis fails over."""
    redis_within_s: Seconds = 1
    """What Redis has not answered by then is refused in words."""
    records_kept_days: int = Field(default=365, ge=1)
    """How long the record of a meeting that has ended is kept."""

    node_host: Annotated[str, AfterValidator(checks.own_host)] = "127.0.0.1"
    """Address of the inner network that other nodes are served on. Nothing is served there without Redis."""
    node_advertise: Annotated[str, AfterValidator(checks.told_host)] | None = None
    """Name or address that other nodes are told to reach this one at. Unset: `node_host`, which is then no 0.0.0.0."""
    node_port: Port = 0
    """TCP port for the other nodes. 0 takes any free one."""
    beat_s: Seconds = 0.5
    """How often a node shows that it lives."""
    claim_s: Seconds = 3
    """How long a node's beat may stand still before others take up its circles."""
    sound_alone_s: Seconds = 10
    """How long circles sound on at a node that has lost Redis, unless everybody has (docs/decisions/0008)."""
    find_within_s: Seconds = 6
    """How long somebody who enters waits for a circle whose node has just died to be taken up by another."""
    drain_within_s: float = Field(default=600, ge=0, allow_inf_nan=False)
    """How long a node that is told to stop waits for circles' next steps. By then it has moved those, too, that took
    none."""

    circles_max: int = Field(default=1000, ge=1)
    """Open circles this server holds; one more is refused in words."""
    unused_max: int = Field(default=200, ge=1)
    """Circles among them, but of no group, that nobody has ever entered; one more is refused in words. They end after 7
    days (E4)."""
    sockets_max: int = Field(default=4000, ge=1)
    """Connections this server holds."""
    source_connections_max: int = Field(default=256, ge=1)
    """Connections that one source may have open: a hospital behind one address must fit in."""
    trusted_proxies: Annotated[tuple[IPvAnyNetwork, ...], NoDecode, BeforeValidator(checks.listed)] = (
        ip_network("127.0.0.0/8"),
        ip_network("::1/128"),
    )
    """Networks of the proxies whose `X-Forwarded-For` says which source a request comes from."""
    enter_within_s: Seconds = 10
    """A socket that has not said who it is by then is closed."""
    send_within_s: Seconds = 10
    """A browser that does not take a message within this is taken for lost; it comes back by itself."""

    metrics_port: Port = 9464
    """TCP port on 127.0.0.1 where a single server shows its numbers (`/metrics`); 0: nowhere. Of several nodes each
    shows its own on its inner address."""
    commit: str = "unknown"
    """Which commit this release was built of, for the numbers to say; the container image sets it."""

    @model_validator(mode="before")
    @classmethod
    def _read_files(cls, given: dict[str, Any]) -> dict[str, Any]:
        for name in ("turn_secret", "smtp_password"):
            setting = f"BALINT_{name.upper()}"
            if not (file := given.get(f"{name}_file")):
                continue
            if given.get(name):
                raise ValueError(f"{setting} and {setting}_FILE are both set. Unset one of them.")
            given = given | {name: checks.text_in(file, f"{setting}_FILE")}
        return given

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        if "page_dir" in self.model_fields_set and not (self.page_dir / "index.html").is_file():
            raise ValueError(
                f"BALINT_PAGE_DIR says {self.page_dir}, where no page is (index.html). Set it to where one is"
            )
        if self.redis_url and self.node_advertise is None and self.node_host in checks.EVERY_ADDRESS:
            raise ValueError(
                "BALINT_NODE_ADVERTISE is unset, and BALINT_NODE_HOST is every address of this machine. Set it to the "
                "name or the address that the other nodes reach this one at."
            )
        if lost := [host for host in self.media_advertise if not self._receives_at(host)]:
            raise ValueError(
                f"BALINT_MEDIA_ADVERTISE names {', '.join(lost)}, but sound is received on {self.media_host}, "
                "which is of the other family. Set BALINT_MEDIA_HOST to :: for both."
            )
        if bool(self.turn_urls) != bool(self.turn_secret):
            raise ValueError(
                "BALINT_TURN_URLS and BALINT_TURN_SECRET (or BALINT_TURN_SECRET_FILE) belong together: where the TURN "
                "server is, and what it knows our browsers by. Set both, or none."
            )
        if wrong := checks.wrong_mail(
            self.smtp_host, self.smtp_from, self.smtp_tls, self.smtp_user, self.smtp_password
        ):
            raise ValueError(wrong)
        if not 2 * self.beat_s <= self.claim_s <= self.sound_alone_s:
            raise ValueError(
                "BALINT_CLAIM_S is to be at least twice BALINT_BEAT_S, or nodes that live are taken for dead, and at "
                "most BALINT_SOUND_ALONE_S."
            )
        if self.redis_within_s + self.beat_s >= self.claim_s:
            raise ValueError(
                "BALINT_REDIS_WITHIN_S and BALINT_BEAT_S are to be less than BALINT_CLAIM_S together, or a node whose "
                "Redis stands still knows too late that it does, and lets go of its circles."
            )
        return self

    def _receives_at(self, advertised: str) -> bool:
        """Whether what is sent to this address can arrive, as far as its family goes; NAT may have changed the rest."""
        return self.media_host == "::" or (":" in advertised) == (":" in self.media_host)

    @property
    def records_kept_ms(self) -> int:
        """How long records of circles are kept."""
        return self.records_kept_days * DAY_MS

    @property
    def other_secret(self) -> str | None:
        """The secret that signs nothing, if there is one."""
        return self.secret_also.get_secret_value() if self.secret_also else None

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses to advertise for the sound."""
        return self.media_advertise or self.sent_from

    @property
    def sent_from(self) -> tuple[str, ...]:
        """The addresses that sound leaves from. Of several of one family the routes of this machine choose one."""
        if self.media_host not in checks.EVERY_ADDRESS:
            return (self.media_host,)
        return own_addresses(with_ipv6=":" in self.media_host)


def log_is_json() -> bool:
    """Whether the log is asked for as JSON, known also where other settings are wrong and the log is to say so."""
    try:
        return _LogSettings().log_json
    except ValidationError:
        return False


def wrong_in(error: ValidationError) -> str:
    """What is wrong, each setting by the name it has in the environment. No value of a secret is repeated."""
    return "; ".join(_wrong(found["loc"], found["msg"]) for found in error.errors(include_input=False))


def _wrong(where: tuple[int | str, ...], why: str) -> str:
    ours = why.removeprefix("Value error, ")
    if not where:
        return ours
    name = str(where[0]).upper()
    name = name if name.endswith("REDIS_URL") else f"BALINT_{name}"
    return f"{name} {ours}" if ours != why else f"{name}: {why}"


def own_addresses(*, with_ipv6: bool) -> tuple[str, ...]:
    """This machine's addresses towards the outside, those that it has, and the loopback. Sends nothing."""
    outside = [_address_towards(socket.AF_INET, "192.0.2.1")]  # TEST-NET-1 (RFC 5737)
    if with_ipv6:
        outside.append(_address_towards(socket.AF_INET6, "2001:db8::1"))  # documentation (RFC 3849)
    return (*filter(None, outside), "127.0.0.1")


def _address_towards(family: socket.AddressFamily, host: str) -> str | None:
    """Asks the routing table alone."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((host, 9))
            return str(probe.getsockname()[0])
    except OSError:  # also of a kernel that has no IPv6
        return None
