"""A whole server under whole clients (`app/client`): 200 circles of twelve that see and ask, and 30 that speak as well.

It fails where a voice is missing, or where the server takes more of a core than it may. Server and clients share this
machine; the CPU and the memory are of the server's process alone.
"""

import asyncio
import resource
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.client.client import Client, joined
from app.client.link import create_circle
from bench.load import PEOPLE, Caller, Meeting, Person, cpu_s, let_few_hear, memory_mb
from tests.support.process import ServerProcess

SILENT_CIRCLES, SOUNDING_CIRCLES = 200, 30
AT_ONCE = 24
"""Clients that enter at the same time, so that the machine is not asked for all handshakes in one second."""
SETTLES_S = 3.0
MEASURED_S = 20.0
ROUNDS = 5
LEADER = 0
LOST_MAX = 0.001
AT_REST_MAX = 0.15
"""Of a core, while 2,400 people are there and nothing is said: half as much again as was measured."""
STEP_S_MAX = 0.015
"""Of the server's CPU, when the leader of twelve steps: about twice what was measured. No client is in it."""
CPU_S_MAX = 0.06
"""A participant and minute, while one in each circle of twelve talks."""


class BareSound:
    """A sound that neither encodes nor decodes: packets of the load, and the times at which they come."""

    def __init__(self) -> None:
        self.caller: Caller | None = None
        self.arriving: asyncio.Future[Any] | None = None

    async def answer(self, offer: dict[str, Any]) -> str:
        """See `Sounds`."""
        await self.close()
        self.caller = Caller(offer["sdp"], "127.0.0.1")
        self.arriving = asyncio.ensure_future(self.caller.arrive())
        return self.caller.answer

    async def close(self) -> None:
        """See `Sounds`."""
        if self.caller:
            self.caller.vanish()


@dataclass
class Circle:
    """The clients of one circle, in the order of their seats."""

    clients: list[Client]

    async def steps(self) -> float:
        """Let the leader press next; seconds until the last of them sees it."""
        leader = self.clients[LEADER]
        step, began = leader.view["step"], time.monotonic()
        back = step > 2
        await leader.ask("go_back" if back else "next_step", seen=step)
        seen = (client.until(lambda c=client: c.view["step"] != step, 60) for client in self.clients)  # type: ignore[misc]
        await asyncio.gather(*seen)
        return time.monotonic() - began


def main() -> int:
    """Measure both and print; 1 if a target was missed."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        at_rest, step_s = asyncio.run(_silent(Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        lost, cpu_s_each = asyncio.run(_sounding(Path(folder)))
    shares = {
        "at rest": at_rest / AT_REST_MAX,
        "CPU a step": step_s / STEP_S_MAX,
        "packets that are missing": lost / LOST_MAX,
        "CPU a participant-minute": cpu_s_each / CPU_S_MAX,
    }
    for what, share in shares.items():
        print(f"of the target, {what}: {share:.2f} (target 1)")
    return int(max(shares.values()) > 1)


async def _silent(folder: Path) -> tuple[float, float]:
    """Without sound. The server's share of a core at rest, and its CPU seconds a step."""
    async with _server(folder) as server, AsyncExitStack() as opened:
        before_mb, began = memory_mb(server.pid), time.monotonic()
        circles = await _circles(server, SILENT_CIRCLES, opened, sound=False)
        people = SILENT_CIRCLES * PEOPLE
        print(f"\n{SILENT_CIRCLES} circles, {people} clients without sound: seated in {time.monotonic() - began:.0f} s")
        await asyncio.sleep(SETTLES_S)
        idle_s = await _cpu_of(server, asyncio.sleep(MEASURED_S))
        each_mb = (memory_mb(server.pid) - before_mb) / people
        spent_s, took_s, delays = await _steps(server, circles)
        print(
            f"at rest: server {100 * idle_s / MEASURED_S:.0f} % of a core, {each_mb:.2f} MB a participant\n"
            f"{len(delays)} steps in {took_s:.0f} s: the last of {PEOPLE} sees it after {_of(delays)}; "
            f"server {1000 * spent_s / len(delays):.1f} ms of CPU a step"
        )
        return idle_s / MEASURED_S, spent_s / len(delays)


async def _steps(server: ServerProcess, circles: Sequence[Circle]) -> tuple[float, float, list[float]]:
    """All circles step `ROUNDS` times, evenly over the time. The server's CPU, how long it took, and each delay."""
    delays: list[float] = []
    between_s = MEASURED_S / len(circles) / ROUNDS

    async def one(circle: Circle, after_s: float) -> None:
        await asyncio.sleep(after_s)
        for _ in range(ROUNDS):
            begun = time.monotonic()
            delays.append(await circle.steps())
            await asyncio.sleep(max(0.0, begun + MEASURED_S / ROUNDS - time.monotonic()))

    began = time.monotonic()
    spent_s = await _cpu_of(server, asyncio.gather(*(one(c, n * between_s) for n, c in enumerate(circles))))
    return spent_s, time.monotonic() - began, delays


async def _sounding(folder: Path) -> tuple[float, float]:
    """With sound. The share of packets that did not arrive, and the server's CPU seconds a participant-minute."""
    async with _server(folder) as server, AsyncExitStack() as opened:
        before_mb, began = memory_mb(server.pid), time.monotonic()
        circles = await _circles(server, SOUNDING_CIRCLES, opened, sound=True)
        callers = [_caller(client) for circle in circles for client in circle.clients]
        print(f"\n{SOUNDING_CIRCLES} circles, {len(callers)} clients with sound: in {time.monotonic() - began:.0f} s")
        people = [Person(caller, caller) for caller in callers]
        let_few_hear(people)
        figures = await Meeting(people, server.pid, before_mb).measure(1, MEASURED_S)
        lost = 1 - figures.packets_out_per_s / (SOUNDING_CIRCLES * (PEOPLE - 1) * 50)
        print(
            f"one talks in each: server {figures.cpu_s_per_participant_minute:.3f} CPU-s a participant-minute "
            f"({100 * figures.cpu_s_per_participant_minute * len(people) / 60:.0f} % of a core), "
            f"{figures.packets_out_per_s:.0f} packets a second reach them ({100 * lost:.1f} % fewer than were due), "
            f"p50 {figures.delay_p50_ms:.2f} ms, p99 {figures.delay_p99_ms:.2f} ms, "
            f"{figures.memory_mb_per_participant:.2f} MB a participant"
        )
        return max(0.0, lost), figures.cpu_s_per_participant_minute


@asynccontextmanager
async def _server(folder: Path) -> AsyncIterator[ServerProcess]:
    more = {"BALINT_SOURCE_CONNECTIONS_MAX": "4000", "BALINT_VOICES_MAX": "4"}
    server = await asyncio.to_thread(ServerProcess(folder, **more).start)
    try:
        yield server
    finally:
        await asyncio.to_thread(server.kill)


async def _circles(server: ServerProcess, count: int, opened: AsyncExitStack, *, sound: bool) -> list[Circle]:
    wishes = {"title": "Tuesday circle", "seats": PEOPLE, "facilitators": 2, "observers": 0}
    circles = [Circle([]) for _ in range(count)]
    created = [await create_circle(server.url, wishes) for _ in circles]
    links = [(circle, made["link"]) for circle, it in zip(circles, created, strict=True) for made in it["invitations"]]
    for at in range(0, len(links), AT_ONCE):
        batch = links[at : at + AT_ONCE]
        clients = await asyncio.gather(*(_enter(opened, link, sound=sound) for _, link in batch))
        for (circle, _), client in zip(batch, clients, strict=True):
            circle.clients.append(client)
    return circles


async def _enter(opened: AsyncExitStack, link: str, *, sound: bool) -> Client:
    client = await opened.enter_async_context(joined(link, "Somebody", BareSound() if sound else None))
    if sound:
        await client.until(lambda: client.view["you"]["sound"] == "connected", 60)
        await client.ask("open_microphone")
    return client


def _caller(client: Client) -> Caller:
    assert isinstance(client.sound, BareSound)
    assert client.sound.caller
    return client.sound.caller


async def _cpu_of(server: ServerProcess, meanwhile: Any) -> float:
    before_s = cpu_s(server.pid)
    await meanwhile
    return cpu_s(server.pid) - before_s


def _of(delays: list[float]) -> str:
    times = sorted(1000 * delay for delay in delays)
    return f"p50 {times[len(times) // 2]:.0f} ms, p99 {times[len(times) * 99 // 100]:.0f} ms"
