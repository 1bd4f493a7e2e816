"""Visual comparison: how some states looked when somebody last opened the pictures and found them good.

`make references` takes them anew. Look at the pictures before they are committed.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from tests.e2e.stage import Stage, stage

FOLDER = Path(__file__).parent / "references"
OUT = Path(__file__).parent / "out" / "compared"
REFERENCES = (
    ("front", 1280, "light"),
    ("front-own-plan", 360, "dark"),
    ("links", 360, "light"),
    ("check-udp-blocked", 360, "light"),
    ("lobby-member", 1280, "dark"),
    ("lobby-microphone-denied", 360, "light"),
    ("door-member", 360, "dark"),
    ("door-facilitator", 1280, "light"),
    ("observer-asks-member", 360, "light"),
    ("other-device-member", 1280, "dark"),
    ("closed-replaced", 360, "light"),
    ("line-away", 1280, "light"),
    ("sound-blocked", 360, "dark"),
    ("gathering-member", 360, "light"),
    ("call_for_case-facilitator", 1280, "dark"),
    ("presentation-presenter", 360, "light"),
    ("reflection-member", 1280, "light"),
    ("reflection-member", 360, "dark"),
    ("reflection-member", 360, "forced"),
    ("reflection-presenter", 1280, "light"),
    ("reflection-facilitator", 360, "light"),
    ("pause-facilitator", 1280, "dark"),
    ("full-member", 360, "light"),
    ("debrief-facilitator", 1280, "light"),
    ("end-meeting", 360, "dark"),
    ("reflection-observer", 1440, "dark"),
    ("clarifying_questions-presenter", 768, "light"),
    ("closing-member", 1024, "dark"),
    ("full-observer", 1024, "light"),
    ("debrief-facilitator", 768, "dark"),
    ("fishbowl-inner", 1280, "light"),
    ("group-new", 360, "light"),
    ("group-member", 1280, "light"),
    ("group-member", 360, "dark"),
    ("group-facilitator", 1024, "dark"),
    ("group-settings", 768, "light"),
    ("group-to-confirm", 1440, "light"),
)
"""The states whose looks are held, each at one width in one theme."""
BLUR, DIFFERS_FROM, DIFFERS_MAX = 1.5, 24, 0.002
"""Pixels are blurred by so much, differ from so many of 256 steps on, and this share of them may."""


def file_name(state: str, width: int, theme: str) -> str:
    return f"{state}-{width}-{theme}.webp"


def taken(staged: Stage, state: str, width: int, theme: str) -> Image.Image:
    staged.show(state, width, theme)
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
    with stage() as staged:
        for state, width, theme in REFERENCES:
            taken(staged, state, width, theme).save(FOLDER / file_name(state, width, theme), lossless=True, method=6)


if __name__ == "__main__":
    main()
