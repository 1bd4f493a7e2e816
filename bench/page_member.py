"""One real page among the others: it listens for a whole meeting, speaks now and then, and is measured each minute."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import CDPSession, Page, async_playwright, expect

from bench.load import cpu_s, memory_mb
from tests.e2e.chromium import FLAGS
from tests.support.process import ServerProcess

NOTES_CONNECTIONS = """
const Real = RTCPeerConnection;
window.connections = [];
window.RTCPeerConnection = class extends Real {
  constructor(...given) { super(...given); connections.push(this); }
};"""
COUNTS = """async () => {
  const sum = { packets: 0, lost: 0, concealed: 0, samples: 0, connections: connections.length };
  for (const entry of (await connections.at(-1).getStats()).values()) {
    if (entry.type !== 'inbound-rtp') continue;
    sum.packets += entry.packetsReceived;
    sum.lost += entry.packetsLost;
    sum.concealed += entry.concealedSamples - entry.silentConcealedSamples;
    sum.samples += entry.totalSamplesReceived;
  }
  return sum;
}"""


class PageMember:
    """A seat's page in Chromium."""

    def __init__(self, seat: int, page: Page, whole: CDPSession, own: CDPSession) -> None:
        self.seat = seat
        self.faults: list[str] = []
        self._page, self._whole, self._own = page, whole, own
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    async def join(self, link: str) -> None:
        """Come with a closed microphone."""
        await self._page.goto(link)
        await self._page.get_by_label("Your name").fill("Mia")
        await self._page.get_by_label("Join with my microphone open").set_checked(False)
        await self._page.get_by_role("button", name="Join the circle").click()
        await self._has_voice("closed_by_person")

    async def speaks(self, seconds: float) -> None:
        """Open the microphone, say something, and close it again."""
        await self._page.get_by_role("button", name="Open my microphone").click()
        await self._has_voice("heard")
        await asyncio.sleep(seconds)
        await self._page.get_by_role("button", name="Close my microphone").click()
        await self._has_voice("closed_by_person")

    async def sample(self) -> dict[str, float]:
        """How it is now, after all that may go has gone."""
        for _ in range(2):
            await self._own.send("HeapProfiler.collectGarbage")
        told = (await self._own.send("Performance.getMetrics"))["metrics"]
        metrics = {metric["name"]: float(metric["value"]) for metric in told}
        pid = await self._renderer()
        counts: dict[str, Any] = await self._page.evaluate(COUNTS)
        connected = await self._page.locator("[data-connected='true']").count()
        return {
            "heap_kb": metrics["JSHeapUsedSize"] / 1024,
            "nodes": metrics["Nodes"],
            "listeners": metrics["JSEventListeners"],
            "page_cpu_s": cpu_s(pid),
            "page_mb": memory_mb(pid),
            "connected": connected,
            **{f"page_{name}": float(count) for name, count in counts.items()},
        }

    async def _renderer(self) -> int:
        processes = (await self._whole.send("SystemInfo.getProcessInfo"))["processInfo"]
        return max((int(p["id"]) for p in processes if p["type"] == "renderer"), key=cpu_s)

    async def _has_voice(self, voice: str) -> None:
        await expect(self._page.locator(f"[data-connected='true'][data-voice='{voice}']")).to_be_attached()


@asynccontextmanager
async def page_member(server: ServerProcess, token: str, seat: int) -> AsyncIterator[PageMember]:
    """Let it come."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = await (await browser.new_context()).new_page()
        await page.add_init_script(NOTES_CONNECTIONS)
        own = await page.context.new_cdp_session(page)
        await own.send("Performance.enable")
        member = PageMember(seat, page, await browser.new_browser_cdp_session(), own)
        await member.join(f"{server.url}/#{token}")
        yield member
        await browser.close()
