"""Where a server is reached: ports and sockets, taken before anything else begins."""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class CannotStart(Exception):
    """What is missing for a server to start, and what to do about it, in words for people."""


def bound(host: str, port: int, setting: str) -> socket.socket:
    """A TCP port, taken. Raises `CannotStart` where it cannot be had; `setting` is the one that names another."""
    try:
        family, both = (socket.AF_INET6, host == "::") if ":" in host else (socket.AF_INET, False)
        return socket.create_server((host, port), family=family, dualstack_ipv6=both, backlog=512)
    except (OSError, UnicodeError) as error:
        raise CannotStart(taken("TCP", host, port, setting, error)) from error


def taken(kind: str, host: str, port: int, setting: str, error: OSError | UnicodeError) -> str:
    """Why a port cannot be had, and what to do. `setting` is the port's."""
    if isinstance(error, UnicodeError) or error.errno == errno.EADDRNOTAVAIL or (error.errno or 0) < 0:  # EAI_...
        return f"{host} is no address of this machine. Set {_of_the_host(setting)} to one."
    return f"{kind} port {port} cannot be had ({error.strerror}). Stop what uses it, or set {setting} to another."


def _of_the_host(setting: str) -> str:
    return setting.removesuffix("TCP_PORT").removesuffix("PORT") + "HOST"


@contextmanager
def private(path: Path) -> Iterator[socket.socket]:
    """A socket in the file system that nobody but this user can open; it goes when it is closed. Raises `OSError`.

    One that another life of this server has left is replaced.
    """
    with socket.socket(socket.AF_UNIX) as listening:
        path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            listening.bind(str(path))
        finally:
            os.umask(before)
        listening.listen()
        try:
            yield listening
        finally:
            path.unlink(missing_ok=True)
