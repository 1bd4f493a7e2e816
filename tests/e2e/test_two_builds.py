"""A new release comes in, node by node, behind the balancer: whoever opens the page meanwhile sees it."""

import base64
import hashlib
import re
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from app.settings import Settings
from tests.support.balancer import Balancer
from tests.support.installation import QUICK, Node
from tests.support.process import PATIENCE_S
from tests.support.redis import RedisProcess
from tests.support.thorough import times

pytestmark = pytest.mark.skipif(shutil.which("haproxy") is None, reason="needs Debian's haproxy")
OURS: Path = Settings.model_fields["page_dir"].default
REFERENCE = re.compile(r"/assets/([\w.-]+)")


def build(folder: Path, mark: str) -> Path:
    """Our page with something changed in its script and its style, so under other names."""
    shutil.copytree(OURS, folder)
    files = [*folder.glob("assets/*.js"), *folder.glob("assets/*.css")]
    names = {file.name: renamed(file, mark).name for file in files}
    digests = {}
    for file in files:
        ours = digest(file)
        file.write_text(replaced(file.read_text(), names) + f"\n/* {mark} */\n")
        digests[ours] = digest(file)
        file.rename(renamed(file, mark))
    index = folder / "index.html"
    index.write_text(replaced(index.read_text(), names | digests))
    return folder


def replaced(text: str, by: dict[str, str]) -> str:
    return re.sub("|".join(map(re.escape, by)), lambda found: by[found[0]], text)


def renamed(file: Path, mark: str) -> Path:
    """The build names several parts alike but for the eight characters of their hash."""
    return file.with_stem(file.stem[:-8] + hashlib.sha256((mark + file.name).encode()).hexdigest()[:8])


def digest(file: Path) -> str:
    """As the page names it (W18)."""
    return base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()


@contextmanager
def installed(folder: Path, page: Path) -> Iterator[tuple[list[Node], Balancer]]:
    with RedisProcess(folder / "redis") as redis:
        nodes = [
            Node(folder / f"node-{number}", redis.url, None, QUICK | {"BALINT_PAGE_DIR": str(page)})
            for number in range(2)
        ]
        door = Balancer(folder, [node.port for node in nodes])
        try:
            for node in nodes:
                node.start()
            door.start()
            up(door, 2)
            yield nodes, door
        finally:
            door.stop()
            for node in nodes:
                node.kill()


def up(door: Balancer, times: int) -> None:
    """Wait until the balancer answers so often in a row."""
    deadline, answered = time.monotonic() + PATIENCE_S, 0
    while answered < times:
        assert time.monotonic() < deadline, door.log
        try:
            answered = answered + 1 if door.status("/") == 200 else 0
        except OSError:
            time.sleep(0.05)


def replace(nodes: list[Node], number: int, page: Path, door: Balancer) -> None:
    """As an upgrade does: it drains, ends, and starts anew with another page."""
    node, name = nodes[number], f"node-{number + 1}"
    node.tell(signal.SIGTERM)
    assert node.ended() == 0
    node.environment |= {"BALINT_PAGE_DIR": str(page)}
    node.start()
    deadline = time.monotonic() + PATIENCE_S
    while door.log.rfind(f"{name} is UP") < door.log.rfind(f"{name} is DOWN"):
        assert time.monotonic() < deadline, door.log
        time.sleep(0.05)


def visitor(door: Balancer) -> httpx.Client:
    """Each of their requests has a connection of its own, and goes to the other node than the one before."""
    return httpx.Client(base_url=door.url, verify=door.trust, limits=httpx.Limits(max_keepalive_connections=0))


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (folder / "assets").iterdir()}


def test_nobody_sees_a_blank_page_while_a_new_release_comes_in(tmp_path: Path, browser: Browser) -> None:
    """N18: two nodes, two builds, one balancer; also when no node with the old build is left."""
    old, new = build(tmp_path / "old", "old"), build(tmp_path / "new", "new")
    assert files_of(old).keys() != files_of(new).keys()
    with installed(tmp_path, old) as (nodes, door), visitor(door) as anybody:

        def sees_the_page(times: int) -> set[str]:
            """What was loaded, each time in a browser that has kept nothing."""
            loaded: set[str] = set()
            for _ in range(times):
                with browser.new_context(ignore_https_errors=True) as context:
                    page = context.new_page()
                    page.on("response", lambda answer: loaded.add(f"{answer.status} {answer.url}"))
                    page.goto(door.url)
                    expect(page.get_by_role("button", name="Open the circle")).to_be_visible()
            return loaded

        def all_are_served(*builds: Path) -> None:
            for name, file in [entry for folder in builds for entry in files_of(folder).items()]:
                for _ in range(2):
                    answer = anybody.get(f"/assets/{name}")
                    assert (answer.status_code, answer.content) == (200, file), name

        replace(nodes, 0, new, door)
        indexes = {anybody.get("/").text for _ in range(10)}
        assert indexes == {(folder / "index.html").read_text() for folder in (old, new)}
        assert {name for index in indexes for name in REFERENCE.findall(index)} <= {*files_of(old), *files_of(new)}
        all_are_served(old, new)
        assert {answer[:3] for answer in sees_the_page(times(8, 2))} == {"200"}
        replace(nodes, 1, new, door)
        assert {anybody.get("/").text for _ in range(4)} == {(new / "index.html").read_text()}
        all_are_served(old, new)
        assert {answer[:3] for answer in sees_the_page(2)} == {"200"}
        assert "127.0.0.1" not in door.log
