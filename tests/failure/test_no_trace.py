"""What is left of a meeting: on disks, in logs, metrics and memory. Keys, tokens and voices are never written."""

import asyncio
import json
import resource
import sqlite3
import time
import urllib.request
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from tests.support.installation import Installation, circle_of, installation
from tests.support.meeting import Table, meeting, seated
from tests.support.peer import until
from tests.support.process import ServerProcess, free_port
from tests.support.scene import FINN, FRIDA, MIA, PIET
from tests.support.server import JSON
from tests.support.traces import counted, in_files, in_memory

NAMES = {FRIDA: "Frida Quillfeather", FINN: "Finn Osterhagen", PIET: "Piet Zwartkruis", MIA: "Mia Bellweather"}
TITLE = "Thursday lanterns circle"
KEPT = {name: name.encode() for name in (*NAMES.values(), TITLE)}
"""What events hold until the circle ends, and the record for as long as it is kept."""
DAY_MS = 24 * 3600 * 1000
PATIENCE_S = 60


def secrets_of(table: Table) -> dict[str, bytes]:
    """Whatever nobody may write down: links, tokens, passwords and keys of each line there has been, and voices."""
    found = {f"link {seat}": token.encode() for seat, token in enumerate(table.tokens, start=1)}
    for seat, person in table.people.items():
        assert person.resume
        found |= {f"resume token {seat}": person.resume.encode(), f"voice {seat}": person.tone}
        for number, peer in enumerate(person.peers):
            line = f"{seat}, line {number}"
            assert peer._dtls._ssl
            keys = peer._dtls._ssl.export_keying_material(b"EXTRACTOR-dtls_srtp", 2 * 16)
            found |= {f"key out {line}": keys[:16], f"key in {line}": keys[16:]}
            found |= {f"password {line}": peer._server_password, f"browser's {line}": peer._password.encode()}
    return found


async def two_lines_are_dropped(table: Table) -> None:
    for seat in (MIA, FINN):
        await table.people[seat].here.hang_up()
    at = time.monotonic()
    await until(lambda: table.people[MIA].codes and table.people[FINN].codes)
    await table.settled(at)


async def looks_at_the_door(server: ServerProcess, tokens: Iterable[str]) -> None:
    """As a page does before it enters: the link is in a request then."""
    for token in tokens:
        asked = urllib.request.Request(server.url + "/api/door", json.dumps({"token": token}).encode(), JSON)
        with await asyncio.to_thread(urllib.request.urlopen, asked, timeout=5) as answer:
            assert TITLE in answer.read().decode()


async def until_in_memory(server: ServerProcess, words: Mapping[str, bytes], kept: Set[str]) -> None:
    """Until of all these words no others are there than those that are kept: soon, for garbage is collected."""
    deadline = time.monotonic() + PATIENCE_S
    while (left := await asyncio.to_thread(in_memory, server.pid, words)).keys() - kept:
        assert time.monotonic() < deadline, left


def speaks_so_that_it_is_known(table: Table) -> None:
    for seat, person in table.people.items():
        person.tone = b"the voice of seat %d, xq7JjwPz" % seat


def told_to_operators(servers: Iterable[ServerProcess], metrics: Iterable[str]) -> dict[str, bytes]:
    texts = {f"log of {server.port}": server.log.encode() for server in servers}
    for url in metrics:
        with urllib.request.urlopen(url, timeout=5) as answer:
            texts[url] = answer.read()
            assert texts[url]
    return texts


def assert_nobody_is_told_of(texts: Mapping[str, bytes], words: Mapping[str, bytes]) -> None:
    assert {where: counted([text], words) for where, text in texts.items()} == {where: {} for where in texts}


def test_several_nodes_leave_no_trace(tmp_path: Path) -> None:
    """W3, E2, E3: two lines dropped, a node killed; Redis holds the record, and when its time is over, nothing."""

    async def play() -> None:
        async with installation(tmp_path) as cluster:
            cluster.redis.tell("CONFIG", "SET", "rdbcompression", "no")  # or words on the disk could not be found
            async with meeting(cluster, names=NAMES, title=TITLE) as table:
                speaks_so_that_it_is_known(table)
                await table.reflects()
                words = KEPT | secrets_of(table)
                await two_lines_are_dropped(table)
                voice = {"voice": table.frida.tone}
                assert in_memory(table.owner.pid, voice), "what lives there is not found"
                table.owner.kill()
                await table.settled(time.monotonic())
                words |= secrets_of(table)
                assert set().union(*in_files(tmp_path, words).values()) == KEPT.keys()
                assert in_memory(redis_pid(cluster), words).keys() == KEPT.keys()
                assert await table.frida.ask("end_circle") is None
                await until(lambda: all(person.parted for person in table.people.values()))
            running = [node for node in cluster.nodes if node.runs]
            for node in running:
                await until_in_memory(node, words, set())
            metrics = [f"http://{node.address}/metrics" for node in running]
            assert_nobody_is_told_of(told_to_operators(cluster.nodes, metrics), words)
            assert rewritten(cluster, tmp_path, words) == KEPT.keys()
            cluster.redis.tell("PEXPIRE", f"balint:circle:{table.circle}:record", "1")
            await until(lambda: cluster.redis.tell("EXISTS", f"balint:circle:{table.circle}:record") == b":0\r\n")
            assert rewritten(cluster, tmp_path, words | {"circle": table.circle.encode()}) == set()

    asyncio.run(play())


def rewritten(cluster: Installation, folder: Path, words: Mapping[str, bytes]) -> set[str]:
    """What is on the disk once Redis has rewritten its append-only file."""
    before = {file.name for file in folder.rglob("*.aof")}
    cluster.redis.tell("BGREWRITEAOF")
    deadline = time.monotonic() + 10
    while before & {file.name for file in folder.rglob("*.aof")}:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return set().union(*in_files(folder, words).values())


def redis_pid(cluster: Installation) -> int:
    assert cluster.redis._process
    return cluster.redis._process.pid


def test_a_single_server_leaves_no_trace(tmp_path: Path) -> None:
    """W3, E2, E3: two lines dropped, the server killed and started again; at last there is the record, then nothing."""

    async def play() -> None:
        metrics = free_port()
        server = ServerProcess(tmp_path, BALINT_METRICS_PORT=str(metrics)).start()
        try:
            tokens = await asyncio.to_thread(lambda: server.open_circle(title=TITLE))
            async with seated([server.socket_url], tokens, names=NAMES) as table:
                speaks_so_that_it_is_known(table)
                await table.reflects()
                words = KEPT | secrets_of(table)
                await two_lines_are_dropped(table)
                lives = {f"password {seat}, line 0" for seat in (FRIDA, PIET)} | KEPT.keys()
                assert in_memory(server.pid, words).keys() >= lives, "what lives there is not found"
                await asyncio.to_thread(server.kill)
                await asyncio.to_thread(server.start)
                await table.settled(time.monotonic())
                await looks_at_the_door(server, tokens[: len(NAMES)])
                await two_lines_are_dropped(table)  # whoever enters overwrites in the loop's buffer what came before
                words |= secrets_of(table)
                assert set().union(*in_files(tmp_path, words).values()) == KEPT.keys()
                assert resource.prlimit(server.pid, resource.RLIMIT_CORE) == (0, 0), "a crash would write memory down"
                assert await table.frida.ask("end_circle") is None
                await until(lambda: all(person.parted for person in table.people.values()))
            assert_nobody_is_told_of(told_to_operators([server], [f"http://127.0.0.1:{metrics}/metrics"]), words)
            assert in_files(tmp_path, words) == {"data/circles.sqlite": set(KEPT)}
            await until_in_memory(server, words, KEPT.keys())
            await asyncio.to_thread(server.stop)
            assert in_files(tmp_path, words) == {"data/circles.sqlite": set(KEPT)}
            a_year_passes(tmp_path / "data" / "circles.sqlite")
            await asyncio.to_thread(server.start)
            everything = words | {"circle": circle_of(tokens[0]).encode()}
            await until(lambda: in_files(tmp_path, everything) == {})
        finally:
            server.stop()

    asyncio.run(play())


def a_year_passes(file: Path) -> None:
    """For the records in it, whose time is over then."""
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA secure_delete=ON")
        earlier = "json_set(body, '$.ended_ms', json_extract(body, '$.ended_ms') - ?)"
        database.execute(f"UPDATE records SET body = {earlier}", (366 * DAY_MS,))
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
