"""Messages of browsers: a text is one of them, and the same again when it is passed on, or it is a ValueError."""

import json
from collections.abc import Hashable
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
        named = _TYPES[it["$ref"].rpartition("/")[2]]
        return named["enum"][0] if "enum" in named else _filled_in(_TYPES["Leave"])
    return _value(it["anyOf"][0]) if "anyOf" in it else _PLAIN[it["type"]]


def _filled_in(made: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(it) for name, it in made["properties"].items()}


COMMANDS = [_filled_in(_TYPES[kind.__name__]) for kind in get_args(Command)]
MESSAGES = [_filled_in(_TYPES[kind.__name__]) for kind in get_args(FromBrowser)]
"""One of each kind, simple and right."""

SEEDS = tuple(
    json.dumps(message).encode()
    for message in (*MESSAGES, *({"type": "ask", "id": 1, "command": command} for command in COMMANDS))
)


def check(data: bytes) -> Hashable:
    """Give what it is, or what is wrong with it first."""
    try:
        found = read(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return first["type"], first["loc"][:3]
    assert isinstance(found, FromBrowser)
    assert read(write_again(found)) == found
    command = getattr(found, "command", None)
    return found.type, command and command.type
