"""What whoever runs the server may do with its circles: list the open ones by number, and end one. It names nobody.

A number is made from the circle's name and the secret: it is the same at every node and after every start, and leads
nobody in.
"""

import re
from typing import Annotated

from fastapi import APIRouter, Body, HTTPException, status
from pydantic import BaseModel

from app.live.actor import CircleActor
from app.live.mailbox import ActorStopped
from app.store.store import StoreFailed
from app.web.services import Services

Number = Annotated[str, Body(embed=True)]
"""Which circle, or group, is meant."""


class OpenCircle(BaseModel):
    """One circle, as far as it is anybody's business."""

    number: str
    phase: str
    """A `Phase`, of which another release may know more."""
    open_for_s: int
    here: int
    seats: int


def control_router(services: Services) -> APIRouter:
    """The circles that live at this process. Whoever includes it sees to it that only the right people can ask."""
    router = APIRouter()

    @router.get("/node/circles")
    async def circles() -> list[OpenCircle]:
        return [_shown(number, actor) for number, actor in _numbered(services)]

    @router.post("/node/circles/end", status_code=status.HTTP_204_NO_CONTENT)
    async def end(number: Number) -> None:
        found = [actor for each, actor in _numbered(services) if each == number]
        if len(found) != 1:
            raise HTTPException(status.HTTP_404_NOT_FOUND, "This number belongs to no circle here, or to two.")
        try:
            await found[0].end()
        except StoreFailed:
            raise HTTPException(
                status.HTTP_503_SERVICE_UNAVAILABLE, "The store could not keep it, so the circle goes on. Try again."
            ) from None
        except ActorStopped:
            raise HTTPException(status.HTTP_409_CONFLICT, "The circle has just moved. Look again.") from None

    return router


def is_same_number(one: str, other: str) -> bool:
    """Whether both are one number, typed with its hyphen or without."""
    return re.sub(r"\D", "", one) == re.sub(r"\D", "", other)


def _numbered(services: Services) -> list[tuple[str, CircleActor]]:
    living = ((name, services.hub.living(name)) for name in services.hub.circles)
    return [(services.invites.number(name), actor) for name, actor in living if actor]


def _shown(number: str, actor: CircleActor) -> OpenCircle:
    circle = actor.circle
    return OpenCircle(
        number=number,
        phase=circle.phase,
        open_for_s=(actor.clock.now_ms() - circle.opened_ms) // 1000,
        here=sum(seat.here for seat in circle.seats),
        seats=len(circle.seats),
    )
