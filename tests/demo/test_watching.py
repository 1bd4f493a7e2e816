"""What the facilitator of the seven makes of what she sees."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from app.client.client import Client
from app.client.sound import PeerSound
from app.demo.person import SyntheticPerson
from app.demo.watching import Watching

ADA, FRIDA, MIA = 2, 1, 9


def seen(presence: str, lost_long: tuple[int, ...] = (), **mia: Any) -> Watching:
    seats = [
        {"number": FRIDA, "role": "facilitator", "presence": presence, "offer": "none"},
        {"number": ADA, "role": "facilitator", "presence": "here", "offer": "none"},
        {"number": MIA, "role": "member", "presence": "here", "offer": "none"} | mia,
    ]
    view = {"phase": "call_for_case", "seats": seats, "leading": {"lost_long": [*lost_long]}}
    client = cast(Client, SimpleNamespace(view=view, code=None))
    return Watching(SyntheticPerson("Ada", client, cast(PeerSound, None)), {ADA}, 10, 1)


@pytest.mark.parametrize(
    ("presence", "lost_long", "leads"),
    [("here", (), True), ("coming_back", (), True), ("coming_back", (FRIDA,), False), ("left", (), False)],
)
def test_a_person_leads_until_they_have_left_or_are_lost_for_long(
    presence: str, lost_long: tuple[int, ...], leads: bool
) -> None:
    assert seen(presence, lost_long).moment.led_by_person is leads


def test_a_person_who_offers_a_case_presents() -> None:
    assert not seen("left").moment.presented_by_person
    assert seen("left", offer="standing").moment.presented_by_person
    assert seen("left", role="presenter").moment.presented_by_person


@pytest.mark.parametrize(
    ("presence", "role", "agreed", "let_in"),
    [
        ("here", "member", True, False),
        ("left", "member", True, True),
        ("here", "observer", True, True),
        ("left", "observer", False, False),
    ],
)
def test_where_a_person_leads_members_at_the_door_are_theirs_to_let_in(
    presence: str, role: str, agreed: bool, let_in: bool
) -> None:
    """D3, D4"""
    watching = seen(presence)
    waits = {"number": MIA, "role": role, "knocks": True, "agreed": agreed, "can": ["admit"]}
    watching._leading["at_door"] = [waits]
    assert watching.to_let_in == [MIA] * let_in
