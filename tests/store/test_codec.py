"""What was written once is read for ever."""

import json
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest
from pydantic import TypeAdapter

from app.circle import commands as c
from app.circle.events import Event, StepBegun
from app.circle.evolve import evolve, replay
from app.circle.hearing import may_be_heard
from app.circle.phases import Phase
from app.circle.plan import Template
from app.circle.record import Record
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from app.store.directory import EVENTS_FORMAT
from app.store.store import NotReadable
from tests.store.test_contract import RECORD
from tests.support.client import type_of
from tests.support.scene import FRIDA, MIA, piet_presents

SAMPLES = Path(__file__).parent / "samples"


def test_every_event_of_a_meeting_comes_back_as_it_was() -> None:
    """S4"""
    for event in piet_presents(Phase.CLOSING).log:
        assert event_from_text(event_to_text(event)) == event


def test_a_record_comes_back_as_it_was() -> None:
    """E2"""
    assert record_from_text(record_to_text(RECORD)) == RECORD


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda sample: sample.stem)
def test_events_as_they_lie_on_disk(sample: Path) -> None:
    """S4: frozen, one file a format, each with every kind of event of its time; no line of them is ever edited.

    A change that cannot read one of them would lose somebody's circle during an upgrade.
    """
    for text in sample.read_text().splitlines():
        assert says_all_of(json.loads(text), json.loads(event_to_text(event_from_text(text))))


def says_all_of(kept: object, read: object) -> bool:
    """Whether what is read says the same wherever what was kept says anything."""
    if isinstance(kept, dict) and isinstance(read, dict):
        return kept.keys() <= read.keys() and all(says_all_of(kept[name], read[name]) for name in kept)
    return kept == read


def test_a_meeting_begun_by_an_earlier_release_goes_on() -> None:
    """S4"""
    for sample in SAMPLES.iterdir():
        meeting = [event_from_text(text) for text in sample.read_text().splitlines()]
        until = next(i for i, event in enumerate(meeting) if isinstance(event, StepBegun) and event.step == 6)
        assert replay(meeting[: until + 1]).phase is Phase.SIT_BACK


def test_a_log_of_an_earlier_release_replays_as_it_did() -> None:
    """S4, C4: it says nowhere that a presenter was restored, so none is, in whichever case it went."""
    scene = piet_presents(Phase.PRESENTER_RETURNS, Template.TWO_CASES_90).next()
    scene.asks(MIA, c.OfferCase()).asks(FRIDA, c.NamePresenter(seat=MIA))
    reflection = next(i for i, step in enumerate(scene.circle.plan) if step.phase is Phase.REFLECTION)
    circle = evolve(scene.circle, StepBegun(at_ms=scene.now_ms, step=reflection))
    assert circle.presenter == MIA
    assert MIA not in may_be_heard(circle)


def test_a_record_of_an_earlier_release_is_read() -> None:
    """E8: it did not know for how long anybody was there."""
    kept = json.loads(record_to_text(RECORD))
    for person in kept["attendance"]:
        del person["present_ms"]
    assert [person.present_ms for person in record_from_text(json.dumps(kept)).attendance] == [None]


def test_what_a_newer_release_says_more_is_not_passed_over() -> None:
    """N10, V1, E8: an older node would go on with a circle without its lock, or lose somebody's minutes."""
    opened = json.loads((SAMPLES / f"format-{EVENTS_FORMAT}.jsonl").read_text().splitlines()[0])
    for newer in (opened | {"mood": "Mia"}, opened | {"frame": opened["frame"] | {"mood": "Mia"}}):
        with pytest.raises(NotReadable) as refused:
            event_from_text(json.dumps(newer))
        assert "Mia" not in str(refused.value)
    record = json.loads(record_to_text(RECORD))
    for newer in (record | {"mood": "Mia"}, record | {"attendance": [record["attendance"][0] | {"mood": "Mia"}]}):
        with pytest.raises(NotReadable) as refused:
            record_from_text(json.dumps(newer))
        assert "Mia" not in str(refused.value)


def test_whoever_adds_to_what_is_kept_raises_the_format_and_freezes_samples() -> None:
    """N10: nodes of two releases run side by side during an upgrade; the older must not be given what it cannot read.

    If this fails: raise `EVENTS_FORMAT`, add `samples/format-<n>.jsonl`, and put the new digest here.
    """
    sample = SAMPLES / f"format-{EVENTS_FORMAT}.jsonl"
    frozen = {json.loads(text)["type"] for text in sample.read_text().splitlines()}
    assert frozen == {type_of(kind) for kind in get_args(Event)}
    types = TypeAdapter(Event | Record).json_schema()["$defs"]
    shape = {name: sorted(kind.get("enum") or kind["properties"]) for name, kind in types.items()}
    digest = sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]
    assert (EVENTS_FORMAT, digest) == (7, "0839c8d33e2b30be")


def test_what_cannot_be_read_is_not_repeated() -> None:
    """It may hold a name."""
    with pytest.raises(NotReadable) as refused:
        event_from_text('{"at_ms":1,"seat":1,"name":"Frida","type":"has_sung"}')
    assert "Frida" not in str(refused.value)
    assert refused.value.__cause__ is None
    with pytest.raises(NotReadable) as refused:
        record_from_text(record_to_text(RECORD).replace("facilitator", "teacher"))
    assert "Frida" not in str(refused.value)
    assert refused.value.__cause__ is None
