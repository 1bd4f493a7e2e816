"""HAProxy with the very configuration that is shipped, before nodes on the loopback, with an authority of its own."""

import asyncio
import json
import os
import signal
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.authority import issued
from tests.support.installation import Node
from tests.support.ports import free_port
from tests.support.process import PATIENCE_S, ROOT
from tests.support.server import JSON, tokens_in

PAGE_NAME, TURN_NAME = "circle.test", "turn.circle.test"
LOADED = "Loading success"
NAMES = ("localhost", PAGE_NAME, TURN_NAME)


class Balancer:
    """Where browsers come to. `log` is what it writes down; `environment` says what is unlike other balancers."""

    def __init__(self, folder: Path, node_ports: list[int], **environment: str) -> None:
        self.authority, self._log = folder / "authority.pem", folder / "haproxy.log"
        certificate = folder / "certificate.pem"
        for file, content in zip((self.authority, certificate), issued(*NAMES), strict=True):
            file.write_bytes(content)
        self.https, self.http = free_port(), free_port()
        addresses = [f"127.0.0.1:{port}" for port in node_ports] + ["127.0.0.1:1"] * 3
        own = {
            "CERTIFICATES": str(certificate),
            "HTTPS_AT": f"127.0.0.1:{self.https}",
            "HTTP_AT": f"127.0.0.1:{self.http}",
            "PAGE_WITHIN": f"abns@page-{self.https}",
            "TURN_WITHIN": f"abns@turn-{self.https}",
            "TURN_NAME": TURN_NAME,
        }
        self._environment = own | {f"NODE_{number}": addresses[number - 1] for number in (1, 2, 3)} | environment
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def socket_url(self) -> str:
        return f"wss://localhost:{self.https}/ws"

    @property
    def url(self) -> str:
        return f"https://localhost:{self.https}"

    @property
    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.authority)

    @property
    def log(self) -> str:
        return self._log.read_text()

    def start(self) -> None:
        command = ["haproxy", "-W", "-db", "-f", str(ROOT / "deploy" / "haproxy.cfg")]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, env=os.environ | self._environment, stdout=log, stderr=log)

    def ready(self) -> "Balancer":
        """Wait until it takes connections."""
        deadline = time.monotonic() + PATIENCE_S
        while "worker" not in self.log:
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)
        return self

    def reload(self) -> None:
        """Have it read its configuration anew, and wait until it has."""
        assert self._process
        before, deadline = self.log.count(LOADED), time.monotonic() + PATIENCE_S
        self._process.send_signal(signal.SIGUSR2)
        while self.log.count(LOADED) == before:
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)

    def stop(self) -> None:
        assert self._process
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    def open_circle(self) -> list[str]:
        asked = {"title": "Tuesday circle", "seats": 6, "facilitators": 2, "observers": 1}
        request = urllib.request.Request(f"{self.url}/api/circles", json.dumps(asked).encode(), JSON)
        with urllib.request.urlopen(request, context=self.trust, timeout=PATIENCE_S) as answer:
            return tokens_in(json.load(answer)["invitations"])

    def status(self, path: str) -> int:
        """What it answers a plain request with."""
        try:
            with urllib.request.urlopen(self.url + path, context=self.trust, timeout=PATIENCE_S) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code


@asynccontextmanager
async def balanced(folder: Path, nodes: list[Node], **environment: str) -> AsyncIterator[Balancer]:
    balancer = Balancer(folder, [node.port for node in nodes], **environment)
    balancer.start()
    try:
        yield await asyncio.to_thread(balancer.ready)
    finally:
        await asyncio.to_thread(balancer.stop)
