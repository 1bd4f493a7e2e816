"""Several processes on one machine: a node each, on one TCP port they all accept from, and ports of its own for sound.

    python -m app serve --processes 4

They share nothing but Redis. One that dies is started again; SIGTERM drains them all; SIGHUP replaces them one after
the other, each once it has drained, so that a new release comes in without a pause. A SIGHUP that comes meanwhile has
them all replaced once more afterwards, however many come. SIGTERM ends that, and cuts nobody short who drains already.
If the parent itself dies, they drain and end, so that another one finds their ports free.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from app.listening import CannotStart, bound
from app.main import check_access
from app.settings import Settings

AGAIN_AFTER_S = 1.0
"""How long a process that has died is left dead: one that cannot start must not keep the machine busy."""

PORT_MAX = 65535

log = logging.getLogger(__name__)


async def serve_many(settings: Settings, count: int) -> None:
    """Run this many processes until told to stop. Raises `CannotStart`."""
    if settings.redis_url is None:
        raise CannotStart("Several processes need Redis to share their circles: set REDIS_URL.")
    check_access(settings)
    _check_ports(settings, count)
    with bound(settings.host, settings.port, "BALINT_PORT") as port:
        port.set_inheritable(True)
        command = [sys.executable, "-m", "app", "serve", "--listening", str(port.fileno())]
        processes = [Process(command, _environment(settings, index), port.fileno()) for index in range(count)]
        hangup, loop = asyncio.Event(), asyncio.get_running_loop()
        for how in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(how, _stop, processes, how)
        loop.add_signal_handler(signal.SIGHUP, hangup.set)
        replacing = loop.create_task(_replace(processes, hangup))
        try:
            await asyncio.gather(*(process.run() for process in processes))
        finally:
            replacing.cancel()


class Process:
    """One process, started again whenever it ends, until `stop` is called."""

    def __init__(self, command: list[str], environment: dict[str, str], port: int) -> None:
        self._command = command
        self._environment = environment
        self._port = port
        self._life: _Life | None = None
        self._ready = asyncio.Event()
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Start it, and start it again whenever it ends, until `stop` has been called."""
        while not self._stopping.is_set():
            self._life = life = _Life(self._ready.set)
            try:
                code: int | OSError = await life.run(self._command, self._environment, self._port)
            except OSError as error:
                code = error
            if code != 0 and life.told is None:
                log.warning("a process ended with %s and is started again", code)
                await self._pause()

    def stop(self, how: signal.Signals) -> None:
        """Send it this signal, and do not start it again. One that drains already is left to at the first call.

        At the second it ends at once, by SIGINT: no child takes another SIGTERM for more than the first.
        """
        again = self._stopping.is_set()
        drains = self._life is not None and self._life.told == how == signal.SIGTERM
        if self._life and (again or not drains):
            self._life.tell(signal.SIGINT if again else how)
        self._stopping.set()

    async def replace(self) -> None:
        """Have it drain and end, and wait until the process started in its place can take circles."""
        if self._stopping.is_set():
            return
        self._ready.clear()
        if self._life:
            self._life.tell(signal.SIGTERM)
        await self._ready.wait()

    async def _pause(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_AFTER_S):
                await self._stopping.wait()


class _Life:
    """One run of a process, from its start to its end."""

    def __init__(self, on_ready: Callable[[], None]) -> None:
        self.told: signal.Signals | None = None
        """The last signal it was to be sent; while it is being started, the one it is sent as soon as it can be."""
        self._on_ready = on_ready
        self._child: asyncio.subprocess.Process | None = None
        self._serves = False

    async def run(self, command: list[str], environment: dict[str, str], port: int) -> int:
        """Run it, and return its exit code.

        It says by a socket when it is ready, and sees by the same one that its parent is gone. In a session of its own
        it gets no signal but what it is told here: a terminal sends its own to every process it has.
        """
        ours, its = socket.socketpair()
        loop = asyncio.get_running_loop()
        with ours:
            loop.add_reader(ours, self._hear, ours)
            try:
                with its:
                    self._child = await asyncio.create_subprocess_exec(
                        *command,
                        "--parent",
                        str(its.fileno()),
                        env=environment,
                        pass_fds=[port, its.fileno()],
                        start_new_session=True,
                    )
                if self.told is not None:
                    self.tell(self.told)
                return await self._child.wait()
            finally:
                loop.remove_reader(ours)

    def tell(self, how: signal.Signals) -> None:
        """Send it this signal. One that does not serve yet has nothing to end in order, and ends by SIGTERM."""
        self.told = how
        if self._child and self._child.returncode is None:
            with suppress(ProcessLookupError):
                self._child.send_signal(how if self._serves else signal.SIGTERM)

    def _hear(self, line: socket.socket) -> None:
        asyncio.get_running_loop().remove_reader(line)
        with suppress(ConnectionError):
            self._serves = bool(line.recv(1))
        if self._serves and self.told is None:
            self._on_ready()


def _stop(processes: list[Process], how: signal.Signals) -> None:
    for process in processes:
        process.stop(how)


async def _replace(processes: list[Process], hangup: asyncio.Event) -> None:
    while True:
        await hangup.wait()
        hangup.clear()
        for process in processes:
            await process.replace()


def _check_ports(settings: Settings, count: int) -> None:
    for setting, first in _first_ports(settings).items():
        if first + count - 1 > PORT_MAX:
            raise CannotStart(f"{setting} is the first of {count} ports in a row, so at most {PORT_MAX - count + 1}.")


def _environment(settings: Settings, index: int) -> dict[str, str]:
    """The environment of each process: the same, but for the ports that processes cannot share."""
    own = {setting: str(first + index if first else 0) for setting, first in _first_ports(settings).items()}
    return os.environ | own


def _first_ports(settings: Settings) -> dict[str, int]:
    ports = {"BALINT_MEDIA_PORT": settings.media_port, "BALINT_NODE_PORT": settings.node_port}
    return ports if settings.media_tcp_port is None else ports | {"BALINT_MEDIA_TCP_PORT": settings.media_tcp_port}
