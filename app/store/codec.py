"""Events and records as the JSON texts that are kept. What was written once is read for ever.

A text that says more than this release knows is not read at all: nobody goes on with a circle without its lock, or
writes a record back without what it has more.
"""

from typing import Annotated

from pydantic import Field, TypeAdapter

from app.circle.events import Event
from app.circle.record import Record
from app.store.store import NotReadable
from app.store.text_type import text_type

_event: TypeAdapter[Event] = text_type(Annotated[Event, Field(discriminator="type")])
_record: TypeAdapter[Record] = text_type(Record)


def event_to_text(event: Event) -> str:
    """One event as a line of JSON."""
    return _event.dump_json(event).decode()


def event_from_text(text: str) -> Event:
    """The event in this text. Raises `NotReadable` where there is none, without repeating what the text says."""
    try:
        return _event.validate_json(text, extra="forbid")
    except ValueError:
        raise NotReadable("a circle holds an event of another release") from None


def record_to_text(record: Record) -> str:
    """A record as JSON."""
    return _record.dump_json(record).decode()


def record_from_text(text: str) -> Record:
    """The record in this text. Raises `NotReadable` where there is none, without repeating what the text says."""
    try:
        return _record.validate_json(text, extra="forbid")
    except ValueError:
        raise NotReadable("the record of a circle is kept in the form of another release") from None
