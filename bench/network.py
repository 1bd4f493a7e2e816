"""A network for measurements beside Janus, which does not serve loopback interfaces.

It is made for the purpose with `unshare` and vanishes with the process. Without root or without Janus a benchmark
measures only our own media server.
"""

import os
import platform
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import uvloop

from bench import janus

HOST = "192.0.2.1"
"""An address for documentation, so that it can belong to nobody else."""

_SETUP = f"""
    ip link set lo up &&
    ip link add balint0 type veth peer name balint1 &&
    ip addr add {HOST}/32 dev balint0 &&
    ip link set balint0 up && ip link set balint1 up &&
    exec "$0" -m bench.network "$1"
"""


def run(benchmark: str) -> int:
    """Run `measure(host=..., beside_janus=...)` of a module of `bench` in that network; 1 if a target was missed."""
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("ip"):
        print("Not root, or no unshare and ip: only our own media server is measured.")
        return _measure(benchmark, "127.0.0.1", beside_janus=False)
    return subprocess.run(["unshare", "--net", "sh", "-c", _SETUP, sys.executable, benchmark], check=False).returncode


def machine() -> str:
    """Name the processor, the system and Python."""
    info = Path("/proc/cpuinfo").read_text()
    model = next((line.split(": ")[1] for line in info.splitlines() if line.startswith("model name")), "")
    return (
        f"{os.cpu_count()} cores {model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def _measure(benchmark: str, host: str, *, beside_janus: bool) -> int:
    measure = import_module(f"bench.{benchmark}").measure
    missed: int = uvloop.run(measure(host=host, beside_janus=beside_janus))
    return missed


def _inside(benchmark: str) -> int:
    why_not = janus.missing()
    if why_not:
        print(f"Only our own media server is measured: {why_not}.")
    return _measure(benchmark, HOST, beside_janus=not why_not)


if __name__ == "__main__":
    sys.exit(_inside(sys.argv[1]))
