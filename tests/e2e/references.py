"""Visual comparison: how some states looked when somebody last opened the pictures and found them good.

`make references` takes them anew. Look at the pictures before they are committed.
"""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from tests.e2e.stage import ENGLISH, Stage, stage

FOLDER = Path(__file__).parent / "references"
OUT = Path(__file__).parent / "out" / "compared"


class Look(NamedTuple):
    """A state at a width, in a theme, and in a language of the page or of `pseudo.py`."""

    state: str
    width: int
    theme: str
    language: str = ENGLISH

    def __str__(self) -> str:
        language = "" if self.language == ENGLISH else f"-{self.language}"
        return f"{self.state}-{self.width}-{self.theme}{language}"

    @property
    def file(self) -> str:
        return f"{self}.webp"


REFERENCES = (
    Look("front", 1280, "light"),
    Look("front-own-plan", 360, "dark"),
    Look("links", 360, "light"),
    Look("check-udp-blocked", 360, "light"),
    Look("lobby-member", 1280, "dark"),
    Look("lobby-microphone-denied", 360, "light"),
    Look("door-member", 360, "dark"),
    Look("door-facilitator", 1280, "light"),
    Look("observer-asks-member", 360, "light"),
    Look("other-device-member", 1280, "dark"),
    Look("closed-replaced", 360, "light"),
    Look("line-away", 1280, "light"),
    Look("sound-blocked", 360, "dark"),
    Look("gathering-member", 360, "light"),
    Look("call_for_case-facilitator", 1280, "dark"),
    Look("presentation-presenter", 360, "light"),
    Look("reflection-member", 1280, "light"),
    Look("reflection-member", 360, "dark"),
    Look("reflection-member", 360, "forced"),
    Look("reflection-presenter", 1280, "light"),
    Look("reflection-facilitator", 360, "light"),
    Look("pause-facilitator", 1280, "dark"),
    Look("full-member", 360, "light"),
    Look("debrief-facilitator", 1280, "light"),
    Look("end-meeting", 360, "dark"),
    Look("reflection-observer", 1440, "dark"),
    Look("clarifying_questions-presenter", 768, "light"),
    Look("closing-member", 1024, "dark"),
    Look("full-observer", 1024, "light"),
    Look("debrief-facilitator", 768, "dark"),
    Look("fishbowl-inner", 1280, "light"),
    Look("group-new", 360, "light"),
    Look("group-member", 1280, "light"),
    Look("group-member", 360, "dark"),
    Look("group-facilitator", 1024, "dark"),
    Look("group-settings", 768, "light"),
    Look("group-to-confirm", 1440, "light"),
    Look("reflection-facilitator", 1280, "light", "de"),
    Look("sit_back-presenter", 360, "light", "pl"),
    Look("group-member", 360, "light", "longer"),
    Look("reflection-member", 360, "dark", "rtl"),
    Look("reflection-member", 1024, "light", "rtl"),
)
"""The states whose looks are held."""
BLUR, DIFFERS_FROM, DIFFERS_MAX = 1.5, 24, 0.002
"""Pixels are blurred by so much, differ from so many of 256 steps on, and this share of them may."""


def taken(staged: Stage, look: Look) -> Image.Image:
    staged.show(look.state, look.width, look.theme)
    return Image.open(BytesIO(staged.picture())).convert("RGB")


def difference(before: Image.Image, now: Image.Image) -> Image.Image:
    """White where they differ to the eye; edges drawn a little softer or sharper do not."""
    apart = ImageChops.difference(*(picture.filter(ImageFilter.GaussianBlur(BLUR)) for picture in (before, now)))
    worst = ImageChops.lighter(apart.getchannel("R"), ImageChops.lighter(apart.getchannel("G"), apart.getchannel("B")))
    return worst.point(lambda value: 255 if value >= DIFFERS_FROM else 0)


def share_that_differs(before: Image.Image, now: Image.Image) -> float:
    if before.size != now.size:
        return 1.0
    return difference(before, now).histogram()[255] / (now.width * now.height)


def side_by_side(before: Image.Image, now: Image.Image) -> Image.Image:
    """Before, now, and what differs."""
    parts = [before, now, difference(before, now.resize(before.size))]
    whole = Image.new("RGB", (sum(part.width for part in parts), max(part.height for part in parts)))
    for number, part in enumerate(parts):
        whole.paste(part, (sum(before.width for before in parts[:number]), 0))
    return whole


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    for language in dict.fromkeys(look.language for look in REFERENCES):
        with stage(language) as staged:
            for look in (look for look in REFERENCES if look.language == language):
                taken(staged, look).save(FOLDER / look.file, lossless=True, method=6)


if __name__ == "__main__":
    main()
