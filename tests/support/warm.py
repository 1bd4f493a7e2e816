"""A Python that has imported the server already: each server of a test is a fork of it. To import takes a core 1.5 s.

`fork` is for those who ask. What follows it runs in that Python, which ends with whoever has begun it.
"""

import atexit
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from app.freed_memory import overwriting

ROOT = Path(__file__).parents[2]
OF_THE_INTERPRETER = ("PYTHON", "LD_")
"""What a variable begins with that does something only when Python is started."""

_ONE_AT_A_TIME = threading.Lock()


class Forked:
    """One of its forks, with as much of what `subprocess.Popen` has as tests need."""

    def __init__(self, pid: int, code: Path) -> None:
        self.pid = pid
        self._code = code

    def poll(self) -> int | None:
        return int(self._code.read_text()) if self._code.exists() else None

    def wait(self, timeout: float) -> int:
        deadline = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(f"fork {self.pid}", timeout)
            time.sleep(0.005)
        return code

    def send_signal(self, which: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, which)


def is_warm(command: list[str], environment: Mapping[str, str]) -> bool:
    """Whether this can be a fork: a module of Python's, with nothing that is said to the interpreter itself."""
    own = {name for name, value in environment.items() if os.environ.get(name) != value}
    return command[:2] == [sys.executable, "-m"] and not any(name.startswith(OF_THE_INTERPRETER) for name in own)


def fork(command: list[str], environment: Mapping[str, str], log: Path) -> Forked:
    """Begin `command`, which is `python -m` something, in `environment`. What it prints is added to `log`."""
    code = log.with_name(f"{log.name}.{time.monotonic_ns()}.code")
    asked = {"argv": command[2:], "environment": dict(environment), "log": str(log), "code": str(code)}
    with _ONE_AT_A_TIME:
        warm = _warm()
        assert warm.stdin and warm.stdout
        warm.stdin.write(json.dumps(asked).encode() + b"\n")
        warm.stdin.flush()
        return Forked(int(warm.stdout.readline()), code)


@cache
def _warm() -> subprocess.Popen[bytes]:
    """The one of this process."""
    warm = subprocess.Popen(
        [sys.executable, "-m", "tests.support.warm"],
        cwd=ROOT,
        env=overwriting(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(warm.communicate)
    return warm


def _answer() -> None:
    """Fork for each line that asks, until there are none."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who keep the codes
    for line in sys.stdin.buffer:
        if os.fork() == 0:
            _keep_code(**json.loads(line))


def _keep_code(argv: list[str], environment: dict[str, str], log: str, code: str) -> None:
    """Have a fork do it, tell its number, and write down with which code it ended, as `Popen` gives it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        return _become(argv, environment, log)
    os.write(1, f"{pid}\n".encode())
    ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    new = Path(f"{code}.new")
    new.write_text(str(ended))
    new.replace(code)
    os._exit(0)


def _become(argv: list[str], environment: dict[str, str], log: str) -> None:
    os.environ.clear()
    os.environ.update(overwriting(environment))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    said = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for descriptor in (1, 2):
        os.dup2(said, descriptor)
    sys.argv = argv
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
    runpy.run_module(argv[0], run_name="__main__", alter_sys=True)
    sys.exit()


if __name__ == "__main__":
    importlib.import_module("app.command_line")
    _answer()
