"""Voices made by Debian's speech synthesis as they are needed: flite for English, espeak-ng for all other languages.

What else was compared: `docs/decisions/*-voices-of-the-demonstration.md`. Nothing is kept.
"""

import asyncio
import math
import tempfile
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av

from app.client.microphone import RATE, encode_opus

LOUDNESS, PEAK_MAX = 3_000, 30_000
"""Of samples of 16 bits: their mean power (root of the mean square), and the highest of them."""

SPOKEN_WITHIN_S = 30.0
"""How long a sentence may take to be made: it takes less than a second."""
WORDS_PER_MINUTE = 135
CALM = 1.12
"""How much longer flite is to take than it would by itself: people who reflect do not read aloud."""


@dataclass(frozen=True, slots=True)
class SynthesisVoice:
    """How one person sounds: in English by flite, else by espeak-ng."""

    flite: str
    pitch_hz: int
    variant: str
    """Of espeak-ng's voice of a language."""
    pitch: int
    """espeak-ng's, 0 to 99."""
    size: float = 1.0
    """Of the body that speaks, in English: above 1 deeper and fuller. Below 1 a recogniser follows badly."""


VOICES = {
    "Ada": SynthesisVoice("slt", 165, "f2", 45, 1.02),
    "Jonas": SynthesisVoice("rms", 118, "m3", 40),
    "Mira": SynthesisVoice("slt", 205, "f4", 60),
    "Tom": SynthesisVoice("awb", 110, "m1", 35),
    "Leyla": SynthesisVoice("slt", 185, "f3", 50, 1.08),
    "Hanna": SynthesisVoice("slt", 150, "f5", 30, 1.14),
    "Paul": SynthesisVoice("rms", 88, "m7", 30, 1.03),
}


class NoVoices(Exception):
    """The synthesis cannot be run."""


async def speak(name: str, text: str, language: str, speed: float) -> list[bytes]:
    """What this person says, as frames of Opus, so many times as fast. Raises `NoVoices`."""
    voice, english = VOICES[name], language == "en"
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "said.wav"
        said = (text, str(wav), speed)
        command = _flite(voice, *said) if english else _espeak(voice, language, *said)
        if not await _ran(command) or not wav.exists():
            raise NoVoices(f"{command[0]} did not speak.")
        size = voice.size if english else 1.0
        return await asyncio.to_thread(lambda: encode_opus(_samples(wav, size)))


async def _ran(command: Sequence[str]) -> bool:
    """Whether it went well. It outlives neither its time nor whoever waits for it. Raises `NoVoices`."""
    try:
        process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    except FileNotFoundError:
        raise NoVoices(f"{command[0]} is not installed. `make demo` installs it.") from None
    try:
        return await asyncio.wait_for(process.wait(), SPOKEN_WITHIN_S) == 0
    except TimeoutError:
        raise NoVoices(f"{command[0]} did not speak in time.") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _flite(voice: SynthesisVoice, text: str, wav: str, speed: float) -> Sequence[str]:
    longer, hertz = CALM / voice.size / speed, voice.pitch_hz * voice.size
    return (
        *("flite", "-voice", voice.flite, "--setf", f"int_f0_target_mean={hertz:.0f}"),
        *("--setf", f"duration_stretch={longer:.3f}", "-t", text, "-o", wav),
    )


def _espeak(voice: SynthesisVoice, language: str, text: str, wav: str, speed: float) -> Sequence[str]:
    pace = str(min(450, round(WORDS_PER_MINUTE * speed)))
    own = ("-v", f"{language}+{voice.variant}", "-p", str(voice.pitch))
    return ("espeak-ng", *own, "-s", pace, "-g", "4", "-w", wav, text)


def _samples(wav: Path, size: float) -> bytes:
    """One channel of 48 kHz, as loud as all others are. A bigger body is played slower, having spoken faster."""
    resampler, samples = av.AudioResampler("s16", "mono", RATE), array("h")
    with av.open(str(wav)) as file:
        for frame in file.decode(audio=0):
            frame.sample_rate, frame.pts = round(frame.sample_rate / size), None
            for piece in resampler.resample(frame):
                samples.frombytes(bytes(piece.planes[0])[: 2 * piece.samples])
    return _as_loud_as_all(samples).tobytes()


def _as_loud_as_all(samples: "array[int]") -> "array[int]":
    """By its mean power, as far as its peaks allow."""
    some = samples[::4] or array("h", [0])
    power = math.sqrt(sum(sample * sample for sample in some) / len(some))
    peak = abs(max(samples, key=abs, default=0))
    factor = min(LOUDNESS / max(1, power), PEAK_MAX / max(1, peak))
    return array("h", (int(sample * factor) for sample in samples))
