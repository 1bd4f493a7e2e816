"""Asking over HTTP for one's link to be sent again. Nobody learns by it who belongs to a group."""

from fastapi import APIRouter, HTTPException, Request, Response, status
from pydantic import TypeAdapter

from app.group.commands_mail import is_address
from app.web.group_protocol import LostLink, LostLinkAsked, MailOffer
from app.web.groups import asked
from app.web.services import Services
from app.web.throttle import check_rate

SAID = (
    "If a group here has this address, your link is on its way to it: it takes some minutes. It is sent once in ten "
    "minutes at most. Otherwise ask a facilitator of your group: they can send it to you again."
)

_lost_link = TypeAdapter(LostLink)

router = APIRouter()


@router.get("/api/mail")
async def offers_mail(request: Request, response: Response) -> MailOffer:
    """Whether this server sends mail, so that a page offers it."""
    services: Services = request.app.state.services
    response.headers["Cache-Control"] = "no-store"
    return MailOffer(sends=services.lost_links is not None)


@router.post("/api/group/lost-link", status_code=status.HTTP_202_ACCEPTED)
async def send_again(request: Request, response: Response) -> LostLinkAsked:
    """Have one's link sent to the address that one has given. The answer is the same, whoever it is."""
    services: Services = request.app.state.services
    response.headers["Cache-Control"] = "no-store"
    check_rate(services.mail_asks, request, services.hub.clock.now_ms(), "Much mail has been asked for")
    address = (await asked(request, _lost_link)).address.strip()
    if services.lost_links is None:
        words = "This server sends no mail. Ask a facilitator of your group: they can send you your link again."
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words)
    if not is_address(address):
        words = "This is no address that mail can be sent to: write it as name@example.org."
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, words)
    services.lost_links.ask(address)
    return LostLinkAsked(detail=SAID)
