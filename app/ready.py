"""What is said once a server is ready: to a newcomer, a first circle's links; to a parent process, just that."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from app.circle.plan import Template
from app.web.circles import invitations, open_and_invite
from app.web.circles_protocol import NewCircle
from app.web.link_key import new_link_key
from app.web.services import Services

FIRST = NewCircle(title="Our Balint circle", template=Template.ONE_CASE_60)
EACH = "Each link is one person's seat: open one, send the others.\n"
SEALED = "\n  Voices are sealed: the key is in these links and is kept nowhere, so they cannot be printed again."
PRINTED_BEFORE = "The circle that is open is sealed. Its links were printed when it was opened, and still lead in."


async def show_ready_circle(services: Services) -> None:
    """Open a first circle where there is none but groups', and print its links.

    It is sealed: its key is made here, printed, and kept nowhere. So the links of a sealed circle that is open already
    cannot be printed again; those of one that is not sealed are.
    """
    circles = [(name, await services.hub.read(name)) for name in services.hub.circles]
    open_already = [(name, circle) for name, circle in circles if not circle.notes_presence]
    if not open_already:
        made = new_link_key()
        created = await open_and_invite(services, replace(FIRST, lock=made.lock))
        links = [f"  {each.role:<12} {each.link}~{made.key}" for each in created.invitations]
        said = [f"{created.title} is ready. {EACH}", *links, SEALED]
    else:
        name, circle = open_already[-1]
        roles = tuple(seat.role for seat in circle.seats)
        links = [f"  {each.role:<12} {each.link}" for each in invitations(services, name, roles)]
        said = [PRINTED_BEFORE] if circle.sealed else [f"{circle.title} is ready. {EACH}", *links]
    print("\n".join(_lines(services, said)), flush=True)


def say_ready(parent: socket.socket) -> None:
    """Tell the parent process that circles can be taken here."""
    with suppress(ConnectionError):
        parent.send(b".")


def end_without(parent: socket.socket) -> None:
    """End as by SIGTERM, in order, once the parent process is gone."""
    loop = asyncio.get_running_loop()

    def gone() -> None:
        loop.remove_reader(parent)
        os.kill(os.getpid(), signal.SIGTERM)

    loop.add_reader(parent, gone)


def _lines(services: Services, said: Iterable[str]) -> Iterable[str]:
    yield ""
    for line in said:
        yield f"  {line}"
    yield f"\n  A new circle: {services.public_url}/    Stop: Ctrl+C\n"
