"""From "next step" to silence: a whole server, twelve people, and a presenter who never stops talking.

Measured from the moment the facilitator's page sends "next step": when the last packet of the presenter's voice
reached any listener's socket, and when the new view reached the last page. The view must not come before the silence.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bench.load import Caller, memory_mb, talk
from tests.support.client import Client, client
from tests.support.process import ServerProcess

SEATS = 12
FRIDA, PIET = 1, 3
TIMES = 30
TALKS_S = 0.4
SETTLES_S = 0.3


class Seated:
    """A page and its sound."""

    def __init__(self, page: Client, caller: Caller) -> None:
        self.page = page
        self.caller = caller


def main() -> int:
    """Measure and print; 1 if a voice passed after the view had come."""
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(Path(folder)).start()
        try:
            return asyncio.run(_measure(server))
        finally:
            server.stop()


async def _measure(server: ServerProcess) -> int:
    tokens = server.open_circle(seats=SEATS, observers=0)
    before_mb = memory_mb(server.pid)
    async with AsyncExitStack() as opened:
        people = {seat: await enter(opened, server, tokens[seat - 1]) for seat in range(1, SEATS + 1)}
        each_mb = (memory_mb(server.pid) - before_mb) / SEATS
        await _come_to_the_questions(people)
        talking = asyncio.ensure_future(talk(people[PIET].caller))
        rounds = [await _sit_back(people) for _ in range(TIMES)]
        talking.cancel()
        for person in people.values():
            person.caller.vanish()
    silences, views = (sorted(values) for values in zip(*rounds, strict=True))
    late = sum(silent > viewed for silent, viewed in rounds)
    print(
        f"\n{SEATS} people, sat back {TIMES} times, from 'next step' sent: last voice of the presenter at a socket "
        f"p50 {silences[TIMES // 2]:.2f} ms, most {silences[-1]:.2f} ms; view at the last page p50 "
        f"{views[TIMES // 2]:.2f} ms, most {views[-1]:.2f} ms; voice after that view {late} times (must be 0)"
    )
    print(f"memory of the whole server: {each_mb:.2f} MB a participant, page, socket and sound")
    return min(late, 1)


async def enter(
    opened: AsyncExitStack, server: ServerProcess, token: str, caller_type: type[Caller] = Caller
) -> Seated:
    """Take a seat, with a socket and sound."""
    page = await opened.enter_async_context(client(server.socket_url))
    await page.enter(token)
    caller = caller_type(page.offer["sdp"], "127.0.0.1")
    await page.send({"type": "answer", "sdp": caller.answer})
    await caller.arrive()
    return Seated(page, caller)


async def _come_to_the_questions(people: dict[int, Seated]) -> None:
    frida, piet = people[FRIDA].page, people[PIET].page
    await _all_see(people, lambda view: len(view["seats"]) == SEATS)
    await piet.ask("offer_case")
    await frida.until(lambda: "name_presenter" in frida.view["seats"][PIET - 1]["can"])
    await frida.ask("name_presenter", seat=PIET)
    await frida.ask("skip_to", step=5)
    await _all_see(people, lambda view: view["phase"] == "clarifying_questions")


async def _sit_back(people: dict[int, Seated]) -> tuple[float, float]:
    """Once: milliseconds until the last voice and until the last view. Afterwards all is as before."""
    frida, piet = people[FRIDA].page, people[PIET].page
    await piet.ask("open_microphone")
    await asyncio.sleep(TALKS_S)
    sent_ns = time.time_ns()
    await frida.send({"type": "ask", "id": 0, "command": {"type": "next_step", "seen": frida.view["step"]}})
    await _all_see(people, lambda view: view["phase"] == "sit_back")
    viewed_ns = time.time_ns()
    await asyncio.sleep(SETTLES_S)
    last_ns = max(person.caller.last_voice_ns for person in people.values())
    await frida.ask("go_back")
    await _all_see(people, lambda view: view["phase"] == "clarifying_questions")
    return (last_ns - sent_ns) / 1e6, (viewed_ns - sent_ns) / 1e6


async def _all_see(people: dict[int, Seated], seen: Callable[[dict[str, Any]], bool]) -> None:
    pages = [person.page for person in people.values()]
    await asyncio.gather(*(page.until(lambda p=page: seen(p.view)) for page in pages))  # type: ignore[misc]


if __name__ == "__main__":
    raise SystemExit(main())
