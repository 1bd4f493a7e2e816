"""A server for the demonstration alone: it ends when the demonstration does, however that ends, and keeps nothing."""

import asyncio
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

USUAL_PORT = 8000
READY_WITHIN_S = 30.0
ENDS_WITHIN_S = 10.0


class NoServer(Exception):
    """The server did not start, or has ended by itself."""


@asynccontextmanager
async def own_server() -> AsyncIterator[str]:
    """Start `python -m app serve` on this machine; answers with its address. Raises `NoServer`, also later on."""
    port = _free_port()
    ours, its = socket.socketpair()
    with tempfile.TemporaryDirectory() as folder, ours:
        log = Path(folder) / "server.log"
        with its, log.open("wb") as told:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "app", "serve", "--parent", str(its.fileno())),
                env=_environment(port, folder),
                pass_fds=[its.fileno()],
                start_new_session=True,  # it is ended below, and not by a terminal that ends all it has
                stdout=told,
                stderr=told,
            )
        try:
            if not await _is_ready(ours):
                raise NoServer(log.read_text()[-2000:])
            async with _running(process):
                yield f"http://localhost:{port}"
        finally:
            ours.close()  # which tells it to end
            await _ended(process)


@asynccontextmanager
async def _running(process: asyncio.subprocess.Process) -> AsyncIterator[None]:
    """Where the process ends by itself, what is done meanwhile is broken off: nobody would hear what is said then."""
    ending = asyncio.ensure_future(process.wait())
    try:
        async with asyncio.timeout(None) as doing:

            def break_off(_: object) -> None:
                doing.reschedule(0)

            ending.add_done_callback(break_off)
            try:
                yield
            finally:
                ending.remove_done_callback(break_off)
    except TimeoutError:
        if doing.expired():
            raise NoServer("Its server has ended.") from None
        raise
    finally:
        ending.cancel()


async def _ended(process: asyncio.subprocess.Process) -> None:
    try:
        await asyncio.wait_for(process.wait(), ENDS_WITHIN_S)
    except TimeoutError:
        process.kill()
        await process.wait()


def _environment(port: int, folder: str) -> dict[str, str]:
    """With ports and a folder of its own, and no setting of a server for others: its Redis, its name and its key."""
    own = {"BALINT_PORT": port, "BALINT_MEDIA_PORT": port, "BALINT_METRICS_PORT": 0, "BALINT_DATA_DIR": folder}
    given = {name: value for name, value in os.environ.items() if not name.startswith(("BALINT_", "REDIS_URL"))}
    return given | {name: str(value) for name, value in own.items()}


def _free_port() -> int:
    """The usual one, or any where that is taken, as by `make run`; of TCP for the page and of UDP for the sound.

    Raises `NoServer`.
    """
    for port in (USUAL_PORT, 0):
        with socket.socket() as page, socket.socket(type=socket.SOCK_DGRAM) as sound, suppress(OSError):
            page.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            page.bind(("127.0.0.1", port))
            found = int(page.getsockname()[1])
            sound.bind(("", found))
            return found
    raise NoServer("No port is free on this machine.")


async def _is_ready(ours: socket.socket) -> bool:
    """It says a byte when circles can be opened, and closes its end when it cannot start."""
    ours.setblocking(False)
    try:
        async with asyncio.timeout(READY_WITHIN_S):
            return bool(await asyncio.get_running_loop().sock_recv(ours, 1))
    except TimeoutError:
        return False
