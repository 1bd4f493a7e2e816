"""A group over HTTP: opening it, reading it by a link, asking something of it, its links, and entering its meeting.

Whatever a link opens is asked for by POST, with the token in the body: no path, and so no log, ever has it, and a mail
scanner that opens links changes nothing.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from fastapi import APIRouter, HTTPException, Request, Response, status
from pydantic import TypeAdapter

from app.circle.phases import Role
from app.circle.replacing import replace
from app.group.commands_links import RenewLink
from app.group.commands_mail import NoteMail
from app.group.group import Group
from app.group.guest_view import GuestView, view_of_guest
from app.group.person import Guest, Person
from app.group.reasons import GroupRefused
from app.group.today import MeetingLock, circle_name
from app.group.view import GroupView, view_of_group
from app.live.hub import Ended, Full, NoCircle
from app.live.kept_groups import NoGroup
from app.store.groups import GroupId, GroupsRefused
from app.store.store import NotReadable, StoreFailed
from app.store.text_type import text_type
from app.web.body import asked
from app.web.group_keys import GroupPass, is_new_link, person_by_link, whose_link
from app.web.group_protocol import (
    AskGroup,
    AskPaper,
    EnterMeeting,
    GroupLeft,
    GroupLink,
    GroupLinks,
    GroupRefusal,
    MeetingEntrance,
    NewGroup,
    OfGroup,
    OwnLink,
)
from app.web.invites import NotInvited
from app.web.language import words_for_asker
from app.web.opening import check_key
from app.web.services import Services
from app.web.throttle import check_rate
from app.words.words import Words

_new_group: TypeAdapter[NewGroup] = text_type(NewGroup)
_of_group: TypeAdapter[OfGroup] = text_type(OfGroup)
_ask_group: TypeAdapter[AskGroup] = text_type(AskGroup)
_enter_meeting: TypeAdapter[EnterMeeting] = text_type(EnterMeeting)
_refusal = TypeAdapter(GroupRefusal)

B = TypeVar("B")
WithLink = TypeVar("WithLink", bound=OfGroup | AskGroup | EnterMeeting | AskPaper)
router = APIRouter()


@router.post("/api/groups", status_code=status.HTTP_201_CREATED, response_model=None)
async def open_new(request: Request, response: Response) -> GroupLinks | Response:
    """Open a group; the answer has everybody's link."""
    services: Services = request.app.state.services
    check_rate(services.rates.openings, request)
    check_key(services.settings, request)
    new = await asked(request, _new_group)
    people = tuple((each.name, Role.FACILITATOR if each.leads else Role.MEMBER) for each in new.people)
    words = words_for_asker(request)
    async with group_in_words(words, words.problems.group_not_opened):
        opened = await services.groups.open(new.name, new.zone, new.terms, people, new.lock, new.language)
    if isinstance(opened, GroupRefused):
        return refusal_of(opened, words)
    response.headers["Cache-Control"] = "no-store"
    group_id, group = opened
    return links_of(services, group_id, group, [*group.members])


@router.post("/api/group")
async def read_group(request: Request, response: Response) -> GroupView | GuestView:
    """The group as whoever has this link may see it."""
    services, shown, body = await opened_by(request, response, _of_group)
    async with group_in_words(words_for_asker(request)):
        group = await services.groups.kept.read(shown.group)
        if is_new_link(group, shown):
            group = await services.groups.use_link(shown.group, shown.number, shown.key)
        view = await _view(services, group, shown)
    if isinstance(view, GroupView) and services.group_keys.is_old(body.token):
        return replace(view, you=replace(view.you, link_anew=_link_of(services, shown)))
    return view


@router.post("/api/group/ask", response_model=None)
async def ask_group(request: Request, response: Response) -> GroupView | OwnLink | GroupLeft | Response:
    """Do what is asked and answer with the group as it is then, or say why not."""
    services, shown, body = await opened_by(request, response, _ask_group)
    if isinstance(body.command, NoteMail) and body.command.address:
        check_rate(services.rates.mail_asks, request, "any group")
    words = words_for_asker(request)
    async with group_in_words(words, words.problems.group_unsure):
        outcome = await services.groups.ask(
            shown.group, body.command, shown.number, body.seen, lambda group: person_by_link(group, shown)
        )
        if isinstance(outcome, GroupRefused):
            return refusal_of(outcome, words)
        person = outcome.person(shown.number)
        if person is None:  # they have left
            return GroupLeft()
        view = await _view_of_person(services, outcome, person)
        if isinstance(body.command, RenewLink) and body.command.person == person.number:
            return OwnLink(link=_link_of(services, replace(shown, key=person.next_link)), group=view)
        return view


@router.post("/api/group/links")
async def read_links(request: Request, response: Response) -> GroupLinks:
    """A leader's: everybody's link, to send it again. A member's: their own."""
    services, shown, _ = await opened_by(request, response, _of_group)
    async with group_in_words(words_for_asker(request)):
        group = await services.groups.kept.look(shown.group)
        person = person_by_link(group, shown)
    if not person.leads:
        return links_of(services, shown.group, group, [person])
    now_ms = services.hub.clock.now_ms()
    guests = [guest for meeting, guest in group.guests() if now_ms < meeting.may_be_entered_until_ms]
    return links_of(services, shown.group, group, [*group.members, *guests])


@router.post("/api/group/enter", response_model=None)
async def enter_meeting(request: Request, response: Response) -> MeetingEntrance | Response:
    """The way into the meeting of now. Whoever comes first opens its circle."""
    services, shown, body = await opened_by(request, response, _enter_meeting)
    words = words_for_asker(request)
    async with group_in_words(words, words.problems.meeting_not_entered):
        key = MeetingLock(lock=body.lock, circle=body.circle)
        entered = await services.groups.enter(shown.group, shown.number, key, lambda group: whose_link(group, shown))
        if isinstance(entered, GroupRefused):
            return refusal_of(entered, words)
        seat = (await services.hub.read(entered.circle)).seat(entered.seat)
        there = "" if seat.formerly else seat.name or seat.knocks_as  # whoever is at the door is called something too
        of_group = whose_link(entered.group, shown)[0].name
    return MeetingEntrance(
        token=services.invites.invitation(entered.circle, entered.seat, entered.renewals),
        name=there or of_group,
        role=seat.role,
        circle=circle_name(entered.group, entered.meeting),
    )


async def opened_by(
    request: Request, response: Response, body_type: TypeAdapter[WithLink]
) -> tuple[Services, GroupPass, WithLink]:
    """The body of a request that brings a link, and what the link says. Nobody keeps the answer.

    Raises `HTTPException`.
    """
    services: Services = request.app.state.services
    response.headers["Cache-Control"] = "no-store"
    body = await asked(request, body_type)
    try:
        shown = services.group_keys.read_link(body.token)
    except NotInvited:
        check_rate(services.rates.group_asks, request)
        raise HTTPException(status.HTTP_403_FORBIDDEN, words_for_asker(request).problems.group_link) from None
    check_rate(services.rates.group_asks, request, shown.group)
    return services, shown, body


@asynccontextmanager
async def group_in_words(words: Words, store_failed: str | None = None) -> AsyncIterator[None]:
    """What goes wrong with a group, as an answer for people. Raises `HTTPException`.

    `store_failed` is what is said where the store fails; else that the group cannot be read.
    """
    problems = words.problems
    try:
        yield
    except NotInvited:
        raise HTTPException(status.HTTP_403_FORBIDDEN, problems.group_link) from None
    except NoGroup:
        raise HTTPException(status.HTTP_410_GONE, problems.group_erased) from None
    except GroupsRefused:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, problems.groups_not_kept) from None
    except NotReadable:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, problems.group_newer) from None
    except (StoreFailed, NoCircle, Ended):  # the last two: its circle has ended meanwhile
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, store_failed or problems.group_not_read) from None
    except Full:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, problems.full) from None


def links_of(services: Services, group_id: GroupId, group: Group, people: Sequence[Person | Guest]) -> GroupLinks:
    """The links of these people of the group."""
    return GroupLinks(
        name=group.name,
        links=tuple(
            GroupLink(
                person=each.number,
                name=each.name,
                role=each.role,
                link=_link_of(services, GroupPass(group=group_id, number=each.number, key=each.link)),
            )
            for each in people
        ),
    )


def refusal_of(refused: GroupRefused, words: Words) -> Response:
    """The answer to what a group refuses."""
    says = GroupRefusal(detail=words.refused[refused.reason], reason=refused.reason, edits=refused.edits)
    return Response(
        _refusal.dump_json(says),
        status.HTTP_409_CONFLICT,
        {"Cache-Control": "no-store"},
        media_type="application/json",
    )


async def _view(services: Services, group: Group, shown: GroupPass) -> GroupView | GuestView:
    person, meeting = whose_link(group, shown)
    if isinstance(person, Guest) and meeting is not None:
        overrun = await services.groups.overrun(group, person.number)
        return view_of_guest(group, meeting, person, services.hub.clock.now_ms(), overrun=overrun)
    return await _view_of_person(services, group, person)


async def _view_of_person(services: Services, group: Group, person: Person | Guest) -> GroupView:
    overrun = await services.groups.overrun(group, person.number)
    now_ms = services.hub.clock.now_ms()
    return view_of_group(group, person.number, now_ms, sends_mail=services.groups.sends_mail, overrun=overrun)


def _link_of(services: Services, shown: GroupPass) -> str:
    token = services.group_keys.link_of(shown.group, shown.number, shown.key)
    return f"{services.public_url}/#{token}"
