"""A server as a process of its own, which can be killed and started again on the same ports and folder."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from app.web.link_key import new_link_key
from tests.support.imported import Forked, can_fork, fork
from tests.support.ports import free_port
from tests.support.server import JSON, tokens_in

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "app"]
PATIENCE_S = 60
"""A machine that is busy takes half a minute to start three servers."""


class ServerProcess:
    """`python -m app serve` on the loopback; `environment` says what is unlike other servers."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.socket_url = f"ws://localhost:{self.port}/ws"
        self._log = folder / "server.log"
        self._command = [*PROGRAM, "serve", *arguments]
        own = {
            "BALINT_PORT": str(self.port),
            "BALINT_MEDIA_HOST": "127.0.0.1",
            "BALINT_MEDIA_PORT": str(free_port(socket.SOCK_DGRAM)),
            "BALINT_DATA_DIR": str(folder / "data"),
            "BALINT_OPENINGS_MAX": "1000",
            "BALINT_VOICES_MAX": "16",  # people who speak without a pause, all at once, show whom the gate lets through
            "BALINT_METRICS_PORT": "0",
        }
        self.environment = os.environ | own | environment
        self._process: subprocess.Popen[bytes] | Forked | None = None

    def start(self) -> "ServerProcess":
        self.launch()
        return self.ready()

    def launch(self) -> None:
        """Start it, and do not wait for it."""
        with self._log.open("ab") as log, Path(os.devnull).open() as nothing:
            if self._command[: len(PROGRAM)] == PROGRAM and can_fork():
                self._process = fork(self._command[len(PROGRAM) :], self.environment, nothing, log, log)
            else:
                self._process = subprocess.Popen(self._command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)

    def ready(self) -> "ServerProcess":
        """Wait until it answers."""
        deadline = time.monotonic() + PATIENCE_S
        while self.health() is None:
            assert self._process and self._process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)
        return self

    def kill(self) -> None:
        """As a power cut would: no goodbye, no flushing."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def freeze(self) -> None:
        """As a paused machine would: everything stands still, and nothing is closed."""
        self.tell(signal.SIGSTOP)

    def wake(self) -> None:
        self.tell(signal.SIGCONT)

    def tell(self, which: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(which)

    def ended(self) -> int:
        """Wait until it has ended by itself; its exit code."""
        assert self._process
        return self._process.wait(PATIENCE_S)

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def health(self) -> dict[str, Any] | None:
        """What it says of itself, draining or not; None where it does not answer."""
        try:
            with urllib.request.urlopen(self.url + "/health", timeout=1) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as refusal:
            with refusal:
                return dict(json.load(refusal)) if refusal.code == 503 else None
        except OSError:
            return None

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
        request = urllib.request.Request(self.url + "/api/circles", json.dumps(asked).encode(), JSON)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return tokens_in(json.load(answer)["invitations"])

    def open_sealed(self, **wishes: Any) -> list[str]:
        """The same of a sealed circle; each with its key, as a link has it after its #."""
        made = new_link_key()
        return [f"{token}~{made.key}" for token in self.open_circle(lock=made.lock, **wishes)]

    def _end(self, how: signal.Signals) -> None:
        if self._process and self.runs:
            self._process.send_signal(how)
            self._process.wait(PATIENCE_S)
        self._process = None
