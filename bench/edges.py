"""Hearing at its edges, in Chromium: from mouth to ear, the floor opening and closing, and joining.

Piet, the presenter, and Mia, a member, speak without a pause; what they say tells when it was said (`ears.js`). Frida
presses the buttons of the meeting, and everybody writes down what they hear. What is measured begins with the voice in
the speaker's page and ends where the listener's page gets it to play; microphones and loudspeakers have their own
delays, which no page can see.
"""

import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.ears import AUDIBLE, LEVEL, LOW_HZ, PERIOD_S, RISE_HZ_PER_S, Block, Window, clear
from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MAX, MIA, NAMES, PIET

ROUNDS = 10
JOINS = 10
TALKS_S = 8.0
SETTLES_S = 0.7
"""Between one edge and the next."""

MOUTH_TO_EAR_MS, CLOSED_MS, OPENED_MS, JOINED_MS = 75, 200, 150, 400
CORNER = LEVEL * (2 * math.pi * (LOW_HZ + RISE_HZ_PER_S * PERIOD_S) / 48_000) ** 2
"""The sharpest of the voice itself: by how much one sample departs from the line through the two before it."""

CORNER_MAX = 4
"""A corner so many times as sharp as the sharpest of the voice itself would be a click; cut off hard it has 70."""


class Hearing(Meeting):
    """A meeting in windows that write down what they hear."""

    def __getitem__(self, seat: int) -> Window:
        """The window of this seat."""
        window = self.pages[seat]
        assert isinstance(window, Window)
        return window


def main() -> int:
    """Measure and print; 1 if a target was missed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = ServerProcess(Path(folder)).start()
        browser = launch(playwright)
        try:
            with _meeting(browser, server) as m:
                return max(_talking(m), _edges(m), _joining(m, browser, server))
        finally:
            browser.close()
            server.stop()


@contextmanager
def _meeting(browser: Browser, server: ServerProcess) -> Iterator[Hearing]:
    m = Hearing(server.open_circle(), {})
    for seat in (FRIDA, PIET, MIA, MAX):
        m.pages[seat] = Window(browser, server.url, m.tokens[seat - 1], seat)
        m[seat].join(NAMES[seat], microphone=seat in (PIET, MIA))
    m.until("call_for_case")
    m.make_presenter()
    m.next("presentation")
    m.next("clarifying_questions")
    yield m
    for page in m.pages.values():
        page.close()


def _talking(m: Hearing) -> int:
    """From mouth to ear, while two talk."""
    time.sleep(3)
    since_ms = time.time() * 1000
    time.sleep(TALKS_S)
    ages_ms = []
    for speaker in (PIET, MIA):
        began_ms = m[speaker].began_ms()
        for listener in m.pages.keys() - {speaker}:
            ages_ms += [block.age_ms(began_ms) for block in clear(m[listener].heard(speaker, since_ms))]
    return _print("from mouth to ear", ages_ms, MOUTH_TO_EAR_MS, statistics.median)


class Edges:
    """What the edges of one kind came to: how long after the click, how old the first sound, how sharp a corner."""

    def __init__(self, m: Hearing) -> None:
        self._m = m
        self.after_ms: list[float] = []
        self.early_ms: list[float] = []
        self.corners: list[float] = []

    def closes(self, speaker: int, clicked_ms: float) -> None:
        """Note when a voice that is cut off was last heard by each of the others."""
        time.sleep(SETTLES_S)
        for heard in self._heard(speaker, clicked_ms):
            self.after_ms.append(max((b.at_ms - clicked_ms for b in heard if b.loudness > AUDIBLE), default=0.0))

    def opens(self, speaker: int, clicked_ms: float) -> None:
        """Note when a voice that opens was first heard by each of the others, and when that had been said."""
        time.sleep(SETTLES_S)
        began_ms = self._m[speaker].began_ms()
        for heard in self._heard(speaker, clicked_ms):
            audible = [block for block in heard if block.loudness > AUDIBLE]
            self.after_ms.append(audible[0].at_ms - clicked_ms)
            self.early_ms.append(max(clicked_ms - b.at_ms + b.age_ms(began_ms) for b in clear(audible[:15])))

    def _heard(self, speaker: int, clicked_ms: float) -> Iterator[list[Block]]:
        for listener in self._m.pages.keys() - {speaker}:
            heard = self._m[listener].heard(speaker, clicked_ms)
            self.corners.append(max(block.corner for block in heard) / CORNER)
            yield heard


def _edges(m: Hearing) -> int:
    """The floor opens and closes; the presenter sits back; a person's own hand opens and closes."""
    floor_closes, floor_opens, sits_back, hand_opens, hand_closes = (Edges(m) for _ in range(5))
    for _ in range(ROUNDS):
        floor_closes.closes(MIA, m[FRIDA].clicks("Back to Presentation"))
        floor_opens.opens(MIA, m[FRIDA].clicks("Next: Clarifying questions"))
        sits_back.closes(PIET, m[FRIDA].clicks("Next: Sit back"))
        m[FRIDA].press("Back to Clarifying questions")
        m[PIET].has_voice("closed_by_person")
        time.sleep(SETTLES_S)
        hand_opens.opens(PIET, m[PIET].clicks("Open my microphone"))
        hand_closes.closes(PIET, m[PIET].clicks("Close my microphone"))
        hand_opens.opens(PIET, m[PIET].clicks("Open my microphone"))
    closing = {"the floor closes": floor_closes, "the presenter sits back": sits_back, "closed by hand": hand_closes}
    opening = {"the floor opens": floor_opens, "opened by hand": hand_opens}
    missed = [_print(f"{what}, last heard", edges.after_ms, CLOSED_MS, max) for what, edges in closing.items()]
    for what, edges in opening.items():
        missed.append(_print(f"{what}, first heard", edges.after_ms, OPENED_MS, statistics.median))
        missed.append(_print(f"{what}, said before the click", edges.early_ms, 0, max))
    for what, edges in (closing | opening).items():
        missed.append(_print(f"{what}, sharpest corner", edges.corners, CORNER_MAX, max, "times the voice's own"))
    return max(missed)


def _joining(m: Hearing, browser: Browser, server: ServerProcess) -> int:
    """From the click on "Join" to the first sound of somebody who is talking."""
    joined_ms = []
    for _ in range(JOINS):
        m[MAX].press("Leave")
        m[MAX].page.get_by_role("heading", name="You have left the circle").wait_for()
        m.pages.pop(MAX).close()
        max_ = m.pages[MAX] = Window(browser, server.url, m.tokens[MAX - 1], MAX)
        max_.knock(NAMES[MAX])
        max_.connected()
        time.sleep(SETTLES_S)
        clicked_ms = max_.clicked_ms
        heard_ms = next(block.at_ms for block in max_.heard(PIET, clicked_ms) if block.loudness > AUDIBLE)
        played_ms = max_.page.evaluate("seat => ears.played[seat]", PIET)
        joined_ms.append(max(heard_ms, played_ms) - clicked_ms)
    return _print("from joining to hearing", joined_ms, JOINED_MS, statistics.median)


def _print(
    what: str, values: list[float], limit: float, judged: Callable[[list[float]], float], unit: str = "ms"
) -> int:
    """Print one line; 1 if a target was missed."""
    met = judged(values) <= limit
    print(
        f"{what:44} p50 {statistics.median(values):6.1f}, most {max(values):6.1f} {unit}, of {len(values)} "
        f"({judged.__name__} to reach: {limit:g}): {'met' if met else 'MISSED'}",
        flush=True,
    )
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
