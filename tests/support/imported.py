"""Processes of `python -m app ...`, forked from one that has imported the program: that takes longer than its start."""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any

from app.freed_memory import overwriting

ASKED_MAX = 1_000_000
FORKS_WITHIN_S = 60
"""How long the import may take on a machine that is busy."""


def _network() -> int:
    """Of the thread that asks: a test may have it in a network of its own (`namespaces.py`)."""
    return Path("/proc/thread-self/ns/net").stat().st_ino


_OWN_NETWORK = _network()


def can_fork() -> bool:
    """Whether what is forked would be in the network of whoever asks."""
    return _network() == _OWN_NETWORK


class Forked:
    """One of them, used as a `subprocess.Popen` is."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._code: int | None = None
        line.settimeout(FORKS_WITHIN_S)
        self.pid = _number(line)

    def poll(self) -> int | None:
        """Its exit code once it has ended, and None before."""
        try:
            return self.wait(0)
        except BlockingIOError:
            return None

    def wait(self, timeout_s: float) -> int:
        """The same, once it has. Raises `TimeoutError`."""
        if self._code is None:
            self._line.settimeout(timeout_s)
            self._code = _number(self._line)
            self._line.close()
        return self._code

    def send_signal(self, which: signal.Signals) -> None:
        if self.poll() is None:
            os.kill(self.pid, which)


def fork(words: Sequence[str], environment: Mapping[str, str], *streams: IO[Any]) -> Forked:
    """Begin `python -m app` with these words; `streams` are what it reads, what it says and what it complains."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    asked = json.dumps([words, dict(environment)]).encode()
    with its:
        socket.send_fds(_importer()[0], [asked], [its.fileno(), *(stream.fileno() for stream in streams)])
    return Forked(ours)


@cache
def _importer() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """The line to the process that has imported the program, which ends with the line."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", __name__, str(its.fileno())]
    root = Path(__file__).parents[2]
    with its:
        return ours, subprocess.Popen(command, cwd=root, env=overwriting(os.environ), pass_fds=[its.fileno()])


def _number(line: socket.socket) -> int:
    return int(line.recv(16))


def _forks(line: socket.socket) -> None:
    """Whatever is asked for, each watched by a process that tells its number and its exit code."""
    from app.command_line import main  # here alone: the tests themselves do without

    gc.collect()
    gc.freeze()  # whoever looks for garbage in what is shared would copy all of it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who has watched is waited for by nobody
    while (received := socket.recv_fds(line, ASKED_MAX, 4))[0]:
        asked, (teller, *streams), *_ = received
        if not os.fork():
            line.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            if child := os.fork():
                _watch(child, teller)
            os.close(teller)
            words, environment = json.loads(asked)
            _become(words, environment, streams)
            sys.exit(main())
        for each in (teller, *streams):
            os.close(each)


def _watch(child: int, teller: int) -> None:
    """Until it has ended, and longer than whoever has asked for it, if need be."""
    with socket.socket(fileno=teller) as line:
        line.send(str(child).encode())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        line.send(str(code).encode())
    os._exit(0)


def _become(words: list[str], environment: dict[str, str], streams: list[int]) -> None:
    """What a process of its own would find when it begins."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = ["app", *words]


if __name__ == "__main__":
    _forks(socket.socket(fileno=int(sys.argv[1])))
