"""Names of every script are drawn by letters, not by the boxes that stand for letters that no font has."""

import shutil
import subprocess

import pytest

from tests.e2e.stage import Stage

NAMES = {
    "Arabic": "ليلى حداد",
    "Armenian": "Անի Սարգսյան",
    "Bengali": "অনন্যা রায়",
    "Cyrillic": "Оксана Їжак",
    "Devanagari": "अनन्या शर्मा",
    "Ethiopic": "ሰላም ተስፋዬ",
    "Georgian": "ნინო ბერიძე",
    "Greek": "Ελένη Ψαρού",
    "Han": "王小明",
    "Hangul": "김민지",
    "Hebrew": "נועה לוי",
    "Kana": "さくら タナカ",
    "Tamil": "அனிதா குமார்",
    "Thai": "สมชาย ใจดี",
}
UNASSIGNED = "\u0378\u0379"
"""Two code points that are no letter, so that no font has them."""
PICTURES = """letters => {
  const { fontFamily } = getComputedStyle(document.querySelector('.name'));
  const pen = new OffscreenCanvas(96, 96).getContext('2d', { willReadFrequently: true });
  pen.font = `48px ${fontFamily}`;
  return [...letters].map(letter => {
    pen.clearRect(0, 0, 96, 96);
    pen.fillText(letter, 16, 64);
    return pen.getImageData(0, 0, 96, 96).data.join();
  });
}"""
"""What each of these letters looks like in the font of the names at the seats."""


def machine_draws(letters: str) -> bool:
    points = " ".join(f"{ord(letter):x}" for letter in letters)
    fonts = subprocess.run(["fc-list", f":charset={points}"], capture_output=True, check=True)
    return fonts.stdout != b""


@pytest.mark.skipif(not shutil.which("fc-list"), reason="what fonts there are is not known: apt-get install fontconfig")
@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_drawn_by_letters(stage: Stage, script: str) -> None:
    letters = NAMES[script].replace(" ", "")
    if not machine_draws(letters):
        pytest.skip(f"no font here has {script}: apt-get install fonts-noto-core fonts-noto-cjk")
    page = stage.page if stage.page.locator(".name").count() else stage.show("gathering-member")
    box, another, nothing = page.evaluate(PICTURES, f"{UNASSIGNED} ")
    assert box == another != nothing, "what is no letter is drawn as a box"
    drawn = zip(letters, page.evaluate(PICTURES, letters), strict=True)
    assert [letter for letter, picture in drawn if picture in (box, nothing)] == []
