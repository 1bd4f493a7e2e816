"""Messages of browsers: a text is one of them, and the same again when it is passed on, or it is a ValueError."""

import json
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, get_args

from pydantic import ValidationError

from app.circle.commands import Command
from app.web.protocol import FromBrowser, read, write_again
from app.web.schema import schema

_TYPES = schema()["$defs"]
_PLAIN = {"boolean": True, "integer": 3, "number": 1.5, "string": "text", "null": None}


def _value(it: dict[str, Any]) -> Any:
    """The simplest that may stand there."""
    if "const" in it:
        return it["const"]
    if "$ref" in it:
        name = it["$ref"].rpartition("/")[2]
        named = _TYPES["Leave" if name == "Command" else name]
        return named["enum"][0] if "enum" in named else _filled_in(named)
    if "items" in it:
        return [_value(it["items"])]
    if "pattern" in it:
        return "A" * 43
    return _value(it["anyOf"][0]) if "anyOf" in it else _PLAIN[it["type"]]


def _filled_in(made: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(it) for name, it in made["properties"].items()}


def simplest(kinds: Iterable[type[Any]]) -> list[dict[str, Any]]:
    """One of each kind of message or command, simple and right."""
    return [_filled_in(_TYPES[kind.__name__]) for kind in kinds]


COMMANDS = simplest(get_args(Command))
MESSAGES = simplest(get_args(FromBrowser))

ODD: tuple[Any, ...] = ("1", "", 1.0, 1, True, None, [], {})
"""What stands in a field's place in one seed or another: of another type, or nearly."""


def _seeds() -> Iterator[dict[str, Any]]:
    for command in COMMANDS:
        yield {"type": "ask", "id": 1, "command": command}
        yield from ({"type": "ask", "id": 1, "command": command | {name: odd}} for name in command for odd in ODD)
    for message in MESSAGES:
        yield message
        yield from (message | {name: odd} for name in message for odd in ODD)


SEEDS = tuple(json.dumps(message).encode() for message in _seeds())


def check(data: bytes) -> Hashable:
    """Give what it is, or what is wrong with it first."""
    try:
        found = read(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return first["type"], first["loc"][:3]
    assert isinstance(found, FromBrowser)
    assert read(write_again(found)) == found
    assert _same(json.loads(data), json.loads(write_again(found)))
    command = getattr(found, "command", None)
    return found.type, command and command.type


def _same(said: dict[str, Any], passed_on: dict[str, Any]) -> bool:
    """Whether nothing was taken for something else, or overlooked; null is as good as nothing."""
    if "sent_ms" in said:
        said["sent_ms"] = float(said["sent_ms"])
    return json.dumps(_told(said), sort_keys=True) == json.dumps(_told(passed_on), sort_keys=True)


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items() if one is not None}
    return [_told(one) for one in value] if isinstance(value, list) else value
