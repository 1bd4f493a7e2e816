"""Where a connection comes from, and how much one source may have. Nothing of it is written down."""

from collections import Counter, OrderedDict
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

SOURCES_MAX = 4096
"""Sources whose pace is remembered. Who is forgotten for somebody newer may begin anew."""


def source_of(address: str) -> str:
    """Whom this address belongs to. An IPv6 network of 64 bits is one household's, who can take any address in it."""
    ip = _read(address)
    return str(ip_network((int(ip), 64), strict=False) if isinstance(ip, IPv6Address) else ip or "")


def source_behind(peer: str, forwarded: Sequence[str], trusted: Sequence[Network]) -> str:
    """Whom a request comes from that this peer has sent: whom it names in `X-Forwarded-For` if it is a trusted proxy.

    Each proxy adds at the end whom it has the request from, so the last one that is no trusted proxy is to be believed.
    """
    hops = [peer, *(hop.strip() for header in reversed(forwarded) for hop in reversed(header.split(",")))]
    return source_of(next((hop for hop in hops if not _is_in(hop, trusted)), hops[-1]))


def _is_in(hop: str, networks: Sequence[Network]) -> bool:
    ip = _read(hop)
    return ip is not None and any(ip in network for network in networks)


def _read(text: str) -> Address | None:
    """The address, with a port or without: `192.0.2.1:5000`, `[2001:db8::1]:5000`. IPv4 also where it is mapped."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        ip = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return ip.ipv4_mapped or ip if isinstance(ip, IPv6Address) else ip


class SourceConnections:
    """How many connections are open, of each source and in all."""

    def __init__(self, each_max: int, all_max: int) -> None:
        self._each_max = each_max
        self._all_max = all_max
        self._open: Counter[str] = Counter()
        self._all = 0

    def take(self, source: str) -> bool:
        """Count one more of this source, to be given back; False, and not counted, where it is one too many."""
        if self._open[source] >= self._each_max or self._all >= self._all_max:
            return False
        self._open[source] += 1
        self._all += 1
        return True

    def give_back(self, source: str) -> None:
        """It is not open any more."""
        self._open[source] -= 1
        self._all -= 1
        if not self._open[source]:
            del self._open[source]


class SourceRateLimit:
    """How often each source may do something: so often at once, and then once every so often (GCRA, ITU-T I.371)."""

    def __init__(self, burst_max: int, every_ms: int) -> None:
        self.burst_max = burst_max
        self.every_ms = every_ms
        self._ahead_ms = (burst_max - 1) * every_ms
        self._due_ms: OrderedDict[str, int] = OrderedDict()

    def wait_ms(self, source: str, now_ms: int) -> int:
        """0, and it is counted; or how long this source has to wait."""
        latest_ms = now_ms + self._ahead_ms + self.every_ms  # a clock that was set back locks nobody out
        due_ms = min(max(self._due_ms.get(source, now_ms), now_ms), latest_ms)
        early_ms = max(0, due_ms - now_ms - self._ahead_ms)
        self._due_ms[source] = due_ms if early_ms else due_ms + self.every_ms
        self._due_ms.move_to_end(source)
        if len(self._due_ms) > SOURCES_MAX:
            self._due_ms.popitem(last=False)
        return early_ms


class Rates:
    """How often each source may do what costs the server something: so often in a row, and then once in so many ms."""

    def __init__(self, openings_max: int) -> None:
        self.openings = SourceRateLimit(openings_max, 60_000)
        """Ask to open a circle, or a group."""
        self.looks = SourceRateLimit(120, 500)
        """Look at one circle's door, which may read a circle from the store. A page does so when it is loaded; a
        hospital fits in."""
        self.group_asks = SourceRateLimit(120, 500)
        """Ask anything of one group, which may read a group from the store. A hospital must fit in here too."""
        self.linked_asks = SourceRateLimit(1200, 50)
        """Do either by good links to all circles and groups: ten of them at their bounds."""
        self.mail_asks = SourceRateLimit(10, 60_000)
        """Ask for lost links, and as often for codes to an address."""
        self.paper_asks = SourceRateLimit(20, 3000)
        """Have a certificate made, which takes its time."""
        self.checks = SourceRateLimit(20, 3000)
        """Check its line: before a first meeting all of a hospital's group may do so."""
