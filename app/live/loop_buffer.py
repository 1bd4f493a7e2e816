"""What the event loop has received: uvloop reads whatever comes over TCP into one buffer.

A short message leaves the end of a long one as it was, such as the names in a view that another node has sent.
"""

import asyncio
import socket
from contextlib import suppress

import uvloop

BUFFER_BYTES = 256 * 1024
"""As long as uvloop's. Where the kernel holds less at once the rest stays, which only longer reads have reached."""


async def overwrite_loop_buffer() -> None:
    """Let uvloop receive zeros, as many at once as the kernel takes; another loop frees what it has read.

    Never raises for want of a socket.
    """
    loop = asyncio.get_running_loop()
    if not isinstance(loop, uvloop.Loop):
        return
    with suppress(OSError):
        ours, loops = socket.socketpair()
        with ours:
            ours.setblocking(False)
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER_BYTES)
            ours.send(bytes(BUFFER_BYTES))
        await loop.create_unix_connection(asyncio.Protocol, sock=loops)
