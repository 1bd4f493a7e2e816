"""What was written once is read for ever."""

import json

from app.circle.phases import Phase
from app.store.codec import event_from_text, event_to_text, record_from_text, record_to_text
from tests.store.test_contract import RECORD
from tests.support.scene import piet_presents


def test_every_event_of_a_meeting_comes_back_as_it_was() -> None:
    """S4"""
    for event in piet_presents(Phase.CLOSING).log:
        assert event_from_text(event_to_text(event)) == event


def test_a_record_comes_back_as_it_was() -> None:
    """E2"""
    assert record_from_text(record_to_text(RECORD)) == RECORD


def test_events_of_this_release_as_they_lie_on_disk() -> None:
    """S4: frozen samples; a change that breaks one of them would lose somebody's circle."""
    samples = [
        '{"at_ms":1,"title":"T","plan":[{"phase":"gathering","minutes":5}],"roles":["facilitator","member"],'
        '"type":"circle_opened"}',
        '{"at_ms":2,"seat":1,"name":"Frida","type":"entered"}',
        '{"at_ms":3,"step":6,"type":"step_begun"}',
        '{"at_ms":4,"minutes":-2,"type":"time_changed"}',
        '{"at_ms":5,"seat":3,"type":"presenter_named"}',
        '{"at_ms":6,"seat":3,"type":"microphone_opened"}',
    ]
    for text in samples:
        assert json.loads(text).items() <= json.loads(event_to_text(event_from_text(text))).items()
