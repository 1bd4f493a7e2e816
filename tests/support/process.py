"""A server as a process of its own, which can be killed and started again on the same ports and folder."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from tests.support.server import tokens_in

ROOT = Path(__file__).parents[2]
PATIENCE_S = 20


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class ServerProcess:
    """`python -m app serve` on the loopback."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.socket_url = f"ws://localhost:{self.port}/ws"
        self._log = folder / "server.log"
        self._environment = os.environ | {
            "BALINT_PORT": str(self.port),
            "BALINT_MEDIA_HOST": "127.0.0.1",
            "BALINT_MEDIA_PORT": str(free_port(socket.SOCK_DGRAM)),
            "BALINT_DATA_DIR": str(folder / "data"),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "ServerProcess":
        with self._log.open("ab") as log:
            command = [sys.executable, "-m", "app", "serve"]
            self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE_S
        while not self._answers():
            assert self._process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)
        return self

    def kill(self) -> None:
        """As a power cut would: no goodbye, no flushing."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def log(self) -> str:
        return self._log.read_text()

    def open_circle(self, **wishes: Any) -> list[str]:
        """The links' tokens of a new circle of six, as in `scene.ROLES`."""
        asked = {"title": "Tuesday circle", "seats": 6, "facilitators": 2, "observers": 1} | wishes
        request = urllib.request.Request(self.url + "/api/circles", json.dumps(asked).encode())
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return tokens_in(json.load(answer)["invitations"])

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + "/health", timeout=1):
                return True
        except OSError:
            return False

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(PATIENCE_S)
        self._process = None
