"""`python -m app serve --processes 2` with a Redis of its own: several nodes behind one port."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import redis

from tests.support.ports import free_ports
from tests.support.process import ServerProcess
from tests.support.redis import RedisProcess


class Processes(ServerProcess):
    """The parent, and whichever of its children holds a circle."""

    def __init__(self, folder: Path, count: int = 2, **environment: str) -> None:
        self._redis = RedisProcess(folder / "redis").start()
        ports = {"BALINT_NODE_PORT": str(free_ports(count)), "BALINT_MEDIA_PORT": "0"}
        super().__init__(folder, "--processes", str(count), **{"REDIS_URL": self._redis.url, **ports, **environment})

    def owner(self) -> int:
        """The process that holds the one circle there is."""
        port = self._owner()["address"].rpartition(":")[2]
        [pid] = [pid for pid in self.children if f"BALINT_NODE_PORT={port}".encode() in environment_of(pid)]
        return pid

    def owner_leaves(self) -> bool:
        """Whether that process has been told to stop."""
        return bool(self._owner()["draining"])

    def _owner(self) -> dict[str, Any]:
        with redis.Redis.from_url(self._redis.url, decode_responses=True) as keys:
            [circle] = keys.keys("balint:circle:*:claim")
            status: dict[str, Any] = json.loads(str(keys.get(f"balint:node:{keys.hget(circle, 'node')}")))
        return status

    @property
    def children(self) -> list[int]:
        """Those that serve: a library runs `ldconfig` while it is imported."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [int(pid) for pid in children.split() if b"--listening" in command_of(int(pid))]

    def kill_owner(self) -> None:
        os.kill(self.owner(), signal.SIGKILL)

    def end(self) -> None:
        self.stop()
        self._redis.stop()


def environment_of(pid: int) -> list[bytes]:
    return _told(pid, "environ")


def command_of(pid: int) -> list[bytes]:
    return _told(pid, "cmdline")


def _told(pid: int, what: str) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes().split(b"\0")
    except OSError:
        return []


def state_of(pid: int) -> str:
    """One letter: `R` runs, `S` waits, `Z` has ended and nobody has looked (proc(5)). OSError where there is none."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
