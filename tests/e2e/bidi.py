"""WebDriver BiDi (W3C), as much of it as the tests need: one session in a browser, spoken over its WebSocket."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.e2e.patience import PATIENCE_S


class BiDiError(Exception):
    """The browser could not do what it was asked."""


class BiDi:
    """Raises `BiDiError` for what the browser refuses, and TimeoutError where it does not answer."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.events: list[dict[str, Any]] = []
        self.ask("session.new", capabilities={})

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Have this done; what comes meanwhile is kept in `events`."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv(timeout=PATIENCE_S))).get("id") != number:
            self.events.append(answer)
        if answer["type"] == "error":
            raise BiDiError(f"{method}: {answer['error']}: {answer['message']}")
        return dict(answer["result"])


@contextmanager
def session(url: str) -> Iterator[BiDi]:
    """A session at the address that the browser tells."""
    with connect(f"{url}/session", max_size=None, open_timeout=PATIENCE_S) as socket:
        yield BiDi(socket)
