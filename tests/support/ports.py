"""Ports of the loopback for servers that are to be started."""

import os
import random
import socket
from contextlib import ExitStack

ALL = range(20_000, 32_000)
"""Below those that the kernel gives to whoever names none."""


class Ports:
    """None is given twice before all have been: whoever was given one may not have taken it yet."""

    def __init__(self, own: range) -> None:
        self._own = own
        # Not by the generator that Hypothesis winds back: two test runs side by side would begin at the same port.
        self._given = random.SystemRandom().randrange(len(own))

    def free(self, count: int, kind: socket.SocketKind) -> int:
        """The first of so many in a row that nobody has."""
        while True:
            ports = self._next(count)
            if _are_free(ports, kind):
                return ports[0]

    def _next(self, count: int) -> range:
        if self._given + count > len(self._own):
            self._given = 0
        first, self._given = self._given, self._given + count
        return self._own[first : self._given]


def _are_free(ports: range, kind: socket.SocketKind) -> bool:
    with ExitStack() as probes:
        try:
            for port in ports:
                probes.enter_context(socket.socket(socket.AF_INET, kind)).bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _own_range() -> range:
    """What this process gives alone, of all that test side by side."""
    size = len(ALL) // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return ALL[worker * size :][:size]


_ports = Ports(_own_range())


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    return free_ports(1, kind)


def free_ports(count: int, kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """The first of so many in a row."""
    return _ports.free(count, kind)
