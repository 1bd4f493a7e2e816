"""Several processes on one machine: a node each, on one TCP port they all accept from, with one UDP port each.

    python -m app serve --processes 4

They share nothing but Redis. One that dies is started again; SIGTERM drains them all; SIGHUP replaces them one after
the other, each once it has drained, so that a new release comes in without a pause.
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable

from app.listening import CannotStart, bound
from app.main import check_doors
from app.settings import Settings

AGAIN_AFTER_S = 1.0
"""How long a process that has died is left dead: one that cannot start must not keep the machine busy."""

PORT_MAX = 65535

log = logging.getLogger(__name__)


async def serve_many(settings: Settings, count: int, ready_circle: bool) -> None:
    """Run this many processes until told to stop. Raises `CannotStart`."""
    if settings.redis_url is None:
        raise CannotStart("Several processes need Redis to share their circles: set REDIS_URL.")
    check_doors(settings)
    _check_ports(settings, count)
    with bound(settings.host, settings.port, "BALINT_PORT") as port:
        port.set_inheritable(True)
        wanted = [_command(port.fileno(), ready_circle and index == 0) for index in range(count)]
        processes = [
            Process(command, _environment(settings, index), port.fileno()) for index, command in enumerate(wanted)
        ]
        _on(signal.SIGTERM, lambda: _stop(processes, signal.SIGTERM))
        _on(signal.SIGINT, lambda: _stop(processes, signal.SIGINT))
        _on(signal.SIGHUP, lambda: _replace(processes))
        await asyncio.gather(*(process.run() for process in processes))


class Process:
    """One of them, started again until it is told to stop."""

    def __init__(self, command: list[str], environment: dict[str, str], port: int) -> None:
        self._command = command
        self._environment = environment
        self._port = port
        self._child: asyncio.subprocess.Process | None = None
        self._stopping = False
        self._ready = asyncio.Event()

    async def run(self) -> None:
        """Keep it running."""
        while not self._stopping:
            code = await self._one_life()
            if not self._stopping and code != 0:
                log.warning("a process ended with %d and is started again", code)
                await asyncio.sleep(AGAIN_AFTER_S)

    async def stop(self, how: signal.Signals) -> None:
        """End it, and this time for good."""
        self._stopping = True
        self._signal(how)

    async def replace(self) -> None:
        """End it once it has drained, and wait until the next one can take circles."""
        self._ready.clear()
        self._signal(signal.SIGTERM)
        await self._ready.wait()

    async def _one_life(self) -> int:
        """Run it once; what it ended with. It says when it is ready by a line of its own."""
        hearing, saying = os.pipe()
        try:
            self._child = await asyncio.create_subprocess_exec(
                *self._command, "--ready", str(saying), env=self._environment, pass_fds=[self._port, saying]
            )
        finally:
            os.close(saying)
        loop = asyncio.get_running_loop()
        loop.add_reader(hearing, self._hear, hearing)
        try:
            return await self._child.wait()
        finally:
            loop.remove_reader(hearing)
            os.close(hearing)

    def _hear(self, line: int) -> None:
        if os.read(line, 1):
            self._ready.set()
        asyncio.get_running_loop().remove_reader(line)

    def _signal(self, how: signal.Signals) -> None:
        if self._child and self._child.returncode is None:
            self._child.send_signal(how)


async def _stop(processes: list[Process], how: signal.Signals) -> None:
    await asyncio.gather(*(process.stop(how) for process in processes))


async def _replace(processes: list[Process]) -> None:
    for process in processes:
        await process.replace()


def _on(which: signal.Signals, do: Callable[[], Awaitable[None]]) -> None:
    loop = asyncio.get_running_loop()
    doing: set[asyncio.Future[None]] = set()
    loop.add_signal_handler(which, lambda: doing.add(asyncio.ensure_future(do())))


def _command(port: int, ready_circle: bool) -> list[str]:
    ready = ["--ready-circle"] if ready_circle else []
    return [sys.executable, "-m", "app", "serve", "--listening", str(port), *ready]


def _check_ports(settings: Settings, count: int) -> None:
    for setting, first in (("BALINT_MEDIA_PORT", settings.media_port), ("BALINT_NODE_PORT", settings.node_port)):
        if first + count - 1 > PORT_MAX:
            raise CannotStart(f"{setting} is the first of {count} ports in a row, so at most {PORT_MAX - count + 1}.")


def _environment(settings: Settings, index: int) -> dict[str, str]:
    """The same for each, but for the ports that nobody can share."""
    media_port = settings.media_port + index if settings.media_port else 0
    node_port = settings.node_port + index if settings.node_port else 0
    return os.environ | {"BALINT_MEDIA_PORT": str(media_port), "BALINT_NODE_PORT": str(node_port)}
