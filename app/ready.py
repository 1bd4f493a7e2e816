"""What is said once a server is ready: to a newcomer, a first circle's links; to a parent process, just that."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterable
from contextlib import suppress

from app.circle.plan import Template
from app.web.circles import invitations, open_and_invite
from app.web.protocol import Invitation, NewCircle
from app.web.services import Services

FIRST = NewCircle(title="Our Balint circle", template=Template.ONE_CASE_60)


async def show_ready_circle(services: Services) -> None:
    """Print the links of the newest open circle, opening a first one where there is none."""
    if services.hub.circles:
        name = services.hub.circles[-1]
        circle = await services.hub.read(name)
        title, links = circle.title, invitations(services, name, tuple(seat.role for seat in circle.seats))
    else:
        created = await open_and_invite(services, FIRST)
        title, links = created.title, created.invitations
    print("\n".join(_lines(services, title, links)), flush=True)


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


def _lines(services: Services, title: str, links: Iterable[Invitation]) -> Iterable[str]:
    yield f"\n  {title} is ready. Each link is one person's seat: open one, send the others.\n"
    for link in links:
        yield f"    {link.role:<12} {link.link}"
    yield f"\n  A new circle: {services.public_url}/    Stop: Ctrl+C\n"
