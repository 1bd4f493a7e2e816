"""The way to the server: whether people reach the page, the sound and the relay. Nothing is looked at here."""

from collections.abc import Iterable
from ipaddress import ip_address

from app.doctor.finding import Finding, Verdict, certificate_good_for, good
from app.doctor.world import World
from app.web.origin import is_loopback, site_of


def links(world: World) -> Finding:
    """Whether links lead here, and to a page that may ask for a microphone."""
    if is_for_this_machine(world.public_url):
        return Finding(Verdict.LOOK, "links lead to this machine alone", "set BALINT_PUBLIC_URL to https://your.name")
    if not (world.public_url or "").startswith("https:"):
        say = f"{world.public_url} is not https, and browsers give no microphone to it"
        return Finding(Verdict.WRONG, say, "put TLS in front, and begin BALINT_PUBLIC_URL with https")
    return good(f"{world.public_url}")


def page(world: World) -> Finding:
    """Whether the page comes by the public URL."""
    if world.page is None:
        return Finding(Verdict.OPEN, "the public URL was not asked", "set BALINT_PUBLIC_URL")
    if world.page.failed:
        do = (
            "look at the proxy, its certificate, the name, the firewall; where a router leads nobody in from inside, "
            "try from outside"
        )
        return Finding(Verdict.WRONG, f"the page does not come from here: {world.page.failed}", do)
    if not world.page.is_ours:
        do = "have the name lead to this machine, and the proxy to BALINT_PORT"
        return Finding(Verdict.WRONG, "something else than this server answers at the public URL", do)
    return good("comes by the public URL")


def certificate(world: World) -> Finding:
    """How long the certificate of the page is good."""
    days = world.page.certificate_days if world.page else None
    if days is None:
        return Finding(Verdict.OPEN, "no certificate was seen", "see the two lines above")
    return certificate_good_for(days, "the page")


def addresses(world: World) -> Finding:
    """Whether browsers are told an address that they can send sound to."""
    told = ", ".join(world.advertised)
    do = "set BALINT_MEDIA_ADVERTISE to the addresses that people reach"
    if all(ip_address(each).is_loopback for each in world.advertised):
        return Finding(Verdict.WRONG, f"only this machine can send sound to {told}", do)
    if _any_public(world.named or ()) and not _any_public(world.advertised):
        return Finding(Verdict.WRONG, f"people come from the internet, and {told} is of an inner network", do)
    if silent := [each for each in world.advertised if _is_silent(each, world)]:
        say = f"{', '.join(silent)} is this machine's, but sound leaves from {', '.join(world.sent_from)}"
        do = "advertise one of those, or set BALINT_MEDIA_HOST to the other: browsers take no answer from elsewhere"
        return Finding(Verdict.LOOK, say, do)
    translated = [each for each in world.advertised if each not in world.own]
    if not translated:
        return good(f"{told}, this machine's own")
    others = ", ".join(translated)
    if world.named is not None and not world.named.issuperset(translated):
        say = f"{others} is not this machine's, and is not where the public URL leads"
        return Finding(Verdict.LOOK, say, f"{do}, or have the router send {_ports(world)} of it here")
    do = f"have the router send {_ports(world)} on to this machine"
    return Finding(Verdict.GOOD, f"{told}; {others} is translated on the way (NAT)", do)


def _is_silent(address: str, world: World) -> bool:
    """Whether nothing leaves from a public address of this machine; whoever comes to an inner one may be near it."""
    return _any_public([address]) and address in world.own and address not in world.sent_from


def _any_public(addresses: Iterable[str]) -> bool:
    return any(ip_address(each).is_global for each in addresses)


def outside(world: World) -> Finding:
    """What only a browser elsewhere can see."""
    what = f"whether {_ports(world)} and the relay let people through is seen from outside alone"
    where = world.public_url or "the public URL"
    return Finding(Verdict.OPEN, what, f"open {where}/check in a browser elsewhere; it tries all of them")


def _ports(world: World) -> str:
    """Where this server takes sound."""
    return f"UDP {world.media_port}" + ("" if world.media_tcp_port is None else f", TCP {world.media_tcp_port}")


def relays(world: World) -> Finding:
    """Whether people whose network lets no UDP through have a way."""
    if world.relays is None:
        do = "set BALINT_TURN_URLS and BALINT_TURN_SECRET: many hospitals let no UDP through"
        return Finding(Verdict.LOOK, "there is no relay (TURN)", do)
    if failed := [relay for relay in world.relays if relay.failed]:
        why = "; ".join(f"{relay.url}: {relay.failed}" for relay in failed)
        do = (
            "is coturn up, its port open, its certificate good, its clock right, its static-auth-secret "
            "BALINT_TURN_SECRET, each address that browsers are told an allowed-peer-ip (with IPv6 alone: "
            "allocation-default-address-family=ipv6)?"
        )
        return Finding(Verdict.WRONG, why, do)
    days = [relay.certificate_days for relay in world.relays if relay.certificate_days is not None]
    if days and (found := certificate_good_for(min(days), "the relay")).verdict is not Verdict.GOOD:
        return found
    return good(f"{len(world.relays)} ways to it answer, take what browsers are given, and pass on to here")


def is_for_this_machine(url: str | None) -> bool:
    """Whether nobody elsewhere can open it."""
    site = site_of(url or "http://localhost")
    return site is not None and is_loopback(site[1])
