"""A voice, not a tone: real speech through Chromium's own microphone path, its echo canceller and its encoder."""

import subprocess
import time
from pathlib import Path

from playwright.sync_api import Playwright

from app.media.speech import DTX_BYTES_MAX
from tests.e2e.chromium import launch
from tests.e2e.meeting import Meeting, meeting
from tests.e2e.page import PersonsPage
from tests.support.overheard import overheard
from tests.support.process import ServerProcess
from tests.support.scene import FRIDA, MAX, MIA, NAMES, PIET
from tests.support.sframe import TAG_BYTES, header_of

CASE = "The patient came late, on a Friday, and said nothing for a long time. I noticed that I was holding my breath."
LISTEN_S = 4
LOUDNESS = """seat => {
  const stream = document.querySelector(`audio[data-seat="${seat}"]`).srcObject;
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(2048);
  window.loudness = [];
  setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    loudness.push(Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length));
  }, 50);
}"""
BYTES_OF_SPEECH = 80
"""Chromium keeps to 32 kbit/s when it is asked for a constant bit rate (docs/decisions/0028)."""

AUDIBLE = 0.003
"""RMS: 50 dB below full scale."""


def test_a_case_told_aloud_is_heard_and_then_is_not(
    playwright: Playwright, server: ServerProcess, tmp_path: Path
) -> None:
    """H1, H6, V4: and while it is told, how long packets are tells nothing of the words."""
    speech = tmp_path / "case.wav"
    subprocess.run(["espeak-ng", "-v", "en", "-w", str(speech), CASE], check=True)
    browser = launch(playwright, f"--use-file-for-fake-audio-capture={speech}")
    try:
        with meeting(browser, server, (FRIDA, MIA)) as m:
            piet = PersonsPage(browser, server.url, m.tokens[PIET - 1], PIET, tone=False)
            m.pages[PIET] = piet.join(NAMES[PIET])
            m.until("call_for_case")
            m.make_presenter()
            m.next("presentation")
            m[MIA].page.evaluate(LOUDNESS, PIET)
            assert audible_share(m) > 0.3
            assert sizes_of_speech(overheard(server, m.tokens[MAX - 1], PIET, 150)) == {BYTES_OF_SPEECH}
            m.next("clarifying_questions")
            m.next("sit_back")
            time.sleep(0.5)
            assert audible_share(m) == 0
    finally:
        browser.close()


def sizes_of_speech(sealed: list[bytes]) -> set[int]:
    """How many bytes of Opus there are under the seal, but for those of a pause."""
    sizes = [len(frame) - header_of(frame)[2] - TAG_BYTES for frame in sealed]
    speech = [size for size in sizes if size > DTX_BYTES_MAX]
    assert len(speech) > 50
    return set(speech)


def audible_share(m: Meeting) -> float:
    """In how many of the next moments Mia hears something on Piet's stream."""
    m[MIA].page.evaluate("window.loudness.length = 0")
    m[MIA].page.wait_for_function("n => window.loudness.length >= n", arg=LISTEN_S * 15)
    loudness: list[float] = m[MIA].page.evaluate("window.loudness")
    return sum(level > AUDIBLE for level in loudness) / len(loudness)
