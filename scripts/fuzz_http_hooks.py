"""Hooks of schemathesis for `make fuzz-http`: who asks, and with whose link.

Each request comes from another source, or most are told to come later; the server believes it as it believes a proxy on
its own machine. And half of the requests that take a link have a valid one, or none would get beyond the door.
"""

import http.client
import itertools
import json
import os
from typing import Any

import schemathesis

FUZZED = os.environ["FUZZED"]
"""Host and port."""
LOCK = "0123456789abcdef"
"""Of a sealed circle and a sealed group."""
OPENED = {
    "/api/door": ("/api/circles", {"title": "Tuesday circle", "lock": LOCK}),
    "/api/group": (
        "/api/groups",
        {
            "name": "Tuesday group",
            "zone": "Europe/Berlin",
            "people": [{"name": "Frida", "leads": True}, {"name": "Mia"}],
            "terms": {},
            "lock": LOCK,
        },
    ),
}
"""What is opened for those whose path begins like this, and with what."""

numbers = itertools.count(1)


def links(path: str, body: dict[str, Any]) -> list[str]:
    """The links' secrets of what this opens."""
    server = http.client.HTTPConnection(FUZZED)
    server.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    opened = json.load(server.getresponse())
    server.close()
    each = opened.get("invitations") or opened["links"]
    return [one["link"].partition("#")[2] for one in each]


tokens = {path: itertools.cycle(links(*opened)) for path, opened in OPENED.items()}


@schemathesis.hook
def before_call(_context: Any, case: Any, _arguments: Any) -> None:
    """Say whom it comes from, in a network that is for documentation alone (RFC 3849), and by which link."""
    number = next(numbers)
    case.headers["X-Forwarded-For"] = f"2001:db8:{number:x}::1"
    for path, valid in tokens.items():
        if number % 2 and case.path.startswith(path) and isinstance(case.body, dict) and "token" in case.body:
            case.body["token"] = next(valid)
