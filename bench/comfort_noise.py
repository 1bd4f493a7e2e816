"""What is heard of comfort noise that is held back: the same speech through our server, with the noise and without.

Piet tells a case by espeak-ng, in a room that is never quite silent, through Chromium's own microphone path: its noise
suppression, its encoder, its silence. Mia's page writes down what it gets to play, and Piet's what the microphone gave.
"""

import array
import math
import random
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright, sync_playwright

from bench.ears import BLOCK_MS, Block, Window
from tests.e2e.chromium import launch
from tests.support.process import ServerProcess
from tests.support.scene import MIA, PIET

SENTENCES = (
    "The patient came late, on a Friday.",
    "She said nothing for a long time.",
    "Perhaps I was holding my breath.",
    "Then she asked me whether I had children.",
)
PAUSE_S = 5.0
"""Noise goes on for a little more than a second after a voice; shorter pauses are as they were."""

ROOM = {"a room at 60 dB below full scale": 0.001, "at 45 dB": 0.0056}
SETTLES_S = 6.0
MEASURED_S = 40.0
ROUNDS = 2
"""Of either server, in turns."""

BREATH_MS = 400
"""A voice that was silent for so long begins anew."""

SPEECH = 0.01
"""RMS: louder than the room, softer than any syllable."""

DELAY_MAX_MS = 600
SILENT_MS = 2000
"""When the server has long held back the noise."""

ONSET_MS = 100
"""How much of what begins is looked at for what was cut off."""

FORWARDS_NOISE = """
import runpy
from app.media.selection import VoiceSelection
VoiceSelection._trail = lambda *_: True
runpy.run_module("app", run_name="__main__")
"""
"""A server that goes on sending the noise of everybody who has spoken once."""


class Noisy(ServerProcess):
    """The server before noise was held back."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._command = [sys.executable, "-c", FORWARDS_NOISE, "serve"]


@dataclass
class Figures:
    """What one listener got."""

    packets_per_s: float
    gap_db: float
    """RMS of what is played between sentences, in decibels below full scale; the mean of all blocks' power."""

    own_gap_db: float
    """The same, of what the speaker's microphone gave."""

    onset_delay_ms: float
    """From the first audible block of a sentence at the microphone to the first at the ear; the median."""

    onset_delay_most_ms: float
    onset_kept: float
    """The energy of a sentence's first `ONSET_MS` at the ear, as a part of that at the microphone; the median."""

    delay_ms: float
    """From mouth to ear, by where the loudness of both fits best."""

    concealed_percent: float
    """Of all samples, those made up for others, but for silence."""

    concealments: float
    """How often a minute something had to be made up."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        print(f"\n{'':52}" + "".join(f"{field.name:>22}" for field in fields(Figures)))
        for room, level in ROOM.items():
            speech = Path(folder) / "case.wav"
            _tell(speech, level)
            _compare(playwright, Path(folder), speech, room)


def _compare(playwright: Playwright, folder: Path, speech: Path, room: str) -> None:
    browser = launch(playwright, f"--use-file-for-fake-audio-capture={speech}")
    kinds = {"noise forwarded": Noisy, "noise held back": ServerProcess}
    measured: dict[str, list[tuple[float, ...]]] = {kind: [] for kind in kinds}
    for number in range(ROUNDS):
        for kind, server_type in kinds.items():
            own = folder / f"{kind}{room}{number}"
            own.mkdir()
            server = server_type(own).start()
            measured[kind].append(astuple(_listen(browser, server)))
            server.stop()
    browser.close()
    for kind, rounds in measured.items():
        means = [statistics.mean(values) for values in zip(*rounds, strict=True)]
        print(f"{kind + ', ' + room:52}" + "".join(f"{mean:22.2f}" for mean in means), flush=True)


def _tell(path: Path, room: float) -> None:
    """Write the sentences with pauses between them, in a room of that loudness (RMS)."""
    samples, rate = array.array("h"), 0
    for sentence in SENTENCES:
        subprocess.run(["espeak-ng", "-v", "en", "-w", path, sentence], check=True)
        with wave.open(str(path)) as spoken:
            rate = spoken.getframerate()
            samples.frombytes(spoken.readframes(spoken.getnframes()))
            samples.extend([0] * round(rate * PAUSE_S))
    noise = random.Random(1)
    for n, sample in enumerate(samples):
        samples[n] = max(-32768, min(32767, round(sample / 2 + noise.gauss(0, room * 32768))))
    with wave.open(str(path), "wb") as told:
        told.setnchannels(1)
        told.setsampwidth(2)
        told.setframerate(rate)
        told.writeframes(samples.tobytes())


def _listen(browser: Browser, server: ServerProcess) -> Figures:
    tokens = server.open_circle()
    piet = Window(browser, server.url, tokens[PIET - 1], PIET, voice=False)
    mia = Window(browser, server.url, tokens[MIA - 1], MIA, voice=False)
    piet.join("Piet")
    mia.join("Mia", microphone=False)
    time.sleep(SETTLES_S)
    since_ms, before = time.time() * 1000, _received(mia)
    time.sleep(MEASURED_S)
    after = _received(mia)
    own, heard = piet.heard("own", since_ms), mia.heard(PIET, since_ms)
    for window in (piet, mia):
        window.close()
    return _figures(own, heard, {name: after[name] - before[name] for name in after})


def _received(window: Window) -> dict[str, float]:
    """What the jitter buffer has counted of the one voice."""
    stats: list[dict[str, Any]] = window.page.evaluate("ears.received()")
    wanted = (
        "packetsReceived",
        "concealedSamples",
        "silentConcealedSamples",
        "concealmentEvents",
        "totalSamplesReceived",
    )
    entry = max(stats, key=lambda entry: entry["packetsReceived"])
    return {name: float(entry[name]) for name in wanted}


def _figures(own: list[Block], heard: list[Block], counted: dict[str, float]) -> Figures:
    delay_ms = _delay_ms(own, heard)
    begun = _onsets(own)
    heard_begun = _onsets(heard)
    delays = [min((at - o for at in heard_begun if o - 50 < at < o + 800), default=800.0) for o in begun[1:-1]]
    kept = [_energy(heard, o + delay_ms) / _energy(own, o) for o in begun[1:-1]]
    concealed = counted["concealedSamples"] - counted["silentConcealedSamples"]
    return Figures(
        packets_per_s=counted["packetsReceived"] / MEASURED_S,
        gap_db=_gap_db(heard),
        own_gap_db=_gap_db(own),
        onset_delay_ms=statistics.median(delays),
        onset_delay_most_ms=max(delays),
        onset_kept=statistics.median(kept),
        delay_ms=delay_ms,
        concealed_percent=100 * concealed / counted["totalSamplesReceived"],
        concealments=counted["concealmentEvents"] * 60 / MEASURED_S,
    )


def _onsets(blocks: list[Block]) -> list[float]:
    """When speech begins after a pause."""
    begun, quiet = [], 0
    for block in blocks:
        if block.loudness > SPEECH:
            if quiet * BLOCK_MS >= BREATH_MS:
                begun.append(block.at_ms)
            quiet = 0
        else:
            quiet += 1
    return begun


def _gap_db(blocks: list[Block]) -> float:
    """How loud it is within pauses, from `SILENT_MS` after the voice on."""
    energies, quiet = [], 0
    for block in blocks:
        quiet = quiet + 1 if block.loudness < SPEECH else 0
        if quiet * BLOCK_MS > SILENT_MS:
            energies.append(block.loudness**2)
    return 10 * math.log10(max(statistics.mean(energies), 1e-12))


def _energy(blocks: list[Block], since_ms: float) -> float:
    """Of the first `ONSET_MS` from a block on, in which speech begins."""
    return sum(b.loudness**2 for b in blocks if since_ms - BLOCK_MS / 2 <= b.at_ms < since_ms + ONSET_MS)


def _delay_ms(own: list[Block], heard: list[Block]) -> float:
    """By how much what was heard must be moved to fit best to what was said, by the loudness of both."""
    said, got = _by_clock(own), _by_clock(heard)
    steps = range(0, round(DELAY_MAX_MS / BLOCK_MS))
    return BLOCK_MS * max(steps, key=lambda step: sum(level * got.get(at + step, 0.0) for at, level in said.items()))


def _by_clock(blocks: list[Block]) -> dict[int, float]:
    return {round(block.at_ms / BLOCK_MS): block.loudness for block in blocks}


if __name__ == "__main__":
    main()
