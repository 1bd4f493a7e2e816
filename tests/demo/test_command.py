"""`make demo` as it is typed: what it prints, who comes by its links, real voices, and its end."""

import asyncio
import re
import shutil
import signal
import sys
from contextlib import AsyncExitStack

import httpx
import pytest

from app.demo.__main__ import WHAT
from app.demo.circle import SEATS, YOURS
from tests.demo.table import sits_down
from tests.support.peer import until
from tests.support.process import PATIENCE_S, ROOT

COMMAND = (sys.executable, "-m", "app.demo", "--fast", "--language", "de")


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs Debian's espeak-ng")
def test_the_command_prints_four_links_and_holds_the_case_round_whoever_comes() -> None:
    """D3: also the observer, once all have agreed. Ctrl+C ends it, and its server."""

    async def run() -> None:
        demo = await asyncio.create_subprocess_exec(
            *COMMAND, cwd=ROOT, stdout=asyncio.subprocess.PIPE, preexec_fn=as_in_a_terminal
        )
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
            demo.send_signal(signal.SIGINT)
            assert await asyncio.wait_for(demo.wait(), PATIENCE_S) == 0
        finally:
            if demo.returncode is None:
                demo.kill()
        async with httpx.AsyncClient(trust_env=False) as http:
            with pytest.raises(httpx.ConnectError):
                await http.get(links["leader"].partition("/#")[0] + "/health")

    asyncio.run(run())


def as_in_a_terminal() -> None:
    """Whatever a shell starts in the background ignores Ctrl+C, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


async def printed(demo: asyncio.subprocess.Process) -> dict[str, str]:
    """The link of each role, once all are printed."""
    assert demo.stdout
    said = (await demo.stdout.readuntil(b"Ctrl+C\n")).decode()
    links = dict(re.findall(r"^    (\w+) .*\n +(http://localhost:\d+/#\S+)$", said, re.MULTILINE))
    assert links.keys() == WHAT.keys() == YOURS.keys()
    return links
