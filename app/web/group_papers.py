"""What people take away from a group over HTTP: calendar, certificate, a leader's log, and what is kept of them."""

import secrets

from fastapi import APIRouter, HTTPException, Request, Response, status
from pydantic import TypeAdapter

from app.circle.names import clean
from app.group.certificate import certificate_of
from app.group.export import MemberExport, export_of
from app.group.group import Group
from app.group.leaders_log import has_log, led_by
from app.group.letters import written_in
from app.group.person import Person
from app.group.reasons import GroupReason, GroupRefused
from app.group.zones import Zone
from app.live.kept_groups import NoGroup
from app.live.zones import zone_of
from app.store.store import StoreFailed
from app.store.text_type import text_type
from app.web.certificate_pdf import NotDrawn
from app.web.group_keys import GroupPass, person_by_feed, person_by_link
from app.web.group_protocol import AskPaper, CalendarFeed, CertificatePaper, OfGroup
from app.web.groups import group_in_words, opened_by, refusal_of
from app.web.invites import NotInvited
from app.web.language import words_for_asker
from app.web.log_csv import log_csv
from app.web.services import Services
from app.web.throttle import check_rate
from app.words.languages import spoken, words_in
from app.words.words import Words

CALENDAR = "text/calendar; charset=utf-8"
NOT_READ = "The calendar cannot be read just now."
NO_CALENDAR = "There is no calendar at this address. It may have been renewed."

_of_group: TypeAdapter[OfGroup] = text_type(OfGroup)
_ask_paper: TypeAdapter[AskPaper] = text_type(AskPaper)

router = APIRouter()


@router.post("/api/group/calendar")
async def calendar_file(request: Request, response: Response) -> Response:
    """All dates as one file, to be taken into any calendar."""
    services, shown, _ = await opened_by(request, response, _of_group)
    words = words_for_asker(request)
    group, _ = await _found(services, shown, words)
    try:
        return _file(await _calendar(services, group, words), CALENDAR, "group.ics")
    except TimeoutError:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.group_not_read) from None


@router.post("/api/group/feed")
async def feed_address(request: Request, response: Response) -> CalendarFeed:
    """The address of one's own calendar."""
    services, shown, _ = await opened_by(request, response, _of_group)
    words = words_for_asker(request)
    _, person = await _found(services, shown, words)
    if not person.feed:
        return CalendarFeed(url=None)
    key = services.group_keys.feed(shown.group, person)
    return CalendarFeed(url=f"{services.public_url}/calendar/{key}.ics?lang={words.lang}")


@router.api_route("/calendar/{key}.ics", methods=["GET", "HEAD"])
async def feed(request: Request, key: str, lang: str = "") -> Response:
    """The calendar that somebody has subscribed to, in their language. Reading it writes nothing."""
    services: Services = request.app.state.services
    try:
        shown = services.group_keys.read_feed(key)
    except NotInvited:
        check_rate(services.rates.group_asks, request)
        raise HTTPException(status.HTTP_404_NOT_FOUND, NO_CALENDAR) from None
    check_rate(services.rates.group_asks, request, shown.group)
    try:
        group = await services.groups.kept.look(shown.group)
        person = person_by_feed(group, shown)
        words = words_in(spoken(lang) or written_in(group, person))
        return _file(await _calendar(services, group, words, followed=True), CALENDAR, "group.ics")
    except (NotInvited, NoGroup):
        raise HTTPException(status.HTTP_404_NOT_FOUND, NO_CALENDAR) from None
    except (StoreFailed, TimeoutError):
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, NOT_READ, {"Retry-After": "600"}) from None


@router.post("/api/group/certificate")
async def certificate_file(request: Request, response: Response) -> Response:
    """One's own certificate as a PDF."""
    services, paper, zone = await _paper(request, response)
    words = words_for_asker(request)
    try:
        made = await services.paper_maker.pdf(paper, zone, words)
    except NotDrawn:
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, words.problems.not_drawn) from None
    except TimeoutError:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words.problems.not_made) from None
    return _file(made, "application/pdf", "certificate.pdf")


@router.post("/api/group/certificate/data")
async def certificate_data(request: Request, response: Response) -> CertificatePaper:
    """The same, for a page to print."""
    _, paper, _ = await _paper(request, response)
    return paper


@router.post("/api/group/log", response_model=None)
async def leaders_log(request: Request, response: Response) -> Response:
    """The log of a leader, or of somebody who has led, as CSV."""
    services, shown, _ = await opened_by(request, response, _of_group)
    words = words_for_asker(request)
    group, person = await _found(services, shown, words)
    if not has_log(group, person.number):
        return refusal_of(GroupRefused(GroupReason.NOT_YOURS), words)
    text = log_csv(led_by(group, person.number), _zone(services, group), words)
    return _file(text.encode(), "text/csv; charset=utf-8", "log.csv")


@router.post("/api/group/export")
async def export(request: Request, response: Response) -> MemberExport:
    """What the group keeps of whoever asks."""
    services, shown, _ = await opened_by(request, response, _of_group)
    group, person = await _found(services, shown, words_for_asker(request))
    return export_of(group, person.number)


async def _paper(request: Request, response: Response) -> tuple[Services, CertificatePaper, Zone]:
    services, shown, body = await opened_by(request, response, _ask_paper)
    check_rate(services.rates.paper_asks, request)
    group, person = await _found(services, shown, words_for_asker(request))
    paper = CertificatePaper(
        paper=f"{secrets.randbelow(10**10):010d}",
        issued_ms=services.hub.clock.now_ms(),
        number=clean(body.number),
        says=certificate_of(group, person.number, body.from_ms, body.until_ms),
    )
    return services, paper, _zone(services, group)


async def _found(services: Services, shown: GroupPass, words: Words) -> tuple[Group, Person]:
    async with group_in_words(words):
        group = await services.groups.kept.read(shown.group)
        return group, person_by_link(group, shown)


async def _calendar(services: Services, group: Group, words: Words, *, followed: bool = False) -> bytes:
    """Raises TimeoutError where it is not made in time."""

    def made() -> bytes:
        from app.web.calendar import calendar_of  # noqa: PLC0415  icalendar is large, and a circle needs none of it

        return calendar_of(group, services.public_url, words, followed=followed)

    return await services.paper_maker.make(made)


def _zone(services: Services, group: Group) -> Zone:
    return zone_of(group.zone, services.hub.clock.now_ms())


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
