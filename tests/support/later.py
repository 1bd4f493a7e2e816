"""A server whose time can be put forward: run as a process of its own (`LaterServer`), it adds what a file says."""

import os
import runpy
import sys
from pathlib import Path

from app.live.clock import SystemClock
from tests.support.process import ServerProcess

MINUTE_MS = 60_000

_now_ms = SystemClock.now_ms


class LaterServer(ServerProcess):
    def __init__(self, folder: Path) -> None:
        self._ahead = folder / "ahead"
        self._ahead.write_text("0")
        super().__init__(folder, AHEAD=str(self._ahead))
        self._command = [sys.executable, "-m", "tests.support.later", "serve"]

    def passes(self, minutes: int) -> None:
        """So many minutes more have passed for it. What is due by then is done within the seconds that follow."""
        ahead_ms = int(self._ahead.read_text()) + minutes * MINUTE_MS
        written = self._ahead.with_suffix(".new")
        written.write_text(str(ahead_ms))
        written.replace(self._ahead)


def _later_ms(clock: SystemClock) -> int:
    return _now_ms(clock) + int(Path(os.environ["AHEAD"]).read_text())


if __name__ == "__main__":
    SystemClock.now_ms = _later_ms  # type: ignore[method-assign,assignment]
    runpy.run_module("app", run_name="__main__", alter_sys=True)
