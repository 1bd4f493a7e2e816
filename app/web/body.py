"""The body of a request: JSON, small, and soon."""

import asyncio
from typing import TypeVar

from fastapi import HTTPException, Request, status
from pydantic import TypeAdapter, ValidationError
from starlette.requests import ClientDisconnect

from app.web.crowded import is_crowded
from app.web.language import words_for_asker

BODY_BYTES_MAX = 4096
ASKED_BYTES_MAX = 16_384
"""Of a group: sixteen names, or a frame with thirty steps and a sentence."""
BODY_WITHIN_S = 10
"""How long somebody may take to send one, on the poorest line."""

JSON_ONLY = 'This takes JSON, and "Content-Type: application/json".'
"""Another site's form can be sent without a question to this server, but never as JSON (the Fetch standard, CORS)."""

_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_WORDS = {
    "json_invalid": "this is not JSON",
    "missing": "is missing",
    "string_type": "has to be text",
    "bool_type": "has to be true or false",
    "int_type": "has to be a whole number",
    "tuple_type": "has to be a list",
    "dataclass_type": "has to be an object",
    "greater_than_equal": "has to be {ge} or more",
    "less_than_equal": "has to be {le} or less",
    "enum": "has to be one of {expected}",
}

B = TypeVar("B")


async def asked(
    request: Request,
    body_type: TypeAdapter[B],
    bytes_max: int = ASKED_BYTES_MAX,
    unknown: str = "is nothing that is asked for here",
) -> B:
    """The body of a request, as this type. `unknown` is what is said of a field that the type does not know.

    Raises `HTTPException`, of what is no such body (422) in words.
    """
    body = await body_of(request, bytes_max)
    try:
        return body_type.validate_json(body, strict=True, extra="forbid")
    except ValidationError as error:
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, what_is_wrong(error, unknown)) from None


async def body_of(request: Request, bytes_max: int = BODY_BYTES_MAX) -> bytes:
    """The body of a small request. One that is larger, or has too many values, is refused before it is read."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(status.HTTP_415_UNSUPPORTED_MEDIA_TYPE, JSON_ONLY)
    try:
        async with asyncio.timeout(BODY_WITHIN_S):
            body = await _read(request, bytes_max)
    except TimeoutError:
        words = words_for_asker(request).problems.too_slow
        raise HTTPException(status.HTTP_408_REQUEST_TIMEOUT, words, {"Connection": "close"}) from None
    except ClientDisconnect:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "Only a part of that was sent.") from None
    if len(body) > bytes_max or is_crowded(body):
        raise HTTPException(status.HTTP_413_CONTENT_TOO_LARGE, words_for_asker(request).problems.too_much)
    return body


async def _read(request: Request, bytes_max: int) -> bytes:
    """The body, or of a larger one some more than it may have."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > bytes_max:
            break
    return body


def what_is_wrong(error: ValidationError, unknown: str) -> str:
    """The first thing that is wrong with a body, in words for people. `unknown` is what is said of other fields."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] in _UNKNOWN:
        return " ".join([*(str(part) for part in first["loc"]), unknown]) + "."
    words = _WORDS[first["type"]].format_map(first.get("ctx", {})) if first["type"] in _WORDS else first["msg"]
    return " ".join([*(str(part) for part in first["loc"]), words]) + "."
