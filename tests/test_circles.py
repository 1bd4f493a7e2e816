"""`python -m app circles`: what whoever runs a server can see of its circles, and do."""

import asyncio
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from app.circles import RunningServer, _circles_of
from app.listening import private
from tests.support.client import client
from tests.support.command import run_to_end
from tests.support.installation import circle_of, installation
from tests.support.process import PATIENCE_S, ROOT, ServerProcess
from tests.support.processes import state_of


def told(server: ServerProcess, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return run_to_end(server.environment, "circles", *words, said=said)


def listed(server: ServerProcess) -> list[list[str]]:
    """The words of each line of the list."""
    shown = told(server)
    assert shown.returncode == 0, shown.stderr
    return [line.split() for line in shown.stdout.splitlines()[1:]]


def test_circles_are_listed_by_number_and_nobody_is_named(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path).start()
    try:
        assert listed(server) == []
        tokens = server.open_circle(title="Tuesday nights")
        server.open_circle(seats=4, observers=0)

        async def play() -> None:
            async with client(server.socket_url) as page:
                await page.enter(tokens[0], "Frida Lindqvist")
                await page.ask("next_step")
                text = (await asyncio.to_thread(told, server)).stdout
                first, second = [line.split() for line in text.splitlines()[1:]]
                assert first[1:] == ["opening", "0", "h", "00", "min", "1/6", "this", "server"]
                assert second[1:] == ["gathering", "0", "h", "00", "min", "0/4", "this", "server"]
                assert first[0] != second[0]
                for secret in ("Frida", "Lindqvist", "Tuesday", circle_of(tokens[0]), *tokens):
                    assert secret not in text

        asyncio.run(play())
        before = {line[0] for line in listed(server)}
        server.stop()
        server.start()
        assert {line[0] for line in listed(server)} == before
        typed = [sys.executable, "-m", "app", "circles"]
        assert subprocess.check_output(typed, env=server.environment, text=True) == told(server).stdout
    finally:
        server.stop()


def test_a_circle_is_ended_by_its_number_and_its_people_are_told_so(tmp_path: Path) -> None:
    """E9, E2"""
    server = ServerProcess(tmp_path).start()
    tokens = server.open_circle()
    other = server.open_circle()

    async def play() -> None:
        async with client(server.socket_url) as page, client(server.socket_url) as elsewhere:
            await page.enter(tokens[0], "Frida")
            await elsewhere.enter(other[0], "Fritz")
            [number, *_], [other_number, *_] = listed(server)
            ended = await asyncio.to_thread(told, server, "end", number, "--yes")
            assert ended.returncode == 0, ended.stderr
            gone, stays = (page, elsewhere) if page.view["phase"] == "ended" else (elsewhere, page)
            assert await gone.closed() == 4007
            assert await stays.ask("next_step") is None
            assert [line[0] for line in listed(server)] == [other_number]
            again = await asyncio.to_thread(told, server, "end", number, "--yes")
            assert again.returncode == 1
            assert "The command `circles` shows them all." in again.stderr

    try:
        asyncio.run(play())
    finally:
        server.stop()
    with sqlite3.connect(tmp_path / "data" / "circles.sqlite") as kept:
        [[body]] = kept.execute("SELECT body FROM records").fetchall()
        assert "present_ms" in body


def test_without_a_yes_nothing_is_ended(tmp_path: Path) -> None:
    """E9"""
    server = ServerProcess(tmp_path).start()
    try:
        server.open_circle()
        [[number, *_]] = listed(server)
        for said in ("", "n\n", "perhaps\n"):
            unsure = told(server, "end", number, said=said)
            assert unsure.returncode == 1
            assert "Nothing was done" in unsure.stderr
        assert [line[0] for line in listed(server)] == [number]
        assert told(server, "end", number.replace("-", ""), said="yes\n").returncode == 0
        assert listed(server) == []
    finally:
        server.stop()


def test_where_no_server_runs_it_is_said_so(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path)
    answer = told(server)
    assert answer.returncode == 1
    assert "BALINT_DATA_DIR" in answer.stderr
    assert "Traceback" not in answer.stderr
    (tmp_path / "data").mkdir()
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(tmp_path / "data" / "control"))
    answer = told(server)
    assert answer.returncode == 1
    assert "No server answers" in answer.stderr


def test_nobody_else_can_open_the_socket_of_a_single_server(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path).start()
    at = tmp_path / "data" / "control"
    assert stat.S_IMODE(at.stat().st_mode) == 0o600
    server.kill()
    server.start()
    assert listed(server) == []
    server.stop()
    assert not at.exists()


def test_the_socket_is_private_from_its_first_moment(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with private(tmp_path / "control") as listening:
            assert stat.S_IMODE((tmp_path / "control").stat().st_mode) == 0o600
            assert listening.family is socket.AF_UNIX
        assert os.umask(0) == 0
    finally:
        os.umask(before)


def test_a_folder_where_no_socket_can_be_stops_no_meeting(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 30)
    server = ServerProcess(tmp_path, BALINT_DATA_DIR=str(folder)).start()
    try:
        assert server.open_circle()
        assert "circles cannot be listed" in server.log
    finally:
        server.stop()


def test_circles_of_all_nodes_are_listed_and_ended_wherever_they_live(tmp_path: Path) -> None:
    """E9"""

    async def play() -> None:
        async with installation(tmp_path, nodes=2) as cluster:
            first, second = cluster.nodes
            for _ in range(6):
                await asyncio.to_thread(first.open_circle)
            lines = await asyncio.to_thread(listed, first)
            assert len({line[0] for line in lines}) == 6
            assert {line[-1] for line in lines} <= {first.address, second.address}
            assert sorted(await asyncio.to_thread(listed, second)) == sorted(lines)  # all are of one age
            for number, *_ in lines:
                assert (await asyncio.to_thread(told, second, "end", number, "--yes")).returncode == 0
            assert await asyncio.to_thread(listed, first) == []
            second.kill()
            alone = await asyncio.to_thread(told, first)
            assert alone.returncode == 0
            assert f"{second.address} does not answer" in alone.stderr
            cluster.redis.kill()
            lost = await asyncio.to_thread(told, first)
            assert lost.returncode == 1
            assert "Nobody knows where the nodes are" in lost.stderr
            assert "did not start" not in lost.stderr
            assert "Traceback" not in lost.stderr

    asyncio.run(play())


@pytest.mark.parametrize("answer", [b"<html>", b"7", b"{}", b'[{"number": "1-1"}]', b"\xff"])
def test_an_answer_that_is_none_of_ours_is_none(answer: bytes) -> None:
    """Something else may listen where a node was."""

    async def run() -> None:
        way = httpx.MockTransport(lambda _: httpx.Response(200, content=answer))
        async with httpx.AsyncClient(base_url="http://node", transport=way) as http:
            assert not await _circles_of(RunningServer("node", http))

    asyncio.run(run())


def test_a_phase_of_a_newer_release_is_shown() -> None:
    """While a new release comes in, either one asks the nodes of the other."""
    circle = {"number": "1-1", "phase": "a_new_one", "open_for_s": 60, "here": 1, "seats": 6}

    async def run() -> None:
        way = httpx.MockTransport(lambda _: httpx.Response(200, json=[circle]))
        async with httpx.AsyncClient(base_url="http://node", transport=way) as http:
            [shown] = await _circles_of(RunningServer("node", http)) or []
            assert shown.phase == "a_new_one"

    asyncio.run(run())


def test_settings_that_are_wrong_are_said_to_be_so(tmp_path: Path) -> None:
    """It is no server that did not start."""
    server = ServerProcess(tmp_path, BALINT_PORT="eight")
    shown = told(server)
    assert shown.returncode == 1
    assert shown.stderr.startswith("Nothing was done. BALINT_PORT")


ASKS = """
import signal
import sys
from app import command_line
from app.circles import is_agreed_to

async def asks(*_, **__):
    is_agreed_to("End it? ")

signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever a shell starts in the background ignores it
command_line.end_circle = asks
sys.exit(command_line.main())
"""


def test_ctrl_c_at_a_question_ends_the_command_and_is_no_success(tmp_path: Path) -> None:
    """Whatever is typed after it, as by somebody who thinks that it was not taken, is an answer to nothing."""
    command = [sys.executable, "-c", ASKS, "circles", "end", "1"]
    piped = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=piped, stdout=piped, stderr=piped) as asked:
        assert asked.stdout
        assert asked.stdout.read(len("End it? ")) == b"End it? "
        while state_of(asked.pid) == "R":  # Python would note a signal that comes just before it reads, and read
            time.sleep(0.01)
        asked.send_signal(signal.SIGINT)
        try:
            assert asked.wait(PATIENCE_S) == 128 + signal.SIGINT
        finally:
            asked.kill()
