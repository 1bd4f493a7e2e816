"""The voices as Debian's synthesis makes them, where it is installed."""

import asyncio
import shutil

import pytest

from app.client.microphone import FRAME_S
from app.demo.script import LANGUAGES, script_in
from app.demo.voices import VOICES, NoVoices, speak

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
