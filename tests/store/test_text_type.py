"""What has been read is kept by nobody but whoever has asked for it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.circle.events import Entered
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from app.web.protocol import read
from tests.store.test_contract import RECORD

ENTER = json.dumps({"type": "enter", "token": "a link of forty characters, as they are ", "name": "Mia Bellweather"})
EVENT = event_to_text(Entered(at_ms=1, seat=3, name="Mia Bellweather"))


@pytest.mark.parametrize(
    "words_of",
    [
        lambda: (read(ENTER).token, read(ENTER).name),  # type: ignore[union-attr]
        lambda: (event_from_text(EVENT).name,),  # type: ignore[union-attr]
        lambda: (record_from_text(record_to_text(RECORD)).title,),
    ],
    ids=["message", "event", "record"],
)
def test_each_reading_makes_its_own_words(words_of: Callable[[], tuple[Any, ...]]) -> None:
    """E2: a name that is read twice and is the same object both times was kept in between."""
    once, again = words_of(), words_of()
    assert once == again
    assert not any(first is second for first, second in zip(once, again, strict=True))
