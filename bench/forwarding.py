"""A circle of twelve through our media server, and the same circle through Janus VideoRoom beside it."""

import asyncio

from bench import janus, network, ours
from bench.load import PEOPLE, Meeting
from bench.rounds import compare, measured, title

TALKING = (1, 3)
CPU_RATIOS_MAX = (0.25, 0.45)
"""By how many talk."""

P99_RATIO_MAX = 0.6
CLOSINGS = 20


def main() -> int:
    """Run in a network of its own if that can be had; 1 if a target was missed."""
    return network.run("forwarding")


async def measure(*, host: str, beside_janus: bool) -> int:
    """Measure and print; 1 if a target was missed."""
    print(title("one circle"))
    async with ours.meeting(host) as (meeting, server):
        own = [await measured(f"forwarder, {talking} talking", meeting, talking) for talking in TALKING]
        missed = await _closings(meeting, server)
    if beside_janus:
        async with janus.meeting(host) as meeting:
            theirs = [await measured(f"Janus VideoRoom, {talking} talking", meeting, talking) for talking in TALKING]
        for talking, cpu_max, a, b in zip(TALKING, CPU_RATIOS_MAX, own, theirs, strict=True):
            missed += compare(f"{talking} talking", a, b, cpu_max, P99_RATIO_MAX)
    return min(missed, 1)


async def _closings(meeting: Meeting, server: ours.Server) -> int:
    """Close the gate while three talk; how many packets of voice came after it was closed."""
    everybody = list(range(1, PEOPLE + 1))
    after, last_ms, took_ms = 0, [], []
    meeting.begin(talkers=3)
    for _ in range(CLOSINGS):
        await server.ask("heard", everybody)
        await asyncio.sleep(0.5)
        began_ns, done_ns = await server.ask("heard", [])
        await asyncio.sleep(0.3)
        last_ns = max(person.ear.last_voice_ns for person in meeting.people)
        after += last_ns > done_ns
        last_ms.append((last_ns - began_ns) / 1e6)
        took_ms.append((done_ns - began_ns) / 1e6)
    await meeting.end()
    print(
        f"gate closed {CLOSINGS} times: voice after it {after} times (must be 0); the last voice came "
        f"{max(last_ms):+.2f} ms from the call at the latest; the call took {max(took_ms):.2f} ms at most"
    )
    return after
