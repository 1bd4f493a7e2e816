"""Whatever the page can say of a microphone, tell at once, or ask in a dialog, some state shows."""

import re
from pathlib import Path

import pytest

from tests.e2e.shown_by import BANNERS, DIALOGS, NOTICES, PASSING, SAID_IN, SAYINGS, TOLD_IN
from tests.e2e.states import STATES

SOURCE = Path(__file__).parents[2] / "frontend" / "src"
UI = SOURCE / "ui"
WRAPPERS = {"Confirm", "group/AskedFirst"}
"""Dialogs of one question, whose users are listed."""


def keys_of(table: str, text: str) -> set[str]:
    """Of the object literal that follows this name."""
    body = text.split(table, 1)[1].split("\n};", 1)[0]
    return set(re.findall(r"^  (\w+):", body, re.MULTILINE))


def test_every_sign_of_a_microphone_has_a_state() -> None:
    signs = (SOURCE / "lib" / "microphone" / "signs.ts").read_text()
    assert set(SAYINGS) | PASSING == keys_of("SIGNS", signs)
    assert set(SAID_IN) <= set(STATES)


def test_every_notice_of_the_page_has_a_state() -> None:
    notices = (SOURCE / "lib" / "notices.svelte.ts").read_text()
    [own] = re.findall(r"type Notice = Reason \| (.+);", notices)
    assert set(NOTICES) == {*re.findall(r"'(\w+)'", own), "stale"}
    assert set(TOLD_IN) <= set(STATES)


@pytest.mark.parametrize(("table", "tags"), [(DIALOGS, "Dialog|Confirm|AskedFirst"), (BANNERS, "Banner")])
def test_every_component_that_asks_or_tells_has_a_state(table: dict[str, tuple[str, ...]], tags: str) -> None:
    uses = re.compile(rf"<(?:{tags})\s")
    users = {
        str(file.relative_to(UI).with_suffix("")) for file in UI.rglob("*.svelte") if uses.search(file.read_text())
    }
    assert set(table) == users - WRAPPERS
    assert {state for states in table.values() for state in states} <= set(STATES)
