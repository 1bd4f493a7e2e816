"""The door: what somebody reads before they enter, without anybody inside noticing, and nothing about who is there."""

from fastapi import APIRouter, HTTPException, Request, status
from pydantic import TypeAdapter

from app.circle.door import knocks
from app.circle.invitations import has_ended
from app.live.hub import Ended, NoCircle
from app.store.store import StoreFailed
from app.store.text_type import text_type
from app.web.body import body_of
from app.web.circles_protocol import Door, DoorSign
from app.web.invites import NotInvited
from app.web.services import Services
from app.web.throttle import check_rate

_door: TypeAdapter[Door] = text_type(Door)

router = APIRouter()


@router.post("/api/door")
async def look(request: Request) -> DoorSign:
    """The frame of the circle that an invitation leads to."""
    services: Services = request.app.state.services
    body = await body_of(request)
    try:
        shown = services.invites.read(_door.validate_json(body, strict=True, extra="forbid").token)
    except (NotInvited, ValueError):
        check_rate(services.rates.looks, request)
        raise HTTPException(status.HTTP_403_FORBIDDEN, "This invitation does not open a circle here.") from None
    check_rate(services.rates.looks, request, shown.circle)
    try:
        circle = await services.hub.read(shown.circle)
    except (NoCircle, Ended):
        raise HTTPException(status.HTTP_410_GONE, "This circle is not here any more.") from None
    except StoreFailed:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, "The circle cannot be read just now.") from None
    seat = circle.seat(shown.seat)
    if has_ended(seat, shown.renewals):
        raise HTTPException(status.HTTP_409_CONFLICT, "This invitation has ended.")
    return DoorSign(
        title=circle.title,
        role=seat.role,
        frame=circle.frame,
        knocks=knocks(circle, seat, None, services.hub.clock.now_ms()),
        lock=circle.lock,
    )
