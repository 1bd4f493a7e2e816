"""Our own client of the wire, against a whole server: what `docs/CLIENTS.md` promises of it."""

import asyncio
import re
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.client.asked import Gone, NotGranted
from app.client.client import Client, joined
from app.client.link import Declined, PersonalLink, create_circle, read_door
from app.client.sound import PeerSound
from app.web.closing import CloseCode
from tests.support.peer import until
from tests.support.process import ROOT, ServerProcess
from tests.support.proxy import Proxy
from tests.support.server import running
from tests.support.voices import tone

SIX = {"title": "Tuesday circle", "seats": 6, "facilitators": 2, "observers": 1}
FRIDA, MIA, MAX = 1, 3, 4
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="needs Debian's curl")


class Table:
    """A circle of six, and who has come to it."""

    def __init__(self, links: list[str], opened: AsyncExitStack) -> None:
        self.links, self._opened = links, opened

    async def enters(self, seat: int, name: str, *, open_microphone: bool = False) -> tuple[Client, PeerSound]:
        sound = PeerSound()
        client = await self._opened.enter_async_context(joined(self.links[seat - 1], name, sound))
        await client.until(lambda: client.view["you"]["sound"] == "connected")
        if open_microphone:
            await client.ask("open_microphone")
        return client, sound


@asynccontextmanager
async def table(folder: Path) -> AsyncIterator[Table]:
    async with running(folder) as server, AsyncExitStack() as opened:
        created = await create_circle(server.url, SIX)
        yield Table([invitation["link"] for invitation in created["invitations"]], opened)


def played(folder: Path, play: Callable[[Table], Awaitable[None]]) -> None:
    async def run() -> None:
        async with table(folder) as made:
            await play(made)

    asyncio.run(run())


def test_whoever_is_told_to_stop_while_an_answer_comes_stops(tmp_path: Path) -> None:
    """Ctrl+C, pressed in that moment, ends what asks."""

    async def play(t: Table) -> None:
        frida, _ = await t.enters(FRIDA, "Frida")
        take = frida._asked.answer

        def take_and_stop(number: int, reason: str | None) -> None:
            take(number, reason)
            asking.cancel()

        frida._asked.answer = take_and_stop  # type: ignore[method-assign]
        asking = asyncio.create_task(frida.ask("open_microphone"))
        with pytest.raises(asyncio.CancelledError):
            await asking

    played(tmp_path, play)


def test_one_speaks_and_exactly_the_others_hear(tmp_path: Path) -> None:
    """W3, H1"""

    async def play(t: Table) -> None:
        people = {seat: await t.enters(seat, f"N{seat}", open_microphone=True) for seat in (FRIDA, MIA, MAX)}
        await people[MIA][1].microphone.say(tone())
        heard = {seat: {*sound.last_heard} for seat, (_, sound) in people.items()}
        assert heard == {FRIDA: {MIA}, MIA: set(), MAX: {MIA}}

    played(tmp_path, play)


def test_what_is_said_with_a_closed_microphone_nobody_hears(tmp_path: Path) -> None:
    """H1: the client sends it; the server's gate does not pass it on."""

    async def play(t: Table) -> None:
        frida, mia = await t.enters(FRIDA, "Frida"), await t.enters(MIA, "Mia")
        await mia[1].microphone.say(tone())
        await mia[0].ask("open_microphone")
        assert frida[1].last_heard == {}
        await mia[1].microphone.say(tone())
        assert {*frida[1].last_heard} == {MIA}

    played(tmp_path, play)


def test_a_lost_line_is_taken_up_again_and_its_sound_stands(tmp_path: Path) -> None:
    """S10"""

    async def play(t: Table) -> None:
        (frida, _), (mia, ears) = await t.enters(FRIDA, "Frida", open_microphone=True), await t.enters(MIA, "Mia")
        before = ears.last_heard
        mia.drop_line()
        mia.view.clear()
        await mia.until(lambda: mia.view)
        assert mia.view["you"]["sound"] == "connected"
        assert isinstance(frida.sound, PeerSound)
        await frida.sound.microphone.say(tone())
        assert {*before} == {FRIDA}

    played(tmp_path, play)


def test_a_client_that_comes_back_by_itself_takes_the_seat_from_nobody(tmp_path: Path) -> None:
    """S3: also without a sound."""

    async def play(t: Table) -> None:
        link = t.links[MIA - 1]
        proxy = await Proxy(int(PersonalLink.read(link).server.rpartition(":")[2])).open()
        by_proxy = re.sub(r"//[^/]+", f"//127.0.0.1:{proxy.port}", link)
        async with joined(by_proxy, "Mia") as lost:
            await lost.until(lambda: lost.view)
            proxy.cut()
            async with joined(link, "Mia") as newer:
                await newer.until(lambda: newer.view)
                proxy.mend()
                with pytest.raises(Gone, match=f"closed with {CloseCode.REPLACED}"):
                    await lost.until(lambda: False)
                assert newer.code is None
        await proxy.close()

    played(tmp_path, play)


def test_a_refusal_and_the_end_are_told(tmp_path: Path) -> None:
    """W3"""

    async def play(t: Table) -> None:
        (frida, _), (mia, _) = await t.enters(FRIDA, "Frida"), await t.enters(MIA, "Mia")
        with pytest.raises(NotGranted, match="not_yours"):
            await mia.ask("next_step", seen=0)
        with pytest.raises(Gone) as gone:
            await mia.ask("leave")
            await mia.until(lambda: False)
        assert gone.value.code == CloseCode.GOODBYE
        with pytest.raises(Gone):
            await mia.ask("open_microphone")
        assert frida.code is None

    played(tmp_path, play)


def test_a_server_that_starts_again_is_come_back_to(tmp_path: Path) -> None:
    """S1: to the same seat, with new sound."""

    async def run() -> None:
        server = await asyncio.to_thread(ServerProcess(tmp_path).start)
        created = await create_circle(server.url, SIX)
        sound = PeerSound()
        try:
            async with joined(created["invitations"][MIA - 1]["link"], "Mia", sound) as mia:
                await mia.until(lambda: mia.view["you"]["sound"] == "connected")
                await asyncio.to_thread(server.kill)
                mia.view.clear()
                await asyncio.to_thread(server.start)
                await mia.until(lambda: mia.view.get("you", {}).get("sound") == "connected", 20)
                assert mia.view["you"]["number"] == MIA
        finally:
            await asyncio.to_thread(server.stop)

    asyncio.run(run())


def test_the_door_is_read_and_a_server_says_no_in_words(tmp_path: Path) -> None:
    """W1"""

    async def play(t: Table) -> None:
        assert (await read_door(t.links[0]))["title"] == "Tuesday circle"
        server = PersonalLink.read(t.links[0]).server
        with pytest.raises(Declined, match="does not open a circle") as declined:
            await read_door(f"{server}/#nonsense")
        assert declined.value.status == 403
        with pytest.raises(Gone):
            async with joined(f"{server}/#nonsense", "Mia"):
                pass

    played(tmp_path, play)


@needs_curl
def test_the_page_of_the_client_in_one_file_joins_and_hears(tmp_path: Path) -> None:
    """W3: `docs/examples/listen.py` is written from the page of the wire alone, and runs without this house.

    As `docs/CLIENTS.md` has it typed, but for the server's address, the seconds, and nothing of this house in reach.
    """
    example = "docs/examples/listen.py"
    [lines] = re.findall(rf"```\n([^`]+{example}[^`]+)```", (ROOT / "docs" / "CLIENTS.md").read_text())
    here = {".venv/bin/python": f"{sys.executable} -I", example: str(ROOT / example), " 30\n": " 4\n"}

    async def run() -> None:
        async with running(tmp_path) as server:
            typed = lines.replace("http://localhost:8000", server.url)
            for written, meant in here.items():
                assert written in typed
                typed = typed.replace(written, meant)
            *opens, listens = typed.splitlines(keepends=True)
            piped = asyncio.subprocess.PIPE
            stranger = await asyncio.create_subprocess_exec(
                "bash", stdin=piped, stdout=piped, stderr=piped, cwd=tmp_path
            )
            assert stranger.stdin
            assert stranger.stdout
            assert stranger.stderr
            stranger.stdin.writelines(line.encode() for line in opens)
            link, *_ = [(await stranger.stdout.readline()).decode().strip() for _ in range(3)]
            frida = PeerSound()
            async with joined(link, "Frida", frida) as client:
                await client.until(lambda: client.view["you"]["sound"] == "connected")
                await client.ask("open_microphone")
                stranger.stdin.write(listens.encode())
                stranger.stdin.close()
                said, complained, _ = await asyncio.gather(
                    stranger.stdout.read(), stranger.stderr.read(), _speaks_until(frida, stranger)
                )
            assert said.decode().split() == ["Frida"]
            assert complained.decode() == ""

    asyncio.run(run())
    source = (ROOT / "docs" / "examples" / "listen.py").read_text()
    assert "import app" not in source
    assert "from app" not in source


def test_the_client_in_one_file_says_whom_it_heard_when_the_meeting_ends(tmp_path: Path) -> None:
    """W3: before its own time is over."""

    async def play(t: Table) -> None:
        frida, sound = await t.enters(FRIDA, "Frida", open_microphone=True)
        stranger = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", str(ROOT / "docs" / "examples" / "listen.py"), t.links[MIA - 1], "Mia", "60"),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        await frida.until(lambda: [seat["sound"] for seat in frida.view["seats"]] == ["connected"] * 2, 30)
        await sound.microphone.say(tone())
        with pytest.raises(Gone):
            await frida.ask("end_circle", seen=frida.view["step"])
            await frida.until(lambda: False)
        said, complained = await stranger.communicate()
        assert (stranger.returncode, said.decode(), complained.decode()) == (0, "Frida\n", "Closed with 4007.\n")

    played(tmp_path, play)


async def _speaks_until(sound: PeerSound, process: asyncio.subprocess.Process) -> None:
    while process.returncode is None:
        await sound.microphone.say(tone(0.2))


def test_speaking_takes_as_long_as_it_lasts_and_can_be_stopped(tmp_path: Path) -> None:
    """What is stopped is not said to its end."""

    async def play(t: Table) -> None:
        _, mia = await t.enters(MIA, "Mia")
        saying = asyncio.ensure_future(mia.microphone.say(tone() * 60))
        await until(lambda: mia.microphone.speaks)
        mia.microphone.stop()
        await saying
        assert not mia.microphone.speaks

    played(tmp_path, play)


def test_the_example_of_the_page_for_builders_runs(tmp_path: Path) -> None:
    """`docs/CLIENTS.md`"""
    [example] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "CLIENTS.md").read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)

    async def run() -> None:
        async with running(tmp_path) as server:
            assert await names["main"](server.url) == ("opening", True)

    asyncio.run(run())
