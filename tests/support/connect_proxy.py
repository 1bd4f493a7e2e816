"""The proxy of a house that lets nothing else out: HTTP CONNECT (RFC 9110, section 9.3.6), to port 443 of known names.

`python -m tests.support.connect_proxy ADDRESS PORT circle.test=203.0.113.7 ...` says on its output to whom it leads.
"""

import asyncio
import sys
from asyncio import StreamReader, StreamWriter
from contextlib import suppress

MADE = b"HTTP/1.1 200 Connection established\r\n\r\n"
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"


class ConnectProxy:
    """Names are looked up here, as whoever is behind such a proxy can look up none."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            method, target, *_ = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split()
            name, _, port = target.partition(":")
            if (method, port) == ("CONNECT", "443") and name in self._names:
                print(name, flush=True)
                await self._lead(reader, writer, self._names[name])
            else:
                writer.write(REFUSED)
        writer.close()

    async def _lead(self, reader: StreamReader, writer: StreamWriter, address: str) -> None:
        from_there, to_there = await asyncio.open_connection(address, 443)
        writer.write(MADE)
        await asyncio.gather(passes_on(reader, to_there), passes_on(from_there, writer))


async def passes_on(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while some := await reader.read(65536):
            writer.write(some)
            await writer.drain()
    writer.close()


async def main(address: str, port: str, *names: str) -> None:
    known = dict(each.split("=", 1) for each in names)
    async with await asyncio.start_server(ConnectProxy(known).serve, address, int(port)) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
