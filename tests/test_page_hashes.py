"""Whether a server's page is the published one can be told by anybody, and the page is built the same everywhere."""

import asyncio
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.page_hashes import NotTheSame, hashes_of, page_list, read_list, show_page_hashes
from app.settings import Settings
from tests.support.process import ROOT
from tests.support.server import running

OURS: Path = Settings.model_fields["page_dir"].default
FRONTEND = ROOT / "frontend"
pytestmark = pytest.mark.skipif(not (OURS / "licences.md").is_file(), reason="needs the built page: make build")


def test_the_list_is_one_that_sha256sum_reads() -> None:
    listed = page_list(hashes_of(OURS))
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict"], cwd=OURS, input=listed, text=True, capture_output=True
    )
    assert checked.returncode == 0, checked.stderr
    assert {f"{name}: OK" for name in hashes_of(OURS)} == set(checked.stdout.splitlines())


def test_a_published_list_is_read_whole_or_not() -> None:
    listed = page_list(hashes_of(OURS))
    assert read_list(listed) == hashes_of(OURS)
    for changed in (listed[:-80], listed.replace("index", "inbex"), ""):
        with pytest.raises(NotTheSame, match="not whole"):
            read_list(changed)


@pytest.mark.parametrize(
    ("kept", "why"),
    [(None, "cannot be read"), (b"a page\n", "not whole"), (b"\xff\n", "cannot be read")],
)
def test_what_is_no_list_is_refused_in_words(tmp_path: Path, kept: bytes | None, why: str) -> None:
    published = tmp_path / "page.sha256"
    if kept is not None:
        published.write_bytes(kept)
    with pytest.raises(NotTheSame, match=why):
        show_page_hashes(OURS, None, published)


@pytest.mark.parametrize("host", ["https://circle.example:port", "https://circle..example", "circle.example"])
def test_an_address_that_is_none_is_refused_in_words(host: str) -> None:
    with pytest.raises(NotTheSame, match="could not be had"):
        show_page_hashes(OURS, host, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALL_PROXY", "socks5://127.0.0.1:1080"), ("no_proxy", "localhost,[::1]"), ("https_proxy", "ftp://127.0.0.1")],
)
def test_a_proxy_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(NotTheSame, match=f"{name.upper()}.*nothing was compared"):
        show_page_hashes(OURS, "https://circle.invalid", None)


def test_a_server_that_leads_elsewhere_is_accused_of_nothing(tmp_path: Path) -> None:
    """As one is whose page is at https alone. The list may have the page itself last."""
    published = tmp_path / "page.sha256"
    published.write_text(page_list(hashes_of(OURS)))
    with http.server.HTTPServer(("127.0.0.1", 0), LeadsToHttps) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            with pytest.raises(NotTheSame, match=r"/ leads to https://circle\.example/: ask there"):
                show_page_hashes(OURS, f"http://127.0.0.1:{server.server_port}", published)
        finally:
            server.shutdown()


class LeadsToHttps(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(308)
        self.send_header("Location", f"https://circle.example{self.path}")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_what_a_server_serves_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """W18"""
    page, published = tmp_path / "page", tmp_path / "page.sha256"
    shutil.copytree(OURS, page)
    published.write_text(page_list(hashes_of(OURS)))
    entry = next(page.glob("assets/index-*.js"))

    async def compare() -> str:
        async with running(tmp_path / "data", page_dir=page) as server:
            await asyncio.to_thread(show_page_hashes, OURS, server.url, published)
            return server.url

    url = asyncio.run(compare())
    assert "serves this page" in capsys.readouterr().out
    entry.write_bytes(entry.read_bytes() + b"\n")
    (page / "licences.md").unlink()
    with pytest.raises(NotTheSame, match=rf"none: assets/{entry.name}, licences.md\."):
        asyncio.run(compare())
    with pytest.raises(NotTheSame, match="could not be had"):
        show_page_hashes(OURS, url, published)


def test_the_page_is_the_same_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    """W18: in another folder, on another day, in another time zone and language, by somebody else."""
    elsewhere = tmp_path / "somewhere" / "else" / "frontend"
    left_out = shutil.ignore_patterns("node_modules")
    shutil.copytree(FRONTEND, elsewhere, ignore=left_out, copy_function=shutil.copyfile)
    (elsewhere / "node_modules").symlink_to(FRONTEND / "node_modules")
    told = subprocess.run([ROOT / "scripts" / "node-path", sys.executable], capture_output=True, text=True, check=True)
    path = told.stdout.strip()
    other = {"PATH": f"{path}:{os.environ['PATH']}", "HOME": str(tmp_path), "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"}
    vite = [elsewhere / "node_modules" / "vite" / "bin" / "vite.js", "build", "--logLevel", "error"]
    subprocess.run(["node", *vite], cwd=elsewhere, env=other, check=True, timeout=60)
    built = elsewhere.parent / "app" / "web" / "page"
    assert hashes_of(built) == hashes_of(OURS), "or the page here is older than its source: make build"
