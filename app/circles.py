"""`python -m app circles`: the open circles of a running server, by number, and the end of one of them.

A single server is asked through a socket in its data folder that only its own user can open; nodes are asked at their
inner addresses, with the key they know each other by. Settings come from the same environment as the server's.
"""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from app.cluster.key import node_key
from app.data_folder import CONTROL
from app.listening import CannotStart
from app.settings import Settings
from app.shared_store import open_redis, secret_of
from app.store.store import StoreFailed
from app.web.control import OpenCircle, is_same_number

ASK_WITHIN_S = 5
NO_SERVER = "No server answers. Is it running? Are you its user, with its settings?"


class CannotAsk(Exception):
    """Why nothing could be done, in words for people."""


@dataclass(frozen=True, slots=True)
class RunningServer:
    """One process that can be asked."""

    name: str
    http: httpx.AsyncClient


@asynccontextmanager
async def any_server(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """One running server, to be asked for what all of an installation know. Raises `CannotAsk`."""
    async with _servers(settings) as servers:
        for server in servers:
            if await _circles_of(server) is not None:
                yield server.http
                return
    raise CannotAsk(NO_SERVER)


async def show_circles(settings: Settings) -> None:
    """Print every open circle. Raises `CannotAsk`."""
    async with _servers(settings) as servers:
        found = await _find(servers)
    print(f"{'NUMBER':<13}{'PHASE':<22}{'OPEN FOR':<13}{'HERE':<8}NODE")
    for server, circle in sorted(found, key=lambda it: -it[1].open_for_s):
        print(_line(server, circle))


async def end_circle(settings: Settings, number: str, *, sure: bool) -> None:
    """End the circle of this number, if whoever asks is sure. Raises `CannotAsk`."""
    async with _servers(settings) as servers:
        found = [(s, circle) for s, circle in await _find(servers) if is_same_number(circle.number, number)]
        if len(found) != 1:
            raise CannotAsk("No open circle has this number. The command `circles` shows them all.")
        [(server, circle)] = found
        print(_line(server, circle))
        if not (sure or is_agreed_to(f"People who are there: {circle.here}. End it? [y/N] ")):
            raise CannotAsk("Nothing was done.")
        ending = server.http.post("/node/circles/end", json={"number": circle.number})
        await answer_of(ending, "The server has not answered. Look again whether the circle is still there.")
    print("It has ended. Its people have been told so, and its record is kept.")


async def answer_of(asking: Awaitable[httpx.Response], silent: str) -> httpx.Response:
    """What a server answers that does what it is asked. Raises `CannotAsk`, with these words where it is silent."""
    try:
        answer = await asking
    except httpx.HTTPError:
        raise CannotAsk(silent) from None
    if not answer.is_success:
        raise CannotAsk(str(answer.json()["detail"]))
    return answer


def is_agreed_to(question: str) -> bool:
    """Whether whoever sits at the terminal says yes."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # asyncio's would wait for an answer first
    try:
        return input(question).strip().lower() in {"y", "yes"}
    except EOFError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)


async def _find(servers: list[RunningServer]) -> list[tuple[RunningServer, OpenCircle]]:
    answers = await asyncio.gather(*map(_circles_of, servers))
    if not any(answer is not None for answer in answers):
        raise CannotAsk(NO_SERVER)
    for server, answer in zip(servers, answers, strict=True):
        if answer is None:
            print(f"{server.name} does not answer; its circles are not shown.", file=sys.stderr)
    return [(server, circle) for server, answer in zip(servers, answers, strict=True) for circle in answer or ()]


async def _circles_of(server: RunningServer) -> list[OpenCircle] | None:
    """None where there is no answer, or another one than a server of ours gives."""
    try:
        answer = await server.http.get("/node/circles")
        return [OpenCircle.model_validate(circle) for circle in answer.json()] if answer.is_success else None
    except (httpx.HTTPError, ValueError, TypeError):
        return None


@asynccontextmanager
async def _servers(settings: Settings) -> AsyncIterator[list[RunningServer]]:
    async with AsyncExitStack() as opened:
        found = await _nodes(settings, opened) if settings.redis_url else [_only_one(settings.data_dir)]
        for server in found:
            await opened.enter_async_context(server.http)
        yield found


def _only_one(folder: Path) -> RunningServer:
    at = folder / CONTROL
    try:
        runs = at.is_socket()
    except OSError as error:
        raise CannotAsk(f"The data folder {folder} cannot be read ({error.strerror}). Be the server's user.") from None
    if not runs:
        raise CannotAsk(f"No server runs with the data folder {folder}. Set BALINT_DATA_DIR to the server's.")
    way = httpx.AsyncHTTPTransport(uds=str(at))
    return RunningServer(
        "this server", httpx.AsyncClient(base_url="http://server", transport=way, timeout=ASK_WITHIN_S)
    )


async def _nodes(settings: Settings, opened: AsyncExitStack) -> list[RunningServer]:
    try:
        store = await open_redis(settings)
        opened.push_async_callback(store.close)
        key, statuses = node_key(await secret_of(settings, store)), await store.statuses()
    except (CannotStart, StoreFailed) as error:
        raise CannotAsk(f"Nobody knows where the nodes are. {error}") from None
    return [_node(address, key) for address in sorted({status.address for status in statuses})]


def _node(address: str, key: str) -> RunningServer:
    headers = {"Authorization": f"Bearer {key}"}
    way = httpx.AsyncClient(base_url=f"http://{address}", headers=headers, timeout=ASK_WITHIN_S, trust_env=False)
    return RunningServer(address, way)


def _line(server: RunningServer, circle: OpenCircle) -> str:
    hours, minutes = divmod(circle.open_for_s // 60, 60)
    here, lasted = f"{circle.here}/{circle.seats}", f"{hours} h {minutes:02} min"
    return f"{circle.number:<13}{circle.phase:<22}{lasted:<13}{here:<8}{server.name}"
