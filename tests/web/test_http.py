"""Opening a circle over HTTP, the page's headers, and the health check."""

import asyncio
import hashlib
import json
import socket
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

from app.circle.decide import open_circle
from app.circle.notices import InvitationsChanged
from app.circle.phases import Role
from app.circle.plan import TEMPLATES, Template
from app.circle.seats import Announced
from app.client.client import joined
from app.settings import Settings
from app.web import health
from app.web.crowded import VALUES_MAX
from app.web.page import CSP, HEADERS, headers_of
from tests.support.server import JSON, running

PAGE = Settings.model_fields["page_dir"].default
NOTHING: Mapping[str, Any] = {}


def answered(
    folder: Path, method: str, path: str, settings: Mapping[str, Any] = NOTHING, **sent: Any
) -> httpx.Response:
    async def run() -> httpx.Response:
        async with running(folder, **settings) as server, httpx.AsyncClient() as http:
            return await http.request(method, server.url + path, **sent)

    return asyncio.run(run())


def test_a_new_circle_has_a_link_for_every_seat(tmp_path: Path) -> None:
    """S2, S5: twelve seats: two facilitators, nine members, one observer, each a link of its own."""
    created = answered(tmp_path, "POST", "/api/circles", json={"title": "Tuesday circle"})
    assert created.status_code == 201
    invitations = created.json()["invitations"]
    assert [i["role"] for i in invitations] == ["facilitator"] * 2 + ["member"] * 9 + ["observer"]
    assert len({i["link"] for i in invitations}) == 12
    assert all("/#" in i["link"] for i in invitations)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({}, "title"),
        ({"title": ""}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"title": "T", "seats": 17}, "seats"),
        ({"title": "T", "seats": 1}, "seats"),
        ({"title": "T", "template": "a_weekend"}, "template"),
        ({"title": "T", "seats": 4, "facilitators": 3, "observers": 1}, "member"),
        ({"title": "T", "facilitators": 0}, "facilitators"),
        ({"title": "T", "lock": "3be2e08bdfdf9c6"}, "lock has 16 characters"),
        ({"title": "T", "lock": "3BE2E08BDFDF9C68"}, "lock has 16 characters"),
        ({"title": "T", "lock": "3be2e08bdfdf9c68\n"}, "lock has 16 characters"),
        ({"title": "T", "lock": 4316}, "lock has to be text"),
    ],
)
def test_what_cannot_be_a_circle_is_refused_in_words(tmp_path: Path, body: dict[str, Any], word: str) -> None:
    """S5"""
    refused = answered(tmp_path, "POST", "/api/circles", json=body)
    assert refused.status_code == 422
    assert word in refused.json()["detail"]


def test_a_body_too_large_is_not_read(tmp_path: Path) -> None:
    """W3"""
    assert answered(tmp_path, "POST", "/api/circles", content=b"x" * 10_000, headers=JSON).status_code == 413


@pytest.mark.parametrize("path", ["/api/circles", "/api/door", "/api/groups", "/api/group", "/api/group/ask"])
def test_a_body_of_many_values_is_not_read(tmp_path: Path, path: str) -> None:
    """W3: each that is wrong would be complained of, for a tenth of a second in all, while all voices wait."""
    many = {"token": "x", "seen": 1, "command": {"type": "assign_parts", "meeting": 1, "parts": [0] * VALUES_MAX}}
    refused = answered(tmp_path, "POST", path, content=json.dumps(many), headers=JSON)
    assert (refused.status_code, refused.json()["detail"]) == (413, "That is too much to ask at once.")


def test_a_full_server_says_so(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path, circles_max=1) as server, httpx.AsyncClient() as http:
            await server.open_circle()
            refused = await http.post(server.url + "/api/circles", json={"title": "T"})
            assert refused.status_code == 503
            assert "later" in refused.json()["detail"]

    asyncio.run(run())


def test_the_health_check_names_nobody(tmp_path: Path) -> None:
    """W2"""
    health = answered(tmp_path, "GET", "/health")
    assert health.json()["status"] == "ok"
    assert all(isinstance(value, int | float) for key, value in health.json().items() if key != "status")


def test_where_to_report_a_weakness_is_told_where_the_operator_has_said_so(tmp_path: Path) -> None:
    """RFC 9116, sections 2.5.3 and 2.5.5"""
    path = "/.well-known/security.txt"
    told = answered(tmp_path, "GET", path, {"security_contact": "security+circle@circle.example"})
    assert told.headers["content-type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in told.text.splitlines())
    assert fields.pop("Contact") == "mailto:security%2Bcircle@circle.example"
    days = (datetime.fromisoformat(fields.pop("Expires")) - datetime.now(UTC)) / timedelta(days=1)
    assert 29 < days <= 30
    assert fields == {}
    assert answered(tmp_path, "GET", path).status_code == 404


def answer_of(url: str, sent: bytes) -> bytes:
    """What comes back for these bytes, until the server closes."""
    host, _, port = url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as line:
        line.sendall(sent)
        return b"".join(iter(lambda: line.recv(65_536), b""))


UPGRADE = b"Connection: Upgrade\r\nUpgrade: websocket\r\n"
WHOLE = UPGRADE + b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\n"
OPENS = b"POST /api/circles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
ASKED: Mapping[str, tuple[int, bytes]] = {
    "the page": (200, b"GET / HTTP/1.0\r\n\r\n"),
    "a rewritten link": (200, b"GET /%23token HTTP/1.0\r\n\r\n"),
    "health": (200, b"GET /health HTTP/1.0\r\n\r\n"),
    "no such page": (404, b"GET /openapi.json HTTP/1.0\r\n\r\n"),
    "no such asset": (404, b"GET /assets/none-12345678.js HTTP/1.0\r\n\r\n"),
    "no such method": (405, b"DELETE / HTTP/1.0\r\n\r\n"),
    "no HTTP": (400, b"nonsense\r\n\r\n"),
    "no key": (401, OPENS + b"\r\n"),
    "a key beyond ASCII": (401, OPENS + b"Authorization: Bearer \xe9\r\n\r\n"),
    "another site's page": (421, OPENS + b"Origin: https://evil.example\r\n\r\n"),
    "no JSON": (415, OPENS + b"Authorization: Bearer sesame\r\n\r\n"),
    "the door, no JSON": (415, b"POST /api/door HTTP/1.0\r\n\r\n"),
    "another site's socket": (403, b"GET /ws HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n" + WHOLE + b"\r\n"),
    "no such socket": (403, b"GET /other HTTP/1.1\r\nHost: localhost\r\n" + WHOLE + b"\r\n"),
    "half a handshake": (400, b"GET /ws HTTP/1.1\r\nHost: localhost\r\n" + UPGRADE + b"\r\n"),
    "a mistake of ours": (500, b"GET /breaks HTTP/1.0\r\n\r\n"),
}


OF_PAGE = headers_of((PAGE / "index.html").read_bytes() if PAGE.is_dir() else None)


def test_every_answer_is_guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """W9: no other site's scripts, frames or microphones, and no link in a referrer; errors carry the same."""

    def breaks() -> None:
        raise RuntimeError

    monkeypatch.setattr(health.router, "routes", [*health.router.routes, APIRoute("/breaks", breaks)])

    async def run() -> dict[str, bytes]:
        async with running(tmp_path, opening_key="sesame") as server:
            return {what: await asyncio.to_thread(answer_of, server.url, sent) for what, (_, sent) in ASKED.items()}

    for what, answer in asyncio.run(run()).items():
        head, _, body = answer.partition(b"\r\n\r\n")
        assert int(head.split()[1]) == ASKED[what][0], what
        lines = head.decode("latin-1").lower().split("\r\n")
        for name, value in (HEADERS if UPGRADE in ASKED[what][1] else OF_PAGE).items():
            assert lines.count(f"{name}: {value}".lower()) == 1, what
        assert b"uvicorn" not in head
        assert ASKED[what][0] != 500 or "again" in json.loads(body)["detail"]


def test_the_one_script_in_the_page_is_allowed_by_its_hash(tmp_path: Path) -> None:
    """W9, W18: the import map of this build, byte for byte; where there is no page, none."""
    page = b'<script type="importmap">{"integrity":{}}</script>'
    allowed = b64encode(hashlib.sha256(b'{"integrity":{}}').digest()).decode()
    assert headers_of(None) == headers_of(b"<p>") == HEADERS
    assert f"script-src 'self' 'sha256-{allowed}';" in headers_of(page)[CSP]
    assert {name for name in HEADERS if headers_of(page)[name] != HEADERS[name]} == {CSP}


def test_head_is_answered_like_get_without_the_body(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            asset = sorted(file.name for file in (PAGE / "assets").glob("*.js"))[:1]
            for path in ("/", "/%23token", "/health", *(f"/assets/{name}" for name in asset)):
                head, got = await http.head(path), await http.get(path)
                assert (head.status_code, head.content) == (got.status_code, b"")
                assert {**head.headers, "date": ""} == {**got.headers, "date": ""}

    asyncio.run(run())


TAKEN = {
    "gzip, deflate, br, zstd": True,
    "BR": True,
    "gzip;q=1, br ; q=0.5": True,
    "br;q=0.001,gzip": True,
    "gzip, deflate": False,
    "br;q=0, gzip": False,
    "br; q=0.000": False,
    "brotli, x-br": False,
    "": False,
}
"""What browsers say that they take, and whether that is Brotli."""


def test_a_script_comes_compressed_to_whoever_takes_it(tmp_path: Path) -> None:
    """W24"""
    name = next((PAGE / "assets").glob("circle-part-*.js")).name
    plain, small = ((PAGE / "assets" / each).read_bytes() for each in (name, f"{name}.br"))
    assert len(small) < len(plain) / 2

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            for taken, compressed in TAKEN.items():
                request = http.build_request("GET", f"/assets/{name}", headers={"Accept-Encoding": taken})
                answer = await http.send(request, stream=True)
                assert b"".join([part async for part in answer.aiter_raw()]) == (small if compressed else plain), taken
                assert answer.headers.get("content-encoding") == ("br" if compressed else None)
                assert answer.headers["vary"] == "Accept-Encoding"
                assert answer.headers["content-type"].startswith("text/javascript")

    asyncio.run(run())


@pytest.mark.parametrize("path", ["/%23WyJ0dWVz.c2ln-_k", "/%2523WyJ0dWVz.c2ln", "/%23/WyJ0dWVz.c2ln", "/%23WyJ0.c2/"])
def test_a_link_whose_fragment_was_rewritten_leads_to_the_page_and_is_kept_by_nobody(tmp_path: Path, path: str) -> None:
    """W10"""
    rewritten, page = answered(tmp_path / "a", "GET", path), answered(tmp_path / "b", "GET", "/")
    assert (rewritten.status_code, rewritten.content) == (page.status_code, page.content)
    assert rewritten.headers["cache-control"] == "no-store"


def test_the_door_shows_the_frame_and_nothing_of_who_is_there(tmp_path: Path) -> None:
    """F1, D1"""

    async def run() -> None:
        frame = {"sentence": "What is said here stays here.", "sit_back": "soft", "knocking": True}
        async with running(tmp_path) as server, httpx.AsyncClient() as http:
            tokens = await server.open_circle(frame=frame)
            sign = (await http.post(server.url + "/api/door", json={"token": tokens[3]})).json()
            assert sign == {
                "title": "Tuesday circle",
                "role": "member",
                "knocks": True,
                "lock": None,
                "frame": {"offers_seen_by_all": False, "digits_for_all": False, "fishbowl": False} | frame,
            }
            assert (await http.post(server.url + "/api/door", json={"token": "x"})).status_code == 403
            assert (await http.post(server.url + "/api/door", json={})).status_code == 403

    asyncio.run(run())


def test_the_door_says_whether_an_announced_observer_will_wait(tmp_path: Path) -> None:
    """F1, O1: not where everybody has agreed, once a facilitator is there."""
    roles, announced = (Role.FACILITATOR, Role.MEMBER, Role.OBSERVER), Announced(seat=3, name="Olga", agreed=(1, 2))

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient() as http:
            hub, invites = server.services.hub, server.services.invites
            plan, now_ms = TEMPLATES[Template.ONE_CASE_60], hub.clock.now_ms()
            circle = await hub.open(open_circle("Tuesday circle", plan, roles, now_ms, announced=(announced,)))
            frida, olga = (invites.invitation(circle, seat) for seat in (1, 3))

            async def knocks() -> object:
                return (await http.post(server.url + "/api/door", json={"token": olga})).json()["knocks"]

            assert await knocks() is True
            async with joined(f"{server.url}/#{frida}", "Frida"):
                assert await knocks() is False
                async with joined(f"{server.url}/#{olga}", "Olga") as page:
                    assert page.waiting == {}

    asyncio.run(run())


def test_the_door_says_of_an_ended_invitation_that_it_has_ended_and_nothing_else(tmp_path: Path) -> None:
    """D5, D10, D11: neither what the circle is called nor what it has agreed on. The newest one shows both."""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient() as http:
            tokens, invites = await server.open_circle(), server.services.invites
            circle = invites.read(tokens[0]).circle
            assert await server.services.hub.tell(circle, InvitationsChanged(renewals=(0, 0, 0, 1, None, 0)))
            for ended in (tokens[3], tokens[4]):
                answer = await http.post(server.url + "/api/door", json={"token": ended})
                assert (answer.status_code, answer.json()) == (409, {"detail": "This invitation has ended."})
            sign = await http.post(server.url + "/api/door", json={"token": invites.invitation(circle, 4, 1)})
            assert sign.json()["title"] == "Tuesday circle"

    asyncio.run(run())


def test_a_plan_of_ones_own(tmp_path: Path) -> None:
    """P5"""
    steps = [("presentation", 8), ("sit_back", 1), ("reflection", 25), ("presenter_returns", 6)]
    plan = [{"phase": phase, "minutes": minutes} for phase, minutes in steps]
    assert answered(tmp_path / "a", "POST", "/api/circles", json={"title": "T", "steps": plan}).status_code == 201
    refused = answered(tmp_path / "b", "POST", "/api/circles", json={"title": "T", "steps": plan[:-1]})
    assert (refused.status_code, "ends with" in refused.json()["detail"]) == (422, True)
