"""The built page as this process serves it: its own build as it was at the start, and files of other nodes' builds.

While a new release comes in, nodes serve two builds behind one balancer: a page that one node has given asks any other
for its files. Each file's name carries a hash of what is in it, so whoever has it has the right one. A node keeps those
of every other it sees, and asks for what it has not; so a page stays whole when the node that gave it is gone.
"""

import asyncio
import random
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from app.cluster.client import Unreachable
from app.live.going_on import go_on
from app.store.directory import NodeStatus
from app.store.store import NodeId

NAME = re.compile(r"[\w.-]{1,100}-[\w-]{8}\.[a-z0-9]{2,5}(\.br)?", re.ASCII)
"""How Vite names what it builds, and what it has compressed. Nothing else is served, or asked for."""
KEPT_BYTES_MAX = 16_000_000
"""Of other builds; one has some 1.4 MB. The oldest files go first."""
ASKED_MAX = 8
"""Nodes that are asked for a file."""
ASKING_MAX = 16
"""Files that are asked for at once."""
ASK_WITHIN_S = 2
KEEP_EVERY_S = 5


class Builds(Protocol):
    """The way to other nodes' builds, by their address. Both may raise `Unreachable`."""

    async def assets(self, address: str) -> Sequence[str]:
        """The names of the files of the node's own build."""
        ...

    async def asset(self, address: str, name: str) -> bytes | None:
        """A file of that node's build, or one it keeps; None where it has none of this name."""
        ...


class Build:
    """What is served of the page. `index` is None where it has not been built. `others` are the living nodes."""

    def __init__(
        self, folder: Path, others: Callable[[], Sequence[NodeStatus]] = tuple, builds: Builds | None = None
    ) -> None:
        assets = folder / "assets"
        self.index = _read(folder / "index.html")
        self.licences = _read(folder / "licences.md")
        """Of what others have made and the page holds; the build gathers them."""
        self.own: Mapping[str, bytes] = {file.name: file.read_bytes() for file in sorted(assets.glob("*"))}
        self._others = others
        self._builds = builds
        self._kept: dict[str, bytes] = {}
        self._known: set[NodeId] = set()
        self._asking: dict[str, asyncio.Task[bytes | None]] = {}

    def here(self, name: str) -> bytes | None:
        """The file of this name, of any build, if it is here."""
        return self.own.get(name, self._kept.get(name))

    async def find(self, name: str) -> bytes | None:
        """The same, from another node if need be."""
        here = self.here(name)
        if here is not None or self._builds is None or not NAME.fullmatch(name):
            return here
        if name not in self._asking:
            if len(self._asking) >= ASKING_MAX:
                return None
            self._asking[name] = asyncio.get_running_loop().create_task(self._ask(self._builds, name))
            self._asking[name].add_done_callback(lambda _: self._asking.pop(name))
        return await asyncio.shield(self._asking[name])

    async def keep_others(self) -> None:
        """Keep the files of every other node that has not been seen before, as far as it answers in time."""
        if self._builds is None:
            return
        others = self._others()
        self._known &= {status.node for status in others}
        for status in others:
            if status.node not in self._known:
                with suppress(Unreachable, TimeoutError):
                    async with asyncio.timeout(ASK_WITHIN_S):
                        await self._keep_of(self._builds, status.address)
                    self._known.add(status.node)

    async def go_on_keeping(self) -> None:
        """The same for nodes that come later."""
        await asyncio.sleep(KEEP_EVERY_S)
        await go_on(self.keep_others, lambda: KEEP_EVERY_S, "the files of another node's build could not be kept")

    async def _keep_of(self, builds: Builds, address: str) -> None:
        for name in await builds.assets(address):
            if self.here(name) is None and NAME.fullmatch(name):
                self._keep(name, await builds.asset(address, name))

    async def _ask(self, builds: Builds, name: str) -> bytes | None:
        others = self._others()
        with suppress(TimeoutError):
            async with asyncio.timeout(ASK_WITHIN_S):
                for status in random.sample(others, min(ASKED_MAX, len(others))):
                    with suppress(Unreachable):
                        self._keep(name, await builds.asset(status.address, name))
                    if name in self._kept:
                        break
        return self._kept.get(name)

    def _keep(self, name: str, file: bytes | None) -> None:
        if file is not None and len(file) <= KEPT_BYTES_MAX:
            self._kept[name] = file
            while sum(map(len, self._kept.values())) > KEPT_BYTES_MAX:
                del self._kept[next(iter(self._kept))]


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
