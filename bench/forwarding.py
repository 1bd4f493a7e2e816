"""A circle of twelve through our media server, and the same circle through Janus VideoRoom beside it.

Janus does not serve loopback interfaces, so both run in a network of their own, made for the purpose with `unshare`;
it vanishes with the process. Without root or without Janus only our own figures are printed.
"""

import asyncio
import os
import platform
import shutil
import statistics
import subprocess
import sys
from dataclasses import astuple, fields
from pathlib import Path

from bench import janus, ours
from bench.load import Figures, Meeting

PEOPLE = 12
TALKING = (1, 3)
SECONDS = 8.0
ROUNDS = 3
"""Each figure is the median of so many rounds: on a shared machine single ones differ by a fifth."""

CLOSINGS = 20
HOST = "192.0.2.1"
"""An address for documentation, so that it can belong to nobody else."""

CPU_RATIO_MAX = 0.45
_INSIDE = "--inside"
_NETWORK = f"""
    ip link set lo up &&
    ip link add balint0 type veth peer name balint1 &&
    ip addr add {HOST}/32 dev balint0 &&
    ip link set balint0 up && ip link set balint1 up &&
    exec "$0" -m bench.forwarding {_INSIDE}
"""


def main() -> int:
    """Run inside a network of its own if that can be had; 1 if a target was missed."""
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("ip"):
        print("Not root, or no unshare and ip: only our own media server is measured.")
        return asyncio.run(_measure(beside_janus=False, host="127.0.0.1"))
    command = ["unshare", "--net", "sh", "-c", _NETWORK, sys.executable]
    return subprocess.run(command, check=False).returncode


async def _measure(*, beside_janus: bool, host: str) -> int:
    print(f"\n{PEOPLE} people, medians of {ROUNDS} rounds of {SECONDS:g} s; {_machine()}")
    print(f"{'':24}" + "".join(f"{_title(f.name):>26}" for f in fields(Figures)))
    async with ours.meeting(host, PEOPLE) as (meeting, server):
        own = await _runs("forwarder", meeting)
        missed = await _closings(meeting, server)
    if beside_janus:
        async with janus.meeting(host, PEOPLE) as meeting:
            theirs = await _runs("Janus VideoRoom", meeting)
        missed += sum(_compare(talking, a, b) for talking, a, b in zip(TALKING, own, theirs, strict=True))
    return min(missed, 1)


async def _runs(name: str, meeting: Meeting) -> list[Figures]:
    measured = []
    for talking in TALKING:
        rounds = [astuple(await meeting.measure(talking, SECONDS)) for _ in range(ROUNDS)]
        measured.append(Figures(*(statistics.median(values) for values in zip(*rounds, strict=True))))
        print(f"{name + f', {talking} talking':24}" + "".join(f"{v:>26.3f}" for v in astuple(measured[-1])))
    return measured


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


def _compare(talking: int, own: Figures, theirs: Figures) -> int:
    """Print the ratios; 1 if a target was missed."""
    cpu = own.cpu_s_per_participant_minute / theirs.cpu_s_per_participant_minute
    p99 = own.delay_p99_ms / theirs.delay_p99_ms
    memory = own.memory_mb_per_participant / theirs.memory_mb_per_participant
    met = cpu <= CPU_RATIO_MAX and p99 <= 1
    print(
        f"ours / Janus, {talking} talking: CPU {cpu:.2f} (target {CPU_RATIO_MAX}), p99 {p99:.2f} (target 1), "
        f"memory {memory:.2f}: {'met' if met else 'MISSED'}"
    )
    return int(not met)


def _title(name: str) -> str:
    return name.replace("_per_", "/").replace("_", " ")


def _machine() -> str:
    info = Path("/proc/cpuinfo").read_text()
    model = next((line.split(": ")[1] for line in info.splitlines() if line.startswith("model name")), "")
    return (
        f"{os.cpu_count()} cores {model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _inside() -> int:
    why_not = janus.missing()
    if why_not:
        print(f"Only our own media server is measured: {why_not}.")
    return asyncio.run(_measure(beside_janus=not why_not, host=HOST))


if __name__ == "__main__":
    sys.exit(_inside() if _INSIDE in sys.argv else main())
