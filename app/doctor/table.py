"""The doctor's table: each check judges the world it is handed, and says what to do."""

from collections.abc import Callable, Iterable

from app.doctor import machine, way
from app.doctor.finding import Finding
from app.doctor.world import World

CHECKS: dict[str, Callable[[World], Finding]] = {
    "versions": machine.versions,
    "server": machine.server,
    "public URL": way.links,
    "page": way.page,
    "certificate": way.certificate,
    "opening": machine.opening,
    "addresses": way.addresses,
    "relay": way.relays,
    "from outside": way.outside,
    "buffers": machine.buffers,
    "open files": machine.files,
    "clock": machine.clock,
    "store": machine.store,
}
"""In the order in which they are shown."""

AT_START = ("addresses", "buffers", "open files", "clock")
"""What a server that starts can see at once, asking nobody."""


def findings(world: World, names: Iterable[str] = CHECKS) -> dict[str, Finding]:
    """What each of these checks says of this world, by the check's name."""
    return {name: CHECKS[name](world) for name in names}
