"""Networks of this test's own: hosts at one router, which lets through for each of them what a test says.

Every host is a Linux network namespace, and so is the router. Nothing of them is seen outside, so several runs beside
one another may use the same addresses. Needs root, `ip` and `nft` (`needs_networks` skips a test without them).

    with networks() as net:
        server, ward = net.host(), net.host(NO_UDP)
        with server.entered():
            process = ServerProcess(folder, BALINT_HOST=server.ipv4, BALINT_MEDIA_HOST="::", ...).start()
        browser = launch(playwright, executable=ward.command(folder, "chromium"))
"""

import ctypes
import itertools
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

EVERYTHING: tuple[str, ...] = ()
NOTHING = ("drop",)
NO_UDP = ("meta l4proto udp drop",)
ONLY_TCP_443 = ("tcp dport 443 accept", "tcp sport 443 accept", "drop")
"""Rules of nftables. Each holds for what a host sends and for what is sent to it."""

NETWORKS = {"-4": ("10.0.{0}.{1}", 24), "-6": ("fd00:0:0:{0}::{1}", 64)}
"""The address of a host by its number and how often it has moved, and the bits of its network. The router is 1."""
CLONE_NEWNET = 0x40000000
_LIBC = ctypes.CDLL(None, use_errno=True)
_MADE = itertools.count(1)


def only_with(address: str) -> tuple[str, ...]:
    """Lets anything be exchanged with this address of IPv4, and nothing with any other."""
    return (f"ip daddr {address} accept", f"ip saddr {address} accept", "drop")


def why_not() -> str:
    """Why no networks can be made here; nothing where they can."""
    if os.geteuid() != 0:
        return "needs root, to make network namespaces"
    missing = [tool for tool in ("ip", "nft") if shutil.which(tool) is None]
    return f"needs {' and '.join(missing)} (Debian's iproute2, nftables)" if missing else ""


needs_networks = pytest.mark.skipif(bool(why_not()), reason=why_not())


class Namespace:
    """A network stack of its own, with a loopback and nothing else."""

    def __init__(self, name: str) -> None:
        self.name = name
        _run("ip", "netns", "add", name)
        self.ip("link", "set", "lo", "up")
        self.set("ipv6/conf/default/accept_dad", 0)  # else an address of IPv6 takes a second or two to be one

    def ip(self, *arguments: str) -> None:
        _run("ip", "-n", self.name, *arguments)

    def set(self, name: str, value: int) -> None:
        """Set what `sysctl` calls net.NAME."""
        with self.entered():
            Path("/proc/sys/net", name).write_text(str(value))

    @contextmanager
    def entered(self) -> Iterator[None]:
        """What this thread opens or starts meanwhile is in here for good: sockets, and processes with all of theirs."""
        with Path("/proc/thread-self/ns/net").open() as outside, Path("/run/netns", self.name).open() as inside:
            _enter(inside.fileno())
            try:
                yield
            finally:
                _enter(outside.fileno())

    def knows(self, names: dict[str, str]) -> None:
        """What `command` starts finds these names at these addresses, and no others (ip-netns(8)).

        Chromium asks for the name of a relay with its last dot, which is another name to a file of hosts.
        """
        folder = Path("/etc/netns", self.name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "hosts").write_text("".join(f"{address} {name} {name}.\n" for name, address in names.items()))
        (folder / "resolv.conf").write_text("")

    def command(self, folder: Path, command: str) -> str:
        """A script in this folder that runs the command in here, for whoever starts it from outside."""
        script = folder / f"{command}-in-{self.name}"
        script.write_text(f'#!/bin/sh\nexec ip netns exec {self.name} {shutil.which(command)} "$@"\n')
        script.chmod(0o700)
        return str(script)


class Host(Namespace):
    """A machine with one cable to the router."""

    def __init__(self, name: str, number: int, router: Namespace, families: tuple[str, ...]) -> None:
        super().__init__(name)
        self._number, self._families = number, families
        self._cable = f"to-{number}"
        self._moves = 1
        router.ip("link", "add", self._cable, "type", "veth", "peer", "name", "cable", "netns", name)
        for family, (address, bits) in NETWORKS.items():
            router.ip(family, "address", "add", f"{address.format(number, 1)}/{bits}", "dev", self._cable)
        router.ip("link", "set", self._cable, "up")
        self.ip("link", "set", "cable", "up")
        self._router = router
        self.move()

    @property
    def has_ipv4(self) -> bool:
        return "-4" in self._families

    @property
    def ipv4(self) -> str:
        return self._address("-4")

    @property
    def ipv6(self) -> str:
        return self._address("-6")

    def move(self) -> None:
        """Take another address in place of the one it had, as after a change from one network to another."""
        self._moves += 1
        self.ip("address", "flush", "dev", "cable", "scope", "global")
        for family in self._families:
            pattern, bits = NETWORKS[family]
            self.ip(family, "address", "add", f"{self._address(family)}/{bits}", "dev", "cable")
            self.ip(family, "route", "replace", "default", "via", pattern.format(self._number, 1))

    def lets_through(self, rules: tuple[str, ...]) -> None:
        """From now on the router lets only this through, from this host and to it."""
        chain = f"inet firewall host-{self._number}"
        script = [f"add rule {chain} {rule}" for rule in rules]
        with self._router.entered():
            _run("nft", "-f", "-", given="\n".join([f"add chain {chain}", f"flush chain {chain}", *script]) + "\n")

    def guarded(self) -> None:
        """Have the router ask this host's rules about what comes from it and goes to it."""
        with self._router.entered():
            for way in ("iifname", "oifname"):
                _run(
                    "nft",
                    "add",
                    "rule",
                    "inet",
                    "firewall",
                    "forward",
                    way,
                    self._cable,
                    "jump",
                    f"host-{self._number}",
                )

    def _address(self, family: str) -> str:
        return NETWORKS[family][0].format(self._number, self._moves)


class Networks:
    """The router, and the hosts that were asked for."""

    def __init__(self) -> None:
        self._name = f"balint-{os.getpid()}-{next(_MADE)}"
        self.hosts: list[Host] = []

    def open(self) -> None:
        self.router = Namespace(f"{self._name}-router")
        for forwarding in ("ipv4/ip_forward", "ipv6/conf/all/forwarding"):
            self.router.set(forwarding, 1)
        with self.router.entered():
            _run(
                "nft",
                "add table inet firewall; add chain inet firewall forward { type filter hook forward priority 0; }",
            )

    def host(self, lets_through: tuple[str, ...] = EVERYTHING, *, ipv4: bool = True, ipv6: bool = True) -> Host:
        """Another host, with addresses of these families."""
        number = len(self.hosts) + 1
        families = ("-4",) * ipv4 + ("-6",) * ipv6
        self.hosts.append(host := Host(f"{self._name}-{number}", number, self.router, families))
        host.lets_through(lets_through)
        host.guarded()
        return host

    def close(self) -> None:
        """End whatever still runs in any of these networks, and remove them."""
        for name in _run("ip", "netns", "list").split():
            if name.startswith(f"{self._name}-"):
                _remove(name)


@contextmanager
def networks() -> Iterator[Networks]:
    made = Networks()
    try:
        made.open()
        yield made
    finally:
        made.close()


def _remove(namespace: str) -> None:
    for pid in _run("ip", "netns", "pids", namespace).split():
        with suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    _run("ip", "netns", "del", namespace)
    shutil.rmtree(Path("/etc/netns", namespace), ignore_errors=True)


def _enter(namespace: int) -> None:
    if _LIBC.setns(namespace, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "cannot enter a network namespace")


def _run(*command: str, given: str = "") -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout
