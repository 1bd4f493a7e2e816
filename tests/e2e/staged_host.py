"""The stage's own internet: a proxy that is the one host there is, so that a state's files come straight from here.

Files of the page are the same in every state, and browsers may keep them.
"""

import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from app.web.page import TYPES, headers_of
from tests.e2e.axe import AXE
from tests.e2e.chromium import PAGE
from tests.support.authority import issued

NOTHING = "/nothing"
"""Where the page is not. Known to `stage.js` too."""
ICON = "/favicon.ico"
"""Chromium itself asks for it where a page names none, as there."""
PAGES = {"/", "/check"}
AXE_PATH = "/axe.js"
"""Where a state has axe-core. The browser keeps it compiled."""
KEPT = "public, max-age=31536000, immutable"
Answer = tuple[int, str, bytes]
"""Status, type and what is answered."""


class StagedHost(ThreadingHTTPServer):
    """`https://name`, and the way to it. `answer` says what depends on the state; None: nothing, ever."""

    daemon_threads = True

    def __init__(self, name: str, answer: Callable[[str, str], Answer | None]) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.name = name
        self._answer = answer
        self._one = Lock()
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with NamedTemporaryFile() as file:
            file.write(issued(name)[1])
            file.flush()
            self._tls.load_cert_chain(file.name)
        Thread(target=self.serve_forever, daemon=True).start()

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def behind_tls(self, connection: Any) -> ssl.SSLSocket:
        return self._tls.wrap_socket(connection, server_side=True)

    def answers(self, path: str, body: str) -> Answer | None:
        """One at a time: what is asked changes the scene."""
        with self._one:
            return self._answer(path, body)

    def close(self) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """A browser that goes ends its connections as it likes."""


class _Asked(BaseHTTPRequestHandler):
    """One connection of the browser."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    server: StagedHost

    def do_CONNECT(self) -> None:
        if self.path != f"{self.server.name}:443":
            self._refuse()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.flush()
        self.request = self.server.behind_tls(self.connection)
        self.setup()
        self.close_connection = False

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not self.path.startswith("/"):
            self._refuse()
        elif path.startswith("/api/") or path == "/stage.json":
            self._answers(path)
        elif found := file_of(path):
            self._says(*found)
        else:
            self._says(404, "text/plain", b"")

    do_POST = do_HEAD = do_PUT = do_DELETE = do_GET

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.request.close()

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _refuse(self) -> None:
        self.close_connection = True
        self.send_error(403)

    def _answers(self, path: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        answer = self.server.answers(path, body)
        if answer:
            self._says(*answer)
        else:
            with suppress(OSError):
                self.rfile.read(1)  # until the browser gives up
            self.close_connection = True

    def _says(self, status: int, kind: str, content: bytes, kept: str = "no-store") -> None:
        self.send_response(status)
        for name, value in (headers() | {"Content-Type": kind, "Cache-Control": kept}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


@cache
def headers() -> dict[str, str]:
    """What a server of this page says with every answer."""
    return dict(headers_of(PAGE.read_bytes()))


@cache
def file_of(path: str) -> tuple[int, str, bytes, str] | None:
    """What there is at this path in every state."""
    if path in {NOTHING, ICON}:
        return 200, "text/html", b"", "no-store"
    if path in PAGES:
        return 200, "text/html", PAGE.read_bytes(), "no-store"
    if path == AXE_PATH:
        return 200, TYPES["js"], AXE.encode(), KEPT
    file = PAGE.parent / Path(path.lstrip("/"))
    return (200, TYPES[file.suffix[1:]], file.read_bytes(), KEPT) if file.is_file() else None
