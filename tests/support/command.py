"""`python -m app ...` that ends by itself: what it says, and its exit code.

Each is a process of its own, forked from one that has imported the program: importing it takes longer than it works.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from tempfile import TemporaryFile

from tests.support.process import PATIENCE_S, ROOT

ASKED_MAX = 1_000_000


def run_to_end(environment: Mapping[str, str], *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """The command of these words, with something said to it."""
    with TemporaryFile("w+") as reads, TemporaryFile("w+") as says, TemporaryFile("w+") as complains:
        reads.write(said)
        reads.seek(0)
        line, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with line, other:
            line.settimeout(PATIENCE_S)
            asked = json.dumps([words, dict(environment)]).encode()
            socket.send_fds(_reader()[0], [asked], [stream.fileno() for stream in (reads, says, complains, other)])
            other.close()
            code = int(line.recv(16))
        says.seek(0)
        complains.seek(0)
        return subprocess.CompletedProcess(words, code, says.read(), complains.read())


@cache
def _reader() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """The line to the process that has imported the program, which ends with the line."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", __name__, str(its.fileno())]
    with its:
        return ours, subprocess.Popen(command, cwd=ROOT, pass_fds=[its.fileno()])


def _serve(line: socket.socket) -> None:
    from app.command_line import main  # here alone: the tests themselves do without

    while (received := socket.recv_fds(line, ASKED_MAX, 4))[0]:
        asked, (*streams, answers), *_ = received
        if not (child := os.fork()):
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
            words, environment = json.loads(asked)
            os.environ.clear()
            os.environ.update(environment)
            sys.argv = ["app", *words]
            sys.exit(main())
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with socket.socket(fileno=answers) as other:
            other.send(str(code).encode())
        for stream in streams:
            os.close(stream)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
