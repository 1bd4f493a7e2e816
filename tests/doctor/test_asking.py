"""What the doctor finds of a real server, page, relay and store."""

import asyncio
import errno
import http.server
import logging
import os
import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.connections import HTTP_CONNECTIONS_MAX
from app.doctor import report
from app.doctor.ask import page_answer, server_answer
from app.doctor.look import own_among, world_here
from app.doctor.relay import relay_answers
from app.media.tcp import CONNECTIONS_MAX
from app.settings import Settings
from app.web import turn
from app.web.page import NOT_BUILT
from tests.support.coturn import SECRET, coturn, needs_coturn
from tests.support.namespaces import needs_networks, networks
from tests.support.ports import free_port
from tests.support.process import ServerProcess
from tests.support.redis import RedisProcess
from tests.support.server import settings_for


@contextmanager
def another_server() -> Iterator[str]:
    """What answers everything with an error of its own."""
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_running_server_and_its_page_are_known_from_others(tmp_path: Path) -> None:
    metrics_port = free_port()
    server = ServerProcess(tmp_path, BALINT_METRICS_PORT=str(metrics_port)).start()
    try:
        asked = settings_for(tmp_path, port=server.port, metrics_port=metrics_port)
        answer = asyncio.run(server_answer(asked))
        assert answer
        assert answer.is_ours
        assert answer.files_max == world_here(asked).server.files_max  # type: ignore[union-attr]
        assert asyncio.run(page_answer(server.url)).is_ours
    finally:
        server.stop()
    assert asyncio.run(server_answer(asked)) is None
    assert "refused" in asyncio.run(page_answer(server.url)).failed
    with another_server() as url:
        assert not asyncio.run(page_answer(url)).is_ours
        at = int(url.rpartition(":")[2])
        stranger = asyncio.run(server_answer(settings_for(tmp_path, port=at, metrics_port=metrics_port)))
        assert stranger
        assert not stranger.is_ours


@contextmanager
def what_says(answer: bytes) -> Iterator[str]:
    """HOST:PORT of something that says this to whoever comes, and ends the connection."""

    class Says(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(1024)
            self.request.sendall(answer)

    with socketserver.TCPServer(("127.0.0.1", 0), Says) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_what_speaks_no_tls_or_no_http_is_told_as_that() -> None:
    """OpenSSL numbers its errors by itself: as those of the system they would be other words."""
    no_tls = "no TLS comes about there (wrong version number)"
    with what_says(b"SSH-2.0-OpenSSH_9.2\r\n") as there:
        relay = Settings.model_validate({"turn_urls": (f"turns:{there}?transport=tcp",), "turn_secret": SECRET})
        [by_relay] = asyncio.run(relay_answers(relay)) or ()
        assert (by_relay.failed, asyncio.run(page_answer(f"https://{there}")).failed) == (no_tls, no_tls)
        assert asyncio.run(page_answer(f"http://{there}")).failed == "what answers there speaks no HTTP"
    with what_says(b"") as there:
        assert "no TLS comes about there" in asyncio.run(page_answer(f"https://{there}")).failed


def test_a_proxy_before_a_server_that_is_down_is_no_stranger() -> None:
    with what_says(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n") as there:
        answer = asyncio.run(page_answer(f"http://{there}"))
    assert answer.failed == "a proxy answers, and reaches no server (502)"


def test_a_server_without_its_page_is_no_proxy() -> None:
    with what_says(b"HTTP/1.1 503 Service Unavailable\r\n\r\n" + NOT_BUILT.encode()) as there:
        answer = asyncio.run(page_answer(f"http://{there}"))
    assert answer.failed == "it was not built"


def test_all_connections_that_a_server_takes_are_among_the_files_it_may_need(tmp_path: Path) -> None:
    """Pages' and sockets; those by the sound's own TCP port; and of each socket that a node passes on the other end."""
    alone = settings_for(tmp_path, sockets_max=40)
    by_tcp = settings_for(tmp_path, sockets_max=40, media_tcp_port=0)
    node = settings_for(tmp_path, sockets_max=40, redis_url="redis://127.0.0.1/0")
    fewest = world_here(alone).files_needed
    assert fewest > 40 + HTTP_CONNECTIONS_MAX
    assert world_here(by_tcp).files_needed == fewest + CONNECTIONS_MAX
    assert world_here(node).files_needed == fewest + 40


def test_a_doctor_who_finds_something_wrong_says_so_with_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(report.SomethingWrong, match="server"):
        asyncio.run(report.examine(settings_for(tmp_path, port=free_port())))
    assert f"{tmp_path}" in capsys.readouterr().out


def test_redis_is_asked_what_it_may_lose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with RedisProcess(tmp_path / "redis", appendonly="no") as server:
        wishes = {"port": free_port(), "redis_url": server.url, "redis_replicas": 1}
        with pytest.raises(report.SomethingWrong, match="store"):
            asyncio.run(report.examine(settings_for(tmp_path, **wishes)))
        assert "Redis has 0 replicas" in capsys.readouterr().out
        with pytest.raises(report.SomethingWrong):
            asyncio.run(report.examine(settings_for(tmp_path, **wishes | {"redis_replicas": 0})))
        assert "set appendonly yes" in capsys.readouterr().out


@needs_networks
@needs_coturn
def test_the_relay_is_asked_for_an_address_with_what_browsers_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with networks() as net:
        at = net.host()
        with at.entered(), coturn(tmp_path, at.ipv4):
            urls = (f"turn:{at.ipv4}?transport=udp", f"turn:{at.ipv4}?transport=tcp", f"turn:{at.ipv4}:9?transport=tcp")
            right = Settings.model_validate({"turn_urls": urls, "turn_secret": SECRET})
            udp, tcp, closed = asyncio.run(relay_answers(right)) or ()
            assert (udp.failed, tcp.failed, "refused" in closed.failed) == ("", "", True)
            for wrong, why in (
                ({"turn_secret": "x" * 32}, "it knows another secret, or goes by another time"),
                ({"media_advertise": "203.0.113.9"}, "it passes nothing on to 203.0.113.9 (403)"),
            ):
                other = Settings.model_validate({"turn_urls": urls[:1], "turn_secret": SECRET} | wrong)
                [answer] = asyncio.run(relay_answers(other)) or ()
                assert answer.failed == why
            monkeypatch.setattr(turn, "time", SimpleNamespace(time=lambda: time.time() - 24 * 3600))
            udp, *_ = asyncio.run(relay_answers(right)) or ()
            assert "goes by another time" in udp.failed


def test_an_address_is_this_machines_if_it_can_have_a_port_there() -> None:
    assert own_among(["127.0.0.1", "192.0.2.77", "2001:db8::77"]) == {"127.0.0.1"}


def test_a_kernel_without_ipv6_has_no_address_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also where the server's name has an AAAA record, or sound is asked for at every address."""
    monkeypatch.setattr(socket, "socket", WithoutIPv6)
    assert own_among(["127.0.0.1", "2001:db8::77"]) == {"127.0.0.1"}
    assert "127.0.0.1" in settings_for(tmp_path, media_host="::").addresses


class WithoutIPv6(socket.socket):
    """As where it was left out, or was begun with ipv6.disable=1."""

    def __init__(self, family: int = -1, *rest: Any) -> None:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))
        super().__init__(family, *rest)


def test_a_server_for_others_says_at_its_start_what_is_not_as_it_should_be(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        report.warn(settings_for(tmp_path, media_advertise=("127.0.0.1",)))
        assert caplog.messages == []
        report.warn(settings_for(tmp_path, media_advertise=("127.0.0.1",), public_url="https://circle.example"))
    assert any("set BALINT_MEDIA_ADVERTISE" in words for words in caplog.messages)
