"""`python -m app groups`: what whoever runs a server can see of its groups, and do."""

import asyncio
import json
import re
import resource
import sqlite3
import stat
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import httpx
import pytest

from app import groups
from app.circles import CannotAsk
from app.settings import Settings
from app.store.store import CircleId, StoreFailed
from app.web.invites import Invites
from app.web.link_key import new_link_key
from app.web.node_api import create_control_app
from app.web.services import Services
from tests.support.command import run_to_end
from tests.support.group_client import GroupClient
from tests.support.group_meetings import GroupMeetings
from tests.support.group_scene import FRIDA, MIA, PIET, dates
from tests.support.process import ServerProcess
from tests.support.server import running, settings_for

INVITES = Invites("what nobody but the server can know")


def told(server: ServerProcess, *words: str, about: str = "groups") -> subprocess.CompletedProcess[str]:
    return run_to_end(server.environment, about, *words)


def _meets(url: str, token: str) -> str:
    """Frida plans a date of now and enters it. Returns the invitation to her seat."""
    at = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(minutes=2)
    plan = {"type": "plan_dates", "first": f"{at:%Y-%m-%d}", "at": f"{at:%H:%M}"}
    for command in ({"type": "accept_frame", "number": 1}, plan):
        httpx.post(f"{url}/api/group/ask", json={"token": token, "seen": 1, "command": command}).raise_for_status()
    entered = httpx.post(f"{url}/api/group/enter", json={"token": token}).raise_for_status()
    return str(entered.json()["token"])


def _with_erasure_of_yesterday(copied: str) -> str:
    """This copy, made when two leaders had agreed to erase the group; their thirty days are over by now."""
    copy = json.loads(copied)
    document = json.loads(copy["document"])
    due_ms = int((datetime.now(UTC) - timedelta(days=1)).timestamp() * 1000)
    document["group"]["erasure"] = {"asked_by": 1, "asked_ms": 1, "due_ms": due_ms}
    return json.dumps(copy | {"document": json.dumps(document)})


def _answers(monkeypatch: pytest.MonkeyPatch, *told: httpx.Response) -> None:
    """A server that answers with these, one after the other, and goes away."""
    answers = iter(told)

    def answered(request: httpx.Request) -> httpx.Response:
        if answer := next(answers, None):
            return answer
        raise httpx.ReadError("")

    @asynccontextmanager
    async def any_server(_: Settings) -> AsyncIterator[httpx.AsyncClient]:
        async with httpx.AsyncClient(base_url="http://server", transport=httpx.MockTransport(answered)) as asked:
            yield asked

    monkeypatch.setattr(groups, "any_server", any_server)


def _asked_of(group: GroupMeetings) -> httpx.AsyncClient:
    """What whoever runs this group's server asks of it."""
    services = cast(Services, SimpleNamespace(groups=group.keeper, hub=group.hub, invites=INVITES))
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_control_app(services)), base_url="http://it")


def test_groups_are_listed_copied_erased_and_put_back(tmp_path: Path) -> None:
    """G27: the list names nobody; a copy is its owner's alone, and everybody's link opens the group again.

    What is no copy is refused in words, and so is erasing a group while a circle of it runs. What its leaders have had
    erased since is not put back (G15).
    """
    server = ServerProcess(tmp_path).start()
    copies = tmp_path / "groups.jsonl"
    try:
        people = [{"name": "Frida Lindqvist", "leads": True}, {"name": "Mia"}]
        asked = {"name": "Tuesday nights", "zone": "Europe/Berlin", "people": people}
        opened = httpx.post(f"{server.url}/api/groups", json=asked).json()
        token = opened["links"][1]["link"].partition("#")[2]

        def read() -> httpx.Response:
            return httpx.post(f"{server.url}/api/group", json={"token": token})

        before = read().json()
        shown = told(server).stdout
        [line] = shown.splitlines()[1:]
        number = line.split()[0]
        assert line.split()[1:3] == ["2", "0"]
        assert not any(secret in shown for secret in ("Frida", "Mia", "Tuesday", token))

        assert told(server, "export", str(copies)).returncode == 0
        assert stat.S_IMODE(copies.stat().st_mode) == 0o600
        assert [json.loads(each)["name"] for each in copies.read_text().splitlines()]
        assert "Left as they are, because they are there: 1." in told(server, "restore", str(copies)).stdout

        no_copy = tmp_path / "no-copy.jsonl"
        no_copy.write_text(json.dumps({"name": "another", "document": '{"format": 1}'}))
        refused = told(server, "restore", str(no_copy))
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "This is no copy of a group, or one that a newer release" in refused.stderr
        assert "Put back before: 0." in refused.stderr
        assert len(told(server).stdout.splitlines()) == 2

        circle = _meets(server.url, opened["links"][0]["link"].partition("#")[2])
        refused = told(server, "erase", number, "--yes")
        assert refused.returncode == 1
        ending = re.search(r"the command `circles end (\d{5}-\d{5})", refused.stderr)
        assert ending, refused.stderr
        assert read().status_code == 200
        assert told(server, "end", ending[1], "--yes", about="circles").returncode == 0
        assert httpx.post(f"{server.url}/api/door", json={"token": circle}).status_code == 410
        assert told(server, "erase", number.replace("-", ""), "--yes").returncode == 0
        assert read().status_code == 410
        assert "Groups put back: 1." in told(server, "restore", str(copies)).stdout
        assert {**read().json(), "now_ms": 0} == {**before, "now_ms": 0}

        [line] = told(server).stdout.splitlines()[1:]
        assert told(server, "erase", line.split()[0], "--yes").returncode == 0
        copies.write_text(_with_erasure_of_yesterday(copies.read_text()))
        restored = told(server, "restore", str(copies)).stdout
        assert "Groups put back: 0." in restored
        assert "Not put back, because they would be erased by now: 1." in restored
        assert told(server).stdout.splitlines()[1:] == []
    finally:
        server.stop()


def test_facilitators_get_links_again_once_the_secret_that_signed_theirs_has_gone(tmp_path: Path) -> None:
    """G27, G10: at once, where it has become known. They have all others, then; the log has none of them."""
    server = ServerProcess(tmp_path, BALINT_SECRET="what has become known to somebody").start()
    try:
        people = [{"name": "Frida Lindqvist", "leads": True}, {"name": "Finn", "leads": True}, {"name": "Mia"}]
        asked = {"name": "Tuesday nights", "zone": "Europe/Berlin", "people": people}
        opened = httpx.post(f"{server.url}/api/groups", json=asked).raise_for_status().json()
        server.stop()
        server.environment |= {"BALINT_SECRET": "what nobody but the server can know"}
        server.start()

        def asks(link: str, about: str = "") -> httpx.Response:
            return httpx.post(f"{server.url}/api/group{about}", json={"token": link.partition("#")[2]})

        assert {asks(each["link"]).status_code for each in opened["links"]} == {403}
        [number] = [line.split()[0] for line in told(server).stdout.splitlines()[1:]]
        links = told(server, "links", number)
        assert (links.returncode, links.stderr.count("Finn")) == (0, 0)
        frida, finn = links.stdout.splitlines()
        assert (frida.split(maxsplit=1)[1], finn.split(maxsplit=1)[1]) == ("Frida Lindqvist", "Finn")
        handed_out = asks(frida.split()[0], "/links").json()["links"]
        assert [each["name"] for each in handed_out] == ["Frida Lindqvist", "Finn", "Mia"]
        assert {asks(each["link"]).status_code for each in handed_out} == {200}
        assert not any(each["link"].partition("#")[2] in server.log for each in (*opened["links"], *handed_out))
        none = told(server, "links", "12345-67890")
        assert (none.returncode, none.stdout) == (1, "")
        assert "No group has this number" in none.stderr
    finally:
        server.stop()


def test_links_of_a_sealed_group_are_said_to_lack_its_key(tmp_path: Path) -> None:
    """G27, V1: the server does not have it."""
    server = ServerProcess(tmp_path).start()
    try:
        asked = {"name": "Tuesday", "zone": "UTC", "people": [{"name": "Frida", "leads": True}, {"name": "Mia"}]}
        sealed = asked | {"lock": new_link_key().lock}
        httpx.post(f"{server.url}/api/groups", json=sealed).raise_for_status()
        [number] = [line.split()[0] for line in told(server).stdout.splitlines()[1:]]
        links = told(server, "links", number)
        assert (links.returncode, len(links.stdout.splitlines())) == (0, 1)
        assert "key" in links.stderr
    finally:
        server.stop()


def test_a_group_that_a_newer_release_keeps_is_listed_and_said_not_to_be_copied(tmp_path: Path) -> None:
    """G27, G23: a file of copies that lacks one is not taken for whole. Whoever comes to it reads why it is shut.

    One whose thirty days are over is not there any more, also before its turn to go (G15).
    """
    server = ServerProcess(tmp_path).start()
    try:
        people = [{"name": "Frida", "leads": True}, {"name": "Mia"}]
        for name in ("Tuesday", "Wednesday"):
            asked = {"name": name, "zone": "Europe/Berlin", "people": people}
            opened = httpx.post(f"{server.url}/api/groups", json=asked).raise_for_status().json()
        with sqlite3.connect(tmp_path / "data" / "circles.sqlite") as db:
            newest = (
                "UPDATE groups SET body = replace(body, '\"format\":', '\"format\":9') WHERE body LIKE '%Wednesday%'"
            )
            assert db.execute(newest).rowcount == 1
        token = opened["links"][0]["link"].partition("#")[2]
        shut = httpx.post(f"{server.url}/api/group", json={"token": token})
        assert (shut.status_code, "A newer release of this server keeps this group." in shut.text) == (503, True)
        [_, *lines] = told(server).stdout.splitlines()
        [newer] = [line.split()[0] for line in lines if "kept by a newer release" in line]
        copied = told(server, "export", str(tmp_path / "copies"))
        assert (copied.returncode, "groups: 1." in copied.stdout, newer in copied.stderr) == (1, True, True)
        alone = told(server, "export", str(tmp_path / "copy"), "--number", newer)
        assert (alone.returncode, "newer release" in alone.stderr) == (1, True)
        [number] = [line.split()[0] for line in lines if "kept by a newer release" not in line]
        with sqlite3.connect(tmp_path / "data" / "circles.sqlite") as db:
            due = "UPDATE groups SET body = replace(body, '\"erasure\":null', ?) WHERE body LIKE '%Tuesday%'"
            assert db.execute(due, ['"erasure":{"asked_by":1,"asked_ms":1,"due_ms":2}']).rowcount == 1
        gone = told(server, "export", str(tmp_path / "one"), "--number", number)
        assert (gone.returncode, "No group has this number" in gone.stderr) == (1, True), gone.stderr
    finally:
        server.stop()


def test_a_copy_has_the_meeting_that_nobody_has_looked_at_since() -> None:
    """G27, G25: the record of its circle is in no copy. Nor is it lost where the copy takes the group's own place."""

    async def run() -> None:
        group = await GroupMeetings().open()
        await group.asks(FRIDA, dates("2027-01-12"))
        await group.at("2027-01-12 16:50")
        for number in (FRIDA, MIA, PIET):
            await group.enters(number)
        await group.next()
        await group.tells_a_case(PIET)
        await group.ends()
        number = INVITES.number(CircleId(group.id))
        async with _asked_of(group) as own:
            copy = (await own.post("/node/groups/copy", json={"number": number})).json()
            assert (await own.post("/node/groups/erase", json={"number": number})).is_success
        for server in (group, GroupMeetings("2027-01-13 09:00")):
            async with _asked_of(server) as own:
                assert (await own.post("/node/groups/put-back", json=copy)).is_success
            server.id = group.id
            [meeting] = (await server.group()).meetings
            assert (await server.minutes_of(meeting.number)).keys() == {FRIDA, MIA, PIET}

    asyncio.run(run())


@pytest.mark.parametrize("asked", ["erase", "put-back"])
def test_what_the_store_may_have_done_is_not_said_to_be_undone(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G27: it has done it, and does not say so in time."""

    async def run() -> None:
        async with running(tmp_path) as server:
            services = server.services
            groups, transport = services.groups.kept, httpx.ASGITransport(create_control_app(services))
            async with httpx.AsyncClient() as http, httpx.AsyncClient(transport=transport, base_url="http://it") as own:
                await GroupClient.open(server, http)
                [name] = await groups.names()
                body = {"number": services.invites.number(CircleId(name))}
                if asked == "put-back":
                    body = (await own.post("/node/groups/copy", json=body)).json()
                    await groups.erase(name)
                method = asked.replace("-", "_")
                does = getattr(groups, method)

                async def done_untold(*given: Any) -> None:
                    await does(*given)
                    raise StoreFailed("no answer in time")

                monkeypatch.setattr(groups, method, done_untold)
                answer = await own.post(f"/node/groups/{asked}", json=body)
                assert len(await groups.names()) == (asked == "put-back")
                assert (answer.status_code, "whether" in answer.json()["detail"]) == (503, True)

    asyncio.run(run())


def test_a_server_that_is_gone_before_all_are_put_back_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G27: the file may be put back again then, for what is there stays as it is."""
    copies = tmp_path / "groups.jsonl"
    copies.write_text("".join(f'{{"name": "{name}", "document": ""}}\n' for name in ("first", "second")))
    _answers(monkeypatch, httpx.Response(200))
    with pytest.raises(CannotAsk, match=r"has not answered\. Put back before: 1\."):
        asyncio.run(groups.restore_groups(settings_for(tmp_path), copies))


def test_a_full_disk_leaves_no_part_of_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G27: it would be taken for all the groups there are, and stand in the way of the next copy."""
    _answers(monkeypatch, httpx.Response(200, json={"name": "first", "document": "{}"}))
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, most[1]))
    try:
        with pytest.raises(CannotAsk, match="cannot be written"):
            asyncio.run(groups.export_groups(settings_for(tmp_path), tmp_path / "copies.jsonl", "12345-67890"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_nobody_can_write_is_told_of_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as one in root's own folder, into which the server's user may not even look. Here its name is too long."""
    _answers(monkeypatch, httpx.Response(200, json={"name": "first", "document": "{}"}))
    with pytest.raises(CannotAsk, match="cannot be written"):
        asyncio.run(groups.export_groups(settings_for(tmp_path), tmp_path / ("x" * 300), "12345-67890"))
