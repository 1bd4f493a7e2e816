"""What is replaced in a thing that never changes is what `dataclasses.replace` would make of it."""

import dataclasses

import pytest

from app.circle.replacing import replace
from app.circle.seats import Presence
from tests.support.scene import MIA, piet_presents


def test_everything_else_stays_as_it_is() -> None:
    circle = piet_presents().circle
    seat, transient = circle.seat(MIA), circle.transient
    for ours, theirs in (
        (replace(circle, step=1, title="?"), dataclasses.replace(circle, step=1, title="?")),
        (replace(seat, presence=Presence.LEFT), dataclasses.replace(seat, presence=Presence.LEFT)),
        (replace(transient, keeper=MIA), dataclasses.replace(transient, keeper=MIA)),
        (replace(seat), seat),
    ):
        assert type(ours) is type(theirs)
        assert ours == theirs
    assert (circle.step > 1, seat.presence, transient.keeper) == (True, Presence.HERE, None)
    assert replace(circle, step=1).transient is transient


def test_a_field_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        replace(piet_presents().circle, microphone_open=True)  # type: ignore[call-arg]
