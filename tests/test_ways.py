"""The ways of one command and of one packet are as docs/ARCHITECTURE.md tells them, hop by hop."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from app.media.server import ROUNDS_PER_TURN, MediaServer
from tests.support.client import client
from tests.support.peer import Peer
from tests.support.server import running

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"
ARCHITECTURE = (ROOT / "docs" / "ARCHITECTURE.md").read_text()
WORKED_OUT_BEFORE = {"media/routes.py", "media/numbering.py"}
WITHOUT_A_CALL = {"media/batch.py", "media/demux_table.py", "media/srtp.py"}
"""What a packet finds there is memory, a dictionary, and functions of libsrtp."""


def hops(heading: str) -> list[str]:
    """The files of the table below a heading, in the order of its rows; `a.py`, `b.py` in one row are in one folder."""
    table = ARCHITECTURE.partition(f"## {heading}")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if re.match(r"\| (`|\| \*\*)", line)]
    files, folder = [], ""
    for row in rows:
        for name in re.findall(r"`([\w/*]+\.py)`", row):
            folder = name.rpartition("/")[0] or folder
            files.append(name if "/" in name else f"{folder}/{name}")
    return files


@contextmanager
def traced() -> Iterator[set[str]]:
    """The files of `app/` whose functions are called meanwhile in this thread."""
    entered: set[str] = set()

    def note(frame: FrameType, event: str, _arg: object) -> None:
        file = Path(frame.f_code.co_filename)
        if event == "call" and file.is_relative_to(APP):
            entered.add(str(file.relative_to(APP)))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield entered
    finally:
        sys.setprofile(before)


def missing(told: list[str], entered: set[str]) -> list[str]:
    return [file for file in told if not any(Path(each).match(file) for each in entered)]


@pytest.mark.anyio
async def test_one_command_goes_through_the_files_that_are_told(tmp_path: Path) -> None:
    told = hops("The way of one command")
    assert len(told) > 10
    async with running(tmp_path) as server:
        tokens = await server.open_circle()
        async with client(server.socket_url) as page:
            await page.enter(tokens[0], "Frida")
            with traced() as entered:
                assert await page.ask("next_step") is None
    assert missing(told, entered) == []


@pytest.mark.anyio
async def test_one_packet_goes_through_the_files_that_are_told_and_no_others() -> None:
    told = hops("The way of one packet")
    media = await MediaServer.open(bind="127.0.0.1")
    room = media.room(2)
    room.let_be_heard(frozenset({1}))
    peers = []
    for seat in (1, 2):
        transport = room.join(seat)
        peers.append(Peer(transport.offer))
        transport.answer(peers[-1].answer)
        await peers[-1].arrive()
    media._receive(ROUNDS_PER_TURN)
    peers[0].speak(1, bytes(80))
    with traced() as entered:
        media._receive(ROUNDS_PER_TURN)
    assert room.counters.sent == 1
    assert entered <= set(told)
    assert set(missing(told, entered)) == WORKED_OUT_BEFORE | WITHOUT_A_CALL
    await media.close()
    for peer in peers:
        peer.vanish()
