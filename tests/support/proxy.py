"""A line (to Redis, or to a server) that can be cut, held, half cut, or made slow."""

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Proxy:
    """Passes TCP on to a port of the loopback."""

    def __init__(self, to_port: int) -> None:
        self.delay_s = 0.0
        """How long each answer takes."""
        self._to_port = to_port
        self._whole = True
        self._swallows_since = b""
        self._questions, self._answers = asyncio.Event(), asyncio.Event()
        self._questions.set()
        self._answers.set()
        self._server: asyncio.Server | None = None
        self._lines: dict[asyncio.Task[None], tuple[StreamWriter, StreamWriter]] = {}

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def port(self) -> int:
        assert self._server
        return int(self._server.sockets[0].getsockname()[1])

    async def open(self) -> "Proxy":
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        return self

    def cut(self) -> None:
        """Every line breaks, and no new one can be had."""
        self._whole = False
        for writers in self._lines.values():
            for writer in writers:
                writer.transport.abort()

    def swallow_answers(self, since: bytes = b"") -> None:
        """What is asked goes through, and what is answered waits: at once, or since one asks with these words."""
        self._swallows_since = since
        if not since:
            self._answers.clear()

    def hold(self) -> None:
        """Lines stand and can be had, and nothing comes through, either way."""
        self._questions.clear()
        self._answers.clear()

    def mend(self) -> None:
        self._whole = True
        self._swallows_since = b""
        self._questions.set()
        self._answers.set()

    async def close(self) -> None:
        assert self._server
        self._server.close()
        self.cut()
        for line in list(self._lines):
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)
        await self._server.wait_closed()

    async def _take(self, reader: StreamReader, writer: StreamWriter) -> None:
        if not self._whole:
            return writer.transport.abort()
        there, to = await asyncio.open_connection("127.0.0.1", self._to_port)
        task = asyncio.current_task()
        assert task
        self._lines[task] = (writer, to)
        try:
            await asyncio.gather(self._ask(reader, to), self._answer(there, writer))
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            del self._lines[task]
            for end in (writer, to):
                end.transport.abort()
        return None

    async def _ask(self, reader: StreamReader, writer: StreamWriter) -> None:
        while some := await reader.read(65536):
            await self._questions.wait()
            if self._swallows_since and self._swallows_since in some:
                self._answers.clear()
            writer.write(some)
            await writer.drain()
        raise ConnectionResetError

    async def _answer(self, reader: StreamReader, writer: StreamWriter) -> None:
        while some := await reader.read(65536):
            await asyncio.sleep(self.delay_s)
            await self._answers.wait()
            writer.write(some)
            await writer.drain()
        raise ConnectionResetError


@contextmanager
def proxy_beside(to_port: int) -> Iterator[tuple[Proxy, Callable[[Callable[[], None]], object]]]:
    """A proxy on a loop of its own, for tests without one; what is done to it is done through the second."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    proxy = asyncio.run_coroutine_threadsafe(_opened(to_port), loop).result()
    try:
        yield proxy, loop.call_soon_threadsafe
    finally:
        asyncio.run_coroutine_threadsafe(proxy.close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _opened(to_port: int) -> Proxy:
    return await Proxy(to_port).open()
