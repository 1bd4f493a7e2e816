"""Whether sound that still comes is ever given up for another: real pages in Chromium, on lines that lose every fifth
datagram one by one or in bursts of three. One person speaks and stops by turns, then nobody says anything.

    python -m bench flicker
    BENCH_MINUTES=10 python -m bench flicker
"""

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.chromium import launch
from tests.e2e.page import PersonsPage
from tests.support.lossy import LossyLines
from tests.support.process import ServerProcess

MINUTES = float(os.environ.get("BENCH_MINUTES", "3"))
LOSS, ROUND_TRIP_MS = 0.2, 40
BURSTS = (0, 3)
TURN_S = 1.5
QUESTIONS = ("ping", "renew_sound")


class Cell:
    """Two people on lines of one kind, and how often the page of whoever listens asked for what."""

    def __init__(self, browser: Browser, server: ServerProcess, lines: LossyLines, burst: int) -> None:
        self.said: Counter[str] = Counter()
        self._lines, self._burst = lines, burst
        tokens = server.open_sealed(seats=2, facilitators=1, observers=0)
        self.speaker, self.listener = (PersonsPage(browser, server.url, token, n) for n, token in enumerate(tokens, 1))
        for person, line in ((self.speaker, lines[2 * bool(burst)]), (self.listener, lines[2 * bool(burst) + 1])):
            person.page.add_init_script(line.script)
            person.page.on("websocket", lambda socket: socket.on("framesent", self._note))
            person.join(f"Person {person.seat}", microphone=person is self.speaker)
        self.speaks = True

    def worsen(self) -> None:
        for seat in (0, 1):
            self._lines[2 * bool(self._burst) + seat].worsen(LOSS, self._burst, ROUND_TRIP_MS, seed=seat)
        self.said.clear()

    def turn(self) -> None:
        """Speak after a silence, or be silent."""
        self.speaker.press("Close my microphone" if self.speaks else "Open my microphone")
        self.speaks = not self.speaks

    def hush(self) -> None:
        """Have nobody say anything."""
        if self.speaks:
            self.turn()
        self.speaker.has_voice("closed_by_person")

    def _note(self, frame: str | bytes) -> None:
        self.said.update(kind for kind in QUESTIONS if f'"{kind}"' in str(frame))


def main() -> int:
    """Measure and print; 1 if any sound was renewed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = ServerProcess(Path(folder), BALINT_OPEN_TO_ALL="1").start()
        try:
            with LossyLines(int(server.environment["BALINT_MEDIA_PORT"]), 2 * len(BURSTS)) as lines:
                browser = launch(playwright)
                cells = {burst: Cell(browser, server, lines, burst) for burst in BURSTS}
                return max(_by_turns(cells, speaks) for speaks in (True, False))
        finally:
            server.stop()


def _by_turns(cells: dict[int, Cell], speaks: bool) -> int:
    for cell in cells.values():
        if not speaks:
            cell.hush()
        cell.worsen()
    until = time.monotonic() + MINUTES * 60 / 2
    while time.monotonic() < until:
        for cell in cells.values():
            if speaks:
                cell.turn()
            cell.speaker.page.wait_for_timeout(TURN_S * 1000 / len(cells))
    for burst, cell in cells.items():
        asked, renewed = (cell.said[kind] for kind in QUESTIONS)
        print(
            f"{'speech by turns' if speaks else 'silence':16} {'bursts of 3' if burst else 'one by one':12} "
            f"{MINUTES / 2:.1f} min: two pages asked {asked} times, renewed {renewed} (none allowed)",
            flush=True,
        )
    return int(any(cell.said["renew_sound"] for cell in cells.values()))


if __name__ == "__main__":
    sys.exit(main())
