"""The doctor: what is found is judged by the table, and told to whoever asks, or briefly in the log at a start."""

import asyncio
import logging
import shutil
from dataclasses import replace

from app.doctor.ask import addresses_of, page_answer, server_answer
from app.doctor.finding import Finding, Verdict
from app.doctor.look import own_among, world_here
from app.doctor.relay import relay_answers
from app.doctor.table import AT_START, findings
from app.doctor.way import is_for_this_machine
from app.doctor.world import StoreFacts, World
from app.listening import CannotStart
from app.settings import Settings
from app.shared_store import open_redis
from app.store.private import check_writable
from app.store.store import StoreFailed

log = logging.getLogger(__name__)


class SomethingWrong(Exception):
    """People cannot enter, or are not heard."""


async def examine(settings: Settings) -> None:
    """Print what every check says. Raises `SomethingWrong`."""
    found = findings(await _world(settings))
    print("\n".join(lines(found)), flush=True)
    if wrong := [name for name, finding in found.items() if finding.verdict is Verdict.WRONG]:
        raise SomethingWrong(f"Wrong: {', '.join(wrong)}.")


def warn(settings: Settings) -> None:
    """Log what is not as it should be, as far as it shows at once. A server for this machine alone is left in peace."""
    if is_for_this_machine(settings.public_url):
        return
    for finding in findings(world_here(settings), AT_START).values():
        if finding.verdict in {Verdict.LOOK, Verdict.WRONG}:
            log.warning("the doctor says: %s; what to do: %s", finding.says, finding.do)


def lines(found: dict[str, Finding]) -> list[str]:
    """The table, a line a check and one more for what to do."""
    wide = max(map(len, found))
    told = []
    for name, finding in found.items():
        told.append(f"{finding.verdict:<6} {name:<{wide}}  {finding.says}")
        if finding.do:
            told.append(f"{'':<6} {'':<{wide}}  -> {finding.do}")
    return told


async def _world(settings: Settings) -> World:
    url = None if is_for_this_machine(settings.public_url) else settings.public_url
    page, named, relays, server, store = await asyncio.gather(
        page_answer(url) if url else _nothing(),
        addresses_of(url) if url else _nothing(),
        relay_answers(settings),
        server_answer(settings),
        _store(settings),
    )
    here = world_here(settings)
    own = here.own | own_among(named or ())
    return replace(here, page=page, named=named, own=own, relays=relays, server=server, store=store)


async def _nothing() -> None:
    return None


async def _store(settings: Settings) -> StoreFacts:
    if not settings.redis_url:
        return _folder(settings)
    try:
        store = await open_redis(settings)
        try:
            about = await store.about()
        finally:
            await store.close()
    except (CannotStart, StoreFailed) as error:
        return StoreFacts(failed=str(error))
    return StoreFacts(
        where=f"Redis {about.version}",
        replicas=about.replicas,
        replicas_needed=settings.redis_replicas,
        loses=about.loses,
        takes_alone=about.takes_alone,
        fsync=about.fsync,
    )


def _folder(settings: Settings) -> StoreFacts:
    folder = settings.data_dir
    try:
        check_writable(folder)
        free_bytes = shutil.disk_usage(folder).free
    except OSError as error:
        return StoreFacts(failed=f"nothing can be kept in {folder} ({error.strerror})")
    return StoreFacts(where=f"{folder.resolve()}", free_bytes=free_bytes)
