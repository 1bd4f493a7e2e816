"""Opening a circle over HTTP, the page's headers, and the health check."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.server import running

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
    ],
)
def test_what_cannot_be_a_circle_is_refused_in_words(tmp_path: Path, body: dict[str, Any], word: str) -> None:
    """S5"""
    refused = answered(tmp_path, "POST", "/api/circles", json=body)
    assert refused.status_code == 422
    assert word in refused.json()["detail"]


def test_a_body_too_large_is_not_read(tmp_path: Path) -> None:
    """W3"""
    assert answered(tmp_path, "POST", "/api/circles", content=b"x" * 10_000).status_code == 413


def test_a_full_server_says_so(tmp_path: Path) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path, circles_max=1) as server, httpx.AsyncClient() as http:
            await server.open_circle()
            refused = await http.post(server.url + "/api/circles", json={"title": "T"})
            assert refused.status_code == 503
            assert "later" in refused.json()["detail"]

    asyncio.run(run())


@pytest.mark.parametrize(("given", "status"), [(None, 401), ("Bearer wrong", 401), ("Bearer sesame", 201)])
def test_an_opening_key_is_asked_for_where_it_is_set(tmp_path: Path, given: str | None, status: int) -> None:
    """S2"""
    headers = {"Authorization": given} if given else {}
    key = {"opening_key": "sesame"}
    answer = answered(tmp_path, "POST", "/api/circles", key, json={"title": "T"}, headers=headers)
    assert answer.status_code == status


def test_the_health_check_names_nobody(tmp_path: Path) -> None:
    """W2"""
    health = answered(tmp_path, "GET", "/health")
    assert health.json()["status"] == "ok"
    assert all(isinstance(value, int | float) for key, value in health.json().items() if key != "status")


def test_every_answer_is_guarded(tmp_path: Path) -> None:
    """W3: no other site's scripts, frames or microphones, and no link in a referrer."""
    headers = answered(tmp_path, "GET", "/").headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["permissions-policy"].startswith("microphone=(self)")


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
                "frame": {"offers_seen_by_all": False, "digits_for_all": False} | frame,
            }
            assert (await http.post(server.url + "/api/door", json={"token": "x"})).status_code == 403
            assert (await http.post(server.url + "/api/door", json={})).status_code == 403

    asyncio.run(run())


def test_a_plan_of_ones_own(tmp_path: Path) -> None:
    """P5"""
    steps = [("presentation", 8), ("sit_back", 1), ("reflection", 25), ("presenter_returns", 6)]
    plan = [{"phase": phase, "minutes": minutes} for phase, minutes in steps]
    assert answered(tmp_path / "a", "POST", "/api/circles", json={"title": "T", "steps": plan}).status_code == 201
    refused = answered(tmp_path / "b", "POST", "/api/circles", json={"title": "T", "steps": plan[:-1]})
    assert (refused.status_code, "ends with" in refused.json()["detail"]) == (422, True)
