"""What sealing costs in a page: a real page in a circle of twelve who all speak at once, sealed and not, by turns.

Nobody makes a pause. Once the server sends on all, so that the page opens 550 frames a second and seals 50, and once
as many as it usually does. Only what the browser spends is counted: server and people are the same for both, and what
the others say has been sealed before.
"""

import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, cast

from playwright.async_api import Browser, CDPSession, Page

from app.media.selection import VOICES_MAX
from bench.member import VOICE, Member
from bench.page import chromium, seated
from bench.page_member import NOTES_CONNECTIONS
from bench.sitting_back import Seated, enter
from bench.voice import FRAME_S, LEVEL
from tests.support.process import ServerProcess
from tests.support.sframe import CircleKey, SealedVoice

OTHERS = 11
EVERYBODY = OTHERS + 1
TALKS_S = 120.0
ROUNDS = 3
SETTLES_S = 3.0
MEASURED_S = 8.0
CORE_PERCENT_MAX, DELAY_MS_MAX = 5.0, 5.0
"""What sealing may cost, to reach: of CPU; in the worker, and from packet to sound."""

TIMES = (Path(__file__).parent / "worker-times.js").read_text()
WAITS = """async () => {
  const all = [...(await connections.at(-1).getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
  const names = ['totalProcessingDelay', 'jitterBufferEmittedCount', 'concealmentEvents', 'packetsReceived'];
  return names.map((name) => all.reduce((total, entry) => total + (entry[name] ?? 0), 0));
}"""
"""How long what came has waited in this page until it was played, in seconds of all samples."""
ASKS = """async () => {
  frameTimes = null;
  workers.at(-1).postMessage('times');
  while (!frameTimes) await new Promise((again) => setTimeout(again, 50));
  return frameTimes;
}"""
"""How long each frame since the last time has been in the worker, in milliseconds."""


class Talker(Member):
    """Speaks without a pause; sealed where there is a key."""

    _says: list[bytes]
    _level: int | None

    def prepare(self, key: CircleKey | None, seat: int) -> None:
        """Work that is not to be done beside the page."""
        voice = SealedVoice(key, seat) if key else None
        sounds = itertools.islice(itertools.cycle(VOICE), round(TALKS_S / FRAME_S))
        self._says = [voice.seal(sound) if voice else sound for sound in sounds]
        self._level = None if voice else LEVEL

    async def talk(self) -> None:
        due = time.monotonic()
        for frame in self._says:
            self._send_frame(frame, self._level, due)
            due += FRAME_S
            await asyncio.sleep(max(0.0, due - time.monotonic()))


def main() -> int:
    """Measure and print; 1 if sealing costs more than it may."""
    return max(_with(voices_max) for voices_max in (EVERYBODY, VOICES_MAX))


def _with(voices_max: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(Path(folder), BALINT_VOICES_MAX=str(voices_max)).start()
        try:
            return asyncio.run(_measure(server, voices_max))
        finally:
            server.stop()


async def _measure(server: ServerProcess, voices: int) -> int:
    costs: dict[bool, list[tuple[float, ...]]] = {True: [], False: []}
    async with chromium() as browser:
        for _, sealed in itertools.product(range(ROUNDS), (False, True)):
            key = CircleKey.new() if sealed else None
            costs[sealed].append(await _cost(browser, server, key, voices))
        times_ms = sorted(await _times_ms(browser, server))
    clear, seals = ([statistics.median(each) for each in zip(*costs[way], strict=True)] for way in (False, True))
    percent, later_ms, delay_ms = seals[0] - clear[0], seals[2] - clear[2], times_ms[len(times_ms) // 2]
    print(
        f"\na page that speaks and hears {min(voices, OTHERS)} voices at once, medians of {ROUNDS} rounds of "
        f"{MEASURED_S:g} s: its process {clear[0]:.1f} % of a core, sealed {seals[0]:.1f} (+{percent:.1f}, "
        f"ratio {seals[0] / clear[0]:.2f}); "
        f"all of the browser {clear[1]:.1f} and {seals[1]:.1f}. {len(times_ms)} frames were in the worker for "
        f"{delay_ms:.2f} ms (median), {times_ms[len(times_ms) * 99 // 100]:.2f} (99 %); from packet to "
        f"sound {clear[2]:.0f} ms and {seals[2]:.0f} ({later_ms:+.0f}); concealments {clear[3]:.0f} and {seals[3]:.0f}",
        flush=True,
    )
    return int(percent > CORE_PERCENT_MAX or max(delay_ms, later_ms) > DELAY_MS_MAX)


async def _cost(browser: Browser, server: ServerProcess, key: CircleKey | None, voices: int) -> tuple[float, ...]:
    async with _page(browser, server, key, NOTES_CONNECTIONS) as page:
        whole, found = await browser.new_browser_cdp_session(), []
        for pause_s in (0.0, MEASURED_S):
            await asyncio.sleep(pause_s)
            found.append((time.monotonic(), *await _spent(whole), *cast(list[float], await page.evaluate(WAITS))))
    lasted, renderer, all_, waited, samples, concealed, packets = (b - a for a, b in zip(*found, strict=True))
    assert packets > 0.5 * voices * lasted / FRAME_S, f"only {packets} packets came"
    return 100 * renderer / lasted, 100 * all_ / lasted, 1000 * waited / samples, concealed


@asynccontextmanager
async def _page(
    browser: Browser, server: ServerProcess, key: CircleKey | None, script: str, **context: Any
) -> AsyncIterator[Page]:
    """A page among twelve who talk, once it has settled."""
    lock = {"lock": key.lock} if key else {}
    tokens = server.open_circle(seats=OTHERS + 1, observers=0, **lock)
    async with AsyncExitStack() as opened:
        others = [await enter(opened, server, token, Talker) for token in tokens[:OTHERS]]
        for seat, other in enumerate(others, start=1):
            cast(Talker, other.caller).prepare(key, seat)
        talking = [asyncio.ensure_future(_talks(other)) for other in others]
        link = f"{server.url}/#{tokens[OTHERS]}" + (f"~{key.written}" if key else "")
        page = await seated(browser, link, speaks=True, script=script, **context)
        await asyncio.sleep(SETTLES_S)
        yield page
        for task in talking:
            task.cancel()
        await page.context.close()
        for other in others:
            other.caller.vanish()


async def _times_ms(browser: Browser, server: ServerProcess) -> list[float]:
    """How long frames are in the worker, all of a few seconds."""
    key = CircleKey.new()
    async with _page(browser, server, key, NOTES_CONNECTIONS + TIMES, bypass_csp=True) as page:
        for pause_s in (0.0, MEASURED_S):
            await asyncio.sleep(pause_s)
            times = await page.evaluate(ASKS)
    return cast(list[float], times)


async def _talks(other: Seated) -> None:
    await other.page.ask("open_microphone")
    await cast(Talker, other.caller).talk()


async def _spent(whole: CDPSession) -> tuple[float, float]:
    processes: list[dict[str, Any]] = (await whole.send("SystemInfo.getProcessInfo"))["processInfo"]
    renderers = sum(process["cpuTime"] for process in processes if process["type"] == "renderer")
    return renderers, sum(process["cpuTime"] for process in processes)
