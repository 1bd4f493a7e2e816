"""The wire: what is read, what is written, and the documents made from it."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.circle import notices
from app.circle.commands import Command
from app.circle.phases import Phase
from app.web.closing import COMES_BACK, CloseCode
from app.web.protocol import Ask, read, write
from app.web.schema import schema
from tests.support.client import type_of
from tests.support.scene import NAMES, piet_presents


@pytest.mark.parametrize("kind", get_args(Command), ids=type_of)
def test_every_command_makes_the_round_trip(kind: type) -> None:
    """W1"""
    odd = {"outer": (1,), "signal": "yes", "on": True, "bounded": True, "name": "Ada"}
    numbers = {name: odd.get(name, 1) for name in kind.__dataclass_fields__ if name != "type"}
    ask = Ask(id=7, command=kind(**numbers))
    text = json.dumps({"type": "ask", "id": 7, "command": {**numbers, "type": type_of(kind)}})
    assert read(text) == ask


@given(st.text() | st.binary())
def test_anything_else_is_a_value_error(text: str | bytes) -> None:
    """W3"""
    with pytest.raises(ValueError):
        read(text)


@pytest.mark.parametrize("kind", get_args(notices.Notice), ids=lambda kind: kind.__name__)
def test_no_notice_has_a_form_on_the_wire(kind: type) -> None:
    """W4"""
    assert kind not in get_args(Command)
    assert kind.__name__ not in schema()["$defs"]


@pytest.mark.parametrize("phase", [Phase.CALL_FOR_CASE, Phase.REFLECTION])
@pytest.mark.parametrize("seat", NAMES)
def test_a_view_is_written_whole_and_small(phase: Phase, seat: int) -> None:
    """W2"""
    text = write(piet_presents(phase).view(seat))
    assert json.loads(text)["you"]["number"] == seat
    assert len(text) < 6000


def test_every_close_code_says_whether_the_page_comes_back() -> None:
    """W3"""
    assert set(COMES_BACK) == set(CloseCode)
    assert all(4000 <= code <= 4999 for code in CloseCode)
