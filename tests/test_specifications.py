"""The documents for machines say what is so, and nothing that protocol 1 has had is taken away."""

import json
import re
from functools import reduce
from inspect import getsource
from operator import or_
from typing import Any, get_args, get_type_hints

from fastapi import Response
from fastapi.routing import APIRoute

from app.specifications import ANSWERS, BODIES, REFUSES, asyncapi, documents, openapi
from app.web import group_papers, groups
from app.web.protocol import PROTOCOL
from tests.support.process import ROOT

FIRST = ROOT / "docs" / "wire" / f"protocol-{PROTOCOL}.json"
"""Each type as it was when this protocol was first released. `python -m tests.test_specifications` writes it: until
then whenever more is to be promised, and after that never again.
"""

Shapes = dict[str, dict[str, Any]]


def shapes_of(document: dict[str, Any]) -> Shapes:
    """By type: what it may not be without, what else it has, and the values of a closed set."""
    found: Shapes = {}
    for name, schema in document["components"]["schemas"].items():
        required = {*schema.get("required", ())}
        found[name] = {
            "needed": sorted(required),
            "optional": sorted({*schema.get("properties", ())} - required),
            "values": sorted(schema.get("enum", ())),
            "sent": schema.get("additionalProperties", True),
        }
    return found


def broken(first: Shapes, now: Shapes) -> list[str]:
    """What a client of the first release would miss, or be asked for in vain."""
    found = []
    for name, was in first.items():
        if name not in now:
            found.append(name)
            continue
        has = now[name]
        kept = {*has["needed"]} if was["sent"] else {*has["needed"], *has["optional"]}
        found += [f"{name}.{field}" for field in {*was["needed"]} - kept]
        found += [f"{name}.{field}" for field in {*was["optional"]} - {*has["needed"], *has["optional"]}]
        found += [f"{name}: {value}" for value in {*was["values"]} - {*has["values"]}]
        if not was["sent"]:
            found += [f"{name}.{field} is needed" for field in {*has["needed"]} - {*was["needed"]}]
    return sorted(found)


def test_the_documents_are_as_the_code_has_it() -> None:
    """W1: run `make protocol` if this fails."""
    for path, text in documents().items():
        assert (ROOT / path).read_text() == text, path


def test_nothing_of_this_protocol_is_taken_away() -> None:
    """W19"""
    assert broken(json.loads(FIRST.read_text()), shapes_of(asyncapi())) == []


def test_what_breaks_a_client_is_found() -> None:
    """W19"""
    sent = {"needed": ["a"], "optional": [], "values": [], "sent": True}
    taken = {"needed": ["a"], "optional": ["b"], "values": [], "sent": False}
    closed = {"needed": [], "optional": [], "values": ["x"], "sent": True}
    assert broken({"V": sent}, {"V": sent | {"needed": ["a", "c"]}}) == []
    assert broken({"V": sent}, {"V": sent | {"needed": [], "optional": ["a"]}}) == ["V.a"]
    assert broken({"V": sent}, {}) == ["V"]
    assert broken({"E": taken}, {"E": taken | {"optional": ["b", "c"]}}) == []
    assert broken({"E": taken}, {"E": taken | {"needed": ["a", "b"], "optional": []}}) == ["E.b is needed"]
    assert broken({"S": closed}, {"S": closed | {"values": ["y"]}}) == ["S: x"]


def test_every_request_with_a_body_has_it_described() -> None:
    """W1: in `BODIES` of `app/specifications.py`; where FastAPI does not know the answer, in `ANSWERS` or `FILES`."""
    paths = openapi()["paths"]
    posts = {path for path, methods in paths.items() if "post" in methods}
    assert posts == {*BODIES}
    granted = {path: paths[path]["post"]["responses"] for path in posts}
    told = {
        path: next(it["content"] for status, it in found.items() if status < "3") for path, found in granted.items()
    }
    assert [path for path, content in told.items() if content.get("application/json", {}).get("schema") == {}] == []


def test_whatever_a_group_answers_with_is_described() -> None:
    """W1: of a route that may also refuse FastAPI is not told what it answers with (`ANSWERS`, `REFUSES`)."""
    answers, refuses = {}, set()
    for route in (*groups.router.routes, *group_papers.router.routes):
        assert isinstance(route, APIRoute)
        kinds = {*get_args(get_type_hints(route.endpoint)["return"])}
        if Response in kinds:
            answers[route.path] = reduce(or_, kinds - {Response})
        if "refusal_of(" in getsource(route.endpoint):
            refuses.add(route.path)
    assert (answers, refuses) == (ANSWERS, REFUSES)


def test_every_reference_leads_somewhere() -> None:
    for document in (openapi(), asyncapi()):
        for ref in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document)):
            found: Any = document
            for key in ref.split("/"):
                found = found[key]
            assert found


if __name__ == "__main__":
    FIRST.write_text(json.dumps(shapes_of(asyncapi()), indent=None, separators=(",", ":")).replace("},", "},\n") + "\n")
