"""`make screenshots`: pictures of every state at four widths in two themes; outside of
rooms, which fill the window, also of what lies below the fold.

All go to `tests/e2e/out/pictures`. Those that a document shows go to `docs/images`, by their names there, and so does
one sheet a state, with all its pictures in small.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.e2e.stage import Stage, stage
from tests.e2e.states import STATES

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
SHEETS = IMAGES / "states"
ALL = Path(__file__).parent / "out" / "pictures"
WIDTHS = (1440, 1024, 768, 360)
SHEET_THEMES = ("light", "dark")
SHOWN = re.compile(r"images/([\w-]+)-(\d+)-(light|dark|forced)\.webp")
SCALE, GAP = 0.32, 12
QUALITY = 74
Look = tuple[int, str]


def main(names: list[str]) -> None:
    """Of these states; of all where none is named, and then nothing old is left."""
    wanted = set(shown_in_documents())
    for old in [] if names else [*IMAGES.glob("*.*"), *SHEETS.glob("*.webp"), *ALL.glob("*.webp")]:
        old.unlink()
    for folder in (SHEETS, ALL):
        folder.mkdir(parents=True, exist_ok=True)
    with stage() as staged:
        for name in names or STATES:
            looks = {(width, theme) for width in WIDTHS for theme in SHEET_THEMES}
            looks |= {look for state, look in wanted if state == name}
            pictures = take(staged, name, sorted(looks, reverse=True))  # as `narrow` takes it: from wide to narrow
            for look, picture in pictures.items():
                keep(picture, ALL / file_name(name, look))
                if (name, look) in wanted:
                    keep(picture, IMAGES / file_name(name, look))
            keep(sheet(pictures), SHEETS / f"{name}.webp")


def shown_in_documents() -> Iterator[tuple[str, Look]]:
    """The pictures that README and docs show, by state and look."""
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for state, width, theme in SHOWN.findall(document.read_text()):
            yield state, (int(width), theme)


def file_name(state: str, look: Look) -> str:
    width, theme = look
    return f"{state}-{width}-{theme}.webp"


def take(staged: Stage, name: str, looks: list[Look]) -> dict[Look, Image.Image]:
    """The state in each of these looks, one after the other."""
    pictures = {}
    for number, (width, theme) in enumerate(looks):
        if number == 0:
            staged.show(name, width, theme)
        else:
            staged.look(width, theme)
        pictures[width, theme] = Image.open(BytesIO(staged.picture(full_page=not staged.state.enters))).convert("RGB")
    return pictures


def sheet(pictures: Mapping[Look, Image.Image]) -> Image.Image:
    """All pictures of a state: a row a theme, a column a width."""
    small = {look: picture.resize(scaled(picture)) for look, picture in pictures.items()}
    columns = [max(small[width, theme].width for theme in SHEET_THEMES) for width in WIDTHS]
    rows = [max(small[width, theme].height for width in WIDTHS) for theme in SHEET_THEMES]
    whole = Image.new("RGB", (sum(columns) + GAP * len(columns), sum(rows) + GAP * len(rows)), "#808080")
    for x, width in enumerate(WIDTHS):
        for y, theme in enumerate(SHEET_THEMES):
            place = (sum(columns[:x]) + GAP * x + GAP // 2, sum(rows[:y]) + GAP * y + GAP // 2)
            whole.paste(small[width, theme], place)
    return whole


def scaled(picture: Image.Image) -> tuple[int, int]:
    return round(picture.width * SCALE), round(picture.height * SCALE)


def keep(picture: Image.Image, file: Path) -> None:
    picture.save(file, quality=QUALITY, method=6)


if __name__ == "__main__":
    main(sys.argv[1:])
