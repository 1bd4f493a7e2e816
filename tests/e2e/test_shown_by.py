"""Whatever the page can say of a microphone, or ask in a dialog, some state shows."""

import re
from pathlib import Path

from tests.e2e.shown_by import DIALOGS, PASSING, SAID_IN, SAYINGS, WITH_A_DIALOG
from tests.e2e.states import STATES

SOURCE = Path(__file__).parents[2] / "frontend" / "src"
OPENS_DIALOG = re.compile(r"<(?:Dialog|Confirm)\s")
WRAPPER = "Confirm"
"""A dialog of one question, whose users are listed."""


def keys_of(table: str, text: str) -> set[str]:
    """Of the object literal that follows this name."""
    body = text.split(table, 1)[1].split("\n};", 1)[0]
    return set(re.findall(r"^  (\w+):", body, re.MULTILINE))


def test_every_sign_of_a_microphone_has_a_state() -> None:
    signs = (SOURCE / "lib" / "microphone" / "signs.ts").read_text()
    assert set(SAYINGS) | PASSING == keys_of("SIGNS", signs)
    assert set(SAID_IN) <= set(STATES)


def test_every_dialog_has_a_state() -> None:
    ui = SOURCE / "ui"
    opens = {str(file.relative_to(ui).with_suffix("")) for file in ui.rglob("*.svelte") if opens_dialog(file)}
    assert set(DIALOGS) == opens - {WRAPPER}
    assert set(STATES) >= WITH_A_DIALOG


def opens_dialog(file: Path) -> bool:
    return OPENS_DIALOG.search(file.read_text()) is not None
