"""Whether this server is well, in numbers that name nobody."""

from typing import Any

from fastapi import APIRouter, Request

from app.web.house import House

router = APIRouter()


@router.get("/health")
async def health(request: Request) -> dict[str, Any]:
    """For balancers and people on call: 200 while the loop answers."""
    house: House = request.app.state.house
    return {"status": "ok", "circles": len(house.hub.circles), "people": house.hub.people, "sockets": house.sockets}
