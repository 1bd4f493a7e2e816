"""A server that never stops answering, and never has answered: a byte now and then, for as long as somebody reads."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def dripping(words: Iterator[bytes], every_s: float = 0.05) -> AsyncIterator[int]:
    """Say one of these after the other to everybody who connects. The port is told."""
    said = list(words)

    async def drip(_: asyncio.StreamReader, browser: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.CancelledError):
            for word in said:
                browser.write(word)
                await browser.drain()
                await asyncio.sleep(every_s)
        browser.close()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
