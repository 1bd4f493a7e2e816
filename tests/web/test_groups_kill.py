"""A real server, or its Redis, that is killed while a group is changed: whatever has been confirmed is kept."""

import asyncio
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import httpx
import pytest

from tests.support.process import PATIENCE_S, ServerProcess
from tests.support.redis import RedisProcess

PEOPLE = [{"name": "Frida", "leads": True}, {"name": "Finn", "leads": True}, {"name": "Mia"}]
BERLIN = ZoneInfo("Europe/Berlin")
COUNTED = {"expected", "enough", "not_agreed"}
"""Of a meeting's part for leaders: somebody who comes to the group changes them in each meeting."""
Killed = Literal["server with SQLite", "server with Redis", "Redis"]


@dataclass
class Machine:
    """A server with its store. `kill` pulls the plug of one of them, `start` puts it in again."""

    server: ServerProcess
    kill: Callable[[], object]
    start: Callable[[], object]


@contextmanager
def machine(folder: Path, killed: Killed) -> Iterator[Machine]:
    redis = RedisProcess(folder / "redis") if "Redis" in killed else None
    server = ServerProcess(folder, **({"BALINT_REDIS_URL": redis.start().url} if redis else {})).start()
    plug = redis if killed == "Redis" and redis else server
    try:
        yield Machine(server, plug.kill, plug.start)
    finally:
        server.stop()
        if redis:
            redis.stop()


@pytest.mark.parametrize("killed", ["server with SQLite", "server with Redis", "Redis"])
def test_killed_at_any_moment_a_group_keeps_whatever_was_confirmed(tmp_path: Path, killed: Killed) -> None:
    """G23: people, dates, absences, answers, minutes that were corrected and confirmed."""
    with machine(tmp_path, killed) as its:
        asyncio.run(play(its, random.Random(killed)))


async def play(its: Machine, rng: random.Random) -> None:
    async with httpx.AsyncClient(base_url=its.server.url, timeout=PATIENCE_S) as http:
        terms = {"quorum": 2, "quarterly_item": True}
        asked = {"name": "Tuesday group", "zone": "Europe/Berlin", "people": PEOPLE, "terms": terms}
        token = (await http.post("/api/groups", json=asked)).json()["links"][0]["link"].partition("#")[2]
        confirmed = await seen(http, token)
        command = {"type": "answer_quarterly", "choice": 1}
        pulled_after = rng.randrange(20, 60)
        try:
            for count in range(1000):
                if count == pulled_after:
                    asyncio.get_running_loop().call_later(rng.uniform(0, 0.02), its.kill)
                body = {"token": token, "seen": confirmed["version"], "command": command}
                answer = await http.post("/api/group/ask", json=body)
                if answer.status_code == 503:
                    break
                assert answer.status_code == 200, (command, answer.text)
                confirmed = answer.json()
                command = wish(confirmed, count, rng)
        except httpx.HTTPError:
            pass
    await asyncio.to_thread(its.start)
    async with httpx.AsyncClient(base_url=its.server.url, timeout=PATIENCE_S) as http:
        finds(await seen(http, token), confirmed, command)


def finds(view: dict[str, Any], confirmed: dict[str, Any], command: dict[str, Any]) -> None:
    """What was confirmed, or one change more, whose answer did not come, with what is forgotten by then."""
    assert view["version"] - confirmed["version"] in {0, 1, 2}
    before, after = facts(confirmed), facts(view)
    changed = {fact for fact in before if after.get(fact) != before[fact]}
    assert changed <= {command.get("meeting"), command.get("person")}
    if view["version"] == confirmed["version"]:
        assert after == before


def facts(view: dict[str, Any]) -> dict[Any, Any]:
    """What is kept of each person and meeting, by number, and of the rest."""
    rest = {each: view[each] for each in ("name", "zone", "terms", "quarterly", "quarters")}
    meetings = {each["number"]: kept(each) for each in view["meetings"]}
    return rest | meetings | {each["number"]: each for each in view["people"]}


def kept(meeting: dict[str, Any]) -> dict[str, Any]:
    """A meeting without what a view counts anew from the hour and from the people of now."""
    leading = {name: value for name, value in meeting["leading"].items() if name not in COUNTED}
    present = [each | {"name": None} for each in leading["present"] or ()]
    return meeting | {"may_enter": None, "leading": leading | {"present": present}}


async def seen(http: httpx.AsyncClient, token: str) -> dict[str, Any]:
    """The group as Frida sees it, as soon as it can be read."""
    async with asyncio.timeout(PATIENCE_S):
        while (answer := await http.post("/api/group", json={"token": token})).status_code != 200:
            assert answer.status_code == 503, answer.text
            await asyncio.sleep(0.05)
    return answer.json()  # type: ignore[no-any-return]


def wish(view: dict[str, Any], count: int, rng: random.Random) -> dict[str, Any]:
    """Something that Frida may ask now."""
    held = [each for each in view["meetings"] if each["held"]]
    coming = [each for each in view["meetings"] if not each["held"] and not each["cancelled"]]
    today = datetime.now(BERLIN)
    day, earlier = today + timedelta(days=2 + count), today - timedelta(days=12, minutes=-20 * count)
    last = view["people"][-1]["number"]
    wishes: list[dict[str, Any]] = [
        {"type": "plan_dates", "first": f"{day:%Y-%m-%d}", "at": "18:00"}
        if len(coming) < 20
        else {"type": "cancel_meeting", "meeting": coming[0]["number"]},
        {"type": "remove_person", "person": last}
        if len(view["people"]) > 10
        else {"type": "add_person", "name": f"Number {count}"},
        {
            "type": "add_in_person",
            "on": f"{earlier:%Y-%m-%d}",
            "at": f"{earlier:%H:%M}",
            "minutes": 15,
            "cases": 1,
            "present": [{"person": 1, "minutes": 15}, {"person": 3, "minutes": count % 15}],
        },
    ]
    if coming:
        one = rng.choice(coming)
        starts = datetime.fromtimestamp(one["starts_ms"] / 1000, UTC).astimezone(BERLIN)
        moved = {"on": f"{starts:%Y-%m-%d}", "at": f"{19 if starts.hour == 18 else 18}:00"}
        wishes.append({"type": "move_meeting", "meeting": one["number"]} | moved)
        wishes.append({"type": "say_coming", "meeting": one["number"], "coming": not one["coming"]})
    if held:
        one = rng.choice(held)
        minutes = [{"person": 3, "minutes": (count + 7) % 15}]
        wishes.append({"type": "correct_meeting", "meeting": one["number"], "minutes": minutes})
        wishes.append({"type": "confirm_meeting", "meeting": one["number"], "vnr": f"276 {count}"})
    return rng.choice(wishes)
