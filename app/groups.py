"""`python -m app groups`: the groups of a running server, by number: list, copy, put back, erase, give out links.

A file of copies has one group a line, as JSON. It holds everybody's name: keep it as closely as the server's folder.
"""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from app.backup import UNFINISHED
from app.circles import CannotAsk, answer_of, any_server, is_agreed_to
from app.settings import Settings
from app.store.private import make_file
from app.web.group_control import FacilitatorsLinks, GroupCopy, ListedGroup

YOURS_ALONE = "Whoever has one of these is that person in the group: send each to its own person alone."
NO_KEY = "The group is sealed: the server does not have its key. Put ~ and the key at the end, as in any earlier link."


async def show_groups(settings: Settings) -> None:
    """Print every group. Raises `CannotAsk`."""
    async with any_server(settings) as server:
        found = await _found(server)
    print(f"{'NUMBER':<13}{'PEOPLE':<8}{'DATES TO COME':<15}{'OPENED':<12}ERASED ON")
    for group in sorted(found, key=lambda group: group.opened_ms):
        if not group.readable:
            print(f"{group.number:<13}kept by a newer release, which can read it")
            continue
        erased = _day(group.erased_ms) if group.erased_ms else ""
        print(f"{group.number:<13}{group.people:<8}{group.coming:<15}{_day(group.opened_ms):<12}{erased}".rstrip())


async def show_links(settings: Settings, number: str) -> None:
    """Print the links of those who facilitate this group; what to mind is said beside them. Raises `CannotAsk`."""
    async with any_server(settings) as server:
        found = FacilitatorsLinks.model_validate((await _asked(server, "links", {"number": number})).json())
    for each in found.links.links:
        print(each.link, each.name)
    print(YOURS_ALONE, *[NO_KEY] * found.sealed, file=sys.stderr)


async def export_groups(settings: Settings, file: Path, number: str | None) -> None:
    """Write the groups, or one of them, to a new file that is its owner's alone. Raises `CannotAsk`, also if one is not
    in it.
    """
    _check_new(file)
    async with any_server(settings) as server:
        found = [] if number else await _found(server)
        numbers = [number] if number else [group.number for group in found if group.readable]
        copies = [await _asked(server, "copy", {"number": each}) for each in numbers]
    _write(file, [GroupCopy.model_validate(each.json()) for each in copies])
    print(f"{file}: groups: {len(copies)}. It holds everybody's name.")
    if left_out := [group.number for group in found if not group.readable]:
        raise CannotAsk(f"Not copied, because a newer release keeps them, which can: {', '.join(left_out)}.")


async def restore_groups(settings: Settings, file: Path) -> None:
    """Put back what is in this file and is not there. Raises `CannotAsk`."""
    copies, back, standing, erased = _read(file), 0, 0, 0
    async with any_server(settings) as server:
        for kept in copies:
            try:
                answer = await server.post("/node/groups/put-back", json=kept.model_dump())
            except httpx.HTTPError:
                raise CannotAsk(f"The server has not answered. Put back before: {back}. Ask again.") from None
            if answer.status_code == httpx.codes.CONFLICT:
                standing += 1
            elif answer.status_code == httpx.codes.GONE:
                erased += 1
            elif answer.is_success:
                back += 1
            else:
                raise CannotAsk(f"{answer.json()['detail']} Put back before: {back}.")
    print(f"Groups put back: {back}. Left as they are, because they are there: {standing}.")
    if erased:
        print(f"Not put back, because they would be erased by now: {erased}.")


async def erase_group(settings: Settings, number: str, *, sure: bool) -> None:
    """Erase the group of this number, if whoever asks is sure. Raises `CannotAsk`."""
    async with any_server(settings) as server:
        if not (sure or is_agreed_to("Its people, dates and attendance will be gone. Erase it? [y/N] ")):
            raise CannotAsk("Nothing was done.")
        await _asked(server, "erase", {"number": number})
    print("It is erased. Copies that were made of it are not.")


async def _found(server: httpx.AsyncClient) -> list[ListedGroup]:
    answer = await answer_of(server.get("/node/groups", timeout=60), "The server has not answered.")
    return [ListedGroup.model_validate(each) for each in answer.json()]


async def _asked(server: httpx.AsyncClient, what: str, body: dict[str, Any]) -> httpx.Response:
    asking = server.post(f"/node/groups/{what}", json=body)
    return await answer_of(asking, "The server has not answered. Look again whether it was done.")


def _check_new(file: Path) -> None:
    with suppress(OSError):  # in a folder of root's, say: that nothing can be written there is said by `_write`
        if file.exists():
            raise CannotAsk(f"{file} is there already, and was left as it is.")


def _write(file: Path, copies: list[GroupCopy]) -> None:
    """Whole or not at all: part of it would be taken for all the groups there are."""
    new = file.with_name(f"{file.name}{UNFINISHED}")
    try:
        make_file(new)
        new.write_text("".join(f"{each.model_dump_json()}\n" for each in copies), encoding="utf-8")
        new.rename(file)
    except OSError as error:
        raise CannotAsk(f"{file} cannot be written ({error.strerror}).") from None
    finally:
        with suppress(OSError):
            new.unlink()


def _read(file: Path) -> list[GroupCopy]:
    try:
        return [GroupCopy.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError):
        raise CannotAsk(f"{file} cannot be read, or holds no copies of groups.") from None


def _day(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y-%m-%d")
