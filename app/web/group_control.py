"""What whoever runs the server may do with its groups: list them by number, copy one, put a copy back, erase one, and
give those who facilitate one their links.

A number is made from the group's name and the secret, like a circle's, and leads nobody in. The list names nobody; a
copy is the whole document, with everybody's name.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from fastapi import APIRouter, HTTPException, status
from pydantic import BaseModel

from app.group.group import Group
from app.live.kept_groups import InMeeting, NoGroup
from app.store.group_codec import group_from_text, group_to_text
from app.store.groups import GroupId
from app.store.store import CircleId, Conflict, NotReadable, StoreFailed
from app.web.control import Number, is_same_number
from app.web.group_protocol import GroupLinks
from app.web.groups import links_of
from app.web.services import Services


class ListedGroup(BaseModel):
    """One group, as far as it is anybody's business."""

    number: str
    people: int
    coming: int
    """Dates to come."""
    opened_ms: int
    erased_ms: int | None
    """When it will be erased, because two of its leaders have asked for it."""
    readable: bool = True
    """Whether this release can read it. Of one that it cannot nothing is known but its number."""


class GroupCopy(BaseModel):
    """A whole group, to be put back as it was; its people's links lead into it again."""

    name: str
    document: str


class FacilitatorsLinks(BaseModel):
    """The links of those who facilitate a group, and whether it is sealed: then they lack its key."""

    links: GroupLinks
    sealed: bool


NO_COPY = "This is no copy of a group, or one that a newer release of this server has made. That one can put it back."


def group_control_router(services: Services) -> APIRouter:
    """The groups of this installation. Whoever includes it sees to it that only the right people can ask."""
    router, groups = APIRouter(), services.groups.kept

    @router.get("/node/groups")
    async def listed() -> list[ListedGroup]:
        try:
            return await _all(services)
        except StoreFailed:
            raise _away() from None

    @router.post("/node/groups/copy")
    async def copy(number: Number) -> GroupCopy:
        name, group = await _found(services, number, groups.read)  # no copy has the records of its circles
        return GroupCopy(name=name, document=group_to_text(group))

    @router.post("/node/groups/links")
    async def links(number: Number) -> FacilitatorsLinks:
        name, group = await _found(services, number, groups.look)
        return FacilitatorsLinks(links=links_of(services, name, group, group.leaders), sealed=group.lock is not None)

    @router.post("/node/groups/put-back", status_code=status.HTTP_204_NO_CONTENT)
    async def put_back(kept: GroupCopy) -> None:
        try:
            await groups.put_back(GroupId(kept.name), group_from_text(kept.document))
        except NotReadable:
            raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, NO_COPY) from None
        except Conflict:
            words = "This group is there already, and was left as it is. Erase it first to put the copy in its place."
            raise HTTPException(status.HTTP_409_CONFLICT, words) from None
        except NoGroup:
            words = "This group would be erased by now, and it was not put back."
            raise HTTPException(status.HTTP_410_GONE, words) from None
        except StoreFailed:
            raise _unsure() from None

    @router.post("/node/groups/erase", status_code=status.HTTP_204_NO_CONTENT)
    async def erase(number: Number) -> None:
        name = await _named(services, number)
        try:
            await groups.erase(name)
        except InMeeting as meeting:
            raise HTTPException(status.HTTP_409_CONFLICT, _in_meeting(services, meeting.circle)) from None
        except StoreFailed:
            raise _unsure() from None

    return router


async def _found(services: Services, number: str, ask: Callable[[GroupId], Awaitable[Group]]) -> tuple[GroupId, Group]:
    name = await _named(services, number)
    try:
        return name, await ask(name)
    except NotReadable:
        words = "A newer release of this server keeps this group, and can do this."
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words) from None
    except NoGroup:
        raise _none() from None
    except StoreFailed:
        raise _away() from None


async def _named(services: Services, number: str) -> GroupId:
    number_of = services.invites.number
    try:
        found = [each for each in await services.groups.kept.names() if is_same_number(number_of(each), number)]
    except StoreFailed:
        raise _away() from None
    if len(found) != 1:
        raise _none()
    return found[0]


async def _all(services: Services) -> list[ListedGroup]:
    """Raises `StoreFailed`."""
    found = []
    for name in await services.groups.kept.names():
        with suppress(NoGroup):
            found.append(await _listed(services, name))
    return found


async def _listed(services: Services, name: GroupId) -> ListedGroup:
    """Raises `NoGroup`, `StoreFailed`."""
    number = services.invites.number(name)
    try:
        group = await services.groups.kept.look(name)
    except NotReadable:
        return ListedGroup(number=number, people=0, coming=0, opened_ms=0, erased_ms=None, readable=False)
    return ListedGroup(
        number=number,
        people=len(group.members),
        coming=len(group.coming(services.hub.clock.now_ms())),
        opened_ms=group.opened_ms,
        erased_ms=group.erasure.due_ms if group.erasure else None,
    )


def _in_meeting(services: Services, circle: CircleId) -> str:
    number = services.invites.number(circle)
    return (
        f"A circle of this group runs: {number}. Nothing was erased, for its record would stay. Wait until it has "
        f"ended, or end it (the command `circles end {number}`); then erase the group."
    )


def _none() -> HTTPException:
    return HTTPException(status.HTTP_404_NOT_FOUND, "No group has this number, or two have.")


def _away() -> HTTPException:
    return HTTPException(
        status.HTTP_503_SERVICE_UNAVAILABLE, "The store cannot be asked just now. Nothing was changed."
    )


def _unsure() -> HTTPException:
    words = "The store has failed, and it cannot be said whether this was done. List the groups to see."
    return HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, words)
