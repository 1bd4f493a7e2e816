"""What this process can see of its machine by itself, asking nobody."""

import ctypes
import platform
import resource
import socket
from collections.abc import Iterable
from typing import Any

from app import __version__
from app.connections import HTTP_CONNECTIONS_MAX
from app.doctor.world import ServerAnswer, World
from app.media.tcp import CONNECTIONS_MAX
from app.media.udp import BUFFER_BYTES
from app.pins import check_pins
from app.settings import Settings
from app.web.opening import is_guarded

FILES_BESIDE = 256
"""What a server opens beside its connections: stores, ports, its own libraries."""
TIME_ERROR = 5
"""What adjtimex(2) answers while nothing keeps the clock."""
TIMEX_BYTES = 256
"""More than its structure has."""


def world_here(settings: Settings) -> World:
    """The world as far as a server sees it that is just about to start."""
    return World(
        version=__version__,
        python=platform.python_version(),
        missing=_missing(),
        page_is_built=(settings.page_dir / "index.html").is_file(),
        public_url=settings.public_url,
        is_guarded=is_guarded(settings),
        media_port=settings.media_port,
        media_tcp_port=settings.media_tcp_port,
        advertised=settings.addresses,
        own=own_among(settings.addresses),
        sent_from=settings.sent_from,
        granted_bytes=_granted_bytes(),
        server=ServerAnswer(files_max=resource.getrlimit(resource.RLIMIT_NOFILE)[0]),
        files_needed=_files_needed(settings),
        clock_is_set=_clock_is_set(),
    )


def _files_needed(settings: Settings) -> int:
    """What a server may have open at once; for a socket that a node passes on it has two."""
    sockets = settings.sockets_max if settings.redis_url is None else 2 * settings.sockets_max
    by_tcp = 0 if settings.media_tcp_port is None else CONNECTIONS_MAX
    return sockets + HTTP_CONNECTIONS_MAX + by_tcp + FILES_BESIDE


def own_among(addresses: Iterable[str]) -> frozenset[str]:
    """Which of these are this machine's: it may have a port there."""
    return frozenset(filter(_is_own, addresses))


def _is_own(address: str) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((address, 0))
    except OSError:  # also of a kernel that has no IPv6
        return False
    return True


def _granted_bytes() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        return min(_granted(probe, option) for option in (socket.SO_RCVBUF, socket.SO_SNDBUF))


def _granted(probe: socket.socket, option: int) -> int:
    probe.setsockopt(socket.SOL_SOCKET, option, BUFFER_BYTES)
    return probe.getsockopt(socket.SOL_SOCKET, option) // 2  # Linux answers with twice what it was asked (socket(7))


def _clock_is_set() -> bool | None:
    """None where the kernel does not say, as in a sandbox."""
    libc: Any = ctypes.CDLL(None)
    if not hasattr(libc, "adjtimex"):
        return None
    answer = libc.adjtimex(ctypes.create_string_buffer(TIMEX_BYTES))
    return None if answer < 0 else answer != TIME_ERROR


def _missing() -> str:
    try:
        check_pins()
    except ImportError as error:
        return str(error)
    return ""
