"""Whether a server answers is asked on its own machine, past every proxy that the machine is told of."""

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.install.test_settings import SINGLE
from tests.support.ports import free_port
from tests.support.process import PATIENCE_S, ROOT
from tests.support.server import running


def asked_by_start() -> str:
    [question] = re.findall(r"python3 -c '(.+)'", (SINGLE / "start").read_text())
    return str(question)


def asked_by_the_image() -> str:
    [command] = re.findall(r"HEALTHCHECK .+\\\n +CMD (.+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    return str(json.loads(command)[-1])


@pytest.mark.parametrize("question", [asked_by_start(), asked_by_the_image()], ids=["start", "image"])
def test_a_server_behind_a_proxy_is_found_to_answer(tmp_path: Path, question: str) -> None:
    """And one that does not is found not to."""
    proxy = f"http://127.0.0.1:{free_port()}"
    told = os.environ | {"http_proxy": proxy, "HTTP_PROXY": proxy, "no_proxy": "", "NO_PROXY": ""}

    async def answers(port: int) -> bool:
        at = f"127.0.0.1:{port}"
        command = (sys.executable, "-c", re.sub(r"127\.0\.0\.1:\d+", at, question), f"http://{at}/health")
        asking = await asyncio.create_subprocess_exec(*command, env=told, stderr=asyncio.subprocess.DEVNULL)
        return await asyncio.wait_for(asking.wait(), PATIENCE_S) == 0

    async def run() -> None:
        async with running(tmp_path) as server:
            assert await answers(int(server.url.rpartition(":")[2]))
        assert not await answers(free_port())

    asyncio.run(run())
