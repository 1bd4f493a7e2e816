"""A whole meeting at its real pace: eleven peers, and a real page as the twelfth.

It takes ninety minutes, unless BENCH_MINUTES says another number. Server, peers and page are measured each minute; the
table at the end says what was lost, and what grew.
"""

import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
import urllib.request
from contextlib import AsyncExitStack
from pathlib import Path

from app.media.selection import VOICES_MAX
from bench.evening import Evening, take_seats
from bench.load import cpu_s, memory_mb
from bench.page_member import PageMember, page_member
from tests.support.process import ServerProcess, free_port

SEATS = 12
MINUTES = float(os.environ.get("BENCH_MINUTES", "90"))
EVERY_S = 60.0
COMPARED = 10
"""So many minutes at the beginning are compared with as many at the end."""

COUNTED = ("forwarded", "sent", "gated", "held_back", "late", "bad", "excess")
AT_PORT = ("unsent", "timeouts", "strays")

Sample = dict[str, float]


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
    _print_table(_minutes(samples))
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


def _minutes(samples: list[Sample]) -> list[Sample]:
    """What is reported of each minute: rates of what is counted, and what all else was at its end."""
    minutes: list[Sample] = []
    for before, after in itertools.pairwise(samples):
        lasted_s = after["at_s"] - before["at_s"]
        if lasted_s < EVERY_S / 2 and minutes:
            continue  # the rest of the last minute
        change = {name: after[name] - before[name] for name in after}
        minutes.append(
            {
                "server: CPU, % of a core": 100 * change["server_cpu_s"] / lasted_s,
                "server: memory, MB": after["server_mb"],
                "server: packets in a second, forwarded": change["forwarded"] / lasted_s,
                "server: packets out a second": change["sent"] / lasted_s,
                "forwarding, p50 ms": after["delay_p50_ms"],
                "forwarding, p99 ms": after["delay_p99_ms"],
                "page: heap after collection, kB": after["heap_kb"],
                "page: nodes of the document": after["nodes"],
                "page: listeners": after["listeners"],
                "page: memory of its process, MB": after["page_mb"],
                "page: CPU, % of a core": 100 * change["page_cpu_s"] / lasted_s,
                "page: samples concealed, %": 100 * change["page_concealed"] / max(1, change["page_samples"]),
            }
        )
    return minutes


def _print_table(minutes: list[Sample]) -> None:
    compared = min(COMPARED, max(1, len(minutes) // 2))
    print(
        f"\n{SEATS} people, one of them a page in Chromium, {len(minutes)} minutes; {compared} against {compared};"
        " the slope is that of all but the first"
    )
    print(f"{'':42}{'first':>10}{'last':>10}{'an hour':>10}")
    for name in minutes[0]:
        values = [minute[name] for minute in minutes]
        first, final = (statistics.mean(part) for part in (values[:compared], values[-compared:]))
        print(f"{name:42}{first:10.2f}{final:10.2f}{_an_hour(values[compared:]):10.2f}")


def _an_hour(values: list[float]) -> float:
    """By how much they grow."""
    if len(values) < 2:
        return 0.0
    return statistics.linear_regression(range(len(values)), values).slope * 3600 / EVERY_S


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
