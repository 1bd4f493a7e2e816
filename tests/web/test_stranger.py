"""A stranger's client, written from `docs/PROTOCOL.md` alone: it says nothing but the page's own examples, filled in.

Only its sound is not from the page: that is RFC 8829's, and any WebRTC library brings it (`tests/support/peer.py`).
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.support.peer import Peer
from tests.support.process import ROOT
from tests.support.server import Server, running

PAGE = (ROOT / "docs" / "PROTOCOL.md").read_text()
EXAMPLES: list[dict[str, Any]] = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]
WITHIN_S = 10


def said(kind: str, **filled_in: Any) -> str:
    """The first example of this message that has what is to be filled in, and of `enter` nothing else."""
    of_it = (it for it in EXAMPLES if it.get("type") == kind and filled_in.keys() <= it.keys())
    example = next(it for it in of_it if kind != "enter" or it.keys() == filled_in.keys() | {"type"})
    return json.dumps(example | filled_in)


class Stranger:
    """One connection, and the newest of everything it has been sent."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.newest: dict[str, dict[str, Any]] = {}
        self.told: list[dict[str, Any]] = []
        self.peer: Peer | None = None

    @property
    def view(self) -> dict[str, Any]:
        return self.newest["view"]

    async def say(self, text: str) -> None:
        await self.socket.send(text)

    async def until(self, so: Callable[[], object]) -> None:
        """Read on until this is so."""
        async with asyncio.timeout(WITHIN_S):
            while not so():
                message = json.loads(await self.socket.recv())
                self.told.append(message)
                self.newest[message["type"]] = message
                if message["type"] == "offer":
                    if self.peer:
                        self.peer.vanish()
                    self.peer = Peer(message["sdp"])
                    await self.say(said("answer", sdp=self.peer.answer, line=message["line"]))
                    await self.peer.arrive()

    async def enter(self, token: str, name: str | None = None, line: str | None = None) -> "Stranger":
        also = {"name": name} if name else {"line": line} if line else {}
        await self.say(said("enter", token=token, **also))
        await self.until(lambda: "view" in self.newest or "waiting" in self.newest)
        return self

    async def ask(self, kind: str, number: int = 7, **fields: Any) -> None:
        """A command with the fields that the page's table gives it."""
        assert fields_of(kind) == {*fields}
        await self.say(said("ask", id=number, command={"type": kind} | fields))

    async def does(self, kind: str, so: Callable[[dict[str, Any]], object], **fields: Any) -> None:
        """Ask, and see it done."""
        await self.ask(kind, **fields)
        await self.until(lambda: so(self.view))

    async def refused(self, kind: str, **fields: Any) -> str:
        number = len(self.told) + 1000
        await self.ask(kind, number, **fields)
        await self.until(lambda: self.newest.get("refusal", {}).get("id") == number)
        return str(self.newest["refusal"]["reason"])

    async def told_nothing(self) -> None:
        """A ping is answered after whatever was asked before; nothing else has come by then."""
        before = len(self.told)
        await self.say(said("ping", sent_ms=1.5))
        await self.until(lambda: "pong" in {message["type"] for message in self.told[before:]})
        assert [message["type"] for message in self.told[before:]] == ["pong"]

    async def closed(self) -> int:
        async with asyncio.timeout(WITHIN_S):
            try:
                while True:
                    await self.socket.recv()
            except ConnectionClosed:
                return int(self.socket.close_code or 0)


def fields_of(command: str) -> set[str]:
    """What the page's table of commands says it carries beside its type."""
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| `{command}` |")]
    return set(re.findall(r"`(\w+)`", row.split("|")[2]))


class Meeting:
    """A circle and whoever has come to it."""

    def __init__(self, server: Server, links: list[dict[str, Any]], opened: AsyncExitStack) -> None:
        self.server, self._opened = server, opened
        self.tokens = {link["seat"]: link["link"].partition("#")[2] for link in links}
        self.members = [link["seat"] for link in links if link["role"] == "member"]

    async def connect(self) -> Stranger:
        socket = await self._opened.enter_async_context(connect(self.server.socket_url))
        stranger = Stranger(socket)
        self._opened.callback(lambda: stranger.peer and stranger.peer.vanish())
        return stranger

    async def enters(self, seat: int, name: str) -> Stranger:
        return await (await self.connect()).enter(self.tokens[seat], name)

    async def until_call(self, leader: Stranger) -> None:
        while leader.view["phase"] != "call_for_case":
            step = leader.view["step"]
            await leader.does("next_step", lambda view, step=step: view["step"] == step + 1, seen=step)


@asynccontextmanager
async def meeting(folder: Path) -> AsyncIterator[Meeting]:
    new, sign = EXAMPLES[0], next(it for it in EXAMPLES if it.keys() == {"token"})
    async with running(folder) as server, httpx.AsyncClient(base_url=server.url) as http, AsyncExitStack() as opened:
        created = await http.post("/api/circles", json=new)
        assert created.status_code == 201
        made = Meeting(server, created.json()["invitations"], opened)
        shown = await http.post("/api/door", json=sign | {"token": made.tokens[3]})
        assert shown.status_code == 200
        assert shown.json().keys() == next(it for it in EXAMPLES if "knocks" in it).keys()
        yield made


def played(folder: Path, play: Callable[[Meeting], Awaitable[None]]) -> None:
    async def run() -> None:
        async with meeting(folder) as made:
            await play(made)

    asyncio.run(run())


def test_a_stranger_enters_and_is_heard(tmp_path: Path) -> None:
    """W3"""

    async def play(m: Meeting) -> None:
        frida, mia = await m.enters(1, "Frida"), await m.enters(m.members[0], "Mia")
        await frida.does("open_microphone", lambda view: view["you"]["voice"] == "heard")
        assert frida.peer
        assert mia.peer
        frida.peer.speak(3)
        assert await mia.peer.hears(1, 3)
        await frida.say(said("ping", sent_ms=12.25))
        await frida.until(lambda: "pong" in frida.newest)
        assert frida.newest["pong"]["sent_ms"] == 12.25

    played(tmp_path, play)


def test_a_stranger_comes_back_by_the_resume_token(tmp_path: Path) -> None:
    """S1, W3: the token of the offer goes where the invitation's went, and no name with it."""

    async def play(m: Meeting) -> None:
        mia = await m.enters(m.members[0], "Mia")
        await mia.does("open_microphone", lambda view: view["you"]["microphone_open"])
        resume = mia.newest["offer"]["resume"]
        await mia.socket.close()
        again = await (await m.connect()).enter(resume)
        assert again.view["you"]["number"] == m.members[0]
        assert again.view["you"]["microphone_open"]

    played(tmp_path, play)


def test_a_stranger_keeps_the_sound_when_only_the_socket_is_lost(tmp_path: Path) -> None:
    """S10, W3"""

    async def play(m: Meeting) -> None:
        frida, mia = await m.enters(1, "Frida"), await m.enters(m.members[0], "Mia")
        await frida.does("open_microphone", lambda view: view["you"]["voice"] == "heard")
        offer = mia.newest["offer"]
        await mia.socket.close()
        again = await (await m.connect()).enter(offer["resume"], line=offer["line"])
        assert "offer" not in again.newest
        assert again.newest["kept"]["line"] == offer["line"]
        assert frida.peer
        assert mia.peer
        frida.peer.speak(2)
        assert await mia.peer.hears(1, 2)

    played(tmp_path, play)


def test_a_stranger_asks_for_new_sound(tmp_path: Path) -> None:
    """S10, W3"""

    async def play(m: Meeting) -> None:
        mia = await m.enters(m.members[0], "Mia")
        line = mia.newest["offer"]["line"]
        await mia.say(said("renew_sound", line=line))
        await mia.until(lambda: mia.newest["offer"]["line"] != line)
        await mia.until(lambda: mia.view["you"]["sound"] == "connected")

    played(tmp_path, play)


def test_a_stranger_leads(tmp_path: Path) -> None:
    """W3: step by step to a presenter, who is one as soon as they have accepted, and on to the end and its record."""

    async def play(m: Meeting) -> None:
        frida, mia = await m.enters(1, "Frida"), await m.enters(m.members[0], "Mia")
        assert frida.view["leading"].keys() == leading_example().keys()
        assert mia.view["leading"] is None
        await m.until_call(frida)
        await frida.ask("ask_to_present", seat=m.members[0])
        await mia.until(lambda: "accept_to_present" in mia.view["you"]["can"])
        await mia.does("accept_to_present", lambda view: view["you"]["role"] == "presenter")
        for phase in ("presentation", "clarifying_questions", "sit_back", "reflection"):
            step = frida.view["step"]
            await frida.does("next_step", lambda view, phase=phase: view["phase"] == phase, seen=step)
        await mia.until(lambda: mia.view["phase"] == "reflection")
        assert mia.view["you"]["held_silent"]
        assert await mia.refused("open_microphone") == "sitting_back"
        while frida.view["phase"] != "lingering":
            step = frida.view["step"]
            await frida.does("next_step", lambda view, step=step: view["step"] == step + 1, seen=step)
        record = frida.view["leading"]["record"]
        assert [person["name"] for person in record["attendance"]] == ["Frida", "Mia"]
        await frida.ask("end_circle", seen=frida.view["step"])
        assert await mia.closed() == 4007

    played(tmp_path, play)


def leading_example() -> dict[str, Any]:
    return next(it["leading"] for it in EXAMPLES if it.get("leading"))


def test_a_stranger_is_refused_in_the_words_of_the_page(tmp_path: Path) -> None:
    """W3"""

    async def play(m: Meeting) -> None:
        frida, mia = await m.enters(1, "Frida"), await m.enters(m.members[0], "Mia")
        assert await mia.refused("next_step", seen=0) == "not_yours"
        assert await frida.refused("next_step", seen=5) == "stale"
        assert await frida.refused("close_microphone") == "already"
        assert await frida.refused("name_presenter", seat=m.members[0]) == "no_consent"

    played(tmp_path, play)


def test_what_may_be_asked_again_and_shows_nothing_new_is_done_without_a_view(tmp_path: Path) -> None:
    """W17"""

    async def play(m: Meeting) -> None:
        frida, _ = await m.enters(1, "Frida"), await m.enters(2, "Finn")
        await frida.until(lambda: "give_signal" in frida.view["you"]["can"])
        await frida.does("show_card", lambda view: view["card"])
        await frida.does("give_signal", lambda view: view["leading"]["signals"], signal="yes")
        await frida.until(lambda: [message["type"] for message in frida.told].count("done") == 2)
        before = len(frida.told)
        await frida.ask("show_card", 21)
        await frida.ask("give_signal", 22, signal="yes")
        await frida.until(lambda: frida.newest["done"]["id"] == 22)
        assert frida.told[before:] == [{"type": "done", "id": 21}, {"type": "done", "id": 22}]

    played(tmp_path, play)


def test_who_waits_at_the_door_may_ask_the_time_and_nothing_else(tmp_path: Path) -> None:
    """D1, W3"""

    async def play(m: Meeting) -> None:
        olga = await m.enters(max(m.tokens), "Olga")
        assert olga.newest.keys() == {"waiting"}
        await olga.told_nothing()
        assert await olga.refused("leave") == "not_here"

    played(tmp_path, play)


def test_who_leaves_is_told_goodbye(tmp_path: Path) -> None:
    """W3"""

    async def play(m: Meeting) -> None:
        mia = await m.enters(m.members[0], "Mia")
        await mia.ask("leave")
        assert await mia.closed() == 4008

    played(tmp_path, play)


def test_a_stranger_says_hello_first_and_is_told_what_is_known(tmp_path: Path) -> None:
    """W19"""

    async def play(m: Meeting) -> None:
        mia = await m.connect()
        await mia.say(said("hello", protocols=[1, 2]))
        await mia.enter(m.tokens[m.members[0]], "Mia")
        hello = mia.told[0]
        assert hello["type"] == "hello"
        assert hello["protocol"] == 1
        commands = re.findall(r"^\| `(\w+)`", PAGE.partition("### Commands")[2].partition("### ")[0], re.MULTILINE)
        assert {"enter", "ask", *commands} <= {*hello["knows"]}
        await mia.does("open_microphone", lambda view: view["you"]["microphone_open"])
        await mia.say(said("hello", protocols=[1]))
        assert await mia.closed() == 4000
        newer = await m.connect()
        await newer.say(said("hello", protocols=[7]))
        await newer.until(lambda: newer.told)
        assert newer.told[0]["protocol"] is None
        await newer.say(said("hello", protocols=[1]))
        assert await newer.closed() == 4000

    played(tmp_path, play)


@pytest.mark.parametrize("first", ["answer", "ask", "ping"])
def test_out_of_turn_before_entering(tmp_path: Path, first: str) -> None:
    """W3"""

    async def play(m: Meeting) -> None:
        stranger = await m.connect()
        await stranger.say(said(first))
        assert await stranger.closed() == 4000

    played(tmp_path, play)


def test_out_of_turn_after_entering(tmp_path: Path) -> None:
    """W3: a second `enter`, a second answer to one offer, an answer while waiting at the door."""

    async def play(m: Meeting) -> None:
        mia = await m.enters(m.members[0], "Mia")
        await mia.say(said("enter", token=m.tokens[m.members[0]], name="Mia"))
        assert await mia.closed() == 4000
        max_ = await m.enters(m.members[1], "Max")
        await max_.say(said("answer", line=max_.newest["offer"]["line"]))
        assert await max_.closed() == 4000
        olga = await m.enters(max(m.tokens), "Olga")
        assert olga.newest.keys() == {"waiting"}
        await olga.say(said("answer"))
        assert await olga.closed() == 4000

    played(tmp_path, play)
