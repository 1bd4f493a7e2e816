"""The page itself, in Chromium, as one of sixteen; the other fifteen are protocol and packets only.

From the click on "Join" until the page can be used and until its person is heard; what the page costs while nobody
speaks and while one person does; and what a meeting leaves behind in its memory, from many more views than it has.
All of it in a sealed circle, as circles are unless somebody wishes otherwise, and in one that is not.
"""

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from playwright.async_api import Browser, CDPSession, Page, async_playwright, expect

from app.media.selection import VOICES_MAX
from app.web.incoming import MESSAGE_PACE
from bench.load import send_reports
from bench.member import Member
from bench.sitting_back import Seated, enter
from tests.e2e.chromium import FLAGS
from tests.support.peer import until
from tests.support.process import ServerProcess
from tests.support.sframe import CircleKey, SealedVoice

SEATS = 16
MINE = SEATS
FACILITATORS = 2
JOINS = 10
SETTLES_S = 3.0
MEASURED_S = 20.0
VIEWS = 3000
MINUTES = 90
MEETING_VIEWS = 500
"""More than a meeting has: an event comes every half minute, and sixteen people come and go."""

BELOW_PERCENT = 5.0
"""Of one core, for the page itself; to reach."""


def main() -> int:
    """Measure and print; 1 if the page costs more than it may."""
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(Path(folder), BALINT_VOICES_MAX=str(VOICES_MAX)).start()
        try:
            return max(asyncio.run(_measure(server, key)) for key in (CircleKey.new(), None))
        finally:
            server.stop()


async def _measure(server: ServerProcess, key: CircleKey | None) -> int:
    tokens = server.open_circle(seats=SEATS, observers=0, **({"lock": key.lock} if key else {}))
    async with AsyncExitStack() as opened, chromium() as browser:
        others = [await enter(opened, server, token, Other) for token in tokens[: SEATS - 1]]
        if key:
            for seat, other in enumerate(others, start=1):
                cast(Other, other.caller).voice_sealed = SealedVoice(key, seat)
        living = [asyncio.ensure_future(_live(other)) for other in others]
        await others[0].page.ask("next_step")
        link = f"{server.url}/#{tokens[MINE - 1]}" + (f"~{key.written}" if key else "")
        speaker = listener = cast(Other, others[0].caller)
        joins = [await _join(browser, link, listener) for _ in range(JOINS)]
        page = await seated(browser, link, speaks=False)
        silent = await _cost(browser, page, asyncio.sleep)
        spoken = await _cost(browser, page, speaker.say)
        kept = await _memory(page, others)
        for life in living:
            life.cancel()
        for other in others:
            other.caller.vanish()
    usable, heard = (statistics.median(times) for times in zip(*joins, strict=True))
    print(f"\n{'sealed' if key else 'not sealed'}, one of {SEATS}:")
    print(f"joined {JOINS} times: usable {usable:.0f} ms after the click (p50), heard {heard:.0f} ms")
    for what, cost in {"nobody speaks": silent, "one speaks": spoken}.items():
        print(f"{what}: {cost}")
    print(kept)
    return int(silent.page_percent > BELOW_PERCENT)


async def _live(other: Seated) -> None:
    """Be there with an open microphone, and say nothing."""
    await other.page.ask("open_microphone")
    await asyncio.gather(cast(Other, other.caller).be_silent(), send_reports(other.caller))


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Chromium, until it is done."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        await browser.close()


async def seated(browser: Browser, link: str, *, speaks: bool, script: str = "", **context: Any) -> Page:
    """The page in the circle, with an open or a closed microphone."""
    page = await (await browser.new_context(**context)).new_page()
    await page.add_init_script(script)
    await page.goto(link)
    await page.get_by_label("Your name").fill("Mia")
    await page.get_by_label("Join with my microphone open").set_checked(speaks)
    await page.evaluate(NOTES_THE_CLICK)
    await page.get_by_role("button", name="Join the circle").click()
    voice = "heard" if speaks else "closed_by_person"
    await expect(page.locator(f"[data-connected='true'][data-voice='{voice}']")).to_be_attached()
    return page


NOTES_THE_CLICK = """() => {
  addEventListener('click', () => (window.clickedMs = Date.now()), { once: true, capture: true });
  new MutationObserver((_, watching) => {
    if (!document.querySelector("[data-connected='true']")) return;
    window.usableMs = Date.now();
    watching.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}"""


class Other(Member):
    """Somebody of the other fifteen, who notes when the page is heard. Seals what they say where there is a key."""

    hears_page = False
    voice_sealed: SealedVoice | None = None

    def _send_frame(self, payload: bytes, level: int | None, due: float) -> None:
        if self.voice_sealed:
            payload, level = self.voice_sealed.seal(payload), None
        super()._send_frame(payload, level, due)

    def _hear(self, plain: bytes) -> None:
        super()._hear(plain)
        self.hears_page = self.hears_page or self.seats.get(int.from_bytes(plain[8:12])) == MINE


async def _join(browser: Browser, link: str, other: Other) -> tuple[float, float]:
    """Once: milliseconds until the room stands with its sound, and until the first packet of voice is heard."""
    other.hears_page = False
    first = asyncio.ensure_future(_first_packet(other))
    page = await seated(browser, link, speaks=True)
    clicked, usable = await page.evaluate("[clickedMs, usableMs]")
    heard_ms = await first
    await page.get_by_role("button", name="Leave").click()
    await page.get_by_role("heading", name="You have left the circle").wait_for()
    await page.context.close()
    return usable - clicked, heard_ms - clicked


async def _first_packet(other: Other) -> float:
    await until(lambda: other.hears_page)
    return time.time() * 1000


@dataclass
class Cost:
    """In percent of one core."""

    page_percent: float
    script_percent: float
    browser_percent: float

    def __str__(self) -> str:
        return (
            f"the page's process {self.page_percent:.1f} % of a core, its main thread {self.script_percent:.1f} %, "
            f"with all other processes of the browser {self.browser_percent:.1f} %"
        )


async def _cost(browser: Browser, page: Page, meanwhile: Callable[[float], Awaitable[object]]) -> Cost:
    whole = await browser.new_browser_cdp_session()
    own = await page.context.new_cdp_session(page)
    await own.send("Performance.enable", {"timeDomain": "threadTicks"})
    await meanwhile(SETTLES_S)
    before, began_s = await _spent_s(whole, own), time.monotonic()
    await meanwhile(MEASURED_S)
    after, lasted_s = await _spent_s(whole, own), time.monotonic() - began_s
    return Cost(*(100 * (b - a) / lasted_s for a, b in zip(before, after, strict=True)))


async def _spent_s(whole: CDPSession, own: CDPSession) -> tuple[float, float, float]:
    processes = (await whole.send("SystemInfo.getProcessInfo"))["processInfo"]
    renderers = sum(process["cpuTime"] for process in processes if process["type"] == "renderer")
    return renderers, await _metric(own, "TaskDuration"), sum(process["cpuTime"] for process in processes)


async def _metric(session: CDPSession, name: str) -> float:
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == name)


async def _memory(page: Page, others: list[Seated]) -> str:
    """What stays of views and of time, each after everything that may go has gone."""
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable")
    await _views(others, VIEWS // 10)
    began_kb, began_s = await _heap_kb(session), time.monotonic()
    await _views(others, VIEWS)
    viewed_kb, took_s = await _heap_kb(session), time.monotonic() - began_s
    await cast(Member, others[0].caller).say(MEASURED_S)
    waited_kb = await _heap_kb(session)
    a_view, a_minute = (viewed_kb - began_kb) / VIEWS, (waited_kb - viewed_kb) / MEASURED_S * 60
    forecast_kb = began_kb + max(0, a_view) * MEETING_VIEWS + max(0, a_minute) * MINUTES
    return (
        f"heap {began_kb:.0f} kB; after {VIEWS} views in {took_s:.0f} s {viewed_kb:.0f} kB; after {MEASURED_S:.0f} s "
        f"of speech {waited_kb:.0f} kB; so after {MINUTES} minutes with {MEETING_VIEWS} views {forecast_kb:.0f} kB"
    )


async def _heap_kb(session: CDPSession) -> float:
    for _ in range(2):
        await session.send("HeapProfiler.collectGarbage")
    return await _metric(session, "JSHeapUsedSize") / 1024


async def _views(others: list[Seated], count: int) -> None:
    """So many views for everybody: members wish to speak and take it back, each as fast as the server allows."""
    members = others[FACILITATORS:]

    async def wishes(person: Seated) -> None:
        for n in range(count // len(members)):
            assert await person.page.ask("take_back_wish" if n % 2 else "wish_to_speak") is None
            await asyncio.sleep(1 / MESSAGE_PACE.per_s)

    await asyncio.gather(*map(wishes, members))
