"""Opening a circle over HTTP, and the links it answers with."""

from fastapi import APIRouter, HTTPException, Request, Response, status
from pydantic import TypeAdapter

from app.circle.decide import NoMember, NoTitle, open_circle
from app.circle.phases import Role
from app.circle.plan import TEMPLATES, NoPlan, custom, frame_of
from app.circle.timing import UNUSED_AFTER_MS
from app.live.hub import Full, FullOfUnused
from app.store.store import CircleId, StoreFailed
from app.store.text_type import text_type
from app.web.body import BODY_BYTES_MAX, asked
from app.web.circles_protocol import CreatedCircle, Invitation, NewCircle
from app.web.language import words_for_asker
from app.web.opening import check_key
from app.web.services import Services
from app.web.throttle import check_rate
from app.words.languages import ENGLISH
from app.words.words import Words

_new_circle: TypeAdapter[NewCircle] = text_type(NewCircle)

router = APIRouter()


def roles_of(new: NewCircle) -> tuple[Role, ...]:
    """What each seat is invited as: facilitators first, then members, observers last."""
    members = new.seats - new.facilitators - new.observers
    return (
        *(Role.FACILITATOR,) * new.facilitators,
        *(Role.MEMBER,) * members,
        *(Role.OBSERVER,) * new.observers,
    )


def invitations(services: Services, circle: CircleId, roles: tuple[Role, ...]) -> tuple[Invitation, ...]:
    """A personal link for every seat."""
    return tuple(
        Invitation(seat=seat, role=role, link=f"{services.public_url}/#{services.invites.invitation(circle, seat)}")
        for seat, role in enumerate(roles, start=1)
    )


async def open_and_invite(services: Services, new: NewCircle) -> CreatedCircle:
    """Open it and invite. Raises ValueError in words, `Full`, `StoreFailed`."""
    roles = roles_of(new)
    plan = custom(new.steps) if new.steps is not None else TEMPLATES[new.template]
    now_ms = services.hub.clock.now_ms()
    opened = open_circle(new.title, plan, roles, now_ms, frame_of(new.template, new.frame), new.lock)
    circle = await services.hub.open(opened)
    links = invitations(services, circle, roles)
    return CreatedCircle(title=opened.title, expires_ms=now_ms + UNUSED_AFTER_MS, invitations=links)


@router.post("/api/circles", status_code=status.HTTP_201_CREATED)
async def create(request: Request, response: Response) -> CreatedCircle:
    """Open a new circle; the answer holds the links, which are shown nowhere else."""
    services: Services = request.app.state.services
    response.headers["Cache-Control"] = "no-store"
    check_rate(services.rates.openings, request)
    check_key(services.settings, request)
    new = await asked(request, _new_circle, BODY_BYTES_MAX, "is nothing a circle is opened with")
    words = words_for_asker(request)
    try:
        return await open_and_invite(services, new)
    except ValueError as error:
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, _why_not(error, words)) from None
    except FullOfUnused:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.full_of_unused) from None
    except Full:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.full) from None
    except StoreFailed:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.circle_not_opened) from None


def _why_not(error: ValueError, words: Words) -> str:
    """Why this is no circle: exactly in English, and in other languages for what a page can ask (W20)."""
    if words.lang == ENGLISH:
        return str(error)
    match error:
        case NoPlan():
            return words.problems.no_plan
        case NoMember():
            return words.problems.no_member
        case NoTitle():
            return words.problems.no_title
    return str(error)  # no page sends it
