"""Whether this server is well, in numbers that name nobody."""

from typing import Any

from fastapi import APIRouter, Request, Response, status

from app.web.services import Services

router = APIRouter()


@router.api_route("/health", methods=["GET", "HEAD"])
async def health(request: Request, response: Response) -> dict[str, Any]:
    """For balancers and people on call: 200 while the loop answers, 503 while this server is about to go."""
    services: Services = request.app.state.services
    if services.draining:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    state = "draining" if services.draining else "ok"
    return {
        "status": state,
        "circles": len(services.hub.circles),
        "people": services.hub.people,
        "sockets": services.sockets,
    }
