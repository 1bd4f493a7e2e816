"""Who may open circles: with the key, from this server's own page, as strictly as it is written, and not too often."""

import asyncio
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from app.circle.timing import UNUSED_AFTER_MS, ends_by_itself_ms
from app.specifications import openapi
from app.web.origin import is_own
from app.words.languages import ENGLISH, LANGUAGES, words_in
from tests.support.server import JSON, Server, running

PATIENCE_S = 60

CIRCLE = {"title": "T"}
PUBLIC = "https://circle.example"


async def asked(server: Server, body: Any = CIRCLE, **headers: Any) -> httpx.Response:
    async with httpx.AsyncClient() as http:
        return await http.post(server.url + "/api/circles", json=body, headers=headers)


@pytest.mark.parametrize(
    ("key", "given", "status"),
    [
        ("sesame", None, 401),
        ("sesame", b"Bearer wrong", 401),
        ("sesame", b"sesame", 401),
        ("sesame", b"Bearer \xe9", 401),
        ("sesame", b"Bearer", 401),
        ("sesame", b"Bearer sesame", 201),
        ("sesame", b"bearer  sesame", 201),
        ("s\u00e9same", "Bearer s\u00e9same".encode(), 201),
        ("s\u00e9same", "Bearer s\u00e9same".encode("latin-1"), 401),
        (" ", None, 201),
    ],
)
def test_an_opening_key_is_asked_for_where_it_is_set(
    tmp_path: Path, key: str, given: bytes | None, status: int
) -> None:
    """W6"""

    async def run() -> None:
        async with running(tmp_path, opening_key=key) as server:
            answer = await asked(server, **({"Authorization": given} if given else {}))
            assert answer.status_code == status
            assert ("www-authenticate" in answer.headers) == (status == 401)

    asyncio.run(run())


def test_whatever_asks_for_the_key_is_said_to_machines(tmp_path: Path) -> None:
    """W6: in the document that clients are made of."""

    async def run() -> None:
        paths = openapi()["paths"]
        async with running(tmp_path, opening_key="sesame") as server, httpx.AsyncClient(base_url=server.url) as http:
            refused = {path for path in paths if (await http.post(path, json={})).status_code == 401}
        assert refused == {path for path, methods in paths.items() if "security" in methods.get("post", {})}

    asyncio.run(run())


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "a"])
def test_only_json_is_taken(tmp_path: Path, kind: str | None) -> None:
    """W7: what another site's form can send opens nothing and looks at no door."""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            headers = {"Content-Type": kind} if kind else {}
            for path in ("/api/circles", "/api/door"):
                refused = await http.post(path, content=b'{"title": "T"}', headers=headers)
                assert refused.status_code == 415
                assert "JSON" in refused.json()["detail"]
            charset = {"Content-Type": "Application/JSON; charset=utf-8"}
            assert (await http.post("/api/circles", content=b'{"title": "T"}', headers=charset)).status_code == 201

    asyncio.run(run())


@pytest.mark.parametrize(
    ("origin", "hosts", "own"),
    [
        (PUBLIC, ["127.0.0.1:8000"], True),
        (PUBLIC + ":443", [], True),
        ("HTTPS://CIRCLE.example", [], True),
        ("http://circle.example", ["circle.example"], False),
        (PUBLIC + ":444", ["circle.example"], False),
        (PUBLIC + ".evil.example", ["circle.example"], False),
        (PUBLIC + "/path", [], False),
        ("https://user@circle.example", [], False),
        ("http://localhost:8000", ["localhost:8000"], True),
        ("http://localhost", ["localhost:80"], True),
        ("http://[::1]:8000", ["[::1]:8000"], True),
        ("http://192.0.2.1:8000", ["192.0.2.1:8000"], True),
        ("http://localhost:3000", ["localhost:8000"], False),
        ("http://localhost:8000", ["localhost:8000", "evil.example"], False),
        ("http://evil.example:8000", ["evil.example:8000"], False),
        ("http://localhost.evil.example", ["localhost.evil.example"], False),
        ("null", ["null"], False),
        ("", [""], False),
        ("http://", ["localhost"], False),
        ("http://localhost:99999", ["localhost:99999"], False),
        ("http://[", ["["], False),
        ("file://localhost", ["localhost"], False),
    ],
)
def test_whose_page_asks(origin: str, hosts: list[str], own: bool) -> None:
    """W7: the public URL's, or the very host that was asked if no other site can be behind its name."""
    assert is_own(origin, PUBLIC, hosts) is own


def test_pages_of_other_sites_open_nothing_and_enter_nowhere(tmp_path: Path) -> None:
    """W7"""

    async def run() -> None:
        async with running(tmp_path) as server:
            for origin in ("https://evil.example", "null", server.url + "1"):
                assert (await asked(server, Origin=origin)).status_code == 421
                with pytest.raises(InvalidStatus) as refused:
                    await connect(server.socket_url, origin=origin)  # type: ignore[arg-type]
                assert refused.value.response.status_code == 403
            for own in (server.url, server.url.replace("127.0.0.1", "localhost")):
                host = own.removeprefix("http://")
                assert (await asked(server, Origin=own, Host=host)).status_code == 201
            async with connect(server.socket_url, origin=server.url):  # type: ignore[arg-type]
                pass
            async with httpx.AsyncClient() as http:
                two = [("Origin", server.url), ("Origin", "https://evil.example")]
                url = server.url + "/api/circles"
                assert (await http.post(url, json=CIRCLE, headers=two)).status_code == 421

    asyncio.run(run())


@pytest.mark.parametrize("path", ["/api/circles", "/api/door", "/api/groups", "/api/group", "/api/group/lost-link"])
def test_whoever_opens_the_page_under_a_second_name_is_told_the_right_one(tmp_path: Path, path: str) -> None:
    """W7: in their language, and never that their link opens nothing."""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            second = {"Origin": "https://www.circle.example", "Host": "www.circle.example", "Accept-Language": "de"}
            answer = await http.post(path, json={"token": "x"}, headers=second)
            assert answer.status_code == 421
            says = answer.json()["detail"]
            assert "unter diesem Namen" in says
            assert f"{server.url}/ " in says

    asyncio.run(run())


STRICTLY: tuple[tuple[Mapping[str, Any] | list[Any], str], ...] = (
    ({"title": "T", "seats": "6"}, "seats has to be a whole number"),
    ({"title": "T", "seats": 6.0}, "seats has to be a whole number"),
    ({"title": "T", "facilitators": True}, "facilitators has to be a whole number"),
    ({"title": "T", "seats": 10**400}, "seats has to be 16 or less"),
    ({"title": "T", "observers": -1}, "observers has to be 0 or more"),
    ({"title": "T", "chairs": 6}, "chairs is nothing"),
    ({"title": "T", "frame": {"recording": True}}, "frame recording is nothing"),
    ({"title": "T", "frame": {"knocking": 1}}, "frame knocking has to be true or false"),
    ({"title": "T", "frame": None}, "frame has to be an object"),
    ({"title": "T", "steps": [{"phase": "reflection", "minutes": "3"}]}, "steps 0 minutes has to be a whole number"),
    ({"title": "T", "steps": {}}, "steps has to be a list"),
    ({"title": ["T"]}, "title has to be text"),
    ({"title": "T", "template": "a_weekend"}, "template has to be one of"),
    ([], "has to be an object"),
)


@pytest.mark.parametrize(("body", "words"), STRICTLY)
def test_a_circle_is_read_strictly_and_refused_in_words(tmp_path: Path, body: Any, words: str) -> None:
    """S5"""

    async def run() -> None:
        async with running(tmp_path) as server:
            refused = await asked(server, body)
            assert refused.status_code == 422
            assert words in refused.json()["detail"]

    asyncio.run(run())


CASE = [
    {"phase": "presentation", "minutes": 7},
    {"phase": "sit_back", "minutes": 1},
    {"phase": "reflection", "minutes": 30},
    {"phase": "presenter_returns", "minutes": 7},
]
NO_CIRCLE: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "no_plan": ({"title": "T", "steps": [CASE[0], *CASE[2:]]}, "Before the reflection the presenter sits back."),
    "no_member": ({"title": "T", "seats": 3}, "A circle needs at least one facilitator and one member."),
    "no_title": ({"title": " "}, "A circle's title has 1 to 80 characters that can be seen."),
}


@pytest.mark.parametrize(("problem", "language"), [*product(NO_CIRCLE, LANGUAGES)])
def test_whoever_opens_a_circle_reads_in_their_language_why_it_is_none(
    tmp_path: Path, problem: str, language: str
) -> None:
    """P5, S5, W20: in English what of a plan is wrong, in other languages what a plan is."""

    async def run() -> None:
        body, exactly = NO_CIRCLE[problem]
        async with running(tmp_path) as server:
            refused = await asked(server, body, **{"Accept-Language": language})
            words = exactly if language == ENGLISH else getattr(words_in(language).problems, problem)
            assert (refused.status_code, refused.json()["detail"]) == (422, words)
            assert (language == ENGLISH) is (words == exactly)

    asyncio.run(run())


BROKEN = (
    b"",
    b"{",
    b"\xff\xfe",
    b'{"title": "\xff"}',
    b'{"title": "\\ud800"}',
    b'{"title": "T", "\\udfff": 1}',
    b'{"title": "T", "frame": {"sentence": "\\ud83d"}}',
    b'{"title": "T", "seats": NaN}',
    b'{"title": "T", "seats": ' + b"9" * 3900 + b"}",
    b"[" * 4000,
    b'{"a":' * 700,
    b'{"token": "\\ud800"}',
    b'{"token": "\xff"}',
    b'{"token": "\\u0000"}',
    b'{"token": ".\xc3\xa9."}',
    b'{"token": "W10.\\u2603"}',
)


@pytest.mark.parametrize("body", BROKEN)
def test_nothing_that_is_sent_is_a_mistake_of_ours(tmp_path: Path, body: bytes) -> None:
    """W3"""

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            assert (await http.post("/api/circles", content=body, headers=JSON)).status_code == 422
            assert (await http.post("/api/door", content=body, headers=JSON)).status_code == 403

    asyncio.run(run())


def test_one_source_opens_so_many_and_is_told_when_the_next(tmp_path: Path) -> None:
    """W6"""

    async def run() -> None:
        async with running(tmp_path, openings_max=2) as server:
            assert [(await asked(server)).status_code for _ in range(2)] == [201, 201]
            refused = await asked(server)
            assert (refused.status_code, 0 < int(refused.headers["retry-after"]) <= 60) == (429, True)
            assert "from your network" in refused.json()["detail"]
            behind = {
                "X-Forwarded-For": "198.51.100.9, 192.0.2.1"
            }  # a proxy on this machine, and what a client made up
            assert [(await asked(server, **behind)).status_code for _ in range(3)] == [201, 201, 429]
            assert (await asked(server, **behind | {"X-Forwarded-For": "192.0.2.2"})).status_code == 201

    asyncio.run(run())


def test_one_source_looks_at_doors_at_the_pace_of_pages(tmp_path: Path) -> None:
    """W8: a hospital's pages fit in. No other source is disturbed, no other circle's people, and nobody who has an
    invitation by whoever has none.
    """

    async def run() -> None:
        async with running(tmp_path) as server, httpx.AsyncClient(base_url=server.url) as http:
            (token, *_), (another, *_) = [await server.open_circle() for _ in range(2)]
            sent = {"json": {"token": token}}

            async def looks(answered: int, *bodies: Any) -> httpx.Response:
                """Until it is once too often; on a slow machine there is another look while they are counted."""
                each_looks = server.services.rates.looks.burst_max // len(bodies)
                for body in bodies:
                    many = [await http.post("/api/door", headers=JSON, **body) for _ in range(each_looks)]
                    assert {each.status_code for each in many} == {answered}
                async with asyncio.timeout(PATIENCE_S):
                    while (refused := await http.post("/api/door", **bodies[0])).status_code != 429:
                        assert refused.status_code == answered
                return refused

            await looks(403, {"json": {"token": "x"}}, {"content": b"{"})
            refused = await looks(200, sent)
            assert (int(refused.headers["retry-after"]), "from your network" in refused.json()["detail"]) == (1, True)
            assert (await http.post("/api/door", json={"token": another})).status_code == 200
            assert (await http.post("/api/door", headers={"X-Forwarded-For": "192.0.2.9"}, **sent)).status_code == 200
            assert (await http.post("/api/circles", json=CIRCLE)).status_code == 201

    asyncio.run(run())


def test_whoever_is_no_trusted_proxy_speaks_for_nobody_else(tmp_path: Path) -> None:
    """W6"""

    async def run() -> None:
        async with running(tmp_path, openings_max=1, trusted_proxies=("192.0.2.0/24",)) as server:
            assert (await asked(server)).status_code == 201
            assert (await asked(server, **{"X-Forwarded-For": "203.0.113.5"})).status_code == 429

    asyncio.run(run())


def test_guesses_at_the_key_are_slowed_down_too(tmp_path: Path) -> None:
    """W6"""

    async def run() -> None:
        async with running(tmp_path, openings_max=1, opening_key="sesame") as server:
            assert (await asked(server, Authorization="Bearer guess")).status_code == 401
            assert (await asked(server, Authorization="Bearer sesame")).status_code == 429

    asyncio.run(run())


def test_a_new_circle_says_until_when_somebody_has_to_enter(tmp_path: Path) -> None:
    """E4: and no more are opened that nobody has entered."""

    async def run() -> None:
        async with running(tmp_path, unused_max=1) as server:
            before_ms = server.services.hub.clock.now_ms()
            expires_ms = (await asked(server)).json()["expires_ms"]
            [circle] = server.services.hub.circles
            ends_ms = ends_by_itself_ms(await server.services.hub.read(circle))
            assert ends_ms
            assert before_ms + UNUSED_AFTER_MS <= expires_ms <= ends_ms
            refused = await asked(server)
            assert (refused.status_code, "nobody has entered" in refused.json()["detail"]) == (503, True)

    asyncio.run(run())
