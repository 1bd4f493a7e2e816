"""The voices as Debian's synthesis makes them, where it is installed."""

import asyncio
import shutil
import signal
from pathlib import Path

import pytest

from app.client.microphone import FRAME_S
from app.demo import voices
from app.demo.script import LANGUAGES, script_in
from app.demo.voices import VOICES, NoVoices, speak
from tests.support.peer import until

NEEDS = {"en": "flite", "de": "espeak-ng"}


@pytest.mark.parametrize("language", NEEDS)
def test_everybody_speaks_and_three_times_as_fast(language: str) -> None:
    if not shutil.which(NEEDS[language]):
        pytest.skip(f"{NEEDS[language]} is not installed")

    async def run() -> None:
        text = "She never takes her coat off."
        slow = {name: await speak(name, text, language, 1) for name in VOICES}
        assert all(1 < len(frames) * FRAME_S < 5 for frames in slow.values())
        assert len({b"".join(frames) for frames in slow.values()}) == len(VOICES), "two sound alike"
        fast = await speak("Ada", text, language, 3)
        assert 0.2 < len(fast) / len(slow["Ada"]) < 0.5

    asyncio.run(run())


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each not in NEEDS])
def test_the_case_is_spoken_in_its_language(language: str) -> None:
    """By a voice of that language: another one says it otherwise."""
    if not shutil.which(NEEDS["de"]):
        pytest.skip(f"{NEEDS['de']} is not installed")

    async def run() -> None:
        text = script_in(language)["lingering"][0].text
        own, german = [await speak("Mira", text, voice, 1) for voice in (language, "de")]
        assert 0.5 < len(own) * FRAME_S < 4 and own != german

    asyncio.run(run())


def test_where_no_synthesis_is_installed_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoVoices, match="flite is not installed"):
        asyncio.run(speak("Ada", "Yes.", "en", 1))


@pytest.mark.parametrize("stopped", [False, True])
def test_a_synthesis_that_hangs_is_not_waited_for_and_does_not_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    """Nor one that nobody waits for any more."""
    begin, begun = asyncio.create_subprocess_exec, list[asyncio.subprocess.Process]()
    flite = tmp_path / "flite"
    flite.write_text("#!/bin/sh\nexec /bin/sleep 600\n")
    flite.chmod(0o700)

    async def noted(*command: str, stderr: int) -> asyncio.subprocess.Process:
        begun.append(await begin(*command, stderr=stderr))
        return begun[-1]

    async def run() -> None:
        speaking = asyncio.create_task(speak("Ada", "Yes.", "en", 1))
        await until(lambda: begun)
        if stopped:
            speaking.cancel()
        await speaking

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    monkeypatch.setattr(voices, "SPOKEN_WITHIN_S", 600 if stopped else 0)
    with pytest.raises(asyncio.CancelledError if stopped else NoVoices):
        asyncio.run(run())
    assert [process.returncode for process in begun] == [-signal.SIGKILL]
