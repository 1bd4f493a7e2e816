"""Opening a circle over HTTP, and the links it answers with."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Request, status
from pydantic import TypeAdapter, ValidationError

from app.circle.names import clean
from app.circle.phases import Role
from app.circle.plan import TEMPLATES, custom
from app.live.hub import Full
from app.store.store import CircleId, StoreFailed
from app.web.house import House
from app.web.protocol import CreatedCircle, Invitation, NewCircle

BODY_BYTES_MAX = 4096
_new_circle = TypeAdapter(NewCircle)

router = APIRouter()


def roles_of(new: NewCircle) -> tuple[Role, ...]:
    """What each seat is invited as: facilitators first, then members, observers last."""
    members = new.seats - new.facilitators - new.observers
    return (
        *(Role.FACILITATOR,) * new.facilitators,
        *(Role.MEMBER,) * members,
        *(Role.OBSERVER,) * new.observers,
    )


def invitations(house: House, circle: CircleId, roles: tuple[Role, ...]) -> tuple[Invitation, ...]:
    """A personal link for every seat."""
    return tuple(
        Invitation(seat=seat, role=role, link=f"{house.public_url}/#{house.invites.invitation(circle, seat)}")
        for seat, role in enumerate(roles, start=1)
    )


async def open_circle(house: House, new: NewCircle) -> CreatedCircle:
    """Open it and invite. Raises ValueError in words, `Full`, `StoreFailed`."""
    roles = roles_of(new)
    plan = custom(new.steps) if new.steps is not None else TEMPLATES[new.template]
    circle = await house.hub.open(new.title, plan, roles, new.frame)
    return CreatedCircle(title=clean(new.title), invitations=invitations(house, circle, roles))


@router.post("/api/circles", status_code=status.HTTP_201_CREATED)
async def create(request: Request, authorization: Annotated[str | None, Header()] = None) -> CreatedCircle:
    """Open a new circle; the answer holds the links, which are shown nowhere else."""
    house: House = request.app.state.house
    _check_key(house, authorization)
    try:
        return await open_circle(house, _new_circle.validate_json(await body_of(request)))
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(part) for part in first["loc"]) or "body"
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, f"{where}: {first['msg']}") from None
    except ValueError as error:
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, str(error)) from None
    except Full:
        raise HTTPException(
            status.HTTP_503_SERVICE_UNAVAILABLE, "This server holds as many circles as it may. Try again later."
        ) from None
    except StoreFailed:
        raise HTTPException(
            status.HTTP_503_SERVICE_UNAVAILABLE, "The circle could not be kept, so it was not opened. Try again later."
        ) from None


def _check_key(house: House, authorization: str | None) -> None:
    key = house.settings.opening_key
    if key and not secrets.compare_digest(authorization or "", f"Bearer {key.get_secret_value()}"):
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Opening a circle here takes the opening key.")


async def body_of(request: Request) -> bytes:
    """The body of a small request. A larger one is refused before it is read."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BODY_BYTES_MAX:
            raise HTTPException(status.HTTP_413_CONTENT_TOO_LARGE, "That is too much to open a circle with.")
    return body
