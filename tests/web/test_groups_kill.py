"""A real server that is killed while a group is changed: whatever it has confirmed is kept."""

import asyncio
import random
import re
from pathlib import Path

import httpx
import pytest

from tests.support.process import ServerProcess

PEOPLE = [{"name": "Frida", "leads": True}, {"name": "Finn", "leads": True}, {"name": "Mia"}]


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_moment_a_group_keeps_whatever_was_confirmed(tmp_path: Path, seed: int) -> None:
    """G23"""
    server = ServerProcess(tmp_path).start()
    try:
        confirmed, token = asyncio.run(changed_until_killed(server, random.Random(seed)))
        server.start()
        asyncio.run(finds(server, token, confirmed))
    finally:
        server.stop()


async def changed_until_killed(server: ServerProcess, rng: random.Random) -> tuple[list[str], str]:
    """Frida adds and removes people without a pause. The names that the last answer had, and her token."""
    async with httpx.AsyncClient(base_url=server.url) as http:
        asked = {"name": "Tuesday group", "zone": "Europe/Berlin", "people": PEOPLE}
        opened = (await http.post("/api/groups", json=asked)).json()
        token = opened["links"][0]["link"].partition("#")[2]
        view = (await http.post("/api/group", json={"token": token})).json()
        killing = asyncio.get_running_loop().call_later(rng.uniform(0.05, 0.4), server.kill)
        try:
            for count in range(1000):
                last = view["people"][-1]
                command = (
                    {"type": "remove_person", "person": last["number"]}
                    if len(view["people"]) > 10
                    else {"type": "add_person", "name": f"Number {count}"}
                )
                body = {"token": token, "seen": view["version"], "command": command}
                answer = await http.post("/api/group/ask", json=body)
                assert answer.status_code == 200, answer.text
                view = answer.json()
        except httpx.HTTPError:
            pass
        finally:
            killing.cancel()
    return [person["name"] for person in view["people"]], token


async def finds(server: ServerProcess, token: str, confirmed: list[str]) -> None:
    """What was confirmed, or one change more, whose answer did not come any more."""
    async with httpx.AsyncClient(base_url=server.url) as http:
        view = (await http.post("/api/group", json={"token": token})).json()
    names = [person["name"] for person in view["people"]]
    assert names[: len(confirmed)] == confirmed or names == confirmed[:-1]
    assert len(names) <= len(confirmed) + 1
    assert all(re.fullmatch(r"Number \d+", name) for name in names[3:])
