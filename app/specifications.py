"""The wire for machines: OpenAPI 3.1 of what goes over HTTP, AsyncAPI 3.0 of the sockets, both made of the code.

`python -m app.specifications` writes them into `docs/wire/`; a test fails where they say something else.
"""

import json
import warnings
from pathlib import Path
from typing import Any, Literal, cast, get_args

from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from app.circle.commands import COMMANDS
from app.group.view import GroupView
from app.main import create_app
from app.web.circles_protocol import Door, NewCircle
from app.web.group_protocol import (
    AskGroup,
    AskPaper,
    EnterMeeting,
    GroupLeft,
    GroupLinks,
    GroupRefusal,
    LostLink,
    MeetingEntrance,
    NewGroup,
    OfGroup,
    OwnLink,
)
from app.web.line_check_protocol import FromChecker, ToChecker
from app.web.protocol import PROTOCOL, FromBrowser, ToBrowser
from app.web.services import Services

FOLDER = Path("docs/wire")
TITLE = "The virtual Balint circle"
REF = "#/components/schemas/{model}"
BODIES: dict[str, Any] = {
    "/api/circles": NewCircle,
    "/api/door": Door,
    "/api/groups": NewGroup,
    "/api/group": OfGroup,
    "/api/group/ask": AskGroup,
    "/api/group/links": OfGroup,
    "/api/group/lost-link": LostLink,
    "/api/group/enter": EnterMeeting,
    "/api/group/calendar": OfGroup,
    "/api/group/feed": OfGroup,
    "/api/group/certificate": AskPaper,
    "/api/group/certificate/data": AskPaper,
    "/api/group/log": OfGroup,
    "/api/group/export": OfGroup,
}
"""What the body of each request is. Routes read it themselves, strictly and with a bound, so FastAPI does not know."""

ANSWERS: dict[str, Any] = {
    "/api/groups": GroupLinks,
    "/api/group/ask": GroupView | OwnLink | GroupLeft,
    "/api/group/enter": MeetingEntrance,
}
"""Where a route may also answer with a refusal, FastAPI is not told what it answers with when it does not."""

FILES = {
    "/api/group/calendar": "text/calendar",
    "/api/group/certificate": "application/pdf",
    "/api/group/log": "text/csv",
}
"""What is answered with a file of this kind."""

OPENS = {"/api/circles", "/api/groups"}
"""What takes the opening key, where the server has one."""

REFUSES = {*ANSWERS, "/api/group/log"}
"""Where a group may say no."""

IN_WORDS = {
    "description": "It was not done; why, in words for people",
    "content": {
        "application/json": {
            "schema": {"type": "object", "required": ["detail"], "properties": {"detail": {"type": "string"}}}
        }
    },
}
SOCKETS = {
    "circle": ("/ws", "A seat in a circle", FromBrowser, ToBrowser),
    "check": ("/ws/check", "The line check: what is sent comes back, and goes to nobody else", FromChecker, ToChecker),
}


def openapi() -> dict[str, Any]:
    """What is asked over HTTP. Machines of the inside (health, numbers) are in `docs/OPERATIONS.md`."""
    with warnings.catch_warnings(action="ignore"):  # pages answer HEAD as they do GET, under one name
        made = get_openapi(title=TITLE, version=str(PROTOCOL), routes=create_app(cast(Services, None)).routes)
    made["paths"] = {path: methods for path, methods in made["paths"].items() if path.startswith("/api/")}
    schemas = made["components"]["schemas"]
    for path, methods in made["paths"].items():
        for operation in methods.values():
            operation["responses"]["default"] = IN_WORDS
            if body := BODIES.get(path):
                operation["requestBody"] = {"required": True, "content": _json(body, "-Input", schemas)}
            granted = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
            if answer := ANSWERS.get(path):
                granted["content"] = _json(answer, "", schemas)
            if kind := FILES.get(path):
                granted["content"] = {kind: {}}
            if path in REFUSES:
                refused = {"description": "The group says no", "content": _json(GroupRefusal, "", schemas)}
                operation["responses"]["409"] = refused
            if path in OPENS:
                operation["security"] = [{"opening_key": []}, {}]
    while unused := [name for name in schemas if f'"{REF.format(model=name)}"' not in json.dumps(made)]:
        del schemas[unused[0]]  # of the page's own paths, which are not told here
    made["components"]["securitySchemes"] = {"opening_key": {"type": "http", "scheme": "bearer"}}
    return dict(made)


def _json(kind: Any, suffix: str, schemas: dict[str, Any]) -> dict[str, Any]:
    """What stands in a body or an answer; the types it is made of go to `schemas`."""
    mode: Literal["validation", "serialization"] = "validation" if suffix else "serialization"
    schema = TypeAdapter(kind).json_schema(ref_template=REF + suffix, mode=mode)
    schemas |= {f"{name}{suffix}": inner for name, inner in schema.pop("$defs", {}).items()}
    return {"application/json": {"schema": schema | ({"additionalProperties": False} if suffix else {})}}


def asyncapi() -> dict[str, Any]:
    """What is said over the sockets, as the server has it: it receives what a client sends."""
    schemas = _schemas()
    return {
        "asyncapi": "3.0.0",
        "info": {"title": TITLE, "version": str(PROTOCOL), "description": "docs/PROTOCOL.md tells it in words."},
        "defaultContentType": "application/json",
        "channels": {name: _channel(*socket) for name, socket in SOCKETS.items()},
        "operations": {
            f"{action}_{name}": {
                "action": action,
                "channel": {"$ref": f"#/channels/{name}"},
                "messages": [{"$ref": f"#/channels/{name}/messages/{kind.__name__}"} for kind in get_args(union)],
            }
            for name, (_, _, taken, sent) in SOCKETS.items()
            for action, union in (("receive", taken), ("send", sent))
        },
        "components": {
            "schemas": schemas,
            "messages": {
                kind.__name__: {"name": kind.__name__, "payload": {"$ref": f"#/components/schemas/{kind.__name__}"}}
                for union in _unions()
                for kind in get_args(union)
            },
        },
    }


def _unions() -> tuple[Any, ...]:
    return (FromBrowser, ToBrowser, FromChecker, ToChecker)


def _channel(address: str, description: str, taken: Any, sent: Any) -> dict[str, Any]:
    kinds = (*get_args(taken), *get_args(sent))
    messages = {kind.__name__: {"$ref": f"#/components/messages/{kind.__name__}"} for kind in kinds}
    return {"address": address, "description": description, "messages": messages}


def _schemas() -> dict[str, Any]:
    """Of what the server takes, the fields that are needed; of what it sends, all: they are always there."""
    taken, sent = TypeAdapter(FromBrowser | FromChecker), TypeAdapter(ToBrowser | ToChecker)
    _, made = TypeAdapter.json_schemas([("in", "validation", taken), ("out", "serialization", sent)], ref_template=REF)
    takes = {kind.__name__ for kind in (*get_args(FromBrowser), *get_args(FromChecker), *COMMANDS)}
    for name, schema in made["$defs"].items():
        if name in takes:
            schema |= {"required": [*schema.get("required", ()), "type"], "additionalProperties": False}
        elif "properties" in schema:
            schema["required"] = [*schema["properties"]]
    del made["$defs"]["Ask"]["properties"]["command"]["discriminator"]  # AsyncAPI has another form of it
    return dict(sorted(made["$defs"].items()))


def documents() -> dict[Path, str]:
    """Each document as it should be."""
    made = {"openapi.json": openapi(), "asyncapi.json": asyncapi()}
    return {FOLDER / name: json.dumps(document, indent=1, ensure_ascii=False) + "\n" for name, document in made.items()}


if __name__ == "__main__":
    for path, text in documents().items():
        path.write_text(text)
