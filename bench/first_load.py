"""From an address to a page that can be used: the front page, a sealed circle's lobby, and the circle after "Join".

Nothing is in the browser's cache, and the server is on the loopback. Measured as fast as this machine is, and with the
page's main thread slowed down, which leaves the network and the sound as they are.
"""

import asyncio
import statistics
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from bench.page import NOTES_THE_CLICK, chromium
from tests.support.process import ServerProcess

LOADS = 7
"""Of each, for each slowdown; a seat of its own for each, and a circle has sixteen."""
SEATS = 16
SLOWDOWNS = (1, 4)
NOTES_USE = """window.usable = new Promise((resolve) => {
  const watching = new MutationObserver(() => {
    if (!document.querySelector("form button.primary:not([aria-disabled='true'])")) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  });
  watching.observe(document, { subtree: true, childList: true, attributes: true });
})"""
"""A lobby can be used once it has read the frame: nobody can join before."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(Path(folder)).start()
        try:
            asyncio.run(_measure(server))
        finally:
            server.stop()


async def _measure(server: ServerProcess) -> None:
    links = iter(f"{server.url}/#{token}" for token in server.open_sealed(seats=SEATS, observers=0))
    async with chromium() as browser:
        await _load(browser, server.url, 1)  # the first of all also starts Chromium's processes
        for slowdown in SLOWDOWNS:
            fronts = [await _load(browser, server.url, slowdown) for _ in range(LOADS)]
            visits = [await _visit(browser, next(links), slowdown) for _ in range(LOADS)]
            lobbies, joins = zip(*visits, strict=True)
            print(f"\nmain thread {slowdown} times slower, median and worst of {LOADS}, in ms:")
            for what, times in {"front page": fronts, "lobby": lobbies, "join": joins}.items():
                print(f"{what}: {statistics.median(times):.0f}, {max(times):.0f}")


async def _load(browser: Browser, address: str, slowdown: int) -> float:
    async with _loaded(browser, address, slowdown) as page:
        return float(await page.evaluate("usable"))


async def _visit(browser: Browser, link: str, slowdown: int) -> tuple[float, float]:
    """Until the lobby can be used, and from the click on "Join" until the room stands with its sound."""
    async with _loaded(browser, link, slowdown) as page:
        lobby_ms = await page.evaluate("usable")
        await page.get_by_label("Your name").fill("Mia")
        await page.evaluate(NOTES_THE_CLICK)
        await page.get_by_role("button", name="Join the circle").click()
        await expect(page.locator("[data-connected='true']")).to_be_attached()
        return lobby_ms, await page.evaluate("usableMs - clickedMs")


@asynccontextmanager
async def _loaded(browser: Browser, address: str, slowdown: int) -> AsyncIterator[Page]:
    """A page in a browser that has seen nothing yet."""
    context = await browser.new_context()
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    await page.add_init_script(NOTES_USE)
    await page.goto(address)
    yield page
    await context.close()
