"""WebKitGTK by its own driver (W3C WebDriver over HTTP): one window, without sound."""

import base64
import json
import os
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.patience import PATIENCE_MS, PATIENCE_S, until
from tests.support.ports import free_port

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name by which the standard hands elements over."""
SCREEN = "1280x900x24"
LISTENS_TO_ERRORS = """
    window.faults = [];
    addEventListener('error', (event) => faults.push(event.message));
    addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
"""


@contextmanager
def webkit(folder: Path) -> Iterator["WebKit"]:
    """A window of WebKitGTK on a screen that nobody sees."""
    port = free_port()
    log = (folder / "webkit.log").open("wb")
    screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN], stdout=subprocess.PIPE, stderr=log)
    assert screen.stdout
    with screen.stdout:
        display = screen.stdout.readline().decode().strip()
    own = {"DISPLAY": f":{display}", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "GDK_BACKEND": "x11"}
    driver = subprocess.Popen(
        ["WebKitWebDriver", f"--port={port}"], env=os.environ | own, stdout=log, stderr=log, start_new_session=True
    )
    try:
        window = WebKit(f"http://127.0.0.1:{port}")
        yield window
        window.close()
    finally:
        for process in (driver, screen):
            process.terminate()
            process.wait(PATIENCE_S)
        log.close()


class WebKit:
    """Raises AssertionError, in the driver's words, for what cannot be done."""

    def __init__(self, url: str) -> None:
        self._url = url
        until(self._ready, lambda: "the driver does not answer")
        timeouts = {"timeouts": {"implicit": PATIENCE_MS, "script": PATIENCE_MS}}
        self._session = f"/session/{self._post('/session', capabilities={'alwaysMatch': timeouts})['sessionId']}"

    def open(self, url: str) -> None:
        """Load this anew; from then on errors are noted."""
        for address in ("about:blank", url):
            self._post(f"{self._session}/url", url=address)
        self.evaluate(LISTENS_TO_ERRORS)

    def type(self, selector: str, text: str) -> None:
        self._post(f"{self._element(selector)}/value", text=text)

    def click(self, selector: str) -> None:
        self._post(f"{self._element(selector)}/click")

    def sees(self, selector: str) -> None:
        """Wait until this can be seen."""
        seen = f"return !!document.querySelector({json.dumps(selector)})?.checkVisibility()"
        until(lambda: self.evaluate(seen), lambda: f"{selector}: {self.evaluate('return document.body.innerText')}")

    def evaluate(self, script: str) -> Any:
        return self._post(f"{self._session}/execute/sync", script=script, args=[])

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("GET", f"{self._session}/screenshot"))

    def close(self) -> None:
        self._ask("DELETE", self._session)

    def _ready(self) -> bool:
        try:
            return bool(self._ask("GET", "/status")["ready"])
        except OSError:
            return False

    def _element(self, selector: str) -> str:
        found = self._post(f"{self._session}/element", using="css selector", value=selector)
        return f"{self._session}/element/{found[ELEMENT]}"

    def _post(self, path: str, **body: Any) -> Any:
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._url + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refusal:
            with refusal:
                raise AssertionError(f"{method} {path}: {refusal.read().decode()}") from None
