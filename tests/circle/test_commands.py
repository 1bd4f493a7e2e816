"""One class holds one whole command."""

from typing import get_args, get_type_hints

import pytest

from app.circle import commands as c
from app.circle.events import Event
from app.circle.phases import Role
from app.circle.transient_changes import TransientChange
from tests.support.scene import everybody_here

KEPT_OR_NOT = {*get_args(Event), *get_args(TransientChange)}


def test_no_command_is_left_out_of_the_union() -> None:
    assert {kind for kind in vars(c).values() if hasattr(kind, "effect")} == set(c.COMMANDS)


@pytest.mark.parametrize("kind", c.COMMANDS, ids=lambda kind: kind.__name__)
def test_a_command_says_who_may_ask_it_and_what_it_brings_about(kind: type[c.Command]) -> None:
    assert kind.roles and kind.roles <= set(Role)
    brings_about = get_type_hints(kind.effect)["return"]
    assert set(get_args(brings_about) or (brings_about,)) <= KEPT_OR_NOT


@pytest.mark.parametrize("kind", c.COMMANDS, ids=lambda kind: kind.__name__)
def test_a_view_can_offer_every_command(kind: type[c.Command]) -> None:
    """W1: what has no example is never in a view, though `decide` may accept it."""
    examples = list(kind.examples(everybody_here().circle))
    assert examples
    assert {type(example) for example in examples} == {kind}
