"""Asking over HTTP for one's link to be sent again. Nobody learns by it who belongs to a group."""

from fastapi import APIRouter, HTTPException, Request, Response, status
from pydantic import TypeAdapter

from app.group.commands_mail import is_address
from app.group.reasons import GroupReason
from app.store.text_type import text_type
from app.web.body import asked
from app.web.group_protocol import LostLink, LostLinkAsked, MailOffer
from app.web.language import words_for_asker
from app.web.services import Services
from app.web.throttle import check_rate

_lost_link: TypeAdapter[LostLink] = text_type(LostLink)

router = APIRouter()


@router.get("/api/mail")
async def offers_mail(request: Request, response: Response) -> MailOffer:
    """Whether this server sends mail, so that a page offers it."""
    services: Services = request.app.state.services
    response.headers["Cache-Control"] = "no-store"
    return MailOffer(sends=services.groups.sends_mail)


@router.post("/api/group/lost-link", status_code=status.HTTP_202_ACCEPTED)
async def send_again(request: Request, response: Response) -> LostLinkAsked:
    """Have one's link sent to the address that one has given. The answer is the same, whoever it is."""
    services: Services = request.app.state.services
    response.headers["Cache-Control"] = "no-store"
    check_rate(services.rates.mail_asks, request)
    address = (await asked(request, _lost_link)).address.strip()
    words = words_for_asker(request)
    if services.lost_links is None:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.no_mail)
    if not is_address(address):
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, words.refused[GroupReason.NO_ADDRESS])
    if not services.lost_links.ask(address):
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.failed)
    return LostLinkAsked(detail=words.problems.link_sent)
