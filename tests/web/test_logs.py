"""What a server writes down about people: nothing."""

import asyncio
import json
import logging
import sys
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from app import logs
from tests.support.client import client
from tests.support.faulty import CALAMITY
from tests.support.installation import circle_of
from tests.support.person import Person
from tests.support.process import ServerProcess

TITLE = "The circle of Tuesday nights"
NAMES = ("Frida Lindqvist", "Eve Adams", CALAMITY)


def test_the_log_names_nobody(tmp_path: Path) -> None:
    """W3, E3: no name, link, address or SDP, whatever is done right or wrong."""
    server = ServerProcess(tmp_path).start()
    tokens = server.open_circle(title=TITLE)
    try:
        asyncio.run(come_and_go(server, tokens))
    finally:
        server.stop()
    assert_nobody_is_in(server.log, tokens)


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_the_log_names_nobody_when_everything_goes_wrong(tmp_path: Path, as_json: bool) -> None:
    """W3, E3: neither do traces of errors that hold what somebody said, whoever meets them."""
    server = ServerProcess(tmp_path, BALINT_LOG_JSON=str(int(as_json)))
    server._command = [sys.executable, "-m", "tests.support.faulty", "serve"]
    server.start()
    tokens = server.open_circle(title=TITLE)
    try:
        asyncio.run(come_and_go(server, tokens))
        asyncio.run(go_wrong(server, tokens))
        places = ("a circle stopped", "the program", "the event loop", "a thread", "an object's end", "ASGI")
        assert [place for place in places if place not in server.log] == ["the program"]
    finally:
        server.stop()
    assert_nobody_is_in(server.log, tokens)
    for kind in ("Mistake", "ExceptionGroup", "OSError: Input/output error", "fail_later", "react_wrongly"):
        assert kind in server.log
    if as_json:
        lines = [json.loads(line) for line in server.log.splitlines()]
        assert {"time", "level", "logger", "message"} <= set.intersection(*(set(line) for line in lines))
        assert {line["logger"].partition(".")[0] for line in lines} >= {"app", "uvicorn"}
        assert all(datetime.fromisoformat(line["time"]).utcoffset() is not None for line in lines)
    else:
        heads = [line.split() for line in server.log.splitlines() if not line.startswith("  ")]
        assert {level for _, level, *_ in heads} <= {"INFO", "WARNING", "ERROR"}
        assert all(datetime.fromisoformat(time) and logger.endswith(":") for time, _, logger, *_ in heads)


@pytest.mark.parametrize("form", [logs.Text(), logs.Json()], ids=["text", "json"])
def test_of_a_librarys_line_nothing_that_is_filled_in_is_written(form: logging.Formatter) -> None:
    given = {"msg": "%s came\nfrom 192.0.2.7", "args": ("Mia",), "levelname": "WARNING", "levelno": logging.WARNING}
    theirs = form.format(logging.makeLogRecord(given | {"name": "uvicorn.error"}))
    ours = form.format(logging.makeLogRecord(given | {"name": "app.live"}))
    assert "%s came" in theirs
    assert "Mia came" in ours
    assert "192.0.2.7" not in theirs + ours
    assert "\n" not in theirs + ours


async def come_and_go(server: ServerProcess, tokens: list[str]) -> None:
    """Part of a meeting, with all that people and strangers do wrong in it."""
    async with client(server.socket_url) as page, client(server.socket_url) as eve:
        frida = await Person.enter(page, tokens[0], "Frida Lindqvist")
        await page.ask("next_step")
        await eve.send({"type": "enter", "token": tokens[1] + "x", "name": "Eve Adams"})
        await eve.closed()
        await page.send({"type": "answer", "sdp": "nonsense"})
        await page.closed()
        await frida.peer.leave()
    for message in ("Eve Adams", b"\xff\xfe Eve Adams", "[" * 70_000, json.dumps({"type": "enter", "token": 5})):
        async with client(server.socket_url) as page:
            await page.send(message)
            await page.closed()
    async with httpx.AsyncClient(base_url=server.url) as http:
        for path in (f"/{tokens[0]}", f"/%23{tokens[0]}", f"/?name=Eve%20Adams&token={tokens[0]}"):
            await http.get(path)
        await http.post("/api/door", content=tokens[0])
        await http.post("/api/circles", json={"title": TITLE, "seats": "Eve Adams"})
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(f"GET {tokens[0]} Eve Adams\r\n\r\n".encode())
    await reader.read()
    writer.close()


async def go_wrong(server: ServerProcess, tokens: list[str]) -> None:
    for token, name in ((tokens[1], CALAMITY), (CALAMITY + tokens[2], "Eve Adams")):
        async with client(server.socket_url) as page:
            await page.send({"type": "enter", "token": token, "name": name})
            await page.closed()
    async with httpx.AsyncClient(base_url=server.url) as http:
        assert (await http.post("/api/door", json={"token": tokens[0]})).status_code == 500


def assert_nobody_is_in(log: str, tokens: list[str]) -> None:
    words = [word for name in NAMES for word in name.split()]
    for secret in (*words, TITLE, "127.0.0.1", "ice-ufrag", "fingerprint", "nonsense", circle_of(tokens[0]), *tokens):
        assert secret not in log, secret
