"""A real server that is killed in the middle of a group's meeting: no more than a minute of it is lost."""

import asyncio
import sys
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.support.client import Client, client
from tests.support.open_group import OpenGroup
from tests.support.process import ServerProcess

MINUTE_MS = 60_000
LATER = """
import os
import pathlib
import sys
import time

later = pathlib.Path(os.environ["LATER"])
wall, elapsed = time.time, time.clock_gettime
time.time = lambda: wall() + int(later.read_text())
time.clock_gettime = lambda which: elapsed(which) + int(later.read_text())

from app.command_line import main

sys.exit(main())
"""


class LaterServer(ServerProcess):
    """A server whose machine slept whenever a test lets time pass."""

    def __init__(self, folder: Path) -> None:
        self._later = folder / "later_s"
        self._later.write_text("0")
        super().__init__(folder, LATER=str(self._later))
        self._command = [sys.executable, "-c", LATER, "serve"]

    def passes(self, *, minutes: int = 0, seconds: int = 0) -> None:
        new = self._later.with_name("new")
        new.write_text(str(int(self._later.read_text()) + 60 * minutes + seconds))
        new.replace(self._later)


def test_pitfall_9_a_server_killed_in_a_meeting_loses_no_more_than_a_minute(tmp_path: Path) -> None:
    """G25, G23"""
    server = LaterServer(tmp_path)
    server.start()
    try:
        group = OpenGroup(server, "Frida", "Mia")
        soon = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(minutes=2)
        group.asks("Frida", "plan_dates", first=f"{soon:%Y-%m-%d}", at=f"{soon:%H:%M}")
        asyncio.run(meets_until_killed(server, group))
        server.passes(minutes=7)
        server.start()
        asyncio.run(goes_on(server, group))
        for name in ("Frida", "Mia"):
            [held] = [each["held"] for each in group.view(name)["meetings"]]
            assert held["ended_ms"] - held["began_ms"] >= 47 * MINUTE_MS
            assert 40 * MINUTE_MS <= held["your_ms"] < 42 * MINUTE_MS
    finally:
        server.stop()


async def meets_until_killed(server: LaterServer, group: OpenGroup) -> None:
    """Half an hour is kept, and then nothing more for almost a minute."""
    async with AsyncExitStack() as opened:
        frida, _ = [await enters(opened, server, group, name) for name in ("Frida", "Mia")]
        assert await frida.ask("next_step") is None
        server.passes(minutes=30)
        assert await frida.ask("next_step") is None
        server.passes(seconds=59)
        server.kill()


async def goes_on(server: LaterServer, group: OpenGroup) -> None:
    async with AsyncExitStack() as opened:
        frida, _ = [await enters(opened, server, group, name) for name in ("Frida", "Mia")]
        server.passes(minutes=10)
        plan = frida.view["plan"]
        closing = next(place for place, step in enumerate(plan) if step["phase"] == "closing")
        assert await frida.ask("skip_to", step=closing) is None
        assert await frida.ask("next_step") is None
        assert await frida.ask("end_circle") is None


async def enters(opened: AsyncExitStack, server: ServerProcess, group: OpenGroup, name: str) -> Client:
    page = await opened.enter_async_context(client(server.socket_url))
    return await page.enter(group.enter(name), name)
