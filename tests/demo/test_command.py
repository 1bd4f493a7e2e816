"""`make demo` as it is typed: what it prints, who comes by its links, real voices, and its end."""

import argparse
import asyncio
import os
import re
import shutil
import signal
import socket
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.circle.phases import Phase
from app.client.asked import OtherProtocol
from app.client.link import create_circle
from app.demo import __main__ as demo
from app.demo import server
from app.demo.__main__ import WHAT
from app.demo.circle import SEATS, YOURS
from tests.demo.table import sits_down
from tests.support.peer import until
from tests.support.ports import free_port
from tests.support.process import PATIENCE_S, ROOT
from tests.support.server import running

COMMAND = (sys.executable, "-m", "app.demo", "--fast", "--language", "de")
needs_voices = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs Debian's espeak-ng")


@needs_voices
def test_the_command_prints_four_links_and_holds_the_case_round_whoever_comes() -> None:
    """D3: also the observer, once all have agreed. Ctrl+C ends it, and its server."""

    async def run() -> None:
        demo = await begun()
        try:
            async with asyncio.timeout(4 * PATIENCE_S), AsyncExitStack() as opened:
                links = await printed(demo)
                people = {role: await sits_down(opened, links, role) for role in ("leader", "member", "presenter")}
                (lead, _), (_, ears) = people["leader"], people["member"]
                for client, _ in people.values():
                    await client.until(lambda own=client: own.view["you"]["sound"] == "connected")  # type: ignore[misc]
                observer, _ = await sits_down(opened, links, "observer")
                await observer.until(lambda: observer.waiting or observer.view)
                for client, _ in people.values():
                    await client.ask("agree_to_observer", seat=YOURS["observer"])
                await observer.until(lambda: observer.view, PATIENCE_S)
                assert {role: client.view["you"]["number"] for role, (client, _) in people.items()} | {
                    "observer": observer.view["you"]["number"]
                } == YOURS
                await lead.ask("next_step", seen=lead.view["step"])
                await until(lambda: SEATS["Mira"] in ears.last_heard, PATIENCE_S)
                caption = b"\n    Mira: Ich komme gerade von der Station.\n"
                assert demo.stdout
                await asyncio.wait_for(demo.stdout.readuntil(caption), PATIENCE_S)
            demo.send_signal(signal.SIGINT)
            assert await asyncio.wait_for(demo.wait(), PATIENCE_S) == 0
        finally:
            if demo.returncode is None:
                demo.kill()
        async with httpx.AsyncClient(trust_env=False) as http:
            with pytest.raises(httpx.ConnectError):
                await http.get(links["leader"].partition("/#")[0] + "/health")

    asyncio.run(run())


@needs_voices
@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_nothing_of_it_is_kept_however_it_is_ended(tmp_path: Path, how: signal.Signals) -> None:
    """By a terminal that is closed, which tells all of its processes, by `kill`, and by Ctrl+C."""

    async def run() -> None:
        demo = await begun(TMPDIR=str(tmp_path))
        try:
            await asyncio.wait_for(printed(demo), PATIENCE_S)
            assert list(tmp_path.iterdir())
            os.killpg(demo.pid, how)
            _, said = await asyncio.wait_for(demo.communicate(), PATIENCE_S)
            assert (demo.returncode, said) == (0, b"")
        finally:
            if demo.returncode is None:
                demo.kill()

    asyncio.run(run())
    assert list(tmp_path.iterdir()) == []


def test_it_outlives_its_terminal_where_it_is_told_to() -> None:
    """As by nohup."""

    async def holding() -> None:
        signal.raise_signal(signal.SIGHUP)
        await asyncio.sleep(0.05)
        outlived.append(True)

    outlived: list[bool] = []
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        asyncio.run(demo._to_its_end(holding()))
    finally:
        signal.signal(signal.SIGHUP, before)
    assert outlived


@needs_voices
def test_it_is_held_on_a_server_that_runs_already_by_whoever_has_its_key(tmp_path: Path) -> None:
    """`--server`, `--opening-key`, and `--alone`, by which nobody is waited for."""

    async def run() -> None:
        async with running(tmp_path, opening_key="sesame") as it:
            url, hub = it.url, it.services.hub
            code, said = await ended("--server", url, "--opening-key", "open")
            assert (code, "takes the opening key" in said) == (1, True), said

            demo = await begun("--server", f"{url}/", "--opening-key", "sesame", "--alone")
            try:
                links = await asyncio.wait_for(printed(demo), PATIENCE_S)
                assert all(link.startswith(f"{url}/#") for link in links.values())
                [circle] = [hub.living(name) for name in hub.circles]
                assert circle
                await until(lambda: circle.circle.phase is not Phase.GATHERING, PATIENCE_S)
            finally:
                demo.send_signal(signal.SIGINT)
            assert await asyncio.wait_for(demo.wait(), PATIENCE_S) == 0
        code, said = await ended("--server", url)
        assert (code, said.startswith("The demonstration has ended. ")) == (1, True), said

    asyncio.run(run())


def test_where_no_voice_is_installed_it_says_so_and_begins_nothing(tmp_path: Path) -> None:
    code, said = asyncio.run(ended(PATH=str(tmp_path)))
    assert (code, said) == (1, "The demonstration has ended. espeak-ng is not installed. `make demo` installs it.\n")


def test_its_own_server_takes_no_setting_of_the_one_that_others_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept in their Redis, no link leads to their server, and nobody is asked for its key."""

    async def run() -> None:
        async with server.own_server() as url:
            created = await create_circle(url, {"title": "T"})
            assert all(each["link"].startswith(f"{url}/#") for each in created["invitations"])

    for name in ("REDIS_URL", "BALINT_REDIS_URL"):
        monkeypatch.setenv(name, f"redis://127.0.0.1:{free_port()}")
    monkeypatch.setenv("BALINT_PUBLIC_URL", "https://circle.example")
    monkeypatch.setenv("BALINT_OPENING_KEY", "sesame")
    asyncio.run(run())


def test_its_own_server_takes_another_port_where_the_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        usual = taken.getsockname()[1]
        monkeypatch.setattr(server, "USUAL_PORT", usual)
        assert server._free_port() not in {0, usual}
    assert server._free_port() == usual


def test_its_own_server_takes_another_port_where_that_of_the_sound_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """UDP has the same number: the server would not start, and no setting of whoever begins it would help."""
    with socket.socket(type=socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        usual = taken.getsockname()[1]
        monkeypatch.setattr(server, "USUAL_PORT", usual)
        assert server._free_port() not in {0, usual}


@pytest.fixture
def deaf_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[asyncio.subprocess.Process]:
    """Instead of a server: it says that it is ready, and hears nothing. Filled once it is begun."""
    deaf = tmp_path / "python"
    deaf.write_text(f"#!{sys.executable}\nimport os, sys, time\nos.write(int(sys.argv[5]), b'.')\ntime.sleep(600)\n")
    deaf.chmod(0o700)
    begin, begun = asyncio.create_subprocess_exec, list[asyncio.subprocess.Process]()

    async def noted(*command: str, **how: Any) -> asyncio.subprocess.Process:
        begun.append(await begin(str(deaf), *command[1:], **how))
        return begun[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    return begun


def test_its_own_server_ends_with_it_also_where_it_does_not_hear(
    deaf_server: list[asyncio.subprocess.Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with server.own_server():
            pass

    monkeypatch.setattr(server, "ENDS_WITHIN_S", 0)
    asyncio.run(run())
    assert [process.returncode for process in deaf_server] == [-signal.SIGKILL]


def test_it_ends_where_its_own_server_has_ended(deaf_server: list[asyncio.subprocess.Process]) -> None:
    """The seven would go on for nobody, and what they say be written as if it had been heard."""

    async def run() -> None:
        async with asyncio.timeout(PATIENCE_S), server.own_server():
            deaf_server[0].kill()
            await asyncio.Event().wait()

    with pytest.raises(server.NoServer, match="has ended"):
        asyncio.run(run())


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 308 Permanent Redirect\r\nLocation: https://circle.example/\r\n\r\n", "https://circle.example/"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "Something else than a server of circles"),
        (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", "502 Bad Gateway"),
    ],
)
def test_what_is_no_server_of_circles_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: bytes, words: str
) -> None:
    """A proxy that leads to https, another page, and a proxy whose server is away."""

    async def answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"}")
        writer.write(answer)
        writer.close()

    async def hold(given: argparse.Namespace) -> None:
        async with await asyncio.start_server(answers, "127.0.0.1", 0) as listening:
            port = listening.sockets[0].getsockname()[1]
            await create_circle(f"http://127.0.0.1:{port}", {})

    monkeypatch.setattr(demo, "_hold", hold)
    monkeypatch.setattr(sys, "argv", ["app.demo"])
    assert demo.begin() == 1
    said = capsys.readouterr().err
    assert said.startswith("The demonstration has ended. ")
    assert words in said


@pytest.mark.parametrize("error", [TimeoutError(), httpx.ReadTimeout(""), httpx.InvalidURL("no port"), OtherProtocol()])
def test_whatever_ends_it_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    async def hold(given: argparse.Namespace) -> None:
        raise error

    monkeypatch.setattr(demo, "_hold", hold)
    monkeypatch.setattr(sys, "argv", ["app.demo"])
    assert demo.begin() == 1
    assert len(capsys.readouterr().err.removeprefix("The demonstration has ended. ").strip()) > 5


async def begun(*more: str, **environment: str) -> asyncio.subprocess.Process:
    """As it is typed."""
    piped = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *COMMAND, *more, cwd=ROOT, env=os.environ | environment, stdout=piped, stderr=piped, preexec_fn=as_in_a_terminal
    )


async def ended(*more: str, **environment: str) -> tuple[int | None, str]:
    """Its exit code, and its last words."""
    demo = await begun(*more, **environment)
    _, said = await asyncio.wait_for(demo.communicate(), PATIENCE_S)
    return demo.returncode, said.decode()


def as_in_a_terminal() -> None:
    """Its own group of processes. What a shell starts in the background ignores Ctrl+C, what is begun by nohup that the
    terminal is closed, and so do their children."""
    os.setpgrp()
    for told in (signal.SIGHUP, signal.SIGINT):
        signal.signal(told, signal.SIG_DFL)


async def printed(demo: asyncio.subprocess.Process) -> dict[str, str]:
    """The link of each role, once all are printed."""
    assert demo.stdout
    said = (await demo.stdout.readuntil(b"Ctrl+C\n")).decode()
    links = dict(re.findall(r"^    (\w+) .*\n +(http://\S+/#\S+)$", said, re.MULTILINE))
    assert links.keys() == WHAT.keys() == YOURS.keys()
    return links
