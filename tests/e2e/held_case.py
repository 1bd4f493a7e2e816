"""The demonstration's case beside browsers: the seven in a thread of their own, each with the tone of their seat.

Of each person one line a phase is said, as a tone; Jonas speaks on while he sits back.
"""

import asyncio
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace

from playwright.sync_api import Browser

from app.demo.circle import PRESENTERS_SEAT, SEATS, YOURS, DemoCircle
from app.demo.script import Kind, Script, script_in
from app.demo.turns import PRESENTER, PRESENTS_IN
from tests.demo.table import Heard, demonstration
from tests.e2e.page import TONES_HZ, PersonsPage
from tests.e2e.patience import PATIENCE_S
from tests.support.voices import tone

JONAS = SEATS["Jonas"]
SAID_S = 0.4
PAUSE_S = 6.0
"""Of the script's own time, a tenth of a second as fast as it is held here."""
SETTLES_MS = 300
"""By when what was said before a phase has ended at every ear."""

NOTES_PHASES = """{
  window.phases = [];
  new MutationObserver(() => {
    const phase = document.querySelector('[data-phase]')?.getAttribute('data-phase');
    if (phase && phases.at(-1)?.[1] !== phase) phases.push([Date.now(), phase]);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}"""
HAVE_BEEN_HEARD = """seats => seats.every((seat) => ears.log.some(
  ([at, cell, begins]) => begins && at >= phases.at(-1)[0] && cell === `${seat}:${seat - 1}`))"""


def briefly(script: Script) -> Script:
    """Each person's first line in each phase, and the first by which Ada turns something back; as one sentence."""
    short = {}
    for phase, lines in script.items():
        first = {(line.speaker, line.kind is Kind.REDIRECTS): line for line in reversed(lines)}
        kept = [line for line in lines if line is first[line.speaker, line.kind is Kind.REDIRECTS]]
        short[phase] = tuple(replace(line, text="A sentence.", pause_s=PAUSE_S) for line in kept)
    return short


async def tones(name: str, _sentence: str) -> list[bytes]:
    return tone(SAID_S, round(TONES_HZ[SEATS[name] - 1]))


class HeldCase(threading.Thread):
    """Beside Playwright's thread, until it is over."""

    def __init__(self, url: str, language: str) -> None:
        super().__init__(daemon=True)
        self._url, self._language = url, language
        self._ready, self.stopped = threading.Event(), threading.Event()
        self.script = briefly(script_in(language))
        self.names: set[str] = set()
        self.tried = 0
        self.circle: DemoCircle
        self.heard: Heard

    def run(self) -> None:
        asyncio.run(self._hold())

    def ready(self) -> "HeldCase":
        assert self._ready.wait(PATIENCE_S)
        return self

    def sits_in(self, browser: Browser, role: str, *, tone: bool = False) -> PersonsPage:
        """Somebody's page, by the link of this role; it notes when each phase begins there."""
        page = PersonsPage(browser, self._url, self.circle.links[role].partition("#")[2], YOURS[role], tone=tone)
        page.page.add_init_script(NOTES_PHASES)
        return page

    def heard_in(self, name: str, seat: int) -> set[str]:
        """The phases in which this one of the seven has heard this seat."""
        return {phase for phase, seats in [*self.heard.of[name].items()] if seat in seats}

    def all_hear(self, seat: int, phase: str = "") -> None:
        """Wait until each of the seven has heard this seat, in this phase or in any."""
        deadline = time.monotonic() + PATIENCE_S
        while not all(phase in found if phase else found for found in (self.heard_in(name, seat) for name in SEATS)):
            assert time.monotonic() < deadline
            time.sleep(0.05)

    async def _hold(self) -> None:
        async with demonstration(self._url, self.script, tones, self._language) as (self.circle, playing, self.heard):
            ada, jonas = self.circle.people["Ada"], self.circle.people["Jonas"]
            self.names = {seat["name"] for seat in ada.view["seats"]}
            self._ready.set()
            while not playing.done() and not self.stopped.is_set():
                if jonas.view["you"]["sits_back"]:
                    await jonas.sound.microphone.say(await tones("Jonas", ""))
                    self.tried += 1
                await asyncio.sleep(0.05)


@contextmanager
def held_case(url: str, language: str = "en") -> Iterator[HeldCase]:
    held = HeldCase(url, language)
    held.start()
    try:
        yield held.ready()
    finally:
        held.stopped.set()
        held.join(PATIENCE_S)


Spoke = Mapping[str, Sequence[int]]
"""The seats that speak in each phase, in their order."""


def speakers(script: Script, *, led: bool = False, presented: bool = False) -> Spoke:
    """As the seven hold it: where a person leads or presents, some of the lines are that person's."""
    spoke: dict[str, list[int]] = {}
    for phase, lines in script.items():
        said = [line for line in lines if not (led and line.kind is Kind.LEADS)]
        said = [line for line in said if not (presented and line.kind is Kind.OFFERS)]
        theirs = presented and phase in PRESENTS_IN
        spoke[phase] = [PRESENTERS_SEAT if theirs and it.speaker == PRESENTER else SEATS[it.speaker] for it in said]
    return spoke


def has_heard(page: PersonsPage, seats: AbstractSet[int]) -> None:
    """Wait until all of these have been heard here in this phase."""
    page.page.wait_for_function(HAVE_BEEN_HEARD, arg=sorted(seats))


def heard_at(page: PersonsPage) -> dict[str, set[int]]:
    """Who began to be heard here in each phase. Everybody's tone comes in their own seat's stream."""
    phases, heard = page.page.evaluate("phases"), defaultdict[str, set[int]](set)
    for at_ms, cell, begins in page.page.evaluate("ears.log"):
        seat, of = map(int, cell.split(":"))
        assert of == seat - 1, f"a voice in another's stream: {cell}"
        if begins:
            heard[next((phase for began, phase in reversed(phases) if began <= at_ms), "")].add(seat)
    return heard


def assert_heard(
    who: str, own: int, spoke: Spoke, heard: Mapping[str, AbstractSet[int]], until: str, after: str = ""
) -> None:
    """In each phase `after` one and before `until` exactly who spoke; but a sound may be heard a moment before or after
    the view.
    """
    phases = list(spoke)[: list(spoke).index(until)]
    for number, phase in enumerate(phases):
        if after and number <= phases.index(after):
            continue
        wanted = {*spoke[phase]} - {own}
        beside = {*spoke[phases[number - 1]][-1:]} if number else set()
        beside |= {*spoke[phases[number + 1]][:1]} if phase != phases[-1] else set()
        assert wanted <= heard[phase] <= (wanted | beside) - {own}, (who, phase, wanted, heard[phase])


def assert_silent(page: PersonsPage, seat: int) -> None:
    """Nobody who sits back was heard here, by this page's own clock."""
    began = {phase: at_ms for at_ms, phase in page.page.evaluate("phases")}
    heard = [it for it in page.ever_heard(seat, began["sit_back"] + SETTLES_MS) if it[0] < began["presenter_returns"]]
    assert not any(begins for _, _, begins in heard), heard
