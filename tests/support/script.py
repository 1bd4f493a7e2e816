"""What four people do in a meeting that never ends: a case after the other, and small things in between.

Each deed is acknowledged when the view of whoever asked shows it, not before; what has been acknowledged must be kept
for ever, in its place.
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed

from app.circle import events as e
from app.circle.events import Event
from tests.support.client import STEPPED
from tests.support.meeting import SILENT_PHASES, Meeting
from tests.support.scene import FRIDA, MIA, PIET

BETWEEN_S = 0.12
"""Slower than what the server takes for a flood."""
AGAIN_FROM = "call_for_case"

View = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Something a person asks, how a view shows that it is done, and what is kept of it."""

    by: int
    kind: str
    shown: Callable[[View], bool]
    kept: Callable[[Event], bool]
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Script:
    """Plays on, whatever breaks. `lost` and `heard` must stay 0."""

    table: Meeting
    rng: random.Random
    acknowledged: int = 0
    lost: int = 0
    heard: int = 0
    """Packets that Piet said while he sat back and anybody heard."""
    sat_back_s: float = 0
    asking: asyncio.Event = field(default_factory=asyncio.Event)
    _told: list[tuple[int, Event]] = field(default_factory=list)
    """All that is kept, up to the last deed that was acknowledged."""
    _silences: list[tuple[float, float]] = field(default_factory=list)
    _silent_since: float | None = None

    async def play(self) -> None:
        while True:
            await asyncio.sleep(self.rng.uniform(0.5, 1.5) * BETWEEN_S)
            self._note_silence()
            deed = self._next()
            if deed and await self._done(deed):
                self.acknowledged += 1
                self._told = self._kept_until(deed)

    def check(self) -> None:
        """Compare what is kept with what was acknowledged, what was heard with what was said, and forget the latter."""
        self._note_silence()
        self._compare(self.table.cluster.entries(self.table.circle))
        now = time.monotonic()
        silences = [*self._silences, (self._silent_since or now, now)]
        for person in self.table.people.values():
            self.heard += sum(
                voice.speaker == PIET and any(begin <= voice.said_at <= end for begin, end in silences)
                for voice in person.heard()
            )
            person.forget()
        self.sat_back_s += sum(end - begin for begin, end in silences)
        self._silences.clear()
        if self._silent_since is not None:
            self._silent_since = now

    def _next(self) -> Deed | None:
        """What comes next, as far as somebody can see it; None while the one who would do it is away."""
        frida, piet = self.table.people[FRIDA].view, self.table.people[PIET].view
        if not frida or not piet:
            return None
        if frida["phase"] == AGAIN_FROM and not any(seat["role"] == "presenter" for seat in frida["seats"]):
            return _presents(frida, piet)
        if self.rng.random() < (0.1 if frida["phase"] in SILENT_PHASES else 0.4):
            return self._step(frida)
        return self._small_deed(frida)

    def _small_deed(self, frida: View) -> Deed | None:
        mia = self.table.people[MIA].view
        if mia and self.rng.random() < 0.5:
            return _switches(mia)
        return _changes_time(frida) if self.rng.random() < 0.5 else _holds_clock(frida)

    def _step(self, frida: View) -> Deed:
        here = frida["step"]
        if frida["phase"] == "closing":
            there = next(i for i, step in enumerate(frida["plan"]) if step["phase"] == AGAIN_FROM)
            return _moves("skip_to", there, {"step": there})
        return _moves("next_step", here + 1, {})

    async def _done(self, deed: Deed) -> bool:
        """Ask, and wait until it is refused or shown; False if the line is lost over it."""
        page = self.table.people[deed.by].page
        if page is None:
            return False
        fields = deed.fields | ({"seen": page.view["step"]} if deed.kind in STEPPED else {})
        number = self.acknowledged + 1_000_000 * self.rng.randrange(1000)
        if deed.kind in {"next_step", "skip_to"}:
            self._end_silence()
        try:
            self.asking.set()
            self.asking.clear()
            await page.send({"type": "ask", "id": number, "command": {"type": deed.kind, **fields}})
            await page.until(lambda: number in page.refusals or deed.shown(page.view))
        except (AssertionError, ConnectionClosed, TimeoutError):
            return False
        return number not in page.refusals

    def _kept_until(self, deed: Deed) -> list[tuple[int, Event]]:
        entries = self.table.cluster.entries(self.table.circle)
        self._compare(entries)
        places = [i for i, (_, event) in enumerate(entries) if i >= len(self._told) and deed.kept(event)]
        if not places:
            self.lost += 1
            return self._told
        return entries[: places[0] + 1]

    def _compare(self, entries: list[tuple[int, Event]]) -> None:
        lost = [told for told, kept in zip(self._told, entries, strict=False) if told != kept]
        self.lost += len(lost) + max(0, len(self._told) - len(entries))

    def _note_silence(self) -> None:
        """From the moment on that anybody has been shown that Piet sits back, nothing he says may be heard."""
        shown = any(person.view.get("phase") in SILENT_PHASES for person in self.table.people.values())
        if shown and self._silent_since is None:
            self._silent_since = time.monotonic()

    def _end_silence(self) -> None:
        """From the moment on that somebody asks for a step he may return with it."""
        if self._silent_since is not None:
            self._silences.append((self._silent_since, time.monotonic()))
            self._silent_since = None


def _moves(kind: str, there: int, fields: dict[str, Any]) -> Deed:
    return Deed(
        by=FRIDA,
        kind=kind,
        fields=fields,
        shown=lambda view: bool(view["step"] == there),
        kept=lambda event: isinstance(event, e.StepBegun) and event.step == there,
    )


def _presents(frida: View, piet: View) -> Deed:
    if "offer_case" in piet["you"]["can"]:
        return Deed(
            by=PIET,
            kind="offer_case",
            shown=lambda view: "withdraw_offer" in view["you"]["can"],
            kept=lambda event: isinstance(event, e.CaseOffered),
        )
    return Deed(
        by=FRIDA,
        kind="name_presenter",
        fields={"seat": PIET},
        shown=lambda view: any(seat["role"] == "presenter" for seat in view["seats"]),
        kept=lambda event: isinstance(event, e.PresenterNamed),
    )


def _switches(mia: View) -> Deed:
    opens = not mia["you"]["microphone_open"]
    kind = e.MicrophoneOpened if opens else e.MicrophoneClosed
    return Deed(
        by=MIA,
        kind="open_microphone" if opens else "close_microphone",
        shown=lambda view: bool(view["you"]["microphone_open"] == opens),
        kept=lambda event: isinstance(event, kind) and event.seat == MIA,
    )


def _changes_time(frida: View) -> Deed:
    minutes = 1 if frida["clock"]["minutes"] < 60 else -50
    total = frida["clock"]["minutes"] + minutes
    return Deed(
        by=FRIDA,
        kind="change_time",
        fields={"minutes": minutes},
        shown=lambda view: bool(view["clock"]["minutes"] == total),
        kept=lambda event: isinstance(event, e.TimeChanged) and event.minutes == minutes,
    )


def _holds_clock(frida: View) -> Deed:
    pauses = frida["clock"]["left_ms"] is None
    kind = e.ClockPaused if pauses else e.ClockResumed
    return Deed(
        by=FRIDA,
        kind="pause_clock" if pauses else "resume_clock",
        shown=lambda view: bool((view["clock"]["left_ms"] is not None) == pauses),
        kept=lambda event: isinstance(event, kind),
    )
