"""A whole meeting at its real pace: eleven peers, and a real page as the twelfth.

It takes ninety minutes, unless BENCH_MINUTES says another number. Server, peers and page are measured each minute; the
table at the end says what was lost, and what grew.
"""

import asyncio
import os
import sys
import tempfile
import time
import urllib.request
from contextlib import AsyncExitStack
from pathlib import Path

from app.media.selection import VOICES_MAX
from bench.evening import Evening, take_seats
from bench.growth import EVERY_S, Sample, minutes_of, print_growth
from bench.load import cpu_s, memory_mb
from bench.page_member import PageMember, page_member
from tests.support.ports import free_port
from tests.support.process import ServerProcess

SEATS = 12
MINUTES = float(os.environ.get("BENCH_MINUTES", "90"))

COUNTED = ("forwarded", "sent", "gated", "held_back", "late", "bad", "excess")
AT_PORT = ("unsent", "timeouts", "strays")


def main() -> int:
    """Hold the meeting and print; 1 if anything was lost or heard that was not to be."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        server = ServerProcess(Path(folder), BALINT_VOICES_MAX=str(VOICES_MAX), BALINT_METRICS_PORT=str(port)).start()
        try:
            return asyncio.run(_hold(server, port))
        finally:
            server.stop()


async def _hold(server: ServerProcess, metrics_port: int) -> int:
    tokens = server.open_circle(seats=SEATS, observers=0, template="two_cases_90")
    async with AsyncExitStack() as opened:
        people = await take_seats(opened, server, tokens[:-1])
        page = await opened.enter_async_context(page_member(server, tokens[-1], SEATS))
        evening = Evening(people, page)
        meeting = asyncio.ensure_future(evening.live(MINUTES))
        samples: list[Sample] = []
        while not meeting.done():
            samples.append(await _sample(server, metrics_port, evening, page))
            print(" ".join(f"{name}={value:.6g}" for name, value in samples[-1].items()), file=sys.stderr, flush=True)
            await asyncio.wait([meeting], timeout=EVERY_S)
        await meeting
        samples.append(await _sample(server, metrics_port, evening, page))
    print_growth(minutes_of(samples))
    return _print_losses(samples[-1], evening, page)


async def _sample(server: ServerProcess, metrics_port: int, evening: Evening, page: PageMember) -> Sample:
    delays_ms = sorted(delay for member in evening.members for delay in member.delays_ms) or [0.0]
    packets = sum(member.packets for member in evening.members)
    for member in evening.members:
        member.forget()
    streams = [stream for member in evening.members for stream in member.streams.values()]
    return {
        "at_s": time.monotonic(),
        "server_cpu_s": cpu_s(server.pid),
        "server_mb": memory_mb(server.pid),
        "peers_packets": packets,
        "lost": sum(stream.lost for stream in streams),
        "again": sum(stream.again for stream in streams),
        "delay_p50_ms": delays_ms[len(delays_ms) // 2],
        "delay_p99_ms": delays_ms[len(delays_ms) * 99 // 100],
        **await asyncio.to_thread(_metrics, metrics_port),
        **await page.sample(),
    }


def _metrics(port: int) -> Sample:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    shown = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    names = {f"balint_voice_{name}_total": name for name in COUNTED} | {
        f"balint_media_{name}_total": name for name in AT_PORT
    }
    return {name: float(shown[full]) for full, name in names.items()}


def _print_losses(last: Sample, evening: Evening, page: PageMember) -> int:
    kept = evening.kept
    print(f"said to peers {kept.said} packets, missed {kept.missed}; sat back {kept.sat_back} times")
    print(f"the silenced sent {kept.tried} packets, {kept.after_gate} came to anybody")
    print(f"the page spoke {kept.page_spoke} times, {kept.page_packets} packets came to everybody")
    print(f"by their numbers at the peers: lost {last['lost']:.0f}, again {last['again']:.0f}")
    print(f"at the page: received {last['page_packets']:.0f}, lost {last['page_lost']:.0f}")
    print("at the server: " + ", ".join(f"{name} {last[name]:.0f}" for name in (*COUNTED, *AT_PORT)))
    print(f"troubles: {kept.troubles or 'none'}; errors of the page: {page.faults or 'none'}")
    wrong = (kept.missed, kept.after_gate, last["lost"], last["again"], last["page_lost"])
    return int(any(wrong) or bool(kept.troubles or page.faults))
