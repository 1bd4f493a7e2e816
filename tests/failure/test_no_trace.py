"""What is left of a meeting: on disks, in logs, metrics and memory. Keys, tokens and voices are never written."""

import asyncio
import json
import resource
import sqlite3
import time
import urllib.request
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

import pytest

from tests.support.installation import Installation, installation
from tests.support.meeting import Table, meeting, seated
from tests.support.meeting_secrets import circle, never_known, secrets_of, speaks_so_that_it_is_known
from tests.support.peer import until
from tests.support.ports import free_port
from tests.support.process import ServerProcess
from tests.support.scene import FINN, FRIDA, MIA, PIET
from tests.support.server import JSON
from tests.support.sframe import CircleKey
from tests.support.traces import counted, forms_of, in_files, in_memory, may_read_memory, texts_of

NAMES = {FRIDA: "Frida Quillfeather", FINN: "Finn Østerhagen", PIET: "Piet Zwartkruis", MIA: "Łucja Bellweather"}
TITLE = "Thursday 🏮 lanterns circle"
"""One letter of it, and of two names, makes Python hold the text otherwise than it is written."""
KEPT = {*NAMES.values(), TITLE}
"""What events hold until the circle ends, and the record for as long as it is kept."""
KEPT_WORDS = {form: word for text in KEPT for form, word in forms_of(text).items()}
DAY_MS = 24 * 3600 * 1000
PATIENCE_S = 90
LOOKS_EVERY_S = 1


@pytest.fixture(autouse=True)
def memory_may_be_read() -> None:
    if not may_read_memory():
        pytest.skip("The kernel lets this user look into no process, not even their own.")


async def two_lines_are_dropped(table: Table) -> None:
    for seat in (MIA, FINN):
        await table.people[seat].here.hang_up()
    at = time.monotonic()
    await until(lambda: table.people[MIA].codes and table.people[FINN].codes)
    await table.settled(at)


async def the_leaders_debrief(table: Table) -> None:
    """After the presenter's return and the closing; the others linger, and hear nothing of it."""
    await table.until("lingering")
    assert await table.people[PIET].ask("open_microphone") is None
    for seat in (FRIDA, FINN):
        assert await table.people[seat].ask("enter_debrief") is None
    at = time.monotonic()
    await table.until_heard(at)
    assert {voice.speaker for voice in table.people[PIET].heard_since(at)} == {MIA}
    assert {voice.speaker for voice in table.frida.heard_since(at)} == {FINN}


async def ends(table: Table) -> None:
    assert await table.frida.ask("end_circle") is None
    await until(lambda: all(person.parted for person in table.people.values()))


async def looks_at_the_door(server: ServerProcess, tokens: Iterable[str]) -> None:
    """As a page does before it enters: the link is in a request then."""
    for token in tokens:
        asked = urllib.request.Request(server.url + "/api/door", json.dumps({"token": token}).encode(), JSON)
        with await asyncio.to_thread(urllib.request.urlopen, asked, timeout=5) as answer:
            assert json.load(answer)["title"] == TITLE


async def until_in_memory(server: ServerProcess, words: Mapping[str, bytes], kept: Set[str]) -> None:
    """Until of all these words no others are there than those that are kept: soon, for garbage is collected.

    To look for all takes seconds, so meanwhile only those are looked for that were left.
    """
    deadline, left = time.monotonic() + PATIENCE_S, dict(words)
    while left := {name: words[name] for name in await found_in(server, left) if texts_of([name]) - kept}:
        assert time.monotonic() < deadline, left.keys()
        await asyncio.sleep(LOOKS_EVERY_S)
    assert texts_of(await found_in(server, words)) <= kept


async def found_in(server: ServerProcess, words: Mapping[str, bytes]) -> Set[str]:
    return (await asyncio.to_thread(in_memory, server.pid, words)).keys()


def told_to_operators(servers: Iterable[ServerProcess], metrics: Iterable[str]) -> dict[str, bytes]:
    texts = {f"log of {server.port}": server.log.encode() for server in servers}
    for url in metrics:
        with urllib.request.urlopen(url, timeout=5) as answer:
            texts[url] = answer.read()
            assert texts[url]
    return texts


def assert_nobody_is_told_of(texts: Mapping[str, bytes], words: Mapping[str, bytes]) -> None:
    assert {where: counted([text], words) for where, text in texts.items()} == {where: {} for where in texts}


def on_disk(folder: Path, words: Mapping[str, bytes]) -> set[str]:
    return texts_of(set().union(*in_files(folder, words).values()))


def test_several_nodes_leave_no_trace(tmp_path: Path) -> None:
    """W3, E2, E3, V3, V8: a sealed meeting from its beginning to the debrief, with lines dropped and a node killed.

    That node comes back, and only passes browsers on. Redis holds the record, and at last its disk holds nothing.
    """
    key = CircleKey.new()
    lock = {"lock": key.lock.encode()}

    async def play() -> None:
        async with installation(tmp_path) as cluster:
            cluster.redis.tell("CONFIG", "SET", "rdbcompression", "no")  # or words on the disk could not be found
            async with meeting(cluster, names=NAMES, key=key, title=TITLE) as table:
                speaks_so_that_it_is_known(table)
                await table.reflects()
                words = KEPT_WORDS | secrets_of(table)
                await two_lines_are_dropped(table)
                killed = table.owner
                assert in_memory(killed.pid, never_known(table, key)) == {}
                assert in_memory(killed.pid, words | lock).keys() > lock.keys(), "what lives there is not found"
                killed.kill()
                await table.settled(time.monotonic())
                words |= secrets_of(table)
                await asyncio.to_thread(killed.start)
                while not somebody_comes_by(killed, table):
                    await two_lines_are_dropped(table)
                await the_leaders_debrief(table)
                words |= secrets_of(table) | never_known(table, key)
                assert on_disk(tmp_path, words) == KEPT
                assert texts_of(in_memory(redis_pid(cluster), words)) == KEPT
                assert killed is not table.owner
                await ends(table)
            words |= lock
            for node in cluster.nodes:
                await until_in_memory(node, words, set())
            metrics = [f"http://{node.address}/metrics" for node in cluster.nodes]
            assert_nobody_is_told_of(told_to_operators(cluster.nodes, metrics), words)
            assert rewritten(cluster, tmp_path, words) == KEPT
            cluster.redis.tell("PEXPIRE", f"balint:circle:{table.circle}:record", "1")
            await until(lambda: cluster.redis.tell("EXISTS", f"balint:circle:{table.circle}:record") == b":0\r\n")
            assert rewritten(cluster, tmp_path, words | {"circle": table.circle.encode()}) == set()
            assert texts_of(in_memory(redis_pid(cluster), words)) <= KEPT | lock.keys()

    asyncio.run(play())


def somebody_comes_by(node: ServerProcess, table: Table) -> bool:
    """Whether somebody's connection is passed on by this node. Each time one breaks off, they come by the next."""
    return any(person.page and person.door == node.socket_url for person in table.people.values())


def rewritten(cluster: Installation, folder: Path, words: Mapping[str, bytes]) -> set[str]:
    """What is on the disk once Redis has rewritten its append-only file."""
    before = {file.name for file in folder.rglob("*.aof")}
    cluster.redis.tell("BGREWRITEAOF")
    deadline = time.monotonic() + 10
    while before & {file.name for file in folder.rglob("*.aof")}:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return on_disk(folder, words)


def redis_pid(cluster: Installation) -> int:
    assert cluster.redis._process
    return cluster.redis._process.pid


def test_a_single_server_leaves_no_trace(tmp_path: Path) -> None:
    """W3, E2, E3, V3, V8: a sealed meeting to the debrief, and beside it one that is not sealed.

    Lines are dropped, the server is killed and started again; at last there is the record, then nothing.
    """
    key = CircleKey.new()
    lock = {"lock": key.lock.encode()}

    async def play() -> None:
        metrics = free_port()
        server = ServerProcess(tmp_path, BALINT_METRICS_PORT=str(metrics))
        server._command = ["env", *server._command]  # not forked: as whoever looks after a server begins it
        try:
            server.start()
            tokens = await asyncio.to_thread(lambda: server.open_circle(title=TITLE, lock=key.lock))
            others = await asyncio.to_thread(lambda: server.open_circle(title=TITLE))
            async with (
                seated([server.socket_url], tokens, names=NAMES, key=key) as table,
                seated([server.socket_url], others, names=NAMES) as clear,
            ):
                speaks_so_that_it_is_known(table)
                speaks_so_that_it_is_known(clear)
                await table.reflects()
                words = KEPT_WORDS | secrets_of(table) | secrets_of(clear)
                await two_lines_are_dropped(table)
                lives = {f"password {seat}, line 0, of {circle(table)}" for seat in (FRIDA, PIET)}
                lives |= {f"voice {FRIDA} of {circle(clear)}"} | KEPT
                assert texts_of(in_memory(server.pid, words)) >= lives, "what lives there is not found"
                assert in_memory(server.pid, never_known(table, key)) == {}
                await asyncio.to_thread(server.kill)
                await asyncio.to_thread(server.start)
                await table.settled(time.monotonic())
                await looks_at_the_door(server, tokens[: len(NAMES)])
                await two_lines_are_dropped(table)  # whoever enters overwrites in the loop's buffer what came before
                await the_leaders_debrief(table)
                words |= secrets_of(table) | secrets_of(clear) | never_known(table, key)
                assert on_disk(tmp_path, words) == KEPT
                assert resource.prlimit(server.pid, resource.RLIMIT_CORE) == (0, 0), "a crash would write memory down"
                await ends(clear)
                await ends(table)
            words |= lock
            assert_nobody_is_told_of(told_to_operators([server], [f"http://127.0.0.1:{metrics}/metrics"]), words)
            assert in_one_file(tmp_path, words) == KEPT
            await until_in_memory(server, words, KEPT | lock.keys())  # SQLite's own memory may hold a page of before
            await asyncio.to_thread(server.stop)
            assert in_one_file(tmp_path, words) == KEPT
            a_year_passes(tmp_path / "data" / "circles.sqlite")
            await asyncio.to_thread(server.start)
            everything = words | {"circle": circle(table).encode(), "other circle": circle(clear).encode()}
            await until(lambda: in_files(tmp_path, everything) == {})
        finally:
            server.stop()

    asyncio.run(play())


def in_one_file(folder: Path, words: Mapping[str, bytes]) -> set[str]:
    """What is in the store's one file; in no other there is anything."""
    [(file, found)] = in_files(folder, words).items()
    assert file == "data/circles.sqlite"
    return texts_of(found)


def a_year_passes(file: Path) -> None:
    """For the records in it, whose time is over then."""
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA secure_delete=ON")
        earlier = "json_set(body, '$.ended_ms', json_extract(body, '$.ended_ms') - ?)"
        database.execute(f"UPDATE records SET body = {earlier}", (366 * DAY_MS,))
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
