"""Hooks of schemathesis for `make fuzz-http`: each request comes from another source, or most are told to come later.

The server believes it as it believes a proxy on its own machine.
"""

import itertools
from typing import Any

import schemathesis

sources = itertools.count(1)


@schemathesis.hook
def before_call(_context: Any, case: Any, _arguments: Any) -> None:
    """Say whom it comes from, in a network that is for documentation alone (RFC 3849)."""
    case.headers["X-Forwarded-For"] = f"2001:db8:{next(sources):x}::1"
