"""Real processes, and SIGKILL at any moment of a scripted meeting: nothing that was told is lost."""

import asyncio
import json
import random
import sqlite3
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from app.circle.evolve import replay
from app.circle.viewing import view_for
from app.store.codec import event_from_text
from app.web.protocol import write
from tests.support.client import Client, client
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MIA, NAMES, PIET

SEATS = (FRIDA, PIET, MIA)
SCRIPT: list[tuple[int, str, dict[str, Any]]] = [
    (FRIDA, "open_microphone", {}),
    (PIET, "open_microphone", {}),
    (MIA, "open_microphone", {}),
    (FRIDA, "skip_to", {"step": 3}),
    (PIET, "offer_case", {}),
    (FRIDA, "name_presenter", {"seat": PIET}),
    (FRIDA, "next_step", {}),
    (FRIDA, "next_step", {}),
    (MIA, "close_microphone", {}),
    (FRIDA, "next_step", {}),
    (FRIDA, "next_step", {}),
    (MIA, "open_microphone", {}),
    (FRIDA, "change_time", {"minutes": 5}),
    (FRIDA, "pause_clock", {}),
    (FRIDA, "resume_clock", {}),
    (FRIDA, "next_step", {}),
]


@pytest.mark.parametrize("seed", range(8))
def test_killed_at_any_moment_it_has_kept_whatever_anybody_was_shown(tmp_path: Path, seed: int) -> None:
    """W5, S4, H6: every view that was ever shown is what the log says, and the circle goes on from there."""
    server = ServerProcess(tmp_path).start()
    tokens = server.open_circle()
    rng = random.Random(seed)
    try:
        shown = asyncio.run(meet_until_killed(server, tokens, rng))
        log = kept(tmp_path)
        for seat, texts in shown.items():
            could_be = [as_shown(log[:n], seat) for n in range(1, len(log) + 1)]
            since = 0
            for text in texts:
                view = json.loads(text) | {"version": 0}
                assert view in could_be[since:], f"seed {seed}: shown to {seat}, and not in what is kept: {text}"
                since += could_be[since:].index(view)
        server.start()
        asyncio.run(everybody_back(server, tokens, replay(log).presenter))
    finally:
        server.stop()


def as_shown(log: list[Any], seat: int) -> dict[str, Any]:
    """What this seat would be shown by a circle of these events."""
    shown: dict[str, Any] = json.loads(write(view_for(replay(log), seat, log[-1].at_ms)))
    return shown


async def meet_until_killed(server: ServerProcess, tokens: list[str], rng: random.Random) -> dict[int, list[str]]:
    """Play the script; the plug is pulled somewhere in it. Every view each person was shown."""
    async with AsyncExitStack() as opened:
        pages = {seat: await opened.enter_async_context(client(server.socket_url)) for seat in SEATS}
        for seat, page in pages.items():
            await page.enter(tokens[seat - 1], NAMES[seat])
        moment = rng.uniform(0, len(SCRIPT) * 0.003)
        plug = asyncio.get_running_loop().call_later(moment, server.kill)
        try:
            for seat, kind, fields in SCRIPT:
                newest = max(page.view["version"] for page in pages.values())
                await pages[seat].until(lambda page=pages[seat], newest=newest: page.view["version"] >= newest)
                await pages[seat].ask(kind, **fields)
        except (AssertionError, ConnectionClosed):
            pass  # the line went dead in the middle of asking
        plug.cancel()
        server.kill()
        return {seat: views_of(page) for seat, page in pages.items()}


async def everybody_back(server: ServerProcess, tokens: list[str], presenter: int | None) -> None:
    async with AsyncExitStack() as opened:
        pages: dict[int, Client] = {}
        for seat in SEATS:
            page = await opened.enter_async_context(client(server.socket_url))
            pages[seat] = await page.enter(tokens[seat - 1], NAMES[seat])
        view = pages[FRIDA].view
        assert [(s["number"], s["presence"]) for s in view["seats"]] == [(seat, "here") for seat in SEATS]
        assert [s["number"] for s in view["seats"] if s["role"] == "presenter"] == ([presenter] if presenter else [])
        if view["phase"] in {"sit_back", "reflection"}:
            assert await pages[PIET].refused("open_microphone") == "sitting_back"


def views_of(page: Client) -> list[str]:
    return [text for text in page.heard_texts if json.loads(text)["type"] == "view"]


def kept(folder: Path) -> list[Any]:
    with sqlite3.connect(folder / "data" / "circles.sqlite") as database:
        rows = database.execute("SELECT body FROM events ORDER BY version").fetchall()
    database.close()
    return [event_from_text(body) for (body,) in rows]
