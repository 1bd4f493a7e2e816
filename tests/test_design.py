"""docs/DESIGN.md and the page's styles tell of the same tokens, and styles use no others."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "frontend" / "src"
TOKENS = (SOURCE / "tokens.css").read_text()
DESIGN = (ROOT / "docs" / "DESIGN.md").read_text()
LIGHT, DARK, FORCED = re.split(r"@media [^{]+", TOKENS)
MOVES = re.compile(r"var\(--(?:quick|slow)\)|none")
SIDE = re.compile(r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:top|right|bottom|left)(?:-\w+)?: |: (?:left|right);")
"""A side of the screen. `transform-origin` has no other."""
SPEAKS = {"Face.svelte"}
"""The styles in which somebody's voice is shown."""
LIST = re.compile(r"<(?:(ol)|ul)\b([^>]*)>")


def _declared(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", css))


def _styles() -> dict[str, str]:
    """Every style of the page but the tokens, by its file."""
    files = [*SOURCE.glob("*.css"), *SOURCE.rglob("*.svelte")]
    return {file.name: file.read_text() for file in files if file.name != "tokens.css"}


def test_the_tables_of_the_design_are_the_tokens() -> None:
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in DESIGN.splitlines() if line.startswith("| `--")
    ]
    colours = {row[0].strip("`"): row[1:3] for row in rows if len(row) == 4}
    others = {row[0].strip("`"): row[1] for row in rows if len(row) == 3}
    assert {name: light for name, (light, _) in colours.items()} | others == _declared(LIGHT)
    assert {name: dark for name, (_, dark) in colours.items()} == _declared(DARK)


def test_whoever_has_colours_of_their_own_gets_them_for_every_colour() -> None:
    assert _declared(FORCED).keys() == _declared(DARK).keys() - {"--shadow", "--veil"}
    assert not re.search(r"#[0-9a-f]{3}", FORCED)


def test_a_theme_changes_tokens_and_nothing_else() -> None:
    assert "prefers-color-scheme" in TOKENS
    assert [name for name, sheet in _styles().items() if "prefers-color-scheme" in sheet] == []


def test_what_lies_behind_a_dialog_has_its_veil_in_both_themes() -> None:
    veiled = re.findall(r"([^{}]+)\{[^{}]*--veil:", TOKENS)
    assert ["::backdrop" in selectors for selectors in veiled] == [True, True]


def test_every_token_is_used_and_every_variable_is_declared() -> None:
    everything = "".join(_styles().values())
    used = set(re.findall(r"var\((--[\w-]+)", everything))
    own = set(re.findall(r"(?:style:)?(--[\w-]+)(?:: |=)", everything))
    tokens = set(_declared(LIGHT))
    assert used <= tokens | own
    assert tokens <= used


def test_no_style_names_a_colour_of_its_own() -> None:
    for name, sheet in _styles().items():
        style = sheet.partition("<style>")[2] or sheet
        assert not re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", style), name


def test_no_style_has_a_size_a_radius_or_a_time_of_its_own() -> None:
    for name, sheet in _styles().items():
        style = sheet.partition("<style>")[2] or sheet
        sizes = re.findall(r"font-size: ([^;]+);", style)
        radii = re.findall(r"border-radius: ([^;]+);", style)
        moves = re.findall(r"transition:([^;]+);", style)
        assert not [size for size in sizes if re.search(r"\d(?:px|rem|em)", size)], name
        assert not [radius for radius in radii if re.search(r"\d(?:px|rem|em)", radius)], name
        assert not [move for move in ",".join(moves).split(",") if move and not MOVES.search(move)], name


def test_amber_is_speech_and_nothing_else() -> None:
    assert {name for name, sheet in _styles().items() if "var(--speech)" in sheet} == SPEAKS


def test_sides_follow_the_direction_of_writing() -> None:
    for name, sheet in _styles().items():
        style = sheet.partition("<style>")[2] or sheet
        assert SIDE.findall(re.sub(r"transform-origin: \w+;", "", style)) == [], name
        boxes = re.findall(r"(?:padding|margin|inset): ([^;]+);", style)
        assert [box for box in boxes if len(_values(box)) == 4] == [], name


def _values(box: str) -> list[str]:
    """Each value of a shorthand, whatever it is computed from."""
    while "(" in box:
        box = re.sub(r"\([^()]*\)", "", box)
    return box.split()


def test_no_style_reaches_into_another_component() -> None:
    """A component is told by props, data attributes or inherited variables what it should look like."""
    assert [name for name, sheet in _styles().items() if ":global" in sheet] == []


def test_what_opens_beside_its_button_is_not_drawn_where_a_browser_opens_nothing() -> None:
    """It would stand in the page always, over all else."""
    lasting = r"@supports not selector\(:popover-open\) \{\s*\[popover\] \{\s*display: none;"
    assert re.search(lasting, _styles()["app.css"])


def test_a_browser_keeps_the_page_clear_of_notches_by_itself() -> None:
    """Safari does, and paints beside it, until a page asks for all of the screen (https://webkit.org/blog/7929)."""
    everything = (ROOT / "frontend" / "index.html").read_text() + "".join(_styles().values())
    assert "viewport-fit" not in everything
    assert "safe-area-inset" not in everything


def test_a_list_whose_order_or_name_means_something_is_one_for_everybody() -> None:
    """W2: a list without marks is none in Safari, VoiceOver tells no places of it, unless it says that it is one."""
    found = 0
    for name, sheet in _styles().items():
        for is_ordered, attributes in LIST.findall(sheet.partition("<style>")[0]):
            if is_ordered or "aria-label" in attributes:
                assert 'role="list"' in attributes, name
                found += 1
    assert found > 10
