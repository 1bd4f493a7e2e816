"""Each reader of what strangers send, given millions of damaged inputs: `make fuzz target=stun count=1000000`.

A target is a module here with `SEEDS`, true inputs to damage, and `check(data)`, which raises if the reader does with
these bytes what it must not, and otherwise may give whatever tells what came of them: inputs to which something new
happened are damaged further. `TARGETS` names them all.
"""

import importlib
from types import ModuleType

TARGETS = ("answer", "framing", "group", "rtcp", "rtp", "socket", "stun", "wire")


def target(name: str) -> ModuleType:
    """The module of a target."""
    return importlib.import_module(f"tests.fuzz.{name}")
