"""Our client, and the one in a single file, in a sealed circle: they say that they hear nobody."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from app.client.asked import SealedVoices
from app.client.client import joined
from app.client.link import PersonalLink, create_circle, read_door
from app.client.sound import PeerSound
from app.web.link_key import new_link_key
from tests.client.test_client import FRIDA, MIA, SIX
from tests.support.process import ROOT
from tests.support.server import running

TOKEN, KEY = "WyJ0.c2ln", "aaaqeayeaudaocajbifqydiob67e"
LISTEN = (sys.executable, "-I", str(ROOT / "docs" / "examples" / "listen.py"))


def played(folder: Path, play: Callable[[list[str], str], Awaitable[None]]) -> None:
    """With the links of a sealed circle as its server made them, and what whoever opened it puts behind each."""

    async def run() -> None:
        made = new_link_key()
        async with running(folder) as server:
            created = await create_circle(server.url, SIX | {"lock": made.lock})
            await play([invitation["link"] for invitation in created["invitations"]], f"~{made.key}")

    asyncio.run(run())


def test_with_a_sound_it_says_that_it_would_hear_nobody(tmp_path: Path) -> None:
    """V1: before it enters where the link has the key, and else as soon as the server says what circle it is."""

    async def play(links: list[str], key: str) -> None:
        for link in (links[MIA - 1] + key, links[MIA - 1]):
            with pytest.raises(SealedVoices, match="it would hear nobody, and nobody would hear it"):
                async with joined(link, "Mia", PeerSound()):
                    pass

    played(tmp_path, play)


def test_without_a_sound_it_sees_and_asks_as_everywhere(tmp_path: Path) -> None:
    """V1: and sends the token alone, at the door and at the socket."""

    async def play(links: list[str], key: str) -> None:
        assert (await read_door(links[FRIDA - 1] + key))["lock"]
        async with joined(links[FRIDA - 1] + key, "Frida") as frida:
            await frida.ask("next_step", seen=frida.view["step"])
            assert (frida.view["phase"], frida.view["sealed"]) == ("opening", True)

    played(tmp_path, play)


def test_the_key_is_told_from_the_token() -> None:
    """V1, W10: also where a mail program has rewritten the link, once or twice."""
    for behind in (f"#{TOKEN}~{KEY}", f"#{TOKEN}%7E{KEY}", f"#{TOKEN}%257e{KEY}", f"%23{TOKEN}~{KEY}", f"#{TOKEN}"):
        link = PersonalLink.read(f"https://circle.example/{behind}")
        assert (link.server, link.token, link.key) == ("https://circle.example", TOKEN, KEY if KEY in behind else "")
    for link_of_nobody in ("", "https://circle.example/", f"https://circle.example/#~{KEY}", f"#{TOKEN}~{KEY}"):
        with pytest.raises(ValueError, match="not a personal link"):
            PersonalLink.read(link_of_nobody)


def test_the_client_in_one_file_sends_the_key_to_nobody() -> None:
    """V1, W10: to a server that keeps all that it is sent, however the link is written."""
    came: list[tuple[str, str]] = []

    async def keep(socket: ServerConnection) -> None:
        assert socket.request
        came.append((socket.request.path, json.loads(await socket.recv())["token"]))

    async def run() -> None:
        async with serve(keep, "127.0.0.1", 0) as server:
            at = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
            for behind in (f"#{TOKEN}%7E{KEY}", f"%23{TOKEN}~{KEY}"):
                quiet = {"stderr": asyncio.subprocess.DEVNULL}  # it is hung up on, and says so
                await (await asyncio.create_subprocess_exec(*LISTEN, at + behind, "Mia", "1", **quiet)).wait()

    asyncio.run(run())
    assert came == [("/ws", TOKEN)] * 2


def test_the_client_in_one_file_says_so_too(tmp_path: Path) -> None:
    """V1: with the key in its link, which it sends to nobody."""

    async def play(links: list[str], key: str) -> None:
        stranger = await asyncio.create_subprocess_exec(
            *(*LISTEN, links[MIA - 1] + key, "Mia", "20"),
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await stranger.communicate()
        assert (stranger.returncode, said.decode().strip()) == (
            1,
            "The voices of this circle are sealed. This example has no seal: it would hear nobody.",
        )

    played(tmp_path, play)
