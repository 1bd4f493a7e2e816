"""What Caddy writes down names nobody's address, also where somebody goes in the middle of an answer."""

import socket
import ssl
import struct
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.install.test_acme import runs, until
from tests.install.test_compose import filled
from tests.install.test_settings import DOMAIN, needs, written
from tests.support.authority import issued
from tests.support.namespaces import needs_networks, networks
from tests.support.process import PATIENCE_S

pytestmark = [needs_networks, needs("caddy", "caddy")]
ASKED = f"GET /large HTTP/1.1\r\nHost: {DOMAIN}\r\n\r\n".encode()
RESET = struct.pack("ii", 1, 0)
"""Closed so (SO_LINGER), a connection is not ended but broken off."""


class Large(BaseHTTPRequestHandler):
    """A file that no slow line has got in a moment."""

    gone = threading.Event()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            self.wfile.write(bytes(30_000_000))
        except OSError:
            self.gone.set()


@pytest.mark.parametrize("by", ["make install", "Compose"])
def test_whoever_goes_in_the_middle_of_an_answer_is_not_written_down(tmp_path: Path, by: str) -> None:
    written(tmp_path / "machine")
    installed = (tmp_path / "machine/etc/caddy/Caddyfile").read_text()
    told = {"make install": installed, "Compose": filled()["configs"]["Caddyfile"]["content"]}[by]
    for name, content in zip(("authority.pem", "own.pem"), issued(DOMAIN), strict=True):
        (tmp_path / name).write_bytes(content)
    told = told.replace(f"{DOMAIN} {{", f"{DOMAIN} {{\ntls {tmp_path}/own.pem {tmp_path}/own.pem\n", 1)
    (tmp_path / "Caddyfile").write_text(told.replace("app:8000", "127.0.0.1:8080"))
    Large.gone.clear()
    with networks() as net, ExitStack() as opened:
        server, somebody = net.host(), net.host()
        with server.entered():
            behind = opened.enter_context(HTTPServer(("127.0.0.1", 8080), Large))
        threading.Thread(target=behind.serve_forever, daemon=True).start()
        opened.callback(behind.shutdown)
        with ExitStack() as running:
            file = str(tmp_path / "Caddyfile")
            runs(running, server, tmp_path, ["caddy", "run", "--adapter", "caddyfile", "--config", file])
            log = tmp_path / "caddy.log"
            until(lambda: "serving initial configuration" in log.read_text())
            with somebody.entered():
                plain = socket.create_connection((server.ipv4, 443), timeout=PATIENCE_S)
            trusting = ssl.create_default_context(cafile=tmp_path / "authority.pem")
            with trusting.wrap_socket(plain, server_hostname=DOMAIN) as line:
                line.sendall(ASKED)
                assert b" 200 " in line.recv(100)
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            assert Large.gone.wait(PATIENCE_S)
        assert somebody.ipv4 not in log.read_text()
