"""The documents for machines are what their standards call valid: OpenAPI 3.1 and AsyncAPI 3.0."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.process import ROOT

WIRE = ROOT / "docs" / "wire"
ASYNCAPI = Path(__file__).with_name("asyncapi-3.0.0.schema.json")


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text()))


def test_the_document_of_http_is_openapi() -> None:
    validator = pytest.importorskip("openapi_spec_validator").OpenAPIV31SpecValidator
    document = read(WIRE / "openapi.json")
    assert list(validator(document).iter_errors()) == []
    assert not validator(document | {"info": {}}).is_valid()


def test_the_document_of_the_socket_is_asyncapi() -> None:
    """By the standard's own schema, without what our document has none of (bindings and the like)."""
    validator = pytest.importorskip("jsonschema").Draft7Validator(read(ASYNCAPI))
    document = read(WIRE / "asyncapi.json")
    assert list(validator.iter_errors(document)) == []
    for part in ("channels", "operations"):
        name, first = next(iter(document[part].items()))
        assert not validator.is_valid(document | {part: {name: first | {"of_nobody": 1}}})
