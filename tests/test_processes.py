"""What the parent of several processes is told while one of them begins or ends: with small ones of the test's own."""

import asyncio
import signal
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app import processes
from app.processes import Process, _replace, _stop
from tests.support.peer import until

CHILD = """
import os, signal, sys, time
notes, ready = sys.argv[1], int(sys.argv[-1])

def note(what):
    with open(notes, "a") as file:
        file.write(f"{what} {os.getpid()}\\n")

drains = False
def told(*_):
    global drains
    note("again" if drains else "told")
    drains = True

def at_once(*_):
    note("cut")
    os._exit(1)

signal.signal(signal.SIGTERM, told)
signal.signal(signal.SIGINT, at_once)
note("begun")
os.write(ready, b".")
while not (drains and os.path.exists(notes + ".drained")):
    time.sleep(0.01)
note("ended")
"""
"""Notes what happens to it. It drains until it is let go, and SIGINT cuts it short, as with a real node."""


class Children:
    """Two of them under one parent, which is this test."""

    def __init__(self, folder: Path) -> None:
        self._notes = folder / "notes"
        self._notes.touch()
        script = folder / "child.py"
        script.write_text(CHILD)
        self.hangup = asyncio.Event()
        self._port = socket.create_server(("127.0.0.1", 0))
        command = [sys.executable, "-S", str(script), str(self._notes)]
        self.processes = [Process(command, {}, self._port.fileno()) for _ in range(2)]
        self.replacing = asyncio.ensure_future(_replace(self.processes, self.hangup))
        self.running = asyncio.gather(*(process.run() for process in self.processes))

    def drained(self) -> None:
        """From now on whoever is told ends."""
        (self._notes.parent / "notes.drained").touch()

    def count(self, what: str) -> int:
        return Counter(line.split()[0] for line in self._notes.read_text().splitlines())[what]

    def stop(self) -> None:
        _stop(self.processes, signal.SIGTERM)

    async def ended(self) -> None:
        await asyncio.wait_for(self.running, 10)
        self.replacing.cancel()
        self._port.close()
        assert self.count("begun") == self.count("ended") + self.count("cut")


@asynccontextmanager
async def children(folder: Path) -> AsyncIterator[Children]:
    two = Children(folder)
    try:
        await until(lambda: two.count("begun") == 2)
        yield two
    finally:
        two.drained()
        if not two.running.done():
            two.stop()
            two.stop()
        await asyncio.wait([two.running], timeout=10)
        two.replacing.cancel()
        two._port.close()


def played(play: Callable[[Children], Awaitable[None]], folder: Path) -> None:
    async def run() -> None:
        async with asyncio.timeout(30), children(folder) as two:
            await play(two)

    asyncio.run(run())


def test_a_second_hangup_cuts_nobody_short_and_has_all_replaced_once_more(tmp_path: Path) -> None:
    """N10: however many come meanwhile; the release they are for may have come after the first ones were replaced."""

    async def play(two: Children) -> None:
        two.hangup.set()
        await until(lambda: two.count("told") == 1)
        for _ in range(3):
            two.hangup.set()
            await asyncio.sleep(0.05)
        assert (two.count("told"), two.count("cut"), two.count("begun")) == (1, 0, 2)
        two.drained()
        await until(lambda: two.count("begun") == 6)
        await asyncio.sleep(0.3)
        assert (two.count("begun"), two.count("told"), two.count("ended"), two.count("cut")) == (6, 4, 4, 0)

    played(play, tmp_path)


def test_stopping_in_the_middle_of_it_stops_all_and_cuts_nobody_short(tmp_path: Path) -> None:
    """N10: whoever drains already goes on draining, and nobody is started again."""

    async def play(two: Children) -> None:
        two.hangup.set()
        await until(lambda: two.count("told") == 1)
        two.stop()
        two.hangup.set()
        await until(lambda: two.count("told") == 2)
        await asyncio.sleep(0.1)
        assert two.count("cut") == 0
        two.drained()
        await two.ended()
        assert (two.count("begun"), two.count("cut")) == (2, 0)

    played(play, tmp_path)


def test_a_hangup_after_it_changes_nothing(tmp_path: Path) -> None:
    """N10"""

    async def play(two: Children) -> None:
        two.stop()
        await until(lambda: two.count("told") == 2)
        two.hangup.set()
        await asyncio.sleep(0.2)
        two.drained()
        await two.ended()
        assert (two.count("begun"), two.count("cut")) == (2, 0)

    played(play, tmp_path)


def test_stopping_a_second_time_ends_all_at_once(tmp_path: Path) -> None:
    """N10"""

    async def play(two: Children) -> None:
        two.stop()
        await until(lambda: two.count("told") == 2)
        two.stop()
        await two.ended()
        assert two.count("cut") == 2

    played(play, tmp_path)


@pytest.mark.parametrize("spawned", [1, 2])
def test_stopping_while_one_is_being_started_ends_that_one_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spawned: int
) -> None:
    """N10: before there is anything to send a signal to; at the first start, and at one that follows."""
    start = asyncio.create_subprocess_exec
    started: list[asyncio.subprocess.Process] = []
    goes_on = asyncio.Event()

    async def slow(*command: Any, **how: Any) -> asyncio.subprocess.Process:
        if len(started) == spawned - 1:
            await goes_on.wait()
        started.append(await start(*command, **how))
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", slow)

    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as port:
            process = Process([sys.executable, "-c", "import time; time.sleep(60)"], {}, port.fileno())
            running = asyncio.ensure_future(process.run())
            if spawned > 1:
                await until(lambda: started)
                started[0].kill()
                await started[0].wait()
            await asyncio.sleep(0.05)
            process.stop(signal.SIGTERM)
            goes_on.set()
            await asyncio.wait_for(running, 10)
            assert [child.returncode for child in started][-1] in {-signal.SIGTERM, -signal.SIGKILL}
            assert len(started) <= spawned

    monkeypatch.setattr(processes, "AGAIN_AFTER_S", 0.01)
    asyncio.run(run())


def test_one_that_cannot_be_started_is_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N10: in the middle of an upgrade the program may not be there, and the others go on. Stopping does not wait."""

    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as port:
            process = Process([str(tmp_path / "nothing")], {}, port.fileno())
            running = asyncio.ensure_future(process.run())
            await until(lambda: "is started again" in caplog.text)
            await until(lambda: caplog.text.count("is started again") == 2)
            monkeypatch.setattr(processes, "AGAIN_AFTER_S", 60)
            await until(lambda: caplog.text.count("is started again") == 3)
            process.stop(signal.SIGTERM)
            await asyncio.wait_for(running, 10)

    monkeypatch.setattr(processes, "AGAIN_AFTER_S", 0.05)
    asyncio.run(run())


def test_one_that_is_replaced_before_it_is_ready_does_not_count_as_its_own_heir(tmp_path: Path) -> None:
    """N10: the next one goes only when the last one's heir can take circles."""

    async def run() -> None:
        script = (
            "import signal, sys, os, time; signal.signal(15, lambda *_: (os.write(int(sys.argv[-1]), b'.'), exit()))"
        )
        with socket.create_server(("127.0.0.1", 0)) as port:
            process = Process([sys.executable, "-c", f"{script}; time.sleep(60)"], {}, port.fileno())
            running = asyncio.ensure_future(process.run())
            await asyncio.sleep(0.3)
            replacing = asyncio.ensure_future(process.replace())
            await asyncio.sleep(0.5)
            assert not replacing.done()
            replacing.cancel()
            process.stop(signal.SIGTERM)
            await asyncio.wait_for(running, 10)

    asyncio.run(run())


def test_one_that_does_not_serve_yet_ends_quietly_at_ctrl_c(tmp_path: Path) -> None:
    """N10: it has nothing to end in order, and Python shows a trace where it is interrupted at its start."""

    async def run() -> None:
        waits = [sys.executable, "-c", "import time; time.sleep(60)"]
        with socket.create_server(("127.0.0.1", 0)) as port:
            process = Process(waits, {}, port.fileno())
            running = asyncio.ensure_future(process.run())
            await until(lambda: process._life and process._life._child)
            assert process._life
            child = process._life._child
            assert child
            process.stop(signal.SIGINT)
            await asyncio.wait_for(running, 10)
            assert child.returncode == -signal.SIGTERM

    asyncio.run(run())
