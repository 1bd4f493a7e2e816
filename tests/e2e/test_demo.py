"""The demonstration's whole case, with somebody in a real Chromium at the table: who hears whom, phase by phase."""

import asyncio
import threading
from dataclasses import replace

from playwright.sync_api import Browser

from app.demo.circle import MEMBERS_SEAT, SEATS, DemoCircle
from app.demo.script import Script, script_in
from tests.demo.table import Heard, demonstration
from tests.e2e.page import TONES_HZ, PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.process import ServerProcess
from tests.support.voices import tone

JONAS = SEATS["Jonas"]
SITS_BACK = ("sit_back", "reflection")
WHOLE_CASE_S = 120
SETTLES_MS = 300
"""By when what was said before a phase has ended at every ear."""

NOTES_PHASES = """() => {
  window.phases = [];
  new MutationObserver(() => {
    const phase = document.querySelector('[data-phase]')?.getAttribute('data-phase');
    if (phase && phases.at(-1)?.[1] !== phase) phases.push([Date.now(), phase]);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}"""


def one_sentence_each(script: Script) -> Script:
    return {phase: tuple(replace(line, text="A sentence.") for line in lines) for phase, lines in script.items()}


async def tones(name: str, _sentence: str) -> list[bytes]:
    return tone(0.16, round(TONES_HZ[SEATS[name] - 1]))


class Held(threading.Thread):
    """The seven in a thread of their own, beside Playwright's. Jonas speaks on while he sits back."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._url, self.ready = url, threading.Event()
        self.script = one_sentence_each(script_in("en"))
        self.names: set[str] = set()
        self.tried = 0
        self.circle: DemoCircle
        self.heard: Heard

    def run(self) -> None:
        asyncio.run(self._hold())

    async def _hold(self) -> None:
        async with demonstration(self._url, self.script, tones) as (self.circle, playing, self.heard):
            ada, jonas = self.circle.people["Ada"], self.circle.people["Jonas"]
            self.names = {seat["name"] for seat in ada.view["seats"]}
            self.ready.set()
            while not playing.done():
                if jonas.view["you"]["sits_back"]:
                    await jonas.sound.microphone.say(await tones("Jonas", ""))
                    self.tried += 1
                await asyncio.sleep(0.05)
            await playing


def test_the_whole_case_is_heard_by_whom_it_is_for(browser: Browser, server: ServerProcess) -> None:
    """H1, M2: by each one's own received sound, that of six synthetic people and a browser's."""
    held = Held(server.url)
    held.start()
    assert held.ready.wait(PATIENCE_S)
    assert held.names == {f"{name} (synthetic)" for name in SEATS}
    page = PersonsPage(browser, server.url, held.circle.links["member"].partition("#")[2], MEMBERS_SEAT, tone=False)
    page.open().page.get_by_text("Whoever is marked as synthetic is a computer's voice").wait_for()
    page.page.evaluate(NOTES_PHASES)
    page.page.get_by_label("Your name").fill("Mia")
    page.page.get_by_label("Join with my microphone open").set_checked(False)
    page.press("Join the circle")
    page.page.get_by_role("heading", name="The meeting is over").wait_for(timeout=WHOLE_CASE_S * 1000)
    held.join(PATIENCE_S)
    assert held.tried > 5
    the_seven_heard(held)
    the_page_heard(page)
    assert page.faults == []
    page.close()


def the_seven_heard(held: Held) -> None:
    """In each phase everybody heard exactly who spoke then, but that a last sound may end in the next."""
    before: set[int] = set()
    for phase, lines in held.script.items():
        spoke = {SEATS[line.speaker] for line in lines}
        for name, seat in SEATS.items():
            heard = held.heard.of[name][phase]
            assert spoke - {seat} <= heard <= (spoke | before) - {seat}, (name, phase)
        before = {SEATS[lines[-1].speaker]}


def the_page_heard(page: PersonsPage) -> None:
    """Each tone in its own seat's stream, all seven, and Jonas's never while he sat back."""
    log = page.page.evaluate("ears.log")
    cells = {tuple(map(int, cell.split(":"))) for _, cell, _ in log}
    assert cells == {(seat, seat - 1) for seat in SEATS.values()}
    phases = dict(map(reversed, page.page.evaluate("phases")))
    silent = range(phases["sit_back"] + SETTLES_MS, phases["presenter_returns"])
    spoke = {int(cell.partition(":")[0]) for at_ms, cell, is_on in log if is_on and at_ms in silent}
    assert spoke == {SEATS[name] for name in SEATS if name != "Jonas"}
