"""Key states in every language of the page, and in the two that nobody speaks: pictures to be opened and read.

    python -m tests.e2e.languages
    python -m tests.e2e.languages --of de rtl --states front group-settings

They go to `tests/e2e/out/languages`, several on a sheet, in their own size: `de-360-01.webp`.
"""

import argparse
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.e2e.chromium import launch
from tests.e2e.dictionaries import LANGUAGES
from tests.e2e.pseudo import PSEUDO
from tests.e2e.stage import ENGLISH, Stage
from tests.e2e.states import STATES

KEY_STATES = (
    "front",
    "links",
    "lobby-member",
    "door-facilitator",
    "gathering-facilitator",
    "call_for_case-facilitator",
    "sit_back-presenter",
    "reflection-facilitator",
    "microphone-denied",
    "end-meeting",
    "group-member",
)
ALL = (ENGLISH, *LANGUAGES, *PSEUDO)
FOLDER = Path(__file__).parent / "out" / "languages"
SHEETS = {360: (4, 1), 1280: (1, 2)}
"""By the width of a screen: how many pictures stand beside one another, and how many rows of them there are."""
STRIP_HEIGHT, REPEATED, GAP = 1000, 40, 8
"""A longer page is cut into strips, whose last lines stand in the next one again."""


def taken(stage: Stage, states: Iterable[str], width: int) -> Iterator[Image.Image]:
    for name in states:
        stage.show(name, width)
        yield Image.open(BytesIO(stage.picture(full_page=not stage.state.enters))).convert("RGB")


def strips(picture: Image.Image) -> Iterator[Image.Image]:
    for top in range(0, max(1, picture.height - REPEATED), STRIP_HEIGHT - REPEATED):
        yield picture.crop((0, top, picture.width, min(picture.height, top + STRIP_HEIGHT)))


def in_groups(parts: list[Image.Image], most: int) -> list[list[Image.Image]]:
    return [parts[first : first + most] for first in range(0, len(parts), most)]


def sheet(parts: list[Image.Image], columns: int) -> Image.Image:
    rows = in_groups(parts, columns)
    heights = [max(part.height for part in row) + GAP for row in rows]
    whole = Image.new("RGB", ((parts[0].width + GAP) * len(rows[0]), sum(heights)), "#808080")
    for at, row in enumerate(rows):
        for column, part in enumerate(row):
            whole.paste(part, ((part.width + GAP) * column, sum(heights[:at])))
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description="Take pictures of the page in its languages.")
    parser.add_argument("--of", nargs="+", choices=ALL, default=ALL, metavar="LANGUAGE")
    parser.add_argument("--states", nargs="+", choices=STATES, default=KEY_STATES, metavar="STATE")
    parser.add_argument("--widths", nargs="+", type=int, choices=SHEETS, default=SHEETS)
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            for language in asked.of:
                stage = Stage(browser, language)
                for width in asked.widths:
                    columns, rows = SHEETS[width]
                    parts = [part for whole in taken(stage, asked.states, width) for part in strips(whole)]
                    for number, some in enumerate(in_groups(parts, columns * rows), start=1):
                        sheet(some, columns).save(FOLDER / f"{language}-{width}-{number:02}.webp", quality=90)
                stage.close()
        finally:
            browser.close()


if __name__ == "__main__":
    main()
