"""What is written once of a group is read for ever."""

import json
from datetime import date, time
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from app.circle.plan import Template
from app.circle.replacing import replace
from app.group.commands_attendance import ConfirmMeeting
from app.group.commands_cards import AnswerEndCard, AnswerQuarterly
from app.group.commands_coming import InviteGuest, SayComing
from app.group.commands_dates import CancelMeeting, MoveMeeting
from app.group.commands_erasure import AskErasure
from app.group.commands_links import RenewLink
from app.group.commands_log import AssignParts, NoteSupervision
from app.group.commands_people import LeaveGroup
from app.group.group import Group
from app.group.meeting import Assigned, LeaderPart
from app.group.person import MailProof
from app.group.retention import with_forgotten
from app.store.group_codec import GROUPS_FORMAT, group_from_text, group_to_text
from app.store.store import NotReadable
from tests.support.group_scene import ADA, FINN, FRIDA, MAX, MIA, GroupScene

PROOF = MailProof(sent_ms=1, codes=2, address="mia@example.net", code="012345", wrong=1)
SAMPLES = Path(__file__).parent / "group_samples"


def full() -> Group:
    """A group with something in every field of its document."""
    scene = GroupScene(template=Template.FISHBOWL_90, end_card=True, quarterly_item=True, fair_turn=True)
    proved = replace(scene.group.one(MIA), mail="mia@example.org", proof=PROOF, language="de")
    scene.group = scene.group.with_person(proved)
    scene.plans("2027-01-12", count=4)
    scene.asks(FRIDA, AskErasure()).asks(FRIDA, CancelMeeting(meeting=10)).asks(MIA, SayComing(meeting=8, coming=False))
    scene.asks(FRIDA, InviteGuest(meeting=8, name="Olga", observes=True))
    scene.asks(FRIDA, AssignParts(meeting=9, parts=(Assigned(person=FINN, part=LeaderPart.LEAD, case=1),)))
    scene.holds(7, [(FRIDA, 60), (MIA, 42)]).asks(FRIDA, ConfirmMeeting(meeting=7, vnr="276"))
    scene.asks(FRIDA, NoteSupervision(meeting=7, words="Dr Berg")).asks(MIA, AnswerEndCard(meeting=7, choice=2))
    scene.asks(MIA, SayComing(meeting=9, coming=False)).asks(FRIDA, RenewLink(person=FRIDA))
    scene.asks(FRIDA, MoveMeeting(meeting=9, on=date(2027, 2, 10), at=time(18)))
    scene.group = scene.group.with_meeting(
        replace(scene.meeting(8), entered=(MIA,), few_told=True, unconfirmed_told=True, renewals=(0, 0, 0, 1, 0, 0))
    )
    return scene.asks(ADA, AnswerQuarterly(choice=1)).asks(MAX, LeaveGroup()).group


def test_a_group_comes_back_as_it_was() -> None:
    """G23"""
    assert group_from_text(group_to_text(full())) == full()


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda sample: sample.stem)
def test_groups_as_they_lie_on_disk(sample: Path) -> None:
    """G23: frozen, one file a format; none is ever edited."""
    group = group_from_text(sample.read_text())
    assert group_from_text(group_to_text(group)) == group
    assert '"confirmed_by":1' in sample.read_text()
    assert '"confirmed_by":1' not in group_to_text(with_forgotten(group, group.opened_ms))


def test_whoever_changes_the_document_raises_its_format_and_freezes_a_sample() -> None:
    """G23: if this fails, raise `GROUPS_FORMAT`, add `group_samples/format-<n>.json`, and put the new digest here."""
    assert (SAMPLES / f"format-{GROUPS_FORMAT}.json").exists()
    types = TypeAdapter(Group).json_schema()
    kinds = types.pop("$defs") | {"Group": types}
    shape = {name: sorted(kind.get("enum") or kind["properties"]) for name, kind in kinds.items()}
    digest = sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]
    assert (GROUPS_FORMAT, digest) == (7, "42f5710d4d9748b3")


def test_a_group_of_a_newer_release_is_not_read() -> None:
    """G23: it would be written back without what it has more. What it says is not repeated."""
    kept = json.loads(group_to_text(full()))
    for newer in (
        kept | {"format": GROUPS_FORMAT + 1},
        kept | {"group": kept["group"] | {"mood": "Mia"}},
        {"format": 1, "group": kept["group"] | {"people": [kept["group"]["people"][0] | {"mood": "Mia"}]}},
        [],
    ):
        with pytest.raises(NotReadable) as refused:
            group_from_text(json.dumps(newer))
        assert "Mia" not in str(refused.value)


def test_an_address_that_an_earlier_format_has_was_never_proved_and_is_left_out() -> None:
    """G31, G23"""
    group = full()
    text = group_to_text(group).replace(f'"format":{GROUPS_FORMAT}', '"format":2')
    assert {person.mail for person in group_from_text(text).people} == {""}
    assert {person.mail for person in group.people} == {"", "mia@example.org"}
