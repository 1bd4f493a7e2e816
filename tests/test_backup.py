"""A copy of a single server is whole, private, one of few, and goes on where the server was."""

import asyncio
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from app.backup import CannotBackUp, back_up
from app.store.sqlite import SqliteStore
from tests.support.open_group import OpenGroup
from tests.support.process import ServerProcess
from tests.support.server import running, settings_for


def test_a_copy_of_a_running_server_opens_as_a_server(tmp_path: Path) -> None:
    """With its circles and its groups, which everybody's link opens again (G23)."""
    kept = settings_for(tmp_path / "data")
    server = ServerProcess(tmp_path).start()
    try:
        server.open_circle()
        group = OpenGroup(server, "Frida", "Mia")
        token, before = group.link("Mia").partition("#")[2], group.view("Mia")
        asyncio.run(back_up(kept, tmp_path / "copies", keep=2))
    finally:
        server.kill()
    [copy] = (tmp_path / "copies").iterdir()
    assert (copy / "secret").read_text() == (tmp_path / "data" / "secret").read_text()
    assert [stat.S_IMODE(file.stat().st_mode) for file in (copy, *copy.iterdir())] == [0o700, 0o600, 0o600]
    restored = ServerProcess(tmp_path, BALINT_DATA_DIR=str(copy)).start()
    try:
        assert restored.health()["circles"] == 1  # type: ignore[index]
        again = httpx.post(f"{restored.url}/api/group", json={"token": token}).json()
        assert {**again, "now_ms": 0} == {**before, "now_ms": 0}
    finally:
        restored.stop()


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs Debian's sqlite3")
def test_sqlites_own_copy_of_a_running_server_opens_as_well(tmp_path: Path) -> None:
    """`sqlite3 circles.sqlite ".backup copy"`, as the page for whoever runs a server has it."""

    async def play() -> None:
        async with running(tmp_path / "data") as server:
            await server.open_circle()
            [circle] = server.services.hub.circles
            command = ["sqlite3", str(tmp_path / "data" / "circles.sqlite"), f".backup {tmp_path / 'copy'}"]
            copying = await asyncio.create_subprocess_exec(*command)
            assert await copying.wait() == 0
            copy = await SqliteStore.open(tmp_path / "copy")
            assert len(await copy.read(circle)) >= 1
            assert await server.services.hub.read(circle)
            await copy.close()

    asyncio.run(play())


def test_only_so_many_copies_stay_and_nothing_else_is_touched(tmp_path: Path) -> None:
    kept = settings_for(tmp_path / "data")
    a_store(tmp_path / "data")
    copies = tmp_path / "copies"
    for old in ("2026-01-01T000000Z", "2026-01-02T000000Z", "mine"):
        (copies / old).mkdir(parents=True)
    asyncio.run(back_up(kept, copies, keep=2))
    left = sorted(each.name for each in copies.iterdir())
    assert len(left) == 3
    assert {"2026-01-02T000000Z", "mine"} < set(left)


@pytest.mark.parametrize(("keep", "stays"), [(1, set()), (2, {"2026-01-01T000000Z"})])
def test_a_copy_named_later_than_now_is_the_first_to_go(tmp_path: Path, keep: int, stays: set[str]) -> None:
    """A clock was wrong once, or is now; the copy that has just been made is never the one that is removed."""
    a_store(tmp_path / "data")
    copies = tmp_path / "copies"
    for other in ("2026-01-01T000000Z", "2999-01-01T000000Z", "2999-01-02T000000Z"):
        (copies / other).mkdir(parents=True)
    asyncio.run(back_up(settings_for(tmp_path / "data"), copies, keep=keep))
    left = {each.name for each in copies.iterdir() if not (each / "circles.sqlite").exists()}
    assert (left, len([*copies.iterdir()])) == (stays, keep)


@pytest.mark.parametrize(
    ("wishes", "keep", "why"),
    [({}, 7, "BALINT_DATA_DIR"), ({}, 0, "At least one"), ({"redis_url": "redis://x"}, 7, "Redis")],
)
def test_why_there_is_no_copy_is_said(tmp_path: Path, wishes: dict[str, str], keep: int, why: str) -> None:
    with pytest.raises(CannotBackUp, match=why):
        asyncio.run(back_up(settings_for(tmp_path / "data", **wishes), tmp_path / "copies", keep))
    assert not (tmp_path / "copies").exists()


def test_a_copy_that_was_not_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    """Each holds everybody's name; and on a full disk one more would stay each night."""
    kept, copies = settings_for(tmp_path / "data"), tmp_path / "copies"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "circles.sqlite").write_text("no database" * 100)
    for killed in ("2026-01-01T000000Z.new", "mine.new"):
        (copies / killed).mkdir(parents=True)
        (copies / killed / "circles.sqlite").touch()
    with pytest.raises(CannotBackUp, match="No copy was made"):
        asyncio.run(back_up(kept, copies, keep=2))
    assert [each.name for each in copies.iterdir()] == ["mine.new"]


@pytest.mark.parametrize(
    ("wishes", "files", "said"),
    [
        ({}, {"circles.sqlite", "secret"}, "the circles and the secret."),
        ({"secret": "s" * 32}, {"circles.sqlite"}, "not the secret, which BALINT_SECRET sets."),
    ],
)
def test_it_says_what_is_in_a_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wishes: dict[str, str], files: set[str], said: str
) -> None:
    """What signs the links, unless the server is told it: then what lies in its folder is the one of before."""
    a_store(tmp_path / "data")
    (tmp_path / "data" / "secret").write_text("what signs the links, or did")
    asyncio.run(back_up(settings_for(tmp_path / "data", **wishes), tmp_path / "copies", keep=2))
    [copy] = (tmp_path / "copies").iterdir()
    assert {file.name for file in copy.iterdir()} == files
    assert said in capsys.readouterr().out


def test_a_copy_that_was_made_counts_also_where_an_older_one_cannot_be_removed(tmp_path: Path) -> None:
    a_store(tmp_path / "data")
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "2026-01-01T000000Z").write_text("a file cannot be removed as a folder")
    with pytest.raises(CannotBackUp, match=r"^This copy was made, but an older one could not be removed: "):
        asyncio.run(back_up(settings_for(tmp_path / "data"), copies, keep=1))
    assert len([*copies.iterdir()]) == 2


def a_store(folder: Path) -> None:
    """With nothing in it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "circles.sqlite")) as empty:
        empty.execute("CREATE TABLE events (body)")
