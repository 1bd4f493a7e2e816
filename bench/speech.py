"""A voice for Chromium's microphone, and how well a voice has come over: PESQ (ITU-T P.862.2), if it is installed.

A person's voice where Debian's asterisk-core-sounds-en-g722 is installed, else espeak-ng's.
"""

import base64
import statistics
import subprocess
import wave
from array import array
from pathlib import Path

import av

try:
    import numpy as np
    from pesq import pesq
except ImportError:
    pesq = None

RATE = 48_000
WIDEBAND = 16_000
PERSON = Path("/usr/share/asterisk/sounds/en_US_f_Allison")
SAID = ("demo-congrats", "demo-instruct")
TEXT = "I would like to tell you about a patient who has come to me every week for many years, and whom I cannot help."
WINDOW_S = 8
"""So much is compared at once, so that a jitter buffer that grows or shrinks does not spoil the rest."""


def speech(wav: Path) -> str:
    """Write a voice, 48 kHz, mono; says whose it is."""
    sources = [PERSON / f"{name}.g722" for name in SAID]
    whose = "a person's voice"
    if not all(source.is_file() for source in sources):
        sources, whose = [wav.with_suffix(".espeak.wav")], "espeak-ng's voice"
        subprocess.run(["espeak-ng", "-w", str(sources[0]), f"{TEXT} " * 4], check=True)
    with wave.open(str(wav), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for source in sources:
            file.writeframes(_samples(source))
    return whose


def quality(wav: Path, recorded: str) -> float | None:
    """How close a recording (base64 of 16 bit, 48 kHz) is to the voice: 1.0 to 4.6. None without PESQ."""
    if pesq is None:
        return None
    with wave.open(str(wav)) as file:
        said = _wideband(np.frombuffer(file.readframes(file.getnframes()), np.int16))
    came = _wideband(np.frombuffer(base64.b64decode(recorded), np.int16))
    loop, window = np.concatenate([said, said]), WINDOW_S * WIDEBAND
    scores: list[float] = []
    for at in range(0, len(came) - window + 1, window // 2):
        piece = came[at : at + window]
        start = _place(loop, piece)
        scores.append(pesq(WIDEBAND, loop[start : start + window], piece, "wb"))
    return statistics.mean(scores)


def _samples(source: Path) -> bytes:
    resampler, samples = av.AudioResampler("s16", "mono", RATE), array("h")
    with av.open(str(source), format="g722" if source.suffix == ".g722" else None) as file:
        for frame in file.decode(audio=0):
            for piece in resampler.resample(frame):
                samples.frombytes(bytes(piece.planes[0])[: 2 * piece.samples])
    return samples.tobytes()


def _wideband(samples: "np.ndarray") -> "np.ndarray":
    """A third of the rate, after a low pass."""
    taps = np.sinc(np.arange(-48, 49) / 3) * np.hamming(97) / 3
    return np.convolve(samples.astype(float) / 32768, taps, "same")[::3]


def _place(loop: "np.ndarray", piece: "np.ndarray") -> int:
    """Where a piece of the looped voice begins, by cross-correlation."""
    size = len(loop) + len(piece)
    both = np.fft.irfft(np.fft.rfft(loop, size) * np.conj(np.fft.rfft(piece, size)), size)
    return int(np.argmax(both[: len(loop) - len(piece)]))
