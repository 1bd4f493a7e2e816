"""What is served of the page, while other nodes serve other builds of it."""

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from app.cluster.client import Unreachable
from app.live.ending import end_tasks
from app.settings import Settings
from app.store.directory import NodeStatus
from app.store.store import NodeId
from app.web import build
from app.web.build import NAME, Build
from tests.support.peer import until
from tests.support.redis import RedisProcess
from tests.support.server import running

NEW, OLD = "index-newnewne.js", "index-oldoldol.js"


def page_of(folder: Path, name: str) -> Path:
    """A page with one script of this name, which says so."""
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(f'<script src="/assets/{name}"></script>')
    (folder / "assets" / name).write_text(name)
    return folder


def status(name: str) -> NodeStatus:
    return NodeStatus(node=NodeId(name), beat=1, address=name, circles=0, people=0, draining=False, now_ms=0)


class Cluster:
    """Nodes that are asked without a network. `asked` is what they were asked for; who is `gone` does not answer."""

    def __init__(self, **builds: Build) -> None:
        self.builds = builds
        self.asked: list[str] = []
        self.gone: set[str] = set()

    def statuses(self) -> tuple[NodeStatus, ...]:
        return tuple(map(status, self.builds))

    async def assets(self, address: str) -> Sequence[str]:
        return list(self._at(address).own)

    async def asset(self, address: str, name: str) -> bytes | None:
        self.asked.append(name)
        await asyncio.sleep(0)
        return self._at(address).here(name)

    def _at(self, address: str) -> Build:
        if address in self.gone:
            raise Unreachable
        return self.builds[address]


def test_a_file_of_another_build_is_had_from_the_node_that_serves_it(tmp_path: Path) -> None:
    """N18: and asked for once, however many want it."""

    async def play() -> None:
        cluster = Cluster(gone=Build(tmp_path / "none"), old=Build(page_of(tmp_path / "old", OLD)))
        cluster.gone = {"gone"}
        mine = Build(page_of(tmp_path / "new", NEW), cluster.statuses, cluster)
        assert await asyncio.gather(*(mine.find(OLD) for _ in range(5))) == [OLD.encode()] * 5
        assert len(cluster.asked) <= 2
        cluster.asked.clear()
        assert [await mine.find(OLD), await mine.find(NEW)] == [OLD.encode(), NEW.encode()]
        assert cluster.asked == []

    asyncio.run(play())


def test_what_others_serve_is_kept_for_when_they_are_gone(tmp_path: Path) -> None:
    """N18"""

    async def play() -> None:
        cluster = Cluster(old=Build(page_of(tmp_path / "old", OLD)))
        mine = Build(page_of(tmp_path / "new", NEW), cluster.statuses, cluster)
        cluster.gone = {"old"}
        await mine.keep_others()
        assert await mine.find(OLD) is None
        cluster.gone = set()
        await mine.keep_others()
        cluster.gone = {"old"}
        assert await mine.find(OLD) == OLD.encode()
        before = len(cluster.asked)
        await mine.keep_others()
        assert len(cluster.asked) == before

    asyncio.run(play())


def test_what_others_serve_is_kept_also_after_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """N18: not only until the first."""
    monkeypatch.setattr(build, "KEEP_EVERY_S", 0.01)
    others: list[NodeStatus] = []

    def stumbling() -> list[NodeStatus]:
        if not caplog.records:
            raise ZeroDivisionError
        return others

    async def play() -> None:
        cluster = Cluster(old=Build(page_of(tmp_path / "old", OLD)))
        mine = Build(page_of(tmp_path / "new", NEW), stumbling, cluster)
        keeping = asyncio.ensure_future(mine.go_on_keeping())
        await until(lambda: bool(caplog.records) or keeping.done())
        others.extend(cluster.statuses())
        await until(lambda: mine.here(OLD) is not None or keeping.done())
        assert not keeping.done()
        await end_tasks(keeping)
        assert caplog.messages == ["the files of another node's build could not be kept"]

    asyncio.run(play())


@pytest.mark.parametrize(
    "name",
    ["", "secret", "index.js", "../../data/secret", "..", "index-oldoldol.js/..", "a\0-12345678.js", "é-12345678.js"],
)
def test_no_other_name_is_asked_for(tmp_path: Path, name: str) -> None:
    """N18"""

    async def play() -> None:
        cluster = Cluster(old=Build(page_of(tmp_path / "old", OLD)))
        assert await Build(page_of(tmp_path / "new", NEW), cluster.statuses, cluster).find(name) is None
        assert cluster.asked == []

    asyncio.run(play())


def test_what_is_kept_and_asked_for_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """N18"""
    monkeypatch.setattr(build, "KEPT_BYTES_MAX", 40)
    monkeypatch.setattr(build, "ASKING_MAX", 2)
    old = page_of(tmp_path / "old", OLD)
    names = [f"part-{number:08}.js" for number in range(10)]
    for name in names:
        (old / "assets" / name).write_bytes(random.randbytes(15))
    (old / "assets" / "large-12345678.js").write_bytes(bytes(41))

    async def play() -> None:
        cluster = Cluster(old=Build(old))
        mine = Build(page_of(tmp_path / "new", NEW), cluster.statuses, cluster)
        await mine.keep_others()
        assert sum(map(len, mine._kept.values())) <= 40
        assert mine.here(names[-1]) == cluster.builds["old"].own[names[-1]]
        mine._kept.clear()
        found = await asyncio.gather(*map(mine.find, names))
        assert sum(file is not None for file in found) == 2

    asyncio.run(play())


def test_everything_that_is_built_has_such_a_name() -> None:
    """Or it would not be served."""
    folder = Settings.model_fields["page_dir"].default
    assert all(NAME.fullmatch(file.name) for file in (folder / "assets").glob("*"))


def test_two_nodes_with_two_builds_serve_both(tmp_path: Path) -> None:
    """N18: over the inner network, each with its right type, and gone from nobody when one is gone."""

    async def play() -> None:
        with RedisProcess(tmp_path / "redis") as redis:
            old = {"redis_url": redis.url, "beat_s": 0.05, "page_dir": page_of(tmp_path / "old", OLD)}
            new = old | {"page_dir": page_of(tmp_path / "new", NEW)}
            async with running(tmp_path / "a", **old) as a:
                async with running(tmp_path / "b", **new) as b, httpx.AsyncClient() as http:
                    for server in (a, b):
                        for name in (OLD, NEW):
                            answer = await http.get(f"{server.url}/assets/{name}")
                            assert (answer.status_code, answer.text) == (200, name)
                            assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
                            assert "immutable" in answer.headers["cache-control"]
                        missing = await http.get(f"{server.url}/assets/index-nonenone.js")
                        assert (missing.status_code, missing.headers["cache-control"]) == (404, "no-store")
                async with httpx.AsyncClient() as http:
                    assert (await http.get(f"{a.url}/assets/{NEW}")).text == NEW

    asyncio.run(play())
